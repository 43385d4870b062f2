import DebriefModel

/// Whether a word that is spelled like a name is the word it is spelled like, by what stands around it.
enum MaskPlainWord {
  /// Whether the words around a name say that it is the word it is spelled like: the month in "in May",
  /// "Hope to hear from you", "the Art of it".
  static func `is`(
    _ name: MaskName, _ tokens: [MaskToken], _ at: Int, _ place: Range<Int>, _ chars: [Character]
  ) -> Bool {
    let word = name.words[0]
    func near(_ other: Int, _ gap: (MaskToken) -> Range<Int>) -> String? {
      guard tokens.indices.contains(other) else { return nil }
      let between = chars[gap(tokens[other])]
      return between.allSatisfy { $0 == " " || $0 == "\u{A0}" || $0 == "-" } && between.count <= 2
        ? tokens[other].key : nil
    }
    let before = near(at - 1) { $0.place.upperBound..<max($0.place.upperBound, place.lowerBound) }
    let after = near(at + 1) { place.upperBound..<max(place.upperBound, $0.place.lowerBound) }
    if MaskLists.months.contains(word) {
      if [before, after].contains(where: { $0?.first?.isNumber == true }) { return true }
      if let before, MaskLists.beforeMonths.contains(before) { return true }
      // The end of May, the first of May.
      if before == "of", at > 1, let first = tokens[at - 2].key.first,
        first.isNumber || MaskLists.beforeMonths.contains(tokens[at - 2].key)
          || ["first", "second", "third", "last", "week"].contains(tokens[at - 2].key)
      {
        return true
      }
      // From May to July, May and June.
      if at + 2 < tokens.count, let after, ["to", "and", "or", "until", "through"].contains(after),
        NameInProse.calendar.contains(tokens[at + 2].key)
      {
        return true
      }
    }
    if let after, MaskLists.plainBefore[word]?.contains(after) == true { return true }
    if let before, MaskLists.plainBehind[word]?.contains(before) == true { return true }
    if isVerb(before, after, chars[place.lowerBound].isUppercase) { return true }
    guard name.isPerson, let before, MaskLists.articles.contains(before) else { return false }
    // "That Mark" points at somebody, "the May interview" does not.
    return !["that", "this"].contains(before) || MaskLists.months.contains(word)
  }

  /// Whether a word is what somebody does to somebody: "Bill me for it", "they will grant you a day". With a
  /// capital, a verb stands only where a sentence begins.
  private static func isVerb(_ before: String?, _ after: String?, _ isCapital: Bool) -> Bool {
    guard let after, MaskLists.objects.contains(after) else { return false }
    guard let before else { return true }
    return !isCapital && MaskLists.beforeVerbs.contains(before)
  }
}
