/// Korean syllables in our letters.
enum KoreanSyllables {
  private static let first = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
  ]
  private static let middle = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi",
    "yu", "eu", "ui", "i",
  ]
  private static let last = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t",
    "ng", "t", "t", "k", "t", "p", "t",
  ]

  /// Its first sound, its vowel and its last sound, as they are numbered.
  private static func parts(_ syllable: Character) -> (Int, Int, Int)? {
    guard let value = syllable.unicodeScalars.first?.value, (0xAC00...0xD7A3).contains(value) else {
      return nil
    }
    let number = Int(value) - 0xAC00
    return (number / 588, number % 588 / 28, number % 28)
  }

  /// A syllable as the country's own rules write it.
  static func spelling(_ syllable: Character) -> String {
    parts(syllable).map { first[$0.0] + middle[$0.1] + last[$0.2] } ?? ""
  }

  /// The ways people write a given name: by the rules, and with the letters English readers expect.
  static func spellings(_ name: [Character]) -> [String] {
    var found = [""]
    for syllable in name {
      guard let (a, b, c) = parts(syllable) else { return [] }
      var starts = [first[a]]
      if first[a] == "g" { starts.append("k") }
      var vowels = [middle[b]]
      switch middle[b] {
      case "eo": vowels.append("u")
      case "yeo": vowels += ["you", "yu"]
      case "u": vowels += first[a].isEmpty ? ["woo", "wu"] : ["oo"]
      case "yu": vowels.append("yoo")
      default: break
      }
      let ways = starts.flatMap { start in vowels.map { start + $0 + last[c] } }
      found = found.flatMap { begun in ways.map { begun + $0 } }
    }
    return found.count > 24 ? [found[0]] : found
  }

  /// What is left of a name in our letters when all that is written in several ways is made the same.
  static func skeleton(_ name: String) -> String {
    var text = name
    for (spelled, plain) in [
      ("eo", "u"), ("oo", "u"), ("ou", "u"), ("eu", "u"), ("ee", "i"), ("ae", "e"), ("ui", "i"),
      ("sh", "s"), ("ch", "j"), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("y", ""),
      ("w", ""),
    ] { text = text.replacing(spelled, with: plain) }
    return text
  }
}
