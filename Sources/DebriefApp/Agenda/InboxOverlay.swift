import DebriefModel
import TUI

/// Sorting what was captured: each note becomes a note, a strength, a weakness or a turn of an
/// application, or goes. Shown are those no application has yet, and those of the application at hand.
struct InboxOverlay: ListPlace {
  /// The application whose notes are shown too.
  var application: ID?
  var list = ListState()

  static let scope = Scope.inbox

  static let commands: [Command] = [
    onNote("inbox.place", ["enter", "m"], "File it under an application", footer: "file") {
      note, desk in
      // Kept where it was captured; one that is kept already can go elsewhere.
      // What was caught as a strength or a weakness becomes one.
      let sorting: Recipe.Sorting =
        note.kind == .strength ? .strength : note.kind == .weakness ? .weakness : .note
      return note.kept == true ? Inbox.ask(note, .note) : Inbox.place(note, sorting, &desk)
    },
    onNote("inbox.strength", ["+", "="], "Add it as a strength", footer: "strength") {
      Inbox.place($0, .strength, &$1)
    },
    onNote("inbox.weakness", ["-"], "Add it to what didn't go well", footer: "weakness") {
      Inbox.place($0, .weakness, &$1)
    },
    onNote("inbox.turn", ["t"], "Add it as a question and answer", footer: "answer") {
      Inbox.place($0, .turn, &$1)
    },
    onNote("inbox.delete", ["d"], "Delete", footer: "delete") { note, _ in
      [
        .notice("Deleted. {undo} brings it back."),
        .effect(.apply(Change("note deleted", [.delete(.note(note))]))),
      ]
    },
  ]

  private static func onNote(
    _ name: String, _ keys: [String], _ title: String, footer: String,
    _ does: @escaping @Sendable (Note, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { it, desk in
        it.note(desk) == nil ? "There's no note to file. {capture} adds one." : nil
      },
      does: { it, desk in it.note(desk).map { does($0, &desk) } ?? [] })
  }

  /// The notes it shows: all that wait; where an application is open, its own, also those that are
  /// kept, and those that have none yet.
  func notes(_ desk: Desk) -> [WaitingNote] {
    guard let dossier = desk.folder?.dossier, dossier.application.id == application else {
      return desk.due.inbox
    }
    return dossier.notes.map {
      WaitingNote($0, company: dossier.application.company, late: dossier.lateness($0))
    } + desk.due.inbox.filter { $0.note.application == nil }
  }

  private func note(_ desk: Desk) -> Note? { selection(desk).map { notes(desk)[$0].note } }

  func count(_ desk: Desk) -> Int { notes(desk).count }

  func bar(_ desk: Desk) -> Bar? { note(desk).map { Bar(.note($0)) } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    notes(desk).firstIndex { $0.note.id.text == thing }
  }

  func rereads(_ desk: Desk) -> [Effect] { [.loadInbox] }

  mutating func wants(_ desk: inout Desk) -> [Effect] { desk.due.wanted() }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let width = min(90, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let notes = notes(desk)
    let inside = room.box(title: "Notes to file", focused: true, note: "\(notes.count)")
    if notes.isEmpty {
      inside.paragraph(
        desk.named("Nothing to file. {capture} writes down a thought."), x: 0, y: 0,
        width: inside.width, maxRows: 2, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let y = inside.blocks(
      count: notes.count, selected: min(list.selection, notes.count - 1), focused: true
    ) { i in
      let (note, company) = (notes[i].note, notes[i].company)
      let sign = note.kind == .strength ? "+ " : note.kind == .weakness ? "- " : "  "
      let ink = Ink(note.kind == .strength ? .strength : note.kind == .weakness ? .weakness : .body)
      var lines = TextWidth.wrap(note.text, width: max(8, inside.width - 2)).prefix(3).enumerated()
        .map { StyledLine([.init($0.offset == 0 ? sign : "  ", ink), .init($0.element)]) }
      let at = note.recorded
      let place = company.isEmpty ? "" : " · \(company)" + (note.kept == true ? ", filed" : "")
      let mark = notes[i].late.map { " · \($0)" } ?? ""
      lines.append(
        StyledLine("  \(at.day.short(today: desk.now.day)) \(at.time)\(place)\(mark)", .dim))
      return lines
    }
    inside.cursor(x: 0, y: y ?? 0, visible: false)
  }
}

extension Scope {
  static let inbox = list("inbox", "Notes to file")
}
