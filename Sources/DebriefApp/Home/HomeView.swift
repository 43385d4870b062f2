import DebriefModel
import TUI

extension Home {
  static let layout = ColumnLayout([
    Column(title: "Applications", width: .flexible(min: 12, share: 4), align: .left),
    Column(title: "", width: .flexible(min: 10, share: 5), align: .left, dropBelow: 46),
    Column(title: "reached", width: .fixed(9), align: .left, dropBelow: 64),
    Column(title: "outcome", width: .fixed(14), align: .left),
    Column(title: "debrief", width: .fixed(12), align: .left, dropBelow: 60),
  ])

  /// Draws the screen without its footer.
  func draw(_ canvas: Canvas, _ desk: Desk) {
    let size = desk.size
    var rect = canvas.bounds
    let top = canvas.part(rect.takeTop(1))
    top.remembered(key(.title, desk)) { title($0, desk) }
    let isEmpty = isLoaded && total == 0
    if size.height < 12 {
      isEmpty ? short(canvas.part(rect), desk) : drawList(canvas.part(rect), desk)
      return
    }
    _ = rect.takeTop(1)
    if isEmpty {
      empty(canvas.part(rect), desk)
      return
    }
    let shown = dueRows(desk)
    if shown > 0 {
      let room = canvas.part(rect.takeTop(shown + 1))
      if onDue {
        drawDue(room, desk, shown: shown)
      } else {
        room.remembered(key(.due, desk)) { drawDue($0, desk, shown: shown) }
      }
      _ = rect.takeTop(1)
    }
    if size.width >= 110 {
      let side = max(34, size.width / 4)
      var listRect = rect
      let left = listRect.takeLeft(rect.width - side - 2)
      drawList(canvas.part(left), desk, header: true)
      let preview = Rect(x: rect.maxX - side, y: rect.y, width: side, height: rect.height)
      drawPreview(canvas.part(preview), desk, boxed: true)
      return
    }
    let preview = Home.previewRows(size)
    if preview > 0 {
      let below = rect.takeBottom(preview)
      drawPreview(canvas.part(below), desk, boxed: false)
    }
    drawList(canvas.part(rect), desk, header: true)
  }

  /// The parts that look the same until what they show changes.
  private enum Part: Int { case row = 1, title, due, header }

  private func key(_ part: Part, _ desk: Desk, index: Int = 0) -> DrawMemory.Key {
    DrawMemory.Key(
      part: part.rawValue, version: version &+ desk.due.version, index: index,
      day: desk.now.day.number)
  }

  private func title(_ canvas: Canvas, _ desk: Desk) {
    canvas.fill(canvas.bounds, ink: Ink(.bar))
    canvas.text(" debrief", x: 0, y: 0, ink: Ink(.bar, .bold))
    let urgent = desk.due.agenda.filter(\.urgent).count
    var right = total == 1 ? "1 application" : "\(total) applications"
    if urgent > 0 { right += " · \(urgent) due today" }
    if !filter.isEmpty {
      right = "showing \"\(filter)\"" + (matches.map { " · \($0) of " } ?? " of ") + right
    }
    if desk.isReadOnly { right = "read only · " + right }
    let room = canvas.width - 10
    let text = TextWidth.columns(right) > room ? TextWidth.truncate(right, to: room) : right
    canvas.text(text, x: canvas.width - TextWidth.columns(text) - 1, y: 0, ink: Ink(.bar))
  }

  private func empty(_ canvas: Canvas, _ desk: Desk) {
    let lines: [(String, Ink)] = [
      ("Nothing here yet.", Ink(.title)),
      ("", .body),
      ("Turned down, or no reply? Add the application, then write down how it", .body),
      ("went. A debrief takes 15 to 20 minutes. You can stop anytime and pick up", .body),
      (
        desk.isReadOnly
          ? "where you left off. Your notes can't be written to, so nothing is saved"
          : "where you left off. Everything is saved as you type, on this computer", .body
      ),
      (desk.isReadOnly ? "for now." : "only.", .body),
      ("", .body),
      (desk.named("{home.add}  add an application"), Ink(.accent)),
      (desk.named("{capture}  just write something down now"), .body),
      (
        desk.named(
          "{home.sample}  look around with sample data first; {undo} removes it"),
        .body
      ),
      (desk.named("{help}  all keys"), .body),
    ]
    for (y, (text, ink)) in lines.enumerated() { canvas.text(text, x: 2, y: y, ink: ink) }
    canvas.cursor(x: 2, y: 7, visible: false)
  }

  /// The same where there is no room for it: what to press.
  private func short(_ canvas: Canvas, _ desk: Desk) {
    let lines: [(String, Ink)] = [
      ("Nothing here yet.", Ink(.title)),
      (desk.named("{home.add}  add an application"), Ink(.accent)),
      (desk.named("{capture}  just write it down now"), .body),
      (desk.named("{home.sample}  sample data; {undo} undoes it"), .body),
      (desk.named("{help}  all keys"), .body),
    ]
    for (y, (text, ink)) in lines.enumerated() { canvas.text(text, x: 2, y: y, ink: ink) }
    canvas.cursor(x: 2, y: 1, visible: false)
  }

  private func drawDue(_ canvas: Canvas, _ desk: Desk, shown: Int) {
    let agenda = desk.due.agenda
    canvas.text("To do", x: 2, y: 0, ink: Ink(.title))
    if agenda.count > shown {
      canvas.text("\(agenda.count - shown) more", x: 9, y: 0, ink: .dim)
    }
    let first = onDue ? max(0, min(dueList.selection - shown + 1, agenda.count - shown)) : 0
    let isMarked = (0..<shown).contains { !agenda[first + $0].mark.isEmpty }
    let name = isMarked ? min(32, max(8, canvas.width / 3)) : min(18, max(8, canvas.width / 5))
    for row in 0..<shown {
      let entry = agenda[first + row]
      let y = row + 1
      let ink: Ink = entry.urgent ? Ink(.warning) : .body
      canvas.text(entry.urgent ? "!" : " ", x: 2, y: y, ink: Ink(.warning, .bold))
      canvas.text(TextWidth.pad(entry.name(within: name), to: name), x: 4, y: y, ink: ink)
      let when = TextWidth.columns(entry.when)
      let textX = 4 + name + 2
      canvas.text(
        entry.text, x: textX, y: y, ink: ink, width: max(0, canvas.width - textX - when - 4))
      canvas.text(entry.when, x: canvas.width - when - 2, y: y, ink: entry.urgent ? ink : .dim)
      if onDue, first + row == dueList.selection {
        canvas.tint(Rect(x: 0, y: y, width: canvas.width, height: 1), flags: .selected)
        canvas.cursor(x: 2, y: y, visible: false)
      }
    }
  }

  private func drawList(_ canvas: Canvas, _ desk: Desk, header: Bool = false) {
    var rect = canvas.bounds
    let inner = Rect(x: 2, y: 0, width: canvas.width - 3, height: canvas.height)
    if header {
      canvas.part(Rect(x: 2, y: 0, width: inner.width, height: 1)).remembered(key(.header, desk)) {
        $0.tableHeader(layout: Home.layout, y: 0)
      }
      _ = rect.takeTop(1)
    }
    if rows.isEmpty {
      let text =
        filter.isEmpty ? "" : desk.named("Nothing matches \"\(filter)\". {escape} shows all again.")
      canvas.text(text, x: 2, y: rect.y, ink: .dim)
      return
    }
    let visible = list.visible(count: rows.count, height: rect.height)
    for (row, index) in visible.enumerated() {
      let y = rect.y + row
      let room = canvas.part(Rect(x: 2, y: y, width: inner.width, height: 1))
      room.remembered(key(.row, desk, index: index)) {
        $0.tableRow(
          cells(rows[index], now: desk.now, width: inner.width), layout: Home.layout, y: 0)
      }
      if index == list.selection, !onDue {
        canvas.tint(Rect(x: 0, y: y, width: canvas.width, height: 1), flags: .selected)
        canvas.text("▌", x: 0, y: y, ink: Ink(.accent))
        canvas.cursor(x: 2, y: y, visible: false)
      }
    }
  }

  private func cells(_ facts: Facts, now: Moment, width: Int) -> [(String, Ink)] {
    let status = facts.status(now: now)
    let outcome: Ink =
      switch status.outcome {
      case .rejected: Ink(.weakness)
      case .offer, .accepted: Ink(.strength)
      case .silent: Ink(.warning)
      default: .body
      }
    var progress = ("", Ink.dim)
    if let debrief = facts.debrief {
      switch debrief.standing(facts.events) {
      case .closed: progress = ("finished", Ink(.strength))
      case .replied: progress = ("new reply", Ink(.accent))
      case .resting: progress = ("paused", .dim)
      case .open:
        let done = debrief.total > 0 ? min(6, debrief.done * 6 / debrief.total) : 0
        let bar = String(repeating: "█", count: done) + String(repeating: "░", count: 6 - done)
        progress = ("\(bar) \(debrief.done)/\(debrief.total)", .body)
      }
    } else if status.branch != nil {
      progress = ("start: Enter", Ink(.accent))
    }
    // Where there is no room for the role, two jobs at one company still are two.
    let frames = Home.layout.frames(width: width)
    let isNarrow = frames[1] == nil
    let mark = JobName.mark(facts.application, facts.sharing)
    let company = JobName.fitted(
      facts.application.company, isNarrow ? mark : "", within: frames[0]?.width ?? width)
    let role = facts.sharing == .job ? mark : facts.application.role
    return [
      (company, Ink(.body, .bold)), (role, .body),
      (status.stage.label, .dim), (status.outcome.label(today: now.day), outcome), progress,
    ]
  }

  private func drawPreview(_ canvas: Canvas, _ desk: Desk, boxed: Bool) {
    guard let index = previewed(desk) else { return }
    let now = desk.now
    // Field by field: a copy of all the facts takes as long as half of what is drawn.
    let events = rows[index].events
    let interviews = rows[index].interviews
    let room: Canvas
    if boxed {
      room = canvas.box(title: rows[index].application.company, focused: false)
    } else {
      canvas.rule(y: 0)
      room = canvas.part(Rect(x: 2, y: 1, width: canvas.width - 3, height: canvas.height - 1))
    }
    var y = 0
    func put(_ text: String, _ ink: Ink = .body, rows: Int = 2) {
      guard !text.isEmpty, y < room.height else { return }
      // A note may be long, and is wrapped with every key: no more of it than could be seen.
      let most = (rows + 1) * room.width
      let text = text.utf8.count > most ? String(text.prefix(most)) : text
      y += room.paragraph(
        text, x: 0, y: y, width: room.width, maxRows: min(rows, room.height - y), ink: ink)
    }
    if boxed { put(rows[index].application.role, Ink(.title)) }
    let status = Status(
      events: events, interviews: interviews, now: now, patience: rows[index].patience)
    var line = "\(status.stage.label) · \(status.outcome.dated(today: now.day))"
    if let held = interviews.last(where: { $0.standing(events, now: now) == .held }),
      let fresh = Freshness(held, now: now), !fresh.words.isEmpty
    {
      line += " · \(fresh.words)"
    }
    put(line)
    if let lesson = rows[index].debrief?.lesson, !lesson.isEmpty {
      put("lesson: \(lesson)", Ink(.accent))
    }
    if let words = events.last(where: { $0.kind == .refused })?.words, !words.isEmpty {
      put("\"\(words)\"", .dim, rows: boxed ? 5 : 1)
    }
    let people = rows[index].people.map(\.name).joined(separator: ", ")
    put(people.isEmpty ? "" : "with \(people)", .dim, rows: boxed ? 3 : 1)
    put(rows[index].application.notes, .dim, rows: boxed ? 6 : 1)
    if boxed {
      for event in events.suffix(max(0, room.height - y - 1)) {
        put("\(event.on.short(today: now.day))  \(event.kind.label)", .dim, rows: 1)
      }
    }
  }

  /// The row that is told about.
  private func previewed(_ desk: Desk) -> Int? {
    if onDue, let id = target(desk) { return rows.firstIndex { $0.application.id == id } }
    return rows.indices.contains(list.selection) ? list.selection : nil
  }
}
