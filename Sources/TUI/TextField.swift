/// An editor for one line. It knows keys and text, and no screen.
///
/// Keys are those of readline: Ctrl-A Ctrl-E Ctrl-B Ctrl-F and the arrows move, Alt-B Alt-F by words;
/// Ctrl-D Ctrl-H erase; Ctrl-K Ctrl-U Ctrl-W Alt-D Alt-Backspace kill, Ctrl-Y brings the killed text
/// back; Ctrl-T swaps; Ctrl-_ undoes and Alt-_ redoes.
public struct TextField: Equatable, Sendable {
  private var buffer: TextBuffer

  /// A field with its cursor at the end of `text`; line ends become blanks.
  public init(_ text: String = "") { buffer = TextBuffer(Self.oneLine(text)) }

  /// The text. Setting it puts the cursor at the end and forgets the history.
  public var text: String {
    get { buffer.text }
    set { buffer = TextBuffer(Self.oneLine(newValue)) }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { buffer.isEmpty }

  /// Follows a key; true when it was one of the editor's.
  public mutating func handle(_ key: Key) -> Bool { buffer.handle(key) }

  /// Puts text at the cursor, as a paste does; line ends become blanks.
  public mutating func insert(_ s: String) {
    buffer.replace(buffer.cursor, buffer.cursor, with: Self.oneLine(s))
  }

  /// Puts text in the place of all there is, as typing over a selected text does; line ends become blanks.
  public mutating func typeOver(_ s: String) { buffer.typeOver(Self.oneLine(s)) }

  /// The part of the text to show in `columns` columns, and the column of the cursor in it. The
  /// window moves by half its width, so that it stands still while one types inside it.
  public func window(columns: Int) -> (visible: String, cursorColumn: Int) {
    let columns = max(1, columns)
    let line = buffer.lines[0]
    return Glyphs.withBytes(line) { bytes in
      var i = 0
      var column = 0
      while i < buffer.cursor.offset { column += Int(Glyphs.next(bytes, &i).width) }
      let step = max(1, columns / 2)
      let first = column < columns ? 0 : ((column - columns) / step + 1) * step
      return (Self.cut(bytes, first: first, columns: columns), column - first)
    }
  }

  /// Puts the cursor where it is pointed at: a column of the part that ``window(columns:)`` shows.
  public mutating func point(column: Int, columns: Int) {
    let line = buffer.lines[0]
    let before = TextWidth.columns(
      TextWidth.slice(of: line, bytes: 0..<buffer.cursor.offset))
    let wanted = before - window(columns: columns).cursorColumn + max(0, column)
    buffer.point(at: wanted, from: TextBuffer.Position(), before: line.utf8.count)
  }

  /// Whether the text goes on at the left and at the right of the part that ``window(columns:)`` shows.
  func goesOn(columns: Int) -> (left: Bool, right: Bool) {
    let columns = max(1, columns)
    let before = TextWidth.columns(
      String(decoding: Array(buffer.lines[0].utf8.prefix(buffer.cursor.offset)), as: UTF8.self))
    let first = before - window(columns: columns).cursorColumn
    return (first > 0, TextWidth.columns(buffer.lines[0]) > first + columns)
  }

  /// The glyphs that lie between two columns; a wide one cut at the left leaves a blank.
  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, first: Int, columns: Int
  ) -> String {
    var i = 0
    var column = 0
    var from: Int?
    var to = 0
    var blanks = 0
    while i < bytes.count {
      let start = i
      let width = Int(Glyphs.next(bytes, &i).width)
      if column >= first, from == nil {
        from = start
        blanks = column - first
      }
      column += width
      if column > first + columns { break }
      to = i
    }
    guard let from, from < to else { return "" }
    return String(repeating: " ", count: blanks) + String(decoding: bytes[from..<to], as: UTF8.self)
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0a || $0 == 0x0d }) else { return text }
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    // The end of a copied line is not part of it.
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: " ")
  }
}

/// Input fields on a canvas.
extension Canvas {
  /// Draws a field, and the cursor in it when it has the focus. `number` is what it is called when it is
  /// pointed at.
  public func field(
    _ f: TextField, x: Int, y: Int, width: Int, focused: Bool, number: Int = 0
  ) {
    guard width > 0 else { return }
    let (visible, column) = f.window(columns: width)
    fill(Rect(x: x, y: y, width: width, height: 1), ink: Ink(.field))
    text(visible, x: x, y: y, ink: Ink(.field), width: width)
    // Not over the character the cursor stands on.
    let more = f.goesOn(columns: width)
    if more.left, width > 2, column > 0 || !focused { text("…", x: x, y: y, ink: Ink(.key)) }
    if more.right, width > 2, column < width - 1 || !focused {
      text("…", x: x + width - 1, y: y, ink: Ink(.key))
    }
    if focused { cursor(x: x + column, y: y, visible: true) }
    target(.text(number), in: Rect(x: x, y: y, width: width, height: 1))
  }
}
