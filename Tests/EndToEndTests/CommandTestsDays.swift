import Foundation
import Testing

/// Days through the real program: what is booked, what ended before it, and what is corrected.
@Suite(.timed) struct CommandTestsDays {
  let program = Program()

  private func at(_ time: String, _ arguments: String...) throws -> Program.Result {
    try program.wait(program.start(arguments, env: ["DEBRIEF_NOW": time]))
  }
  private func json(_ result: Program.Result) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(result.bytes)) as? [String: Any])
  }
  private func booked() throws {
    let added = try at(
      "2026-11-01T10:00:00Z", "add", "Nordwind", "Engineer", "--applied", "30 oct", "--interview",
      "6 nov 14:00")
    #expect(added.code == 0)
  }
  private func branch(_ time: String) throws -> String? {
    let shown = try json(try at(time, "show", "nordwind", "--json"))
    return (shown["status"] as? [String: Any])?["branch"] as? String
  }

  @Test(arguments: ["rejected", "withdrew", "silent", "accepted", "offer"])
  func anEndTakesWhatIsBookedOutOfEverything(_ ending: String) throws {
    try booked()
    #expect(try at("2026-11-04T09:00:00Z", "agenda").out.contains("prepare"))
    #expect(try at("2026-11-04T09:00:00Z", "agenda", "--ics").out.contains("prepare"))
    let ended = try at("2026-11-04T10:00:00Z", "outcome", "nordwind", ending)
    #expect(ended.err.contains("Nordwind · Engineer ("))
    #expect(ended.err.contains("no longer on your to-do list"))
    for time in ["2026-11-04T10:01:00Z", "2026-11-06T15:30:00Z", "2026-11-07T09:00:00Z"] {
      for out in [try at(time, "agenda").out, try at(time, "agenda", "--ics").out] {
        #expect(!out.contains("prepare") && !out.contains("write") && !out.contains("thank"))
      }
      #expect(try !at(time, "list").out.contains("round 1"))
    }
    #expect(try at("2026-11-07T09:00:00Z", "show", "nordwind").out.contains("didn't take place"))
    if ending == "rejected" {
      #expect(try branch("2026-11-07T09:00:00Z") == "rejected-without-interview")
    }
    #expect(try at("2026-11-07T09:00:00Z", "undo").code == 0)
    #expect(try at("2026-11-07T09:00:00Z", "list").out.contains("round 1"))
    #expect(try at("2026-11-07T09:00:00Z", "agenda").out.contains("write"))
  }

  @Test func aDayIsCorrectedAndTakenBack() throws {
    try booked()
    let now = "2026-11-09T10:00:00Z"
    let ended = try at(now, "outcome", "nordwind", "rejected", "--on", "4 nov")
    #expect(ended.code == 0)
    #expect(ended.err.contains("Is the date right?"))
    #expect(ended.err.contains("debrief correct"))
    #expect(try branch(now) == "rejected-without-interview")
    let fixed = try at(now, "correct", "nordwind", "rejected", "--on", "8 nov")
    #expect(fixed.code == 0 && fixed.err.contains("Sun 8 November 2026"))
    #expect(fixed.err.contains("before, it was Wed 4 November 2026"))
    #expect(try branch(now) == "rejected-after-interview")
    let list = try at(now, "correct", "nordwind").lines
    #expect(list.count == 3)
    #expect(list.last == "3  2026-11-08  they said no  (was 2026-11-04)")
    let early = try at(now, "correct", "nordwind", "1", "--on", "9 nov")
    #expect(early.err.contains("comes before the application"))
    #expect(try at(now, "undo").out == "undone: correct a date\n")
    #expect(try at(now, "undo").out == "undone: correct a date\n")
    #expect(try branch(now) == "rejected-without-interview")
    #expect(try at(now, "correct", "nordwind").lines.count == 3)
    let document = try json(try at(now, "correct", "nordwind", "--json"))
    #expect((document["facts"] as? [[String: Any]])?.count == 3)
    #expect(document["version"] as? Int == 1)
  }

  static let impossible: [([String], Int32)] = [
    (["correct", "nordwind", "refused", "--on", "tomorrow"], 64),
    (["correct", "nordwind", "applied", "--on", "soon"], 64),
    (["correct", "nordwind", "nonsense", "--on", "today"], 66),
    (["correct", "nordwind", "9", "--on", "today"], 66), (["correct", "nobody"], 66),
    (["correct", "nordwind", "--on", "today"], 64), (["correct"], 64),
    (["correct", "nordwind", "applied", "--due", "fri"], 64),
    (["correct", "no", "applied", "--on", "today"], 65),
    (["outcome", "N", "rejected"], 65), (["feedback", "no", "thanks"], 65),
    (["add", "A\nB", "Engineer"], 65), (["add", "Acme", "Eng\tineer"], 65),
    (["add", "Acme\u{1B}[1m", "Engineer"], 65),
  ]

  @Test(arguments: impossible)
  func whatCannotBeDoneChangesNothing(_ arguments: [String], _ code: Int32) throws {
    try booked()
    _ = try at("2026-11-04T10:00:00Z", "outcome", "nordwind", "rejected")
    let before = try program.must("export")
    let result = try program.wait(
      program.start(arguments, env: ["DEBRIEF_NOW": "2026-11-09T10:00:00Z"]))
    #expect(result.code == code, "\(result.err)")
    #expect(result.err.hasPrefix("debrief: ") || result.err.hasPrefix("Error: "))
    #expect(try program.must("export") == before)
  }

  @Test func aSecondOfTheSameIsSaid() throws {
    try booked()
    let again = try at(
      "2026-11-02T10:00:00Z", "add", "nordwind", "engineer", "--applied", "30 oct")
    #expect(again.code == 0 && again.lines.count == 1)
    #expect(again.err.contains("was already here") && again.err.contains("debrief undo"))
    let other = try at(
      "2026-11-02T10:00:00Z", "add", "nordwind", "Ops", "--interview", "6 nov 9:00")
    #expect(!other.err.contains("was already here"))
    let agenda = try at("2026-11-02T10:00:00Z", "agenda").out
    #expect(agenda.contains("nordwind · Ops"))
    #expect(agenda.contains("Engineer"))
    #expect(try at("2026-11-02T10:00:00Z", "agenda", "--ics").out.contains("nordwind · Ops"))
  }

  @Test func anImportSaysWhatCannotBeSo() throws {
    try booked()
    _ = try at("2026-11-09T10:00:00Z", "outcome", "nordwind", "rejected", "--on", "4 nov")
    let export = try program.must("export")
    try program.write(export, to: "all.json")
    let taken = try at(
      "2026-11-09T10:00:00Z", "import", "all.json", "--database", program.file("other.db"))
    #expect(taken.code == 0)
    #expect(taken.err.contains("doesn't count"))
    let copy = try at(
      "2026-11-09T10:00:00Z", "export", "--database", program.file("other.db"))
    #expect(copy.out == export)
  }
}
