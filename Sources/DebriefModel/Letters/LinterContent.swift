/// What a letter takes up: the talk with this person, their mission, the writer's goals, and
/// something current (A58, A61 to A63).
extension LintScan {
  /// The words of a text on file that carry its matter, cut to what their forms have in common. Words
  /// that every letter has, and names, are left out.
  func matter(_ other: LetterProse) -> Set<String> {
    var stems: Set<String> = []
    for token in other.tokens {
      let bits = index.bits(token.key)
      let isName = names.contains(token.key) || names.contains(token.base)
      let stem = LintScan.stem(token, bits, isName: isName)
      if !stem.isEmpty { stems.insert(stem) }
    }
    return stems
  }

  private static func stem(
    _ token: LetterToken, _ bits: PhraseIndex.Bits, isName: Bool
  ) -> String {
    guard bits & LintScan.empty == 0, !isName, token.traits.isDisjoint(with: [.opaque, .unspaced])
    else { return "" }
    if token.traits.contains(.digit) { return token.base }
    guard token.traits.contains(.cased) else { return "" }
    let base = token.base
    return base.utf8.count >= 4 ? LintScan.cut(base) : ""
  }

  private static let empty = PhraseIndex.bit(.common) | PhraseIndex.bit(.function)

  /// A word without its usual endings, at most six letters of it.
  static func cut(_ word: String) -> String {
    let bytes = Array(word.utf8)
    var end = bytes.count
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      return end >= count
        && bytes[(end - count)..<end].elementsEqual(
          UnsafeBufferPointer(start: ending.utf8Start, count: count))
    }
    if end >= 5, ends("s"), !ends("ss") { end -= 1 }
    if end >= 7, ends("ing") {
      end -= 3
    } else if end >= 6, ends("ed") {
      end -= 2
    }
    if end >= 5, ends("e") { end -= 1 }
    // Not through the middle of a character.
    var cut = min(6, end)
    while cut < end, bytes[cut] & 0xC0 == 0x80 { cut += 1 }
    return String(decoding: bytes[..<cut], as: UTF8.self)
  }

  /// Works the matter of each word of the body out, once for all rules about it.
  mutating func prepare() {
    stems = text.tokens.indices.map { at in
      text.tokens[at].region == .body
        ? LintScan.stem(text.tokens[at], bits[at], isName: named[at]) : ""
    }
  }

  /// The matter of some words of this letter.
  private func matter(_ range: Range<Int>) -> Set<String> {
    var found: Set<String> = []
    for at in range where !stems[at].isEmpty { found.insert(stems[at]) }
    return found
  }

  private var ownMatter: Set<String> { matter(text.tokens.indices) }

  /// Whether two texts share enough to be about the same.
  private func takesUp(_ wanted: Set<String>, _ held: Set<String>) -> Bool {
    wanted.intersection(held).count >= (wanted.count <= 3 ? 1 : 2)
  }

  /// Something of the talk with this very person (A58).
  mutating func callback() {
    guard applies(.noCallback), let recipient = context.recipient, let dossier = context.dossier
    else { return }
    let own = ownMatter
    var wanted: Set<String> = []
    for turn in dossier.turns where turn.person == recipient.id {
      let matter = matter(LetterProse(turn.question + " . " + turn.answer))
      if !matter.isDisjoint(with: own) { return }
      wanted.formUnion(matter)
    }
    if wanted.count >= 3 { note(.noCallback, words: recipient.name) }
  }

  /// The entries of the company file that answer a prompt, with their matter.
  private func file(_ prompt: PreparationRules.Prompt) -> [(
    entry: Preparation, matter: Set<String>
  )] {
    (context.dossier?.preparations ?? []).compactMap { it in
      guard it.kind == .company, it.text == prompt.rawValue, !it.detail.isEmpty else { return nil }
      let matter = matter(LetterProse(it.detail))
      return matter.count >= 2 ? (it, matter) : nil
    }
  }

  /// What they are there for (A61).
  mutating func mission() {
    guard applies(.noMission) else { return }
    let entries = file(.mission)
    guard !entries.isEmpty, places(.mission).isEmpty else { return }
    let own = ownMatter
    if entries.contains(where: { takesUp($0.matter, own) }) { return }
    note(.noMission, words: entries[0].entry.detail)
  }

  /// What the writer is after (A62).
  mutating func goal() {
    guard applies(.noGoal), let goals = context.profile?.goals, !goals.isEmpty else { return }
    let wanted = matter(LetterProse(goals))
    guard wanted.count >= 2, places(.goal).isEmpty, !takesUp(wanted, ownMatter) else { return }
    note(.noGoal, words: goals)
  }

  /// Something current of theirs, and how old it is (A63).
  mutating func events() {
    let news = file(.news)
    let said = places(.event)
    if applies(.noEvent), !news.isEmpty, said.isEmpty {
      let own = ownMatter
      if !news.contains(where: { takesUp($0.matter, own) }) {
        note(.noEvent, words: news[0].entry.detail)
        return
      }
    }
    guard applies(.staleEvent), !(news.isEmpty && said.isEmpty),
      let limit = words.figures[.staleDays]
    else { return }
    let dates = LetterDates(words, index, today: context.today)
    var next = 0
    for sentence in sentences {
      // Both are in the order of the text.
      while next < said.count, said[next].lowerBound < sentence.lowerBound { next += 1 }
      let event = next < said.count && sentence.contains(said[next].lowerBound) ? said[next] : nil
      let quoted = news.first { takesUp($0.matter, matter(sentence)) }
      guard event != nil || quoted != nil else { continue }
      if let (day, place) = dates.latest(in: text, sentence) {
        let age = day.days(to: context.today)
        if age > limit { note(.staleEvent, at: span(place), count: "\(age / 30)") }
        continue
      }
      guard let quoted else { continue }
      let detail = LetterProse(quoted.entry.detail)
      let told = dates.latest(in: detail, detail.tokens.indices)?.day
      let age = (told ?? quoted.entry.recorded.day).days(to: context.today)
      if age > limit {
        let place = event ?? sentence.prefix(1)
        note(.staleEvent, at: span(place), words: quoted.entry.detail, count: "\(age / 30)")
      }
    }
  }
}

/// Reads the dates that stand in prose: `9 March 2026`, `March 2026`, `2026-03-09`, `in 2026`.
struct LetterDates {
  private let months: [String: Int]
  private let index: PhraseIndex
  private let today: Day

  init(_ words: LintWords, _ index: PhraseIndex, today: Day) {
    var months: [String: Int] = [:]
    for (number, names) in (words.lists[.months] ?? []).enumerated() {
      for key in LetterProse.keys(names) { months[key] = number + 1 }
    }
    self.months = months
    self.index = index
    self.today = today
  }

  /// The latest date among some words, and where it stands; nil when there is none. A month or a year
  /// counts with its last day; a month without a year is that of the last twelve months and is not
  /// read.
  func latest(in text: LetterProse, _ range: Range<Int>) -> (day: Day, place: Range<Int>)? {
    var best: (day: Day, place: Range<Int>)?
    for at in range {
      guard let year = year(text.tokens[at]) else { continue }
      var day: Day?
      var start = at
      var end = at + 1
      if at + 2 < range.upperBound, let month = number(text.tokens[at + 1], 1...12),
        let last = number(text.tokens[at + 2], 1...31), joined(text, at), joined(text, at + 1)
      {
        day = Day(year, month, last)
        end = at + 3
      } else if at > range.lowerBound, let month = month(text.tokens[at - 1]) {
        start = at - 1
        day = Day(year, month, Day.length(of: month, in: year))
        if start > range.lowerBound, let number = ordinal(text.tokens[start - 1]) {
          start -= 1
          day = Day(year, month, number) ?? day
        }
      } else if at > range.lowerBound + 1, let number = ordinal(text.tokens[at - 1]),
        let month = month(text.tokens[at - 2])
      {
        start = at - 2
        day = Day(year, month, number)
      } else if at > range.lowerBound, index.has(text.tokens[at - 1].key, .inYear) {
        day = Day(year, 12, 31)
      }
      if let day, best == nil || best!.day < day { best = (min(day, max(day, today)), start..<end) }
    }
    return best
  }

  private func joined(_ text: LetterProse, _ at: Int) -> Bool {
    text.tokens[at + 1].start - text.tokens[at].end == 1
      && text.bytes[text.tokens[at].end] == UInt8(ascii: "-")
  }
  private func year(_ token: LetterToken) -> Int? {
    token.key.utf8.count == 4 ? number(token, 1990...2100) : nil
  }
  private func number(_ token: LetterToken, _ range: ClosedRange<Int>) -> Int? {
    Int(token.key).flatMap { range.contains($0) ? $0 : nil }
  }
  private func month(_ token: LetterToken) -> Int? {
    token.traits.contains(.capital) ? months[token.key] : nil
  }
  private func ordinal(_ token: LetterToken) -> Int? {
    let digits = token.key.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), (1...31).contains(number) else { return nil }
    return ["", "st", "nd", "rd", "th"].contains(token.key.dropFirst(digits.count)) ? number : nil
  }
}
