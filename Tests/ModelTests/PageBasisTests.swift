import TestSupport
import Testing

@testable import DebriefModel

/// The page says whether it rests on memory, notes, or a transcript.
@Suite(.timed) struct PageBasisTests {
  /// An interview four days ago, and questions written down so many hours after its end.
  private func dossier(_ hours: [Int], isHeld: Bool = true) -> Dossier {
    let app = ID("a")
    var it = Dossier(Application(id: app, created: noon) { $0.company = "Acme" })
    let start = noon.adding(seconds: -4 * 86400)
    if isHeld {
      it.interviews = [
        Interview(id: ID("r"), application: app, recorded: start) {
          ($0.start, $0.minutes) = (start, 60)
        }
      ]
    }
    it.turns = hours.enumerated().map { at, hours in
      Turn(
        id: ID("t\(at)"), application: app, recorded: start.adding(seconds: 3600 * (hours + 1))
      ) { ($0.question, $0.interview) = ("What then?", ID("r")) }
    }
    it.sort()
    return it
  }

  private func basis(_ dossier: Dossier) -> String { Page.basis(dossier, now: noon) }

  @Test func memoryOrNotesAndHowLateTheyAre() {
    #expect(basis(dossier([], isHeld: false)) == "")
    #expect(basis(dossier([])) == "Based on memory alone: no questions were written down.")
    #expect(basis(dossier([1])) == "Based on your notes on 1 question.")
    #expect(
      basis(dossier([1, 60]))
        == "Based on your notes on 2 questions, 1 of them written down more than two days later.")
    let late = basis(dossier([60, 61]))
    #expect(late == "Based on your notes on 2 questions, written down more than two days later.")
    var blank = dossier([1])
    blank.turns[0].question = " "
    #expect(basis(blank) == "Based on memory alone: no questions were written down.")
    let page = Page(dossier([1]), reasons: [], now: noon)
    #expect(page.legend.hasSuffix("yourself. Based on your notes on 1 question."))
  }

  @Test func aTranscriptIsKnownByItsQuestions() {
    var it = dossier([1, 60])
    it.turns[0].answer = "That."
    it.turns[0].id = Turn.ofTranscript(ID("a"), "What then?", "That.")
    #expect(it.turns[0].isOfTranscript && !it.turns[1].isOfTranscript)
    #expect(basis(it) == "Based on a transcript, 2 questions.")
    it.turns[0].answer = "Something else."
    #expect(basis(it).hasPrefix("Based on your notes on 2 questions"))
  }
}
