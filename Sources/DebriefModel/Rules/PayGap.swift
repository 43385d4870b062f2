/// The pay one named beside what they offered and what is usual, as the share it lies apart (A23). The
/// figures are free text. Two that are not of one currency, one span of time and one side of the tax are
/// not compared: then it says why. A text without a figure says nothing.
public enum PayGap {
  /// What the figures of an application say, in the order of the screen; empty when they say nothing.
  public static func sentences(_ application: Application) -> [String] {
    let named = PayText(application.payAsked)
    guard !named.figures.isEmpty || named.isRough else { return [] }
    return [
      (application.payOffered, "their offer"), (application.payUsual ?? "", "the usual pay"),
    ].compactMap { text, what in
      let theirs = PayText(text)
      guard !theirs.figures.isEmpty || theirs.isRough else { return nil }
      if named.isRough || theirs.isRough {
        let whose =
          !theirs.isRough ? "yours" : named.isRough ? "neither" : "theirs"
        return "can't be compared with \(what): \(whose) "
          + (whose == "neither" ? "gives an exact number" : "doesn't give an exact number")
      }
      return sentence(named, theirs, what)
    }
  }

  private static func sentence(_ named: PayText, _ theirs: PayText, _ what: String) -> String {
    if named.isForTerm != theirs.isForTerm {
      return "can't be compared with \(what): \(named.isForTerm ? "yours" : "theirs") is for a "
        + "fixed-term contract; add whether it's per month or per year"
    }
    if let mine = named.hire, let other = theirs.hire, mine != other {
      return "can't be compared with \(what): yours is \(mine.label), theirs \(other.label)"
    }
    // What needs the least said beside it: both may name their pay in two ways.
    var best: Comparison?
    var reason: String?
    for a in named.figures {
      for b in theirs.figures {
        switch Comparison.between(
          a, b, .init(hours: named.hours ?? theirs.hours, days: named.days ?? theirs.days))
        {
        case .success(let it):
          if best.map({ it.notes.count < $0.notes.count }) ?? true { best = it }
        case .failure(let it): reason = reason ?? it.why
        }
      }
    }
    guard let best else {
      return "can't be compared with \(what): \(reason ?? "they don't give a number")"
    }
    return ([best.gap(what)] + best.notes).joined(separator: ", ")
  }

  /// Why two figures cannot be compared, as a sentence goes on.
  private struct Apart: Error { var why: String }

  /// How long one works a year, where either text says so.
  private struct WorkYear {
    var hours: Int?
    var days: Int?
  }

  /// Two figures of one kind.
  private struct Comparison {
    /// The pay one named; the least and the most of it where that was a range.
    var named: (low: Int, high: Int)
    var low: Int?
    var high: Int?
    /// What was taken for granted.
    var notes: [String]

    static func between(
      _ a: PayText.Figure, _ b: PayText.Figure, _ work: WorkYear
    ) -> Result<Comparison, Apart> {
      if a.isNegative || b.isNegative {
        return .failure(Apart(why: "\(a.isNegative ? "yours" : "theirs") is below zero"))
      }
      if let mine = a.currency, let theirs = b.currency, !mine.mayBe(theirs) {
        return .failure(Apart(why: "yours is in \(mine.written), theirs in \(theirs.written)"))
      }
      if a.tax != b.tax, a.tax == .net || b.tax == .net {
        func said(_ whose: String, _ tax: PayWords.Tax?) -> String {
          tax == nil
            ? "\(whose) doesn't say" : "\(whose) is \(tax == .net ? "after" : "before") tax"
        }
        return .failure(Apart(why: "\(said("yours", a.tax)), \(said("theirs", b.tax))"))
      }
      if let mine = a.basis, let theirs = b.basis, mine != theirs {
        return .failure(
          Apart(
            why: mine == .base
              ? "yours is base pay, theirs is total pay"
              : "yours is total pay, theirs is base pay"))
      }
      if a.share != b.share, a.share == .part || b.share == .part {
        let (part, other) = a.share == .part ? ("yours", "theirs") : ("theirs", "yours")
        return .failure(
          Apart(
            why: "\(part) is for part-time, \(other) "
              + (a.share == .full || b.share == .full ? "is for full-time" : "doesn't say")))
      }
      return spans(a, b, work).map { it in
        guard a.basis != b.basis, a.basis == .total || b.basis == .total else { return it }
        var it = it
        it.notes.append("assuming \(a.basis == nil ? "yours" : "theirs") is total pay too")
        return it
      }
    }

    /// As much in thousands, where a figure is that much smaller than the other: `80-90` beside `85k`.
    private static func inThousands(_ it: PayText.Figure, beside other: PayText.Figure) -> PayText
      .Figure?
    {
      guard it.period == nil || it.period == .year, it.top < 1000 * PayNumber.one,
        other.top >= 10_000 * PayNumber.one, let top = PayMath.times(it.top, 1000),
        isNear(top, other.top)
      else { return nil }
      var more = it
      more.low = it.low.map { $0 * 1000 }
      more.high = it.high.map { $0 * 1000 }
      return more
    }

    private static func spans(
      _ a: PayText.Figure, _ b: PayText.Figure, _ work: WorkYear
    ) -> Result<Comparison, Apart> {
      var (a, b) = (a, b)
      var notes: [String] = []
      if let more = inThousands(a, beside: b) {
        a = more
        notes.append("assuming yours is in thousands")
      } else if let more = inThousands(b, beside: a) {
        b = more
        notes.append("assuming theirs is in thousands")
      }
      byPayments(&a, beside: b)
      byPayments(&b, beside: a)
      // A figure without a span is of the other's when they are near each other, or else of a year.
      if a.period == nil || b.period == nil, a.period != b.period {
        let stated = a.period ?? b.period
        if isNear(a.top, b.top) {
          if stated != .year, let stated {
            notes.append("assuming both are \(stated.label)")
          }
          (a.period, b.period) = (stated, stated)
        } else if let stated, stated != .year {
          if a.period == nil { a.period = .year } else { b.period = .year }
          guard let x = yearly(a, work), let y = yearly(b, work), isNear(x.value, y.value) else {
            let (side, other) = a.period == stated ? ("theirs", "yours") : ("yours", "theirs")
            return .failure(
              Apart(
                why: "\(other) is \(stated.label), \(side) doesn't say"
                  + (stated == .hour && work.hours == nil ? "; add the hours per week" : "")))
          }
          notes.append("assuming \(b.period == .year ? "theirs" : "yours") is per year")
        }
      }
      if a.period == b.period, a.period != .month || a.payments == b.payments {
        // Nothing said of either: far apart they are hardly of one kind.
        if a.period == nil || (a.currency == nil) != (b.currency == nil), !isNear(a.top, b.top),
          a.top > 0, b.top > 0
        {
          return .failure(Apart(why: "the two are too far apart to be the same kind of number"))
        }
        return .success(
          Comparison(named: (a.bottom, a.top), low: b.low, high: b.high, notes: notes))
      }
      guard let x = yearly(a, work), let y = yearly(b, work) else {
        let spans = [a.period, b.period]
        let add =
          spans.contains(.hour) && !spans.contains(.day)
          ? "; add the hours per week"
          : spans.contains(.day) ? ", and nobody said how many days" : ""
        return .failure(
          Apart(
            why: a.period == nil || b.period == nil
              ? "\(a.period == nil ? "yours" : "theirs") doesn't say per hour, per month, or per year"
              : "yours is \(a.period?.label ?? ""), theirs \(b.period?.label ?? "")" + add))
      }
      notes += [x.note, y.note].compactMap { $0 }
      let low = b.low.flatMap { PayMath.times($0, y.times) }.map { $0 / y.parts }
      let high = b.high.flatMap { PayMath.times($0, y.times) }.map { $0 / y.parts }
      return .success(
        Comparison(
          named: (PayMath.times(a.bottom, x.times).map { $0 / x.parts } ?? x.value, x.value),
          low: low, high: high,
          notes: notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
    }

    /// A figure for a year, and what was reckoned with; nil when that is not known.
    private static func yearly(_ it: PayText.Figure, _ work: WorkYear) -> (
      value: Int, times: Int, parts: Int, note: String?
    )? {
      let (times, parts, note): (Int, Int, String?)
      switch it.period {
      case nil: return nil
      case .day?:
        guard let days = work.days else { return nil }
        (times, parts) = (days / PayNumber.one, 1)
        note = "at \(times) days a year"
      case .hour?:
        guard let hours = work.hours else { return nil }
        let week = hours / 52
        let shown = week / PayNumber.one
        let rest = week % PayNumber.one / (PayNumber.one / 10)
        (times, parts) = (hours / 1000, PayNumber.one / 1000)
        note = "at \(shown)\(rest == 0 ? "" : ".\(rest)") hours a week"
      case .week?: (times, parts, note) = (52, 1, "at 52 weeks a year")
      case .fortnight?: (times, parts, note) = (26, 1, "at 26 paychecks a year")
      case .halfMonth?: (times, parts, note) = (24, 1, "at 24 paychecks a year")
      case .month?:
        let count = it.payments ?? 12 * PayNumber.one
        let part = count % PayNumber.one / (PayNumber.one / 10)
        let shown = "\(count / PayNumber.one)\(part == 0 ? "" : ".\(part)")"
        (times, parts) = (count / 1000, PayNumber.one / 1000)
        note = "at \(shown) months a year"
      case .year?: (times, parts, note) = (1, 1, nil)
      }
      return PayMath.times(it.top, times).map { ($0 / parts, times, parts, note) }
    }

    /// Takes a figure for one of a month, where so many of them come near the other: `3,000 in 14 payments`.
    private static func byPayments(_ it: inout PayText.Figure, beside other: PayText.Figure) {
      guard it.period == nil, let payments = it.payments, other.period ?? .year == .year,
        !isNear(it.top, other.top), let all = PayMath.times(it.top, payments / 1000),
        isNear(all / (PayNumber.one / 1000), other.top)
      else { return }
      it.period = .month
    }

    private static func isNear(_ a: Int, _ b: Int) -> Bool { a / 3 <= b && b / 3 <= a }

    // MARK: - The gap

    func gap(_ what: String) -> String {
      let isRange = low != high
      // Of a range, the end that lies nearer to theirs.
      let (least, most) = named
      if let high, least > high {
        if high == 0 { return "above \(what), which is zero" }
        return "\(percent(least, high)) above \(isRange ? "the top of " : "")\(what)"
          + mine("lowest")
      }
      if let low, most < low {
        return "\(percent(most, low)) below \(isRange ? "the bottom of " : "")\(what)"
          + mine("highest")
      }
      if least != most {
        return isRange ? "a range that overlaps with \(what)" : "a range that includes \(what)"
      }
      guard let high else {
        // They named the least only.
        guard let low, low > 0, least > low else { return "at the bottom of \(what)" }
        return "\(percent(least, low)) above the bottom of \(what)"
      }
      if least == high { return isRange ? "at the top of \(what)" : "the same as \(what)" }
      return "\(percent(least, high)) below the top of \(what)"
    }

    private func mine(_ end: String) -> String {
      named.low == named.high ? "" : " at your \(end)"
    }

    private func percent(_ a: Int, _ b: Int) -> String {
      if a / 10 > b { return "more than 900%" }
      let share = (abs(a - b) * 100 + b / 2) / b
      return share == 0 ? "less than 1%" : "\(share)%"
    }
  }
}
