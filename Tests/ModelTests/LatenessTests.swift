import DebriefModel
import Testing

@Suite("What was written down late", .timed) struct LatenessTests {
  private func at(_ hours: Int) -> Moment { noon.adding(seconds: hours * 3600) }

  private var talked: Dossier {
    dossier { d in
      d.interviews = [
        Interview(id: ID("i"), application: ID("app"), recorded: noon) {
          $0.start = noon
          $0.minutes = 60
        }
      ]
      d.turns = [
        Turn(id: ID("fresh"), application: ID("app"), recorded: at(2)) { $0.interview = ID("i") },
        Turn(id: ID("late"), application: ID("app"), recorded: at(1 + 6 * 24)) {
          $0.interview = ID("i")
        },
      ]
    }
  }

  @Test("is marked by one rule, whatever it is")
  func oneRule() {
    let it = talked
    #expect(it.lateness(it.turns[0]) == nil)
    #expect(it.lateness(it.turns[1]) == "written down 6 days later")
    var found = finding("x")
    found.recorded = at(1 + 6 * 24)
    #expect(it.lateness(found) == "written down 6 days later")
    #expect(
      it.lateness(Note(id: ID("n"), recorded: at(1 + 6 * 24))) == "written down 6 days later")
    found.recorded = at(40)
    #expect(it.lateness(found) == nil)
    #expect(it.lateness(Note(id: ID("n"), recorded: at(40))) == nil)
  }

  @Test("is as fresh as what shows it, and only where it is recalled")
  func grounds() {
    let it = talked
    var found = finding("x", evidence: Evidence(.turn, ID("fresh")))
    found.recorded = at(500)
    #expect(it.lateness(found) == nil)
    found.evidence = Evidence(.turn, ID("late"))
    #expect(it.lateness(found) == "written down 6 days later")
    found.evidence = Evidence(.feedback, ID("f"))
    #expect(it.lateness(found) == nil)
    found.evidence = nil
    found.phase = .before
    #expect(it.lateness(found) == nil)
  }
}
