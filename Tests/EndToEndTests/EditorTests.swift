import Foundation
import Glibc
import Testing

@testable import DebriefRunner
@testable import debrief

/// The way to `$EDITOR` and back, with editors that behave and editors that do not.
@Suite(.timed) struct EditorTests {
  /// A note with a text in it, in a program whose editor is a script.
  private func note(
    _ script: String, _ home: PrivateHome, columns: Int = 80
  ) throws -> TerminalRun {
    home.environment["EDITOR"] = try home.file("ed.sh", "#!/bin/sh\n\(script)\n")
    let run = try home.opened(columns: columns)
    try run.type("c", until: "Write it down now")
    try run.enter("typed by hand")
    return run
  }

  private func kept(_ home: PrivateHome) -> [String] {
    let folder = home.folder + "/state/debrief/drafts"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" }.sorted()
  }

  @Test func theTextGoesThereAndBack() throws {
    let home = try PrivateHome()
    let log = home.folder + "/log"
    let run = try note(
      """
      { stat -c '%a' "$1" "$(dirname "$1")"; cat "$1"; stty -a; } > '\(log)'
      printf 'first line\\nfrom the editor' > "$1"
      """, home)
    try run.type(Keys.editor, until: "from the editor")
    #expect(run.isOn(1049))
    #expect(run.isOn(2004))
    #expect(run.isOn(1000) && run.isOn(1006))
    // The editor has the mouse to itself.
    for mode in [1000, 1006] {
      #expect([UInt8]("\u{1b}[?\(mode)l".utf8).lastIndex(in: run.sent) != nil)
    }
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
    #expect(try home.archive().note.map(\.text) == ["first line\nfrom the editor"])
    #expect(kept(home) == [])
    let said = try String(contentsOfFile: log, encoding: .utf8)
    #expect(said.hasPrefix("600\n700\ntyped by hand"), "\(said)")
    #expect(said.contains(" icanon") && said.contains(" echo "), "the editor had the shell's modes")
    // The editor ran on the shell's screen, with pastes unmarked.
    let away = try #require([UInt8]("\u{1b}[?1049l".utf8).lastIndex(in: run.sent))
    #expect(try #require([UInt8]("\u{1b}[?2004l".utf8).lastIndex(in: run.sent)) < away + 64)
  }

  /// A Ctrl-S that comes while the editor opens or closes stops what the terminal shows, not us for good.
  @Test func outputThatWasStoppedMeanwhileGoesOn() throws {
    let home = try PrivateHome()
    let run = try note("echo ready; read line; printf 'from the editor' > \"$1\"", home)
    try run.type(Keys.editor, until: "ready")
    try run.type(Keys.save, "\n")
    try run.waitFor("from the editor")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["from the editor"])
  }

  @Test func anEditorThatFailsLosesNothing() throws {
    let home = try PrivateHome()
    let run = try note("echo ' and more' >> \"$1\"; exit 1", home)
    try run.type(Keys.editor, until: "ended with status 1")
    #expect(run.screen.shows("typed by hand"))
    let file = try #require(kept(home).first)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "typed by hand and more\n")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["typed by hand"])
    let again = try home.open()
    try again.waitFor("Your editor closed without saving.")
    try again.quit()
    #expect(kept(home) == [file])
  }

  @Test func whatAnEditorLeftIsOfferedTheNextTime() throws {
    let home = try PrivateHome()
    let run = try note("echo ' and more' >> \"$1\"; exit 1", home)
    try run.type(Keys.editor, until: "ended with status 1")
    let file = try #require(kept(home).first)
    try run.type(Keys.editor, until: "Use that text")
    #expect(kept(home) == [file])
    try run.type(Keys.enter)
    try run.waitUntilGone("Use that text")
    #expect(run.screen.shows("typed by hand and more"))
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["typed by hand and more"])
    #expect(kept(home) == [])
  }

  @Test func whatAnEditorLeftStaysWhenTheTextIsEditedAfresh() throws {
    let home = try PrivateHome()
    let run = try note("echo ' and more' >> \"$1\"; exit 1", home)
    try run.type(Keys.editor, until: "ended with status 1")
    let first = try #require(kept(home).first)
    try run.type(Keys.editor, until: "Use that text")
    try run.type(Keys.down, Keys.enter)
    try run.waitFor("ended with status 1")
    #expect(kept(home).count == 2)
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "typed by hand and more\n")
    let health = try home.run(["doctor"])
    for file in kept(home) { #expect(health.out.contains(file), "\(health.out)") }
    try run.type(Keys.save, until: "Saved")
    try run.quit()
  }

  @Test func aFileOfTheSameNameIsNeverWrittenOver() throws {
    let home = try PrivateHome()
    let run = try note("printf 'from the editor' > \"$1\"", home)
    // Another program with the same number has it, as in two containers over one home.
    let files = EditorFiles(
      try Paths(database: home.database, environment: home.environment), store: home.database)
    let folder = files.folder
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let other = "\(folder)/text-\(run.child.pid).txt"
    try "somebody else's words".write(toFile: other, atomically: false, encoding: .utf8)
    try run.type(Keys.editor, until: "from the editor")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(kept(home) == [other])
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "somebody else's words")
  }

  @Test func whatOneWorksOnIsNotOfferedByAnother() throws {
    let home = try PrivateHome()
    let run = try note("echo IN THE EDITOR; read line", home)
    try run.type(Keys.editor, until: "IN THE EDITOR")
    let other = try home.opened()
    #expect(!other.screen.shows("closed without saving"), "\(other.screen.text)")
    #expect(try !home.run(["doctor"]).out.contains("left behind"))
    try other.quit()
    try run.type("x\r", until: "typed by hand")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(kept(home) == [])
  }

  @Test func aTextThatWasLeftBehindBecomesANote() throws {
    let home = try PrivateHome()
    let run = try note("echo ' and more' >> \"$1\"; exit 1", home)
    try run.type(Keys.editor, until: "ended with status 1")
    try run.type(Keys.control("x"), until: "Clear what you typed here?")
    try run.type("y", until: "Cleared")
    try run.type(Keys.escape)
    try run.waitUntilGone("Write it down now")
    try run.quit()
    let file = try #require(kept(home).first)
    let again = try home.open()
    try again.waitFor("R opens it")
    try again.type("R", until: "Not saved yet")
    try again.type(Keys.enter, until: "Continue it as a note")
    try again.type(Keys.enter, until: "Write it down now")
    #expect(kept(home) == [file])
    try again.type(Keys.save, until: "Saved")
    try again.quit()
    #expect(try home.archive().note.map(\.text) == ["typed by hand and more"])
    #expect(kept(home) == [])
  }

  @Test(
    "what is no text is refused, and kept",
    arguments: [
      ("printf 'caf\\351 in another encoding' > \"$1\"", "isn't UTF-8"),
      ("printf '\\377\\376h\\000i\\000' > \"$1\"", "isn't UTF-8"),
      ("printf 'h\\000i\\000' > \"$1\"", "has a NUL byte in it"),
      ("rm \"$1\"; mkfifo \"$1\"", "isn't a regular file"),
      ("rm \"$1\"; mkdir \"$1\"", "isn't a regular file"),
      ("rm \"$1\"; ln -s /dev/zero \"$1\"", "couldn't be read back"),
      ("rm \"$1\"", "couldn't be read back"),
      ("truncate -s 40M \"$1\"", "is larger than 16 MiB"),
      ("kill -9 $$", "ended with status 137"),
    ])
  func whatIsNoTextIsRefused(_ script: String, _ sentence: String) throws {
    let home = try PrivateHome()
    let run = try note(script, home, columns: 200)
    try run.type(Keys.editor, until: sentence)
    #expect(run.screen.shows("typed by hand"), "\(run.screen.text)")
    if !script.hasSuffix("rm \"$1\"") { #expect(kept(home).count == 1) }
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
    #expect(try home.archive().note.map(\.text) == ["typed by hand"])
    #expect(try home.run(["doctor"]).out.contains("editor files"))
  }

  @Test func aMarkBeforeTheTextIsNoPartOfIt() throws {
    let home = try PrivateHome()
    let run = try note("printf '\\357\\273\\277from the editor' > \"$1\"", home)
    try run.type(Keys.editor, until: "from the editor")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["from the editor"])
  }

  @Test(
    "an editor that leaves the terminal raw does not leave it so",
    arguments: ["exit 0", "exit 1", "kill -9 $$"])
  func aRawTerminalIsPutRight(_ ending: String) throws {
    let home = try PrivateHome()
    let run = try note(
      "printf 'from the editor' > \"$1\"; stty raw -echo; printf '\\033[?1003h'; \(ending)", home)
    try run.type(Keys.editor, until: ending == "exit 0" ? "from the editor" : "ended with status")
    #expect(!run.isOn(1003) && run.isOn(1000))
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
  }

  @Test func anEmptyFileDoesNotReplaceAText() throws {
    let home = try PrivateHome()
    let run = try note(": > \"$1\"", home)
    try run.type(Keys.editor, until: "returned no text")
    #expect(run.screen.shows("typed by hand"))
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["typed by hand"])
  }

  @Test func aFileThatIsReplacedIsRead() throws {
    let home = try PrivateHome()
    let run = try note("rm \"$1\"; printf 'a new file' > \"$1\"", home)
    try run.type(Keys.editor, until: "a new file")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["a new file"])
  }

  @Test func aLinkToAnotherFileIsNotFollowed() throws {
    let home = try PrivateHome()
    let secret = try home.file("secret", "somebody's secret", mode: 0o600)
    let run = try note("rm \"$1\"; ln -s '\(secret)' \"$1\"", home)
    try run.type(Keys.editor, until: "couldn't be read")
    #expect(run.screen.shows("typed by hand"))
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["typed by hand"])
    #expect(!run.screen.shows("somebody"))
  }

  @Test func argumentsAndQuotesAreSplitLikeAShellDoes() throws {
    let home = try PrivateHome()
    let script = try home.file(
      "my editor",
      "#!/bin/sh\nfor a; do last=$a; echo \"<$a>\"; done > '\(home.folder)/args'\nprintf done > \"$last\"\n"
    )
    home.environment["EDITOR"] = "vi"
    home.environment["VISUAL"] = "\"\(script)\"  -x 'a b' c\\ d --n=\"1 2\""
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed")
    try run.type(Keys.editor, until: "done")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    let given = try String(contentsOfFile: home.folder + "/args", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(given.dropLast() == ["<-x>", "<a b>", "<c d>", "<--n=1 2>"])
    #expect(given.last?.hasPrefix("</") == true)
  }

  /// What the settings name comes before what the environment does.
  @Test func theSettingsNameTheEditor() throws {
    let home = try PrivateHome()
    let own = try home.file("own.sh", "#!/bin/sh\nprintf 'from my own, with %s' \"$1\" > \"$2\"\n")
    home.environment["VISUAL"] = "false"
    home.environment["EDITOR"] = "false"
    try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
    _ = try home.file("config/debrief/config.toml", "editor = \"'\(own)' -x\"\n", mode: 0o600)
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed")
    try run.type(Keys.editor, until: "from my own, with -x")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
  }

  /// Who stands guard over the terminal does so again after an editor that was killed.
  @Test func anEditorThatIsKilledLeavesTheTerminalGuarded() throws {
    let home = try PrivateHome()
    let run = try note("stty raw -echo; printf '\\033[?1003h'; kill -9 $$", home)
    try run.type(Keys.editor, until: "ended with status 137")
    run.child.signal(SIGKILL)
    #expect(try run.end() == .killed(SIGKILL))
    #expect(run.damage == [])
  }

  /// Where nobody has chosen one, the system's choice comes first.
  @Test func withoutAChoiceItIsTheSystems() throws {
    for (names, wanted) in [
      (["editor", "vi", "nano"], "editor"), (["nano", "vi"], "vi"), (["nano"], "nano"),
      ([], "vi"),
    ] {
      let home = try PrivateHome()
      try #require(mkdir(home.folder + "/bin", 0o700) == 0)
      for name in names { _ = try home.file("bin/\(name)", "#!/bin/sh\n") }
      let paths = try Paths(database: home.database, environment: home.environment)
      let editor = Editor(
        files: EditorFiles(paths, store: nil),
        environment: ["PATH": home.folder + "/bin", "VISUAL": " ", "EDITOR": ""])
      #expect(editor.command == [wanted])
    }
  }

  @Test func noShellReadsTheEditorsName() throws {
    let home = try PrivateHome()
    let mark = home.folder + "/made"
    let harmless = try home.file("ed.sh", "#!/bin/sh\nexit 0\n")
    home.environment["EDITOR"] =
      "\(harmless) ; touch \(mark)1 && touch \(mark)2 | touch \(mark)3 $(touch \(mark)4) `touch \(mark)5` > \(mark)6"
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed by hand")
    try run.type(Keys.editor)
    // The editor has come and gone once the screen is entered again.
    try run.wait("the screen after the editor") {
      run.isOn(1049) && [UInt8]("\u{1b}[?1049l".utf8).lastIndex(in: run.sent) != nil
        && run.screen.shows("typed by hand")
    }
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder)
    #expect(!left.contains { $0.hasPrefix("made") }, "\(left)")
  }

  @Test func anEditorThatIsNotThereIsSaid() throws {
    let home = try PrivateHome()
    home.environment["EDITOR"] = "/nowhere/ed"
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed by hand")
    try run.type(Keys.editor, until: "couldn't be started")
    #expect(run.screen.shows("typed by hand"))
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
  }

  @Test func aKilledProgramLeavesTheTextOfItsEditor() throws {
    let home = try PrivateHome()
    // It reads on until the terminal is gone.
    let run = try note(
      "printf ' and in the editor' >> \"$1\"; echo IN THE EDITOR; read line", home)
    try run.type(Keys.editor, until: "IN THE EDITOR")
    run.child.signal(SIGKILL)
    #expect(try run.end() == .killed(SIGKILL))
    let file = try #require(kept(home).first)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "typed by hand and in the editor")
    let again = try home.open()
    try again.waitFor("Your editor closed without saving.")
    // The draft and the file are in one list.
    try again.type("R", until: "from your editor")
    try again.type(Keys.enter, until: "Write it down now")
    #expect(again.screen.shows("typed by hand"))
    try again.type(Keys.save, until: "Saved")
    try again.quit()
  }
}
