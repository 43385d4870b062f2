import DebriefModel
import TUI

/// What is done with letters outside the one that is open: begin, open, send.
extension App {
  /// Opens a stored letter for writing, with the draft that was kept for it.
  mutating func openLetter(_ form: OpenLetterForm) {
    let (id, purpose) = (form.letter, FormPurpose(form))
    let draft = desk.drafts[purpose.scope]
    // What was typed before was typed over the letter as it was then.
    let seen = draft.flatMap { draft in
      draft.base.compactMap { if case .letter(let it) = $0 { it } else { nil } }.first
    }
    guard let dossier = desk.folder?.dossier,
      let letter = seen ?? dossier.letters.first(where: { $0.id == id })
    else {
      // Its draft stays in the store, and no longer stands before the others.
      desk.drafts[purpose.scope] = nil
      notice = Notice(text: "This letter was deleted. {undo} brings it back.")
      return
    }
    let original = LetterEditor.values(of: letter)
    var values = original
    if let draft, !letter.isSent {
      for (key, value) in draft.fields where original[key] != nil { values[key] = value }
      if values != original {
        notice = Notice(text: "Here's what you had typed. {letter.afresh} discards it.")
      }
    }
    var editor = LetterEditor(letter, values: values, original: original)
    editor.check(desk)
    overlays.append(editor)
    LettersPane.reach(&self) { pane, _ in pane.follow = id }
  }

  /// A draft of a new letter came: it is stored at once, and opened from there.
  mutating func begun(_ draft: LetterDraft, _ wanted: LetterWanted, _ around: LetterDesk)
    -> [Effect]
  {
    guard let dossier = desk.folder?.dossier, dossier.application.id == wanted.application else {
      return []
    }
    let (change, letter) = Recipe.begin(
      draft, dossier, around, due: wanted.due, ids: &desk.ids, now: desk.now)
    LettersPane.reach(&self) { pane, _ in pane.follow = letter.id }
    if let until = letter.heldUntil {
      notice = Notice(
        text: "On hold until \(until.day.short(today: desk.now.day)) \(until.time): "
          + "write freely now, send it later.")
    }
    let opens = Sequel { app in app.open(.letter(wanted.application, letter.id)) }
    return [.apply(change, then: Sequel { _ in [.loadDossier(wanted.application, then: opens)] })]
  }

  /// Marks a letter as sent; what is seriously amiss is asked about first (A59).
  fileprivate mutating func send(_ id: ID, isChecked: Bool) -> [Effect] {
    guard let around = desk.folder?.letters.value, around.letter == id,
      let letter = desk.folder?.dossier.letters.first(where: { $0.id == id })
    else { return [] }
    // What is amiss is asked about, so what it is found by must be there.
    guard desk.linter.value != nil || isChecked else {
      let again = Sequel { $0.send(id, isChecked: true) }
      return [.loadLintWords, .loadLetterDesk(letter.application, letter: id, then: again)]
    }
    let values = LetterEditor.values(of: letter)
    var editor = LetterEditor(letter, values: values, original: values)
    editor.take(around)
    editor.check(desk)
    guard let first = editor.serious.first else {
      return open(.letterSent(letter.application, id))
    }
    let more = editor.serious.count - 1
    // A claim that was taken back is asked about in its own words, whatever else there is (A24).
    let claim = editor.serious.first { $0.rule == .retractedClaim }
    overlays.append(
      PickerOverlay(
        claim.map { "You decided to drop this claim: “\($0.words)”" }
          ?? "Something needs another look",
        [
          .init("Look at it first", detail: claim == nil ? first.says : "") { _ in
            [.form(.letter(letter.application, id))]
          },
          .init(
            claim == nil ? "Mark it as sent anyway" : "Mark it as sent, with that claim in it",
            detail: more > 0 ? "\(more) more like it" : ""
          ) { _ in
            [.form(.letterSent(letter.application, id))]
          },
        ]))
    return []
  }
}

extension Sequel {
  /// Marks a letter as sent, once what lies around it is read.
  static func send(_ id: ID) -> Sequel { Sequel { $0.send(id, isChecked: false) } }
}
