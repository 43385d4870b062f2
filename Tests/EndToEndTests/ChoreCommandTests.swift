import Foundation
import Testing

/// What comes up and goes by itself, by commands alone and from an empty store.
@Suite(.timed) struct ChoreCommandTests {
  private let program = Program()

  private func agenda(_ day: String? = nil) throws -> String {
    let env: [String: String?] = day.map { ["DEBRIEF_NOW": "\($0)T09:00:00Z"] } ?? [:]
    return try program.run("agenda", env: env).out
  }

  @Test func whatHasEndedCanBeOpenedAgain() throws {
    try program.must("add", "Zeta", "Tester")
    let open = try program.run("outcome", "Zeta", "reopened")
    #expect(open.code == 0 && open.err.contains("already open"), "\(open.err)")
    try program.must("outcome", "Zeta", "rejected", "--on", "yesterday")
    #expect(try agenda().contains("ask for advice"))
    try program.must("outcome", "Zeta", "reopened")
    #expect(try program.must("list").contains("waiting"))
    #expect(try !agenda().contains("ask for advice"))
    let again = try program.run("outcome", "Zeta", "reopened")
    #expect(again.code == 0 && again.err.contains("nothing was added"), "\(again.err)")
    try program.must("undo")
    #expect(try program.must("list").contains("rejected"))
  }

  @Test func anOfferComesDueBesideTheOthers() throws {
    try program.must("add", "Zeta", "Tester")
    try program.must("add", "Acme", "Tester")
    try program.must("outcome", "Zeta", "offer", "--by", "2026-03-27")
    try program.must("outcome", "Acme", "offer", "--by", "2026-03-25")
    let text = try agenda()
    #expect(text.contains("Acme needs an answer by 25 Mar"), "\(text)")
    #expect(text.contains("Zeta needs an answer by 27 Mar"), "\(text)")
    #expect(try program.must("agenda", "--ics").contains("DTSTART;VALUE=DATE:20260327"))
    for (words, said) in [
      (["Zeta", "rejected", "--by", "fri"], "--by is for an offer"),
      (["Zeta", "offer", "--by", "nonsense"], "isn't a date"),
      (["Zeta", "offer", "--on", "2026-03-20", "--by", "2026-03-19"], "--by"),
    ] {
      let result = try program.run(["outcome"] + words, bytes: [])
      #expect(result.code == 64 && result.err.contains(said), "\(result.err)")
    }
    // Another job was taken: the one that waits is told, by the letter that steps back.
    try program.must("outcome", "Acme", "accepted")
    #expect(try agenda().contains("tell them you took a job at Acme"))
    let letter = try program.must("letter", "Zeta", "withdraw")
    #expect(letter.contains("accepted a different offer"), "\(letter)")
    try program.must("outcome", "Zeta", "withdrew")
    #expect(try !agenda().contains("tell them"))
  }

  @Test func aCalendarRingsAfterAnInterviewToCome() throws {
    try program.must("add", "Zeta", "Tester", "--interview", "2026-03-24 10:00")
    let text = try program.must("agenda", "--ics").replacing("\r\n", with: "\n")
    let events = text.split(separator: "BEGIN:VEVENT").map(String.init)
    let capture = try #require(events.first { $0.contains("UID:capture.") }, "\(text)")
    // It ends at eleven: half an hour, two hours and a day later.
    #expect(capture.contains("DTSTART:20260325T110000Z"))
    for trigger in ["TRIGGER:-PT23H30M", "TRIGGER:-PT22H", "TRIGGER:PT0S"] {
      #expect(capture.contains(trigger), "\(capture)")
    }
    #expect(events.contains { $0.contains("UID:check-in.") && $0.contains("20260331") })
    #expect(try !agenda().contains("write down"))
    // Without a date they named, one may ask after a week; with one, after that.
    #expect(try agenda("2026-04-01").contains("check in once"))
    try program.must("outcome", "Zeta", "rejected", "--on", "2026-03-20")
    #expect(try !agenda("2026-04-01").contains("check in once"))
  }

  @Test func anInvitationToApplyAgainComesBack() throws {
    try program.must("add", "Zeta", "Tester")
    let said = try program.run(
      "outcome", "Zeta", "rejected", "--words",
      "Sorry, we chose another candidate. Please apply again in six months.")
    #expect(
      said.code == 0 && said.err.contains("It'll show up in your to-dos on Sun 20 September 2026"),
      "\(said.err)")
    #expect(try !agenda("2026-07-01").contains("apply again"))
    #expect(try agenda("2026-09-20").contains("they asked you to apply again"))
  }

  /// Also where the rejection comes in from elsewhere, with all else in one step that one undo takes back.
  @Test func aDayThatAnImportedNoNamesComesBack() throws {
    try program.must("add", "Zeta", "Tester", "--database", "other.db")
    try program.must(
      "outcome", "Zeta", "rejected", "--words",
      "Sorry, we chose another candidate. Please apply again in six months.", "--database",
      "other.db")
    var document = try json(program.must("export", "--database", "other.db"))
    document["mark"] = nil
    let data = try JSONSerialization.data(withJSONObject: document)
    try program.write(String(decoding: data, as: UTF8.self), to: "elsewhere.json")
    try program.must("import", "elsewhere.json")
    #expect(try !agenda("2026-07-01").contains("apply again"))
    #expect(try agenda("2026-09-20").contains("they asked you to apply again"))
    let again = try program.run("import", "elsewhere.json")
    #expect(again.err.contains("nothing was changed"), "\(again.err)")
    try program.must("undo")
    #expect(try program.run("undo").code != 0, "one step takes all of it back")
  }

  @Test func aNoHasItsStepsForWhoeverIsThere() throws {
    try program.must("add", "Zeta", "Tester", "--interview", "2026-03-18 10:00")
    try program.must("outcome", "Zeta", "rejected")
    let text = try agenda()
    for step in ["thank them for their time", "ask for advice"] {
      #expect(text.contains(step), "\(text)")
    }
    #expect(!text.contains("HR"), "\(text)")
    let calendar = try program.must("agenda", "--ics")
    #expect(calendar.contains("UID:after-no.anyone."), "\(calendar)")
    #expect(try program.must("show", "Zeta", "--refresher").contains("Where you left off"))
    let both = try program.run("show", "Zeta", "--refresher", "--json")
    #expect(both.code == 64)
  }

  @Test func whoGivesNoFeedbackIsNotPutAmongTheToDos() throws {
    try program.must("add", "Zeta", "Tester", "--interview", "2026-03-18 10:00")
    let words = "Sorry, we chose another candidate. We don't provide individual feedback."
    let said = try program.run("outcome", "Zeta", "rejected", "--words", words)
    #expect(said.err.contains("They say they don't give individual feedback."), "\(said.err)")
    #expect(try !agenda().contains("ask for advice"))
    #expect(try agenda().contains("thank them for their time"))
    // One step takes it back, with the words.
    try program.must("undo")
    try program.must("outcome", "Zeta", "rejected", "--words", "Sorry, we chose another candidate.")
    #expect(try agenda().contains("ask for advice"))
  }
}
