/// What is said of pay besides its figure: how often it comes, what is in it, what is left of it.
extension PayReader {
  /// `in hand`, `take home`, `na rękę`: what is left after tax.
  func handed(_ at: Int) -> PayWords.Tax? {
    switch (low(at - 1), low(at)) {
    case ("in", "hand"), ("take", "home"), ("na", "rękę"), ("en", "mano"): .net
    default: nil
    }
  }

  /// A span named by how often it comes: `twice a month`, `every other week`.
  func often(_ at: Int) -> PayWords.Period? {
    switch low(at) {
    case "month", "monthly":
      low(at - 1) == "twice" || low(at - 2) == "twice" && low(at - 1) == "a" ? .halfMonth : nil
    case "week", "weeks":
      low(at - 2) == "every" && ["two", "other", "second", "2"].contains(low(at - 1))
        ? .fortnight : nil
    default: nil
    }
  }

  /// The noun of `13 salaries` or `13 monthly salaries` that begins at a piece.
  func paid(_ at: Int) -> Int? {
    let noun = ["monthly", "month", "annual"].contains(low(at)) && hasWord(at + 1) ? at + 1 : at
    return [noun, at].first { PayWords.payments.contains(low($0)) }
  }

  /// Takes in a thirteenth salary, which comes on top of twelve; `13th and 14th` are two.
  mutating func thirteenth(_ value: Int, _ noun: Int) {
    guard (13...16).contains(value / PayNumber.one), value % PayNumber.one == 0 else { return }
    var at = noun
    if ["and", "&", "+", "/"].contains(low(at)), isNumber(at + 1) { at += 3 }
    guard paid(at) != nil else { return }
    taken.formUnion(noun...at)
    payments = max(payments ?? 0, value)
  }

  /// Whether a bonus or shares are in the pay, or come on top of it; nil when neither is said.
  var besides: PayWords.Basis? {
    for at in pieces.indices where PayWords.onTop.contains(low(at)) {
      if low(at + 1) == "included" || low(at + 2) == "included" && low(at + 1) == "is" {
        return .total
      }
      for back in stride(from: at - 1, through: max(0, at - 5), by: -1) {
        switch low(back) {
        case "+", "plus", "zzgl": return .base
        case "incl", "including", "inclusive", "inkl", "includes": return .total
        default: continue
        }
      }
    }
    return nil
  }

  /// Takes in the words before a figure that make it the least or the most; a `not` turns them around.
  func bound(_ word: String, _ lead: [String], _ figure: inout PayText.Figure) {
    let isTurned = lead.dropLast().contains { ["no", "not", "nothing", "never"].contains($0) }
    let isThan = word == "than"
    let named = isThan ? lead.dropLast().last ?? "" : word
    let isMost: Bool
    if isThan ? ["less", "lower", "fewer"].contains(named) : PayWords.mosts.contains(named) {
      isMost = !isTurned || ["to", "max", "maximum"].contains(named)
    } else if isThan
      ? ["more", "higher", "better"].contains(named) : PayWords.leasts.contains(named)
    {
      isMost = isTurned && !["from", "min", "minimum"].contains(named)
    } else {
      return
    }
    if isMost { figure.low = nil } else { figure.high = nil }
  }

  /// Whether pay may be for the whole of a contract that ends: `15k for a 6-month project`.
  var isForTerm: Bool {
    pieces.indices.contains { at in
      guard isNumber(at), let count = plain(at).map({ $0 / PayNumber.one }) else { return false }
      let noun = low(at + 1) == "-" ? at + 2 : at + 1
      guard let unit = PayWords.unit(low(noun)), unit == .month && count < 12 || unit == .week
      else {
        return false
      }
      return ["contract", "project", "engagement", "assignment", "gig", "term"].contains {
        low(noun + 1) == $0 || low(noun + 2) == $0
      }
    }
  }

  /// Whether days are those in the office, at home or off, and not those of work.
  func isElsewhere(_ at: Int) -> Bool {
    let words: Set<String> = [
      "office", "remote", "remotely", "onsite", "on-site", "home", "wfh", "wfo", "hybrid",
      "holiday",
      "holidays", "off", "vacation", "leave", "pto", "notice", "trial", "travel", "training",
      "away",
    ]
    for word in at..<(at + 6) {
      if PayWords.breaks.contains(low(word)), low(word) != "on" { return false }
      if words.contains(low(word)) { return true }
    }
    return false
  }
}
