import Testing

@testable import DebriefModel

/// Where each rule of the to-do list begins and ends: a day or a second before, then, and after; with none,
/// one and two of everything.
@Suite(.timed) struct AgendaBoundaryTests {
  let today = noon.day
  let app = ID("app")
  let day = 86400

  func facts(
    _ id: String = "app", _ company: String = "Acme", _ fill: (inout Facts) -> Void
  )
    -> Facts
  {
    var it = Facts(Application(id: ID(id), created: noon) { $0.company = company })
    fill(&it)
    it.events.sort(by: Event.inOrder)
    return it
  }
  func event(
    _ kind: Event.Kind, _ offset: Int, due: Int? = nil, person: String? = nil, round: String? = nil
  ) -> Event {
    Event(
      id: ID("\(kind)\(offset)"), application: app, kind: kind, on: today.adding(days: offset),
      recorded: noon
    ) {
      $0.due = due.map { today.adding(days: $0) }
      $0.person = person.map { ID($0) }
      $0.interview = round.map { ID($0) }
    }
  }
  func round(
    _ id: String = "i", at seconds: Int, minutes: Int? = 60, people: [String] = []
  ) -> Interview {
    Interview(id: ID(id), application: app, recorded: noon) {
      $0.start = noon.adding(seconds: seconds)
      $0.minutes = minutes
      $0.people = people.map { ID($0) }
    }
  }
  func round(_ id: String = "i", on offset: Int, people: [String] = []) -> Interview {
    Interview(id: ID(id), application: app, recorded: noon) {
      $0.start = noon.at(today.adding(days: offset))
      $0.dayOnly = true
      $0.people = people.map { ID($0) }
    }
  }
  func ask(_ id: String, _ asked: Int, due: Int?, recorded: Moment = noon) -> Feedback {
    Feedback(id: ID(id), application: app, recorded: recorded) {
      $0.asked = today.adding(days: asked)
      $0.due = due.map { today.adding(days: $0) }
    }
  }
  func thing(
    _ kind: Preparation.Kind, due: Int, text: String = "x", recorded: Moment = noon
  ) -> Preparation {
    Preparation(id: ID("p"), application: app, kind: kind, recorded: recorded) {
      $0.text = text
      $0.due = today.adding(days: due)
    }
  }
  func mark(
    _ entry: String, _ action: Mark.Action, until: Int? = nil, id: String = "m",
    recorded: Moment = noon
  ) -> Mark {
    Mark(
      id: ID(id), application: app, entry: entry, action: action,
      until: until.map { today.adding(days: $0) }, recorded: recorded)
  }
  func letter(_ kind: LetterKind, _ fill: (inout Letter) -> Void) -> Letter {
    Letter(id: ID("l"), application: app, kind: kind.rawValue, recorded: noon, fill)
  }
  func answer(
    _ item: String, _ value: String, at moment: Moment = noon, skipped: Bool = false
  )
    -> Response
  {
    var it = Response(
      id: ID("\(item)\(moment.seconds)"), application: app, debrief: ID("d"), item: item,
      answered: moment)
    it.value = value
    if skipped { it.skipped = "later" }
    return it
  }
  func entries(_ all: Facts..., now: Moment = noon, isCalendar: Bool = false)
    -> [AgendaEntry]
  {
    Agenda.entries(all, now: now, isCalendar: isCalendar)
  }
  func kinds(_ it: Facts, now: Moment = noon) -> [AgendaEntry.Kind] {
    entries(it, now: now).map(\.kind)
  }
  func has(_ kind: AgendaEntry.Kind, _ it: Facts, now: Moment = noon) -> Bool {
    kinds(it, now: now).contains(kind)
  }

  // MARK: - Order and words

  @Test func whatIsDueTodayIsNotLate() {
    func urgency(_ offset: Int) -> [Int] {
      let it = facts { $0.improvements = [change(by: offset)] }
      let (late, due) = Agenda.urgency(Agenda.entries([it], now: noon), now: noon)
      return [late, due]
    }
    #expect(urgency(-1) == [1, 0])
    #expect(urgency(0) == [0, 1])
    #expect(urgency(1) == [0, 0])
  }

  func change(by offset: Int, _ fill: (inout Improvement) -> Void = { _ in }) -> Improvement {
    Improvement(id: ID("c"), application: app, recorded: noon) {
      $0.what = "say less"
      $0.by = today.adding(days: offset)
      fill(&$0)
    }
  }

  @Test func whatIsUrgentComesFirst() {
    let late = facts("b", "Zeta") { $0.improvements = [change(by: 0)] }
    let far = facts("a", "Alpha") { $0.improvements = [change(by: 3)] }
    #expect(entries(far, late).map(\.company) == ["Zeta", "Alpha"])
  }

  @Test func anInboxSaysHowMany() {
    func text(_ count: Int) -> String? {
      Agenda.inbox(Waiting(count: count, since: noon), now: noon)?.text
    }
    #expect(text(0) == nil)
    #expect(text(1) == "1 note to file")
    #expect(text(2) == "2 notes to file")
  }

  @Test(arguments: [
    (-2 * 86400, "2 days late"), (-86400, "1 day late"), (-1, "today, late"),
    (0, "within the hour"),
    (3599, "within the hour"), (3600, "today, 1 hour left"), (7200, "today, 2 hours left"),
    (86400, "tomorrow 12:00"), (2 * 86400, "Sun 22 Mar"),
  ]) func aMomentIsSaidFromNow(_ seconds: Int, _ words: String) {
    #expect(Agenda.until(noon.adding(seconds: seconds), now: noon) == words)
  }

  @Test(arguments: [
    (0, "1 minute"), (119, "1 minute"), (120, "2 minutes"), (3599, "59 minutes"), (3600, "1 hour"),
    (7199, "1 hour"), (7200, "2 hours"), (86399, "23 hours"), (86400, "1 day"),
    (2 * 86400 - 1, "1 day"), (2 * 86400, "2 days"),
  ]) func aLengthIsSaid(_ seconds: Int, _ words: String) {
    #expect(Agenda.ago(seconds) == words)
  }

  // MARK: - Marks

  @Test func theLatestMarkCounts() {
    let entry = "change/c"
    func due(_ first: Mark, _ second: Mark) -> Int? {
      let it = facts {
        $0.improvements = [change(by: 0)]
        $0.marks = [first, second]
      }
      return entries(it).first.map { today.days(to: $0.due.day) }
    }
    let early = mark(entry, .moved, until: -1, id: "a", recorded: noon.adding(seconds: -60))
    let late = mark(entry, .moved, until: 0, id: "b")
    #expect(due(early, late) == 0)
    #expect(due(late, early) == 0)
    // Of two of one second, the later id.
    #expect(due(mark(entry, .moved, until: -1, id: "a"), late) == 0)
    #expect(due(late, mark(entry, .moved, until: -1, id: "a")) == 0)
  }

  @Test func whatWasMovedComesBackOnItsDay() {
    func isThere(_ until: Int, _ action: Mark.Action = .moved) -> Bool {
      !entries(
        facts {
          $0.improvements = [change(by: -3)]
          $0.marks = [mark("change/c", action, until: until)]
        }
      ).isEmpty
    }
    #expect(isThere(-1))
    #expect(isThere(0))
    #expect(!isThere(1))
    #expect(!isThere(0, .dropped))
    #expect(!isThere(0, .done))
  }

  @Test func whatWasMovedRemindsOnItsNewDayOnly() throws {
    let call = facts {
      $0.interviews = [round(at: -3600)]
      $0.marks = [mark("capture/i", .moved, until: 0)]
    }
    let capture = try #require(entries(call).first { $0.kind == .capture })
    #expect(capture.reminders.isEmpty)
    #expect(capture.due == noon.at(today, hour: 17))
    let free = try #require(
      entries(facts { $0.interviews = [round(at: -3600)] }).first { $0.kind == .capture })
    #expect(free.reminders == [1800, 7200, 86400].map { noon.adding(seconds: $0) })
  }

  @Test func aDayIsDueInItsEvening() throws {
    let entry = try #require(entries(facts { $0.improvements = [change(by: 0)] }).first)
    #expect(entry.due == noon.at(today, hour: 17))
    #expect(entry.urgent)
    #expect(try !#require(entries(facts { $0.improvements = [change(by: 1)] }).first).urgent)
  }

  // MARK: - Changes and chores

  @Test func aChangeIsShownAWeekAhead() {
    func texts(_ offset: Int, _ fill: (inout Improvement) -> Void = { _ in }) -> [String] {
      entries(facts { $0.improvements = [change(by: offset, fill)] }).map(\.text)
    }
    #expect(texts(7) == ["try: say less"])
    #expect(texts(8) == [])
    #expect(texts(0) { $0.learning = true } == ["learn: say less"])
    #expect(texts(0) { $0.state = .done } == [])
    #expect(texts(0) { $0.state = .dropped } == [])
  }

  @Test func aDocumentIsShownAWeekAhead() {
    #expect(has(.document, facts { $0.preparations = [thing(.document, due: 7)] }))
    #expect(!has(.document, facts { $0.preparations = [thing(.document, due: 8)] }))
  }

  func call(at seconds: Int, _ id: String = "i") -> Interview {
    var it = round(id, at: seconds)
    it.format = .video
    return it
  }

  @Test func aVideoCallIsTestedADayAndAnHourBefore() throws {
    func due(_ calls: [Interview]) -> AgendaEntry? {
      entries(
        facts {
          $0.interviews = calls
          $0.preparations = [thing(.instruction, due: 1, text: "test the video call")]
        }
      ).first { $0.kind == .document }
    }
    #expect(due([call(at: 86401)])?.due == noon.adding(seconds: 1))
    // The moment itself is over: the hour before is next.
    #expect(due([call(at: 86400)])?.due == noon.adding(seconds: 86400 - 3600))
    #expect(due([call(at: 3600)])?.due == noon.adding(seconds: 3600))
    let two = try #require(due([call(at: 2 * 86400), call(at: 3 * 86400, "j")]))
    #expect(two.reminders == [86400, 2 * 86400 - 3600].map { noon.adding(seconds: $0) })
    let other = try #require(
      entries(
        facts {
          $0.interviews = [call(at: 2 * 86400)]
          $0.preparations = [thing(.instruction, due: 1, text: "bring the call sheet")]
        }
      ).first { $0.kind == .document })
    #expect(other.reminders.isEmpty)
  }

  @Test func anInstructionEndsWithItsRound() {
    func isThere(
      _ kind: Preparation.Kind, due: Int, rounds: [Interview], recorded: Moment
    ) -> Bool {
      has(
        .document,
        facts {
          $0.interviews = rounds
          $0.preparations = [thing(kind, due: due, recorded: recorded)]
        })
    }
    let over = round(at: -7200)
    let before = noon.adding(seconds: -9000)
    #expect(!isThere(.instruction, due: 0, rounds: [over], recorded: before))
    #expect(isThere(.instruction, due: 1, rounds: [over], recorded: before))
    #expect(isThere(.document, due: 0, rounds: [over], recorded: before))
    // What was noted as it began, or later, was for another.
    #expect(isThere(.instruction, due: 0, rounds: [over], recorded: noon.adding(seconds: -7200)))
    #expect(
      isThere(.instruction, due: 0, rounds: [over, round("j", at: 86400)], recorded: before))
  }

  @Test func whatIsNotedEndsWithTheApplication() {
    func isThere(recorded: Moment, due: Int) -> Bool {
      has(
        .document,
        facts {
          $0.events = [event(.refused, 0)]
          $0.preparations = [thing(.document, due: due, recorded: recorded)]
        })
    }
    #expect(!isThere(recorded: noon, due: 1))
    #expect(isThere(recorded: noon.adding(seconds: 1), due: 1))
    #expect(isThere(recorded: noon.adding(seconds: 1), due: 0))
    #expect(!isThere(recorded: noon.adding(seconds: 1), due: -1))
  }

  // MARK: - Promises, requests, silence

  @Test func aPromiseIsShownAWeekAheadAndAskedAboutOnceItIsOver() throws {
    func promise(_ due: Int, grace: Int = 2) -> AgendaEntry? {
      entries(
        facts {
          $0.events = [event(.promised, -30, due: due)]
          $0.patience.grace = grace
        }
      ).first { $0.kind == .promise }
    }
    #expect(promise(8) == nil && promise(7)?.due.day == Day(2026, 3, 27))
    #expect(promise(0)?.text == "they said by 20 Mar")
    // Thursday 19 March: two working days later it's Monday; without patience it's the day after.
    #expect(promise(-1)?.due.day == Day(2026, 3, 23))
    #expect(promise(-1, grace: 0)?.due.day == Day(2026, 3, 20))
    // Six working days later it's Friday 27, seven days ahead.
    #expect(promise(-1, grace: 6) != nil && promise(-1, grace: 7) == nil)
    func isAsked(_ chased: Int) -> Bool {
      !has(.promise, facts { $0.events = [event(.promised, -9, due: -1), event(.chased, chased)] })
    }
    #expect(!isAsked(-2))
    #expect(isAsked(-1))
    #expect(isAsked(0))
  }

  @Test func oneLetsGoAfterTwoRequestsThatAreOver() {
    func kinds(_ asks: [Feedback], _ answers: [Response] = []) -> [AgendaEntry.Kind] {
      entries(
        facts {
          $0.feedback = asks
          $0.responses = answers
        }
      ).map(\.kind)
    }
    #expect(kinds([ask("a", -9, due: -1)]) == [.reply])
    #expect(kinds([ask("a", -9, due: -2), ask("b", -8, due: -1)]) == [.noAnswer])
    #expect(kinds([ask("a", -9, due: -2), ask("b", -8, due: 0)]) == [.reply, .reply])
    let picked = [answer(NamedDay.parkedItem, today.adding(days: 1).description)]
    #expect(kinds([ask("a", -9, due: -2)], picked) == [.reply])
  }

  @Test func aDayPickedHoldsForWhatWasAskedBefore() throws {
    func due(answered: Int) -> Int? {
      let parked = answer(
        NamedDay.parkedItem, today.adding(days: 3).description, at: noon.adding(seconds: answered))
      let it = facts {
        $0.feedback = [ask("a", -2, due: 5)]
        $0.responses = [parked]
      }
      return entries(it).first { $0.kind == .reply }.map { today.days(to: $0.due.day) }
    }
    #expect(due(answered: 0) == 3)
    #expect(due(answered: -1) == 5)
  }

  @Test func silenceWaitsForAPromise() {
    func isSaid(promised due: Int) -> Bool {
      has(.silence, facts { $0.events = [event(.applied, -31), event(.promised, -31, due: due)] })
    }
    #expect(!isSaid(promised: -14))
    #expect(isSaid(promised: -15))
    // With long patience, its last day counts: two weeks are over, the grace isn't.
    func isSaid(grace: Int) -> Bool {
      var it = facts { $0.events = [event(.applied, -31), event(.promised, -31, due: -15)] }
      it.patience = Patience(silence: 30, grace: grace)
      return has(.silence, it)
    }
    // 5 March is a Thursday; eleven working days later it's Friday, 20 March.
    #expect(isSaid(grace: 10))
    #expect(!isSaid(grace: 11))
  }

  @Test func silenceIsDueOnItsFirstDay() throws {
    for (days, due) in [(30, 0), (31, -1), (60, -30)] {
      let entry = try #require(
        entries(facts { $0.events = [event(.applied, -days)] }).first { $0.kind == .silence })
      #expect(today.days(to: entry.due.day) == due)
    }
    #expect(!has(.silence, facts { $0.events = [event(.applied, -29)] }))
    #expect(!has(.silence, facts { $0.events = [event(.applied, -61)] }))
  }
}
