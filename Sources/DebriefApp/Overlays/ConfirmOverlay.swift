import DebriefModel
import TUI

/// A question with a yes and a no, and what a yes does.
struct ConfirmOverlay: Place {
  var question: String
  var detail: String
  var yes: [Request]

  static let scope = Scope.bare("confirm")

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    switch key.code {
    case .character("y"), .character("Y"): return [.close] + yes
    case .character("n"), .character("N"), .character("q"), .escape: return [.close]
    case .character("c") where key.modifiers == .control: return [.close]
    default: return [.notice("y for yes, n for no.")]
    }
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? { [("y", "yes"), ("n", "no")] }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let rect = canvas.bounds.centered(Size(min(64, canvas.width), min(canvas.height, 7)))
    let room = canvas.part(rect)
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "Sure?", focused: true)
    var y = inside.paragraph(
      question, x: 0, y: 0, width: inside.width, maxRows: 3, ink: Ink(.title))
    y += inside.paragraph(
      desk.named(detail), x: 0, y: y, width: inside.width, maxRows: 2, ink: .dim)
    inside.text("y yes   n no", x: 0, y: y, ink: Ink(.key))
    inside.cursor(x: 0, y: y, visible: false)
  }
}
