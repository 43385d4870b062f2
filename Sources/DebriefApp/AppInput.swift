import DebriefModel
import TUI

/// How keys find what they do: the top overlay first, then the pane's own keys, then the keymaps
/// from the inside out.
extension App {
  mutating func input(_ event: InputEvent) -> [Effect] {
    if !overlays.isEmpty { return overlayInput(event) }
    switch event {
    case .paste(let text):
      // Never run as keys: what is pasted outside a field is offered as a note.
      openCapture(adding: text)
      return []
    case .resize: return []
    case .key(let key):
      if key == .ctrl("c") {
        pendingKeys = []
        notice = Notice(text: "Nothing is running. {quit} leaves; \(leavingWord)")
        return []
      }
      if pendingKeys.isEmpty, let effects = rawKey(key) { return effects }
      return mapped(key)
    }
  }

  private mutating func mapped(_ key: Key) -> [Effect] {
    pendingKeys.append(key)
    var partial = false
    for scope in scopes {
      switch commands.keymaps[scope]?.match(pendingKeys) {
      case .found(let action)?:
        pendingKeys = []
        return perform(action)
      case .partial?: partial = true
      default: break
      }
    }
    if !partial {
      if pendingKeys.count > 1, let effects = everywhere(key) {
        pendingKeys = []
        return effects
      }
      if case .character(let c) = key.code, key.modifiers.isEmpty, pendingKeys.count == 1 {
        notice = Notice(text: "\(c) does nothing here; {help} shows the keys.")
      }
      pendingKeys = []
    }
    return []
  }

  /// The scope of the commands of the overlay on top; nil where its keys are fixed.
  private var overlayScope: Scope? {
    switch overlays.last {
    case .agenda: .agenda
    case .inbox: .inbox
    case .people(let it) where !it.isTyping: .people
    case .people: nil
    case .resumes: .resumes
    case .afterNo: .afterNo
    case .letter: .letter
    default: nil
    }
  }

  /// Whether a key without a modifier is text.
  private var isTypingText: Bool {
    switch overlays.last {
    case .form, .search, .prompt, .place, .privateNote, .letter: true
    case .picker(let it): it.picker.filterable
    case .people(let it): it.isTyping
    case .confirm, .help, .agenda, .inbox, .verdict, .improvements, .resumes, .afterNo, .callCard,
      .followThrough, nil:
      false
    }
  }

  /// The scopes that hear a key, the innermost first.
  var scopes: [Scope] {
    if case .people? = overlays.last { return [.people] }
    if let overlayScope { return [overlayScope] }
    return switch screen {
    case .home: [.home, .everywhere]
    case .page: [.page, .everywhere]
    case .review: [review?.focus.scope ?? .findings, .review, .everywhere]
    }
  }

  /// Repainting and suspending work wherever one is, over whatever lies on the screen; nil for other
  /// keys. Where text is typed, a key without a modifier is text, whatever it is elsewhere. Keys of an
  /// overlay's own commands come first.
  func everywhere(_ key: Key) -> [Effect]? {
    guard !isTypingText || !key.modifiers.isEmpty || key.isFunction else { return nil }
    if !overlays.isEmpty, let own = overlayScope, commands.action(key, own) != nil { return nil }
    return switch commands.action(key, .everywhere) {
    case .repaint: [.repaint]
    case .suspend: [.suspend]
    default: nil
    }
  }

  /// Keys that move in a list or answer a question: they need no row in the table of commands.
  private mutating func rawKey(_ key: Key) -> [Effect]? {
    switch screen {
    case .home: return home.move(key, size: size)
    case .page:
      guard key.modifiers.isEmpty else { return nil }
      let lines = pageLines().count
      let height = max(1, size.height - 2)
      var list = ListState()
      list.select(pageTop, count: lines, height: height)
      switch key.code {
      case .character("j"), .down: pageTop += 1
      case .character("k"), .up: pageTop -= 1
      case .pageDown, .character(" "): pageTop += height
      case .pageUp: pageTop -= height
      case .home, .character("g"): pageTop = 0
      case .end, .character("G"): pageTop = lines
      default: return nil
      }
      pageTop = max(0, min(pageTop, lines - height))
      return []
    case .review:
      guard var it = review else { return nil }
      let requests = it.rawKey(key, now: now, ids: &ids, size: size)
      review = it
      return requests.map { run($0) }
    }
  }

  /// Does what a command says, or says why it cannot be done now.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = whyDisabled(action) {
      notice = Notice(text: reason)
      return []
    }
    switch action {
    case .help: overlays.append(.help(help()))
    case .palette: overlays.append(.picker(palette()))
    case .searchAll: overlays.append(.search(SearchOverlay()))
    case .capture: open(.capture(screen == .home ? nil : review?.dossier.application.id))
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit:
      guard screen == .review, let half = review?.checklist.half else { return leave() }
      review?.checklist.forgetTyped()
      notice = Notice(text: "\(half) {quit} leaves.")
    case .back, .pageClose: return back()
    case .escape:
      if screen == .home, home.filter.isEmpty {
        notice = Notice(text: "{back} leaves; \(leavingWord)")
        return []
      }
      return back()
    case .resumeDraft: return resumeDraft()
    case .homeOpen, .homeAdd, .homeOutcome, .homeEdit, .homeDelete, .homePage, .homeFilter,
      .homeDue, .homeSample:
      return performHome(action)
    case .agenda, .homeDone, .homeMove, .homeDrop, .agendaOpen, .agendaDone, .agendaMove,
      .agendaDrop:
      return performAgenda(action)
    case .inbox: return openInbox()
    case .inboxPlace, .inboxStrength, .inboxWeakness, .inboxTurn, .inboxDelete:
      return performInbox(action)
    case .people, .peopleOpen, .peopleAdd, .peopleEdit, .peopleFind:
      return performPeople(action)
    case .profile: return [.loadProfile]
    case .letterDelete: return deleteLetter()
    case .resumes, .resumeAdd, .resumeEdit, .resumeDelete: return performResumes(action)
    case .afterNoDone, .afterNoDrop, .afterNoOpen: return performAfterNo(action)
    default:
      guard var it = review else { return [] }
      let requests = it.perform(action, content: content, now: now, ids: &ids)
      review = it
      return run(requests)
    }
    return []
  }

  private mutating func leave() -> [Effect] {
    isFinished = true
    return [.quit]
  }

  private mutating func back() -> [Effect] {
    switch screen {
    case .home:
      if !home.filter.isEmpty {
        home.showAll()
        return [.loadShelf(home.request(.top, size: size))]
      }
      return leave()
    case .page:
      screen = pageFrom
      return []
    case .review:
      if review?.zoomed == true {
        review?.zoomed = false
        return []
      }
      screen = .home
      if let half = review?.checklist.half { notice = Notice(text: half) }
      let shown = review?.dossier.application.id
      review = nil
      home.wanted = shown
      return [.loadShelf(home.refreshRequest(size: size)), .loadAgenda]
    }
  }

  private mutating func resumeDraft() -> [Effect] {
    // First what was typed here; then what an editor left, and so on in turn.
    if hasLeft, drafts.isEmpty || hasResumed {
      hasResumed = false
      return [.listLeft]
    }
    hasResumed = true
    for draft in drafts.values.sorted(by: { $0.scope < $1.scope }) {
      guard let purpose = FormPurpose(scope: draft.scope) else { continue }
      if let reading = purpose.kind.readFirst { return [reading] }
      if let id = purpose.application, id != review?.dossier.application.id {
        after = .form(purpose)
        return [.loadDossier(id)]
      }
      open(purpose)
      return []
    }
    notice = Notice(text: "Nothing is half typed.")
    return []
  }

  /// Does what a pane asked for.
  mutating func run(_ requests: [Request]) -> [Effect] {
    var effects: [Effect] = []
    for request in requests {
      switch request {
      case .effect(.apply(let change)):
        if let review, let prompt = rivalPrompt(change, review.dossier, review.reasons) {
          overlays.append(prompt)
        } else {
          effects.append(.apply(change))
        }
      case .effect(let effect): effects.append(effect)
      case .form(let purpose): open(purpose)
      case .editor(let purpose):
        open(purpose)
        if case .letter(let it)? = overlays.last {
          effects.append(.edit(text: it.area.text, name: "letter"))
        }
        guard case .form(var overlay)? = overlays.last else { break }
        overlay.form.focus =
          overlay.form.fields.firstIndex { $0.id == purpose.mainField } ?? overlay.form.focus
        overlays[overlays.count - 1] = .form(overlay)
        let text = overlay.form.values[purpose.mainField] ?? ""
        effects.append(.edit(text: text, name: purpose.mainField))
      case .overlay(let overlay): overlays.append(overlay.named(commands))
      case .notice(let text): notice = Notice(text: text)
      case .focus(let pane): review?.focus(pane)
      case .place(let place): review?.go(to: place)
      case .page:
        pageFrom = screen
        pageTop = 0
        screen = .page
      }
    }
    return effects
  }

  /// Why a command cannot be used now, in one sentence; nil when it can.
  func whyDisabled(_ action: Action) -> String? {
    switch action {
    case .resumeDraft: return drafts.isEmpty && !hasLeft ? "Nothing is half typed." : nil
    case .homeDone, .homeMove, .homeDrop, .agendaOpen, .agendaDone, .agendaMove, .agendaDrop:
      return whyNotDue(action)
    case .inboxPlace, .inboxStrength, .inboxWeakness, .inboxTurn, .inboxDelete:
      return whyNotSorted()
    case .peopleOpen, .peopleEdit:
      return selectedContact == nil ? "Nobody is on file here; {people.add} adds someone." : nil
    case .agenda, .inbox, .people, .peopleAdd, .peopleFind, .profile: return nil
    case .resumes, .resumeAdd, .resumeEdit, .resumeDelete: return whyNoResume(action)
    case .afterNoDone, .afterNoDrop, .afterNoOpen: return whyNotAfterNo(action)
    case .homeOpen where home.onDue && dueEntry?.kind == .sort: return nil
    case .homeOpen, .homeOutcome, .homeEdit, .homeDelete, .homePage:
      if dueEntry?.kind == .sort { return "These notes wait to be sorted; {home.open} sorts them." }
      if home.target == nil { return "There is no application yet; {home.add} adds one." }
      return nil
    case .homeDue: return home.agenda.isEmpty ? "Nothing is due." : nil
    case .homeSample:
      return home.total > 0 ? "Sample data goes only into an empty store." : nil
    default: return whyUnsaved(action) ?? review?.whyDisabled(action, now: now)
    }
  }
}
