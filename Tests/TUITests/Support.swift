import TestSupport
import Testing

@testable import TUI

/// Pieces of text that have broken terminal programs.
let nastyPieces = [
  "a", "b", "word", "longer", " ", "  ", "\t", "-", ".", "é", "e\u{301}", "漢", "字", "か\u{3099}",
  "\u{1112}\u{1161}\u{11ab}", "👩\u{200d}👩\u{200d}👧\u{200d}👦", "🏳\u{fe0f}\u{200d}🌈", "👍🏽", "🇳🇱",
  "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "क्षि", "กำ", "سلام", "\u{200b}", "\u{ad}", "\u{1}", "\u{1b}[31m",
  "\u{7f}", "\u{9b}", "\u{1fae8}", "\u{202e}", "\u{301}",
  "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
  "\u{2028}", "\u{feff}", "\u{e0067}", "\u{3000}", "\u{378}",
]

func nastyText(_ random: inout Seeded, pieces: Int, lineFeeds: Bool = false) -> String {
  var text = ""
  for _ in 0..<Int.random(in: 0...pieces, using: &random) {
    if lineFeeds, Int.random(in: 0..<8, using: &random) == 0 { text += "\n" }
    text += nastyPieces.randomElement(using: &random) ?? ""
  }
  return text
}

/// Whether every wide glyph of a frame has its right half, and every half its glyph.
func hasOnlyWholeGlyphs(_ frame: Frame) -> Bool {
  for y in 0..<frame.size.height {
    var x = 0
    while x < frame.size.width {
      let cell = frame.cells[y * frame.size.width + x]
      if cell.width == 2 {
        guard x + 1 < frame.size.width,
          frame.cells[y * frame.size.width + x + 1].isContinuation
        else { return false }
        x += 2
      } else {
        guard cell.width == 1 else { return false }
        x += 1
      }
    }
  }
  return true
}

/// The rows a drawing leaves, without the blanks at their ends.
func drawn(_ width: Int, _ height: Int, ascii: Bool = false, _ draw: (Canvas) -> Void) -> [String] {
  let surface = Surface(size: Size(width, height), ascii: ascii)
  draw(surface.canvas)
  return (0..<height).map { surface.frame.row($0) }
}
