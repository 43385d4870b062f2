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
  /// The selection within what is due.
  var dueList = ListState()
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
  mutating func fill(_ desk: Desk) -> [Effect] {
    let size = desk.size
    list.clamp(count: rows.count, height: Home.listHeight(size, due: dueRows(desk)))
    guard !atBottom, rows.count < Home.count(size), let last = rows.last else { return [] }
    return [.loadShelf(request(.after(last.key), size: size))]
  }

  /// The application the commands work on.
  func target(_ desk: Desk) -> ID? {
    if let entry = dueEntry(desk) { return entry.kind == .sort ? nil : entry.application }
    return selected
  }

  /// What is due under the bar; nil while the keys move in the list.
  func dueEntry(_ desk: Desk) -> AgendaEntry? {
    let agenda = desk.due.agenda
    return onDue && agenda.indices.contains(dueList.selection) ? agenda[dueList.selection] : nil
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

  mutating func clampDue(_ desk: Desk) {
    let count = desk.due.agenda.count
    dueList.clamp(count: count, height: max(1, count))
    if count == 0 { onDue = false }
  }

  /// Takes a window over: joined to the rows at hand when it continues them.
  mutating func take(_ shelf: Shelf, _ request: Shelf.Request, _ desk: Desk) -> [Effect] {
    guard request.filter == filter else { return [] }
    let size = desk.size
    let height = Home.listHeight(size, due: dueRows(desk))
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
  mutating func move(_ key: Key, _ desk: Desk) -> [Effect]? {
    let size = desk.size
    if onDue {
      let count = desk.due.agenda.count
      return dueList.handle(key, count: count, height: max(1, dueRows(desk))) ? [] : nil
    }
    let height = Home.listHeight(size, due: dueRows(desk))
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
  func dueRows(_ desk: Desk) -> Int {
    if desk.size.height < 12 { return 0 }
    return min(desk.due.agenda.count, max(1, desk.size.height / 6))
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
