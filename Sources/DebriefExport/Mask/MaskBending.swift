import DebriefModel

/// The cases of names in tongues that bend them: Nowakowi, Kowalskiej, Novákovi, Virtaselle. Only the
/// names that look as if they came from there are bent, and the forms are told folded.
enum MaskBending {
  /// The other forms of each word of a person's name.
  static func forms(_ name: String) -> [String] {
    let words = NameFolding.words(name)
    var forms: [String] = []
    let isSlavic = words.contains { looksSlavic($0) } || name.contains { slavicMarks.contains($0) }
    let isFinnish = words.contains { looksFinnish($0) }
    guard isSlavic || isFinnish else { return [] }
    for word in words where word.count >= 3 && word.utf8.allSatisfy({ (97...122).contains($0) }) {
      if isSlavic { forms += slavic(word) }
      if isFinnish { forms += finnish(word) }
    }
    return forms.filter { $0.count >= 4 && !words.contains($0) }
  }

  private static let slavicMarks = Set<Character>("ąćęłńśźżěščřžůťďňđĄĆĘŁŃŚŹŻĚŠČŘŽŮŤĎŇĐ")

  private static func looksSlavic(_ word: String) -> Bool {
    guard word.count >= 5 else { return false }
    return [
      "ski", "ska", "cki", "cka", "dzki", "dzka", "wicz", "czyk", "czak", "niak", "ova", "enko",
      "ovic", "evic", "sky", "zek", "wski", "ucha", "ula", "iec", "czuk", "ewska", "owa", "ak",
      "ik",
    ].contains { word.hasSuffix($0) }
  }

  private static func looksFinnish(_ word: String) -> Bool {
    word.count >= 5
      && ["nen", "niemi", "maki", "jarvi", "salo", "koski", "ranta", "saari", "lampi", "la"]
        .contains { word.hasSuffix($0) }
      && !word.hasSuffix("ella")
  }

  // MARK: - Slavic

  private static func slavic(_ word: String) -> [String] {
    func cut(_ count: Int, _ endings: [String]) -> [String] {
      endings.map { word.dropLast(count) + $0 }
    }
    for end in ["ski", "cki", "sky"] where word.hasSuffix(end) {
      return cut(
        1, ["iego", "iemu", "im", "ich", "imi", "ie", "iej", "eho", "emu", "ym", "ych", "y", "i"])
    }
    for end in ["ska", "cka"] where word.hasSuffix(end) {
      return cut(1, ["iej", "a", "ie", "ich", "imi", "im", "e", "ou", "o", "u"])
    }
    if word.hasSuffix("a") {
      return cut(
        1,
        ["y", "i", "e", "ie", "o", "u", "ou", "ej", "ovi", "owi", "om", "ami", "ach", "ii", "ia"])
        + softened(word)
    }
    if word.hasSuffix("o") { return cut(1, ["i", "y", "e", "a", "u", "ce", "ovi", "om"]) }
    guard let last = word.last, !"aeiouy".contains(last) else { return [] }
    let endings = [
      "a", "owi", "ovi", "em", "iem", "u", "ie", "e", "owie", "ow", "om", "ami", "ach", "y", "i",
      "ove",
    ]
    var forms = cut(0, endings) + softened(word + "a").filter { $0.hasSuffix("e") }
    // Marek, Marka; Paweł, Pawła.
    if word.count > 4, word.dropLast().hasSuffix("e") {
      let stem = word.dropLast(2) + String(last)
      forms += endings.map { stem + $0 }
    }
    return forms
  }

  /// Agnieszka, Agnieszce; Marta, Marcie: the consonant before the ending changes.
  private static func softened(_ word: String) -> [String] {
    [
      ("cha", "sze"), ("cha", "se"), ("sta", "scie"), ("ka", "ce"), ("ga", "dze"), ("ga", "ze"),
      ("ra", "rze"), ("ta", "cie"), ("da", "dzie"), ("la", "le"), ("ha", "ze"),
    ].filter { word.hasSuffix($0.0) }.map { word.dropLast($0.0.count) + $0.1 }
  }

  // MARK: - Finnish

  private static func finnish(_ word: String) -> [String] {
    let endings = [
      "n", "lle", "lla", "lta", "ssa", "sta", "a", "ta", "na", "ksi", "tta", "hen", "en", "in",
    ]
    var stems = [word]
    if word.hasSuffix("nen") { stems = [word.dropLast(3) + "se", word.dropLast(3) + "s"] }
    if word.hasSuffix("maki") { stems.append(word.dropLast(2) + "e") }
    if word.hasSuffix("i") { stems.append(word.dropLast() + "e") }
    // Matti, Matin; Pekka, Pekan.
    let tail = Array(word.suffix(3))
    if tail.count == 3, tail[0] == tail[1], "ptk".contains(tail[0]) {
      stems.append(word.dropLast(2) + String(tail[2]))
    }
    return stems.flatMap { stem in endings.map { stem + $0 } }
  }
}
