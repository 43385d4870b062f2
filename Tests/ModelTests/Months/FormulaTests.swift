import Foundation
import TestSupport
import Testing

@testable import DebriefModel

/// The formulas over months against the vectors that other programs gave.
@Suite(.timed) struct FormulaTests {
  private func near(_ a: Double, _ b: Double, _ off: Double = 1e-6) -> Bool { abs(a - b) <= off }

  // MARK: FSRS-6

  /// Grades on the day that is due: stability, difficulty, the next interval, the chance before.
  @Test(arguments: [
    (
      "GGGGG", [2.3065, 10.964332, 46.280217, 162.862202, 497.447194],
      [2.118104, 2.111214, 2.104331, 2.097455, 2.090586], [2, 11, 46, 163, 497],
      [0.909493, 0.899777, 0.900417, 0.899942]
    ),
    (
      "HHGGE", [1.2931, 3.249412, 9.034138, 23.402062, 82.471461],
      [5.112171, 6.740460, 6.728947, 6.717447, 5.605799], [1, 3, 9, 23, 82],
      [0.916670, 0.905392, 0.900260, 0.901186]
    ),
    (
      "GGAGG", [2.3065, 10.964332, 1.538337, 4.876260, 12.311686],
      [2.118104, 2.111214, 7.392238, 7.380074, 7.367923], [2, 11, 2, 5, 12],
      [0.909493, 0.899777, 0.880981, 0.898269]
    ),
    (
      "AGGGG", [0.212, 1.886788, 6.269161, 17.379189, 43.842078],
      [6.4133, 6.402115, 6.390941, 6.379779, 6.368627], [1, 2, 6, 17, 44],
      [0.766196, 0.895947, 0.902986, 0.901508]
    ),
    (
      "EEE", [8.2956, 65.624226, 396.775023], [1, 1, 1], [8, 66, 397], [0.902473, 0.899607]
    ),
  ])
  func aCardReviewedWhenDue(
    _ it: (
      grades: String, stability: [Double], difficulty: [Double], next: [Int], chance: [Double]
    )
  ) {
    let grades: [Character: Recall.Grade] = ["A": .again, "H": .hard, "G": .good, "E": .easy]
    let recall = Recall.standard
    var memory: Recall.Memory?
    for (i, letter) in it.grades.enumerated() {
      let grade = grades[letter]!
      if let before = memory {
        let days = it.next[i - 1]
        #expect(near(recall.chance(after: Double(days), of: before), it.chance[i - 1]))
        memory = recall.next(before, grade, after: days)
      } else {
        memory = recall.first(grade)
      }
      #expect(near(memory!.stability, it.stability[i]), "\(it.grades) \(i)")
      #expect(near(memory!.difficulty, it.difficulty[i]), "\(it.grades) \(i)")
      #expect(recall.interval(until: 0.9, of: memory!) == it.next[i])
    }
  }

  @Test func thePublishedMemoryStates() {
    let steps: [(Int, Recall.Grade)] = [
      (0, .again), (0, .good), (1, .good), (3, .good), (8, .good), (21, .good),
    ]
    func state(_ recall: Recall) -> Recall.Memory {
      var memory = recall.first(.again)
      for (gap, grade) in steps.dropFirst() { memory = recall.next(memory, grade, after: gap) }
      return memory
    }
    #expect(near(state(.standard).stability, 53.62691, 1e-4))
    #expect(near(state(.standard).difficulty, 6.3574867, 1e-4))
    var weights = Recall.published
    for i in 17...19 { weights[i] = 0 }
    #expect(near(state(Recall(weights: weights)).stability, 53.335106, 1e-4))
    #expect(near(Recall.standard.factor, 0.980_346_494_413_479_7, 1e-12))
  }

  @Test func chancesAndIntervalsOfAStability() {
    let recall = Recall.standard
    let one = Recall.Memory(stability: 1, difficulty: 5)
    let intervals = (1...10).map { recall.interval(until: Double($0) / 10, of: one) }
    #expect(Array(intervals.dropFirst()) == [34793, 2508, 387, 90, 27, 9, 3, 1, 1])
    // Published from single precision.
    #expect(abs(intervals[0] - 3_116_766) < 5)
    let ten = Recall.Memory(stability: 10, difficulty: 5)
    for (days, chance) in [
      (1.0, 0.985682), (2, 0.972770), (5, 0.940344), (10, 0.9), (30, 0.809388), (100, 0.692827),
    ] { #expect(near(recall.chance(after: days, of: ten), chance)) }
    for (wanted, days) in [(0.8, 33.1596), (0.85, 19.0643), (0.95, 4.0256), (0.97, 2.2277)] {
      #expect(near(recall.days(until: wanted, of: ten), days, 1e-4))
    }
    let cards = [(2.3065, 5.0), (10.964, 5), (46.28, 12), (1.2931, 3)]
    let chances = cards.map {
      recall.chance(after: $0.1, of: Recall.Memory(stability: $0.0, difficulty: 5))
    }
    for (is_, wanted) in zip(chances, [0.8389, 0.9446, 0.9657, 0.8328]) {
      #expect(near(is_, wanted, 5e-5))
    }
    #expect(near(chances.reduce(0, +), 3.582, 5e-4))
  }

  /// Five hundred random histories as PyPI's fsrs 6.3.1 has them; `histories.py` wrote them.
  @Test func fiveHundredRandomHistories() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("histories.txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 500)
    let start = Day(number: 20_000)
    for line in lines {
      let parts = line.split(separator: " ")
      var day = start
      let history = parts.dropLast(2).map { part in
        let pair = part.split(separator: ":").map { Int($0)! }
        day = day.adding(days: pair[0])
        return (day: day, grade: Recall.Grade.allCases[pair[1] - 1])
      }
      let memory = try #require(Recall.standard.memory(history))
      let (stability, difficulty) = (Double(parts[parts.count - 2])!, Double(parts.last!)!)
      #expect(near(memory.stability / stability, 1), "\(line)")
      #expect(near(memory.difficulty, difficulty), "\(line)")
    }
  }

  @Test func recallFallsWithDays() {
    var chance = Seeded(seed: 4)
    for _ in 0..<500 {
      let memory = Recall.Memory(
        stability: Double(Int.random(in: 1...100_000, using: &chance)) / 1000,
        difficulty: Double(Int.random(in: 1...10, using: &chance)))
      let (a, b) = (
        Int.random(in: 0...400, using: &chance), Int.random(in: 1...400, using: &chance)
      )
      let first = Recall.standard.chance(after: Double(a), of: memory)
      #expect(first > Recall.standard.chance(after: Double(a + b), of: memory))
      let days = Recall.standard.days(until: 0.85, of: memory)
      #expect(near(Recall.standard.chance(after: days, of: memory), 0.85, 1e-9))
    }
  }

  // MARK: Forecasts

  @Test func brierAndItsParts() throws {
    let a = try #require(
      ForecastScore(
        zip(
          [0.2, 0.2, 0.2, 0.2, 0.2, 0.5, 0.5, 0.8, 0.8, 0.8], [0, 0, 1, 0, 0, 1, 0, 1, 1, 0]
        ).map { .init($0, $1 == 1) }))
    #expect(near(a.brier, 0.202) && near(a.reliability, 0.005333))
    #expect(near(a.resolution, 0.043333) && near(a.uncertainty, 0.24))
    #expect(near(a.skill!, 0.158333))
    let b = try #require(
      ForecastScore(
        zip([0.9, 0.9, 0.7, 0.7, 0.3, 0.1], [1, 0, 1, 0, 0, 0]).map { .init($0, $1 == 1) }))
    #expect(near(b.brier, 0.25) && near(b.reliability, 0.083333))
    #expect(near(b.resolution, 0.055556) && near(b.uncertainty, 0.222222))
    #expect(near(b.bias, 0.266667) && near(b.chanceAlone, 0.117330))
    let pmf = PoissonBinomial([0.9, 0.9, 0.7, 0.7, 0.3, 0.1])
    for (is_, wanted) in zip(
      pmf.chances, [0.000567, 0.013158, 0.103605, 0.322660, 0.400305, 0.147798, 0.011907])
    { #expect(near(is_, wanted)) }
    #expect(near(pmf.atMost(2), 0.117330) && near(pmf.atLeast(3), 1 - 0.117330))
    #expect(Frequency.words(b.chanceAlone) == "about 1 time in 9")
    #expect(ForecastScore([]) == nil)
  }

  @Test func theIdentityHoldsOverTenThousandRandomSets() throws {
    var chance = Seeded(seed: 14)
    var worst = 0.0
    for _ in 0..<10_000 {
      let cases = (0..<Int.random(in: 1...40, using: &chance)).map { _ in
        ForecastScore.Case(
          Double(Int.random(in: 0...20, using: &chance)) / 20,
          Int.random(in: 0...1, using: &chance) == 1)
      }
      let it = try #require(ForecastScore(cases))
      worst = max(worst, abs(it.brier - (it.reliability - it.resolution + it.uncertainty)))
      if it.brier < 0 || it.brier > 1 { worst = 1 }
    }
    #expect(worst < 1e-12)
  }

  // MARK: Shares

  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
    (0, 1, 0, 0.7935), (1, 1, 0.2065, 1), (0, 5, 0, 0.4345), (1, 5, 0.0362, 0.6245),
    (2, 5, 0.1176, 0.7693), (3, 5, 0.2307, 0.8824), (5, 5, 0.5655, 1), (3, 10, 0.1078, 0.6032),
    (8, 10, 0.4902, 0.9433), (10, 10, 0.7225, 1),
  ])
  func wilson(_ k: Int, _ n: Int, _ low: Double, _ high: Double) {
    let bounds = Share(k, of: n).bounds
    #expect(near(bounds.lowerBound, low, 6e-5) && near(bounds.upperBound, high, 6e-5))
  }

  @Test(arguments: [(0, 1, 0.28), (0, 3, 0.20), (2, 3, 0.486), (6, 9, 0.569)])
  func yieldIsDrawnTowardsTheBase(_ k: Int, _ n: Int, _ middle: Double) {
    #expect(near(Share(k, of: n).shrunk(), middle, 5e-4))
  }

  @Test(arguments: [
    (1, 5, 4, 5, 0.959957), (0, 4, 3, 4, 0.976190), (2, 6, 4, 6, 0.856935), (3, 7, 3, 7, 0.5),
    (0, 0, 0, 0, 0.5), (0, 1, 1, 1, 0.833333), (2, 5, 3, 3, 0.928571),
  ])
  func whichOfTwoSharesIsAhead(_ k1: Int, _ n1: Int, _ k2: Int, _ n2: Int, _ chance: Double) {
    let (a, b) = (Share(k1, of: n1), Share(k2, of: n2))
    #expect(near(b.chanceAbove(a), chance, 1e-6))
    #expect(near(a.chanceAbove(b), 1 - chance, 1e-6))
  }

  /// Of any two shares one is ahead, and one more hit never puts a share back.
  @Test func theChancesOfBothAreOne() {
    for n in 0...9 {
      for k in 0...n {
        for (k2, n2) in [(0, 0), (0, 6), (3, 6), (6, 6), (40, 300)] {
          let (a, b) = (Share(k, of: n), Share(k2, of: n2))
          #expect(near(a.chanceAbove(b) + b.chanceAbove(a), 1, 1e-9))
          if k < n { #expect(Share(k + 1, of: n).chanceAbove(b) > a.chanceAbove(b)) }
        }
      }
    }
  }

  @Test func twoMoreDrawnShares() {
    #expect(near(Share(1, of: 2).shrunk(), 0.40, 1e-9))
    #expect(near(Share(3, of: 6).shrunk(), 0.44, 1e-9))
  }

  @Test func moreEvidenceNeverWidens() {
    func width(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }
    for n in 1...25 {
      for k in 0...n {
        let (once, twice) = (Share(k, of: n), Share(2 * k, of: 2 * n))
        #expect(width(twice.bounds) <= width(once.bounds) + 1e-12)
        #expect(once.bounds.contains(once.value))
      }
    }
  }

  @Test func noPercentageUnderFive() {
    for n in 0...30 {
      for k in 0...n {
        let share = Share(k, of: n)
        #expect((share.percent == nil) == (n < 5))
        #expect(share.full.contains("%") == (n >= 5))
        #expect(share.full.hasPrefix("\(k) of \(n)"))
      }
    }
    #expect(Share(9, of: 4).words == "4 of 4")
    #expect(Share(-1, of: -1).full == "0 of 0")
  }

  // MARK: Before and after

  @Test func fisher() {
    for (a, b, wanted) in [
      (Share(1, of: 5), Share(4, of: 5), 0.103175), (Share(0, of: 4), Share(3, of: 4), 0.071429),
      (Share(1, of: 8), Share(5, of: 7), 0.034965), (Share(1, of: 4), Share(3, of: 4), 0.242857),
      (Share(0, of: 4), Share(4, of: 4), 0.014286),
    ] { #expect(near(BeforeAfter.moved(a, b), wanted)) }
    #expect(BeforeAfter.moved(Share(0, of: 0), Share(1, of: 1)) == 1)
    #expect(BeforeAfter.moved(Share(2, of: 2), Share(0, of: 2)) == 1)
  }

  @Test func permutation() {
    #expect(near(BeforeAfter.rose([2, 2, 3], [3, 4, 4]), 0.1))
    #expect(near(BeforeAfter.rose([1, 2, 2, 3], [3, 4, 4, 5]), 0.028571))
    #expect(near(BeforeAfter.rose([2, 3, 2, 3, 2], [3, 3, 4]), 0.107143))
    #expect(BeforeAfter.rose([], [3]) == 1)
  }

  /// Against every arrangement, one by one.
  @Test func permutationCountsEveryArrangement() {
    var chance = Seeded(seed: 9)
    for _ in 0..<60 {
      let before = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
        Int.random(in: 1...5, using: &chance)
      }
      let after = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
        Int.random(in: 1...5, using: &chance)
      }
      let all = before + after
      var (asHigh, ways) = (0, 0)
      for bits in 0..<(1 << all.count) where bits.nonzeroBitCount == after.count {
        ways += 1
        let sum = all.indices.reduce(0) { $0 + (bits >> $1 & 1 == 1 ? all[$1] : 0) }
        if sum >= after.reduce(0, +) { asHigh += 1 }
      }
      #expect(near(BeforeAfter.rose(before, after), Double(asHigh) / Double(ways), 1e-12))
    }
  }

  @Test func signFlip() {
    #expect(near(BeforeAfter.leaned([1, 1, 2, 1, 3]), 1.0 / 32, 1e-12))
    #expect(near(BeforeAfter.leaned([1, -1]), 0.75, 1e-12))
    #expect(near(BeforeAfter.leaned([-2, -1, -1]), 1.0 / 8, 1e-12))
    #expect(BeforeAfter.leaned([]) == 1)
  }

  @Test func aTrendOverRounds() {
    for (count, wanted) in [(2, 1), (3, 0.3333), (4, 0.0833), (5, 0.0167), (6, 0.0028)] {
      let rising = (1...count).map(Double.init)
      #expect(near(BeforeAfter.trend(rising), wanted, 5e-5), "\(count)")
      #expect(near(BeforeAfter.trend(rising.reversed()), wanted, 5e-5), "\(count)")
    }
    #expect(BeforeAfter.rising([1, 2, 2, 3]) == 5 && BeforeAfter.rising([3, 2, 2, 1]) == -5)
    // Of the twelve orders of 1, 2, 2, 3 only that one and its mirror are as clear; of equal ones all are.
    #expect(near(BeforeAfter.trend([1, 2, 2, 3]), 2.0 / 12, 1e-12))
    #expect(BeforeAfter.trend([2, 2, 2]) == 1 && BeforeAfter.trend([]) == 1)
    #expect(BeforeAfter.trend([1]) == 1 && BeforeAfter.trend((1...8).map(Double.init)) == 1)
  }

  /// How long before the day the last review may lie, for nine of ten and for 85 of a hundred.
  @Test func theLastReviewBeforeTheDay() {
    for (stability, nine, less) in [(2.3065, 2.31, 4.40), (10.964, 10.96, 20.90)] {
      let memory = Recall.Memory(stability: stability, difficulty: 5)
      #expect(near(Recall.standard.days(until: 0.9, of: memory), nine, 5e-3))
      #expect(near(Recall.standard.days(until: 0.85, of: memory), less, 5e-3))
    }
  }

  @Test func theFloor() {
    for (a, b, wanted) in [
      (1, 3, 0.25), (2, 2, 0.1667), (3, 3, 0.05), (3, 4, 0.0286), (4, 4, 0.0143),
    ] { #expect(near(BeforeAfter.floor(a, b), wanted, 5e-5)) }
    #expect(
      BeforeAfter.floorWords(2, 2)
        == "With 2 interviews before and 2 after, even a clear difference could just be luck. "
        + "You'd need 4 and 4 to tell.")
    #expect(
      BeforeAfter.floorWords(1, 0).hasPrefix("With 1 interview before and 0 after, even a"))
    #expect(
      BeforeAfter.floorWords(4, 4)
        == "With 4 interviews before and 4 after, you could tell a clear difference from luck.")
    // No result is rarer than the floor, and what is named as enough is.
    for a in 1...8 {
      for b in 1...8 {
        #expect(
          BeforeAfter.moved(Share(0, of: a), Share(b, of: b)) >= BeforeAfter.floor(a, b) - 1e-12)
        let (c, d) = BeforeAfter.enough(a, b)
        #expect(c >= a && d >= 1 && BeforeAfter.floor(c, d) < BeforeAfter.told)
      }
    }
  }

  @Test func frequenciesAreSaidAloud() {
    #expect(Frequency.words(0.1) == "about 1 time in 10")
    #expect(Frequency.words(0.5) == "about 1 time in 2")
    #expect(Frequency.words(0.7) == "more than 1 time in 2")
    #expect(Frequency.words(0) == "less than 1 time in 1,000")
    #expect(Frequency.words(1e-9) == "less than 1 time in 1,000")
  }
}

/// When an answer has faded so far: the program asks for the chance on a day, other programs say the day.
extension Recall {
  /// After how many days, not rounded, the chance has come down to `wanted` (above 0, at most 1).
  func days(until wanted: Double, of memory: Memory) -> Double {
    memory.stability / factor * (Maths.pow(wanted, 1 / decay) - 1)
  }

  /// The same in whole days, one or more.
  func interval(until wanted: Double, of memory: Memory) -> Int {
    max(1, Int(min(days(until: wanted, of: memory), 1e9).rounded(.toNearestOrAwayFromZero)))
  }
}
