/// Makes what was noted fit to stand in a letter: one line, and nothing in it that a mail program or
/// a terminal would obey.
public enum LetterText {
  /// The same on one line: controls and bidi controls are gone, runs of space are one space, and
  /// doubled braces, which a template would fill, are single.
  public static func clean(_ text: String) -> String {
    var result = ""
    var pending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7f {
        pending = true
        continue
      }
      if isHidden(scalar) { continue }
      if pending, !result.isEmpty { result.unicodeScalars.append(" ") }
      pending = false
      result.unicodeScalars.append(scalar)
    }
    for brace in ["{", "}"] {
      while result.contains(brace + brace) {
        result = result.replacing(brace + brace, with: brace)
      }
    }
    return result
  }

  /// The same as a part of a sentence: without the stop it ended with, as the sentence has its own.
  public static func phrase(_ text: String) -> String {
    var result = clean(text).replacing("...", with: "…")
    while let last = result.last, ".,;: ".contains(last) { result.removeLast() }
    return result
  }

  /// The same inside quotation marks: quotation marks of its own become the inner kind.
  static func quoted(_ text: String) -> String {
    String(
      clean(text).map { character in
        switch character {
        case "“", "„": "‘"
        case "”": "’"
        case "\"": "'"
        default: character
        }
      })
  }

  /// The same with curly marks, as the rest of a letter has them: `they'd` is `they’d`, and a mark after a gap
  /// opens. One that ends nothing, behind a digit, counts minutes or inches and stays.
  static func curled(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    var open: Set<Character> = []
    for (at, character) in characters.enumerated() {
      guard character == "'" || character == "\"" else {
        result.append(character)
        continue
      }
      let last = result.last
      let isWord = at + 1 < characters.count && characters[at + 1].isLetter
      if last.map({ $0.isWhitespace || "([“‘—–/".contains($0) }) ?? true {
        open.insert(character)
        result.append(character == "'" ? "‘" : "“")
      } else if last?.isNumber == true, !isWord, open.remove(character) == nil {
        result.append(character)
      } else {
        // What stands inside a word ends nothing.
        if !isWord { open.remove(character) }
        result.append(character == "'" ? "’" : "”")
      }
    }
    return result
  }

  /// C1 controls, bidi controls and what else shows nothing and may do something. Joiners stay:
  /// names in several scripts need them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xa0, 0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x202a...0x202e, 0x2060...0x206f,
      0xfeff, 0xfff9...0xfffb, 0xe0000...0xe007f:
      true
    default: false
    }
  }

  /// A day as a letter says it: `March 9`, with the year when it is not this year's; `9 March` for who
  /// writes another English than that of the United States, or another language.
  static func date(_ day: Day, today: Day, language: String = "en_US") -> String {
    let month = Day.months[day.month - 1]
    let isThisYear = day.year == today.year
    guard language.isEmpty || language == "en" || language.hasPrefix("en_US") else {
      return "\(day.day) \(month)" + (isThisYear ? "" : " \(day.year)")
    }
    return "\(month) \(day.day)" + (isThisYear ? "" : ", \(day.year)")
  }

  /// A name as a greeting has it: one that is filed by its family name, such as "van der Berg, Jan", is turned round.
  static func greeted(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[1].split(whereSeparator: \.isWhitespace).count <= 3,
      !behindNames.contains(parts[1].lowercased().filter { $0.isLetter })
    else { return name }
    return "\(parts[1]) \(parts[0])"
  }

  /// What stands behind a name and a comma, and is no first name.
  private static let behindNames: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "dds", "mba", "esq", "rn", "cpa", "ba", "bsc", "ma",
    "msc", "pe", "pmp", "hr", "cto", "ceo", "cfo",
  ]
}
