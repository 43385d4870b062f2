// What findings cite: one thing that was said or done counts once, however often it was written down.

extension Finding {
  /// The code of what came only after their decision: kept, and no cause of it.
  public static let later = "R-LATER"
}

extension Dossier {
  /// What decided last: a no, a silence, a step back, an acceptance, or that all is open again.
  var lastDecision: Event? {
    decisions.last
  }

  /// Whether there is an outcome to look back on. An offer that is not answered is none; silence may
  /// be looked back on before it is called so (A1).
  public var isDecided: Bool {
    switch lastDecision?.kind {
    case .refused, .silent, .withdrew, .accepted, .declined: true
    case nil: debrief != nil
    default: false
    }
  }

  /// Whether a finding came after their decision, and so cannot have caused it.
  public func isLater(_ finding: Finding) -> Bool {
    if finding.reason == Finding.later { return true }
    guard finding.evidence?.kind == .turn, let decided = lastDecision?.known,
      let turn = turns.first(where: { $0.id == finding.evidence?.id }),
      let day = interviews.first(where: { $0.id == turn.interview })?.start?.day
    else { return false }
    return day > decided
  }

  /// Whether a weakness blames oneself, and no rival cause outside of one's hands stands beside it (A5).
  /// What the employer said outright is no blame of one's own making.
  public func asksForRival(_ finding: Finding, reasons: [Reason]) -> Bool {
    guard finding.kind == .weakness, (finding.rival ?? "").isEmpty, !isLater(finding),
      Verdict.control(of: finding, reasons.first { $0.code == finding.reason }) == .mine
    else { return false }
    guard finding.evidence?.kind == .feedback else { return true }
    let reply = feedback.first { $0.id == finding.evidence?.id }
    return reply.map { $0.tier < .stated } ?? true
  }

  /// Findings that cite again what an earlier one cites, each with that earlier one.
  func repeats(among findings: [Finding]) -> [ID: ID] {
    var result: [ID: ID] = [:]
    var first: [Finding] = []
    for finding in findings.sorted(by: { ($0.recorded, $0.id) < ($1.recorded, $1.id) }) {
      guard finding.evidence != nil else { continue }
      if let earlier = first.first(where: { isRepeat(finding, of: $0) }) {
        result[finding.id] = earlier.id
      } else {
        first.append(finding)
      }
    }
    return result
  }

  private func isRepeat(_ finding: Finding, of earlier: Finding) -> Bool {
    guard let evidence = finding.evidence, evidence == earlier.evidence else { return false }
    let isSame = finding.reason == earlier.reason
    if evidence.kind == .feedback {
      let (part, other) = (part(finding), self.part(earlier))
      if part != nil, other != nil { return part == other }
      if part != nil { return isSame }
      // A reply may name several causes; one without a reason of its own is one of them again.
      return isSame || finding.reason.isEmpty || other == nil && earlier.reason.isEmpty
    }
    return isSame || finding.reason.isEmpty || earlier.reason.isEmpty
  }

  /// Which of the three things of the reply, or which of its slots, a finding cites; nil for the whole.
  private func part(_ finding: Finding) -> Int? {
    guard let reply = feedback.first(where: { $0.id == finding.evidence?.id }) else { return nil }
    return reply.part(finding)
  }
}

extension Feedback {
  /// What can be cited of a reply, each once: the three things, else its first line, else its slots.
  public var citable: [String] {
    let things = three.map(\.text).filter { !$0.isEmpty }
    if !things.isEmpty { return things }
    let line = verbatim.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if !line.isEmpty { return [line] }
    return slots.filter { !$0.isEmpty }
  }

  private var slots: [String] { [aspect, qualification, fit, comparison] }

  /// Which of the three things, or which slot, a finding cites; nil for the reply as a whole.
  func part(_ finding: Finding) -> Int? {
    if let thing = three.firstIndex(where: { $0.text == finding.statement }) { return thing }
    let isThing = three.firstIndex { !$0.reason.isEmpty && $0.reason == finding.reason }
    return isThing ?? slots.firstIndex { $0 == finding.statement }.map { three.count + $0 }
  }

  /// The next of ``citable`` for a column, or the finding that cites the last of them already; neither
  /// where there are no words.
  public func next(
    _ kind: Finding.Kind, _ findings: [Finding]
  ) -> (words: String?, known: Finding?) {
    let linked = findings.filter { $0.evidence == Evidence(.feedback, id) }
    var known: Finding?
    for words in citable {
      let thing = three.firstIndex { $0.text == words }
      let reason = thing.map { three[$0].reason } ?? ""
      let isOne = thing == nil && citable.count == 1
      let here = linked.first {
        $0.statement == words || !reason.isEmpty && $0.reason == reason
          || isOne && ($0.kind == .strength) == (kind == .strength)
      }
      guard let here else { return (words, nil) }
      known = known ?? here
    }
    return (nil, known)
  }
}
