/// A picture of a few numbers: a value that draws itself at the top of a canvas. The same value gives
/// the same picture, and each keeps to the same rules at every size:
///
/// - its numbers stand beside it, each whole; where they have no room there is no picture either;
/// - what there are no rows for is counted in the last one;
/// - nothing is told by colour alone, and in ASCII other characters say the same.
public protocol Picture: Hashable, Sendable {
  /// The rows it takes on a canvas so many columns wide, when there are rows enough; 0 where it cannot
  /// be drawn.
  func rows(width: Int) -> Int
  /// Draws it, and returns the rows it took.
  func draw(on canvas: Canvas) -> Int
}

extension Canvas {
  /// Draws a picture from the top left corner, and returns the rows it took.
  @discardableResult
  public func picture(_ picture: some Picture) -> Int {
    area.isEmpty ? 0 : picture.draw(on: self)
  }

  /// Draws `count` rows of a picture from row `top` on, or as many as there is room for and a row that
  /// counts the others. Returns the first row below.
  func pictureRows(_ count: Int, from top: Int, _ draw: (_ index: Int, _ y: Int) -> Void) -> Int {
    let room = max(0, height - top)
    let shown = count <= room ? count : max(0, room - 1)
    for i in 0..<shown { draw(i, top + i) }
    guard shown < count, room > 0 else { return top + shown }
    let more = "+\(count - shown)"
    if let text = [more + " more", more].first(where: { $0.utf8.count <= width }) {
      self.text(text, x: 0, y: top + shown, ink: .dim)
    }
    return top + shown + 1
  }

  /// Draws a text so that it ends before column `end`, and begins no further left than `start`.
  func textEnding(_ s: String, before end: Int, from start: Int, y: Int, ink: Ink) {
    let x = max(start, end - TextWidth.columns(s))
    text(s, x: x, y: y, ink: ink, width: end - x)
  }
}

/// Where the label, the number and the picture of a row stand, the same in all rows of a picture. The
/// number comes first, then the picture; a label gives way to both, but only as far as it must.
struct PictureColumns: Equatable {
  /// Columns for the label; 0 for none.
  private(set) var label = 0
  /// Where the number begins.
  private(set) var numberAt = 0
  /// Columns for the number.
  private(set) var number: Int
  /// Where the picture begins.
  private(set) var trackAt = 0
  /// Columns for the picture; 0 for none.
  private(set) var track = 0

  /// Divides `width` columns; nil when not even the number has room.
  init?(width: Int, labels: [String], number: Int) {
    guard number <= width, width > 0 else { return nil }
    self.number = number
    let longest = labels.lazy.map(TextWidth.columns).max() ?? 0
    let rest = width - number
    // A picture under so many columns shows nothing.
    let least = min(12, rest / 3)
    if least < 4 {
      label = max(0, min(longest, rest - Self.gap))
    } else if longest == 0 {
      track = rest - Self.gap
    } else {
      label = min(longest, rest - 2 * Self.gap - least)
      track = rest - 2 * Self.gap - label
    }
    numberAt = label > 0 ? label + Self.gap : 0
    trackAt = numberAt + number + Self.gap
  }

  private static let gap = 2
}

/// Numbers as pictures print them.
enum PictureNumber {
  /// The number if a picture can show it: finite, and not beyond a trillion.
  static func shown(_ value: Double?) -> Double? {
    guard let value, value.isFinite, abs(value) <= 1e12 else { return nil }
    return value
  }

  /// The number with one decimal, or with none when that is 0; a dash for none.
  static func text(_ value: Double?) -> String {
    guard let value = shown(value) else { return "–" }
    let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
    let whole = tenths.magnitude / 10
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenths.magnitude % 10)"
  }
}

/// The numbers at the two ends of a line.
struct PictureScale: Equatable {
  /// The number at the left, or at the bottom.
  private(set) var low: Double
  /// The number at the right, or at the top; never less.
  private(set) var high: Double

  /// The scale that was asked for, or the one from the least to the greatest of some numbers.
  init(_ wanted: ClosedRange<Double>?, of values: [Double?]) {
    let known = values.compactMap(PictureNumber.shown)
    let low = PictureNumber.shown(wanted?.lowerBound) ?? known.min() ?? 0
    let high = PictureNumber.shown(wanted?.upperBound) ?? known.max() ?? low
    (self.low, self.high) = (min(low, high), max(low, high))
  }

  /// The step of `steps`, 0 first, at which a number stands; one beyond an end stands at that end.
  func step(of value: Double, steps: Int) -> Int {
    guard steps > 1, high > low else { return 0 }
    let part = (min(max(value, low), high) - low) / (high - low)
    return min(steps - 1, max(0, Int((part * Double(steps - 1)).rounded())))
  }
}

/// Columns divided among numbers.
public enum Shares {
  /// Divides `width` columns in proportion to `weights`, by the largest remainder: the parts add up to
  /// `width` exactly, unless no weight is above 0. While there are columns enough, whatever is above 0
  /// has one.
  public static func split(_ width: Int, among weights: [Int]) -> [Int] {
    let weights = weights.map { Int128(max(0, $0)) }
    let total = weights.reduce(0, +)
    guard width > 0, total > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { Int($0 * Int128(width) / total) }
    let remainders = weights.map { $0 * Int128(width) % total }
    let byRemainder = weights.indices.sorted {
      (remainders[$1], $0) < (remainders[$0], $1)
    }
    for i in byRemainder.prefix(width - parts.reduce(0, +)) { parts[i] += 1 }
    guard weights.count(where: { $0 > 0 }) <= width else { return parts }
    for i in weights.indices where weights[i] > 0 && parts[i] == 0 {
      parts[i] = 1
      // Whoever is furthest above its exact share gives a column, so that more never looks like less.
      func excess(_ k: Int) -> Int128 { Int128(parts[k]) * total - weights[k] * Int128(width) }
      let donors = parts.indices.filter { parts[$0] > 1 }
      if let donor = donors.max(by: { excess($0) < excess($1) }) { parts[donor] -= 1 }
    }
    return parts
  }

  /// How many of `steps` a number reaches where `whole` reaches all of them. What is above 0 reaches
  /// one, what is under `whole` not the last.
  static func reach(_ value: Int, of whole: Int, steps: Int) -> Int {
    guard value > 0, whole > 0, steps > 0 else { return 0 }
    guard value < whole else { return steps }
    let exact = Int(Int128(value) * Int128(steps) / Int128(whole))
    return min(max(1, exact), max(1, steps - 1))
  }
}
