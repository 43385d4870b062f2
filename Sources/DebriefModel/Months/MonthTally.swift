/// Counts the figures over months, one application after another. What is running is no failure and stands
/// apart; a fact that was written down late weighs half (A11).
public struct MonthTally {
  /// What a row has counted.
  struct Count {
    /// Those that are known to count.
    var hits = 0
    /// All that are decided.
    var all = 0
    /// Those that are still open.
    var running = 0
    /// A sum over them: of ratings, of weights in halves.
    var sum = 0
    /// How many of them were written down late.
    var late = 0
    /// The ratings, for where chance is asked.
    var values: [Int] = []

    /// Counts one more; `counts` is nil while it is open.
    mutating func take(_ counts: Bool?, _ value: Int, late isLate: Bool) {
      guard let counts else {
        running += 1
        return
      }
      all += 1
      if counts { hits += 1 }
      sum += value
      if isLate { late += 1 }
    }

    var share: Share { Share(hits, of: all) }
    /// The share in words, with what is open in mind.
    func full(_ things: String = "") -> String { share.full(things, open: running) }
    /// The mean of ``sum``, of those that are decided.
    var mean: Double? { all > 0 ? Double(sum) / Double(all) : nil }
  }

  /// A prediction and what became of it.
  struct Guess {
    var id: ID
    var name: String
    var chance: Int
    var sealed: Moment
    var came: Bool?
  }

  let window: MonthWindow
  let now: Moment
  let patience: Patience
  /// The row whose facts are kept; nil while figures are wanted only.
  let wanted: MonthKey?
  private let first: Day?

  var counts: [MonthKey: Count] = [:]
  private(set) var guesses: [Guess] = []
  private(set) var pays: [(id: ID, name: String, day: Day, text: String)] = []
  private(set) var lessons: [(id: ID, name: String, day: Day, text: String)] = []
  /// Industries, by the requirement they asked for.
  private(set) var industries: [String: Set<String>] = [:]
  private var facts: [MonthFact] = []
  private var byResume: [String: [MonthFact]] = [:]
  /// How many applications name each version of the résumé.
  private(set) var named: [String: Int] = [:]
  /// How many applications fall into the window.
  public private(set) var applications = 0
  /// How many of them are still running.
  public private(set) var running = 0
  /// The mood before, and after, all debriefs.
  private(set) var moods = (before: 0, after: 0, count: 0)

  /// How each example that was told begins, by its words in small letters.
  var examples: [String: String] = [:]

  // Of the application that is being counted.
  private(set) var it = MonthFacts(
    ID(""), created: Day(number: 0), ledger: Ledger(events: [], interviews: []))
  private var course: MonthFacts.Course
  private var name = ""

  /// How many of the latest lessons and gaps in pay are shown.
  static let latest = 40

  /// Begins to count.
  ///
  /// - Parameter wanted: The row whose facts are kept, too.
  public init(_ window: MonthWindow, now: Moment, patience: Patience, wanted: MonthKey? = nil) {
    (self.window, self.now, self.patience, self.wanted) = (window, now, patience, wanted)
    first = window.start(today: now.day)
    course = it.course(now: now, patience)
  }

  /// Counts one application.
  public mutating func add(_ facts: MonthFacts) {
    let day = facts.day
    if let first, day < first { return }
    it = facts
    course = facts.course(now: now, patience)
    name = JobName.joined(facts.company, facts.role)
    applications += 1
    if !course.isDecided, !course.isWithdrawn { running += 1 }
    addCourse()
    addFindings()
    addAnswers()
    addTurns()
    addForecasts()
    addAsks()
    addSent()
    addPrepared()
    addTexts(day)
  }

  // MARK: Counting one thing

  /// Counts one; `counts` is nil while it is open.
  mutating func note(
    _ key: MonthKey, _ counts: Bool?, value: Int = 0, late: Bool = false,
    at place: VerdictReasons.Place? = nil, _ text: (MonthTally) -> String
  ) {
    self.counts[key, default: Count()].take(counts, value, late: late)
    var counts = counts
    var isWanted = key == wanted
    // A row of an area shows both its sides, and what went well is what it counts.
    if case .area(let mine, let kind) = key, case .area(let asked, _)? = wanted, mine == asked {
      (isWanted, counts) = (true, kind == .strength)
    }
    // That of a reason shows whoever saw it.
    if case .reason(let mine, _) = key, case .reason(mine, _)? = wanted { isWanted = true }
    guard isWanted else { return }
    facts.append(
      MonthFact(
        application: it.id, name: name, day: it.day, text: text(self), counts: counts, place: place)
    )
  }

  private var said: String { course.status.outcome.said(today: now.day) }

  // MARK: Rounds, résumés

  private mutating func addCourse() {
    let reached = course.held > 0 ? true : course.isDecided ? false : nil
    func known(_ value: Bool?) -> Bool? { course.isWithdrawn && value == nil ? nil : value }
    // What the user took back counts for neither, and does not run either.
    func runs(_ value: Bool?) -> Bool { value != nil || !course.isWithdrawn }
    if runs(reached) { note(.step(0), known(reached), { $0.said }) }
    if course.held > 0 {
      for round in 1...course.held {
        let on = course.wentOn(after: round)
        if runs(on) { note(.step(round), on, { $0.said }) }
      }
    }
    let offered: Bool? = course.isOffered ? true : course.isDecided ? false : nil
    if runs(offered) { note(.offer, offered, { $0.said }) }
    if !it.resume.isEmpty { named[it.resume, default: 0] += 1 }
    if !it.resume.isEmpty, runs(reached) {
      note(.resume(it.resume), reached, { $0.said })
      noteTailored(reached)
    }
    if let hasCover = it.hasCover, runs(reached) {
      note(.cover(hasCover), reached, { $0.said })
      if !it.cover.isEmpty { note(.coverVersion(it.cover), reached, { $0.said }) }
    }
    if let picked = it.picked, runs(reached) { note(.picked(picked), reached, { $0.said }) }
    if let glad = it.glad { note(.glad, glad, { _ in glad ? "for the best" : "not for the best" }) }
    if it.ledger.entries.contains(where: { $0.kind == .refused || $0.kind == .silent }) {
      let back = it.ledger.entries.contains { $0.kind == .reopened }
      note(.reopened, back, { back ? "reopened" : $0.said })
    }
    if course.held > 0, let on = course.wentOn {
      let share = it.research(now: now)
      note(
        .research(share >= MonthFacts.researched), on,
        { "\(share) of \(PreparationRules.Prompt.allCases.count) researched, \($0.said)" })
    }
  }

  /// Whether a version was made for one job alone is known only once all are counted.
  private mutating func noteTailored(_ reached: Bool?) {
    guard case .tailored? = wanted else { return }
    byResume[it.resume, default: []].append(
      MonthFact(application: it.id, name: name, day: it.day, text: said, counts: reached))
  }

  /// The facts behind the row that is wanted, the latest first.
  public var found: [MonthFact] {
    var all = facts
    if case .tailored(let isOne)? = wanted {
      all = byResume.filter { (named[$0.key] == 1) == isOne }.flatMap(\.value)
    }
    return all.sorted { ($1.day, $0.application, $0.text) < ($0.day, $1.application, $1.text) }
  }

  // MARK: Findings

  private mutating func addFindings() {
    var carried: Set<Area> = []
    var seen: [String: (you: Bool, they: Bool)] = [:]
    var late: [String: (all: Bool, one: ID, text: String)] = [:]
    for finding in it.findings {
      let isLate = it.isLate(finding)
      note(.late, isLate, at: .finding(finding.id), { _ in finding.statement })
      guard finding.kind != .outside else { continue }
      if let area = finding.area {
        note(
          .area(area, finding.kind), true, value: finding.weight * (isLate ? 1 : 2), late: isLate,
          at: .finding(finding.id), { _ in finding.statement })
      }
      if finding.kind == .strength {
        if let area = finding.area { carried.insert(area) }
        continue
      }
      let reason = finding.reason
      let what = reason.isEmpty ? finding.area.map { "/" + $0.rawValue } : reason
      if let what {
        let before = late[what]
        late[what] = (
          (before?.all ?? true) && isLate, before?.one ?? finding.id,
          before?.text ?? finding.statement
        )
      }
      if !reason.isEmpty {
        let told = finding.tier >= .stated
        let old = seen[reason] ?? (false, false)
        seen[reason] = (old.you || !told, old.they || told)
      }
    }
    for area in Area.allCases where carried.contains(area) {
      guard course.held > 0, let on = course.wentOn else { continue }
      note(.strength(area), on, { $0.said })
    }
    for (what, found) in late.sorted(by: { $0.key < $1.key }) {
      note(
        .weakness(what), true, value: found.all ? 1 : 2, late: found.all,
        at: .finding(found.one), { _ in found.text })
    }
    addSeen(&seen)
  }

  /// Who saw which reason, where they said anything at all.
  private mutating func addSeen(_ seen: inout [String: (you: Bool, they: Bool)]) {
    for ask in it.asks where ask.candour?.counts ?? true && ask.received != nil {
      for reason in ask.reasons { seen[reason] = (seen[reason]?.you ?? false, true) }
    }
    guard seen.values.contains(where: \.they) else { return }
    for (reason, who) in seen.sorted(by: { $0.key < $1.key }) {
      let key: MonthKey.Seen = who.they ? (who.you ? .both : .they) : .you
      note(.blind(key), true, { _ in reason })
      note(.reason(reason, key), true, { _ in key.label })
    }
  }

  // MARK: What was answered

  private mutating func addAnswers() {
    for mood in it.moods {
      let way: MonthKey.Direction =
        mood.end > mood.start ? .better : mood.end == mood.start ? .same : .lower
      moods = (moods.before + mood.start, moods.after + mood.end, moods.count + 1)
      note(.mood(way), true, { _ in "\(mood.start) before, \(mood.end) after" })
    }
    if let count = it.interruptions {
      let words =
        count == 0 ? "didn't interrupt" : "interrupted \(Counted.things(count, "time"))"
      note(.interrupted, count > 0, value: count, { _ in words })
    }
  }

  private mutating func addTurns() {
    var matched: Set<ID> = []
    let offDay = it.offDay
    for turn in it.turns {
      note(.late, it.isLate(turn), at: .turn(turn.id), { _ in turn.question })
      guard turn.asker == .them else { continue }
      if let rating = turn.rating {
        if let on = turn.interview.flatMap({ it.place(of: $0, now: now) })
          .map({ course.wentOn(after: $0) }) ?? course.wentOn
        {
          rate(.marks(wentOn: on), rating, turn)
        }
        if let delivery = turn.delivery { rate(.delivery(delivery), rating, turn) }
        if let offDay { rate(.offDay(offDay), rating, turn) }
      }
      if let delivery = turn.delivery, let reaction = turn.reaction {
        note(.interest(delivery), reaction == .interest, at: .turn(turn.id), { _ in turn.question })
      }
      if let preparation = turn.preparation { matched.insert(preparation) }
      addFair(turn)
    }
    addMatches(matched)
    addExamples()
  }

  mutating func rate(_ key: MonthKey, _ rating: Int, _ turn: MonthFacts.Said) {
    note(key, true, value: rating, at: .turn(turn.id), { _ in "\(rating) of 5: \(turn.question)" })
    counts[key]?.values.append(rating)
  }

  // MARK: Predictions and changes

  private mutating func addForecasts() {
    for guess in it.guesses {
      let place = it.place(of: guess.interview, now: now) ?? max(1, course.held)
      let came = course.wentOn(after: place)
      if came == nil, course.isWithdrawn { continue }
      guesses.append(
        Guess(
          id: guess.id, name: it.company, chance: guess.chance, sealed: guess.sealed, came: came)
      )
      note(.forecast(guess.id), came, { "you said \(guess.chance)%, \($0.said)" })
      note(.bin(MonthTally.bin(guess.chance)), came, { "you said \(guess.chance)%, \($0.said)" })
      if let felt = guess.felt {
        let word = Forecast.feeling(felt)
        note(.felt(MonthKey.Feeling(felt)), came, { "felt like it went \(word), \($0.said)" })
      }
    }
    for trial in it.trials { note(.change(trial.state), true, { _ in trial.what }) }
  }

  /// Which of three bins a chance belongs to.
  static func bin(_ chance: Int) -> Int { chance < 34 ? 0 : chance < 67 ? 1 : 2 }

  // MARK: Asking

  private mutating func addAsks() {
    for ask in it.asks {
      guard let came = MonthFacts.came(of: ask, today: now.day), let asked = ask.asked else {
        continue
      }
      let counts: Bool? = came == .waiting ? nil : came == .answer
      let who = ask.from.isEmpty ? "a request" : ask.from
      let text = "\(who), \(ask.channel.label)"
      note(.channel(ask.channel), counts, at: .feedback(ask.id), { _ in text })
      if let part = ask.part { note(.part(part), counts, at: .feedback(ask.id), { _ in text }) }
      if let days = it.waited(until: asked),
        let band = FollowThrough.bands.firstIndex(where: { $0.range.contains(days) })
      {
        note(.delay(band), counts, at: .feedback(ask.id), { _ in text })
      }
    }
  }

  private mutating func addSent() {
    for letter in it.letters where letter.kind != LetterKind.request.rawValue {
      let isWaiting = !letter.isAnswered && letter.on.adding(days: 14) >= now.day
      note(
        .letter(letter.kind), isWaiting ? nil : letter.isAnswered,
        { letter.on.short(today: $0.now.day) })
    }
  }

  // MARK: Preparation and texts

  private mutating func addPrepared() {
    guard !it.industry.isEmpty else { return }
    var own: Set<String> = []
    for entry in it.prepared where entry.kind == .requirement {
      let key = entry.text.lowercased().trimmed
      guard !key.isEmpty, own.insert(key).inserted else { continue }
      industries[key, default: []].insert(it.industry.lowercased().trimmed)
      note(
        .requirement(key), entry.state == .open ? nil : entry.state == .met,
        { "\(entry.text) (\($0.it.industry))" })
    }
  }

  private mutating func addTexts(_ day: Day) {
    for text in it.pay {
      pays.append((it.id, name, day, text))
      note(.pay(it.id), true, { _ in text })
    }
    for lesson in it.lessons {
      lessons.append((lesson.id, name, day, lesson.text))
      note(.lesson(lesson.id), true, { _ in lesson.text })
    }
    // Only the latest are shown: with very many applications no more are kept.
    if pays.count > 8 * MonthTally.latest { pays = MonthTally.newest(pays) }
    if lessons.count > 8 * MonthTally.latest { lessons = MonthTally.newest(lessons) }
  }

  static func newest(
    _ all: [(id: ID, name: String, day: Day, text: String)]
  ) -> [(id: ID, name: String, day: Day, text: String)] {
    Array(all.sorted { ($1.day, $0.id) < ($0.day, $1.id) }.prefix(latest))
  }
}

extension MonthFacts.Prepared {
  /// Whether it is an answer that was made ready, or a question they were expected to ask.
  var isAnswer: Bool { kind == .answer && (hasDetail || state == .done) }
}
