/// Text on a canvas.
extension Canvas {
  /// Draws one line of text and returns the columns it took. What does not fit in `width`, or in
  /// the canvas, is cut with an ellipsis; what lies left of the canvas is clipped.
  @discardableResult
  public func text(_ s: String, x: Int, y: Int, ink: Ink = .body, width: Int? = nil) -> Int {
    let limit = min(self.width, width.map { x + max(0, $0) } ?? self.width)
    guard y >= 0, y < height, x < limit else { return 0 }
    let row = (area.y + y) * surface.frame.size.width + area.x
    let ascii = surface.ascii
    let used = Glyphs.withBytes(s) { bytes in
      surface.frame.cells.withUnsafeMutableBufferPointer { cells in
        RowWriter(cells: cells, origin: row, limit: limit, ascii: ascii, ink: ink)
          .write(bytes, at: x)
      }
    }
    mend(y: y, from: max(0, x), to: min(limit, x + used))
    return used
  }

  /// Draws text wrapped to `width` columns in at most `maxRows` rows; the last row ends in an
  /// ellipsis if there was more. Returns the rows it took.
  @discardableResult
  public func paragraph(
    _ s: String, x: Int, y: Int, width: Int, maxRows: Int, ink: Ink = .body
  ) -> Int {
    let width = min(width, self.width - x)
    guard width > 0, maxRows > 0, !s.isEmpty else { return 0 }
    let lines = TextWidth.wrap(s, width: width)
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
    let columns = surface.frame.size.width
    let blank = Cell(0x20, ink: ink)
    surface.frame.cells.withUnsafeMutableBufferPointer { cells in
      for y in rect.y..<rect.maxY {
        let start = (area.y + y) * columns + area.x + rect.x
        for i in start..<(start + rect.width) { cells[i] = blank }
      }
    }
    for y in rect.y..<rect.maxY { mend(y: y, from: rect.x, to: rect.maxX) }
  }

  /// Lays flags over what is there: the bar of a selected row.
  public func tint(_ rect: Rect, flags: Ink.Flags) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let columns = surface.frame.size.width
    surface.frame.cells.withUnsafeMutableBufferPointer { cells in
      for y in rect.y..<rect.maxY {
        let start = (area.y + y) * columns + area.x + rect.x
        for i in start..<(start + rect.width) { cells[i].ink.flags.formUnion(flags) }
      }
    }
  }

  /// Puts the terminal's cursor at a place of the canvas, if it lies inside.
  public func cursor(x: Int, y: Int, visible: Bool) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    surface.frame.cursor = Frame.Cursor(x: area.x + x, y: area.y + y, visible: visible)
  }

  /// Blanks the halves of wide glyphs whose other half was overwritten by columns `from..<to`.
  private func mend(y: Int, from: Int, to: Int) {
    guard from < to else { return }
    let columns = surface.frame.size.width
    let row = (area.y + y) * columns
    let left = area.x + from
    let right = area.x + to
    if left > 0, surface.frame.cells[row + left - 1].width == 2 {
      surface.frame.cells[row + left - 1] = Cell(
        0x20, ink: surface.frame.cells[row + left - 1].ink)
    }
    if right < columns, surface.frame.cells[row + right].isContinuation {
      surface.frame.cells[row + right] = Cell(0x20, ink: surface.frame.cells[row + right].ink)
    }
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
    while i < bytes.count {
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
