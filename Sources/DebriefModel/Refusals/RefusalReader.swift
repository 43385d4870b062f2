/// Reads the words of a rejection for what they plainly say: pure, and with no guess where words do not
/// say it. Make one and keep it; a text takes well under a millisecond.
public struct RefusalReader: Sendable {
  struct Tongue: Sendable {
    var words: RefusalWords.Language
    var signs: Set<String>
    var index: PatternIndex<RefusalWords.Group>
    /// The reasons in the order of the file: of two the first is the plainer one.
    var order: [RefusalWords.Group: Int]
    /// What says why.
    var why: Set<RefusalWords.Group>
  }
  private let tongues: [Tongue]
  /// What is asked where no phrase is found.
  let guesses: WordModel
  /// So many words are no sentence that says why.
  private static let shortest = 4

  /// Makes the phrases ready.
  public init(_ words: RefusalWords) {
    guesses = words.guesses
    tongues = words.languages.map { language in
      var order: [RefusalWords.Group: Int] = [:]
      for (number, phrases) in language.phrases.enumerated() where order[phrases.group] == nil {
        order[phrases.group] = number
      }
      return Tongue(
        words: language, signs: Set(language.signs),
        index: PatternIndex(
          classes: language.classes, patterns: language.phrases.map { ($0.group, $0.texts) }),
        order: order,
        why: Set(
          order.keys.filter {
            if case .reason = $0 { true } else { $0 == .because }
          }))
    }
  }

  /// What a text says that came on a day; nil when it is in no language that is known, or does not read
  /// like an answer to an application: then its words have not been looked at.
  public func read(_ text: String, on day: Day) -> RefusalReading? {
    var prose = LetterProse(text)
    prose.arrange(PhraseIndex([:]), isLetter: false)
    guard let tongue = tongue(of: prose) else { return nil }
    let sentences = clauses(prose, tongue)
    var found = Found()
    var before = found
    for sentence in sentences {
      // "You spoke fast. But that's not why." leaves nothing of what was said before it.
      if sentence.takesBack() {
        found.unsay(to: before)
        continue
      }
      before = found
      look(at: sentence, prose, tongue, day, &found)
    }
    // Whoever says that they turned nobody down has decided nothing.
    if found.denied > 0, found.refusals == 0, found.welcomes == 0, found.farewells == 0,
      found.kinds[.undecided] == nil
    {
      found.kinds[.undecided] = [-1]
    }
    // Who is only sorry, and has decided nothing, hasn't said no.
    if found.kinds[.undecided] == nil { found.refusals += found.regrets }
    let isKnown = !found.isEmpty || found.rest > 0
    let reading = isKnown ? reading(found, prose, tongue) : nil
    return guessed(reading, found, prose, tongue)
  }

  // MARK: - Language

  /// The language whose little words are most of the text's; a few words are of the one that has a
  /// phrase for them.
  private func tongue(of prose: LetterProse) -> Tongue? {
    let words = prose.tokens.filter { $0.traits.contains(.cased) }
    guard !words.isEmpty else { return nil }
    let counted = tongues.map { tongue in
      (tongue: tongue, count: words.count { tongue.signs.contains($0.key) })
    }
    guard let best = counted.max(by: { $0.count < $1.count }) else { return nil }
    if best.count * 100 >= words.count * 18 { return best.tongue }
    return words.count < 12 && best.count > 0 ? best.tongue : nil
  }

  // MARK: - Looking

  struct Found {
    var refusals = 0
    /// Words of a no that are denied: "nobody has been turned down".
    var denied = 0
    /// Where somebody is sorry about something.
    var regrets = 0
    var kinds: [RefusalReading.Kind: Set<Int>] = [:]
    /// The reasons by their code, with where each stands first and its place in the file.
    var claims: [String: (words: Range<Int>, order: Int)] = [:]
    /// Where a kind of answer is said first.
    var places: [RefusalReading.Kind: Range<Int>] = [:]
    var because = false
    /// Sentences that are nothing that is known.
    var rest = 0
    var promises: [RefusalReading.Promise] = []
    var givesNoFeedback = false
    var welcomes = 0
    /// Where somebody who has withdrawn is answered.
    var farewells = 0
    /// Whether it's a no if nobody writes, and until when.
    var isConditional = false
    var silentBy: Day?
    /// The sentences, as words of the text, of which single words may be asked what they say: not those that
    /// deny something, or tell of somebody else.
    var open: [Range<Int>] = []
    var isEmpty: Bool {
      welcomes == 0 && farewells == 0 && !isConditional && refusals == 0 && denied == 0
        && kinds.isEmpty && claims.isEmpty && !because && promises.isEmpty
    }

    /// Takes back what was said to be why since an earlier state.
    mutating func unsay(to before: Found) {
      (claims, because, rest) = (before.claims, before.because, before.rest)
      open = before.open
      for kind in [RefusalReading.Kind.reason, .notYours] {
        kinds[kind] = before.kinds[kind]
        places[kind] = before.places[kind]
      }
    }
  }

  /// The sentences of a text: what stands between colons and semicolons is looked at by itself.
  private func clauses(_ prose: LetterProse, _ tongue: Tongue) -> [RefusalClause] {
    var clauses: [RefusalClause] = []
    for at in prose.tokens.indices {
      let isNew =
        at == 0 || prose.tokens[at].sentence != prose.tokens[at - 1].sentence
        || prose.bytes[prose.tokens[at - 1].end..<prose.tokens[at].start].contains {
          $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":")
        }
      if isNew { clauses.append(RefusalClause(range: at..<at, classes: tongue.words.classes)) }
      let token = prose.tokens[at]
      clauses[clauses.count - 1].range = clauses[clauses.count - 1].range.lowerBound..<(at + 1)
      let between = at == 0 ? [] : prose.bytes[prose.tokens[at - 1].end..<token.start]
      if between.contains(where: { $0 == UInt8(ascii: ",") || $0 > 127 }) {
        clauses[clauses.count - 1].breaks.insert(clauses[clauses.count - 1].words.count)
      }
      for word in ShortForms.words(token.key, hasApostrophe: token.traits.contains(.apostrophe)) {
        clauses[clauses.count - 1].words.append(word)
        clauses[clauses.count - 1].numbers.append(tongue.index.number(of: word))
        clauses[clauses.count - 1].places.append(at)
      }
    }
    return clauses
  }

  private func look(
    at clause: RefusalClause, _ prose: LetterProse, _ tongue: Tongue, _ day: Day,
    _ found: inout Found
  ) {
    // What takes back a reason takes back nothing else: "if there is an opening, we will call you".
    var all = tongue.index.hits(clause.numbers).hits
    let silence = all.filter { $0.list == .silence }.map(\.range).min {
      $0.lowerBound < $1.lowerBound
    }
    if let silence {
      // "Should we not be in touch, please assume we filled the seat" has filled nothing yet.
      let behind = all.filter { $0.range.lowerBound >= silence.lowerBound }
      if behind.contains(where: { $0.list == .refusal || $0.list == .kind(.closed) }) {
        found.isConditional = true
        found.silentBy =
          found.silentBy
          ?? RefusalDates(tongue.words, on: day).due(
            in: prose, clause.places[silence.lowerBound]..<clause.range.upperBound)
      }
      all.removeAll {
        $0.list != .silence && $0.list != .noFeedback && $0.range.upperBound > silence.lowerBound
      }
    }
    // That they give no feedback is said beside all else: what sort of answer it is, other phrases say.
    let hits = all.filter { $0.list != .noFeedback }
    let closed = all.filter { $0.list == .noFeedback }.map(\.range)
    if !closed.isEmpty { found.givesNoFeedback = true }
    let reasons = tongue.index.standing(clause.numbers, of: tongue.why, sparedBy: .spared).filter {
      $0.range.upperBound <= silence?.lowerBound ?? .max
    }
    let farewells = hits.filter { $0.list == .farewell }.map(\.range)
    let isFarewell = !farewells.isEmpty
    if hits.isEmpty, clause.numbers.count > RefusalReader.shortest { found.rest += 1 }
    // "I think I talked too much" is what the reader supposes, and "my sister was too young" about her.
    let isAside = hits.contains { $0.list == .aside }
    var isOpen = !isAside && silence == nil && !isFarewell && !hits.contains { $0.list == .spared }
    let welcomes = hits.filter { $0.list == .welcome && !clause.isDenied($0.range) }
      .map(\.range)
    let open = hits.filter { $0.list == .kind(.undecided) }.map(\.range)
    for hit in hits.filter({ !tongue.why.contains($0.list) }) + reasons {
      let words =
        clause.places[hit.range.lowerBound]..<(clause.places[hit.range.upperBound - 1] + 1)
      switch hit.list {
      case .spared, .courtesy, .noFeedback, .aside, .silence: break
      case .farewell: found.farewells += 1
      case .refusal:
        // "To offer you the job" has the words of "we offered the job to another".
        // "We haven't made a decision" those of having made one.
        // "Not able to give feedback" turns down nobody, and "withdrawn as you asked" not you.
        let others = welcomes + open + closed + farewells
        if others.contains(where: { $0.overlaps(hit.range) }) { continue }
        // "You're not rejected", "we won't be rejecting anyone".
        if clause.deniesNo(hit.range) {
          found.denied += 1
          continue
        }
        found.refusals += 1
      case .regret: found.regrets += isFarewell ? 0 : 1
      case .welcome: found.welcomes += welcomes.contains(hit.range) ? 1 : 0
      case .because: found.because = found.because || !isAside
      case .kind(let kind):
        if [.kept, .reapply, .form, .none].contains(kind) { isOpen = false }
        // "We don't keep applications on file" has the words of keeping them.
        if [.kept, .reapply, .closed, .reason, .notYours].contains(kind),
          clause.isDenied(hit.range, isOffer: [.kept, .reapply].contains(kind))
            || kind == .closed && clause.isUntrue(hit.range)
        {
          // A job that is not gone is still there.
          if kind == .closed { found.denied += 1 }
          continue
        }
        found.kinds[kind, default: []].insert(hit.pattern)
        if found.places[kind] == nil { found.places[kind] = words }
      case .reason(let code):
        if isAside { continue }
        if clause.isDenied(hit.range)
          || code == RefusalReader.circumstances && clause.isUntrue(hit.range)
        {
          isOpen = false
          continue
        }
        let whole = words.lowerBound..<max(words.upperBound, clause.range.upperBound)
        if let known = found.claims[code], known.words.lowerBound <= whole.lowerBound { continue }
        found.claims[code] = (whole, tongue.order[hit.list] ?? 0)
      case .promise(let what):
        if found.promises.contains(where: { $0.what == what }) { continue }
        if clause.isDenied(hit.range, isOffer: true) { continue }
        // "Feedback will not be provided" has the words of "feedback will follow".
        if what == .feedback, closed.contains(where: { $0.overlaps(hit.range) }) { continue }
        // A date belongs to the promise it stands with: the one right before it.
        let others = hits.compactMap { other -> Range<Int>? in
          if case .promise(let it) = other.list, it != what { other.range } else { nil }
        }
        let next = others.map(\.lowerBound).filter { $0 >= hit.range.upperBound }.min()
        let isFirst = !others.contains { $0.upperBound <= hit.range.lowerBound }
        let start = isFirst ? clause.range.lowerBound : words.lowerBound
        let end = next.map { clause.places[$0] } ?? clause.range.upperBound
        let due = RefusalDates(tongue.words, on: day).due(in: prose, start..<end)
        found.promises.append(
          RefusalReading.Promise(what, due: due, quote(clause.range, prose)))
      }
    }
    if isOpen { found.open.append(clause.range) }
  }

  /// Some words of a text, with their place in characters.
  func quote(_ words: Range<Int>, _ prose: LetterProse) -> RefusalReading.Quote {
    let bytes = prose.tokens[words.lowerBound].start..<prose.tokens[words.upperBound - 1].end
    let start = String(decoding: prose.bytes[..<bytes.lowerBound], as: UTF8.self).count
    let text = prose.string(bytes)
    return RefusalReading.Quote(start..<(start + text.count), text)
  }

  // MARK: - What it comes to

  private func reading(
    _ found: Found, _ prose: LetterProse, _ tongue: Tongue
  ) -> RefusalReading {
    var reading = RefusalReading(language: tongue.words.code)
    // The plainest first: as the file has the reasons, then as they stand.
    let claims = found.claims.sorted {
      ($0.value.order, $0.value.words.lowerBound) < ($1.value.order, $1.value.words.lowerBound)
    }
    reading.claims = claims.map { code, place in
      RefusalReading.Claim(code, says: tongue.words.says[code] ?? "", quote(place.words, prose))
    }
    reading.promises = found.promises
    // Whoever promises some means another kind, or another time.
    reading.givesNoFeedback =
      found.givesNoFeedback && !found.promises.contains { $0.what == .feedback }
    if found.welcomes > 0, found.refusals == 0 {
      (reading.isWelcome, reading.claims) = (true, [])
      return reading
    }
    reading.silentBy = found.silentBy
    if found.farewells > 0, found.refusals == 0, found.claims.isEmpty, found.kinds[.closed] == nil {
      reading.isFarewell = true
      return reading
    }
    reading.isPlainNo = found.refusals > 0
    reading.saysNo =
      reading.isPlainNo || !found.claims.isEmpty || found.kinds[.closed] != nil
      || found.kinds[.none] != nil
    var kinds = Set(found.kinds.keys)
    if kinds.remove(.undecided) != nil, found.refusals == 0,
      found.claims.keys.allSatisfy({ $0 == RefusalReader.circumstances }),
      kinds.isDisjoint(with: [.closed, .notYours])
    {
      (reading.saysNo, reading.claims) = (false, [])
      (reading.kind, reading.quote) = (
        .undecided, found.places[.undecided].map { quote($0, prose) }
      )
      return reading
    }
    // What is a no only if nobody writes is none yet.
    if found.isConditional, !reading.isPlainNo, found.claims.isEmpty,
      found.kinds[.closed] == nil
    {
      (reading.kind, reading.saysNo) = (.undecided, false)
      return reading
    }
    let forms = found.kinds[.form]?.count ?? 0
    // One phrase that many write is no form letter yet, and one that says it will not say why is one.
    if forms < 2 { kinds.remove(.form) } else { kinds.remove(.none) }
    // Whoever says more than is said to anybody says why, in words of their own.
    let saysMore = found.rest > 0 && forms < 2 && kinds.isEmpty
    if !reading.claims.isEmpty || found.because || saysMore { kinds.insert(.reason) }
    reading.isUncertain = reading.claims.isEmpty && !found.because && saysMore
    if kinds.contains(.closed) {
      // That there is no job any more is what is said, and no reason beside it.
      if reading.claims.allSatisfy({ $0.code == RefusalReader.circumstances }) {
        kinds.remove(.reason)
      }
    }
    if kinds.isEmpty { kinds.insert(.none) }
    // A reason that can be worked on says more than one that should not have counted.
    if kinds.contains(.notYours), reading.claims.isEmpty { kinds.remove(.reason) }
    let first = RefusalReader.precedence.first { kinds.contains($0) }
    reading.kind = first
    if first != .form, let first, let words = found.places[first] {
      reading.quote = quote(words, prose)
    }
    reading.also = kinds.subtracting([first].compactMap { $0 })
    return reading
  }

  /// The reason that a job that is gone stands for.
  public static let circumstances = "R-CIRC"

  /// What an answer is before all, where it is several things.
  private static let precedence: [RefusalReading.Kind] = [
    .reason, .notYours, .closed, .kept, .reapply, .none, .form,
  ]
}
