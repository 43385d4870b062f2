import DebriefModel
import TUI

extension Home {
  /// Draws the screen without its footer.
  func draw(_ canvas: Canvas, _ desk: Desk) {
    let size = desk.size
    var rect = canvas.bounds
    title(canvas.part(rect.takeTop(1)), desk)
    let isEmpty = isLoaded && total == 0
    if size.height < 12 {
      isEmpty
        ? drawShortBeginning(canvas.part(rect), desk) : drawRows(canvas.part(rect), desk)
      return
    }
    _ = rect.takeTop(1)
    if isEmpty { return drawBeginning(canvas.part(rect), desk) }
    if size.width >= Home.wide {
      // The list keeps the columns that can be read across; the rest is the preview's.
      let side = Home.besideColumns(size)
      let preview = Rect(x: rect.maxX - side, y: rect.y, width: side, height: rect.height)
      drawPreview(canvas.part(preview), desk, boxed: true)
      rect = rect.takeLeft(rect.width - side - 2)
    }
    let coming = comingRows(desk)
    if coming > 0 {
      drawComing(canvas.part(rect.takeTop(coming + 1)), desk, shown: coming)
      _ = rect.takeTop(1)
    }
    let due = dueRows(desk)
    if due > 0 {
      let part = canvas.part(rect.takeTop(due + 1))
      // While the keys move elsewhere it looks the same with each of them.
      if onDue {
        drawDue(part, desk, shown: due)
      } else {
        part.remembered(key(.due, desk, index: 0)) { drawDue($0, desk, shown: due) }
      }
      _ = rect.takeTop(1)
    }
    let preview = Home.previewRows(size)
    if preview > 0 { drawPreview(canvas.part(rect.takeBottom(preview)), desk, boxed: false) }
    drawHeader(canvas.part(rect.takeTop(1)), desk, height: rect.height)
    let taught = taughtRows(size, height: rect.height)
    if taught > 0 { drawTaught(canvas.part(rect.takeBottom(taught)), desk) }
    drawRows(canvas.part(rect), desk)
  }

  /// What looks the same until what it shows changes.
  private enum Part: Int { case row = 1, due }

  private func key(_ part: Part, _ desk: Desk, index: Int) -> DrawMemory.Key {
    let version = part == .due ? desk.due.version : version
    return DrawMemory.Key(
      part: part.rawValue, version: version, index: index, day: desk.now.day.number)
  }

  private func title(_ canvas: Canvas, _ desk: Desk) {
    let day = desk.now.day
    let isLow = desk.size.height < 12
    // A low screen has no heading for its one list.
    var right =
      isLow && total > 0
      ? filter.isEmpty ? count(at: nil) : "\"\(filter)\": " + count(at: nil)
      : "\(day.weekdayName) \(day.brief)"
    if desk.hasSample || desk.isDemo { right = (isLow ? "sample · " : "sample data · ") + right }
    if desk.isReadOnly { right = "read only · " + right }
    let room = max(0, canvas.width - 11)
    if TextWidth.columns(right) > room { right = TextWidth.truncate(right, to: room) }
    canvas.text("debrief", x: 1, y: 0, ink: Ink(.title, .bold))
    canvas.text(right, x: canvas.width - TextWidth.columns(right) - 1, y: 0, ink: .dim)
  }

  /// Where the text of a row begins, and the mark of the bar before it.
  private static func margin(_ width: Int) -> Int { width < RowColumns.bare ? 2 : 4 }

  /// The row under the bar: a tint, and a mark for who sees none.
  private func bar(_ canvas: Canvas, y: Int) {
    let x = Home.margin(canvas.width) - 2
    canvas.tint(Rect(x: 0, y: y, width: canvas.width, height: 1), flags: .selected)
    canvas.text("▸", x: x, y: y, ink: Ink(.body, .selected))
    canvas.cursor(x: x, y: y, visible: false)
  }

  /// A list that goes on says so at its edge.
  private func edges(_ canvas: Canvas, first: Int, last: Int, before: Bool, after: Bool) {
    if before { canvas.text("↑", x: canvas.width - 1, y: first, ink: Ink(.accent)) }
    if after { canvas.text("↓", x: canvas.width - 1, y: last, ink: Ink(.accent)) }
  }

  /// The name of a part, what is to be said of it, and at the right where one is in it.
  private func heading(_ canvas: Canvas, _ name: String, _ said: String, _ right: String) {
    let x = Home.margin(canvas.width) - 2
    let used = x + canvas.text(name, x: x, y: 0, ink: Ink(.title, .bold))
    let columns = TextWidth.columns(right)
    let end = canvas.width - columns - 2
    if used + 2 <= end { canvas.text(right, x: end, y: 0, ink: .dim) }
    canvas.text(said, x: used + 2, y: 0, ink: .dim, width: max(0, end - used - 4))
  }

  // MARK: Coming up

  private func drawComing(_ canvas: Canvas, _ desk: Desk, shown: Int) {
    canvas.target(.part(Section.coming.rawValue))
    let all = desk.due.coming
    let isHere = section == .coming
    let first = isHere ? max(0, min(comingList.selection - shown + 1, all.count - shown)) : 0
    let visible = all[first..<min(all.count, first + shown)]
    heading(
      canvas, "Coming up", practice(desk),
      all.count > shown ? position(isHere, comingList, all.count) : "")
    let today = desk.now.day
    let x = Home.margin(canvas.width)
    let time = visible.map { TextWidth.columns($0.when(today: today)) }.max() ?? 0
    for (row, it) in visible.enumerated() {
      let y = row + 1
      let right = it.ready ?? it.away(today: today)
      let columns = TextWidth.columns(right)
      let end = canvas.width - columns - 2
      canvas.text(it.when(today: today), x: x, y: y, ink: Ink(.accent))
      canvas.text(
        it.name, x: x + time + 3, y: y, ink: Ink(.body, .bold),
        width: max(0, end - x - time - 5))
      canvas.text(right, x: end, y: y, ink: .dim)
      canvas.target(.row(first + row), in: Rect(x: 0, y: y, width: canvas.width, height: 1))
      if isHere, first + row == comingList.selection { bar(canvas, y: y) }
    }
    edges(
      canvas, first: 1, last: visible.count, before: first > 0,
      after: first + shown < all.count)
  }

  /// `7 of 9 practice cards ready for Thursday`, where there is an interview to practice for.
  private func practice(_ desk: Desk) -> String {
    guard let deck = desk.drill.value, deck.target != nil else { return "" }
    return deck.words(today: desk.now.day)
  }

  // MARK: To do

  /// How much is late, and how much is due today.
  private func urgency(_ desk: Desk) -> String {
    let (late, today) = Agenda.urgency(desk.due.agenda, now: desk.now)
    return [late > 0 ? "\(late) late" : nil, today > 0 ? "\(today) due today" : nil]
      .compactMap(\.self).joined(separator: " · ")
  }

  private func drawDue(_ canvas: Canvas, _ desk: Desk, shown: Int) {
    canvas.target(.part(Section.due.rawValue))
    let all = desk.due.todo
    let first = onDue ? max(0, min(dueList.selection - shown + 1, all.count - shown)) : 0
    heading(
      canvas, "To do", urgency(desk),
      all.count > shown ? position(onDue, dueList, all.count) : "")
    let x = Home.margin(canvas.width)
    for row in 0..<min(shown, all.count) {
      let entry = all[first + row]
      let y = row + 1
      let end = canvas.width - TextWidth.columns(entry.when) - 2
      let text = entry.kind == .sort ? entry.text : entry.text.capitalizedFirst
      let room = max(0, end - x - 2)
      let name = entry.kind == .sort ? "" : " · " + entry.name(within: max(8, room / 2))
      let most = max(0, room - TextWidth.columns(name))
      let used = canvas.text(text, x: x, y: y, width: most)
      canvas.text(name, x: x + used, y: y, ink: .dim, width: max(0, room - used))
      canvas.text(entry.when, x: end, y: y, ink: entry.urgent ? Ink(.warning) : .dim)
      canvas.target(.row(first + row), in: Rect(x: 0, y: y, width: canvas.width, height: 1))
      if onDue, first + row == dueList.selection { bar(canvas, y: y) }
    }
    edges(
      canvas, first: 1, last: min(shown, all.count), before: first > 0,
      after: first + shown < all.count)
  }

  /// `2 of 7` where the bar is in a list, else how many there are.
  private func position(_ isHere: Bool, _ list: ListState, _ count: Int) -> String {
    isHere ? "\(list.selection + 1) of \(count)" : "\(count) in all"
  }

  // MARK: Applications

  /// What the list shows, in which order, and where one is in it.
  private func drawHeader(_ canvas: Canvas, _ desk: Desk, height: Int) {
    let goesOn = rows.count > height || !atTop || !atBottom
    let at = goesOn && section == .list ? before.map { $0 + list.selection + 1 } : nil
    let said =
      filter.isEmpty
      ? (total > 1 ? order.label : "")
      : desk.named("matching \"\(filter)\" · {escape} shows all")
    heading(canvas, "Debriefs", said, count(at: at))
  }

  /// How many there are, and where one is among them.
  private func count(at place: Int?) -> String {
    let all = total == 1 ? "1 application" : "\(total) applications"
    if !filter.isEmpty { return matches.map { "\($0) of \(all)" } ?? "some of \(all)" }
    return place.map { "\($0) of \(all)" } ?? all
  }

  private func drawRows(_ canvas: Canvas, _ desk: Desk) {
    canvas.target(.part(Section.list.rawValue))
    let x = Home.margin(canvas.width)
    if rows.isEmpty {
      let text =
        filter.isEmpty
        ? "" : desk.named("Nothing matches \"\(filter)\". {escape} shows everything again.")
      canvas.text(text, x: x, y: 0, ink: .dim)
      return
    }
    let inner = max(1, canvas.width - x - 2)
    let columns = RowColumns(width: inner, widths)
    let visible = list.visible(count: rows.count, height: canvas.height)
    for (y, index) in visible.enumerated() {
      canvas.part(Rect(x: x, y: y, width: inner, height: 1))
        .remembered(key(.row, desk, index: index)) { draw(rows[index], columns, $0, desk.now) }
      canvas.target(.row(index), in: Rect(x: 0, y: y, width: canvas.width, height: 1))
      if index == list.selection, section == .list { bar(canvas, y: y) }
    }
    edges(
      canvas, first: 0, last: visible.count - 1, before: visible.lowerBound > 0 || !atTop,
      after: visible.upperBound < rows.count || !atBottom)
  }

  private func draw(_ facts: Facts, _ columns: RowColumns, _ canvas: Canvas, _ now: Moment) {
    // Where there is no room for the role, two jobs at one company still are two.
    let mark = JobName.mark(facts.application, facts.sharing)
    let company = JobName.fitted(
      facts.application.company, columns.role == 0 ? mark : "", within: columns.company)
    canvas.text(company, x: 0, y: 0, ink: Ink(.body, .bold), width: columns.company)
    let (role, outcome, progress) = columns.xs
    if columns.role > 0 {
      let text = facts.sharing == .job ? mark : facts.application.role
      canvas.text(text, x: role, y: 0, width: columns.role)
    }
    let said = facts.said(now: now, isBare: columns.outcome < RowColumns.outcomeWidth)
    canvas.text(said.text, x: outcome, y: 0, ink: said.ink, width: columns.outcome)
    if columns.progress > 0 {
      let (text, ink) = facts.progress(now: now, within: columns.progress)
      canvas.text(text, x: progress, y: 0, ink: ink, width: columns.progress)
    }
  }
}
