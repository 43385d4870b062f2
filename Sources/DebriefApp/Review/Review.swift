import DebriefModel
import TUI

/// A pane of the review. It is a place inside of a place: the review gives it its room, its number and
/// the keys it does not use itself.
protocol Pane: FolderPlace {
  /// Which one it is.
  static var id: PaneID { get }
  /// One as it is before anything is known.
  init()
  /// Follows a new state of the application: the selection stays valid.
  mutating func follow(_ folder: Folder, _ desk: Desk)
  /// The rows of its list as a search looks at them.
  func texts(_ folder: Folder) -> [String]
  /// The row under the bar.
  func row(_ folder: Folder) -> Int
  /// Puts the bar on a row.
  mutating func select(_ row: Int, _ folder: Folder)
  /// What stands in its frame.
  func title(_ folder: Folder) -> String
  /// What stands in the corner of its frame.
  func note(_ folder: Folder, _ desk: Desk) -> String
  /// How much there is of it, in a few words.
  func told(_ folder: Folder) -> String
  /// What plain mode says before its rows.
  func toldFirst(_ folder: Folder, _ desk: Desk) -> [String]
  /// Its rows as sentences, in the order of ``select(_:_:)``, and what each stands under.
  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)]
  /// Draws it inside of its frame.
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool)
}

extension PaneID {
  /// The pane of that name. All that has to know every pane asks this.
  var type: any Pane.Type {
    switch self {
    case .findings: FindingsPane.self
    case .feedback: FeedbackPane.self
    case .checklist: ChecklistPane.self
    case .script: ScriptPane.self
    case .preparation: PreparationPane.self
    case .letters: LettersPane.self
    }
  }
}

extension Pane {
  func note(_ folder: Folder, _ desk: Desk) -> String { "" }
  func draw(_ canvas: Canvas, _ desk: Desk) {
    if let folder = desk.folder { draw(canvas, folder, desk, focused: true) }
  }
  mutating func hold(_ row: Int, _ desk: Desk) {
    if let folder = desk.folder { select(row, folder) }
  }

  @discardableResult
  static func reach<R>(_ app: inout App, _ body: (inout Self, inout Desk) -> R) -> R? {
    guard app.desk.folder != nil, var it = app.review[id] as? Self else { return nil }
    let result = body(&it, &app.desk)
    app.review[id] = it
    return result
  }

  static func look<R>(_ app: App, _ body: (Self, Desk) -> R) -> R? {
    guard app.desk.folder != nil, let it = app.review[id] as? Self else { return nil }
    return body(it, app.desk)
  }

  /// Moves the bar with a key of a list; nil for other keys.
  mutating func moved(_ key: Key, _ count: Int, _ desk: Desk) -> [Request]? {
    guard let folder = desk.folder else { return nil }
    let height = ListState.pages(key) ? shown(folder, desk) : 1
    var list = ListState()
    list.select(row(folder), count: count, height: height)
    guard list.handle(key, count: count, height: height) else { return nil }
    select(list.selection, folder)
    return []
  }

  /// How many things of its list are to be seen now: a page is as long as that.
  func shown(_ folder: Folder, _ desk: Desk) -> Int {
    Surface.shown(on: desk.room) { draw($0, folder, desk, focused: true) }
  }
}

/// The review of one application: its panes, which one has the keys, and how they share the screen.
struct Review: Sendable {
  private(set) var focus = PaneID.checklist
  /// The pane beside the checklist where only two fit.
  private(set) var left = PaneID.findings
  var zoomed = false
  /// The panes in the order of their numbers.
  private var panes = PaneID.allCases.map { $0.type.init() as any Pane }

  /// A pane by its name.
  subscript(_ id: PaneID) -> any Pane {
    get { panes[id.rawValue - 1] }
    set { panes[id.rawValue - 1] = newValue }
  }

  /// Whether one came to this pane from the question, to look something up.
  private(set) var isAside = false

  /// Every pane follows a new state of the application.
  mutating func follow(_ desk: Desk) {
    guard let folder = desk.folder else { return }
    for at in panes.indices { panes[at].follow(folder, desk) }
  }

  mutating func focus(_ pane: PaneID) {
    focus = pane
    if pane == .checklist { isAside = false } else { left = pane }
  }

  /// Goes to another pane by a key: from there, Esc comes back to the question it was pressed at.
  mutating func visit(_ pane: PaneID) {
    if focus == .checklist { isAside = true }
    focus(pane)
  }

  /// The panes in the order of Tab: from the question to the lists that grow with it.
  private static let ring = [PaneID.checklist] + PaneID.allCases.filter { $0 != .checklist }

  /// The next pane on the way round.
  mutating func cycle(_ step: Int) {
    let ring = Review.ring
    guard let at = ring.firstIndex(of: focus) else { return }
    visit(ring[(at + step + ring.count) % ring.count])
  }

}

/// A place on the application that is open: the review, and each of its panes.
protocol FolderPlace: Place {}

extension FolderPlace {
  /// A command of this place: it gets the application that is open besides.
  static func command(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (Self, Folder, Desk) -> String? = { _, _, _ in nil },
    does: @escaping @Sendable (inout Self, Folder, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { pane, desk in desk.folder.flatMap { why(pane, $0, desk) } },
      does: { pane, desk in desk.folder.map { does(&pane, $0, &desk) } ?? [] })
  }
}
