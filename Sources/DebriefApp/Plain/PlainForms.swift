import DebriefModel
import TUI

/// A form in plain mode: one field at a time, in the order of Tab, with the same values and the same save.
extension FormOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    if form.isOnMore { return spokenMore() }
    guard let field = form.focused else { return titled() }
    let (at, of) = form.place
    var it = titled()
    it.lines = form.notesBefore
    if let error = form.error, error.field == field.id {
      it.lines.append("Not saved yet. " + String.said(error.message))
    }
    let heard = form.understood(field.id).map(FormOverlay.understood)
    let value = form.values[field.id] ?? ""
    it.asks = String.said(
      "\(at) of \(of): \(field.label)" + (field.required && value.isEmpty ? " (needed)" : ""),
      (heard ?? field.hint).capitalizedFirst)
    let save = form.submitTitle.lowercasedFirst
    let isAsked = form.error?.field == field.id
    // A choice of which nothing is chosen is no answer that could be kept.
    let isChosen =
      if case .choice(let choices) = field.kind { choices.contains { $0.id == value } } else {
        false
      }
    it.enter = Spoken.Step(
      isAsked || form.isAtEnd
        ? save
        : !value.isEmpty || isChosen ? "keep it" : field.required ? "later" : "leave it empty"
    ) { app in isAsked ? app.input(.key(.ctrl("s"))) : FormOverlay.goesOn(&app) }
    it.stop = Spoken.key(.ctrl("s"))
    it.skip = { FormOverlay.goesOn(&$0) }
    it.back = form.isAtStart ? Spoken.key(Key(.escape)) : Spoken.key(Key(.tab, .shift))
    it.words[":leave"] = Spoken.Step(
      "leave, and keep what you typed as a draft", Spoken.key(Key(.escape)))
    if draft != nil {
      it.words[":clear"] = Spoken.Step("clear what you typed", Spoken.key(.ctrl("x")))
    }
    switch field.kind {
    case .note: break
    case .choice(let choices):
      it.choices = choices.enumerated().map { at, choice in
        Spoken.Choice(
          "\(at + 1)",
          choice.title + (choice.id == value ? " (now)" : "")
            + (choice.meaning.isEmpty ? "" : ": \(choice.meaning)"), group: choice.group
        ) { app in FormOverlay.answered(field.id, choice.id, &app) }
      }
      if choices.enumerated().allSatisfy({ "\($0.offset + 1)" == $0.element.title }) {
        it.isScale = true
        if !value.isEmpty { it.asks += " Now: \(value)." }
      }
    case .line, .lines:
      it.text = Spoken.Text(
        isLong: field.kind != .line, now: value,
        write: { app, text in FormOverlay.write(field.id, text, &app) },
        done: { FormOverlay.saved(&$0, isAsked) }, editor: Spoken.key(.ctrl("o")))
      if !value.isEmpty {
        it.words[":empty"] = Spoken.Step("empty it") { FormOverlay.answered(field.id, "", &$0) }
      }
    }
    return it
  }

  /// What every field stands under: the heading, and what the form is about.
  private func titled() -> Spoken {
    var it = Spoken(form.title)
    it.about = form.about
    return it
  }

  private func spokenMore() -> Spoken {
    let count = form.foldedCount
    var it = titled()
    it.asks = count == 1 ? "Add one more detail?" : "Add any of \(count) more details?"
    it.choices = [
      .init("y", "Yes", does: Spoken.key(Key(.enter))),
      .init("n", "No", does: Spoken.key(.ctrl("s"))),
    ]
    it.enter = Spoken.Step(form.submitTitle.lowercasedFirst, Spoken.key(.ctrl("s")))
    it.stop = Spoken.key(.ctrl("s"))
    it.back = Spoken.key(Key(.tab, .shift))
    return it
  }

  /// Puts a text into a field, and says what its days are understood as.
  private static func write(_ id: String, _ text: String, _ app: inout App) {
    FormOverlay.reach(&app) { overlay, desk in
      overlay.form.set(id, text)
      overlay.hearDays(desk)
    }
  }

  /// An answer that was picked.
  private static func answered(_ id: String, _ value: String, _ app: inout App) -> [Effect] {
    let isAsked = FormOverlay.look(app) { place, _ in place.form.error?.field == id } ?? false
    write(id, value, &app)
    return saved(&app, isAsked)
  }

  /// What follows an answer: what was wrong is put right, so it is saved again; else the next field.
  private static func saved(_ app: inout App, _ isAsked: Bool) -> [Effect] {
    if refuses(&app, isAsked) { return [] }
    if isAsked { return app.input(.key(.ctrl("s"))) }
    let heard = FormOverlay.look(app) { place, _ in
      place.form.focused.flatMap { place.form.understood($0.id) }
    }
    if let heard = heard ?? nil { app.notice = App.Notice(text: understood(heard)) }
    return goesOn(&app)
  }

  /// A day that can't be read is refused at its own field, at once, and doesn't stay there: whoever goes on
  /// from an earlier field couldn't know what the form is waiting for.
  private static func refuses(_ app: inout App, _ isAsked: Bool) -> Bool {
    let fault = FormOverlay.reach(&app) { overlay, desk -> String? in
      guard let id = overlay.form.focused?.id,
        let fault = FormDay.refusal(
          of: id, overlay.form.values, overlay.purpose.kind.days(desk.formContext), desk.now)
      else { return nil }
      overlay.form.set(id, overlay.original[id] ?? "")
      overlay.hearDays(desk)
      // Where saving has asked for this field already, its answer saves again.
      if isAsked { overlay.form.error = FormError(field: id, message: fault) }
      return fault
    }
    guard let fault = fault ?? nil else { return false }
    if !isAsked { app.notice = App.Notice(text: fault) }
    return true
  }

  /// What a field was understood as, as a sentence.
  private static func understood(_ words: String) -> String {
    String.said(words.hasPrefix("= ") ? "That's \(words.dropFirst(2))" : words)
  }

  /// To the next field; after the last one it is saved.
  private static func goesOn(_ app: inout App) -> [Effect] {
    let isAtEnd = FormOverlay.look(app) { place, _ in place.form.isAtEnd } ?? false
    return app.input(.key(isAtEnd ? .ctrl("s") : Key(.tab)))
  }
}
