import Foundation
import Glibc
import TestSupport
import Testing

/// A shell with job control in tmux, in a terminal that is looked at: as most people have it.
@Suite(.timed) struct TmuxTests {
  /// tmux with a shell in it, and nothing of the user's own.
  private func shell(_ home: PrivateHome) throws -> TerminalRun? {
    guard access("/usr/bin/tmux", X_OK) == 0 else {
      print("tmux is not installed: not tested with it.")
      return nil
    }
    let rc = try home.file("bashrc", "PS1='ready$ '\n", mode: 0o600)
    home.environment["TMUX_TMPDIR"] = home.folder
    let configuration = try home.file(
      "tmux.conf",
      "set -g status off\nset -s escape-time 0\nset -g default-terminal tmux-256color\n"
        + "set -g default-command 'bash --rcfile \(rc) -i'\n", mode: 0o600)
    let run = try home.open(["-f", configuration, "new-session"], binary: "/usr/bin/tmux")
    do { try run.waitFor("ready$") } catch {
      _ = try? home.run(["kill-server"], binary: "/usr/bin/tmux")
      throw error
    }
    return run
  }

  /// Types a command line for the shell, once it asks for one: what is typed before may be flushed.
  private func command(_ line: String, _ run: TerminalRun) throws {
    try run.wait("the shell to ask") {
      let rows = (0..<run.screen.rows).map { run.screen.row($0) }
      return rows.last { !$0.isEmpty } == "ready$"
    }
    try run.type(line, Keys.enter)
  }

  /// Leaves the program, and asks the shell how it ended.
  private func leave(_ run: TerminalRun) throws {
    try run.type("Q", until: "before")
    try command("echo \"left with $?\"", run)
    try run.waitFor("left with 0")
  }

  private func start(_ run: TerminalRun) throws {
    try command("echo be\"\"fore", run)
    try run.waitFor("before")
    try command("'\(PrivateHome.binary)'", run)
  }

  @Test func aWholeDebriefByKeys() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    guard let run = try shell(home) else { return }
    defer { _ = try? home.run(["kill-server"], binary: "/usr/bin/tmux") }
    try start(run)
    try run.waitFor("Nordlicht")
    try run.type(Keys.enter, until: "go through it together")
    try run.type(Keys.enter, until: "How much time do you have?")

    // Every question, whatever it asks.
    var asked = 0
    while !run.screen.shows("You finished the debrief"), asked < 120 {
      let before = run.screen.text
      try answerOne(run)
      asked += 1
      try run.wait("what comes after \(before)") { run.screen.text != before }
    }
    #expect(run.screen.shows("Fri 20 March 2026"))

    run.resize(columns: 120, rows: 40)
    try run.wait("a screen of 120x40") { !run.screen.row(39).isEmpty }
    try run.type("p")
    try run.settle()
    #expect(run.screen.shows("Platform engineer"))
    try run.type("q")
    try run.settle()
    #expect(run.screen.shows("You finished the debrief"))

    try run.type(Keys.suspend, until: "Stopped")
    #expect(run.screen.shows("before"))
    try command("fg", run)
    try run.waitFor("You finished the debrief")
    try run.settle()

    // Detached and attached again, the screen is the same.
    let shown = run.screen.text
    try run.type("\u{2}d")
    #expect(try run.end() == .exited(0))
    let again = try home.open(["attach"], columns: 120, rows: 40, binary: "/usr/bin/tmux")
    try again.wait("the same screen") { again.screen.text == shown }

    try leave(again)
    #expect(!again.screen.shows("You finished the debrief"))
    try command("stty -a | grep -o '[-]*icanon'; echo 'ca''n type'", again)
    try again.waitFor("can type")
    #expect(!again.screen.shows("-icanon"))
    try command("exit", again)
    #expect(try again.end() == .exited(0))

    let archive = try home.archive()
    #expect(archive.debrief.first?.closed != nil)
    #expect(archive.response.first { $0.item == "refusal.words" }?.value == "No, sorry. q ? : 3")
    #expect(try home.store { try $0.check() } == [])
  }

  /// Answers, declines or finishes what is on the screen, with what its last row names.
  private func answerOne(_ run: TerminalRun) throws {
    let footer = run.screen.row(23)
    if footer.contains("rate it") {
      try run.type("4")
    } else if footer.contains("n no") && !footer.contains("n nothing") {
      try run.type("n")
    } else if run.screen.shows("Write the request now") {
      try run.type("3")
    } else if footer.contains("how you feel") {
      if run.screen.shows("very low") { try run.type("4") } else { try run.type(Keys.enter) }
    } else if footer.contains("Alt-Enter new line"), run.screen.shows("exact words") {
      try run.enter("No, sorry. q ? : 3")
      try run.type(Keys.enter)
      try run.waitUntilGone("Alt-Enter new line")
    } else {
      try run.type(Keys.enter)
    }
  }

  @Test func suspendedInAFormItGoesOnThere() throws {
    let home = try PrivateHome()
    guard let run = try shell(home) else { return }
    defer { _ = try? home.run(["kill-server"], binary: "/usr/bin/tmux") }
    try start(run)
    try run.waitFor("all keys")
    try run.type("a", until: "Add an application")
    try run.enter("Nordl")
    try run.type(Keys.suspend, until: "Stopped")
    // Half typed is kept while stopped; the shell has its terminal.
    #expect(try home.drafts().map { $0.fields["company"] } == ["Nordl"])
    try command("stty -a | grep -o '[-]*icanon'; echo 'sh''ell'", run)
    try run.waitFor("shell")
    #expect(!run.screen.shows("-icanon"))
    // The window changes while nobody looks.
    run.resize(columns: 100, rows: 30)
    try command("fg", run)
    try run.waitFor("Nordl")
    try run.wait("a screen of 100x30") { run.screen.row(29).contains("^S save") }
    try run.enter("icht")
    try run.type(Keys.save, until: "Saved: Nordlicht added.")

    try leave(run)
    try command("exit", run)
    #expect(try run.end() == .exited(0))
    #expect(try home.archive().application.map(\.company) == ["Nordlicht"])
  }

  @Test func theEditorHasTheTerminalInTmux() throws {
    let home = try PrivateHome()
    // The first time it reads the keyboard. The second time it waits for something else: of two
    // processes that wait for keys, one of them just being stopped, Linux may give them to either.
    let other = home.folder + "/other"
    try #require(mkfifo(other, 0o600) == 0)
    let source = open(other, O_RDWR | O_CLOEXEC)
    defer { close(source) }
    home.environment["EDITOR"] = try home.file(
      "ed.sh",
      """
      #!/bin/bash
      printf 'WRITE %s: ' $(wc -c < "$1")
      if [ -s "$1" ]; then read -r line < '\(other)'; else read -r line; fi
      printf '%s' "$line" > "$1"

      """)
    guard let run = try shell(home) else { return }
    defer { _ = try? home.run(["kill-server"], binary: "/usr/bin/tmux") }
    try start(run)
    try run.waitFor("all keys")
    try run.type("c", until: "Write it down now")
    try run.type(Keys.editor, until: "WRITE 0:")
    try run.type("by the editor", Keys.enter)
    try run.waitFor("Write it down now")
    try run.waitFor("by the editor")
    // Ctrl-Z in the editor stops both; fg brings both back.
    try run.type(Keys.editor, until: "WRITE 13:")
    try run.type(Keys.suspend, until: "Stopped")
    try command("fg", run)
    try #require(write(source, "again\n", 6) == 6)
    try run.waitFor("Write it down now")
    try run.waitFor("again")
    try run.type(Keys.save, until: "Saved")
    try leave(run)
    try command("exit", run)
    #expect(try run.end() == .exited(0))
    #expect(try home.archive().note.map(\.text) == ["again"])
  }
}
