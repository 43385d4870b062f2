/// What they said was missing, beside what the person had noted on the same matter before (A43, Johari): known
/// to both, or new.
public struct BothViews: Hashable, Sendable {
  /// Theirs, as they named it.
  public var theirs: String
  /// One's own findings on it, heaviest first; empty where it is new.
  public var own: [String]

  /// A line about it.
  public var sentence: String {
    own.isEmpty
      ? "They said “\(theirs)”. You hadn't noted anything like it."
      : "They said “\(theirs)”. You had noted: \(own.joined(separator: "; "))."
  }
}

extension Dossier {
  /// How many findings of one's own stand beside one thing of theirs.
  private static let mostOwn = 2

  /// One's own view beside each thing the employer's side named, in their order.
  public func bothViews(reasons: [Reason]) -> [BothViews] {
    feedback.filter { $0.isEmployers && $0.received != nil }.flatMap { reply in
      reply.three.filter { !$0.text.isEmpty }.map {
        BothViews(theirs: LineText.flat($0.text), own: own(beside: $0, of: reply, reasons))
      }
    }
  }

  /// What the person had noted on a thing of a reply: of the same reason, or of the same kind, or in the same
  /// words. What was made of the reply itself is no view of one's own.
  public func own(
    beside thing: Feedback.Thing, of reply: Feedback, _ reasons: [Reason]
  ) -> [String] {
    let mine = findings.filter {
      $0.kind != .outside && $0.evidence != Evidence(.feedback, reply.id)
    }
    func group(_ code: String) -> Reason.Group? { reasons.first { $0.code == code }?.group }
    let said = AskedQuestions.words(thing.text)
    let close = mine.filter { it in
      if !thing.reason.isEmpty, it.reason == thing.reason { return true }
      let words = AskedQuestions.words(it.statement)
      return !said.isEmpty && said.intersection(words).count * 2 >= said.count
    }
    let near = mine.filter { it in
      guard let theirs = group(thing.reason), theirs != .unknown, !it.reason.isEmpty else {
        return false
      }
      return it.kind == .weakness && group(it.reason) == theirs
    }
    return (close.isEmpty ? near : close).prefix(Dossier.mostOwn).map(\.statement)
  }
}
