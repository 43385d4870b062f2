/// How well an answer is remembered, by FSRS-6 (LOOP.md): a memory has a stability, the days after which
/// nine of ten are still there, and a difficulty. The weights are those published and are never fitted: a
/// person who looks for work makes too few reviews for that.
public struct Recall: Hashable, Sendable {
  /// How an answer came.
  public enum Grade: String, FieldChoice {
    case again, hard, good, easy

    /// 1 to 4, as the formulas count them.
    var number: Int { (Grade.allCases.firstIndex(of: self) ?? 0) + 1 }
  }

  /// What is left of an answer after its last review.
  public struct Memory: Hashable, Sendable {
    /// Days after which nine of ten such answers are still there; 0.001 or more.
    public var stability: Double
    /// 1, easy, to 10.
    public var difficulty: Double

    /// Makes one.
    public init(stability: Double, difficulty: Double) {
      self.stability = stability
      self.difficulty = difficulty
    }
  }

  /// The weights w0 to w20.
  public let weights: [Double]
  /// The exponent of forgetting.
  let decay: Double
  /// What makes a probability of 0.9 out of one stability.
  public let factor: Double

  /// The published weights.
  public static let published: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]
  /// With the published weights.
  public static let standard = Recall(weights: published)

  /// With weights of one's own, of which there are 21.
  init(weights: [Double]) {
    self.weights = weights
    decay = -weights[20]
    factor = Maths.pow(0.9, 1 / decay) - 1
  }

  /// How likely it is that an answer is there so many days after its last review: 0 to 1, never more
  /// after more days.
  public func chance(after days: Double, of memory: Memory) -> Double {
    Maths.pow(1 + factor * max(0, days) / memory.stability, decay)
  }

  /// The memory after a first review.
  public func first(_ grade: Grade) -> Memory {
    Memory(
      stability: max(0.001, weights[grade.number - 1]),
      difficulty: clamped(firstDifficulty(grade.number)))
  }

  /// The memory after one more review, so many days after the one before; 0 for the same day.
  public func next(_ memory: Memory, _ grade: Grade, after days: Int) -> Memory {
    let chance = chance(after: Double(days), of: memory)
    let stability =
      days < 1
      ? sameDay(memory, grade)
      : grade == .again ? lapsed(memory, chance) : kept(memory, grade, chance)
    return Memory(
      stability: max(0.001, stability), difficulty: nextDifficulty(memory.difficulty, grade.number))
  }

  /// The memory that a history leaves; nil without one. Days that go back count as the same day.
  public func memory(_ history: [(day: Day, grade: Grade)]) -> Memory? {
    guard let start = history.first else { return nil }
    var (memory, last) = (first(start.grade), start.day)
    for it in history.dropFirst() {
      memory = next(memory, it.grade, after: max(0, last.days(to: it.day)))
      last = max(last, it.day)
    }
    return memory
  }

  // MARK: The parts

  private func firstDifficulty(_ grade: Int) -> Double {
    weights[4] - Maths.exp(weights[5] * Double(grade - 1)) + 1
  }

  private func clamped(_ difficulty: Double) -> Double { min(10, max(1, difficulty)) }

  private func nextDifficulty(_ difficulty: Double, _ grade: Int) -> Double {
    let step = -weights[6] * Double(grade - 3)
    let damped = difficulty + (10 - difficulty) * step / 9
    return clamped(weights[7] * firstDifficulty(4) + (1 - weights[7]) * damped)
  }

  private func kept(_ memory: Memory, _ grade: Grade, _ chance: Double) -> Double {
    let growth =
      Maths.exp(weights[8]) * (11 - memory.difficulty) * Maths.pow(memory.stability, -weights[9])
      * (Maths.exp((1 - chance) * weights[10]) - 1)
    let hard = grade == .hard ? weights[15] : 1
    let easy = grade == .easy ? weights[16] : 1
    return memory.stability * (1 + growth * hard * easy)
  }

  private func lapsed(_ memory: Memory, _ chance: Double) -> Double {
    let long =
      weights[11] * Maths.pow(memory.difficulty, -weights[12])
      * (Maths.pow(memory.stability + 1, weights[13]) - 1) * Maths.exp((1 - chance) * weights[14])
    return min(long, memory.stability / Maths.exp(weights[17] * weights[18]))
  }

  private func sameDay(_ memory: Memory, _ grade: Grade) -> Double {
    let growth =
      Maths.exp(weights[17] * (Double(grade.number - 3) + weights[18]))
      * Maths.pow(memory.stability, -weights[19])
    return memory.stability * (grade.number >= 3 ? max(1, growth) : growth)
  }
}
