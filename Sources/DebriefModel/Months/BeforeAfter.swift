/// Whether what came after a change could be chance (LOOP.md): exact, one-sided, for very few cases. The
/// day of a change is known, so nothing is looked for. The result is told as a frequency and never as p.
public enum BeforeAfter {
  /// How often chance alone gives as many, or more, of the successes to the second of two groups
  /// (Fisher, one-sided); 1 where one of them is empty.
  public static func moved(_ before: Share, _ after: Share) -> Double {
    let (n1, n2) = (before.of, after.of)
    guard n1 > 0, n2 > 0 else { return 1 }
    let total = before.count + after.count
    var sum = 0.0
    for k in after.count...max(after.count, min(n2, total)) {
      sum += Maths.choose(n2, k) * Maths.choose(n1, total - k)
    }
    return min(1, sum / Maths.choose(n1 + n2, total))
  }

  /// How often chance alone gives the second group a mean as high, or higher (exact permutation); 1 where
  /// one of them is empty. Ratings are whole numbers of 0 or more.
  public static func rose(_ before: [Int], _ after: [Int]) -> Double {
    guard !before.isEmpty, !after.isEmpty else { return 1 }
    let all = (before + after).map { max(0, $0) }
    let wanted = after.reduce(0) { $0 + max(0, $1) }
    let top = all.reduce(0, +)
    // How many ways there are to take so many of them with such a sum.
    var ways = Array(repeating: Array(repeating: 0.0, count: top + 1), count: after.count + 1)
    ways[0][0] = 1
    for value in all {
      for size in stride(from: after.count, through: 1, by: -1) {
        for sum in stride(from: top, through: value, by: -1) {
          ways[size][sum] += ways[size - 1][sum - value]
        }
      }
    }
    let asHigh = ways[after.count][wanted...].reduce(0, +)
    return min(1, asHigh / Maths.choose(all.count, after.count))
  }

  /// How often chance alone makes differences lean as far to one side, when each may as well have the other
  /// sign (exact sign flip, one-sided); 1 without any.
  public static func leaned(_ differences: [Int]) -> Double {
    guard !differences.isEmpty else { return 1 }
    let sizes = differences.map(abs)
    let top = sizes.reduce(0, +)
    let wanted = abs(differences.reduce(0, +))
    var ways = Array(repeating: 0.0, count: 2 * top + 1)
    ways[top] = 1
    for size in sizes {
      var next = Array(repeating: 0.0, count: 2 * top + 1)
      for (sum, count) in ways.enumerated() where count > 0 {
        next[sum + size] += count
        next[sum - size] += count
      }
      ways = next
    }
    let asFar = ways[(top + wanted)...].reduce(0, +)
    return min(1, asFar / Maths.pow(2, Double(sizes.count)))
  }

  /// So many values a trend is looked for in at most: every order of them is gone through.
  public static let mostInTrend = 7

  /// How often chance alone puts values in an order that rises, or falls, as clearly (Kendall, exact, two-sided);
  /// 1 for fewer than two of them, and for more than are gone through.
  public static func trend(_ values: [Double]) -> Double {
    guard (2...mostInTrend).contains(values.count) else { return 1 }
    let wanted = abs(rising(values))
    var order = values
    var (asClear, all) = (0, 0)
    func permute(_ count: Int) {
      if count == 1 {
        all += 1
        if abs(rising(order)) >= wanted { asClear += 1 }
        return
      }
      for at in 0..<count {
        order.swapAt(at, count - 1)
        permute(count - 1)
        order.swapAt(at, count - 1)
      }
    }
    permute(values.count)
    return Double(asClear) / Double(all)
  }

  /// How many pairs rise, less how many fall: above 0 they rise on the whole.
  static func rising(_ values: [Double]) -> Int {
    var sum = 0
    for (at, first) in values.enumerated() {
      for second in values.dropFirst(at + 1) where first != second {
        sum += first < second ? 1 : -1
      }
    }
    return sum
  }

  /// The least that chance alone can be told from with so many before and so many after: no data beats it.
  public static func floor(_ before: Int, _ after: Int) -> Double {
    guard before > 0, after > 0 else { return 1 }
    return 1 / Maths.choose(before + after, before)
  }

  /// Below this frequency a result is told from chance.
  public static let told = 0.05

  /// What can be known at all, before any result is looked at: "With 2 interviews before and 2 after, even
  /// a clear difference could just be luck. You'd need 4 and 4 to tell."
  public static func floorWords(_ before: Int, _ after: Int) -> String {
    let so = "With \(Counted.interviews(before)) before and \(after) after,"
    if floor(before, after) < told { return "\(so) you could tell a clear difference from luck." }
    let (b, a) = enough(before, after)
    return "\(so) even a clear difference could just be luck. You'd need \(b) and \(a) to tell."
  }

  /// The next numbers of which the best result can be told from chance: what is there, filled up to four
  /// and four, or by what comes after where much came before.
  static func enough(_ before: Int, _ after: Int) -> (before: Int, after: Int) {
    let before = max(before, 4)
    var after = max(after, 1)
    while floor(before, after) >= told { after += 1 }
    return (before, max(after, before == 4 ? 4 : after))
  }
}

/// How often something happens, as one says it aloud; never as p.
public enum Frequency {
  /// `about 1 time in 9`; from one in two on `more than 1 time in 2`.
  public static func words(_ chance: Double) -> String {
    guard chance > 0 else { return "less than 1 time in 1,000" }
    if chance > 0.5 { return "more than 1 time in 2" }
    let times = (1 / chance).rounded()
    return times > 1000 ? "less than 1 time in 1,000" : "about 1 time in \(Int(times))"
  }
}

/// Numbers with what they count.
public enum Counted {
  /// `1 interview`, `2 interviews`.
  public static func interviews(_ count: Int) -> String { things(count, "interview") }

  /// `1 answer`, `2 answers`.
  public static func things(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
