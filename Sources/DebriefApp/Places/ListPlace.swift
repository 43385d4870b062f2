import TUI

/// A list that lies over a screen: it moves and closes by itself, and its commands work on the row under
/// the bar.
protocol ListPlace: Place {
  /// Where the bar is.
  var list: ListState { get set }
  /// How many rows there are.
  func count(_ desk: Desk) -> Int
  /// What it is called in plain mode.
  var spokenTitle: String { get }
  /// What plain mode says before its rows.
  func toldFirst(_ desk: Desk) -> [String]
  /// A row as a sentence, its state in words.
  func told(_ row: Int, _ desk: Desk) -> String
  /// What a row stands under; empty for nothing.
  func toldGroup(_ row: Int, _ desk: Desk) -> String
}

extension ListPlace {
  /// Moves or closes; nil for other keys.
  mutating func move(_ key: Key, _ desk: Desk) -> [Request]? {
    if Keys.closes.contains(key) { return [.close] }
    let count = count(desk)
    let height = ListState.pages(key) ? shown(desk) : max(1, count)
    list.clamp(count: count, height: height)
    return list.handle(key, count: count, height: height) ? [] : nil
  }

  /// How many things are to be seen now: a page is as long as that.
  private func shown(_ desk: Desk) -> Int {
    Surface.shown(on: Size(desk.size.width, desk.size.height - 1)) { draw($0, desk) }
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    return move(key, desk)
  }

  mutating func hold(_ row: Int, _ desk: Desk) {
    list.select(row, count: row + 1, height: row + 1)
  }

  func findable(_ desk: Desk) -> [String]? { (0..<count(desk)).map { told($0, desk) } }

  func foundRow(_ desk: Desk) -> Int { list.selection }

  /// The row under the bar; nil in an empty list.
  func selection(_ desk: Desk) -> Int? {
    let count = count(desk)
    return count == 0 ? nil : max(0, min(list.selection, count - 1))
  }
}
