/// An editor for several lines, wrapped between words. The keys are those of `TextField`, and Enter,
/// up, down, PgUp and PgDn, which move over the rows as they are shown.
///
/// Only rows near the view are ever wrapped, so that a key costs the same in a text of any size.
public struct TextArea: Equatable, Sendable {
  typealias Position = TextBuffer.Position

  private(set) var buffer: TextBuffer
  /// The place where the first row shown starts.
  private var top = Position()
  /// The column that up and down try to keep.
  private var goal: Int?

  /// Up to this size a line is wrapped from its start, beyond it from the first row shown.
  private static let longLine = 16_384

  /// An editor with its cursor at the end of `text`.
  public init(_ text: String = "") { buffer = TextBuffer(text) }

  /// The text, with line feeds as line ends. Setting it puts the cursor at the end and forgets the
  /// history.
  public var text: String {
    get { buffer.text }
    set { self = TextArea(newValue) }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { buffer.isEmpty }

  /// Puts text at the cursor, as a paste does.
  public mutating func insert(_ s: String) {
    buffer.replace(buffer.cursor, buffer.cursor, with: Self.withLineFeeds(s))
    goal = nil
  }

  /// Puts the cursor at the start of the text.
  public mutating func moveToStart() {
    buffer.cursor = Position()
    buffer.closeRun()
    top = Position()
    goal = nil
  }

  /// Puts another text in the place of all of it, as one change that can be undone.
  public mutating func replaceAll(_ s: String) {
    buffer.replace(Position(), buffer.end, with: Self.withLineFeeds(s))
    moveToStart()
  }

  /// Puts what is typed or pasted in the place of all there is, and the cursor behind it.
  public mutating func typeOver(_ s: String) {
    buffer.typeOver(Self.withLineFeeds(s))
    (top, goal) = (Position(), nil)
  }

  /// The number of the character behind the cursor, as ``text`` counts them.
  public var cursorCharacter: Int {
    var count = 0
    for line in buffer.lines.prefix(buffer.cursor.line) { count += line.count + 1 }
    let line = buffer.lines[buffer.cursor.line]
    return count + TextWidth.slice(of: line, bytes: 0..<buffer.cursor.offset).count
  }

  /// Puts the cursor before the character of that number, at most at the end.
  public mutating func move(toCharacter number: Int) {
    buffer.closeRun()
    buffer.cursor = place(ofCharacter: number)
    goal = nil
  }

  /// Where the character of a number stands.
  func place(ofCharacter number: Int) -> Position {
    var left = max(0, number)
    for (i, line) in buffer.lines.enumerated() {
      let count = line.count
      if left <= count {
        let at = line.index(line.startIndex, offsetBy: left)
        return Position(line: i, offset: line.utf8.distance(from: line.startIndex, to: at))
      }
      left -= count + 1
    }
    return buffer.end
  }

  /// Follows a key in a view of this size; true when it was one of the editor's.
  public mutating func handle(_ key: Key, width: Int, height: Int) -> Bool {
    switch key {
    case Key(.up), .ctrl("p"): moveRows(-1, width: width)
    case Key(.down), .ctrl("n"): moveRows(1, width: width)
    case Key(.pageUp): moveRows(-max(1, height - 1), width: width)
    case Key(.pageDown): moveRows(max(1, height - 1), width: width)
    case Key(.enter): insert("\n")
    default:
      guard buffer.handle(key) else { return false }
      goal = nil
    }
    top = topRow(width: width, height: height)
    return true
  }

  /// Puts the cursor where it is pointed at in a view of this size: a row and a column of it.
  public mutating func point(x: Int, y: Int, width: Int, height: Int) {
    var start = topRow(width: width, height: height)
    // What is shown stays where it is.
    top = start
    for _ in 0..<max(0, y) {
      guard let next = rowAfter(start, width: width) else { break }
      start = next
    }
    buffer.closeRun()
    buffer.killing = false
    buffer.cursor = place(atColumn: max(0, x), ofRow: start, width: width)
    goal = nil
  }

  /// Where the first row shown starts, such that the cursor is in view.
  func topRow(width: Int, height: Int) -> Position {
    let first = rowStart(of: knownTop, width: width)
    let wanted = rowStart(of: buffer.cursor, width: width)
    guard wanted > first else { return wanted }
    var place = first
    for _ in 1..<max(1, height) {
      guard let next = rowAfter(place, width: width) else { break }
      if next == wanted { return first }
      place = next
    }
    return rowAbove(wanted, by: max(1, height) - 1, width: width)
  }

  /// `top`, if the text still has it, not inside a scalar.
  private var knownTop: Position {
    guard top.line < buffer.lines.count else { return buffer.end }
    let line = buffer.lines[top.line]
    return Glyphs.withBytes(line) { bytes in
      var offset = min(top.offset, bytes.count)
      while offset > 0, offset < bytes.count, bytes[offset] & 0xc0 == 0x80 { offset -= 1 }
      return Position(line: top.line, offset: offset)
    }
  }

  /// The row that starts at `place`.
  func row(at place: Position, width: Int) -> RowBreaker.Row {
    // The last column is the cursor's.
    let columns = max(1, width - 1)
    return Glyphs.withBytes(buffer.lines[place.line]) {
      RowBreaker.row($0, from: place.offset, width: columns)
    }
  }

  /// Where the row below the one at `place` starts.
  func rowAfter(_ place: Position, width: Int) -> Position? {
    let row = row(at: place, width: width)
    if row.next < buffer.lines[place.line].utf8.count {
      return Position(line: place.line, offset: row.next)
    }
    guard place.line + 1 < buffer.lines.count else { return nil }
    return Position(line: place.line + 1, offset: 0)
  }

  /// Where the row starts that `place` lies in.
  func rowStart(of place: Position, width: Int) -> Position {
    let known = knownTop
    let isLong = buffer.lines[place.line].utf8.count > Self.longLine
    let from = isLong && known.line == place.line && known.offset <= place.offset ? known.offset : 0
    let start = starts(line: place.line, from: from, width: width) { $0 <= place.offset }.last
    return Position(line: place.line, offset: start ?? 0)
  }

  /// Where the row starts that lies `rows` rows above the one at `place`; at most the first one.
  func rowAbove(_ place: Position, by rows: Int, width: Int) -> Position {
    guard rows > 0 else { return place }
    var missing = rows
    var line = place.line
    var limit = place.offset
    while true {
      let starts = limit > 0 ? starts(line: line, from: 0, width: width) { $0 < limit } : []
      if starts.count >= missing {
        return Position(line: line, offset: starts[starts.count - missing])
      }
      missing -= starts.count
      guard line > 0 else { return Position() }
      line -= 1
      limit = Int.max
    }
  }

  /// Where the rows of a line start, from the row at `from` as long as `wanted` says.
  private func starts(line: Int, from: Int, width: Int, while wanted: (Int) -> Bool) -> [Int] {
    let columns = max(1, width - 1)
    return Glyphs.withBytes(buffer.lines[line]) { bytes in
      var starts = [from]
      while true {
        let next = RowBreaker.row(bytes, from: starts[starts.count - 1], width: columns).next
        guard next < bytes.count, wanted(next) else { return starts }
        starts.append(next)
      }
    }
  }

  /// The column of a place in the row that starts at `start`.
  func column(of place: Position, from start: Position) -> Int {
    Glyphs.withBytes(buffer.lines[place.line]) { bytes in
      var i = start.offset
      var column = 0
      while i < place.offset { column += Int(Glyphs.next(bytes, &i).width) }
      return column
    }
  }

  private mutating func moveRows(_ rows: Int, width: Int) {
    buffer.closeRun()
    buffer.killing = false
    var start = rowStart(of: buffer.cursor, width: width)
    let wanted = goal ?? column(of: buffer.cursor, from: start)
    if rows < 0 { start = rowAbove(start, by: -rows, width: width) }
    for _ in 0..<max(0, rows) {
      guard let next = rowAfter(start, width: width) else { break }
      start = next
    }
    buffer.cursor = place(atColumn: wanted, ofRow: start, width: width)
    goal = wanted
  }

  /// The place in a row nearest to a column.
  private func place(atColumn wanted: Int, ofRow start: Position, width: Int) -> Position {
    let row = row(at: start, width: width)
    var place = start
    var column = 0
    if buffer.aligned(start) != start, let (next, _) = buffer.after(start) { place = next }
    while let (next, _) = buffer.after(place), next.line == start.line {
      // The end of a wrapped row is the start of the next one.
      if next.offset >= row.next, row.next < buffer.lines[start.line].utf8.count { break }
      column += self.column(of: next, from: place)
      if column > wanted { break }
      place = next
    }
    return place
  }

  private static func withLineFeeds(_ s: String) -> String {
    guard s.utf8.contains(0x0d) else { return s }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(s.utf8.count)
    var afterReturn = false
    for byte in s.utf8 {
      if byte == 0x0d || !(byte == 0x0a && afterReturn) { bytes.append(byte == 0x0d ? 0x0a : byte) }
      afterReturn = byte == 0x0d
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Text areas on a canvas.
extension Canvas {
  /// Draws an area, and the cursor in it when it has the focus. `marks` are underlined: they count
  /// characters, as ``TextArea/text`` does. `number` is what it is called when it is pointed at.
  public func area(
    _ a: TextArea, rect: Rect, focused: Bool, marks: [Range<Int>] = [], number: Int = 0
  ) {
    guard !rect.isEmpty else { return }
    target(.text(number), in: rect)
    let places = marks.map {
      (from: a.place(ofCharacter: $0.lowerBound), to: a.place(ofCharacter: $0.upperBound))
    }
    fill(rect, ink: Ink(.field))
    let view = part(rect)
    let top = a.topRow(width: rect.width, height: rect.height)
    var place: TextArea.Position? = top
    for y in 0..<rect.height {
      guard let start = place else { break }
      let row = a.row(at: start, width: rect.width)
      let line = a.buffer.lines[start.line]
      view.text(
        TextWidth.slice(of: line, bytes: row.start..<row.end), x: 0, y: y, ink: Ink(.field))
      for mark in places {
        let from = max(mark.from, TextArea.Position(line: start.line, offset: row.start))
        let to = min(mark.to, TextArea.Position(line: start.line, offset: row.end))
        guard from < to else { continue }
        let left = a.column(of: from, from: start)
        view.tint(
          Rect(x: left, y: y, width: a.column(of: to, from: start) - left, height: 1),
          flags: [.underline, .bold])
      }
      let cursor = a.buffer.cursor
      let isLast = row.next >= line.utf8.count
      if focused, cursor.line == start.line, cursor.offset >= row.start,
        cursor.offset < row.next || isLast
      {
        let column = min(a.column(of: cursor, from: start), rect.width - 1)
        view.cursor(x: column, y: y, visible: true)
      }
      place = a.rowAfter(start, width: rect.width)
    }
    // The last column is the cursor's, and never text.
    let cursor = surface.frame.cursor
    func mark(_ sign: String, y: Int) {
      let isTaken = cursor?.x == view.area.maxX - 1 && cursor?.y == view.area.y + y
      if !isTaken || !focused { view.text(sign, x: rect.width - 1, y: y, ink: Ink(.key)) }
    }
    if rect.width > 2, top > TextArea.Position() { mark("↑", y: 0) }
    if rect.width > 2, place != nil { mark("↓", y: rect.height - 1) }
  }
}
