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

  /// The wheel answers nothing.
  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] { [] }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("y", "yes"), ("n", "no (or Esc)")]
  }

  /// The question and what a yes loses: neither lies below what is said at the foot.
  func rowsNeeded(_ size: Size, _ desk: Desk) -> Int { layout(size.width, size.height, desk).rows }

  /// How it is shown, and how many rows that takes.
  private struct Layout {
    var questionRows: Int
    var detail: [String]
    var isBoxed = true
    var namesKeys = true
    var rows: Int {
      questionRows + detail.count + (namesKeys ? 1 : 0) + (isBoxed ? 2 : 0)
    }
  }

  /// What is shown in so many rows. What a yes would lose is in the detail, so nothing of that is left out
  /// before everything else is: first the keys, which the last row of the screen names too, then the
  /// frame, then the end of the question.
  private func layout(_ width: Int, _ height: Int, _ desk: Desk) -> Layout {
    let inside = max(1, min(64, width) - 4)
    var layout = Layout(
      questionRows: min(3, TextWidth.wrap(question, width: inside).count),
      detail: TextWidth.wrap(desk.named(detail), width: inside))
    if layout.rows > height { layout.namesKeys = false }
    if layout.rows > height { layout.isBoxed = false }
    while layout.rows > height, layout.questionRows > 1 { layout.questionRows -= 1 }
    return layout
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let layout = layout(canvas.width, canvas.height, desk)
    let rows = layout.isBoxed ? max(7, layout.rows) : layout.rows
    let room = canvas.part(
      canvas.bounds.centered(Size(min(64, canvas.width), min(canvas.height, rows))))
    room.fill(room.bounds, ink: .body)
    let inside =
      layout.isBoxed
      ? room.box(title: "Sure?", focused: true)
      : room.part(Rect(x: 2, y: 0, width: max(1, room.width - 4), height: room.height))
    var y = inside.paragraph(
      question, x: 0, y: 0, width: inside.width, maxRows: layout.questionRows, ink: Ink(.title))
    for line in layout.detail {
      inside.text(line, x: 0, y: y, ink: .dim)
      y += 1
    }
    if layout.namesKeys {
      inside.text("y yes   n no", x: 0, y: y, ink: Ink(.key))
      inside.target(.keys([.char("y")]), in: Rect(x: 0, y: y, width: 5, height: 1))
      inside.target(.keys([.char("n")]), in: Rect(x: 8, y: y, width: 4, height: 1))
    }
    inside.cursor(x: 0, y: min(y, inside.height - 1), visible: false)
  }
}
