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

  /// Whoever brought the news: what is read is the debrief with the questions that fit.
  @Test func anOpenDebriefIsReadWithTheQuestionsThatFit() {
    let silence = debrief(.ghosted)
    func fitted(_ it: Debrief, _ kinds: Event.Kind...) -> Branch {
      var facts = dossier { _ in }
      facts.events = kinds.enumerated().map { i, kind in
        Event(
          id: ID("e\(i)"), application: ID("app"), kind: kind, on: noon.day,
          recorded: noon.adding(seconds: i))
      }
      return it.fitted(to: facts.status(now: noon)).branch
    }
    #expect(fitted(silence, .silent, .refused) == .rejectedWithoutInterview)
    #expect(fitted(silence, .held, .silent, .refused) == .rejectedAfterInterview)
    #expect(fitted(silence, .silent, .withdrew) == .withdrew)
    #expect(fitted(silence, .silent, .accepted) == .acceptedElsewhere)
    #expect(fitted(silence, .silent) == .ghosted && fitted(silence, .silent, .reopened) == .ghosted)
    #expect(fitted(silence, .silent, .offered) == .ghosted, "nothing is decided")
    #expect(fitted(debrief(.ghosted, closed: noon), .silent, .refused) == .ghosted)
    // What the other questions counted counts no more; what fits keeps its counts.
    var counted = silence
    (counted.done, counted.total) = (4, 9)
    let refused = decided(.silent, .refused).status(now: noon)
    let other = counted.fitted(to: refused)
    #expect(other.done == 0 && other.total == 0)
    counted.branch = .rejectedWithoutInterview
    #expect(counted.fitted(to: refused) == counted)
  }

  /// That nobody has said how it ended changes no questions, however long nobody has written.
  @Test func aSilenceNobodyCalledOneChangesNothing() {
    var it = dossier { _ in }
    it.events = [
      Event(
        id: ID("e"), application: ID("app"), kind: .applied, on: noon.day.adding(days: -200),
        recorded: noon)
    ]
    let status = it.status(now: noon)
    #expect(status.branch == .ghosted)
    #expect(debrief(.withdrew).fitted(to: status).branch == .withdrew)
  }

  /// The next answer stores the branch that was asked about, and its counts.
  @Test func theNextAnswerStoresIt() throws {
    var it = decided(.silent, .refused)
    let old = debrief(.ghosted)
    it.debriefs = [old]
    let item = Item(id: "new", ask: "What?", kind: .line, required: true)
    let list = Checklist(
      branch: .rejectedWithoutInterview, title: "t",
      steps: [Step(id: "S0", title: "s", why: "w", items: [item])])
    let wizard = Wizard(list, it, old, now: noon)
    let entry = try #require(wizard.entries.first)
    let change = wizard.answer(entry, value: "x", id: ID("r"), now: noon)
    #expect(branch(change) == .rejectedWithoutInterview)
    for case .update(let from, .debrief(let next)) in change.operations {
      #expect(from == .debrief(old) && next.done == 1 && next.total == 1)
    }
    #expect(wizard.label(of: .interview) == "The application")
    #expect(wizard.label(of: .answer) == "Their answer")
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
    #expect(!wizard.hasStrangers && wizard.label(of: .answer) == "Your decision")
    // Without the list it is of, nobody knows how it was asked.
    #expect(Wizard(list(.withdrew, "new"), it, debrief, now: noon).hasStrangers)
  }
}
