/// What happened before and after a change to try: the day of a change is known, so both sides are known, too.
/// It says what went with it and what chance alone would do, and never that it was the change.
public struct ChangeRecord: Hashable, Sendable {
  /// A round on one side of it.
  public struct Round: Hashable, Sendable {
    /// The application.
    public var application: ID
    /// Its company.
    public var company: String
    /// The day of the round.
    public var day: Day
    /// Whether it went on after it; nil while that is open.
    public var wentOn: Bool?
    /// The ratings of its answers.
    public var ratings: [Int]
    /// Those of the answers it touches: to questions that share words with the moment it is for.
    public var touched: [Int]
    /// Whether a weakness of the same kind was noted for its application.
    public var hasWeakness: Bool
  }

  /// The rounds before it.
  public private(set) var before: [Round] = []
  /// The rounds from its day on.
  public private(set) var after: [Round] = []
  private let area: Area
  private let cue: Set<String>
  private let day: Day
  private let own: ID
  private let now: Moment
  private let patience: Patience
  /// So many rounds on each side are kept: further back says less.
  public static let most = 20

  /// Begins with a change.
  public init(_ change: Improvement, now: Moment, patience: Patience) {
    (area, own, day) = (change.area, change.application, change.recorded.day)
    cue = AskedQuestions.words(change.place.trimmed.isEmpty ? change.what : change.place)
    (self.now, self.patience) = (now, patience)
  }

  /// Takes the rounds of one application.
  public mutating func add(_ facts: MonthFacts) {
    let course = facts.course(now: now, patience)
    let held = facts.rounds.filter { $0.ledger.standing(now: now) == .held }
    for (place, round) in held.enumerated() {
      guard let start = round.start?.day else { continue }
      let rated = facts.turns.filter {
        $0.interview == round.id && $0.asker == .them && $0.rating != nil
      }
      let it = Round(
        application: facts.id, company: facts.company, day: start,
        wentOn: course.wentOn(after: place + 1),
        ratings: rated.compactMap(\.rating),
        touched: rated.filter { touches($0.question) }.compactMap(\.rating),
        hasWeakness: facts.findings.contains { $0.kind == .weakness && $0.area == area })
      if start < day || facts.id == own { before.append(it) } else { after.append(it) }
    }
    before = ChangeRecord.latest(before)
    after = ChangeRecord.latest(after)
  }

  /// Whether a question is one of those the change is for: two words of the moment it names, or the only one.
  private func touches(_ question: String) -> Bool {
    let common = cue.intersection(AskedQuestions.words(question)).count
    return common >= min(2, max(1, cue.count))
  }

  private static func latest(_ all: [Round]) -> [Round] {
    let sorted = all.sorted { ($0.day, $0.application) < ($1.day, $1.application) }
    return Array(sorted.suffix(most))
  }

  private static func moved(_ rounds: [Round]) -> Share {
    let known = rounds.compactMap(\.wentOn)
    return Share(known.count { $0 }, of: known.count)
  }

  /// What there is to say, the floor first: what can be known at all.
  public var sentences: [String] {
    let (b, a) = (ChangeRecord.moved(before), ChangeRecord.moved(after))
    var lines = [BeforeAfter.floorWords(b.of, a.of)]
    if b.of > 0 || a.of > 0 {
      lines.append("Before, you made it past \(b.full("interviews")). Since then, \(a.full).")
    }
    let open = after.count { $0.wentOn == nil }
    if open > 0 { lines.append("\(Counted.interviews(open)) still open: not counted yet.") }
    if b.of >= 1, a.of >= 1, a.value > b.value, b.of + a.of >= 2 * Share.pattern {
      lines.append(
        "By chance alone, a result at least this good happens \(Frequency.words(BeforeAfter.moved(b, a)))."
      )
    }
    let (old, new) = (before.flatMap(\.ratings), after.flatMap(\.ratings))
    let touched = (before.flatMap(\.touched), after.flatMap(\.touched))
    // Where all answers are such, they are said once.
    if touched.0.count < old.count || touched.1.count < new.count {
      lines += ChangeRecord.rated("Answers to questions like that one", touched.0, touched.1)
    }
    lines += ChangeRecord.rated("Your answers", old, new)
    if let trend { lines.append(trend) }
    let again = Share(
      Set(after.filter(\.hasWeakness).map(\.application)).count,
      of: Set(after.map(\.application)).count)
    if again.of > 0 {
      lines.append(
        again.count == 0
          ? "Since then, you've noted no weakness in \(area.label): 0 of \(again.of) applications."
          : "A weakness in \(area.label) came up again in \(again.counted("applications")) since.")
    }
    return lines
  }

  /// How answers were rated before and since, and what chance alone does of a rise; nothing where either has none.
  private static func rated(_ what: String, _ old: [Int], _ new: [Int]) -> [String] {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    var lines = [
      "\(what): \(mean(old)) on average before (\(old.count)), \(mean(new)) since (\(new.count))."
    ]
    if old.count >= Share.pattern, new.count >= Share.pattern, old.count + new.count <= 60,
      Double(new.reduce(0, +)) / Double(new.count) > Double(old.reduce(0, +)) / Double(old.count)
    {
      lines.append(
        "By chance alone, a rise like this happens \(Frequency.words(BeforeAfter.rose(old, new))).")
    }
    return lines
  }

  /// The fewest rounds since that a trend is told of: below that no order is rare enough.
  static let fewestInTrend = 4

  /// That the ratings have risen from round to round since, where they did so clearly; nil otherwise.
  private var trend: String? {
    let means = after.map(\.ratings).filter { !$0.isEmpty }.suffix(BeforeAfter.mostInTrend).map {
      Double($0.reduce(0, +)) / Double($0.count)
    }
    guard means.count >= ChangeRecord.fewestInTrend, BeforeAfter.rising(means) > 0 else {
      return nil
    }
    let chance = BeforeAfter.trend(means)
    guard chance <= ChangeRecord.clear else { return nil }
    let list = means.map(Months.decimal).joined(separator: ", ")
    return "Since then, your ratings have gone \(list) from one interview to the next. By chance "
      + "alone, a rise or fall this clear happens \(Frequency.words(chance))."
  }

  /// From this frequency down a trend is clear enough to be told of: four values in order are.
  private static let clear = 0.1

  private static func mean(_ all: [Int]) -> String {
    Months.decimal(Double(all.reduce(0, +)) / Double(all.count))
  }
}
