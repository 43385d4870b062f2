import Foundation
import Glibc
import TestSupport
import Testing

/// An editor or a pager has the terminal when the program is told to end, or is killed.
@Suite(.timed) struct HandedOverTests {
  private static let signals = [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)]

  /// A note in an editor that is a script, which says when it begins.
  private func inTheEditor(_ script: String, _ home: PrivateHome) throws -> TerminalRun {
    home.environment["EDITOR"] = try home.file("ed.sh", "#!/bin/sh\n\(script)\n")
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed by hand")
    try run.type(Keys.editor, until: "IN THE EDITOR")
    return run
  }

  /// The next start says that something was left, and R shows it.
  private func looksForWhatIsLeft(_ run: TerminalRun, _ notice: String, _ text: String) throws {
    try run.waitFor(notice)
    try run.type("R", until: text)
    try run.type(Keys.escape)
    try run.waitUntilGone("Not saved yet")
    try run.quit()
  }

  private func text(_ home: PrivateHome, _ name: String) -> String? {
    try? String(contentsOfFile: "\(home.folder)/\(name)", encoding: .utf8)
  }

  private func isThere(_ pid: pid_t) -> Bool {
    let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return state.map { !$0.contains(") Z ") && !$0.contains(") X ") } ?? false
  }

  /// Whether a process is gone; whoever adopted it may not have taken note yet.
  private func hasEnded(_ pid: pid_t) -> Bool {
    for _ in 0..<1_000 where isThere(pid) { usleep(5_000) }
    return !isThere(pid)
  }

  // MARK: - An editor

  /// It is told, keeps its text as it does elsewhere, and what it kept is kept here.
  @Test(arguments: signals) func anEditorKeepsItsTextFirst(_ signal: Int32, _ code: Int32) throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      """
      stty raw -echo
      trap 'printf " and kept" >> "$1"; exit 0' TERM HUP
      echo IN THE EDITOR
      sleep 1000
      """, home)
    run.child.signal(signal)
    #expect(try run.end() == .exited(code))
    #expect(run.damage == [])
    #expect(try home.drafts().map { $0.fields["text"] } == ["typed by hand and kept"])
    #expect(try home.store { try $0.check() } == [])
  }

  /// What it wrote before is in its file, and offered.
  @Test(arguments: signals) func anEditorThatEndsByItLeavesItsFile(
    _ signal: Int32, _ code: Int32
  ) throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      "printf ' and saved' >> \"$1\"; stty raw -echo; echo IN THE EDITOR; exec sleep 1000", home)
    run.child.signal(signal)
    #expect(try run.end() == .exited(code))
    #expect(run.damage == [])
    #expect(try home.drafts().map { $0.fields["text"] } == ["typed by hand"])
    try looksForWhatIsLeft(
      home.open(), "Your editor closed without saving.", "typed by hand and saved")
  }

  /// nano puts what nobody saved into a file beside the one it was given.
  @Test func whatNanoPutsAsideIsOffered() throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      """
      trap 'printf "typed in nano" > "$1.save"; exit 1' TERM HUP
      echo IN THE EDITOR
      sleep 1000
      """, home)
    run.child.signal(SIGTERM)
    #expect(try run.end() == .exited(143))
    try looksForWhatIsLeft(home.open(columns: 120), "R shows them", "typed in nano")
    #expect(try home.run(["doctor"]).out.contains(".txt.save"))
  }

  /// A script around an editor ends with the editor: nobody is left that reads the shell's keys.
  @Test func nobodyIsLeftBehind() throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      """
      echo $$ > "$HOME/outer"
      sh -c 'echo $$ > "$HOME/inner"; echo IN THE EDITOR; sleep 1000; echo again' &
      wait
      """, home)
    let pids = ["inner", "outer"].compactMap { text(home, $0) }.compactMap { pid_t($0.dropLast()) }
    #expect(pids.count == 2)
    run.child.signal(SIGTERM)
    #expect(try run.end() == .exited(143))
    for pid in pids { #expect(hasEnded(pid)) }
    #expect(run.damage == [])
  }

  /// Whoever asks again is obeyed, whatever the editor makes of it.
  @Test func whoInsistsIsObeyed() throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      "trap '' TERM HUP; stty raw -echo; echo IN THE EDITOR; sleep 1000; sleep 1000", home)
    run.child.signal(SIGTERM)
    run.look(for: 2.5)
    #expect(isThere(run.child.pid))
    run.child.signal(SIGTERM)
    #expect(try run.end() == .exited(143))
    #expect(run.damage == [])
    #expect(try home.drafts().map { $0.fields["text"] } == ["typed by hand"])
  }

  /// The keyboard's signal is the editor's, and ends nothing here.
  @Test func controlCIsTheEditors() throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      """
      heard=
      trap 'echo HEARD IT; heard=1' INT
      echo IN THE EDITOR
      # However early the key comes: a read that begins after it would wait for another.
      while [ -z "$heard" ]; do sleep 0.05; done
      printf 'from the editor' > "$1"
      """, home)
    try run.type("\u{3}")
    try run.waitFor("from the editor")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect([UInt8]("HEARD IT".utf8).isContained(in: run.sent))
    #expect(run.damage == [])
  }

  /// The window is closed over an editor.
  @Test func aWindowThatIsClosedEndsBoth() throws {
    let home = try PrivateHome()
    let run = try inTheEditor(
      "trap 'printf \" and kept\" >> \"$1\"; exit 0' HUP; echo IN THE EDITOR; sleep 1000", home)
    run.hangUp()
    #expect(try run.end() == .exited(129))
    #expect(try home.drafts().map { $0.fields["text"] } == ["typed by hand and kept"])
  }

  /// Who stands guard over the terminal leaves it to an editor that outlives the program.
  @Test func aKilledProgramLeavesTheTerminalToItsEditor() throws {
    let home = try PrivateHome()
    let gone = home.folder + "/gone"
    try #require(mkfifo(gone, 0o600) == 0)
    home.environment["EDITOR"] = try home.file(
      "ed.sh",
      """
      #!/bin/sh
      before=$(stty -g)
      stty -echo -icanon
      printf '\\033[?1049h'
      echo IN THE EDITOR
      read -r line
      printf ' and %s' "$line" >> "$1"
      printf '\\033[?1049l'
      stty "$before"
      echo the editor ended > '\(gone)'

      """)
    // A shell without job control, as in a script: it doesn't take the terminal away from anybody.
    let run = try home.open(
      [
        "-c", "\"$0\"; echo ended with $?; read -r line < \"$1\"; echo \"$line\"",
        PrivateHome.binary, gone,
      ],
      binary: "/bin/sh")
    try run.wait("the first screen") { run.screen.shows("all keys") }
    let shell = run.child.pid
    func children(_ pid: pid_t) -> [pid_t] {
      (try? String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8))?
        .split(separator: " ").compactMap { pid_t($0) } ?? []
    }
    let program = try #require(children(shell).first)
    let guardian = try #require(children(program).first)
    try run.type("c", until: "Write it down now")
    try run.enter("typed by hand")
    try run.type(Keys.editor, until: "IN THE EDITOR")
    let modes = run.modes
    let sent = run.sent.count
    kill(program, SIGKILL)
    try run.waitFor("ended with 137")
    #expect(hasEnded(guardian))
    #expect(run.modes == modes && run.isOn(1049), "the editor's terminal was changed")
    #expect(!run.sent[sent...].contains(0x1b))
    try run.type("more", "\n")
    try run.waitFor("the editor ended")
    #expect(try run.end() == .exited(0))
    #expect(run.damage == [])
    try looksForWhatIsLeft(
      home.open(), "Your editor closed without saving.", "typed by hand and more")
  }

  /// The same in plain mode.
  @Test(arguments: signals) func inPlainModeItIsTheSame(_ signal: Int32, _ code: Int32) throws {
    let home = try PrivateHome()
    home.environment["EDITOR"] = try home.file(
      "ed.sh",
      """
      #!/bin/sh
      stty raw -echo
      trap 'printf "kept by the editor" > "$1"; exit 0' TERM HUP
      echo IN THE EDITOR
      sleep 1000

      """)
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    try run.type("e\n", until: "IN THE EDITOR")
    run.child.signal(signal)
    #expect(try run.end() == .exited(code))
    #expect(run.damage == [])
    #expect(try home.drafts().map { $0.fields["text"] } == ["kept by the editor"])
  }

  // MARK: - A pager

  @Test(arguments: signals) func aPagerEndsFirst(_ signal: Int32, _ code: Int32) throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["PAGER"] = try home.file(
      "pager.sh",
      """
      #!/bin/sh
      stty raw -echo < /dev/tty
      trap 'echo left > "$HOME/left"; exit 0' TERM HUP
      echo IN THE PAGER
      sleep 1000

      """)
    let run = try home.open(["keys"])
    try run.waitFor("IN THE PAGER")
    run.child.signal(signal)
    #expect(try run.end().code == code)
    #expect(run.damage == [])
    #expect(text(home, "left") == "left\n")
    // Nothing of what it was to show comes behind it.
    #expect(!run.screen.shows("Quit; everything is saved"))
  }

  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0), arguments: signals)
  func lessEndsFirst(_ signal: Int32, _ code: Int32) throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try home.open(["keys"], columns: 120)
    try run.wait("its prompt") { run.screen.row(23) == ":" }
    run.child.signal(signal)
    #expect(try run.end().code == code)
    #expect(run.damage == [])
  }

  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0)) func aWindowThatIsClosedEndsLess() throws
  {
    let home = try PrivateHome(now: TestClock.text)
    let run = try home.open(["keys"], columns: 120)
    try run.wait("its prompt") { run.screen.row(23) == ":" }
    run.hangUp()
    #expect(try run.end().code == 129)
  }
}
