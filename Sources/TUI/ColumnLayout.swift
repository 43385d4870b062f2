/// How wide a column is.
public enum ColumnWidth: Hashable, Sendable {
  /// So many columns of the screen.
  case fixed(Int)
  /// At least `min`, and of what is left over `share` parts.
  case flexible(min: Int, share: Int)
}

/// One column of a table.
public struct Column: Hashable, Sendable {
  /// The heading.
  public var title: String
  /// How wide it is.
  public var width: ColumnWidth
  /// It is hidden when the table has fewer columns of the screen than this.
  public var dropBelow: Int?

  /// Makes a column.
  public init(
    title: String = "", width: ColumnWidth, dropBelow: Int? = nil
  ) {
    self.title = title
    self.width = width
    self.dropBelow = dropBelow
  }
}

/// Where the columns of a table stand.
public struct ColumnLayout: Hashable, Sendable {
  /// The columns, from the left.
  public var columns: [Column]
  /// Blanks between two columns.
  public static let gap = 2

  /// Lays out `columns`.
  public init(_ columns: [Column]) { self.columns = columns }

  /// The place of each column in a table `width` columns wide; nil for a hidden one. A column that
  /// would start outside is hidden, one that would reach outside is cut.
  public func frames(width: Int) -> [(x: Int, width: Int)?] {
    let shown = columns.map { $0.dropBelow.map { width >= $0 } ?? true }
    var room = width - Self.gap * max(0, shown.count(where: { $0 }) - 1)
    var shares = 0
    for (column, isShown) in zip(columns, shown) where isShown {
      switch column.width {
      case .fixed(let columns): room -= max(0, columns)
      case .flexible(let min, let share):
        room -= max(0, min)
        shares += max(0, share)
      }
    }
    room = max(0, room)
    var x = 0
    return zip(columns, shown).map { column, isShown in
      guard isShown else { return nil }
      var wide: Int
      switch column.width {
      case .fixed(let columns): wide = max(0, columns)
      case .flexible(let min, let share):
        let part = shares > 0 ? room * max(0, share) / shares : 0
        room -= part
        shares -= max(0, share)
        wide = max(0, min) + part
      }
      guard x < width else { return nil }
      wide = min(wide, width - x)
      defer { x += wide + Self.gap }
      return (x, wide)
    }
  }
}
