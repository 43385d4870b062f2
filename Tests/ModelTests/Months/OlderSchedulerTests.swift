import TestSupport
import Testing

@testable import DebriefModel

/// The memory against an older scheduler, SM-2, which is not shipped: what its cards are worth in FSRS-6, and that
/// both lean the same way.
@Suite(.timed) struct OlderSchedulerTests {
  private func near(_ a: Double, _ b: Double, _ off: Double) -> Bool { abs(a - b) <= off }

  /// SM-2 (Wozniak 1990), with the factor from before a review for the interval after it.
  private struct Older {
    var ease = 2.5
    var interval = 0
    var inRow = 0

    mutating func review(_ quality: Int) {
      let before = ease
      let off = Double(5 - quality)
      ease = max(1.3, ease + 0.1 - off * (0.08 + off * 0.02))
      guard quality >= 3 else {
        (inRow, interval) = (0, 1)
        return
      }
      inRow += 1
      interval =
        switch inRow {
        case 1: 1
        case 2: 6
        default: Int((Double(interval) * before - 1e-9).rounded(.up))
        }
    }
  }

  @Test(
    arguments: [
      ([5, 5, 5, 5], [1, 6, 17, 48], [2.6, 2.7, 2.8, 2.9]),
      ([4, 4, 4, 4], [1, 6, 15, 38], [2.5, 2.5, 2.5, 2.5]),
      ([5, 4, 2, 4, 5], [1, 6, 1, 1, 6], [2.6, 2.6, 2.28, 2.28, 2.38]),
    ] as [([Int], [Int], [Double])])
  func itsOwnNumbers(_ qualities: [Int], _ intervals: [Int], _ eases: [Double]) {
    var it = Older()
    for (at, quality) in qualities.enumerated() {
      it.review(quality)
      #expect(it.interval == intervals[at] && near(it.ease, eases[at], 1e-9), "\(at)")
    }
  }

  /// A card of SM-2 with an ease, an interval and the chance it is kept at, as fsrs-rs takes it over: its interval is
  /// that of the memory, and one good answer on its day makes it last longer by the ease.
  @Test(
    arguments: [
      (2.5, 10, 0.9, 10.0, 6.9140563), (2.5, 10, 0.8, 3.01572, 9.393428),
      (2.5, 10, 0.95, 24.841097, 1.2974405),
    ] as [(Double, Int, Double, Double, Double)])
  func itsCardsAreTakenOver(
    _ ease: Double, _ interval: Int, _ kept: Double, _ stability: Double, _ difficulty: Double
  ) {
    let recall = Recall.standard
    let memory = Recall.Memory(stability: stability, difficulty: difficulty)
    #expect(near(recall.days(until: kept, of: memory), Double(interval), 1e-4))
    let next = recall.next(memory, .good, after: interval)
    #expect(near(next.stability / stability, ease, 1e-5))
  }

  /// What would have to be harder than the hardest is taken over as the hardest, and lasts longer by a little more.
  @Test func theHardestIsTheHardest() {
    let memory = Recall.Memory(stability: 20, difficulty: 10)
    #expect(near(Recall.standard.days(until: 0.9, of: memory), 20, 1e-9))
    let next = Recall.standard.next(memory, .good, after: 20)
    #expect(next.stability / 20 > 1.3 && near(next.stability / 20, 1.327075, 1e-6))
  }

  /// Answers that came put a card off further each time, one that didn't brings it back: by both.
  @Test func bothLeanTheSameWay() {
    let grades: [(Recall.Grade, Int)] = [(.again, 2), (.hard, 3), (.good, 4), (.easy, 5)]
    var chance = Seeded(seed: 6)
    for _ in 0..<200 {
      var older = Older()
      older.review(4)
      var memory = Recall.standard.first(.good)
      for _ in 0..<8 {
        let (grade, quality) = grades.randomElement(using: &chance)!
        let (was, due) = (older.interval, Recall.standard.interval(until: 0.9, of: memory))
        older.review(quality)
        memory = Recall.standard.next(memory, grade, after: due)
        let next = Recall.standard.interval(until: 0.9, of: memory)
        if grade == .again {
          #expect(older.interval <= was && next <= due)
        } else {
          #expect(older.interval >= was && next >= due)
        }
      }
    }
  }
}
