import DebriefModel

/// Where another window may write to the same store: what a form is opened from, and what is said.
extension App {
  /// Adds what met to what is said of a change.
  mutating func tell(_ met: [Meeting]) {
    guard let sentences = Meeting.notice(met) else { return }
    notice = Notice(text: (notice.map { $0.text + " " } ?? "") + sentences)
  }

  /// The text the private note on the screen was made from.
  public var privateNoteBase: String {
    if case .privateNote(let it)? = overlays.last { it.stored } else { "" }
  }

  /// Opens a form in its own way.
  mutating func open(_ purpose: FormPurpose) { purpose.kind.open(in: &self) }

  /// Shows a form, with the draft that was kept for it.
  mutating func show(_ purpose: FormPurpose) {
    // What was typed before was typed over what was seen then.
    let draft = drafts[purpose.scope]
    let base = draft.map(\.base).flatMap { $0.isEmpty ? nil : $0 } ?? purpose.edited(formContext)
    var form = purpose.form(draft == nil ? formContext : formContext.asSeen(base))
    let original = form.values
    var restored = false
    if let draft {
      for (id, value) in draft.fields where original[id] != nil { form.set(id, value) }
      restored = form.values != original
      if restored { notice = Notice(text: "Restored what you had typed; ^X starts afresh.") }
    }
    overlays.append(
      .form(
        FormOverlay(
          form: form, purpose: purpose, original: original, restored: restored, base: base)))
  }

  /// The form without what was typed: from what is on file now, also where another window has changed
  /// it since, or from what was seen where that is gone.
  func afresh(_ overlay: FormOverlay) -> FormOverlay {
    let base = overlay.purpose.edited(formContext)
    let isThere = base.count >= overlay.base.count
    let context = isThere ? formContext : formContext.asSeen(overlay.base)
    let original = overlay.purpose.form(context).values
    var form = overlay.form
    for (id, value) in original { form.set(id, value) }
    form.focus = form.start
    return FormOverlay(
      form: form, purpose: overlay.purpose, original: original,
      base: isThere ? base : overlay.base)
  }
}
