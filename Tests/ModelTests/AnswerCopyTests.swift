import DebriefModel
import Testing

/// What an answer is copied to, beside the response.
@Suite(.timed) struct AnswerCopyTests {
  /// How it ended goes below what was noted of the round; a later answer takes the place of the earlier one,
  /// and everything else stays as it was typed, blank lines too.
  @Test func howItEndedStandsInTheNotesOfTheRound() throws {
    let typed = "first thing\n\n  second thing\n"
    var it = dossier {
      $0.interviews = [
        Interview(id: ID("r"), application: ID("app"), recorded: noon) {
          $0.start = noon.adding(seconds: -86400)
          $0.notes = typed
        }
      ]
    }
    let item = Item(id: "end", ask: "How did it end?", kind: .line, binds: .ending)
    let list = Checklist(
      branch: .rejectedAfterInterview, title: "",
      steps: [Step(id: "S3", title: "", why: "", items: [item])])
    let debrief = Debrief(
      id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)
    it.debriefs = [debrief]
    for (answer, notes) in [
      ("soon", typed + "\nsoon"), ("by Friday", typed + "\nby Friday"), ("", typed),
    ] {
      let wizard = Wizard(list, it, debrief, now: noon)
      let entry = try #require(wizard.everything.first)
      for operation in wizard.answer(entry, value: answer, id: ID("a"), now: noon).operations {
        switch operation.entity {
        case .interview(let round): it.interviews = [round]
        case .response(let response): it.responses = [response]
        default: break
        }
      }
      #expect(it.interviews[0].notes == notes)
    }
  }
}
