import DebriefModel
import TUI

/// The facts behind a row of a figure. Enter goes to where one stands.
struct MonthFactsOverlay: ListPlace {
  var list = ListState()
  let figure: Months.Figure
  let row: Months.Row
  let window: MonthWindow
  let key: MonthKey

  static let scope = Scope.monthFacts

  static let commands: [Command] = [
    command(
      "months.go", ["enter"], "Go there", footer: "go there",
      why: { it, desk in it.fact(desk) == nil ? "Nothing has been counted in this row yet." : nil },
      does: { it, desk in it.fact(desk).map { MonthFactsOverlay.go($0) } ?? [] })
  ]

  init(figure: Months.Figure, row: Months.Row, window: MonthWindow, key: MonthKey) {
    (self.figure, self.row, self.window, self.key) = (figure, row, window, key)
  }

  func facts(_ desk: Desk) -> [MonthFact] { desk.monthFacts.value ?? [] }
  private func fact(_ desk: Desk) -> MonthFact? { selection(desk).map { facts(desk)[$0] } }

  /// Opens the application at the thing the fact is about.
  private static func go(_ fact: MonthFact) -> [Request] {
    [
      .app { app in
        app.overlays.removeAll()
        return [
          .loadDossier(
            fact.application,
            then: Sequel { app in
              app.showReview(nil)
              if let place = fact.place, let folder = app.desk.folder {
                app.review.go(to: place, folder)
              }
              return []
            })
        ]
      }
    ]
  }

  func count(_ desk: Desk) -> Int { facts(desk).count }

  func bar(_ desk: Desk) -> Bar? { fact(desk).map { Bar("\($0.application)/\($0.text)") } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    facts(desk).firstIndex { "\($0.application)/\($0.text)" == thing }
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    desk.monthFacts.asks() ? [.loadMonthFacts(window, key)] : []
  }

  func rereads(_ desk: Desk) -> [Effect] { [.loadMonthFacts(window, key)] }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed("\(figure.figure.title): \(row.label)")
    let facts = facts(desk)
    guard !facts.isEmpty else {
      inside.paragraph(
        desk.monthFacts.value == nil ? "Reading …" : "Nothing has been counted in this row yet.",
        x: 0, y: 0,
        width: inside.width, maxRows: inside.height, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let used = inside.paragraph(
      row.words, x: 0, y: 0, width: inside.width, maxRows: 3, ink: .dim)
    let top = used + (inside.height > 8 ? 1 : 0)
    let room = inside.part(
      Rect(x: 0, y: top, width: inside.width, height: max(1, inside.height - top)))
    let selected = min(list.selection, facts.count - 1)
    _ = room.blocks(count: facts.count, selected: selected, focused: true) { i in
      let it = facts[i]
      let mark = it.counts.map { $0 ? "✓ " : "✗ " } ?? "○ "
      let role: Role = it.counts.map { $0 ? .strength : .weakness } ?? .dim
      let day = TextWidth.pad(it.day.short(today: desk.now.day), to: DateStyle.current.widest)
      let head = StyledLine([
        .init(" "), .init(room.ascii ? "" : mark, Ink(role)), .init(day + "  ", .dim),
        .init(it.name, Ink(.body, .bold)),
      ])
      return [head]
        + TextWidth.wrap(it.text, width: max(8, room.width - (room.width < 50 ? 5 : 18))).prefix(2)
        .map {
          StyledLine([.init(String(repeating: " ", count: room.width < 50 ? 3 : 16)), .init($0)])
        }
    }
  }
}

extension Scope {
  static let monthFacts = list("month-facts", "What's behind a number")
}
