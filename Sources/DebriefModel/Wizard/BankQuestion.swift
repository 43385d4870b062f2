/// A question of the bank: something that is often asked, or good to ask.
public struct BankQuestion: Hashable, Sendable {
  /// Who asks it, and when.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// They ask the candidate.
    case candidate
    /// The candidate asks in the room.
    case room
    /// The candidate asks after the decision.
    case after
    /// The candidate asks themselves.
    case oneself
    /// How well the two sides fit, asked before the talk and again after it.
    case fit
  }

  /// Its stable id, such as `why-hire`.
  public var id: String
  /// Who asks it, and when.
  public var side: Side
  /// The question.
  public var ask: String
  /// How it was asked before: what is stored under those words is still about it.
  public var was: [String] = []
  /// What to keep in mind for it, in one line; may be empty.
  public var hint: String
  /// Words to find it by, such as `common` or `personal`.
  public var tags: [String]
  /// The rows of advice it serves.
  public var advice: [String]
  /// The short name of its source.
  public var source: String

  /// Makes a question.
  public init(
    id: String, side: Side, ask: String, hint: String = "", tags: [String] = [],
    advice: [String] = [], source: String = ""
  ) {
    self.id = id
    self.side = side
    self.ask = ask
    self.hint = hint
    self.tags = tags
    self.advice = advice
    self.source = source
  }

  /// Whether a stored text is this question, also as it was asked before.
  public func isAsked(by text: String) -> Bool { ask == text || was.contains(text) }
}
