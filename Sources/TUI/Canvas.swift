/// A rectangle of a surface to draw on. Coordinates count from its own top left corner; whatever
/// would fall outside is cut off, so that a pane cannot draw outside its room.
public struct Canvas {
  /// The surface drawn on.
  public let surface: Surface
  /// The canvas's place on the surface.
  public let area: Rect
  /// The border it lies in, on the surface; nil where it lies in none.
  let border: Rect?
  /// How many columns at the right end of that border's lower edge belong to the box below it.
  let kept: Int

  init(surface: Surface, area: Rect, border: Rect? = nil, kept: Int = 0) {
    self.surface = surface
    self.border = border
    self.kept = kept
    self.area = area.intersection(
      Rect(x: 0, y: 0, width: surface.size.width, height: surface.size.height))
  }

  /// Columns.
  public var width: Int { area.width }
  /// Rows.
  public var height: Int { area.height }
  /// The canvas's own rectangle, starting at 0, 0.
  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }
  /// Whether to keep to ASCII.
  public var ascii: Bool { surface.ascii }

  /// A canvas on a part of this one, given in this one's coordinates and clipped to it.
  public func part(_ rect: Rect) -> Canvas {
    let moved = Rect(
      x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height)
    return Canvas(surface: surface, area: moved.intersection(area), border: border, kept: kept)
  }
}
