import DebriefModel
import TUI

/// What answers a question: options with their keys, boxes to tick, a field to type in.
extension ChecklistPane {
  func drawWidget(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk, focused: Bool, _ page: inout Sheet
  ) {
    if stage == .rating { return drawRating(focused: focused, &page) }
    if entry.isUnknown {
      page.put(entry.earlierAnswer, .dim, rows: page.left)
      return
    }
    // A finished debrief shows what was written.
    if wizard.debrief.closed != nil, field.parts.isEmpty, let response = entry.response,
      [.line, .text, .date].contains(entry.item.kind)
    {
      page.put(ChecklistPane.shown(response, entry.item) ?? "", .body, rows: page.left)
      return
    }
    if !field.parts.isEmpty { drawField(entry, wizard, focused: focused, &page) }
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    if entry.item.kind == .task(.close), wizard.debrief.closed == nil {
      drawMood(wizard, &page)
    }
    if blamed != nil { return }
    if entry.item.kind == .task(.tried), !field.parts.isEmpty { return }
    drawOptions(options, entry, focused: focused, &page)
  }

  /// What was answered, in words; nil for a step that was done and leaves nothing to read.
  static func shown(_ response: Response, _ item: Item) -> String? {
    response.isSkipped ? "Skipped." : item.words(response.value)
  }

  // MARK: Fields

  private func drawField(
    _ entry: Wizard.Entry, _ wizard: Wizard, focused: Bool, _ page: inout Sheet
  ) {
    let labels = field.parts.map { TextWidth.columns($0.label) }.max() ?? 0
    let indent = labels > 0 ? labels + 2 : 0
    let below = field.parts.count == 1 && !isFilter(entry) ? (stage == .offering ? 4 : 3) : 0
    for (at, part) in field.parts.enumerated() {
      guard page.left > 0 else { return }
      let wide = max(1, page.canvas.width - indent)
      let wanted =
        isFilter(entry)
        ? 1
        : max(
          entry.item.kind == .text && !page.tight ? 3 : 1,
          TextWidth.wrap(part.area.text, width: wide).count)
      let reserve = (field.parts.count - 1 - at) + (page.tight ? 0 : below)
      let isPassed = page.tight && stage == .offering
      let rows = isPassed ? 1 : max(1, min(wanted, page.left - reserve))
      if !part.label.isEmpty {
        page.canvas.text(
          part.label, x: 0, y: page.y, ink: at == field.at ? Ink(.accent) : .dim)
      }
      page.canvas.area(
        part.area, rect: Rect(x: indent, y: page.y, width: wide, height: rows),
        focused: focused && isTyping && at == field.at,
        marks: stage == .offering && entry.item.binds == .refusalWords
          ? wizard.refusal?.marks ?? [] : [], number: at)
      if part.area.isEmpty, let words = placeholder(entry, at) {
        page.canvas.text(words, x: indent + 1, y: page.y, ink: Ink(.field), width: max(0, wide - 1))
        page.canvas.text(words, x: indent + 1, y: page.y, ink: .dim, width: max(0, wide - 1))
      }
      page.y += rows
    }
  }

  /// What stands in a field before anything is typed.
  func placeholder(_ entry: Wizard.Entry, _ part: Int) -> String? {
    switch entry.item.kind {
    case .task(.room): "name, and their role if you know it"
    case .task(.turns): part == 0 ? "a few words will do; paste notes here" : nil
    case .task(.improvements):
      part == 0 ? "one small thing to do differently" : "where or when it will come up"
    case .task(.causes): "type a few letters to find one"
    case .date: "a day, such as fri, 3 Dec, or in 2 weeks"
    case .yesNo, .scale, .sided, .count, .choice, .line, .text, .ticks, .task(.time), .task(.tried),
      .task(.findings), .task(.phases), .task(.asks), .task(.replies), .task(.page), .task(.close):
      nil
    }
  }

  // MARK: Options

  /// How well an answer went, in words (A31).
  static let ratings = [
    "didn't answer the question", "general, no example", "an example, but my part was unclear",
    "what happened, what I did, how it ended",
    "all that, plus an example that matched what they needed",
  ]

  private func drawRating(focused: Bool, _ page: inout Sheet) {
    page.gap()
    if focused { page.canvas.cursor(x: 2, y: page.y, visible: false) }
    for (at, words) in ChecklistPane.ratings.enumerated() where page.left > 0 {
      page.canvas.text("\(at + 1)", x: 2, y: page.y, ink: Ink(.key))
      page.canvas.text(words, x: 6, y: page.y, width: page.canvas.width - 6)
      page.press(Character("\(at + 1)"), x: 0, width: page.canvas.width)
      page.y += 1
    }
  }

  private func drawMood(_ wizard: Wizard, _ page: inout Sheet) {
    guard let entry = wizard.besides.first else { return }
    let mood = entry.response.flatMap { Int($0.value) }
    page.put(entry.item.ask, .body, rows: 2)
    var x = 2
    for n in 1...5 where page.left > 0 {
      let text = " \(n) "
      page.canvas.text(text, x: x, y: page.y, ink: n == mood ? Ink(.accent, .bold) : Ink(.key))
      page.press(Character("\(n)"), x: x, width: TextWidth.columns(text))
      x += TextWidth.columns(text) + 1
    }
    let word = mood.map { entry.item.anchors[max(0, min(4, $0 - 1))] } ?? "1 very low … 5 good"
    // Where there is no room for the words, the keys at the foot say what is asked.
    if page.left > 0, x + 1 + TextWidth.columns(word) <= page.canvas.width {
      page.canvas.text(word, x: x + 1, y: page.y, ink: .dim)
    }
    page.y += 1
    page.gap()
  }

  private func drawOptions(
    _ options: [Option], _ entry: Wizard.Entry, focused: Bool, _ page: inout Sheet
  ) {
    guard !options.isEmpty else { return }
    if let row = across(options, entry, page) {
      return drawAcross(row, options, entry, focused: focused, &page)
    }
    let keys = options.contains { !$0.key.isEmpty }
    let boxes = entry.item.kind == .ticks
    let x = 2 + (keys ? 2 : 0) + (boxes ? 4 : 0)
    let wide = max(1, page.canvas.width - x)
    // The rows of the list: what is selected can always be read whole, with what it means.
    var rows: [(option: Int, text: String, isFirst: Bool, ink: Ink)] = []
    var group = ""
    for (at, it) in options.enumerated() {
      if !it.group.isEmpty, it.group != group, !page.tight {
        rows.append((-1, it.group, false, .dim))
        group = it.group
      }
      let chosen =
        boxes ? ticked.contains(it.tickName) : it.value != nil && it.value == entry.response?.value
      let ink = chosen ? Ink(.accent, .bold) : Ink.body
      let lines = TextWidth.wrap(it.title.isEmpty ? " " : it.title, width: wide)
      let most = at == option ? lines.count : min(lines.count, 2)
      for (n, line) in lines.prefix(most).enumerated() {
        let isCut = n == most - 1 && most < lines.count
        rows.append((at, isCut ? line + "…" : line, n == 0, ink))
      }
      if at == option, !it.meaning.isEmpty, !page.tight {
        for line in TextWidth.wrap(it.meaning, width: wide) { rows.append((at, line, false, .dim)) }
      }
    }
    let room = max(
      1,
      page.left - (stage == .offering && !page.tight ? 4 : page.tight && stage == .offering ? 3 : 0)
    )
    let selected = rows.firstIndex { $0.option == option } ?? 0
    let last = rows.lastIndex { $0.option == option } ?? selected
    var top = 0
    if rows.count > room { top = max(0, min(rows.count - room, last - room / 2)) }
    if selected < top { top = selected }
    for (y, row) in rows[top..<min(rows.count, top + room)].enumerated() {
      let line = page.y + y
      let isMore = y == room - 1 && top + room < rows.count
      let isBefore = y == 0 && top > 0
      if row.option < 0 {
        page.canvas.text(row.text, x: 0, y: line, ink: row.ink)
      } else {
        let it = options[row.option]
        if row.isFirst {
          if row.option == option { page.canvas.text("▸", x: 0, y: line, ink: Ink(.accent, .bold)) }
          if keys { page.canvas.text(it.key, x: 2, y: line, ink: Ink(.key)) }
          if boxes {
            page.canvas.text(
              ticked.contains(it.tickName) ? "[x]" : "[ ]", x: x - 4, y: line, ink: row.ink)
          }
        }
        page.canvas.text(row.text, x: x, y: line, ink: row.ink, width: wide)
        page.canvas.target(
          boxes ? .item(row.option) : .row(row.option),
          in: Rect(x: 0, y: line, width: page.canvas.width, height: 1))
        if row.option == option, row.ink != .dim {
          page.canvas.tint(
            Rect(x: 0, y: line, width: page.canvas.width, height: 1),
            flags: focused ? .selected : .marked)
        }
      }
      // A list that goes on says so at its edge.
      if isMore || isBefore {
        page.canvas.text(isMore ? "↓" : "↑", x: page.canvas.width - 1, y: line, ink: Ink(.accent))
      }
    }
    if focused, !isTyping {
      page.canvas.cursor(x: 1, y: page.y + max(0, selected - top), visible: false)
    }
    page.y += min(rows.count, room)
  }

  /// The options beside each other, where the screen is too low for a list of them.
  private func across(_ options: [Option], _ entry: Wizard.Entry, _ page: Sheet) -> [String]? {
    guard page.tight || page.left < options.count + 1 else { return nil }
    switch entry.item.kind {
    case .scale, .sided, .count, .yesNo:
      let words = options.map { entry.item.kind == .yesNo ? $0.title : $0.key }
      let columns = words.reduce(2) { $0 + TextWidth.columns($1) + 3 }
      return columns <= page.canvas.width ? words : nil
    case .choice, .line, .text, .date, .ticks, .task: return nil
    }
  }

  private func drawAcross(
    _ words: [String], _ options: [Option], _ entry: Wizard.Entry, focused: Bool,
    _ page: inout Sheet
  ) {
    var x = 1
    for (at, word) in words.enumerated() {
      let text = " \(word) "
      let chosen = options[at].value != nil && options[at].value == entry.response?.value
      page.canvas.text(text, x: x, y: page.y, ink: chosen ? Ink(.accent, .bold) : Ink(.key))
      page.canvas.target(
        .row(at), in: Rect(x: x, y: page.y, width: TextWidth.columns(text), height: 1))
      if at == option {
        page.canvas.tint(
          Rect(x: x, y: page.y, width: TextWidth.columns(text), height: 1),
          flags: focused ? .selected : .marked)
        if focused { page.canvas.cursor(x: x, y: page.y, visible: false) }
      }
      x += TextWidth.columns(text) + 1
    }
    page.y += 1
    if options.indices.contains(option), entry.item.kind != .yesNo {
      let first = options.first?.title ?? ""
      let last = options.last?.title ?? ""
      let here = options[option].title
      page.put(
        here.isEmpty ? "\(first) … \(last)" : "\(options[option].key): \(here)", .dim,
        rows: max(1, min(2, page.left)))
    }
  }
}

extension ChecklistPane.Option {
  /// The box it stands for; empty for others.
  var tickName: String { if case .tick(let id) = does { id } else { "" } }
}
