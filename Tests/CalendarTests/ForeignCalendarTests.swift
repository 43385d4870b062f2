import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefCalendar

/// Other people's calendars, read as the icalendar package reads them.
@Suite(.timed) struct ForeignCalendarTests {
  private struct Theirs: Decodable {
    var uid, summary, location, start: String
    var sequence: Int
    var offset: Int?
    var minutes: Int?
    var people: [[String]]
  }

  private static let zones = """
    BEGIN:VTIMEZONE
    TZID:Europe/Berlin
    BEGIN:DAYLIGHT
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    TZNAME:CEST
    DTSTART:19700329T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    BEGIN:STANDARD
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    TZNAME:CET
    DTSTART:19701025T030000
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VTIMEZONE
    TZID:Kolkata Standard Time
    BEGIN:STANDARD
    DTSTART:16010101T000000
    TZOFFSETFROM:+0530
    TZOFFSETTO:+0530
    END:STANDARD
    END:VTIMEZONE
    """

  /// A calendar with one event for each of some ways to write a time.
  private static func calendar(_ starts: [String]) -> String {
    let events = starts.enumerated().map { at, start in
      let end = at % 3 == 0 ? "DURATION:PT\(15 + at)M\n" : ""
      return """
        BEGIN:VEVENT
        UID:\(at)@example.org
        SEQUENCE:\(at)
        DTSTAMP:20260301T000000Z
        \(start)
        \(end)SUMMARY:Gespräch\\, Runde \(at)\\; 日本 with a long line that is folded by whoever writes it do
         wn to seventy-five bytes
        LOCATION:Room \(at)\\nFloor 2
        ATTENDEE;CN="Quill, Ada \(at)";ROLE=REQ-PARTICIPANT:mailto:Ada\(at)@Example.org
        END:VEVENT
        """
    }.joined(separator: "\n")
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n\(zones)\n\(events)\nEND:VCALENDAR\n"
      .replacingOccurrences(of: "\n", with: "\r\n")
  }

  @Test func asIcalendarReadsThem() throws {
    var starts = [
      "DTSTART;VALUE=DATE:20260401", "DTSTART:20260401T100000", "DTSTART:20260401T100000Z",
      "DTSTART:19700101T000000Z",
    ]
    // Around the changes of the clock, and through the year.
    for day in ["0115", "0328", "0329", "0330", "0701", "1024", "1025", "1026", "1231"] {
      for hour in ["0030", "0130", "0330", "1200", "2359"] {
        starts.append("DTSTART;TZID=Europe/Berlin:2026\(day)T\(hour)00")
        starts.append("DTSTART;TZID=Kolkata Standard Time:2026\(day)T\(hour)00")
      }
    }
    let text = Self.calendar(starts)
    let theirs = try #require(try read([text]).first)
    let mine = try ForeignCalendar(text, zone: .utc, now: TestClock.noon).events
    try #require(mine.count == theirs.count && mine.count == starts.count)
    for (it, other) in zip(mine, theirs) {
      let start = try #require(it.start)
      #expect(it.uid == other.uid && it.sequence == other.sequence)
      #expect(it.summary == Harmless.line(other.summary))
      #expect(it.location == Harmless.line(other.location))
      #expect(it.minutes == (it.isAllDay ? nil : other.minutes))
      #expect(it.guests.map { [$0.name, $0.address] } == other.people)
      if let offset = other.offset {
        #expect(
          "\(start.seconds)" == other.start && start.offset == offset, "\(starts[other.sequence])")
      } else if it.isAllDay {
        #expect(start.day.description == other.start)
      } else {
        #expect(other.start == String(start.description.dropLast()))
      }
    }
  }

  /// The one event of a calendar with these lines in it.
  private func only(_ lines: String, calendar: String = "") throws -> ForeignEvent {
    let text =
      "BEGIN:VCALENDAR\n\(calendar)BEGIN:VEVENT\nUID:x\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
    let events = try ForeignCalendar(text, zone: .utc, now: TestClock.noon).events
    return try #require(events.first)
  }

  @Test(arguments: [
    ("W. Europe Standard Time", "+02:00"), ("w. europe standard time", "+02:00"),
    ("Eastern Standard Time", "-04:00"), ("Eastern Daylight Time", "-04:00"),
    ("US Mountain Standard Time", "-07:00"), ("Pacific Standard Time (Mexico)", "-07:00"),
    ("GMT Standard Time", "+01:00"), ("Greenwich Standard Time", "Z"),
    ("India Standard Time", "+05:30"), ("Nepal Standard Time", "+05:45"),
    ("Russia Time Zone 3", "+04:00"), ("UTC", "Z"), ("FLE Standard Time", "+03:00"),
    ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "+02:00"),
    ("(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", "+02:00"),
    ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "+02:00"),
    ("(UTC-05:00) Eastern Time (US & Canada)", "-04:00"),
    ("(UTC) Coordinated Universal Time", "Z"),
    ("(UTC-04:00) Georgetown, La Paz, Manaus, San Juan", "-04:00"),
    ("/mozilla.org/20050126_1/Europe/Berlin", "+02:00"),
    ("/citadel.org/20210210_1/America/Argentina/Buenos_Aires", "-03:00"),
    ("UTC-11", "-11:00"), ("GMT+0100", "+01:00"), ("Dateline Standard Time", "-12:00"),
  ]) func zonesByOtherNames(_ name: String, _ offset: String) throws {
    let it = try only("DTSTART;TZID=\"\(name)\":20260715T100000")
    #expect(it.start?.description == "2026-07-15T10:00:00\(offset)")
    #expect(it.zoneDoubt == nil)
  }

  @Test func zonesThatAreHalfKnownOrNot() throws {
    let half = try only("DTSTART;TZID=\"(UTC+05:30) Atlantis\":20260715T100000")
    #expect(half.start?.description == "2026-07-15T10:00:00+05:30")
    #expect(half.zoneDoubt == .fixed("(UTC+05:30) Atlantis"))
    for name in ["Atlantis", "../../etc/passwd", "UTC+99:00", "GMT Cup Final", "(x"] {
      let it = try only("DTSTART;TZID=\"\(name)\":20260715T100000")
      #expect(it.zoneDoubt == .unknown(name), "\(name)")
      #expect(it.start?.description == "2026-07-15T10:00:00Z")
    }
    let floating = try only("DTSTART:20260715T100000")
    #expect(floating.zoneDoubt == ZoneDoubt.none)
    let own = try only("DTSTART:20260715T100000", calendar: "X-WR-TIMEZONE:Europe/Berlin\n")
    #expect(own.start?.description == "2026-07-15T10:00:00+02:00" && own.zoneDoubt == nil)
    #expect(try only("DTSTART;VALUE=DATE:20260715").zoneDoubt == nil)
  }

  @Test func theZoneOfTheFileComesFirst() throws {
    let zone =
      "BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
      + "TZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE\n"
    let it = try only("DTSTART;TZID=W. Europe Standard Time:20260715T100000", calendar: zone)
    #expect(it.start?.description == "2026-07-15T10:00:00+03:00")
  }

  @Test(arguments: [
    // Clocks in Europe are put forward on 29 March: the hour stays.
    (
      "DTSTART;TZID=Europe/Berlin:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=5",
      ["2026-03-23T10:00:00+01:00", "2026-03-30T10:00:00+02:00"]
    ),
    (
      "DTSTART;TZID=W. Europe Standard Time:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=5",
      ["2026-03-23T10:00:00+01:00", "2026-03-30T10:00:00+02:00"]
    ),
    (
      "DTSTART;TZID=Europe/Berlin:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=5\n"
        + "EXDATE;TZID=Europe/Berlin:20260323T100000",
      ["2026-03-30T10:00:00+02:00"]
    ),
    (
      "DTSTART;VALUE=DATE:20260319\nRRULE:FREQ=DAILY;COUNT=3",
      ["2026-03-20T12:00:00Z", "2026-03-21T12:00:00Z"]
    ),
    (
      "DTSTART:20260302T100000Z\nRDATE:20260402T090000Z,20260401T090000Z",
      ["2026-04-01T10:00:00+01:00", "2026-04-02T10:00:00+01:00"]
    ),
    ("DTSTART:20260302T100000Z\nRRULE:FREQ=WEEKLY;COUNT=2", ["2026-03-09T10:00:00Z"]),
    ("DTSTART:20260302T100000Z\nRRULE:FREQ=SECONDLY", []),
    ("DTSTART:19800101T100000Z\nRRULE:FREQ=DAILY", []),
    ("DTSTART:20260302T100000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", []),
  ]) func datesOfWhatRepeats(_ lines: String, _ dates: [String]) throws {
    let it = try only(lines)
    #expect(it.repeats)
    #expect(it.dates.map(\.description) == dates)
  }

  /// Nothing but fields takes libical much more memory than it takes the file.
  @Test func moreLinesThanAnybodyHasAreRefused() throws {
    let lines = String(repeating: "X-A:b\r\n", count: ForeignCalendar.mostLines)
    let error = #expect(throws: CalendarError.self) {
      _ = try only("DTSTART:20260302T100000Z\r\n\(lines)")
    }
    #expect(error?.description == "It has more than 500,000 lines. Export fewer years of it.")
  }

  @Test func oneThatNeverEndsHasAnEnd() throws {
    let it = try only("DTSTART:20260302T100000Z\nRRULE:FREQ=DAILY")
    #expect(it.dates.count == 63 && it.rule == "FREQ=DAILY")
  }

  private func read(_ calendars: [String]) throws -> [[Theirs]] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("read-events.py").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(try JSONEncoder().encode(calendars))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode([[Theirs]].self, from: data)
  }
}
