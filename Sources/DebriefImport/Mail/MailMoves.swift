import DebriefModel

/// Reads whether an email moves an interview or calls it off, and to when.
struct MailMoves {
  /// What an email says of the time of an interview.
  struct Move: Hashable {
    /// Whether it says so by itself, and not only where an interview is booked for another time.
    var isPlain = false
    /// Whether the time that was agreed on is off, whatever else they say.
    var isOff = false
    /// Whether they only ask.
    var isAsked = false
    /// The times it names as new, in order; one is the new time, several are to choose from.
    var times: [TimesInText.Found] = []
    /// The times it names as those of before.
    var before: [TimesInText.Found] = []
    /// By how many seconds it moves, where it says that and no time: "half an hour later".
    var shift: Int?
    /// Whether the hour stays: "on Friday at the same time".
    var keepsHour = false
    /// What else it says, and the words that call it off.
    var (rest, off) = ("", "")

    /// Whether it's called off, and nothing is said of another time.
    var isCanceled: Bool { isOff && times.isEmpty && shift == nil && !asksAgain }
    /// Whether they want another time.
    var asksAgain = false
  }

  private let phrases: MovePhrases
  private let known: MoveWords

  init(_ words: ImportWords) { (phrases, known) = (MovePhrases(words.moves), words.moves) }

  private struct Sentence {
    var text: String
    var groups: Set<MoveWords.Group>
    var words: [String]
    var times: [TimesInText.Found]
    var isQuestion: Bool
    /// Whether its times were named in another language.
    var isForeign = false
    var isAsked: Bool { isQuestion || groups.contains(.asked) }
  }

  /// What an email says of the time of an interview; nil where it says nothing of it.
  ///
  /// - Parameters:
  ///   - subject: Left aside where it answers another email, which has its words from before.
  ///   - now: When it was written.
  func move(subject: String, own: String, now: Moment) -> Move? {
    let finder = TimesInText(now: now)
    let isAnswer = [":", "："].contains { subject.prefix(5).contains($0) }
    let texts = MailMoves.sentences(own)
    let all = ((isAnswer ? [] : [subject]) + texts).map { text in
      let own = TimesInText.words(of: text)
      let foreign = known.english(own)
      let words = foreign ?? own
      return Sentence(
        text: text, groups: phrases.groups(in: text), words: words, times: finder.all(in: words),
        isQuestion: text.hasSuffix("?"), isForeign: foreign != nil)
    }
    func says(_ at: Int) -> Bool {
      all[at].groups.contains(.moved) || all[at].groups.contains(.off)
        || all[at].groups.contains(.restated) && !all[at].times.isEmpty
    }
    let places = all.indices.filter(says)
    guard let first = places.first else { return nil }
    var move = Move()
    move.isPlain = places.contains { !all[$0].groups.isDisjoint(with: [.moved, .off]) }
    move.isOff = places.contains { all[$0].groups.contains(.off) }
    move.asksAgain = places.contains { all[$0].groups.contains(.moved) }
    move.off = places.filter { all[$0].groups.contains(.off) }.map { all[$0].text }.joined(
      separator: " ")
    move.rest = all.indices.filter { !says($0) }.map { all[$0].text }.joined(separator: " ")
    let around = places + Array((first + 1)..<min(all.count, first + 5)).filter { !says($0) }
    for at in around { read(all[at], isOff: all[at].groups.contains(.off), into: &move.before) }
    var source: Int?
    for at in around + (first > 0 ? [first - 1] : []) where move.times.isEmpty {
      move.times = new(all[at])
      source = move.times.isEmpty ? nil : at
    }
    if let source {
      // "Or Tuesday at nine?"
      for next in all[(source + 1)...].prefix(4) {
        let start = next.words.first?.lowercased() ?? ""
        guard ["or", "alternatively", "otherwise", "-", "*", "•"].contains(start) else { break }
        move.times += new(next)
      }
    }
    move.times = move.times.reduce(into: []) { kept, it in
      if !kept.contains(where: { $0.start == it.start && $0.dayOnly == it.dayOnly }) {
        kept.append(it)
      }
    }
    move.shift =
      move.times.isEmpty ? places.lazy.compactMap { MailMoves.shift(all[$0].words) }.first : nil
    move.keepsHour = all.contains { sentence in
      MailMoves.sameTimes.contains { sentence.text.lowercased().contains($0) }
    }
    move.isAsked =
      places.contains { all[$0].isAsked } || source.map { all[$0].isAsked } ?? false
      || all[first...].contains { $0.groups.contains(.asked) && MailMoves.wantsAnswer($0.words) }
    return move
  }

  private static let sameTimes = [
    "same time", "gleichen zeit", "gleichen uhrzeit", "même heure", "misma hora",
  ]

  /// Whether it asks if a time suits: "Does that work?"
  private static func wantsAnswer(_ words: [String]) -> Bool {
    words.count <= 14
      && words.contains {
        [
          "work", "works", "suit", "suits", "ok", "okay", "fine", "possible", "convenient",
          "confirm",
        ]
        .contains($0.lowercased())
      }
  }

  // MARK: - Sentences

  /// The sentences of an email: lines that a mail program broke are one, and the stop of "14 Dec." and "2 p.m."
  /// ends none.
  static func sentences(_ own: String) -> [String] {
    var all: [String] = []
    var words: [Substring] = []
    func close() {
      if !words.isEmpty { all.append(words.joined(separator: " ")) }
      words = []
    }
    for line in own.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let parts = line.split(whereSeparator: \.isWhitespace)
      if parts.isEmpty || "-*•".contains(parts[0].first ?? " ") { close() }
      for (at, part) in parts.enumerated() {
        words.append(part)
        let next = at + 1 < parts.count ? parts[at + 1].first : nil
        let bare = part.trimming { ")\"”'".contains($0) }
        guard let last = bare.last, ".!?;".contains(last) else { continue }
        let isShort = last == "." && bare.count <= 5 && bare.dropLast().contains { $0.isLetter }
        let goesOn = next.map { $0.isLowercase || $0.isNumber } ?? false
        let isNumber =
          last == "." && isDay(bare, beforeMonth: at + 1 < parts.count ? parts[at + 1] : "")
        if last != "." || !goesOn && !isNumber && !(isShort && isAbbreviation(bare)) { close() }
      }
    }
    close()
    return all
  }

  /// Whether a number with a stop is a day of the month behind it: "9. März".
  private static func isDay(_ number: some StringProtocol, beforeMonth next: some StringProtocol)
    -> Bool
  {
    let months = [
      "jan", "jän", "feb", "mär", "maer", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov",
      "dez",
    ]
    let digits = number.dropLast()
    return !digits.isEmpty && digits.count <= 2 && digits.allSatisfy(\.isNumber)
      && months.contains(where: next.lowercased().hasPrefix)
  }

  private static func isAbbreviation(_ word: String) -> Bool {
    let plain = word.lowercased()
    return ["a.m.", "p.m.", "dr.", "mr.", "ms.", "mrs.", "prof.", "no.", "st."].contains(plain)
  }

  // MARK: - Times

  private static let notAnyMore: Set<String> = [
    "from", "than", "original", "originally", "was", "were", "not", "no", "unable", "cannot",
    "never",
    "attend", "make", "cancel", "canceled", "cancelled", "cancelling", "canceling", "lose",
    "missing",
  ]
  /// What an interview is called.
  static let talks: Set<String> = [
    "call", "interview", "meeting", "chat", "slot", "appointment", "session", "conversation",
    "talk",
    "round", "screening", "interviews", "one",
  ]
  private static let turns: Set<String> = [
    "but", "so", "to", "could", "can", "would", "until", "and", "is",
  ]

  /// Whether a time of a sentence is that of before: "from Thursday", "instead of Thursday", "Thursday's call",
  /// "I can't do Thursday".
  private func isBefore(_ time: TimesInText.Found, _ sentence: Sentence) -> Bool {
    let words = sentence.words
    let next = time.words.upperBound
    if isLeft(time, sentence) { return true }
    if next < words.count, MailMoves.talks.contains(words[next].lowercased()) { return true }
    if next + 1 < words.count, time.dayOnly, words[next].lowercased() == "at",
      MailMoves.talks.contains(words[next + 1].lowercased())
    {
      return true
    }
    // "Friday from 10 to 11" begins at 10.
    var at = time.words.lowerBound - 1
    var steps = 0
    while at >= 0, steps < 5 {
      let word = words[at].lowercased().replacing("’", with: "'")
      if MailMoves.turns.contains(word) { break }
      if word == "of", at > 0 {
        // "Entretien de jeudi", "entrevista de mañana": the interview of that day, and of no day behind it.
        if sentence.times.contains(where: {
          $0.words.lowerBound > at && $0.words.upperBound <= time.words.lowerBound
        }) {
          break
        }
        let owner = words[at - 1].lowercased()
        return owner == "instead"
          || sentence.isForeign && known.classes["theirs"]?.contains(owner) == true
      }
      if word == "from", time.day == nil,
        sentence.times.contains(where: { $0.words.upperBound == at })
      {
        return false
      }
      if MailMoves.notAnyMore.contains(word) || word.hasSuffix("n't") { return true }
      at -= 1
      steps += 1
    }
    return sentence.groups.contains(.restated) && isTrouble(time, words)
  }

  private static let offers: Set<String> = [
    "could", "can", "would", "propose", "suggest", "offer", "instead", "how", "about", "now", "new",
  ]
  private static let moves: Set<String> = [
    "move", "moved", "moving", "shift", "shifted", "push", "pushed", "bring", "brought", "change",
    "changed", "postpone", "postponed", "reschedule", "rescheduled",
  ]

  /// Whether a sentence takes a time away: "your interview on 5 March has been cancelled", "move Thursday to
  /// Friday". "Friday from 10 to 11" has one day.
  private func isLeft(_ time: TimesInText.Found, _ sentence: Sentence) -> Bool {
    let words = sentence.words.map { $0.lowercased() }
    if sentence.groups.contains(.off), !sentence.groups.contains(.moved),
      words.isDisjoint(MailMoves.offers)
    {
      return true
    }
    let next = time.words.upperBound
    // "De jeudi à lundi" has the word of an hour between the days.
    guard next < words.count, words[next] == "to" || sentence.isForeign && words[next] == "at",
      let other = sentence.times.first(where: { $0.words.lowerBound == next + 1 })
    else { return false }
    // The verb stands at the end in German.
    if sentence.isForeign, sentence.groups.contains(.moved) { return true }
    return time.day != nil && other.day != nil && time.day != other.day
      && !words[max(0, time.words.lowerBound - 5)..<time.words.lowerBound].isDisjoint(
        MailMoves.moves)
  }

  /// "Thursday is difficult for Karl."
  private func isTrouble(_ time: TimesInText.Found, _ words: [String]) -> Bool {
    words[time.words.upperBound...].prefix(6).contains {
      [
        "difficult", "impossible", "tricky", "problem", "problematic", "bad", "busy", "full",
        "away",
        "travelling", "traveling", "unavailable", "ill", "sick", "off", "out", "tight", "hard",
        "not",
        "longer", "doesn't", "isn't", "won't",
      ].contains($0.lowercased())
    }
  }

  /// Whether a time is by when they want an answer.
  private func isDeadline(_ time: TimesInText.Found, _ words: [String]) -> Bool {
    let before = words[..<time.words.lowerBound].suffix(3).map { $0.lowercased() }
    return before.contains { ["by", "before", "within", "latest"].contains($0) }
  }

  private func read(_ sentence: Sentence, isOff: Bool, into before: inout [TimesInText.Found]) {
    before += sentence.times.filter { isBefore($0, sentence) || isOff }
  }

  /// The times a sentence names as new; an hour alone is that of the day before it.
  private func new(_ sentence: Sentence) -> [TimesInText.Found] {
    var found: [TimesInText.Found] = []
    var wasRange = false
    for (at, time) in sentence.times.enumerated() {
      if isDeadline(time, sentence.words) || isBefore(time, sentence) { continue }
      // "From 10 to 11": where it ends is no other time.
      if wasRange {
        wasRange = false
        continue
      }
      let next = time.words.upperBound
      let isFollowed =
        at + 1 < sentence.times.count && sentence.times[at + 1].words.lowerBound == next + 1
      wasRange =
        isFollowed && !time.dayOnly && sentence.times[at + 1].day == nil
        && ["to", "until", "till", "-", "–"].contains(sentence.words[next].lowercased())
      if time.day == nil, let last = found.last, last.dayOnly, let day = last.day {
        var whole = time
        whole.day = day
        whole.start = time.start.zoned(on: day)
        found[found.count - 1] = whole
      } else {
        found.append(time)
      }
    }
    return found
  }

  /// "An hour later", "back by 30 minutes", "a week earlier", in seconds.
  private static func shift(_ words: [String]) -> Int? {
    let plain = words.map { $0.lowercased() }
    let units = [
      "minute": 60, "minutes": 60, "mins": 60, "min": 60, "hour": 3600, "hours": 3600,
      "day": 86400, "days": 86400, "week": 604_800, "weeks": 604_800,
    ]
    let numbers = [
      "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10,
      "fifteen": 15, "twenty": 20, "thirty": 30, "half": 1,
    ]
    for (at, word) in plain.enumerated() where at > 0 {
      guard let unit = units[word] else { continue }
      let isHalf = plain[max(0, at - 2)..<at].contains("half")
      guard let count = Int(plain[at - 1]) ?? numbers[plain[at - 1]] else { continue }
      let around = plain[max(0, at - 7)..<min(plain.count, at + 3)]
      let isLater = !around.isDisjoint([
        "later", "back", "delay", "delayed", "postpone", "postponed", "off",
      ])
      let isEarlier = !around.isDisjoint(["earlier", "forward", "forwards", "up"])
      guard isLater != isEarlier else { continue }
      return (isHalf ? unit / 2 : unit * count) * (isLater ? 1 : -1)
    }
    return nil
  }
}

extension Collection where Element == String {
  fileprivate func isDisjoint(_ words: Set<String>) -> Bool { !contains { words.contains($0) } }
}

extension Moment {
  /// The same hour of another day, here.
  func zoned(on day: Day) -> Moment { zone.moment(day, hour: hour, minute: minute) }
}
