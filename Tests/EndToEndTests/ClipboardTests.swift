import Foundation
import Testing

/// What copying writes to a real terminal, and what comes through tmux. `ClipboardProbe` is the screen
/// of debrief that copies its argument at `c`.
@Suite(.timed) struct ClipboardTests {
  private static let probe = String(PrivateHome.binary.dropLast("debrief".count)) + "ClipboardProbe"

  private func sequence(_ text: String) -> [UInt8] {
    Array("\u{1b}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}".utf8)
  }

  @Test(arguments: ["a", "ab", "abc", "Dear Ines,\n\nthank you 株 😀 é\u{301}\u{0}\u{1b}\u{7}"])
  func theBytesAreExactlyThose(_ text: String) throws {
    // Exec cannot hand over what holds a zero.
    let text = text.replacingOccurrences(of: "\u{0}", with: "")
    let home = try PrivateHome()
    let run = try home.open([text], binary: ClipboardTests.probe)
    try run.waitFor("ready")
    run.look(for: 0.2)
    let before = run.sent.count
    try run.type("c")
    try run.wait("the sequence") { run.sent.count >= before + sequence(text).count }
    // Nothing follows: the cursor has not moved, nothing is drawn anew.
    run.look(for: 0.2)
    #expect(Array(run.sent[before...]) == sequence(text))
    #expect(run.screen.shows("ready"))
    try run.type("q")
    #expect(try run.end() == .exited(0))
    #expect(run.damage == [])
  }

  @Test func aLongTextComesWhole() throws {
    let home = try PrivateHome()
    let text = String(repeating: "0123456789 Größe ", count: 3900)
    #expect(text.utf8.count > 70_000 && text.utf8.count < 74_994)
    let run = try home.open([text], binary: ClipboardTests.probe)
    try run.waitFor("ready")
    run.look(for: 0.2)
    let before = run.sent.count
    try run.type("c")
    try run.wait("the sequence") { run.sent.count >= before + sequence(text).count }
    #expect(Array(run.sent[before...]) == sequence(text))
    try run.type("q")
    #expect(try run.end() == .exited(0))
  }

  @Test(arguments: [
    (String(repeating: "x", count: 74_995), "xterm-256color", "too long"),
    ("", "xterm-256color", "nothing to copy"), ("a", "linux", "no clipboard"),
  ]) func whatIsRefusedWritesNothing(_ text: String, _ term: String, _ why: String) throws {
    let home = try PrivateHome()
    home.environment["TERM"] = term
    let run = try home.open([text], binary: ClipboardTests.probe)
    try run.waitFor("ready")
    try run.type("c")
    #expect(try run.end() == .exited(0))
    let said = String(decoding: run.sent, as: UTF8.self)
    #expect(said.contains("refused: ") && said.contains(why), "\(said)")
    #expect(!said.contains("]52;"))
  }

  /// tmux takes the plain sequence or hands on the wrapped one, by its settings; the terminal around
  /// it gets the text whenever one of them allows it. `external` and `off` are tmux's defaults.
  @Test(arguments: [
    ("on", "off", true), ("external", "on", true), ("on", "on", true), ("external", "off", false),
  ]) func throughTmux(_ setting: String, _ passthrough: String, _ arrives: Bool) throws {
    guard access("/usr/bin/tmux", X_OK) == 0 else {
      print("tmux is not installed: not tested with it.")
      return
    }
    let home = try PrivateHome()
    home.environment["TMUX_TMPDIR"] = home.folder
    let configuration = try home.file(
      "tmux.conf",
      "set -g status off\nset -g default-terminal tmux-256color\nset -s set-clipboard \(setting)\n"
        + "set -g allow-passthrough \(passthrough)\n", mode: 0o600)
    let run = try home.open(
      ["-f", configuration, "new-session", "'\(ClipboardTests.probe)' 'Dear Ines, é'"],
      binary: "/usr/bin/tmux")
    defer { _ = try? home.run(["kill-server"], binary: "/usr/bin/tmux") }
    try run.waitFor("ready")
    try run.type("c")
    let data = Data("Dear Ines, é".utf8).base64EncodedString()
    func arrived() -> Bool {
      let sent = String(decoding: run.sent, as: UTF8.self)
      return sent.contains("]52;c;\(data)") || sent.contains("]52;;\(data)")
    }
    if arrives { try run.wait("the text", until: arrived) } else { run.look(for: 0.5) }
    #expect(arrived() == arrives)
    // Nothing of it is seen, whether it was taken or dropped.
    #expect(run.screen.row(0) == "ready" && run.screen.row(1).isEmpty)
    try run.type("q")
    #expect(try run.end() == .exited(0))
  }
}
