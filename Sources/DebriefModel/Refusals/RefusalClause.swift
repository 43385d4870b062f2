/// One clause of a rejection as phrases know its words, and whether what it says is taken back.
struct RefusalClause: Sendable {
  /// Its words among all of the text.
  var range: Range<Int>
  /// The classes of words of its language.
  let classes: [String: [String]]
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
  ///   - isOffer: Whether the phrase is something they'd do or let be done, and no reason: only such is
  ///     "not considered" or "pointless".
  func isDenied(_ range: Range<Int>, isOffer: Bool = false) -> Bool {
    isDeniedBefore(range) || isDeniedBehind(range, isOffer)
  }

  /// Whether it takes back what was said before it: "But that's not why."
  func takesBack() -> Bool {
    var at = 0
    while at < 3,
      isOf("turn", at) || isOf("filler", at) || isOf("joins", at)
    {
      at += 1
    }
    return isNoMatter(at)
  }

  private func isOf(_ name: String, _ at: Int) -> Bool {
    words.indices.contains(at) && classes[name]?.contains(words[at]) ?? false
  }

  /// Nobody is "no one", too.
  private func isNobody(_ at: Int) -> Bool {
    isOf("nobody", at)
      || words.indices.contains(at + 1) && words[at] == "no" && words[at + 1] == "one"
  }

  /// Whether something before a phrase takes back what it says: "no one thought you lacked experience".
  func isDeniedBefore(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    var isPardoned = range.contains { isOf("pardons", $0) }
    // "We won't be inviting you to apply again": who is not asked is further away from what for.
    var isAsked = range.contains { isOf("asks", $0) }
    while at >= 0, range.lowerBound - at <= 7, !breaks.contains(at + 1) {
      if isOf("turn", at) { break }
      // Who denies everybody, or what is thought, does so from further away.
      let reach =
        isNobody(at)
        ? 7 : isAsked ? 6 : isOf("thoughts", at + 1) ? 5 : 3
      if range.lowerBound - at <= reach, isOf("nobody", at) || isOf("negates", at) {
        return !isPardoned && !isNotMeant(at)
      }
      isPardoned = isPardoned || isOf("pardons", at)
      isAsked = isAsked || isOf("asks", at)
      at -= 1
    }
    return false
  }

  /// Whether the words of a no say none: "nobody has been turned down yet", "we won't be rejecting anyone",
  /// "please don't read this as a rejection". Its cause alone may be denied: "we didn't reject you lightly".
  func deniesNo(_ range: Range<Int>) -> Bool {
    let behind = range.upperBound
    if behind < words.count, !breaks.contains(behind),
      isOf("manners", behind) || isOf("manners", behind + 1)
    {
      return false
    }
    // The words of a no that begin with "not", and what follows is one by itself, or about somebody else.
    if isOf("negates", range.lowerBound) {
      let last = stop(from: range.lowerBound + 1, within: 5)
      if (range.lowerBound + 1..<last).contains(where: { isOf("noes", $0) }) { return true }
      if behind < last,
        words[behind] == "another"
          || isOf("nobodyElse", behind) && behind + 1 < last && words[behind + 1] == "else"
      {
        return true
      }
      let first = max(0, range.lowerBound - 4)
      if (first..<range.lowerBound).contains(where: {
        isOf("noes", $0) && isOf("sends", $0 + 1, within: 7)
      }) {
        return true
      }
    }
    // "A rejection isn't what this is", "rejections haven't been sent".
    if isOf("noes", behind - 1), words[behind - 1].hasPrefix("rejection") {
      let last = stop(from: behind, within: 5)
      if (behind..<max(behind, last)).contains(where: { isOf("negates", $0) }) { return true }
    }
    if isDeniedBefore(range) || isUntrue(range) { return true }
    // Nobody, and what somebody should think, reach further.
    var at = range.lowerBound - 1
    var thinks = false
    while at >= 0, range.lowerBound - at <= 9, !breaks.contains(at + 1) {
      if isOf("turn", at) || isOf("joins", at) && words[at] != "no" { break }
      thinks = thinks || isOf("thoughts", at) || isOf("means", at) || isOf("reads", at)
      if isOf("negates", at) || isNobody(at) {
        let isNone = isNobody(at) || ["no", "neither", "none"].contains(words[at])
        return isNone && range.lowerBound - at <= 7 || thinks
      }
      at -= 1
    }
    return false
  }

  /// Whether what a phrase says is said not to be so, or is not to be thought: "it's not the case that the job has
  /// been filled", "it's too early to say you have been turned down", "rumors that it's closed aren't true".
  func isUntrue(_ range: Range<Int>) -> Bool {
    let behind = range.upperBound
    let last = stop(from: behind, within: 4)
    for at in behind..<max(behind, last) where isOf("negates", at) {
      if isOf("truths", at + 1, within: 2) { return true }
    }
    if isOf("belies", behind + 1), words[behind] == "is" || words[behind] == "was" { return true }
    // "Far from being turned down", "it isn't that you were turned down, but …".
    if range.lowerBound >= 2, isFar(range.lowerBound - 2) || isFar(range.lowerBound - 3) {
      return true
    }
    var at = range.lowerBound - 1
    var isThought = false
    while at >= 0, range.lowerBound - at <= 11, !breaks.contains(at + 1) {
      if isOf("turn", at) || isOf("pardons", at) { return false }
      let isDenial = isOf("negates", at) || isNobody(at)
      if isDenial, words.indices.contains(at + 1), words[at + 1] == "that" { return true }
      // "Not true that", and "we don't want to give the impression that".
      if isDenial { return isThought }
      if isThought {
        if isOf("belies", at) || words[at] == "hate" && words[at + 1] == "for" { return true }
        // "We'd be sorry if you thought that": who says what would be so says that it isn't.
        if words[at] == "if", isOf("thoughts", at + 1, within: 3) { return true }
      }
      isThought =
        isThought || isOf("thoughts", at) || isOf("means", at)
        || isOf("truths", at) && words[at + 1] == "that"
      at -= 1
    }
    return false
  }

  /// Whether "far from" begins at a word.
  private func isFar(_ at: Int) -> Bool {
    words.indices.contains(at) && words[at] == "far" && words[at + 1] == "from"
  }

  /// Where the words end that belong together, at most so many from a word.
  private func stop(from start: Int, within count: Int) -> Int {
    var at = start
    while at < words.count, at - start < count, !breaks.contains(at), !isOf("turn", at),
      words[at] != "and"
    { at += 1 }
    return at
  }

  /// Whether a word of a class stands within so many words.
  private func isOf(_ name: String, _ start: Int, within count: Int) -> Bool {
    (start..<min(words.count, start + count)).contains { isOf(name, $0) }
  }

  /// Whether a denial is denied in turn: "that doesn't mean you shouldn't apply again".
  private func isNotMeant(_ denial: Int) -> Bool {
    (max(0, denial - 5)..<denial).contains { at in
      isOf("negates", at) && isOf("means", at + 1)
    }
  }

  private func isDeniedBehind(
    _ range: Range<Int>, _ isOffer: Bool
  ) -> Bool {
    // Within it or behind it: "was never the issue", "will not be considered", "would be pointless".
    let last = min(words.count, range.upperBound + 4)
    for place in range.lowerBound..<last {
      if place >= range.upperBound, isOf("turn", place) { break }
      if isOffer, place >= range.upperBound, isOf("vain", place) { return true }
      if isOf("denies", place), isOf("causes", place + 1) { return true }
      guard isOf("negates", place) || isOf("nobody", place) else { continue }
      let noun = isOf("articles", place + 1) ? place + 2 : place + 1
      if isOf("matters", noun) { return true }
      if isOffer, place >= range.upperBound, isOf("granted", noun) { return true }
    }
    // "You interrupted a lot, but that's not why": what "that" is was said before it.
    return (range.upperBound..<max(range.upperBound, words.count)).contains {
      isNoMatter($0)
    }
  }

  /// Whether "that is not why" begins at a word.
  private func isNoMatter(_ place: Int) -> Bool {
    guard words.indices.contains(place), ["that", "this", "it", "which"].contains(words[place]),
      words.indices.contains(place + 2), ["is", "was"].contains(words[place + 1]),
      isOf("negates", place + 2)
    else { return false }
    let noun = isOf("articles", place + 3) ? place + 4 : place + 3
    return isOf("matters", noun)
      || words.indices.contains(noun) && ["why", "what"].contains(words[noun])
  }
}
