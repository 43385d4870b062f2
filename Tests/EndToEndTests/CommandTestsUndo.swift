import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

/// `debrief undo`, with `--list` and `--to`, and `redo`.
@Suite(.timed) struct CommandTestsUndo {
  let program = Program()

  private func fill() throws {
    try program.must("add", "Nordlicht", "Engineer")
    try program.must("quick", "one", "--application", "Nordlicht")
    try program.must("quick", "two", "--application", "Nordlicht")
    try program.must("undo")
  }

  @Test func theListSaysWhatWhenAndWhatIsTakenBack() throws {
    try fill()
    let lines = try program.must("undo", "--list").split(separator: "\n")
    #expect(lines.count == 3, "\(lines)")
    #expect(lines[0].hasSuffix("(undone)") && lines[0].contains("Nordlicht"), "\(lines)")
    #expect(!lines[1].contains("undone") && lines[2].contains("Nordlicht added"), "\(lines)")
    #expect(lines.allSatisfy { $0.contains("Mar 2026") || $0.contains("20") })
    let one = try program.must("undo", "--list", "--limit", "1").split(separator: "\n")
    #expect(one.count == 1 && one[0] == lines[0])
    let json = try JSONSerialization.jsonObject(
      with: Data(program.must("undo", "--list", "--json").utf8))
    let rows = (json as? [String: Any])?["changes"] as? [[String: Any]]
    #expect(rows?.count == 3 && rows?.first?["undone"] is String, "\(json)")
    #expect(try program.run("undo", "--list", "--database", "new.db").code == 66)
  }

  @Test func severalAreTakenBackInOneGoOnceThatIsConfirmed() throws {
    try fill()
    try program.must("redo")
    let before = try program.must("export")
    let numbers = try program.must("undo", "--list").split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    // Nobody can be asked through a pipe.
    let unasked = try program.run("undo", "--to", numbers[1])
    #expect(unasked.code == 64 && unasked.err.contains("--yes"), "\(unasked)")
    #expect(try program.must("export") == before)
    let done = try program.must("undo", "--to", numbers[1], "--yes")
    #expect(done.split(separator: "\n").count == 2, "\(done)")
    #expect(try !program.must("export").contains("\"one\""))
    let again = try program.run("undo", "--to", numbers[0])
    #expect(again.code == 65 && again.err.contains("already undone"), "\(again)")
    let missing = try program.run("undo", "--to", "9999")
    #expect(missing.code == 66 && missing.err.contains("There's no change 9999"), "\(missing)")
    try program.must("redo")
    try program.must("redo")
    #expect(try program.must("export") == before)
    // The last one alone needs no question.
    #expect(try program.must("undo", "--to", numbers[0]).hasPrefix("undone: "))
  }

  @Test(arguments: [
    ["--list", "--to", "1"], ["--json"], ["--limit", "3"], ["--yes"], ["--list", "--limit", "0"],
    ["--list", "--force"],
  ])
  func optionsThatWouldDoNothingAreRefused(_ options: [String]) throws {
    try fill()
    let refused = try program.run(["undo"] + options, bytes: [])
    #expect(refused.code == 64 && refused.out.isEmpty, "\(refused)")
  }

  @Test func anUndoneApplicationTakesItsPrivateNoteOutOfSightAndBack() throws {
    let id = ID(
      try #require(
        try program.must("add", "Acme", "Engineer").split(separator: "\n").first.map(String.init)))
    func store<T>(_ body: (Store) throws -> T) throws -> T {
      let store = try Store(path: program.database, access: .existing)
      defer { try? store.close() }
      return try body(store)
    }
    let moment = TestClock.morning
    try store {
      try $0.save(PrivateNote(application: id, text: "zqcanaryxv", recorded: moment))
    }
    let refused = try program.run("undo")
    #expect(refused.code == 65 && refused.err.contains("debrief undo --force"))
    #expect(try program.must("list").contains("Acme"))
    #expect(try program.must("undo", "--force") == "undone: Acme added\n")
    #expect(try program.must("export").contains("zqcanaryxv") == false)
    #expect(try program.must("doctor").contains("private notes"))
    #expect(try program.must("redo") == "redone: Acme added\n")
    #expect(try store { try $0.privateNote(id)?.text } == "zqcanaryxv")
  }

  @Test func idsStayUniqueUnderAStandingClock() throws {
    var seen: Set<String> = []
    for round in 0..<4 {
      try program.must("add", "A\(round)", "X")
      try program.must("undo")
      for name in ["B", "C"] {
        let id = try program.must("add", "\(name)\(round)", "X")
        #expect(seen.insert(id).inserted)
        try program.must("quick", "a thought")
      }
    }
    #expect(try program.must("list").split(separator: "\n").count == 8)
  }
}
