import DebriefModel

/// What a note of thanks recalls is asked for where the note is written (A58): nobody has to leave the letter
/// for it.
extension LetterEditor {
  /// The command that asks for it; a gap that names it is filled in place.
  static let askMoment = "letter.moment"

  static let momentCommand = command(
    askMoment, ["alt+q"], "Add a question they asked you",
    why: { editor, desk in
      if editor.isLocked { return settled }
      guard editor.around?.gaps.contains(where: { $0.slot == "callback" }) == true else {
        return "This letter isn't missing a question they asked."
      }
      return editor.reader(desk) == nil ? "First, choose who it's for: {letter.to}." : nil
    },
    does: { editor, desk in editor.reader(desk).map { [.open(moment(of: $0))] } ?? [] })

  private func reader(_ desk: Desk) -> Person? {
    to.flatMap { desk.folder?.dossier.person($0) }
  }

  /// Asks for it. It is kept with the notes from the interview, and the draft is written again, unless the
  /// user has written in it.
  private static func moment(of person: Person) -> PromptOverlay {
    PromptOverlay("What did \(person.name) ask you? ") { prompt, desk in
      let question = prompt.field.text.trimmed
      guard !question.isEmpty, let dossier = desk.folder?.dossier else { return [] }
      var turn = Turn(id: desk.ids.draw(), application: dossier.application.id, recorded: desk.now)
      turn.position = (dossier.turns.map(\.position).max() ?? 0) + 1
      turn.interview = dossier.held(now: desk.now).last { $0.people.contains(person.id) }?.id
      turn.person = person.id
      turn.question = question
      let change = Change("question and answer added", [.insert(.turn(turn))])
      return [
        .effect(.apply(change)),
        .with(LetterEditor.self) { editor, _ in
          guard editor.draft == nil, let wanted = editor.wanted else {
            return [.notice("Saved with your notes. {letter.anew} writes the draft again.")]
          }
          return [.effect(.draftLetter(wanted))]
        },
      ]
    }
  }
}
