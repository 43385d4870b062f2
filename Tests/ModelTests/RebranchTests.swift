import DebriefModel
import TestSupport
import Testing

/// The questions follow how it ended.
@Suite(.timed) struct RebranchTests {
  private func decided(_ kinds: Event.Kind...) -> Dossier {
    dossier { d in
      d.events = kinds.enumerated().map { i, kind in
        Event(
          id: ID("e\(i)"), application: ID("app"), kind: kind, on: noon.day,
          recorded: noon.adding(seconds: i))
      }
    }
  }

  private func changed(_ ending: Recipe.Ending, in dossier: Dossier) -> Change {
    var ids = IDSource(seed: 7)
    let later = noon.adding(seconds: 60)
    let change = Recipe.outcome(
      ending, application: ID("app"), on: noon.day, words: "", ids: &ids, now: later)
    return Recipe.rebranched(change, in: dossier, now: later)
  }

  private func branch(_ change: Change) -> Branch? {
    for case .update(_, .debrief(let it)) in change.operations { return it.branch }
    return nil
  }

  private func debrief(_ branch: Branch, closed: Moment? = nil) -> Debrief {
    Debrief(id: ID("d"), application: ID("app"), branch: branch, started: noon) {
      $0.closed = closed
    }
  }

  @Test func anOfferTurnedDownAfterAllHasTheQuestionsOfThat() {
    var it = decided(.offered, .accepted)
    it.debriefs = [debrief(.acceptedElsewhere)]
    #expect(branch(changed(.declined, in: it)) == .withdrew)
  }

  @Test func whatIsFinishedOrFitsKeepsItsQuestions() {
    var it = decided(.offered, .accepted)
    #expect(branch(changed(.declined, in: it)) == nil)
    it.debriefs = [debrief(.acceptedElsewhere, closed: noon)]
    #expect(branch(changed(.declined, in: it)) == nil)
    it.debriefs = [debrief(.withdrew)]
    #expect(branch(changed(.declined, in: it)) == nil)
  }

  @Test func whatGoesOnKeepsItsQuestions() {
    var it = decided(.refused)
    it.debriefs = [debrief(.rejectedWithoutInterview)]
    #expect(branch(changed(.reopened, in: it)) == nil)
  }

  @Test func anAnswerFromBeforeIsShownWithItsQuestion() throws {
    func list(_ branch: Branch, _ id: String) -> Checklist {
      let item = Item(id: id, ask: "What is \(id)?", kind: .text, why: "why")
      return Checklist(
        branch: branch, title: "t",
        steps: [Step(id: "S0", title: "s", why: "w", items: [item])])
    }
    var it = decided(.declined)
    let debrief = debrief(.withdrew)
    it.debriefs = [debrief]
    it.responses = [
      Response(
        id: ID("r"), application: ID("app"), debrief: ID("d"), item: "old", answered: noon
      ) { $0.value = "said" }
    ]
    let wizard = Wizard(
      list(.withdrew, "new"), it, debrief,
      others: [.acceptedElsewhere: list(.acceptedElsewhere, "old")], now: noon)
    let last = try #require(wizard.entries.last)
    #expect(last.isUnknown && last.item.ask == "What is old?")
    #expect(wizard.entries.first?.item.id == "new")
  }
}
