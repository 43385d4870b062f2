/// A whole screen as data: what a pane drew, what the terminal paints, what a test reads.
public struct Frame: Equatable, Sendable {
  /// A place for the terminal's cursor.
  public struct Cursor: Equatable, Sendable {
    /// The column, 0 first.
    public var x: Int
    /// The row, 0 first.
    public var y: Int
    /// Whether it is shown. A hidden cursor still stands on the focused row, which is what screen
    /// readers and braille displays follow.
    public var visible: Bool

    /// Makes a cursor place.
    public init(x: Int, y: Int, visible: Bool) {
      self.x = x
      self.y = y
      self.visible = visible
    }
  }

  /// The size of the screen.
  public let size: Size
  /// `size.width * size.height` cells, row by row.
  public var cells: [Cell]
  /// Where the cursor stands, if anywhere.
  public var cursor: Cursor?

  /// A blank screen.
  public init(size: Size) {
    self.size = size
    self.cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// A blank screen in the room of cells that nobody needs any more; `cells` are as many as it has.
  init(size: Size, reusing cells: consuming [Cell]) {
    self.size = size
    cells.withUnsafeMutableBufferPointer { $0.update(repeating: .blank) }
    self.cells = cells
  }

  /// The row as text, without the blanks at its end.
  public func row(_ y: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in cells[(y * size.width)..<((y + 1) * size.width)] where !cell.isContinuation {
      scalars.append(Unicode.Scalar(cell.base) ?? " ")
      for i in 0..<4 where cell.marks[i] != 0 {
        if let mark = Unicode.Scalar(cell.marks[i]) { scalars.append(mark) }
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The cell at which a text first stands in a row of the screen.
  public func place(of text: String) -> (x: Int, y: Int)? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return nil }
    for y in 0..<size.height {
      let row = Array(row(y).utf8)
      guard row.count >= wanted.count else { continue }
      for at in 0...(row.count - wanted.count)
      where row[at] == wanted[0] && row[at..<(at + wanted.count)].elementsEqual(wanted) {
        return (TextWidth.columns(String(decoding: row[..<at], as: UTF8.self)), y)
      }
    }
    return nil
  }

  /// All rows as text, each ended by a line feed: the form of the golden screens.
  public var text: String {
    (0..<size.height).map { row($0) + "\n" }.joined()
  }
}

/// The cells that canvases draw on. A reference, so that a pane's canvas and the screen's share it;
/// it lives for one frame and never leaves the thread that draws.
public final class Surface {
  /// What has been drawn so far.
  public internal(set) var frame: Frame
  /// The size of the screen.
  let size: Size
  /// Whether borders, bars and the ellipsis are drawn in ASCII.
  public let ascii: Bool

  /// What parts looked like before, if anybody remembers.
  let memory: DrawMemory?
  /// What can be pointed at, in the order of drawing; nil while nobody asks.
  public internal(set) var hits: [HitArea]?

  /// A blank surface.
  ///
  /// - Parameter keepsHits: Whether it is drawn to learn what can be pointed at. Such a surface has no
  ///   memory: what is only copied would not say what it stands for.
  public init(
    size: Size, ascii: Bool = false, memory: DrawMemory? = nil, keepsHits: Bool = false
  ) {
    let memory = keepsHits ? nil : memory
    frame = memory?.blank(size) ?? Frame(size: size)
    self.size = size
    self.ascii = ascii
    self.memory = memory
    hits = keepsHits ? [] : nil
  }

  /// How many things of a list are to be seen whole, in the list that has the focus.
  public internal(set) var shown = 0

  /// How many things of a list are to be seen when something is drawn on so much room; at least 1.
  public static func shown(on size: Size, _ draw: (Canvas) -> Void) -> Int {
    let surface = Surface(size: Size(max(1, size.width), max(1, size.height)))
    draw(surface.canvas)
    return max(1, surface.shown)
  }

  /// What was drawn, which is the end of it.
  public func finish() -> Frame {
    memory?.keep(frame)
    return frame
  }

  /// The canvas of the whole surface.
  public var canvas: Canvas {
    Canvas(
      surface: self,
      area: Rect(x: 0, y: 0, width: size.width, height: size.height))
  }
}
