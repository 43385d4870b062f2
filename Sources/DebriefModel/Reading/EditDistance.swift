/// How many letters lie between two words: one that is other, missing, too many, or has changed places with
/// its neighbor is one step.
public enum EditDistance {
  /// The steps from one word to another.
  public static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }

  /// The steps from one text to another, by their bytes.
  public static func between(_ a: some StringProtocol, _ b: some StringProtocol) -> Int {
    between(Array(a.utf8), Array(b.utf8))
  }

  /// Whether it takes at most so many steps from one word to another; equal words are not near.
  static func isNear(_ a: [UInt8], _ b: [UInt8], _ reach: Int) -> Bool {
    guard a != b, abs(a.count - b.count) <= reach, !a.isEmpty, !b.isEmpty else { return false }
    return between(a, b) <= reach
  }
}
