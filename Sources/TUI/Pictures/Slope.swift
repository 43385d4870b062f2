/// A number before and after, a row each, on one line of numbers: a ring where it was, a dot where it
/// went.
///
///     Nordlicht  2 ─▸ 4  ·····○━━━━━━━━●·····
///     Kestrel    3 ─▸ 3  ··········●·········
public struct Slope: Picture {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// What it is about.
    public var label: String
    /// The number before; nil for none.
    public var before: Double?
    /// The number after; nil for none.
    public var after: Double?

    /// Makes a row.
    public init(_ label: String, before: Double?, after: Double?) {
      self.label = label
      self.before = before
      self.after = after
    }
  }

  /// The rows, from the top.
  public var rows: [Row]
  /// The numbers at the ends of the line; nil for the least and the greatest there are.
  public var scale: ClosedRange<Double>?
  /// What a row is drawn as whose number rose.
  public var rise: Role
  /// What a row is drawn as whose number fell.
  public var fall: Role

  /// Makes a picture of rows.
  public init(
    _ rows: [Row], scale: ClosedRange<Double>? = nil, rise: Role = .strength,
    fall: Role = .weakness
  ) {
    self.rows = rows
    self.scale = scale
    self.rise = rise
    self.fall = fall
  }

  /// The columns of the longer number before, and after.
  private var numbers: (before: Int, after: Int) {
    (
      rows.lazy.map { TextWidth.columns(PictureNumber.text($0.before)) }.max() ?? 0,
      rows.lazy.map { TextWidth.columns(PictureNumber.text($0.after)) }.max() ?? 0
    )
  }

  private func columns(_ width: Int) -> PictureColumns? {
    guard !rows.isEmpty else { return nil }
    let numbers = numbers
    return PictureColumns(
      width: width, labels: rows.map(\.label), number: numbers.before + 4 + numbers.after)
  }

  /// A row for each.
  public func rows(width: Int) -> Int { columns(width) == nil ? 0 : rows.count }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    guard let columns = columns(canvas.width) else { return 0 }
    let scale = PictureScale(scale, of: rows.map(\.before) + rows.map(\.after))
    let arrow = columns.numberAt + numbers.before + 1
    return canvas.pictureRows(rows.count, from: 0) { i, y in
      let row = rows[i]
      canvas.text(row.label, x: 0, y: y, width: columns.label)
      canvas.textEnding(
        PictureNumber.text(row.before), before: arrow - 1, from: columns.numberAt, y: y, ink: .body)
      canvas.run(of: "─", plain: "-", x: arrow, y: y, count: 1, ink: .dim)
      canvas.run(of: "▸", plain: ">", x: arrow + 1, y: y, count: 1, ink: .dim)
      canvas.textEnding(
        PictureNumber.text(row.after), before: columns.numberAt + columns.number, from: arrow + 3,
        y: y, ink: .body)
      track(
        row, scale,
        on: canvas.part(
          Rect(x: columns.trackAt, y: y, width: columns.track, height: 1)))
    }
  }

  private func track(_ row: Row, _ scale: PictureScale, on canvas: Canvas) {
    let width = canvas.width
    guard width > 0 else { return }
    canvas.run(of: "·", plain: ".", x: 0, y: 0, count: width, ink: Ink(.barEmpty))
    let before = PictureNumber.shown(row.before)
    let after = PictureNumber.shown(row.after)
    var ink = Ink(.body)
    if let before, let after, before != after { ink = Ink(after > before ? rise : fall) }
    let from = before.map { scale.step(of: $0, steps: width) }
    let to = after.map { scale.step(of: $0, steps: width) }
    if let from, let to {
      canvas.run(
        of: "━", plain: "-", x: min(from, to), y: 0, count: abs(to - from) + 1, ink: ink)
    }
    if let from { canvas.run(of: "○", plain: "o", x: from, y: 0, count: 1, ink: ink) }
    if let to { canvas.run(of: "●", plain: "*", x: to, y: 0, count: 1, ink: ink) }
  }
}
