/// A script of keys and checks, as `debrief replay` plays it.
///
/// Keys stand between blanks: `<enter>`, `<ctrl+s>`, `<f1>`, `<lt>` name a key, any other word is typed
/// character by character, with `␣` for a blank; in a paste `␤` is a line feed. A line that starts with `:` is a directive, one that
/// starts with `#` a comment.
public struct KeyScript: Equatable, Sendable {
  /// One step of a script.
  public enum Step: Equatable, Sendable {
    /// Something the user does.
    case event(InputEvent)
    /// Something the user does with the mouse; `line` is the script's line, 1 first.
    case pointer(Pointer.Action, Spot, line: Int)
    /// Keep the screen under a name.
    case saveScreen(String)
    /// Give the terminal another size.
    case resize(Size)
    /// Put the clock forward.
    case advance(seconds: Int)
    /// The screen must show this text; `line` is the script's line, 1 first.
    case expect(String, line: Int)
  }

  /// Where the mouse is.
  public enum Spot: Equatable, Sendable {
    /// At a cell: the column and the row, 0 first.
    case cell(Int, Int)
    /// At the first character of a text, where it first stands on the screen.
    case text(String)

    /// What the mouse does here on a screen; nil where the text is not on it.
    public func pointer(_ action: Pointer.Action, on frame: Frame?) -> Pointer? {
      switch self {
      case .cell(let x, let y): return Pointer(action, x: x, y: y)
      case .text(let text): return frame?.place(of: text).map { Pointer(action, x: $0.x, y: $0.y) }
      }
    }
  }

  /// Why a script cannot be read.
  public struct Failure: Error, Equatable, CustomStringConvertible {
    /// The line, 1 first.
    public let line: Int
    /// The word that is wrong.
    public let token: String
    /// What is wrong with it.
    public let reason: String

    /// A sentence naming line and word.
    public var description: String { "line \(line): \(token): \(reason)" }
  }

  /// The steps, in order.
  public let steps: [Step]

  /// Reads a script; throws `Failure`.
  public init(parsing text: String) throws {
    var steps: [Step] = []
    for (i, line) in TextWidth.hardLines(text).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.isEmpty || content.hasPrefix("#") { continue }
      if content.hasPrefix(":") {
        steps += try Self.directive(content, line: i + 1)
      } else {
        for token in content.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
          steps += try Self.keys(token, line: i + 1)
        }
      }
    }
    self.steps = steps
  }

  private static func keys(_ token: Substring, line: Int) throws -> [Step] {
    if token.hasPrefix("<") {
      guard token.hasSuffix(">"), token.count > 2, let key = KeyNames.key(token) else {
        throw Failure(line: line, token: String(token), reason: "no such key; type <lt> for \"<\"")
      }
      return [.event(.key(key))]
    }
    return typed(token, blank: "␣")
  }

  private static func typed(_ text: Substring, blank: Character?) -> [Step] {
    text.map { .event(.key(.char($0 == blank ? " " : $0))) }
  }

  private static func directive(_ content: Substring, line: Int) throws -> [Step] {
    let word = content.prefix { $0 != " " && $0 != "\t" }
    // One blank parts the directive from its text; what follows is taken as it stands.
    let rest = content.dropFirst(word.count + 1)
    let name = String(word)
    func fail(_ reason: String) -> Failure {
      Failure(line: line, token: rest.isEmpty ? name : String(rest), reason: reason)
    }
    switch name {
    case ":save-screen":
      guard !rest.isEmpty, !rest.contains("/") else { throw fail("needs a file name") }
      return [.saveScreen(String(rest))]
    case ":resize":
      let parts = rest.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let width = parts[0], let height = parts[1],
        (1...1000).contains(width), (1...1000).contains(height)
      else { throw fail("needs a size such as 80x24") }
      return [.resize(Size(width, height))]
    case ":click": return [.pointer(.press, try spot(rest, fail), line: line)]
    case ":double-click":
      let spot = try spot(rest, fail)
      return [.pointer(.press, spot, line: line), .pointer(.pressTwice, spot, line: line)]
    case ":wheel-up": return [.pointer(.wheelUp, try spot(rest, fail), line: line)]
    case ":wheel-down": return [.pointer(.wheelDown, try spot(rest, fail), line: line)]
    case ":paste": return [.event(.paste(String(rest.map { $0 == "␤" ? "\n" : $0 })))]
    case ":type": return typed(rest, blank: nil)
    case ":advance":
      guard let seconds = seconds(rest) else {
        throw fail("needs a time such as 30s, 5m, 2h, or 1d")
      }
      return [.advance(seconds: seconds)]
    case ":expect":
      guard !rest.isEmpty else { throw fail("needs the text to look for") }
      return [.expect(String(rest), line: line)]
    default: throw Failure(line: line, token: name, reason: "no such command")
    }
  }

  /// A cell such as `12,4`, the column first and both from 0; else a text on the screen.
  private static func spot(_ text: Substring, _ fail: (String) -> Failure) throws -> Spot {
    if text.isEmpty { throw fail("needs a text on the screen, or a cell such as 12,4") }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 2, let x = parts[0], let y = parts[1], x >= 0, y >= 0 { return .cell(x, y) }
    return .text(String(text))
  }

  /// The seconds of a time such as 30s, 5m, 2h, or 1d; nil for anything else.
  public static func seconds(_ text: Substring) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
    guard let last = text.last, let unit = units[last], let n = Int(text.dropLast()),
      (0...1_000_000).contains(n)
    else { return nil }
    return n * unit
  }
}
