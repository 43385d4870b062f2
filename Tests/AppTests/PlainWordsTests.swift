import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// What plain mode makes of the words of a row: nothing is said twice, and nobody's own words are changed.
@Suite(.timed) struct PlainWordsTests {
  @Test func onlyOurOwnSignsAreSaidInWords() {
    #expect(Plain.clean("Acme · Cook") == "Acme, Cook")
    #expect(
      Plain.clean("Role: A · B. Acme · Cook", keeping: ["A · B"]) == "Role: A · B. Acme, Cook")
    #expect(Plain.clean("a · b · c", keeping: ["x a · b"]) == "a · b, c")
    #expect(Plain.clean("✓ done", keeping: ["✓ done"]) == "✓ done")
    #expect(Plain.clean("✓ done") == "Written down: done")
    #expect(String.said("a · b") == "A · b.")
  }

  @Test func aSentenceEndsOnce() {
    #expect(String.said("they said: \"No.\"") == "They said: \"No.\"")
    #expect(String.said("they said: \"No\"") == "They said: \"No\".")
    #expect(String.said("“No”") == "“No”" && String.said("no") == "No.")
  }

  @Test func aRoleIsSaidOnce() throws {
    let now = Moment(seconds: 0)
    var facts = Facts(
      Application(id: ID("a"), created: now) { ($0.company, $0.role) = ("Acme", "Cook") })
    for sharing in [JobName.Sharing.none, .company, .job] {
      facts.sharing = sharing
      let told = facts.told(now: now)
      #expect(told.split(separator: "Cook", omittingEmptySubsequences: false).count == 2, "\(told)")
      #expect(told.contains("Added") == (sharing == .job), "\(told)")
    }
  }

  /// An answer of a finished debrief is said as one would say it, not as it is stored.
  @Test func anAnswerIsSaidInWords() {
    func said(_ kind: Item.Kind, _ value: String) -> String? {
      var item = Item(id: "x", ask: "What happened?", kind: kind)
      item.choices = [.init("long", "talked too long"), .init("late", "was late")]
      let answer = Response(
        id: ID("r"), application: ID("a"), debrief: ID("d"), item: "x", answered: Moment(seconds: 0)
      ) { $0.value = value }
      return ChecklistPane.shown(answer, item)
    }
    #expect(said(.ticks, "long late") == "talked too long, was late")
    #expect(said(.ticks, "none") == "none of these")
    #expect(said(.choice, "late") == "was late")
    #expect(said(.scale, "4") == "4 of 5")
    #expect(said(.date, "2026-03-09") == Day(2026, 3, 9)?.long)
    #expect(said(.text, "It rained.") == "It rained.")
    #expect(said(.task(.page), "done") == nil)
  }

  /// What was put off until after a frame fails like what is asked for at once.
  @Test func whatWasPutOffAndFailsIsNotAskedForAgain() {
    let now = Moment(seconds: 0)
    var app = App(size: Size(80, 24), now: now, ids: IDSource(seed: 1))
    let isAsked = app.desk.drill.asks()
    _ = app.handle(.failed("It can't be read.", of: .afterwards(.loadDrill(nil))), now: now)
    #expect(isAsked && app.desk.drill.state == .failed)
  }
}
