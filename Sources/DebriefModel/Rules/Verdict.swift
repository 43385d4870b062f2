/// What most likely decided, drawn from findings by the strength of their evidence, as a pure
/// function: the same data gives the same verdict (A3, A4, A80).
public struct Verdict: Hashable, Sendable {
  /// One cause that findings speak for.
  public struct Cause: Hashable, Sendable {
    /// The code of the reason, or empty for a finding that names none.
    public var reason: String
    /// What it is called: the reason's title, or the finding's own sentence.
    public var title: String
    /// Whose it was.
    public var control: Control
    /// The strongest evidence for it.
    public var tier: Tier
    /// The most open statement behind it.
    public var candour: Candour?
    /// The weights of its findings added up.
    public var weight: Int
    /// The findings that speak for it.
    public var findings: [ID]
    /// Findings that cite the same once more: shown, and counted once.
    public var repeats: [ID] = []
    /// Whether it is the candidate's own decision: nobody's flaw, and never counted as one.
    public var isChoice: Bool { reason == Finding.ownChoice }
  }

  /// The answer in one word.
  public enum Headline: Hashable, Sendable {
    /// Nothing stronger than a guess: unknown, which is not a flaw.
    case unknown
    /// What was said speaks for no fault at all.
    case noFault
    /// The best founded cause.
    case likely(Cause)
    /// The offer was accepted: there is nothing to explain.
    case accepted
    /// The candidate stepped back or said no: a decision, with its reason where one is on file.
    case decided(String?)
    /// Nothing is decided yet: there is nothing to explain.
    case undecided
  }

  /// The causes, best founded first; guesses last.
  public var causes: [Cause] = []
  /// The answer.
  public var headline = Headline.unknown
  /// How many founded causes were the candidate's to change.
  public var mine = 0
  /// How many were partly.
  public var partly = 0
  /// How many were not.
  public var notMine = 0
  /// How many causes are mere guesses: shown, never counted.
  public var guesses = 0
  /// The heaviest finding of the best cause, in the words it was written down in.
  var noticed = ""
  /// The odds when nothing else decided: one of so many finalists.
  public var finalists: Int?
  /// Whether the refusal perhaps spared one something (A51).
  public var dodged = false
  /// Whether they made an offer that waits for an answer.
  public var isOffered = false

  /// Weighs the findings of a dossier. Ranked by evidence tier, then by candour, then by weight,
  /// then by code: guesses, however many, never outrank one specific statement. Before a decision there
  /// is no cause, what came after it is none, and what is cited twice counts once.
  public init(_ dossier: Dossier, reasons: [Reason]) {
    finalists = dossier.application.finalists
    guard dossier.isDecided else {
      headline = .undecided
      isOffered = dossier.events.last(where: \.isDeciding)?.kind == .offered
      return
    }
    dodged = Verdict.dodged(dossier)
    let titles = Dictionary(reasons.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
    let replies = Dictionary(dossier.feedback.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var groups: [String: Cause] = [:]
    let weighed = dossier.findings.filter { $0.kind != .strength && !dossier.isLater($0) }
    let repeats = dossier.repeats(among: weighed)
    for finding in weighed where repeats[finding.id] == nil {
      let reason = titles[finding.reason]
      var tier = finding.tier
      var candour: Candour?
      if let evidence = finding.evidence, evidence.kind == .feedback {
        candour = replies[evidence.id]?.candour
        // What nobody has judged has no weight yet (A66); who noted what held them back has judged it.
        if let reply = replies[evidence.id], reply.isEmployers, candour == nil, reply.three.isEmpty
        {
          tier = .guess
        }
        if let candour, !candour.counts { tier = .guess }
        // An adviser was not asked to decide: what they say is never the employer's statement.
        if replies[evidence.id]?.isEmployers == false { tier = min(tier, .inference) }
      }
      let control = Verdict.control(of: finding, reason)
      let key = finding.reason.isEmpty ? finding.id.text : finding.reason
      // "Something else, in your own words" says nothing: the words do.
      let title = finding.reason == Finding.ownWords ? nil : reason?.title
      var cause =
        groups[key]
        ?? Cause(
          reason: finding.reason, title: title ?? finding.statement, control: control,
          tier: tier, candour: candour, weight: 0, findings: [])
      if tier > cause.tier { cause.control = control }
      cause.tier = max(cause.tier, tier)
      if let candour { cause.candour = max(cause.candour ?? candour, candour) }
      cause.weight += finding.weight
      cause.findings.append(finding.id)
      groups[key] = cause
    }
    causes = groups.sorted { a, b in
      let x = a.value
      let y = b.value
      if x.tier != y.tier { return x.tier > y.tier }
      let open = (x.candour ?? .general, y.candour ?? .general)
      if open.0 != open.1 { return open.0 > open.1 }
      if x.weight != y.weight { return x.weight > y.weight }
      return a.key < b.key
    }.map(\.value)
    for finding in weighed {
      guard let first = repeats[finding.id],
        let place = causes.firstIndex(where: { $0.findings.contains(first) })
      else { continue }
      causes[place].repeats.append(finding.id)
    }
    for cause in causes {
      guard cause.tier > .guess else {
        guesses += 1
        continue
      }
      if cause.isChoice { continue }
      switch cause.control {
      case .mine: mine += 1
      case .partly: partly += 1
      case .notMine: notMine += 1
      }
    }
    let founded = causes.filter { $0.tier > .guess }
    // That nobody answered is what happened, and explains nothing.
    if let best = founded.first(where: { !$0.isChoice && $0.reason != Finding.silence }) {
      headline = best.reason == "R-NONE" ? .noFault : .likely(best)
      noticed = Verdict.heaviest(weighed.filter { best.findings.contains($0.id) }) ?? best.title
    }
    switch dossier.lastDecision?.kind {
    case .accepted: headline = .accepted
    case .withdrew, .declined: headline = .decided(Verdict.choice(dossier))
    default:
      if headline == .unknown, founded.contains(where: \.isChoice) {
        headline = .decided(Verdict.choice(dossier))
      }
    }
  }

  /// Whether what decided it was said by them, or stands in their records.
  public var isTold: Bool {
    switch headline {
    case .likely(let cause): cause.tier >= .stated
    case .noFault, .decided: true
    case .unknown, .accepted, .undecided: false
    }
  }

  /// Whether the last thing decided was that the offer was accepted.
  public static func isAccepted(_ dossier: Dossier) -> Bool {
    dossier.lastDecision?.kind == .accepted
  }

  /// What decided the candidate, the heaviest reason first.
  private static func choice(_ dossier: Dossier) -> String? {
    heaviest(dossier.findings.filter { $0.kind != .strength && $0.reason == Finding.ownChoice })
  }

  /// What the best founded of some findings says, the heaviest of those.
  private static func heaviest(_ findings: [Finding]) -> String? {
    findings.max {
      ($0.tier.rawValue, $0.weight, $1.id) < ($1.tier.rawValue, $1.weight, $0.id)
    }?.statement
  }

  /// Whose a finding was: as it says itself, else as its reason has it, else by its column.
  public static func control(of finding: Finding, _ reason: Reason?) -> Control {
    finding.control ?? reason?.control ?? (finding.kind == .outside ? .notMine : .mine)
  }

  /// `most likely (they told you): less experience than another`. What nobody but the user saw decided nothing
  /// for sure: where they gave no reason that counts, that is said first, and then what was noticed, as noticed.
  public var sentence: String {
    switch headline {
    case .unknown: return "we don't know why, and that says nothing about you"
    case .undecided:
      return isOffered
        ? "they made you an offer, and the choice is yours"
        : "no decision yet, so nothing to explain"
    case .accepted: return "you took the job; keep doing what worked"
    case .decided(let why): return "it was your decision" + (why.map { ": \($0)" } ?? "")
    case .noFault:
      if let finalists, finalists > 1 {
        return "you did nothing wrong; they could only pick 1 of \(finalists)"
      }
      return "you did nothing wrong, as far as we know"
    case .likely(let cause) where cause.tier < .stated:
      return "no clear reason from them; one thing you noticed: \(noticed)"
    case .likely(let cause):
      // How it is known comes first: that must be seen even where the rest is cut.
      let title =
        cause.reason.isEmpty || cause.reason == Finding.ownWords
        ? cause.title : cause.title.lowercasedFirst
      return "most likely (\(cause.tier.label)): \(title)"
    }
  }

  /// `2 in your control, 3 partly, 2 not; 1 guess`, of which only what there is; empty before a decision.
  public var split: String {
    if headline == .undecided { return "" }
    let parts = [(mine, ""), (partly, "partly "), (notMine, "not ")].filter { $0.0 > 0 }
    let counts = parts.enumerated().map { i, part in
      let words = part.1 + (i == 0 ? "in your control" : "")
      return "\(part.0) \(words.trimmed)"
    }.joined(separator: ", ")
    let guessed = guesses == 0 ? "" : guesses == 1 ? "1 guess" : "\(guesses) guesses"
    return [counts, guessed].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension Control {
  /// As a sentence has it.
  public var label: String {
    switch self {
    case .mine: "in your control"
    case .partly: "partly in your control"
    case .notMine: "not in your control"
    }
  }
}

extension Verdict {
  /// The question at which a cause is named.
  public static let causesItem = "causes.name"

  /// Whether a cause may be said: the person has looked at what decided it, or has finished a debrief.
  /// Nobody is judged before (A3).
  public static func mayBeSaid(_ dossier: Dossier) -> Bool {
    dossier.debriefs.contains { $0.closed != nil }
      || dossier.responses.contains { $0.item == causesItem }
  }

  /// The sentence a screen or a page shows; before the person has looked at what decided it, one
  /// without a cause. Empty where there is nothing to say yet.
  public func said(of dossier: Dossier) -> String {
    switch headline {
    case .undecided, .accepted, .decided: headlineText
    case .unknown, .noFault, .likely: Verdict.mayBeSaid(dossier) ? headlineText : ""
    }
  }

  /// The counts beside it, where they may be seen.
  public func saidSplit(of dossier: Dossier) -> String {
    said(of: dossier).isEmpty ? "" : split
  }
}
