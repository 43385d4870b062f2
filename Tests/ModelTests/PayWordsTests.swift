import TestSupport
import Testing

@testable import DebriefModel

/// Pay in words, softened, and in signs that leave something out.
@Suite("Pay in words", .timed) struct PayWordsTests {
  private func figure(_ text: String) -> (low: Int?, high: Int?, currency: String?) {
    let all = PayText(text).figures
    guard all.count == 1, let it = all.first else { return (nil, nil, nil) }
    func whole(_ value: Int?) -> Int? {
      value.flatMap { $0 % PayNumber.one == 0 ? $0 / PayNumber.one : nil }
    }
    return (
      whole(it.low), whole(it.high), it.currency.map { $0.codes.sorted().joined(separator: "/") }
    )
  }

  @Test(
    "one amount",
    arguments: [
      (".5M", 500_000, nil), ("$.5M", 500_000, "USD"), ("EUR .75M", 750_000, "EUR"),
      ("~.5m", 500_000, nil), ("Rs.500", 500, nil), ("85_000", 85_000, nil),
      ("TEUR 65", 65_000, "EUR"), ("eighty thousand", 80_000, nil),
      ("eighty thousand dollars", 80_000, "USD"), ("80 grand", 80_000, nil),
      ("eighty grand", 80_000, nil), ("a hundred thousand", 100_000, nil),
      ("one hundred and twenty thousand", 120_000, nil), ("a hundred and ten k", 110_000, nil),
      ("ninety-five thousand", 95_000, nil), ("ninety five k", 95_000, nil),
      ("two hundred grand", 200_000, nil), ("half a million", 500_000, nil),
      ("1/2 million", 500_000, nil), ("a quarter of a million", 250_000, nil),
      ("eighty-five thousand five hundred dollars a year", 85_500, "USD"),
      ("fifty dollars an hour", 50, "USD"), ("one million", 1_000_000, nil),
      ("one crore", 10_000_000, nil), ("ten lakhs", 1_000_000, nil), ("85k-ish", 85_000, nil),
      ("90kish", 90_000, nil), ("85,000ish", 85_000, nil),
      ("80k and two weeks of vacation", 80_000, nil), ("80k, twenty days holiday", 80_000, nil),
      ("five days a week, 80k", 80_000, nil), ("年収800万", 8_000_000, nil),
      ("kr 650.000", 650_000, nil), ("$85.000", 85_000, "USD"), ("1,5 Mio €", 1_500_000, "EUR"),
    ] as [(String, Int, String?)])
  func amounts(_ text: String, _ value: Int, _ currency: String?) {
    let found = figure(text)
    #expect(found.low == value && found.high == value, "\(text): \(found)")
    if let currency { #expect(found.currency == currency, "\(text)") }
  }

  @Test(
    "a range",
    arguments: [
      ("seventy five to eighty thousand", 75_000, 80_000),
      ("ten to twelve LPA", 1_000_000, 1_200_000),
      ("ninety to ninety five k", 90_000, 95_000), ("90k to 100", 90_000, 100_000),
      ("ninety k to a hundred", 90_000, 100_000), ("£45k-£50k", 45_000, 50_000),
      ("45\u{2013}50k", 45_000, 50_000),
    ])
  func ranges(_ text: String, _ low: Int, _ high: Int) {
    let found = figure(text)
    #expect(found.low == low && found.high == high, "\(text): \(found)")
  }

  @Test(
    "how many figures pay has is no amount, and it is said",
    arguments: [
      "six figures", "low six figures", "6 figures", "a six-figure salary", "6-figure",
      "low nineties",
    ])
  func rough(_ text: String) {
    #expect(PayText(text).figures.isEmpty)
    func gap(_ asked: String, _ offered: String) -> [String] {
      PayGap.sentences(
        Application(id: ID("a"), created: noon) {
          $0.payAsked = asked
          $0.payOffered = offered
        })
    }
    #expect(
      gap("80k", text) == [
        "can't be compared with their offer: theirs doesn't give an exact number"
      ])
    #expect(
      gap(text, "80k") == ["can't be compared with their offer: yours doesn't give an exact number"]
    )
    #expect(
      gap(text, text) == ["can't be compared with their offer: neither gives an exact number"])
    #expect(gap(text, "negotiable").isEmpty)
  }
}
