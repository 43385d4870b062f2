/// Text on a canvas.
extension Canvas {
  /// Draws one line of text and returns the columns it took. What does not fit in `width`, or in
  /// the canvas, is cut with an ellipsis; what lies left of the canvas is clipped.
  @discardableResult
  public func text(_ s: String, x: Int, y: Int, ink: Ink = .body, width: Int? = nil) -> Int {
    let limit = min(self.width, width.map { x + max(0, $0) } ?? self.width)
    guard y >= 0, y < height, x < limit else { return 0 }
    let columns = surface.size.width
    let line = (area.y + y) * columns
    let (left, ascii) = (area.x, surface.ascii)
    return Glyphs.withBytes(s) { bytes in
      surface.frame.cells.withUnsafeMutableBufferPointer { cells in
        let used = RowWriter(
          cells: cells, origin: line + left, limit: limit, ascii: ascii, ink: ink
        )
        .write(bytes, at: x)
        let row = UnsafeMutableBufferPointer(rebasing: cells[line..<(line + columns)])
        Canvas.mend(row, from: left + max(0, x), to: left + min(limit, x + used))
        return used
      }
    }
  }

  /// Draws one character of one column, `count` times; in ASCII `plain` in its stead.
  func run(
    of character: Unicode.Scalar, plain: Unicode.Scalar, x: Int, y: Int, count: Int, ink: Ink
  ) {
    let from = max(0, x)
    let to = min(width, x + count)
    guard y >= 0, y < height, from < to else { return }
    let columns = surface.size.width
    let line = (area.y + y) * columns
    let left = area.x
    let cell = Cell((surface.ascii ? plain : character).value, ink: ink)
    surface.frame.cells.withUnsafeMutableBufferPointer { cells in
      let row = UnsafeMutableBufferPointer(rebasing: cells[line..<(line + columns)])
      for i in (left + from)..<(left + to) { row[i] = cell }
      Canvas.mend(row, from: left + from, to: left + to)
    }
  }

  /// Draws text wrapped to `width` columns in at most `maxRows` rows; the last row ends in an
  /// ellipsis if there was more. Returns the rows it took.
  @discardableResult
  public func paragraph(
    _ s: String, x: Int, y: Int, width: Int, maxRows: Int, ink: Ink = .body
  ) -> Int {
    let width = min(width, self.width - x)
    guard width > 0, maxRows > 0, !s.isEmpty else { return 0 }
    // No character takes more columns than bytes.
    if s.utf8.count <= width, !TextWidth.hasLineFeed(s) {
      text(s, x: x, y: y, ink: ink, width: width)
      return 1
    }
    let lines = TextWidth.wrap(s, width: width, most: maxRows + 1)
    let rows = min(lines.count, maxRows)
    for (i, line) in lines.prefix(rows).enumerated() {
      var shown = line
      if i == rows - 1, rows < lines.count {
        // One column more than fits makes `text` draw the ellipsis.
        shown += ascii ? ">" : "…"
      }
      text(shown, x: x, y: y + i, ink: ink, width: width)
    }
    return rows
  }

  /// Blanks a rectangle.
  public func fill(_ rect: Rect, ink: Ink) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let columns = surface.size.width
    let blank = Cell(0x20, ink: ink)
    surface.frame.cells.withUnsafeMutableBufferPointer { cells in
      for y in rect.y..<rect.maxY {
        let start = (area.y + y) * columns + area.x + rect.x
        for i in start..<(start + rect.width) { cells[i] = blank }
        let line = (area.y + y) * columns
        Canvas.mend(
          UnsafeMutableBufferPointer(rebasing: cells[line..<(line + columns)]),
          from: area.x + rect.x, to: area.x + rect.maxX)
      }
    }
  }

  /// Lays flags over what is there: the bar of a selected row.
  public func tint(_ rect: Rect, flags: Ink.Flags) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let columns = surface.size.width
    surface.frame.cells.withUnsafeMutableBufferPointer { cells in
      for y in rect.y..<rect.maxY {
        let start = (area.y + y) * columns + area.x + rect.x
        for i in start..<(start + rect.width) { cells[i].add(flags) }
      }
    }
  }

  /// Puts the terminal's cursor at a place of the canvas, if it lies inside.
  public func cursor(x: Int, y: Int, visible: Bool) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    surface.frame.cursor = Frame.Cursor(x: area.x + x, y: area.y + y, visible: visible)
  }

  /// Blanks the halves of wide glyphs whose other half was overwritten by columns `from..<to` of a row
  /// of the screen.
  private static func mend(_ row: UnsafeMutableBufferPointer<Cell>, from: Int, to: Int) {
    guard from < to else { return }
    if from > 0, row[from - 1].width == 2 { row[from - 1] = row[from - 1].showing(0x20) }
    if to < row.count, row[to].isContinuation { row[to] = row[to].showing(0x20) }
  }
}

/// Writes glyphs into one row of cells; `origin` is the cell of the canvas's column 0, `limit` the
/// first column not to be written.
private struct RowWriter {
  let cells: UnsafeMutableBufferPointer<Cell>
  let origin: Int
  let limit: Int
  let ascii: Bool
  let ink: Ink

  /// Writes until the text or the room ends; returns the columns taken, clipped ones included.
  func write(_ bytes: UnsafeBufferPointer<UInt8>, at x: Int) -> Int {
    var i = 0
    var column = x
    let plain = Cell(0x20, ink: ink)
    while i < bytes.count {
      // Most text is this: one byte, one cell.
      if column >= 0, column < limit, bytes[i] &- 0x20 < 0x5f,
        i + 1 == bytes.count || bytes[i + 1] < 0x80
      {
        cells[origin + column] = plain.showing(bytes[i])
        i += 1
        column += 1
        continue
      }
      let glyph = Glyphs.next(bytes, &i)
      guard column + Int(glyph.width) <= limit else {
        ellipsis(from: x, filledTo: column)
        return limit - x
      }
      put(glyph, at: column)
      column += Int(glyph.width)
    }
    return column - x
  }

  @inline(__always)
  private func put(_ glyph: Glyph, at column: Int) {
    guard column >= 0 else {
      if glyph.width == 2, column == -1 { cells[origin] = Cell(0x20, ink: ink) }
      return
    }
    if ascii, glyph.base >= 0x80 || glyph.marks[0] != 0 {
      let stand = glyph.base >= 0x80 ? ASCIIStandIn.of(glyph.base) : glyph.base
      for k in 0..<Int(glyph.width) { cells[origin + column + k] = Cell(stand, ink: ink) }
      return
    }
    guard glyph.width > 0 else { return }
    cells[origin + column] = Cell(glyph.base, marks: glyph.marks, width: glyph.width, ink: ink)
    if glyph.width == 2 { cells[origin + column + 1] = Cell(0, width: 0, ink: ink) }
  }

  /// The ellipsis in the last column; a wide glyph cut by it leaves a blank.
  private func ellipsis(from x: Int, filledTo column: Int) {
    let last = limit - 1
    guard last >= max(0, x) else { return }
    if column < limit { cells[origin + last] = Cell(0x20, ink: ink) }
    if last > max(0, x), cells[origin + last].isContinuation {
      cells[origin + last - 1] = Cell(0x20, ink: ink)
    }
    cells[origin + last] = Cell(ascii ? 0x3e : 0x2026, ink: ink)
  }
}
