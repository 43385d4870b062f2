import DebriefModel
import TUI

/// Search over everything: words, and what was found.
struct SearchOverlay: Place {
  var field = TextField()
  var hits: [Hit] = []
  var words = ""
  /// How many places were asked for: first those that can be seen, then as many as are ever listed.
  var asked = 0
  var list = ListState()

  private static let most = 60
  /// The widest it gets.
  private static let width = 96

  static let scope = Scope.bare("search", isTyping: true)

  func covers(_ width: Int) -> Bool { width <= SearchOverlay.width }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    let height = max(1, (desk.size.height - 6) / 2)
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text):
      field.insert(text)
      return searched(desk)
    case .key(let key):
      switch key.code {
      case .escape: return [.close]
      case .character("c") where key.modifiers == .control: return [.close]
      case .up: list.move(by: -1, count: hits.count, height: height)
      case .down: list.move(by: 1, count: hits.count, height: height)
      case .pageUp: list.move(by: -height, count: hits.count, height: height)
      case .pageDown: list.move(by: height, count: hits.count, height: height)
      case .enter: return goTo()
      default: return field.handle(key) ? searched(desk) : []
      }
      return searched(desk)
    }
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let place = at.place { field.point(column: place.x, columns: place.size.width) }
    if let row = at.row { list.selection = row }
    return searched(desk)
  }

  private func goTo() -> [Request] {
    guard hits.indices.contains(list.selection) else { return [] }
    let hit = hits[list.selection]
    guard let id = hit.application else {
      return [.notice("This isn't part of an application yet.")]
    }
    let sequel = Sequel { app in
      app.showReview(hit.kind.pane)
      Review.reach(&app) { review, desk in review.show(hit.kind, hit.entity, desk) }
      return []
    }
    return [.close, .effect(.loadDossier(id, then: sequel))]
  }

  /// - Parameter all: Whether all that is ever listed is wanted at once.
  mutating func searched(_ desk: Desk, all: Bool = false) -> [Request] {
    let seen = all ? SearchOverlay.most : max(1, (desk.size.height - 6) / 2) + 1
    if field.text != words {
      asked = seen
    } else if hits.count >= asked, asked < SearchOverlay.most, list.selection + 1 >= hits.count {
      asked = SearchOverlay.most
    } else {
      return []
    }
    return [.effect(.search(field.text, limit: asked))]
  }

  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? {
    guard case .hits(let hits, let words) = message else { return nil }
    self.hits = hits
    if self.words != words { list = ListState() }
    self.words = words
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("Enter", "open"), ("↑ ↓", "move"), ("Esc", "back")]
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let width = min(SearchOverlay.width, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "Search everything", focused: true)
    let rows = inside.part(Rect(x: 0, y: 2, width: inside.width, height: inside.height - 2))
    if hits.isEmpty {
      let text = field.text.isEmpty ? "Type a word, or the start of one." : "No matches."
      rows.text(text, x: 0, y: 0, ink: .dim)
    }
    rows.blocks(count: hits.count, selected: list.selection, focused: true) { i in
      let hit = hits[i]
      var spans: [StyledLine.Span] = [.init("  ")]
      for piece in hit.pieces {
        let text = piece.text.utf8.contains(0x0a) ? SearchOverlay.flat(piece.text) : piece.text
        spans.append(.init(text, piece.isMatch ? Ink(.match, .bold) : .body))
      }
      return [
        StyledLine([.init(hit.title, Ink(.body, .bold)), .init("  \(hit.kind.label)", .dim)]),
        StyledLine(spans),
      ]
    }
    inside.field(field, x: 0, y: 0, width: inside.width, focused: true)
  }

  private static func flat(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
