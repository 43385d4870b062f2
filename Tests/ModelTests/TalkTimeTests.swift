import DebriefModel
import Testing

/// When a talk is, in the words somebody uses; and that no hour is claimed which nobody named.
@Suite(.timed) struct TalkTimeTests {
  /// Tuesday 24 November 2026, 10:30.
  private let now = Moment(Day(2026, 11, 24)!, hour: 10, minute: 30)

  private func talk(_ words: String) -> TalkTime? {
    DateWords(now: now, direction: .nearest).talk(words)
  }

  @Test(arguments: [
    ("now", "2026-11-24T10:30:00Z"), ("wed 14:00", "2026-11-25T14:00:00Z"),
    ("tue 14:00", "2026-11-24T14:00:00Z"), ("tue 9:00", "2026-11-24T09:00:00Z"),
    ("mon 9am", "2026-11-30T09:00:00Z"), ("last wed 14:00", "2026-11-18T14:00:00Z"),
    ("next wed 14:00", "2026-11-25T14:00:00Z"), ("a week ago 9:00", "2026-11-17T09:00:00Z"),
    ("24/11/2026 8:15", "2026-11-24T08:15:00Z"), ("2026-3-9 10:00", "2026-03-09T10:00:00Z"),
  ]) func aTimeIsTakenAsItWasSaid(_ words: String, _ iso: String) {
    #expect(talk(words)?.start.description == iso)
    #expect(talk(words)?.dayOnly == false)
  }

  @Test(arguments: [
    ("yesterday", "2026-11-23"), ("wed", "2026-11-18"), ("in 3 days", "2026-11-27"),
    ("a week ago", "2026-11-17"), ("5 days ago", "2026-11-19"), ("in a week", "2026-12-01"),
    ("24/11/2026", "2026-11-24"), ("11/24/2026", "2026-11-24"), ("5/5/2026", "2026-05-05"),
    ("2026-3-9", "2026-03-09"), ("24/11", "2026-11-24"),
  ]) func aDayClaimsNoHour(_ words: String, _ iso: String) {
    #expect(talk(words)?.start.day.description == iso)
    #expect(talk(words)?.dayOnly == true)
    #expect(talk(words)?.long.contains("no time noted") == true)
  }

  @Test func aBareWeekdayNamesTheOtherOne() {
    #expect(
      talk("wed 14:00")?.long.hasSuffix("(the next one; type last wed for the previous one)")
        == true
    )
    #expect(talk("wed")?.long.hasSuffix("type next wed for the one coming up)") == true)
    #expect(talk("last wed 14:00")?.doubt == nil && talk("tue 14:00")?.doubt == nil)
  }

  @Test func figuresThatCouldBeTwoDaysAreRefused() {
    for words in ["3/4/2026", "3/4", "4/3/2026 14:00"] {
      #expect(talk(words) == nil, "\(words)")
      #expect(DateWords.ambiguity(words) != nil)
    }
    #expect(
      DateWords.ambiguity("3/4/2026")
        == "\"3/4/2026\" could be 3 April or 4 March. Type 3 Apr 2026 or 4 Mar 2026.")
    for words in ["24/11/2026", "5/5/2026", "2026-3-9", "yesterday", "13/13/2026", "/", "3/4/x/5"] {
      #expect(DateWords.ambiguity(words) == nil, "\(words)")
    }
    #expect(talk("13/13/2026") == nil && talk("31/2/2026") == nil && talk("2026-13-9") == nil)
  }

  private func round(_ day: Day, dayOnly: Bool) -> Interview {
    Interview(id: ID("i"), application: ID("a"), recorded: now) {
      $0.start = Moment(day, hour: 12)
      $0.dayOnly = dayOnly ? true : nil
    }
  }

  @Test func nothingCountsTheHoursOfADay() {
    let yesterday = round(now.day.adding(days: -1), dayOnly: true)
    #expect(Freshness(yesterday, now: now) == nil)
    #expect(Freshness(round(now.day.adding(days: -1), dayOnly: false), now: now)?.hours == 21)
    // Over when its day was over: later than it may have been, and never earlier.
    #expect(Freshness.lag(now, after: yesterday) == 10)
    #expect(Freshness.lag(now, after: round(now.day, dayOnly: true)) == 0)
    #expect(yesterday.startText == "2026-11-23" && yesterday.typedStart == "23 Nov 2026")
    for days in [-3, -1, 0, 1, 4] {
      let it = round(now.day.adding(days: days), dayOnly: true)
      var facts = Facts(Application(id: ID("a"), created: now) { $0.company = "Acme" })
      facts.interviews = [it]
      let entries = Agenda.entries([facts], now: now)
      #expect(!entries.isEmpty, "\(days)")
      for entry in entries {
        #expect(entry.dayOnly)
        for claim in ["faded", " left", "hour", "12:00", "min"] {
          #expect(!entry.when.contains(claim) && !entry.text.contains(claim), "\(entry)")
        }
      }
      #expect(entries.contains { $0.kind == .prepare } == (days > 0))
    }
  }

  @Test func howTheyMetIsUnknownUntilItIsSaid() {
    var ids = IDSource(seed: 1)
    let made = Recipe.add(
      company: "Acme", role: "", interview: talk("yesterday"), ids: &ids, now: now)
    for case .insert(.interview(let it)) in made.change.operations {
      #expect(it.format == nil && !it.hasHour)
    }
  }
}

/// Days as forms have them.
@Suite(.timed) struct TypedDayTests {
  @Test func whatAFormShowsIsReadBackAsItself() throws {
    let now = Moment(Day(2026, 11, 30)!, hour: 9)
    for year in [0, 999, 1000, 1582, 1899, 1900, 1999, 2026, 2059, 2199, 2200, 9999] {
      for (month, date) in [(1, 1), (2, 28), (5, 9), (12, 31)] {
        let day = try #require(Day(year, month, date))
        for direction in [DateWords.Direction.past, .nearest, .future] {
          let words = DateWords(now: now, direction: direction)
          // What no text means, ISO does not either.
          #expect(words.day(day.typed) == words.day("\(day)"), "\(day.typed)")
          if (1900...2199).contains(year) {
            #expect(words.day(day.typed) == day && day.typed == day.dated)
          }
        }
      }
    }
    let start = Moment(Day(2026, 3, 9)!, hour: 14)
    let round = Interview(id: ID("i"), application: ID("a"), recorded: now) { $0.start = start }
    #expect(round.typedStart == "9 Mar 2026 14:00" && round.startText == "2026-03-09 14:00")
    #expect(
      DateWords(now: now, direction: .past).talk(try #require(round.typedStart))?.start == start)
  }
}
