/// One bar divided into parts, with a legend of the numbers below.
///
///     ██████████████████▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒
///     █ 3 in your control  ▓ 1 partly  ▒ 2 not
///
/// Where there is one row, the legend stands beside the bar and has no words. Four parts are told apart
/// without colours.
public struct StackedBar: Picture {
  /// One part of the bar.
  public struct Part: Hashable, Sendable {
    /// What it counts.
    public var label: String
    /// How many, 0 or more.
    public var value: Int
    /// What it is drawn as.
    public var role: Role

    /// Makes a part; a negative count becomes 0.
    public init(_ label: String, _ value: Int, role: Role = .barFull) {
      self.label = label
      self.value = max(0, value)
      self.role = role
    }
  }

  /// The parts, from the left.
  public var parts: [Part]

  /// Makes a bar of parts.
  public init(_ parts: [Part]) { self.parts = parts }

  private static let fills: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("█", "#"), ("▓", "="), ("▒", "+"), ("░", ":"),
  ]

  /// Columns between two entries of the legend.
  private static let gap = 2

  /// The columns of an entry without its words: a piece of the bar, a blank, the number.
  private func least(_ part: Part) -> Int { 2 + "\(part.value)".utf8.count }

  /// Where the entries of the legend stand, each no wider than a row; nil if one does not fit.
  private func legend(_ width: Int) -> [(x: Int, row: Int, width: Int)]? {
    var places: [(x: Int, row: Int, width: Int)] = []
    var (x, row) = (0, 0)
    for part in parts {
      let least = least(part)
      guard least <= width else { return nil }
      let words = TextWidth.columns(part.label)
      let wide = min(width, words == 0 ? least : least + 1 + words)
      if x > 0, x + wide > width { (x, row) = (0, row + 1) }
      places.append((x, row, wide))
      x += wide + Self.gap
    }
    return places
  }

  /// A row for the bar, and as many as the legend takes.
  public func rows(width: Int) -> Int {
    guard !parts.isEmpty, width > 0, let last = legend(width)?.last else { return 0 }
    return last.row + 2
  }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    let rows = rows(width: canvas.width)
    guard rows > 0, let legend = legend(canvas.width) else { return 0 }
    guard rows <= canvas.height else { return drawInOneRow(on: canvas) }
    drawBar(on: canvas, x: 0, width: canvas.width)
    for (i, place) in legend.enumerated() {
      entry(i, on: canvas, x: place.x, y: place.row + 1)
      let least = least(parts[i])
      if place.width > least + 1 {
        canvas.text(
          parts[i].label, x: place.x + least + 1, y: place.row + 1,
          width: place.width - least - 1)
      }
    }
    return rows
  }

  private func drawInOneRow(on canvas: Canvas) -> Int {
    let entries = parts.map(least)
    let wide = entries.reduce(0, +) + Self.gap * (entries.count - 1)
    guard wide <= canvas.width else { return 0 }
    let bar = canvas.width - wide - Self.gap
    // A bar with no column for some of its parts would leave them out.
    let shown = bar >= max(4, parts.count)
    if shown { drawBar(on: canvas, x: 0, width: bar) }
    var x = shown ? bar + Self.gap : 0
    for i in parts.indices {
      entry(i, on: canvas, x: x, y: 0)
      x += entries[i] + Self.gap
    }
    return 1
  }

  private func drawBar(on canvas: Canvas, x: Int, width: Int) {
    let columns = Shares.split(width, among: parts.map(\.value))
    var x = x
    for i in parts.indices {
      fill(i, on: canvas, x: x, y: 0, count: columns[i])
      x += columns[i]
    }
    if columns.allSatisfy({ $0 == 0 }) {
      canvas.run(of: "·", plain: ".", x: x, y: 0, count: width, ink: Ink(.barEmpty))
    }
  }

  private func entry(_ i: Int, on canvas: Canvas, x: Int, y: Int) {
    fill(i, on: canvas, x: x, y: y, count: 1)
    canvas.text("\(parts[i].value)", x: x + 2, y: y)
  }

  private func fill(_ i: Int, on canvas: Canvas, x: Int, y: Int, count: Int) {
    let (fill, plain) = Self.fills[i % Self.fills.count]
    canvas.run(of: fill, plain: plain, x: x, y: y, count: count, ink: Ink(parts[i].role))
  }
}
