import CNcurses
import CTerminal
import Glibc
import TUI

/// Shows frames through ncurses: hands it the rows that changed since the last frame, and lets it
/// work out what to send.
final class Painter {
  private struct Look {
    var attributes: attr_t = 0
    var pair: Int32 = 0
  }

  private var shown: Frame?
  private var cursorShown: Bool?
  private var everything = true
  private let looks: [Look]
  private var row: UnsafeMutableBufferPointer<cchar_t>
  private let replacement: UInt32

  /// To be made after ncurses was started.
  init(theme: Theme, colors: Int) {
    var pairs: [UInt8] = []
    var looks: [Look] = []
    looks.reserveCapacity(Role.allCases.count * 16)
    for role in Role.allCases {
      for flags in UInt8(0)..<16 {
        let ink = Ink(role, Ink.Flags(rawValue: flags))
        let style = theme.style(for: ink, colors: colors)
        looks.append(Self.look(style, pairs: &pairs))
      }
    }
    self.looks = looks
    row = .allocate(capacity: 512)
    replacement = dt_wcwidth(0xfffd) == 1 ? 0xfffd : 0x3f
  }

  deinit { row.deallocate() }

  private static func look(_ style: Style, pairs: inout [UInt8]) -> Look {
    var look = Look()
    if style.attributes.contains(.bold) { look.attributes |= NC_BOLD }
    if style.attributes.contains(.dim) { look.attributes |= NC_DIM }
    if style.attributes.contains(.underline) { look.attributes |= NC_UNDERLINE }
    if style.attributes.contains(.reverse) { look.attributes |= NC_REVERSE }
    if let colour = style.foreground {
      if let known = pairs.firstIndex(of: colour) {
        look.pair = Int32(known + 1)
      } else {
        let next = Int32(pairs.count + 1)
        if init_extended_pair(next, Int32(colour), -1) == OK {
          pairs.append(colour)
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
    dt_gather_begin()
    defer { dt_gather_end() }
    guard let window = nc_stdscr() else { return }
    let width = Int(getmaxx(window))
    let height = Int(getmaxy(window))
    if everything || shown?.size != frame.size {
      werase(window)
      if everything { clearok(nc_curscr(), true) }
      shown = nil
    }
    var wrote = shown == nil
    let columns = min(width, frame.size.width)
    for y in 0..<min(height, frame.size.height) {
      guard let span = changed(in: frame, row: y, columns: columns) else { continue }
      write(frame, row: y, span, to: window)
      wrote = true
    }
    let cursor = frame.cursor ?? Frame.Cursor(x: 0, y: 0, visible: false)
    let moved = shown == nil || shown?.cursor != frame.cursor
    shown = frame
    everything = false
    guard wrote || moved else { return }
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

  /// The columns of a row that differ from what is shown, in whole glyphs of both frames: to write
  /// over one half of a wide glyph would shift what follows. Nil when the row is as it was.
  private func changed(in frame: Frame, row y: Int, columns: Int) -> Range<Int>? {
    guard let shown else { return 0..<columns }
    let width = frame.size.width
    return frame.cells.withUnsafeBufferPointer { cells in
      shown.cells.withUnsafeBufferPointer { before in
        let new = UnsafeBufferPointer(rebasing: cells[(y * width)..<((y + 1) * width)])
        let old = UnsafeBufferPointer(rebasing: before[(y * width)..<((y + 1) * width)])
        // Most rows are copies of what they were, to the last byte.
        guard let fresh = new.baseAddress, let stale = old.baseAddress,
          memcmp(fresh, stale, width * MemoryLayout<Cell>.stride) != 0
        else { return nil }
        guard var first = new.indices.first(where: { new[$0] != old[$0] }),
          var last = new.indices.last(where: { new[$0] != old[$0] })
        else { return nil }
        while first > 0, new[first].isContinuation || old[first].isContinuation { first -= 1 }
        while last + 1 < width, new[last + 1].isContinuation || old[last + 1].isContinuation {
          last += 1
        }
        return first < columns ? first..<min(last + 1, columns) : nil
      }
    }
  }

  private func write(
    _ frame: Frame, row y: Int, _ span: Range<Int>, to window: UnsafeMutablePointer<WINDOW>
  ) {
    let columns = span.upperBound
    if row.count < span.count + 1 {
      row.deallocate()
      row = .allocate(capacity: span.count + 1)
    }
    let start = y * frame.size.width
    var n = 0
    frame.cells.withUnsafeBufferPointer { cells in
      var x = span.lowerBound
      while x < columns {
        let cell = cells[start + x]
        let look = looks[Int(cell.ink.role.rawValue) << 4 | Int(cell.ink.flags.rawValue & 15)]
        let fits =
          cell.width == 2 ? x + 1 < columns && cells[start + x + 1].isContinuation : true
        if cell.base < 0x7f, cell.base >= 0x20, cell.marks[0] == 0, cell.width == 1 {
          nc_plain_cell(&row[n], cell.base, look.attributes, look.pair)
          n += 1
          x += 1
        } else if cell.isContinuation || !fits {
          // Half a glyph: never drawn by a canvas, but a frame can hold anything.
          nc_plain_cell(&row[n], 0x20, look.attributes, look.pair)
          n += 1
          x += 1
        } else {
          n += put(cell, look, at: n)
          x += Int(cell.width)
        }
      }
    }
    mvwadd_wchnstr(window, Int32(y), Int32(span.lowerBound), row.baseAddress, Int32(n))
  }

  /// Puts a glyph, or a replacement of the same width when libc counts it otherwise: ncurses would
  /// then lose the place. Returns how many cells of ncurses it took.
  private func put(_ cell: Cell, _ look: Look, at n: Int) -> Int {
    if cell.base >= 0x20, dt_wcwidth(cell.base) == Int32(cell.width) {
      if cell.marks[0] == 0 {
        nc_plain_cell(&row[n], cell.base, look.attributes, look.pair)
        return 1
      }
      let m = cell.marks
      if (0..<4).allSatisfy({ m[$0] == 0 || dt_wcwidth(m[$0]) == 0 }),
        nc_marked_cell(&row[n], cell.base, m[0], m[1], m[2], m[3], look.attributes, look.pair) == OK
      {
        return 1
      }
      nc_plain_cell(&row[n], cell.base, look.attributes, look.pair)
      return 1
    }
    nc_plain_cell(&row[n], replacement, look.attributes, look.pair)
    guard cell.width == 2 else { return 1 }
    nc_plain_cell(&row[n + 1], 0x20, look.attributes, look.pair)
    return 2
  }
}
