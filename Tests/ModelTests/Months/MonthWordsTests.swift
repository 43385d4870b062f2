import TestSupport
import Testing

@testable import DebriefModel

/// What the rules over months can say at all: over random histories no sentence gives a cause, a p or a share
/// of fewer than five, and what is running is no failure.
@Suite(.timed) struct MonthWordsTests {
  /// Words that claim a cause or a proof, and those of a test of significance.
  nonisolated(unsafe) private static let claims =
    /\b(because|caused?|causes|due to|led to|leads to|thanks to|therefore|thus|as a result|result of|made you|makes you|helped|helps|proves?|proved|worked|works|significant|significance|p-value|p ?[=<])\b/
    .ignoresCase()

  private func histories(_ body: (Months, MonthTally) throws -> Void) rethrows {
    for seed in 0..<250 {
      var chance = Seeded(seed: UInt64(seed))
      let count = seed == 0 ? 0 : Int.random(in: 1...36, using: &chance)
      var tally = MonthTally(
        seed % 5 == 0 ? .year : .all, now: noon, patience: Patience(), wanted: nil)
      for i in 0..<count { tally.add(MonthFacts(Self.random("a\(i)", &chance))) }
      try body(Months(tally, title: { "reason \($0)" }), tally)
    }
  }

  @Test func noSentenceClaimsACauseOrGivesAShareOfAFew() throws {
    var sentences = 0
    try histories { months, _ in
      for figure in months.figures {
        let texts =
          figure.sentences.map { ($0, Int?.none) }
          + (figure.figure == .pay || figure.figure == .lessons
            ? [] : figure.rows.map { (Self.counted($0), $0.share?.of) })
        for (text, of) in texts {
          sentences += 1
          let claim = text.firstMatch(of: Self.claims).map { String($0.0) }
          #expect(claim == nil, "\(text)")
          try check(percentages: text, of: of)
          for sentence in text.split(separator: ". ") {
            #expect(sentence.split(separator: " ").count <= 20, "\(text)")
          }
        }
      }
    }
    #expect(sentences > 5000)
  }

  /// The words of a row; what somebody predicted is no share of anything.
  private static func counted(_ row: Months.Row) -> String {
    if case .forecast = row.key { return row.note }
    return row.words
  }

  @Test func aPredictionIsInPercent() throws {
    try histories { months, _ in
      for row in months.figures.first(where: { $0.figure == .forecasts })?.rows ?? [] {
        guard case .forecast = row.key else { continue }
        let chance = try #require(row.number)
        #expect(row.words == "\(Int(chance))% · \(row.note)")
      }
    }
  }

  /// Rows that say nothing are one sentence, and no row is lost or told twice.
  @Test func whatCameToNothingIsOneSentence() throws {
    var folded = 0
    try histories { months, _ in
      for figure in months.figures {
        let gone = figure.rows.filter { row in !figure.shown.contains { $0.key == row.key } }
        #expect(figure.rows.isEmpty == figure.shown.isEmpty)
        #expect(gone.isEmpty == (figure.nothing == nil))
        for row in gone {
          folded += 1
          let share = try #require(row.share)
          #expect(share.count == 0 && row.running == 0)
          #expect(figure.nothing?.contains("\(row.label) (\(share.words))") == true)
        }
      }
    }
    #expect(folded > 50)
  }

  @Test func noneOfManyIsARowOfItsOwn() throws {
    func figure(_ rows: [(MonthKey, Int, Int)]) -> Months.Figure {
      var it = Months.Figure(.rounds)
      it.rows = rows.map { Months.Row(key: $0, label: $0.name, share: Share($1, of: $2)) }
      return it
    }
    let few = figure([(.step(0), 5, 7), (.step(1), 0, 2), (.step(2), 0, 1)])
    #expect(few.shown.map(\.key) == [.step(0)])
    #expect(few.nothing == "None so far: step/1 (0 of 2), step/2 (0 of 1).")
    #expect(figure([(.step(0), 5, 7), (.step(1), 0, 3)]).nothing == nil)
    #expect(figure([(.mood(.better), 5, 7), (.mood(.lower), 0, 7)]).shown.count == 1)
    #expect(figure([(.step(0), 0, 1)]).shown.count == 1)
    #expect(figure([(.step(0), 0, 1)]).nothing == nil)
  }

  /// A percentage stands behind its k of n, with n five or more.
  private func check(percentages text: String, of: Int?) throws {
    var rest = text[...]
    while let match = rest.firstMatch(of: /\d+%/) {
      let before = text[..<match.range.lowerBound]
      if before.hasSuffix("("), let share = before.matches(of: /(\d+) of (\d+)/).last {
        #expect(Int(share.2)! >= 5, "\(text)")
      } else if before.hasSuffix("and ") {
        #expect((of ?? 0) >= 5, "\(text)")
      } else {
        let said = try #require(
          text.firstMatch(of: /you said \d+%, and you made it past \d+ of (\d+)/), "\(text)")
        #expect(Int(said.1)! >= 5, "\(text)")
      }
      rest = rest[match.range.upperBound...]
    }
  }

  @Test func noPatternUnderThreeAndNoCurveUnderTen() throws {
    try histories { months, tally in
      for figure in months.figures where !figure.isThin {
        switch figure.figure {
        case .strengths: #expect(figure.rows.allSatisfy { $0.share!.of >= 3 })
        case .weaknesses: #expect(figure.rows.allSatisfy { $0.share!.count >= 3 })
        case .requirements:
          #expect(figure.rows.allSatisfy { $0.share!.of + $0.running >= 3 })
        case .forecasts:
          let known = tally.guesses.count { $0.came != nil }
          #expect((figure.picture == .ranges) == (known >= 10))
          if known < 10 { #expect(figure.rows.count == tally.guesses.count) }
        default: break
        }
      }
    }
  }

  @Test func whatIsRunningIsNoFailure() throws {
    try histories { _, _ in }
    for seed in 0..<200 {
      var chance = Seeded(seed: UInt64(seed))
      var it = Self.random("a", &chance)
      it.events.removeAll { ![.applied, .held].contains($0.kind) }
      var tally = MonthTally(.all, now: noon, patience: Patience())
      let facts = MonthFacts(it)
      tally.add(facts)
      // Nothing that is open counts as not having come.
      for (key, count) in tally.counts {
        switch key {
        case .step, .offer, .resume, .cover, .coverVersion, .picked, .research, .strength,
          .forecast,
          .bin:
          #expect(count.hits == count.all, "\(key.name)")
        default: break
        }
      }
      #expect(tally.running == 1)
    }
  }

  /// Six that never answered are still open, and count only once they are given up.
  @Test func silenceIsNoFailureUntilItIsGivenUp() throws {
    func months(isGivenUp: Bool) -> Months {
      var tally = MonthTally(.all, now: noon, patience: Patience())
      for n in 0..<6 {
        let app = ID("a\(n)")
        let start = noon.day.adding(days: -200 - n)
        var it = Dossier(Application(id: app, created: Moment(start)) { $0.company = "Acme \(n)" })
        it.events = [
          Event(
            id: ID("e\(n)"), application: app, kind: .applied, on: start, recorded: Moment(start))
        ]
        if isGivenUp {
          let day = start.adding(days: 90)
          it.events.append(
            Event(id: ID("s\(n)"), application: app, kind: .silent, on: day, recorded: Moment(day)))
        }
        it.sort()
        tally.add(MonthFacts(it))
      }
      return Months(tally, title: { $0 })
    }
    let open = months(isGivenUp: false)
    #expect(open.headline == "6 applications, all still open" && open.ready.isEmpty)
    let given = months(isGivenUp: true)
    #expect(given.headline == "6 applications")
    #expect(given.ready.map(\.figure) == [.rounds, .reopened])
    #expect(given.ready.first?.sentences == ["0 of 6 applications (0%) got an interview."])
  }

  @Test func everyRowHasANameOfItsOwn() throws {
    try histories { months, _ in
      for figure in months.figures {
        let names = figure.rows.map(\.key.name)
        #expect(Set(names).count == names.count || figure.figure == .pay, "\(names)")
        #expect(figure.rows.allSatisfy { $0.share.map { $0.count <= $0.of } ?? true })
      }
    }
  }

  /// An application with anything in it.
  static func random(_ name: String, _ chance: inout Seeded) -> Dossier {
    func one<T>(_ all: [T]) -> T { all.randomElement(using: &chance)! }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    func maybe() -> Bool { Bool.random(using: &chance) }
    let app = ID(name)
    let start = noon.day.adding(days: -number(0...500))
    func moment(_ days: Int) -> Moment { Moment(start.adding(days: days), hour: number(0...23)) }
    var serial = 0
    func id() -> ID {
      serial += 1
      return ID("\(name)-\(serial)")
    }
    var it = Dossier(
      Application(id: app, created: moment(0)) {
        $0.company = "Acme"
        $0.resume = one(["", "v1", "v2", name])
        $0.cover = one([nil, "warm", "short"])
        $0.coverSent = one([nil, true, false])
        $0.picked = one([nil, true, false])
        $0.glad = one([nil, true, false])
        $0.industry = one([nil, "Health", "Freight"])
        if maybe() { ($0.payAsked, $0.payOffered) = ("60,000", one(["", "50,000", "70,000"])) }
      })
    it.events = [Event(id: id(), application: app, kind: .applied, on: start, recorded: moment(0))]
    for round in 0..<number(0...3) {
      it.interviews.append(
        Interview(id: id(), application: app, recorded: moment(1)) {
          $0.round = round + 1
          $0.start = maybe() ? moment(5 + 7 * round) : nil
          $0.dayOnly = maybe() ? true : nil
        })
    }
    for _ in 0..<number(0...2) {
      it.events.append(
        Event(
          id: id(), application: app, kind: one(Event.Kind.allCases),
          on: start.adding(days: number(1...60)),
          recorded: moment(30)))
    }
    let reasons = ["", "R-TECH", "R-FIT", "R-COMM"]
    for _ in 0..<number(0...5) {
      it.findings.append(
        Finding(
          id: id(), application: app, kind: one(Finding.Kind.allCases),
          recorded: moment(number(5...20))
        ) {
          $0.statement = "something happened"
          $0.area = one(Area.allCases + [nil])
          $0.reason = one(reasons)
          $0.tier = one(Tier.allCases)
          $0.weight = number(1...5)
          $0.phase = one(Phase.allCases)
        })
    }
    for _ in 0..<number(0...4) {
      it.turns.append(
        Turn(id: id(), application: app, recorded: moment(number(5...20))) {
          $0.question = "What then?"
          $0.interview = it.interviews.randomElement(using: &chance)?.id
          $0.asker = one(Turn.Asker.allCases)
          $0.rating = one([nil, 1, 2, 3, 4, 5])
          $0.delivery = one(Turn.Delivery.allCases + [nil])
          $0.reaction = one(Turn.Reaction.allCases + [nil])
          if maybe() { $0.preparation = id() }
        })
    }
    let debrief = Debrief(
      id: id(), application: app, branch: .rejectedAfterInterview, started: moment(20)
    ) {
      $0.lesson = one(["", "ask first"])
    }
    it.debriefs = [debrief]
    for item in MonthFacts.items + ["offday.what"] where maybe() {
      it.responses.append(
        Response(id: id(), application: app, debrief: debrief.id, item: item, answered: moment(20))
        {
          $0.value = item == "offday.what" ? one(["none", "sleep"]) : "\(number(0...5))"
        })
    }
    for _ in 0..<number(0...2) {
      it.feedback.append(
        Feedback(id: id(), application: app, recorded: moment(20)) {
          $0.channel = one(Channel.allCases)
          $0.asked = maybe() ? start.adding(days: number(5...60)) : nil
          $0.received = maybe() ? start.adding(days: 70) : nil
          $0.candour = one(Candour.allCases + [nil])
          $0.closed = maybe()
          $0.three = maybe() ? [.init("depth", reason: one(reasons))] : []
        })
    }
    for _ in 0..<number(0...2) {
      it.forecasts.append(
        Forecast(
          id: id(), application: app, interview: it.interviews.first?.id, chance: number(1...99),
          sealed: moment(6), felt: one([nil, 0, 1, 2, 3, 4, 5, 9])))
    }
    for state in Improvement.State.allCases where maybe() {
      it.improvements.append(
        Improvement(id: id(), application: app, recorded: moment(20)) {
          $0.what = "draw it"
          $0.state = state
        })
    }
    for kind in Preparation.Kind.allCases where maybe() {
      it.preparations.append(
        Preparation(id: id(), application: app, kind: kind, recorded: moment(1)) {
          $0.text = kind == .company ? one(PreparationRules.Prompt.allCases).rawValue : "Python"
          $0.detail = one(["", "yes"])
          $0.state = one(kind.states)
        })
    }
    if maybe() {
      it.letters.append(
        Letter(
          id: id(), application: app, kind: one(LetterKind.allCases).rawValue, recorded: moment(8)
        ) {
          $0.sent = start.adding(days: number(8...400))
          $0.answered = maybe() ? start.adding(days: 401) : nil
        })
    }
    it.sort()
    return it
  }
}
