/// One clause of a rejection as phrases know its words, and whether what it says is taken back.
struct RefusalClause: Sendable {
  /// Its words among all of the text.
  var range: Range<Int>
  /// The words as phrases know them, and which word of the text each comes from.
  var numbers: [Int] = []
  var places: [Int] = []
  var words: [String] = []
  /// The words behind a comma or a dash.
  var breaks: Set<Int> = []

  /// Whether the words around a phrase take back what it says: "do not apply again", "it wasn't a lack of
  /// experience", "your degree was never an issue". What only looks like it says the same: "don't
  /// hesitate to apply again".
  ///
  /// - Parameters:
  ///   - range: The phrase, as words of this clause.
  ///   - classes: Those of the language.
  ///   - isOffer: Whether the phrase is something they'd do or let be done, and no reason: only such is
  ///     "not considered" or "pointless".
  func isDenied(_ range: Range<Int>, _ classes: [String: [String]], isOffer: Bool = false) -> Bool {
    isDeniedBefore(range, classes) || isDeniedBehind(range, classes, isOffer)
  }

  /// Whether it takes back what was said before it: "But that's not why."
  func takesBack(_ classes: [String: [String]]) -> Bool {
    var at = 0
    while at < 3,
      isOf("turn", at, classes) || isOf("filler", at, classes) || isOf("joins", at, classes)
    {
      at += 1
    }
    return isNoMatter(at, classes)
  }

  private func isOf(_ name: String, _ at: Int, _ classes: [String: [String]]) -> Bool {
    words.indices.contains(at) && classes[name]?.contains(words[at]) ?? false
  }

  /// Nobody is "no one", too.
  private func isNobody(_ at: Int, _ classes: [String: [String]]) -> Bool {
    isOf("nobody", at, classes)
      || words.indices.contains(at + 1) && words[at] == "no" && words[at + 1] == "one"
  }

  /// Whether something before a phrase takes back what it says: "no one thought you lacked experience".
  func isDeniedBefore(_ range: Range<Int>, _ classes: [String: [String]]) -> Bool {
    var at = range.lowerBound - 1
    var isPardoned = range.contains { isOf("pardons", $0, classes) }
    // "We won't be inviting you to apply again": who is not asked is further away from what for.
    var isAsked = range.contains { isOf("asks", $0, classes) }
    while at >= 0, range.lowerBound - at <= 7, !breaks.contains(at + 1) {
      if isOf("turn", at, classes) { break }
      // Who denies everybody, or what is thought, does so from further away.
      let reach =
        isNobody(at, classes)
        ? 7 : isAsked ? 6 : isOf("thoughts", at + 1, classes) ? 5 : 3
      if range.lowerBound - at <= reach, isOf("nobody", at, classes) || isOf("negates", at, classes)
      {
        return !isPardoned && !isNotMeant(at, classes)
      }
      isPardoned = isPardoned || isOf("pardons", at, classes)
      isAsked = isAsked || isOf("asks", at, classes)
      at -= 1
    }
    return false
  }

  /// Whether a denial is denied in turn: "that doesn't mean you shouldn't apply again".
  private func isNotMeant(_ denial: Int, _ classes: [String: [String]]) -> Bool {
    (max(0, denial - 5)..<denial).contains { at in
      isOf("negates", at, classes) && isOf("means", at + 1, classes)
    }
  }

  private func isDeniedBehind(
    _ range: Range<Int>, _ classes: [String: [String]], _ isOffer: Bool
  ) -> Bool {
    // Within it or behind it: "was never the issue", "will not be considered", "would be pointless".
    let last = min(words.count, range.upperBound + 4)
    for place in range.lowerBound..<last {
      if place >= range.upperBound, isOf("turn", place, classes) { break }
      if isOffer, place >= range.upperBound, isOf("vain", place, classes) { return true }
      if isOf("denies", place, classes), isOf("causes", place + 1, classes) { return true }
      guard isOf("negates", place, classes) || isOf("nobody", place, classes) else { continue }
      let noun = isOf("articles", place + 1, classes) ? place + 2 : place + 1
      if isOf("matters", noun, classes) { return true }
      if isOffer, place >= range.upperBound, isOf("granted", noun, classes) { return true }
    }
    // "You interrupted a lot, but that's not why": what "that" is was said before it.
    return (range.upperBound..<max(range.upperBound, words.count)).contains {
      isNoMatter($0, classes)
    }
  }

  /// Whether "that is not why" begins at a word.
  private func isNoMatter(_ place: Int, _ classes: [String: [String]]) -> Bool {
    guard words.indices.contains(place), ["that", "this", "it", "which"].contains(words[place]),
      words.indices.contains(place + 2), ["is", "was"].contains(words[place + 1]),
      isOf("negates", place + 2, classes)
    else { return false }
    let noun = isOf("articles", place + 3, classes) ? place + 4 : place + 3
    return isOf("matters", noun, classes)
      || words.indices.contains(noun) && ["why", "what"].contains(words[noun])
  }
}
