/// What was entered at the foot of the screen, by what it was for: the arrows bring it back.
public struct Entered: Equatable, Sendable {
  /// What a line is for. Its name is that in the file.
  public enum Kind: String, CaseIterable, Sendable {
    /// Words that narrow a list, and words that are looked for in one.
    case filter, find
    /// Words that find a command.
    case command
    /// Days, and files.
    case day, file
    /// Any other line.
    case line
  }

  /// So many lines of a kind are kept, and none that is longer.
  public static let most = 100
  /// In bytes.
  public static let longest = 1_000

  private var lines: [Kind: [String]] = [:]

  /// Nothing was entered yet.
  public init() {}

  /// The lines of a kind, the latest last.
  public func lines(_ kind: Kind) -> [String] { lines[kind] ?? [] }

  /// Adds a line as the latest; one that was there before moves. False for one that isn't kept.
  @discardableResult
  public mutating func add(_ text: String, _ kind: Kind) -> Bool {
    guard Entered.keeps(text) else { return false }
    lines[kind, default: []].removeAll { $0 == text }
    lines[kind, default: []].append(text)
    if lines(kind).count > Entered.most { lines[kind]?.removeFirst() }
    return true
  }

  private static func keeps(_ text: String) -> Bool {
    !text.allSatisfy(\.isWhitespace) && text.utf8.count <= longest
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
  }
}

/// Where one is among the lines that were entered before, while a line is typed.
struct LineRecall: Sendable {
  private let lines: [String]
  private var at: Int
  /// What was typed before the first of them was brought back.
  private var own = ""

  init(_ lines: [String]) { (self.lines, at) = (lines, lines.count) }

  /// Whether a line of before stands there.
  var isUnderWay: Bool { at < lines.count }

  /// The line before or after the one that stands there; nil at either end.
  mutating func step(isBack: Bool, from text: String) -> String? {
    if isBack {
      if !isUnderWay { own = text }
      // What stands there already is no step.
      guard let next = lines[..<at].lastIndex(where: { $0 != text }) else { return nil }
      at = next
      return lines[at]
    }
    guard isUnderWay else { return nil }
    at += 1
    return isUnderWay ? lines[at] : own
  }
}
