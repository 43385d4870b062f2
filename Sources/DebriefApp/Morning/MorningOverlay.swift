import DebriefModel
import TUI

/// The list for the morning of an interview: what goes along, ticked one by one.
struct MorningOverlay: ListPlace {
  var list = ListState()
  private var isStale = true

  static let scope = Scope.morning

  static let commands: [Command] = [
    command(
      "morning.tick", ["space", "enter", "x"], "Check it off, or uncheck it", footer: "check off",
      why: { place, desk in
        place.selection(desk) == nil
          ? "There's nothing to check off yet. What you prepare shows up here." : nil
      },
      does: { place, desk in place.tick(&desk) })
  ]

  init() {}

  static func morning(_ desk: Desk) -> MorningList? {
    desk.folder.flatMap { MorningList($0.dossier, carried: desk.carried, now: desk.now) }
  }

  func items(_ desk: Desk) -> [MorningList.Item] {
    MorningOverlay.morning(desk)?.items ?? []
  }

  /// The next open one follows, so that one key ticks them all.
  private mutating func tick(_ desk: inout Desk) -> [Request] {
    guard let morning = MorningOverlay.morning(desk), let at = selection(desk),
      let change = morning.ticked(morning.items[at].subject, ids: &desk.ids, now: desk.now)
    else { return [] }
    if !morning.items[at].isTicked,
      let next = morning.items.indices.first(where: { $0 > at && !morning.items[$0].isTicked })
    {
      list.select(next, count: morning.items.count, height: morning.items.count)
    }
    return [.effect(.apply(change))]
  }

  func count(_ desk: Desk) -> Int { items(desk).count }

  func bar(_ desk: Desk) -> Bar? {
    selection(desk).map { Bar(items(desk)[$0].subject.text, items(desk)[$0].isTicked.hashValue) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    items(desk).firstIndex { $0.subject.text == thing }
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard isStale, let id = desk.folder?.id else { return [] }
    isStale = false
    let teachings: [Effect] = desk.folder?.teachings.asks() == true ? [.loadTeachings(id)] : []
    return [.loadImprovements(besides: id)] + teachings
  }

  func rereads(_ desk: Desk) -> [Effect] {
    desk.folder.map { [.loadImprovements(besides: $0.id)] } ?? []
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    var inside = canvas.boxed(MorningOverlay.scope.title)
    guard let folder = desk.folder, let morning = MorningOverlay.morning(desk) else { return }
    let head = MorningOverlay.head(morning, folder, desk, width: inside.width)
    let rows = min(head.count, max(0, inside.height - 3))
    for y in 0..<rows { inside.line(head[y], y: y) }
    inside = inside.part(
      Rect(x: 0, y: rows, width: inside.width, height: inside.height - rows))
    let items = morning.items
    if items.isEmpty {
      inside.paragraph(
        desk.named(
          "Nothing to check off yet. What you prepare in {review.preparation} shows up here on the day."
        ),
        x: 0, y: 0, width: inside.width, maxRows: inside.height, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let selected = selection(desk)
    let cursor = inside.blocks(count: items.count, selected: selected, focused: true) { i in
      let it = items[i]
      var rows: [StyledLine] = []
      if i == 0 || items[i - 1].group != it.group {
        if i > 0 { rows.append(StyledLine("")) }
        rows.append(StyledLine(it.group.title, Ink(.title)))
      }
      let (mark, ink) =
        it.isTicked ? ("[x] ", Ink(.strength, .bold)) : ("[ ] ", Ink(.warning, .bold))
      rows += TextWidth.wrap(it.text, width: max(4, inside.width - 4)).prefix(i == selected ? 6 : 2)
        .enumerated().map { n, line in
          StyledLine([.init(n == 0 ? mark : "    ", ink), .init(line, it.isTicked ? .dim : .body)])
        }
      if i == selected, !it.detail.isEmpty {
        rows += TextWidth.wrap(it.detail, width: max(4, inside.width - 4)).prefix(6).map {
          StyledLine("    " + $0, .dim)
        }
      }
      return rows
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  /// When and where it is, who will be there, what to wear, and how far the list is.
  static func head(
    _ morning: MorningList, _ folder: Folder, _ desk: Desk, width: Int
  ) -> [StyledLine] {
    let (round, today) = (morning.interview, desk.now.day)
    var when = folder.dossier.application.company
    if let start = round.start {
      let day =
        start.day == today ? "today" : "\(start.day.weekdayName) \(start.day.short(today: today))"
      when += " · \(day)" + (round.clockText.map { " \($0)" } ?? "")
    }
    let names = round.people.compactMap { folder.dossier.person($0)?.name }
    let facts = [
      when, round.kind == .other ? "" : round.kind.label,
      names.isEmpty ? "" : "with \(names.joined(separator: ", "))",
      round.dressExpected.isEmpty ? "" : "they wear: \(round.dressExpected)",
    ]
    var rows = TextWidth.wrap(
      facts.filter { !$0.isEmpty }.joined(separator: " · "), width: max(4, width)
    ).prefix(2).map { StyledLine($0, Ink(.accent)) }
    if !morning.items.isEmpty {
      rows.append(StyledLine("\(morning.done) of \(morning.items.count) checked off", .dim))
    }
    // The last lesson goes along (A7).
    if let last = folder.teachings.value?.lessons.first {
      rows += TextWidth.wrap(
        "Your last lesson: “\(last.thing.lesson)”", width: max(4, width)
      ).prefix(2).map { StyledLine($0, Ink(.title)) }
    }
    return rows + [StyledLine("")]
  }
}

extension Scope {
  static let morning = list("morning", "Before the interview")
}

extension Sequel {
  /// Shows what is prepared for the next interview, with the list to tick where it is close.
  static let prepare = Sequel.review(.preparation).and { app in
    if let dossier = app.desk.folder?.dossier, app.overlays.isEmpty,
      MorningList(dossier, carried: [], now: app.desk.now)?.isTime(app.desk.now) == true
    {
      app.overlays.append(MorningOverlay())
    }
    return []
  }
}
