import CNcurses
import CTerminal
import CVTerm
import Glibc
import TUI
import TestSupport
import Testing

@testable import Terminal

/// ncurses on one end of a pty, libvterm on the other: what is painted must be what is seen.
@Suite(.timed, .serialized) struct PainterTests {
  @Test func whatIsPaintedIsSeen() throws {
    let screen = try PaintedScreen(Size(40, 8))
    defer { screen.close() }
    var random = Seeded(seed: 11)
    for round in 0..<300 {
      let surface = Surface(size: Size(40, 8))
      // Most rows stay as they are, as in a list whose selection moves.
      if let last = screen.shown { surface.copy(last) }
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        surface.canvas.text(
          Self.pieces.shuffled(using: &random).prefix(9).joined(),
          x: Int.random(in: -3..<39, using: &random), y: Int.random(in: 0..<8, using: &random),
          ink: Ink(Role.allCases.randomElement(using: &random) ?? .body))
      }
      if Int.random(in: 0..<10, using: &random) == 0 {
        surface.canvas.fill(surface.canvas.bounds, ink: .body)
      }
      surface.canvas.cursor(
        x: Int.random(in: 0..<40, using: &random), y: Int.random(in: 0..<8, using: &random),
        visible: Bool.random(using: &random))
      screen.show(surface.frame)
      for y in 0..<8 {
        let seen = screen.row(y)
        #expect(seen == surface.frame.row(y), "row \(y) of round \(round)")
        if seen != surface.frame.row(y) { return }
      }
      #expect(screen.cursor == surface.frame.cursor.map { [$0.x, $0.y] })
    }
  }

  /// A terminal that takes the parts of a color has no palette but the user's own eight.
  @Test func aColorIsANumberOrItsParts() {
    for colors in [8, 16, 256] {
      #expect(Painter.value(nil, colors: colors) == -1)
      #expect([6, 7].map { Painter.value($0, colors: colors) } == [6, 7])
    }
    #expect([16, 24, 255].map { Painter.value($0, colors: 256) } == [16, 24, 255])
    let direct = 1 << 24
    #expect(Painter.value(nil, colors: direct) == -1)
    #expect([0, 7].map { Painter.value($0, colors: direct) } == [0, 7])
    #expect(
      [24, 231, 232].map { Painter.value($0, colors: direct) } == [0x005f87, 0xffffff, 0x080808])
  }

  /// A tint that begins in the middle of a wide sign changes its second half alone: the sign is sent whole.
  @Test func aWideSignIsNeverSentByHalf() throws {
    let screen = try PaintedScreen(Size(20, 3))
    defer { screen.close() }
    func frame(tintedFrom x: Int?) -> Frame {
      let surface = Surface(size: Size(20, 3))
      surface.canvas.text("a世界b", x: 0, y: 1)
      if let x { surface.canvas.tint(Rect(x: x, y: 1, width: 1, height: 1), flags: .selected) }
      return surface.frame
    }
    screen.show(frame(tintedFrom: nil))
    for x in [2, 4, 1, 3] {
      screen.show(frame(tintedFrom: x))
      #expect(screen.row(1) == frame(tintedFrom: x).row(1), "tinted from \(x)")
      screen.show(frame(tintedFrom: nil))
      #expect(screen.row(1) == "a世界b", "tinted no more from \(x)")
    }
  }

  @Test func aRowThatStaysIsNotSent() throws {
    let screen = try PaintedScreen(Size(80, 24))
    defer { screen.close() }
    func list(selected: Int) -> Frame {
      let surface = Surface(size: Size(80, 24))
      for y in 0..<24 {
        surface.canvas.text("row \(y) of a list, with some text in it", x: 2, y: y)
      }
      surface.canvas.tint(Rect(x: 0, y: selected, width: 80, height: 1), flags: .selected)
      return surface.frame
    }
    screen.show(list(selected: 3))
    let moved = screen.show(list(selected: 4))
    #expect(moved < 200, "\(moved) bytes for two rows")
    #expect(screen.show(list(selected: 4)) == 0)
    screen.painter.forget()
    #expect(screen.show(list(selected: 4)) > 500)
    #expect(screen.row(7) == "  row 7 of a list, with some text in it")
  }

  /// A fixed theme reaches into every corner, also where rows become shorter and are erased.
  @Test func aBackgroundIsBehindEveryCell() throws {
    let screen = try PaintedScreen(Size(30, 6), theme: ThemeTests.fixed)
    defer { screen.close() }
    var random = Seeded(seed: 5)
    for round in 0..<60 {
      let surface = Surface(size: Size(30, 6))
      for y in 0..<6 where Bool.random(using: &random) {
        surface.canvas.text(
          String(repeating: "word ", count: Int.random(in: 0...6, using: &random)), x: 0, y: y,
          ink: Ink(Role.allCases.randomElement(using: &random) ?? .body))
      }
      surface.canvas.tint(Rect(x: 0, y: round % 6, width: 30, height: 1), flags: .selected)
      screen.show(surface.frame)
      for y in 0..<6 {
        for x in 0..<30 {
          let style = ThemeTests.fixed.style(
            for: surface.frame.cells[y * 30 + x].ink, colors: 256)
          let seen = screen.background(x, y)
          if seen != style.background {
            Issue.record("\(x),\(y) of round \(round): \(String(describing: seen))")
            return
          }
        }
      }
    }
  }

  /// A blank may keep the look before it, but only where nobody sees the difference.
  @Test func everyCellLooksAsItsInkSays() throws {
    let screen = try PaintedScreen(Size(40, 6))
    defer { screen.close() }
    var random = Seeded(seed: 7)
    let flags: [Ink.Flags] = [[], [], .bold, .underline, .marked]
    for round in 0..<80 {
      let surface = Surface(size: Size(40, 6))
      for y in 0..<6 {
        var x = Int.random(in: 0..<3, using: &random)
        while x < 40, Bool.random(using: &random) {
          let ink = Ink(
            Role.allCases.randomElement(using: &random) ?? .body,
            flags.randomElement(using: &random) ?? [])
          surface.canvas.text("two words ", x: x, y: y, ink: ink)
          x += Int.random(in: 5..<16, using: &random)
        }
      }
      surface.canvas.tint(Rect(x: 0, y: round % 6, width: 40, height: 1), flags: .selected)
      screen.show(surface.frame)
      for (i, cell) in surface.frame.cells.enumerated() {
        let style = Theme.standard.style(for: cell.ink, colors: 256)
        let seen = screen.look(i % 40, i / 40)
        let isBlank = cell.base == 0x20
        let isRight =
          seen.background == style.background
          && seen.isUnderlined == style.attributes.contains(.underline)
          && seen.isReversed == style.attributes.contains(.reverse)
          && (isBlank || seen.foreground == style.foreground)
          && (isBlank || seen.isBold == style.attributes.contains(.bold))
        if !isRight {
          Issue.record("\(i % 40),\(i / 40) of round \(round): \(seen), not \(style)")
          return
        }
      }
    }
  }

  /// Bytes are what a slow line has to carry with every key.
  @Test func aRowOfManyColorsTakesFewChangesOfLook() throws {
    let screen = try PaintedScreen(Size(80, 24))
    defer { screen.close() }
    #expect(nc_spare_alphabet("\u{1b}(B", "%?%p9%t\u{1b}(0%e\u{1b}(B%;") == 1)
    func list(selected: Int) -> Frame {
      let surface = Surface(size: Size(80, 24))
      for y in 0..<24 {
        surface.canvas.text("Company \(y)", x: 2, y: y, ink: Ink(.body, .bold))
        surface.canvas.text("panel", x: 30, y: y, ink: .dim)
        surface.canvas.text("rejected", x: 44, y: y, ink: Ink(.weakness))
        surface.canvas.text("closed", x: 60, y: y, ink: Ink(.strength))
      }
      surface.canvas.tint(Rect(x: 0, y: selected, width: 80, height: 1), flags: .selected)
      return surface.frame
    }
    screen.show(list(selected: 3))
    let moved = screen.show(list(selected: 4))
    #expect(moved < 290, "\(moved) bytes for two rows")
    #expect(!screen.sent.contains("\u{1b}(B"))
  }

  @Test func framesOfAnySizeAndContentAreHarmless() throws {
    let screen = try PaintedScreen(Size(10, 3))
    defer { screen.close() }
    for size in [Size(1, 1), Size(0, 0), Size(500, 200), Size(10, 3), Size(9, 4)] {
      var frame = Frame(size: size)
      for i in frame.cells.indices {
        // Halves without their glyphs, glyphs without their halves, and what no canvas draws.
        frame.cells[i] =
          [
            Cell(0, width: 0), Cell(0x6f22, width: 2), Cell(0x1b), Cell(0x1fae8, width: 2),
            Cell(0x202e),
            Cell(0x61, marks: SIMD4(0x301, 0x61, 0, 0)), Cell(0xd800), Cell(0x110000),
          ][i % 8]
      }
      frame.cursor = Frame.Cursor(x: 700, y: -3, visible: true)
      screen.show(frame)
    }
    var last = Frame(size: Size(10, 3))
    for x in 0..<10 { last.cells[x] = Cell(0x78) }
    screen.show(last)
    #expect(screen.row(0) == "xxxxxxxxxx")
    #expect(screen.row(1) == "")
  }

  static let pieces = [
    "a", "word ", "é", "漢字", "か\u{3099}", "👩\u{200d}👧", "q\u{301}", "  ", "ー", "█", "─", "⌚", "ก",
    "סל", "한",
    "x\u{323}\u{301}", "❤\u{fe0f}", "🇳🇱", "│",
  ]
}

/// A screen of libvterm that ncurses paints on. Not for more than one test at a time: ncurses is not
/// made for it.
private final class PaintedScreen {
  let painter: Painter
  private(set) var shown: Frame?
  /// The bytes of the frame that was shown last.
  private(set) var sent = ""
  private let size: Size
  private let reading: Int32
  private let file: UnsafeMutablePointer<FILE>
  private let curses: OpaquePointer
  private let vt: OpaquePointer
  private let screen: OpaquePointer

  init(_ size: Size, theme: Theme = .standard) throws {
    self.size = size
    _ = dt_set_locale()
    var main: Int32 = -1
    var side: Int32 = -1
    var window = winsize(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&main, &side, nil, nil, &window) == 0)
    // The pty must not turn a line feed into two characters.
    var modes = termios()
    tcgetattr(side, &modes)
    cfmakeraw(&modes)
    tcsetattr(side, TCSANOW, &modes)
    _ = fcntl(main, F_SETFL, O_NONBLOCK)
    _ = fcntl(side, F_SETFL, O_NONBLOCK)
    reading = main
    file = try #require(fdopen(side, "r+"))
    curses = try #require(newterm("xterm-256color", file, file))
    start_color()
    use_default_colors()
    resize_term(Int32(size.height), Int32(size.width))
    typeahead(-1)
    vt = try #require(vterm_new(Int32(size.height), Int32(size.width)))
    vterm_set_utf8(vt, 1)
    screen = try #require(vterm_obtain_screen(vt))
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    painter = Painter(theme: theme, colors: 256)
  }

  func close() {
    endwin()
    delscreen(curses)
    fclose(file)
    Glibc.close(reading)
    vterm_free(vt)
  }

  /// Paints, and returns how many bytes were sent.
  @discardableResult
  func show(_ frame: Frame) -> Int {
    painter.paint(frame)
    shown = frame
    self.sent = ""
    var sent = 0
    var buffer = [CChar](repeating: 0, count: 65_536)
    while true {
      let n = read(reading, &buffer, buffer.count)
      guard n > 0 else { return sent }
      vterm_input_write(vt, buffer, n)
      self.sent += String(decoding: buffer[..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      sent += n
    }
  }

  var cursor: [Int] {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(vt), &position)
    return [Int(position.col), Int(position.row)]
  }

  /// The number of the color behind a cell; nil for the terminal's own.
  func background(_ x: Int, _ y: Int) -> UInt8? {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
    let isOwn = cell.bg.type & UInt8(VTERM_COLOR_DEFAULT_BG.rawValue) != 0
    let isNumber = cell.bg.type & UInt8(VTERM_COLOR_INDEXED.rawValue) != 0
    return isNumber && !isOwn ? cell.bg.indexed.idx : nil
  }

  /// How a cell looks.
  struct Look {
    var foreground: UInt8?
    var background: UInt8?
    var isBold: Bool
    var isUnderlined: Bool
    var isReversed: Bool
  }

  func look(_ x: Int, _ y: Int) -> Look {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
    let isOwn = cell.fg.type & UInt8(VTERM_COLOR_DEFAULT_FG.rawValue) != 0
    let isNumber = cell.fg.type & UInt8(VTERM_COLOR_INDEXED.rawValue) != 0
    return Look(
      foreground: isNumber && !isOwn ? cell.fg.indexed.idx : nil, background: background(x, y),
      isBold: cell.attrs.bold != 0, isUnderlined: cell.attrs.underline != 0,
      isReversed: cell.attrs.reverse != 0)
  }

  func row(_ y: Int) -> String {
    var text = ""
    var x: Int32 = 0
    while x < Int32(size.width) {
      var cell = VTermScreenCell()
      vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: x), &cell)
      let chars = [
        cell.chars.0, cell.chars.1, cell.chars.2, cell.chars.3, cell.chars.4, cell.chars.5,
      ]
      let scalars = chars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
      if scalars.isEmpty { text += " " }
      for scalar in scalars { text.unicodeScalars.append(scalar) }
      x += max(1, Int32(cell.width))
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Surface {
  fileprivate func copy(_ frame: Frame) {
    for y in 0..<frame.size.height { canvas.text(frame.row(y), x: 0, y: y) }
  }
}
