import DebriefModel
import TUI

/// Everyone on file, and what there was with them (A84).
struct PeopleOverlay: Equatable, Sendable {
  var field = TextField()
  /// Whether keys go to the words that narrow the list.
  var isTyping = false
  var words = ""
  var list = ListState()
}

extension App {
  /// The person the commands work on.
  var selectedContact: Contact? {
    guard case .people(let overlay)? = overlays.last, !contacts.isEmpty else { return nil }
    return contacts[min(overlay.list.selection, contacts.count - 1)]
  }

  mutating func performPeople(_ action: Action) -> [Effect] {
    switch action {
    case .people:
      overlays.append(.people(PeopleOverlay()))
      return [.loadPeople("")]
    case .peopleAdd: open(.person(nil))
    case .peopleEdit: if let it = selectedContact { open(.person(it.person.id)) }
    case .peopleOpen:
      guard let id = selectedContact?.history.first?.application else {
        notice = Notice(text: "This person belongs to no application yet.")
        return []
      }
      overlays.removeLast()
      after = .review(nil)
      return [.loadDossier(id)]
    case .peopleFind:
      if case .people(var overlay)? = overlays.last {
        overlay.isTyping = true
        overlays[overlays.count - 1] = .people(overlay)
      }
    default: break
    }
    return []
  }

  /// Takes the people the store found.
  mutating func take(people: [Contact], words: String) {
    contacts = people
    guard case .people(var overlay)? = overlays.last else { return }
    overlay.words = words
    overlay.list.clamp(count: people.count, height: max(1, size.height - 6))
    overlays[overlays.count - 1] = .people(overlay)
  }

  /// Reads the people again where they are shown.
  var peopleEffects: [Effect] {
    for case .people(let overlay) in overlays { return [.loadPeople(overlay.words)] }
    return []
  }

  /// What an added application has to do with what is on file (A85).
  mutating func note(company: String, people: [Person], earlier: [Facts]) {
    let names = people.prefix(3).map(\.name).joined(separator: ", ")
    let same = earlier.filter { $0.application.company.lowercased() == company.lowercased() }
    var parts: [String] = []
    if same.count > 1 {
      let count = same.count - 1
      parts.append(
        count == 1 ? "you applied there before" : "you applied there \(count) times before")
    }
    if !names.isEmpty { parts.append("on file there: \(names) (P)") }
    guard !parts.isEmpty else { return }
    notice = Notice(text: "Saved: \(company); \(parts.joined(separator: "; ")).")
  }

  mutating func peopleInput(_ overlay: PeopleOverlay, _ event: InputEvent) -> [Effect] {
    guard overlay.isTyping else {
      return listInput(overlay.list, count: contacts.count, scope: .people, event) { list in
        var next = overlay
        next.list = list
        return .people(next)
      }
    }
    var overlay = overlay
    switch event {
    case .resize: return []
    case .paste(let text): overlay.field.insert(text)
    case .key(let key):
      switch key {
      case Key(.enter), Key(.down): overlay.isTyping = false
      case Key(.escape), .ctrl("c"):
        overlay.isTyping = false
        overlay.field = TextField()
      default: if !overlay.field.handle(key) { return [] }
      }
    }
    overlays[overlays.count - 1] = .people(overlay)
    return overlay.field.text == overlay.words ? [] : [.loadPeople(overlay.field.text)]
  }

  func drawPeople(_ overlay: PeopleOverlay, _ canvas: Canvas) {
    let width = min(96, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "People", focused: true, note: "\(contacts.count)")
    var rect = inside.bounds
    if overlay.isTyping || !overlay.field.text.isEmpty {
      let top = inside.part(rect.takeTop(1))
      let used = top.text("> ", x: 0, y: 0, ink: Ink(.key))
      top.field(
        overlay.field, x: used, y: 0, width: top.width - used, focused: overlay.isTyping)
    }
    let list = inside.part(rect)
    if contacts.isEmpty {
      let text =
        overlay.words.isEmpty
        ? commands.named("Nobody on file yet; {people.add} adds someone.") : "Nobody fits."
      list.text(text, x: 0, y: 0, ink: .dim)
      if !overlay.isTyping { list.cursor(x: 0, y: 0, visible: false) }
      return
    }
    let selected = min(overlay.list.selection, contacts.count - 1)
    let y = list.blocks(count: contacts.count, selected: selected, focused: !overlay.isTyping) {
      i in
      lines(contacts[i], open: i == selected, width: list.width, height: list.height)
    }
    if !overlay.isTyping, let y { list.cursor(x: 0, y: y, visible: false) }
  }

  private func lines(_ it: Contact, open: Bool, width: Int, height: Int) -> [StyledLine] {
    let person = it.person
    let head = [person.part.label, person.company].filter { !$0.isEmpty }.joined(separator: " · ")
    var lines = [StyledLine([.init("  \(person.name)  ", Ink(.body, .bold)), .init(head, .dim)])]
    let reach = [person.email, person.phone].filter { !$0.isEmpty }.joined(separator: "  ")
    if open, !reach.isEmpty { lines.append(StyledLine("    " + reach)) }
    if open {
      if !person.notes.isEmpty {
        lines += TextWidth.wrap(person.notes, width: max(8, width - 4)).prefix(2).map {
          StyledLine("    " + $0, .dim)
        }
      }
      for meeting in it.history.prefix(max(1, min(8, height - 4))) {
        let day = meeting.day?.short(today: now.day) ?? "no date"
        lines.append(
          StyledLine([
            .init("    " + TextWidth.pad(day, to: 12), .dim),
            .init("\(meeting.what)  "), .init(meeting.company, .dim),
          ]))
      }
    }
    return lines
  }
}
