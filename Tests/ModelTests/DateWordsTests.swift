import DebriefModel
import TestSupport
import Testing

/// Dates as people type them, and as the program prints them.
@Suite(.timed) struct DateWordsTests {
  /// Friday 20 March 2026, 10:00.
  private let now = Moment(Day(iso: "2026-03-20")!, hour: 10)

  private func talk(_ words: String) -> TalkTime? {
    DateWords(now: now, direction: .nearest).talk(words)
  }

  @Test(arguments: [
    ("Mon 4 January 2027, 10:00", "2027-01-04T10:00"), ("tue 1 dec 9:00", "2026-12-01T09:00"),
    ("1 dec 2026 2:30 pm", "2026-12-01T14:30"), ("December 1, 2026 2:30 PM", "2026-12-01T14:30"),
    ("tomorrow at 9", "2026-03-21T09:00"), ("today at noon", "2026-03-20T12:00"),
    ("this friday 10:00", "2026-03-20T10:00"), ("this monday at 14:00", "2026-03-23T14:00"),
    ("1 jun 14h30", "2026-06-01T14:30"), ("1 jun 14.30", "2026-06-01T14:30"),
    ("3pm tomorrow", "2026-03-21T15:00"), ("tomorrow 14h", "2026-03-21T14:00"),
    ("14h30", "2026-03-20T14:30"), ("in 2 hours", "2026-03-20T12:00"),
    ("in half an hour", "2026-03-20T10:30"), ("90 minutes ago", "2026-03-20T08:30"),
    ("an hour ago", "2026-03-20T09:00"), ("in 2h", "2026-03-20T12:00"),
    ("dec 1st, 2026 @ 9am", "2026-12-01T09:00"), ("@9am tomorrow", "2026-03-21T09:00"),
    ("9 a.m. tomorrow", "2026-03-21T09:00"), ("tomorrow 9 A.M.", "2026-03-21T09:00"),
    ("tomorrow 0900", "2026-03-21T09:00"), ("0900 tomorrow", "2026-03-21T09:00"),
    ("tomorrow 12:30pm", "2026-03-21T12:30"), ("tomorrow 12 am", "2026-03-21T00:00"),
    ("tomorrow 12am", "2026-03-21T00:00"), ("tomorrow 12:15 am", "2026-03-21T00:15"),
    ("tomorrow at midnight", "2026-03-21T00:00"), ("noon tomorrow", "2026-03-21T12:00"),
    ("12 noon tomorrow", "2026-03-21T12:00"),
    ("half past nine tomorrow", "2026-03-21T09:30"),
    ("tomorrow at half past 9", "2026-03-21T09:30"),
    ("quarter to ten tomorrow", "2026-03-21T09:45"), ("tomorrow 20 past 9", "2026-03-21T09:20"),
    ("tomorrow at nine o'clock", "2026-03-21T09:00"), ("tomorrow at 3", "2026-03-21T15:00"),
    ("tomorrow at half past two", "2026-03-21T14:30"),
    ("day after tomorrow at 11", "2026-03-22T11:00"),
    ("the day after tomorrow, 11:00", "2026-03-22T11:00"),
    ("yesterday evening", "2026-03-19T18:00"), ("yesterday evening at 7", "2026-03-19T19:00"),
    ("tomorrow morning", "2026-03-21T09:00"), ("this afternoon", "2026-03-20T14:00"),
    ("tonight", "2026-03-20T20:00"), ("tonight at 8", "2026-03-20T20:00"),
    ("last night", "2026-03-19T20:00"), ("9 in the morning tomorrow", "2026-03-21T09:00"),
    ("tomorrow at 4 in the afternoon", "2026-03-21T16:00"),
    ("next tue at 10", "2026-03-24T10:00"), ("last friday 9:00", "2026-03-13T09:00"),
    ("monday next week 10:00", "2026-03-23T10:00"), ("next week tuesday 10:00", "2026-03-24T10:00"),
    ("14:00, 1 june 2026", "2026-06-01T14:00"), ("2026-06-01 at 2pm", "2026-06-01T14:00"),
    ("2026-06-01 14:00:00", "2026-06-01T14:00"), ("20260601 14:00", "2026-06-01T14:00"),
    ("20260601T1430", "2026-06-01T14:30"), ("1.6.2026 14.30", "2026-06-01T14:30"),
    ("1.6. 14:30", "2026-06-01T14:30"), ("first of june at 10am", "2026-06-01T10:00"),
    ("in two weeks at 10:00", "2026-04-03T10:00"), ("2 pm on the 1st of June", "2026-06-01T14:00"),
    ("1jun 14:00", "2026-06-01T14:00"), ("1-Jun-2026 14:00", "2026-06-01T14:00"),
    ("Weds 25 mar 9:00", "2026-03-25T09:00"), ("wed., mar. 25, 9:00", "2026-03-25T09:00"),
    ("1 jun '26 9:00", "2026-06-01T09:00"), ("1400 hrs tomorrow", "2026-03-21T14:00"),
    ("nine thirty tomorrow", "2026-03-21T09:30"), ("5 o'clock tomorrow", "2026-03-21T17:00"),
    ("1 jun 26 9:00", "2026-06-01T09:00"), ("20260601T143000Z", "2026-06-01T14:30"),
    ("in two days' time at 10:00", "2026-03-22T10:00"), ("0930", "2026-03-20T09:30"),
    ("on the 3rd at 10:00", "2026-04-03T10:00"), ("1 jun 1430", "2026-06-01T14:30"),
    ("1 jun 2026 0900", "2026-06-01T09:00"),
    ("a week from tuesday at 9:00", "2026-03-31T09:00"),
    ("seven days from now 9:00", "2026-03-27T09:00"),
    ("1 jun 10:00 UTC", "2026-06-01T10:00"), ("1 jun 10:00 -05:00", "2026-06-01T15:00"),
    ("1 jun 10:00-05:00", "2026-06-01T15:00"), ("1 jun 10:00 utc+2", "2026-06-01T08:00"),
    ("Mon, 9 Mar 2026 14:05:00 +0100", "2026-03-09T13:05"),
    ("in 1h30", "2026-03-20T11:30"), ("in 1 h 30", "2026-03-20T11:30"),
    ("in 1 hour and 30 minutes", "2026-03-20T11:30"),
    ("an hour and a half ago", "2026-03-20T08:30"),
    ("in 1.5 hours", "2026-03-20T11:30"), ("two and a half hours ago", "2026-03-20T07:30"),
    ("eod", "2026-03-20T17:00"), ("by the end of the day tomorrow", "2026-03-21T17:00"),
  ]) func aTimeAsItIsTyped(_ words: String, _ wall: String) {
    let found = talk(words)
    #expect(
      found?.start.seconds == Moment(iso: wall)?.seconds,
      "\(words): \(String(describing: found?.start))")
    #expect(found?.dayOnly == false)
  }

  @Test(
    arguments: [
      ("in two weeks", "2026-04-03"), ("two weeks ago", "2026-03-06"),
      ("two days ago", "2026-03-18"),
      ("a month ago", "2026-02-20"), ("last week", "2026-03-13"), ("20260309", "2026-03-09"),
      ("a fortnight ago", "2026-03-06"), ("twenty days ago", "2026-02-28"),
      ("a couple of days ago", "2026-03-18"), ("day before yesterday", "2026-03-18"),
      ("the day after tomorrow", "2026-03-22"), ("next tue", "2026-03-24"),
      ("last friday", "2026-03-13"), ("this friday", "2026-03-20"), ("tues", "2026-03-17"),
      ("december 1, 2025", "2025-12-01"), ("1st dec 2025", "2025-12-01"),
      ("2nd of march", "2026-03-02"), ("march the third", "2026-03-03"),
      ("first march", "2026-03-01"),
      ("march twenty-first 2025", "2025-03-21"), ("2026-W10-1", "2026-03-02"),
      ("2026W105", "2026-03-06"), ("2026-w10", "2026-03-02"), ("24/12/25", "2025-12-24"),
      ("24.12.25", "2025-12-24"), ("24.12.98", "1998-12-24"), ("2026/3/9", "2026-03-09"),
      ("9 march", "2026-03-09"), ("9. März", nil), ("1 year ago", "2025-03-20"),
      ("three months ago", "2025-12-20"), ("next month", "2026-04-20"),
      ("last month", "2026-02-20"),
      ("friday last week", "2026-03-13"), ("today", "2026-03-20"), ("Fri", "2026-03-20"),
      ("3-mar-2026", "2026-03-03"), ("2026 mar 3", "2026-03-03"), ("the 3rd", "2026-04-03"),
      ("the 5th", "2026-03-05"), ("the 4th", "2026-04-04"), ("22nd", "2026-03-22"),
      ("the 18th", "2026-03-18"), ("the 31st", "2026-03-31"), ("the 20th", "2026-03-20"),
      ("twenty third of january", "2026-01-23"),
      ("31 jan 2026", "2026-01-31"),
      ("29 feb 2024", "2024-02-29"), ("29 feb", "2024-02-29"),
      ("3 days before 9 mar", "2026-03-06"),
      ("by friday", "2026-03-20"), ("until 3 apr", "2026-04-03"), ("2d ago", "2026-03-18"),
      ("in 3w", "2026-04-10"), ("+2d", "2026-03-22"), ("-1w", "2026-03-13"),
      ("2 days back", "2026-03-18"), ("1.5 weeks ago", "2026-03-10"),
      ("a year and a half ago", "2024-09-20"), ("a week ago today", "2026-03-13"),
      ("end of next week", "2026-03-27"), ("start of next week", "2026-03-23"),
      ("end of the week", "2026-03-20"), ("end of last week", "2026-03-13"),
      ("end of the month", "2026-03-31"), ("beginning of next month", "2026-04-01"),
      ("end of february", "2026-02-28"), ("end of february 2024", "2024-02-29"),
      ("mid-april", "2026-04-15"), ("early april", "2026-04-05"), ("late may", "2026-05-25"),
      ("end of the year", "2026-12-31"), ("eom", "2026-03-31"), ("by eow", "2026-03-20"),
      ("first monday of april", "2026-04-06"), ("last friday of march", "2026-03-27"),
      ("fourth friday in march 2026", "2026-03-27"), ("last day of april", "2026-04-30"),
      ("first monday of next month", "2026-04-06"), ("the 3rd of next month", "2026-04-03"),
      ("next month on the 31st", nil), ("last month on the 5th", "2026-02-05"),
      ("this weekend", "2026-03-21"), ("last weekend", "2026-03-14"),
      ("friday week", "2026-04-03"), ("monday week", "2026-03-30"),
      ("a week on monday", "2026-03-30"), ("a week today", "2026-03-27"),
      ("tomorrow fortnight", "2026-04-04"), ("fifth friday of march", nil),
      ("25-10-26", "2026-10-25"),
    ] as [(String, String?)]) func aDayAsItIsTyped(_ words: String, _ iso: String?)
  {
    #expect(DateWords(now: now, direction: .nearest).day(words)?.description == iso, "\(words)")
  }

  @Test(
    arguments: [
      ("1 dec 2026 mon", "1 Dec 2026 is a Tuesday, not a Monday"),
      ("Monday, December 1, 2026 10:00", "1 Dec 2026 is a Tuesday, not a Monday"),
      ("sat 30 mar", "30 Mar 2026 is a Monday, not a Saturday"),
      ("31 feb", "There's no 31 February"), ("29 feb 2026", "There's no 29 February 2026"),
      ("31 april 2026 10:00", "That month has 30 days"),
      ("2026-02-30", "There's no 30 February 2026"),
      ("2026-13-09", "There's no month 13"), ("32 dec", "There's no 32 December"),
      ("tomorrow 25:00", "isn't a time"), ("tomorrow 9:75", "isn't a time"),
      ("tomorrow 13pm", "hours go from 1 to 12"), ("tomorrow 0 am", "hours go from 1 to 12"),
      ("tomorrow 9:00 10:00", "two times in that"), ("mon 9:00-10:00", "a length of time"),
      ("3/4/2026", "could be 3 April or 4 March"),
      ("3-4-2026 10:00", "could be 3 April or 4 March"), ("9 mar 10", "a year or an hour"),
      ("3 mar 26", "Type 3 Mar 2026"), ("tomorrow 10:00 EST", "ime zone names"),
      ("26-10-05", "could be 5 October 2026 or 26 October 2005"),
      ("11/1/2026", "Type 11 Jan 2026 or 1 Nov 2026"),
      ("5m ago", "minutes or months"), ("fifth monday of february", "doesn't have that many days"),
      ("99999999 days ago", nil), ("99999 months ago", "Dates end"),
    ] as [(String, String?)]) func whatIsWrongIsSaid(_ words: String, _ part: String?)
  {
    let reader = DateWords(now: now, direction: .nearest)
    #expect(reader.talk(words) == nil && reader.day(words) == nil, "\(words)")
    if let part {
      #expect(
        reader.refusal(of: words)?.contains(part) == true,
        "\(String(describing: reader.refusal(of: words)))")
    }
  }

  @Test(arguments: [
    "soon", "", " ", ",", "at", "in", "ago", "the", "noonish", "monday tuesday", "mar",
    "march 2026",
    "2026", "week", "days ago", "in days", "last", "next", "of", "half", "half past", "quarter to",
    "1 2 3", "1 mar 2 apr", "mar mar 3", "tomorrow yesterday", "😀", "9:", ":30", "--", "1//2", "/",
    "in 2", "2 ago", "@", "pm", "1e3 days ago", "٣ mar", "in -3 days", "a", "an hour", "this week",
    "monday 9th 10th", "h", "'", "+", "+1", "z", "utc", "99:99:99", "1.2.3.4", "2026-03-09-10",
    "99999999999999999999", "99999999999999999999999 mar", "1 mar 99999999999999999999",
  ]) func nonsenseIsNoDate(_ words: String) {
    for direction in [DateWords.Direction.past, .future, .nearest] {
      let reader = DateWords(now: now, direction: direction)
      #expect(reader.talk(words) == nil, "\(words): \(String(describing: reader.talk(words)))")
    }
  }

  @Test(
    arguments: [
      ("1 jun", "2026-06-01", "the next one; type 1 Jun 2025 for the previous one"),
      ("1 jun 10:00", "2026-06-01", "the next one; type 1 Jun 2025 for the previous one"),
      ("20 dec", "2025-12-20", "the last one; type 20 Dec 2026 for the one coming up"),
      ("30 mar", "2026-03-30", nil), ("9 mar", "2026-03-09", nil),
      ("1 jun 2026", "2026-06-01", nil),
      ("last week", "2026-03-13", "a week before today"),
      ("yesterday evening", "2026-03-19", "evening is read as 18:00"),
      ("tomorrow at midnight", "2026-03-21", "midnight at the start of that day"),
      (
        "tomorrow 2:30", "2026-03-21", "read as the early morning; for the afternoon, type 2:30 pm"
      ),
      ("tomorrow 02:30", "2026-03-21", nil), ("tomorrow 2:30 am", "2026-03-21", nil),
      ("tomorrow at 3", "2026-03-21", "read as the afternoon; for the morning, type 3 am"),
      ("tomorrow 3", "2026-03-21", "read as the afternoon; for the morning, type 3 am"),
      ("next fri 4", "2026-03-27", "read as the afternoon; for the morning, type 4 am"),
      ("in 2 days 5", "2026-03-22", "read as the afternoon; for the morning, type 5 am"),
      (
        "in 3 days 2.30", "2026-03-23",
        "read as the early morning; for the afternoon, type 2:30 pm"
      ),
      ("tomorrow 7", "2026-03-21", nil), ("tomorrow 15", "2026-03-21", nil),
      ("tomorrow 02", "2026-03-21", nil),
    ] as [(String, String, String?)]) func aGuessIsSaid(
      _ words: String, _ day: String, _ doubt: String?
    )
  {
    #expect(talk(words)?.start.day.description == day)
    #expect(talk(words)?.doubt == doubt)
  }

  @Test func nineMonthsBackIsLessLikelyThanThreeAhead() {
    let december = DateWords(now: Moment(Day(iso: "2026-12-10")!, hour: 10), direction: .nearest)
    #expect(december.day("1 mar") == Day(2027, 3, 1))
    #expect(december.day("1 sep") == Day(2026, 9, 1))
  }

  /// Every form in which a date or a time is printed is read as that date or time, from any day of the
  /// years that matter. One without a year is of this year.
  @Test func whatIsPrintedIsReadBack() throws {
    var random = Seeded(seed: 26)
    let first = try #require(Day(1990, 1, 1)).number
    let last = try #require(Day(2040, 12, 31)).number
    for number in first...last {
      let day = Day(number: number)
      let hour = number % 24
      let minute = number * 7 % 60
      let start = Moment(day, hour: hour, minute: minute)
      let away = Int.random(in: -400...400, using: &random)
      let today = day.adding(days: away)
      let at = Moment(today, hour: 9)
      let talk = TalkTime(start: start)
      let reader = DateWords(now: at, direction: .nearest)
      for text in [
        talk.long, start.description, "\(day) \(start.clock)",
        "\(day.long), \(start.clock) (Thu 22:00 there)",
        "\(day.weekdayName) \(day.short(today: today)) \(start.clock)",
        "\(day.dated) \(start.clock)",
      ] where reader.talk(text)?.start != start {
        Issue.record("\(text) on \(today) is read as \(String(describing: reader.talk(text)))")
        return
      }
      let forms = [
        day.long, day.dated, day.description, TalkTime(start: start, dayOnly: true).long,
        "\(day.weekdayName) \(day.short(today: today))",
        "\(day.day) \(Day.months[day.month - 1]) \(day.year)",
      ]
      let isPast = day <= today
      for direction in [DateWords.Direction.past, .future, .nearest] {
        let reader = DateWords(now: at, direction: direction)
        for text in forms where reader.day(text) != day {
          Issue.record("\(text) on \(today) is read as \(String(describing: reader.day(text)))")
          return
        }
        // Where only one direction makes sense, the short form needs nothing more.
        if direction == (isPast ? .past : .future) || day == today,
          reader.day(day.short(today: today)) != day
        {
          Issue.record("\(day.short(today: today)) on \(today)")
          return
        }
      }
    }
  }

  @Test func nothingTypedStopsTheProgram() {
    let words = [
      "1", "31", "2026", "mar", "mon", "at", "10:00", "in", "ago", "two", "weeks", "last", "next",
      "half", "past", "-05:00", "noon", "pm", "the", "evening", "1.2", "3/4", "a", "0900", "utc",
      "day", "after", "from", "this", "h", "'26", "2026-w10", "first", "couple", "years", "99999",
    ]
    var random = Seeded(seed: 7)
    for _ in 0..<40_000 {
      let count = Int.random(in: 1...6, using: &random)
      let text = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        .joined(separator: " ")
      for direction in [DateWords.Direction.past, .future, .nearest] {
        let reader = DateWords(now: now, direction: direction)
        let talk = reader.talk(text)
        // What is read has no reason to be refused, and the echo of it means the same.
        if let talk {
          #expect(reader.refusal(of: text) == nil)
          #expect((1...9999).contains(talk.start.day.year), "\(text)")
        }
      }
    }
  }

  /// A day of what has happened is never ahead; that the next one was perhaps meant is said.
  @Test func aDayOfNextWeekIsSaidToBeAhead() throws {
    let words = DateWords(now: now, direction: .past)
    let ahead = now.day.adding(days: 5)
    let text = ahead.short(today: now.day)
    let meant = try #require(words.day(text))
    #expect(meant < now.day)
    #expect(words.doubt(text)?.contains("is still ahead") == true, "\(text)")
    #expect(words.doubt(now.day.adding(days: -30).short(today: now.day)) == nil)
  }

  @Test(
    "two hours are no year",
    arguments: [
      "27 oct 10-11am", "27 oct 10–11", "27 oct 10 - 11", "27 oct 14-15", "27 oct 10 to 11",
      "oct 27 9-10 pm",
    ])
  func ranges(_ text: String) {
    #expect(DateWords(now: noon, direction: .nearest).talk(text) == nil, "\(text)")
    #expect(DateWords(now: noon, direction: .nearest).refusal(of: text) != nil, "\(text)")
  }

  @Test("what stands in brackets is read, or refused, but never dropped")
  func brackets() {
    let words = DateWords(now: noon, direction: .nearest)
    #expect(words.talk("27 mar (10:00)")?.start.hour == 10)
    #expect(words.talk("27 mar 10:00 (or 11:00)") == nil)
    #expect(words.talk("27 mar 10:00 (New York)") == nil)
    #expect(words.talk("27 mar 10:00 (the last one; type next fri for the one coming up)") != nil)
    #expect(words.talk("27 mar 10:00 (04:00 there)") != nil)
  }

  @Test("a deadline just before the day it belongs to is a slip, and not of next year")
  func slips() throws {
    let words = DateWords(now: noon, direction: .from(try #require(Day(2026, 3, 10))))
    #expect(words.day("9 mar") == Day(2026, 3, 9))
    #expect(words.day("1 jan") == Day(2026, 1, 1))
    #expect(words.day("10 mar") == Day(2026, 3, 10))
    #expect(words.day("12 mar") == Day(2026, 3, 12))
    #expect(words.day("1 nov") == Day(2026, 11, 1))
  }
}
