/// The words of what a user typed, made into a query that cannot be a syntax error: only letters,
/// digits and their marks are passed on, each word in quotes.
struct Words {
  /// The words, at most sixteen.
  let list: [String]

  init(_ text: String) {
    var list: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty, list.count < 16 { list.append(String(word)) }
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
    self.list = list
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

  /// All words, each as the beginning of one.
  var prefixes: String { list.map { "\"\($0)\"*" }.joined(separator: " AND ") }

  /// The words one after another from the first word of the title on; `open` lets the last word be
  /// the beginning of one.
  func start(open: Bool) -> String {
    "title : ^ \"" + list.joined(separator: " ") + "\"" + (open ? " *" : "")
  }
}
