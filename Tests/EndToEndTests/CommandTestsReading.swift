import DebriefStore
import Foundation
import Testing

@Suite(.timed) struct CommandTestsReading {
  let program = Program()

  func sample() throws {
    try program.must("add", "Acme", "Site reliability engineer", "--interview", "9 mar 14:30")
    try program.bringIn(
      company: "Kestrel \u{1b}[31m", role: "Staff\nengineer", "--applied", "1 feb")
    try program.must("outcome", "acme", "rejected", "--words", "no | *thanks*")
    try program.must("quick", "could not name failure modes", "--weakness", "--application", "acme")
    try program.must("feedback", "acme", "# Strong field", "--from", "Ines Kahl")
  }

  @Test func askingLeavesNoFileBehind() throws {
    #expect(try program.run("list").code == 0)
    #expect(
      try program.must("list", "--json") == "{\n  \"applications\": [],\n  \"version\": 1\n}\n")
    #expect(try program.must("search", "word") == "")
    #expect(try program.run("show", "acme").code == 66)
    #expect(try program.must("export").contains("\"application\": []"))
    #expect(!FileManager.default.fileExists(atPath: program.file("data")))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
    #expect(left.allSatisfy { $0.hasPrefix("run-") }, "\(left)")
  }

  @Test func theListIsDataOnly() throws {
    try sample()
    let lines = try program.run("list").lines
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 100 })
    let acme = try #require(lines.first { $0.contains("Acme") })
    #expect(acme.contains("Site reliability") && acme.hasSuffix("rejected today  ·"))
    #expect(lines.contains { $0.contains("Kestrel ␛[31m") && $0.contains("Staff engineer") })
    let document = try json(try program.must("--database", program.database, "list", "--json"))
    let rows = try #require(document["applications"] as? [[String: Any]])
    #expect(rows.count == 2)
    let all = rows.compactMap { $0["status"] as? [String: Any] }
    let silent = try #require(all.first { $0["outcome"] as? String == "silent" })
    #expect(silent["confirmed"] as? Bool == false)
    #expect(silent["days"] as? Int == 47)
  }

  @Test func theAgendaListsWhatIsDue() throws {
    #expect(try program.must("agenda", "--json") == "{\n  \"agenda\": [],\n  \"version\": 1\n}\n")
    #expect(try program.must("agenda") == "")
    try sample()
    try program.must("quick", "loose thought")
    let lines = try program.run("agenda").lines
    #expect(lines.first?.contains("1 note to file") == true)
    #expect(lines.contains { $0.contains("no reply for 47 days: count it as a no?") })
    let document = try json(try program.must("agenda", "--json"))
    let rows = try #require(document["agenda"] as? [[String: Any]])
    let kinds = rows.compactMap { $0["kind"] as? String }
    #expect(kinds.prefix(2) == ["sort", "silence"])
    #expect(kinds.dropFirst(2).allSatisfy { $0 == "after-no" })
    let key = try #require(rows[1]["key"] as? String)
    #expect(key == "silence/\(try #require(rows[1]["application"] as? String))")
    let refused = try program.run("agenda", "--ics", "--json")
    #expect(refused.code == 64 && refused.err.contains(", not both"))
    let calendar = try program.must("agenda", "--ics")
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
    #expect(calendar.contains("\r\nUID:\(key.replacingOccurrences(of: "/", with: "."))@"))
    #expect(!calendar.contains("\u{1b}") && !calendar.contains("note to file"))
  }

  /// A library that is no library: the loader says so, as it does when there is none.
  @Test func withoutLibicalOneSentenceSaysWhatIsMissing() throws {
    try sample()
    try FileManager.default.createDirectory(
      atPath: program.file("lib"), withIntermediateDirectories: false)
    try program.write("no library\n", to: "lib/libical.so.3")
    let without = try program.run(
      "agenda", "--ics", env: ["LD_LIBRARY_PATH": program.file("lib")])
    #expect(without.code == 1 && without.out.isEmpty)
    #expect(without.err.contains("install libical3"), "\(without.err)")
    #expect(without.err.split(separator: "\n").count == 1)
    #expect(
      try program.run("agenda", env: ["LD_LIBRARY_PATH": program.file("lib")]).code == 0)
    // Nothing else waits for it: the program starts without.
    let home = try PrivateHome()
    home.environment["LD_TRACE_LOADED_OBJECTS"] = "1"
    let libraries = try home.run([]).out
    #expect(libraries.contains("libncursesw") && !libraries.contains("libical"))
  }

  @Test func aLongListComesWhole() throws {
    var archive =
      "{\"version\": 1, \"person\": [], \"interview\": [], \"event\": [], \"turn\": [], "
    archive += "\"finding\": [], \"feedback\": [], \"debrief\": [], \"response\": [], "
    archive += "\"improvement\": [], \"letter\": [], \"forecast\": [], \"note\": [], "
    archive += "\"application\": ["
    archive += (0..<1000).map { n in
      "{\"id\": \"app\(n)\", \"company\": \"C\(n)\", \"role\": \"R\", \"channelAsked\": \"\", "
        + "\"channelUsed\": \"\", \"link\": \"\", \"payAsked\": \"\", \"payOffered\": \"\", "
        + "\"resume\": \"\", \"notes\": \"\", \"created\": \"2026-03-01T10:00:00Z\"}"
    }.joined(separator: ",")
    try program.must("import", "-", stdin: archive + "]}")
    #expect(Set(try program.run("list").lines).count == 1000)
    let document = try json(try program.must("list", "--json"))
    #expect((document["applications"] as? [Any])?.count == 1000)
  }

  @Test func searchNamesThePlaces() throws {
    try sample()
    let line = try program.must("search", "fail", "mod")
    #expect(line.contains("strength or weakness") && line.contains("could not name failure modes"))
    #expect(!line.contains("\u{e000}"))
    let document = try json(try program.must("search", "strong", "--json"))
    let hit = try #require((document["hits"] as? [[String: Any]])?.first)
    #expect(hit["kind"] as? String == "feedback")
    #expect(hit["matches"] as? [String] == ["Strong"])
    #expect(document["words"] as? String == "strong")
    // A match beside the end of a line stays a word of its own.
    try program.must("quick", "first line\nzebra\nthird line")
    #expect(try program.must("search", "zebra").contains("first line zebra third line"))
    #expect(try program.run("search", "nothinglikethis").code == 0)
    #expect(try program.run("search", "\"'*(AND)").code == 0)
  }

  @Test func showHasEverySection() throws {
    try sample()
    let text = try program.must("show", "acme")
    for part in [
      "Acme · Site reliability engineer", "Rounds", "Timeline", "no | *thanks*",
      "What didn't go well",
      "could not name failure modes", "Feedback", "# Strong field", "reference:",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func aReferenceIsAnIdItsBeginningOrACompany() throws {
    let id = try program.must("add", "Acme", "Engineer").dropLast()
    try program.must("add", "Acme Labs", "Engineer")
    for reference in [String(id), String(id.prefix(6)), "acme", "Acme Labs", "acme l"] {
      #expect(try program.run("show", reference).code == 0, "\(reference)")
    }
    #expect(try program.run("show", "ac").code == 65)
  }

  @Test func theReportInItsForms() throws {
    try sample()
    let text = try program.run("report", "acme").lines
    #expect(text.count <= 66 && text.allSatisfy { $0.count <= 80 })
    #expect(text[0].hasPrefix("Acme · Site reliability engineer"))
    let ascii = try program.run("report", "acme", "--ascii")
    #expect(ascii.bytes.allSatisfy { $0 < 0x7f })
    let markdown = try program.must("report", "acme", "--format", "markdown")
    #expect(markdown.hasPrefix("# Acme · Site reliability engineer\n"))
    #expect(markdown.contains("> \\# Strong field"))
    #expect(markdown.contains("no \\| \\*thanks\\*"))
    let html = try program.must("report", "acme", "--format", "html")
    #expect(html.hasPrefix("<!DOCTYPE html>\n") && html.contains("no | *thanks*"))
    let pdf = try program.run("report", "acme", "--format", "pdf")
    #expect(pdf.code == 0 && pdf.bytes.starts(with: "%PDF-".utf8), "\(pdf.err)")
  }

  @Test func filesAreWrittenWholeAndPrivate() throws {
    try sample()
    let page = try program.must("report", "acme")
    try program.must("report", "acme", "-o", "page.txt")
    #expect(program.read("page.txt") == Array(page.utf8))
    #expect(program.mode(program.file("page.txt")) == 0o600)
    try program.must("report", "acme", "--ascii", "-o", program.file("page.txt"))
    #expect(program.read("page.txt") != Array(page.utf8))
    #expect(try program.must("report", "acme", "-o", "-") == page)
    #expect(try program.must("report", "acme", "-o", "/dev/stdout") == page)
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
    #expect(!left.contains { $0.hasPrefix(".") }, "\(left)")
    for target in [program.home, "nowhere/page.txt", "data/"] {
      let result = try program.run("report", "acme", "-o", target)
      #expect(result.code == 74, "\(target): \(result.err)")
      #expect(result.err.contains("couldn't be written"))
    }
    #expect(try program.run("export", "-o", program.database).code == 64)
    #expect(try program.run("doctor", "--json").out.contains("\"schema\": \(Store.knownSchema)"))
  }

  @Test func aLinkIsFollowedAndKept() throws {
    try sample()
    try program.write("old", to: "real.txt")
    try FileManager.default.createSymbolicLink(
      atPath: program.file("link.txt"), withDestinationPath: "real.txt")
    try program.must("report", "acme", "-o", "link.txt")
    #expect(program.read("real.txt") == Array(try program.must("report", "acme").utf8))
    let kept = try FileManager.default.destinationOfSymbolicLink(atPath: program.file("link.txt"))
    #expect(kept == "real.txt")
  }

  @Test func keysAreTheTable() throws {
    let document = try json(try program.must("keys", "--format", "json"))
    let commands = try #require(document["commands"] as? [[String: Any]])
    #expect(commands.contains { $0["action"] as? String == "finding.heavier" })
    let text = try program.must("keys")
    let markdown = try program.must("keys", "--format", "markdown")
    for command in commands {
      let title = try #require(command["title"] as? String)
      #expect(text.contains(title))
      #expect(markdown.contains(title), "\(title)")
    }
    #expect(markdown.contains("### Strengths and weaknesses\n\n| Keys | What they do |\n"))
  }

  @Test func theDoctorSaysWhatIsWrong() throws {
    let first = try json(try program.run("doctor", "--json").out)
    #expect((first["database"] as? [String: Any])?["exists"] as? Bool == false)
    #expect(!FileManager.default.fileExists(atPath: program.database))
    try sample()
    func own() throws -> [String] {
      let result = try program.run("doctor", "--json")
      let document = try json(result.out)
      let problems = try #require(document["problems"] as? [String])
      #expect(result.code == (problems.isEmpty ? 0 : 1))
      return problems
    }
    #expect(try own() == [])
    #expect(chmod(program.database, 0o644) == 0)
    #expect(try own().count == 1)
    #expect(chmod(program.database, 0o600) == 0)
    let file = try #require(FileHandle(forUpdatingAtPath: program.database))
    try file.seek(toOffset: 8192)
    try file.write(contentsOf: Data(repeating: 0xa5, count: 8192))
    try file.close()
    let text = try program.run("doctor")
    #expect(text.code == 1)
    #expect(text.out.contains("Problems:\n- "))
  }

  @Test func theDoctorBuildsAnewWhatItFindsWrong() throws {
    #expect(try program.run("doctor", "--rebuild", "--database", "none.db").code == 66)
    try sample()
    let before = try program.must("export")
    let sql = Process()
    sql.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    sql.arguments = [
      "python3", "-c",
      "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('DROP INDEX shelf_order'); "
        + "db.execute('UPDATE tally SET count = 77'); db.commit()", program.database,
    ]
    try sql.run()
    sql.waitUntilExit()
    #expect(sql.terminationStatus == 0)
    let sick = try program.run("doctor")
    #expect(sick.code == 1 && sick.out.contains("debrief doctor --rebuild fixes it"))
    let mended = try program.run("doctor", "--rebuild")
    #expect(mended.code == 0 && mended.out.contains("Everything looks good."))
    #expect(mended.err.contains("was missing and has been recreated: index shelf_order"))
    #expect(mended.err.contains("what you wrote wasn't touched"))
    #expect(try program.must("export") == before)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func aBackupIsAStoreOfItsOwn() throws {
    try sample()
    try program.must("backup", "copy.db")
    #expect(program.mode(program.file("copy.db")) == 0o600)
    #expect(
      try program.must("export", "--database", "copy.db") == (try program.must("export")))
    let again = try program.run("backup", "copy.db")
    #expect(again.code == 65 && again.err.contains("already exists"))
  }
}
