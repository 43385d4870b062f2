import DebriefModel
import TUI

/// The first screen: what is due, and a window on the applications.
struct Home: Equatable, Sendable {
  /// The rows at hand, in list order.
  var rows: [Facts] = [] { didSet { version &+= 1 } }
  /// Changes with all that is drawn from here besides the selections: what was drawn before is then
  /// drawn anew.
  private(set) var version = 0
  /// Whether nothing comes before the first row.
  var atTop = true
  /// Whether nothing comes after the last row.
  var atBottom = true
  /// How many applications there are.
  var total = 0 { didSet { version &+= 1 } }
  /// The selection within ``rows``.
  var list = ListState()
  /// What is due, the most urgent first.
  var entries: [AgendaEntry] = [] { didSet { listDue() } }
  /// The facts they were read from.
  var facts: [Facts] = []
  /// The notes that wait to be sorted, as of the last time the inbox was open.
  var inbox: [WaitingNote] = []
  /// The line that leads to them.
  var inboxEntry: AgendaEntry? { didSet { listDue() } }
  /// The line of the inbox and what is due.
  private(set) var agenda: [AgendaEntry] = []
  /// The selection within ``agenda``.
  var due = ListState()
  /// Whether the keys move in what is due.
  var onDue = false
  /// Words every row must contain.
  var filter = "" { didSet { version &+= 1 } }
  /// How many rows the filter leaves, when that is known.
  private(set) var matches: Int? { didSet { version &+= 1 } }
  /// The words that the rows at hand were filtered by.
  private var filtered = ""
  /// The application to select once it is in a window.
  var wanted: ID?
  /// Whether something was written since the list and what is due were read.
  var isStale = false
  /// Whether a first window has come.
  var isLoaded = false
  /// Whether nothing can be saved.
  var isReadOnly = false { didSet { version &+= 1 } }

  private mutating func listDue() {
    agenda = inboxEntry.map { [$0] + entries } ?? entries
    version &+= 1
  }

  /// Rows a window holds for a screen: enough for a page down without asking again.
  static func count(_ size: Size) -> Int { max(20, 2 * listHeight(size, due: 0) + 2) }

  func request(_ place: Shelf.Request.Place, size: Size) -> Shelf.Request {
    Shelf.Request(place, count: Home.count(size), filter: filter)
  }

  /// The window to read after a change: the same rows again.
  func refreshRequest(size: Size) -> Shelf.Request {
    let anchor =
      atTop ? Shelf.Request.Place.top : rows.first.map { .from($0.application.id) } ?? .top
    return Shelf.Request(
      anchor, count: max(Home.count(size), min(rows.count, 4 * Home.count(size))), filter: filter)
  }

  /// More rows when the screen has grown.
  mutating func fill(size: Size) -> [Effect] {
    list.clamp(count: rows.count, height: Home.listHeight(size, due: dueRows(size)))
    guard !atBottom, rows.count < Home.count(size), let last = rows.last else { return [] }
    return [.loadShelf(request(.after(last.key), size: size))]
  }

  /// The application the commands work on.
  var target: ID? {
    if onDue, agenda.indices.contains(due.selection) {
      let entry = agenda[due.selection]
      return entry.kind == .sort ? nil : entry.application
    }
    return selected
  }

  /// The application of the row under the bar.
  private var selected: ID? {
    rows.indices.contains(list.selection) ? rows[list.selection].application.id : nil
  }

  /// Shows all applications again, the bar where it is.
  mutating func showAll() {
    filter = ""
    if let selected { wanted = selected }
  }

  mutating func clampDue() {
    due.clamp(count: agenda.count, height: max(1, agenda.count))
    if agenda.isEmpty { onDue = false }
  }

  /// Takes a window over: joined to the rows at hand when it continues them.
  mutating func take(_ shelf: Shelf, _ request: Shelf.Request, size: Size) -> [Effect] {
    guard request.filter == filter else { return [] }
    let height = Home.listHeight(size, due: dueRows(size))
    let selected = wanted ?? self.selected
    total = shelf.total
    matches = shelf.matches
    // Other words leave other rows: where the bar stood among those before says nothing.
    if filtered != request.filter { list = ListState() }
    filtered = request.filter
    let keep = 4 * Home.count(size)
    switch request.place {
    case .after:
      let extra = max(0, rows.count + shelf.rows.count - keep)
      rows.removeFirst(min(extra, rows.count))
      if extra > 0 { atTop = false }
      rows += shelf.rows
      atBottom = shelf.atBottom
      list.offset = max(0, list.offset - extra)
    case .before:
      rows = shelf.rows + rows
      list.offset += shelf.rows.count
      atTop = shelf.atTop
      if rows.count > keep {
        rows.removeLast(rows.count - keep)
        atBottom = false
      }
    case .top, .bottom, .from:
      rows = shelf.rows
      atTop = shelf.atTop
      atBottom = shelf.atBottom
    }
    var index = rows.firstIndex { $0.application.id == selected }
    if index == nil, isLoaded, request.place == .top || request.place == .bottom {
      index = request.place == .bottom ? rows.count - 1 : nil
    }
    if request.place == .bottom { index = rows.count - 1 }
    isLoaded = true
    if let id = wanted, index != nil || request.place == .from(id) { wanted = nil }
    list.select(
      max(0, index ?? min(list.selection, rows.count - 1)), count: rows.count, height: height)
    if let id = wanted, request.place == .top, index == nil {
      return [.loadShelf(self.request(.from(id), size: size))]
    }
    return []
  }

  /// Moves with a key; nil when the key does not move.
  mutating func move(_ key: Key, size: Size) -> [Effect]? {
    if onDue {
      return due.handle(key, count: agenda.count, height: max(1, dueRows(size))) ? [] : nil
    }
    let height = Home.listHeight(size, due: dueRows(size))
    switch key {
    case .char("g"), Key(.home):
      if !atTop {
        list = ListState()
        rows = []
        return [.loadShelf(request(.top, size: size))]
      }
    case .char("G"), Key(.end):
      if !atBottom { return [.loadShelf(request(.bottom, size: size))] }
    default: break
    }
    guard list.handle(key, count: rows.count, height: height) else { return nil }
    if !atBottom, list.selection >= rows.count - height, let last = rows.last {
      return [.loadShelf(request(.after(last.key), size: size))]
    }
    if !atTop, list.selection < height, let first = rows.first {
      return [.loadShelf(request(.before(first.key), size: size))]
    }
    return []
  }

  /// How many entries of the agenda are shown.
  func dueRows(_ size: Size) -> Int {
    if size.height < 12 { return 0 }
    return min(agenda.count, max(1, size.height / 6))
  }

  /// The rows of the list for a screen, as ``draw`` lays it out.
  static func listHeight(_ size: Size, due: Int) -> Int {
    if size.height < 12 { return max(1, size.height - 2) }
    let head = 2 + (due > 0 ? due + 2 : 0) + 2
    return max(1, size.height - head - 2 - previewRows(size))
  }

  /// The rows of the preview below the list; 0 where it stands beside it, or nowhere.
  static func previewRows(_ size: Size) -> Int {
    size.width < 110 && size.height >= 22 ? 5 : 0
  }
}
