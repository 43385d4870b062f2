import DebriefModel
import Testing

/// What an open application says of others to the same company (A85).
@Suite(.timed) struct EarlierHereTests {
  private func here(
    _ id: String, _ role: String, _ day: Day, _ end: Event.Kind? = nil,
    feedback: [(from: String, candour: Candour?)] = []
  ) -> EarlierHere {
    var it = Dossier(
      Application(id: ID(id), created: noon) { ($0.company, $0.role) = ("Acme", role) })
    func event(_ kind: Event.Kind, on day: Day) -> Event {
      Event(id: ID("\(kind)"), application: ID(id), kind: kind, on: day, recorded: noon)
    }
    it.events = [event(.applied, on: day)]
    if let end { it.events.append(event(end, on: day.adding(days: 9))) }
    it.feedback = feedback.map { one in
      Feedback(id: ID(one.from), application: ID(id), recorded: noon) {
        ($0.from, $0.candour, $0.received) = (one.from, one.candour, noon.day)
      }
    }
    it.sort()
    return EarlierHere(it)
  }

  private let march = Day(2026, 3, 20)!
  private let own = Day(2026, 11, 28)!

  @Test func oneIsSaidWithItsJobItsMonthAndHowItEnded() {
    let all = [here("a", "Data engineer", march, .refused)]
    #expect(
      EarlierHere.sentence(all, on: own)
        == "You applied here before: Data engineer, Mar 2026, they said no.")
    #expect(EarlierHere.sentence([], on: own) == "")
  }

  @Test(
    arguments: [
      (Event.Kind.silent, ", they never replied."), (.withdrew, ", you withdrew."),
      (.offered, ", they made an offer."), (.accepted, ", you took it."),
      (.declined, ", you turned down their offer."), (.reopened, "."), (.invited, "."), (nil, "."),
    ] as [(Event.Kind?, String)])
  func anyEndIsSaidAsItWas(_ kind: Event.Kind?, _ end: String) {
    #expect(
      EarlierHere.sentence([here("a", "Data engineer", march, kind)], on: own)
        == "You applied here before: Data engineer, Mar 2026" + end)
  }

  @Test func ofSeveralTheLatestIsTold() {
    let all = [
      here("a", "Tester", Day(2025, 2, 1)!, .silent), here("b", "", march, .refused),
      here("c", "Analyst", Day(2024, 12, 31)!, .refused),
    ]
    #expect(
      EarlierHere.sentence(all, on: own)
        == "You applied here 3 times before, most recently: Mar 2026, they said no.")
    // What came later is only told where nothing came before.
    #expect(
      EarlierHere.sentence(all, on: Day(2025, 2, 1)!)
        == "You applied here 2 times before, most recently: Tester, Feb 2025, they never replied.")
    #expect(
      EarlierHere.sentence([all[1]], on: Day(2026, 3, 19)!)
        == "You applied here again later: Mar 2026, they said no.")
  }

  @Test func whoHelpedIsNamedAndWhoCouldNotSayIsNot() {
    let all = [
      here(
        "a", "Tester", march, .refused,
        feedback: [("Ines Kahl", .specific), ("Tom Brandt", .boilerplate), ("Hal Weber", nil)])
    ]
    #expect(
      EarlierHere.sentence(all, on: own)
        == "You applied here before: Tester, Mar 2026, they said no. Ines Kahl and Hal Weber gave you feedback."
    )
  }
}
