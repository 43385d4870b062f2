import TUI

/// A list that lies over a screen: it moves and closes by itself, and its commands work on the row under
/// the bar.
protocol ListPlace: Place {
  /// Where the bar is.
  var list: ListState { get set }
  /// How many rows there are.
  func count(_ desk: Desk) -> Int
  /// Rows that fit on a screen of this height, for moving by pages.
  func height(_ desk: Desk) -> Int
}

extension ListPlace {
  func height(_ desk: Desk) -> Int { max(1, desk.size.height - 5) }

  /// Moves or closes; nil for other keys.
  mutating func move(_ key: Key, _ desk: Desk) -> [Request]? {
    list.clamp(count: count(desk), height: height(desk))
    if Keys.closes.contains(key) { return [.close] }
    return list.handle(key, count: count(desk), height: height(desk)) ? [] : nil
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    return move(key, desk)
  }

  mutating func hold(_ row: Int, _ desk: Desk) {
    list.select(row, count: row + 1, height: max(1, desk.size.height - 6))
  }

  /// The row under the bar; nil in an empty list.
  func selection(_ desk: Desk) -> Int? {
    let count = count(desk)
    return count == 0 ? nil : max(0, min(list.selection, count - 1))
  }
}
