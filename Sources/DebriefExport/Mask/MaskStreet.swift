import DebriefModel

/// Street addresses: a number with a street's name, as they are written in English, German, and some
/// other tongues. A street without a number is a place like any other.
struct MaskStreet {
  private let chars: [Character]
  private let words: [MaskPlaceWord]

  init(_ chars: [Character], _ words: [MaskPlaceWord]) {
    self.chars = chars
    self.words = words
  }

  /// The words of an address that begins with a word; nil where none does.
  func address(_ at: Int) -> Range<Int>? {
    let end = box(at) ?? numberFirst(at) ?? numberLast(at) ?? elsewhere(at)
    return end.map { at..<town(behind: flat(behind: $0)) }
  }

  private func has(_ at: Int) -> Bool { words.indices.contains(at) }
  /// Whether a word follows the one before with nothing but blanks between.
  private func follows(_ at: Int) -> Bool { has(at) && words[at].isClose }

  /// PO Box 12, Postfach 12 34.
  private func box(_ at: Int) -> Int? {
    if words[at].key == "postfach", words[at].isCapital, follows(at + 1),
      words[at + 1].digits != nil
    {
      return follows(at + 2) && words[at + 2].digits == 2 ? at + 3 : at + 2
    }
    // P.O. is two words here.
    let count = words[at].key == "po" ? 1 : 2
    guard words[at].isCapital, words[at].key == "po" || words[at].key == "p",
      count == 1 || (follows(at + 1) && words[at + 1].key == "o"), follows(at + count),
      words[at + count].key == "box", follows(at + count + 1), words[at + count + 1].isHouse
    else { return nil }
    return at + count + 2
  }

  /// 221B Baker Street, 12 rue de Rivoli.
  private func numberFirst(_ at: Int) -> Int? {
    guard words[at].isHouse, !isYear(at) else { return nil }
    var end = at + 1
    // 12, rue de Rivoli.
    guard has(end), words[end].isClose || words[end].isBehindComma else { return nil }
    if MaskStreet.before.contains(words[end].key) {
      return names(from: end + 1).flatMap { $0 > end + 1 ? $0 : nil }
    }
    while follows(end), end - at <= 5 {
      let word = words[end]
      if word.isCapital, MaskStreet.behind.contains(word.key), end > at + 1 {
        let next = end + 1
        // 1600 Pennsylvania Avenue NW.
        return follows(next) && words[next].isCapital && MaskStreet.winds.contains(words[next].key)
          ? next + 1 : next
      }
      let isName =
        word.isCapital || MaskStreet.small.contains(word.key)
        || (word.key.first?.isNumber == true && word.key.hasSuffix("th"))
      guard isName else { return nil }
      end += 1
    }
    return nil
  }

  /// Hauptstraße 12, Berliner Straße 5a, Calle Mayor 5, ul. Długa 7.
  private func numberLast(_ at: Int) -> Int? {
    let word = words[at]
    func house(_ end: Int) -> Int? {
      guard follows(end), words[end].isHouse, words[end].key.prefix(while: \.isNumber).count <= 4,
        !(words[end].digits == 4 && isYear(end))
      else { return nil }
      return end + 1
    }
    let german = MaskStreet.german.first { word.key.hasSuffix($0) }
    if let german, word.isCapital, word.key.count > german.count + 2 { return house(at + 1) }
    // An adjective or a preposition before a street that is called no more than that.
    if word.isCapital, follows(at + 1), words[at + 1].isCapital,
      MaskStreet.german.contains(words[at + 1].key), !MaskStreet.articles.contains(word.key)
    {
      return house(at + 2)
    }
    if word.key == "unter", word.isCapital, follows(at + 1), words[at + 1].key == "den",
      follows(at + 2), words[at + 2].isCapital
    {
      return house(at + 3)
    }
    guard MaskStreet.before.contains(word.key), word.isCapital || word.key == "ul",
      let end = names(from: at + 1), end > at + 1
    else { return nil }
    return house(end)
  }

  /// ул. Ленина, д. 5; 테헤란로 12; 中山路12号; 〒100-0001.
  private func elsewhere(_ at: Int) -> Int? {
    let key = words[at].key
    if MaskStreet.cyrillic.contains(key), let end = names(from: at + 1), end > at + 1 {
      var house = end
      while has(house), ["д", "дом", "буд", "будинок"].contains(words[house].key) { house += 1 }
      guard has(house), words[house].isHouse, words[house].isClose || words[house].isBehindComma
      else {
        return nil
      }
      return house + 1
    }
    if key.count >= 3, key.hasSuffix("로") || key.hasSuffix("길"), follows(at + 1),
      words[at + 1].key.allSatisfy({ $0.isNumber || $0 == "-" })
    {
      return at + 2
    }
    let start = words[at].place.lowerBound
    if start > 0, chars[start - 1] == "〒", words[at].isHouse || words[at].digits == 7 {
      return at + 1
    }
    // A street of Chinese or Japanese, its number, and what a number of a house is called.
    let number = key.firstIndex(where: \.isNumber).map {
      key[$0...].drop(while: { $0.isNumber || $0 == "-" })
    }
    if let number, let first = number.first, "号號番".contains(first),
      key.prefix(while: { !$0.isNumber }).last.map({ "路街巷道目町".contains($0) }) == true
    {
      return at + 1
    }
    return nil
  }

  /// Where the name of a street ends: words with capitals, and what stands between them.
  private func names(from start: Int) -> Int? {
    var end = start
    var last: Int?
    while follows(end) || (end == start && has(end)), end - start < 5 {
      if words[end].isCapital, !words[end].isHouse {
        last = end + 1
      } else if !MaskStreet.small.contains(words[end].key) {
        break
      }
      end += 1
    }
    return last
  }

  /// In 2019 Wall Street fell.
  private func isYear(_ at: Int) -> Bool {
    guard words[at].digits == 4, let year = Int(words[at].key), (1900...2099).contains(year) else {
      return false
    }
    return at > 0 && words[at].isClose && MaskStreet.beforeYears.contains(words[at - 1].key)
  }

  // MARK: - What follows

  /// Apt 4, Suite 300.
  private func flat(behind end: Int) -> Int {
    guard has(end), words[end].isClose || words[end].isBehindComma,
      MaskStreet.flats.contains(words[end].key), follows(end + 1),
      words[end + 1].key.count <= 4
    else { return end }
    return end + 2
  }

  /// The town with its number: 10117 Berlin; Springfield, IL 62704; London SW1A 2AA.
  private func town(behind end: Int) -> Int {
    guard has(end), words[end].isClose || words[end].isBehindComma else { return end }
    if let digits = words[end].digits, (4...5).contains(digits) {
      var last = end + 1
      while follows(last), words[last].isCapital, last - end <= 2 { last += 1 }
      return last
    }
    var last = end
    while has(last), words[last].isCapital, last - end < 4,
      words[last].isClose || words[last].isBehindComma
    {
      last += 1
      guard has(last), words[last].isClose || words[last].isBehindComma else { break }
      if words[last].digits == 5 { return last + 1 }
      let code = words[last].key
      // The postcode of the United Kingdom has two words.
      if code.count >= 2, code.count <= 4, code.first?.isLetter == true,
        code.contains(where: \.isNumber), follows(last + 1), words[last + 1].key.count == 3,
        words[last + 1].key.first?.isNumber == true
      {
        return last + 2
      }
    }
    return end
  }

  // MARK: - Words

  private static let behind: Set<String> = [
    "street", "st", "avenue", "ave", "road", "rd", "lane", "ln", "drive", "dr", "boulevard",
    "blvd", "court", "ct", "place", "pl", "square", "sq", "terrace", "way", "highway", "hwy",
    "parkway", "pkwy", "crescent", "close", "row", "alley", "quay", "mews", "gardens", "walk",
    "broadway", "circle", "cir", "trail", "loop", "wharf", "esplanade",
  ]
  private static let winds: Set<String> = [
    "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west",
  ]
  private static let german = [
    "straße", "strasse", "str", "gasse", "weg", "allee", "platz", "ufer", "damm", "chaussee",
    "steig", "stieg", "pfad", "gade", "gaden", "vej", "vejen", "gata", "gatan", "vägen", "veien",
    "straat", "laan", "plein", "gracht", "kade", "katu",
  ]
  private static let articles: Set<String> = ["der", "die", "das", "dem", "den", "ein", "eine"]
  private static let before: Set<String> = [
    "rue", "boulevard", "quai", "calle", "viale", "corso", "piazza", "plaza", "rua", "avenida",
    "ul", "ulica", "aleja", "ulice", "utca", "avda", "strada", "vicolo", "travessa", "estrada",
    "rodovia", "piazzale", "paseo", "ulitsa", "prospekt", "vulytsia",
  ]
  private static let cyrillic: Set<String> = [
    "ул", "улица", "проспект", "просп", "пр-т", "пр-кт", "бульвар", "бул", "переулок", "пер",
    "площадь", "набережная", "наб", "шоссе", "вул", "вулиця", "провулок", "площа",
  ]
  private static let small: Set<String> = [
    "of", "the", "de", "la", "le", "les", "del", "des", "du", "di", "da", "do", "dos", "den", "der",
    "van", "von",
  ]
  private static let beforeYears: Set<String> = [
    "in", "since", "by", "of", "until", "till", "from", "during", "the", "before", "after", "for",
    "spring", "summer", "fall", "autumn", "winter", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december",
  ]
  private static let flats: Set<String> = [
    "apt", "apartment", "suite", "ste", "unit", "floor", "fl", "flat", "room", "rm", "whg", "etage",
  ]
}
