import Testing

@testable import DebriefModel

/// Where the figures over many interviews begin and end.
@Suite(.timed) struct MonthBoundaryTests {
  let today = noon.day
  let app = ID("app")

  func event(_ kind: Event.Kind, _ offset: Int) -> Event {
    Event(
      id: ID("\(kind)\(offset)"), application: app, kind: kind, on: today.adding(days: offset),
      recorded: noon)
  }
  func home(_ id: String = "app", _ fill: (inout Dossier) -> Void) -> Dossier {
    var it = Dossier(Application(id: ID(id), created: noon) { $0.company = id })
    fill(&it)
    it.sort()
    return it
  }
  func round(_ number: Int, at seconds: Int) -> Interview {
    Interview(id: ID("i\(number)"), application: app, recorded: noon) {
      $0.round = number
      $0.start = noon.adding(seconds: seconds)
      $0.minutes = 60
    }
  }
  func answer(_ item: String, _ value: String, in debrief: String = "d") -> Response {
    Response(
      id: ID("\(item)\(debrief)"), application: app, debrief: ID(debrief), item: item,
      answered: noon
    ) { $0.value = value }
  }
  func tally(
    _ facts: [MonthFacts], _ window: MonthWindow = .all, wanted: MonthKey? = nil
  ) -> MonthTally {
    var tally = MonthTally(window, now: noon, patience: Patience(), wanted: wanted)
    for it in facts { tally.add(it) }
    return tally
  }

  // MARK: - Shares and chances

  @Test func fiveAreEnoughForAPercentage() {
    #expect(Share(1, of: 4).percent == nil)
    #expect(Share(1, of: 5).percent == 20)
    #expect(Share(1, of: 1).counted("interviews") == "1 of 1 interview")
    #expect(Share(0, of: 0).counted("interviews") == "0 of 0 interviews")
    #expect(Share(1, of: 2).counted("interviews") == "1 of 2 interviews")
    #expect(Share(9, of: 2) == Share(2, of: 2))
    #expect(Share(2, of: 2).bounds.upperBound == 1)
    #expect(Share(0, of: 2).bounds.lowerBound == 0)
    #expect(Share(1, of: 2).bounds.upperBound < 1)
  }

  @Test(arguments: [
    (0.0, "less than 1 time in 1,000"), (0.0009, "less than 1 time in 1,000"),
    (0.001, "about 1 time in 1000"), (0.25, "about 1 time in 4"), (0.5, "about 1 time in 2"),
    (0.51, "more than 1 time in 2"),
  ]) func aChanceIsSaid(_ chance: Double, _ words: String) {
    #expect(Frequency.words(chance) == words)
  }

  @Test func asGoodOrBetterCounts() {
    // Two of four against none of four: 6 of the 28 ways to deal two are as good.
    #expect(abs(BeforeAfter.moved(Share(0, of: 4), Share(2, of: 4)) - 6.0 / 28) < 1e-12)
    #expect(abs(BeforeAfter.rose([1, 1], [2, 2]) - 1.0 / 6) < 1e-12)
    #expect(Counted.interviews(0) == "0 interviews")
    #expect(Counted.interviews(1) == "1 interview")
    #expect(Counted.interviews(2) == "2 interviews")
  }

  @Test func predictionsAreCountedWithTheirGroups() throws {
    let it = try #require(
      ForecastScore([.init(0.8, true), .init(0.8, false), .init(0.2, false), .init(0.2, false)]))
    #expect(abs(it.reliability - (2 * 0.3 * 0.3 + 2 * 0.2 * 0.2) / 4) < 1e-12)
    #expect(abs(it.resolution - (2 * 0.25 * 0.25 + 2 * 0.25 * 0.25) / 4) < 1e-12)
    #expect(it.bias > 0)
    #expect(it.chanceAlone == it.chanceOfSoFew)
    let careful = try #require(ForecastScore([.init(0.2, true)]))
    #expect(abs(careful.chanceAlone - 0.2) < 1e-12)
    #expect(abs(PoissonBinomial([0.5, 0.5]).atMost(0) - 0.25) < 1e-12)
    #expect(abs(PoissonBinomial([0.5, 0.5]).atMost(1) - 0.75) < 1e-12)
    #expect(abs(PoissonBinomial([0.5, 0.5]).atLeast(1) - 0.75) < 1e-12)
  }

  // MARK: - A change

  func record(_ all: [(name: String, day: Int, weak: Area?)], _ area: Area = .skills)
    -> ChangeRecord
  {
    let change = Improvement(id: ID("c"), application: ID("own"), recorded: noon) { $0.area = area }
    var record = ChangeRecord(
      change, now: noon.adding(seconds: 400 * 86400), patience: Patience())
    for (name, day, weak) in all {
      let id = ID(name)
      record.add(
        MonthFacts(
          home(name) {
            $0.interviews = [
              Interview(id: ID("\(name)\(day)"), application: id, recorded: noon) {
                $0.start = noon.adding(seconds: day * 86400)
              }
            ]
            if let weak {
              $0.findings = [
                Finding(id: ID("f"), application: id, kind: .weakness, recorded: noon) {
                  $0.area = weak
                }
              ]
            }
          }))
    }
    return record
  }

  @Test func aChangeDividesByItsDay() {
    func isBefore(_ name: String, _ day: Int) -> Bool {
      record([(name, day, nil)]).before.count == 1
    }
    #expect(isBefore("b", -1))
    #expect(!isBefore("b", 0))
    #expect(isBefore("own", 1), "what taught it doesn't prove it")
  }

  @Test func theLatestTwentyCount() {
    let it = record((1...25).map { ("b\($0)", $0, nil) })
    #expect(it.after.count == 20)
    #expect(it.after.first?.day == today.adding(days: 6))
    #expect(it.after.last?.day == today.adding(days: 25))
  }

  @Test func aWeaknessComesBackOncePerApplication() {
    func last(_ all: [(name: String, day: Int, weak: Area?)]) -> String {
      record(all).sentences.last ?? ""
    }
    #expect(
      last([("b", 1, .skills), ("b", 2, .skills), ("c", 3, nil)]).contains("1 of 2 applications"))
    #expect(last([("b", 1, .presentation)]).contains("no weakness"))
  }

  // MARK: - One application

  @Test func aRequestWaitsThroughItsDay() {
    func came(_ due: Int?, asked: Int = -20, channel: Channel = .email) -> MonthFacts.Came? {
      let ask = Feedback(id: ID("f"), application: app, recorded: noon) {
        $0.channel = channel
        $0.asked = today.adding(days: asked)
        $0.due = due.map { today.adding(days: $0) }
      }
      return MonthFacts(home { $0.feedback = [ask] }).asks.first.flatMap {
        MonthFacts.came(of: $0, today: today)
      }
    }
    #expect(came(-1) == .nothing)
    #expect(came(0) == .waiting)
    #expect(came(nil, asked: -14) == .waiting)
    #expect(came(nil, asked: -15) == .nothing)
    #expect(came(0, channel: .adviser) == nil)
  }

  @Test func whatIsLateIsLateAfter48Hours() {
    func isLate(_ seconds: Int) -> Bool {
      let facts = MonthFacts(
        home {
          $0.interviews = [round(1, at: 0)]
          $0.turns = [
            Turn(id: ID("t"), application: app, recorded: noon.adding(seconds: 3600 + seconds))
          ]
        })
      return facts.isLate(facts.turns[0])
    }
    #expect(!isLate(48 * 3600))
    #expect(!isLate(49 * 3600 - 1))
    #expect(isLate(49 * 3600))
  }

  @Test func researchIsWhatWasThereBefore() {
    func count(_ recorded: Int) -> Int {
      MonthFacts(
        home {
          $0.interviews = [round(1, at: -7200)]
          $0.preparations = [
            Preparation(
              id: ID("p"), application: app, kind: .company,
              recorded: noon.adding(seconds: recorded)
            ) { ($0.text, $0.detail) = ("news", "x") }
          ]
        }
      ).research(now: noon)
    }
    #expect(count(-7201) == 1)
    #expect(count(-7200) == 0)
  }

  @Test func theAnswersOfTwoDebriefsAreOneAnswer() {
    let it = MonthFacts(
      home {
        $0.responses = [
          answer("interrupt.count", "2"), answer("interrupt.count", "3", in: "e"),
          answer("offday.what", "none"), answer("offday.what", "sleep", in: "e"),
        ]
      })
    #expect(it.interruptions == 5)
    #expect(it.offDay == true)
    let none = MonthFacts(home { $0.responses = [answer("offday.what", "none")] })
    #expect(none.offDay == false && none.interruptions == nil)
    #expect(MonthFacts(home { _ in }).offDay == nil)
  }

  /// No form takes numbers beyond their scale, but a file may have them.
  @Test func whatIsBeyondAScaleCountsAsItsEnd() {
    for (given, counted) in [(-5, 0), (0, 0), (1, 1), (99, 99), (100, 100), (1000, 100)] {
      let guess = MonthFacts.Guess(id: ID("f"), interview: nil, chance: given, sealed: noon)
      #expect(guess.chance == counted)
      var forecast = Forecast(id: ID("f"), application: app, chance: 50, sealed: noon)
      forecast.chance = given
      #expect(forecast.words(today: today).hasPrefix("you predicted \(counted)%, "))
    }
    for (given, counted) in [(-4, 1), (0, 1), (1, 1), (5, 5), (6, 5), (99, 5)] {
      let it = MonthFacts(
        home {
          $0.turns = [
            Turn(id: ID("t"), application: app, recorded: noon) { $0.rating = given }
          ]
          $0.responses = [answer("mood.start", "\(given)"), answer("mood.end", "3")]
        })
      #expect(it.turns.map(\.rating) == [counted])
      #expect(it.moods.map(\.start) == [counted])
    }
    for (given, counted) in [(-3, 0), (0, 0), (2, 2), (1_000_000, 1000)] {
      let it = MonthFacts(home { $0.responses = [answer("interrupt.count", "\(given)")] })
      #expect(it.interruptions == counted)
    }
  }

  @Test func aWithdrawalDecidesNothing() {
    func decided(_ events: Event...) -> Bool {
      MonthFacts(home { $0.events = events }).course(now: noon, Patience()).isDecided
    }
    #expect(!decided(event(.withdrew, -1)))
    #expect(decided(event(.refused, -1)))
    #expect(decided(event(.silent, -1)))
    #expect(decided(event(.offered, -1)))
    #expect(decided(event(.offered, -2), event(.declined, -1)))
    #expect(!decided(event(.applied, -40)))
  }

  @Test func itBeginsWithTheFirstThatHappened() {
    #expect(MonthFacts(home { _ in }).day == today)
    #expect(
      MonthFacts(home { $0.events = [event(.applied, -9), event(.refused, -2)] }).day
        == today.adding(days: -9))
  }

  // MARK: - Many

  @Test(arguments: [(0, 0), (33, 0), (34, 1), (66, 1), (67, 2), (100, 2)])
  func chancesAreInThirds(_ chance: Int, _ bin: Int) {
    #expect(MonthTally.bin(chance) == bin)
  }

  @Test func theFirstDayOfAWindowIsInIt() throws {
    let window = try #require(MonthWindow.allCases.first { $0.start(today: today) != nil })
    let first = try #require(window.start(today: today))
    func count(_ day: Day) -> Int {
      let facts = MonthFacts(
        ID("a"), created: day, ledger: Ledger(events: [], interviews: []))
      return tally([facts], window).applications
    }
    #expect(count(first.adding(days: -1)) == 0)
    #expect(count(first) == 1)
  }

  @Test func aMoodIsBetterTheSameOrLower() {
    func way(_ start: Int, _ end: Int) -> [MonthKey.Direction] {
      let it = tally([
        MonthFacts(
          home {
            $0.responses = [answer("mood.start", "\(start)"), answer("mood.end", "\(end)")]
          })
      ])
      return MonthKey.Direction.allCases.filter { it.counts[.mood($0)] != nil }
    }
    #expect(way(2, 3) == [.better])
    #expect(way(2, 2) == [.same])
    #expect(way(3, 2) == [.lower])
  }

  func finding(_ recorded: Int, _ reason: String = "", tier: Tier = .observed) -> Finding {
    Finding(
      id: ID("f\(recorded)\(tier)"), application: app, kind: .weakness,
      recorded: noon.adding(seconds: recorded)
    ) {
      ($0.area, $0.weight, $0.phase, $0.reason, $0.tier) = (.skills, 3, .during, reason, tier)
    }
  }

  @Test func whatWasWrittenLateWeighsHalf() {
    func sum(_ recorded: Int) -> Int? {
      tally([
        MonthFacts(
          home {
            $0.interviews = [round(1, at: -7200 - 60 * 3600)]
            $0.findings = [finding(recorded)]
          })
      ]).counts[.area(.skills, .weakness)]?.sum
    }
    #expect(sum(-30 * 3600) == 6)
    #expect(sum(0) == 3)
  }

  @Test func whatTheyStatedIsTheirs() {
    func seen(_ tiers: Tier...) -> [MonthKey.Seen] {
      let it = tally([
        MonthFacts(home { $0.findings = tiers.map { finding(0, "R-EXP", tier: $0) } }),
        MonthFacts(
          home("b") { $0.findings = [finding(1, "R-OTHER", tier: .stated)] }),
      ])
      return MonthKey.Seen.allCases.filter { it.counts[.blind($0)] != nil }
    }
    #expect(seen(.stated) == [.they])
    #expect(seen(.record) == [.they])
    #expect(seen(.observed, .stated) == [.both, .they])
  }

  @Test func aResumeUsedOnceIsTailored() {
    func found(_ isOne: Bool, _ names: String...) -> Int {
      let all = names.enumerated().map { at, name in
        MonthFacts(
          home("a\(at)") {
            $0.application.resume = name
            $0.events = [event(.refused, -1)]
          })
      }
      return tally(all, wanted: .tailored(isOne)).found.count
    }
    #expect(found(true, "one") == 1)
    #expect(found(true, "two", "two") == 0)
    #expect(found(false, "two", "two") == 2)
    #expect(found(false, "three", "three", "three", "one") == 3)
  }

  @Test func twoRequestsAreEnoughForADay() {
    func asks(_ count: Int) -> Months {
      let facts = (0..<count).map { at in
        MonthFacts(
          home("a\(at)") {
            $0.events = [event(.refused, -9)]
            $0.feedback = [
              Feedback(id: ID("f"), application: ID("a\(at)"), recorded: noon) {
                $0.asked = today.adding(days: -8)
                $0.received = today.adding(days: -5)
                $0.candour = .specific
              }
            ]
          })
      }
      return Months(tally(facts), title: { $0 })
    }
    #expect(AskAdvice.delay(asks(1)) == nil)
    #expect(AskAdvice.delay(asks(2))?.hasSuffix("2 of 2 answered.") == true)
    #expect(AskAdvice.channels(asks(2)) == nil)
    #expect(AskAdvice.channels(asks(3)) != nil)
  }
}
