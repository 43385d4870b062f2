/// A width and a height in terminal columns and rows; never negative.
public struct Size: Hashable, Sendable {
  /// Columns, 0 or more.
  public var width: Int
  /// Rows, 0 or more.
  public var height: Int

  /// Makes a size; negative values become 0.
  public init(_ width: Int, _ height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A rectangle of cells. `x` and `y` count from the top left corner, 0 first.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public var x: Int
  /// The topmost row.
  public var y: Int
  /// Columns, 0 or more.
  public var width: Int
  /// Rows, 0 or more.
  public var height: Int

  /// Makes a rectangle; a negative width or height becomes 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The size of the rectangle.
  public var size: Size { Size(width, height) }
  /// The first column right of the rectangle.
  public var maxX: Int { x + width }
  /// The first row below the rectangle.
  public var maxY: Int { y + height }
  /// Whether no cell lies in it.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// The cells that lie in both rectangles.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// Cuts `rows` rows off the top and returns them; the rectangle keeps the rest.
  public mutating func takeTop(_ rows: Int) -> Rect {
    let n = min(max(0, rows), height)
    let cut = Rect(x: x, y: y, width: width, height: n)
    self = Rect(x: x, y: y + n, width: width, height: height - n)
    return cut
  }

  /// Cuts `rows` rows off the bottom and returns them; the rectangle keeps the rest.
  public mutating func takeBottom(_ rows: Int) -> Rect {
    let n = min(max(0, rows), height)
    height -= n
    return Rect(x: x, y: y + height, width: width, height: n)
  }

  /// Cuts `columns` columns off the left and returns them; the rectangle keeps the rest.
  public mutating func takeLeft(_ columns: Int) -> Rect {
    let n = min(max(0, columns), width)
    let cut = Rect(x: x, y: y, width: n, height: height)
    self = Rect(x: x + n, y: y, width: width - n, height: height)
    return cut
  }

  /// A rectangle of the given size in the middle of this one, never larger than it.
  public func centered(_ size: Size) -> Rect {
    let w = min(size.width, width)
    let h = min(size.height, height)
    return Rect(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
  }
}
