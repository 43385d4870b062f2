import DebriefModel
import TUI

/// What several interviews together say: the figures at the left, the one under the bar beside them. Enter
/// goes into its rows, Enter again lists the facts behind a row.
struct MonthsScreen: Place {
  /// Which figure, among those of ``figures``.
  var list = ListState()
  /// Which row of it; nil while the bar is in the list of figures. Below 0 it is one of the lines of ``lead(_:)``.
  var row: Int?
  /// The stretch of time.
  var window = MonthWindow.all

  static let scope = Scope.months

  static let commands: [Command] = [
    command(
      "months.open", ["enter", "l", "right"], "Open a section, then see what's behind a row",
      footer: "open", why: { it, desk in it.whyNothing(desk) },
      does: { it, desk in it.open(&desk) }),
    command(
      "months.window", ["w"], "Another period: all, 12, 6, or 3 months", footer: "time"
    ) { it, desk in
      it.window = it.window.next
      it.row = nil
      return [.effect(.loadMonths(it.window))]
    },
    command("months.close", ["Y", "h", "left"], "Back to where you were") { it, _ in
      if it.row != nil {
        it.row = nil
        return []
      }
      return [.close]
    },
  ]

  /// The figures, those first that have enough to show.
  func figures(_ desk: Desk) -> [Months.Figure] {
    guard let months = desk.months.value else { return [] }
    return months.ready + months.figures.filter(\.isThin)
  }

  func figure(_ desk: Desk) -> Months.Figure? {
    let all = figures(desk)
    return all.isEmpty ? nil : all[max(0, min(list.selection, all.count - 1))]
  }

  /// What a figure says, line by line, where it has the whole screen and there is no room for it above its rows:
  /// there it is read like them, before the first.
  func lead(_ desk: Desk) -> [String] {
    guard isAlone(desk), MonthsScreen.isLow(desk.size), let figure = figure(desk) else { return [] }
    return (figure.sentences + [figure.nothing].compactMap(\.self)).flatMap {
      // The last column is that of the arrows.
      TextWidth.wrap($0, width: max(4, desk.size.width - 5))
    }
  }

  /// Whether a figure stands on a screen of its own, and not beside the list.
  private func isAlone(_ desk: Desk) -> Bool { desk.size.width < MonthsScreen.both }

  private func whyNothing(_ desk: Desk) -> String? {
    guard let figure = figure(desk) else { return "Nothing has been counted yet." }
    // Beside the list its sentence can be read; alone it's only read once it's open.
    if row == nil, isAlone(desk) { return nil }
    return figure.shown.isEmpty ? "There are no rows here yet." : nil
  }

  private mutating func open(_ desk: inout Desk) -> [Request] {
    guard let figure = figure(desk) else { return [] }
    guard let row else {
      self.row = -lead(desk).count
      return []
    }
    if row < 0 {
      self.row = 0
      return []
    }
    let at = max(0, min(row, figure.shown.count - 1))
    let key = figure.shown[at].key
    desk.monthFacts.forget()
    return [
      .open(MonthFactsOverlay(figure: figure, row: figure.shown[at], window: window, key: key))
    ]
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    if Keys.closes.contains(key) {
      if row != nil {
        row = nil
        return []
      }
      return [.close]
    }
    if let at = row, let figure = figure(desk) {
      var rows = ListState()
      let lead = lead(desk).count
      let count = lead + figure.shown.count
      rows.select(at + lead, count: count, height: max(1, count))
      guard rows.handle(key, count: count, height: max(1, count)) else { return nil }
      row = rows.selection - lead
      return []
    }
    let count = figures(desk).count
    return list.handle(key, count: count, height: max(1, desk.size.height - 4)) ? [] : nil
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    guard let row = at.row else { return [] }
    if at.part == MonthsScreen.figurePart {
      self.row = row - lead(desk).count
    } else {
      (list.selection, self.row) = (row, nil)
    }
    return []
  }

  /// What the rows of a figure are called when they are pointed at.
  static let figurePart = 1

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    desk.months.asks() ? [.afterwards(.loadMonths(window))] : []
  }

  func rereads(_ desk: Desk) -> [Effect] { [.loadMonths(window)] }

  func covers(_ width: Int) -> Bool { true }

  func bar(_ desk: Desk) -> Bar? { figure(desk).map { Bar($0.figure.rawValue + "/\(row ?? -1)") } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    figures(desk).firstIndex { thing.hasPrefix($0.figure.rawValue + "/") }
  }

  func findable(_ desk: Desk) -> [String]? {
    row == nil ? figures(desk).map(\.figure.title) : nil
  }

  func foundRow(_ desk: Desk) -> Int { list.selection }

  mutating func hold(_ row: Int, _ desk: Desk) {
    list.select(row, count: row + 1, height: row + 1)
  }
}

extension Scope {
  static let months = list("months", "Months: what your interviews add up to")
}
