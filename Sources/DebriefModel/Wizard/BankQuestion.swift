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

extension BankQuestion {
  /// After so many interviews in which nobody asked it, a question sinks to the end of the list.
  public static let sinksAfter = 5

  /// The questions in their order, those at the end that nobody asked in any of the latest interviews.
  ///
  /// - Parameter lately: What was asked in each of those; with fewer than ``sinksAfter`` nothing sinks.
  public static func order(
    _ bank: [BankQuestion], lately: [[String]]
  ) -> [(question: BankQuestion, hasSunk: Bool)] {
    guard lately.count >= sinksAfter else { return bank.map { ($0, false) } }
    let asked = lately.prefix(sinksAfter).joined().map { ($0, AskedQuestions.words($0)) }
    let all = bank.map { it in
      let own = ([it.ask] + it.was).map { AskedQuestions.words($0) }
      // In doubt it was asked.
      let wasAsked = asked.contains { said, words in
        it.isAsked(by: said) || own.contains { PreparedMatch.fit($0, words) != nil }
      }
      return (question: it, hasSunk: !wasAsked)
    }
    return all.filter { !$0.hasSunk } + all.filter(\.hasSunk)
  }
}
