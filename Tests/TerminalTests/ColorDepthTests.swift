import Terminal
import Testing

/// Who takes the parts of a color, and what its number is then.
@Suite(.timed) struct ColorDepthTests {
  @Test func onlyWhoObeysLikeXtermIsBelieved() {
    func takes(_ term: String, _ colorterm: String?, isTmux: Bool = false) -> Bool {
      ColorDepth.takesParts(term: term, colorterm: colorterm, isTmux: isTmux)
    }
    for term in ["xterm", "xterm-256color", "foot", "xterm-kitty", "alacritty", "tmux-256color"] {
      #expect(takes(term, "truecolor") && takes(term, "24bit") && takes(term, "TrueColor"))
      for other in [nil, "", "1", "yes", "256", "truecolors", "rxvt-xpm"] as [String?] {
        #expect(!takes(term, other), "\(term), \(other ?? "nothing")")
      }
    }
    // The variable of the terminal around them.
    for term in ["screen", "screen-256color", "linux", "vt100", "dumb", "", "eterm-color"] {
      #expect(!takes(term, "truecolor"), "\(term)")
    }
    #expect(takes("screen-256color", "truecolor", isTmux: true))
    #expect(takes("xterm-direct", nil) && takes("foot-direct", ""))
    #expect(!takes("xterm-directs", nil))
  }

  @Test func aColorOfThePaletteKeepsItsNumber() {
    for isExact in [true, false] {
      var numbers = ColorNumbers(isExact: isExact)
      #expect(numbers.number(red: 0, green: 95, blue: 135) == 24)
      #expect(numbers.number(red: 255, green: 255, blue: 255) == 231)
      #expect(numbers.number(red: 0, green: 95, blue: 135) == 24)
      #expect(numbers.exact == [])
    }
  }

  /// Sky blue, and a neighbour of it: the first has the number of the nearest, the second one of its own.
  @Test func anyOtherHasOneOfItsOwn() {
    var numbers = ColorNumbers(isExact: true)
    #expect(numbers.number(red: 0x56, green: 0xb4, blue: 0xe9) == 74)
    #expect(numbers.number(red: 0x57, green: 0xb4, blue: 0xe9) == 255)
    #expect(numbers.number(red: 0x56, green: 0xb4, blue: 0xe9) == 74)
    // The palette's own, whose number is taken.
    #expect(numbers.number(red: 0x5f, green: 0xaf, blue: 0xd7) == 254)
    let told = numbers.exact.map { "\($0.number) \(String($0.parts, radix: 16))" }
    #expect(told == ["74 56b4e9", "255 57b4e9", "254 5fafd7"])
    var near = ColorNumbers(isExact: false)
    #expect(near.number(red: 0x56, green: 0xb4, blue: 0xe9) == 74)
    #expect(near.number(red: 0x57, green: 0xb4, blue: 0xe9) == 74)
    #expect(near.exact == [])
  }
}
