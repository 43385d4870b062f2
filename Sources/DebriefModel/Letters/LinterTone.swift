/// What the single words of a sentence speak for, where patterns leave it open.
struct SentenceTone {
  /// So clearly a reproach that no pattern is needed.
  private(set) var isReproach = false
  /// So friendly that what only hints at a reproach isn't one.
  private(set) var isFriendly = false
  /// So friendly all through that what is mostly said as a reproach isn't one here; never where it takes a turn.
  private(set) var isWarm = false

  init(wordsOf sentence: Range<Int>, in scan: borrowing LintScan) {
    guard sentence.allSatisfy(scan.isProse),
      let guess = scan.words.singles.guess(WordModel.words(scan.text, sentence))
    else { return }
    if guess.label == "reproach" {
      // Of very few words, one says too much.
      isReproach = sentence.count > 4 && guess.known >= 7 && guess.margin >= 1.5
    } else {
      isFriendly = guess.margin > 0.5
      isWarm = guess.margin > 1.5 && !sentence.contains { scan.isTurn($0) }
    }
  }
}

/// How a letter sounds: demands and blame, whom it speaks of, thanks, good wishes, its end, its
/// length (A60, A71, A83, A95).
extension LintScan {
  /// Demands and reproaches in the writer's own words: frames of words, the first of each clause, and
  /// phrases of the user's own.
  mutating func tone() {
    let both: [(rule: Remark.Rule, list: LintWords.List, frames: Set<LintWords.PatternList>)] = [
      (.demand, .demand, [.demand, .demandHints]), (.blame, .blame, [.blame, .blameHints]),
    ].filter { applies($0.rule) }
    guard !both.isEmpty else { return }
    let frames = both.reduce(into: Set()) { $0.formUnion($1.frames) }
    for sentence in sentences {
      let tone = SentenceTone(wordsOf: sentence, in: self)
      var isNoticed = false
      for clause in clauses(sentence) {
        let (words, places) = patternWords(clause)
        let found = patterns.standing(words, of: frames, sparedBy: .spared).filter { hit in
          if [.demandHints, .blameHints].contains(hit.list) { return !tone.isFriendly }
          guard tone.isWarm else { return true }
          // What a warm sentence says between its commas may still be a reproach.
          let range = places[hit.range.lowerBound]..<(places[hit.range.upperBound - 1] + 1)
          return !SentenceTone(wordsOf: between(commas: range, in: sentence), in: self).isFriendly
        }.min {
          ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        guard let hit = found else { continue }
        let range = places[hit.range.lowerBound]..<(places[hit.range.upperBound - 1] + 1)
        note([.demand, .demandHints].contains(hit.list) ? .demand : .blame, at: span(range))
        isNoticed = true
      }
      if !isNoticed, frames.contains(.blame), tone.isReproach { note(.blame, at: span(sentence)) }
    }
    for (rule, list, _) in both {
      var end = 0
      for range in places(list) where range.lowerBound >= end {
        if isDenied(range.lowerBound) || isDeniedBehind(range) { continue }
        note(rule, at: span(range))
        end = range.upperBound
      }
    }
  }

  /// Some words of a sentence with what stands around them up to a comma or a colon.
  private func between(commas range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    func isParted(_ at: Int) -> Bool {
      text.bytes[text.tokens[at - 1].end..<text.tokens[at].start].contains {
        ",;:".utf8.contains($0)
      }
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > sentence.lowerBound, !isParted(start) { start -= 1 }
    while end < sentence.upperBound, !isParted(end) { end += 1 }
    return start..<end
  }

  /// Whether a word turns a sentence round: but, yet.
  func isTurn(_ at: Int) -> Bool { patterns.isTurn(patterns.number(of: text.tokens[at].key)) }

  /// A sentence in what stands between its colons and semicolons.
  private func clauses(_ sentence: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    for at in sentence.dropFirst() {
      let between = text.bytes[text.tokens[at - 1].end..<text.tokens[at].start]
      guard between.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") }) else {
        continue
      }
      clauses.append(start..<at)
      start = at
    }
    return clauses + [start..<sentence.upperBound]
  }

  /// Words as patterns know them, and which word of the text each comes from.
  func patternWords(_ range: Range<Int>) -> (words: [Int], places: [Int]) {
    var words: [Int] = []
    var places: [Int] = []
    for at in range {
      guard isProse(at) else {
        words.append(PatternWords.nothing)
        places.append(at)
        continue
      }
      let token = text.tokens[at]
      for word in ShortForms.words(token.key, hasApostrophe: token.traits.contains(.apostrophe)) {
        words.append(patterns.number(of: word))
        places.append(at)
      }
    }
    return (words, places)
  }

  /// Whether a denial stands right behind some words: "you owe me nothing".
  private func isDeniedBehind(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    return next < text.tokens.count && has(next, .negation)
      && text.tokens[next].sentence == text.tokens[range.lowerBound].sentence
  }

  /// How many words of the body speak of the writer, and how many of them.
  var sides: (own: Int, theirs: Int) {
    let (own, theirs) = (PhraseIndex.bit(.own), PhraseIndex.bit(.theirs))
    let company =
      context.dossier.map { LetterProse($0.application.company).tokens.first?.key } ?? nil
    var count = (own: 0, theirs: 0)
    for (at, token) in text.tokens.enumerated() where token.region == .body && isProse(at) {
      if bits[at] & own != 0 {
        count.own += 1
      } else if bits[at] & theirs != 0 || (company != nil && token.base == company) {
        count.theirs += 1
      }
    }
    return count
  }

  /// Whether it speaks of them as much as it should (A60).
  mutating func balance() {
    guard applies(.selfCentred), let kind = context.kind, let limit = words.limits[kind]?.theirs
    else { return }
    let (own, theirs) = sides
    guard own >= words.figures[.ownLeast] ?? .max else { return }
    let share = theirs * 100 / (own + theirs)
    if share < limit { note(.selfCentred, count: "\(share)", limit: "\(limit)") }
  }

  /// Thanks, good wishes, and a warm end (A83, A95).
  mutating func courtesy() {
    if places(.thanks).isEmpty { note(.noThanks) }
    if places(.wishes).isEmpty { note(.noGoodWishes) }
    guard applies(.coldEnding) else { return }
    let last = sentences.last
    let cold = places(.cold).last { place in last.map { $0.contains(place.lowerBound) } ?? false }
    if let cold {
      note(.coldEnding, "words", at: span(cold))
    } else if !text.tokens.contains(where: { $0.region == .closing || $0.region == .signature }),
      !endsInAnotherScript
    {
      note(.coldEnding, "bare")
    }
  }

  /// Whether the last lines are written in a script whose closings are not known.
  private var endsInAnotherScript: Bool {
    text.tokens.suffix(6).contains { $0.traits.isDisjoint(with: [.cased, .digit]) }
  }

  /// Whether its words are such as the limits are told in: those of scripts without blanks, and of those
  /// that write a whole clause as one word, are not.
  private var isCountable: Bool {
    var (cased, other) = (0, 0)
    for token in text.tokens where token.region == .body && !token.traits.contains(.opaque) {
      if token.traits.contains(.unspaced) { return false }
      if token.traits.contains(.cased) {
        cased += 1
      } else if !token.traits.contains(.digit) {
        other += 1
      }
    }
    return other <= cased / 4
  }

  /// Whether it has as many words as its kind should have: the limits are those of one language. Scripts without blanks are not counted.
  mutating func length() {
    guard let kind = context.kind, let limit = words.limits[kind]?.words else { return }
    guard isCountable, isEmpty || speaksOurLanguage else { return }
    let count = text.tokens.count {
      $0.region == .body && !$0.traits.isSuperset(of: [.opaque, .quoted])
    }
    if count > limit.upperBound {
      note(.tooLong, count: "\(count)", limit: "\(limit.upperBound)")
    } else if count < limit.lowerBound {
      note(.tooShort, count: "\(count)", limit: "\(limit.lowerBound)")
    }
  }
}
