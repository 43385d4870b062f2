import TUI

/// Keys that belong to widgets and not to a command.
public enum HelpText {
  /// A paragraph of the help's own text: a step of a list has its number before it, and goes on below its
  /// first word.
  struct Paragraph: Equatable, Sendable {
    var number = ""
    var text: String

    /// Its rows in so many columns.
    func rows(_ width: Int) -> [String] {
      guard !number.isEmpty else { return TextWidth.wrap(text, width: width) }
      let indent = TextWidth.columns(number) + 1
      let blanks = String(repeating: " ", count: indent)
      return TextWidth.wrap(text, width: max(8, width - indent)).enumerated().map { at, row in
        (at == 0 ? number + " " : blanks) + row
      }
    }
  }

  /// The paragraphs of the help's own text, parted by empty lines or by the numbers of steps; its headings
  /// are left out.
  static func paragraphs(_ text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = String(line).trimmed
      if words.isEmpty || words.hasPrefix("#") {
        isOpen = false
      } else if let number = number(of: words) {
        let rest = String(words.dropFirst(number.count)).trimmed
        paragraphs.append(Paragraph(number: number, text: rest))
        isOpen = true
      } else if isOpen {
        paragraphs[paragraphs.count - 1].text += " " + words
      } else {
        paragraphs.append(Paragraph(text: words))
        isOpen = true
      }
    }
    return paragraphs
  }

  /// The number a step begins with, such as `3.`; nil for other lines.
  private static func number(of line: String) -> String? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return !digits.isEmpty && rest.hasPrefix(". ") ? digits + "." : nil
  }

  /// Keys and what they do, for help and the table of keys.
  public static let fixed: [(keys: String, text: String)] = [
    ("j k ↓ ↑", "down and up in a list; g first, G last; Ctrl-D and Ctrl-U half a page"),
    ("h l ← →", "the other list, or along a scale"),
    ("0-9 y n", "answer a question right away; for a number, press Enter"),
    ("Tab", "the next field of a form; Shift-Tab goes to the previous one"),
    ("Enter", "in a form: the next field; in the last one it saves. Alt-Enter is a new line"),
    ("^S", "save a form from any field"),
    ("Esc ^C", "leave a form; what you typed is kept as a draft"),
    ("^X", "in a form: clear what you typed"),
    ("↑ ↓", "in a line at the bottom of the screen: what you typed there before"),
    ("^O", "in a form: open the field in $VISUAL or $EDITOR"),
    (
      "mouse",
      "click to select, double-click to open, wheel to scroll; Shift-drag selects text to copy"
    ),
    (
      "^A ^E ^K ^U",
      "in a field: the usual shell keys, also Ctrl-W, Ctrl-Y, Ctrl-T, Alt-B, Alt-F, Alt-D; "
        + "Ctrl-_ undoes"
    ),
  ]
}
