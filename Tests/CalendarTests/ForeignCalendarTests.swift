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
    let mine = try ForeignCalendar(text, zone: .utc).events
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
