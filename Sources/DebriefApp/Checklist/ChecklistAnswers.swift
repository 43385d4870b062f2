import DebriefModel
import TUI

/// How a question is answered: by a text, a key, an option.
extension ChecklistPane {
  /// The pane's own keys: they type, choose and answer. A letter that is none of them runs a command only
  /// where that cannot be a word somebody goes on typing.
  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard let wizard = desk.folder?.wizard, let entry = entry(wizard) else { return nil }
    if isTyping { return type(event, entry, wizard, &desk) }
    return taken(event, entry, wizard, &desk) ?? strayed(event, entry, wizard, &desk)
  }

  /// What is an answer, or the key of what is offered or rated; nil for everything else.
  private mutating func taken(
    _ event: InputEvent, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    if stage == .offering { return takeOffer(event, entry, wizard, &desk) }
    guard case .key(let key) = event else { return nil }
    if stage == .rating { return rate(key, wizard, &desk) }
    if showsWhy, key == Key(.escape) {
      showsWhy = false
      return []
    }
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    switch key {
    case Key(.up), .char("k"), Key(.left), .char("h"):
      if !options.isEmpty { option = max(0, option - 1) }
      return []
    case Key(.down), .char("j"), Key(.right), .char("l"):
      if !options.isEmpty { option = min(options.count - 1, option + 1) }
      return []
    case .char(" ") where entry.item.kind == .ticks:
      if options.indices.contains(option) { tick(options[option]) }
      return []
    case .char("n") where entry.item.kind == .task(.close):
      return nothingToAdd(options, wizard, &desk)
    default: break
    }
    guard case .character(let c) = key.code, key.modifiers.isEmpty else { return nil }
    if entry.item.kind == .task(.close), let mood = c.wholeNumberValue {
      return feel(mood, wizard, &desk)
    }
    if let at = options.firstIndex(where: { $0.key == String(c) }) {
      option = at
      // A key that is still one of a text opens nothing: it points at what Enter would open.
      if options[at].does.leadsAway, isHeld(wizard) {
        return [.notice("Enter opens this: \(options[at].title).")]
      }
      return choose(options[at], entry, wizard, &desk)
    }
    // Six to nine of something count as well as five, without a row of their own.
    if entry.item.kind == .count, let n = c.wholeNumberValue, n > 5 {
      return answer("\(n)", entry, wizard, &desk)
    }
    // A digit that is not there is no command either: it would lead away from the question.
    guard c.isNumber, !options.isEmpty else { return nil }
    return [.notice("\(c) isn't one of the answers here.")]
  }

  mutating func tick(_ option: Option) {
    guard case .tick(let id) = option.does else { return }
    if ticked.remove(id) == nil { ticked.insert(id) }
  }

  /// Stores an answer, and goes on once it is stored.
  mutating func answer(
    _ value: String, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if wizard.debrief.closed != nil { return [ChecklistPane.reopening(wizard)] }
    item = entry.item.id
    if let response = entry.response, response.value == value, !response.isSkipped {
      advance = true
      return [ChecklistPane.follows]
    }
    let change = wizard.ticked(entry, value: value, ids: &desk.ids, now: desk.now)
    return [.app { _ in [.apply(change, then: .goOn)] }]
  }

  /// What a finished debrief answers when it would be changed: it asks first.
  static func reopening(_ wizard: Wizard) -> Request {
    let day = wizard.debrief.closed.map { " on \($0.day.long)" } ?? ""
    return .open(
      ConfirmOverlay(
        question: "Open this debrief again?",
        detail: "You finished it\(day). Open it, and you can change your answers.",
        yes: [.effect(.apply(wizard.reopen()))]))
  }

  /// Whether a question of a finished debrief leads somewhere and changes nothing.
  static func onlyLooks(_ entry: Wizard.Entry) -> Bool {
    entry.item.kind == .task(.page) || entry.item.kind == .task(.close)
  }

  /// Does what an option says.
  mutating func choose(
    _ option: Option, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if wizard.debrief.closed != nil, option.does.changes {
      return [ChecklistPane.reopening(wizard)]
    }
    let application = wizard.debrief.application
    switch option.does {
    case .answer(let value): return answer(value, entry, wizard, &desk)
    case .form(let purpose): return [.form(purpose)]
    case .words(let words):
      field.insert(words)
      self.option = -1
      return []
    case .letter: return ChecklistPane.letter(entry, wizard.dossier, desk)
    case .focus(let pane): return [.focus(pane)]
    case .tick:
      tick(option)
      return []
    case .number:
      return [.form(.answer(application, item: entry.item.id))]
    case .tried:
      guard let it = wizard.trying else { return answer("done", entry, wizard, &desk) }
      field = .one(
        "outcome", "",
        scope: FormPurpose.tested(application, improvement: it.improvement.id).scope, base: [])
      return []
    case .go(let id): return reach(id, &desk)
    case .privateNote: return [.effect(.loadPrivate(application))]
    case .gap(let gap):
      self.option = -1
      return [.effect(.apply(wizard.take(gap, ids: &desk.ids, now: desk.now)))]
    case .time(let time):
      item = entry.item.id
      let change = wizard.take(Depth(time), ids: &desk.ids, now: desk.now)
      return [.app { _ in [.apply(change, then: .goOn)] }]
    case .phase(let phase):
      guard let change = wizard.toggle(phase, ids: &desk.ids, now: desk.now) else { return [] }
      return [.effect(.apply(change))]
    case .reason(let code): return cause(code, wizard, &desk)
    case .page:
      var requests: [Request] = [.page]
      if !entry.isDone, wizard.debrief.closed == nil {
        item = entry.item.id
        let change = wizard.answer(entry, value: "seen", id: desk.ids.draw(), now: desk.now)
        requests.append(.effect(.apply(change, then: .goOn)))
      }
      return requests
    case .finish:
      let change = wizard.close(
        entry, id: desk.ids.draw(), event: desk.ids.draw(), now: desk.now)
      return [.effect(.apply(change))]
    }
  }

  /// Enter at a question that is asked.
  mutating func enter(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if !field.parts.isEmpty {
      isOut = false
      return []
    }
    if entry.item.kind == .ticks {
      let chosen = entry.item.choices.map(\.id).filter { ticked.contains($0) }
      return answer(
        chosen.isEmpty ? Item.noTicks : chosen.joined(separator: " "), entry, wizard, &desk)
    }
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    if options.indices.contains(option) { return choose(options[option], entry, wizard, &desk) }
    next(wizard, desk)
    return []
  }

  /// What is said of a task once nothing more is typed for it.
  mutating func finish(
    _ task: Item.Task, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if task == .turns, !ChecklistPane.unrated(wizard).isEmpty {
      stage = .rating
      return []
    }
    return answer("done", entry, wizard, &desk)
  }

  // MARK: The end

  /// How one feels at the end, on the screen that finishes the debrief.
  private func feel(_ mood: Int, _ wizard: Wizard, _ desk: inout Desk) -> [Request] {
    guard wizard.debrief.closed == nil, let entry = wizard.besides.first else { return [] }
    guard (1...5).contains(mood) else { return [.notice("The scale goes from 1 to 5.")] }
    let change = wizard.answer(
      entry, value: String(mood), id: desk.ids.draw(), now: desk.now)
    return [.effect(.apply(change))]
  }

  /// Says of the open question under the cursor that there is nothing to add.
  private func nothingToAdd(
    _ options: [Option], _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    guard wizard.debrief.closed == nil, options.indices.contains(option) else { return [] }
    switch options[option].does {
    case .go(let id):
      guard let entry = wizard.stillOpen.first(where: { $0.item.id == id }) else {
        return [.notice("That question is optional. Press Enter to answer it.")]
      }
      return [.effect(.apply(wizard.leave(entry, ids: &desk.ids, now: desk.now)))]
    case .phase(let phase):
      guard let change = wizard.toggle(phase, ids: &desk.ids, now: desk.now) else { return [] }
      return [.effect(.apply(change))]
    case .answer, .form, .letter, .focus, .page, .number, .time, .tried, .tick, .reason, .words,
      .finish, .gap, .privateNote:
      // Beside Finish there is nothing it could be said of.
      return [
        .notice(
          options.contains { !$0.group.isEmpty && $0.group != ChecklistPane.ifYouLike }
            ? "Move up to what's still open, then press n if there's nothing to add."
            : "That's everything. Enter finishes the debrief.")
      ]
    }
  }

  // MARK: Ratings

  /// The answers of the user's that are not rated yet.
  static func unrated(_ wizard: Wizard) -> [Turn] {
    wizard.dossier.turns.filter { $0.asker == .them && $0.rating == nil && !$0.answer.isEmpty }
  }

  private mutating func rate(_ key: Key, _ wizard: Wizard, _ desk: inout Desk) -> [Request]? {
    guard let turn = ChecklistPane.unrated(wizard).first else {
      stage = .asking
      return []
    }
    switch key {
    case Key(.enter):
      guard let entry = entry(wizard) else { return [] }
      stage = .asking
      return answer("done", entry, wizard, &desk)
    case Key(.escape):
      stage = .asking
      return []
    default:
      guard case .character(let c) = key.code, key.modifiers.isEmpty, let n = c.wholeNumberValue
      else { return nil }
      guard (1...5).contains(n) else { return [.notice("The scale goes from 1 to 5.")] }
      var requests: [Request] = [.effect(.apply(wizard.rate(turn, n)))]
      if ChecklistPane.unrated(wizard).count == 1, let entry = entry(wizard) {
        stage = .asking
        requests += answer("done", entry, wizard, &desk)
      }
      return requests
    }
  }

  // MARK: Causes

  /// Enter where a cause is named: the one under the cursor, or that these are all.
  mutating func enterCause(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if let blamed { return cause(blamed, wizard, &desk) }
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    if options.indices.contains(option) { return choose(options[option], entry, wizard, &desk) }
    return answer("done", entry, wizard, &desk)
  }

  /// Keeps a cause; before one that blames oneself, one other is asked for, and a key passes it (A5).
  private mutating func cause(
    _ code: String, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    guard var reason = wizard.reasons.first(where: { $0.code == code }) else { return [] }
    if code == ChecklistPane.ownWords { reason.title = field.texts.first ?? reason.title }
    if reason.control == .mine, blamed == nil {
      blamed = code
      field = .one("rival", "", scope: "", base: [])
      return []
    }
    let words = blamed == nil ? nil : field.texts.first
    (blamed, option) = (nil, -1)
    field = .one("reason", "", scope: "", base: [])
    var change = wizard.blame(reason, ids: &desk.ids, now: desk.now)
    if let words {
      change = Recipe.rival(words.isEmpty ? VerdictReasons.nothingElse : words, in: change)
    }
    let kept = change
    return [.app { _ in [.apply(kept, then: .none)] }]
  }
}

extension Sequel {
  /// Goes on to the next question, once an answer is stored.
  static let goOn = Sequel { app in
    ChecklistPane.reach(&app) { pane, _ in pane.advance = true }
    return []
  }

  /// Goes to the question the debrief is at, once what is asked is stored.
  static let resume = Sequel { app in
    ChecklistPane.reach(&app) { pane, _ in pane.item = nil }
    return []
  }
}

extension ChecklistPane {
  /// Lets the panes follow what is on file, where nothing had to be stored.
  static let follows = Request.app { app in
    app.review.follow(app.desk)
    return []
  }
}
