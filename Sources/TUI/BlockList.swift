/// One line of a block: pieces of text, each with its ink.
public struct StyledLine: Equatable, Sendable {
  /// A piece of text.
  public struct Span: Equatable, Sendable {
    /// The text.
    public var text: String
    /// How it is drawn.
    public var ink: Ink
    /// Makes a piece.
    public init(_ text: String, _ ink: Ink = .body) {
      self.text = text
      self.ink = ink
    }
  }
  /// The pieces, left to right.
  public var spans: [Span]
  /// Makes a line of pieces.
  public init(_ spans: [Span]) { self.spans = spans }
  /// Makes a line of one piece.
  public init(_ text: String, _ ink: Ink = .body) { spans = [Span(text, ink)] }
}

extension Canvas {
  /// Draws one styled line; returns the columns used.
  @discardableResult
  public func line(_ line: StyledLine, x: Int = 0, y: Int) -> Int {
    var at = x
    for span in line.spans where at < width {
      at += text(span.text, x: at, y: y, ink: span.ink)
    }
    return at - x
  }

  /// Draws a list whose items take several rows each, scrolled so that the selected one is in
  /// view, whole if it fits. `blocks` gives the rows of an item and is asked only for items near
  /// the view. Returns the first row of the selected item, for the cursor.
  @discardableResult
  public func blocks(
    count: Int, selected: Int?, focused: Bool, _ block: (Int) -> [StyledLine]
  ) -> Int? {
    guard height > 0, width > 0, count > 0 else { return nil }
    let pick = selected.map { max(0, min(count - 1, $0)) }
    var first = pick ?? 0
    var rows: [Int: [StyledLine]] = [:]
    func lines(_ i: Int) -> [StyledLine] {
      if let known = rows[i] { return known }
      let made = block(i)
      rows[i] = made
      return made
    }
    var used = lines(first).count
    while first > 0, used + lines(first - 1).count <= height {
      first -= 1
      used += lines(first).count
    }
    var y = 0
    var cursor: Int?
    var i = first
    while i < count, y < height {
      let made = lines(i)
      if i == pick {
        cursor = y
      }
      let top = y
      if focused, pick != nil, y + made.count <= height { surface.shown = i - first + 1 }
      for styled in made where y < height {
        line(styled, y: y)
        y += 1
      }
      if i == pick {
        let flag: Ink.Flags = focused ? .selected : .marked
        tint(Rect(x: 0, y: top, width: width, height: y - top), flags: flag)
      }
      i += 1
    }
    return cursor
  }
}
