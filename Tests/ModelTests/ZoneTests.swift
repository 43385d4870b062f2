import DebriefModel
import Foundation
import Testing

/// A day and an hour take the rules of that day, in real zones.
@Suite(.timed) struct ZoneTests {
  /// The rules of a zone by its name; the tests' own reader of them, which is not the program's.
  private static func zone(_ name: String) throws -> Zone {
    let known = try #require(TimeZone(identifier: name))
    return Zone { known.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0))) / 60 }
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-10-20", 10, 0, "2026-10-20T10:00:00+02:00"),
    ("Europe/Berlin", "2026-10-27", 10, 0, "2026-10-27T10:00:00+01:00"),
    ("Europe/Berlin", "2026-03-30", 9, 0, "2026-03-30T09:00:00+02:00"),
    ("America/New_York", "2026-10-31", 9, 30, "2026-10-31T09:30:00-04:00"),
    ("America/New_York", "2026-11-01", 9, 30, "2026-11-01T09:30:00-05:00"),
    ("Australia/Lord_Howe", "2026-04-06", 10, 0, "2026-04-06T10:00:00+10:30"),
    ("Australia/Lord_Howe", "2026-10-05", 10, 0, "2026-10-05T10:00:00+11:00"),
    ("Pacific/Apia", "2011-12-29", 10, 0, "2011-12-29T10:00:00-10:00"),
    ("Pacific/Apia", "2011-12-31", 10, 0, "2011-12-31T10:00:00+14:00"),
    ("Asia/Kolkata", "2026-10-27", 10, 0, "2026-10-27T10:00:00+05:30"),
    ("UTC", "2026-10-27", 10, 0, "2026-10-27T10:00:00Z"),
  ]) func anHourTakesTheOffsetOfItsDay(
    _ name: String, _ day: String, _ hour: Int, _ minute: Int, _ iso: String
  ) throws {
    let zone = try Self.zone(name)
    let moment = zone.moment(try #require(Day(iso: day)), hour: hour, minute: minute)
    #expect(moment.description == iso)
    #expect(moment.there == nil && moment.hour == hour && moment.minute == minute)
    // From whatever time of year it is said.
    for now in ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"] {
      let now = try #require(Moment(iso: now)).seen(in: zone).asRead
      #expect(now.at(moment.day, hour: hour, minute: minute) == moment)
    }
  }

  @Test func anHourThatIsLeftOutIsSaid() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let day = try #require(Day(2026, 3, 29))
    let reading = berlin.reading(day, hour: 2, minute: 30)
    #expect(reading.moment.description == "2026-03-29T03:30:00+02:00")
    #expect(reading.remark(on: day)?.contains("doesn't exist") == true)
    #expect(berlin.reading(day, hour: 1, minute: 59).remark(on: day) == nil)
    #expect(berlin.reading(day, hour: 3, minute: 0).remark(on: day) == nil)
    let island = try Self.zone("Australia/Lord_Howe").reading(
      try #require(Day(2026, 10, 4)), hour: 2, minute: 10)
    #expect(island.moment.clock == "02:40")
    let skipped = try #require(Day(2011, 12, 30))
    let apia = try Self.zone("Pacific/Apia").reading(skipped, hour: 10)
    #expect(apia.moment.description == "2011-12-31T10:00:00+14:00")
    #expect(apia.remark(on: skipped)?.contains("skips Fri 30 December 2011") == true)
  }

  @Test func anHourThatComesTwiceIsSaid() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let day = try #require(Day(2026, 10, 25))
    let reading = berlin.reading(day, hour: 2, minute: 30)
    #expect(
      reading
        == .twice(
          try #require(Moment(iso: "2026-10-25T02:30:00+02:00")),
          try #require(Moment(iso: "2026-10-25T02:30:00+01:00"))))
    #expect(reading.remark(on: day)?.contains("2026-10-25T02:30:00+01:00") == true)
    #expect(berlin.reading(day, hour: 3).remark(on: day) == nil)
    let island = try Self.zone("Australia/Lord_Howe")
    #expect(island.reading(try #require(Day(2026, 4, 5)), hour: 1, minute: 45).moment.offset == 660)
  }

  /// Every quarter of an hour of some years: what the clock shows leads back to the moment, or to the
  /// other one of the two that show it.
  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata",
    "UTC", "America/Sao_Paulo", "Africa/Casablanca", "Europe/Dublin", "Asia/Tehran",
    "Antarctica/Troll",
  ]) func theWallLeadsBack(_ name: String) throws {
    let zone = try Self.zone(name)
    for year in [1995, 2011, 2026] {
      let first = try #require(Day(year, 1, 1)).number * 86400
      for seconds in stride(from: first, to: first + 366 * 86400, by: 1800) {
        let it = Moment(seconds: seconds, zone: zone)
        let reading = zone.reading(it.day, hour: it.hour, minute: it.minute)
        let right =
          switch reading {
          case .once(let found): found == it
          case .twice(let a, let b): a < b && (a == it || b == it)
          case .skipped: false
          }
        if !right {
          Issue.record("\(name): \(it) read as \(reading)")
          return
        }
      }
    }
  }

  @Test func aMomentLaterShowsTheHourOfItsOwnDay() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let before = berlin.moment(try #require(Day(2026, 10, 24)), hour: 20)
    #expect(before.adding(seconds: 86400).description == "2026-10-25T19:00:00+01:00")
    // Without a zone it stays with the offset it has.
    #expect(before.asWritten.adding(seconds: 86400).clock == "20:00")
  }

  @Test func anOffsetThatWasTypedIsShownHereAndThere() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let typed = try #require(Moment(iso: "2026-12-03T10:00:00-05:00", zone: berlin))
    #expect(typed.description == "2026-12-03T10:00:00-05:00")
    #expect(typed.clock == "16:00" && typed.clockText == "16:00 (10:00 there)")
    let late = try #require(Moment(iso: "2026-12-03T22:00:00-08:00", zone: berlin))
    #expect(late.day == Day(2026, 12, 4) && late.clockText == "07:00 (Thu 22:00 there)")
    #expect(typed == typed.asWritten && typed.hashValue == typed.asWritten.hashValue)
    #expect(typed.asRead.description == "2026-12-03T16:00:00+01:00")
    let same = try #require(Moment(iso: "2026-12-03T10:00:00+01:00", zone: berlin))
    #expect(same.there == nil && same.clockText == "10:00")
  }

  @Test func aTimeWithoutAnOffsetIsOfTheZone() throws {
    let berlin = try Self.zone("Europe/Berlin")
    #expect(
      Moment(iso: "2026-10-27 10:00", zone: berlin)?.description == "2026-10-27T10:00:00+01:00")
    #expect(
      Moment(iso: "2026-07-01T10:00:05", zone: berlin)?.description == "2026-07-01T10:00:05+02:00")
    let decoder = JSONDecoder()
    decoder.userInfo[.zone] = berlin
    let read = try decoder.decode([Moment].self, from: Data(#"["2026-10-27T10:00:00"]"#.utf8))
    #expect(read.first?.description == "2026-10-27T10:00:00+01:00")
  }

  @Test func theFormGivesBackWhatItWasGiven() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let now = berlin.moment(try #require(Day(2026, 10, 20)), hour: 9)
    let words = DateWords(now: now, direction: .nearest)
    for iso in [
      "2026-10-27T10:00:00+01:00", "2026-12-03T10:00:00-05:00", "2026-10-25T02:30:00+01:00",
      "2026-10-25T02:30:00+02:00",
    ] {
      let start = try #require(Moment(iso: iso, zone: berlin))
      let it = Interview(id: ID("i"), application: ID("a"), recorded: now) { $0.start = start }
      #expect(words.talk(try #require(it.startText))?.start == start)
      #expect(words.talk(try #require(it.typedStart))?.start == start)
    }
  }

  /// What is shown of the second of two equal hours means that one when it is typed.
  @Test func theSecondOfTwoHoursSaysWhichItIs() throws {
    for (name, now, iso, shown) in [
      ("Europe/Berlin", Day(2026, 10, 20), "2026-10-25T02:30:00+01:00", "02:30 (UTC+1)"),
      ("Europe/Berlin", Day(2026, 10, 20), "2026-10-25T02:30:00+02:00", "02:30"),
      ("Europe/Berlin", Day(2026, 10, 20), "2026-10-25T02:00:00+01:00", "02:00 (UTC+1)"),
      ("Europe/Berlin", Day(2026, 10, 20), "2026-10-25T03:00:00+01:00", "03:00"),
      ("America/New_York", Day(2026, 10, 20), "2026-11-01T01:15:00-05:00", "01:15 (UTC-5)"),
      ("Australia/Lord_Howe", Day(2026, 4, 1), "2026-04-05T01:45:00+10:30", "01:45 (UTC+10:30)"),
    ] {
      let zone = try Self.zone(name)
      let start = try #require(Moment(iso: iso, zone: zone))
      #expect(start.clockText == shown)
      let words = DateWords(
        now: zone.moment(try #require(now), hour: 9), direction: .nearest)
      let echo = TalkTime(start: start).long
      #expect(words.talk(echo)?.start.seconds == start.seconds, "\(echo)")
    }
  }

  @Test func whatIsDueTodayIsDueAtFiveByTheClockOfItsDay() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let now = berlin.moment(try #require(Day(2026, 10, 20)), hour: 9)
    let due = try #require(Day(2026, 10, 26))
    var facts = Facts(Application(id: ID("a"), created: now) { $0.company = "Herbst" })
    facts.preparations = [
      Preparation(id: ID("p"), application: ID("a"), kind: .document, recorded: now) {
        $0.due = due
      }
    ]
    let entry = try #require(Agenda.entries([facts], now: now).first)
    #expect(entry.due.description == "2026-10-26T17:00:00+01:00")
  }
}

/// The wrong way to make a moment is not taken anywhere.
@Suite(.timed) struct HourRoomTests {
  /// Outside its room nobody makes a moment of a day and an hour, and nobody takes the offset of one
  /// moment for another: ``Moment/at(_:hour:minute:)`` knows the rules of the day.
  @Test func noHourWithoutTheRulesOfItsDay() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    // The reader of rows has the offset from the row itself, and that of calendars from the file's own rules
    // for that day; in a text an offset is a place.
    let rooms = ["/Time/", "/Fields/Cell.swift", "/TUI/", "/ForeignClock.swift"]
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      if rooms.contains(where: { file.path.contains($0) }) { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      count += 1
      let wrong = try Regex(
        #"Moment\([^()]*(hour|offset):|offset: (now|due|start|moment|[a-z]+\.(now|due|start))\.offset"#
      )
      #expect(try wrong.firstMatch(in: text) == nil, "\(file.lastPathComponent)")
    }
    #expect(count > 200)
  }
}
