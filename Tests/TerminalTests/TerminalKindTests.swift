import Terminal
import Testing

/// Which terminals are taken for which.
@Suite(.timed) struct TerminalKindTests {
  @Test func whatIsLikeNothingIsNot() {
    for name in [
      "", "no-such-terminal", "footloose", "stranger", "alacrittyish", "foot\u{1b}[31m", "foot/x",
      "dumb", "xtermite", "föot", "bogus-256color",
    ] {
      #expect(TerminalKind.lookalikes(of: name) == [], "\(name)")
    }
    for name in ["alacritty", "foot", "foot-direct", "xterm-kitty", "xterm-ghostty", "iTerm2.app"] {
      #expect(TerminalKind.lookalikes(of: name).first == "xterm-256color")
    }
  }
}
