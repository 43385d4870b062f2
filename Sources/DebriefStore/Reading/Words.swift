/// The words of what a user typed, made into a query that cannot be a syntax error: only letters,
/// digits and their marks are passed on, each word in quotes.
struct Words {
  /// The words, at most sixteen.
  let list: [String]

  init(_ text: String) { list = Words.all(text, most: 16) }

  /// The words of a text, however many.
  static func all(_ text: String, most: Int = .max) -> [String] {
    var list: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty, list.count < most { list.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if Words.belongs(scalar) {
        if word.count < 64 { word.append(scalar) }
      } else {
        close()
      }
    }
    close()
    return list
  }

  /// What the index takes for a part of a word: letters, digits, marks, and private characters.
  private static func belongs(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark,
      .privateUse:
      true
    default: false
    }
  }

  var isEmpty: Bool { list.isEmpty }

  /// Words of scripts that put no blanks between words. The index takes a run of them for one word,
  /// so they are looked for anywhere in a text.
  var unspaced: [String] { list.filter { $0.unicodeScalars.contains(where: Words.isUnspaced) } }

  /// All other words, each as the beginning of one; nil when there is none.
  var prefixes: String? {
    var spaced: [String] = []
    // A word that is typed twice asks for nothing more.
    for word in list where !word.unicodeScalars.contains(where: Words.isUnspaced) {
      if !spaced.contains(word) { spaced.append(word) }
    }
    return spaced.isEmpty ? nil : spaced.map { "\"\($0)\"*" }.joined(separator: " AND ")
  }

  /// Chinese, Japanese, and the scripts of South-East Asia that are written without blanks.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The words one after another from the first word of the title on; `open` lets the last word be
  /// the beginning of one.
  func start(open: Bool) -> String {
    "title : ^ \"" + list.joined(separator: " ") + "\"" + (open ? " *" : "")
  }
}
