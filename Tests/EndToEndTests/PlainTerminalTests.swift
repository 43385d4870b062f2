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
    try run.type("q\na\nb\n", until: "came at once")
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
