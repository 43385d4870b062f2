import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// Events that take place more than once: the next date is taken, and the others are spoken of.
extension CalendarImportTests {
  private static let weekly = "RRULE:FREQ=WEEKLY;COUNT=4\r\n"

  /// A change of one date of the invitation.
  private func change(
    of date: String, to start: String, sequence: Int = 1, more: String = ""
  ) -> String {
    invitation(
      start: "DTSTART:\(start)", sequence: sequence, more: "RECURRENCE-ID:\(date)\r\n" + more)
  }

  private func series(_ sequence: Int = 0, start: String = "20260325T100000Z") -> String {
    invitation(start: "DTSTART:\(start)", sequence: sequence, more: Self.weekly)
  }

  /// The events of several calendars as those of one.
  private func together(_ first: String, _ second: String) -> String {
    let start = second.firstRange(of: "BEGIN:VEVENT")!.lowerBound
    let end = second.firstRange(of: "END:VCALENDAR")!.lowerBound
    return first.replacingOccurrences(
      of: "END:VCALENDAR", with: second[start..<end] + "END:VCALENDAR")
  }

  @Test func theNextDateIsTakenAndSaid() throws {
    let proposal = try propose(series(start: "20260313T100000Z"), dossier())
    #expect(interview(proposal)?.start?.description == "2026-03-27T10:00:00Z")
    #expect(
      proposal.entries[0].details.contains(
        "It repeats every week, 4 times in all. Only this date is added."))
    let it = done(proposal, dossier())
    #expect(it.interviews.count == 1)
    #expect(try propose(series(start: "20260313T100000Z"), it).entries.isEmpty)
  }

  @Test func aSeriesThatIsOverOrTooFast() throws {
    let over = try propose(series(start: "20260105T100000Z"), dossier())
    #expect(interview(over)?.start?.description == "2026-01-26T10:00:00Z")
    #expect(over.entries[0].details.contains { $0.contains("is over") })
    let fast = try propose(
      invitation(start: "DTSTART:20260325T100000Z", more: "RRULE:FREQ=HOURLY\r\n"), dossier())
    #expect(interview(fast)?.start?.description == "2026-03-25T10:00:00Z")
    #expect(fast.entries[0].details.contains { $0.contains("but only its first date is added") })
  }

  @Test func aDateThatMovesMovesTheInterview() throws {
    var it = done(try propose(series(), dossier()), dossier())
    let moved = try propose(change(of: "20260325T100000Z", to: "20260326T110000Z"), it)
    #expect(moved.entries.first?.sentence.contains("moves from Wed 25 March 2026") == true)
    it = done(moved, it)
    #expect(it.interviews.map(\.start?.description) == ["2026-03-26T11:00:00Z"])
    // Nothing of it again, neither the change nor the series.
    #expect(
      try propose(change(of: "20260325T100000Z", to: "20260326T110000Z"), it).entries.isEmpty)
    #expect(try propose(series(), it).entries.isEmpty)
    // And once more, by the same name.
    let again = try propose(
      change(of: "20260325T100000Z", to: "20260327T110000Z", sequence: 2), it)
    it = done(again, it)
    #expect(it.interviews.map(\.start?.description) == ["2026-03-27T11:00:00Z"])
  }

  @Test func aDateThatIsCalledOffTakesTheInterviewOut() throws {
    let it = done(try propose(series(), dossier()), dossier())
    let text = change(
      of: "20260325T100000Z", to: "20260325T100000Z", more: "STATUS:CANCELLED\r\n")
    let off = try propose(text, it)
    #expect(off.entries.first?.details.contains { $0.contains("one date of an event") } == true)
    let gone = done(off, it)
    #expect(gone.interviews.isEmpty)
    #expect(try propose(text, gone).entries.isEmpty)
    // Another date than the one that was taken.
    let other = try propose(
      change(of: "20260401T100000Z", to: "20260401T100000Z", more: "STATUS:CANCELLED\r\n"), it)
    #expect(other.entries.isEmpty && other.remarks.contains { $0.contains("isn't saved here") })
  }

  @Test func anotherDateOfTheSeriesIsItsOwnInterview() throws {
    var it = done(try propose(series(), dossier()), dossier())
    it = done(try propose(change(of: "20260401T100000Z", to: "20260402T100000Z"), it), it)
    #expect(
      it.interviews.compactMap(\.start?.description).sorted()
        == ["2026-03-25T10:00:00Z", "2026-04-02T10:00:00Z"])
  }

  @Test func oneFileWithItsChanges() throws {
    let moved = together(series(), change(of: "20260325T100000Z", to: "20260326T110000Z"))
    let first = try propose(moved, dossier())
    #expect(first.entries.count == 1)
    #expect(interview(first)?.start?.description == "2026-03-26T11:00:00Z")
    #expect(try propose(moved, done(first, dossier())).entries.isEmpty)
    let off = together(
      series(),
      change(of: "20260325T100000Z", to: "20260325T100000Z", more: "STATUS:CANCELLED\r\n"))
    #expect(
      interview(try propose(off, dossier()))?.start?.description == "2026-04-01T10:00:00Z")
  }

  @Test func aSeriesThatMoves() throws {
    let it = done(try propose(series(), dossier()), dossier())
    let moved = done(try propose(series(1, start: "20260326T150000Z"), it), it)
    #expect(moved.interviews.map(\.start?.description) == ["2026-03-26T15:00:00Z"])
    let off = try propose(
      invitation(
        method: "CANCEL", start: "DTSTART:20260325T100000Z", sequence: 3, more: Self.weekly), moved)
    #expect(done(off, moved).interviews.isEmpty)
  }

  @Test func whatIsOverStaysWhenTheSeriesGoesOn() throws {
    var it = done(try propose(series(start: "20260327T100000Z"), dossier()), dossier())
    // A week later: the interview that was is no longer the next.
    let mark = try #require(it.marks.first)
    let taken = Moment(Day(2026, 3, 13)!, hour: 10)
    it.interviews[0].start = taken
    it.marks[0].entry = mark.entry.replacingOccurrences(
      of: "/at/.*", with: "/at/\(taken.seconds)", options: .regularExpression)
    let next = try propose(series(start: "20260327T100000Z"), it)
    it = done(next, it)
    #expect(
      it.interviews.compactMap(\.start?.description).sorted()
        == ["2026-03-13T10:00:00Z", "2026-03-27T10:00:00Z"])
    #expect(try propose(series(start: "20260327T100000Z"), it).entries.isEmpty)
  }

  @Test func theClockOfOutlook() throws {
    let text = invitation(start: "DTSTART;TZID=W. Europe Standard Time:20260401T100000")
    let proposal = try propose(text, dossier())
    #expect(interview(proposal)?.start?.description == "2026-04-01T10:00:00+02:00")
    #expect(!proposal.entries[0].details.contains { $0.contains("time zone") })
    let floating = try propose(invitation(start: "DTSTART:20260401T100000"), dossier())
    #expect(
      floating.entries[0].details.contains(
        "It doesn't give a time zone, so yours is used."))
  }

  @Test(arguments: [
    ("FREQ=WEEKLY", "every week"),
    ("FREQ=DAILY;INTERVAL=2;COUNT=5", "every 2 days, 5 times in all"),
    ("FREQ=MONTHLY;BYDAY=1MO", "every month"), ("FREQ=YEARLY;COUNT=1", "every year, once"),
    ("FREQ=HOURLY", nil), ("", nil),
  ]) func ruleInWords(_ rule: String, _ words: String?) {
    #expect(CalendarSeries.often(rule) == words)
  }
}
