import DebriefModel
import TUI

/// An interview that is coming up, with the application it belongs to.
struct ComingUp: Equatable, Sendable {
  var facts: Facts
  var interview: Interview

  /// The interviews ahead of some applications, the next first.
  static func list(_ all: [Facts], now: Moment) -> [ComingUp] {
    all.flatMap { facts in
      facts.ahead(now: now).filter { $0.start != nil }.map {
        ComingUp(facts: facts, interview: $0)
      }
    }.sorted {
      ($0.interview.start ?? now, $0.facts.name, $0.interview.round)
        < ($1.interview.start ?? now, $1.facts.name, $1.interview.round)
    }
  }

  /// Day and time: `Today 10:00`, `Thu 3 Dec 10:00`; the day alone where no hour is known.
  func when(today: Day) -> String {
    guard let start = interview.start else { return "" }
    let day =
      switch today.days(to: start.day) {
      case 0: "Today"
      case 1: "Tomorrow"
      default: "\(start.day.weekdayName) \(start.day.short(today: today))"
      }
    return day + (interview.clockText.map { " \($0)" } ?? "")
  }

  /// How long it is until then, in words.
  func away(today: Day) -> String {
    switch interview.start.map({ today.days(to: $0.day) }) ?? 0 {
    // The day before it says these two.
    case ...1: ""
    case let days: "in \(days) days"
    }
  }

  /// What is ready for it, where something is to be: `5 of 7 ready`.
  var ready: String? { facts.readiness.map { "\($0.done) of \($0.total) ready" } }

  /// Company, role and kind.
  var name: String {
    let it = facts.application
    let kind = interview.kind == .other ? "" : interview.kind.label
    return [it.company, it.role, kind].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// The parts of the screen and the room they have.
extension Home {
  /// From how many columns on the preview stands beside the list.
  static let wide = 150

  /// The parts that are shown, from the top.
  func sections(_ desk: Desk) -> [Section] {
    (comingRows(desk) > 0 ? [.coming] : []) + (dueRows(desk) > 0 ? [.due] : []) + [.list]
  }

  /// The next part that is shown, or the one before; from the last back to the first.
  mutating func cycle(_ by: Int, _ desk: Desk) {
    let all = sections(desk)
    let at = all.firstIndex(of: section) ?? 0
    section = all[(at + by + all.count) % all.count]
  }

  /// Into the neighbouring part with the bar at its near end.
  mutating func step(_ by: Int, _ desk: Desk) -> [Effect] {
    let all = sections(desk)
    guard let at = all.firstIndex(of: section), all.indices.contains(at + by) else { return [] }
    section = all[at + by]
    switch (section, by > 0) {
    case (.coming, let isDown):
      let count = desk.due.coming.count
      comingList.select(isDown ? 0 : count - 1, count: count, height: comingRows(desk))
    case (.due, let isDown):
      let count = desk.due.todo.count
      dueList.select(isDown ? 0 : count - 1, count: count, height: dueRows(desk))
    case (.list, _): list.select(0, count: rows.count, height: listHeight(desk))
    }
    return []
  }

  /// The interview under the bar; nil while the keys move elsewhere.
  func comingEntry(_ desk: Desk) -> ComingUp? {
    let all = desk.due.coming
    return section == .coming && all.indices.contains(comingList.selection)
      ? all[comingList.selection] : nil
  }

  /// How many interviews are shown.
  func comingRows(_ desk: Desk) -> Int {
    let least = leastRows(desk)
    return min(desk.due.coming.count, least.coming + spare(least, desk))
  }

  /// How many entries of the agenda are shown.
  func dueRows(_ desk: Desk) -> Int {
    let least = leastRows(desk)
    let taken = comingRows(desk) - least.coming
    return min(desk.due.todo.count, least.due + spare(least, desk) - taken)
  }

  /// What both show however long the list is.
  private func leastRows(_ desk: Desk) -> (coming: Int, due: Int) {
    let height = desk.size.height
    if height < 12 || total == 0 { return (0, 0) }
    return (
      min(desk.due.coming.count, max(1, height / 12)), min(desk.due.todo.count, max(1, height / 8))
    )
  }

  /// The rows that a short list leaves blank: nothing is hidden above them. Words the list is narrowed by
  /// leave them as they are, so that nothing moves while one types.
  private func spare(_ least: (coming: Int, due: Int), _ desk: Desk) -> Int {
    if desk.size.height < 12 || total == 0 { return 0 }
    return max(0, Home.listHeight(desk.size, due: least.due, coming: least.coming) - total)
  }

  /// The rows of the list on this screen.
  func listHeight(_ desk: Desk) -> Int {
    Home.listHeight(desk.size, due: dueRows(desk), coming: comingRows(desk))
  }

  /// The rows of the list for a screen, as ``draw`` lays it out.
  static func listHeight(_ size: Size, due: Int = 0, coming: Int = 0) -> Int {
    if size.height < 12 { return max(1, size.height - 2) }
    let above = 2 + (coming > 0 ? coming + 2 : 0) + (due > 0 ? due + 2 : 0) + 1
    return max(1, size.height - 1 - above - previewRows(size))
  }

  /// The rows of the preview below the list; 0 where it stands beside it, or nowhere.
  static func previewRows(_ size: Size) -> Int {
    size.width >= wide || size.height < 22 ? 0 : size.height < 30 ? 4 : 8
  }
}
