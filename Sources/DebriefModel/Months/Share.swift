/// So many of so many. Its words keep the rules of figures: always k of n, and no percentage under five.
public struct Share: Hashable, Sendable {
  /// How many; 0 to `of`.
  public let count: Int
  /// Of how many; 0 or more.
  public let of: Int

  /// The fewest cases of which a percentage is said.
  public static let fewest = 5
  /// The fewest cases that are called a pattern.
  public static let pattern = 3
  /// The fewest cases that a curve is drawn of.
  public static let curve = 10

  /// Makes one; a count beyond its limits is taken for the limit.
  public init(_ count: Int, of total: Int) {
    of = max(0, total)
    self.count = min(max(0, count), max(0, total))
  }

  /// The share, 0 to 1; 0 of none.
  public var value: Double { of > 0 ? Double(count) / Double(of) : 0 }

  /// In whole percent; nil under five.
  public var percent: Int? { of >= Share.fewest ? Int((value * 100).rounded()) : nil }

  /// `3 of 4`.
  public var words: String { "\(count) of \(of)" }

  /// `6 of 9 (67%)`, or `3 of 4` under five.
  public var full: String { words + (percent.map { " (\($0)%)" } ?? "") }

  /// `3 of 4 requests`, `0 of 1 request`; what it means otherwise, such as `got an interview`, stays as it is.
  public func counted(_ things: String) -> String {
    "\(words) \(of == 1 && things.hasSuffix("s") ? String(things.dropLast()) : things)"
  }

  /// `6 of 9 requests (67%)`, or `3 of 4 requests` under five.
  public func full(_ things: String) -> String {
    counted(things) + (percent.map { " (\($0)%)" } ?? "")
  }

  /// As ``full(_:)``, where some are still open: no percentage while they are more than those that are known. What goes
  /// well is known before what ends in silence, so that it would say too much.
  public func full(_ things: String = "", open: Int) -> String {
    let said = things.isEmpty ? words : counted(things)
    return said + (open > of ? "" : percent.map { " (\($0)%)" } ?? "")
  }

  private static let z = 1.959_963_984_540_054

  /// The bounds within which the share lies behind so few cases, 0 to 1 (Wilson 1927, 95 %). More cases of
  /// the same share never widen them.
  public var bounds: ClosedRange<Double> {
    guard of > 0 else { return 0...1 }
    let n = Double(of)
    let z = Share.z
    let below = 1 + z * z / n
    let middle = (value + z * z / (2 * n)) / below
    let half = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot() / below
    let low = count == 0 ? 0 : max(0, middle - half)
    return low...(count == of ? 1 : min(1, middle + half))
  }

  /// The share drawn towards a base, for shares of very few: the middle of what is likely after these cases
  /// when `weight` cases of the base are put before them (LOOP.md: .35 and 4, for answers to requests).
  public func shrunk(base: Double = Share.base, weight: Double = Share.weight) -> Double {
    (base * weight + Double(count)) / (weight + Double(of))
  }

  /// How many of a hundred who asked got an answer at all (between 29 and 47; Talent Board 2022).
  public static let base = 0.35
  /// As how many cases the base counts.
  public static let weight = 4.0
}

extension Share {
  /// The chance, 0 to 1, that what is behind this share is really higher than what is behind the other, when
  /// before any case every share was as likely (Beta(1, 1), exact sum): .5 where both are the same.
  public func chanceAbove(_ other: Share) -> Double {
    let (a, b) = (Double(other.count + 1), Double(other.of - other.count + 1))
    let missed = Double(of - count + 1)
    let sum = (0...count).reduce(0.0) { sum, i in
      let i = Double(i)
      return sum
        + Maths.exp(
          Maths.logBeta(a + i, b + missed) - Maths.log(missed + i)
            - Maths.logBeta(1 + i, missed) - Maths.logBeta(a, b))
    }
    return min(1, max(0, sum))
  }
}
