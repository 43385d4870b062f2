import TestSupport
import Testing

@testable import DebriefModel

/// What stands beside the fields where one decides: counts of one's own, and what can be known at all.
@Suite(.timed) struct DecisionTests {
  /// An application with so many rounds ten days apart, and how it ended.
  private func app(
    _ name: String, from start: Int, rounds: Int, ends: Event.Kind?, rated: [Int] = [],
    weak: Area? = nil,
    asked: (Channel, Candour?)? = nil
  ) -> MonthFacts {
    let id = ID(name)
    let first = noon.day.adding(days: -start)
    var it = Dossier(Application(id: id, created: Moment(first)) { $0.company = name })
    it.events = [
      Event(id: ID(name + "a"), application: id, kind: .applied, on: first, recorded: Moment(first))
    ]
    for round in 0..<rounds {
      it.interviews.append(
        Interview(id: ID("\(name)r\(round)"), application: id, recorded: Moment(first)) {
          $0.round = round + 1
          $0.start = Moment(first.adding(days: 2 + round), hour: 9)
        })
    }
    let end = first.adding(days: 3 + rounds)
    if let ends {
      it.events.append(
        Event(id: ID(name + "e"), application: id, kind: ends, on: end, recorded: Moment(end)))
    }
    for (i, rating) in rated.enumerated() {
      it.turns.append(
        Turn(id: ID("\(name)t\(i)"), application: id, recorded: Moment(end)) {
          $0.question = "Why?"
          $0.interview = ID("\(name)r0")
          $0.rating = rating
        })
    }
    if let weak {
      it.findings = [
        Finding(id: ID(name + "f"), application: id, kind: .weakness, recorded: Moment(end)) {
          ($0.statement, $0.area) = ("lost the thread", weak)
        }
      ]
    }
    if let (channel, candour) = asked {
      it.feedback = [
        Feedback(id: ID(name + "q"), application: id, recorded: Moment(end)) {
          $0.channel = channel
          $0.asked = end.adding(days: 1)
          $0.received = candour == nil ? nil : end.adding(days: 3)
          $0.candour = candour
          $0.closed = candour == nil
        }
      ]
    }
    it.sort()
    return MonthFacts(it)
  }

  private func months(_ all: [MonthFacts]) -> Months {
    var tally = MonthTally(.all, now: noon, patience: Patience())
    for it in all { tally.add(it) }
    return Months(tally, title: { $0 })
  }

  @Test func theBaseRateStandsBesideAPrediction() {
    let few = months([
      app("a", from: 90, rounds: 1, ends: .refused), app("b", from: 80, rounds: 2, ends: .refused),
    ])
    #expect(
      AskAdvice.base(few, after: 1) == "So far, you've made it past 1 of 2 first interviews.")
    #expect(
      AskAdvice.base(few, after: 2) == "So far, you've made it past 0 of 1 second interview.")
    #expect(AskAdvice.base(few, after: 3) == nil && AskAdvice.base(months([]), after: 1) == nil)
    let many = months(
      (0..<6).map { app("m\($0)", from: 90 + $0, rounds: $0 < 2 ? 2 : 1, ends: .refused) })
    #expect(
      AskAdvice.base(many, after: 1)
        == "So far, you've made it past 2 of 6 first interviews (33%).")
    #expect(AskAdvice.lean(many) == nil)
  }

  /// What went on is known before what ends in silence: while more is open than known, a percentage would say too
  /// much.
  @Test func thereIsNoPercentageWhileMoreIsOpenThanKnown() throws {
    func waiting(_ open: Int, rounds: Int) -> Months {
      months(
        (0..<5).map { app("on\($0)", from: 90 + $0, rounds: rounds + 1, ends: nil) }
          + (0..<open).map { app("open\($0)", from: 40 + $0, rounds: rounds, ends: nil) })
    }
    func row(_ months: Months) throws -> Months.Row {
      let figure = months.figures.first { $0.figure == .rounds }
      return try #require(figure?.rows.first { $0.key == .step(1) })
    }
    let (even, more) = (waiting(5, rounds: 1), waiting(6, rounds: 1))
    #expect(try row(even).words == "5 of 5 got to the next step (100%) · 5 still open")
    #expect(try row(even).words(beside: .bars) == "100% · 5 still open")
    #expect(
      AskAdvice.base(even, after: 1)
        == "So far, you've made it past 5 of 5 first interviews (100%). 5 still open.")
    #expect(try row(more).words == "5 of 5 got to the next step · 6 still open")
    #expect(try row(more).words(beside: .bars) == "6 still open")
    #expect(
      AskAdvice.base(more, after: 1)
        == "So far, you've made it past 5 of 5 first interviews. 6 still open.")
    func sentence(_ months: Months) -> String? { months.figures.first?.sentences.first }
    #expect(sentence(waiting(5, rounds: 0)) == "5 of 5 applications (100%) got an interview.")
    #expect(sentence(waiting(6, rounds: 0)) == "5 of 5 applications got an interview.")
  }

  /// A leaning is a pattern, and so is what turned out for the best.
  @Test func oneOrTwoAreNoPattern() throws {
    func said(_ came: [Bool]) throws -> String {
      MonthFigures.sentence(try #require(ForecastScore(came.map { .init(0.9, $0) })))
    }
    let later = "After 3, you'll see if you tend to be too hopeful or too gloomy."
    #expect(try said([false]) == "You predicted once, and made it past 0 of 1 interview. " + later)
    #expect(
      try said([false, true]) == "You predicted twice, and made it past 1 of 2 interviews. " + later
    )
    #expect(
      try said([false, true, false]).hasPrefix(
        "You predicted 3 times, and made it past 1 of 3 interviews: too hopeful."))
    func glad(_ all: [Bool]) throws -> Months.Figure {
      let made = months(
        all.enumerated().map { at, glad in
          var it = app("g\(at)", from: 200 + at, rounds: 1, ends: .refused)
          it.glad = glad
          return it
        })
      return try #require(made.figures.first { $0.figure == .glad })
    }
    #expect(try glad([]).sentences[0].hasPrefix("Three months after a no"))
    for some in [[false], [false, true]] {
      let it = try glad(some)
      #expect(it.isThin && it.rows.count == 1)
      #expect(
        it.sentences == [
          "After 3 answers, you'll see how often it turned out for the best. So far: \(some.count)."
        ])
    }
    let three = try glad([false, true, true])
    #expect(!three.isThin && three.sentences == ["Looking back, 2 of 3 turned out for the best."])
  }

  @Test func whichWayOfAskingGotAnAnswer() {
    func asked(_ all: [(Channel, Candour?)]) -> Months {
      months(
        all.enumerated().map { app("a\($0)", from: 90 + $0, rounds: 1, ends: .refused, asked: $1) })
    }
    let it = asked([
      (.phone, .specific), (.phone, .example), (.phone, nil), (.email, .general),
      (.email, .boilerplate),
      (.email, .declined), (.email, nil),
    ])
    #expect(AskAdvice.channels(it) == "By phone, 2 of 3 answered you; by email, 1 of 4.")
    #expect(AskAdvice.channel(it) == .phone)
    #expect(AskAdvice.delay(it) == "Asked 1 to 2 days later: 3 of 7 answered.")
    // Of two requests nothing is said, and one answer by telephone is not better than nine by mail.
    #expect(AskAdvice.channels(asked([(.phone, .specific), (.email, nil)])) == nil)
    let mail = asked([(.phone, .specific)] + Array(repeating: (.email, .general), count: 9))
    #expect(AskAdvice.channel(mail) == .email)
  }

  // MARK: Changes

  private func change(_ days: Int, of name: String = "own") -> Improvement {
    Improvement(id: ID("c"), application: ID(name), recorded: Moment(noon.day.adding(days: -days)))
    {
      ($0.what, $0.area) = ("draw the failure modes", .skills)
    }
  }

  private func record(_ change: Improvement, _ all: [MonthFacts]) -> ChangeRecord {
    var record = ChangeRecord(change, now: noon, patience: Patience())
    for it in all { record.add(it) }
    return record
  }

  @Test func aChangeBeginsWithWhatCanBeKnown() {
    let it = record(
      change(50),
      [
        app("own", from: 60, rounds: 1, ends: .refused, rated: [2, 2, 3], weak: .skills),
        app("b", from: 80, rounds: 1, ends: .refused, rated: [2]),
        app("c", from: 40, rounds: 1, ends: .offered, rated: [4, 4, 3], weak: .skills),
        app("d", from: 30, rounds: 1, ends: .offered, rated: [4]),
        app("e", from: 10, rounds: 1, ends: nil),
      ])
    #expect(it.before.count == 2 && it.after.count == 3)
    #expect(
      it.sentences == [
        "With 2 interviews before and 2 after, even a clear difference could just be luck. "
          + "You'd need 4 and 4 to tell.",
        "Before, you made it past 0 of 2 interviews. Since then, 2 of 2.",
        "1 interview still open: not counted yet.",
        "Your answers: 2.3 on average before (4), 3.8 since (4).",
        // Two of the 70 ways to deal eight ratings.
        "By chance alone, a rise like this happens about 1 time in 35.",
        "A weakness in skills came up again in 1 of 3 applications since.",
      ], "\(it.sentences)")
  }

  /// The answers it touches are those to questions that share words with the moment the change is for.
  @Test func theAnswersItTouchesAreRatedApart() {
    var change = change(50)
    change.place = "when they ask about failure modes"
    func facts(_ name: String, from start: Int, _ told: [(String, Int)]) -> MonthFacts {
      var it = app(name, from: start, rounds: 1, ends: .refused, rated: told.map(\.1))
      for at in told.indices { it.turns[at].question = told[at].0 }
      return it
    }
    let modes = "Which failure modes does it have?"
    func touched(
      _ change: Improvement, _ before: [(String, Int)], _ since: [(String, Int)]
    ) -> String? {
      record(change, [facts("own", from: 60, before), facts("b", from: 40, since)]).sentences
        .first { $0.hasPrefix("Answers to questions like that one") }
    }
    #expect(
      touched(change, [(modes, 2), ("Why us?", 4)], [("Name a failure mode.", 4), ("Why us?", 3)])
        == "Answers to questions like that one: 2 on average before (1), 4 since (1).")
    // One word of two is too few, nothing on one side says nothing, and all of them are no part.
    #expect(touched(change, [(modes, 2), ("Why us?", 4)], [("What is a failure?", 4)]) == nil)
    #expect(touched(change, [(modes, 2)], [(modes, 4)]) == nil)
    // Without a moment the change's own words say it; of one word that one is enough.
    change.place = " "
    change.what = "queue"
    #expect(
      touched(change, [("Draw the queue", 1), ("Why?", 5)], [("A queue?", 3)])
        == "Answers to questions like that one: 1 on average before (1), 3 since (1).")
    change.what = ""
    #expect(touched(change, [(modes, 2), ("Why us?", 4)], [(modes, 4)]) == nil)
  }

  @Test func ratingsThatRoseFromRoundToRoundAreSaid() {
    func trend(_ rated: [Int]) -> String? {
      let since = rated.enumerated().map {
        app(
          "s\($0.offset)", from: 40 - 4 * $0.offset, rounds: 1, ends: .refused, rated: [$0.element])
      }
      let own = app("own", from: 60, rounds: 1, ends: .refused, rated: [2])
      return record(change(50), [own] + since).sentences.first {
        $0.hasPrefix("Since then, your ratings")
      }
    }
    #expect(
      trend([2, 3, 4, 5])
        == "Since then, your ratings have gone 2, 3, 4, 5 from one interview to the next. "
        + "By chance alone, a rise or fall this clear happens about 1 time in 12.")
    // Too few, not clear, falling, and only the latest of many.
    #expect(trend([2, 3, 4]) == nil && trend([2, 4, 3, 5]) == nil && trend([5, 4, 3, 2]) == nil)
    #expect(trend([5, 5, 1, 2, 2, 3, 3, 4, 5])?.contains("gone 1, 2, 2, 3, 3, 4, 5 from") == true)
  }

  @Test func withoutAnInterviewItSaysHowManyItTakes() {
    let none = record(change(50), [])
    #expect(
      none.sentences == [
        "With 0 interviews before and 0 after, even a clear difference could just be luck. "
          + "You'd need 4 and 4 to tell."
      ])
    let one = record(change(5), [app("own", from: 60, rounds: 1, ends: .refused)])
    #expect(
      one.sentences.first?.hasPrefix("With 1 interview before and 0 after, even a clear difference")
        == true)
  }

  /// Over random histories nothing that a page of a change says claims a cause or gives a share of a few.
  @Test func noPageClaimsACause() {
    for seed in 0..<120 {
      var chance = Seeded(seed: UInt64(seed))
      let all = (0..<Int.random(in: 0...16, using: &chance)).map {
        MonthFacts(MonthWordsTests.random("a\($0)", &chance))
      }
      let it = record(change(Int.random(in: 0...400, using: &chance), of: "a0"), all)
      for text in it.sentences {
        #expect(
          text.firstMatch(of: /because|caused|due to|led to|helped|worked|signific|p =/) == nil)
        #expect(
          text.matches(of: /(\d+) of (\d+)[a-z ]* \(\d+%\)/).allSatisfy { Int($0.2)! >= 5 },
          "\(text)")
      }
      #expect(it.before.count <= ChangeRecord.most && it.after.count <= ChangeRecord.most)
    }
  }
}
