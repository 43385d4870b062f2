import DebriefModel
import TUI

/// What can be typed at a question.
extension ChecklistPane {
  /// The field of a question, with what is on file; without parts where keys answer it.
  static func field(_ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk) -> AnswerField {
    let id = wizard.debrief.application
    if entry.isUnknown || wizard.debrief.closed != nil { return AnswerField() }
    switch entry.item.kind {
    case .line, .text, .date:
      let purpose = FormPurpose.answer(id, item: entry.item.id)
      var text = entry.response?.value ?? ""
      if text.isEmpty, entry.item.binds == .refusalWords {
        text = wizard.dossier.events.last { $0.kind == .refused }?.words ?? ""
      }
      if entry.item.kind == .date, let day = Day(iso: text) { text = day.long }
      return .one(
        "answer", text, scope: purpose.scope, base: purpose.edited(desk.formContext),
        isWhole: entry.item.kind == .date || entry.item.isNumber)
    case .count:
      return AnswerField()
    case .task(.turns):
      return .two(
        ("They asked", "question"), ("You said", "answer"),
        scope: FormPurpose.turn(id, editing: nil).scope)
    case .task(.room):
      return .one("name", "", scope: FormPurpose.person(nil).scope, base: [])
    case .task(.improvements):
      guard room(for: wizard) else { return AnswerField() }
      return .two(
        ("I'll", "what"), ("When", "place"),
        scope: FormPurpose.improvement(id, editing: nil).scope)
    case .task(.causes):
      // What is typed looks for a reason: nothing of it is kept.
      return .one("reason", "", scope: "", base: [])
    case .yesNo, .scale, .sided, .choice, .ticks, .task: return AnswerField()
    }
  }

  /// Whether one more change fits beside those that are open (A9).
  static func room(for wizard: Wizard) -> Bool {
    let mine = wizard.dossier.improvements.filter {
      $0.debrief == wizard.debrief.id && $0.takesPlace
    }
    return mine.count < Improvement.most
  }

  /// The columns an answer has, and the rows of a text.
  static func width(_ desk: Desk) -> Int {
    let room = desk.room.width
    return max(1, min(mostColumns, room - 2 * margin(room)))
  }
  /// The most columns of a line, so that it can be read at a glance.
  static let mostColumns = 64
  /// The blank columns before a question.
  static func margin(_ width: Int) -> Int { width >= 60 ? 4 : width >= 40 ? 1 : 0 }

  // MARK: Keys

  /// Takes a key or a paste while a text is asked for.
  mutating func type(
    _ event: InputEvent, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    switch event {
    case .paste(let text): return pasted(text, entry, wizard, &desk)
    case .resize, .tooLong, .pointer: return nil
    case .key(let key):
      // `]` and `]` again: the key that led here leads on, and is no answer.
      let passes = ["checklist.previous", "checklist.next"].contains(
        desk.commands.action(key, .checklist)?.name ?? "")
      if isPassing, passes, !field.isChanged { return nil }
      isPassing = false
      switch key {
      case Key(.escape):
        (isOut, isFollowing) = (true, false)
        // What a task is given is a thing of its own: half of one stays in the field, and is kept as
        // a draft, until Enter says that it is whole.
        return (entry.item.kind.isTask ? [] : keep(entry, wizard, &desk))
          + [.notice("You're out of the text box. {checklist.answer} takes you back in.")]
      case Key(.enter): return entered(entry, wizard, &desk)
      case .ctrl("s") where pieces.count > 1: return cut(wizard, &desk)
      case Key(.enter, .alt), .ctrl("j"):
        if !isFilter(entry) { field.insert("\n") }
      case .ctrl("o"):
        guard !isFilter(entry), let purpose = FormPurpose(scope: field.scope) else { return [] }
        if let draft { desk.drafts[draft.scope] = draft }
        field = field.emptied()
        loaded(nil)
        return [.editor(purpose)]
      case Key(.tab) where field.at + 1 < field.parts.count && !field.text.isEmpty:
        field.at += 1
      case Key(.tab, .shift) where field.at > 0: field.at -= 1
      case Key(.tab), Key(.tab, .shift): return nil
      case Key(.backspace) where field.isEmpty && entry.item.kind == .task(.room):
        return takeBack(wizard)
      case Key(.up) where picks(entry, wizard): move(-1, entry, wizard)
      case Key(.down) where picks(entry, wizard): move(1, entry, wizard)
      default:
        let before = field.text
        guard field.handle(key, width: ChecklistPane.width(desk), height: 6) else {
          return key.modifiers.isEmpty && !key.isFunction ? [] : nil
        }
        if field.text != before { pieces = [] }
        // What is typed looks for a reason anew: the first that fits is the one that is meant.
        if isFilter(entry), field.text != before { option = field.text.isEmpty ? -1 : 0 }
      }
      return []
    }
  }

  /// Whether the arrows choose among options below the field: always where what is typed looks for one,
  /// else as long as nothing is typed.
  func picks(_ entry: Wizard.Entry, _ wizard: Wizard) -> Bool {
    isFilter(entry)
      || field.isEmpty && !asksOutcome
        && !ChecklistPane.options(entry, wizard, filter: field.text).isEmpty
  }

  private mutating func move(_ step: Int, _ entry: Wizard.Entry, _ wizard: Wizard) {
    let count = ChecklistPane.options(entry, wizard, filter: field.text).count
    option = max(-1, min(count - 1, option + step))
  }

  private mutating func pasted(
    _ text: String, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    field.insert(isFilter(entry) ? text.filter { !$0.isNewline } : text)
    if isFilter(entry) { option = field.text.isEmpty ? -1 : 0 }
    // Notes that hold several questions can be cut into them; until then they are one text.
    pieces = entry.item.kind == .task(.turns) && field.at == 0 ? Transcript.turns(field.text) : []
    return []
  }

  /// Stores pasted notes as the questions and answers they were cut into.
  private mutating func cut(_ wizard: Wizard, _ desk: inout Desk) -> [Request] {
    let change = wizard.add(pieces, ids: &desk.ids, now: desk.now)
    let scope = field.scope
    desk.drafts[scope] = nil
    let kept = field
    (field, pieces) = (field.emptied(), [])
    let back = Sequel(
      keeping: unsaved(kept),
      failed: { app, _ in
        ChecklistPane.reach(&app) { pane, _ in pane.field = kept }
        return []
      })
    return [.app { _ in [.apply(change, then: back), .discardDraft(scope: scope)] }]
  }

  /// Backspace in the empty field: the last who was written down comes back into it, to be put right.
  private mutating func takeBack(_ wizard: Wizard) -> [Request] {
    guard let last = wizard.room.last,
      let change = wizard.leaveOut(last, isNew: justMet.contains(last.id))
    else { return [] }
    field.insert("\(last.name), \(last.does)")
    return [.effect(.apply(change))]
  }

  /// Whether what is typed says how a change that was tried went.
  var asksOutcome: Bool { field.parts.first?.name == "outcome" }

  /// Enter: what was typed is stored, and the next thing is asked.
  private mutating func entered(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    switch entry.item.kind {
    case .task(.causes): return enterCause(entry, wizard, &desk)
    case .task(let task):
      if let chosen = chosen(entry, wizard) { return choose(chosen, entry, wizard, &desk) }
      // A change that was tried is tried, whether or not anything is said of how it went.
      if field.texts.first?.isEmpty ?? true, !asksOutcome {
        field = field.emptied()
        return finish(task, entry, wizard, &desk)
      }
      // The first of two texts leads to the second.
      if field.at + 1 < field.parts.count {
        field.at += 1
        return []
      }
      return store(entry, wizard, &desk)
    case .yesNo, .scale, .sided, .count, .choice, .line, .text, .date, .ticks:
      if let chosen = chosen(entry, wizard) { return choose(chosen, entry, wizard, &desk) }
      if field.texts.first?.isEmpty ?? true, entry.response == nil {
        goOn(wizard, desk)
        return []
      }
      return store(entry, wizard, &desk, then: .goOn)
    }
  }

  /// The option under the bar, where nothing is typed.
  func chosen(_ entry: Wizard.Entry, _ wizard: Wizard) -> Option? {
    if asksOutcome { return nil }
    let options = ChecklistPane.options(entry, wizard)
    return field.isEmpty && options.indices.contains(option) ? options[option] : nil
  }

  /// Stores what is typed, so that nothing is lost where the field is left.
  mutating func keep(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    guard field.isChanged, !isFilter(entry), !(field.texts.first?.isEmpty ?? true) else {
      return []
    }
    return store(entry, wizard, &desk)
  }

  /// Stores what is typed; it stays in the field when it cannot be.
  private mutating func store(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk, then sequel: Sequel = .none
  ) -> [Request] {
    let texts = field.texts
    guard let first = texts.first else { return [] }
    let change: Change
    switch entry.item.kind {
    case .task(.turns):
      change = wizard.add([Transcript.Turn(first, texts.last ?? "")], ids: &desk.ids, now: desk.now)
    case .task(.room):
      change = wizard.meet(first, at: entry, ids: &desk.ids, now: desk.now)
      justMet.formUnion(
        change.operations.compactMap {
          if case .insert(.person(let it)) = $0 { it.id } else { nil }
        })
      advance = RoomWords.people(first).isEmpty
    case .task(.improvements):
      change = wizard.resolve(first, when: texts.last ?? "", ids: &desk.ids, now: desk.now)
    case .task(.tried):
      change = wizard.tried(entry, outcome: first, ids: &desk.ids, now: desk.now)
      advance = true
    case .yesNo, .scale, .sided, .count, .choice, .line, .text, .date, .ticks, .task(.time),
      .task(.findings), .task(.causes), .task(.phases), .task(.asks), .task(.replies), .task(.page),
      .task(.close):
      var context = desk.formContext.asSeen(field.base)
      context.agreed = []
      do {
        let purpose = FormPurpose.answer(wizard.debrief.application, item: entry.item.id)
        // An answer that is there already is gone on from.
        if !field.isChanged, entry.response != nil {
          advance = true
          return [ChecklistPane.follows]
        }
        change = try purpose.change(["answer": field.text], context, ids: &desk.ids)
      } catch {
        return [.fault(error.message)]
      }
    }
    let scope = field.scope
    desk.drafts[scope] = nil
    let kept = field
    field = entry.item.kind.isTask ? field.emptied() : field.settled()
    let back = Sequel(
      keeping: unsaved(kept),
      failed: { app, _ in
        ChecklistPane.reach(&app) { pane, _ in pane.field = kept }
        return []
      })
    return [
      .app { _ in [.apply(change, then: sequel.or(back)), .discardDraft(scope: scope)] }
    ]
  }

  private func unsaved(_ field: AnswerField) -> Unsaved? {
    var it = self
    it.field = field
    return it.unsaved
  }
}

extension AnswerField {
  /// The same field, with what it holds as what is on file.
  func settled() -> AnswerField {
    var it = self
    for at in it.parts.indices { it.parts[at].original = it.parts[at].area.text.trimmed }
    return it
  }
}

extension Item.Kind {
  /// Whether it is something done, not something said.
  var isTask: Bool { if case .task = self { true } else { false } }
}
