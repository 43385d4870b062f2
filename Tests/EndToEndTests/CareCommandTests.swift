import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

/// What a slip on the command line must not do: write where nobody meant to, or lose anything.
@Suite(.timed) struct CareCommandTests {
  let program = Program()

  @Test func theSampleDataIsLookedAtAndNeverTheRealNotes() throws {
    try program.must("add", "Real", "Secret")
    let before = try program.must("export")
    for arguments in [
      ["list"], ["agenda"], ["show", "nordlicht"], ["search", "kubernetes"], ["doctor"],
      ["report", "nordlicht"], ["letter", "nordlicht", "ask-feedback"], ["export"],
    ] {
      for placed in [["--demo"] + arguments, arguments + ["--demo"]] {
        let result = try program.wait(program.start(placed))
        #expect(result.code == 0, "\(placed): \(result.err)")
        #expect(!result.out.contains("Real") && !result.out.isEmpty, "\(placed)")
      }
    }
    #expect(try program.must("--demo", "list").contains("Nordlicht"))
    #expect(try program.must("export") == before)
  }

  /// Also where nobody reads on.
  @Test func theSampleDataIsThrownAway() throws {
    let command = "'\(Program.path)' --demo export | true"
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", "set -o pipefail; " + command]
    shell.environment = [
      "HOME": program.home, "XDG_RUNTIME_DIR": program.home, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin",
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 128 + SIGPIPE)
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
    #expect(!left.contains { $0.hasPrefix("debrief-") }, "\(left)")
  }

  @Test(arguments: [
    ["add", "X", "Y"], ["quick", "x"], ["quick", "x", "--application", "nordlicht"],
    ["outcome", "nordlicht", "rejected"], ["feedback", "nordlicht", "x"], ["undo"], ["redo"],
    ["import", "nowhere.json"], ["backup", "copy.db"], ["restore", "copy.db"],
  ]) func whatWritesRefusesTheSampleData(_ arguments: [String]) throws {
    try program.must("add", "Real", "Secret")
    let before = try program.must("export")
    for placed in [["--demo"] + arguments, arguments + ["--demo"]] {
      let result = try program.wait(program.start(placed))
      #expect(result.code == 64, "\(placed)")
      #expect(result.err.contains("nothing was written"))
      #expect(result.err.split(separator: "\n").count == 1)
    }
    #expect(try program.must("export") == before)
  }

  @Test func aStoreAndTheSampleDataAreNotMixed() throws {
    #expect(try program.run("list", "--demo", "--database", "x.db").code == 64)
    #expect(try program.run("--database", "", "list").code == 64)
    #expect(!FileManager.default.fileExists(atPath: program.file("x.db")))
  }

  @Test func aPathWithASlipInItIsNotMade() throws {
    let slip = try program.run("add", "A", "B", "--database", "none/here/a.db")
    #expect(slip.code == 66)
    #expect(slip.err.contains("There's no folder \(program.home)/none"))
    #expect(!FileManager.default.fileExists(atPath: program.file("none")))
    try program.must("add", "A", "B", "--database", "near/a.db")
    #expect(program.mode(program.file("near")) == 0o700)
  }

  @Test func aFileThatBecomesAStoreIsPrivate() throws {
    try program.write("", to: "own.db")
    chmod(program.file("own.db"), 0o644)
    try program.must("add", "A", "B", "--database", "own.db")
    #expect(program.mode(program.file("own.db")) == 0o600)
  }

  @Test func theDoctorNamesWhatOthersCanOpen() throws {
    try program.must("add", "A", "B")
    let folder = (program.database as NSString).deletingLastPathComponent
    #expect(program.mode(folder) == 0o700)
    chmod(folder, 0o755)
    chmod(program.database, 0o640)
    let told = try program.run("doctor")
    #expect(told.code == 1)
    #expect(told.out.contains("chmod 600 makes it private"))
    #expect(told.out.contains("\(folder) can be read by other people. chmod 700"))
    chmod(folder, 0o700)
    chmod(program.database, 0o600)
    #expect(try program.must("doctor").contains("Everything looks good."))
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

  @Test func anImportSaysWhatItDidNotUnderstand() throws {
    try program.must("add", "Acme", "Engineer")
    var whole = try json(try program.must("export"))
    func document() throws -> String {
      String(decoding: try JSONSerialization.data(withJSONObject: whole), as: UTF8.self)
    }
    whole["hobby"] = [1, 2]
    var rows = try #require(whole["application"] as? [[String: Any]])
    rows[0]["colour"] = "red"
    whole["application"] = rows
    let half = try program.run("import", "-", "--database", "new.db", stdin: try document())
    #expect(half.code == 0)
    #expect(
      half.err.contains(
        "left out, because debrief doesn't recognize it: application.colour (1), hobby (2)\n"))
    #expect(try program.must("list", "--database", "new.db").contains("Acme"))
    whole["application"] = [Any]()
    let none = try program.run("import", "-", "--database", "none.db", stdin: try document())
    #expect(none.code == 65 && none.err.contains("hobby (2)"))
    let id = try #require(rows[0]["id"] as? String)
    rows[0]["company"] = 7
    whole["application"] = rows
    let bad = try program.run("import", "-", "--database", "none.db", stdin: try document())
    #expect(bad.code == 65)
    #expect(
      bad.err.contains("application[0].company must be text (the application with the id \(id))"))
    rows[0]["company"] = " "
    whole["application"] = rows
    let blank = try program.run("import", "-", "--database", "none.db", stdin: try document())
    #expect(blank.code == 65 && blank.err.contains("The application with the id \(id): "))
    // Nothing that was refused left a store behind.
    #expect(!FileManager.default.fileExists(atPath: program.file("none.db")))
  }

  @Test func aThoughtIsPlacedByTheCompanyItNames() throws {
    try program.must("add", "Acme GmbH", "Engineer")
    for text in ["Acme: they asked", "they asked, Acme", "acme they asked"] {
      let placed = try program.run("quick", text)
      #expect(
        placed.err == "debrief: saved a note for Acme GmbH · Engineer\n", "\(text)")
    }
    let notes = try #require(try json(try program.must("export"))["note"] as? [[String: Any]])
    #expect(
      Set(notes.compactMap { $0["text"] as? String }) == [
        "Acme: they asked", "they asked, Acme", "acme they asked",
      ])
    try program.must("add", "Acme", "Analyst")
    let open = try program.run("quick", "Acme:", "which one?")
    #expect(open.err.contains("saved a note"))
    #expect(open.err.contains("Acme · Analyst, or") && open.err.contains("Acme GmbH · Engineer"))
  }

  @Test func aBackupIsRestoredAndWhatWasThereIsKept() throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    try program.must("backup", "copy.db")
    #expect(program.mode(program.file("copy.db")) == 0o600)
    #expect(try program.run("backup", "copy.db").code == 65)
    try program.must("add", "Later", "Engineer")
    let later = try program.must("export")
    // Nobody can be asked here, so nothing is done without --yes; what would change is shown all the same.
    let asked = try program.run("restore", "copy.db")
    #expect(asked.code == 64 && asked.err.contains("add --yes"))
    #expect(asked.out.contains("applications: 2 now, 1 in the backup – 1 would be removed"))
    #expect(asked.out.contains("Only in your notes now, and would be removed: Later · Engineer"))
    #expect(try program.must("export") == later)
    let restored = try program.run("restore", "copy.db", "--yes")
    #expect(restored.code == 0, "\(restored.err)")
    #expect(try program.must("export") == before)
    #expect(restored.err.contains("in your backups as 2026-03-20-1000-restore\n"))
    // The backup is untouched, and it goes back the same way.
    #expect(try program.run("restore", "copy.db", "--yes").err.contains("nothing would change"))
    try program.must("restore", "2026-03-20-1000-restore", "--yes")
    #expect(try program.must("export") == later)
    try program.must("restore", "copy.db", "--yes")
    let names = try program.must("backup", "--list").split(separator: "\n").map {
      String($0.prefix { $0 != " " })
    }
    #expect(
      names == [
        "2026-03-20-1000-restore-3", "2026-03-20-1000-restore-2", "2026-03-20-1000-restore",
        "2026-03-20-1000-daily",
      ])
  }

  @Test func aBackupThatIsNoneIsNotRestored() throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    try program.write("{}", to: "other.json")
    try program.write("", to: "empty.db")
    try program.must("backup", "damaged.db")
    let damaged = program.file("damaged.db")
    let file = try #require(FileHandle(forUpdatingAtPath: damaged))
    try file.seek(toOffset: 4096 * 3)
    try file.write(contentsOf: Data(repeating: 0x5A, count: 4096 * 8))
    try file.close()
    for (name, code) in [
      ("other.json", 65), ("empty.db", 65), ("damaged.db", 65), ("none.db", 66),
      (program.database, 65),
    ] as [(String, Int32)] {
      let result = try program.run("restore", name, "--yes")
      #expect(result.code == code, "\(name): \(result.err)")
      #expect(try program.must("export") == before)
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: (program.database as NSString).deletingLastPathComponent)
    #expect(Set(files) == ["debrief.db", "debrief.db-journal"])
  }

  @Test func aStoreThatIsOpenElsewhereIsNotExchanged() throws {
    try program.must("add", "Acme", "Engineer")
    try program.must("backup", "copy.db")
    let open = try Store(path: program.database, access: .existing)
    let result = try program.run("restore", "copy.db", "--yes")
    #expect(result.code == 75 && result.err.contains("Close that first"), "\(result.err)")
    try open.close()
    try program.must("add", "Later", "Engineer")
    try program.must("restore", "copy.db", "--yes")
  }

  @Test func theDoctorOfADamagedFileNamesACopyAndNotItself() throws {
    try program.must("add", "Acme", "Engineer")
    let file = try #require(FileHandle(forUpdatingAtPath: program.database))
    try file.seek(toOffset: 4096 * 2)
    try file.write(contentsOf: Data(repeating: 0x5A, count: 4096 * 20))
    try file.close()
    let told = try program.run("doctor")
    #expect(told.code == 1)
    #expect(!told.out.contains("Run `debrief doctor`"))
    #expect(told.out.contains("debrief restore 2026-03-20-1000-daily goes back to it."))
    let refused = try program.run("list")
    #expect(refused.code == 65 && refused.err.contains("`debrief restore 2026-03-20-1000-daily`"))
    let damaged = program.read("data/debrief/debrief.db")
    let restored = try program.run("restore", "--latest", "--yes")
    #expect(restored.out.contains("Your current notes can't be read"))
    // What could not be backed up is kept as it was.
    let kept = program.database + ".before-2026-03-20-1000"
    #expect(restored.err.contains(kept))
    #expect(program.read("data/debrief/debrief.db.before-2026-03-20-1000") == damaged)
    #expect(try program.must("list").contains("Acme"))
    #expect(try program.must("doctor").contains("Everything looks good."))
  }
}
