import Testing

@testable import DebriefModel

/// Which of several figures are set beside each other, and where a range of theirs begins and ends.
@Suite(.timed) struct PayChoiceTests {
  private func gap(_ named: String, _ offered: String, usual: String? = nil) -> [String] {
    PayGap.sentences(
      Application(id: ID("a"), created: noon) {
        ($0.payAsked, $0.payOffered, $0.payUsual) = (named, offered, usual)
      })
  }

  /// What is named in two ways is compared in the one that takes the least for granted, whichever is first.
  @Test(arguments: [
    "5000 EUR a month (60k EUR a year)", "60k EUR a year (5000 EUR a month)",
  ])
  func theFewestAssumptionsAreTold(_ twoWays: String) {
    #expect(PayText(twoWays).figures.count == 2)
    #expect(gap("60000 EUR a year", twoWays) == ["the same as their offer"])
    #expect(gap(twoWays, "60000 EUR a year") == ["the same as their offer"])
    #expect(gap("5000 EUR a month", twoWays) == ["the same as their offer"])
    #expect(gap(twoWays, "5000 EUR a month") == ["the same as their offer"])
    // A week is neither a month nor a year: one of both is made yearly, and it says how.
    let week = gap("1200 EUR a week", twoWays)
    #expect(week.count == 1 && week.first?.contains("at 52 weeks a year") == true, "\(week)")
    #expect(week.first?.contains("months") == false, "\(week)")
  }

  /// What one period is named for holds for all; of two, neither is given to what has none.
  @Test func aPeriodIsGivenOnlyWhereThereIsOne() {
    func periods(_ text: String) -> [PayWords.Period?] { PayText(text).figures.map(\.period) }
    #expect(
      periods("50000 EUR or 60000 EUR a year") == [.year, .year]
        || periods("50000 EUR or 60000 EUR a year") == [.year])
    let both = periods("50 EUR an hour, 60000 EUR a year, 3000 EUR")
    #expect(both == [.hour, .year, nil])
  }

  /// Several ranges are one, from the least of them to the most, whichever is named first.
  @Test(arguments: [
    ("50-60k EUR, 55-70k EUR", 50_000, 70_000), ("55-70k EUR, 50-60k EUR", 50_000, 70_000),
    ("50-70k EUR, 55-60k EUR", 50_000, 70_000), ("55-60k EUR, 50-70k EUR", 50_000, 70_000),
    ("50000 EUR, 60000 EUR", 50_000, 60_000), ("60000 EUR, 50000 EUR", 50_000, 60_000),
  ])
  func severalRangesAreOne(_ text: String, _ low: Int, _ high: Int) {
    let it = PayText(text).figures
    #expect(it.map(\.low) == [low * PayNumber.one])
    #expect(it.map(\.high) == [high * PayNumber.one])
  }

  /// Twelve payments a year are the usual, and as many as they say are what they say.
  @Test(arguments: [
    ("4000 EUR a month", "48000 EUR a year", "at 12 months a year"),
    ("4000 EUR a month, 13 payments", "52000 EUR a year", "at 13 months a year"),
    ("4000 EUR a month, 14 payments", "56000 EUR a year", "at 14 months a year"),
  ])
  func paymentsAreCounted(_ month: String, _ year: String, _ note: String) {
    #expect(gap(month, year) == ["the same as their offer, \(note)"])
    #expect(gap(year, month) == ["the same as their offer, \(note)"])
    #expect(gap(month, "", usual: year) == ["the same as the usual pay, \(note)"])
  }

  /// Hours a week are used, whoever said them.
  @Test func hoursOfEitherSideAreUsed() {
    let hour = "25 EUR an hour"
    let note = "at 40 hours a week"
    for (named, offered) in [
      ("\(hour), 40 hours a week", "52000 EUR a year"),
      (hour, "52000 EUR a year, 40 hours a week"),
      ("52000 EUR a year, 40 hours a week", hour),
      ("52000 EUR a year", "\(hour), 40 hours a week"),
    ] {
      #expect(gap(named, offered) == ["the same as their offer, \(note)"], "\(named), \(offered)")
    }
    #expect(gap(hour, "52000 EUR a year").first?.hasPrefix("can't be compared") == true)
  }

  /// Three times as much may still be of one kind where one of them names no currency; more is not.
  @Test func threeTimesAsMuchIsTheMost() {
    func isCompared(_ a: String, _ b: String) -> Bool {
      gap(a, b).first?.hasPrefix("can't") == false
    }
    #expect(isCompared("60000", "20000 EUR") && isCompared("20000", "60000 EUR"))
    #expect(!isCompared("60003", "20000 EUR") && !isCompared("20000", "60003 EUR"))
  }

  /// A share is of the end of theirs it is measured from, and half a percent is rounded up.
  @Test func aShareIsOfTheirs() {
    #expect(gap("40000 EUR", "50000-60000 EUR") == ["20% below the bottom of their offer"])
    #expect(gap("72000 EUR", "50000-60000 EUR") == ["20% above the top of their offer"])
    #expect(gap("48000 EUR", "60000 EUR") == ["20% below their offer"])
    #expect(gap("20100 EUR", "20000 EUR") == ["1% above their offer"])
    #expect(gap("20099 EUR", "20000 EUR") == ["less than 1% above their offer"])
    #expect(gap("19900 EUR", "20000 EUR") == ["1% below their offer"])
    #expect(gap("20300 EUR", "20000 EUR") == ["2% above their offer"])
    #expect(gap("20299 EUR", "20000 EUR") == ["1% above their offer"])
  }
}
