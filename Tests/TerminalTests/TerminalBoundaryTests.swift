import TUI
import Testing

@testable import Terminal

/// Where sequences, pastes, colors and copies begin and end.
@Suite(.timed) struct TerminalBoundaryTests {
  private func events(_ parts: String..., limit: Int = 1 << 20) -> [InputEvent] {
    var decoder = InputDecoder(pasteLimit: limit)
    return parts.flatMap { decoder.feed(Array($0.utf8)) } + decoder.flush()
  }

  @Test func whatIsUnfinishedIsSaid() {
    func unfinished(_ bytes: [UInt8]) -> InputDecoder.Unfinished? {
      var decoder = InputDecoder()
      _ = decoder.feed(bytes)
      return decoder.unfinished
    }
    #expect(unfinished([0x41, 0x42]) == nil)
    #expect(unfinished([0x1b]) == .escape)
    #expect(unfinished([0x1b, 0x5b]) == .escape)
    #expect(unfinished([0x1b, 0x5b, 0x31]) == .sequence)
    #expect(unfinished([0xc3]) == .sequence)
    #expect(unfinished(Array("\u{1b}[200~a".utf8)) == .paste)
  }

  @Test func aPasteHasItsLimit() {
    func paste(_ count: Int) -> InputEvent? {
      events("\u{1b}[200~", String(repeating: "x", count: count), "\u{1b}[201~", limit: 8).first
    }
    #expect(paste(8) == .paste("xxxxxxxx"))
    #expect(paste(9) == .tooLong)
    #expect(paste(40) == .tooLong)
    let twice = events(
      "\u{1b}[200~", String(repeating: "x", count: 40), "\u{1b}[201~", "\u{1b}[200~a\u{1b}[201~",
      limit: 8)
    #expect(twice == [.tooLong, .paste("a")])
    #expect(events("\u{1b}[200~a\u{1b}[2", "01~") == [.paste("a")])
    #expect(events("\u{1b}[200~a\r\nb\rc\nd\u{1b}[201~") == [.paste("a\nb\nc\nd")])
  }

  @Test func keysAreReadWhole() {
    #expect(events("\u{1b}[1;9A") == [.key(Key(.up, .alt))])
    #expect(events("\u{1b}[1;3A") == [.key(Key(.up, .alt))])
    #expect(events("\u{1b}[1;5A") == [.key(Key(.up, .control))])
    #expect(events("\u{1b}[[A", "\u{1b}[[E") == [.key(Key(.function(1))), .key(Key(.function(5)))])
    #expect(events("\u{1b}\u{1b}x") == [.key(Key(.escape)), .key(.alt("x"))])
    #expect(SequenceParser.numbers(Array("1;5:2".utf8)[...]) == [1, 5])
    #expect(SequenceParser.cutOff([0xf0, 0x9f, 0x98][...]) == 3)
    #expect(SequenceParser.cutOff([0xe2, 0x82][...]) == 2)
    #expect(SequenceParser.cutOff([0xc3][...]) == 1)
    #expect(SequenceParser.cutOff([0x41][...]) == 0)
  }

  @Test func theLongestKnownSequenceCounts() {
    let known = [
      InputDecoder.Sequence([0x1b, 0x4f], Key(.home)),
      InputDecoder.Sequence([0x1b, 0x4f, 0x41], Key(.end)),
    ]
    for order in [known, known.reversed()] {
      var decoder = InputDecoder(sequences: order)
      #expect(decoder.feed([0x1b, 0x4f, 0x41]) + decoder.flush() == [.key(Key(.end))])
    }
  }

  @Test(
    arguments: [
      ([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["CLICOLOR": "0"], false),
      (["CLICOLOR": "1"], true), (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "0"], false),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": ""], false),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
    ] as [([String: String], Bool)]) func colorsAreAsTheEnvironmentHasThem(
      _ environment: [String: String], _ has: Bool
    )
  {
    #expect(ColorChoice.auto.hasColor(environment) == has)
    #expect(ColorChoice.always.hasColor(environment))
    #expect(!ColorChoice.never.hasColor(environment))
  }

  @Test func theLastGrayIsTheLightest() throws {
    #expect(try #require(Palette256.parts(of: 255)) == (238, 238, 238))
    #expect(try #require(Palette256.parts(of: 232)) == (8, 8, 8))
    #expect(try #require(Palette256.parts(of: 46)) == (0, 255, 0))
    #expect(try #require(Palette256.parts(of: 21)) == (0, 0, 255))
    #expect(try #require(Palette256.parts(of: 196)) == (255, 0, 0))
    #expect(Palette256.parts(of: 15) == nil && Palette256.parts(of: 16) != nil)
  }

  @Test func aTextIsCopiedUpToItsLimit() throws {
    func copy(_ count: Int) throws -> String {
      try Clipboard.sequence(String(repeating: "x", count: count), inTmux: false)
    }
    #expect(throws: TerminalError.self) { try copy(0) }
    #expect(try copy(1) == "\u{1b}]52;c;eA==\u{7}")
    #expect(try copy(2) == "\u{1b}]52;c;eHg=\u{7}")
    #expect(try copy(3) == "\u{1b}]52;c;eHh4\u{7}")
    #expect(try copy(Clipboard.limit).isEmpty == false)
    #expect(throws: TerminalError.self) { try copy(Clipboard.limit + 1) }
    #expect(Clipboard.isTmux(tmux: "/tmp/x", term: "tmux-256color"))
    #expect(Clipboard.isTmux(tmux: "/tmp/x", term: "screen"))
    #expect(
      !Clipboard.isTmux(tmux: "/tmp/x", term: "xterm") && !Clipboard.isTmux(tmux: "", term: "tmux"))
  }
}
