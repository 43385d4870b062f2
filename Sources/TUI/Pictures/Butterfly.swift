/// Bars to both sides of a line: two counts of each kind, on one scale.
///
///                     went well │ didn't
///     Preparation       ███████ │ ███
///
/// with each number at the outer end of its bar.
public struct Butterfly: Picture {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// What is counted.
    public var label: String
    /// How many at the left, 0 or more.
    public var left: Int
    /// How many at the right, 0 or more.
    public var right: Int

    /// Makes a row; a negative count becomes 0.
    public init(_ label: String, left: Int, right: Int) {
      self.label = label
      self.left = max(0, left)
      self.right = max(0, right)
    }
  }

  /// What a side is called, and drawn as.
  public struct Side: Hashable, Sendable {
    /// Its heading; there is no row of headings when both are empty.
    public var title: String
    /// What its bars are drawn as.
    public var role: Role

    /// Makes a side.
    public init(_ title: String = "", role: Role = .barFull) {
      self.title = title
      self.role = role
    }
  }

  /// The rows, from the top.
  public var rows: [Row]
  /// The side at the left.
  public var left: Side
  /// The side at the right.
  public var right: Side

  /// Makes a picture of rows.
  public init(_ rows: [Row], left: Side = Side(), right: Side = Side()) {
    self.rows = rows
    self.left = left
    self.right = right
  }

  /// Where everything stands, the same in all rows.
  private struct Plan {
    /// Columns for the label.
    var label = 0
    /// Where the left side begins.
    var leftAt = 0
    /// Columns of each bar at its longest.
    var bar = 0
    /// Where the line stands.
    var axis = 0
  }

  private func plan(_ width: Int) -> Plan? {
    let leftNumber = rows.lazy.map { "\($0.left)".utf8.count }.max() ?? 0
    let rightNumber = rows.lazy.map { "\($0.right)".utf8.count }.max() ?? 0
    // A number, a blank, the line, a blank, a number.
    let least = leftNumber + rightNumber + 3
    guard !rows.isEmpty, least <= width else { return nil }
    let rest = width - least
    let longest = rows.lazy.map { TextWidth.columns($0.label) }.max() ?? 0
    // The bars, and a blank between each and its number.
    let forBars = min(26, rest / 2)
    var plan = Plan()
    let room = forBars < 8 ? rest : rest - forBars
    plan.label = max(0, min(longest, room - 2))
    plan.leftAt = plan.label > 0 ? plan.label + 2 : 0
    plan.bar = max(0, (rest - plan.leftAt) / 2 - 1)
    if plan.bar < 2 { plan.bar = 0 }
    plan.axis = plan.leftAt + leftNumber + (plan.bar > 0 ? plan.bar + 1 : 0) + 1
    return plan
  }

  private var hasTitles: Bool { !left.title.isEmpty || !right.title.isEmpty }

  /// A row for each kind, and one for the headings.
  public func rows(width: Int) -> Int {
    plan(width) == nil ? 0 : rows.count + (hasTitles ? 1 : 0)
  }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    guard let plan = plan(canvas.width) else { return 0 }
    let most = rows.lazy.map { max($0.left, $0.right) }.max() ?? 0
    var top = 0
    if hasTitles, canvas.height > 1 {
      canvas.textEnding(left.title, before: plan.axis - 1, from: 0, y: 0, ink: .dim)
      axis(on: canvas, x: plan.axis, y: 0)
      canvas.text(right.title, x: plan.axis + 2, y: 0, ink: .dim)
      top = 1
    }
    return canvas.pictureRows(rows.count, from: top) { i, y in
      let row = rows[i]
      canvas.text(row.label, x: 0, y: y, width: plan.label)
      axis(on: canvas, x: plan.axis, y: y)
      let toLeft = Shares.reach(row.left, of: most, steps: plan.bar)
      let toRight = Shares.reach(row.right, of: most, steps: plan.bar)
      canvas.run(
        of: "█", plain: "#", x: plan.axis - 1 - toLeft, y: y, count: toLeft, ink: Ink(left.role))
      canvas.run(
        of: "▒", plain: "=", x: plan.axis + 2, y: y, count: toRight, ink: Ink(right.role))
      canvas.textEnding(
        "\(row.left)", before: plan.axis - 1 - (toLeft > 0 ? toLeft + 1 : 0), from: plan.leftAt,
        y: y, ink: .body)
      canvas.text("\(row.right)", x: plan.axis + 2 + (toRight > 0 ? toRight + 1 : 0), y: y)
    }
  }

  private func axis(on canvas: Canvas, x: Int, y: Int) {
    canvas.run(of: "│", plain: "|", x: x, y: y, count: 1, ink: Ink(.border))
  }
}
