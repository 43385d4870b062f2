/// Reads when something is promised for: "for six months", "by Friday", "until the end of June", "in the
/// spring" is no day.
struct RefusalDates {
  private let words: RefusalWords.Language
  private let day: Day
  private var reader: DateWords { DateWords(now: Moment(day), direction: .future) }

  init(_ words: RefusalWords.Language, on day: Day) {
    self.words = words
    self.day = day
  }

  /// The day some words of a text name; nil when they name none.
  func due(in prose: LetterProse, _ range: Range<Int>) -> Day? {
    span(prose, range) ?? end(prose, range) ?? date(prose, range)
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
    for at in range {
      for count in (1...4).reversed() where at + count <= range.upperBound {
        let bytes = prose.tokens[at].start..<prose.tokens[at + count - 1].end
        let text = prose.string(bytes)
        // A single number, or "may", is no date yet.
        let isPlain = count == 1 && !text.contains(where: { $0 == "-" || $0 == "/" || $0 == "." })
        if isPlain, !RefusalDates.weekdays.contains(prose.tokens[at].key) { continue }
        if let found = reader.day(text), found >= day { return found }
      }
    }
    return nil
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow",
  ]
}
