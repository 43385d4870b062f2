import DebriefModel
import Testing

/// What an application came to, in its order.
@Suite(.timed) struct MilestoneTests {
  private func event(_ kind: Event.Kind, _ days: Int, _ name: String) -> Event {
    Event(
      id: ID(name), application: ID("app"), kind: kind, on: noon.day.adding(days: days),
      recorded: noon)
  }

  private func round(_ days: Int, _ kind: Interview.Kind) -> Interview {
    Interview(id: ID("r\(days)"), application: ID("app"), recorded: noon) {
      $0.kind = kind
      $0.start = noon.at(noon.day.adding(days: days), hour: 10)
    }
  }

  @Test func eachIsThereOnceInItsOrderWithTheDaysBetween() {
    var dossier = Dossier(Application(id: ID("app"), created: noon))
    dossier.events = [
      event(.applied, -30, "a"), event(.held, -10, "h"), event(.feedbackAsked, -2, "q"),
      event(.feedbackReceived, -2, "f"), event(.feedbackReceived, -1, "g"),
      event(.refused, -3, "n"),
    ]
    dossier.interviews = [round(-20, .screening), round(-10, .panel)]
    let all = Milestone.list(dossier, now: noon)
    #expect(all.map(\.label) == ["applied", "phone", "panel", "rejected", "feedback"])
    #expect(all.indices.map { Milestone.since(all, $0) } == [nil, 10, 10, 7, 2])
    #expect(all.allSatisfy { $0.state == .past })
  }

  /// As a sentence: what came on the same day is said to, and no number of days is told of none.
  @Test func theDaysBetweenAreTold() {
    var dossier = Dossier(Application(id: ID("app"), created: noon))
    dossier.events = [
      event(.applied, -30, "a"), event(.held, -10, "h"), event(.refused, -10, "n"),
      event(.feedbackReceived, -9, "f"),
    ]
    #expect(
      Milestone.told(Milestone.list(dossier, now: noon))
        == "applied; interview, 20 days later; rejected, the same day; feedback, 1 day later")
    #expect(Milestone.told([]) == "")
  }

  @Test func whatIsToComeIsSaidToBe() {
    var dossier = Dossier(Application(id: ID("app"), created: noon))
    dossier.events = [event(.applied, -3, "a")]
    dossier.interviews = [round(4, .other)]
    let all = Milestone.list(dossier, now: noon)
    #expect(all.map(\.label) == ["applied", "interview"])
    #expect(all.map(\.state) == [.past, .ahead])
    // An end before it takes it out.
    dossier.events.append(event(.refused, -1, "n"))
    #expect(Milestone.list(dossier, now: noon).map(\.label) == ["applied", "rejected"])
  }

  @Test func anApplicationWithNothingHasNone() {
    #expect(Milestone.list(Dossier(Application(id: ID("app"), created: noon)), now: noon) == [])
  }
}
