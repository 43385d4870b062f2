import Glibc
import TestSupport
import Testing

/// The terminals that people have, by the names they give themselves.
@Suite(.timed) struct UsualTerminalTests {
  private static let names = [
    "xterm", "xterm-256color", "xterm-direct", "tmux", "tmux-256color", "screen", "screen-256color",
    "rxvt-unicode-256color", "foot", "alacritty", "linux", "vt100", "vt220",
  ]

  /// The screen is there, a form opens and closes, and the shell's is there again.
  @Test(arguments: names) func eachIsUsedAndGivenBack(_ name: String) throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    home.environment["TERM"] = name
    let run = try home.opened()
    #expect(run.screen.shows("Nordlicht"), "\(run.screen.text)")
    try run.type("c", until: "Write it down now")
    try run.enter("typed here")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
    #expect(try home.archive().note.map(\.text) == ["typed here"])
    // A palette of so many colors, and none where there are none.
    let codes = LookTests.codes(in: run.sent)
    if ["xterm", "screen", "tmux", "linux"].contains(name) {
      #expect(!codes.contains { $0.starts(with: [38]) || $0.starts(with: [48]) }, "\(codes)")
    }
    // One that takes the parts of a color gets those of the same colors: the bar's are 0, 95, 135.
    if name == "xterm-direct" {
      #expect([UInt8]("48:2::0:95:135".utf8).isContained(in: run.sent))
    }
    if name.hasPrefix("vt") {
      #expect(!codes.joined().contains { (30...49).contains($0) }, "\(codes)")
    }
  }

  /// What the terminal says of itself counts, and only where it can be meant: the bar has one of 256 colors.
  @Test(
    arguments: [
      ("xterm", "truecolor", true), ("tmux", "24bit", true), ("xterm", "yes", false),
      ("screen", "truecolor", false), ("linux", "truecolor", false),
    ])
  func anOldDescriptionOfAColorfulTerminal(_ term: String, _ says: String, _ isHeard: Bool) throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Nordlicht")
    home.environment["TERM"] = term
    home.environment["COLORTERM"] = says
    let run = try home.opened()
    try run.quit()
    #expect(run.damage == [])
    let codes = LookTests.codes(in: run.sent)
    #expect(codes.contains { $0.contains([48, 5, 24]) } == isHeard)
    // Colors that are among the 256 are told as those: it's less to send.
    #expect(!codes.contains { $0.starts(with: [38, 2]) || $0.starts(with: [48, 2]) })
  }

  /// Okabe and Ito's sky blue, which is none of the 256, and a background that is.
  @Test(arguments: ["truecolor", "24bit", nil] as [String?])
  func aThemeHasItsOwnColorsWhereTheTerminalTakesThem(_ says: String?) throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Nordlicht")
    _ = try home.run(
      [
        "-c", "mkdir -p \"$0\" && echo 'theme = \"colorblind\"' > \"$0/config.toml\"",
        home.folder + "/config/debrief",
      ], binary: "/bin/sh")
    home.environment["COLORTERM"] = says
    let run = try home.opened()
    try run.type("?", until: "j k scroll")
    try run.type("q")
    try run.waitUntilGone("j k scroll")
    try run.quit()
    #expect(run.damage == [])
    let codes = LookTests.codes(in: run.sent)
    #expect(codes.contains([38, 2, 0x56, 0xb4, 0xe9]) == (says != nil))
    #expect(codes.contains([38, 5, 74]) == (says == nil))
    #expect(codes.contains([48, 5, 233]))
  }

  /// So long what begins like a key's sequence is waited for: Alt-z hides everything, z alone does nothing.
  @Test(
    arguments: [(nil, false), ("5000", true), ("nonsense", false), ("0", false)]
      as [(String?, Bool)])
  func theDelayAfterEscapeIsTheUsers(_ delay: String?, _ isAlt: Bool) throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["ESCDELAY"] = delay
    let run = try home.opened()
    try run.type(Keys.escape)
    run.look(for: 0.5)
    try run.type("z", until: isAlt ? "March 2026" : "z does nothing here")
    if isAlt { try run.type(Keys.enter, until: "Nothing here yet") }
    try run.quit()
  }
}
