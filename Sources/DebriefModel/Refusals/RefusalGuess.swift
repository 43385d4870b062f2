/// What single words speak for where no phrase says why: a guess, and said to be one.
extension RefusalReader {
  /// The labels of the table that are no reasons.
  private static let (nothing, notYours, undecided) = (
    "-", RefusalReading.Kind.notYours.rawValue, RefusalReading.Kind.undecided.rawValue
  )
  /// How far a guess must be ahead of the next: a wrong one does more harm than none.
  private static let margin = 1.5
  /// How far, where a phrase says something else: on texts nobody had seen, it was the phrase that was wrong then.
  private static let against = 2.0
  /// How far, where only one sentence of several speaks for it: most of the others are courtesies.
  private static let alone = 2.5
  /// So many words a sentence has at least: a name below the text says nothing.
  private static let leastWords = 3
  /// The language of the table.
  private static let language = "en"

  /// What was read, with a guess where phrases left something to guess; nil where nothing is known of it.
  func guessed(
    _ reading: RefusalReading?, _ found: Found, _ prose: LetterProse, _ tongue: Tongue
  ) -> RefusalReading? {
    guard tongue.words.code == RefusalReader.language else { return reading }
    if let reading, reading.kind == .reason, let claim = reading.claims.first {
      return doubted(reading, claim, found, prose, tongue)
    }
    guard isOpen(reading, found),
      let (label, words) = guess(found.open, prose)
    else { return reading }
    var guess = reading ?? RefusalReading(language: tongue.words.code)
    switch label {
    case RefusalReader.undecided:
      guard found.refusals == 0, guess.also.isEmpty else { return reading }
      (guess.kind, guess.saysNo) = (.undecided, false)
    case RefusalReader.notYours: guess.kind = .notYours
    default:
      guard let says = tongue.words.says[label] else { return reading }
      guess.claims = [RefusalReading.Claim(label, says: says, quote(words, prose))]
      guess.kind = .reason
    }
    if let kind = reading?.kind, kind == .kept || kind == .reapply { guess.also.insert(kind) }
    guess.quote = quote(words, prose)
    (guess.isGuess, guess.isUncertain) = (true, false)
    return guess
  }

  /// A reason that a phrase names, behind another one that the words of the same sentence speak for plainly.
  private func doubted(
    _ reading: RefusalReading, _ claim: RefusalReading.Claim, _ found: Found, _ prose: LetterProse,
    _ tongue: Tongue
  ) -> RefusalReading {
    guard let words = found.claims[claim.code]?.words,
      let sentence = found.open.first(where: { $0.overlaps(words) }),
      let guess = guesses.guess(WordModel.words(prose, sentence)),
      guess.margin >= RefusalReader.against, let says = tongue.words.says[guess.label],
      !reading.claims.contains(where: { $0.code == guess.label })
    else { return reading }
    var reading = reading
    let quote = quote(sentence, prose)
    reading.claims.insert(RefusalReading.Claim(guess.label, says: says, quote), at: 0)
    reading.isGuess = true
    return reading
  }

  /// Whether something is left to guess. What goes to everybody, and what says that it won't say why, has no
  /// reason in it.
  private func isOpen(_ reading: RefusalReading?, _ found: Found) -> Bool {
    guard let reading else { return true }
    guard reading.claims.isEmpty, !reading.isWelcome, !reading.isFarewell, found.kinds[.none] == nil
    else {
      return false
    }
    return switch reading.kind {
    case .reason, .some(.none), .kept, .reapply, nil: true
    case .form, .undecided, .closed, .notYours: false
    }
  }

  /// The sentence that speaks most clearly for something, where all of them together don't speak for
  /// something else.
  private func guess(_ open: [Range<Int>], _ prose: LetterProse) -> (String, Range<Int>)? {
    var best: (guess: WordModel.Guess, words: Range<Int>)?
    for range in open.prefix(RefusalReader.mostSentences) {
      guard range.count >= RefusalReader.leastWords,
        let guess = guesses.guess(WordModel.words(prose, range)),
        guess.label != RefusalReader.nothing,
        guess.margin > best?.guess.margin ?? 0
      else { continue }
      best = (guess, range)
    }
    guard let best, best.guess.margin >= RefusalReader.margin else { return nil }
    if open.count > 1 {
      let all = open.prefix(RefusalReader.mostSentences).flatMap { WordModel.words(prose, $0) }
      let whole = guesses.guess(all)?.label
      let isAlone = whole == RefusalReader.nothing && best.guess.margin >= RefusalReader.alone
      guard whole == best.guess.label || isAlone else { return nil }
    }
    return (best.guess.label, best.words)
  }

  /// So many sentences are looked at.
  private static let mostSentences = 200
}
