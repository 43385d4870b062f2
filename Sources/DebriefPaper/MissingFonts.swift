/// What to do about letters that no font on this machine has: each script's package in Debian.
public enum MissingFonts {
  /// So many letters are named.
  private static let named = 8

  /// The sentence about letters that are boxes in a PDF, without its full stop; nil for none.
  public static func sentence(_ letters: [Character]) -> String? {
    guard !letters.isEmpty else { return nil }
    let rest = letters.count - named
    let list =
      letters.prefix(named).map(shown).joined(separator: " ")
      + (rest > 0 ? " and \(rest) more" : "")
    let what = letters.count == 1 ? "it's a box" : "they're boxes"
    let start = "there's no font here for \(list), so \(what) in the PDF"
    let packages = packages(for: letters)
    guard !packages.isEmpty else { return start + ". No package is known that has one" }
    let names = packages.joined(separator: " ")
    return start
      + ". Install \(names), for example with sudo apt install \(names), and write it again"
  }

  /// The packages that have the letters, each once, in the order in which they are needed; those that nobody
  /// has a font for need none.
  public static func packages(for letters: [Character]) -> [String] {
    var found: [String] = []
    for letter in letters {
      guard let scalar = letter.unicodeScalars.first, let package = package(letter, scalar.value),
        !found.contains(package)
      else { continue }
      found.append(package)
    }
    return found
  }

  private static func package(_ letter: Character, _ value: UInt32) -> String? {
    if letter.unicodeScalars.contains(where: { isPrivate($0.value) }) { return nil }
    if eastern.contains(where: { $0.contains(value) }) { return "fonts-noto-cjk" }
    let isPicture = letter.unicodeScalars.contains {
      $0.properties.isEmojiPresentation || $0.value == 0xfe0f
    }
    if isPicture { return "fonts-noto-color-emoji" }
    // Latin, Greek, Cyrillic and the signs beside them.
    if value < 0x530 || (0x1e00...0x22ff).contains(value) { return "fonts-dejavu-core" }
    return "fonts-noto-core"
  }

  /// Chinese, Japanese and Korean writing, with its punctuation and its wide forms.
  private static let eastern: [ClosedRange<UInt32>] = [
    0x1100...0x11ff, 0x2e80...0x303f, 0x3040...0x31ff, 0x3200...0x9fff, 0xa960...0xa97f,
    0xac00...0xd7ff, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xffef, 0x20000...0x3ffff,
  ]

  /// Letters that somebody gave a meaning for themselves.
  private static func isPrivate(_ value: UInt32) -> Bool {
    (0xe000...0xf8ff).contains(value) || value >= 0xf0000
  }

  /// A letter as it is named: by its number where it may show as nothing.
  private static func shown(_ letter: Character) -> String {
    guard letter.unicodeScalars.contains(where: { isPrivate($0.value) }),
      let scalar = letter.unicodeScalars.first
    else { return String(letter) }
    return "U+" + String(scalar.value, radix: 16, uppercase: true)
  }
}
