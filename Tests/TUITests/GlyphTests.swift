import TestSupport
import Testing

@testable import TUI

@Suite(.timed) struct GlyphTests {
  @Test func everyScalarBecomesSomethingHarmless() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      guard case .columns(let shown, let width) = Glyphs.kind(value) else { continue }
      guard let shown = Unicode.Scalar(shown) else {
        Issue.record("U+\(String(value, radix: 16)) becomes no scalar")
        continue
      }
      let category = shown.properties.generalCategory
      let harmless = ![.control, .format, .surrogate, .lineSeparator, .paragraphSeparator]
        .contains(category)
      if !harmless || !(1...2).contains(width) {
        Issue.record("U+\(String(scalar.value, radix: 16)) becomes \(shown) in \(width)")
      }
    }
  }

  @Test func everyScalarFillsWholeCells() {
    let surface = Surface(size: Size(8, 1))
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "#\(Character(scalar))b"
      let used = surface.canvas.text(text, x: 0, y: 0)
      let cells = surface.frame.cells
      let columns = TextWidth.columns(text)
      if used != columns || !(2...4).contains(used) || cells[0].base != 0x23
        || cells[used - 1].base != 0x62 || !hasOnlyWholeGlyphs(surface.frame)
      {
        Issue.record("U+\(String(value, radix: 16)) takes \(used), is said to take \(columns)")
      }
    }
  }

  @Test(arguments: [
    ("a", "a"), ("e\u{301}", "é"), ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11ab}", "한"),
    ("👩\u{200d}👩\u{200d}👧", "👩"), ("🏳\u{fe0f}\u{200d}🌈!", "🏳!"), ("👍🏽", "👍"), ("❤\u{fe0f}", "❤"),
    ("a\u{200b}\u{ad}\u{202e}\u{feff}b", "ab"), ("\u{1b}[0m\u{7f}", "␛[0m␡"),
    ("\u{9b}", "\u{fffd}"),
    ("\u{378}", "\u{fffd}"), ("a\tb", "a b"), ("\u{301}x", "\u{25cc}\u{301}x"), ("क्\u{200d}ष", "क्ष"),
    ("a\u{2028}b", "a\u{2424}b"), ("🏽", "🏽"), ("\u{200d}🌈", "🌈"), ("🏴\u{e0067}\u{e007f}", "🏴"),
    ("", ""),
  ])
  func becomes(_ text: String, _ shown: String) {
    let printed = TextWidth.printable(text)
    #expect(Array(printed.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func keepsAtMostFourMarks() {
    let printed = TextWidth.printable("x\u{321}\u{322}\u{327}\u{328}\u{337}\u{338}")
    #expect(printed.unicodeScalars.count == 5)
  }

  @Test func printingTwiceChangesNothing() {
    var random = Seeded(seed: 1)
    for _ in 0..<500 {
      let once = TextWidth.printable(nastyText(&random, pieces: 20, lineFeeds: true))
      #expect(TextWidth.printable(once) == once)
    }
  }
}
