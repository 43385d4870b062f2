/// How names are compared, wherever one is looked up, greeted or masked: in small letters, without
/// marks and strokes, and without the apostrophes inside them. María is Maria, Rafał is Rafal, O’Neil is
/// O'Neil, and ヤマダ is やまだ.
public enum NameFolding {
  /// A text in small letters, without marks and strokes; digits of other scripts become ours. What is
  /// no letter stays, but for signs that nobody sees.
  public static func plain(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
    var result = ""
    for scalar in lower.unicodeScalars {
      if isDropped(scalar) { continue }
      if let last = result.unicodeScalars.last, let voiced = Kana.voiced(last, scalar) {
        result.unicodeScalars.removeLast()
        result.unicodeScalars.append(voiced)
      } else if let kana = Kana.hiragana(scalar) {
        result.unicodeScalars.append(kana)
      } else if let plain = table[scalar] {
        result += plain
      } else if (0xFF01...0xFF5E).contains(scalar.value) {
        // The wide forms of ASCII, as they are typed in the middle of Chinese and Japanese.
        let narrow = String(UnicodeScalar(UInt8(scalar.value - 0xFEE0)))
        result += narrow.lowercased()
      } else if scalar.value > 0xFF, let digit = digit(scalar) {
        result += String(digit)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text as ``plain(_:)``, but with the letters that are written as two where there are no marks:
  /// Mueller for Müller, Soeren for Søren.
  public static func spelledOut(_ text: String) -> String {
    var spelled = ""
    for character in text.lowercased() {
      switch character {
      case "ä", "æ": spelled += "ae"
      case "ö", "ø", "œ": spelled += "oe"
      case "ü": spelled += "ue"
      case "å": spelled += "aa"
      default: spelled.append(character)
      }
    }
    return plain(spelled)
  }

  /// The words of a name, folded: runs of letters, digits and their marks, with the apostrophes inside
  /// them left out. A hyphen, a dot and a comma part words.
  public static func words(_ text: String) -> [String] { words(text, fold: plain) }

  /// All the ways in which a name may be written as words: ``plain(_:)``, and spelled out.
  public static func spellings(_ text: String) -> [[String]] {
    let first = words(text)
    let second = words(text, fold: spelledOut)
    return first == second ? [first] : [first, second]
  }

  /// A name as it may be written elsewhere: as it is, with umlauts as two letters, and with such pairs as
  /// one letter.
  public static func variants(_ name: String) -> [String] {
    let spelled = spelledOut(name)
    var short = spelled
    for (pair, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")] {
      short = short.replacing(pair, with: letter)
    }
    return [name, spelled, short].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether two names are the same in some spelling.
  public static func isSame(_ a: String, _ b: String) -> Bool {
    let others = spellings(b)
    return spellings(a).contains { !$0.isEmpty && others.contains($0) }
  }

  private static func words(_ text: String, fold: (String) -> String) -> [String] {
    var words: [String] = []
    var word = ""
    func close() {
      let folded = fold(word)
      if !folded.isEmpty { words.append(folded) }
      word = ""
    }
    for character in text {
      if isWord(character) {
        word.append(character)
      } else if !isApostrophe(character), !isUnseen(character) {
        close()
      }
    }
    close()
    return words
  }

  /// Whether a character belongs to a word: a letter, a digit, or a mark by itself.
  public static func isWord(_ c: Character) -> Bool {
    if c.isASCII { return c.isLetter || c.isNumber }
    if c.isLetter || c.isNumber { return true }
    switch c.unicodeScalars.first?.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// Whether a character may stand inside of a name as an apostrophe does.
  public static func isApostrophe(_ c: Character) -> Bool {
    switch c {
    case "'", "\u{2019}", "\u{2018}", "\u{2BC}", "\u{2BB}", "\u{2B9}", "`", "\u{B4}", "\u{FF07}",
      "\u{2032}", "\u{201B}":
      true
    default: false
    }
  }

  /// Whether a character is there and not seen: a soft hyphen, a joiner, a mark of direction.
  public static func isUnseen(_ c: Character) -> Bool { c.unicodeScalars.allSatisfy(isFormat) }

  private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }

  /// Marks that may be left out in writing, and signs that nobody sees. The vowels of Devanagari and
  /// Thai and the marks of kana are no such marks: without them it is another word.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7,
      0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8,
      0x6EA...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F:
      true
    default: isFormat(scalar)
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return Character(scalar).wholeNumberValue
  }

  /// What a marked letter is without its mark. Of the Latin ones the standard's own names tell it:
  /// LATIN SMALL LETTER L WITH STROKE.
  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let start = "LATIN SMALL LETTER "
    for value in Array(0xE0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name,
        name.hasPrefix(start)
      else { continue }
      let rest = name.dropFirst(start.count)
      guard let letter = rest.first, rest.dropFirst().hasPrefix(" WITH ") else { continue }
      table[scalar] = letter.lowercased()
    }
    let rows: [(String, String)] = [
      ("ss", "ß"), ("ae", "æǽǣ"), ("oe", "œ"), ("th", "þ"), ("d", "ð"), ("i", "ı"), ("n", "ŋŉ"),
      ("s", "ſ"), ("ij", "ĳ"), ("e", "əǝ"),
      ("α", "άἀἁὰᾶ"), ("ε", "έὲ"), ("η", "ήὴῆ"), ("ι", "ίϊΐὶῖ"), ("ο", "όὸ"), ("υ", "ύϋΰὺῦ"),
      ("ω", "ώὼῶ"), ("σ", "ς"),
      ("е", "ёѐє"), ("и", "йѝ"), ("і", "ї"), ("г", "ґѓ"), ("у", "ў"), ("к", "ќ"),
      ("ا", "أإآٱ"), ("ي", "ىئی"), ("ه", "ة"), ("و", "ؤ"), ("ك", "ک"),
    ]
    for (plain, marked) in rows { for scalar in marked.unicodeScalars { table[scalar] = plain } }
    return table
  }()
}
