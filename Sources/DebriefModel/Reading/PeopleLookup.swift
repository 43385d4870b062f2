/// Whom a name means that somebody typed: the one look-up of people, for letters, their check, the
/// feedback log and the forms. Names are compared as ``NameFolding`` says.
public enum PeopleLookup {
  /// Those among `people` whom a reference means: of that id or that whole name; else with words that
  /// begin so, in this order, and else in any order, as in `Garcia, Maria`; else, by `nicknames`, who
  /// is called so for short; else with an id that begins so. A title before the name is passed over.
  public static func matches(
    _ reference: String, among people: [Person], nicknames: Nicknames = Nicknames()
  ) -> [Person] {
    let typed = LetterText.clean(reference)
    let wanted = spellings(typed)
    guard !wanted.isEmpty else { return [] }
    let id = typed.lowercased()
    let exact = people.filter { person in
      person.id.text == id || NameFolding.spellings(person.name).contains(where: wanted.contains)
    }
    if !exact.isEmpty { return exact }
    func those(_ fit: ([String], [String]) -> Bool) -> [Person] {
      people.filter { person in
        let names = written(person.name)
        return wanted.contains { words in names.contains { fit(words, $0) } }
      }
    }
    func hasPrefix(_ person: Person) -> Bool { id.count >= 2 && person.id.text.hasPrefix(id) }
    let begun = people.filter { person in
      let names = written(person.name)
      return hasPrefix(person)
        || wanted.contains { words in names.contains { isRun(words, of: $0) } }
    }
    if !begun.isEmpty { return begun }
    let mixed = those(isAmong)
    if !mixed.isEmpty { return mixed }
    return those { words, name in
      guard let first = words.first else { return false }
      let given = name.count > 1 ? name.dropLast() : name[...]
      return given.contains { nicknames.areOne($0, first) }
        && isAmong(Array(words.dropFirst()), of: name)
    }
  }

  /// The one person whom a name means beyond doubt: of that whole name, or the only one with all its
  /// words. Half a word means nobody here, for nothing asks back.
  public static func one(named name: String, among people: [Person]) -> Person? {
    let wanted = spellings(name)
    guard !wanted.isEmpty else { return nil }
    let exact = people.filter { NameFolding.isSame($0.name, name) }
    if let first = exact.first { return first }
    let whole = people.filter { person in
      let names = NameFolding.spellings(person.name)
      return wanted.contains { words in
        names.contains { name in words.allSatisfy(name.contains) }
      }
    }
    return whole.count == 1 ? whole[0] : nil
  }

  /// The person of just that name.
  public static func exact(_ name: String, among people: [Person]) -> Person? {
    people.first { NameFolding.isSame($0.name, name) }
  }

  /// A name in each spelling, and as our alphabet writes it: Иван is Ivan.
  private static func written(_ name: String) -> [[String]] {
    NameFolding.spellings(name) + NameScripts.latin(name).map(NameFolding.words)
  }

  /// The words of a reference without a title, in each spelling.
  private static func spellings(_ reference: String) -> [[String]] {
    written(reference).compactMap { words in
      let rest = words.drop { titles.contains($0) }
      let kept = rest.isEmpty ? words : Array(rest)
      return kept.isEmpty ? nil : kept
    }
  }

  /// Whether words stand one after another in a name, the last as the beginning of one.
  private static func isRun(_ words: [String], of name: [String]) -> Bool {
    guard let last = words.last, words.count <= name.count else { return false }
    return (0...(name.count - words.count)).contains { start in
      let run = name[start..<(start + words.count)]
      return run.dropLast().elementsEqual(words.dropLast()) && begins(run.last ?? "", last)
    }
  }

  /// Whether each word begins a word of the name of its own.
  private static func isAmong(_ words: [String], of name: [String]) -> Bool {
    var left = name
    for word in words {
      guard let at = left.firstIndex(where: { begins($0, word) }) else { return false }
      left.remove(at: at)
    }
    return true
  }

  /// Whether a word of a name begins so. Where given name and family name are written as one, as in
  /// Chinese, Japanese and Korean, either is enough.
  private static func begins(_ word: String, _ typed: String) -> Bool {
    if word.hasPrefix(typed) { return true }
    guard word.unicodeScalars.allSatisfy({ $0.value >= 0x1100 }) else { return false }
    return word.hasSuffix(typed)
  }

  /// What may stand before a name and is none.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "herr", "frau",
    "monsieur", "madame", "mme", "mlle", "senor", "senora", "senorita", "sr", "sra", "srta", "don",
    "dona", "signor", "signora", "sig", "pan", "pani", "господин", "госпожа", "г", "г-н", "г-жа",
  ]
}
