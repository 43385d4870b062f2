import Foundation
import Testing

/// `--demo`: the sample data is looked at, thrown away, and never mixed with real notes.
@Suite(.timed) struct SampleCommandTests {
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
}
