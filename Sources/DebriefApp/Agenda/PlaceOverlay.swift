import DebriefModel
import TUI

/// Which application something belongs to: typed words, answered by the store.
struct PlaceOverlay: Place {
  /// What choosing an application does, once the list is gone.
  typealias Chosen = @Sendable (ID, Desk) -> [Request]

  let chosen: Chosen
  /// What the footer calls that.
  var word = "file here"
  /// What belongs there, for plain mode, which shows nothing behind the list.
  var about = ""
  var field = TextField()
  var words = ""
  var rows: [Facts] = []
  var list = ListState()

  static let scope = Scope.bare("place", isTyping: true)

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    let height = max(1, desk.size.height - 6)
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text):
      field.insert(text)
      return typed
    case .key(let key):
      switch key {
      case Key(.escape), .ctrl("c"): return [.close]
      case Key(.up), .ctrl("p"): list.move(by: -1, count: rows.count, height: height)
      case Key(.down), .ctrl("n"): list.move(by: 1, count: rows.count, height: height)
      case Key(.enter):
        guard rows.indices.contains(list.selection) else { return [] }
        return [.close]
          + chosen(rows[list.selection].application.id, desk)
      default: return field.handle(key) ? typed : []
      }
      return []
    }
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let place = at.place { field.point(column: place.x, columns: place.size.width) }
    if let row = at.row { list.selection = row }
    return []
  }

  private var typed: [Request] { field.text == words ? [] : [.effect(.loadPlaces(field.text))] }

  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? {
    guard case .places(let found, let words) = message else { return nil }
    (rows, self.words, list) = (found, words, ListState())
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("Enter", word), ("↑ ↓", "move"), ("Esc", "back")]
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let width = min(76, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "Which application?", focused: true)
    let used = inside.text("> ", x: 0, y: 0, ink: Ink(.key))
    let list = inside.part(
      Rect(x: 0, y: 1, width: inside.width, height: max(0, inside.height - 1)))
    if rows.isEmpty { list.text("no match", x: 2, y: 0, ink: .dim) }
    list.blocks(count: rows.count, selected: self.list.selection, focused: true) { i in
      let it = rows[i].application
      return [StyledLine([.init("  \(it.company)  "), .init(it.role, .dim)])]
    }
    // Last, for the cursor stands where one types.
    inside.field(field, x: used, y: 0, width: inside.width - used, focused: true)
  }
}
