import DebriefModel
import TUI

/// The question which answer shows a weakness that was just added (A44): the questions that were asked, a
/// digit each, with the words of each answer that take back what it says.
extension ChecklistPane {
  func drawMoment(_ it: Finding, _ wizard: Wizard, _ desk: Desk, _ page: inout Sheet) {
    let isWeak = it.kind == .weakness
    page.put(
      isWeak ? "Which question was it?" : "Which of your answers is this about?",
      Ink(.title, .bold), rows: 1)
    page.put(
      "\(isWeak ? "−" : "+") \(it.statement)", Ink(isWeak ? .weakness : .strength),
      rows: page.tight ? 1 : 2)
    for (n, turn) in Moments.candidates(wizard.dossier).enumerated() where page.left > 0 {
      if n < 9 { page.press(Character("\(n + 1)"), x: 2, width: page.canvas.width - 2) }
      page.put("\(n + 1) \(turn.question)", .body, rows: 1, x: 2)
      let words = desk.hedges.value?.words(turn.answer) ?? []
      if !words.isEmpty, !page.tight {
        page.put("you said: \(words.joined(separator: ", "))", Ink(.warning), rows: 1, x: 4)
      }
    }
  }
}
