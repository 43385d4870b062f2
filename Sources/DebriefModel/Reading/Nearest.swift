/// The word that was probably meant: for names that are typed by hand and not quite right.
public enum Nearest {
  /// The known word closest to a typed one; nil when none is close enough to be meant. The first of
  /// those that are equally close.
  public static func word(to typed: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(typed.lowercased().utf8.prefix(longest))
    let most = max(2, wanted.count / 3)
    var best: (word: String, steps: Int)?
    for word in known {
      let steps = steps(wanted, Array(word.lowercased().utf8))
      if steps <= most, steps < best?.steps ?? .max { best = (word, steps) }
    }
    return best?.word
  }

  /// Nothing longer is a name that was mistyped.
  private static let longest = 64

  /// How many letters are to be added, taken away, changed or swapped with the next one.
  private static func steps(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      before = last
      last = row
      row[0] = i + 1
      for j in b.indices {
        let change = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
    }
    return row[b.count]
  }
}
