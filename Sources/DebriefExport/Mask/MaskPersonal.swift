/// Numbers that lead to one person or one machine: the day somebody was born, and addresses of the internet.
enum MaskPersonal {
  /// What stands for a day of birth.
  static let birthday = "Birthday"

  /// Where an address of the internet ends that begins with a word: four numbers up to 255 (RFC 791), or
  /// groups of hexadecimal digits (RFC 4291); nil where none does.
  static func address(_ chars: [Character], _ words: [MaskPlaceWord], _ at: Int) -> Int? {
    var last = at
    var count = 1
    func joins(_ sign: Character) -> Bool {
      last + 1 < words.count
        && words[last + 1].place.lowerBound - words[last].place.upperBound == 1
        && chars[words[last].place.upperBound] == sign
    }
    // A number to call has more of them, or begins one with a zero: 01.23.45.67.89.
    func isByte(_ at: Int) -> Bool {
      (words[at].digits ?? 4) <= 3 && (Int(words[at].key) ?? 256) <= 255
        && (words[at].key == "0" || !words[at].key.hasPrefix("0"))
    }
    let start = words[at].place.lowerBound
    let isInside = start > 1 && chars[start - 1] == "." && chars[start - 2].isNumber
    if isByte(at), !isInside {
      while joins("."), words[last + 1].digits != nil { (last, count) = (last + 1, count + 1) }
      if !(at...last).allSatisfy(isByte) { count = 0 }
      let isVersion = at > 0 && ["version", "v", "release"].contains(words[at - 1].key)
      if count == 4, !isVersion { return words[last].place.upperBound }
    }
    func isGroup(_ at: Int) -> Bool {
      words[at].key.count <= 4 && words[at].key.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
    (last, count) = (at, 1)
    guard isGroup(at) else { return nil }
    var isShort = false
    while last + 1 < words.count, isGroup(last + 1) {
      let gap = chars[words[last].place.upperBound..<words[last + 1].place.lowerBound]
      guard gap.elementsEqual(":") || gap.elementsEqual("::") else { break }
      isShort = isShort || gap.count == 2
      (last, count) = (last + 1, count + 1)
    }
    // 10:30:00 is a time.
    let isLong = count == 8 || (isShort && count >= 3)
    return isLong ? words[last].place.upperBound : nil
  }

  /// The words of a date behind one that says that somebody was born then; nil where there is none.
  static func birth(_ chars: [Character], _ words: [MaskPlaceWord], _ at: Int) -> Range<Int>? {
    guard isBirth(words, at) else { return nil }
    var start = at + 1
    while start < words.count, start - at <= 4, !hasNumber(words[start]), !isMonth(words[start]) {
      guard MaskPersonal.between.contains(words[start].key), isNear(chars, words, start) else {
        return nil
      }
      start += 1
    }
    var end = start
    while end < words.count, end - start < 4,
      hasNumber(words[end]) || isMonth(words[end]) || words[end].key == "of",
      end == start || isNear(chars, words, end)
    { end += 1 }
    while end > start, words[end - 1].key == "of" { end -= 1 }
    guard end > start, words[start..<end].contains(where: hasNumber), isNear(chars, words, start)
    else {
      return nil
    }
    return start..<end
  }

  private static func isBirth(_ words: [MaskPlaceWord], _ at: Int) -> Bool {
    if MaskPersonal.births.contains(words[at].key) { return true }
    // "Date of birth", "né le".
    return words[at].key == "birth" && at >= 2 && words[at - 1].key == "of"
      && ["date", "day", "year"].contains(words[at - 2].key)
  }

  private static func isNear(_ chars: [Character], _ words: [MaskPlaceWord], _ at: Int) -> Bool {
    let gap = chars[words[at - 1].place.upperBound..<words[at].place.lowerBound]
    return gap.count <= 3 && gap.allSatisfy { " .,:/-*\u{A0}".contains($0) }
  }

  private static func hasNumber(_ word: MaskPlaceWord) -> Bool {
    word.key.first?.isNumber == true && word.key.filter(\.isNumber).count <= 8
  }

  private static func isMonth(_ word: MaskPlaceWord) -> Bool {
    MaskPersonal.months.contains(String(word.key.prefix(3))) && word.isCapital
  }

  private static let births: Set<String> = [
    "born", "dob", "birthday", "birthdate", "geboren", "geb", "geburtsdatum", "geburtstag", "née",
    "né", "naissance", "nacido", "nacida", "nacimiento", "nato", "nata", "geboortedatum", "född",
    "født", "родился", "родилась",
  ]
  private static let between: Set<String> = [
    "on", "is", "was", "in", "am", "le", "el", "the", "il", "de", "date", "op", "den", "um",
  ]
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
    "mai",
    "okt", "dez", "fév", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic", "gen", "mag",
    "giu",
    "lug", "set", "ott",
  ]
}
