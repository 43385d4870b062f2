/// How predictions met what happened (Brier 1950, Murphy 1973; LOOP.md). It scores the predictions, not the
/// person.
public struct ForecastScore: Hashable, Sendable {
  /// One prediction whose outcome is known.
  public struct Case: Hashable, Sendable {
    /// The chance that was predicted, 0 to 1.
    public var chance: Double
    /// Whether it came true.
    public var came: Bool

    /// Makes one.
    public init(_ chance: Double, _ came: Bool) {
      self.chance = chance
      self.came = came
    }
  }

  /// How many.
  public let count: Int
  /// How many of them came true.
  public let came: Int
  /// What was predicted on average, 0 to 1.
  public let average: Double
  /// The mean squared distance between prediction and outcome: 0 is perfect, 1 is always wrong.
  public let brier: Double
  /// How far what was predicted lies above what came: above 0 hopeful, below 0 gloomy.
  public let bias: Double
  /// How far predictions of one number lie from what came of them.
  public let reliability: Double
  /// How well they tell cases apart.
  public let resolution: Double
  /// How uncertain the outcomes are by themselves.
  public let uncertainty: Double
  /// How often a total as low as this, or lower, comes of such predictions if they are right.
  public let chanceOfSoFew: Double
  /// How often a total as high as this, or higher, does.
  public let chanceOfSoMany: Double
  /// How sure the predictions were, against what came of them (Spiegelhalter 1986): above 0 they were surer than
  /// that, below 0 not sure enough. nil where each was one half, which says nothing either way.
  public let sureness: Double?
  /// How often predictions that are right lie as far off in that direction; 1 where ``sureness`` is nil.
  public let chanceOfSoSure: Double

  /// Scores; nil without a case. The parts are taken over predictions of one number, so that
  /// `brier == reliability − resolution + uncertainty`.
  public init?(_ cases: [Case]) {
    guard !cases.isEmpty else { return nil }
    let n = Double(cases.count)
    let came = cases.count { $0.came }
    let rate = Double(came) / n
    var groups: [Double: (all: Int, came: Int)] = [:]
    var squares = 0.0
    for it in cases {
      let off = it.chance - (it.came ? 1 : 0)
      squares += off * off
      groups[it.chance, default: (0, 0)].all += 1
      if it.came { groups[it.chance, default: (0, 0)].came += 1 }
    }
    var (reliability, resolution) = (0.0, 0.0)
    for (chance, group) in groups.sorted(by: { $0.key < $1.key }) {
      let share = Double(group.came) / Double(group.all)
      reliability += Double(group.all) * (chance - share) * (chance - share)
      resolution += Double(group.all) * (share - rate) * (share - rate)
    }
    count = cases.count
    self.came = came
    average = cases.reduce(0) { $0 + $1.chance } / n
    brier = squares / n
    bias = average - rate
    self.reliability = reliability / n
    self.resolution = resolution / n
    uncertainty = rate * (1 - rate)
    let odds = PoissonBinomial(cases.map(\.chance))
    chanceOfSoFew = odds.atMost(came)
    chanceOfSoMany = odds.atLeast(came)
    let pull = Pull(cases)
    (sureness, chanceOfSoSure) = (pull.sureness, pull.chance)
  }

  /// How much better they are than to predict one's own rate every time, 1 at best; nil where all came or
  /// none did.
  public var skill: Double? { uncertainty > 0 ? 1 - brier / uncertainty : nil }

  /// How often chance alone does what happened, in the direction it went.
  public var chanceAlone: Double { bias >= 0 ? chanceOfSoFew : chanceOfSoMany }
}

extension ForecastScore {
  /// Which way each outcome pulls: one that was called unlikely and came true pulls up by how unlikely, one that
  /// was called likely pulls down. Predictions are in percent, so the pulls are whole numbers, and how often
  /// chance alone pulls as far is counted exactly.
  private struct Pull {
    var sureness: Double?
    var chance = 1.0

    init(_ cases: [Case]) {
      let pulls = cases.map { 100 - Int((200 * min(1, max(0, $0.chance))).rounded()) }
      var (off, spread, came) = (0.0, 0.0, 0)
      for (it, pull) in zip(cases, pulls) {
        let share = Double(pull) / 100
        off += ((it.came ? 1 : 0) - it.chance) * share
        spread += share * share * it.chance * (1 - it.chance)
        if it.came { came += pull }
      }
      guard spread > 0 else { return }
      sureness = off / spread.squareRoot()
      let least = pulls.reduce(0) { $0 + min(0, $1) }
      var ways = Array(repeating: 0.0, count: pulls.reduce(0) { $0 + abs($1) } + 1)
      ways[-least] = 1
      var reached = -least ... -least
      for (it, pull) in zip(cases, pulls) where pull != 0 {
        let p = min(1, max(0, it.chance))
        var next = Array(repeating: 0.0, count: ways.count)
        for at in reached where ways[at] > 0 {
          next[at] += ways[at] * (1 - p)
          next[at + pull] += ways[at] * p
        }
        reached = reached.lowerBound + min(0, pull)...reached.upperBound + max(0, pull)
        ways = next
      }
      let at = came - least
      chance = min(1, (off >= 0 ? ways[at...] : ways[...at]).reduce(0, +))
    }
  }
}

/// How many of some independent events happen, each with a chance of its own: exact, without any normal
/// curve.
public struct PoissonBinomial: Hashable, Sendable {
  /// The chance of none, of one, of two …
  public let chances: [Double]

  /// Works it out.
  public init(_ single: [Double]) {
    var all = [1.0]
    for p in single {
      let p = min(1, max(0, p))
      all.append(0)
      for i in all.indices.reversed() { all[i] = all[i] * (1 - p) + (i > 0 ? all[i - 1] * p : 0) }
    }
    chances = all
  }

  /// The chance of so many or fewer.
  public func atMost(_ count: Int) -> Double {
    min(1, chances.prefix(max(0, count + 1)).reduce(0, +))
  }

  /// The chance of so many or more.
  public func atLeast(_ count: Int) -> Double {
    min(1, chances.dropFirst(max(0, count)).reduce(0, +))
  }
}
