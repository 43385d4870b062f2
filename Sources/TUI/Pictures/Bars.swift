/// Lying bars, a row each: how many of each kind, on one scale.
///
///     Preparation   4  ████████████████████
///     Presentation  1  █████
public struct Bars: Picture {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// What it counts.
    public var label: String
    /// How many, 0 or more.
    public var value: Int
    /// Of how many, never fewer than `value`; nil where there is no such number.
    public var total: Int?
    /// What the bar is drawn as.
    public var role: Role

    /// Makes a bar; a negative count becomes 0, a total that is less than the count becomes the count.
    public init(_ label: String, _ value: Int, of total: Int? = nil, role: Role = .barFull) {
      self.label = label
      self.value = max(0, value)
      self.total = total.map { max($0, max(0, value)) }
      self.role = role
    }

    /// The number beside it.
    var number: String { total.map { "\(value) of \($0)" } ?? "\(value)" }
  }

  /// The bars, from the top.
  public var bars: [Bar]

  /// Makes a picture of bars.
  public init(_ bars: [Bar]) { self.bars = bars }

  private func columns(_ width: Int) -> PictureColumns? {
    PictureColumns(
      width: width, labels: bars.map(\.label),
      number: bars.lazy.map(\.number.utf8.count).max() ?? 0)
  }

  /// A row for each bar.
  public func rows(width: Int) -> Int { columns(width) == nil ? 0 : bars.count }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    guard let columns = columns(canvas.width) else { return 0 }
    let whole = bars.lazy.map { $0.total ?? $0.value }.max() ?? 0
    // Where a bar has an empty part, the filled one ends with a column.
    let fine = !canvas.ascii && bars.allSatisfy { $0.total == nil }
    return canvas.pictureRows(bars.count, from: 0) { i, y in
      let bar = bars[i]
      canvas.text(bar.label, x: 0, y: y, width: columns.label)
      canvas.textEnding(
        bar.number, before: columns.numberAt + columns.number, from: columns.numberAt, y: y,
        ink: .body)
      let ink = Ink(bar.role)
      let (x, track) = (columns.trackAt, columns.track)
      if fine {
        let eighths = Shares.reach(bar.value, of: whole, steps: track * 8)
        canvas.run(of: "█", plain: "#", x: x, y: y, count: eighths / 8, ink: ink)
        if eighths % 8 > 0, let part = Unicode.Scalar(UInt32(0x2590 - eighths % 8)) {
          canvas.run(of: part, plain: "#", x: x + eighths / 8, y: y, count: 1, ink: ink)
        }
      } else {
        let room = Shares.reach(bar.total ?? bar.value, of: whole, steps: track)
        let filled = Shares.reach(bar.value, of: bar.total ?? bar.value, steps: room)
        canvas.run(of: "█", plain: "#", x: x, y: y, count: filled, ink: ink)
        canvas.run(
          of: "░", plain: ".", x: x + filled, y: y, count: room - filled, ink: Ink(.barEmpty))
      }
    }
  }
}
