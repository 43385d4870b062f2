import CNcurses
import CTerminal
import Glibc
import TUI

/// Shows frames through ncurses: hands it the parts of rows that changed since the last frame, and
/// lets it work out what to send.
final class Painter {
  private struct Look {
    var attributes: attr_t = 0
    var pair: Int32 = 0
  }

  /// What ncurses knows by one number.
  private struct Pair: Equatable {
    var foreground: UInt8?
    var background: UInt8?
  }

  private var shown: Frame?
  private var cursorShown: Bool?
  /// Whether the terminal may show something else; at the start ncurses has just cleared it.
  private var everything = false
  private let looks: [Look]
  /// What is seen of a blank of each look: the color behind it, -1 for the terminal's own; nil where a line
  /// is under it or colors are swapped.
  private let grounds: [Int16?]
  /// The look of the cell that was written last.
  private var last = 0
  private var wide: UnsafeMutableBufferPointer<cchar_t>
  private var narrow: UnsafeMutableBufferPointer<chtype>
  private let replacement: UInt32

  /// To be made after ncurses was started.
  init(theme: Theme, colors: Int) {
    var pairs: [Pair] = []
    var looks: [Look] = []
    var grounds: [Int16?] = []
    looks.reserveCapacity(Role.allCases.count * 16)
    grounds.reserveCapacity(Role.allCases.count * 16)
    // ncurses knows a color by its number; what is sent for it is its parts.
    dt_gather_parts(nil)
    if colors == 256, !theme.exact.isEmpty {
      var parts = [Int32](repeating: -1, count: 256)
      for it in theme.exact { parts[Int(it.number)] = Int32(it.parts) }
      dt_gather_parts(parts)
    }
    for role in Role.allCases {
      for flags in UInt8(0)..<16 {
        let ink = Ink(role, Ink.Flags(rawValue: flags))
        let style = theme.style(for: ink, colors: colors)
        looks.append(Self.look(style, colors: colors, exact: theme.exact, pairs: &pairs))
        let isPlain = style.attributes.isDisjoint(with: [.underline, .reverse])
        grounds.append(isPlain ? style.background.map(Int16.init) ?? -1 : nil)
      }
    }
    self.looks = looks
    self.grounds = grounds
    wide = .allocate(capacity: 512)
    narrow = .allocate(capacity: 512)
    replacement = dt_wcwidth(0xfffd) == 1 ? 0xfffd : 0x3f
  }

  deinit {
    wide.deallocate()
    narrow.deallocate()
  }

  /// How ncurses is told a color, -1 for the terminal's own: by its number, or where the terminal takes the parts
  /// of a color (`xterm-direct`), by those. The first eight are the user's own there, too.
  static func value(_ number: UInt8?, colors: Int, exact: [ExactColor] = []) -> Int32 {
    guard let number else { return -1 }
    guard colors > 256 else { return Int32(number) }
    let own = exact.first { $0.number == number }?.parts
    return (own ?? Palette256.packed(number)).map { Int32($0) } ?? Int32(number)
  }

  private static func look(
    _ style: Style, colors: Int, exact: [ExactColor], pairs: inout [Pair]
  ) -> Look {
    var look = Look()
    if style.attributes.contains(.bold) { look.attributes |= NC_BOLD }
    if style.attributes.contains(.dim) { look.attributes |= NC_DIM }
    if style.attributes.contains(.underline) { look.attributes |= NC_UNDERLINE }
    if style.attributes.contains(.reverse) { look.attributes |= NC_REVERSE }
    if style.foreground != nil || style.background != nil {
      let pair = Pair(foreground: style.foreground, background: style.background)
      if let known = pairs.firstIndex(of: pair) {
        look.pair = Int32(known + 1)
      } else {
        let next = Int32(pairs.count + 1)
        let foreground = value(pair.foreground, colors: colors, exact: exact)
        let background = value(pair.background, colors: colors, exact: exact)
        if init_extended_pair(next, foreground, background) == OK {
          pairs.append(pair)
          look.pair = next
        }
      }
      look.attributes |= attr_t(bitPattern: COLOR_PAIR(look.pair))
    }
    return look
  }

  /// Makes the next `paint` send everything.
  func forget() { everything = true }

  /// Shows a frame in one write; what does not fit on the screen is left out.
  func paint(_ frame: Frame) {
    guard let window = nc_stdscr() else { return }
    let width = Int(getmaxx(window))
    let height = Int(getmaxy(window))
    if everything || shown?.size != frame.size {
      werase(window)
      if everything { clearok(nc_curscr(), true) }
      shown = nil
    }
    let isWhole = shown == nil
    var written = 0
    let columns = min(width, frame.size.width)
    for y in 0..<min(height, frame.size.height) {
      guard let span = changed(in: frame, row: y, columns: columns) else { continue }
      write(frame, row: y, span, to: window)
      written += span.columns.count
    }
    let cursor = frame.cursor ?? Frame.Cursor(x: 0, y: 0, visible: false)
    let moved = shown?.cursor != frame.cursor
    shown = frame
    everything = false
    guard isWhole || written > 0 || moved else { return }
    // ncurses' buffer has a byte for each cell and some more; a cell takes five at the most, on average.
    let small =
      !isWhole && written * 5 <= width * height && cursorShown == cursor.visible
    dt_gather_begin(small ? 1 : 0)
    defer { dt_gather_end() }
    if !cursor.visible, cursorShown != false {
      curs_set(0)
      cursorShown = false
    }
    wmove(
      window, Int32(min(max(0, cursor.y), height - 1)), Int32(min(max(0, cursor.x), width - 1)))
    wnoutrefresh(window)
    doupdate()
    if cursor.visible, cursorShown != true {
      curs_set(1)
      cursorShown = true
    }
  }

  /// What of a row is to be written.
  private struct Span {
    /// The columns.
    var columns: Range<Int>
    /// Whether only glyphs of one column are in them, before and after.
    var isSimple: Bool
  }

  /// The columns of a row that differ from what is shown, in whole glyphs of both frames: to write
  /// over one half of a wide glyph would shift what follows. Nil when the row is as it was.
  private func changed(in frame: Frame, row y: Int, columns: Int) -> Span? {
    guard let shown else { return Span(columns: 0..<columns, isSimple: false) }
    let width = frame.size.width
    return frame.cells.withUnsafeBufferPointer { cells in
      shown.cells.withUnsafeBufferPointer { before in
        guard let new = cells.baseAddress?.advanced(by: y * width),
          let old = before.baseAddress?.advanced(by: y * width),
          memcmp(new, old, width * MemoryLayout<Cell>.stride) != 0
        else { return nil }
        var first = 0
        while new[first] == old[first] { first += 1 }
        var last = width - 1
        while new[last] == old[last] { last -= 1 }
        while first > 0, new[first].isContinuation || old[first].isContinuation { first -= 1 }
        while last + 1 < width, new[last + 1].isContinuation || old[last + 1].isContinuation {
          last += 1
        }
        guard first < columns else { return nil }
        let end = min(last + 1, columns)
        var x = first
        while x < end, new[x].width == 1, old[x].width == 1 { x += 1 }
        return Span(columns: first..<end, isSimple: x == end)
      }
    }
  }

  private func write(
    _ frame: Frame, row y: Int, _ span: Span, to window: UnsafeMutablePointer<WINDOW>
  ) {
    let end = span.columns.upperBound
    if wide.count < span.columns.count + 1 {
      wide.deallocate()
      wide = .allocate(capacity: span.columns.count + 1)
      narrow.deallocate()
      narrow = .allocate(capacity: span.columns.count + 1)
    }
    frame.cells.withUnsafeBufferPointer { cells in
      let row = UnsafeBufferPointer(
        rebasing: cells[(y * frame.size.width)..<((y + 1) * frame.size.width)])
      var x = span.columns.lowerBound
      last = number(row[x])
      while x < end {
        let start = x
        if span.isSimple {
          // ncurses takes plain characters three times as fast when they come as such; but it does
          // not look after halves of wide glyphs then.
          var n = 0
          while x < end, row[x].isPlain {
            narrow[n] = row[x].base | chtype(look(row[x]).attributes)
            n += 1
            x += 1
          }
          if n > 0 {
            mvwaddchnstr(window, Int32(y), Int32(start), narrow.baseAddress, Int32(n))
            continue
          }
        }
        var n = 0
        while x < end, !(span.isSimple && row[x].isPlain) {
          (n, x) = put(row, at: x, before: end, n)
        }
        mvwadd_wchnstr(window, Int32(y), Int32(start), wide.baseAddress, Int32(n))
      }
    }
  }

  private func number(_ cell: Cell) -> Int { cell.look >> 4 & 0xff0 | cell.look & 0xf }

  /// How a cell is written. A blank keeps the look of what stands before it where that looks the same:
  /// each change of look costs up to twenty bytes, and a row has as many blanks as words.
  private func look(_ cell: Cell) -> Look {
    let number = number(cell)
    if number != last,
      cell.base != 0x20 || !cell.isPlain || grounds[number] == nil
        || grounds[number] != grounds[last]
    {
      last = number
    }
    return looks[last]
  }

  /// Puts the glyph at a column, or a replacement of the same width when libc counts it otherwise:
  /// ncurses would then lose the place. Returns how many cells of ncurses there are then, and the
  /// next column.
  private func put(
    _ row: UnsafeBufferPointer<Cell>, at x: Int, before end: Int, _ n: Int
  ) -> (Int, Int) {
    let cell = row[x]
    let look = look(cell)
    if cell.isPlain {
      nc_plain_cell(&wide[n], cell.base, look.attributes, look.pair)
      return (n + 1, x + 1)
    }
    if cell.isContinuation || (cell.width == 2 && (x + 1 >= end || !row[x + 1].isContinuation)) {
      // Half a glyph: never drawn by a canvas, but a frame can hold anything.
      nc_plain_cell(&wide[n], 0x20, look.attributes, look.pair)
      return (n + 1, x + 1)
    }
    let next = x + Int(cell.width)
    if cell.base >= 0x20, dt_wcwidth(cell.base) == Int32(cell.width) {
      let m = cell.marks
      if m[0] == 0 || !(0..<4).allSatisfy({ m[$0] == 0 || dt_wcwidth(m[$0]) == 0 })
        || nc_marked_cell(
          &wide[n], cell.base, m[0], m[1], m[2], m[3], look.attributes, look.pair) != OK
      {
        nc_plain_cell(&wide[n], cell.base, look.attributes, look.pair)
      }
      return (n + 1, next)
    }
    nc_plain_cell(&wide[n], replacement, look.attributes, look.pair)
    guard cell.width == 2 else { return (n + 1, next) }
    nc_plain_cell(&wide[n + 1], 0x20, look.attributes, look.pair)
    return (n + 2, next)
  }
}
