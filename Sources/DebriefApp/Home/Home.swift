import DebriefModel
import TUI

/// The first screen: the interviews that are coming up, what is due, and a window on the applications.
struct Home: Equatable, Sendable {
  /// A part of the screen that the bar can stand in.
  enum Section: Int, Equatable, Sendable { case coming, due, list }

  /// The rows at hand, in list order.
  var rows: [Facts] = [] {
    didSet {
      version &+= 1
      widths = RowWidths(rows)
    }
  }
  /// How wide the names in ``rows`` are: the columns are laid out for all of them, so that moving the bar
  /// never shifts one.
  private(set) var widths = RowWidths([])
  /// Changes with all that is drawn from here besides the selections: what was drawn before is then
  /// drawn anew.
  private(set) var version = 0
  /// Whether nothing comes before the first row.
  var atTop = true
  /// Whether nothing comes after the last row.
  var atBottom = true
  /// How many rows come before the first; nil when nobody has counted them.
  private(set) var before: Int? = 0
  /// How many applications there are.
  var total = 0 { didSet { version &+= 1 } }
  /// The selection within ``rows``.
  var list = ListState()
  /// The selection within what is due.
  var dueList = ListState()
  /// The selection within what is coming up.
  var comingList = ListState()
  /// The part in which the keys move.
  var section = Section.list
  /// Whether the keys move in what is due.
  var onDue: Bool { section == .due }
  /// Words every row must contain.
  var filter = "" { didSet { version &+= 1 } }
  /// What the list is sorted by.
  private(set) var order = Shelf.Order.latest { didSet { version &+= 1 } }
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
  /// What is read in full beside the list.
  var beside = Beside()

  /// Rows a window holds for a screen: enough for a page down without asking again.
  static func count(_ size: Size) -> Int { max(20, 2 * listHeight(size) + 2) }

  func request(_ place: Shelf.Request.Place, size: Size) -> Shelf.Request {
    Shelf.Request(place, count: Home.count(size), filter: filter, order: order)
  }

  /// The window to read after a change: the same rows again.
  func refreshRequest(size: Size) -> Shelf.Request {
    let anchor =
      atTop ? Shelf.Request.Place.top : rows.first.map { .from($0.application.id) } ?? .top
    return Shelf.Request(
      anchor, count: max(Home.count(size), min(rows.count, 4 * Home.count(size))), filter: filter,
      order: order)
  }

  /// More rows when the screen has grown.
  mutating func fill(_ desk: Desk) -> [Effect] {
    let size = desk.size
    list.clamp(count: rows.count, height: listHeight(desk))
    guard !atBottom, rows.count < Home.count(size), let last = rows.last else { return [] }
    return [.loadShelf(request(.after(last.key), size: size))]
  }

  /// The application the commands work on.
  func target(_ desk: Desk) -> ID? {
    switch section {
    case .coming: comingEntry(desk)?.facts.application.id
    case .due: dueEntry(desk).flatMap { $0.kind == .sort ? nil : $0.application }
    case .list: selected
    }
  }

  /// What is due under the bar; nil while the keys move elsewhere.
  func dueEntry(_ desk: Desk) -> AgendaEntry? {
    let agenda = desk.due.todo
    return onDue && agenda.indices.contains(dueList.selection) ? agenda[dueList.selection] : nil
  }

  /// The application of the row under the bar.
  private var selected: ID? {
    rows.indices.contains(list.selection) ? rows[list.selection].application.id : nil
  }

  /// Sorts the list by the next order; the bar goes to its top.
  mutating func sort(_ desk: Desk) -> [Effect] {
    let all = Shelf.Order.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    (section, list, rows) = (.list, ListState(), [])
    return [.loadShelf(request(.top, size: desk.size))]
  }

  /// Shows all applications again, the bar where it is.
  mutating func showAll() {
    filter = ""
    if let selected { wanted = selected }
  }

  /// The bar stays where something is after what is due was read anew.
  mutating func clampDue(_ desk: Desk) {
    dueList.clamp(count: desk.due.todo.count, height: max(1, dueRows(desk)))
    comingList.clamp(count: desk.due.coming.count, height: max(1, comingRows(desk)))
    if section != .list, !sections(desk).contains(section) { section = .list }
  }

  /// Takes a window over: joined to the rows at hand when it continues them.
  mutating func take(_ shelf: Shelf, _ request: Shelf.Request, _ desk: Desk) -> [Effect] {
    guard request.filter == filter, request.order == order else { return [] }
    let size = desk.size
    let height = listHeight(desk)
    let selected = wanted ?? self.selected
    total = shelf.total
    matches = shelf.matches
    // Other words leave other rows: where the bar stood among those before says nothing.
    if filtered != request.filter { list = ListState() }
    filtered = request.filter
    beside.forget()
    let keep = 4 * Home.count(size)
    switch request.place {
    case .after:
      let extra = max(0, rows.count + shelf.rows.count - keep)
      rows.removeFirst(min(extra, rows.count))
      if extra > 0 { atTop = false }
      before = before.map { $0 + extra }
      rows += shelf.rows
      atBottom = shelf.atBottom
      list.offset = max(0, list.offset - extra)
    case .before:
      rows = shelf.rows + rows
      list.offset += shelf.rows.count
      before = shelf.atTop ? 0 : before.map { max(0, $0 - shelf.rows.count) }
      atTop = shelf.atTop
      if rows.count > keep {
        rows.removeLast(rows.count - keep)
        atBottom = false
      }
    case .top, .bottom, .from:
      rows = shelf.rows
      atTop = shelf.atTop
      atBottom = shelf.atBottom
      let all = filter.isEmpty ? total : matches
      before = atTop ? 0 : request.place == .bottom ? all.map { max(0, $0 - rows.count) } : nil
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

  /// Moves with a key; nil when the key does not move. Past the end of a part the bar goes on into the next.
  mutating func move(_ key: Key, _ desk: Desk) -> [Effect]? {
    let size = desk.size
    switch section {
    case .coming, .due:
      let isComing = section == .coming
      let count = isComing ? desk.due.coming.count : desk.due.todo.count
      let at = isComing ? comingList.selection : dueList.selection
      if Home.isDown(key), at + 1 >= count { return step(1, desk) }
      if Home.isUp(key), at == 0 { return step(-1, desk) }
      if isComing {
        return comingList.handle(key, count: count, height: max(1, comingRows(desk))) ? [] : nil
      }
      return dueList.handle(key, count: count, height: max(1, dueRows(desk))) ? [] : nil
    case .list: break
    }
    if Home.isUp(key), atTop, list.selection == 0 { return step(-1, desk) }
    let height = listHeight(desk)
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

  /// Puts the bar on a row of a part.
  mutating func point(_ part: Section, _ row: Int, _ desk: Desk) {
    guard sections(desk).contains(part) else { return }
    section = part
    switch part {
    case .coming: comingList.selection = max(0, min(row, desk.due.coming.count - 1))
    case .due: dueList.selection = max(0, min(row, desk.due.todo.count - 1))
    case .list: list.selection = max(0, min(row, rows.count - 1))
    }
  }

  /// Turns the wheel over a part, which gets the keys; the bar stays in it.
  mutating func wheel(_ part: Section, isDown: Bool, _ desk: Desk) -> [Effect] {
    guard sections(desk).contains(part) else { return [] }
    section = part
    let step = isDown ? 1 : -1
    var effects: [Effect] = []
    for _ in 0..<Home.notch {
      switch part {
      case .coming:
        let count = desk.due.coming.count
        comingList.move(by: step, count: count, height: max(1, comingRows(desk)))
      case .due: dueList.move(by: step, count: desk.due.todo.count, height: max(1, dueRows(desk)))
      case .list:
        if !isDown, atTop, list.selection == 0 { break }
        effects += move(Key(isDown ? .down : .up), desk) ?? []
        // What follows is read; until it is there is nothing to go on to.
        if !effects.isEmpty { return effects }
      }
    }
    return effects
  }

  private static func isDown(_ key: Key) -> Bool { key == .char("j") || key == Key(.down) }
  private static func isUp(_ key: Key) -> Bool { key == .char("k") || key == Key(.up) }
}
