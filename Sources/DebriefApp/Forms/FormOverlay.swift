import DebriefModel
import TUI

/// A form, what it is for, and whether it was filled from a draft.
struct FormOverlay: DraftPlace {
  var form: Form
  let purpose: FormPurpose
  /// What the form held when it was opened: a draft is kept only when it differs.
  let original: [String: String]
  /// What the form edits, as it was seen when it was opened.
  var base: [Entity] = []
  /// The file its text came from, which may go once that is saved.
  var source: String?
  /// The questions that were answered by saving once more.
  private var agreed: Set<String> = []
  /// What was sent to the store last, and the values it was made from: sent again as it was, it
  /// cannot be done twice.
  private var attempt: Attempt?
  /// The text whose company was asked for last.
  private var recognised: String?

  /// A change that was sent to the store.
  private struct Attempt: Equatable, Sendable {
    var values: [String: String]
    var change: Change
  }

  static let scope = Scope.bare("form", isTyping: true)

  init(form: Form, purpose: FormPurpose, original: [String: String], base: [Entity] = []) {
    (self.form, self.purpose, self.original, self.base) = (form, purpose, original, base)
  }

  /// What is half typed, when it is worth keeping.
  var draft: Draft? {
    form.values == original
      ? nil : Draft(scope: purpose.scope, fields: form.values, base: base)
  }

  /// Puts the focus on one of its fields.
  mutating func focus(_ id: String) {
    form.focus = form.fields.firstIndex { $0.id == id } ?? form.focus
  }

  /// The text of the field that has the focus, for the user's editor.
  var edited: Effect? {
    guard form.fields.indices.contains(form.focus) else { return nil }
    let field = form.fields[form.focus]
    switch field.kind {
    case .choice, .note: return nil
    case .line, .lines: return .edit(text: form.values[field.id] ?? "", name: field.id)
    }
  }

  // MARK: Keys

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    if case .key(.ctrl("o")) = event {
      return edited.map { [.effect($0)] }
        ?? [.notice("Your editor only opens text fields. {key.after} goes to the next one.")]
    }
    if case .key(.ctrl("x")) = event {
      if form.values == original { return [.notice("Nothing here has been changed.")] }
      return [
        .open(
          ConfirmOverlay(
            question: base.isEmpty
              ? "Clear what you typed here?" : "Go back to what was saved?",
            detail: "What you typed in this form will be gone.",
            yes: [.with(FormOverlay.self) { $0.clear(&$1) }]))
      ]
    }
    let reply = form.handle(event, size: place(on: desk.size).size)
    hearDays(desk)
    switch reply {
    case .stay, .unused: return []
    case .cancel: return leave(&desk)
    case .submit: return submit(&desk)
    }
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    form.point(at, size: place(on: desk.size).size)
    hearDays(desk)
    return []
  }

  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] {
    form.wheel(isDown: isDown, at, size: place(on: desk.size).size)
    return []
  }

  /// Where it stands on a screen of this size, without the rows at its foot. It stays there when a
  /// sentence takes some of them.
  private func place(on size: Size) -> Rect {
    let room = Size(size.width, max(1, size.height - 1))
    let wanted = form.preferredSize(
      within: Size(room.width < 100 ? room.width : 90, room.height))
    let width = max(room.width < 100 ? room.width : 90, wanted.width)
    return Rect(x: 0, y: 0, width: room.width, height: room.height)
      .centered(Size(width, wanted.height))
  }

  /// Says of every day that is typed what it was understood as.
  mutating func hearDays(_ desk: Desk) {
    let context = desk.formContext
    // What was said of words that are gone goes with them.
    for field in form.fields { form.setHeard(field.id, nil) }
    for (id, words) in FormDay.heard(form.values, purpose.kind.days(context), desk.now) {
      form.setHeard(id, words)
    }
    if let title = purpose.kind.submitTitle(form.values) { form.submitTitle = title }
    for (id, words) in purpose.kind.sentences(form.values) { form.setHeard(id, words) }
    for (id, words) in purpose.kind.known(form.values, context) where !words.isEmpty {
      form.setHeard(id, words)
    }
  }

  /// Puts the form back to what is on file, and lets go of what was kept of it.
  private mutating func clear(_ desk: inout Desk) -> [Request] {
    self = afresh(desk)
    desk.drafts[purpose.scope] = nil
    return [
      .notice(base.isEmpty ? "Cleared." : "You're back to what was saved."),
      .effect(.discardDraft(scope: purpose.scope)),
    ]
  }

  /// The form without what was typed: from what is on file now, also where another window has changed
  /// it since, or from what was seen where that is gone.
  private func afresh(_ desk: Desk) -> FormOverlay {
    let context = desk.formContext
    let now = purpose.edited(context)
    let isThere = now.count >= base.count
    let original = purpose.form(isThere ? context : context.asSeen(base)).values
    var form = form
    for (id, value) in original { form.set(id, value) }
    form.focus = form.start
    return FormOverlay(
      form: form, purpose: purpose, original: original, base: isThere ? now : base)
  }

  private mutating func submit(_ desk: inout Desk) -> [Request] {
    do {
      var context = desk.formContext.asSeen(base)
      // The sentence goes when its field is changed: what is saved then is something else.
      if let question = form.error?.message { agreed.insert(question) }
      context.agreed = agreed
      let change: Change
      if let attempt, attempt.values == form.values {
        change = attempt.change
      } else {
        change = try purpose.change(form.values, context, ids: &desk.ids)
        try purpose.checkDays(change, context)
      }
      attempt = Attempt(values: form.values, change: change)
      if let fault = change.fault { return [.fault(fault)] }
      return [.app { $0.save(change) }]
    } catch {
      form.error = FormError(field: error.field, message: desk.named(error.message))
      focus(error.field)
      return []
    }
  }

  // MARK: What is read for it

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    var effects: [Effect] = []
    if purpose == .capture(nil), let text = form.values["text"], text != recognised {
      recognised = text
      effects.append(.recognise(text))
    }
    if purpose.kind.readsResumes, desk.resumes.asks() { effects.append(.loadResumes) }
    if purpose.kind.readsLive, let id = desk.folder?.id, desk.folder?.live.asks() == true {
      effects.append(.loadLive(besides: id))
    }
    return effects
  }

  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? {
    switch message {
    case .edited(let text):
      guard let text, form.fields.indices.contains(form.focus) else { return [] }
      form.set(form.fields[form.focus].id, text)
      hearDays(desk)
      return []
    case .mention(let mention, let text):
      guard purpose == .capture(nil), form.values["text"] == text else { return [] }
      desk.mention = mention
      form.setHint("text", desk.named(CaptureForm.hint(mention)))
      return []
    case .resumes(let records, let covers):
      guard purpose.kind is ApplicationForm else { return [] }
      for (field, names) in [("resume", records.map(\.name)), ("cover", covers)] {
        let said = names.filter { !$0.isEmpty }.prefix(4).joined(separator: "; ")
        if !said.isEmpty { form.setHint(field, "yours so far: \(said)") }
      }
      return []
    case .twin(let twin, let change):
      guard purpose.kind.startsApplication else { return [] }
      return known(twin, desk) ?? [.app { $0.finish(change) }]
    default: return nil
    }
  }

  /// Whether a new application is on file already. Saving once more with the question in sight is the
  /// yes.
  private mutating func known(_ twin: Application?, _ desk: Desk) -> [Request]? {
    guard let twin else { return nil }
    let question = desk.named(
      "\(JobName.joined(twin.company, twin.role)) is already here, added "
        + "\(twin.created.day.short(today: desk.now.day)). {again} to add it anyway; "
        + "{key.esc} goes back.")
    if agreed.contains(question) { return nil }
    form.error = FormError(field: "company", message: question)
    focus("company")
    return []
  }

  // MARK: Leaving

  var unsaved: Unsaved? {
    guard draft != nil else { return nil }
    let values = form.values
    let told = form.fields.filter { !(values[$0.id] ?? "").isEmpty }
    let texts = told.map { field -> String in
      let text = values[field.id] ?? ""
      guard case .choice(let choices) = field.kind else { return text }
      return choices.first { $0.id == text }?.title ?? text
    }
    let label = purpose.label(about: form.about)
    // One text alone needs no heading.
    let typed = told.indices.filter { values[told[$0].id] != original[told[$0].id] }
    if typed.count == 1 { return Unsaved(label: label, text: texts[typed[0]]) }
    let parts = zip(told, texts).map { "\($0.label):\n\($1)" }
    return Unsaved(label: label, text: parts.joined(separator: "\n\n"))
  }

  // MARK: Drawing

  /// What the keys do where one is; the form itself names none.
  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    // Where there is little room, the key that saves is named before all that explains it.
    let isNarrow = desk.size.width < 60
    let save = isNarrow ? "save" : form.submitTitle.lowercasedFirst
    var hints: [(key: String, title: String)] = []
    switch form.enter {
    case .goesOn: hints.append(("Enter", "next"))
    case .submits: hints.append(("Enter", save))
    case .unfolds: hints.append(("Enter", "show more"))
    case .lists: hints.append(("Enter", "choose"))
    case .picks: return [("Enter", "pick"), ("↑ ↓", "move"), ("Esc", "back to the form")]
    }
    if form.enter != .submits { hints.append(("^S", save)) }
    hints.append(("Esc", isNarrow ? "back" : "back, keep a draft"))
    switch form.focused?.kind {
    case .lines: hints += [("Alt-Enter", "new line"), ("^O", "editor")]
    case .choice where form.enter != .lists: hints.append(("← →", "choose"))
    case .line: hints.append(("^O", "editor"))
    case .choice, .note, nil: break
    }
    return hints
  }

  /// Whether a new line is a line of its own where the focus is.
  var takesLines: Bool {
    if case .lines = form.focused?.kind { return true }
    return false
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    var rect = place(on: desk.size)
    // Up rather than smaller where a sentence stands below, and rather without its last rows, where the
    // help is, than moved.
    rect.y = max(0, min(rect.y, canvas.height - rect.height))
    if rect.height > canvas.height + 2 { rect.height = canvas.height }
    let room = canvas.part(rect)
    room.fill(room.bounds, ink: .body)
    room.form(form)
  }
}

extension App {
  /// Opens a form in its own way.
  @discardableResult
  mutating func open(_ purpose: FormPurpose) -> [Effect] {
    purpose.kind.open(in: &self)
    return []
  }

  /// Shows a form, with the draft that was kept for it.
  mutating func show(_ purpose: FormPurpose) {
    // What was typed before was typed over what was seen then.
    let context = desk.formContext
    let draft = desk.drafts[purpose.scope]
    let base = draft.map(\.base).flatMap { $0.isEmpty ? nil : $0 } ?? purpose.edited(context)
    var form = purpose.form(draft == nil ? context : context.asSeen(base))
    let original = form.values
    if let draft {
      for (id, value) in draft.fields where original[id] != nil { form.set(id, value) }
      if form.values != original {
        notice = Notice(text: "Here's what you had typed. {key.clear} clears it.")
      }
    }
    var overlay = FormOverlay(form: form, purpose: purpose, original: original, base: base)
    overlay.hearDays(desk)
    overlays.append(overlay)
  }

  /// Saves the change of the form on top, unless something is asked before.
  mutating func save(_ change: Change) -> [Effect] {
    guard let overlay = overlays.last as? FormOverlay else { return [] }
    return overlay.purpose.kind.asks(before: change, in: &self) ?? finish(change)
  }

  /// Saves the change of the form on top, and goes on from it. When the store refuses it, the form is
  /// there again.
  mutating func finish(_ change: Change) -> [Effect] {
    guard let overlay = overlays.popLast() as? FormOverlay else { return [] }
    let (scope, kind) = (overlay.purpose.scope, overlay.purpose.kind)
    desk.drafts[scope] = nil
    var effects: [Effect] = []
    if !change.operations.isEmpty {
      let back = Sequel.comesBack(overlay)
      effects.append(.apply(change, then: kind.isAnswer ? Sequel.goOn.or(back) : back))
    }
    effects.append(.discardDraft(scope: scope))
    if let source = overlay.source { effects.append(.removeLeft(source)) }
    notice = Notice(text: overlay.sentence(saved: change, in: self))
    return effects + kind.follow(change, in: &self)
  }
}
