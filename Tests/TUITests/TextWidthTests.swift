import TestSupport
import Testing

@testable import TUI

@Suite(.timed) struct TextWidthTests {
  @Test func aHeadingKeepsTheNameOfWhatItIsAbout() {
    func head(_ width: Int) -> String {
      TextWidth.heading("How did it end?", about: "Nordlicht", to: width)
    }
    #expect(head(27) == "How did it end? · Nordlicht")
    #expect(head(26) == "How did it en… · Nordlicht")
    #expect(head(15) == "How d… · Nordl…")
    #expect(TextWidth.heading("Sent", about: "Nordlicht", to: 12) == "Sent · Nord…")
    #expect(TextWidth.heading("Sent", about: "", to: 3) == "Se…")
    #expect(TextWidth.heading("", about: "Acme", to: 9) == "Acme")
    for width in 0...30 { #expect(TextWidth.columns(head(width)) <= width) }
  }

  @Test func truncates() {
    #expect(TextWidth.truncate("interview", to: 9) == "interview")
    #expect(TextWidth.truncate("interview", to: 8) == "intervi…")
    #expect(TextWidth.truncate("interview", to: 8, ellipsis: "...") == "inter...")
    #expect(TextWidth.truncate("漢字漢字", to: 4) == "漢…")
    #expect(TextWidth.truncate("interview", to: 0) == "")
    #expect(TextWidth.truncate("interview", to: -3) == "")
    #expect(TextWidth.truncate("interview", to: 2, ellipsis: "...") == "in")
  }

  @Test func pads() {
    #expect(TextWidth.pad("ab", to: 4) == "ab  ")
    #expect(TextWidth.pad("漢字漢", to: 4) == "漢… ")
    #expect(TextWidth.pad("ab", to: 0) == "")
  }

  @Test func wraps() {
    #expect(TextWidth.wrap("one two three", width: 7) == ["one two", "three"])
    #expect(TextWidth.wrap("one  two", width: 4) == ["one", "two"])
    #expect(TextWidth.wrap("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(TextWidth.wrap("to abcdefgh", width: 4) == ["to", "abcd", "efgh"])
    #expect(TextWidth.wrap("漢字漢字", width: 5) == ["漢字", "漢字"])
    #expect(TextWidth.wrap("ok漢字", width: 4) == ["ok漢", "字"])
    #expect(TextWidth.wrap("a\n\nb\r\nc", width: 5) == ["a", "", "b", "c"])
    #expect(TextWidth.wrap("", width: 5) == [""])
    #expect(TextWidth.wrap("  - item", width: 20) == ["  - item"])
    #expect(TextWidth.wrap("漢", width: 1) == ["\u{fffd}"])
  }

  @Test(arguments: UInt64(1)...20)
  func noLineIsTooWideAndNothingIsLost(seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let text = nastyText(&random, pieces: 40, lineFeeds: true)
      let width = Int.random(in: 2...30, using: &random)
      let lines = TextWidth.wrap(text, width: width)
      for line in lines { #expect(TextWidth.columns(line) <= width, "\(text.debugDescription)") }
      let kept = lines.map(TextWidth.printable).joined().filter { !$0.isWhitespace }
      let all = TextWidth.printable(text).filter { !$0.isWhitespace }
      #expect(
        Array(kept.unicodeScalars) == Array(all.unicodeScalars), "\(text.debugDescription)")
      let columns = Int.random(in: 0...30, using: &random)
      #expect(TextWidth.columns(TextWidth.truncate(text, to: columns)) <= columns)
      #expect(TextWidth.columns(TextWidth.pad(text, to: columns)) == columns)
    }
  }
}

@Suite(.timed) struct FaithfulTests {
  @Test func joinersAndTonesStayAndControlsDoNot() {
    for text in ["👨‍👩‍👧", "می‌خواهم", "👍🏽", "é", "e\u{301}", "漢字", "plain\ntext"] {
      #expect(Array(TextWidth.faithful(text).unicodeScalars) == Array(text.unicodeScalars))
    }
    #expect(TextWidth.faithful("a\u{1b}[31mb") == "a␛[31mb")
    #expect(TextWidth.faithful("a\u{202e}b\u{feff}") == "ab")
    #expect(TextWidth.faithful("a\u{9b}b") == "a\u{fffd}b")
  }
}
