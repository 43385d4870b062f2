/// Whom a name means that somebody typed: the one look-up of people, for letters, their check, the
/// feedback log and the forms. Names are compared as ``NameFolding`` says.
public enum PeopleLookup {
  /// Those among `people` whom a reference means: of that id or that whole name; else with words that
  /// begin so, in this order, and else in any order, as in `Garcia, Maria`; else with the same letters
  /// parted otherwise, as in `Wang Xiao Ming` or `O Brien`; else, by `nicknames`, who is called so for
  /// short; else with an id that begins so. A title before the name and what stands behind it, such as
  /// PhD or さん, are passed over. Of an address, what stands before the @ counts.
  public static func matches(
    _ reference: String, among people: [Person], nicknames: Nicknames = Nicknames()
  ) -> [Person] {
    var typed = LetterText.clean(reference)
    let id = typed.lowercased()
    if let sign = typed.firstIndex(of: "@"), sign > typed.startIndex {
      let theirs = people.filter { !$0.email.isEmpty && $0.email.trimmed.lowercased() == id }
      if !theirs.isEmpty { return theirs }
      typed = String(typed[..<sign])
    }
    let wanted = spellings(typed)
    guard !wanted.isEmpty else { return [] }
    let exact = people.filter { person in
      person.id.text == id
        || NameFolding.spellings(person.name).contains(where: wanted.contains)
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
    let parted = those(isSameParted)
    if !parted.isEmpty { return parted }
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

  /// A name in each spelling, and as our alphabet writes it: Иван is Ivan, and 王小明 is Wang Xiaoming.
  private static func written(_ name: String) -> [[String]] {
    NameFolding.spellings(name) + NameScripts.latin(name).map(NameFolding.words)
  }

  /// The words of a reference without a title, with and without what stands behind it, in each spelling.
  private static func spellings(_ reference: String) -> [[String]] {
    written(reference).reduce(into: []) { all, words in
      let rest = words.drop { titles.contains($0) }
      let kept = rest.isEmpty ? words : Array(rest)
      // With what stands behind it, it may be a name as well: 王小君.
      for reading in [kept, withoutEnding(kept)] where !reading.isEmpty && !all.contains(reading) {
        all.append(reading)
      }
    }
  }

  /// The words of a name without what may stand behind it: PhD, Jr., 先生, さん.
  private static func withoutEnding(_ words: [String]) -> [String] {
    var words = words
    while words.count > 1, let last = words.last {
      if endings.contains(last) || honors.contains(last) {
        words.removeLast()
      } else if words.suffix(2) == ["ph", "d"], words.count > 2 {
        words.removeLast(2)
      } else {
        break
      }
    }
    guard let last = words.last,
      let honor = honors.first(where: { last.hasSuffix($0) && last.count > $0.count })
    else { return words }
    words[words.count - 1] = String(last.dropLast(honor.count))
    return words
  }

  /// Whether words have the letters of words in a row of a name, or of all of it with the family name at
  /// the other end, and only blanks, hyphens and apostrophes stand elsewhere.
  private static func isSameParted(_ words: [String], _ name: [String]) -> Bool {
    let joined = words.joined()
    // A sign of Chinese or Japanese says as much as several letters.
    let isSigns = joined.unicodeScalars.allSatisfy { (0x3040...0x9fff).contains($0.value) }
    guard joined.count >= (isSigns ? 2 : 4), name.count > 0 else { return false }
    for start in name.indices {
      var run = ""
      for word in name[start...] {
        run += word
        if run == joined { return true }
      }
    }
    return name.count > 1
      && (name.dropFirst().joined() + name[0] == joined
        || name[name.count - 1] + name.dropLast().joined() == joined)
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
    "rev", "reverend", "lord", "lady", "dame", "doctor", "doktor", "herrn", "hr", "fr",
    "fru",
    "fraulein", "dipl", "univ", "dott", "dottssa", "ingeniero", "mlles",
    "docteur",
    "fraeulein", "מר", "גב", "גברת", "דר", "פרופ", "السيد", "السيده", "الاستاذ", "الاستاذه",
    "الدكتور",
    "الدكتوره", "دكتور",
  ]

  /// What may stand behind a name and is none of it.
  private static let endings: Set<String> = [
    "jr", "sr", "junior", "senior", "ii", "iii", "iv", "phd", "mba", "msc", "bsc", "esq",
    "cpa", "dds", "frs", "obe", "mbe", "pmp",
  ]

  /// The same in Chinese, Japanese and Korean, where it is often written to the name; the longest first.
  private static let honors: [String] = [
    "선생님", "과장님", "부장님", "팀장님", "대표님", "이사님", "사장님", "先生", "女士", "小姐", "太太", "经理", "經理",
    "老师", "老師", "さん", "さま", "くん", "ちゃん", "部長", "課長", "社長", "과장", "부장", "팀장", "様", "氏", "君", "总",
    "總", "님", "씨",
  ]
}
