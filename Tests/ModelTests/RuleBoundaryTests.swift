import Testing

@testable import DebriefModel

/// Where each rule begins and ends, as its words have it: on the day, one before, one after; none, one and two;
/// both directions.
@Suite(.timed) struct RuleBoundaryTests {
  let today = noon.day
  let app = ID("app")

  func home(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier { dossier(fill) }
  func event(
    _ kind: Event.Kind, _ offset: Int, due: Int? = nil, _ who: String? = nil, at seconds: Int = 0,
    round: String? = nil, tone: Tone? = nil
  ) -> Event {
    Event(
      id: ID("\(kind)\(offset)\(who ?? "")\(seconds)"), application: app, kind: kind,
      on: today.adding(days: offset), recorded: noon.adding(seconds: seconds)
    ) {
      $0.due = due.map { today.adding(days: $0) }
      $0.person = who.map { ID($0) }
      $0.interview = round.map { ID($0) }
      $0.tone = tone
    }
  }
  func round(_ number: Int = 1, at seconds: Int, _ people: String...) -> Interview {
    Interview(id: ID("i\(number)"), application: app, recorded: noon) {
      $0.round = number
      $0.minutes = 60
      $0.start = noon.adding(seconds: seconds)
      $0.people = people.map { ID($0) }
    }
  }
  func round(_ number: Int = 1, on offset: Int) -> Interview {
    Interview(id: ID("i\(number)"), application: app, recorded: noon) {
      $0.round = number
      $0.start = noon.at(today.adding(days: offset))
      $0.dayOnly = true
    }
  }
  func reply(
    _ id: String = "f", asked: Int? = nil, received: Int? = nil,
    _ fill: (inout Feedback) -> Void = { _ in }
  ) -> Feedback {
    Feedback(id: ID(id), application: app, recorded: noon) {
      $0.asked = asked.map { today.adding(days: $0) }
      $0.received = received.map { today.adding(days: $0) }
      fill(&$0)
    }
  }
  func letter(_ kind: LetterKind, _ offset: Int, _ who: String? = nil) -> Letter {
    Letter(id: ID("\(kind)\(offset)"), application: app, kind: kind.rawValue, recorded: noon) {
      ($0.state, $0.sent, $0.to) = (.sent, today.adding(days: offset), who.map { ID($0) })
    }
  }
  func answer(
    _ item: String, _ value: String, at seconds: Int = 0, skipped: Bool = false,
    in debrief: String = "d"
  ) -> Response {
    Response(
      id: ID("\(item)\(seconds)"), application: app, debrief: ID(debrief), item: item,
      answered: noon.adding(seconds: seconds)
    ) {
      $0.value = value
      if skipped { $0.skipped = "later" }
    }
  }
  func turn(
    _ id: String, _ question: String = "Why?", asker: Turn.Asker = .them, rating: Int? = nil,
    at seconds: Int = 0, _ fill: (inout Turn) -> Void = { _ in }
  ) -> Turn {
    Turn(id: ID(id), application: app, recorded: noon.adding(seconds: seconds)) {
      ($0.question, $0.asker, $0.rating) = (question, asker, rating)
      fill(&$0)
    }
  }
  func thing(
    _ id: String, _ kind: Preparation.Kind, _ text: String = "x",
    _ state: Preparation.State = .open,
    at seconds: Int = 0, _ fill: (inout Preparation) -> Void = { _ in }
  ) -> Preparation {
    Preparation(id: ID(id), application: app, kind: kind, recorded: noon.adding(seconds: seconds)) {
      ($0.text, $0.state) = (text, state)
      fill(&$0)
    }
  }
  func mark(_ entry: String, _ action: Mark.Action, at seconds: Int = 0) -> Mark {
    Mark(
      id: ID("\(entry)\(seconds)"), application: app, entry: entry, action: action,
      recorded: noon.adding(seconds: seconds))
  }
  let hal = Person(id: ID("hal")) { ($0.name, $0.part) = ("Hal", .hr) }
  let max = Person(id: ID("max")) { ($0.name, $0.part) = ("Max", .manager) }
  let ann = Person(id: ID("ann")) { ($0.name, $0.part) = ("Ann", .interviewer) }
  let rex = Person(id: ID("rex")) { ($0.name, $0.part) = ("Rex", .recruiter) }

  // MARK: - After a no

  func step(
    _ step: AfterNo.Step, refused: Int = -1, _ fill: (inout Dossier) -> Void = { _ in }
  ) -> AfterNo.Item? {
    let it = home {
      $0.people = [ann, max, hal]
      $0.interviews = [round(at: -9 * 86400, "ann")]
      $0.events = [event(.refused, refused)]
      fill(&$0)
    }
    return AfterNo(it, now: noon)?.items.first { $0.step == step }
  }

  @Test func aStepIsLateAfterItsDay() throws {
    func isLate(_ refused: Int, _ which: AfterNo.Step) throws -> Bool {
      try #require(step(which, refused: refused)).isLate(today)
    }
    #expect(try !isLate(-2, .manager) && isLate(-3, .manager))
    #expect(try !isLate(-2, .hr) && isLate(-3, .hr))
    #expect(try !isLate(-7, .ask) && isLate(-8, .ask))
  }

  @Test func whatWasDoneSinceTheNoCounts() {
    func on(_ which: AfterNo.Step, _ fill: (inout Dossier) -> Void) -> Int? {
      step(which, fill)?.on.map { today.days(to: $0) }
    }
    #expect(on(.manager) { $0.letters = [letter(.manager, -2)] } == nil)
    #expect(on(.manager) { $0.letters = [letter(.manager, -1)] } == -1)
    #expect(on(.manager) { $0.letters = [letter(.manager, 0), letter(.manager, -1)] } == -1)
    #expect(on(.manager) { $0.letters = [letter(.manager, -1), letter(.manager, 0)] } == -1)
    #expect(on(.manager) { $0.events.append(event(.thanked, -2, "max")) } == nil)
    #expect(on(.manager) { $0.events.append(event(.thanked, -1, "max")) } == -1)
    #expect(on(.manager) { $0.events.append(event(.thanked, -1, "ann")) } == nil)
    #expect(on(.hr) { $0.events.append(event(.thanked, -1, "hal")) } == -1)
    #expect(on(.hr) { $0.events.append(event(.thanked, -1, "ann")) } == nil)
    #expect(on(.hr) { $0.events.append(event(.thanked, -1, "max")) } == nil)
    #expect(on(.ask) { $0.feedback = [reply(asked: -2)] } == nil)
    #expect(on(.ask) { $0.feedback = [reply(asked: -1)] } == -1)
  }

  @Test func aStepIsLeftOutAsOneSaid() {
    func isDropped(_ fill: (inout Dossier) -> Void) -> Bool {
      step(.manager, fill)?.isDropped == true
    }
    #expect(isDropped { $0.responses = [answer("letter.manager", "leave")] })
    #expect(!isDropped { $0.responses = [answer("letter.manager", "leave", skipped: true)] })
    #expect(
      !isDropped {
        $0.responses = [answer("letter.manager", "leave")]
        $0.letters = [letter(.manager, 0)]
      })
    let (first, last) = (mark("after-no/manager", .dropped), mark("after-no/manager", .done, at: 1))
    #expect(step(.manager) { $0.marks = [first, last] }?.isDone == true)
    #expect(step(.manager) { $0.marks = [last, first] }?.isDone == true)
    let (done, dropped) = (
      mark("after-no/manager", .done), mark("after-no/manager", .dropped, at: 1)
    )
    #expect(isDropped { $0.marks = [done, dropped] })
    #expect(step(.hr) { $0.people = [ann, rex] }?.text == "thank Rex in a separate note")
  }

  // MARK: - Asked questions

  @Test func twoWordsMakeAQuestionTheSame() {
    #expect(!AskedQuestions.isSame("deployment", "deployment"))
    #expect(AskedQuestions.isSame("deployment team", "team deployment"))
    #expect(AskedQuestions.isSame("deployment team size", "team deployment"))
    #expect(!AskedQuestions.isSame("deployment team size budget", "team deployment"))
    #expect(AskedQuestions.words("an API for the app") == ["api", "app"])
  }

  @Test func eachQuestionTicksOneOfMine() {
    let known = ["a", "b"].map { thing($0, .question, "How big is the deployment team?") }
    func ticked(_ turns: Turn...) -> [Preparation] {
      AskedQuestions.ticked(turns, known, today: today).compactMap {
        if case .update(_, .preparation(let it)) = $0 { it } else { nil }
      }
    }
    let mine = (1...3).map { turn("t\($0)", "How big is the deployment team?", asker: .me) }
    #expect(ticked(mine[0]).map(\.id) == [ID("a")])
    #expect(ticked(mine[0], mine[1]).map(\.id) == [ID("a"), ID("b")])
    #expect(ticked(mine[0], mine[1], mine[2]).count == 2)
    #expect(ticked(turn("t", "How big is the deployment team?")).isEmpty)
    var noted = thing("c", .question, "How big is the deployment team?")
    noted.detail = "twelve"
    let answered = turn("t", "How big is the deployment team?", asker: .me) { $0.answer = "ten" }
    let next = AskedQuestions.ticked([answered], [noted], today: today)
    #expect(next.count == 1)
    if case .update(_, .preparation(let it))? = next.first { #expect(it.detail == "twelve") }
  }

  // MARK: - Backups

  @Test func backupsAreKeptByNumberAndByWeek() {
    // Friday, 20 March 2026; its week begins on Monday the 16th.
    func stamp(_ offset: Int, _ minute: Int = 0) -> BackupStamp {
      BackupStamp(today.adding(days: offset), minute: minute)
    }
    func kept(_ made: [BackupStamp]) -> Set<BackupStamp> { BackupRotation.kept(made, today: today) }
    let ten = (0..<10).map { stamp(0, 100 + $0) }
    #expect(kept(ten + [stamp(0, 5)]) == Set(ten))
    // Eight weeks, this one with them: the eighth begins on Monday, 26 January.
    #expect(kept(ten + [stamp(-53)]).contains(stamp(-53)))
    #expect(!kept(ten + [stamp(-54)]).contains(stamp(-54)))
    #expect(kept(ten + [stamp(-11), stamp(-9)]).contains(stamp(-9)))
    #expect(!kept(ten + [stamp(-11), stamp(-9)]).contains(stamp(-11)))
    // Sunday the 15th is of the week before, Monday the 16th of this one.
    #expect(kept(ten + [stamp(-5), stamp(-6)]).contains(stamp(-5)))
    let ahead = (1...11).map { stamp($0) }
    #expect(kept(ahead) == Set(ahead.suffix(10)))
    #expect(kept(ten + ahead.prefix(1)) == Set(ten + ahead.prefix(1)))
    #expect(BackupStamp("2026-03-20-2359") != nil && BackupStamp("2026-03-20-2400") == nil)
    #expect(BackupStamp("2026-03-20-2360") == nil)
    #expect(BackupStamp(today, minute: 1, number: 1) < BackupStamp(today, minute: 1, number: 2))
  }

  // MARK: - Two texts

  @Test func bothTextsFindTheirPlace() {
    func merged(_ base: String, _ ours: String, _ theirs: String) -> String {
      BothTexts.merged(base: base, ours: ours, theirs: theirs)
    }
    let m = BothTexts.mark
    #expect(merged("a", "b", "") == "b")
    #expect(merged("a", "", "b") == "b")
    // What was only emptied elsewhere stays, typed over or not.
    #expect(merged("a", "a", "") == "a")
    #expect(merged("a", "b", "b and more") == "b and more")
    #expect(merged("", "b", "c") == "c\(m)b")
    #expect(merged("b", "B", "c\(m)b") == "c\(m)B")
    #expect(merged("b", "B", "b\(m)c") == "B\(m)c")
    #expect(merged("b", "B", "c\(m)b\(m)d") == "c\(m)B\(m)d")
    #expect(merged("x", "b", "c\(m)b\(m)d") == "c\(m)b\(m)d")
  }

  @Test func whatOneSaidStandsBesideTheirs() {
    func own(_ statement: String, _ fill: (inout Finding) -> Void = { _ in }) -> [String] {
      let reply = reply(received: -1) { $0.three = [.init("weak system design interview")] }
      let it = home {
        $0.feedback = [reply]
        var finding = finding("a")
        finding.statement = statement
        fill(&finding)
        $0.findings = [finding]
      }
      return it.bothViews(reasons: reasons).first?.own ?? []
    }
    #expect(own("system design") == ["system design"])
    #expect(own("design") == [])
    #expect(own("system design") { $0.evidence = Evidence(.feedback, ID("f")) } == [])
    #expect(own("system design") { $0.kind = .outside } == [])
    #expect(
      home { $0.feedback = [reply(asked: -1) { $0.three = [.init("x")] }] }.bothViews(reasons: [])
        .isEmpty)
    var many = home { d in
      d.feedback = [reply(received: -1) { $0.three = [.init("system design")] }]
      d.findings = (1...3).map { n in
        var it = finding("f\(n)")
        it.statement = "system design \(n)"
        return it
      }
    }
    many.sort()
    #expect(many.bothViews(reasons: []).first?.own.count == 2)
  }

  // MARK: - Circumstances, fit, predictions

  @Test func aFlagCountsOnce() {
    func flags(_ answers: [Response], _ findings: [Finding] = []) -> Int {
      Verdict.redFlags(
        home {
          $0.responses = answers
          $0.findings = findings
        })
    }
    let seen = answer(Verdict.flagsItem, "pressure")
    #expect(flags([]) == 0)
    #expect(flags([answer(Verdict.flagsItem, "none")]) == 0)
    #expect(flags([seen]) == 1)
    #expect(flags([answer(Verdict.flagsItem, "pressure", skipped: true)]) == 0)
    let told = finding("a", .outside, "R-TEAM", evidence: Evidence(.response, seen.id))
    #expect(flags([seen], [told]) == 1)
    #expect(flags([seen], [finding("a", .outside, "R-TEAM")]) == 2)
    #expect(flags([], [finding("a", .outside, "R-CIRC")]) == 0)
    func dodged(_ answers: Response...) -> Bool { Verdict.dodged(home { $0.responses = answers }) }
    #expect(!dodged(answer(Verdict.wantItem, "no")))
    #expect(dodged(answer(Verdict.wantItem, "no"), seen))
    #expect(!dodged(answer(Verdict.wantItem, "no"), answer(Verdict.wantItem, "yes", at: 1), seen))
    #expect(dodged(answer(Verdict.wantItem, "yes"), answer(Verdict.wantItem, "no", at: 1), seen))
  }

  @Test func aFitMovesBothWays() {
    func ratings(_ before: Int, _ after: Int) -> String {
      thing("a", .fit) { ($0.before, $0.after) = (before, after) }.ratings
    }
    #expect(ratings(2, 4) == "2 before, 4 after (+2)")
    #expect(ratings(4, 2) == "4 before, 2 after (-2)")
    #expect(ratings(3, 3) == "3 before, 3 after (the same)")
    #expect(FitRules.rating(home { _ in }, now: noon) == .before)
    #expect(FitRules.rating(home { $0.interviews = [round(at: 1)] }, now: noon) == .before)
    #expect(FitRules.rating(home { $0.interviews = [round(at: 0)] }, now: noon) == .after)
  }

  @Test func eachRoundIsPredictedOnce() {
    func forecast(_ id: String, _ round: String, at seconds: Int) -> Forecast {
      Forecast(
        id: ID(id), application: app, interview: ID(round), chance: 40,
        sealed: noon.adding(seconds: seconds))
    }
    let it = home {
      $0.interviews = [round(1, at: -9 * 86400), round(2, at: -86400)]
      $0.forecasts = [forecast("a", "i1", at: -8 * 86400)]
    }
    #expect(ForecastRules.round(it, now: noon)?.round == 2)
    #expect(ForecastRules.refusal(it, now: noon) == nil)
    var sealed = it
    sealed.forecasts.append(forecast("b", "i2", at: -3600))
    #expect(ForecastRules.refusal(sealed, now: noon)?.contains("already predicted") == true)
    #expect(ForecastRules.standing(sealed)?.id == ID("b"))
    sealed.forecasts.reverse()
    #expect(ForecastRules.standing(sealed)?.id == ID("b"))
  }

  // MARK: - Freshness

  @Test func whatIsFreshFades() {
    func words(_ ended: Int) -> String? { Freshness(round(at: -3600 - ended), now: noon)?.words }
    #expect(words(-3600) == "fresh: write it down today")
    #expect(words(24 * 3600 - 1) == "fresh: write it down today")
    #expect(words(24 * 3600) == "still fairly fresh")
    #expect(words(72 * 3600 - 1) == "still fairly fresh")
    #expect(words(72 * 3600) == "")
    #expect(Freshness(round(at: 1), now: noon) == nil)
    #expect(Freshness(round(at: 0), now: noon)?.hours == 0)
  }

  @Test func lateIsMoreThan48Hours() {
    func late(_ seconds: Int, of it: Interview) -> String? {
      Freshness.lateness(noon.adding(seconds: seconds), of: [it], [])
    }
    let talk = round(at: -3600)
    #expect(late(49 * 3600 - 1, of: talk) == nil)
    #expect(late(49 * 3600, of: talk) == "written down 2 days later")
    let day = round(on: 0)
    let end = noon.at(today.adding(days: 1)).seconds - noon.seconds
    #expect(late(end + 49 * 3600 - 1, of: day) == nil)
    #expect(late(end + 49 * 3600, of: day) == "written down 3 days later")
    let rounds = [round(1, at: -9 * 86400), round(2, at: -7200)]
    #expect(Freshness.lateness(noon, round: ID("i1"), of: rounds, []) != nil)
    #expect(Freshness.lateness(noon, round: ID("i2"), of: rounds, []) == nil)
    #expect(Freshness.lateness(noon, of: rounds, []) == nil)
  }

  @Test func onlyWhatWasNoticedThereIsLate() {
    let it = home {
      $0.interviews = [round(at: -9 * 86400)]
      $0.turns = [turn("t", at: -9 * 86400 + 7200) { $0.interview = ID("i1") }]
    }
    #expect(it.lateness(finding("a")) != nil)
    #expect(it.lateness(finding("a", evidence: Evidence(.feedback, ID("f")))) == nil)
    #expect(it.lateness(finding("a", phase: .before)) == nil)
    #expect(it.lateness(finding("a", evidence: Evidence(.turn, ID("t")))) == nil)
  }
}
