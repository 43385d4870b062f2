import TestSupport
import Testing

/// Where there is no screen to be had, one sentence says so and nothing is written to the terminal.
@Suite(.timed) struct NoScreenTests {
  private func expectSentence(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(!text.utf8.contains(0x1b), sourceLocation: location)
    #expect(text.hasPrefix("debrief: "), "\(text)", sourceLocation: location)
    #expect(text.hasSuffix(".\n") || text.hasSuffix(".\r\n"), "\(text)", sourceLocation: location)
    #expect(text.filter(\.isNewline).count == 1, "\(text)", sourceLocation: location)
    for command in ["debrief list", "show", "report", "add", "--help"] {
      #expect(text.contains(command), "\(text)", sourceLocation: location)
    }
  }

  @Test(arguments: ["dumb", nil, "", "no-such-terminal", "\u{1b}[31mred"] as [String?])
  func aTerminalThatCannotPlaceItsCursor(_ name: String?) throws {
    let home = try PrivateHome()
    home.environment["TERM"] = name
    // Without being told so it goes on in plain mode.
    let run = try home.open(["--no-plain"])
    #expect(try run.end() == .exited(1))
    expectSentence(String(decoding: run.sent, as: UTF8.self))
    #expect(run.modes == run.modesBefore)
  }

  @Test func noTerminalAtAll() throws {
    let home = try PrivateHome()
    for arguments in [[], ["--database", home.database]] {
      let said = try home.run(arguments)
      #expect(said.status == 1)
      #expect(said.out == "")
      expectSentence(said.err)
    }
  }

  @Test func theSentenceIsTrue() throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["TERM"] = "dumb"
    try home.addRefused()
    for arguments in [["list"], ["show", "Nordlicht"], ["report", "Nordlicht"], ["--help"]] {
      let said = try home.run(arguments)
      #expect(said.status == 0, "\(arguments): \(said.err)")
      #expect(!said.out.isEmpty)
      #expect(!said.out.utf8.contains(0x1b))
    }
  }
}
