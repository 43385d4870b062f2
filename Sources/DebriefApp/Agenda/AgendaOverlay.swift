import DebriefModel
import TUI

/// Everything that is due, over any screen.
struct AgendaOverlay: ListPlace {
  var list = ListState()

  static let scope = Scope.agenda

  static let commands: [Command] = [
    onEntry("agenda.open", ["enter"], "Go do it", footer: "open", why: nil) {
      entry, desk in [.close] + DueWork.open(entry, &desk)
    },
    onEntry("agenda.done", ["x"], "Mark it as done", footer: "done", DueWork.done),
    onEntry("agenda.move", [">"], "Move it to another day", footer: "move", DueWork.move),
    onEntry("agenda.drop", ["X"], "Drop it", footer: "drop", DueWork.drop),
  ]

  /// A command on what is under the bar; `why` says what sorts notes that wait.
  private static func onEntry(
    _ name: String, _ keys: [String], _ title: String, footer: String,
    why: String? = "{agenda.open} files these notes.",
    _ does: @escaping @Sendable (AgendaEntry, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { it, desk in
        let entry = it.entry(desk)
        guard let why else {
          return entry == nil ? DueWork.why(nil, desk, opens: "") : nil
        }
        return DueWork.why(entry, desk, opens: why)
      },
      does: { it, desk in it.entry(desk).map { does($0, &desk) } ?? [] })
  }

  private func entry(_ desk: Desk) -> AgendaEntry? {
    selection(desk).map { desk.due.agenda[$0] }
  }

  func count(_ desk: Desk) -> Int { desk.due.agenda.count }

  func bar(_ desk: Desk) -> Bar? { entry(desk).map { Bar($0.key) } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.due.agenda.firstIndex { $0.key == thing }
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] { desk.due.wanted() }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let width = min(100, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let entries = desk.due.agenda
    let inside = room.box(title: "To do", focused: true, note: "\(entries.count)")
    if entries.isEmpty {
      _ = inside.paragraph(
        "Nothing to do right now. Thank-you notes, promised dates, and replies show up here.",
        x: 0, y: 0, width: inside.width, maxRows: 3, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let wide = inside.width >= 60
    let isMarked = entries.contains { !$0.mark.isEmpty }
    let name = isMarked ? min(36, inside.width / 3) : min(18, max(8, inside.width / 4))
    let y = inside.blocks(
      count: entries.count, selected: min(list.selection, entries.count - 1), focused: true
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

extension Scope {
  static let agenda = list("agenda", "To do")
}
