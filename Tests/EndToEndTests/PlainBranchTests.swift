import Foundation
import TestSupport
import Testing

/// The debrief of each branch as lines in plain mode: what is stored is what the keys of the screen store.
@Suite(.timed) struct PlainBranchTests {
  let program = Program()

  private func script(_ branch: String, _ kind: String) throws -> String {
    try String(contentsOfFile: "\(BranchTests.folder)/Scripts/\(branch).\(kind)", encoding: .utf8)
  }

  /// What was said while a script of lines was played.
  private func played(_ branch: String, into database: String) throws -> String {
    try program.write(script(branch, "plain"), to: "script.plain")
    return try program.must("replay", "--lines", "script.plain", "--database", database)
  }

  @Test(arguments: BranchTests.branches) func givesTheSameExport(_ branch: String) throws {
    _ = try played(branch, into: "plain.db")
    try program.write(script(branch, "keys"), to: "script.keys")
    try program.must("replay", "script.keys", "--database", "keys.db")
    let plain = try program.must("export", "--database", "plain.db")
    let keys = try program.must("export", "--database", "keys.db")
    #expect(plain == keys)
    #expect(plain.contains("\"closed\""))
  }

  /// A letter, drafted, edited, sent, and answered.
  @Test func aLetterIsTheSameToo() throws {
    _ = try played("letter", into: "plain.db")
    try program.write(script("letter", "keys"), to: "script.keys")
    try program.must("replay", "script.keys", "--database", "keys.db")
    let plain = try program.must("export", "--database", "plain.db")
    #expect(try plain == program.must("export", "--database", "keys.db"))
    #expect(plain.contains("\"state\": \"answered\"") && plain.contains("Thank you, Ines"))
    let result = try program.run("--plain", "--database", "pipe.db", stdin: typed("letter"))
    #expect(result.code == 0 && result.errorBytes.isEmpty, "\(result.err)")
    #expect(isHarmless(result.bytes))
    try Recorded.expect(result.out, "Scripts/letter.plain.txt")
  }

  /// The lines of a script without the directives of a replay.
  private func typed(_ branch: String) throws -> String {
    try script(branch, "plain").split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") && !$0.hasPrefix(":") }.joined(separator: "\n")
  }

  /// A whole debrief through a pipe, as it stands in a log.
  @Test(arguments: BranchTests.branches) func aWholeDebriefThroughAPipe(_ branch: String) throws {
    let result = try program.run("--plain", "--database", "pipe.db", stdin: typed(branch))
    #expect(result.code == 0, "\(result.err)")
    #expect(result.errorBytes.isEmpty)
    #expect(isHarmless(result.bytes))
    // Nothing that is only for the eye.
    let drawn = "─│╭╮╰╯┌┐└┘▸▌●◐○✓✗★█░▒▾↑↓·"
    let rows = result.out.split(separator: "\n").filter { row in row.contains { drawn.contains($0) }
    }
    #expect(rows.isEmpty, "\(rows.prefix(5))")
    #expect(result.out.contains("You finished the debrief."))
    #expect(result.lines.last == "Everything is saved.")
    try Recorded.expect(result.out, "Scripts/\(branch).plain.txt")
  }

  /// Cut off after any line, everything that was answered before is there.
  @Test func keepsWhatWasAnsweredWhenTheInputEnds() throws {
    let lines = try typed("withdrew").split(separator: "\n", omittingEmptySubsequences: false)
    var answered = 0
    for count in stride(from: 6, to: lines.count - 2, by: 3) {
      let name = "cut\(count).db"
      let result = try program.run(
        "--plain", "--database", name, stdin: lines.prefix(count).joined(separator: "\n") + "\n")
      #expect(result.code == 0, "\(result.err)")
      // Half of an entry is a draft, and is called one.
      #expect(
        result.out.contains("That's the end of the input. Everything is saved.")
          || result.out.contains("That's the end of the input. What you were typing is kept"))
      let all = try json(program.must("export", "--database", name))
      let now = (all["response"] as? [Any])?.count ?? 0
      #expect(now >= answered)
      answered = max(answered, now)
      #expect(try program.must("doctor", "--database", name).contains("Everything looks good."))
    }
    #expect(answered > 3)
  }
}
