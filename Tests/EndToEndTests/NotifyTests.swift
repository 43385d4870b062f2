import DebriefModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import DebriefRunner

/// What is due is told to whoever asked for it, in their way, and never with a name.
@Suite(.timed) struct NotifyTests {
  // MARK: - What a terminal is sent

  @Test(
    arguments: [
      ("xterm-256color", false, false, "\u{1b}]9;debrief: 2 are late.\u{7}"),
      ("xterm-kitty", false, false, "\u{1b}]9;debrief: 2 are late.\u{7}"),
      ("xterm-256color", false, true, "\u{1b}]777;notify;debrief;2 are late.\u{7}"),
      ("rxvt-unicode-256color", false, false, "\u{1b}]777;notify;debrief;2 are late.\u{7}"),
      ("foot", false, false, "\u{1b}]777;notify;debrief;2 are late.\u{7}"),
      (
        "tmux-256color", true, false, "\u{1b}Ptmux;\u{1b}\u{1b}]9;debrief: 2 are late.\u{7}\u{1b}\\"
      ),
      ("screen", true, true, "\u{1b}Ptmux;\u{1b}\u{1b}]9;debrief: 2 are late.\u{7}\u{1b}\\"),
      // What may print what it doesn't know only rings.
      ("screen", false, false, "\u{7}"), ("linux", false, false, "\u{7}"),
      ("vt100", false, false, "\u{7}"), ("dumb", false, true, "\u{7}"), (nil, false, true, "\u{7}"),
    ] as [(String?, Bool, Bool, String)]) func eachTerminalGetsOneThatItKnows(
      _ term: String?, _ inTmux: Bool, _ isVTE: Bool, _ wanted: String
    )
  {
    #expect(
      Notifier.sequence("2 are late.", term: term, inTmux: inTmux, isVTE: isVTE) == wanted)
  }

  @Test func aSentenceCannotEndTheSequence() {
    for (term, isVTE) in [("xterm", false), ("xterm", true)] {
      let sent = Notifier.sequence("a;b\u{7}c\u{1b}\\d\n", term: term, inTmux: false, isVTE: isVTE)
      #expect(sent.unicodeScalars.filter { $0.value < 0x20 }.map(\.value) == [0x1b, 0x07])
      #expect(sent.contains("a,b"))
    }
  }

  // MARK: - The command

  /// A home with something due, and these settings.
  private func home(_ settings: String?) throws -> PrivateHome {
    let home = try PrivateHome(now: TestClock.text)
    if let settings {
      try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
      _ = try home.file("config/debrief/config.toml", settings, mode: 0o600)
    }
    return home
  }

  private func addDue(_ home: PrivateHome) throws {
    let added = try home.run(["add", "Canaria", "Engineer", "--interview", "2026-03-10 10:00"])
    try #require(added.status == 0, "\(added.err)")
  }

  private func text(_ home: PrivateHome, _ name: String) -> String? {
    try? String(contentsOfFile: "\(home.folder)/\(name)", encoding: .utf8)
  }

  @Test func aCommandGetsTheSentenceAsItsLastArgument() throws {
    let home = try home(nil)
    let program = try home.file(
      "tell.sh", "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > \"$HOME/told\"\n")
    try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
    _ = try home.file(
      "config/debrief/config.toml", "notify = [\"\(program)\", \"two $HOME words\"]\n", mode: 0o600)
    // Nothing due: nothing told.
    try #require(home.run(["add", "Quiet", "Engineer"]).status == 0)
    let none = try home.run(["remind", "--notify"])
    #expect(none.status == 1 && none.out.isEmpty && none.err.isEmpty, "\(none)")
    #expect(text(home, "told") == nil)
    try addDue(home)
    // Only who asks for it is notified.
    let quiet = try home.run(["remind"])
    #expect(quiet.status == 0 && text(home, "told") == nil)
    let told = try home.run(["remind", "--notify"])
    #expect(told.status == 0 && told.out == quiet.out && told.err.isEmpty)
    #expect(text(home, "told") == "2\ntwo $HOME words\n\(told.out)")
    #expect(!told.out.contains("Canaria"))
  }

  @Test(arguments: [
    ("[\"no-such-program-anywhere\"]", "isn't installed"), ("[\"/nowhere/tell\"]", "be started"),
    ("[\"false\"]", "ended with status 1"), ("\"terminal\"", "there's none here"),
    ("\"bell\"", "there's none here"),
  ]) func whatFailsIsSaid(_ setting: String, _ reason: String) throws {
    let home = try home("notify = \(setting)\n")
    try addDue(home)
    let result = try home.run(["remind", "--notify"])
    #expect(result.status == 74 && result.out.hasSuffix(".\n"))
    #expect(result.err.contains(reason), "\(result.err)")
  }

  @Test func offIsSaid() throws {
    for settings in [nil, "notify = \"off\"\n"] {
      let home = try home(settings)
      try addDue(home)
      let result = try home.run(["remind", "--notify"])
      #expect(result.status == 64 && result.out.isEmpty)
      #expect(result.err.contains("--notify does nothing"))
    }
  }

  // MARK: - On a terminal

  @Test(arguments: [("\"bell\"", "\u{7}"), ("\"terminal\"", "\u{1b}]9;debrief: ")])
  func theTerminalIsSentIt(_ setting: String, _ wanted: String) throws {
    let home = try home("notify = \(setting)\n")
    try addDue(home)
    let run = try home.open(["remind", "--notify"])
    #expect(try run.end() == .exited(0))
    #expect([UInt8](wanted.utf8).isContained(in: run.sent))
    #expect(!run.screen.shows("debrief:"))
    // When the screen opens, too, once, and behind what there is to look at.
    let screen = try home.opened()
    try screen.wait("the notification") { [UInt8](wanted.utf8).isContained(in: screen.sent) }
    let before = screen.sent.prefix { $0 != 0x07 }
    #expect([UInt8]("Canaria".utf8).isContained(in: Array(before)))
    try screen.quit()
    #expect(screen.sent.count { $0 == 0x07 } == 1)
    #expect(screen.damage == [])
    // The sample data is nobody's, and plain mode draws and rings nothing.
    for arguments in [["--demo"], ["--plain"]] {
      let other = try home.open(arguments)
      try other.wait("the beginning") {
        other.screen.shows("? help") || other.screen.shows("plain mode")
      }
      #expect(!other.sent.contains(0x07))
      try other.type(arguments == ["--demo"] ? "Q" : "q\r")
      _ = try other.end()
    }
  }

  @Test func withoutASettingNothingRings() throws {
    let home = try home(nil)
    try addDue(home)
    let run = try home.opened()
    try run.quit()
    #expect(!run.sent.contains(0x07))
  }
}
