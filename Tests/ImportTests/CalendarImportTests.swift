import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

@Suite("An invitation becomes an interview", .timed) struct CalendarImportTests {
  let now = TestClock.noon
  let application = ID("acmeacmeacmeacme")

  func dossier(_ interviews: [Interview] = [], _ marks: [Mark] = []) -> Dossier {
    var it = Dossier(
      Application(id: application, created: now) { ($0.company, $0.role) = ("Acme", "Cook") })
    (it.interviews, it.marks) = (interviews, marks)
    return it
  }

  func propose(_ text: String, _ dossier: Dossier) throws -> Proposal {
    var file = OnFile()
    file.add(
      Glance(
        id: application, company: "Acme", role: "Cook",
        ledger: Ledger(events: [], interviews: dossier.interviews), patience: Patience()))
    let reader = CalendarImport(
      file, words: importWords, profile: Profile { $0.email = "me@example.org" }, now: now,
      load: { kind, id in
        kind == .mark ? dossier.marks.first { $0.id == id }.map(Entity.mark) : nil
      }, dossier: { $0 == dossier.application.id ? dossier : nil })
    return try reader.proposal(Array(text.utf8), name: "t.ics")
  }

  /// The dossier with what a proposal does.
  func done(_ proposal: Proposal, _ dossier: Dossier) -> Dossier {
    var next = dossier.after(proposal.change())
    for operation in proposal.change().operations {
      guard case .mark(let it) = operation.entity else { continue }
      next.marks.removeAll { $0.id == it.id }
      next.marks.append(it)
    }
    return next
  }

  func invitation(
    method: String = "REQUEST", start: String = "DTSTART;TZID=America/New_York:20260401T100000",
    sequence: Int = 0,
    stamp: String = "20260320T080000Z", more: String = "", summary: String = "Interview with Acme"
  ) -> String {
    """
    BEGIN:VCALENDAR\r
    VERSION:2.0\r
    PRODID:-//x//EN\r
    METHOD:\(method)\r
    BEGIN:VEVENT\r
    UID:abc@acme.example\r
    SEQUENCE:\(sequence)\r
    DTSTAMP:\(stamp)\r
    \(start)\r
    DURATION:PT45M\r
    SUMMARY:\(summary)\r
    LOCATION:https://zoom.us/j/123\r
    ORGANIZER;CN=Ada Quill:mailto:ada@acme.example\r
    ATTENDEE;CN=Me:mailto:me@example.org\r
    ATTENDEE;CN="Quill, Ben":mailto:ben@acme.example\r
    ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room@acme.example\r
    \(more)END:VEVENT\r
    END:VCALENDAR\r

    """
  }

  func interview(_ proposal: Proposal) -> Interview? {
    proposal.change().operations.compactMap { operation -> Interview? in
      switch operation {
      case .insert(.interview(let it)), .update(_, .interview(let it)): it
      default: nil
      }
    }.first
  }

  @Test func anInvitationInItsOwnZone() throws {
    let proposal = try propose(invitation(), dossier())
    let it = try #require(interview(proposal))
    #expect(it.start?.description == "2026-04-01T10:00:00-04:00")
    #expect(it.minutes == 45 && it.format == .video && it.notes.contains("https://zoom.us/j/123"))
    let people = proposal.change().operations.compactMap {
      if case .insert(.person(let p)) = $0 { p.name } else { nil }
    }
    #expect(people == ["Ada Quill", "Ben Quill"] && it.people.count == 2)
    #expect(
      proposal.entries.first?.sentence
        == "Acme · Cook: interview, Wed 1 April 2026, 14:00 (10:00 there)")
  }

  @Test(arguments: [
    ("DTSTART:20260401T100000Z", "2026-04-01T10:00:00Z", false),
    ("DTSTART:20260401T100000", "2026-04-01T10:00:00Z", false),
    ("DTSTART;VALUE=DATE:20260401", "2026-04-01T12:00:00Z", true),
    ("DTSTART;TZID=Europe/Berlin:20260401T100000", "2026-04-01T10:00:00+02:00", false),
    ("DTSTART;TZID=Europe/Berlin:20260115T100000", "2026-01-15T10:00:00+01:00", false),
    ("DTSTART;TZID=Nowhere:20260401T100000", "2026-04-01T10:00:00Z", false),
  ]) func times(_ start: String, _ expected: String, _ isDay: Bool) throws {
    let proposal = try propose(invitation(start: start), dossier())
    let it = try #require(interview(proposal))
    #expect(it.start?.description == expected)
    #expect((it.dayOnly == true) == isDay)
    let isOdd = start.contains("Nowhere")
    #expect(proposal.entries[0].details.contains { $0.contains("isn't known") } == isOdd)
  }

  @Test func aZoneThatTheFileDefines() throws {
    let text = invitation(start: "DTSTART;TZID=Their Time:20260401T100000").replacingOccurrences(
      of: "BEGIN:VEVENT",
      with:
        "BEGIN:VTIMEZONE\r\nTZID:Their Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    )
    #expect(
      interview(try propose(text, dossier()))?.start?.description == "2026-04-01T10:00:00+05:30")
  }

  @Test func newerMovesOlderIsIgnoredAndTheSameChangesNothing() throws {
    let first = try propose(invitation(sequence: 1), dossier())
    var it = done(first, dossier())
    #expect(it.interviews.count == 1 && it.marks.count == 1)
    #expect(try propose(invitation(sequence: 1), it).entries.isEmpty)
    let older = try propose(invitation(sequence: 0), it)
    #expect(older.entries.isEmpty && older.remarks.contains { $0.contains("older version") })
    let moved = try propose(invitation(start: "DTSTART:20260402T090000Z", sequence: 2), it)
    #expect(moved.entries.first?.sentence.contains("moves from Wed 1 April 2026") == true)
    it = done(moved, it)
    #expect(
      it.interviews.count == 1 && it.interviews[0].start?.description == "2026-04-02T09:00:00Z")
    // The same number, written later.
    let later = try propose(
      invitation(start: "DTSTART:20260403T090000Z", sequence: 2, stamp: "20260320T090000Z"), it)
    #expect(later.entries.count == 1)
  }

  @Test func whatIsCalledOffGoesUnlessItHasNotes() throws {
    let it = done(try propose(invitation(), dossier()), dossier())
    let off = try propose(invitation(method: "CANCEL", sequence: 1), it)
    #expect(
      off.change().operations.contains { if case .delete(.interview) = $0 { true } else { false } })
    let gone = done(off, it)
    #expect(gone.interviews.isEmpty)
    #expect(try propose(invitation(method: "CANCEL", sequence: 1), gone).entries.isEmpty)
    #expect(try propose(invitation(), gone).entries.isEmpty)
    #expect(try propose(invitation(sequence: 2), gone).entries.count == 1)
    var used = it
    used.turns = [
      Turn(id: ID("t"), application: application, recorded: now) {
        $0.interview = it.interviews[0].id
      }
    ]
    let kept = try propose(invitation(method: "CANCEL", sequence: 1), used)
    #expect(kept.entries.isEmpty && kept.remarks.contains { $0.contains("it stays") })
    #expect(try propose(invitation(method: "CANCEL"), dossier()).entries.isEmpty)
    let status = try propose(invitation(sequence: 1, more: "STATUS:CANCELLED\r\n"), it)
    #expect(status.entries.count == 1)
  }

  @Test func oneThatWasEnteredByHandIsTheSame() throws {
    let hand = Interview(id: ID("hand"), application: application, recorded: now) {
      $0.start = Moment(Day(2026, 4, 1)!, hour: 12)
      $0.dayOnly = true
      $0.kind = .panel
    }
    let proposal = try propose(invitation(), dossier([hand]))
    let it = try #require(interview(proposal))
    #expect(it.id == hand.id && it.kind == .panel && it.dayOnly == nil)
    #expect(it.start?.description == "2026-04-01T10:00:00-04:00")
  }

  @Test func othersEventsAreLeftOut() throws {
    let dentist =
      "BEGIN:VEVENT\r\nUID:d\r\nDTSTAMP:20260320T080000Z\r\nDTSTART:20260401T100000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\n"
    let text = invitation().replacingOccurrences(of: "BEGIN:VEVENT", with: dentist + "BEGIN:VEVENT")
    let proposal = try propose(text, dossier())
    #expect(
      proposal.entries.count == 1 && proposal.remarks.contains { $0.hasPrefix("1 event doesn't") })
    let only = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\(dentist)END:VCALENDAR\r\n"
    #expect(fault { _ = try propose(only, dossier()) }?.kind == .whose)
  }

  @Test(arguments: [
    "", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "hello",
    "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
    String(repeating: "BEGIN:VEVENT\r\n", count: 100_000),
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Interview with Acme\r\nDTSTART:99999999T999999\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  ]) func whatIsNoneAddsNothing(_ text: String) {
    let entries = (try? propose(text, dossier()))?.entries ?? []
    #expect(entries.isEmpty)
  }

  @Test func theAnswerToAnInvitationAddsNothing() throws {
    let proposal = try propose(invitation(method: "REPLY"), dossier())
    #expect(proposal.entries.isEmpty && !proposal.remarks.isEmpty)
  }

  /// Names as programs write them: with the signs of a mail's header, or of a text.
  @Test(arguments: [
    ("\"Quill\\, Zoe\"", "Zoe Quill"), ("=?UTF-8?Q?Zo=C3=AB?=", "Zoë"),
    ("\"Ada ^'Q^' Quill\"", "Ada \"Q\" Quill"),
    ("Conf Room 4", nil), ("Besprechungsraum Nord", nil), ("Kofi A.", "Kofi A."),
  ]) func namesOfGuests(_ written: String, _ name: String?) throws {
    let text = invitation().replacingOccurrences(
      of: "ATTENDEE;CN=\"Quill, Ben\":", with: "ATTENDEE;CN=\(written):")
    let proposal = try propose(text, dossier())
    let people = proposal.change().operations.compactMap {
      if case .insert(.person(let p)) = $0 { p.name } else { nil }
    }
    #expect(people == ["Ada Quill"] + [name].compactMap(\.self))
    #expect(proposal.entries[0].details.allSatisfy { !$0.hasSuffix("..") })
  }

  @Test func whatIsSaidInAPageIsText() throws {
    let it = try #require(
      interview(
        try propose(invitation(more: "DESCRIPTION:<p>Bring</p><ul><li>ID</li></ul>\r\n"), dossier())
      ))
    #expect(it.notes.contains("Bring") && it.notes.contains("- ID") && !it.notes.contains("<"))
  }

  @Test func aCalendarThatIsCutOffSaysSo() {
    let cut = String(invitation().prefix(300))
    #expect(
      fault { _ = try propose(cut, dossier()) }?.description.contains("its end is missing") == true)
  }
}
