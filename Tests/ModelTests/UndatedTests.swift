import TestSupport
import Testing

@testable import DebriefModel

/// What happened on a day that nobody noted: it counts as what it is, and no day of it is shown or counted from.
@Suite(.timed) struct UndatedTests {
  private let app = ID("app")
  private let now = TestClock.noon
  private let today = TestClock.noon.day

  private func event(_ kind: Event.Kind, _ days: Int, isUndated: Bool = false) -> Event {
    Event(
      id: ID(kind.rawValue), application: app, kind: kind, on: today.adding(days: days),
      recorded: now
    ) { if isUndated { $0.undated = true } }
  }

  private func dossier(_ events: [Event], _ rounds: [Interview] = []) -> Dossier {
    var dossier = Dossier(Application(id: app, created: now) { $0.company = "Acme" })
    (dossier.events, dossier.interviews) = (events, rounds)
    return dossier
  }

  private func facts(_ events: [Event]) -> Facts {
    var facts = Facts(Application(id: app, created: now) { $0.company = "Acme" })
    facts.events = events
    return facts
  }

  @Test func aLedgerKeepsThatItHasNoDay() throws {
    let ledger = Ledger(
      events: [event(.applied, -40), event(.refused, -40, isUndated: true)], interviews: [])
    #expect(ledger.text.hasSuffix("?") && ledger.text.count { $0 == "?" } == 1)
    let read = Array(ledger.text.utf8).withUnsafeBufferPointer { Ledger(text: $0) }
    #expect(read == ledger)
    #expect(read?.facts.map(\.on) == [today.adding(days: -40), nil])
    // Nothing is counted from a no without a day.
    #expect(ledger.since(today) == nil)
  }

  @Test(arguments: [
    (Event.Kind.refused, "rejected"), (.withdrew, "withdrew"), (.offered, "offer"),
    (.accepted, "accepted"), (.declined, "declined"),
  ]) func aStatusSaysNoDay(_ kind: Event.Kind, _ words: String) {
    let events = [event(.applied, -40), event(kind, -40, isUndated: true)]
    let outcome = Status(events: events, interviews: [], now: now, patience: Patience()).outcome
    #expect(outcome.said(today: today) == words && outcome.label(today: today) == words)
    let dated = Status(
      events: [event(.applied, -40), event(kind, -2)], interviews: [], now: now,
      patience: Patience()
    ).outcome
    #expect(dated.label(today: today) == "\(words) 2 d")
  }

  @Test func silenceIsCountedFromWhatHasADay() {
    func said(_ events: [Event]) -> String {
      Status(events: events, interviews: [], now: now, patience: Patience()).outcome
        .said(today: today)
    }
    let silent = event(.silent, -5, isUndated: true)
    #expect(said([event(.applied, -40), silent]) == "no reply, 40 days")
    #expect(said([event(.applied, -40, isUndated: true), silent]) == "no reply")
  }

  @Test func nothingIsDueFromADayThatNobodyNoted() {
    for kind in [Event.Kind.refused, .offered] {
      for days in [-30, -90, -2, 0] {
        let undated = facts([event(kind, days, isUndated: true)])
        #expect(
          Agenda.entries([undated], now: now).filter {
            [.afterNo, .warm, .glad, .offer].contains($0.kind)
          }.isEmpty, "\(kind) \(days)")
      }
    }
    // With a day there is.
    #expect(!Agenda.entries([facts([event(.refused, -2)])], now: now).isEmpty)
    let steps = AfterNo(dossier([event(.refused, -20, isUndated: true)]), now: now)
    #expect(steps?.refused == nil && steps?.items.isEmpty == false)
    #expect(steps?.items.allSatisfy { $0.due == nil && !$0.isLate(today) } == true)
  }

  @Test func itIsListedToBeCorrected() throws {
    let it = dossier([event(.applied, -40), event(.refused, -40, isUndated: true)])
    let list = DatedFact.list(it)
    #expect(list.map { $0.when(today: today) }.last == "date not noted")
    #expect(list.last?.day == nil && list.last?.said == "without a date")
    let day = today.adding(days: -40)
    let next = it.events[1].corrected(on: day, due: nil, now: now)
    #expect(next.known == day && next.undated == nil && next.earlier == nil)
    let again = next.corrected(on: today, due: nil, now: now)
    #expect(again.earlier?.map(\.on) == [day] && again.known == today)
    // The page says that, and no day.
    #expect(Milestone.list(it, now: now).map(\.label) == ["applied"])
    #expect(it.events[1].said == "without a date" && next.said == day.long)
  }

  @Test func noDayCannotBeWrong() {
    let it = dossier([event(.refused, -40, isUndated: true), event(.applied, -20)])
    #expect(DayOrder.conflicts(it, now: now).isEmpty)
    #expect(
      !DayOrder.conflicts(dossier([event(.refused, -40), event(.applied, -20)]), now: now).isEmpty)
    var facts = DatedFacts(zone: now.zone)
    facts.add(.application(it.application))
    for event in it.events { facts.add(.event(event)) }
    #expect(facts.doubts(now: now).isEmpty)
  }

  /// An end without a day took a round off that was still to come when it was written down.
  @Test func aRoundToComeIsOff() {
    func standing(_ days: Int) -> RoundStanding {
      let round = Interview(id: ID("round"), application: app, recorded: now) {
        $0.start = now.adding(seconds: days * 86_400 + 3600)
      }
      return round.standing([event(.refused, -40, isUndated: true)], now: now)
    }
    #expect(standing(3) == .off)
    #expect(standing(-3) == .held)
  }

  /// What puts facts in order gets a day; whoever asks when it was gets none.
  @Test func aStandInIsNoDay() {
    var it = event(.refused, -40)
    #expect(it.known == today.adding(days: -40) && it.isKnown(from: today.adding(days: -40)))
    #expect(!it.isKnown(from: today.adding(days: -39)))
    it.leaveUndated()
    #expect(it.known == nil && it.placedOn == today.adding(days: -40))
    #expect(!it.isKnown(from: today.adding(days: -90)))
    it.happened(on: today)
    #expect(it.known == today && it.placedOn == today && it.undated == nil)
  }

  @Test func theLastFactIsOneWithADay() {
    let events = [event(.applied, -40), event(.invited, -10, isUndated: true)]
    #expect(
      Status(events: events, interviews: [], now: now, patience: Patience()).last
        == today.adding(days: -40))
    #expect(
      Status(events: [events[1]], interviews: [], now: now, patience: Patience()).last == nil)
  }

  @Test func thanksWithoutADayAreThanks() {
    let round = Interview(id: ID("round"), application: app, recorded: now) {
      $0.start = now.adding(seconds: -3 * 86_400)
    }
    func conflicts(isUndated: Bool) -> Int {
      var thanks = event(.thanked, -10, isUndated: isUndated)
      thanks.interview = round.id
      return DayOrder.conflicts(dossier([thanks], [round]), now: now).count
    }
    #expect(conflicts(isUndated: true) == 0 && conflicts(isUndated: false) == 1)
    let no = dossier([
      event(.held, -9), event(.refused, -3), event(.thanked, -1, isUndated: true),
    ])
    let step = AfterNo(no, now: now)?.items.first { $0.step == .anyone }
    #expect(step?.isDone == true && step?.on == nil)
  }

  @Test func noContactIsCountedOnADayThatNobodyNoted() {
    #expect(
      ContactBudget.contacts(events: [event(.chased, -1, isUndated: true)], letters: []).isEmpty)
    #expect(ContactBudget.contacts(events: [event(.chased, -1)], letters: []).count == 1)
    var cold = event(.refused, -3, isUndated: true)
    cold.tone = .cold
    #expect(LastContact.coldEnding(dossier([cold])) == nil)
    cold.happened(on: today)
    #expect(LastContact.coldEnding(dossier([cold])) == today)
  }

  /// "In six months" is counted from the day it was said on, the first of June is not.
  @Test func aDayThatIsCountedFromNoneIsNone() {
    let (quote, june) = (RefusalReading.Quote(0..<1, ""), Day(2026, 6, 1)!)
    func reading(_ event: Event) -> RefusalReading? {
      event.reading { _, day in
        var it = RefusalReading(language: "en")
        it.promises = [
          .init(.reapply, due: day.adding(days: 180), quote), .init(.contact, due: june, quote),
        ]
        it.silentBy = day.adding(days: 14)
        return it
      }
    }
    let dated = event(.refused, -40)
    let undated = event(.refused, -40, isUndated: true)
    let counted = today.adding(days: 140)
    #expect(reading(dated)?.promises.map(\.due) == [counted, june])
    #expect(reading(dated)?.silentBy == today.adding(days: -26))
    #expect(reading(undated)?.promises.map(\.due) == [nil, june])
    #expect(reading(undated)?.silentBy == nil)
    func noted(_ event: Event) -> Int {
      Recipe.named(reading(event)?.promises ?? [], in: event, known: [], now: now).count
    }
    #expect(noted(dated) == 2 && noted(undated) == 1)
  }

  @Test func anOfferWithoutADayHasTheDeadlineThatItNames() {
    func deadline(_ words: String, isUndated: Bool) -> Day? {
      var offer = event(.offered, 0, isUndated: isUndated)
      offer.words = words
      return OfferWords.deadline(of: offer)
    }
    let named = "Please sign by end of day Friday, 27 March 2026."
    #expect(deadline(named, isUndated: true) == Day(2026, 3, 27))
    #expect(deadline("This offer expires in 5 days.", isUndated: true) == nil)
    #expect(
      deadline("This offer expires in 5 days.", isUndated: false) == today.adding(days: 5))
  }
}
