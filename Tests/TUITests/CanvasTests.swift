import TestSupport
import Testing

@testable import TUI

@Suite(.timed) struct CanvasTests {
  @Test func cutsWithAnEllipsis() {
    #expect(drawn(5, 1) { $0.text("abcdef", x: 0, y: 0) } == ["abcd…"])
    #expect(drawn(5, 1, ascii: true) { $0.text("abcdef", x: 0, y: 0) } == ["abcd>"])
    #expect(drawn(9, 1) { $0.text("abcdef", x: 2, y: 0, width: 3) } == ["  ab…"])
    #expect(drawn(5, 1) { $0.text("漢字漢", x: 0, y: 0) } == ["漢字…"])
    #expect(drawn(4, 1) { $0.text("漢字漢", x: 0, y: 0) } == ["漢 …"])
  }

  @Test func clipsAtTheLeft() {
    #expect(drawn(5, 1) { $0.text("abcdef", x: -2, y: 0) } == ["cdef"])
    #expect(drawn(5, 1) { $0.text("漢字", x: -1, y: 0) } == [" 字"])
    #expect(drawn(5, 1) { $0.text("ab", x: -4, y: 0) } == [""])
  }

  @Test func overwritingHalfAGlyphBlanksTheOther() {
    #expect(
      drawn(6, 1) {
        $0.text("漢字漢", x: 0, y: 0)
        $0.text("x", x: 1, y: 0)
        $0.text("y", x: 4, y: 0)
      } == [" x字y"])
    #expect(
      drawn(6, 1) {
        $0.text("漢字漢", x: 0, y: 0)
        $0.fill(Rect(x: 1, y: 0, width: 4, height: 1), ink: .body)
      } == [""])
  }

  @Test func standsInForGlyphsInASCII() {
    #expect(
      drawn(20, 1, ascii: true) { $0.text("▌a · b – “c” ✓ é株", x: 0, y: 0) } == [
        ">a . b - \"c\" v e??"
      ])
  }

  /// Neighbours have one border between them, whichever is drawn first, and what stands on it stays.
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]], [false, true])
  func boxesShareTheirBorders(_ order: [Int], _ ascii: Bool) {
    let rows = drawn(50, 6, ascii: ascii) { canvas in
      let boxes: [(Rect, String, Canvas.Sharing)] = [
        (Rect(x: 0, y: 0, width: 21, height: 6), "Left", .sides),
        (Rect(x: 20, y: 0, width: 30, height: 4), "Up", .sidesAndBelow),
        (Rect(x: 20, y: 3, width: 30, height: 3), "Low", .sides),
      ]
      for i in order {
        let (rect, title, sharing) = boxes[i]
        let inside = canvas.part(rect).box(
          title: title, number: i + 1, focused: i == 0, sharing: sharing)
        if i == 1 { inside.goesOn(up: false, down: true) }
      }
    }
    let side: Character = ascii ? "|" : "│"
    #expect(rows[0].contains(ascii ? "+" : "┬") && rows[0].contains("Left"), "\(rows)")
    #expect(rows[0].contains("Up") && rows[3].contains(" Low "), "\(rows)")
    #expect(rows[3].contains(ascii ? "+" : "├") && rows[3].hasSuffix(ascii ? "+" : "┤"), "\(rows)")
    #expect(rows[5].contains(ascii ? "+" : "┴"), "\(rows)")
    #expect(rows[1].filter { $0 == side }.count == 3, "\(rows)")
    #expect(rows[3].contains(ascii ? "v" : "↓") && rows[3].contains(" 3 "), "\(rows)")
  }

  @Test func drawsBoxes() {
    let rows = drawn(27, 3) { canvas in
      let inside = canvas.box(title: "Feedback", number: 2, focused: true, note: "2 new")
      inside.text("hello", x: 0, y: 0)
    }
    #expect(
      rows == [
        "╭─ Feedback ── 2 new ─ 2 ─╮", "│ hello                   │", "╰─────────────────────────╯",
      ])
    let small = drawn(5, 2) { $0.box(title: "x", focused: false).text("in", x: 0, y: 0) }
    #expect(small == ["in", ""])
  }

  @Test func hintsAreLeftOutWhole() {
    let hints = [("a", "add"), ("Enter", "open"), ("?", "help")]
    #expect(drawn(30, 1) { $0.hints(hints, y: 0) } == ["a add  Enter open  ? help"])
    // What is left out leaves a sign.
    #expect(drawn(24, 1) { $0.hints(hints, y: 0) } == ["a add  Enter open …"])
    #expect(drawn(18, 1) { $0.hints(hints, y: 0) } == ["a add  Enter open…"])
    #expect(drawn(17, 1) { $0.hints(hints, y: 0) } == ["a add …"])
    #expect(drawn(4, 1) { $0.hints(hints, y: 0) } == ["a a…"])
  }

  @Test func paragraphs() {
    #expect(
      drawn(8, 3) { $0.paragraph("one two three four", x: 0, y: 0, width: 8, maxRows: 2) } == [
        "one two", "three…", "",
      ])
    var rows = 0
    _ = drawn(8, 3) { rows = $0.paragraph("one", x: 0, y: 0, width: 8, maxRows: 2) }
    #expect(rows == 1)
  }

  @Test(arguments: UInt64(1)...30)
  func nothingIsDrawnOutside(seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<40 {
      let surface = Surface(size: Size(30, 6), ascii: Bool.random(using: &random))
      for y in 0..<6 { surface.canvas.text("abcdefghijklmnopqrstuvwxyz0123", x: 0, y: y) }
      let area = Rect(
        x: Int.random(in: 0..<28, using: &random), y: Int.random(in: 0..<5, using: &random),
        width: Int.random(in: 0..<30, using: &random), height: Int.random(in: 0..<6, using: &random)
      )
      let before = surface.frame
      let canvas = surface.canvas.part(area)
      for _ in 0..<6 { scribble(on: canvas, &random) }
      #expect(hasOnlyWholeGlyphs(surface.frame))
      for y in 0..<6 {
        for x in 0..<30
        where !(canvas.area.x..<canvas.area.maxX).contains(x)
          || !(canvas.area.y..<canvas.area.maxY).contains(y)
        {
          #expect(surface.frame.cells[y * 30 + x] == before.cells[y * 30 + x])
        }
      }
    }
  }

  private func scribble(on canvas: Canvas, _ random: inout Seeded) {
    let x = Int.random(in: -6..<32, using: &random)
    let y = Int.random(in: -2..<8, using: &random)
    let width = Int.random(in: -2..<32, using: &random)
    let text = nastyText(&random, pieces: 10)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: canvas.text(text, x: x, y: y, width: width)
    case 1: canvas.paragraph(text, x: x, y: y, width: width, maxRows: 3)
    case 2: canvas.fill(Rect(x: x, y: y, width: width, height: 2), ink: Ink(.bar))
    case 3: canvas.tint(Rect(x: x, y: y, width: width, height: 2), flags: .selected)
    case 4: _ = canvas.box(title: text, number: 3, focused: true, note: text)
    case 5: canvas.field(TextField(text), x: x, y: y, width: width, focused: true)
    case 6:
      canvas.area(TextArea(text), rect: Rect(x: x, y: y, width: width, height: 3), focused: true)
    default: canvas.text(text, x: x, y: y)
    }
  }
}
