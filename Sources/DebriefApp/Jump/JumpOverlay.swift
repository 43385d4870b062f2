import DebriefModel
import TUI

/// Labels on every row that is to be seen, and on every pane without rows: typing one goes there, as a click
/// would. What can be reached is what can be pointed at, so no place needs anything of its own.
struct JumpOverlay: Place {
  /// A row or a pane, and how it is reached.
  struct Mark: Equatable, Sendable {
    var label: String
    /// Where it begins, and a cell of it that stands for nothing else.
    var x: Int
    var y: Int
    var cell: Int
  }

  let marks: [Mark]
  /// The size of the screen the marks are for.
  private let size: Size
  private(set) var typed = ""

  static let scope = Scope.bare("jump")

  /// Marks what can be pointed at.
  init(_ hits: [HitArea], on size: Size) {
    (marks, self.size) = (JumpOverlay.marks(hits), size)
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    if desk.size != size || Keys.closes.subtracting([.char("q")]).contains(key) { return [.close] }
    if key == Key(.backspace) { typed = String(typed.dropLast()) }
    guard case .character(let letter) = key.code, key.modifiers.isEmpty else { return [] }
    let next = typed + letter.lowercased()
    if let mark = marks.first(where: { $0.label == next }) {
      return [.close, .app { $0.jump(to: mark) }]
    }
    if marks.contains(where: { $0.label.hasPrefix(next) }) { typed = next }
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("a–z", "go to that row"), ("Esc", "back")]
  }

  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("", ["Each row has a number here."])
    it.back = Spoken.key(Key(.escape))
    return it
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    guard desk.size.width == size.width else { return }
    for mark in marks where mark.label.hasPrefix(typed) {
      canvas.text(mark.label, x: mark.x, y: mark.y, ink: Ink(.match, [.bold, .selected]))
    }
  }

  // MARK: What can be reached

  /// The letters of labels, those under the fingers first.
  private static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// Labels of one letter while there are enough, else of two: none is the beginning of another.
  static func labels(_ count: Int) -> [String] {
    if count <= letters.count { return letters.prefix(count).map { String($0) } }
    return letters.flatMap { first in letters.map { "\(first)\($0)" } }.prefix(count).map { $0 }
  }

  private static func marks(_ hits: [HitArea]) -> [Mark] {
    var places: [(x: Int, y: Int, cell: Int)] = []
    for (at, hit) in hits.enumerated() {
      switch hit.target {
      case .row: break
      // A pane is reached by its rows, and by itself where it has none.
      case .part:
        let isCovered = hits[(at + 1)...].contains { isPlace($0.target) && $0.area.isIn(hit.area) }
        if isCovered { continue }
      case .field, .item, .text, .keys, .command: continue
      }
      let area = hit.area
      // Of a row that goes on beyond its room, or was drawn twice, one mark is enough.
      if places.contains(where: { $0.x == area.x && $0.y == area.y }) { continue }
      let cell = (area.x..<area.maxX).first { x in
        Pointed(hits, x: x, y: area.y).hits.last == hit
      }
      if let cell { places.append((area.x, area.y, cell)) }
    }
    // A letter or two per row, in the order in which one reads.
    places.sort { ($0.y, $0.x) < ($1.y, $1.x) }
    return zip(labels(places.count), places).map {
      Mark(label: $0, x: $1.x, y: $1.y, cell: $1.cell)
    }
  }

  private static func isPlace(_ target: Target) -> Bool {
    switch target {
    case .row, .part: true
    case .field, .item, .text, .keys, .command: false
    }
  }
}

extension Rect {
  /// Whether all of it lies in another one.
  fileprivate func isIn(_ other: Rect) -> Bool { intersection(other) == self }
}

extension App {
  /// Puts labels on what can be reached.
  mutating func showLabels() {
    overlays.append(JumpOverlay(hits, on: desk.size))
  }

  /// Why there are no labels; nil where there are.
  var whyNoLabels: String? {
    if desk.isSpoken { return "Each row has a number here: type one." }
    return JumpOverlay(hits, on: desk.size).marks.isEmpty ? "There's nothing to jump to here." : nil
  }

  /// Goes where a label stands, as a click does.
  fileprivate mutating func jump(to mark: JumpOverlay.Mark) -> [Effect] {
    let pointer = Pointer(.press, x: mark.cell, y: mark.y)
    let effects = point(.press, pointed(pointer))
    // Nobody points there: the next click is the first.
    isPointedAtRow = false
    return effects
  }
}
