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

extension StyledLine {
  /// The line in as many rows as it takes, the later ones indented; as it is where it fits.
  func wrapped(_ width: Int) -> [StyledLine] {
    let text = spans.map(\.text).joined()
    guard width > 8, TextWidth.columns(text) > width else { return [self] }
    let indent = "    "
    var rest = spans.flatMap { span in span.text.map { ($0, span.ink) } }[...]
    var lines: [StyledLine] = []
    // The first row may be longer than the others by their indent, and keeps its own.
    let lead = String(text.prefix { $0 == " " })
    for piece in TextWidth.wrap(
      String(text.dropFirst(lead.count)), width: width - max(indent.count, lead.count))
    {
      if !lines.isEmpty { while rest.first?.0 == " " { rest.removeFirst() } }
      let taken = rest.prefix(piece.count + (lines.isEmpty ? lead.count : 0))
      rest = rest.dropFirst(taken.count)
      var spans: [Span] = lines.isEmpty ? [] : [Span(indent)]
      for (character, ink) in taken {
        if let last = spans.indices.last, spans[last].ink == ink {
          spans[last].text.append(character)
        } else {
          spans.append(Span(String(character), ink))
        }
      }
      lines.append(StyledLine(spans))
    }
    return lines
  }
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
      // The selected one can always be read whole.
      let made = i == pick && focused ? block(i).flatMap { $0.wrapped(width) } : block(i)
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
    var isCut = false
    var i = first
    while i < count, y < height {
      let made = lines(i)
      if i == pick {
        cursor = y
      }
      let top = y
      if focused, pick != nil, y + made.count <= height { surface.shown = i - first + 1 }
      isCut = y + made.count > height
      for styled in made where y < height {
        line(styled, y: y)
        y += 1
      }
      target(.row(i), in: Rect(x: 0, y: top, width: width, height: y - top))
      if i == pick {
        // Without the focus its first row says which it is: a whole paragraph in bold would draw the eye.
        let flag: Ink.Flags = focused ? .selected : .marked
        let rows = focused ? y - top : min(1, y - top)
        tint(Rect(x: 0, y: top, width: width, height: rows), flags: flag)
      }
      i += 1
    }
    goesOn(
      up: first > 0, down: i < count || isCut,
      place: pick.map { "\($0 + 1) of \(count)" } ?? "")
    // Braille displays and screen readers follow the cursor, also where it is hidden.
    if focused, let cursor { self.cursor(x: 0, y: cursor, visible: false) }
    return cursor
  }
}
