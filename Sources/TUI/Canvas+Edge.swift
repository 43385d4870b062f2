/// What goes on beyond the edge of its room says so.
extension Canvas {
  /// Says that what is drawn here goes on: upward, downward, and where one is. On the lower border of
  /// the box the canvas lies in, where it reaches down to that; else as marks in its last column.
  public func goesOn(up: Bool, down: Bool, place: String = "") {
    guard up || down, width > 0, height > 0 else { return }
    guard let border, border.maxY - 1 == area.maxY, border.maxY <= surface.size.height else {
      if up { text("↑", x: width - 1, y: 0, ink: Ink(.key)) }
      if down { text("↓", x: width - 1, y: height - 1, ink: Ink(.key)) }
      return
    }
    let room = max(0, width - kept)
    let edge = Canvas(
      surface: surface,
      area: Rect(x: area.x, y: area.maxY, width: room, height: 1))
    let marks = (up ? "↑" : "") + (down ? "↓" : "")
    let long = place.isEmpty ? " \(marks) " : " \(marks) \(place) "
    let label = TextWidth.columns(long) <= room ? long : marks
    edge.text(label, x: max(0, room - TextWidth.columns(label)), y: 0, ink: .dim)
  }

  /// The same for rows of text of which some are shown: `first` is the first of them.
  public func goesOn(first: Int, of count: Int) {
    let last = min(count, first + height)
    goesOn(up: first > 0, down: last < count, place: "\(last) of \(count)")
  }
}
