import Foundation
import TUI
import TestSupport
import Testing

/// A whole debrief of each branch by keys, from an empty store to the closed debrief and back.
@Suite(.timed) struct BranchTests {
  static let branches = [
    "rejected-after-interview", "rejected-without-interview", "ghosted", "withdrew",
    "accepted-elsewhere",
  ]
  static let folder = (#filePath as NSString).deletingLastPathComponent
  let program = Program()

  /// A script as it is written, or without its checks: at other sizes sentences break elsewhere.
  func script(_ branch: String, checked: Bool) throws -> String {
    let text = try String(
      contentsOfFile: "\(Self.folder)/Scripts/\(branch).keys", encoding: .utf8)
    if checked { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(":expect") }.joined(separator: "\n")
  }

  /// Plays a script into a store of its own and gives the only application there.
  func play(_ branch: String, _ size: String) throws -> (database: String, reference: String) {
    let database = "\(size).db"
    try program.write(script(branch, checked: size == "80x24"), to: "script.keys")
    try program.must("replay", "script.keys", "--database", database, "--size", size)
    let all = try json(program.must("export", "--database", database))
    let applications = try #require(all["application"] as? [[String: Any]])
    try #require(applications.count == 1)
    return (database, try #require(applications[0]["id"] as? String))
  }

  @Test(arguments: branches) func theWholeDebriefByKeys(_ branch: String) throws {
    let (database, reference) = try play(branch, "80x24")
    let page = try program.must("report", reference, "--database", database)
    try Recorded.expect(page, "Scripts/\(branch).page.txt")
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 66)
    #expect(lines.allSatisfy { TextWidth.columns(String($0)) <= 80 })

    let shown = try json(program.must("show", reference, "--json", "--database", database))
    let debrief = try #require((shown["debrief"] as? [[String: Any]])?.first)
    #expect(debrief["branch"] as? String == branch)
    let total = try #require(debrief["total"] as? Int)
    #expect(debrief["done"] as? Int == total)
    let minutes = try self.minutes(debrief)
    #expect((10...20).contains(minutes), "\(minutes) minutes")
    try expectRow(branch, wanted: total, minutes: minutes)
    #expect(
      try program.must("doctor", "--database", database).contains("Everything looks good."))
  }

  @Test(arguments: branches, ["120x40", "30x8"])
  func theKeysWorkAtAnySize(_ branch: String, _ size: String) throws {
    let (database, reference) = try play(branch, size)
    let page = try program.must("report", reference, "--database", database)
    let golden = try String(
      contentsOfFile: "\(Self.folder)/Scripts/\(branch).page.txt", encoding: .utf8)
    #expect(page == golden)
  }

  @Test(arguments: branches) func allOfItCanBeTakenBack(_ branch: String) throws {
    let (database, _) = try play(branch, "80x24")
    let before = try program.run("export", "--database", database).bytes
    let undone = try repeated("undo", database)
    #expect(undone > 10)
    let empty = try json(program.must("export", "--database", database))
    for (noun, rows) in empty where noun != "version" {
      #expect((rows as? [Any])?.isEmpty == true, "\(noun)")
    }
    #expect(try repeated("redo", database) == undone)
    #expect(try program.run("export", "--database", database).bytes == before)
  }

  /// Runs a command until it says that there is nothing left, and counts.
  private func repeated(_ command: String, _ database: String) throws -> Int {
    for count in 0..<1000 {
      let result = try program.run(command, "--database", database)
      guard result.code != 0 else { continue }
      #expect(result.err.contains("There's nothing to"))
      return count
    }
    Issue.record("\(command) has no end")
    return 0
  }

  /// From the beginning of the debrief to its close, in whole minutes.
  private func minutes(_ debrief: [String: Any]) throws -> Int {
    let format = ISO8601DateFormatter()
    let closed = try #require(debrief["closed"] as? String, "not closed")
    let started = try #require(debrief["started"] as? String)
    let end = try #require(format.date(from: closed))
    let start = try #require(format.date(from: started))
    return Int(end.timeIntervalSince(start)) / 60
  }

  /// The row of the branch stands in the table of Tests/README.md as the script has it now.
  private func expectRow(_ branch: String, wanted: Int, minutes: Int) throws {
    let text = try script(branch, checked: false)
    func events(_ text: String) throws -> Int {
      try KeyScript(parsing: text).steps.count { if case .event = $0 { true } else { false } }
    }
    let keys = text.split(separator: "\n").filter { !$0.hasPrefix(":type") }
    let all = try events(text)
    let commands = try events(keys.joined(separator: "\n"))
    // The longest branch, and the others, after adding the application and its outcome.
    #expect(commands <= (branch == "rejected-after-interview" ? 90 : 60))
    let row = "| `\(branch)` | \(wanted) | \(commands) | \(all - commands) | \(minutes) |"
    let readme = try String(
      contentsOfFile: (Self.folder as NSString).deletingLastPathComponent + "/README.md",
      encoding: .utf8)
    #expect(readme.contains(row), "Tests/README.md should have \(row)")
  }
}
