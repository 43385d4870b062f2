import DebriefModel
import Foundation

/// Text in ASCII for a printer or a channel that knows nothing else: letters without their marks,
/// common signs by a stand-in, `?` for the rest. Scalar by scalar, so that the parts of a text fold
/// to the parts of its fold.
public enum ASCIIFold {
  /// The text in printable ASCII; line feeds stay.
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a }) { return text }
    var out = ""
    for scalar in text.unicodeScalars { out += fold(scalar) }
    return out
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII {
      if scalar == "\n" || (scalar.value >= 0x20 && scalar.value < 0x7f) { return String(scalar) }
      if scalar == "\t" { return " " }
      return scalar == "\r" ? "" : "?"
    }
    if let known = standIns[scalar] { return known }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return ""
    case .spaceSeparator: return " "
    case .lineSeparator, .paragraphSeparator: return " "
    case .dashPunctuation: return "-"
    default: break
    }
    if let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first,
      base.isASCII
    {
      return String(base)
    }
    return "?"
  }

  private static let standIns: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L",
    "ı": "i", "ħ": "h", "Ħ": "H", "‘": "'", "’": "'", "‚": "'", "“": "\"", "”": "\"",
    "„": "\"", "«": "\"", "»": "\"", "‹": "'", "›": "'", "…": "...", "€": "EUR", "×": "x",
    "·": "-", "•": "*", "−": "-", "→": "->", "←": "<-", "─": "-", "│": "|", "█": "#",
    "░": ".", "▸": ">",
  ]

  /// Counts, cuts and breaks text by what it folds to; what it gives is folded.
  public static let measure = TextMeasure(
    columns: { fold($0).utf8.count }, truncate: { truncate(fold($0), $1) },
    wrap: { text, width in
      fold(text).split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { wrap($0, max(1, width)) }
    })

  private static func truncate(_ text: String, _ width: Int) -> String {
    if text.utf8.count <= width { return text }
    return width < 4 ? String(text.prefix(max(0, width))) : text.prefix(width - 3) + "..."
  }

  private static func wrap(_ line: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var row = ""
    for word in line.split(separator: " ") {
      var word = word
      if !row.isEmpty, row.utf8.count + 1 + word.utf8.count > width {
        lines.append(row)
        row = ""
      }
      while word.utf8.count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
      }
      row += (row.isEmpty ? "" : " ") + word
    }
    return lines + (row.isEmpty && !lines.isEmpty ? [] : [row])
  }
}
