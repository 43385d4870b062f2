import DebriefModel
import TUI

/// How a key finds what it does: the place on top takes what is its own, and else the commands that are
/// heard there, from the inside out.
extension App {
  /// The place that has the keys.
  var place: any Place {
    if let top = overlays.last { return top }
    return switch screen {
    case .home: home
    case .review: review
    case .page: page
    }
  }

  /// Works on the place that has the keys.
  mutating func onPlace<R>(_ body: (inout any Place, inout Desk) -> R) -> R {
    if !overlays.isEmpty { return body(&overlays[overlays.count - 1], &desk) }
    var it = place
    let result = body(&it, &desk)
    if let it = it as? Home { home = it }
    if let it = it as? Review { review = it }
    if let it = it as? PageScreen { page = it }
    return result
  }

  /// The scopes that hear a key, the innermost first.
  var scopes: [Scope] {
    if let top = overlays.last { return type(of: top).scope.hearing }
    return switch screen {
    case .home: Scope.home.hearing
    case .page: Scope.page.hearing
    case .review: type(of: review[review.focus]).scope.hearing
    }
  }

  mutating func input(_ event: InputEvent) -> [Effect] {
    // A new line is a line of its own only where an answer is typed.
    let isAnswer = overlays.isEmpty && place.isTyping
    let takesLines = isAnswer || (overlays.last as? FormOverlay)?.takesLines == true
    let event = event == .key(.ctrl("j")) && !takesLines ? .key(Key(.enter)) : event
    if event == .tooLong {
      notice = Notice(
        text: "That's too long: the limit is \(TextLimit.words). Nothing was pasted.",
        isError: true)
      return []
    }
    if !overlays.isEmpty { return overlayInput(event) }
    if desk.tour != nil, pendingKeys.isEmpty, event == .key(Key(.escape)) { return endTour() }
    switch event {
    case .paste where isAnswer: return run(taken(event) ?? [])
    case .paste(let text):
      // Never run as keys: what is pasted outside a field is offered as a note.
      if let effects = dropped(text) { return effects }
      // More of an answer is that where something is offered below it, as if it were typed.
      if screen == .review, review.focus == .checklist, let requests = taken(event) {
        return run(requests)
      }
      openCapture(adding: text)
      return []
    case .resize, .tooLong, .pointer: return []
    case .key(let key):
      if key == .ctrl("c") {
        pendingKeys = []
        // Where keys are text, none of them would quit: they become commands first.
        let effects = isAnswer ? run(taken(.key(Key(.escape))) ?? []) : []
        notice = howToQuit
        return effects
      }
      if pendingKeys.isEmpty, let requests = taken(event) { return run(requests) }
      return mapped(key)
    }
  }

  /// What the key that stops things elsewhere says where there is nothing to stop.
  private var howToQuit: Notice {
    Notice(text: "Nothing is running. {quit} quits; \(desk.leavingWord)")
  }

  /// Asks whether to quit when that key is pressed again while it says so; false for any other.
  mutating func asksToQuit(_ event: InputEvent) -> Bool {
    guard event == .key(.ctrl("c")), overlays.isEmpty, notice == howToQuit else { return false }
    notice = nil
    overlays.append(
      ConfirmOverlay(
        question: "Quit debrief?", detail: desk.leavingWord.capitalizedFirst,
        yes: [.app { $0.leave() }]))
    return true
  }

  /// What the screen itself does with input.
  private mutating func taken(_ event: InputEvent) -> [Request]? {
    switch screen {
    case .home: home.take(event, &desk)
    case .review: review.take(event, &desk)
    case .page: page.take(event, &desk)
    }
  }

  private mutating func overlayInput(_ event: InputEvent) -> [Effect] {
    let top = overlays[overlays.count - 1]
    let scope = type(of: top).scope
    guard case .key(let key) = event else {
      pendingKeys = []
      return run(passed(event) ?? [])
    }
    if let effects = sequence(key) { return effects }
    let own = desk.commands.action(key, scope)
    if own == nil, key.isFunction, !(top is HelpOverlay), !(top is PickerOverlay),
      desk.commands.action(key, .everywhere)?.name == "help"
    {
      return showHelp()
    }
    // Where a text is written its commands have keys that are no text.
    if scope.isTyping, let own { return perform(own) }
    if own == nil, let effects = everywhere(key) { return effects }
    if let requests = passed(event) { return run(requests) }
    if let command = desk.commands.action(key, .everywhere),
      scope.alone?.contains(command.name) == true
    {
      return perform(command)
    }
    if let own { return perform(own) }
    if scope.outer.contains(.find), let find = desk.commands.action(key, .find) {
      return perform(find)
    }
    saysNothing(key)
    return []
  }

  /// Passes input to what lies on top.
  private mutating func passed(_ event: InputEvent) -> [Request]? {
    overlays[overlays.count - 1].take(event, &desk)
  }

  private mutating func mapped(_ key: Key) -> [Effect] {
    pendingKeys.append(key)
    var partial = false
    for scope in scopes {
      switch desk.commands.keymap(scope)?.match(pendingKeys) {
      case .found(let name)?:
        pendingKeys = []
        return desk.commands.command(name, in: scope).map { perform($0) } ?? []
      case .partial?: partial = true
      case .none?, nil: break
      }
    }
    if partial { return [] }
    let pressed = pendingKeys
    pendingKeys = []
    if pressed.count == 1 {
      saysNothing(key)
      return []
    }
    return leftSequence(pressed)
  }

  private mutating func saysNothing(_ key: Key) {
    guard case .character(let c) = key.code, key.modifiers.isEmpty else { return }
    notice = Notice(text: "\(c) does nothing here; {help} shows the keys.")
  }

  /// Repainting and suspending work wherever one is, over whatever lies on the screen; nil for other
  /// keys. Where text is typed, a key without a modifier is text, whatever it is elsewhere. Keys of an
  /// overlay's own commands come first: it is not asked then.
  mutating func everywhere(_ key: Key) -> [Effect]? {
    if let top = overlays.last, top.isTyping, key.modifiers.isEmpty, !key.isFunction { return nil }
    guard let command = desk.commands.action(key, .everywhere),
      App.overAll.contains(command.name)
    else { return nil }
    return perform(command)
  }

  /// Does what a command says, or says why it cannot be done now.
  mutating func perform(_ command: Command) -> [Effect] {
    if let reason = command.why(self) {
      notice = Notice(text: reason)
      return []
    }
    return command.does(&self)
  }

  /// Does a command by its name.
  mutating func perform(_ name: String) -> [Effect] {
    desk.commands.command(name).map { perform($0) } ?? []
  }

  /// Lays the help of this place over the screen.
  mutating func showHelp() -> [Effect] {
    overlays.append(HelpHere(self).overlay)
    return []
  }

  /// Does what a place asked for.
  mutating func run(_ requests: [Request]) -> [Effect] {
    var effects: [Effect] = []
    for request in requests {
      switch request {
      case .effect(.apply(let change, let sequel)):
        if let folder = desk.folder, let prompt = rivalPrompt(change, folder.dossier, then: sequel)
        {
          overlays.append(prompt)
        } else {
          effects.append(.apply(change, then: sequel))
        }
      case .effect(let effect): effects.append(effect)
      case .form(let purpose): open(purpose)
      case .editor(let purpose): effects += openInEditor(purpose)
      case .open(let place): overlays.append(place)
      case .close:
        // A text that is opened again has no line marked; the line in which words are typed is none.
        if let top = overlays.popLast(), !(top is PromptOverlay) { desk.find.put(nil, in: "") }
      case .notice(let text): notice = Notice(text: text)
      case .fault(let text): notice = Notice(text: text, isError: true)
      case .focus(let pane): review.visit(pane)
      case .place(let place): if let folder = desk.folder { review.go(to: place, folder) }
      case .page: effects += showPage()
      case .app(let body): effects += body(&self)
      }
    }
    return effects
  }

  private mutating func openInEditor(_ purpose: FormPurpose) -> [Effect] {
    open(purpose)
    if let letter = overlays.last as? LetterEditor {
      return [.edit(text: letter.area.text, name: "letter")]
    }
    return FormOverlay.reach(&self) { overlay, _ in
      overlay.focus(purpose.mainField)
      return overlay.edited.map { [$0] } ?? []
    } ?? []
  }
}
