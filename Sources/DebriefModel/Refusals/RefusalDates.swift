/// Reads when something is promised for: "for six months", "by Friday", "until the end of June", "in the
/// spring" is no day.
struct RefusalDates {
  private let words: RefusalWords.Language
  private let day: Day
  private var reader: DateWords { DateWords(now: Moment(day), direction: .future, isProse: true) }

  init(_ words: RefusalWords.Language, on day: Day) {
    self.words = words
    self.day = day
  }

  /// The day some words of a text name; nil when they name none.
  func due(in prose: LetterProse, _ range: Range<Int>) -> Day? {
    span(prose, range) ?? end(prose, range) ?? date(prose, range) ?? part(prose, range)
  }

  /// A month, a quarter or a year without a day begins on its first: "in March", "next quarter", "in 2028".
  private func part(_ prose: LetterProse, _ range: Range<Int>) -> Day? {
    for at in range.dropFirst() {
      let (before, token) = (prose.tokens[at - 1].key, prose.tokens[at])
      let text = prose.string(token.start..<token.end)
      if ["in", "from", "until", "by", "before", "after", "since", "early", "late", "mid", "of"]
        .contains(before)
      {
        if let year = Int(token.key), (day.year + 1...day.year + 3).contains(year) {
          return Day(year, 1, 1)
        }
        if text.first?.isUppercase == true, Int(token.key) == nil, token.key.count >= 3,
          let month = reader.day("1 \(token.key)")
        {
          return before == "after"
            ? Day(month.year, month.month, Day.length(of: month.month, in: month.year)) : month
        }
      }
      if before == "next", token.key == "quarter" {
        let next = day.month + 3 - (day.month - 1) % 3
        return next > 12 ? Day(day.year + 1, next - 12, 1) : Day(day.year, next, 1)
      }
      if before == "next", token.key == "year" { return Day(day.year + 1, 1, 1) }
      if token.key.count == 2, token.key.first == "q", let quarter = Int(token.key.dropFirst()),
        (1...4).contains(quarter)
      {
        let first = quarter * 3 - 2
        return Day(first > day.month ? day.year : day.year + 1, first, 1)
      }
    }
    return nil
  }

  /// Six months, the next 12 weeks, a year.
  private func span(_ prose: LetterProse, _ range: Range<Int>) -> Day? {
    for at in range.dropFirst() {
      guard let span = words.spans[prose.tokens[at].key] else { continue }
      let before = prose.tokens[at - 1].key
      guard let count = Int(before) ?? words.numbers[before], (1...120).contains(count) else {
        continue
      }
      return reader.day("in \(count) \(span.rawValue)\(count == 1 ? "" : "s")")
    }
    return nil
  }

  /// The end of June.
  private func end(_ prose: LetterProse, _ range: Range<Int>) -> Day? {
    for at in range where words.ends.contains(prose.tokens[at].key) {
      for next in (at + 1)..<(at + 4) where next < range.upperBound {
        guard let first = reader.day("1 \(prose.tokens[next].key)") else { continue }
        let last = Day.length(of: first.month, in: first.year)
        return Day(first.year, first.month, last)
      }
    }
    return nil
  }

  /// A date as people write one, in up to four words.
  private func date(_ prose: LetterProse, _ range: Range<Int>) -> Day? {
    var at = range.lowerBound
    places: while at < range.upperBound {
      for count in (1...4).reversed() where at + count <= range.upperBound {
        let bytes = prose.tokens[at].start..<prose.tokens[at + count - 1].end
        let text = prose.string(bytes)
        // A single number, or "may", is no date yet.
        let isPlain = count == 1 && !text.contains(where: { $0 == "-" || $0 == "/" || $0 == "." })
        if isPlain, !RefusalDates.weekdays.contains(prose.tokens[at].key) { continue }
        guard let found = reader.day(text) else { continue }
        if found >= day { return found }
        // A date that is over isn't meant for next year without the year it was given.
        at += count
        continue places
      }
      at += 1
    }
    return nil
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow",
  ]
}
