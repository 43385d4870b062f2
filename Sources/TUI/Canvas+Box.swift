/// Borders, bars and footers.
extension Canvas {
  /// What a box shares with others on the screen.
  public enum Sharing: Sendable {
    /// Nothing: its border covers what was there.
    case nothing
    /// Its border meets those of its neighbours and becomes one line with them.
    case sides
    /// The same, and another box begins on its lower edge, with a title and a number of its own.
    case sidesAndBelow
  }

  /// Draws a border with `title` at the left of its top edge, `name` of what it is about behind it, and
  /// `note` and `number` at the right.
  /// Returns the canvas inside, one column away from the border; the canvas itself when it is too
  /// small for a border.
  public func box(
    title: String, about name: String = "", number: Int? = nil, focused: Bool, note: String = "",
    sharing: Sharing = .nothing
  ) -> Canvas {
    guard width >= 6, height >= 3 else { return self }
    frame(Ink(focused ? .focus : .border), joins: sharing != .nothing)
    var right = width - 2
    if let number, right - 6 > 0 {
      let label = " \(number) "
      right -= label.utf8.count
      text(label, x: right, y: 0, ink: focused ? Ink(.focus, .bold) : .dim)
      right -= 1
    }
    let wanted = TextWidth.columns(title) + 2
    let left = 2 + wanted
    let noteWidth = TextWidth.columns(note) + 2
    if !note.isEmpty, left + 1 + noteWidth <= right {
      text(" \(note) ", x: right - noteWidth, y: 0, ink: .dim)
      right -= noteWidth + 1
    }
    if !title.isEmpty, right - 2 >= 3 {
      text(
        " " + TextWidth.heading(title, about: name, to: right - 4) + " ", x: 2, y: 0,
        ink: Ink(.title, focused ? [.selected] : []), width: right - 2)
    }
    let inside = part(Rect(x: 2, y: 1, width: width - 4, height: height - 2))
    return Canvas(
      surface: surface, area: inside.area, border: area,
      kept: sharing == .sidesAndBelow ? 5 : 0)
  }

  /// Draws a border along the edges of the canvas. One that joins goes on where a neighbour's is, and what a
  /// neighbour wrote on it stays.
  private func frame(_ ink: Ink, joins: Bool) {
    let (right, bottom) = (width - 1, height - 1)
    func piece(_ x: Int, _ y: Int) {
      var line: BoxLine = []
      if y == 0 || y == bottom {
        if x > 0 { line.insert(.left) }
        if x < right { line.insert(.right) }
      }
      if x == 0 || x == right {
        if y > 0 { line.insert(.up) }
        if y < bottom { line.insert(.down) }
      }
      if joins {
        let there = surface.frame.cells[(area.y + y) * surface.size.width + area.x + x]
        // A blank of a title has the ink of the title.
        if there != Cell(0x20) {
          guard let other = BoxLine(there.base) else { return }
          line.formUnion(other)
        }
      }
      run(of: line.scalar, plain: line.plain, x: x, y: y, count: 1, ink: ink)
    }
    for y in 0...bottom {
      for x in stride(from: 0, through: right, by: y == 0 || y == bottom ? 1 : right) {
        piece(x, y)
      }
    }
  }

  /// Draws a line across the canvas.
  public func rule(y: Int, ink: Ink = Ink(.border)) {
    run(of: "─", plain: "-", x: 0, y: y, count: width, ink: ink)
  }

  /// What a hint of one key stands for; nil for one that names several, such as `j k`.
  public static func key(named label: String) -> Target? {
    label.contains(" ") ? nil : KeySequence(label).map { .keys($0.keys) }
  }

  /// Draws a footer of keys and what they do. Hints that do not fit are left out whole, from the
  /// end, and a sign says so.
  ///
  /// - Parameters:
  ///   - kept: A key that stays where there is no room for all, such as the one that leads out.
  ///   - target: What a hint stands for when it is pointed at; otherwise its key, where it names one.
  public func hints(
    _ hints: [(key: String, title: String)], y: Int, kept: String? = nil,
    target: (_ key: String) -> Target? = Canvas.key(named:)
  ) {
    var x = width > 40 ? 1 : 0
    let all = hints.count
    var hints = hints
    if let kept, hints.contains(where: { $0.key.contains(kept) }) {
      func needs() -> Int {
        hints.reduce(x - 2) {
          $0 + TextWidth.columns($1.key) + TextWidth.columns($1.title) + 3
        }
      }
      // The first one is what one came for.
      while needs() > width, let at = hints.lastIndex(where: { !$0.key.contains(kept) }), at > 0 {
        hints.remove(at: at)
      }
    }
    for (at, hint) in hints.enumerated() {
      let key = TextWidth.columns(hint.key)
      let title = TextWidth.columns(hint.title)
      // Where another one follows, or was left out, there is room for the sign.
      let isLast = at == hints.count - 1 && hints.count == all
      // Where not even the gap fits, the sign follows the title at once: a key is worth more than a blank.
      guard x + key + 1 + title + (isLast ? 0 : 1) <= width else {
        // The first one is cut rather than left out.
        let x =
          at == 0
          ? text("\(hint.key) ", x: x, y: y, ink: Ink(.key)) + x : min(x - 1, width - 1)
        let rest = at == 0 ? TextWidth.truncate(hint.title + " …", to: max(1, width - x)) : "…"
        text(rest, x: x, y: y, ink: .dim)
        return
      }
      text(hint.key, x: x, y: y, ink: Ink(.key))
      text(hint.title, x: x + key + 1, y: y, ink: .dim)
      if let target = target(hint.key) {
        self.target(target, in: Rect(x: x, y: y, width: key + 1 + title, height: 1))
      }
      x += key + 1 + title + 2
    }
    if hints.count < all { text("…", x: min(x - 1, width - 1), y: y, ink: .dim) }
  }
}
