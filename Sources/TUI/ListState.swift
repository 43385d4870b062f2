/// Which row of a list is selected, and which is the first one shown.
public struct ListState: Equatable, Sendable {
  /// The selected row; 0 in an empty list.
  public var selection = 0
  /// The first row shown.
  public var offset = 0

  /// A list with its first row selected.
  public init() {}

  /// Moves the selection, and no further than to the first or the last row.
  public mutating func move(by delta: Int, count: Int, height: Int) {
    select(selection + delta, count: count, height: height)
  }

  /// Selects row `i`, or the nearest there is, and brings it into view.
  public mutating func select(_ i: Int, count: Int, height: Int) {
    selection = min(max(0, i), max(0, count - 1))
    let rows = max(1, height)
    let lastOffset = max(0, count - rows)
    offset = min(max(offset, selection - rows + 1), selection)
    offset = min(max(0, offset), lastOffset)
  }

  /// Makes the state valid for `count` rows of which `height` fit.
  public mutating func clamp(count: Int, height: Int) {
    select(selection, count: count, height: height)
  }

  /// The rows to draw; the selected one is among them.
  public func visible(count: Int, height: Int) -> Range<Int> {
    guard count > 0, height > 0 else { return 0..<0 }
    var copy = self
    copy.clamp(count: count, height: height)
    return copy.offset..<min(count, copy.offset + height)
  }

  /// Whether a key moves by pages, so that the height of the list matters.
  public static func pages(_ key: Key) -> Bool {
    [Key(.pageDown), Key(.pageUp), .ctrl("d"), .ctrl("u")].contains(key)
  }

  /// Follows the keys that move in a list: `j` `k`, arrows, PgUp PgDn, Ctrl-D Ctrl-U, `g` `G`, Home
  /// End. True when the key was one of them.
  public mutating func handle(_ key: Key, count: Int, height: Int) -> Bool {
    let page = max(1, height - 1)
    let half = max(1, height / 2)
    switch key {
    case .char("j"), Key(.down): move(by: 1, count: count, height: height)
    case .char("k"), Key(.up): move(by: -1, count: count, height: height)
    case Key(.pageDown): move(by: page, count: count, height: height)
    case Key(.pageUp): move(by: -page, count: count, height: height)
    case .ctrl("d"): move(by: half, count: count, height: height)
    case .ctrl("u"): move(by: -half, count: count, height: height)
    case .char("g"), Key(.home): select(0, count: count, height: height)
    case .char("G"), Key(.end): select(count - 1, count: count, height: height)
    default: return false
    }
    return true
  }
}
