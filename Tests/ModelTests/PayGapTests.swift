import Testing

@testable import DebriefModel

@Suite("Pay named beside theirs") struct PayGapTests {
  @Test(
    "reads the figures of a text, and only those",
    arguments: [
      ("76,000", [76_000]), ("76.000", [76_000]), ("76 000", [76_000]), ("76'000 CHF", [76_000]),
      ("90,000 to 100,000", [90_000, 100_000]), ("72-82k", [72_000, 82_000]),
      ("72k–82k", [72_000, 82_000]), ("65.5k", [65_500]), ("900万円", [9_000_000]),
      ("76,000.50", [76_001]), ("78000, 10 % bonus", [78_000]), ("open", []), ("", []),
      ("12345678901234567890", []), ("1,2,3", []), ("66 k", [66_000]), ("5 kids", [5]),
    ] as [(String, [Int])])
  func numbers(_ text: String, _ wanted: [Int]) { #expect(PayGap.numbers(text) == wanted) }

  private func gap(_ named: String, _ offered: String, _ usual: String? = nil) -> [String] {
    PayGap.sentences(
      Application(id: ID("a"), created: noon) {
        $0.payAsked = named
        $0.payOffered = offered
        $0.payUsual = usual
      })
  }

  @Test("says how far apart they lie")
  func sentences() {
    #expect(gap("78,000", "72,000 to 82,000") == ["5 % under the top of their offer"])
    #expect(gap("90k", "72-82k") == ["10 % above the top of their offer"])
    #expect(gap("60k", "72-82k") == ["17 % under the bottom of their offer"])
    #expect(
      gap("68,000", "66,000", "70,000") == ["3 % above their offer", "3 % under what is usual"])
    #expect(gap("66,000", "66,000") == ["the same as their offer"])
    #expect(gap("66,001", "66,000") == ["under 1 % above their offer"])
  }

  @Test("compares nothing that is not of one kind")
  func silence() {
    #expect(gap("", "72,000").isEmpty)
    #expect(gap("78,000", "").isEmpty)
    #expect(gap("78,000", "550 a day").isEmpty)
    #expect(gap("€78,000", "£72,000").isEmpty)
    #expect(gap("negotiable", "as agreed").isEmpty)
  }

  @Test("never falls over, whatever is typed", arguments: 0..<300)
  func anything(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    let signs = Array("0123456789., 'kK%€£万-–\u{a0}ab")
    func any() -> String {
      String(
        (0..<Int.random(in: 0...24, using: &random)).map { _ in signs.randomElement(using: &random)!
        })
    }
    for text in gap(any(), any(), any()) { #expect(!text.isEmpty) }
  }
}
