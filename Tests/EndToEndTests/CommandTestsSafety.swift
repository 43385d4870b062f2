import Foundation
import Testing

@Suite(.timed) struct CommandTestsSafety {
  let program = Program()

  @Test func bareWithoutATerminalIsOneSentence() throws {
    for env in [[:], ["TERM": "dumb"], ["TERM": nil]] as [[String: String?]] {
      let result = try program.run(env: env)
      #expect(result.code == 1)
      #expect(result.bytes.isEmpty)
      #expect(!result.errorBytes.contains(0x1b))
      #expect(result.err.split(separator: "\n").count == 1)
      #expect(result.err.contains("debrief list"))
    }
    #expect(!FileManager.default.fileExists(atPath: program.database))
  }

  @Test func nothingOfTheUsersReachesTheTerminalRaw() throws {
    let id = try program.bringIn(company: hostile, role: hostile)
    try program.must("outcome", id, "rejected", "--words", hostile)
    try program.must("quick", hostile, "--strength", "--application", id)
    try program.must("feedback", id, hostile, "--from", hostile)
    for arguments in [
      ["list"], ["list", "--json"], ["show", id], ["show", id, "--json"], ["search", "red"],
      ["search", "red", "--json"], ["report", id], ["report", id, "--ascii"],
      ["report", id, "--format", "markdown"], ["export"], ["undo"], ["redo"], ["doctor"],
      ["show", hostile], ["outcome", id, hostile], [hostile], ["import", hostile],
      ["add", "x", "y", "--applied", hostile], ["list", "--database", hostile],
      ["replay", hostile, "--demo"], ["report", id, "-o", "/" + hostile],
      ["quick", "x", "--application", hostile], ["backup", "/nowhere/" + hostile],
    ] {
      let result = try program.wait(program.start(arguments))
      #expect(isHarmless(result.bytes), "\(arguments)")
      #expect(isHarmless(result.errorBytes), "\(arguments): \(result.err.debugDescription)")
    }
    let page = try program.must("report", id, "-o", "page.md", "--format", "markdown")
    #expect(page.isEmpty)
    #expect(isHarmless(program.read("page.md") ?? [0]))
  }

  @Test func argumentsThatAreNoTextAreRefused() throws {
    // Swift strings cannot hold it, so the shell makes the byte.
    let script = "exec \"$0\" quick \"$(printf 'a\\377b')\""
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, Program.path]
    process.environment = ["HOME": program.home, "SWIFT_BACKTRACE": "enable=no"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
  }

  @Test func outputThatCannotBeWrittenIsSaid() throws {
    try program.must("add", "Acme", "Engineer")
    for command in [["list"], ["export"], ["show", "acme"], ["keys"], ["undo"]] {
      let result = try program.wait(program.start(command, out: "/dev/full"))
      #expect(result.code == 74, "\(command)")
      #expect(result.err.contains("The output couldn't be written"))
    }
  }

  /// Words that could not be printed leave open whether the change was made: that is said.
  @Test func whatWasChangedAllTheSameIsSaid() throws {
    try program.must("add", "Acme", "Engineer", "--applied", "yesterday")
    let said = "But your notes were changed as you asked, so don't run the command again."
    for (command, isChange) in [
      (["add", "Newco", "Cook"], true), (["undo"], true), (["redo"], true),
      (["correct", "acme", "applied", "--on", "2 days ago", "--json"], true), (["list"], false),
      (["undo", "--list"], false),
    ] {
      let result = try program.wait(program.start(command, out: "/dev/full"))
      #expect(result.err.contains(said) == isChange, "\(command): \(result.err)")
    }
    #expect(try program.must("list").split(separator: "\n").count == 2)
  }

  /// A reader that goes away ends the program without a word.
  @Test(arguments: ["", "trap '' PIPE; "]) func aBrokenPipeIsQuiet(_ trap: String) throws {
    try program.must("add", "Acme", "Engineer")
    try program.write(
      "\(trap){ \(Program.path) export; echo $? > code; } 2> err | exec true\n", to: "pipe.sh")
    // The pipe must be broken before it is written: a fifo without a reader left.
    try program.write(
      """
      mkfifo p
      \(trap)exec 3<>p 4>p
      exec 3<&-
      \(Program.path) export >&4 2> err
      echo $? > code

      """, to: "pipe.sh")
    try shell("pipe.sh")
    #expect(program.read("code").map { String(decoding: $0, as: UTF8.self) } == "141\n")
    #expect(program.read("err")?.isEmpty == true)
  }

  /// Runs a script of the shell in the folder of the program, until it ends.
  private func shell(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [script]
    process.currentDirectoryURL = URL(fileURLWithPath: program.home)
    process.environment = [
      "HOME": program.home, "XDG_DATA_HOME": program.home + "/data", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8",
    ]
    try process.run()
    process.waitUntilExit()
  }

  /// A command that runs into a bug of its own says what to do, and ends with that signal.
  @Test(arguments: [("ILL", 132), ("TRAP", 133), ("SEGV", 139), ("ABRT", 134)])
  func aCrashOfACommandSaysWhatToDo(_ name: String, _ status: Int) throws {
    // Somebody reads the fifo once the program is on its way.
    try program.write(
      """
      mkfifo p
      \(Program.path) letter --lint p > out 2> err &
      exec 3>p
      kill -\(name) $!
      wait $!
      echo $? > code

      """, to: "crash.sh")
    try shell("crash.sh")
    #expect(program.read("code").map { String(decoding: $0, as: UTF8.self) } == "\(status)\n")
    #expect(
      program.read("err").map { String(decoding: $0, as: UTF8.self) } == """
        debrief: it stopped because of a bug (SIG\(name)). Everything saved is safe.
        debrief: `debrief undo --list` shows whether your last change was made.
        debrief: `debrief doctor` checks your notes.

        """)
    #expect(program.read("out")?.isEmpty == true)
  }

  @Test func aClosedOutputNeverTouchesTheStore() throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" add Other Role <&- >&- 2>&-", Program.path]
    process.environment = [
      "HOME": program.home, "XDG_DATA_HOME": program.home + "/data",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(try program.must("undo") == "undone: Other added\n")
    #expect(try program.must("export") == before)
  }

  @Test func helpAndVersionGoToStdout() throws {
    for arguments in [["--help"], ["help"], ["list", "--help"], ["--version"]] {
      let result = try program.wait(program.start(arguments))
      #expect(result.code == 0 && !result.bytes.isEmpty && result.errorBytes.isEmpty)
    }
    let help = try program.must("--help")
    for command in [
      "add", "quick", "outcome", "feedback", "list", "show", "search", "report", "export",
      "import", "undo", "redo", "backup", "doctor", "keys", "replay",
    ] {
      #expect(help.contains("  \(command) "), "\(command)")
    }
  }

  @Test func aClockThatIsNoTimeIsRefused() throws {
    let result = try program.run("list", env: ["DEBRIEF_NOW": "soon"])
    #expect(result.code == 64)
    #expect(result.err.contains("DEBRIEF_NOW is \"soon\""))
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
}
