import Foundation
import Testing

@Suite(.timed) struct CommandTestsArchive {
  let program = Program()

  func fill() throws {
    let id = try program.bringIn(
      company: hostile, role: hostile, "--applied", "1 mar", "--interview", "9 mar 14:30")
    try program.must("outcome", id, "rejected", "--words", "-", stdin: hostile + "\r\nnext\tline\n")
    try program.must("quick", hostile, "--weakness", "--application", id)
    try program.must("quick", "-", stdin: String(repeating: "long \u{202e}", count: 20_000))
    try program.must("feedback", id, "-", "--from", hostile, stdin: hostile)
  }

  @Test func anExportImportedIsTheSameStore() throws {
    try fill()
    let first = try program.run("export")
    #expect(isHarmless(first.bytes))
    try program.must("export", "-o", "all.json")
    #expect(program.read("all.json") == first.bytes)
    let imported = try program.run("import", "all.json", "--database", "other.db")
    #expect(imported.code == 0)
    #expect(imported.bytes.isEmpty)
    #expect(imported.err.contains("added: 1 application"))
    let second = try program.run("export", "--database", "other.db")
    #expect(second.bytes == first.bytes)
    let again = try program.run(["import", "-", "--database", "other.db"], bytes: first.bytes)
    #expect(again.code == 0)
    #expect(again.err.contains("nothing was changed") && !again.err.contains("added"))
    #expect(try program.run("export", "--database", "other.db").bytes == first.bytes)
    #expect(try program.must("undo", "--database", "other.db") == "undone: import\n")
    #expect(try program.run("list", "--database", "other.db").bytes.isEmpty)
  }

  @Test func aDryRunChangesNothing() throws {
    try fill()
    try program.must("export", "-o", "all.json")
    let missing = try program.run("import", "all.json", "--dry-run", "--database", "other.db")
    #expect(missing.code == 66)
    // At another time: with the clock standing still, the ids would be the same.
    let other = try program.run(
      "add", "Other", "Role", "--database", "other.db", env: ["DEBRIEF_NOW": nil])
    #expect(other.code == 0)
    let before = try program.must("export", "--database", "other.db")
    let dry = try program.run("import", "all.json", "--dry-run", "--database", "other.db")
    #expect(dry.code == 0 && dry.err.contains("would add: 1 application"))
    #expect(try program.must("export", "--database", "other.db") == before)
  }

  @Test func whatIsDifferentStaysAsItIsHere() throws {
    try program.must("add", "Acme", "Engineer")
    let text = try program.must("export")
    let theirs = text.replacingOccurrences(of: "\"Engineer\"", with: "\"Cook\"")
    let result = try program.run("import", "-", stdin: theirs)
    #expect(result.code == 0)
    #expect(result.err.contains("different in the import; yours were kept: application"))
    #expect(try program.must("export") == text)
  }

  @Test func badDocumentsAreRefusedWithTheirPlace() throws {
    try program.must("add", "Acme", "Engineer", "--applied", "1 mar")
    let good = try program.must("export")
    for (text, place) in [
      ("", "Stdin is empty"), ("{", "line 1, column 2"), ("[]", "must be an object"),
      ("{\"version\": 9}", "version 9"), ("{\"version\": 1}", "application is missing"),
      (good.replacingOccurrences(of: "2026-03-01", with: "2026-02-31"), "event[0].on"),
      (good.replacingOccurrences(of: "\"applied\"", with: "\"\u{1b}[31m\""), "control character"),
      (good.replacingOccurrences(of: "\"applied\"", with: "\"\\u001b[31m\""), "event[0].kind"),
      (String(repeating: "[", count: 100_000), "nested too deep"),
    ] as [(String, String)] {
      let result = try program.run("import", "-", stdin: text)
      #expect(result.code == 65, "\(place)")
      #expect(result.err.contains(place), "\(result.err)")
      #expect(result.err.split(separator: "\n").count == 1)
      #expect(isHarmless(result.errorBytes))
      #expect(try program.must("export") == good)
    }
    #expect(try program.run(["import", "-"], bytes: [0x22, 0xff]).code == 65)
  }

  /// Reading is ahead of writing: what is said is nevertheless what is wrong first.
  @Test func ofSeveralFaultsTheFirstIsSaid() throws {
    try program.must("add", "Acme", "Engineer", "--applied", "1 mar")
    let good = try program.must("export")
    let refused = good.replacingOccurrences(of: "\"Acme\"", with: "\" \"")
    let unreadable = refused.replacingOccurrences(of: "2026-03-01", with: "2026-02-31")
    let newer = unreadable.replacingOccurrences(of: "\"version\": 1", with: "\"version\": 9")
    for (text, sentence) in [
      (refused, "needs a company name"), (unreadable, "needs a company name"),
      (String(refused.dropLast(20)), "needs a company name"), (newer, "version 9"),
    ] {
      let result = try program.run("import", "-", "--database", "new.db", stdin: text)
      #expect(result.code == 65 && result.err.contains(sentence), "\(result.err)")
      #expect(!FileManager.default.fileExists(atPath: program.file("new.db")))
    }
  }

  @Test func aFileWithoutEndIsNotRead() throws {
    let huge = program.file("huge.json")
    #expect(FileManager.default.createFile(atPath: huge, contents: nil))
    #expect(truncate(huge, 1 << 30) == 0)
    let result = try program.run("import", huge)
    #expect(result.code == 65 && result.err.contains("line 1, column 1"))
    #expect(try program.run("import", "/dev/zero").code == 65)
    #expect(!FileManager.default.fileExists(atPath: program.database))
  }

  @Test func aStoreThatIsNotOursIsLeftAlone() throws {
    try program.write("not a database, but long enough to be looked at", to: "other.db")
    for command in ["list", "export", "doctor"] {
      let result = try program.run(command, "--database", "other.db")
      #expect(result.code == (command == "doctor" ? 1 : 65))
    }
    #expect(program.read("other.db")?.count == 47)
  }

  @Test func aLockedStoreIsSaidToBeLocked() throws {
    try program.must("add", "Acme", "Engineer")
    // Another writer: SQLite's own lock bytes, held until the end of the test.
    let file = open(program.database, O_RDWR | O_CLOEXEC)
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    #expect(fcntl(file, F_SETLK, &lock) == 0)
    let result = try program.run("add", "Other", "Role")
    #expect(result.code == 75)
    #expect(result.err.contains("is in use by ") && result.err.contains("(process \(getpid()))"))
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
}
