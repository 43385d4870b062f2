import TUI

/// Lines in a box over a screen, which are read by scrolling.
protocol SheetPlace: Place {
  /// The first line that is shown.
  var top: Int { get set }
  /// What stands in its frame.
  var title: String { get }
  /// Its lines, as wide as the box allows.
  func lines(_ desk: Desk, width: Int) -> [StyledLine]
  /// The same in plain mode: a sentence for each thing, made from what it is about and not from what is drawn.
  func told(_ desk: Desk) -> [String]
  /// Draws over a line what else there is to it; nothing by itself.
  func drawRow(_ number: Int, _ canvas: Canvas, y: Int)
}

extension SheetPlace {
  func drawRow(_ number: Int, _ canvas: Canvas, y: Int) {}

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    if desk.commands.action(key, .find) != nil { return nil }
    return scrolled(key, desk, height: desk.boxedSize.height)
  }

  func findable(_ desk: Desk) -> [String]? {
    lines(desk, width: desk.boxedSize.width).map { $0.spans.map(\.text).joined() }
  }

  func foundRow(_ desk: Desk) -> Int { desk.find.row(in: title) ?? top - 1 }

  mutating func find(_ row: Int, _ desk: inout Desk) {
    let count = lines(desk, width: desk.boxedSize.width).count
    top = Scrolling.showing(row, from: top, lines: count, height: desk.boxedSize.height)
    desk.find.put(row, in: title)
  }

  /// Scrolls by a key, where a page has so many rows, or closes.
  mutating func scrolled(_ key: Key, _ desk: Desk, height: Int) -> [Request] {
    if Scrolling.closes(key) { return [.close] }
    let count = lines(desk, width: desk.boxedSize.width).count
    top =
      Scrolling.moved(top, key, lines: count, height: height) ?? max(0, min(top, count - height))
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("j k", "scroll"), ("q", "back")]
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed(title)
    let lines = lines(desk, width: inside.width)
    for y in 0..<inside.height where top + y < lines.count {
      inside.line(lines[top + y], y: y)
      drawRow(top + y, inside, y: y)
      inside.found(desk.find.row(in: title) == top + y, y: y)
    }
    inside.goesOn(first: top, of: lines.count)
    inside.cursor(x: 0, y: 0, visible: false)
  }
}

/// A page of lines that is read by scrolling.
enum Scrolling {
  /// Where the page is after a key; nil for a key that does not scroll.
  static func moved(_ top: Int, _ key: Key, lines: Int, height: Int) -> Int? {
    var top = top
    switch key.code {
    case .character("j"), .down: top += 1
    case .character("k"), .up: top -= 1
    case .pageDown, .character(" "): top += height
    case .pageUp: top -= height
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = lines
    default: return nil
    }
    return max(0, min(top, lines - height))
  }

  /// Where the page is when a line is to be seen: where it was, or with a few lines before that one.
  static func showing(_ line: Int, from top: Int, lines: Int, height: Int) -> Int {
    if line >= top, line < top + height { return top }
    return max(0, min(line - height / 4, lines - height))
  }

  /// Whether a key leaves the page.
  static func closes(_ key: Key) -> Bool {
    switch key.code {
    case .escape, .character("q"), .enter: true
    case .character("c"): key.modifiers == .control
    default: false
    }
  }
}

extension Canvas {
  /// Marks a line in which words were found.
  func found(_ isSo: Bool, y: Int) {
    if isSo { tint(Rect(x: 0, y: y, width: width, height: 1), flags: .selected) }
  }

  /// A box as high as the screen, as wide as reading is easy.
  func boxed(_ title: String) -> Canvas {
    let width = width < 100 ? width : 90
    let room = part(Rect(x: (self.width - width) / 2, y: 0, width: width, height: height))
    room.fill(room.bounds, ink: .body)
    return room.box(title: title, focused: true)
  }
}

extension Desk {
  /// The size inside of a box as ``Canvas/boxed(_:)`` draws it.
  var boxedSize: Size {
    let width = size.width < 100 ? size.width : 90
    let height = size.height - 1
    return width >= 6 && height >= 3 ? Size(width - 4, height - 2) : Size(width, height)
  }
}
