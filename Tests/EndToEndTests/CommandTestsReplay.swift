import Foundation
import Testing

@Suite(.timed) struct CommandTestsReplay {
  let program = Program()

  func replay(_ script: String, _ more: String...) throws -> Program.Result {
    try program.write(script, to: "script.keys")
    let database = more.contains("--database") ? [] : ["--database", "play.db"]
    return try program.wait(program.start(["replay", "script.keys"] + database + more))
  }

  /// A script that adds an application by its form.
  let adding = """
    # an application, typed as a person would
    :expect Nothing here yet.
    a
    :type Acme Labs
    <tab>
    :type Platform engineer
    <ctrl+s>
    :expect Acme Labs
    :save-screen home

    """

  @Test func aScriptWorksOnARealStore() throws {
    let result = try replay(adding, "--save-screens", "shots")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.bytes.isEmpty && result.errorBytes.isEmpty)
    #expect(try program.must("list", "--database", "play.db").contains("Acme Labs"))
    let screen = try #require(program.read("shots/home.screen"))
    let rows = String(decoding: screen, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == 25)
    #expect(rows.contains { $0.contains("Acme Labs") })
    #expect(isHarmless(screen))
  }

  @Test func theSameScriptGivesTheSameScreens() throws {
    var screens: [[UInt8]?] = []
    for n in 0..<2 {
      let result = try replay(
        adding + ":advance 2d\n:save-screen later\n:resize 100x30\n:save-screen wide\n",
        "--save-screens", "shots\(n)", "--database", "play\(n).db")
      #expect(result.code == 0, "\(result.err)")
      screens.append(program.read("shots\(n)/home.screen"))
      screens.append(program.read("shots\(n)/later.screen"))
      screens.append(program.read("shots\(n)/wide.screen"))
    }
    #expect(screens[0] != nil && screens[0..<3] == screens[3..<6])
    let wide = String(decoding: screens[2] ?? [], as: UTF8.self)
    #expect(wide.split(separator: "\n", omittingEmptySubsequences: false).count == 31)
  }

  @Test func whatIsNotShownIsSaidToBeMissing() throws {
    let result = try replay("\n:expect no such words\n")
    #expect(result.code == 1)
    #expect(result.err.contains("script.keys: line 2: the screen doesn't show \"no such words\"."))
    #expect(result.err.contains("Nothing here yet."))
    #expect(isHarmless(result.errorBytes))
  }

  @Test func theClockGoesForward() throws {
    try program.must(
      "add", "Acme", "Engineer", "--applied", "today", "--database", "play.db")
    let result = try replay(":expect waiting\n:advance 40d\n:expect no reply, 40 days\n")
    #expect(result.code == 0, "\(result.err)")
  }

  @Test func theSampleDataIsThrownAway() throws {
    let result = try program.run(
      "replay", "-", "--demo", stdin: "?\n:expect Show me around\n<esc>\n")
    #expect(result.code == 0, "\(result.err)")
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
    #expect(left.allSatisfy { $0.hasPrefix("run-") }, "\(left)")
  }

  @Test func theProgramMayEndFirst() throws {
    #expect(try replay("Q").code == 0)
    let result = try replay("Q j k")
    #expect(result.code == 1)
    #expect(result.err.contains("2 steps of the script left"))
  }

  @Test func theEditorIsRun() throws {
    try program.write("#!/bin/sh\nprintf 'from the editor' > \"$1\"\n", to: "editor")
    #expect(chmod(program.file("editor"), 0o700) == 0)
    try program.write("c\n<ctrl+o>\n<ctrl+s>\n", to: "script.keys")
    let run = try program.start(
      ["replay", "script.keys", "--database", "play.db"], env: ["EDITOR": program.file("editor")])
    let result = try program.wait(run)
    #expect(result.code == 0, "\(result.err)")
    #expect(try program.must("export", "--database", "play.db").contains("from the editor"))
  }

  static let refused: [([String], Int32)] = [
    (["replay", "script.keys"], 64), (["replay", "script.keys", "--demo", "--database", "x"], 64),
    (["replay", "script.keys", "--database", "x.db", "--size", "80"], 64),
    (["replay", "bad.keys", "--database", "x.db"], 65),
    (["replay", "shots.keys", "--database", "x.db"], 64),
  ]

  @Test(arguments: refused) func whatCannotBePlayed(_ arguments: [String], _ code: Int32) throws {
    try program.write("j", to: "script.keys")
    try program.write("j\n<nokey>\n", to: "bad.keys")
    try program.write(":save-screen x\n", to: "shots.keys")
    let result = try program.wait(program.start(arguments))
    #expect(result.code == code, "\(result.err)")
    #expect(!FileManager.default.fileExists(atPath: program.file("x.db")))
  }
}
