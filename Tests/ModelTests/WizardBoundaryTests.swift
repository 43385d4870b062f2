import Testing

@testable import DebriefModel

/// Where the guided debrief's rules begin and end.
@Suite(.timed) struct WizardBoundaryTests {
  private let today = noon.day
  private let app = ID("app")
  private let debrief = Debrief(
    id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview,
    started: noon.adding(seconds: -3600))

  private func checklist(_ count: Int, required: Bool = true, _ more: [Item] = []) -> Checklist {
    Checklist(
      branch: .rejectedAfterInterview, title: "t",
      steps: [
        Step(
          id: "S", title: "Step", why: "",
          items: (0..<count).map { Item(id: "q\($0)", ask: "?", kind: .line, required: required) }
            + more)
      ])
  }
  private func answer(_ item: String, at seconds: Int, value: String = "x") -> Response {
    Response(
      id: ID(item), application: app, debrief: ID("d"), item: item,
      answered: debrief.started.adding(seconds: seconds)
    ) { $0.value = value }
  }
  private func wizard(
    _ checklist: Checklist, _ answers: [Response] = [], _ fill: (inout Dossier) -> Void = { _ in }
  ) -> Wizard {
    Wizard(
      checklist,
      refused {
        $0.debriefs = [debrief]
        $0.responses = answers
        fill(&$0)
      }, debrief, now: noon)
  }

  // MARK: - Conditions

  @Test(arguments: [
    (Condition.Comparison.less, [true, false, false]), (.atMost, [true, true, false]),
    (.greater, [false, false, true]), (.atLeast, [false, true, true]),
    (.equal, [false, true, false]), (.unequal, [true, false, true]),
  ]) func aNumberIsCompared(_ comparison: Condition.Comparison, _ holds: [Bool]) {
    for (value, wanted) in zip(["1", "2", "3"], holds) {
      #expect(Condition.compare("n", comparison, "2").holds { _ in value } == wanted, "\(value)")
    }
    #expect(!Condition.compare("n", comparison, "2").holds { _ in nil })
    #expect(!Condition.compare("n", comparison, "2").holds { _ in "" })
  }

  @Test func noughtAndNoAreAbsent() {
    func holds(_ value: String?) -> Bool { Condition.present("n").holds { _ in value } }
    #expect(["1", "yes", "none"].map { holds($0) } == [true, true, true])
    #expect([nil, "", "0", "no"].map { holds($0) } == [false, false, false, false])
    let two = Condition.or(.present("a"), .present("b"))
    #expect(two.holds { $0 == "b" ? "yes" : nil } && two.holds { $0 == "a" ? "yes" : nil })
    let both = Condition.and(.present("a"), .present("b"))
    #expect(!both.holds { $0 == "b" ? "yes" : nil } && !both.holds { $0 == "a" ? "yes" : nil })
    #expect(Condition.compare("n", .has, "b").holds { _ in "a b" })
    #expect(!Condition.compare("n", .has, "b").holds { _ in "ab" })
  }

  // MARK: - Time

  @Test func whatIsLeftIsRoundedUp() {
    #expect(wizard(checklist(0)).minutesLeft == 0)
    #expect(wizard(checklist(1)).minutesLeft == 1)
    #expect(wizard(checklist(2)).minutesLeft == 2)
    // Four answers at 90 seconds say nothing yet, five are a pace of one's own.
    let four = (0..<4).map { answer("q\($0)", at: 90 * ($0 + 1)) }
    #expect(wizard(checklist(7), four).minutesLeft == 3)
    let five = four + [answer("q4", at: 450)]
    #expect(wizard(checklist(7), five).minutesLeft == 3)
    // A slow answer puts nothing back on: there were five minutes before it.
    #expect(wizard(checklist(9), five).minutesLeft == 5)
    // Nobody is quicker than ten seconds.
    let quick = (0..<5).map { answer("q\($0)", at: 0) }
    #expect(wizard(checklist(12), quick).minutesLeft == 2)
  }

  /// Whatever each answer takes, what is left never grows by an answer, and ends at nothing.
  @Test(arguments: 1...20) func whatIsLeftOnlyFalls(_ seed: Int) {
    var state = UInt64(seed)
    var at = 0
    var given: [Response] = []
    var before = wizard(checklist(15)).minutesLeft
    for n in 0..<15 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      at += Int(state >> 33) % 400
      given.append(answer("q\(n)", at: at))
      let now = wizard(checklist(15), given).minutesLeft
      #expect(now <= before, "seed \(seed), answer \(n): \(before) to \(now)")
      before = now
    }
    #expect(before == 0)
    // Questions that are opened are all that comes on top.
    let some = Array(given.prefix(6))
    let few = wizard(checklist(10), some).minutesLeft
    let more = wizard(checklist(12), some).minutesLeft
    #expect(more >= few && more <= few + 2 * 5 + 1)
  }

  /// A row of the list knows no checklist: counts and moments are enough for the same minutes, whatever else
  /// was answered in between.
  @Test(arguments: 1...20) func theListSaysTheSameMinutes(_ seed: Int) {
    var state = UInt64(seed)
    func draw(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let more = (0..<8).map { Item(id: "more\($0)", ask: "?", kind: .line) }
    var beside = Item(id: "beside", ask: "?", kind: .scale, required: true)
    beside.with = "q11"
    let list = checklist(12, more + [beside])
    var rest = (0..<12).map { "q\($0)" } + more.map(\.id) + ["beside"]
    var (at, given) = (0, [Response]())
    while !rest.isEmpty {
      at += draw(200)
      given.append(answer(rest.remove(at: draw(rest.count)), at: at))
      let it = wizard(list, given)
      var facts = Facts(refused { _ in }.application)
      var counted = debrief
      (counted.done, counted.total) = (it.done, it.total)
      (facts.debrief, facts.answered) = (counted, given.map(\.answered))
      #expect(it.total == 13)
      #expect(facts.minutesLeft == it.minutesLeft, "seed \(seed), \(given.count) answers")
    }
    #expect(wizard(list, given).minutesLeft == 0)
  }

  @Test func whatIsKnownFromElsewhereTakesNoTime() {
    // Three are known, nothing was answered: two are left.
    #expect(TimeLeft.minutes(done: 3, of: 5, gaps: []) == 2)
    // One was answered, and no more is added for what was known.
    #expect(TimeLeft.minutes(done: 4, of: 5, gaps: [300]) == 1)
    #expect(TimeLeft.minutes(done: 5, of: 5, gaps: [300, 300]) == 0)
    #expect(TimeLeft.minutes(done: 6, of: 5, gaps: []) == 0)
  }

  /// A list, Home and the application itself say the same of it.
  @Test func howFarItIsIsSaidByOneRule() {
    func said(_ done: Int, _ total: Int, _ minutes: Int?, room: Int = 20) -> String {
      TimeLeft.progress(done: done, total: total, minutes: minutes) { $0.count <= room }
    }
    #expect(said(0, 0, 5) == "started" && said(4, 9, 8) == "4 of 9, 8 min")
    #expect(said(4, 9, 8, room: 13) == "4 of 9, 8 min" && said(4, 9, 8, room: 12) == "4 of 9")
    #expect(said(9, 9, 0) == "9 of 9" && said(9, 9, nil) == "9 of 9")
    #expect(
      TimeLeft.progress(done: 10, total: 14, minutes: 8, of: "/") { $0.count <= 12 }
        == "10/14, 8 min")
    var open = debrief
    (open.done, open.total) = (1, 4)
    var facts = Facts(refused { _ in }.application)
    let given = [answer("q0", at: 30), answer("q1", at: 60)]
    (facts.debrief, facts.answered) = (open, given.map(\.answered))
    var it = refused { $0.responses = given }
    it.debriefs = [open]
    #expect(it.minutesLeft(open) == facts.minutesLeft && facts.minutesLeft == 3)
    // The answers of another debrief have no pace in this one.
    it.responses.append(
      Response(
        id: ID("other"), application: app, debrief: ID("other"), item: "q2",
        answered: open.started.adding(seconds: 90)))
    #expect(it.minutesLeft(open) == facts.minutesLeft)
    open.closed = noon
    #expect(it.minutesLeft(open) == nil)
  }

  @Test func onlyAnOpenDebriefHasMinutes() {
    var facts = Facts(refused { _ in }.application)
    #expect(facts.minutesLeft == nil)
    var it = debrief
    func minutes(_ fill: (inout Debrief) -> Void) -> Int? {
      var next = it
      fill(&next)
      facts.debrief = next
      return facts.minutesLeft
    }
    #expect(minutes { _ in } == nil, "nothing is counted yet")
    (it.done, it.total) = (1, 4)
    #expect(minutes { _ in } == 3)
    #expect(minutes { $0.resting = true } == nil)
    #expect(minutes { $0.closed = noon } == nil)
  }

  @Test func aPauseIsNoWork() {
    #expect(wizard(checklist(2), [answer("q0", at: 300)]).minutes == 5)
    #expect(wizard(checklist(2), [answer("q0", at: 3000)]).minutes == 5)
    #expect(wizard(checklist(2), [answer("q0", at: 60), answer("q1", at: 120)]).minutes == 2)
  }

  // MARK: - What is asked, and where it goes on

  @Test func whatWasAnsweredStays() {
    let list = checklist(2, required: false, [Item(id: "time", ask: "?", kind: .task(.time))])
    let it = wizard(list, [answer("time", at: 1, value: "15"), answer("q1", at: 60)])
    #expect(it.entries.map(\.item.id).contains("q1"))
    #expect(!it.entries.map(\.item.id).contains("q0"))
  }

  @Test func itGoesOnBehindTheLastAnswer() {
    #expect(wizard(checklist(4)).resume == 0)
    #expect(wizard(checklist(4), [answer("q1", at: 60)]).resume == 2)
    #expect(wizard(checklist(4), [answer("q1", at: 90), answer("q2", at: 60)]).resume == 3)
    #expect(wizard(checklist(4), [answer("q3", at: 60)]).resume == 0)
  }

  @Test func aReplyIsLookedAtFirst() {
    func resume(_ answered: Int) -> Int {
      let list = checklist(
        2, [Item(id: "replies", ask: "?", kind: .task(.replies), required: true)])
      return wizard(list, [answer("q0", at: answered)]) { d in
        d.events += [
          Event(
            id: ID("c"), application: app, kind: .debriefClosed, on: today,
            recorded: debrief.started.adding(seconds: 100)),
          Event(
            id: ID("r"), application: app, kind: .feedbackReceived, on: today,
            recorded: debrief.started.adding(seconds: 200)),
        ]
      }.resume
    }
    #expect(resume(199) == 2)
    #expect(resume(200) == 2)
    #expect(resume(201) == 1)
  }

  @Test func aPhaseWithAFindingIsNotNothing() {
    let list = checklist(0, [Item(id: "phases", ask: "?", kind: .task(.phases), required: true)])
    let it = wizard(list, [answer("phases", at: 60, value: "before during")]) {
      $0.findings = [finding("a", phase: .during)]
    }
    #expect(it.settled.found == [.during])
    #expect(it.settled.nothing == [.before])
    #expect(it.openPhases == [.after])
  }

  /// Whether each phase was looked at is asked only as long as the notes don't say so.
  @Test func coveredPhasesAreNotAskedAbout() {
    let list = checklist(0, [Item(id: "phases", ask: "?", kind: .task(.phases), required: true)])
    func it(_ answers: [Response], _ phases: [Phase]) -> Wizard {
      wizard(list, answers) { $0.findings = phases.map { finding($0.rawValue, phase: $0) } }
    }
    func asks(_ wizard: Wizard) -> Bool { wizard.everything.contains { $0.item.id == "phases" } }
    #expect(asks(it([], [])) && asks(it([], [.before, .after])))
    let covered = it([], Phase.allCases)
    #expect(!asks(covered) && covered.openPhases.isEmpty)
    #expect(!covered.entries.contains { $0.item.id == "phases" })
    // What was said there stays in sight.
    #expect(asks(it([answer("phases", at: 60, value: "before")], Phase.allCases)))
  }

  @Test func threeChangesAreEnough() {
    let item = Item(
      id: "s", ask: "?", kind: .line,
      suggests: [Suggestion(when: .present("answer"), makes: .change, statement: "try {answer}")])
    func offers(_ count: Int) -> Int {
      let it = wizard(checklist(0, [item]), [answer("s", at: 60)]) { d in
        d.improvements = (0..<count).map { n in
          Improvement(id: ID("c\(n)"), application: app, recorded: noon) {
            ($0.what, $0.debrief) = ("change \(n)", ID("d"))
          }
        }
      }
      return it.entries.first { $0.item.id == "s" }.map { it.offers($0).count } ?? -1
    }
    #expect(offers(Improvement.most - 1) == 1)
    #expect(offers(Improvement.most) == 0)
  }

  // MARK: - Notes

  @Test func questionsAreAddedInTheirOrder() {
    var ids = IDSource(seed: 1)
    let it = wizard(checklist(1)) {
      $0.turns = [Turn(id: ID("t"), application: app, recorded: noon) { $0.position = 4 }]
    }
    let change = it.add([.init("One?", ""), .init("Two?", "")], ids: &ids, now: noon)
    let positions = change.operations.compactMap {
      if case .insert(.turn(let it)) = $0 { it.position } else { nil }
    }
    #expect(positions == [5, 6])
  }

  @Test func aRatingIsFromOneToFive() {
    func rated(_ rating: Int) -> Int? {
      guard
        case .update(_, .turn(let it))? = wizard(checklist(1)).rate(
          Turn(id: ID("t"), application: app, recorded: noon), rating
        ).operations.first
      else { return nil }
      return it.rating
    }
    #expect([0, 1, 5, 6].map(rated) == [1, 1, 5, 5])
  }

  @Test func whoIsLeftOutIsLeftOutEverywhere() {
    let ann = Person(id: ID("ann")) { $0.name = "Ann" }
    let it = wizard(checklist(1)) { d in
      d.people = [ann]
      d.interviews = (1...2).map { n in
        Interview(id: ID("i\(n)"), application: app, recorded: noon) {
          ($0.round, $0.people) = (n, [ann.id])
        }
      }
    }
    #expect(it.leaveOut(ann, isNew: false)?.operations.count == 2)
    #expect(it.leaveOut(ann, isNew: true)?.operations.count == 3)
  }

  @Test func whatOneWasToldWeighsMore() throws {
    var ids = IDSource(seed: 1)
    let it = wizard(checklist(1), [answer("q0", at: 60)])
    func finding(_ entry: Wizard.Entry?) -> Finding? {
      guard
        case .insert(.finding(let made))? = it.blame(
          reasons[1], saidAt: entry, ids: &ids, now: noon
        ).operations.first
      else { return nil }
      return made
    }
    let told = try #require(finding(it.entries.first))
    #expect((told.weight, told.tier, told.kind) == (4, .stated, .weakness))
    #expect(finding(nil)?.weight == 3)
  }

  @Test func whoIsNamedTwiceWasMetOnce() {
    var ids = IDSource(seed: 1)
    let it = wizard(checklist(1)) {
      $0.people = [Person(id: ID("ann")) { $0.name = "Ann Smith" }]
    }
    let change = it.meet("Ann Smith, Ann Smith", at: it.entries[0], ids: &ids, now: noon)
    let rounds = change.operations.compactMap {
      if case .insert(.interview(let it)) = $0 { it.people.count } else { nil }
    }
    #expect(rounds == [1])
  }

  @Test func aTranscriptHasItsTurns() {
    let turns = Transcript.turns("Why us?\nBecause.\nOf the sea.\nAnd then?\nNothing.")
    #expect(turns.map(\.question) == ["Why us?", "And then?"])
    #expect(turns.map(\.answer) == ["Because.\nOf the sea.", "Nothing."])
    #expect(Transcript.split("Ann Marie Smith: hello").speaker == "Ann Marie Smith")
    #expect(Transcript.split("Ann Marie Lou Smith: hello").speaker == nil)
  }

  // MARK: - Days and times

  @Test func workingDaysLeaveOutTheWeekend() {
    // 20 March 2026 is a Friday.
    let friday = Day(2026, 3, 20)!
    #expect(friday.adding(workingDays: 0) == friday)
    #expect(friday.adding(workingDays: 1) == Day(2026, 3, 23))
    #expect(friday.adding(days: -1).adding(workingDays: 1) == friday)
    #expect(friday.adding(workingDays: 6) == Day(2026, 3, 30))
    #expect([2000, 2024].allSatisfy { Day($0, 2, 29) != nil })
    #expect([1900, 2023, 2100].allSatisfy { Day($0, 2, 29) == nil })
    #expect(Day(2026, 12, 31) != nil && Day(2026, 13, 1) == nil && Day(2026, 0, 1) == nil)
  }

  @Test func anOffsetCountsBothWays() {
    #expect(Moment(iso: "2026-03-20T12:00:00-05:30")?.seconds == noon.seconds + 5 * 3600 + 1800)
    #expect(Moment(iso: "2026-03-20T12:00:00+05:30")?.seconds == noon.seconds - 5 * 3600 - 1800)
    let there = Moment(seconds: noon.seconds, offset: 330).seen(in: .fixed(60))
    #expect(there.adding(seconds: 60).offset == 330)
    #expect(there.adding(seconds: 60).seconds == noon.seconds + 60)
  }

  private func talk(_ words: String) -> String? {
    DateWords(now: noon, direction: .nearest).talk(words)?.start.description
  }

  @Test(arguments: [
    ("21 mar 12pm", "2026-03-21T12:00:00Z"), ("21 mar 12am", "2026-03-21T00:00:00Z"),
    ("21 mar 1pm", "2026-03-21T13:00:00Z"), ("21 mar 11am", "2026-03-21T11:00:00Z"),
    ("21 mar quarter to 3 pm", "2026-03-21T14:45:00Z"),
    ("21 mar quarter past 3 pm", "2026-03-21T15:15:00Z"),
    ("21 mar half past 3 pm", "2026-03-21T15:30:00Z"), ("21 mar 23:59", "2026-03-21T23:59:00Z"),
  ]) func anHourIsRead(_ words: String, _ iso: String) { #expect(talk(words) == iso) }

  @Test func whatIsNoHourIsNone() {
    for words in ["21 mar at 24", "21 mar at 2400", "21 mar 13pm", "21 mar 0am"] {
      #expect(talk(words) == nil, "\(words)")
    }
    #expect(talk("21 mar at 23") != nil)
    #expect(talk("21 mar 14:00-15:00") == nil)
    #expect(talk("21 mar 2-3pm") == nil)
    #expect(DateWords(now: noon, direction: .past).day("last night") == Day(2026, 3, 19))
    #expect(DateWords(now: noon, direction: .past).day("this morning") == Day(2026, 3, 20))
  }
}
