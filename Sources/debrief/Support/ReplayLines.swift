import DebriefRunner
import TUI

/// The lines of a script for plain mode. `:advance 5m` puts the clock forward, `:expect TEXT` looks for a
/// text in what was said since the line before, and a line that begins with `#` is a comment; everything
/// else is typed as it stands.
final class ReplayLines: PlainLines {
  private var script: ArraySlice<(number: Int, text: String)>
  private let advance: (Int) -> Void
  private var said = ""
  /// What was looked for in vain, in a sentence.
  private(set) var fault: String?

  init(_ text: String, advance: @escaping (Int) -> Void) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The end of the last line is no line of its own.
    if lines.last?.isEmpty == true { lines.removeLast() }
    script = lines.enumerated().map { ($0 + 1, $1) }[...]
    self.advance = advance
  }

  /// How many lines were not typed yet.
  var left: Int { fault == nil ? script.count { !$0.text.hasPrefix("#") } : 0 }

  /// Keeps what was said, and prints it.
  func heard(_ text: String) -> Bool {
    said += text
    return emit(text)
  }

  func next(timeoutMilliseconds: Int?) -> PlainLine {
    while fault == nil, let line = script.popFirst() {
      if line.text.hasPrefix("#") { continue }
      if line.text.hasPrefix(":advance "), let seconds = KeyScript.seconds(line.text.dropFirst(9)) {
        advance(seconds)
        continue
      }
      if line.text.hasPrefix(":expect ") {
        let wanted = String(line.text.dropFirst(8))
        if !said.contains(wanted) {
          fault = "line \(line.number): nothing said \"\(wanted)\"."
        }
        continue
      }
      said = ""
      return PlainLine(ArraySlice(line.text.utf8))
    }
    return .end
  }
}
