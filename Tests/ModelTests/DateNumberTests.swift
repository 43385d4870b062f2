import DebriefModel
import Testing

/// Numbers that stand beside each other in a date, and words that turn a day: what each of them is.
@Suite(.timed) struct DateNumberTests {
  /// Tuesday 20 October 2026, 09:00.
  private let now = Moment(Day(2026, 10, 20)!, hour: 9)

  private func words(_ direction: DateWords.Direction = .nearest) -> DateWords {
    DateWords(now: now, direction: direction)
  }

  @Test(
    "an hour and its minutes are never taken for a year or a day",
    arguments: [
      ("1 dec 14 h 30", "2026-12-01T14:30"), ("1 dec 9 h 15", "2026-12-01T09:15"),
      ("1 dec 9 h 15 min", "2026-12-01T09:15"), ("tomorrow 14 h 30", "2026-10-21T14:30"),
      ("1 dec 2 30 pm", "2026-12-01T14:30"), ("1 dec 2026 2 30 pm", "2026-12-01T14:30"),
      ("1 dec 2 30", "2026-12-01T02:30"), ("1 dec 14 30", "2026-12-01T14:30"),
      ("1 dec 9,30", "2026-12-01T09:30"), ("1 dec 9 27", "2026-12-01T09:27"),
      ("1 dec 10 15", "2026-12-01T10:15"), ("14 30 tomorrow", "2026-10-21T14:30"),
      ("9 30 1 dec", "2026-12-01T09:30"), ("dec 10 11 pm", "2026-12-10T23:00"),
      ("nov 5 10 pm", "2026-11-05T22:00"), ("14h 10 dec", "2026-12-10T14:00"),
      ("10 dec 14 h", "2026-12-10T14:00"), ("1 dec 26 10", "2026-12-01T10:00"),
      ("10 15 dec 2026", "2026-12-15T10:00"), ("dec 10 26 9am", "2026-12-10T09:00"),
      ("this morning 9", "2026-10-20T09:00"), ("monday night 8", "2026-10-26T20:00"),
      ("1 dec evening 7", "2026-12-01T19:00"), ("tomorrow around 3", "2026-10-21T15:00"),
      ("1 dec 2pm sharp", "2026-12-01T14:00"),
    ])
  func pairs(_ text: String, _ wanted: String) {
    let found = words().talk(text)
    #expect(found?.start.seconds == Moment(iso: wanted)?.seconds, "\(text): \(found?.long ?? "")")
    #expect(found?.dayOnly == false)
  }

  @Test(
    "the small hours of a night are those of the next day, and it is said",
    arguments: [
      ("tonight at 12", "2026-10-21T00:00"), ("midnight tonight", "2026-10-21T00:00"),
      ("12am tonight", "2026-10-21T00:00"), ("tonight at 1", "2026-10-21T01:00"),
      ("1 dec 12 at night", "2026-12-02T00:00"), ("monday night at 1", "2026-10-27T01:00"),
      ("tomorrow night 12:30", "2026-10-22T00:30"), ("last night at 1", "2026-10-20T01:00"),
    ])
  func nights(_ text: String, _ wanted: String) {
    let found = words().talk(text)
    #expect(found?.start.seconds == Moment(iso: wanted)?.seconds, "\(text): \(found?.long ?? "")")
    #expect(found?.doubt?.contains("read as") == true)
    #expect(found?.doubt?.contains("start of that day") == false)
    #expect(found.flatMap { words().talk($0.long)?.start } == found?.start, "read back")
  }

  @Test("an evening stays on its day", arguments: ["last night at 11", "yesterday at 11 at night"])
  func evenings(_ text: String) {
    #expect(words().talk(text)?.start.seconds == Moment(iso: "2026-10-19T23:00")?.seconds)
  }

  @Test(
    "from one day to another is no hour and a day",
    arguments: [
      "4-5 nov 2026", "4-5 nov", "4\u{2013}5 nov 2026", "1-3 dec 10:00", "dec 1-3 2026",
    ])
  func ranges(_ text: String) {
    #expect(words().talk(text) == nil, "\(text)")
    #expect(words().refusal(of: text) == "That's a range of days. Type just the first one.")
  }

  /// Fourteen to fifteen would be 14:46.
  @Test(
    "from one hour to another is no hour less its minutes",
    arguments: ["27 oct 14 to 15", "1 dec 13 to 14", "dec 1 9 to 17"])
  func hours(_ text: String) {
    #expect(words().talk(text) == nil, "\(text)")
    #expect(
      words().refusal(of: text)
        == "That's a range of times. Type just the start, like 1 dec 14:30.")
  }

  @Test(
    "the end of a month, and the weeks beyond the next one",
    arguments: [
      ("last of the month", "2026-10-31"), ("the last of november", "2026-11-30"),
      ("last month", "2026-09-20"), ("the first of the month", "2026-10-01"),
      ("first of next month", "2026-11-01"), ("next monday week", "2026-11-02"),
      ("monday next week", "2026-10-26"), ("next week monday", "2026-10-26"),
      ("last week friday", "2026-10-16"), ("the week after next", "2026-11-03"),
      ("week before last", "2026-10-06"),
    ])
  func weeks(_ text: String, _ wanted: String) {
    #expect(words().day(text)?.description == wanted, "\(text)")
  }

  @Test("a weekday of this week that is over is said to be the next one")
  func thisMonday() {
    #expect(words().talk("this monday 10:00")?.doubt?.contains("type last mon") == true)
    #expect(words().talk("this tuesday 10:00")?.doubt == nil)
    #expect(words().talk("this friday 10:00")?.doubt == nil)
    #expect(words(.past).day("this monday") == Day(2026, 10, 19))
  }
}
