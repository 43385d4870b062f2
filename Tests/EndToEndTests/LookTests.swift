import Foundation
import TestSupport
import Testing

/// Terminals without UTF-8 and people without colours.
@Suite(.timed) struct LookTests {
  @Test func withoutUTF8EverythingIsASCII() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Café 漢字 👩")
    home.environment["LC_ALL"] = "C"
    let run = try home.opened()
    try run.type(Keys.enter, until: "go through it together")
    try run.type(Keys.tab)
    try run.settle()
    #expect(run.screen.shows("+-"))
    #expect(run.screen.shows("|"))
    #expect(run.screen.shows("Cafe "), "\(run.screen.text)")
    try run.type("p")
    try run.settle()
    #expect(run.screen.shows("Cafe "), "\(run.screen.text)")
    try run.type("q?", until: "j k scroll")
    try run.type("qA", until: "Edit the application")
    try run.type(Keys.escape)
    try run.waitUntilGone("Edit the application")
    try run.quit()
    let strange = run.sent.filter { $0 >= 0x80 }
    #expect(strange.isEmpty, "\(strange.prefix(20))")
    #expect(!run.sent.isEmpty)
  }

  @Test func withoutUTF8WhatIsTypedIsKept() throws {
    let home = try PrivateHome()
    home.environment["LC_ALL"] = "C"
    let run = try home.opened()
    try run.type("a", until: "Add an application")
    try run.type("Café", until: "Caf")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().application.map(\.company) == ["Café"])
  }

  @Test(arguments: [true, false]) func coloursCanBeTurnedOff(_ off: Bool) throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Nordlicht")
    try home.addRefused("Kestrel")
    home.environment["NO_COLOR"] = off ? "1" : nil
    let run = try home.opened()
    let row = try #require(run.screen.row(with: "▸"))
    let other = try #require([row - 1, row + 1].first { run.screen.row($0).contains("rejected") })
    // A tint where there are 256 colors, else swapped.
    #expect(run.screen.cell(10, row).attrs.reverse == (off ? 1 : 0))
    #expect(run.screen.cell(10, other).attrs.reverse == 0)
    #expect(Self.codes(in: run.sent).contains { $0.contains([48, 5, 24]) } == !off)
    try run.type(Keys.enter, until: "go through it together")
    try run.type("?", until: "j k scroll")
    try run.type("q")
    try run.waitUntilGone("j k scroll")
    try run.quit()
    let colours = Self.colours(in: run.sent)
    #expect(colours.isEmpty == off, "\(colours)")
  }

  /// What other programs hear is heard by this one, too, and not only by the rule.
  @Test(arguments: [
    (["CLICOLOR": "0"], true), (["CLICOLOR": "1"], false),
    (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], false), (["NO_COLOR": "1", "CLICOLOR": "1"], true),
  ]) func theEnvironmentTurnsColorsOff(_ variables: [String: String], _ off: Bool) throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment.merge(variables) { $1 }
    let run = try home.opened()
    try run.quit()
    #expect(Self.colours(in: run.sent).isEmpty == off, "\(variables)")
  }

  /// Each theme, through the real program: a fixed one sets its background, and `NO_COLOR` wins.
  @Test(arguments: [("dark", 234), ("light", 231), ("high-contrast", 16), ("colorblind", 233)])
  func aThemeIsChosenInTheSettings(_ name: String, _ background: Int) throws {
    for (term, off) in [("xterm-256color", false), ("xterm-256color", true), ("xterm", false)] {
      let home = try PrivateHome(now: TestClock.text)
      try home.addRefused("Nordlicht")
      let folder = home.folder + "/config/debrief"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try "theme = \"\(name)\"\n".write(
        toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
      home.environment["TERM"] = term
      home.environment["NO_COLOR"] = off ? "1" : nil
      let run = try home.opened()
      try run.quit()
      let codes = Self.codes(in: run.sent)
      #expect(codes.contains { $0.contains([48, 5, background]) } == (term != "xterm" && !off))
      #expect(Self.colours(in: run.sent).isEmpty == off)
    }
  }

  /// The parameters of all SGR sequences that set a colour.
  private static func colours(in bytes: [UInt8]) -> [Int] {
    codes(in: bytes).flatMap { $0 }.filter {
      (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
    }
  }

  /// The parameters of each SGR sequence.
  static func codes(in bytes: [UInt8]) -> [[Int]] {
    var found: [[Int]] = []
    var i = 0
    while i + 1 < bytes.count {
      guard bytes[i] == 0x1b, bytes[i + 1] == 0x5b else {
        i += 1
        continue
      }
      var end = i + 2
      while end < bytes.count, (0x30...0x3f).contains(bytes[end]) { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "m") {
        let numbers = bytes[(i + 2)..<end].split(separator: 0x3b).map {
          Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
        found.append(numbers)
      }
      i = max(end, i + 2)
    }
    return found
  }
}
