import DebriefModel
import TUI

/// Sorting what was captured: each note becomes a note, a strength, a weakness or a turn of an
/// application, or goes.
extension App {
  /// The notes an inbox shows: all that wait; where an application is open, its own, also those that
  /// are kept, and those that have none yet.
  func notes(_ overlay: InboxOverlay) -> [WaitingNote] {
    guard let dossier = review?.dossier, dossier.application.id == overlay.application else {
      return home.inbox
    }
    return dossier.notes.map {
      WaitingNote($0, company: dossier.application.company, late: dossier.lateness($0))
    }
      + home.inbox.filter { $0.note.application == nil }
  }

  /// The note the commands of the inbox work on.
  var sortedNote: Note? {
    guard case .inbox(let overlay)? = overlays.last else { return nil }
    let notes = notes(overlay)
    return notes.isEmpty ? nil : notes[min(overlay.list.selection, notes.count - 1)].note
  }

  /// Opens the inbox; with the application's own notes where one is open.
  mutating func openInbox() -> [Effect] {
    let application = screen == .home ? nil : review?.dossier.application.id
    overlays.append(.inbox(InboxOverlay(application: application)))
    return [.loadInbox]
  }

  /// What the commands of the inbox do.
  mutating func performInbox(_ action: Action) -> [Effect] {
    guard let note = sortedNote else { return [] }
    switch action {
    case .inboxDelete:
      notice = Notice(text: "Deleted; {undo} brings it back.")
      return [.apply(Change("delete a note", [.delete(.note(note))]))]
    case .inboxPlace:
      // Kept where it was captured; one that is kept already can go elsewhere.
      return note.kept == true ? ask(note, .note) : place(note, .note)
    case .inboxStrength: return place(note, .strength)
    case .inboxWeakness: return place(note, .weakness)
    case .inboxTurn: return place(note, .turn)
    default: return []
    }
  }

  private mutating func place(_ note: Note, _ sorting: Recipe.Sorting) -> [Effect] {
    guard let application = note.application else { return ask(note, sorting) }
    return sort(note, sorting, application)
  }

  private mutating func ask(_ note: Note, _ sorting: Recipe.Sorting) -> [Effect] {
    overlays.append(.place(PlaceOverlay(note: note, sorting: sorting)))
    return [.loadPlaces("")]
  }

  private mutating func sort(
    _ note: Note, _ sorting: Recipe.Sorting, _ application: ID
  ) -> [Effect] {
    if sorting == .turn, review?.dossier.application.id != application {
      // The turn goes to the end of the script, which has to be read first.
      after = .sort(note)
      return [.loadDossier(application)]
    }
    return sorted(note, sorting, application)
  }

  /// Makes the change.
  mutating func sorted(
    _ note: Note, _ sorting: Recipe.Sorting, _ application: ID
  ) -> [Effect] {
    let last = review?.dossier.turns.map(\.position).max() ?? 0
    let change = Recipe.sort(
      note, sorting, application: application,
      mention: home.inbox.first { $0.note.id == note.id }?.mention ?? Mention(),
      position: last + 1, ids: &ids)
    if let effects = rivalFirst(change) { return effects }
    notice = Notice(text: "Done: \(change.title). {undo} takes it back.")
    return [.apply(change)]
  }

  /// Why a command of the inbox cannot be used now.
  func whyNotSorted() -> String? {
    sortedNote == nil ? "There is no note to sort; {capture} captures one." : nil
  }

  /// Takes what the store found for the words typed.
  mutating func take(places rows: [Facts], words: String) {
    guard case .place(var overlay)? = overlays.last else { return }
    overlay.rows = rows
    overlay.words = words
    overlay.list = ListState()
    overlays[overlays.count - 1] = .place(overlay)
  }

  mutating func placeInput(_ overlay: PlaceOverlay, _ event: InputEvent) -> [Effect] {
    var overlay = overlay
    let height = max(1, size.height - 6)
    func typed(_ app: inout App) -> [Effect] {
      app.overlays[app.overlays.count - 1] = .place(overlay)
      return overlay.field.text == overlay.words ? [] : [.loadPlaces(overlay.field.text)]
    }
    switch event {
    case .resize: return []
    case .paste(let text):
      overlay.field.insert(text)
      return typed(&self)
    case .key(let key):
      switch key {
      case Key(.escape), .ctrl("c"):
        overlays.removeLast()
        return []
      case Key(.up), .ctrl("p"):
        overlay.list.move(by: -1, count: overlay.rows.count, height: height)
      case Key(.down), .ctrl("n"):
        overlay.list.move(by: 1, count: overlay.rows.count, height: height)
      case Key(.enter):
        guard overlay.rows.indices.contains(overlay.list.selection) else { return [] }
        overlays.removeLast()
        return sort(
          overlay.note, overlay.sorting, overlay.rows[overlay.list.selection].application.id)
      default: return overlay.field.handle(key) ? typed(&self) : []
      }
      overlays[overlays.count - 1] = .place(overlay)
      return []
    }
  }

  /// Draws the notes to be sorted.
  func drawInbox(_ overlay: InboxOverlay, _ canvas: Canvas) {
    let width = min(90, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let notes = notes(overlay)
    let inside = room.box(title: "Notes to sort", focused: true, note: "\(notes.count)")
    if notes.isEmpty {
      inside.paragraph(
        commands.named("Nothing to sort; {capture} captures a thought."), x: 0, y: 0,
        width: inside.width, maxRows: 2, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let y = inside.blocks(
      count: notes.count, selected: min(overlay.list.selection, notes.count - 1), focused: true
    ) { i in
      let (note, company) = (notes[i].note, notes[i].company)
      let sign = note.kind == .strength ? "+ " : note.kind == .weakness ? "- " : "  "
      let ink = Ink(note.kind == .strength ? .strength : note.kind == .weakness ? .weakness : .body)
      var lines = TextWidth.wrap(note.text, width: max(8, inside.width - 2)).prefix(3).enumerated()
        .map { StyledLine([.init($0.offset == 0 ? sign : "  ", ink), .init($0.element)]) }
      let at = note.recorded
      let place = company.isEmpty ? "" : " · \(company)" + (note.kept == true ? ", kept" : "")
      let mark = notes[i].late.map { " · \($0)" } ?? ""
      lines.append(
        StyledLine("  \(at.day.short(today: now.day)) \(at.clock)\(place)\(mark)", .dim))
      return lines
    }
    inside.cursor(x: 0, y: y ?? 0, visible: false)
  }

  /// Draws the question where a note belongs.
  func drawPlace(_ overlay: PlaceOverlay, _ canvas: Canvas) {
    let width = min(76, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "Which application?", focused: true)
    let used = inside.text("> ", x: 0, y: 0, ink: Ink(.key))
    inside.field(overlay.field, x: used, y: 0, width: inside.width - used, focused: true)
    let list = inside.part(
      Rect(x: 0, y: 1, width: inside.width, height: max(0, inside.height - 1)))
    if overlay.rows.isEmpty { list.text("nothing fits", x: 2, y: 0, ink: .dim) }
    list.blocks(count: overlay.rows.count, selected: overlay.list.selection, focused: true) { i in
      let it = overlay.rows[i].application
      return [StyledLine([.init("  \(it.company)  "), .init(it.role, .dim)])]
    }
  }
}
