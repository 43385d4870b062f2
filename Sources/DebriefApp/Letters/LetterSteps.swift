import DebriefModel
import TUI

/// What the app does with letters outside the one that is open: begin, look through, send.
extension App {
  /// Opens a stored letter for writing, with the draft that was kept for it.
  mutating func openLetter(_ form: OpenLetterForm) {
    let purpose = FormPurpose(form)
    let draft = drafts[purpose.scope]
    // What was typed before was typed over the letter as it was then.
    let seen = draft.flatMap { draft in
      draft.base.compactMap { if case .letter(let it) = $0 { it } else { nil } }.first
    }
    guard let dossier = review?.dossier,
      let letter = seen ?? dossier.letters.first(where: { $0.id == form.letter })
    else {
      // Its draft stays in the store, and no longer stands before the others.
      drafts[purpose.scope] = nil
      notice = Notice(text: "This letter is gone; {undo} brings it back.")
      return
    }
    let original = LetterEditor.values(of: letter)
    var values = original
    if let draft, !letter.isSent {
      for (key, value) in draft.fields where original[key] != nil { values[key] = value }
      if values != original { notice = Notice(text: "Restored what you had typed; ^X drops it.") }
    }
    var editor = LetterEditor(letter, values: values, original: original)
    editor.check(linter, review?.dossier, today: now.day)
    overlays.append(.letter(editor))
    review?.letters.follow = form.letter
  }

  /// A draft came: a new letter is stored at once, the open one gets the new text.
  mutating func drafted(
    _ draft: LetterDraft, _ wanted: LetterWanted, _ desk: LetterDesk
  ) -> [Effect] {
    guard let dossier = review?.dossier, dossier.application.id == wanted.application else {
      return []
    }
    if let open = wanted.letter {
      guard case .letter(var it)? = overlays.last, it.letter.id == open else { return [] }
      it.replace(subject: draft.subject, text: draft.text)
      it.desk?.gaps = draft.gaps
      it.check(linter, dossier, today: now.day)
      overlays[overlays.count - 1] = .letter(it)
      notice = Notice(text: "Drafted anew; ^_ takes it back.")
      return []
    }
    let (change, letter) = Recipe.begin(
      draft, dossier, desk, due: wanted.due, ids: &ids, now: now)
    review?.letters.follow = letter.id
    if let until = letter.heldUntil {
      notice = Notice(
        text:
          "It rests until \(until.day.short(today: now.day)) \(until.clock): write freely, send later."
      )
    }
    after = .form(.letter(wanted.application, letter.id))
    return [.apply(change)]
  }

  /// Deletes the letter the pane is at. What was typed and not saved goes into it before: so it comes
  /// back with the letter, and no draft is left that leads nowhere.
  mutating func deleteLetter() -> [Effect] {
    guard let it = review?.letters.current(review?.dossier) else { return [] }
    let purpose = FormPurpose.letter(it.application, it.id)
    var (effects, last): ([Effect], Letter) = ([], it)
    if !it.isSent, let draft = drafts[purpose.scope],
      let change = try? purpose.change(
        draft.fields, formContext.asSeen(draft.base), ids: &ids)
    {
      for case .update(_, .letter(let typed)) in change.operations {
        last = typed
        effects = [.apply(change)]
      }
    }
    drafts[purpose.scope] = nil
    notice = Notice(text: "Deleted; {undo} brings it back. What it left in the timeline stays.")
    return effects + [
      .apply(Change("delete a letter", [.delete(.letter(last))])),
      .discardDraft(scope: purpose.scope),
    ]
  }

  /// What lies around the letters was read.
  mutating func arrived(_ desk: LetterDesk) -> [Effect] {
    guard review?.dossier.application.id == desk.application else { return [] }
    letterDesk = desk
    if case .letter(var it)? = overlays.last, it.letter.id == desk.letter {
      it.take(desk)
      let fresh = it.newWords(linter, review?.dossier, today: now.day)
      it.check(linter, review?.dossier, today: now.day)
      overlays[overlays.count - 1] = .letter(it)
      guard !fresh.isEmpty, let wanted = it.wanted else { return [] }
      return [.checkWords(fresh, text: it.area.text, wanted)]
    }
    if let letter = desk.letter, review?.letters.sending == letter {
      // What is amiss is asked about, so what it is found by must be there.
      guard linter != nil else {
        return [.loadLintWords, .loadLetterDesk(desk.application, letter: letter)]
      }
      return send(letter, desk)
    }
    return []
  }

  /// Marks a letter as sent; what is seriously amiss is asked about first (A59).
  private mutating func send(_ id: ID, _ desk: LetterDesk) -> [Effect] {
    review?.letters.sending = nil
    guard let dossier = review?.dossier, let letter = dossier.letters.first(where: { $0.id == id })
    else { return [] }
    let values = LetterEditor.values(of: letter)
    var editor = LetterEditor(letter, values: values, original: values)
    editor.take(desk)
    editor.check(linter, dossier, today: now.day)
    guard let first = editor.serious.first else {
      open(.letterSent(letter.application, id))
      return []
    }
    let more = editor.serious.count - 1
    let options = [
      PickerOption(id: "look", title: "Look at it first", detail: first.says),
      PickerOption(
        id: "send", title: "It went out all the same",
        detail: more > 0 ? "\(more) more like it" : ""),
    ]
    overlays.append(
      .picker(
        PickerOverlay(
          picker: Picker(title: "Something is amiss", options: options, filterable: false),
          purpose: .sendAnyway(letter: id))))
    return []
  }

  /// Why a letter is not handed on: what was typed last is not in it yet.
  func whyUnsaved(_ action: Action) -> String? {
    switch action {
    case .letterSend, .letterCopy, .letterMail, .letterWrite:
      guard let it = review?.letters.current(review?.dossier),
        drafts[FormPurpose.letter(it.application, it.id).scope] != nil
      else { return nil }
      return
        "What you typed last is not saved yet: {letters.open} opens it, {letter.save} saves it."
    default: return nil
    }
  }

  /// What the letters ask for once they are looked at: what lies around them, and around the open one.
  mutating func wantedLetterDesk() -> [Effect] {
    if case .letter(var it)? = overlays.last, !it.askedFor {
      it.askedFor = true
      overlays[overlays.count - 1] = .letter(it)
      let desk = Effect.loadLetterDesk(it.letter.application, letter: it.letter.id)
      // Thousands of words, and the letter can be read meanwhile.
      return linter == nil ? [.afterwards(.loadLintWords), .afterwards(desk)] : [desk]
    }
    guard screen == .review, let it = review, it.focus == .letters, !it.letters.askedFor else {
      return []
    }
    review?.letters.askedFor = true
    return [.loadLetterDesk(it.dossier.application.id, letter: nil)]
  }
}
