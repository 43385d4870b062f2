import TUI
import TestSupport
import Testing

@testable import Terminal

/// What a terminal says of itself: told apart from keys however it comes, and believed only in time.
@Suite(.timed) struct AnswerTests {
  static let answers: [(String, TerminalAnswer?)] = [
    ("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", .background(red: 1, green: 1, blue: 1)),
    ("\u{1b}]11;rgb:0000/0000/0000\u{7}", .background(red: 0, green: 0, blue: 0)),
    ("\u{1b}]11;rgb:f/0/f\u{7}", .background(red: 1, green: 0, blue: 1)),
    ("\u{1b}]11;rgba:ff/00/00/80\u{1b}\\", .background(red: 1, green: 0, blue: 0)),
    ("\u{1b}]11;#ffffff\u{7}", nil), ("\u{1b}]11;rgb:fffff/0/0\u{7}", nil),
    ("\u{1b}]11;\u{7}", nil),
    ("\u{1b}[?2026;2$y", .mode(2026, 2)), ("\u{1b}[?2026;0$y", .mode(2026, 0)),
    ("\u{1b}[?2026;12$y", .mode(2026, 12)), ("\u{1b}[?2026;$y", nil),
    ("\u{1b}[?2027;1$y", nil), ("\u{1b}[?2026;2;3$y", nil), ("\u{1b}[?2026;123$y", nil),
  ]

  private func typed(_ text: String) -> [InputEvent] { text.map { .key(.char($0)) } }

  /// Whole, in two pieces and byte by byte, between keys.
  @Test(arguments: answers) func isNeverTyped(_ text: String, _ answer: TerminalAnswer?) {
    let bytes = Array("a\(text)b".utf8)
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      let events = [bytes[..<split], bytes[split...]].flatMap { decoder.feed($0) }
      #expect(events == typed("ab"), "split at \(split)")
      #expect(decoder.takeAnswers() == [answer].compactMap { $0 })
      #expect(decoder.takeAnswers() == [])
      #expect(decoder.unfinished == nil)
    }
    var decoder = InputDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == typed("ab"))
  }

  /// On a line so slow that what came was taken for a key: the rest of an answer is no text all the same.
  @Test(arguments: ["\u{1b}]11;rgb:1c1c/1c1c/1c1c\u{7}", "\u{1b}[?2026;2$y"])
  func itsRestIsNeverTypedHoweverLate(_ text: String) {
    let bytes = Array(text.utf8)
    for split in 1..<bytes.count {
      var decoder = InputDecoder()
      var events = decoder.feed(bytes[..<split])
      if decoder.unfinished != nil { events += decoder.flush() }
      events += decoder.feed(bytes[split...])
      // What had come may have been the Esc key, or one with Alt, and what follows that.
      let keys = split == 1 ? [InputEvent.key(Key(.escape))] : events
      #expect(events == keys && events.count <= max(1, split - 1), "split at \(split)")
      #expect(decoder.takeAnswers().count == 1, "split at \(split)")
      #expect(decoder.feed([0x6a]) == [.key(.char("j"))])
    }
  }

  @Test func anAnswerWithoutAnEndIsLetGoOfWithTheNextKey() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("\u{1b}]11;rgb:1c".utf8)) == [])
    #expect(decoder.unfinished == nil)
    #expect(decoder.feed([0x71]) == typed("q"))
    #expect(decoder.feed(Array("\u{1b}]11;rgb:1c".utf8)) == [])
    #expect(decoder.feed([0x0d]) == [.key(Key(.enter))])
    #expect(decoder.feed(Array("\u{1b}]11;\(String(repeating: "f", count: 99))".utf8)).count < 99)
  }

  /// Keys that begin as an answer does.
  @Test func keysWithAltStayKeys() {
    for (text, expected) in [
      ("\u{1b}]", [InputEvent.key(.alt("]"))]), ("\u{1b}]1", [.key(.alt("]")), .key(.char("1"))]),
      ("\u{1b}[", [.key(.alt("["))]), ("\u{1b}", [.key(Key(.escape))]),
    ] {
      var decoder = InputDecoder()
      #expect(decoder.feed(Array(text.utf8)) == [])
      #expect(decoder.unfinished != nil)
      #expect(decoder.flush() == expected)
      #expect(decoder.feed([0x31]) == typed("1"))
    }
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("\u{1b}]x".utf8)) == [.key(.alt("]")), .key(.char("x"))])
  }

  // MARK: What follows

  private func asked(_ colorfgbg: String? = nil) -> Inquiry {
    var inquiry = Inquiry(canAsk: true, wantsBackdrop: true, colorfgbg: colorfgbg)
    inquiry.waits(now: 1_000)
    return inquiry
  }

  private let white = TerminalAnswer.background(red: 1, green: 1, blue: 1)
  private let black = TerminalAnswer.background(red: 0, green: 0, blue: 0)
  private let middle = TerminalAnswer.background(red: 0.5, green: 0.5, blue: 0.5)

  @Test func theFirstAnswerCounts() {
    var inquiry = asked()
    #expect(inquiry.hear(white, now: 1_100) == .backdrop(.light))
    #expect(inquiry.hear(black, now: 1_100) == .nothing)
    #expect(inquiry.isOpen)
    #expect(inquiry.hear(.mode(2026, 2), now: 9_000) == .holdsFrames)
    #expect(inquiry.hear(.mode(2026, 2), now: 9_000) == .nothing)
    #expect(!inquiry.isOpen)
  }

  @Test func aLateColorChangesNothing() {
    var inquiry = asked()
    inquiry.waits(now: 1_090)
    #expect(inquiry.hear(black, now: 1_101) == .nothing)
    #expect(inquiry.hear(black, now: 1_101) == .nothing)
  }

  @Test func framesAreHeldOnlyWhereTheModeIsKnown() {
    for (state, outcome) in [
      (0, Inquiry.Outcome.nothing), (1, .holdsFrames), (2, .holdsFrames), (3, .nothing),
      (4, .nothing),
    ] {
      var inquiry = asked()
      #expect(inquiry.hear(.mode(2026, state), now: 1_000) == outcome)
    }
  }

  @Test func theEnvironmentCountsUntilTheTerminalSpeaks() {
    #expect(asked("0;15").presumed == .light)
    #expect(asked("15;default;0").presumed == .dark)
    #expect(asked(nil).presumed == nil)
    var inquiry = asked("0;15")
    #expect(inquiry.hear(white, now: 1_001) == .nothing)
    inquiry = asked("0;15")
    #expect(inquiry.hear(black, now: 1_001) == .backdrop(.dark))
    inquiry = asked("0;15")
    #expect(inquiry.hear(middle, now: 1_001) == .backdrop(nil))
    inquiry = asked()
    #expect(inquiry.hear(middle, now: 1_001) == .nothing)
    // Whoever chose colors is not asked.
    let unasked = Inquiry(canAsk: true, wantsBackdrop: false, colorfgbg: "0;15")
    #expect(unasked.presumed == nil && unasked.questions == TerminalAnswer.askSynchronised)
  }

  @Test func whoCannotAnswerIsNotAsked() {
    let inquiry = Inquiry(canAsk: false, wantsBackdrop: true, colorfgbg: "15;0")
    #expect(inquiry.questions == "" && !inquiry.isOpen && inquiry.presumed == .dark)
    #expect(inquiry.patience(now: 0) == 0)
  }

  /// Whoever gets the terminal next waits for the rest of the time, and no longer.
  @Test func theTerminalIsNotHandedOnWithAnAnswerUnderWay() {
    var inquiry = asked()
    #expect(inquiry.patience(now: 1_030) == 70)
    #expect(inquiry.patience(now: 1_200) == 0)
    _ = inquiry.hear(white, now: 1_030)
    #expect(inquiry.patience(now: 1_030) == 70)
    _ = inquiry.hear(.mode(2026, 0), now: 1_030)
    #expect(inquiry.patience(now: 1_030) == 0)
  }

  @Test func numbersOfColorsAreLightOrDark() {
    for number in 0...15 {
      let isDark = number < 7 || number == 8
      #expect(Backdrop(colorfgbg: "0;\(number)") == (isDark ? .dark : .light))
    }
    for text in ["", ";", "15", "0;default", "0;16", "0;-1", "0;255", "a;b"] {
      #expect(Backdrop(colorfgbg: text) == nil, "\(text)")
    }
  }

  @Test func onlyTerminalsThatAreKnownToAnswerAreAsked() {
    for name in ["xterm-256color", "xterm", "foot", "alacritty", "tmux-256color", "xterm-kitty"] {
      #expect(TerminalKind.answers(name, isTmux: false), "\(name)")
    }
    for name in [
      "linux", "dumb", "vt100", "vt220", "ansi", "cons25", "screen", "rxvt", "eterm", "",
    ] {
      #expect(!TerminalKind.answers(name, isTmux: false), "\(name)")
    }
    #expect(TerminalKind.answers("screen-256color", isTmux: true))
  }

  @Test func aTintKeepsWhatIsTheTerminals() {
    let other = ThemeTests.fixed
    let theme = Theme.standard.tinted(by: other)
    #expect(theme.background == nil && theme.selection == other.selection)
    for role in Role.allCases {
      let (mine, was) = (
        theme.style(for: Ink(role), colors: 256), Theme.standard.style(for: Ink(role), colors: 256)
      )
      let its = other.style(for: Ink(role), colors: 256)
      #expect(mine.foreground == (was.foreground == nil ? nil : its.foreground))
      #expect(mine.background == nil && mine.attributes == was.attributes)
      #expect(
        theme.style(for: Ink(role, .selected), colors: 256).foreground
          == other.style(for: Ink(role, .selected), colors: 256).foreground)
      for colors in [0, 8, 16] {
        #expect(
          theme.style(for: Ink(role), colors: colors)
            == Theme.standard.style(for: Ink(role), colors: colors))
      }
    }
  }
}
