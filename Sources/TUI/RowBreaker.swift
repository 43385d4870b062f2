/// Where a row of wrapped text ends: the one algorithm behind paragraphs and the text area.
enum RowBreaker {
  /// A row of wrapped text, as byte offsets.
  struct Row: Equatable {
    /// Where the row starts.
    var start: Int
    /// Where its visible text ends; blanks at a break are left out.
    var end: Int
    /// Where the next row starts.
    var next: Int
  }

  /// The row that starts at `start` in `bytes`, which hold no line feed that should break. Breaks
  /// after blanks and beside wide glyphs; a word longer than a row is cut between two glyphs.
  @inline(__always)
  static func row(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, width: Int) -> Row {
    var i = start
    var column = 0
    var blanksFrom = -1
    var best: Row?
    while i < bytes.count {
      let glyphStart = i
      // Most text is letters that end nothing: they are only counted.
      while blanksFrom < 0, column < width, i < bytes.count, bytes[i] &- 0x21 < 0x5e,
        i + 1 == bytes.count || bytes[i + 1] < 0x80
      {
        i += 1
        column += 1
      }
      if i > glyphStart { continue }
      let glyph = Glyphs.next(bytes, &i)
      if glyph.isSpace {
        if blanksFrom < 0 { blanksFrom = glyphStart }
        column += 1
        continue
      }
      if blanksFrom > start || (glyph.width == 2 && glyphStart > start) {
        let end = blanksFrom > start ? blanksFrom : glyphStart
        best = Row(start: start, end: end, next: glyphStart)
      }
      if column + Int(glyph.width) > width, glyph.width > 0 {
        if let best { return best }
        if column > width { return Row(start: start, end: start, next: glyphStart) }
        let cut = glyphStart > start ? glyphStart : i
        return Row(start: start, end: cut, next: cut)
      }
      blanksFrom = -1
      column += Int(glyph.width)
      if glyph.width == 2 { best = Row(start: start, end: i, next: i) }
    }
    let end = blanksFrom >= 0 && column > width ? blanksFrom : bytes.count
    return Row(start: start, end: end, next: bytes.count)
  }
}
