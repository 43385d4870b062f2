import DebriefModel
import Foundation
import Testing

@Suite(.timed) struct TimeTests {
  @Test func everyDayOfFourCenturiesRoundTrips() {
    var day = Day(1900, 1, 1)!
    let last = Day(2300, 1, 1)!
    var weekday = day.weekday
    var count = 0
    while day < last {
      let next = day.adding(days: 1)
      if Day(number: day.number) != day || Day(day.year, day.month, day.day) != day
        || next <= day || next.weekday != weekday % 7 + 1
      {
        Issue.record("after \(day) comes \(next)")
        return
      }
      weekday = next.weekday
      day = next
      count += 1
    }
    #expect(count == 146_097)  // days of a Gregorian cycle
  }

  @Test func impossibleDaysAreRefused() {
    #expect(Day(2026, 2, 29) == nil)
    #expect(Day(2024, 2, 29) != nil)
    #expect(Day(1900, 2, 29) == nil)
    #expect(Day(2000, 2, 29) != nil)
    #expect(Day(2026, 4, 31) == nil)
    #expect(Day(iso: "2026-3-9") == nil)
    #expect(Day(iso: "2026-13-01") == nil)
    #expect(Day(iso: "") == nil)
  }

  /// What is stored is read and written by a short way of its own: it must say what the long one says.
  @Test func theStoredFormIsReadAndWrittenLikeAnyOther() throws {
    var state: UInt64 = 7
    func draw(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
    let zone = Zone { $0 % 7 == 0 ? 120 : 60 }
    for _ in 0..<20_000 {
      let moment = Moment(
        seconds: draw(-62_135_500_000...253_402_200_000),
        offset: [0, 0, 60, -300, 345, -1439, 840, draw(-1439...1439)][draw(0...7)])
      let text = moment.description
      let long = text.replacingOccurrences(of: "T", with: " ")
      #expect(text.count == (moment.offset == 0 ? 20 : 25))
      #expect(Moment(iso: text) == moment && Moment(iso: long) == moment, "\(text)")
      #expect(Moment(iso: text, zone: zone)?.zone === Moment(iso: long, zone: zone)?.zone)
      #expect(Moment(iso: text, zone: zone)?.clock == Moment(iso: long, zone: zone)?.clock)
      let day = moment.asWritten.day
      #expect(text.hasPrefix(day.description) && Day(iso: day.description) == day)
    }
    for wrong in [
      "2026-03-09T24:00:00Z", "2026-03-09T14:60:00Z", "2026-02-29T14:05:00Z",
      "2026-03-09T14:05:00+24:00", "2026-03-09T14:05:00+01:60", "2026-03-09T14:05:00*01:00",
      "2026-03-09T14:05:0xZ", "2026_03-09T14:05:00Z",
    ] { #expect(Moment(iso: wrong) == nil, "\(wrong)") }
  }

  @Test func workingDaysLeaveTheWeekendOut() {
    let friday = Day(2026, 3, 20)!
    #expect(friday.weekdayName == "Fri")
    #expect(friday.adding(workingDays: 2) == Day(2026, 3, 24))
    #expect(Day(2026, 3, 21)!.adding(workingDays: 1) == Day(2026, 3, 23))
  }

  @Test(arguments: [
    "2026-03-09T14:05:00Z", "2026-03-09T14:05:00+01:00", "1969-12-31T23:59:59-05:30",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00",
  ]) func momentsRoundTrip(_ text: String) {
    #expect(Moment(iso: text)?.description == text)
  }

  @Test func momentsAreOrderedWhateverTheirOffset() {
    let berlin = Moment(iso: "2026-03-09T14:00:00+01:00")!
    let london = Moment(iso: "2026-03-09T13:30:00Z")!
    #expect(berlin < london)
    #expect(berlin.day == Day(2026, 3, 9))
    #expect(Moment(iso: "2026-03-09T00:30:00+01:00")!.day == Day(2026, 3, 9))
    #expect(Moment(iso: "2026-03-09T25:00:00Z") == nil)
    #expect(Moment(iso: "2026-02-30T10:00:00Z") == nil)
  }

  // 20 March 2026 is a Friday.
  @Test(arguments: [
    ("today", "2026-03-20"), ("Yesterday", "2026-03-19"), ("tomorrow", "2026-03-21"),
    ("fri", "2026-03-20"), ("mon", "2026-03-16"), ("Saturday", "2026-03-14"),
    ("3 mar", "2026-03-03"), ("Mar 3", "2026-03-03"), ("3 Mar 2025", "2025-03-03"),
    ("march 3rd", "2026-03-03"), ("25 dec", "2025-12-25"), ("2 days ago", "2026-03-18"),
    ("1 week ago", "2026-03-13"), ("in 3 days", "2026-03-23"), ("2026-03-09", "2026-03-09"),
    ("9.3.", "2026-03-09"), ("9.3.2024", "2024-03-09"), ("  3 mar  ", "2026-03-03"),
    ("last mon", "2026-03-16"), ("last fri", "2026-03-13"), ("next fri", "2026-03-27"),
    ("3 mar, 2026", "2026-03-03"),
  ]) func wordsForDays(_ words: String, _ iso: String) {
    #expect(DateWords(now: noon).day(words)?.description == iso)
  }

  @Test(arguments: [
    "", "soon", "31 feb", "29 feb 2026", "3 mar 99999", "2026-02-30", "0 mar", "m", "13.13.",
    "ago", "in days", "99999999999999999999 days ago", "yesterday maybe",
  ]) func noDays(_ words: String) {
    #expect(DateWords(now: noon).day(words) == nil)
  }

  @Test func wordsForMoments() {
    let words = DateWords(now: Moment(noon.day, hour: 12, zone: .fixed(60)))
    #expect(words.talk("yesterday 14:30")?.start.description == "2026-03-19T14:30:00+01:00")
    #expect(words.talk("9 mar at 9am")?.start.description == "2026-03-09T09:00:00+01:00")
    #expect(words.talk("12am")?.start.description == "2026-03-20T00:00:00+01:00")
    #expect(words.talk("fri 12pm")?.start.description == "2026-03-20T12:00:00+01:00")
    #expect(words.talk("2026-03-09 10:00")?.start.description == "2026-03-09T10:00:00+01:00")
    #expect(words.talk("2026-03-09T10:00:00Z")?.start.description == "2026-03-09T10:00:00Z")
    #expect(words.talk("yesterday 25:00") == nil)
    #expect(words.talk("yesterday 13pm") == nil)
  }

  @Test func futureDatesPointForward() {
    let words = DateWords(now: noon, direction: .future)
    #expect(words.day("mon") == Day(2026, 3, 23))
    #expect(words.day("3 mar") == Day(2027, 3, 3))
    #expect(words.day("in 2 weeks") == Day(2026, 4, 3))
  }

  @Test func aTalkIsTheLastOfThatDayOrOneThatIsBooked() {
    let spring = DateWords(now: Moment(Day(2026, 3, 20)!, hour: 12), direction: .nearest)
    #expect(spring.day("30 mar") == Day(2026, 3, 30))
    #expect(spring.day("9 mar") == Day(2026, 3, 9))
    #expect(spring.day("20 dec") == Day(2025, 12, 20))
    #expect(spring.talk("30 mar 14:00")?.start.clock == "14:00")
    let autumn = DateWords(now: Moment(Day(2026, 11, 21)!, hour: 12), direction: .nearest)
    #expect(autumn.day("9 mar") == Day(2026, 3, 9))
    #expect(autumn.day("8 jan") == Day(2027, 1, 8))
    // Two digits are a year or an hour: neither is guessed.
    #expect(spring.day("9 mar 10") == nil && spring.talk("3 mar 26") == nil)
  }
}
