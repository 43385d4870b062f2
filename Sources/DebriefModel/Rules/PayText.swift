/// What a text about pay says: one figure or range, or several when it says the same in two currencies
/// or for two spans of time. Pay that is only beside the pay, such as a bonus, is left out.
struct PayText: Equatable {
  /// One figure or a range, in ten-thousandths.
  struct Figure: Equatable {
    /// The least; nil for `up to 90k`.
    var low: Int?
    /// The most; nil for `from 80k`.
    var high: Int?
    var currency: PayWords.Currency?
    var period: PayWords.Period?
    var tax: PayWords.Tax?
    /// Whether it is fixed pay or all of it, where the text says so.
    var basis: PayWords.Basis?
    /// Whether it is for a whole post, where the text says so.
    var share: PayWords.Share?
    /// How often a year it is paid, in ten-thousandths, where the text says so: 13 salaries.
    var payments: Int?
    var isNegative = false
    var isExtra = false

    /// The one value of it that is its most, or its least where no most is named.
    var top: Int { high ?? low ?? 0 }
    var bottom: Int { low ?? high ?? 0 }
  }

  private(set) var figures: [Figure] = []
  /// Hours a year, where the text says how many a week or a month.
  private(set) var hours: Int?
  /// Days of work a year, where the text says how many.
  private(set) var days: Int?
  /// How one is hired for it, where the text says so.
  private(set) var hire: PayWords.Hire?
  /// Whether it may be for a contract of some months, and nothing says for which span it is.
  private(set) var isForTerm = false
  /// Whether it says only about how much, and no number: `six figures`.
  private(set) var isRough = false

  /// Reads a text; it may name no figure.
  init(_ text: String) {
    let pieces = PayPiece.pieces(text)
    isRough = PayPiece.isRough(pieces)
    var reader = PayReader(pieces)
    if isRough { return }
    reader.read()
    (hours, days) = (reader.hours, reader.days)
    hire = PayWords.hire(text)
    let besides = reader.besides
    var found = reader.figures
    if found.contains(where: { !$0.isExtra }) { found.removeAll(where: \.isExtra) }
    let currencies = reader.currencies
    for at in found.indices {
      if found[at].currency == nil, currencies.count == 1 { found[at].currency = currencies[0] }
    }
    let periods = Set(found.compactMap(\.period))
    if periods.count == 1 {
      for at in found.indices where found[at].period == nil { found[at].period = periods.first }
    }
    let taxes = Set(found.compactMap(\.tax))
    if taxes.count == 1 {
      for at in found.indices where found[at].tax == nil { found[at].tax = taxes.first }
    }
    // What is said of the hours holds for every figure.
    if let share = reader.share ?? found.compactMap(\.share).first {
      for at in found.indices { found[at].share = share }
    }
    if let payments = reader.payments { PayText.part(&found, payments) }
    for at in found.indices {
      found[at].payments = found[at].payments ?? reader.payments
      if reader.isOfMonth, found[at].period == nil { found[at].period = .month }
      found[at].basis = found[at].basis ?? besides
    }
    figures = PayText.merged(found)
    isForTerm = reader.isForTerm && found.allSatisfy { $0.period == nil }
  }

  /// Tells the year's pay from the month's where both are named: `100k (13 x 7,692)`.
  private static func part(_ found: inout [Figure], _ payments: Int) {
    guard found.count == 2, found.allSatisfy({ $0.period == nil }) else { return }
    let big = found[0].top > found[1].top ? 0 : 1
    guard let all = PayMath.times(found[1 - big].top, payments / 1000) else { return }
    let year = all / (PayNumber.one / 1000)
    guard abs(year - found[big].top) <= found[big].top / 50 else { return }
    (found[big].period, found[1 - big].period) = (.year, .month)
  }

  /// Figures of one kind are one range: `90,000, at most 100,000`. One far smaller than another is no
  /// pay, but something beside it.
  private static func merged(_ found: [Figure]) -> [Figure] {
    var result: [Figure] = []
    let most = found.map(\.top).max() ?? 0
    for figure in found {
      let isAlone = figure.currency == nil && figure.period == nil
      if isAlone, found.count > 1, figure.top < most / 3 { continue }
      guard
        let at = result.firstIndex(where: {
          $0.currency == figure.currency && $0.period == figure.period && $0.tax == figure.tax
            && $0.basis == figure.basis && $0.isNegative == figure.isNegative
        })
      else {
        result.append(figure)
        continue
      }
      let (a, b) = (result[at], figure)
      if a.top < b.top / 3 {
        result[at] = b
      } else if b.top >= a.top / 3 {
        result[at].low = a.low == nil || b.low == nil ? a.low ?? b.low : min(a.bottom, b.bottom)
        result[at].high = a.high == nil || b.high == nil ? a.high ?? b.high : max(a.top, b.top)
      }
    }
    return result
  }
}

/// Sums that say when they do not fit.
enum PayMath {
  /// No pay is more: it keeps shares in percent within an `Int`.
  static let most = 10_000_000_000_000_000

  /// A product; nil when it is too much.
  static func times(_ a: Int, _ b: Int) -> Int? {
    let (product, over) = a.multipliedReportingOverflow(by: b)
    return over || product > most || product < 0 ? nil : product
  }
}
