import TUI
import Testing

@testable import Terminal

@Suite(.timed) struct DecoderTests {
  /// What each sequence means, whole, in two pieces, or byte by byte.
  static let sequences: [(String, [InputEvent])] = [
    ("\u{1b}[A", [.key(Key(.up))]), ("\u{1b}OB", [.key(Key(.down))]),
    ("\u{1b}[1;5C", [.key(Key(.right, .control))]), ("\u{1b}[1;3D", [.key(Key(.left, .alt))]),
    ("\u{1b}[1;2H", [.key(Key(.home, .shift))]),
    ("\u{1b}[1;6F", [.key(Key(.end, [.control, .shift]))]),
    ("\u{1b}[5~", [.key(Key(.pageUp))]), ("\u{1b}[6;5~", [.key(Key(.pageDown, .control))]),
    ("\u{1b}[3~", [.key(Key(.delete))]), ("\u{1b}[2~", [.key(Key(.insert))]),
    ("\u{1b}[7~", [.key(Key(.home))]), ("\u{1b}[8~", [.key(Key(.end))]),
    ("\u{1b}OP", [.key(Key(.function(1)))]), ("\u{1b}[1;2P", [.key(Key(.function(1), .shift))]),
    ("\u{1b}[15~", [.key(Key(.function(5)))]), ("\u{1b}[24~", [.key(Key(.function(12)))]),
    ("\u{1b}[[E", [.key(Key(.function(5)))]), ("\u{1b}[Z", [.key(Key(.tab, .shift))]),
    ("\u{1b}[3$", [.key(Key(.delete, .shift))]), ("\u{1b}[3^", [.key(Key(.delete, .control))]),
    ("\u{1b}[a", [.key(Key(.up, .shift))]), ("\u{1b}Oa", [.key(Key(.up, .control))]),
    ("\u{1b}\u{1b}[A", [.key(Key(.up, .alt))]), ("\u{1b}OM", [.key(Key(.enter))]),
    ("\u{1b}[27;5;9~", [.key(Key(.tab, .control))]), ("\u{1b}[97;5u", [.key(.ctrl("a"))]),
    ("\u{1b}[13;2u", [.key(Key(.enter, .shift))]), ("\u{1b}x", [.key(.alt("x"))]),
    ("\u{1b}é", [.key(.alt("é"))]), ("\u{1b}\u{7f}", [.key(Key(.backspace, .alt))]),
    ("\r", [.key(Key(.enter))]), ("\t", [.key(Key(.tab))]), ("\u{7f}", [.key(Key(.backspace))]),
    (
      "\u{1}\u{3}\u{1a}\u{13}\u{11}",
      [.key(.ctrl("a")), .key(.ctrl("c")), .key(.ctrl("z")), .key(.ctrl("s")), .key(.ctrl("q"))]
    ),
    ("\0", [.key(.ctrl(" "))]), ("\u{1f}", [.key(.ctrl("_"))]), ("\u{1c}", [.key(.ctrl("\\"))]),
    ("jé漢👍", [.key(.char("j")), .key(.char("é")), .key(.char("漢")), .key(.char("👍"))]),
    ("\u{1b}[?62;1c", []), ("\u{1b}[I", []), ("\u{1b}[12;40R", []), ("\u{1b}[999~", []),
    (
      "\u{1b}[200~a\rb\r\nc\n\u{1b}[31m\0\u{1b}[201~k",
      [.paste("a\nb\nc\n\u{1b}[31m\0"), .key(.char("k"))]
    ),
    ("\u{1b}[200~201~ \u{1b}[201\u{1b}[200~x\u{1b}[201~", [.paste("201~ \u{1b}[201\u{1b}[200~x")]),
    ("\u{1b}[200~\u{1b}[201~", [.paste("")]),
    ("\u{1b}[<0;12;5M", [.pointer(Pointer(.press, x: 11, y: 4))]), ("\u{1b}[<0;12;5m", []),
    ("\u{1b}[<64;1;1M", [.pointer(Pointer(.wheelUp, x: 0, y: 0))]),
    ("\u{1b}[<81;300;200M", [.pointer(Pointer(.wheelDown, x: 299, y: 199))]),
    // The other buttons, a motion, sideways.
    (
      "\u{1b}[<1;2;2M\u{1b}[<2;2;2M\u{1b}[<32;2;2M\u{1b}[<35;2;2M\u{1b}[<66;2;2M\u{1b}[<128;2;2M",
      []
    ),
    // Nothing that a terminal sends.
    ("\u{1b}[<0;0;5M\u{1b}[<0;5;0M\u{1b}[<0;99999;5M\u{1b}[<0;5M\u{1b}[<0;5;5;5M\u{1b}[<M", []),
    ("\u{1b}[<;;M\u{1b}[<0:1;5;5M\u{1b}[<0;123456789;5M\u{1b}[<-1;2;3M", []),
    // The oldest form: its bytes are no keys.
    ("\u{1b}[M !!q", [.pointer(Pointer(.press, x: 0, y: 0)), .key(.char("q"))]),
    ("\u{1b}[M#QQ", []), ("\u{1b}[Mbqq", []),
    ("\u{1b}[M`qq", [.pointer(Pointer(.wheelUp, x: 80, y: 80))]),
    ("a\u{1b}[Bb", [.key(.char("a")), .key(Key(.down)), .key(.char("b"))]),
  ]

  @Test(arguments: sequences)
  func atEverySplit(_ text: String, _ expected: [InputEvent]) {
    let bytes = Array(text.utf8)
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      let events = [bytes[..<split], bytes[split...]].flatMap { decoder.feed($0) }
      #expect(events == expected, "\(text.debugDescription) split at \(split)")
      #expect(decoder.unfinished == nil)
    }
    var decoder = InputDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == expected)
  }

  /// What is left of a report when its end does not come is no key either.
  @Test func aReportThatIsCutOffIsNoKey() {
    for text in ["\u{1b}[<0;12;5M", "\u{1b}[Mqqq"] {
      let bytes = Array(text.utf8)
      for length in 3..<bytes.count {
        var decoder = InputDecoder()
        #expect(
          decoder.feed(bytes[..<length]) + decoder.flush() == [],
          "\(length) of \(text.debugDescription)")
        #expect(decoder.feed([0x6a]) == [.key(.char("j"))])
      }
    }
    // A column beyond 95 is a byte that begins no character.
    var decoder = InputDecoder()
    #expect(
      decoder.feed([0x1b, 0x5b, 0x4d, 0x20, 0xff, 0x21]) == [
        .pointer(Pointer(.press, x: 222, y: 0))
      ])
  }

  @Test func twoPressesAtOneCellSoonAfterEachOtherAreOne() {
    var clicks = ClickCounter()
    func press(_ x: Int, _ time: Int) -> Pointer.Action? {
      guard case .pointer(let it) = clicks.counted(.pointer(Pointer(.press, x: x, y: 3)), at: time)
      else { return nil }
      return it.action
    }
    #expect([press(1, 0), press(1, 300), press(1, 400)] == [.press, .pressTwice, .press])
    #expect([press(2, 500), press(2, 901), press(3, 950)] == [.press, .press, .press])
    _ = clicks.counted(.key(.char("j")), at: 960)
    #expect(press(3, 970) == .press)
  }

  @Test func allSequencesAfterEachOtherAtEverySplit() {
    let bytes = Self.sequences.flatMap { Array($0.0.utf8) }
    let expected = Self.sequences.flatMap { $0.1 }
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      let events = [bytes[..<split], bytes[split...]].flatMap { decoder.feed($0) }
      #expect(events == expected, "split at \(split)")
    }
  }

  @Test(arguments: [
    ("\u{1b}", [InputEvent.key(Key(.escape))]), ("\u{1b}[", [.key(.alt("["))]),
    ("\u{1b}O", [.key(.alt("O"))]), ("\u{1b}\u{1b}", [.key(Key(.escape)), .key(Key(.escape))]),
    ("\u{1b}[1;5", []), ("\u{1b}[200~half", [.paste("half")]),
  ])
  func whatIsUnfinishedWaitsForTheFlush(_ text: String, _ expected: [InputEvent]) {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array(text.utf8)) == [])
    #expect(decoder.unfinished != nil)
    #expect(decoder.flush() == expected)
    #expect(decoder.unfinished == nil)
    #expect(decoder.feed([0x6a]) == [.key(.char("j"))])
  }

  @Test(
    arguments: [
      ([0xff, 0x61], "\u{fffd}a"), ([0xc3, 0x61], "\u{fffd}a"), ([0xe2, 0x82, 0x61], "\u{fffd}a"),
      ([0x80, 0x81], "\u{fffd}\u{fffd}"), ([0xc0, 0xaf], "\u{fffd}\u{fffd}"),
      ([0xed, 0xa0, 0x80, 0x78], "\u{fffd}\u{fffd}\u{fffd}x"),
    ] as [([UInt8], String)])
  func badUTF8BecomesReplacements(_ bytes: [UInt8], _ shown: String) {
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<split]) + decoder.feed(bytes[split...]) + decoder.flush()
      #expect(Self.typed(events) == shown, "split at \(split)")
    }
  }

  @Test func noBytesAreTooBad() {
    var state: UInt64 = 7
    var bytes: [UInt8] = []
    for _ in 0..<200_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 33)
      bytes.append(byte % 5 == 0 ? [0x1b, 0x5b, 0x4f, 0x3b, 0x7e][Int(byte / 5) % 5] : byte)
    }
    var whole = InputDecoder()
    let expected = whole.feed(bytes) + whole.flush()
    var pieces = InputDecoder()
    var events: [InputEvent] = []
    for start in stride(from: 0, to: bytes.count, by: 7) {
      events += pieces.feed(bytes[start..<min(start + 7, bytes.count)])
    }
    events += pieces.flush()
    #expect(Self.typed(events) == Self.typed(expected))
  }

  @Test func stringsOfTheTerminalComeFirst() {
    var decoder = InputDecoder(sequences: [
      .init([0x08], Key(.backspace)), .init([0x1b, 0x5b, 0x41], Key(.home)),
    ])
    #expect(decoder.feed([0x08, 0x1b, 0x5b, 0x41]) == [.key(Key(.backspace)), .key(Key(.home))])
  }

  @Test func manyPastesAtOnce() {
    var decoder = InputDecoder()
    let bytes = Array(String(repeating: "\u{1b}[200~x\u{1b}[201~j", count: 2_000).utf8)
    #expect(decoder.feed(bytes).count == 4_000)
  }

  @Test func aPasteOfAMegabyteIsOneEvent() {
    let text = String(repeating: "The quick brown fox\r", count: 52_000)
    let bytes = Array(("\u{1b}[200~" + text + "\u{1b}[201~").utf8)
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for start in stride(from: 0, to: bytes.count, by: 4_096) {
      events += decoder.feed(bytes[start..<min(start + 4_096, bytes.count)])
    }
    #expect(events.count == 1)
    guard case .paste(let pasted) = events.first else { return }
    #expect(pasted.utf8.count == text.utf8.count)
    #expect(!pasted.utf8.contains(0x0d))
  }

  private static func typed(_ events: [InputEvent]) -> String {
    events.reduce(into: "") { text, event in
      if case .key(let key) = event, case .character(let character) = key.code {
        text.append(character)
      }
    }
  }
}
