/// Numbers under which an employer keeps one job or one person: Req 2026-118, Job ID 4471, JR0012345.
/// Whoever looks one up finds the posting, and with it the company.
enum MaskReference {
  /// Where a number ends that begins with a word; nil where none does.
  static func end(_ chars: [Character], _ words: [MaskPlaceWord], _ at: Int) -> Int? {
    let word = words[at]
    let end = reach(chars, words, at)
    let whole = chars[word.place.lowerBound..<end]
    guard whole.contains(where: \.isNumber) else { return nil }
    if isShaped(word.key) { return end }
    guard at > 0, isNextTo(chars, words[at - 1], word) else { return nil }
    let before = words[at - 1].key
    let digits = whole.filter(\.isNumber).count
    if MaskReference.kinds.contains(before) {
      // "Vacancy 2026" is about a year, and "reference 2" about the second of them.
      return digits >= 3 && !isYear(word) ? end : nil
    }
    guard MaskReference.numbers.contains(before) || hasSign(chars, words[at - 1], word), digits >= 2
    else { return nil }
    let kind = MaskReference.numbers.contains(before) ? at - 2 : at - 1
    guard kind >= 0,
      MaskReference.kinds.contains(words[kind].key)
        || MaskReference.loose.contains(words[kind].key),
      kind == at - 1 || isNextTo(chars, words[kind], words[at - 1])
    else { return nil }
    return end
  }

  /// The end of a number that has strokes in it: 2026/118, 4471_2.
  private static func reach(_ chars: [Character], _ words: [MaskPlaceWord], _ at: Int) -> Int {
    var last = at
    while last + 1 < words.count, words[last + 1].key.contains(where: \.isNumber),
      words[last + 1].place.lowerBound - words[last].place.upperBound == 1,
      "/_-".contains(chars[words[last].place.upperBound])
    { last += 1 }
    return words[last].place.upperBound
  }

  /// What says by itself whose number it is: JR-0012345, REQ_4471, R0099881.
  private static func isShaped(_ key: String) -> Bool {
    let head = key.prefix { $0.isLetter }
    let rest = key.dropFirst(head.count).drop { "-_".contains($0) }
    guard rest.count >= 3, rest.allSatisfy({ $0.isNumber || "-_".contains($0) }) else {
      return false
    }
    switch head {
    case "jr", "req", "reqid", "jobid", "vac", "ref": return true
    case "r", "j": return rest.filter(\.isNumber).count >= 5
    default: return false
    }
  }

  private static func isYear(_ word: MaskPlaceWord) -> Bool {
    word.digits == 4 && Int(word.key).map { (1990...2099).contains($0) } == true
  }

  /// Nothing but blanks and the signs that lead to a number.
  private static func isNextTo(
    _ chars: [Character], _ first: MaskPlaceWord, _ second: MaskPlaceWord
  ) -> Bool {
    let gap = chars[first.place.upperBound..<second.place.lowerBound]
    return gap.count <= 4
      && gap.allSatisfy { $0 == " " || $0 == "\u{A0}" || "#:.(_=/".contains($0) }
  }

  /// Whether a sign says that a number follows: Job #4471.
  private static func hasSign(
    _ chars: [Character], _ first: MaskPlaceWord, _ second: MaskPlaceWord
  ) -> Bool {
    chars[first.place.upperBound..<second.place.lowerBound].contains("#")
  }

  /// What has such a number and is little else in a text about a job.
  private static let kinds: Set<String> = [
    "zip", "plz", "postcode", "passcode", "passport", "pin", "ssn", "req", "requisition", "ref",
    "reference", "vacancy", "reqid", "jobid", "kennziffer",
    "referenznummer", "stellennummer", "aktenzeichen", "referencia", "référence",
  ]
  /// What has one only where that is said: Job ID 4471, but "job 3 of 12".
  private static let loose: Set<String> = [
    "job", "posting", "position", "role", "candidate", "applicant", "application", "case", "ticket",
    "employee", "badge", "opening", "file", "profile",
  ]
  private static let numbers: Set<String> = ["id", "no", "nr", "number", "code", "num"]
}
