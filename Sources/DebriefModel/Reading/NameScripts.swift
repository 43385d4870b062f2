/// Names of people as other alphabets write them: Иван is Ivan, Γιώργος is Giorgos, 王小明 is Wang Xiaoming.
/// Passports, newspapers, and people themselves do it in several ways, so there are several for each.
public enum NameScripts {
  /// The ways to write a name of Cyrillic or Greek letters in Latin ones, in small letters, and one in
  /// Chinese signs, Korean syllables, or kana; none for a name without such letters, or with others that
  /// aren't Latin.
  public static func latin(_ name: String) -> [String] {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
    for ways in [SignReadings.latin(name), Kana.latin(name)] where !ways.isEmpty { return ways }
    let plain = Array(name.lowercased())
    guard plain.contains(where: { isCyrillic($0) || greek[$0] != nil }),
      !plain.contains(where: { $0.isLetter && !$0.isASCII && !isCyrillic($0) && greek[$0] == nil })
    else { return [] }
    if plain.contains(where: { greek[$0] != nil }) {
      return [written(greekPairs(String(plain)), greek, [:])]
    }
    var found: [String] = []
    for system in systems {
      let name = written(String(plain), letters, system)
      if !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// Whether it's known how a name is written in Latin letters. It's not where signs have several readings, as
  /// 山田 and 東 do, and where a script is none of those known here.
  static func isReadable(_ name: String) -> Bool {
    let foreign = name.lowercased().filter { $0.isLetter && !isLatin($0) }
    return foreign.isEmpty
      || foreign.allSatisfy { letters[$0] != nil || greek[$0] != nil } && !latin(name).isEmpty
  }

  /// What the ways to write a Cyrillic or Greek name have in common, for each of its words; nothing for other
  /// names. Юлия is Yulia and Julia, Ксения is Ksenia and Xenia: only the consonants and how it begins count.
  static func sounds(_ name: String) -> Set<String> {
    guard name.lowercased().contains(where: { letters[$0] != nil || greek[$0] != nil }) else {
      return []
    }
    var found: Set<String> = []
    for word in latin(name).flatMap(NameFolding.words) {
      found.insert(sound(word))
      // Γιώργος is Giorgos, Yorgos, and George.
      if word.hasPrefix("gi") || word.hasPrefix("ge") {
        found.insert(sound("i" + word.dropFirst(2)))
      }
      if word.hasSuffix("s") { found.insert(sound(String(word.dropLast()))) }
      if word.hasPrefix("gi"), word.hasSuffix("s") {
        found.insert(sound("i" + word.dropFirst(2).dropLast()))
      }
    }
    return found
  }

  /// How a word in Latin letters begins, and its consonants, those that stand for one another as one.
  static func sound(_ word: String) -> String {
    var word = word
    for (pair, letter) in [
      ("tsch", "c"), ("tch", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("dzh", "j"), ("x", "ks"),
      ("h", ""),
    ] { word = word.replacing(pair, with: letter) }
    var sound = ""
    var last: Character?
    for (at, letter) in word.enumerated() {
      let heard: Character? =
        switch letter {
        case "a", "o": at == 0 ? letter : nil
        case "e", "i", "u", "y", "j": at == 0 ? "i" : nil
        case "c", "q", "g": "k"
        case "z": "s"
        case "w", "f": "v"
        default: letter
        }
      if let heard, heard != last { sound.append(heard) }
      last = heard
    }
    return sound
  }

  private static func isLatin(_ c: Character) -> Bool {
    switch c.unicodeScalars.first?.value ?? 0 {
    case 0...0x2FF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A: true
    default: false
    }
  }

  /// A name of our letters as kana writes it, where it is made of Japanese syllables: Yamada is やまだ. Of
  /// several words, all must be.
  public static func kana(_ words: [String]) -> [String] {
    words.reduce([""]) { begun, word in
      let ways = Kana.kana(word)
      return begun.flatMap { start in ways.map { start.isEmpty ? $0 : start + " " + $0 } }
    }
  }

  private static func isCyrillic(_ c: Character) -> Bool {
    (0x400...0x4FF).contains(c.unicodeScalars.first?.value ?? 0)
  }

  /// A name letter by letter; endings and letters of a system come before those of all.
  private static func written(
    _ name: String, _ letters: [Character: String], _ system: [String: String]
  ) -> String {
    let chars = Array(name)
    var out = ""
    var at = 0
    while at < chars.count {
      let isEnd = at + 2 == chars.count || at + 2 < chars.count && !chars[at + 2].isLetter
      if isEnd, at + 1 < chars.count, let pair = system[String(chars[at...(at + 1)])] {
        out += pair
        at += 2
        continue
      }
      out += system[String(chars[at])] ?? letters[chars[at]] ?? String(chars[at])
      at += 1
    }
    return out
  }

  /// What all ways have in common.
  private static let letters: [Character: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
  ]
  /// Letters, and pairs at the end of a word, as each way has them.
  private static let systems: [[String: String]] = [
    ["ий": "y", "ый": "y", "ия": "ia"],
    ["й": "i", "ю": "iu", "я": "ia", "х": "h"],
    ["й": "j", "ю": "ju", "я": "ja", "х": "h", "ц": "c", "ж": "z", "ш": "s", "ч": "c"],
    ["ий": "iy", "ия": "iya"],
    // As in Ukraine.
    ["ий": "yi", "г": "h", "и": "y", "я": "ia"],
    ["ий": "y", "г": "h", "и": "y"],
    // As in Germany.
    ["в": "w", "й": "j", "ю": "ju", "я": "ja", "ш": "sch", "ч": "tsch", "х": "ch"],
  ]

  private static let greek: [Character: String] = [
    "α": "a", "ά": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "έ": "e", "ζ": "z", "η": "i",
    "ή": "i", "θ": "th", "ι": "i", "ί": "i", "ϊ": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
    "ξ": "x", "ο": "o", "ό": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y",
    "ύ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o", "ώ": "o",
  ]

  /// Greek letters that are one sound together.
  private static func greekPairs(_ name: String) -> String {
    var name = name
    for (pair, sound) in [
      ("ου", "ou"), ("ού", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"),
    ] { name = name.replacing(pair, with: sound) }
    return name
  }
}
