import Foundation
import Glibc
import Testing

/// Plain mode on a terminal: by itself where no screen can be shown, with the user's own editor, and left by
/// a signal.
@Suite(.timed) struct PlainTerminalTests {
  /// What was written, as lines; a terminal puts a return before each line feed.
  private func lines(_ run: TerminalRun) -> [String] {
    String(decoding: run.sent, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  private func isPlain(_ run: TerminalRun) -> Bool {
    run.sent.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a || $0 == 0x0d }
  }

  @Test(arguments: ["dumb", "no-such-terminal"]) func comesByItself(_ term: String) throws {
    let home = try PrivateHome()
    home.environment["TERM"] = term
    let run = try home.open()
    try run.waitFor("Nothing here yet")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(
      lines(run).first?.hasPrefix(
        "debrief in plain mode, line by line, because the terminal \"\(term)\"") == true)
    #expect(lines(run).last?.hasSuffix("Everything is saved.") == true)
    #expect(isPlain(run))
    #expect(run.damage == [])
  }

  @Test func theEditorIsTheUsersOwn() throws {
    let home = try PrivateHome()
    home.environment["ACCESSIBLE"] = "1"
    home.environment["EDITOR"] = try home.file(
      "ed.sh", "#!/bin/sh\nprintf 'first line\\nfrom the editor' > \"$1\"\n")
    let run = try home.open()
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    try run.type("e\n", until: "from the editor")
    try run.type(".\n", until: "Saved")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(isPlain(run))
    #expect(try home.archive().note.map(\.text) == ["first line\nfrom the editor"])
  }

  /// An editor that is killed leaves the terminal as it had it: lines can be typed all the same.
  @Test func aRawTerminalIsPutRight() throws {
    let home = try PrivateHome()
    home.environment["EDITOR"] = try home.file("ed.sh", "#!/bin/sh\nstty raw -echo\nkill -9 $$\n")
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    try run.type("e\n", until: "ended with status 137")
    try run.type("typed here\n.\n", until: "2 of")
    try run.type(".\n", until: "Saved")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(run.damage == [])
    #expect(try home.archive().note.map(\.text) == ["typed here"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalLosesNothing(_ signal: Int32) throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("a\n", until: "Company")
    try run.type("Acme\n", until: "Role")
    run.child.signal(signal)
    #expect(try run.end() == .exited(128 + signal))
    #expect(isPlain(run))
    let drafts = try home.store { try $0.takeDrafts() }
    #expect(drafts.contains { $0.fields["company"] == "Acme" })
  }

  /// SIGKILL leaves what was typed before the last line end.
  @Test func aKillLosesNoLine() throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    try run.type("one\ntwo\n")
    try run.type(".\n", until: "2 of")
    run.child.signal(SIGKILL)
    try run.end()
    let drafts = try home.store { try $0.takeDrafts() }
    #expect(drafts.contains { $0.fields["text"] == "one\ntwo" })
  }

  /// A paste is one text, and is never run as answers.
  @Test func aPasteIsOneText() throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("q\na\nb\n", until: "lines at once")
    try run.type(".\n", until: "Saved")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(try home.archive().note.map(\.text) == ["q\na\nb"])
  }

  /// The dot that ends a text ends it in a paste, too; empty lines in it answer nothing.
  @Test func aPasteMayEndItself() throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    try run.type("first line\n\nlast line\n.\n", until: "2 of")
    try run.type(".\n", until: "Saved")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(try home.archive().note.map(\.text) == ["first line\n\nlast line"])
  }

  /// A terminal keeps so much of a line, and drops the rest without a word: that's said here, and what came
  /// is kept, up to its last whole character.
  @Test(arguments: [("x", 5_000, 4_095), ("é", 3_000, 2_047), ("漢", 2_000, 1_365)])
  func aLineThatTheTerminalCutIsSaidToBeCut(_ letter: String, _ typed: Int, _ kept: Int) throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"], columns: 200)
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    try run.type(String(repeating: letter, count: typed), "\n")
    try run.waitFor("Your terminal dropped the end of that line")
    try run.waitFor("Type the rest on the next line")
    try run.type("the rest\n.\n", until: "2 of")
    try run.type(".\n", until: "Saved")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(
      try home.archive().note.map(\.text)
        == [String(repeating: letter, count: kept) + "\nthe rest"])
  }

  /// One that just fits comes whole, and a pipe has no limit of that kind.
  @Test func aLineThatFitsIsWhole() throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"], columns: 200)
    try run.waitFor("Nothing here yet")
    try run.type("c\n", until: "1 of")
    let text = String(repeating: "x", count: 4_094)
    try run.type(text, "\n.\n")
    try run.waitFor("2 of")
    try run.type(".\n", until: "Saved")
    try run.type("q\n")
    #expect(try run.end() == .exited(0))
    #expect(!String(decoding: run.sent, as: UTF8.self).contains("Your terminal"))
    #expect(try home.archive().note.map(\.text) == [text])
    let long = String(repeating: "y", count: 4_095)
    let piped = try home.run(["--plain"], input: "c\n\(long)\n.\n.\nq\n")
    #expect(piped.status == 0 && !piped.out.contains("Your terminal"))
    #expect(try home.archive().note.contains { $0.text == long })
  }

  /// A window that is closed is like the end of the input.
  @Test func theWindowIsClosed() throws {
    let home = try PrivateHome()
    let run = try home.open(["--plain"])
    try run.waitFor("Nothing here yet")
    try run.type("a\n", until: "Company")
    try run.type("Acme\n", until: "Role")
    run.hangUp()
    _ = try run.child.wait()
    let drafts = try home.store { try $0.takeDrafts() }
    #expect(drafts.contains { $0.fields["company"] == "Acme" })
  }
}
