import DebriefModel
import TestSupport
import Testing

/// Holding, counting and timing letters: rules as properties.
@Suite(.timed) struct LetterPaceTests {
  private let now = TestClock.morning
  private let settings = LetterSettings()

  private func dossier(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier {
    var it = Dossier(Application(id: ID("a"), created: now) { $0.company = "Muster" })
    fill(&it)
    return it
  }

  private func event(_ kind: Event.Kind, _ day: String, person: String? = nil) -> Event {
    Event(id: ID("\(kind)\(day)"), application: ID("a"), kind: kind, on: date(day), recorded: now) {
      $0.person = person.map { ID($0) }
    }
  }

  private func letter(
    _ kind: LetterKind, sent day: String? = nil, to: String? = nil
  ) -> Letter {
    Letter(id: ID("\(kind)\(day ?? "")"), application: ID("a"), kind: kind.rawValue, recorded: now)
    {
      $0.to = to.map { ID($0) }
      $0.text = "Dear you"
      $0.sent = day.map { date($0) }
      $0.state = day == nil ? .draft : .sent
    }
  }

  // MARK: Hold

  @Test(arguments: 1...5) func onlyALowMoodHolds(_ mood: Int) {
    let until = LetterHold.until(mood: mood, settings, now: now)
    #expect(until == (mood <= 2 ? now.adding(seconds: 86400) : nil))
  }

  @Test func nobodyIsHeldWithoutAMood() {
    #expect(LetterHold.until(mood: nil, settings, now: now) == nil)
  }

  @Test func theMoodOfTodayCountsBeforeThatOfTheDebrief() {
    let low = dossier {
      $0.debriefs = [
        Debrief(id: ID("d"), application: ID("a"), branch: .ghosted, started: now)
      ]
      $0.responses = [
        Response(
          id: ID("r"), application: ID("a"), debrief: ID("d"), item: WizardFacts.moodItem,
          answered: now
        ) { $0.value = "1" }
      ]
    }
    #expect(LetterHold.mood(low, today: nil, now: now) == 1)
    #expect(LetterHold.mood(low, today: 4, now: now) == 4)
    let later = now.adding(seconds: 3 * 86400)
    #expect(LetterHold.mood(low, today: nil, now: later) == nil, "it was another day")
    var closed = low
    closed.debriefs[0].closed = now
    #expect(LetterHold.mood(closed, today: nil, now: now) == nil)
  }

  @Test func aHeldLetterBecomesReadyByItself() {
    var it = letter(.request)
    it.state = .held
    it.heldUntil = now.adding(seconds: 60)
    #expect(it.standing(now: now) == .held)
    #expect(it.standing(now: now.adding(seconds: 60)) == .ready)
    it.state = .sent
    #expect(it.standing(now: now) == .sent)
  }

  @Test func goingEarlyKeepsTheReason() {
    var it = letter(.request)
    it.state = .held
    it.heldUntil = now.adding(seconds: 3600)
    let change = Recipe.release(it, why: "they asked for it today")
    guard case .letter(let next)? = change.operations.first?.entity else {
      Issue.record("no letter")
      return
    }
    #expect(next.override == "they asked for it today" && !next.isHeld(now: now))
  }

  // MARK: Budget

  @Test func aLetterAndItsFactAreOneContact() {
    let it = dossier {
      $0.events = [event(.thanked, "2026-03-09", person: "ines"), event(.chased, "2026-03-12")]
      $0.letters = [
        letter(.thanks, sent: "2026-03-09", to: "ines"),
        letter(.touch, sent: "2026-03-15", to: "ines"), letter(.manager),
      ]
    }
    let budget = ContactBudget(it, elsewhere: [], settings, today: now.day)
    #expect(budget.contacts.map(\.day.description) == ["2026-03-15", "2026-03-12", "2026-03-09"])
    #expect(budget.isSpent)
    #expect(
      budget.warning("Muster")?.hasPrefix("You've contacted Muster 3 times in 30 days") == true)
  }

  @Test func onlyTheLastThirtyDaysCount() {
    let it = dossier {
      $0.events = [event(.thanked, "2026-02-18"), event(.chased, "2026-02-19")]
    }
    let elsewhere = [Outreach(date("2026-03-01")), Outreach(date("2026-01-01"))]
    let budget = ContactBudget(it, elsewhere: elsewhere, settings, today: now.day)
    #expect(budget.contacts.map(\.day.description) == ["2026-03-01", "2026-02-19"])
    #expect(!budget.isSpent && budget.warning("Muster") == nil)
  }

  // MARK: Timing

  @Test func aRequestIsBestADayOrTwoAfterTheNo() {
    let it = dossier { $0.events = [event(.refused, "2026-03-20")] }
    func advice(_ day: String) -> String? {
      LetterTiming.advice(
        .request, it, settings, now: Moment(date(day), hour: 12))
    }
    #expect(advice("2026-03-20")?.hasPrefix("Best sent between") == true)
    #expect(advice("2026-03-21")?.hasPrefix("Any day through") == true)
    #expect(advice("2026-03-22") == "Today is the best day for it.")
    #expect(advice("2026-03-23")?.contains("better late") == true)
    #expect(LetterTiming.advice(.touch, it, settings, now: now) == nil)
  }

  @Test func aRequestWithoutThanksIsWarnedOf() {
    var it = dossier { $0.events = [event(.held, "2026-03-09"), event(.refused, "2026-03-19")] }
    #expect(LetterTiming.unthanked(.request, it, now: now) != nil)
    #expect(LetterTiming.unthanked(.manager, it, now: now) == nil)
    it.letters = [letter(.thanks)]
    #expect(LetterTiming.unthanked(.request, it, now: now) != nil, "a draft is not sent")
    it.letters = [letter(.thanks, sent: "2026-03-10")]
    #expect(LetterTiming.unthanked(.request, it, now: now) == nil)
    it.letters = []
    // What the debrief was told is known, though no day is.
    func said(_ item: String, _ value: String, skipped: String = "") -> String? {
      it.responses = [
        Response(
          id: ID("r"), application: it.application.id, debrief: ID("d"), item: item, answered: now
        ) { ($0.value, $0.skipped) = (value, skipped) }
      ]
      return LetterTiming.unthanked(.request, it, now: now)
    }
    #expect(said("habits.after", "thanked proofread") == nil && said("thanks.sent", "later") == nil)
    #expect(said("habits.after", "proofread") != nil && said("habits.after", "none") != nil)
    #expect(said("thanks.sent", "none") != nil)
    #expect(said("habits.after", "thanked", skipped: "later") != nil)
    it.responses = []
    it.events.append(event(.thanked, "2026-03-10"))
    #expect(LetterTiming.unthanked(.request, it, now: now) == nil)
  }

  // MARK: Sent

  @Test(arguments: LetterKind.allCases) func sendingIsOneChangeThatUndoTakesBack(_ kind: LetterKind)
  {
    let it = letter(kind, to: "ines")
    let home = dossier {
      $0.letters = [it]
      $0.people = [Person(id: ID("ines")) { $0.name = "Ines Muster" }]
    }
    var ids = IDSource(seed: 1)
    let sending = Sending(
      on: date("2026-03-19"), due: kind.patience.map { now.day.adding(days: $0) })
    let change = Recipe.sent(it, sending, home, ids: &ids, now: now)
    var facts: [Event.Kind] = []
    var asks: [Feedback] = []
    for case .insert(let entity) in change.operations {
      switch entity {
      case .event(let event): facts.append(event.kind)
      case .feedback(let ask): asks.append(ask)
      default: Issue.record("\(entity.kind) has no place here")
      }
    }
    #expect(facts == kind.fact(.waiting).map { [$0] } ?? [])
    #expect(asks.count == (kind == .request ? 1 : 0))
    #expect(asks.allSatisfy { $0.isWaiting && $0.from == "Ines Muster" && $0.due == sending.due })
    let back = change.inverse
    #expect(back.operations.last == .update(from: change.operations[0].entity, to: .letter(it)))
    #expect(back.operations.count == change.operations.count)
  }

  @Test func aWithdrawalIsNoFactTwice() {
    #expect(LetterKind.withdrawal.fact(.waiting) == .withdrew)
    #expect(LetterKind.withdrawal.fact(.offer(on: now.day)) == .declined)
    #expect(LetterKind.withdrawal.fact(.withdrew(on: now.day)) == nil)
  }

  @Test func theReplyInTheLogAnswersItsLetter() {
    let it = letter(.request, sent: "2026-03-10", to: "ines")
    var ask = Feedback(id: ID("f"), application: ID("a"), recorded: now) {
      $0.person = ID("ines")
      $0.asked = date("2026-03-10")
    }
    #expect(Recipe.ask(it, dossier { $0.feedback = [ask] })?.id == ID("f"))
    #expect(Recipe.answers(ask, [it]).isEmpty)
    ask.received = date("2026-03-12")
    ask.candour = .specific
    guard case .letter(let next)? = Recipe.answers(ask, [it]).first?.entity else {
      Issue.record("the letter still waits")
      return
    }
    #expect(next.state == .answered && next.answered == date("2026-03-12") && next.useful == true)
    ask.person = ID("other")
    #expect(Recipe.answers(ask, [it]).isEmpty)
  }

  // MARK: What came of them

  @Test func countsAreCountsOfWhatWentOut() {
    func sent(
      _ kind: LetterKind, _ channel: Channel?, _ delay: Int?, _ answered: Bool, _ useful: Bool
    ) -> FollowThrough.Sent {
      FollowThrough.Sent(
        kind: kind.rawValue, channel: channel, delay: delay, answered: answered, useful: useful)
    }
    let counts = FollowThrough([
      sent(.request, .email, 0, false, false), sent(.request, .email, 2, true, true),
      sent(.request, .phone, 1, true, false), sent(.thanks, nil, nil, false, false),
    ])
    #expect(counts.byKind.map(\.label) == [LetterKind.thanks.title, LetterKind.request.title])
    #expect(counts.byKind.last.map { [$0.sent, $0.answered, $0.useful] } == [3, 2, 1])
    #expect(
      counts.byChannel.map { [$0.sent, $0.answered, $0.useful] } == [
        [2, 1, 1], [1, 1, 0], [1, 0, 0],
      ])
    #expect(
      counts.byDelay.map(\.label) == [
        "the same day", "1 to 2 days later", "no date to count from",
      ])
    #expect(counts.byDelay.map(\.sent) == [1, 2, 1])
    #expect(FollowThrough([]).isEmpty)
  }

  // MARK: Agenda and call card

  @Test func restAndAnswersAreOnTheAgenda() {
    var facts = Facts(Application(id: ID("a"), created: now) { $0.company = "Muster" })
    var resting = letter(.request)
    resting.state = .held
    resting.heldUntil = now.adding(seconds: 3600)
    var asked = letter(.access, sent: "2026-03-01")
    asked.due = date("2026-03-22")
    var request = letter(.request, sent: "2026-03-01")
    request.due = date("2026-03-22")
    facts.letters = [resting, asked, request]
    let entries = Agenda.entries([facts], now: now).filter { $0.kind == .letter }
    // The request is in the log: it is not said twice.
    #expect(Set(entries.map(\.subject)) == [resting.id, asked.id])
    #expect(entries.first { $0.subject == resting.id }?.when == "until today 11:00")
    let later = Agenda.entries([facts], now: now.adding(seconds: 7200))
    let ready = later.first { $0.subject == resting.id }
    #expect(ready?.when == "ready" && ready?.urgent == true)
  }

  @Test func theCallCardNamesWhoIsKnown() {
    let text = "Thank you, {them}. I like {company}. {nothing}"
    let known = dossier { $0.people = [Person(id: ID("i")) { $0.name = "Ines" }] }
    #expect(
      CallCard.filled(text, known, nil) == "Thank you, Ines. I like Muster. {nothing}")
    #expect(CallCard.filled(text, dossier(), nil) == "Thank you. I like Muster. {nothing}")
  }
}

private func moment(_ iso: String) -> Moment { Moment(iso: iso)! }
private func date(_ iso: String) -> Day { Day(iso: iso)! }
