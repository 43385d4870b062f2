import Foundation
import Testing

/// The system's rules of real zones, through the real program.
@Suite(.timed) struct ZoneTests {
  private func starts(
    _ zone: String, now: String, _ when: String
  ) throws -> (start: String?, said: String) {
    let program = Program()
    let env = ["TZ": zone, "DEBRIEF_NOW": now]
    let added = try program.run("add", "Herbst", "Engineer", "--interview", when, env: env)
    #expect(added.code == 0, "\(added.err)")
    let lines = try program.run("agenda", "--ics", env: env).out.split(whereSeparator: \.isNewline)
    return (lines.first { $0.hasPrefix("DTSTART") }.map(String.init), added.err)
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-10-20T09:00:00+02:00", "27 oct 10:00", "DTSTART:20261027T090000Z"),
    ("Europe/Berlin", "2026-03-20T09:00:00+01:00", "30 mar 10:00", "DTSTART:20260330T080000Z"),
    ("America/New_York", "2026-10-28T09:00:00-04:00", "3 nov 9am", "DTSTART:20261103T140000Z"),
    ("Australia/Lord_Howe", "2026-09-30T09:00:00", "5 oct 10:00", "DTSTART:20261004T230000Z"),
    ("Asia/Kolkata", "2026-10-20T09:00:00", "27 oct 10:00", "DTSTART:20261027T043000Z"),
    ("UTC", "2026-10-20T09:00:00Z", "27 oct 10:00", "DTSTART:20261027T100000Z"),
    (
      "CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-20T09:00:00", "27 oct 10:00",
      "DTSTART:20261027T090000Z"
    ),
  ]) func theCalendarHasTheHourThatWasMeant(
    _ zone: String, _ now: String, _ when: String, _ start: String
  ) throws {
    #expect(try starts(zone, now: now, when).start == start)
  }

  @Test func aDayThatWasLeftOutIsSaid() throws {
    let said = try starts("Pacific/Apia", now: "2011-12-28T09:00:00", "2011-12-30 10:00").said
    #expect(said.contains("Sat 31 December 2011, 10:00") && said.contains("skips"))
  }

  @Test func aTypedOffsetIsShownHereAndThere() throws {
    let program = Program()
    let env = ["TZ": "Europe/Berlin", "DEBRIEF_NOW": "2026-12-01T09:00:00+01:00"]
    let added = try program.run(
      "add", "Acme", "Engineer", "--interview", "2026-12-03T10:00:00-05:00", env: env)
    #expect(added.err.contains("Thu 3 December 2026, 16:00 (10:00 there)"))
    #expect(try program.run("show", "acme", env: env).out.contains("3 Dec 16:00 (10:00 there)"))
    #expect(try program.run("agenda", env: env).out.contains("16:00 (10:00 there)"))
    #expect(try program.run("report", "acme", env: env).out.contains("16:00 (10:00 there)"))
    let calendar = try program.run("agenda", "--ics", env: env).out
    #expect(calendar.contains("DTSTART:20261203T150000Z"))
    #expect(calendar.contains("16:00 (10:00 there)"))
    // What is stored is what was typed, whoever reads it where.
    let export = try program.run("export", env: ["TZ": "Asia/Tokyo"]).out
    #expect(export.contains("2026-12-03T10:00:00-05:00"))
  }

  @Test func theSampleHasTheSameHoursEverywhere() throws {
    let program = Program()
    let here = try program.run("agenda", "--demo", "--json").out
    let zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
    for zone in zones {
      let env = ["TZ": zone, "DEBRIEF_NOW": "2026-03-20T10:00:00"]
      let there = try program.run("agenda", "--demo", "--json", env: env).out
      func whens(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.contains("\"when\"") }
      }
      #expect(whens(here) == whens(there), "\(zone)")
      #expect(!there.contains("there)"))
    }
  }
}
