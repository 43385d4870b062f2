import DebriefModel

/// Tells what an email about a job is before all: by its phrases, and where none is found by its words.
struct MailKinds {
  private let refusals: RefusalReader
  private let phrases: [(kind: MailKind, words: [String])]
  /// The phrases of offers that say to whom.
  private let offers: [String]
  private let guesses: WordModel
  private let moves: MailMoves

  init(_ words: ImportWords, refusals: RefusalReader) {
    self.refusals = refusals
    guesses = words.guesses
    moves = MailMoves(words)
    phrases = [MailKind.offer, .invitation, .feedback, .acknowledgement].map { kind in
      (
        kind,
        (words.phrases[kind] ?? []).map { " " + NameFolding.words($0).joined(separator: " ") + " " }
      )
    }
    offers = (phrases.first { $0.kind == .offer }?.words ?? []).filter { phrase in
      [" you ", " your ", " yours "].contains { phrase.contains($0) }
    }
  }

  /// What the words are before all, and what they say of the time of an interview. What is only said for the
  /// case that something happens is left aside.
  ///
  /// - Parameters:
  ///   - own: What is new in the email.
  ///   - now: When it was written.
  func reading(subject: String, own: String, at now: Moment) -> (MailKind, MailMoves.Move?) {
    let found = kind(subject: subject, own: own, on: now.day)
    guard found.kind != .offer || found.isGuess,
      let move = moves.move(subject: subject, own: own, now: now),
      found.kind != .refusal || !saysNo(own, move, on: now.day)
    else { return (found.kind, nil) }
    if move.isCanceled { return (.canceled, move) }
    return (move.isPlain ? .moved : found.kind, move)
  }

  /// Whether an email that moves an interview or calls it off says no as well. That somebody is sorry about
  /// the time is none, and neither is that it's off.
  private func saysNo(_ own: String, _ move: MailMoves.Move, on day: Day) -> Bool {
    let rest = move.rest + (move.isOff ? ". " + move.off : "")
    let off = NameFolding.words(move.off)
    let isAboutJob = off.contains {
      MailKinds.jobs.contains($0) || ["application", "candidacy", "candidate"].contains($0)
    }
    // What is called off is the job itself, and no talk about it.
    let isJobOff = isAboutJob && !off.contains { MailMoves.talks.contains($0) }
    let calm = rest.split(separator: " ").filter {
      let word = NameFolding.plain(String($0)).filter(\.isLetter)
      return !MailKinds.regrets.contains(word)
        && (isJobOff
          || !["cancel", "absag", "abgesag", "annul", "anul"].contains(where: word.hasPrefix))
        && (isAboutJob || !["able", "unable"].contains(word))
    }.joined(separator: " ")
    guard let reading = refusals.read(calm, on: day) else { return false }
    return reading.isPlainNo || reading.kind == .closed
  }

  private static let jobs: Set<String> = [
    "position", "role", "job", "opening", "vacancy", "requisition", "search", "hiring", "headcount",
    "recruitment", "post", "stelle",
  ]

  /// Whether what is closed or on hold is the job: "the role is on ice", and not "the entrance is closed".
  private static func isJobGone(_ reading: RefusalReading) -> Bool {
    reading.kind == .closed
      && NameFolding.words(reading.quote?.words ?? "").contains { jobs.contains($0) }
  }

  /// Whether all that says no is something that is closed, or single words that could be about it.
  private static func isDoor(_ reading: RefusalReading) -> Bool {
    let codes = reading.claims.map(\.code)
    return reading.kind == .closed && codes.isEmpty
      || reading.isGuess && codes == [RefusalReader.circumstances]
  }

  private static let regrets: Set<String> = [
    "unfortunately", "sadly", "sorry", "apologies", "apologise", "apologize", "regret",
    "regrettably",
    "afraid", "leider",
  ]

  /// What the words are before all, and whether single words alone speak for it.
  private func kind(
    subject: String, own: String, on day: Day
  ) -> (kind: MailKind, isGuess: Bool) {
    let sentences = own.split { ".!?\n".contains($0) }.map { String($0).trimmed }
    let sure = sentences.filter { sentence in
      let first = sentence.split(separator: " ").first?.lowercased() ?? ""
      return !["if", "should", "falls", "sollten", "si"].contains(first)
    }.joined(separator: ". ")
    let plain = " " + NameFolding.words(subject + " . " + sure).joined(separator: " ") + " "
    func says(_ kind: MailKind) -> Bool {
      phrases.first { $0.kind == kind }?.words.contains { plain.contains($0) } ?? false
    }
    // An offer made to the reader is one, whatever else its words could be taken for, where nothing says no.
    if offers.contains(where: plain.contains), !MailKinds.denies(plain) { return (.offer, false) }
    let reading = refusals.read(sure + ".", on: day)
    if reading?.isWelcome == true { return (says(.offer) ? .offer : .invitation, false) }
    // Whoever answers a withdrawal turns nobody down.
    if reading?.isFarewell == true { return (.other, false) }
    if let reading, reading.saysNo {
      if says(.feedback) { return (.feedback, false) }
      // A reason, or something that is closed, may stand in other emails, too: "the entrance is closed".
      if !reading.isPlainNo, !MailKinds.isJobGone(reading) {
        // What is closed is a door, where they say that they look forward to somebody.
        let guess = guessed(subject, sure, plain)
        if MailKinds.isDoor(reading), says(.invitation), !MailKinds.denies(plain), guess != .refusal
        {
          return (.invitation, false)
        }
        if let kind = guessed(subject, sure, plain, least: MailKinds.sure) { return (kind, true) }
      }
      return (.refusal, false)
    }
    for (kind, _) in phrases where says(kind) { return (kind, false) }
    let guess = guessed(subject, sure, plain) ?? .other
    // Whoever says that nobody was turned down doesn't, whatever the single words are.
    return (guess == .refusal && reading?.kind == .undecided ? .other : guess, true)
  }

  /// What the words speak for; nil where they don't speak for it clearly enough.
  ///
  /// - Parameter least: How far the kind must be ahead of the next in any case, in logits.
  private func guessed(
    _ subject: String, _ sure: String, _ plain: String, least: Double = 0
  ) -> MailKind? {
    guard let guess = guesses.guess(sure, below: subject, atLeast: MailKinds.fewest),
      let kind = MailKind(rawValue: guess.label), guess.margin >= max(least, MailKinds.margin(kind))
    else { return nil }
    let isGlad = kind == .offer || kind == .invitation
    return isGlad && MailKinds.denies(plain) ? nil : kind
  }

  /// How far a kind must be ahead of the next: nobody should be glad about a no for as long as it takes to read
  /// it, or be told of one that isn't, and what settles nothing does less harm.
  private static func margin(_ kind: MailKind) -> Double {
    switch kind {
    case .offer, .invitation: 1.3
    case .refusal: 1
    case .feedback, .acknowledgement, .other, .moved, .canceled: 0.5
    }
  }

  /// So many words and pairs below the subject must be known: “Lunch is at noon.” says nothing about a job.
  private static let fewest = 6

  /// How far a kind must be ahead that takes the place of a no.
  private static let sure = 1.2

  /// Whether any word could be that of a no.
  private static func denies(_ plain: String) -> Bool {
    [
      "unfortunately", "regret", "sorry", "afraid", "cannot", "cant", "unable", "wont", "not",
      "unsuccessful", "another", "other", "else", "declined", "leider", "nicht", "pas",
    ].contains { plain.contains(" \($0) ") }
  }
}
