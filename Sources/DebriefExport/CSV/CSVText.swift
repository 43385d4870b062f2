/// Rows of cells as RFC 4180 has them: cells are quoted where they have to be, lines end with CR LF.
///
/// A spreadsheet takes a cell for a formula that begins with one of a few signs, and a formula can send what
/// stands beside it to anybody (CWE-1236). Such a text gets an apostrophe in front, and is counted.
public struct CSVText {
  /// What some spreadsheets want at the beginning of a file, to know that it is UTF-8.
  public static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// What a cell holds.
  public enum Cell: Hashable, Sendable {
    /// A text of the user's or of somebody else's.
    case text(String)
    /// What the program wrote: a number, a date, an id of its own.
    case plain(String)
  }

  /// Whether texts stay as they are, formula or not.
  public let isRaw: Bool
  /// How many cells were made harmless.
  public private(set) var tamed = 0

  /// - Parameter isRaw: Whether texts stay as they are, for a program that reads them.
  public init(isRaw: Bool = false) { self.isRaw = isRaw }

  /// A row, with the end of its line.
  public mutating func row(_ cells: [Cell]) -> String {
    let one = cells.count == 1
    var out = ""
    for (i, cell) in cells.enumerated() {
      if i > 0 { out += "," }
      switch cell {
      case .plain(let text): out += CSVText.quoted(text, always: one && text.isEmpty)
      case .text(var text):
        if !isRaw, CSVText.isFormula(text) {
          text = "'" + text
          tamed += 1
        }
        out += CSVText.quoted(text, always: one && text.isEmpty)
      }
    }
    return out + "\r\n"
  }

  /// Whether a spreadsheet may take a text for a formula. Full-width signs count: some programs narrow them.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": return true
    default: return false
    }
  }

  private static func quoted(_ text: String, always: Bool) -> String {
    let needs =
      always
      || text.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0a || $0 == 0x0d
      }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
    guard needs else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
