import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

/// Backups as somebody at a shell, or at the screen, meets them.
@Suite(.timed) struct BackupCommandTests {
  let program = Program()

  private var names: [String] {
    get throws {
      let document = try json(try program.must("backup", "--list", "--json"))
      let rows = try #require(document["backups"] as? [[String: Any]])
      return rows.compactMap { $0["name"] as? String }
    }
  }

  @Test func theFirstChangeOfADayMakesOneAndTheSecondNone() throws {
    #expect(try program.run("backup", "--list").err == "debrief: there are no backups yet\n")
    try program.must("add", "Acme", "Engineer")
    #expect(try names == ["2026-03-20-1000-daily"])
    try program.must("add", "Nordlicht", "Engineer")
    try program.must("list")
    #expect(try names == ["2026-03-20-1000-daily"])
    let next = try program.run("quick", "x", env: ["DEBRIEF_NOW": "2026-03-21T00:00:00Z"])
    #expect(next.code == 0)
    // To read is no change.
    _ = try program.run("list", env: ["DEBRIEF_NOW": "2026-03-22T10:00:00Z"])
    #expect(try names == ["2026-03-21-0000-daily", "2026-03-20-1000-daily"])
    let listed = try program.must("backup", "--list")
    #expect(listed.contains("2026-03-21-0000-daily  Sat 21 Mar 2026, 00:00"))
    #expect(listed.contains("the day's backup\n"))
  }

  @Test func theListSaysWhatIsWrongWithOne() throws {
    try program.must("add", "Acme", "Engineer")
    try program.must("backup")
    let document = try json(try program.must("backup", "--list", "--json"))
    let rows = try #require(document["backups"] as? [[String: Any]])
    let path = try #require(rows[0]["path"] as? String)
    #expect(rows[0]["reason"] as? String == "asked" && rows[1]["reason"] as? String == "daily")
    #expect(rows[0]["made"] as? String == "2026-03-20T10:00")
    #expect(rows.allSatisfy { $0["fault"] == nil })
    try Data("broken".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try program.must("backup", "--list").contains(" – it isn't a debrief database\n"))
    let again = try json(try program.must("backup", "--list", "--json"))
    #expect(
      (again["backups"] as? [[String: Any]])?[0]["fault"] as? String == "isn't a debrief database")
    // The newest good one is not the newest.
    let restored = try program.run("restore", "--latest")
    #expect(restored.out.contains("2026-03-20-1000-daily: last change Fri 20 Mar 2026, 10:00"))
  }

  @Test func anImportIsPrecededByOne() throws {
    try program.must("add", "Acme", "Engineer")
    try program.must("export", "-o", "all.json", "--demo")
    try program.must("import", "all.json", "--dry-run")
    #expect(try names == ["2026-03-20-1000-daily"])
    let before = try program.must("export")
    try program.must("import", "all.json")
    #expect(try names == ["2026-03-20-1000-import", "2026-03-20-1000-daily"])
    #expect(try program.must("export") != before)
    try program.must("restore", "2026-03-20-1000-import", "--yes")
    #expect(try program.must("export") == before)
  }

  @Test func whatCannotBeMeantIsRefused() throws {
    try program.must("add", "Acme", "Engineer")
    for (arguments, code) in [
      (["restore"], 64), (["restore", "x", "--latest"], 64), (["restore", "nothing"], 66),
      (["restore", "no/thing.db"], 66), (["backup", "x.db", "--list"], 64),
      (["backup", "--json"], 64),
      (["restore", "-"], 64),
    ] as [([String], Int32)] {
      let result = try program.wait(program.start(arguments))
      #expect(result.code == code, "\(arguments): \(result.err)")
      #expect(result.err.hasPrefix("debrief: ") && result.err.split(separator: "\n").count == 1)
    }
    #expect(try program.run("restore", "nothing").err.contains("debrief backup --list shows them"))
    #expect(try names == ["2026-03-20-1000-daily"])
  }

  @Test func aBackupThatCannotBeMadeIsSaidAndTheChangeStands() throws {
    try program.must("list")
    mkdir(program.file("state"), 0o700)
    try program.write("in the way", to: "state/debrief")
    let added = try program.run("add", "Acme", "Engineer")
    #expect(added.code == 0)
    #expect(added.err.contains("today's backup couldn't be made"))
    #expect(try program.must("list").contains("Acme"))
    // Before an import nothing is risked.
    try program.must("export", "-o", "all.json", "--demo")
    let brought = try program.run("import", "all.json")
    #expect(brought.code == 74 || brought.code == 66, "\(brought.err)")
    #expect(try program.must("list").split(separator: "\n").count == 1)
  }

  @Test func withoutAHomeNothingLiesInASharedFolder() throws {
    let gone: [String: String?] = [
      "HOME": nil, "XDG_DATA_HOME": nil, "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil,
    ]
    let added = try program.run("add", "Acme", "X", "--database", "mine/own.db", env: gone)
    #expect(added.code == 0, "\(added.err)")
    let shared = "/tmp/debrief-\(getuid())"
    let told = try program.run("doctor", "--database", "mine/own.db", env: gone)
    #expect(!told.out.contains(shared), "\(told.out)")
    #expect(program.mode(program.file("mine/.debrief")) == 0o700)
    #expect(
      try program.run("backup", "--list", "--database", "mine/own.db", env: gone).out
        .contains("daily"))
  }

  @Test func theScreenMakesOneOnceItStandsStill() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let folder = home.folder + "/state/debrief/backups"
    try FileManager.default.removeItem(atPath: folder)
    let run = try home.opened()
    let backups = Backups(in: folder, of: home.database, began: TestClock.morning)
    #expect(run.look(for: 10) { !backups.list().isEmpty })
    #expect(backups.list().map(\.name) == ["2026-03-20-1000-daily"])
    let archive = try home.archive()
    #expect(try Store(path: backups.list()[0].path).archive() == archive)
    #expect(backups.unfinished() == [])
    try run.quit()
    let again = try home.opened()
    again.look(for: 0.5)
    try again.quit()
    #expect(backups.list().count == 1)
  }

  @Test func theSampleIsNeverBackedUp() throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try home.open(["--demo"])
    try run.wait("the first screen") { run.screen.shows("? help") || run.screen.shows("all keys") }
    run.look(for: 0.5)
    try run.quit()
    #expect(access(home.folder + "/state/debrief/backups", F_OK) != 0)
  }

  @Test func aRestoreAsksOnATerminal() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Acme")
    #expect(try home.run(["add", "Later", "Engineer"]).status == 0)
    let no = try home.open(["restore", "--latest"])
    try no.waitFor("Go back to this backup? y or n:")
    try no.send(Array("n\r".utf8))
    #expect(try no.end() == .exited(1))
    #expect(try home.archive().application.count == 2)
    let yes = try home.open(["restore", "--latest"])
    try yes.waitFor("Go back to this backup? y or n:")
    try yes.send(Array("y\r".utf8))
    #expect(try yes.end() == .exited(0))
    #expect(try home.archive().application.map(\.company) == ["Acme"])
  }

  // MARK: The drill

  /// Damage, save what can be read, put it back, and compare.
  @Test func whatIsReadOfADamagedFileTakesItsPlace() throws {
    try program.must("export", "-o", "sample.json", "--demo")
    try program.must("import", "sample.json")
    let before = try program.must("export")
    var damaged = try #require(program.read("data/debrief/debrief.db"))
    // The search goes, and the head of the file: SQLite opens nothing of it.
    for place in 0..<100 { damaged[place] = 0x5a }
    try Data(damaged).write(to: URL(fileURLWithPath: program.database))
    #expect(try program.run("list").code == 65)
    let saved = try program.run("doctor", "--recover", "saved.db")
    #expect(saved.code == 0, "\(saved.out) \(saved.err)")
    #expect(saved.err.contains("nothing is lost") && saved.out.contains("applications\n"))
    #expect(program.read("data/debrief/debrief.db") == damaged)
    #expect(program.mode(program.file("saved.db")) == 0o600)
    #expect(try program.run("doctor", "--recover", "saved.db").code == 65)
    #expect(
      try program.must("doctor", "--database", "saved.db").contains("Everything looks good."))
    #expect(try program.must("export", "--readable") == before)
    try program.must("restore", "saved.db", "--yes")
    #expect(try program.must("export") == before)
    #expect(try program.must("doctor").contains("Everything looks good."))
    #expect(try program.must("undo") == "undone: import\n")
  }

  @Test func whatIsLostIsListedAndEndsWithAnError() throws {
    try program.must("export", "-o", "sample.json", "--demo")
    try program.must("import", "sample.json")
    let before = try program.must("export")
    var damaged = try #require(program.read("data/debrief/debrief.db"))
    for place in 4096 * 2..<4096 * 22 { damaged[place] = 0x5a }
    try Data(damaged).write(to: URL(fileURLWithPath: program.database))
    let saved = try program.run("doctor", "--recover", "saved.db")
    #expect(saved.code == 1 && saved.err.contains("debrief: lost: "), "\(saved.out) \(saved.err)")
    let exported = try program.run("export", "--readable", "-o", "some.json")
    #expect(exported.code == 1 && exported.err.contains("lost: "))
    #expect(program.read("data/debrief/debrief.db") == damaged)
    #expect(try program.must("export", "--database", "saved.db") != before)
    #expect(try program.run("doctor", "--recover", "x.db", "--json").code == 64)
    #expect(try program.run("doctor", "--recover", "-").code == 64)
  }

  @Test func aFileOfANewerVersionIsExportedAsFarAsItIsKnown() throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    var bytes = try #require(program.read("data/debrief/debrief.db"))
    bytes[63] = 70  // user_version
    try Data(bytes).write(to: URL(fileURLWithPath: program.database))
    let refused = try program.run("export")
    #expect(refused.code == 65 && refused.err.contains("`debrief export --readable`"))
    let exported = try program.run("export", "--readable")
    #expect(exported.code == 0 && exported.out == before, "\(exported.err)")
    #expect(exported.err.contains("which wasn't changed"))
    #expect(program.read("data/debrief/debrief.db") == bytes)
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
