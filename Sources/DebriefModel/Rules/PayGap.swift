/// The pay one named beside what they offered and what is usual, as the share it lies apart (A23). The
/// figures are free text: what cannot be compared for sure is not compared.
public enum PayGap {
  /// What the figures of an application say, in the order of the screen; empty when they say nothing.
  public static func sentences(_ application: Application) -> [String] {
    guard let named = Figure(application.payAsked) else { return [] }
    var result: [String] = []
    for (text, what) in [
      (application.payOffered, "their offer"), (application.payUsual ?? "", "what is usual"),
    ] {
      guard let theirs = Figure(text), named.isComparable(theirs) else { continue }
      result.append(sentence(named.high, theirs, what))
    }
    return result
  }

  private static func sentence(_ named: Int, _ theirs: Figure, _ what: String) -> String {
    let isRange = theirs.low < theirs.high
    if named > theirs.high {
      return "\(percent(named, theirs.high)) above \(isRange ? "the top of " : "")\(what)"
    }
    if named < theirs.low {
      return "\(percent(named, theirs.low)) under \(isRange ? "the bottom of " : "")\(what)"
    }
    if named == theirs.high { return isRange ? "at the top of \(what)" : "the same as \(what)" }
    return "\(percent(named, theirs.high)) under the top of \(what)"
  }

  private static func percent(_ a: Int, _ b: Int) -> String {
    let share = (abs(a - b) * 100 + b / 2) / b
    return share == 0 ? "under 1 %" : "\(share) %"
  }

  /// One figure or a range, as it stands in a text.
  struct Figure: Equatable {
    var low: Int
    var high: Int
    /// The sign of the currency, where one is written.
    var currency: Character?

    /// Reads a text; nil when it names no figure.
    init?(_ text: String) {
      let values = PayGap.numbers(text)
      // A year or a bonus beside the pay is far smaller than it.
      guard let most = values.max(), most > 0 else { return nil }
      let near = values.filter { $0 >= most / 3 }
      low = near.min() ?? most
      high = most
      currency = text.first { "€$£¥₹₽円".contains($0) }
    }

    /// Whether both are of one currency and one span of time: else they would lie far apart.
    func isComparable(_ other: Figure) -> Bool {
      if let currency, let theirs = other.currency, currency != theirs { return false }
      return high / 3 <= other.high && other.high / 3 <= high
    }
  }

  /// The numbers of a text: `78,000`, `78.000`, `78 000`, `72-82k`, `900万`. A share in percent is none.
  static func numbers(_ text: String) -> [Int] {
    let characters = Array(text)
    var found: [(value: Double, times: Double)] = []
    var i = 0
    while i < characters.count {
      guard isDigit(characters[i]) else {
        i += 1
        continue
      }
      var groups = [""]
      while i < characters.count {
        if isDigit(characters[i]) {
          groups[groups.count - 1].append(characters[i])
          i += 1
        } else if isSeparator(characters, i) {
          groups.append("")
          i += 1
        } else {
          break
        }
      }
      var rest = i
      while rest < characters.count, characters[rest] == " " { rest += 1 }
      let next = rest < characters.count ? characters[rest] : " "
      let isLast = rest + 1 >= characters.count || !characters[rest + 1].isLetter
      if next == "%" { continue }
      let times: Double =
        next == "万" ? 10_000 : (next == "k" || next == "K") && isLast ? 1000 : 1
      guard let value = value(groups) else { continue }
      found.append((value, times))
    }
    let most = found.map(\.times).max() ?? 1
    return found.map { value, times in
      // `72-82k`: the first one means thousands, too.
      Int((times == 1 && value < 1000 ? value * most : value * times).rounded())
    }
  }

  private static func isDigit(_ c: Character) -> Bool { c.isASCII && c.isWholeNumber }

  /// Whether a sign parts groups of one number: a blank only before three digits, and no more of them.
  private static func isSeparator(_ all: [Character], _ i: Int) -> Bool {
    guard i + 1 < all.count, isDigit(all[i + 1]) else { return false }
    switch all[i] {
    case ".", ",", "'", "\u{2019}": return true
    case " ", "\u{a0}", "\u{202f}":
      let three = all[(i + 1)...].prefix(3)
      return three.count == 3 && three.allSatisfy(isDigit)
        && !(i + 4 < all.count && isDigit(all[i + 4]))
    default: return false
    }
  }

  /// Groups of three are thousands; one or two digits at the end are a fraction.
  private static func value(_ groups: [String]) -> Double? {
    var groups = groups
    var fraction = 0.0
    if groups.count > 1, let last = groups.last, last.count < 3 {
      fraction = (Double(last) ?? 0) / (last.count == 1 ? 10 : 100)
      groups.removeLast()
    }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    let digits = groups.joined()
    guard digits.count <= 9, let whole = Double(digits) else { return nil }
    return whole + fraction
  }
}
