import DebriefModel
import Foundation
import Glibc
import TestSupport
import Testing

/// What is too long, and what takes too long: said in a sentence, and nothing is left behind.
@Suite(.timed) struct LimitTests {
  let program = Program()

  private func document(_ length: Int) throws -> String {
    try program.must("add", "Acme", "Engineer")
    var archive = try json(try program.must("export"))
    try program.must("undo")
    var rows = try #require(archive["application"] as? [[String: Any]])
    rows[0]["notes"] = String(repeating: "x", count: length)
    archive["application"] = rows
    return String(decoding: try JSONSerialization.data(withJSONObject: archive), as: UTF8.self)
  }

  @Test func aTextOfAMegabyteIsBroughtInAndALongerOneIsNot() throws {
    let longest = try document(TextLimit.bytes)
    try program.must("import", "-", "--database", "whole.db", stdin: longest)
    #expect(try program.must("export", "--database", "whole.db").utf8.count > TextLimit.bytes)
    let over = try document(TextLimit.bytes + 1)
    for arguments in [["--dry-run"], []] {
      let refused = try program.wait(
        program.start(
          ["import", "-", "--database", "new.db"] + arguments, stdin: Array(over.utf8)))
      #expect(refused.code == (arguments.isEmpty ? 65 : 66) || refused.code == 65, "\(refused.err)")
      if arguments.isEmpty {
        #expect(refused.err.contains("its notes is longer than 1 MB, so nothing was imported."))
      }
    }
    // Nothing of it is left.
    #expect(!FileManager.default.fileExists(atPath: program.file("new.db")))
  }

  @Test func aTextThatIsTooLongIsNotSaved() throws {
    try program.must("add", "Acme", "Engineer")
    let text = String(repeating: "x", count: TextLimit.bytes)
    #expect(try program.run("quick", "-", stdin: text).code == 0)
    #expect(try program.run("quick", "-", stdin: text + "x").code != 0)
    let notes = try #require(try json(try program.must("export"))["note"] as? [[String: Any]])
    #expect(notes.count == 1)
  }

  /// Ctrl-C at any moment of an import: as if it had never been begun.
  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func anImportThatIsStoppedLeavesNothing(_ signal: Int32, _ code: Int32) throws {
    var archive = try json(try program.must("export", "--demo"))
    let rows = try #require(archive["application"] as? [[String: Any]])
    for name in archive.keys where name != "version" { archive[name] = [Any]() }
    var many: [[String: Any]] = []
    for number in 0..<4_000 {
      var row = rows[0]
      row["id"] = "zz" + String(number)
      row["notes"] = String(repeating: "word\(number) and more ", count: 40)
      many.append(row)
    }
    archive["application"] = many
    let data = try JSONSerialization.data(withJSONObject: archive)
    try data.write(to: URL(fileURLWithPath: program.file("many.json")))
    var stopped = 0
    // Sooner and later, in the middle of the rows and of the search.
    for delay in [20, 60, 120, 250, 400, 800, 1_600] as [useconds_t] {
      let database = program.file("run.db")
      let started = try program.start(["import", "many.json", "--database", "run.db"])
      usleep(delay * 1_000)
      kill(started.child, signal)
      let result = try program.wait(started)
      if result.code == code || result.code == 128 + signal {
        stopped += 1
        #expect(
          !FileManager.default.fileExists(atPath: database), "after \(delay) ms: \(result.err)")
      } else {
        #expect(result.code == 0, "\(result.err)")
      }
      for name in ["", "-journal"] { unlink(database + name) }
    }
    #expect(stopped > 0)
    // Where there are notes already, they are as they were.
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    let started = try program.start(["import", "many.json"])
    usleep(300_000)
    kill(started.child, signal)
    let result = try program.wait(started)
    if result.code != 0 { #expect(try program.must("export") == before) }
    #expect(try program.must("doctor").contains("Everything looks good."))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: (program.database as NSString).deletingLastPathComponent)
    #expect(Set(names) == ["debrief.db", "debrief.db-journal"])
  }
}
