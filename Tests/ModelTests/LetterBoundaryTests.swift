import Testing

@testable import DebriefModel

/// Where the rules about letters begin and end: the day itself, one before, one after; none, one and two.
@Suite(.timed) struct LetterBoundaryTests {
  private let today = noon.day
  private let app = ID("app")
  private let settings = LetterSettings()

  private func home(_ fill: (inout Dossier) -> Void) -> Dossier {
    var it = Dossier(Application(id: app, created: noon) { $0.company = "Acme" })
    it.people = [
      Person(id: ID("ann")) { ($0.name, $0.part) = ("Ann", .interviewer) },
      Person(id: ID("max")) { ($0.name, $0.part) = ("Max", .manager) },
      Person(id: ID("hal")) { ($0.name, $0.part) = ("Hal", .hr) },
    ]
    fill(&it)
    it.sort()
    return it
  }
  private func event(_ kind: Event.Kind, _ offset: Int, due: Int? = nil, _ who: String? = nil)
    -> Event
  {
    Event(
      id: ID("\(kind)\(offset)\(who ?? "")"), application: app, kind: kind,
      on: today.adding(days: offset), recorded: noon
    ) {
      $0.due = due.map { today.adding(days: $0) }
      $0.person = who.map { ID($0) }
    }
  }
  private func round(_ number: Int, _ offset: Int, _ people: String...) -> Interview {
    Interview(id: ID("i\(number)"), application: app, recorded: noon) {
      $0.round = number
      $0.start = noon.adding(seconds: offset * 86400)
      $0.people = people.map { ID($0) }
    }
  }
  private func ask(
    _ id: String, _ asked: Int, due: Int? = nil, received: Int? = nil, _ who: String? = nil
  )
    -> Feedback
  {
    Feedback(id: ID(id), application: app, recorded: noon) {
      $0.asked = today.adding(days: asked)
      $0.due = due.map { today.adding(days: $0) }
      $0.received = received.map { today.adding(days: $0) }
      $0.person = who.map { ID($0) }
    }
  }
  private func letter(_ kind: LetterKind, sent offset: Int?, _ who: String? = nil) -> Letter {
    Letter(
      id: ID("\(kind)\(offset ?? 99)\(who ?? "")"), application: app, kind: kind.rawValue,
      recorded: noon
    ) {
      $0.sent = offset.map { today.adding(days: $0) }
      $0.state = offset == nil ? .draft : .sent
      $0.to = who.map { ID($0) }
    }
  }
  private func why(_ kind: LetterKind, _ it: Dossier, to: String? = nil) -> String {
    LetterRules.refusal(kind, it, to: to.flatMap { it.person(ID($0)) }, now: noon) ?? ""
  }
  private func names(_ kind: LetterKind, _ it: Dossier) -> [String] {
    LetterRules.whoCanGet(kind, it, now: noon).map(\.name)
  }

  // MARK: - Who, and when there is none

  @Test func anUpdateIsAskedForAfterThePromisedDay() {
    func isEarly(_ promises: [Event]) -> Bool {
      why(.check, home { $0.events = [event(.applied, -9)] + promises }).contains("Ask after that")
    }
    #expect(isEarly([event(.promised, -8, due: 1)]))
    #expect(isEarly([event(.promised, -8, due: 0)]))
    #expect(!isEarly([event(.promised, -8, due: -1)]))
    #expect(!isEarly([event(.promised, -8, due: 5), event(.promised, -7, due: -1)]))
    #expect(isEarly([event(.promised, -8, due: -1), event(.promised, -7, due: 5)]))
  }

  @Test func oneAsksTwice() {
    func isPushy(_ count: Int) -> Bool {
      why(
        .check,
        home { d in d.events = [event(.applied, -9)] + (0..<count).map { event(.chased, -$0) } }
      )
      .contains("third time")
    }
    #expect((0...3).map(isPushy) == [false, false, true, true])
    func isTooMuch(_ count: Int) -> Bool {
      let it = home { d in
        d.events = [event(.refused, -9)]
        d.feedback = (0..<count).map { ask("f\($0)", -$0) }
      }
      return why(.request, it).contains("third time")
    }
    #expect((0...3).map(isTooMuch) == [false, false, true, true])
  }

  @Test func whoAnsweredIsThankedAndNobodyElse() {
    let it = home {
      $0.events = [event(.refused, -9)]
      $0.feedback = [ask("f", -5, received: -1, "max")]
    }
    #expect(why(.request, it, to: "max").contains("already replied"))
    #expect(why(.request, it, to: "hal") == "")
  }

  @Test func anAnswerIsAwaitedThroughItsDay() {
    func isEarly(_ due: Int) -> Bool {
      why(
        .anyway,
        home {
          $0.events = [event(.refused, -9)]
          $0.feedback = [ask("f", -5, due: due)]
        }
      ).contains("may still answer")
    }
    #expect([-1, 0, 1].map(isEarly) == [false, true, true])
  }

  @Test func aLetterGoesToThePartItIsFor() {
    let it = home { $0.events = [event(.refused, -1)] }
    #expect(why(.hr, it, to: "ann").contains("isn't in HR"))
    #expect(why(.hr, it, to: "max").contains("isn't in HR"))
    #expect(why(.hr, it, to: "hal") == "")
    #expect(why(.manager, it, to: "hal").contains("is in HR"))
    #expect(why(.manager, it, to: "max") == "")
  }

  @Test func whoWasThankedSinceComesLast() {
    func order(_ events: [Event], _ letters: [Letter] = []) -> [String] {
      names(
        .thanks,
        home {
          $0.interviews = [round(1, -3, "ann", "max")]
          $0.events = events
          $0.letters = letters
        })
    }
    #expect(order([]) == ["Ann", "Max"])
    #expect(order([event(.thanked, -4, "ann")]) == ["Ann", "Max"])
    #expect(order([event(.thanked, -3, "ann")]) == ["Max", "Ann"])
    #expect(order([], [letter(.thanks, sent: -3, "ann")]) == ["Max", "Ann"])
    #expect(order([], [letter(.thanks, sent: -4, "ann")]) == ["Ann", "Max"])
    #expect(order([], [letter(.thanks, sent: -3, "hal")]) == ["Ann", "Max"])
    #expect(order([], [letter(.check, sent: -3, "ann")]) == ["Ann", "Max"])
  }

  @Test func theLastRoundComesFirst() {
    let it = home { $0.interviews = [round(1, -5, "ann"), round(2, -3, "max")] }
    #expect(names(.thanks, it) == ["Max", "Ann"])
  }

  @Test func whoWasAskedComesLast() {
    let it = home {
      $0.events = [event(.refused, -2)]
      $0.feedback = [ask("f", -1, "max")]
    }
    #expect(names(.request, it) == ["Hal", "Max"])
  }

  // MARK: - Hold

  @Test func aMoodHoldsForTwoDays() {
    func mood(_ seconds: Int) -> Int? {
      let it = home {
        $0.debriefs = [
          Debrief(
            id: ID("d"), application: app, branch: .ghosted,
            started: noon.adding(seconds: -9 * 86400))
        ]
        $0.responses = [
          Response(
            id: ID("r"), application: app, debrief: ID("d"), item: WizardFacts.moodItem,
            answered: noon.adding(seconds: -seconds)
          ) { $0.value = "1" }
        ]
      }
      return LetterHold.mood(it, today: nil, now: noon)
    }
    #expect(mood(48 * 3600) == 1)
    #expect(mood(48 * 3600 + 1) == nil)
  }

  @Test func aLowMoodHoldsForADay() {
    #expect(LetterHold.until(mood: 2, settings, now: noon) == noon.adding(seconds: 86400))
    #expect(LetterHold.until(mood: 3, settings, now: noon) == nil)
    var never = settings
    never.hold = 0
    #expect(LetterHold.until(mood: 1, never, now: noon) == nil)
  }

  @Test func theLongestHoldIsTwoWeeks() {
    func isForMood(_ seconds: Int) -> Bool {
      var it = letter(.manager, sent: nil)
      it.state = .held
      it.heldUntil = noon.adding(seconds: seconds)
      return LetterHold.isForMood(it)
    }
    #expect(isForMood(336 * 3600))
    #expect(!isForMood(336 * 3600 + 1))
  }

  @Test func whatWasAnsweredWasSent() {
    func isSent(_ state: Letter.State) -> Bool {
      var it = letter(.manager, sent: nil)
      it.state = state
      return it.isSent
    }
    let all: [Letter.State] = [.draft, .held, .ready, .sent, .answered]
    #expect(all.map(isSent) == [false, false, false, true, true])
  }

  // MARK: - When

  private func days(_ kind: LetterKind, _ it: Dossier) -> [Int] {
    LetterTiming.days(kind, it, settings, now: noon).map {
      [today.days(to: $0.lowerBound), today.days(to: $0.upperBound)]
    } ?? []
  }

  @Test func thanksAreForTheLastRound() {
    #expect(days(.thanks, home { $0.interviews = [round(1, -5)] }) == [-5, -4])
    #expect(days(.thanks, home { $0.interviews = [round(1, -5), round(2, -2)] }) == [-2, -1])
    #expect(days(.thanks, home { $0.interviews = [round(1, 2)] }) == [])
  }

  @Test func aLetterAfterANoHasTwoDays() {
    for kind in [LetterKind.manager, .hr] {
      #expect(days(kind, home { $0.events = [event(.refused, -4)] }) == [-4, -2])
      #expect(
        days(kind, home { $0.events = [event(.refused, -9), event(.refused, -4)] }) == [-4, -2])
    }
    #expect(
      days(.request, home { $0.events = [event(.refused, -9), event(.refused, -4)] }) == [-3, -2])
  }

  @Test func theFirstAndTheLastDayAreGood() {
    func words(_ refused: Int) -> String {
      LetterTiming.advice(
        .manager, home { $0.events = [event(.refused, refused)] }, settings, now: noon)
        ?? ""
    }
    #expect(words(0).hasPrefix("Any day through"))
    #expect(words(-1).hasPrefix("Any day through"))
    #expect(words(-2) == "Today is the best day for it.")
    #expect(words(-3).contains("better late"))
  }

  // MARK: - How often

  private func contacts(_ offsets: Int...) -> ContactBudget {
    ContactBudget(
      home { _ in }, elsewhere: offsets.map { Outreach(today.adding(days: $0)) }, settings,
      today: today)
  }

  @Test func thirtyDaysCountWithTodayAndWithoutTheirEve() {
    #expect(contacts(0).contacts.count == 1)
    #expect(contacts(-29).contacts.count == 1)
    #expect(contacts(-30).contacts.isEmpty)
    #expect(contacts(1).contacts.isEmpty)
  }

  @Test func theThirdContactIsOneTooMany() {
    #expect(contacts(-1, -2).warning("Acme") == nil)
    #expect(contacts(-1, -2, -3).warning("Acme")?.contains("3 times") == true)
    var once = settings
    once.budget = 1
    let it = ContactBudget(
      home { _ in }, elsewhere: [Outreach(today)], once, today: today)
    #expect(it.warning("Acme")?.hasPrefix("You've contacted Acme once in") == true)
  }

  @Test func thanksOfOneDayAreOneContact() {
    func count(_ events: [Event], _ letters: [Letter]) -> Int {
      ContactBudget.contacts(events: events, letters: letters).count
    }
    #expect(count([event(.thanked, -1, "ann"), event(.thanked, -1, "max")], []) == 1)
    #expect(count([event(.thanked, -1, "ann"), event(.thanked, -2, "max")], []) == 2)
    #expect(count([event(.thanked, -1, "ann")], [letter(.thanks, sent: -1, "max")]) == 1)
    // A question that is in the ledger and among the letters was asked once; a second one twice.
    #expect(count([event(.chased, -1, "ann")], [letter(.check, sent: -1, "ann")]) == 1)
    #expect(
      count(
        [event(.chased, -1)], [letter(.check, sent: -1, "ann"), letter(.check, sent: -1, "max")])
        == 2)
    #expect(count([event(.chased, -1, "ann")], [letter(.check, sent: -1, "max")]) == 2)
    #expect(count([event(.chased, -2, "ann")], [letter(.check, sent: -1, "ann")]) == 2)
  }

  @Test func everyChannelIsCounted() {
    let all = Channel.allCases.map {
      FollowThrough.Sent(
        kind: LetterKind.check.rawValue, channel: $0, delay: 0, answered: true, useful: false)
    }
    let it = FollowThrough(all)
    #expect(it.byChannel.map(\.label) == Channel.allCases.map(\.label))
    #expect(it.byKind.map(\.useful) == [0])
    let useful = FollowThrough(
      [(true, true), (false, true), (true, false)].map {
        .init(kind: LetterKind.check.rawValue, channel: nil, delay: 0, answered: $0.0, useful: $0.1)
      })
    #expect(useful.byKind.map { [$0.sent, $0.answered, $0.useful] } == [[3, 2, 1]])
  }

  @Test(arguments: [
    (0, 0), (1, 1), (2, 1), (3, 2), (7, 2), (8, 3), (14, 3), (15, 4), (400, 4),
  ]) func aDelayIsInItsBand(_ delay: Int, _ band: Int) {
    let it = FollowThrough([
      .init(
        kind: LetterKind.check.rawValue, channel: nil, delay: delay, answered: false, useful: false)
    ])
    #expect(it.byDelay.map(\.label) == [FollowThrough.bands[band].label])
  }

  // MARK: - How it stands

  private func status(_ events: [Event], _ rounds: [Interview] = []) -> Status {
    Status(
      events: events.sorted(by: Event.inOrder), interviews: rounds, now: noon, patience: Patience())
  }

  @Test func silenceBeginsOnItsDay() {
    #expect(status([event(.applied, -29)]).outcome == .waiting)
    #expect(status([event(.applied, -30)]).outcome == .silent(days: 30, confirmed: false))
    #expect(status([event(.applied, -40), event(.acknowledged, -29)]).outcome == .waiting)
    #expect(
      status([event(.applied, -30), event(.invited, -30)], [round(1, 3)]).outcome == .waiting)
  }

  @Test func theEndOfADebriefIsNoWordOfTheirs() {
    #expect(
      status([event(.applied, -40), event(.debriefClosed, -1)]).outcome
        == .silent(days: 40, confirmed: false))
  }

  @Test func onesOwnQuestionsAreNoWordOfTheirs() {
    for kind in [Event.Kind.chased, .thanked, .feedbackAsked] {
      #expect(
        status([event(.applied, -40), event(kind, -9), event(.silent, -1)]).outcome
          == .silent(days: 40, confirmed: true), "\(kind)")
    }
    #expect(
      status([event(.applied, -40), event(.acknowledged, -35), event(.silent, -1)]).outcome
        == .silent(days: 35, confirmed: true))
  }

  @Test func aLaterRoundIsALaterStage() {
    let stages: [Stage] = [
      .none, .applied, .invited, .interviewed(round: 1, kind: .panel),
      .interviewed(round: 2, kind: .panel), .offered,
    ]
    for (a, b) in zip(stages, stages.dropFirst()) { #expect(a < b && !(b < a)) }
    var later = round(2, -1)
    later.kind = .final
    #expect(status([], [later, round(1, -9)]).stage == .interviewed(round: 2, kind: .final))
  }

  @Test func eachEndHasItsBranch() {
    let talk = round(1, -9)
    #expect(status([event(.refused, -1)], [talk]).branch == .rejectedAfterInterview)
    #expect(status([event(.refused, -1)]).branch == .rejectedWithoutInterview)
    #expect(status([event(.silent, -1)]).branch == .ghosted)
    #expect(status([event(.withdrew, -1)]).branch == .withdrew)
    #expect(status([event(.offered, -2), event(.declined, -1)]).branch == .withdrew)
    #expect(status([event(.offered, -2), event(.accepted, -1)]).branch == .acceptedElsewhere)
    #expect(status([event(.offered, -1)]).branch == nil)
    #expect(status([event(.refused, -2), event(.reopened, -1)]).branch == nil)
  }

  @Test func aDayIsCountedFromTheLastNoOrRound() {
    func since(_ day: Int, _ events: [Event], _ rounds: [Interview] = []) -> Int? {
      Ledger(events: events, interviews: rounds).since(today.adding(days: day))
        .map { today.days(to: $0) }
    }
    #expect(since(-3, [event(.refused, -3)]) == -3)
    #expect(since(-4, [event(.refused, -3)]) == nil)
    #expect(since(-2, [event(.refused, -9), event(.refused, -3)]) == -3)
    #expect(since(-3, [], [round(1, -3)]) == -3)
    #expect(since(-4, [], [round(1, -3)]) == nil)
    #expect(since(0, [], [round(1, -9), round(2, -3)]) == -3)
  }

  @Test func theShortFormOfALedgerIsReadBack() {
    var called = round(2, 4)
    called.recorded = noon
    let events = [event(.applied, -30), event(.refused, -1), event(.held, -9)]
    var old = event(.acknowledged, 0)
    old.happened(on: Day(1969, 12, 30)!)
    let ledger = Ledger(
      events: (events + [old]).sorted(by: Event.inOrder), interviews: [round(1, -9), called])
    #expect(ledger.rounds.map(\.isOff) == [false, true])
    #expect(ledger.rounds.map(\.isHeld) == [true, false])
    let bytes = Array(ledger.text.utf8)
    #expect(bytes.withUnsafeBufferPointer { Ledger(text: $0) } == ledger)
  }
}
