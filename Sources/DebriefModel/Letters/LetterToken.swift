/// One word of a letter.
struct LetterToken {
  /// What is known of a word from its looks and its place.
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// Begins with a capital.
    static let capital = Traits(rawValue: 1 << 0)
    /// Has a capital behind the first character.
    static let innerCapital = Traits(rawValue: 1 << 1)
    /// Has a small letter.
    static let small = Traits(rawValue: 1 << 2)
    /// Has a digit.
    static let digit = Traits(rawValue: 1 << 3)
    /// Is of a script with capitals: Latin, Greek, Cyrillic.
    static let cased = Traits(rawValue: 1 << 4)
    /// Is of a script without blanks between words.
    static let unspaced = Traits(rawValue: 1 << 5)
    /// Is part of an address, a link, a file name, a placeholder, or of a quoted mail: no prose.
    static let opaque = Traits(rawValue: 1 << 6)
    /// Stands in quotation marks: somebody else's words.
    static let quoted = Traits(rawValue: 1 << 7)
    /// Is the first word of a sentence.
    static let first = Traits(rawValue: 1 << 8)
    /// Only blanks part it from the word before.
    static let close = Traits(rawValue: 1 << 9)
    /// Is not ASCII alone.
    static let wide = Traits(rawValue: 1 << 10)
    /// Has an apostrophe.
    static let apostrophe = Traits(rawValue: 1 << 11)
  }

  /// Where in a letter a word stands.
  enum Region: UInt8 { case greeting, body, closing, signature }

  /// Where it begins, in bytes.
  var start: Int
  /// Where it ends, in bytes.
  var end: Int
  /// The word in lower case, with straight apostrophes.
  var key: String
  var traits: Traits
  /// Which line it stands in.
  var line: Int
  /// Which sentence it belongs to.
  var sentence = 0
  /// Which paragraph it belongs to.
  var paragraph = 0
  var region = Region.body

  /// The key without a possessive ending.
  var base: String {
    guard traits.contains(.apostrophe), key.hasSuffix("'s") else { return key }
    return String(key.dropLast(2))
  }
}

/// What a character is to a word.
enum LetterClass {
  case blank, line, apostrophe, other
  /// Part of a word; with what it adds to the word's traits.
  case word(LetterToken.Traits)

  /// Classifies one character that is not ASCII; ASCII is looked up in a table.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2019: self = .apostrophe
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank
    case 0x85, 0x2028, 0x2029: self = .line
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .word([.unspaced, .wide])
    default:
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: self = .word([.innerCapital, .cased, .wide])
      case .lowercaseLetter: self = .word([.small, .cased, .wide])
      case .decimalNumber: self = .word([.digit, .wide])
      case .otherLetter, .modifierLetter, .letterNumber, .nonspacingMark, .spacingMark:
        self = .word([.wide])
      default: self = .other
      }
    }
  }

  /// The same for ASCII.
  static let ascii: [LetterClass] = (0..<128).map { code -> LetterClass in
    switch UInt8(code) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .word([.small, .cased])
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .word([.innerCapital, .cased])
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .word([.digit])
    case UInt8(ascii: "'"): .apostrophe
    case 10, 11, 12, 13: .line
    case 9, 32: .blank
    default: .other
    }
  }
}
