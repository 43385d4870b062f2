import DebriefModel
import TUI

/// Everyone on file, and what there was with them (A84).
struct PeopleOverlay: ListPlace {
  var field = TextField()
  /// Whether keys go to the words that narrow the list.
  var isTyping = false
  var words = ""
  var list = ListState()

  static let scope = Scope.people

  static let commands: [Command] = [
    onPerson("people.open", ["enter"], "Open the latest application", footer: "open") { it in
      guard let id = it.history.first?.application else {
        return [.notice("This person isn't part of an application yet.")]
      }
      return [.close, .effect(.loadDossier(id, then: .review(nil)))]
    },
    onPerson("people.history", ["h"], "Your history with them", footer: "history") {
      [.open(PersonOverlay(contact: $0))]
    },
    onPerson("people.edit", ["e"], "Edit", footer: "edit") { [.form(.person($0.person.id))] },
    command("people.add", ["a"], "Add someone", footer: "add") { _, _ in [.form(.person(nil))] },
    command("people.find", ["/"], "Search people", footer: "search") { it, _ in
      it.isTyping = true
      return []
    },
  ]

  /// A command on the person under the bar.
  private static func onPerson(
    _ name: String, _ keys: [String], _ title: String, footer: String,
    _ does: @escaping @Sendable (Contact) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { it, desk in
        it.contact(desk) == nil ? "There's no one here. {people.add} adds someone." : nil
      },
      does: { it, desk in it.contact(desk).map(does) ?? [] })
  }

  private func contact(_ desk: Desk) -> Contact? { selection(desk).map { desk.contacts[$0] } }

  func count(_ desk: Desk) -> Int { desk.contacts.count }

  func bar(_ desk: Desk) -> Bar? {
    isTyping ? nil : contact(desk).map { Bar(.person($0.person)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.contacts.firstIndex { $0.person.id.text == thing }
  }

  func rereads(_ desk: Desk) -> [Effect] { [.loadPeople(words)] }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard isTyping else {
      guard case .key(let key) = event else { return [] }
      return move(key, desk)
    }
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text): field.insert(text)
    case .key(let key):
      switch key {
      case Key(.enter), Key(.down): isTyping = false
      case Key(.escape), .ctrl("c"):
        isTyping = false
        field = TextField()
      default: if !field.handle(key) { return [] }
      }
    }
    return field.text == words ? [] : [.effect(.loadPeople(field.text))]
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    isTyping = at.text != nil
    if let place = at.place { field.point(column: place.x, columns: place.size.width) }
    if let row = at.row { list.selection = row }
    return []
  }

  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? {
    guard case .people(let people, let words) = message else { return nil }
    self.words = words
    list.clamp(count: people.count, height: max(1, people.count))
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    isTyping ? [("Enter", "to the list"), ("Esc", "all")] : nil
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let width = min(96, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "People", focused: true, note: "\(desk.contacts.count)")
    var rect = inside.bounds
    if isTyping || !field.text.isEmpty {
      let top = inside.part(rect.takeTop(1))
      let used = top.text("> ", x: 0, y: 0, ink: Ink(.key))
      top.field(
        field, x: used, y: 0, width: top.width - used, focused: isTyping)
    }
    let list = inside.part(rect)
    if desk.contacts.isEmpty {
      let text =
        words.isEmpty
        ? desk.named("No one here yet. {people.add} adds someone.") : "No match."
      list.text(text, x: 0, y: 0, ink: .dim)
      if !isTyping { list.cursor(x: 0, y: 0, visible: false) }
      return
    }
    let selected = min(self.list.selection, desk.contacts.count - 1)
    let y = list.blocks(count: desk.contacts.count, selected: selected, focused: !isTyping) {
      i in
      lines(desk.contacts[i], desk, open: i == selected, width: list.width, height: list.height)
    }
    if !isTyping, let y { list.cursor(x: 0, y: y, visible: false) }
  }

  private func lines(_ it: Contact, _ desk: Desk, open: Bool, width: Int, height: Int)
    -> [StyledLine]
  {
    let person = it.person
    let heads = it.all.map {
      [$0.part.label, $0.company].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    let head = heads.joined(separator: "; ") + (it.helped == nil ? "" : " · helped you")
    var lines = [StyledLine([.init("  \(person.name)  ", Ink(.body, .bold)), .init(head, .dim)])]
    if let warmth = Warmth(it, today: desk.now.day) {
      let role: Role =
        switch warmth.level {
        case .green: .strength
        case .amber: .warning
        case .red: .weakness
        }
      // Beside the name where there is room, so that the list stays short.
      let used = TextWidth.columns("  \(person.name)  \(head)  ") + TextWidth.columns(warmth.words)
      if used <= width {
        lines[0].spans.append(.init("  " + warmth.words, Ink(role)))
      } else if open || warmth.level != .green {
        lines.append(StyledLine("    " + warmth.words, Ink(role)))
      }
    }
    let reach = [person.email, person.phone].filter { !$0.isEmpty }.joined(separator: "  ")
    if open, !reach.isEmpty { lines.append(StyledLine("    " + reach)) }
    if open {
      if !person.notes.isEmpty {
        lines += TextWidth.wrap(person.notes, width: max(8, width - 4)).prefix(2).map {
          StyledLine("    " + $0, .dim)
        }
      }
      for meeting in it.history.prefix(max(1, min(8, height - 4))) {
        let day = meeting.day?.short(today: desk.now.day) ?? "no date"
        lines.append(
          StyledLine([
            .init("    " + TextWidth.pad(day, to: DateStyle.current.widest + 1), .dim),
            .init("\(meeting.what)  "), .init(meeting.company, .dim),
          ]))
      }
    }
    return lines
  }
}

extension Scope {
  static let people = list("people", "People")
}
