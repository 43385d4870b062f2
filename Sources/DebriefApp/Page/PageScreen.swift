import DebriefModel
import TUI

/// The one page that sums an application up.
struct PageScreen: Place {
  /// The first line that is shown.
  var top = 0
  /// The application as it stood on an earlier day; nil while today's is shown.
  var earlier: Earlier?
  /// The screen it was opened from.
  var from = App.Screen.home

  static let scope = Scope.page

  static let commands: [Command] = [
    command("page.review", ["enter"], "Open the debrief behind this page", footer: "debrief") {
      _, _ in
      [
        .app {
          $0.showReview(nil)
          return []
        }
      ]
    },
    command(
      "page.earlier", ["t"], "See it as it was on an earlier day, or go back to today",
      footer: "earlier"
    ) {
      page, desk in
      if page.earlier != nil {
        (page.earlier, page.top) = (nil, 0)
        return []
      }
      return [.open(PageScreen.prompt())]
    },
    command(
      "page.card", ["C"], "A card for the interview; it fits on your phone, too", footer: "card"
    ) {
      _, _ in [.open(CardOverlay())]
    },
    command("page.close", ["p"], "Back to where you were", footer: "back") { _, _ in
      [.app { $0.back() }]
    },
  ]

  /// Asks for the day.
  private static func prompt() -> PromptOverlay {
    PromptOverlay("as it was on: ", kind: .day) { prompt, desk in
      let words = DateWords(now: desk.now, direction: .past)
      guard let id = desk.folder?.id, let day = words.day(prompt.field.text) else {
        return [
          .fault(
            words.refusal(of: prompt.field.text)
              ?? "That isn't a date. Type \(DateWords.expected).")
        ]
      }
      return [.effect(.loadEarlier(id, day))]
    }
  }

  /// An application as it stood.
  struct Earlier: Equatable, Sendable {
    var dossier: Dossier
    var day: Day
  }

  /// From so many columns on today's page stands beside the earlier one.
  private static let both = 2 * PageColumns.width + 1

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event, key.modifiers.isEmpty else { return nil }
    let lines = lines(desk)
    guard let moved = Scrolling.moved(top, key, lines: lines.count, height: shown(lines, desk))
    else { return nil }
    top = moved
    return []
  }

  func findable(_ desk: Desk) -> [String]? {
    lines(desk).map { $0.spans.map(\.text).joined() }
  }

  func foundRow(_ desk: Desk) -> Int { desk.find.row(in: PageScreen.name) ?? top - 1 }

  mutating func find(_ row: Int, _ desk: inout Desk) {
    let lines = lines(desk)
    top = Scrolling.showing(row, from: top, lines: lines.count, height: shown(lines, desk))
    desk.find.put(row, in: PageScreen.name)
  }

  private static let name = "page"

  /// How many lines are to be seen at once.
  private func shown(_ lines: [PageLine], _ desk: Desk) -> Int {
    let height = max(1, desk.size.height - 2)
    return isSpread(lines, desk.size.width, height) ? 2 * height : height
  }

  /// Whether a page that is too long for the screen goes on in a second column.
  private func isSpread(_ lines: [PageLine], _ width: Int, _ height: Int) -> Bool {
    earlier == nil && width >= PageScreen.both && lines.count > height
  }

  /// Its lines, as wide as the screen allows: those of the earlier day where one is shown.
  private func lines(_ desk: Desk) -> [PageLine] {
    guard let dossier = desk.folder?.dossier else { return [] }
    guard let earlier else { return PageScreen.lines(dossier, desk.now, desk) }
    let end = min(desk.now, desk.now.at(earlier.day.adding(days: 1)).adding(seconds: -1))
    return [PageLine("As it was on \(earlier.day.long)", .accent), PageLine()]
      + PageScreen.lines(earlier.dossier, end, desk)
  }

  /// The page of an application, in so many columns; those of the screen unless said.
  static func lines(
    _ dossier: Dossier, _ now: Moment, _ desk: Desk, columns: Int? = nil
  ) -> [PageLine] {
    PageColumns(
      Page(
        dossier, reasons: desk.content.reasons, now: now, reader: desk.refusals.value),
      today: desk.now.day,
      measure: .terminal, marks: desk.isASCII ? .ascii : .unicode,
      columns: columns ?? desk.size.width
    ).lines()
  }

  /// How their answer reads stands on the page, so the words for that are read once it is shown.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    PageScreen.wantsWords(for: desk.folder?.dossier.events ?? [], &desk) ? [.loadRefusalWords] : []
  }

  /// Whether the words must be read for a page with these events; they are asked for once.
  static func wantsWords(for events: [Event], _ desk: inout Desk) -> Bool {
    events.contains { $0.kind == .refused && !$0.words.isEmpty } && desk.refusals.asks()
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let half = canvas.width / 2
    guard earlier != nil, canvas.width >= PageScreen.both, let now = desk.folder?.dossier else {
      let (lines, found) = (lines(desk), desk.find.row(in: PageScreen.name))
      guard isSpread(lines, canvas.width, canvas.height) else {
        return draw(lines, canvas, found: found, top: top)
      }
      let (start, cut) = columns(lines, canvas.height)
      let rows = lines.count <= 2 * canvas.height ? canvas.height : canvas.height - 1
      let end = min(lines.count, cut + rows)
      for (x, part) in [(0, start..<cut), (half, cut..<end)] {
        let rect = Rect(x: x, y: 0, width: half, height: canvas.height)
        draw(
          Array(lines[part]), canvas.part(rect), found: found.map { $0 - part.lowerBound }, top: 0)
      }
      if start > 0 || end < lines.count {
        position(start, end, of: lines.count, canvas, right: canvas.width - 2)
      }
      return
    }
    let today =
      [PageLine("As it is today", .accent), PageLine()] + PageScreen.lines(now, desk.now, desk)
    draw(
      lines(desk), canvas.part(Rect(x: 0, y: 0, width: half, height: canvas.height)),
      found: desk.find.row(in: PageScreen.name), top: top)
    draw(
      today, canvas.part(Rect(x: half, y: 0, width: canvas.width - half, height: canvas.height)),
      top: top)
  }

  /// Where the first of two columns begins, and where the second does: at the section nearest to the middle
  /// when both hold all of it, a row before the end when they don't.
  private func columns(_ lines: [PageLine], _ height: Int) -> (start: Int, cut: Int) {
    guard lines.count <= 2 * height else {
      let start = max(0, min(top, lines.count - 2 * (height - 1)))
      return (start, start + height - 1)
    }
    let half = (lines.count + 1) / 2
    let sections = lines.indices.filter {
      lines[$0].text.isEmpty && $0 <= height && lines.count - $0 - 1 <= height
    }
    let cut = sections.min { abs($0 - half) < abs($1 - half) }
    return (0, cut.map { $0 + 1 } ?? height)
  }

  private func draw(_ lines: [PageLine], _ canvas: Canvas, found: Int? = nil, top: Int) {
    let x = max(0, (canvas.width - PageColumns.width) / 2)
    let room = canvas.part(
      Rect(x: x, y: 0, width: min(PageColumns.width, canvas.width), height: canvas.height))
    // A page that goes on says so in a row of its own.
    let rows = lines.count > room.height ? max(1, room.height - 1) : room.height
    let top = max(0, min(top, lines.count - rows))
    for y in 0..<rows where top + y < lines.count {
      room.line(lines[top + y].styled, y: y)
      room.found(top + y == found, y: y)
    }
    if rows < lines.count {
      position(top, min(lines.count, top + rows), of: lines.count, room, right: room.width)
    }
    room.cursor(x: 0, y: 0, visible: false)
  }

  /// Says in the last row where the page is, and in which directions it goes on.
  private func position(_ top: Int, _ last: Int, of count: Int, _ canvas: Canvas, right: Int) {
    let marks = (top > 0 ? "↑" : "") + (last < count ? "↓" : "")
    let label = "\(marks) \(last) of \(count)"
    canvas.text(label, x: max(0, right - label.count), y: canvas.height - 1, ink: .dim)
  }

  @discardableResult
  static func reach<R>(_ app: inout App, _ body: (inout PageScreen, inout Desk) -> R) -> R? {
    body(&app.page, &app.desk)
  }

  static func look<R>(_ app: App, _ body: (PageScreen, Desk) -> R) -> R? {
    body(app.page, app.desk)
  }
}

extension Scope {
  static let page = screen(
    "page", "One-page summary", isRead: true,
    taken: Keys.list.subtracting([.ctrl("d"), .ctrl("u")]).union([.char(" ")]))
}

extension PageLine {
  /// The line as it is drawn.
  var styled: StyledLine { StyledLine(spans.map { StyledLine.Span($0.text, $0.role.ink) }) }
}

extension PageLine.Role {
  /// How the page's roles look on the screen.
  var ink: Ink {
    switch self {
    case .body: .body
    case .dim: .dim
    case .title: Ink(.title)
    case .strength: Ink(.strength)
    case .weakness: Ink(.weakness)
    case .accent: Ink(.accent)
    case .bar: Ink(.barFull)
    }
  }
}

extension TextMeasure {
  /// The measure of the terminal: the same one that draws.
  public static let terminal = TextMeasure(
    columns: { TextWidth.columns($0) }, truncate: { TextWidth.truncate($0, to: $1) },
    wrap: { TextWidth.wrap($0, width: $1) })
}
