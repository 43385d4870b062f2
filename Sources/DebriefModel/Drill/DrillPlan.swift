/// Which cards are practiced on which day (LOOP.md): towards the day of the next interview, so that each is
/// likely enough to be there on that day; without a day, whenever nine of ten would still be there. The same
/// cards, reviews and day give the same plan.
public struct DrillPlan: Hashable, Sendable {
  /// One day of it.
  public struct Day: Hashable, Sendable {
    /// The day.
    public var day: DebriefModel.Day
    /// The cards, the most urgent first.
    public var cards: [DrillCard.Key]
  }

  /// How likely each answer is to be there on the day of the interview.
  public static let wanted = 0.85
  /// From how likely on a card rests when there is no day.
  public static let kept = 0.9
  /// The most cards of one day.
  public static let most = 12
  /// How many days are shown where there is no interview.
  public static let ahead = 7
  /// The furthest day of an interview that is planned for.
  public static let furthest = 120

  /// The day it starts.
  public let today: DebriefModel.Day
  /// The day of the interview; nil for none.
  public let target: DebriefModel.Day?
  /// The days on which there is something to do, today first.
  public private(set) var days: [Day] = []
  /// How likely each card is there on the day of the interview, or today, by what was practiced so far.
  public private(set) var chances: [DrillCard.Key: Double] = [:]
  /// The cards that will not be ready in time, however they are practiced.
  public private(set) var late: [DrillCard.Key] = []

  /// What is to be done today.
  public var now: [DrillCard.Key] { days.first { $0.day == today }?.cards ?? [] }
  /// How many cards are ready.
  public var ready: Int {
    chances.values.count { $0 >= (target == nil ? DrillPlan.kept : DrillPlan.wanted) }
  }
  /// How many there are.
  public var total: Int { chances.count }
  /// How many answers one can expect to have at hand: the sum of the chances.
  public var expected: Double { chances.values.sorted().reduce(0, +) }

  /// A card as it moves through the plan.
  private struct State {
    var key: DrillCard.Key
    var memory: Recall.Memory?
    var last: DebriefModel.Day?
    /// How often it was looked at on the first day.
    var looks: Int
    /// Whether the last look of that day missed.
    var missed: Bool
    /// Whether it is from another application than the one the interview is for.
    var isElsewhere: Bool

    func chance(on day: DebriefModel.Day) -> Double {
      guard let memory, let last else { return 0 }
      return Recall.standard.chance(after: Double(last.days(to: day)), of: memory)
    }

    /// What a good answer on a day would make of it.
    func practiced(on day: DebriefModel.Day) -> State {
      var next = self
      next.memory =
        memory.map { Recall.standard.next($0, .good, after: max(0, last?.days(to: day) ?? 0)) }
        ?? Recall.standard.first(.good)
      next.last = last.map { max($0, day) } ?? day
      next.missed = false
      return next
    }
  }

  /// Plans.
  ///
  /// - Parameter application: The one the interview is for: of two cards that need it as much, its own comes first,
  ///   so that it is not what is left out where time is short.
  public init(
    _ cards: [DrillCard], today: DebriefModel.Day, target wanted: DebriefModel.Day?,
    for application: ID? = nil
  ) {
    self.today = today
    target = wanted.flatMap {
      (0...DrillPlan.furthest).contains(today.days(to: $0)) ? $0 : nil
    }
    var states = cards.map { card in
      let looks = card.reviews.filter { $0.day == today }
      return State(
        key: card.key, memory: card.memory, last: card.last.map { min($0, today) },
        looks: looks.count, missed: looks.last?.grade == .again,
        isElsewhere: card.application != application)
    }.sorted { $0.key < $1.key }
    for it in states { chances[it.key] = it.chance(on: target ?? today) }
    // On the day itself there is still the morning.
    let last = target.map { $0 == today ? today : $0.adding(days: -1) }
    let end = last ?? today.adding(days: DrillPlan.ahead - 1)
    var day = today
    while day <= end {
      var room = DrillPlan.most
      if day == today { room -= states.count { $0.looks > 0 } }
      let due = states.indices.filter { isDue(states[$0], on: day, last: end) }
        .sorted { a, b in
          let (x, y) = (states[a].chance(on: target ?? day), states[b].chance(on: target ?? day))
          if x != y { return x < y }
          if states[a].isElsewhere != states[b].isElsewhere { return states[b].isElsewhere }
          return states[a].key < states[b].key
        }
      // What was looked at today is counted already.
      var chosen: [Int] = []
      for i in due {
        if day == today, states[i].looks > 0 {
          chosen.append(i)
        } else if room > 0 {
          chosen.append(i)
          room -= 1
        }
      }
      if !chosen.isEmpty { days.append(Day(day: day, cards: chosen.map { states[$0].key })) }
      for i in chosen { states[i] = states[i].practiced(on: day) }
      day = day.adding(days: 1)
    }
    if let target {
      late = states.filter { $0.chance(on: target) < DrillPlan.wanted }.map(\.key)
    }
  }

  /// Whether a card is to be practiced on a day.
  private func isDue(_ it: State, on day: DebriefModel.Day, last: DebriefModel.Day) -> Bool {
    if day == today, it.looks > 0 { return it.missed && it.looks < 3 }
    guard it.memory != nil else { return true }
    guard let target else { return it.chance(on: day) <= DrillPlan.kept }
    if it.chance(on: target) >= DrillPlan.wanted { return false }
    // When nine of ten are still there it may rest, as long as there is another day for it.
    if it.chance(on: day) <= DrillPlan.kept { return true }
    return it.practiced(on: day).chance(on: target) >= DrillPlan.wanted
      && day.days(to: last) <= DrillPlan.close
  }

  /// So many days before the last one all that is not ready comes up, few on each.
  private static let close = 3
}

/// The cards there are, and the interview they are for.
public struct DrillDeck: Hashable, Sendable {
  /// The cards.
  public var cards: [DrillCard]
  /// The application whose interview comes next; nil without one.
  public var application: ID?
  /// Its company.
  public var company = ""
  /// The day of the interview.
  public var target: Day?
  /// The day of an interview that is too far away to plan for; nil otherwise.
  public private(set) var distant: Day?
  /// Whether older cards of a kind were left out.
  public var isCut = false
  /// The plan.
  public let plan: DrillPlan

  /// Plans the cards.
  public init(
    _ cards: [DrillCard], application: ID? = nil, company: String = "", target: Day? = nil,
    today: Day
  ) {
    plan = DrillPlan(cards, today: today, target: target, for: application)
    self.cards = cards
    (self.application, self.company) = (application, company)
    self.target = plan.target
    if plan.target == nil, let target, target > today { distant = target }
  }

  /// The card of a name.
  public func card(_ key: DrillCard.Key) -> DrillCard? { cards.first { $0.key == key } }

  /// `7 of 9 practice cards ready for Thursday`; without an interview `7 of 9 practice cards still fresh`. Cards
  /// are more than answers, and none of what is counted as ready for an interview. Empty without cards.
  public func words(today: Day) -> String {
    guard plan.total > 0 else { return "" }
    let ready = "\(plan.ready) of \(Counted.things(plan.total, "practice card"))"
    guard let target else { return "\(ready) still fresh" }
    let when =
      switch today.days(to: target) {
      case 0: "today"
      case 1: "tomorrow"
      case 2...6: target.weekdayName
      default: target.short(today: today)
      }
    return "\(ready) ready for \(when)"
  }
}
