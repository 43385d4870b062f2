import DebriefModel
import TUI

/// What the overlays do with input.
extension App {
  mutating func overlayInput(_ event: InputEvent) -> [Effect] {
    guard let top = overlays.last else { return [] }
    if case .key(let key) = event, let effects = everywhere(key) { return effects }
    switch top {
    case .form(let overlay): return formInput(overlay, event)
    case .picker(let overlay): return pickerInput(overlay, event)
    case .confirm(let overlay): return confirmInput(overlay, event)
    case .help(let overlay): return helpInput(overlay, event)
    case .search(let overlay): return searchInput(overlay, event)
    case .prompt(let overlay): return promptInput(overlay, event)
    case .agenda(let overlay):
      return listInput(overlay.list, count: home.agenda.count, scope: .agenda, event) {
        .agenda(AgendaOverlay(list: $0))
      }
    case .inbox(let overlay):
      return listInput(overlay.list, count: notes(overlay).count, scope: .inbox, event) {
        .inbox(InboxOverlay(application: overlay.application, list: $0))
      }
    case .place(let overlay): return placeInput(overlay, event)
    case .people(let overlay): return peopleInput(overlay, event)
    case .verdict(let overlay): return verdictInput(overlay, event)
    case .privateNote(let overlay): return privateInput(overlay, event)
    case .improvements(let overlay): return improvementsInput(overlay, event)
    case .resumes(let overlay):
      return listInput(overlay.list, count: resumes?.count ?? 0, scope: .resumes, event) {
        .resumes(ResumesOverlay(list: $0))
      }
    case .afterNo(let overlay):
      return listInput(overlay.list, count: afterNo.count, scope: .afterNo, event) {
        .afterNo(AfterNoOverlay(list: $0))
      }
    case .letter(let overlay): return letterInput(overlay, event)
    case .callCard(let overlay): return callCardInput(overlay, event)
    case .followThrough(let overlay): return followThroughInput(overlay, event)
    }
  }

  private mutating func replaceTop(_ overlay: Overlay) { overlays[overlays.count - 1] = overlay }

  private mutating func formInput(_ overlay: FormOverlay, _ event: InputEvent) -> [Effect] {
    var overlay = overlay
    if case .key(let key) = event {
      if key == .ctrl("o") {
        let fields = overlay.form.fields
        guard fields.indices.contains(overlay.form.focus) else { return [] }
        let field = fields[overlay.form.focus]
        if case .choice = field.kind {
          notice = Notice(text: "Your editor is for text; here you choose with ← and →.")
          return []
        }
        return [.edit(text: overlay.form.values[field.id] ?? "", name: field.id)]
      }
      if key == .ctrl("x") {
        replaceTop(.form(afresh(overlay)))
        drafts[overlay.purpose.scope] = nil
        notice = Notice(text: "Started afresh.")
        return [.discardDraft(scope: overlay.purpose.scope)]
      }
    }
    switch overlay.form.handle(event, size: formSize) {
    case .stay, .unused:
      replaceTop(.form(overlay))
      return []
    case .cancel:
      overlays.removeLast()
      if let draft = overlay.draft {
        drafts[draft.scope] = draft
        closing = .form(overlay)
        notice = Notice(text: "Kept as a draft; open it again to go on.")
        return [.saveDraft(draft)]
      }
      drafts[overlay.purpose.scope] = nil
      return [.discardDraft(scope: overlay.purpose.scope)]
    case .submit:
      do {
        var context = formContext.asSeen(overlay.base)
        // The sentence goes when its field is changed: what is saved then is something else.
        if let question = overlay.form.error?.message { overlay.agreed.insert(question) }
        context.agreed = overlay.agreed
        let values = overlay.form.values
        let change: Change
        if let attempt = overlay.attempt, attempt.values == values {
          change = attempt.change
        } else {
          change = try overlay.purpose.change(values, context, ids: &ids)
          try overlay.purpose.checkDays(change, context)
        }
        overlay.attempt = FormOverlay.Attempt(values: values, change: change)
        if let fault = change.fault {
          replaceTop(.form(overlay))
          notice = Notice(text: fault, isError: true)
          return []
        }
        replaceTop(.form(overlay))
        if let effects = overlay.purpose.kind.asks(before: change, in: &self) { return effects }
        return finish(overlay, change)
      } catch {
        overlay.form.error = FormError(field: error.field, message: commands.named(error.message))
        replaceTop(.form(overlay))
        focusField(error.field)
        return []
      }
    }
  }

  /// Saves what the form on top became, and goes on from it.
  mutating func finish(_ overlay: FormOverlay, _ change: Change) -> [Effect] {
    overlays.removeLast()
    drafts[overlay.purpose.scope] = nil
    if overlay.purpose.kind.isAnswer { review?.checklist.advance = true }
    var effects: [Effect] = []
    if !change.operations.isEmpty {
      effects.append(.apply(change))
      submitted = overlay
    }
    effects.append(.discardDraft(scope: overlay.purpose.scope))
    if let source = overlay.source { effects.append(.removeLeft(source)) }
    notice = Notice(text: saved(change, overlay))
    return effects + overlay.purpose.kind.follow(change, in: &self)
  }

  /// Takes an answer of the store: whether a new application is on file already. Saving once more with
  /// the question in sight is the yes.
  mutating func take(twin: Application?, of change: Change) -> [Effect] {
    guard case .form(var overlay)? = overlays.last, overlay.purpose == .application(nil) else {
      return []
    }
    if let twin {
      let question =
        "\(JobName.joined(twin.company, twin.role)) is on file already, added "
        + "\(twin.created.day.short(today: now.day)). Save again to add it once more; Esc goes back."
      if !overlay.agreed.contains(question) {
        overlay.form.error = FormError(field: "company", message: question)
        replaceTop(.form(overlay))
        focusField("company")
        return []
      }
    }
    return finish(overlay, change)
  }

  /// The room a form has.
  var formSize: Size {
    Size(max(1, (size.width < 100 ? size.width : 90) - 4), max(1, size.height - 3))
  }

  private mutating func pickerInput(_ overlay: PickerOverlay, _ event: InputEvent) -> [Effect] {
    var overlay = overlay
    switch overlay.picker.handle(event, height: max(1, size.height - 6)) {
    case .stay: replaceTop(.picker(overlay))
    case .cancel: overlays.removeLast()
    case .refused(let reason):
      replaceTop(.picker(overlay))
      notice = Notice(text: reason)
    case .picked(let id):
      overlays.removeLast()
      return picked(id, overlay.purpose)
    }
    return []
  }

  private mutating func picked(_ id: String, _ purpose: PickerOverlay.Purpose) -> [Effect] {
    if purpose == .palette {
      guard let action = Action(rawValue: id) else { return [] }
      return perform(action)
    }
    if case .move(let entry) = purpose { return move(entry, to: id) }
    if case .glad(let entry) = purpose { return glad(entry, id) }
    if purpose == .letterTo { return readdressed(id) }
    switch purpose {
    case .unsaved(let refuge): return decidedUnsaved(id, refuge: refuge)
    case .left: return pickedLeft(id)
    case .leftOne(let path): return decidedLeft(id, path)
    case .leftHere(let path, let text, let name):
      return [id == "take" ? .takeLeft(path: path) : .editAfresh(text: text, name: name)]
    default: break
    }
    guard var it = review else { return [] }
    let requests = it.picked(id, purpose, now: now, ids: &ids)
    review = it
    return run(requests)
  }

  private mutating func confirmInput(_ overlay: ConfirmOverlay, _ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    switch key.code {
    case .character("y"), .character("Y"):
      overlays.removeLast()
      return [overlay.yes]
    case .character("n"), .character("N"), .character("q"), .escape:
      overlays.removeLast()
    case .character("c") where key.modifiers == .control: overlays.removeLast()
    default: notice = Notice(text: "y for yes, n for no.")
    }
    return []
  }

  private mutating func helpInput(_ overlay: HelpOverlay, _ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    var overlay = overlay
    let height = max(1, size.height - 4)
    if commands.action(key, .everywhere) == .help {
      overlays.removeLast()
      return []
    }
    switch key.code {
    case .character("j"), .down: overlay.top += 1
    case .character("k"), .up: overlay.top -= 1
    case .pageDown, .character(" "): overlay.top += height
    case .pageUp: overlay.top -= height
    case .home, .character("g"): overlay.top = 0
    case .end, .character("G"): overlay.top = overlay.lines.count
    case .escape, .character("q"), .character("?"), .enter, .function(1), .character("c"):
      overlays.removeLast()
      return []
    default: return []
    }
    overlay.top = max(0, min(overlay.top, overlay.lines.count - height))
    replaceTop(.help(overlay))
    return []
  }

  private mutating func searchInput(_ overlay: SearchOverlay, _ event: InputEvent) -> [Effect] {
    var overlay = overlay
    let height = max(1, (size.height - 6) / 2)
    if case .key(let key) = event {
      switch key.code {
      case .escape:
        overlays.removeLast()
        return []
      case .character("c") where key.modifiers == .control:
        overlays.removeLast()
        return []
      case .up: overlay.list.move(by: -1, count: overlay.hits.count, height: height)
      case .down: overlay.list.move(by: 1, count: overlay.hits.count, height: height)
      case .pageUp: overlay.list.move(by: -height, count: overlay.hits.count, height: height)
      case .pageDown: overlay.list.move(by: height, count: overlay.hits.count, height: height)
      case .enter:
        guard overlay.hits.indices.contains(overlay.list.selection) else { return [] }
        let hit = overlay.hits[overlay.list.selection]
        guard let id = hit.application else {
          notice = Notice(text: "This belongs to no application yet.")
          return []
        }
        overlays.removeLast()
        after = .hit(hit.kind, hit.entity)
        return [.loadDossier(id)]
      default:
        if overlay.field.handle(key) { return searched(overlay) }
        return []
      }
      return searched(overlay)
    }
    if case .paste(let text) = event {
      overlay.field.insert(text)
      return searched(overlay)
    }
    return []
  }

  private mutating func searched(_ overlay: SearchOverlay) -> [Effect] {
    var overlay = overlay
    let seen = max(1, (size.height - 6) / 2) + 1
    let isNew = overlay.field.text != overlay.words
    if isNew {
      overlay.asked = seen
    } else if overlay.hits.count >= overlay.asked, overlay.asked < SearchOverlay.most,
      overlay.list.selection + 1 >= overlay.hits.count
    {
      overlay.asked = SearchOverlay.most
    } else {
      replaceTop(.search(overlay))
      return []
    }
    replaceTop(.search(overlay))
    return [.search(overlay.field.text, limit: overlay.asked)]
  }

  private mutating func promptInput(_ overlay: PromptOverlay, _ event: InputEvent) -> [Effect] {
    var overlay = overlay
    switch event {
    case .key(let key):
      switch key.code {
      case .enter:
        overlays.removeLast()
        // The line comes back when what it is for cannot be done.
        naming = overlay
        if case .refuge = overlay.purpose { return writesUnsaved(to: overlay.field.text) }
        if case .move(let entry) = overlay.purpose { return move(entry, to: overlay.field.text) }
        if case .letterFile(let letter, let application) = overlay.purpose {
          return [.writeLetter(letter, application: application, path: overlay.field.text)]
        }
        if case .rival(let change) = overlay.purpose {
          return answeredRival(overlay.field.text, change)
        }
        return []
      case .escape:
        overlays.removeLast()
        if case .rival = overlay.purpose { return leftRival() }
        return typed("", overlay.purpose)
      case .character("c") where key.modifiers == .control:
        overlays.removeLast()
        if case .rival = overlay.purpose { return leftRival() }
        return typed("", overlay.purpose)
      default:
        guard overlay.field.handle(key) else { return [] }
      }
    case .paste(let text): overlay.field.insert(text)
    case .resize: return []
    }
    overlay.fault = ""
    replaceTop(.prompt(overlay))
    return typed(overlay.field.text, overlay.purpose)
  }

  private mutating func typed(_ words: String, _ purpose: PromptOverlay.Purpose) -> [Effect] {
    switch purpose {
    case .filter:
      if home.filter == words { return [] }
      if words.isEmpty { home.showAll() } else { home.filter = words }
      return [.loadShelf(home.request(.top, size: size))]
    case .find:
      review?.find(words)
      return []
    case .move, .letterFile, .rival, .refuge: return []
    }
  }
}
