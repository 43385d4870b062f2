import DebriefModel
import Testing

/// How long is waited before anything is said about a silence.
@Suite(.timed) struct PatienceTests {
  private let today = noon.day

  private func facts(_ patience: Patience, _ events: [(Event.Kind, on: Int, due: Int?)]) -> Facts {
    var facts = Facts(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    facts.patience = patience
    facts.events = events.map { kind, on, due in
      Event(
        id: ID("\(kind)\(on)"), application: ID("app"), kind: kind, on: today.adding(days: -on),
        recorded: noon
      ) { $0.due = due.map { today.adding(days: $0) } }
    }
    return facts
  }

  private func kinds(_ facts: Facts) -> [AgendaEntry.Kind] {
    Agenda.entries([facts], now: noon).map(\.kind)
  }

  @Test func silenceIsProposedForAMonthFromItsDay() {
    for (days, isProposed) in [(9, false), (10, true), (40, true), (41, false)] {
      let it = facts(Patience(silence: 10), [(.applied, on: days, due: nil)])
      #expect(kinds(it) == (isProposed ? [.silence] : []), "\(days)")
    }
    let entry = Agenda.entries(
      [facts(Patience(silence: 10), [(.applied, on: 13, due: nil)])], now: noon
    ).first
    #expect(entry?.due.day == today.adding(days: -3))
    #expect(entry?.lasting == "no reply for 10 days: count it as a no?")
  }

  /// The twentieth of March 2026 is a Friday.
  @Test func oneAsksSoManyWorkingDaysAfterAPromise() throws {
    for (grace, asked) in [(0, 0), (1, 0), (2, 3), (5, 6)] {
      let it = facts(
        Patience(grace: grace), [(.applied, on: 9, due: nil), (.promised, on: 8, due: -1)])
      let entry = try #require(Agenda.entries([it], now: noon).first { $0.kind == .promise })
      #expect(entry.due.day == today.adding(days: asked), "\(grace)")
    }
  }

  /// While it is not yet time to ask, it is not silence either.
  @Test func aLongGraceKeepsSilenceAway() {
    let events = [(Event.Kind.applied, on: 60, due: Int?.none), (.promised, on: 50, due: -20)]
    #expect(!kinds(facts(Patience(grace: 20), events)).contains(.silence))
    #expect(kinds(facts(Patience(), events)).contains(.silence))
  }

  @Test func aPromiseIsLookedForAsLongAsItMayBeDue() {
    #expect(Patience().promises == 60)
    for grace in Patience.graces {
      let patience = Patience(grace: grace)
      #expect(today.days(to: patience.chase(today)) + 14 <= patience.promises, "\(grace)")
    }
  }

  @Test(arguments: [
    ("day", "days"), ("dyas", "days"), ("DAYS", "days"), ("grace", nil),
    ("grace_working_day", "grace_working_days"), ("gracewrking_days", "grace_working_days"),
    ("", nil), ("nothing like it", nil),
  ])
  func theNearestWordIsTheOneThatWasMeant(_ typed: String, _ meant: String?) {
    #expect(Nearest.word(to: typed, in: ["days", "grace_working_days"]) == meant)
  }
}
