import DebriefModel
import TUI

/// The question what else could explain it, in a small box over the screen. Who has nothing to add just
/// goes on: a key that writes nothing works on the screen below, as if the box had been left with Enter.
struct RivalOverlay: Place {
  var field = TextField()
  /// What is done with the words, and with the key that went past the box.
  let done: @Sendable (_ words: String, _ key: Key?) -> [Request]
  /// Whether keys go past it: only where the screen itself lies below.
  let isPassed: Bool

  static let scope = Scope.bare("rival", isTyping: true)

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    switch event {
    case .resize, .tooLong, .pointer: break
    case .paste(let text): field.insert(text)
    case .key(let key):
      switch key {
      case Key(.enter): return [.close] + done(field.text, nil)
      case Key(.escape), .ctrl("c"): return [.close, .notice("Nothing changed.")]
      default:
        if isPassed, field.isEmpty, RivalOverlay.passes(key) { return [.close] + done("", key) }
        _ = field.handle(key)
      }
    }
    return []
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let place = at.place { field.point(column: place.x, columns: place.size.width) }
    return []
  }

  /// The arrows would answer.
  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] { [] }

  /// Whether a key begins no text: a digit answers the next question.
  private static func passes(_ key: Key) -> Bool {
    switch key.code {
    case .character(let it): key.modifiers.isEmpty && it.isNumber
    case .up, .down, .pageUp, .pageDown, .tab: true
    default: key.isFunction
    }
  }

  var unsaved: Unsaved? {
    guard !field.text.allSatisfy(\.isWhitespace) else { return nil }
    return Unsaved(label: "what else could explain it", text: field.text, isKept: false)
  }

  /// The box says what its keys do.
  func hints(_ desk: Desk) -> [(key: String, title: String)]? { [] }

  func rowsNeeded(_ size: Size, _ desk: Desk) -> Int {
    let layout = layout(size.width)
    return layout.question.count + layout.keys.count + 3
  }

  private func layout(_ width: Int) -> (question: [String], keys: [String]) {
    let inside = max(1, min(64, width) - 4)
    let enter = field.isEmpty ? "nothing comes to mind" : "add it"
    return (
      TextWidth.wrap("What else could explain it?", width: inside),
      TextWidth.wrap("Enter: \(enter). Esc: change nothing.", width: inside)
    )
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let layout = layout(canvas.width)
    let rows = layout.question.count + layout.keys.count + 3
    // At the foot, so that what it asks about can still be read.
    var rect = canvas.bounds.centered(Size(min(64, canvas.width), min(canvas.height, rows)))
    rect.y = max(0, canvas.height - rect.height)
    let room = canvas.part(rect)
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "", focused: true)
    var y = 0
    for line in layout.question {
      inside.text(line, x: 0, y: y, ink: Ink(.title))
      y += 1
    }
    inside.field(field, x: 0, y: y, width: inside.width, focused: true)
    for line in layout.keys {
      y += 1
      inside.text(line, x: 0, y: y, ink: .dim)
    }
  }
}
