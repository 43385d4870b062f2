import TestSupport
import Testing

@testable import DebriefModel

/// Which of two ways is ahead, as sure as the counts are and no surer.
@Suite(.timed) struct AheadTests {
  private func said(_ a: (Int, Int), _ b: (Int, Int)) -> String {
    MonthFigures.ahead("one", Share(a.0, of: a.1), "the other", Share(b.0, of: b.1))
  }

  @Test func theBetterOfTwoIsNamedWithItsOdds() {
    // Beta(5, 1) above Beta(2, 5): .987; 4 of 6 above 2 of 6: .857; 11 of 20 above 10 of 20: .62.
    #expect(
      said((4, 4), (1, 5))
        == "Chances are more than 9 in 10 that one really is better than the other.")
    #expect(said((4, 6), (2, 6)).hasPrefix("Chances are about 9 in 10 that one really is"))
    // Whichever comes first.
    #expect(
      said((2, 6), (4, 6))
        == "Chances are about 9 in 10 that the other really is better than one.")
    #expect(said((3, 6), (3, 6)).hasSuffix("could just be chance."))
    #expect(
      said((10, 20), (11, 20))
        == "The difference between one and the other could just be chance.")
  }

  @Test func twoTriesAreTooFew() {
    #expect(said((2, 2), (0, 9)) == "" && said((9, 9), (0, 2)) == "")
    #expect(said((3, 3), (0, 3)) != "")
  }
}
