/// Why the verdict is what it is, line by line, and where each line leads: every cause with its
/// evidence and the words behind it, guesses apart, what would change it, and which weaknesses have
/// no rival cause yet (A3 to A5, A44, A80). Pure: the same data gives the same lines.
public struct VerdictReasons: Hashable, Sendable {
  /// What a line leads to.
  public enum Place: Hashable, Sendable {
    case finding(ID), turn(ID), feedback(ID), response(ID)
    /// A weakness whose rival cause is asked for.
    case rival(ID)
  }

  /// What a line is, so that a screen can give it a look.
  public enum Kind: Hashable, Sendable {
    case headline, plain, heading, cause, grounds, fact, words, rival
  }

  /// One line.
  public struct Line: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// What it says.
    public var text: String
    /// Where it leads, if anywhere.
    public var place: Place?
  }

  /// The verdict the lines explain.
  public let verdict: Verdict
  /// The lines, in order.
  public private(set) var lines: [Line] = []

  /// What a rival cause is when nothing else comes to mind.
  public static let nothingElse = "-"

  /// Explains the verdict over a dossier.
  public init(_ dossier: Dossier, reasons: [Reason]) {
    // What is shown must not hang on the order in which the things came.
    var dossier = dossier
    dossier.sort()
    verdict = Verdict(dossier, reasons: reasons)
    let findings = Dictionary(dossier.findings.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    add(.headline, VerdictReasons.stopped(verdict.sentence.capitalizedFirst))
    if verdict.dodged {
      add(
        .plain,
        "Maybe it's for the best: some things there bothered you, and you wouldn't take it now.")
    }
    if !verdict.split.isEmpty { add(.plain, verdict.split) }
    if let sealed = ForecastRules.standing(dossier) {
      let felt = sealed.feltWords.map { ", and \($0)" } ?? ""
      add(
        .plain, "You predicted a \(sealed.chance)% chance, on \(sealed.sealed.day.long)\(felt).")
    }
    if let cold = LastContact.coldEnding(dossier) {
      add(
        .plain,
        "Your last exchange, on \(cold.long), was a little cold. A friendly note can fix that.")
    }
    switch verdict.headline {
    case .undecided:
      add(.plain, "Everything you write down is kept for when you hear back.")
      return
    case .accepted: break
    case .decided:
      add(.plain, "This was your call. Nobody has to be at fault, and your reason is enough.")
    case .unknown, .noFault, .likely:
      add(.plain, equalTerms)
      add(.plain, "What would change this: " + changer(dossier))
    }
    let choices = verdict.causes.filter { $0.isChoice && $0.tier > .guess }
    if !choices.isEmpty { add(.heading, PageTitles.decision) }
    for cause in choices { explain(cause, nil, findings, dossier) }
    let founded = verdict.causes.filter { $0.tier > .guess && !$0.isChoice }
    let guesses = verdict.causes.filter { $0.tier == .guess }
    if !founded.isEmpty {
      let isDecided = if case .decided = verdict.headline { true } else { false }
      let what = isDecided ? "What else you noticed" : "Likely reasons"
      add(.heading, what + ", strongest evidence first")
    }
    for (i, cause) in founded.enumerated() { explain(cause, i + 1, findings, dossier) }
    if !guesses.isEmpty { add(.heading, "Guesses: shown, but not counted") }
    for cause in guesses { explain(cause, nil, findings, dossier) }
    let alone = VerdictReasons.withoutRival(dossier, reasons: reasons)
    if !alone.isEmpty { add(.heading, "What else could explain these?") }
    for finding in alone { add(.rival, finding.statement, .rival(finding.id)) }
  }

  /// The weaknesses that count as the candidate's own and have no rival cause beside them (A5).
  public static func withoutRival(_ dossier: Dossier, reasons: [Reason]) -> [Finding] {
    dossier.findings.filter { dossier.asksForRival($0, reasons: reasons) }
  }

  private mutating func add(_ kind: Kind, _ text: String, _ place: Place? = nil) {
    lines.append(Line(kind: kind, text: text, place: place))
  }

  private mutating func explain(
    _ cause: Verdict.Cause, _ rank: Int?, _ findings: [ID: Finding], _ dossier: Dossier
  ) {
    let first = cause.findings.first.map { Place.finding($0) }
    let mark = cause.isChoice && cause.tier > .guess ? "" : rank.map { "\($0). " } ?? "? "
    add(.cause, mark + cause.title.capitalizedFirst, first)
    var grounds = [cause.tier.label]
    if let candour = cause.candour { grounds.append(candour.label) }
    grounds += [cause.isChoice ? "your choice" : cause.control.label, "importance \(cause.weight)"]
    add(.grounds, grounds.joined(separator: " · "), first)
    for case let finding? in cause.findings.map({ findings[$0] }) {
      if !cause.reason.isEmpty || finding.statement != cause.title {
        add(.fact, "\(finding.statement) (\(finding.tier.label))", .finding(finding.id))
      }
      if let shown = VerdictReasons.words(behind: finding, dossier) {
        add(.words, shown.text, shown.place)
      }
      if let rival = finding.rival, !rival.isEmpty {
        let text =
          rival == VerdictReasons.nothingElse ? "nothing else came to mind" : "or maybe: \(rival)"
        add(.rival, text, .finding(finding.id))
      }
    }
    for case let finding? in cause.repeats.map({ findings[$0] }) {
      add(.fact, "\(finding.statement) (the same thing again, counted once)", .finding(finding.id))
    }
  }

  /// What was said or done that shows a finding, when it is on file.
  static func words(behind finding: Finding, _ dossier: Dossier) -> (text: String, place: Place)? {
    guard let evidence = finding.evidence else { return nil }
    switch evidence.kind {
    case .turn:
      guard let at = dossier.turns.firstIndex(where: { $0.id == evidence.id }) else { return nil }
      let turn = dossier.turns[at]
      let rated = turn.rating.map { ", rated \($0)/5" } ?? ""
      return ("Q\(at + 1) \(turn.question)\(rated)", .turn(turn.id))
    case .feedback:
      guard let reply = dossier.feedback.first(where: { $0.id == evidence.id }) else { return nil }
      let thing = reply.three.first { !$0.reason.isEmpty && $0.reason == finding.reason }
      let said =
        thing?.text ?? (reply.verbatim.isEmpty ? reply.three.first?.text ?? "" : reply.verbatim)
      let from = reply.from.isEmpty ? "They" : reply.from
      let flat = said.split(whereSeparator: \.isNewline).joined(separator: " ")
      return (flat.isEmpty ? from : "\(from): \"\(flat)\"", .feedback(reply.id))
    case .response:
      guard let response = dossier.responses.first(where: { $0.id == evidence.id }) else {
        return nil
      }
      // A choice, a number and a tick are stored by a name that says nothing to anybody.
      let isText = response.value.contains { $0.isWhitespace }
      return (
        isText ? "your answer: \(response.value)" : "your answer in the debrief",
        .response(response.id)
      )
    }
  }

  /// That nothing was wrong stands on equal terms with every cause (A4).
  private var equalTerms: String {
    var text: String
    switch verdict.headline {
    case .accepted, .decided, .undecided: text = ""
    case .unknown: text = "It's just as likely that you did nothing wrong."
    case .noFault: text = "What they said explains it. You don't need to look for anything else."
    case .likely(let cause) where cause.tier >= .stated && cause.control != .notMine:
      text = "Even so, you may well have done nothing wrong."
    case .likely:
      text = "You may well have done nothing wrong. Nobody has said you did."
    }
    if let finalists = verdict.finalists, finalists > 1 {
      text += " \(finalists) people made it to the final round, and only one could get the job."
    }
    return text
  }

  /// What evidence would give another verdict, in one sentence.
  private func changer(_ dossier: Dossier) -> String {
    let replies = dossier.feedback.filter { $0.received != nil && $0.isEmployers }
    switch verdict.headline {
    case .accepted, .decided, .undecided: return ""
    case .unknown:
      if replies.isEmpty {
        return dossier.feedback.contains(where: \.isWaiting)
          ? "their answer, if it names a reason."
          : "a word from them. You could ask."
      }
      if replies.allSatisfy({ $0.candour.map { !$0.counts } ?? false }) {
        return "one specific sentence from them. What they've said so far gives no reason."
      }
      if replies.contains(where: { $0.candour == nil && $0.three.isEmpty }) {
        return "how specific their reply was. You can add that to their feedback."
      }
      return "a strength or weakness linked to their words, or to one of your answers."
    case .noFault: return "a specific reason from them, with evidence just as strong."
    case .likely(let cause):
      let near = verdict.causes.dropFirst().first { $0.tier == cause.tier }
      let other = near.map { VerdictReasons.near($0, cause) } ?? ""
      switch cause.tier {
      case .guess, .inference, .observed:
        return "a different reason, if they tell you one\(other)."
      case .stated where cause.candour ?? .general < .specific:
        return "a different reason, explained in more detail\(other)."
      case .stated: return "a different reason, with an example or in their records\(other)."
      case .record: return "only something else in their records\(other)."
      }
    }
  }

  /// How close the next cause of the same tier comes.
  private static func near(_ next: Verdict.Cause, _ cause: Verdict.Cause) -> String {
    let title =
      next.reason.isEmpty ? next.title : next.title.lowercasedFirst
    if next.candour ?? .general < cause.candour ?? .general {
      return " (close behind, but less specific: \(title))"
    }
    return next.weight == cause.weight
      ? " (just as likely: \(title))" : " (close behind: \(title))"
  }

  /// With a full stop, unless the words, which may be the user's own, bring an end along.
  static func stopped(_ text: String) -> String {
    let end = text.reversed().first { !"\"'”’)".contains($0) && !$0.isWhitespace }
    return end.map { ".?!…".contains($0) } ?? false ? text : text + "."
  }
}
