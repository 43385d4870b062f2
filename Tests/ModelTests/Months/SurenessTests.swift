import TestSupport
import Testing

@testable import DebriefModel

/// Whether predictions were as sure as what came of them, and what is said of ten and more.
@Suite(.timed) struct SurenessTests {
  private func near(_ a: Double, _ b: Double, _ off: Double = 1e-6) -> Bool { abs(a - b) <= off }

  @Test func howSureThePredictionsWere() throws {
    func score(_ chances: [Double], _ came: [Int]) throws -> ForecastScore {
      try #require(ForecastScore(zip(chances, came).map { .init($0, $1 == 1) }))
    }
    let b = try score([0.9, 0.9, 0.7, 0.7, 0.3, 0.1], [1, 0, 1, 0, 0, 0])
    #expect(near(b.sureness!, 1.147079))
    // Of the 64 ways these six can come out, those that pull as far up or further.
    #expect(near(b.chanceOfSoSure, 0.207334))
    // Each one half says nothing, and what is certain pulls nowhere.
    let half = try score([0.5, 0.5], [1, 0])
    #expect(half.sureness == nil && half.chanceOfSoSure == 1)
    #expect(try score([0, 1], [0, 1]).sureness == nil)
    // One that was called likely and came true: as sure as .8 or less sure.
    let right = try score([0.8], [1])
    #expect(near(right.sureness!, -0.5) && near(right.chanceOfSoSure, 0.8))
    let wrong = try score([0.8], [0])
    #expect(near(wrong.sureness!, 2) && near(wrong.chanceOfSoSure, 0.2))
  }

  /// The chance is that of every way the predictions can come out, one by one.
  @Test func howSureCountsEveryWay() throws {
    var chance = Seeded(seed: 31)
    for _ in 0..<60 {
      let said = (0..<Int.random(in: 1...8, using: &chance)).map { _ in
        Int.random(in: 1...99, using: &chance)
      }
      let came = said.map { _ in Int.random(in: 0...1, using: &chance) }
      let score = try #require(
        ForecastScore(zip(said, came).map { .init(Double($0) / 100, $1 == 1) }))
      guard let sureness = score.sureness else { continue }
      let pulls = said.map { 100 - 2 * $0 }
      let is_ = zip(pulls, came).reduce(0) { $0 + $1.0 * $1.1 }
      var sum = 0.0
      for bits in 0..<(1 << said.count) {
        let way = said.indices.map { bits >> $0 & 1 }
        let pull = zip(pulls, way).reduce(0) { $0 + $1.0 * $1.1 }
        guard sureness >= 0 ? pull >= is_ : pull <= is_ else { continue }
        sum += zip(said, way).reduce(1.0) {
          $0 * ($1.1 == 1 ? Double($1.0) : Double(100 - $1.0)) / 100
        }
      }
      #expect(near(score.chanceOfSoSure, sum, 1e-9))
    }
  }

  /// What is said of ten and more: whether they came closer than one's own rate, and whether they were too sure.
  @Test func whatIsSaidOfTenPredictions() throws {
    func said(_ groups: [(chance: Double, came: Int, of: Int)]) throws -> [String] {
      let score = try #require(
        ForecastScore(
          groups.flatMap { it in (0..<it.of).map { .init(it.chance, $0 < it.came) } }))
      return [MonthFigures.skill(score), MonthFigures.sureness(score)]
    }
    // Nine are too few for either.
    #expect(try said([(0.9, 0, 9)]) == ["", ""])
    // .9 never came: as far off as can be. All of one outcome have no rate to compare with.
    #expect(
      try said([(0.9, 0, 10)]) == [
        "",
        "When you felt sure, you were wrong more often than you expected. "
          + "That would happen by chance alone less than 1 time in 1,000.",
      ])
    // .9 for nine of ten, .1 for one of ten: right as said.
    #expect(
      try said([(0.9, 9, 10), (0.1, 1, 10)]) == [
        "You came closer than guessing the same number every time would have.",
        "How sure you felt was about right.",
      ])
    // .6 and .4 for what always and never came: five of each by chance .6^10 = .006.
    #expect(
      try said([(0.6, 5, 5), (0.4, 0, 5)]) == [
        "You came closer than guessing the same number every time would have.",
        "You could be bolder: you were right more often than you said. "
          + "That would happen by chance alone about 1 time in 165.",
      ])
    // One rate for all is that rate.
    #expect(
      try said([(0.5, 5, 10)]) == [
        "Interviews are hard to predict: guessing the same number every time would have come just as close.",
        "",
      ])
    #expect(
      try said([(0.9, 5, 10)]).first
        == "Interviews are hard to predict: guessing the same number every time would have come closer."
    )
  }
}
