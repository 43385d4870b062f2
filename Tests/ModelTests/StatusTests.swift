import DebriefModel
import Testing

@Suite(.timed) struct StatusTests {
  let today = noon.day
  func event(_ kind: Event.Kind, _ daysAgo: Int) -> Event {
    Event(
      id: ID("\(kind)-\(daysAgo)"), application: ID("app"), kind: kind,
      on: today.adding(days: -daysAgo), recorded: noon)
  }
  func interview(_ round: Int, _ daysAgo: Int, _ kind: Interview.Kind = .panel) -> Interview {
    Interview(id: ID("i\(round)"), application: ID("app"), recorded: noon) {
      $0.round = round
      $0.kind = kind
      $0.start = Moment(today.adding(days: -daysAgo), hour: 10)
    }
  }

  @Test func aRejectionDoesNotEraseTheInterview() {
    let status = Status(
      events: [event(.applied, 20), event(.refused, 3)], interviews: [interview(1, 9)],
      now: noon, patience: Patience()
    )
    #expect(status.stage == .interviewed(round: 1, kind: .panel))
    #expect(status.outcome == .rejected(on: today.adding(days: -3)))
    #expect(status.everInterviewed)
    #expect(status.branch == .rejectedAfterInterview)
  }

  @Test func silenceIsProposedAndThenConfirmed() {
    let waiting = Status(
      events: [event(.applied, 29)], interviews: [], now: noon, patience: Patience())
    #expect(waiting.outcome == .waiting)
    let silent = Status(
      events: [event(.applied, 30)], interviews: [], now: noon, patience: Patience())
    #expect(silent.outcome == .silent(days: 30, confirmed: false))
    #expect(silent.branch == .ghosted)
    let confirmed = Status(
      events: [event(.applied, 40), event(.silent, 1)], interviews: [], now: noon,
      patience: Patience())
    #expect(confirmed.outcome == .silent(days: 40, confirmed: true))
  }

  @Test func anAnswerCountsMoreThanASilenceThatWasAssumed() {
    func outcome(_ events: [Event]) -> Outcome {
      Status(events: events, interviews: [], now: noon, patience: Patience()).outcome
    }
    let refused = Outcome.rejected(on: today.adding(days: -3))
    // Brought in later than the silence was counted as a no, or on the day before it.
    #expect(outcome([event(.applied, 60), event(.silent, 20), event(.refused, 3)]) == refused)
    #expect(outcome([event(.applied, 60), event(.refused, 3), event(.silent, 2)]) == refused)
    // What was opened again may end in silence.
    #expect(
      outcome([event(.refused, 30), event(.reopened, 20), event(.silent, 2)])
        == .silent(days: 20, confirmed: true))
    #expect(
      outcome([event(.applied, 60), event(.offered, 30), event(.silent, 2)])
        == .silent(days: 30, confirmed: true))
  }

  @Test func theUserSaysHowLongIsSilence() {
    let events = [event(.applied, 20)]
    func outcome(_ silence: Int) -> Outcome {
      let patience = Patience(silence: silence)
      return Status(events: events, interviews: [], now: noon, patience: patience).outcome
    }
    #expect(outcome(20) == .silent(days: 20, confirmed: false))
    #expect(outcome(21) == .waiting)
  }

  @Test func anInterviewToComeIsNoSilenceAndNoTalk() {
    let status = Status(
      events: [event(.applied, 60), event(.invited, 40)], interviews: [interview(1, -3)],
      now: noon, patience: Patience())
    #expect(status.outcome == .waiting)
    #expect(status.stage == .invited)
    #expect(!status.everInterviewed)
  }

  @Test func aReopenedApplicationIsOpen() {
    let status = Status(
      events: [event(.applied, 20), event(.refused, 9), event(.reopened, 2)], interviews: [],
      now: noon, patience: Patience())
    #expect(status.outcome == .waiting)
    #expect(status.branch == nil)
  }

  @Test func nothingIsNothing() {
    let status = Status(events: [], interviews: [], now: noon, patience: Patience())
    #expect(status.stage == .none)
    #expect(status.outcome == .waiting)
  }

  @Test func theAgendaKnowsWhatIsDue() {
    var facts = Facts(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    var held = interview(1, 0)
    held.start = noon.adding(seconds: -3 * 3600)
    facts.interviews = [held]
    let kinds = Agenda.entries([facts], now: noon).map(\.kind)
    #expect(Set(kinds) == [.capture, .thanks])
    facts.turnCount = 3
    facts.events = [event(.thanked, 0)]
    #expect(Agenda.entries([facts], now: noon).isEmpty)
    facts.feedback = [
      Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
        $0.from = "HR"
        $0.asked = today.adding(days: -14)
        $0.due = today.adding(days: -1)
      }
    ]
    let entry = Agenda.entries([facts], now: noon).first
    #expect(entry?.kind == .reply)
    #expect(entry?.urgent == true)
    #expect(entry?.when == "1 day late")
  }
}
