import DebriefModel
import Testing

/// What is booked is not what has happened: the one rule, and those who ask it.
@Suite(.timed) struct RoundStandingTests {
  /// 6 March, 14:00; `noon` of the other tests is long past it.
  let start = Moment(Day(number: 20_518), hour: 14)

  func at(_ days: Int, _ hour: Int = 12) -> Moment {
    Moment(start.day.adding(days: days), hour: hour)
  }

  /// A fact so many days from the round, written down that day at an hour or at another time.
  func fact(
    _ kind: Event.Kind, _ days: Int, _ hour: Int = 9, recorded: Moment? = nil,
    interview: String? = nil
  ) -> Event {
    Event(
      id: ID("\(kind)\(days)"), application: ID("app"), kind: kind,
      on: start.day.adding(days: days), recorded: recorded ?? at(days, hour)
    ) { $0.interview = interview.map { ID($0) } }
  }

  func round(
    _ number: Int = 1, _ days: Int = 0, hour: Int = 14, dayOnly: Bool = false
  ) -> Interview {
    Interview(id: ID("i\(number)"), application: ID("app"), recorded: at(-9)) {
      $0.round = number
      $0.kind = .panel
      $0.start = Moment(start.day.adding(days: days), hour: dayOnly ? 12 : hour)
      $0.dayOnly = dayOnly ? true : nil
    }
  }

  func status(_ rounds: [Interview], _ events: [Event], now: Moment) -> Status {
    Status(
      events: events.sorted(by: Event.inOrder), interviews: rounds, now: now,
      patience: Patience())
  }

  @Test(arguments: [Event.Kind.refused, .silent, .withdrew, .offered, .accepted])
  func anEndBeforeTheHourTakesARoundOff(_ kind: Event.Kind) {
    let it = round()
    #expect(it.standing([fact(kind, -2)], now: at(-1)) == .off)
    #expect(it.standing([fact(kind, -2)], now: at(1)) == .off)
    #expect(it.standing([fact(kind, 1)], now: at(2)) == .held)
    #expect(!status([it], [fact(kind, -2)], now: at(1)).everInterviewed)
    #expect(status([it], [fact(kind, 1)], now: at(2)).everInterviewed)
    var facts = Facts(Application(id: ID("app"), created: at(-9)) { $0.company = "Acme" })
    facts.interviews = [it]
    facts.events = [fact(kind, -2)]
    for now in [at(-1), at(0, 13), at(0, 16), at(1)] {
      let kinds = Agenda.entries([facts], now: now).map(\.kind)
      #expect(Set(kinds).isDisjoint(with: [.prepare, .capture, .thanks]), "\(now)")
    }
  }

  @Test func ofOneDayTheHourDecides() {
    let it = round()
    // Written down that morning: it came first. In the evening, or days later: it followed.
    #expect(it.standing([fact(.refused, 0, 9)], now: at(0, 20)) == .off)
    #expect(it.standing([fact(.refused, 0, 13)], now: at(0, 20)) == .off)
    #expect(it.standing([fact(.refused, 0, 14)], now: at(0, 20)) == .held)
    #expect(it.standing([fact(.refused, 0, 18)], now: at(0, 20)) == .held)
    #expect(it.standing([fact(.refused, 0, recorded: at(3))], now: at(3)) == .held)
    // A day that was corrected was written down before, which says nothing of the hour.
    #expect(it.standing([fact(.refused, 0, recorded: at(-2))], now: at(3)) == .held)
    // Without an hour nothing is known to have come before it.
    let day = round(dayOnly: true)
    #expect(day.standing([fact(.refused, 0, 9)], now: at(0, 10)) == .held)
    #expect(day.standing([fact(.refused, -1)], now: at(0, 10)) == .off)
    #expect(day.standing([], now: at(-1)) == .ahead)
    #expect(day.standing([], now: at(0, 1)) == .held)
  }

  @Test func itIsARoundOnceItHasBegun() {
    #expect(status([round()], [], now: at(0, 13)).stage == .invited)
    #expect(status([round()], [], now: at(0, 14)).stage == .interviewed(round: 1, kind: .panel))
    #expect(status([round()], [fact(.refused, -2)], now: at(1)).stage == .invited)
    #expect(status([round()], [fact(.refused, -2)], now: at(1)).branch == .rejectedWithoutInterview)
    #expect(status([round()], [fact(.refused, 2)], now: at(3)).branch == .rejectedAfterInterview)
  }

  @Test func oneHeldAndOneBooked() {
    let rounds = [round(1, -7), round(2, 0)]
    let events = [fact(.applied, -20), fact(.refused, -2)]
    let after = status(rounds, events, now: at(1))
    #expect(after.stage == .interviewed(round: 1, kind: .panel))
    #expect(after.branch == .rejectedAfterInterview)
    var dossier = dossier()
    dossier.interviews = rounds
    dossier.events = events
    #expect(dossier.held(now: at(1)).map(\.round) == [1])
    #expect(dossier.ahead(now: at(1)).isEmpty)
    #expect(ForecastRules.round(dossier, now: at(1))?.round == 1)
    #expect(PreparationRules.round(dossier, now: at(1))?.round == 1)
  }

  @Test func whatIsOpenAgainIsBookedAgain() {
    let events = [fact(.refused, -4), fact(.reopened, -2)]
    #expect(round().standing(events, now: at(-1)) == .ahead)
    #expect(round().standing(events, now: at(1)) == .held)
    // Opened again that day: for the round. After it: too late for it.
    #expect(round().standing([fact(.refused, -4), fact(.reopened, 0, 20)], now: at(1)) == .held)
    #expect(round().standing([fact(.refused, -4), fact(.reopened, 1)], now: at(2)) == .off)
  }

  @Test func aFactThatItWasHeldSettlesIt() {
    let held = fact(.held, 0, interview: "i1")
    #expect(round().standing([fact(.refused, -2), held], now: at(1)) == .held)
    #expect(round().standing([fact(.refused, -2), fact(.held, 0)], now: at(1)) == .held)
    var undated = round()
    undated.start = nil
    #expect(undated.standing([], now: at(1)) == .undated)
    #expect(undated.standing([held], now: at(1)) == .held)
    #expect(!status([undated], [], now: at(1)).everInterviewed)
  }

  /// What the list keeps says the same as the facts it is a copy of.
  @Test func theCopyOfTheListSaysTheSame() throws {
    let ends: [[Event]] = [
      [], [fact(.refused, -2)], [fact(.refused, 0, 9)], [fact(.refused, 0, 18)],
      [fact(.refused, -4), fact(.reopened, -1)], [fact(.held, 0)], [fact(.silent, 3)],
    ]
    var undated = round(3)
    undated.start = nil
    for events in ends {
      for rounds in [[round()], [round(dayOnly: true)], [round(1, -7), round(2)], [undated]] {
        let ledger = Ledger(events: events, interviews: rounds)
        var text = ledger.text
        let read = try #require(text.withUTF8 { Ledger(text: $0) })
        #expect(read == ledger)
        for now in [at(-1), at(0, 10), at(0, 15), at(9)] {
          #expect(
            Status(read, now: now, patience: Patience())
              == Status(events: events, interviews: rounds, now: now, patience: Patience()))
        }
      }
    }
  }

  /// Everyone who asks about a round that is off.
  @Test func nobodyTakesItForHeld() {
    var it = dossier()
    it.people = [Person(id: ID("p")) { $0.name = "Ines Kahl" }]
    it.interviews = [
      Interview(id: ID("i1"), application: ID("app"), recorded: at(-9)) {
        $0.start = start
        $0.format = .video
        $0.people = [ID("p")]
      }
    ]
    it.events = [fact(.applied, -20), fact(.withdrew, -2)]
    let now = at(1)
    #expect(it.held(now: now).isEmpty)
    #expect(PreparationRules.firstStart(it, now: now) == nil)
    #expect(!PreparationRules.completeness(it, now: now).frozen)
    #expect(!PreparationRules.dressUnknown(it, now: now))
    #expect(!PreparationRules.askedTooLittle(it, now: now))
    #expect(ForecastRules.round(it, now: now) == nil)
    #expect(
      LetterRules.refusal(.thanks, it, now: now)
        == "This letter is for after an interview, so it doesn't apply here.")
    #expect(LetterTiming.days(.thanks, it, LetterSettings(), now: now) == nil)
    let debrief = Debrief(id: ID("d"), application: ID("app"), branch: .withdrew, started: now)
    let values = WizardFacts(it, debrief: debrief, now: now).values
    #expect(values["@interviewed"] == "no")
    #expect(values["@rounds"] == "0")
    #expect(values["@video"] == "no")
    #expect(it.lateness(at(9), round: nil) == nil)
    #expect(FitRules.rating(it, now: now) == .before)
    var ids = IDSource(seed: 1)
    #expect(
      Recipe.videoTest(for: it.interviews[0], [], it.events, ids: &ids, now: at(-1)) == nil)
  }
}
