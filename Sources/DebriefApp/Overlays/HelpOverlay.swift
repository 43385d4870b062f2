import DebriefModel
import TUI

/// Help: the commands that can be used here, and what the program is.
struct HelpOverlay: Place {
  var lines: [StyledLine]
  var top = 0

  static let scope = Scope.bare("help")

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    let isHelp = desk.commands.action(key, .everywhere)?.name == "help"
    if isHelp || [.char("?"), .char("c"), Key(.function(1))].contains(key) { return [.close] }
    guard
      let top = Scrolling.scrolled(
        top, key, lines: lines.count, height: max(1, desk.size.height - 4))
    else { return [.close] }
    self.top = top
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("j k", "scroll"), ("q", "back")]
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed("Help")
    for y in 0..<inside.height where top + y < lines.count { inside.line(lines[top + y], y: y) }
    inside.cursor(x: 0, y: 0, visible: false)
  }
}

/// A page of lines that is read by scrolling.
enum Scrolling {
  /// Where the page is after a key; nil when it is to be closed.
  static func scrolled(_ top: Int, _ key: Key, lines: Int, height: Int) -> Int? {
    var top = top
    switch key.code {
    case .character("j"), .down: top += 1
    case .character("k"), .up: top -= 1
    case .pageDown, .character(" "): top += height
    case .pageUp: top -= height
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = lines
    case .escape, .character("q"), .enter: return nil
    case .character("c") where key.modifiers == .control: return nil
    default: break
    }
    return max(0, min(top, lines - height))
  }
}

extension Canvas {
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
