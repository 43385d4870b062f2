/// Text made safe for Markdown: whatever the user wrote comes out as the words it is, not as a
/// heading, a list, a link or HTML.
public enum MarkdownText {
  /// A text on one line, for a paragraph, a heading, a list item or the cell of a table.
  public static func line(_ text: String) -> String {
    escape(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// A text with its lines, each quoted with `> `.
  public static func quote(_ text: String) -> String {
    var rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      line(String($0))
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    var out = ""
    for (i, row) in rows.enumerated() {
      // A backslash at the end of a line keeps the line as the user broke it.
      let goesOn = !row.isEmpty && i + 1 < rows.count && !rows[i + 1].isEmpty
      out += (row.isEmpty ? ">" : "> " + row) + (goesOn ? "\\" : "") + "\n"
    }
    return out
  }

  private static func escape(_ line: String) -> String {
    var out = ""
    var isStart = true
    var afterDigits = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "$", "#":
        out += "\\"
      case "+", "-", "=", ":":
        if isStart { out += "\\" }
      case ".", ")":
        if afterDigits { out += "\\" }
      default: break
      }
      out.unicodeScalars.append(scalar)
      afterDigits = (isStart || afterDigits) && ("0"..."9").contains(scalar)
      isStart = false
    }
    return out
  }
}
