/// When something is asked or offered: a small expression over answers and facts, such as
/// `@interviewed and mood.start <= 2`, or `answer is no`.
///
/// - `@name` is a fact about the application: a yes/no, or a number or a word to compare with.
/// - `answer` is the answer to the item the condition stands at; any other bare name is the id of
///   an item and stands for its answer. A question that is not answered compares as false.
/// - `is`, `is not`, `<`, `<=`, `>`, `>=` compare; `has` asks whether a box is ticked; `and`, `or`,
///   `not` and brackets combine.
public indirect enum Condition: Hashable, Sendable {
  /// What a comparison does.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "is"
    case unequal = "is not"
    /// Of boxes to tick: whether this one is ticked.
    case has
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="

    /// Whether it compares two numbers.
    public var isOrder: Bool {
      switch self {
      case .less, .atMost, .greater, .atLeast: true
      case .equal, .unequal, .has: false
      }
    }
  }
  /// A fact or an answer alone: true when it is there and is not `no`, `0` or empty.
  case present(String)
  /// A fact or an answer against a value.
  case compare(String, Comparison, String)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)

  /// Whether it holds, where `value` gives the value of `@fact`, `answer` or an item's id, and nil
  /// for what is not known.
  public func holds(_ value: (String) -> String?) -> Bool {
    switch self {
    case .present(let name):
      guard let found = value(name) else { return false }
      return !found.isEmpty && found != "no" && found != "0"
    case .compare(let name, let comparison, let wanted):
      guard let found = value(name), !found.isEmpty else { return false }
      switch comparison {
      case .equal: return found == wanted
      case .unequal: return found != wanted
      case .has: return found.split(separator: " ").contains { $0 == wanted }
      case .less, .atMost, .greater, .atLeast:
        guard let a = Int(found), let b = Int(wanted) else { return false }
        switch comparison {
        case .less: return a < b
        case .atMost: return a <= b
        case .greater: return a > b
        default: return a >= b
        }
      }
    case .not(let it): return !it.holds(value)
    case .and(let a, let b): return a.holds(value) && b.holds(value)
    case .or(let a, let b): return a.holds(value) || b.holds(value)
    }
  }
}
