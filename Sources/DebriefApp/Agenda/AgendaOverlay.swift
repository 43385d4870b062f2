import DebriefModel
import TUI

/// Everything that is due, over any screen. The entries are the app's own; this is the selection.
struct AgendaOverlay: Equatable, Sendable {
  var list = ListState()
}

/// Notes to be sorted: those no application has yet, and those of the application at hand.
struct InboxOverlay: Equatable, Sendable {
  /// The application whose notes are shown too.
  var application: ID?
  var list = ListState()
}

/// Which application a note belongs to: typed words, answered by the store.
struct PlaceOverlay: Equatable, Sendable {
  let note: Note
  let sorting: Recipe.Sorting
  var field = TextField()
  var words = ""
  var rows: [Facts] = []
  var list = ListState()
}

extension App {
  /// The entry the commands of the agenda work on.
  var dueEntry: AgendaEntry? {
    let entries = home.agenda
    if case .agenda(let overlay)? = overlays.last, !entries.isEmpty {
      return entries[min(overlay.list.selection, entries.count - 1)]
    }
    guard home.onDue, entries.indices.contains(home.due.selection) else { return nil }
    return entries[home.due.selection]
  }

  /// Keys of an overlay that shows a list: it moves, closes, or does what the table says.
  mutating func listInput(
    _ list: ListState, count: Int, scope: Scope, _ event: InputEvent,
    _ moved: (ListState) -> Overlay
  ) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    var list = list
    list.clamp(count: count, height: max(1, size.height - 5))
    switch key {
    case .char("q"), Key(.escape), .ctrl("c"):
      overlays.removeLast()
      return []
    default: break
    }
    switch commands.action(key, .everywhere) {
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .help: return perform(.help)
    default: break
    }
    if list.handle(key, count: count, height: max(1, size.height - 5)) {
      overlays[overlays.count - 1] = moved(list)
      return []
    }
    if let action = commands.action(key, scope) {
      return perform(action)
    }
    if case .character(let c) = key.code, key.modifiers.isEmpty {
      notice = Notice(text: "\(c) does nothing here; {help} shows the keys.")
    }
    return []
  }

  /// What the commands of the agenda do, on the first screen and in the overlay.
  mutating func performAgenda(_ action: Action) -> [Effect] {
    if action == .agenda {
      overlays.append(.agenda(AgendaOverlay()))
      return []
    }
    guard let entry = dueEntry else { return [] }
    if entry.kind == .sort { return openInbox() }
    switch action {
    case .homeDone, .agendaDone: return settle(entry)
    case .homeDrop, .agendaDrop:
      return marked(Recipe.mark(entry, .dropped, ids: &ids, now: now))
    case .homeMove, .agendaMove: overlays.append(.picker(moves(entry)))
    case .agendaOpen, .homeOpen:
      if case .agenda? = overlays.last { overlays.removeLast() }
      after = .review(entry.kind.pane)
      // To where the reply is taken in, wherever one is in the debrief.
      if entry.kind == .replied { review?.checklist.item = nil }
      // Silence is a conclusion of the user's: it is asked for where the application is seen.
      if entry.kind == .silence {
        let change = Recipe.done(entry, facts(of: entry), ids: &ids, now: now)
        overlays.append(
          .confirm(
            ConfirmOverlay(
              question: "Call it silence at \(entry.name)?",
              detail: "It says nothing about you; if they write after all, it opens again.",
              yes: .apply(change))))
      }
      return [.loadDossier(entry.application)]
    default: break
    }
    return []
  }

  private mutating func settle(_ entry: AgendaEntry) -> [Effect] {
    switch entry.kind {
    case .glad:
      overlays.append(.picker(gladPicker(entry)))
      return []
    case .change:
      // A change is done when it was tested: the form asks what that showed.
      after = .form(.tested(entry.application, improvement: entry.subject))
      return [.loadDossier(entry.application)]
    default: break
    }
    return marked(Recipe.done(entry, facts(of: entry), ids: &ids, now: now))
  }

  private func facts(of entry: AgendaEntry) -> Facts? {
    home.facts.first { $0.application.id == entry.application }
  }

  private func gladPicker(_ entry: AgendaEntry) -> PickerOverlay {
    let options = [
      PickerOption(id: "yes", title: "Yes, it was for the best", key: "y"),
      PickerOption(id: "no", title: "No, not yet", key: "n"),
    ]
    return PickerOverlay(
      picker: Picker(
        title: "\(entry.name): glad by now that it ended so?", options: options,
        filterable: false), purpose: .glad(entry))
  }

  /// Keeps whether one is glad (A52).
  mutating func glad(_ entry: AgendaEntry, _ pick: String) -> [Effect] {
    guard let it = facts(of: entry) else { return [] }
    return marked(Recipe.glad(pick == "yes", it.application, entry, ids: &ids, now: now))
  }

  private mutating func marked(_ change: Change) -> [Effect] {
    notice = Notice(text: "Done: \(change.title). {undo} takes it back.")
    return [.apply(change)]
  }

  private func moves(_ entry: AgendaEntry) -> PickerOverlay {
    let today = now.day
    func option(_ days: Int, _ title: String, _ key: String) -> PickerOption {
      let day = today.adding(days: days)
      return PickerOption(
        id: day.description, title: title,
        detail: "\(day.weekdayName) \(day.short(today: today))", key: key)
    }
    let options = [
      option(1, "tomorrow", "1"), option(3, "in 3 days", "2"), option(7, "in a week", "3"),
      option(14, "in 2 weeks", "4"), PickerOption(id: "date", title: "a date …", key: "5"),
    ]
    return PickerOverlay(
      picker: Picker(title: "Move to", options: options, filterable: false),
      purpose: .move(entry))
  }

  /// Moves an entry to what was picked or typed.
  mutating func move(_ entry: AgendaEntry, to text: String) -> [Effect] {
    if text == "date" {
      overlays.append(.prompt(PromptOverlay(purpose: .move(entry))))
      return []
    }
    if text.allSatisfy(\.isWhitespace) { return [] }
    guard let day = DateWords(now: now, direction: .future).day(text), day > now.day else {
      notice = Notice(
        text: DateWords(now: now, direction: .future).refusal(of: text)
          ?? "\"\(text)\" is no day to come. Write tomorrow, fri, 3 apr or in 3 weeks.",
        isError: true)
      return []
    }
    return marked(Recipe.mark(entry, .moved, until: day, ids: &ids, now: now))
  }

  /// Why a command of the agenda cannot be used now.
  func whyNotDue(_ action: Action) -> String? {
    guard let entry = dueEntry else {
      return home.agenda.isEmpty
        ? "Nothing is due." : "{home.due} goes to what is due; {agenda} shows it all."
    }
    if entry.kind == .sort, action != .agendaOpen {
      return action.rawValue.hasPrefix("home")
        ? "{home.open} sorts these notes." : "{agenda.open} sorts these notes."
    }
    return nil
  }

  /// Draws everything that is due.
  func drawAgenda(_ overlay: AgendaOverlay, _ canvas: Canvas) {
    let width = min(100, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let entries = home.agenda
    let inside = room.box(title: "Due", focused: true, note: "\(entries.count)")
    if entries.isEmpty {
      _ = inside.paragraph(
        "Nothing is due. What is waits here: thank-you notes, promised days, replies, documents.",
        x: 0, y: 0, width: inside.width, maxRows: 3, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let wide = inside.width >= 60
    let isMarked = entries.contains { !$0.mark.isEmpty }
    let name = isMarked ? min(36, inside.width / 3) : min(18, max(8, inside.width / 4))
    let y = inside.blocks(
      count: entries.count, selected: min(overlay.list.selection, entries.count - 1), focused: true
    ) { i in
      let entry = entries[i]
      let ink: Ink = entry.urgent ? Ink(.warning) : .body
      let mark = StyledLine.Span(entry.urgent ? "! " : "  ", Ink(.warning, .bold))
      let when = TextWidth.columns(entry.when)
      if wide {
        let room = max(0, inside.width - 2 - name - 2 - when - 2)
        return [
          StyledLine([
            mark, .init(TextWidth.pad(entry.name(within: name), to: name) + "  ", ink),
            .init(TextWidth.pad(entry.text, to: room) + "  ", ink),
            .init(entry.when, entry.urgent ? ink : .dim),
          ])
        ]
      }
      let room = max(0, inside.width - 2 - when - 1)
      let head = StyledLine([
        mark, .init(TextWidth.pad(entry.name(within: room), to: room) + " ", ink),
        .init(entry.when, .dim),
      ])
      let text = TextWidth.wrap(entry.text, width: max(4, inside.width - 2))
      return [head] + text.prefix(2).map { StyledLine("  " + $0, ink) }
    }
    inside.cursor(x: 0, y: y ?? 0, visible: false)
  }
}
