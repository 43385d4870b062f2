/// A row of numbers in their order as columns of eighth blocks, with a mark below those that have one.
/// Where there is room the numbers stand below their columns; else the least and the greatest stand at
/// the right.
///
///     ▃▃▃▃  ▅▅▅▅  ▁▁▁▁  ████
///     2     3     1     5
///           !           +
public struct Sparkline: Picture {
  /// One number.
  public struct Point: Hashable, Sendable {
    /// The number; nil where there is none, which leaves a gap.
    public var value: Double?
    /// One character of one column below it.
    public var mark: Character?

    /// Makes a point.
    public init(_ value: Double?, mark: Character? = nil) {
      self.value = value
      self.mark = mark
    }
  }

  /// The points, from the left.
  public var points: [Point]
  /// The numbers at the bottom and at the top; nil for the least and the greatest there are.
  public var scale: ClosedRange<Double>?
  /// What the columns are drawn as.
  public var role: Role
  /// Rows for the columns, at least 1.
  public var height: Int

  /// Makes a picture of points.
  public init(
    _ points: [Point], scale: ClosedRange<Double>? = nil, role: Role = .barFull, height: Int = 1
  ) {
    self.points = points
    self.scale = scale
    self.role = role
    self.height = max(1, height)
  }

  /// Where everything stands.
  private struct Plan {
    /// Columns from one point to the next, or 1 where several points share a column.
    var step: Int
    /// Columns of each point's block.
    var block: Int
    /// How many columns of blocks there are.
    var count: Int
    /// The numbers below the blocks; empty when they stand at the right.
    var below: [String]
    /// The numbers at the right, and where.
    var range = (text: "", x: 0)
    /// Whether there are marks.
    var marks: Bool
  }

  private func plan(_ width: Int, rows: Int = .max) -> Plan? {
    guard !points.isEmpty, width > 0, rows > 0 else { return nil }
    let numbers = points.map { PictureNumber.text($0.value) }
    let marks = points.contains { $0.mark != nil }
    let longest = numbers.lazy.map(TextWidth.columns).max() ?? 0
    let (step, over) = longest.addingReportingOverflow(2)
    if !over, rows > 1, points.count <= width, points.count * step <= width + 2 {
      let step = min(6, (width + 2) / points.count)
      return Plan(
        step: max(longest + 2, step), block: max(longest, step - 2), count: points.count,
        below: numbers, marks: marks && rows > 2)
    }
    let known = points.compactMap { PictureNumber.shown($0.value) }
    let range = range(known)
    let room = width - TextWidth.columns(range) - 2
    guard room >= 1 else { return nil }
    return Plan(
      step: 1, block: 1, count: min(room, points.count), below: [],
      range: (range, min(room, points.count) + 2), marks: marks && rows > 1)
  }

  private func range(_ known: [Double]) -> String {
    let (low, high) = (PictureNumber.text(known.min()), PictureNumber.text(known.max()))
    return low == high ? low : "\(low)–\(high)"
  }

  /// The rows of the columns, and one each for the numbers and the marks, where they stand below.
  public func rows(width: Int) -> Int {
    guard let plan = plan(width) else { return 0 }
    return height + (plan.below.isEmpty ? 0 : 1) + (plan.marks ? 1 : 0)
  }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    guard let plan = plan(canvas.width, rows: canvas.height) else { return 0 }
    let under = (plan.below.isEmpty ? 0 : 1) + (plan.marks ? 1 : 0)
    let height = min(height, canvas.height - under)
    let scale = PictureScale(scale, of: points.map(\.value))
    for column in 0..<plan.count {
      let here = points[share(column, of: plan.count)]
      let known = here.compactMap { PictureNumber.shown($0.value) }
      let x = column * plan.step
      if !known.isEmpty {
        // Points that share a column are shown by their mean.
        let mean = known.reduce(0) { $0 + $1 / Double(known.count) }
        let eighths = 1 + scale.step(of: mean, steps: height * 8)
        draw(eighths, on: canvas, x: x, width: plan.block, bottom: height - 1)
      }
      if !plan.below.isEmpty { canvas.text(plan.below[column], x: x, y: height) }
      if plan.marks, let mark = here.lazy.compactMap(\.mark).last, isNarrow(mark) {
        canvas.text(String(mark), x: x, y: height + under - 1, ink: Ink(.accent))
      }
    }
    canvas.text(plan.range.text, x: plan.range.x, y: height - 1)
    return height + under
  }

  /// The points of a column.
  private func share(_ column: Int, of columns: Int) -> Range<Int> {
    column * points.count / columns..<(column + 1) * points.count / columns
  }

  private func isNarrow(_ mark: Character) -> Bool { TextWidth.columns(String(mark)) == 1 }

  /// Low to high, as ASCII has it.
  private static let plain = Array("_.-~=+*#".unicodeScalars)

  private func draw(_ eighths: Int, on canvas: Canvas, x: Int, width: Int, bottom: Int) {
    for row in 0..<(eighths / 8) {
      canvas.run(of: "█", plain: "#", x: x, y: bottom - row, count: width, ink: Ink(role))
    }
    guard eighths % 8 > 0, let block = Unicode.Scalar(UInt32(0x2580 + eighths % 8)) else { return }
    canvas.run(
      of: block, plain: Self.plain[eighths % 8 - 1], x: x, y: bottom - eighths / 8, count: width,
      ink: Ink(role))
  }
}
