/// Numbers beside the pay that are none: shares, hours, dates, steps of a scale.
extension PayReader {
  /// Whether the number here is something else: a share, hours, years, a step of a scale.
  mutating func skip() -> Bool {
    guard let value = plain(at) else {
      return pieces[at].number?.groups.count ?? 0 > 1 && !isScaled
    }
    let count = value / PayNumber.one
    var next = at + 1
    if low(next) == "%" || low(next) == "percent" || low(next) == "pct" || low(next) == "％" {
      // `45k (80%)`: so much of a job. Under that it is a bonus or the like.
      if ["(", "at", "for", "auf", "bei", "zu", "@"].contains(low(at - 1))
        || low(next + 1) == "of" && isNumber(next + 2)
        || ["position", "workload", "pensum", "contract"].contains(low(next + 1)),
        (30..<100).contains(count),
        !(at > 1 && PayWords.extras.contains(low(at - 2)))
      {
        let isExtra = PayWords.extras.contains(low(next + 1))
        if !isExtra { share = share ?? .part }
      }
      return true
    }
    // A form of the tax office, and a sum that is only told by its length.
    if count == 1099, !isScaled, !isBesideCurrency { return true }
    if ["figure", "figures"].contains(low(next)), count < 10 { return true }
    if ["st", "nd", "rd", "th"].contains(low(next)), !pieces[next].isApart {
      thirteenth(value, next + 1)
      return true
    }
    if [401, 403, 457].contains(count), ["k", "b", "("].contains(low(next)) { return true }
    if ["x", "×", "*", "·"].contains(low(at - 1)) || ["x", "×", "*"].contains(low(next)),
      (12...16).contains(count)
    {
      (payments, isOfMonth) = (value, true)
      return true
    }
    if low(next) == ".", PayWords.payments.contains(low(next + 1)), (13...16).contains(count) {
      thirteenth(value, next + 1)
      return true
    }
    let isJoined = low(next) == "-"
    if (12...16).contains(count), let noun = paid(isJoined ? next + 1 : next),
      low(noun) != "months" || count > 12,
      !isJoined || low(noun) != "month"
    {
      // `30,000 in 14 payments` is for the year, `2,000 in 14 payments` is not told from it.
      (payments, isOfMonth) = (value, !PayWords.spreads.contains(low(at - 1)))
      taken.formUnion(next...noun)
      return true
    }
    if isBesideCurrency { return false }
    if at > 0, pieces[at - 1].isWord {
      let leads = PayWords.adverb(low(at - 1)) != nil || PayWords.tax(low(at - 1)) != nil
      if !pieces[at].isApart, !leads { return true }
      if PayWords.ranks.contains(low(at - 1)), count < 1000 || isYear(count),
        PayWords.unit(low(next)) == nil
      {
        return true
      }
      if PayWords.extras.contains(low(at - 1)), count < 100 { return true }
    }
    if low(at - 1) == "-", !pieces[at - 1].isApart, at > 1, pieces[at - 2].isWord,
      !pieces[at].isApart, PayWords.times(pieces[at - 2].text, of: 0) == nil
    {
      return true
    }
    if isDate { return true }
    // `35 an hour`: that is what is paid, whatever `an` is elsewhere.
    if PayWords.leads.contains(low(next)), PayWords.unit(low(next + 1)) != nil { return false }
    if isJoined { next += 1 }
    guard pieces.indices.contains(next), pieces[next].isWord else {
      return isYear(count) && hasOther
    }
    guard let unit = PayWords.unit(low(next)), low(next) != "m" || count <= 12,
      PayWords.times(pieces[next].text, of: value) == nil || low(next) == "m"
    else { return isYear(count) && hasOther }
    // `18 hour` alone may well be the pay; 40 hours beside another figure are not.
    if !hasOther, unit == .hour, low(next) == "hour" || low(next) == "h" { return false }
    if low(next) == "m" { return false }
    taken.formUnion((at + 1)...next)
    duration(value, unit, next + 1)
    return true
  }

  /// Takes in `a week` behind `40 hours`, so that it is not the span of the pay.
  mutating func duration(_ value: Int, _ unit: PayWords.Period, _ start: Int) {
    var next = start
    if PayWords.leads.contains(low(next)) || low(next) == "-" { next += 1 }
    let span = PayWords.unit(low(next)) ?? PayWords.adverb(low(next))
    if span != nil { taken.formUnion(start...next) }
    if unit == .day, span == nil || span == .year, (100...366).contains(value / PayNumber.one) {
      days = value
    }
    if unit == .day, span == nil || span == .week, value < 5 * PayNumber.one, !isElsewhere(start) {
      share = share ?? .part
    }
    guard unit == .hour else { return }
    // `60k for 32 hours`: fewer than a whole week.
    if span == nil || span == .week, (1..<35).contains(value / PayNumber.one) {
      share = share ?? .part
    }
    switch span {
    case nil, .week: if (1...80).contains(value / PayNumber.one) { hours = value * 52 }
    case .month: if (1...350).contains(value / PayNumber.one) { hours = value * 12 }
    case .year: hours = value
    default: break
    }
  }

  func isYear(_ count: Int) -> Bool {
    guard let number = pieces[at].number else { return false }
    return number.signs.isEmpty && (1990...2099).contains(count)
      && PayWords.times(low(at + 1), of: 0) == nil
  }

  /// Whether another number stands in the text that may be pay.
  var hasOther: Bool {
    pieces.indices.contains { other in
      guard other != at, let value = plain(other) else { return false }
      return value > plain(at) ?? 0 || currency(other - 1, beside: true) != nil
        || currency(other + 1, beside: true) != nil
        || PayWords.times(low(other + 1), of: value) != nil
        || pieces[other].number?.signs.isEmpty == false
    }
  }

  var isBesideCurrency: Bool {
    before(at) != nil || currency(at + 1, beside: true) != nil
  }

  var isScaled: Bool {
    pieces.indices.contains(at + 1) && PayWords.times(pieces[at + 1].text, of: 0) != nil
  }

  /// `2026-03-20` and `20/03/2026`.
  var isDate: Bool {
    func joined(_ at: Int) -> Bool {
      (low(at) == "-" || low(at) == "/") && !pieces[at].isApart && isNumber(at + 1)
        && !pieces[at + 1].isApart
    }
    return (joined(at + 1) && isNumber(at) && joined(at + 3))
      || (isNumber(at - 2) && at >= 2 && joined(at - 1) && (joined(at + 1) || joined(at - 3)))
  }
}
