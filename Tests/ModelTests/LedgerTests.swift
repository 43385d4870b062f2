import DebriefModel
import Testing

@Suite("The short form of a ledger", .timed) struct LedgerTests {
  private func read(_ text: String) -> Ledger? {
    Array(text.utf8).withUnsafeBufferPointer { Ledger(text: $0) }
  }

  @Test("reads back what it wrote, for every kind of event and round")
  func roundTrip() throws {
    let application = ID("a")
    let events = Event.Kind.allCases.enumerated().map { place, kind in
      Event(
        id: ID("e\(place)"), application: application, kind: kind,
        on: Day(number: 20_000 + place * 7 - (place == 3 ? 800_000 : 0)), recorded: noon
      ) { if place == 3 { $0.interview = ID("i1") } }
    }
    let rounds = Interview.Kind.allCases.enumerated().map { place, kind in
      Interview(id: ID("i\(place)"), application: application, recorded: noon) {
        $0.round = place + 1
        $0.kind = kind
        $0.start = place % 2 == 0 ? nil : noon.adding(seconds: place * 86_400)
      }
    }
    for standing in [nil, Standing.open, .resting, .replied, .closed] {
      let debrief = standing.map { standing in
        Debrief(id: ID("d"), application: application, branch: .ghosted, started: noon) {
          ($0.done, $0.total) = (3, 17)
          $0.closed = standing == .closed ? noon : nil
          $0.resting = standing == .resting
        }
      }
      let events =
        standing == .replied ? events : events.filter { $0.kind != .feedbackReceived }
      let ledger = Ledger(events: events, interviews: rounds, debrief: debrief)
      #expect(read(ledger.text) == ledger)
      #expect(ledger.progress?.standing == standing)
      let today = noon.day
      #expect(
        Status(try #require(read(ledger.text)), now: noon, patience: Patience())
          == Status(events: events, interviews: rounds, now: noon, patience: Patience()))
    }
    #expect(read("") == Ledger(events: [], interviews: []))
  }

  /// What stands in people's files. A line is added here for a new kind; none is ever changed.
  @Test("keeps the letter of each kind, wherever that stands among the others")
  func letters() {
    let events: [(Event.Kind, String)] = [
      (.applied, "a"), (.acknowledged, "b"), (.invited, "c"), (.held, "d"), (.thanked, "e"),
      (.promised, "f"), (.chased, "g"), (.refused, "h"), (.silent, "i"), (.withdrew, "j"),
      (.offered, "k"), (.accepted, "l"), (.declined, "m"), (.feedbackAsked, "n"),
      (.feedbackReceived, "o"), (.reopened, "p"), (.debriefClosed, "q"),
    ]
    #expect(Set(events.map(\.0)) == Set(Event.Kind.allCases))
    #expect(Set(events.map(\.1)).count == events.count)
    for (kind, letter) in events {
      let event = Event(
        id: ID("e"), application: ID("a"), kind: kind, on: Day(number: 20_512), recorded: noon)
      #expect(Ledger(events: [event], interviews: []).text == letter + "20512")
    }
    let rounds: [(Interview.Kind, String)] = [
      (.screening, "a"), (.technical, "b"), (.panel, "c"), (.manager, "d"), (.final, "e"),
      (.other, "f"),
    ]
    #expect(Set(rounds.map(\.0)) == Set(Interview.Kind.allCases))
    #expect(Set(rounds.map(\.1)).count == rounds.count)
    for (kind, letter) in rounds {
      let round = Interview(id: ID("i"), application: ID("a"), recorded: noon) { $0.kind = kind }
      #expect(Ledger(events: [], interviews: [round]).text == "R1" + letter)
    }
  }

  @Test(
    "refuses what it cannot have written",
    arguments: ["a", "z20512", "20512", "R1", "R1z", "R", "D3", "D3/", "H1b5x", "a5 ", "é1"])
  func damage(_ text: String) { #expect(read(text) == nil) }
}
