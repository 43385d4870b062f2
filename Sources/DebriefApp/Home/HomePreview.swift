import DebriefModel
import TUI

/// More about the row under the bar, below the list or beside it.
extension Home {
  func drawPreview(_ canvas: Canvas, _ desk: Desk, boxed: Bool) {
    guard let facts = previewed(desk) else { return }
    if boxed, desk.size.height >= Home.high, drawBeside(canvas, facts) { return }
    let now = desk.now
    let room: Canvas
    if boxed {
      room = canvas.box(title: facts.application.company, focused: false)
    } else {
      canvas.rule(y: 0)
      room = canvas.part(Rect(x: 2, y: 1, width: canvas.width - 4, height: canvas.height - 1))
    }
    // A tall box has room for all of it.
    let isTall = boxed && room.height >= 30
    var y = 0
    func put(_ text: String, _ ink: Ink = .body, rows: Int = 2) {
      guard !text.isEmpty, y < room.height else { return }
      // A note may be long, and is wrapped with every key: no more of it than could be seen.
      let most = (rows + 1) * room.width
      let text = text.utf8.count > most ? String(text.prefix(most)) : text
      y += room.paragraph(
        text, x: 0, y: y, width: room.width, maxRows: min(rows, room.height - y), ink: ink)
    }
    if boxed { put(facts.application.role, Ink(.title)) }
    let status = facts.status(now: now)
    var line = status.outcome.said(today: now.day).capitalizedFirst
    if status.stage != .none { line += " · last step: \(status.stage.label)" }
    if let held = facts.held(now: now).last, let fresh = Freshness(held, now: now),
      !fresh.words.isEmpty
    {
      line += " · \(fresh.words)"
    }
    put(line)
    if isTall { for it in ahead(facts, desk) { put(it, Ink(.accent)) } }
    if let lesson = facts.debrief?.lesson, !lesson.isEmpty {
      put("Lesson: \(lesson)", Ink(.accent), rows: isTall ? 6 : 2)
    }
    if let words = facts.events.last(where: { $0.kind == .refused })?.words, !words.isEmpty {
      // In one row, more of it is seen than "Dear José,".
      let said = boxed ? words : String(words.prefix(2 * room.width)).oneLine
      put("\"\(said)\"", .dim, rows: isTall ? 14 : boxed ? 5 : 1)
    }
    if isTall, let told = Home.told(facts, desk) {
      put("\(told.who): \"\(told.words)\"", .dim, rows: 10)
    }
    let people = facts.people.map(\.name).joined(separator: ", ")
    put(people.isEmpty ? "" : "With \(people)", .dim, rows: boxed ? 3 : 1)
    if boxed { put(facts.application.notes, .dim, rows: isTall ? 20 : 6) }
    let free = room.height - y - (boxed ? 1 : 0)
    // Worked out with every key: only where there is room for it.
    let strip = free > 1 ? Home.strip(facts, now: now) : Timeline([])
    if strip.marks.count > 1, free >= strip.rows(width: room.width) {
      let rect = Rect(x: 0, y: room.height - free, width: room.width, height: free)
      y = rect.y + strip.draw(on: room.part(rect))
    }
    guard boxed else { return put(facts.application.notes, .dim) }
    y += 1
    let told = TimelineOrder(facts.events, facts.interviews).sorted(facts.events)
      .filter { !$0.saysNoDay(of: facts.interviews) }
    for event in told.suffix(max(0, room.height - y)) {
      let day = TextWidth.pad(event.known?.short(today: now.day) ?? "", to: 6)
      put("\(day)  \(event.kind.label)", .dim, rows: 1)
    }
    if isTall { drawReady(room, facts, desk, from: y) }
  }

  /// What is next for an application: its interviews, and what is to be done for it.
  private func ahead(_ facts: Facts, _ desk: Desk) -> [String] {
    let id = facts.application.id
    let rounds = desk.due.coming.filter { $0.facts.application.id == id }.map { it in
      let kind = it.interview.kind == .other ? "interview" : it.interview.kind.label
      let parts = [kind.capitalizedFirst, it.when(today: desk.now.day), it.ready ?? ""]
      return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
    let chores = desk.due.todo.filter { $0.application == id }.map {
      "\($0.text.capitalizedFirst) · \($0.when)"
    }
    return Array((rounds + chores).prefix(5))
  }

  /// The last words of feedback that came, and whose they are; nil where none did.
  static func told(_ row: Facts, _ desk: Desk) -> (who: String, words: String)? {
    // A row of the list is read without its feedback; what is due is worked out from all of it.
    let facts = desk.due.facts.first { $0.application.id == row.application.id } ?? row
    let came = facts.feedback.compactMap { it in
      it.verbatim.trimmed.isEmpty ? nil : it.received.map { (day: $0, it: it) }
    }
    guard let (day, last) = came.max(by: { ($0.day, $0.it.id) < ($1.day, $1.it.id) }) else {
      return nil
    }
    let from = last.from.isEmpty ? "They" : last.from
    return ("\(from), \(day.short(today: desk.now.day))", last.verbatim.oneLine)
  }

  /// What an application came to, as a strip.
  static func strip(_ facts: Facts, now: Moment) -> Timeline {
    Milestone.strip(Milestone.list(facts, now: now), today: now.day)
  }

  /// What is told about.
  func previewed(_ desk: Desk) -> Facts? {
    switch section {
    case .coming: comingEntry(desk)?.facts
    case .due: dueEntry(desk).flatMap { desk.due.facts(of: $0) }
    case .list: rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }
  }
}
