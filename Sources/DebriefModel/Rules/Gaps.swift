/// Where the gaps were, worked out for those whom nobody tells: from what the job asks for, what the résumé
/// says, and what the notes of the interview hold (A46).
public struct Gap: Hashable, Sendable {
  /// What it says about the person.
  public var kind: Feedback.Gap
  /// What it is about, as it stands in the preparation.
  public var text: String
  /// What shows it, in words; empty where the kind says it all.
  public var why: String
  /// The requirement or claim it was worked out from.
  public var source: ID

  /// A line about it: `Five years of on-call: you don't have it yet (they ask for 5 years, you have 3)`.
  public var sentence: String {
    "\(text): \(kind.label)" + (why.isEmpty ? "" : " (\(why))")
  }
}

/// How gaps are worked out.
public enum Gaps {
  /// The worst rating that shows a thing weakly (A31).
  private static let weak = 2

  /// The gaps of an application that was decided, what is lacking first. None while it is open, and none
  /// where somebody said what was missing: their words come before what can be worked out.
  public static func list(_ dossier: Dossier, now: Moment) -> [Gap] {
    guard dossier.isDecided, !isTold(dossier) else { return [] }
    // Without any notes nobody can say what was asked.
    let asked = dossier.turns.filter { $0.asker == .them }
    var gaps: [Gap] = []
    for it in dossier.preparations where !it.text.isEmpty {
      switch it.kind {
      case .requirement: gaps += requirement(it, asked)
      case .claim: gaps += claim(it)
      default: break
      }
    }
    let order: [Feedback.Gap] = [.lacking, .shownWeakly, .notAsked]
    return order.flatMap { kind in gaps.filter { $0.kind == kind } }
  }

  /// Whether the employer's side named what was missing.
  private static func isTold(_ dossier: Dossier) -> Bool {
    dossier.feedback.contains {
      $0.isEmployers && $0.received != nil && !$0.three.allSatisfy { $0.text.isEmpty }
    }
  }

  private static func requirement(_ it: Preparation, _ asked: [Turn]) -> [Gap] {
    let under = PreparationRules.experience(it) == .under
    if it.state == .unmet || it.state == .partly && under {
      var why = ""
      if under, let required = it.required, let held = it.held {
        why = "they ask for \(required) years, you have \(held)"
      }
      return [Gap(kind: .lacking, text: it.text, why: why, source: it.id)]
    }
    guard it.state == .met || it.state == .partly, !asked.isEmpty else { return [] }
    let about = asked.enumerated().filter { isAbout($0.element, it.text) }
    if about.isEmpty { return [Gap(kind: .notAsked, text: it.text, why: "", source: it.id)] }
    // Shown well once is shown.
    guard let best = about.max(by: { rank($0.element) < rank($1.element) }),
      isWeak(best.element)
    else { return [] }
    return [
      Gap(kind: .shownWeakly, text: it.text, why: "answer \(best.offset + 1)", source: it.id)
    ]
  }

  private static func claim(_ it: Preparation) -> [Gap] {
    if it.raised == false, it.state == .provable {
      return [Gap(kind: .notAsked, text: it.text, why: "", source: it.id)]
    }
    guard it.raised == true else { return [] }
    switch it.shown {
    case .partly?,
      .unmet? where it.state == .provable:
      return [Gap(kind: .shownWeakly, text: it.text, why: "", source: it.id)]
    case .unmet?:
      return [Gap(kind: .lacking, text: it.text, why: "you couldn't back it up", source: it.id)]
    default: return []
    }
  }

  private static func rank(_ turn: Turn) -> Int {
    turn.rating ?? (turn.mark == "-" ? weak : turn.mark == "+" ? 4 : 3)
  }

  private static func isWeak(_ turn: Turn) -> Bool {
    turn.rating.map { $0 <= weak } ?? (turn.mark == "-")
  }

  /// Words that many requirements have and that tell none from another.
  private static let general: Set<String> = [
    "year", "experienc", "experience", "knowledg", "strong", "good", "solid", "skill", "ability",
    "work", "least", "similar", "production",
  ]

  /// Whether a question, or its answer, is about a requirement: at least half of what tells it apart.
  static func isAbout(_ turn: Turn, _ text: String) -> Bool {
    let wanted = AskedQuestions.words(text).filter { word in
      !general.contains { word == $0 || $0.hasPrefix(word) && word.count > 3 }
        && Int(word.prefix { $0.isNumber }) == nil && !numbers.contains(word)
    }
    guard !wanted.isEmpty else { return false }
    let said = AskedQuestions.words(turn.question + " " + turn.answer)
    return wanted.intersection(said).count * 2 >= wanted.count
  }

  private static let numbers: Set<String> = ["two", "three", "four", "five", "fiv", "six", "ten"]
}

extension Feedback.Gap {
  /// What such a gap leads on to, before the user changes it (A46, A86, A105).
  public func suggest(_ text: String, in it: inout Improvement) {
    switch self {
    case .lacking:
      it.what = "Learn: \(text)"
      it.area = .skills
      it.effort = .medium
      it.learning = true
    case .shownWeakly:
      it.what = "Show it with an example: \(text)"
      it.area = .presentation
    case .notAsked:
      it.what = "Bring it up yourself, with an example: \(text)"
      it.area = .presentation
    }
  }
}

extension Wizard {
  /// The gaps that no change to try or to learn takes up yet (A46).
  public var openGaps: [Gap] {
    Gaps.list(dossier, now: debrief.closed ?? debrief.started).filter { gap in
      !dossier.improvements.contains { $0.what.hasSuffix(gap.text) }
    }
  }

  /// A change to try, or something to learn, from a gap.
  public func take(_ gap: Gap, ids: inout IDSource, now: Moment) -> Change {
    var it = Improvement(id: ids.draw(), application: debrief.application, recorded: now)
    it.debrief = debrief.id
    gap.kind.suggest(gap.text, in: &it)
    return Change(
      it.isLearning ? "something to learn added" : "change to try added",
      [.insert(.improvement(it))])
  }
}
