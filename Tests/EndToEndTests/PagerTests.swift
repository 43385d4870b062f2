import DebriefModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import debrief

/// What's longer than the screen goes through the user's pager, and nothing else does.
@Suite(.timed) struct PagerTests {
  // MARK: - Which one

  @Test func theEnvironmentAndTheSettingsNameIt() {
    func pager(_ named: String?, _ setting: Settings.Pager = .environment) -> [String]? {
      var settings = Settings()
      settings.pager = setting
      return Pager(environment: named.map { ["PAGER": $0] } ?? [:], settings: settings)?.command
    }
    #expect(pager(nil) == ["less"])
    #expect(pager("more") == ["more"])
    #expect(pager("less -S '+/two words'") == ["less", "-S", "+/two words"])
    // Nothing of it is evaluated.
    #expect(pager("less $HOME; rm *") == ["less", "$HOME;", "rm", "*"])
    for none in ["", "  ", "cat", " cat ", "''"] { #expect(pager(none) == nil, "\(none)") }
    #expect(pager("cat -n") == ["cat", "-n"])
    #expect(pager("more", .off) == nil)
    #expect(pager("more", .command("less -S")) == ["less", "-S"])
    #expect(pager("", .command("less")) == ["less"])
    #expect(pager("more", .command("cat")) == nil)
  }

  @Test func rowsAreCountedAsATerminalWrapsThem() {
    func isLonger(_ text: String, _ rows: Int, _ columns: Int) -> Bool {
      HeldOutput.needsMore(than: rows, columns: columns, Array(text.utf8))
    }
    #expect(!isLonger("", 0, 80))
    #expect(!isLonger("one\ntwo\n", 2, 80) && isLonger("one\ntwo\n", 1, 80))
    #expect(!isLonger("one\ntwo", 2, 80) && isLonger("one\ntwo", 1, 80))
    #expect(!isLonger("\n\n", 2, 80) && isLonger("\n\n\n", 2, 80))
    #expect(!isLonger("abcd\n", 1, 4) && isLonger("abcde\n", 1, 4) && !isLonger("abcde\n", 2, 4))
    // Two columns each, and one where a character has two bytes.
    #expect(!isLonger("漢字\n", 1, 4) && isLonger("漢字漢\n", 1, 4))
    #expect(!isLonger("éééé\n", 1, 4) && isLonger("ééééé\n", 1, 4))
  }

  @Test func whatIsHeldIsCountedAndHasALimit() throws {
    let held = try #require(HeldOutput())
    #expect(!held.takes("a complaint before the output\n"))
    #expect(held.add("some words\n"))
    #expect(!held.add([UInt8](repeating: 0x20, count: HeldOutput.most)))
    #expect(held.add("more\n"))
  }

  // MARK: - On a terminal

  /// A home whose pager keeps what it was given and says so.
  private func home(
    _ pager: String = "echo \"$#/$1\" > \"$HOME/log\"; cat > \"$HOME/text\"; echo paged"
  ) throws -> PrivateHome {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["PAGER"] = try home.file("pager.sh", "#!/bin/sh\n\(pager)\n")
    return home
  }

  private func sent(_ run: TerminalRun) -> String {
    String(decoding: run.sent.filter { $0 != 0x0d }, as: UTF8.self)
  }

  private func text(_ home: PrivateHome, _ name: String = "text") -> String? {
    try? String(contentsOfFile: "\(home.folder)/\(name)", encoding: .utf8)
  }

  @Test(arguments: [
    ["keys"], ["keys", "--format", "json"], ["--help"], ["help", "letter"],
    ["--demo", "show", "nordlicht"], ["show", "nordlicht", "--json", "--demo"],
  ]) func longOutputIsPaged(_ arguments: [String]) throws {
    let home = try home()
    let printed = try home.run(arguments)
    try #require(printed.status == 0)
    home.environment["PAGER"]? += " 'two words'"
    let run = try home.open(arguments)
    #expect(try run.end() == .exited(0))
    #expect(sent(run) == "paged\n")
    #expect(text(home, "log") == "1/two words\n")
    #expect(text(home)?.split(separator: "\n").first == printed.out.split(separator: "\n").first)
    #expect(run.damage == [])
  }

  @Test func nothingOfItIsLost() throws {
    let home = try home()
    let printed = try home.run(["keys"])
    let run = try home.open(["keys"])
    #expect(try run.end() == .exited(0))
    #expect(text(home) == printed.out)
  }

  @Test func shortOutputIsPrinted() throws {
    let home = try home()
    try home.addRefused()
    let run = try home.open(["list"])
    #expect(try run.end() == .exited(0))
    #expect(sent(run).contains("Nordlicht") && text(home, "log") == nil)
    // Its heading, its row, and the shell's row: just enough.
    let enough = try home.open(["list"], rows: 3)
    #expect(try enough.end() == .exited(0))
    #expect(text(home, "log") == nil)
    let small = try home.open(["list"], rows: 2)
    #expect(try small.end() == .exited(0))
    #expect(text(home)?.contains("Nordlicht") == true)
  }

  @Test(
    arguments: [
      (["--no-pager"], [:], ""), ([], ["PAGER": "cat"], ""), ([], ["PAGER": ""], ""),
      ([], ["TERM": "dumb"], ""), ([], ["TERM": "no-such-terminal"], ""),
      ([], ["ACCESSIBLE": "1"], ""), ([], [:], "plain = true\n"), ([], [:], "pager = false\n"),
      ([], [:], "pager = \"\"\n"), ([], ["PAGER": "/nowhere/less -S"], ""),
      ([], ["PAGER": "/tmp"], ""), ([], [:], "pager = \"no-such-pager-anywhere\"\n"),
    ] as [([String], [String: String], String)]) func otherwiseItIsPrinted(
      _ arguments: [String], _ variables: [String: String], _ settings: String
    ) throws
  {
    let home = try home()
    if !settings.isEmpty {
      try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
      _ = try home.file("config/debrief/config.toml", settings, mode: 0o600)
    }
    for (name, value) in variables { home.environment[name] = value }
    let printed = try home.run(["keys"] + arguments).out
    for command in [["keys"] + arguments, arguments + ["keys"]] {
      let run = try home.open(command)
      #expect(try run.end() == .exited(0))
      #expect(sent(run) == printed)
      #expect(text(home, "log") == nil && run.damage == [])
    }
    let help = try home.open(["help", "letter"] + arguments)
    #expect(try help.end() == .exited(0))
    #expect(sent(help).contains("--lint") && text(home, "log") == nil)
  }

  @Test func aPipeAndAFileGetIt() throws {
    let home = try home()
    #expect(try home.run(["keys"]).out.split(separator: "\n").count > 100)
    let run = try home.open(["keys", "--format", "json"], columns: 80, rows: 24)
    try run.end()
    // That was a terminal; the one without left nothing.
    #expect(text(home, "log") != nil)
    unlink(home.folder + "/log")
    let piped = try home.open(["-c", "'\(PrivateHome.binary)' keys | wc -l"], binary: "/bin/sh")
    #expect(try piped.end() == .exited(0))
    #expect(text(home, "log") == nil)
  }

  @Test func theSettingGoesBeforeTheEnvironment() throws {
    let home = try home()
    let own = try home.file("own.sh", "#!/bin/sh\ncat > \"$HOME/own\"\n")
    try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
    _ = try home.file("config/debrief/config.toml", "pager = \"'\(own)' -x\"\n", mode: 0o600)
    let run = try home.open(["keys"])
    #expect(try run.end() == .exited(0))
    #expect(text(home, "own") != nil && text(home, "log") == nil)
  }

  @Test func leavingItEarlyIsQuiet() throws {
    for pager in ["exit 0", "head -n 1 > /dev/null", "exit 3", "kill -9 $$"] {
      let home = try home(pager)
      let run = try home.open(["keys"])
      #expect(try run.end() == .exited(0), "\(pager)")
      #expect(sent(run) == "", "\(pager): \(sent(run))")
    }
  }

  /// What's wrong is said once the pager is left, and decides how the command ends.
  @Test func theCommandsExitStatusIsKept() throws {
    let home = try home()
    _ = try home.file("not-a-store", String(repeating: "not a store ", count: 100), mode: 0o600)
    home.environment["DEBRIEF_DATABASE"] = home.folder + "/not-a-store"
    let printed = try home.run(["doctor"])
    try #require(printed.status == 1)
    let run = try home.open(["doctor"], rows: 4)
    #expect(try run.end() == .exited(1))
    #expect(text(home)?.contains("not-a-store") == true)
  }

  /// A sentence that belongs behind a list comes behind it.
  @Test func complaintsKeepTheirPlace() throws {
    let home = try home()
    try home.addRefused()
    try #require(home.run(["backup"]).status == 0)
    let short = try home.open(["backup", "--list"], columns: 200)
    #expect(try short.end() == .exited(0))
    #expect(sent(short).split(separator: "\n").last?.contains("debrief restore NAME") == true)
    let long = try home.open(["backup", "--list"], columns: 200, rows: 1)
    #expect(try long.end() == .exited(0))
    #expect(sent(long).hasPrefix("paged\ndebrief: "))
  }

  /// A program that asks would ask before it's read what about.
  @Test func whatAsksIsNotPaged() throws {
    let home = try home()
    try home.addRefused()
    try #require(home.run(["backup"]).status == 0)
    try #require(home.run(["add", "Newco", "Engineer"]).status == 0)
    let run = try home.open(["restore", "--latest"], rows: 3)
    try run.waitFor("y or n")
    try run.type("n\r")
    _ = try run.end()
    #expect(text(home, "log") == nil)
  }

  @Test func lessIsToldHowOnlyIfNobodyHas() throws {
    let script = "echo \"$LESS,$LESSCHARSET,$LESSHISTFILE\" > \"$HOME/log\""
    let home = try home(script)
    try home.open(["keys"]).end()
    #expect(text(home, "log") == "FRX,utf-8,-\n")
    home.environment["LESS"] = ""
    home.environment["LESSHISTFILE"] = "/somewhere"
    try home.open(["keys"]).end()
    #expect(text(home, "log") == ",utf-8,/somewhere\n")
  }

  // MARK: - less

  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0)) func lessIsReadAndLeft() throws {
    let home = try PrivateHome(now: TestClock.text)
    let printed = try home.run(["keys"]).out.split(separator: "\n").map(String.init)
    let run = try home.open(["keys"], columns: 120)
    try run.wait("its prompt") { run.screen.row(23) == ":" }
    #expect(run.screen.row(0) == printed[0])
    // The keyboard's signal is the pager's, and it only ends what that was doing.
    let before = run.sent.count
    try run.type("\u{3}")
    try run.wait("its prompt again") { run.sent.count > before && run.screen.row(23) == ":" }
    // What is typed while it deals with the signal is thrown away with what it was doing.
    for _ in 0..<20 {
      try run.type("G")
      if run.look(for: 1.5, until: { run.screen.shows("(END)") }) { break }
    }
    try run.waitFor("(END)")
    #expect(run.screen.row(22) == printed.last)
    try run.type("q")
    #expect(try run.end() == .exited(0))
    #expect(run.damage == [])
  }

  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0)) func aPagerThatIsKilledLeavesATerminal()
    throws
  {
    let home = try PrivateHome(now: TestClock.text)
    // What it was doing to the terminal isn't undone on its own.
    home.environment["PAGER"] = try home.file(
      "pager.sh", "#!/bin/sh\nstty raw -echo < /dev/tty\nkill -9 $$\n")
    let run = try home.open(["keys"])
    #expect(try run.end() == .exited(0))
    #expect(run.damage == [])
  }
}
