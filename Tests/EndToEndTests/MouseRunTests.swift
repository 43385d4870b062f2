import Glibc
import TestSupport
import Testing

/// The mouse in a real terminal: reported while the screen is ours, and never else.
@Suite(.timed) struct MouseRunTests {
  private func click(_ run: TerminalRun, on text: String, times: Int = 1) throws {
    let row = try #require(run.screen.row(with: text))
    let line = run.screen.row(row)
    let at = try #require(line.range(of: text))
    let column = line.distance(from: line.startIndex, to: at.lowerBound)
    let report = "\u{1b}[<0;\(column + 1);\(row + 1)"
    for _ in 0..<times { try run.type(report + "M", report + "m") }
  }

  @Test func aClickOnAWordOfTheLastRowIsItsKey() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let run = try home.opened()
    #expect(run.isOn(1000) && run.isOn(1006) && !run.isOn(1002) && !run.isOn(1003))
    try click(run, on: "? help")
    try run.waitFor("j k scroll")
    try click(run, on: "q back")
    try run.waitUntilGone("j k scroll")
    // The row of the application: what is to be done there leads elsewhere.
    try click(run, on: "start?", times: 2)
    try run.waitFor("go through it together")
    try run.quit()
    #expect(run.damage == [])
  }

  @Test(arguments: [["--no-mouse"], []]) func itIsLeftToTheTerminal(_ arguments: [String]) throws {
    let home = try PrivateHome(now: TestClock.text)
    if arguments.isEmpty {
      try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
      _ = try home.file("config/debrief/config.toml", "mouse = false\n", mode: 0o600)
    }
    let run = try home.open(arguments)
    try run.wait("the first screen") { run.screen.shows("all keys") }
    #expect(!run.isOn(1000) && !run.isOn(1006))
    try run.quit()
    #expect(![UInt8]("\u{1b}[?1000".utf8).isContained(in: run.sent))
  }

  @Test func plainModeNeverTurnsItOn() throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try home.open(["--plain"])
    try run.waitFor("plain mode")
    try run.type("q\r")
    _ = try run.end()
    #expect(![UInt8]("\u{1b}[?1000".utf8).isContained(in: run.sent))
  }
}

extension [UInt8] {
  /// Whether these bytes stand anywhere in others.
  func isContained(in bytes: [UInt8]) -> Bool { lastIndex(in: bytes) != nil }
}
