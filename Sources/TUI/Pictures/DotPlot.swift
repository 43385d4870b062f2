/// Dots on one line of numbers, a row each, with a mark that says what became of it.
///
///     Nordlicht  70  ··············●······  ✗
///     Kestrel    20  ····●················  ✓
///                    0                 100
///
/// A dot may have a range: from where to where it may as well lie.
///
///     said 34 to 66%  2 of 5  ··├──●──────┤·····
public struct DotPlot: Picture {
  /// What became of a dot.
  public enum Sign: Hashable, Sendable {
    /// It came true.
    case yes
    /// It did not.
    case no
    /// Nobody knows yet: the dot is a ring, and no mark follows.
    case open
  }

  /// One row.
  public struct Dot: Hashable, Sendable {
    /// What it is about.
    public var label: String
    /// Where the dot stands; nil for none.
    public var value: Double?
    /// What became of it; nil where that means nothing.
    public var sign: Sign?
    /// From where to where it may as well lie; nil where that is not known.
    public var range: ClosedRange<Double>?
    /// What stands for its number; nil for the number itself.
    public var text: String?

    /// Makes a dot.
    public init(
      _ label: String, _ value: Double?, _ sign: Sign? = nil, range: ClosedRange<Double>? = nil,
      text: String? = nil
    ) {
      self.label = label
      self.value = value
      self.sign = sign
      self.range = range
      self.text = text
    }

    /// What stands before the line.
    var number: String { text ?? PictureNumber.text(value) }
  }

  /// The dots, from the top.
  public var dots: [Dot]
  /// The numbers at the ends of the line; nil for the least and the greatest there are.
  public var scale: ClosedRange<Double>?
  /// What the dots are drawn as.
  public var role: Role

  /// Makes a picture of dots.
  public init(_ dots: [Dot], scale: ClosedRange<Double>? = nil, role: Role = .accent) {
    self.dots = dots
    self.scale = scale
    self.role = role
  }

  private var hasSigns: Bool { dots.contains { $0.sign != nil } }

  /// Columns at the right for the signs.
  private func signs(_ width: Int) -> Int { hasSigns && width >= 8 ? 3 : 0 }

  private func columns(_ width: Int) -> PictureColumns? {
    guard !dots.isEmpty else { return nil }
    return PictureColumns(
      width: width - signs(width), labels: dots.map(\.label),
      number: dots.lazy.map { TextWidth.columns($0.number) }.max() ?? 0)
  }

  /// The numbers at the ends of the line, if both have room below it.
  private func ends(_ track: Int) -> (low: String, high: String)? {
    let scale = PictureScale(scale, of: dots.map(\.value))
    let (low, high) = (PictureNumber.text(scale.low), PictureNumber.text(scale.high))
    return low.utf8.count + high.utf8.count < track && scale.low < scale.high ? (low, high) : nil
  }

  /// A row for each dot, and one for the numbers of the line.
  public func rows(width: Int) -> Int {
    guard let columns = columns(width) else { return 0 }
    return dots.count + (ends(columns.track) == nil ? 0 : 1)
  }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    guard let columns = columns(canvas.width) else { return 0 }
    let scale = PictureScale(scale, of: dots.map(\.value))
    let (x, track) = (columns.trackAt, columns.track)
    let below = canvas.pictureRows(dots.count, from: 0) { i, y in
      let dot = dots[i]
      canvas.text(dot.label, x: 0, y: y, width: columns.label)
      canvas.textEnding(
        dot.number, before: columns.numberAt + columns.number,
        from: columns.numberAt, y: y, ink: .body)
      canvas.run(of: "·", plain: ".", x: x, y: y, count: track, ink: Ink(.barEmpty))
      if let range = dot.range, track > 1 {
        let (from, to) = (
          scale.step(of: range.lowerBound, steps: track),
          scale.step(of: range.upperBound, steps: track)
        )
        canvas.run(of: "─", plain: "-", x: x + from, y: y, count: to - from + 1, ink: Ink(role))
        canvas.run(of: "├", plain: "|", x: x + from, y: y, count: 1, ink: Ink(role))
        canvas.run(of: "┤", plain: "|", x: x + to, y: y, count: 1, ink: Ink(role))
      }
      if let value = PictureNumber.shown(dot.value), track > 0 {
        let at = x + scale.step(of: value, steps: track)
        if dot.sign == .open {
          canvas.run(of: "○", plain: "o", x: at, y: y, count: 1, ink: Ink(role))
        } else {
          canvas.run(of: "●", plain: "*", x: at, y: y, count: 1, ink: Ink(role))
        }
      }
      guard signs(canvas.width) > 0 else { return }
      let last = canvas.width - 1
      switch dot.sign {
      case .yes: canvas.run(of: "✓", plain: "v", x: last, y: y, count: 1, ink: Ink(.strength))
      case .no: canvas.run(of: "✗", plain: "x", x: last, y: y, count: 1, ink: Ink(.weakness))
      case .open, nil: break
      }
    }
    guard let ends = ends(track), below < canvas.height else { return below }
    canvas.text(ends.low, x: x, y: below, ink: .dim)
    canvas.textEnding(ends.high, before: x + track, from: x, y: below, ink: .dim)
    return below + 1
  }
}
