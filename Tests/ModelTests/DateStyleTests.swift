import DebriefModel
import Testing

/// Days and times as the settings have them: both are read back as what they say.
@Suite(.timed) struct DateStyleTests {
  private static let american = DateStyle(order: .monthFirst, hours: .twelve)
  /// Friday 20 March 2026, 10:00.
  private let now = Moment(Day(2026, 3, 20)!, hour: 10, minute: 0)

  @Test func aDayHasItsMonthFirst() {
    let day = Day(2026, 3, 9)!
    let style = Self.american
    #expect(day.short(today: now.day, style) == "Mar 9")
    #expect(day.short(today: Day(2027, 1, 1)!, style) == "Mar 9, 2026")
    #expect(day.dated(style) == "Mar 9, 2026")
    #expect(day.long(style) == "Mon March 9, 2026")
    #expect(day.inFull(style) == "March 9")
  }

  @Test func aDayHasItsNumberFirst() {
    let day = Day(2026, 3, 9)!
    let style = DateStyle()
    #expect(day.short(today: now.day, style) == "9 Mar")
    #expect(day.short(today: Day(2027, 1, 1)!, style) == "9 Mar 2026")
    #expect(day.long(style) == "Mon 9 March 2026")
    #expect(day.inFull(style) == "9 March")
    // Nothing is set in these tests.
    #expect(day.dated == "9 Mar 2026" && day.brief == "9 Mar")
  }

  @Test(arguments: [
    (0, "12:05 AM"), (1, "1:05 AM"), (11, "11:05 AM"), (12, "12:05 PM"), (13, "1:05 PM"),
    (23, "11:05 PM"),
  ]) func anHourIsBeforeOrAfterNoon(_ hour: Int, _ text: String) {
    let moment = Moment(now.day, hour: hour, minute: 5)
    #expect(moment.time(Self.american) == text)
    #expect(moment.time(DateStyle()) == moment.clock)
  }

  /// What a field has in it is read as the same day and hour again.
  @Test func whatIsWrittenIsReadBack() throws {
    for style in DateStyle.Order.allCases.flatMap({ order in
      DateStyle.Hours.allCases.map { DateStyle(order: order, hours: $0) }
    }) {
      for month in 1...12 {
        for (number, hour) in [(1, 0), (12, 12), (28, 23)] {
          let day = Day(2024 + month % 3, month, number)!
          let moment = Moment(day, hour: hour, minute: 30)
          let words = DateWords(now: now, direction: .nearest)
          for text in [day.dated(style), day.long(style)] {
            #expect(words.day(text) == day, "\(text)")
            let talk = "\(text) \(moment.time(style))"
            #expect(words.talk(talk)?.start == moment, "\(talk)")
          }
          #expect(day.dated(style).count <= style.widest, "\(day.dated(style))")
        }
      }
    }
  }
}
