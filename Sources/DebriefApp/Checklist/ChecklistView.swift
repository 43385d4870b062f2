import DebriefModel
import TUI

extension ChecklistPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let commands = desk.commands
    guard let wizard = folder.wizard, let entry = entry(wizard) else {
      drawBeginning(canvas, folder, focused: focused, commands)
      return
    }
    var y = 0
    func put(_ text: String, _ ink: Ink = .body, rows: Int = 3, x: Int = 0) {
      guard !text.isEmpty, y < canvas.height else { return }
      y += canvas.paragraph(
        text, x: x, y: y, width: canvas.width - x, maxRows: min(rows, canvas.height - y), ink: ink)
    }
    let tight = canvas.height < 9
    let counts =
      "\(wizard.done) of \(wizard.total)\(wizard.debrief.resting ? " today" : "") · \(wizard.minutes) min"
    let bar = max(0, canvas.width - TextWidth.columns(counts) - 2)
    if bar >= 6 { canvas.progress(x: 0, y: 0, width: bar, done: wizard.done, total: wizard.total) }
    canvas.text(counts, x: bar >= 6 ? bar + 2 : 0, y: 0, ink: .dim)
    y = tight ? 1 : 2
    let closed = wizard.debrief.closed
    if let closed { put("Closed on \(closed.day.long).", Ink(.strength), rows: 1) }
    let over = closed != nil && entry.item.kind == .task(.close)
    put(
      over ? commands.named("{review.page} shows the page; {back} goes back.") : entry.item.ask,
      Ink(.title), rows: 4)
    if case .task(.replies) = entry.item.kind, let words = wizard.lateWords {
      put(words, Ink(.accent), rows: tight ? 1 : 4)
    }
    if !tight { y += 1 }
    y = drawOptions(canvas, y, entry, wizard, focused: focused)
    if let response = entry.response {
      put(ChecklistPane.answered(response, entry.item), .dim, rows: tight ? 1 : 3)
    }
    if entry.item.advice.contains("A23") {
      for gap in PayGap.sentences(wizard.dossier.application) {
        put("by your figures: \(gap)", Ink(.accent), rows: tight ? 2 : 4)
      }
    }
    for offer in wizard.offers(entry) {
      let sign = offer.finding == .strength ? "+" : offer.finding == .weakness ? "-" : "○"
      let text = Wizard.fill(offer, entry.response?.value ?? "")
      put(
        "suggests \(sign) \"\(text)\"  "
          + commands.named("{checklist.answer} takes it over, {checklist.next} goes on"),
        Ink(offer.finding == .strength ? .strength : .weakness), rows: 3)
    }
    if wizard.debrief.resting, wizard.openRequired.isEmpty {
      if !tight { y += 1 }
      let waiting = wizard.waiting == 1 ? "1 question waits" : "\(wizard.waiting) questions wait"
      put(
        "Enough for today, and well done: what fades is kept. \(waiting) for another day; "
          + commands.named("{checklist.rest} goes on with them when you like."), Ink(.accent),
        rows: 4)
    }
    if case .task(.close) = entry.item.kind, closed == nil {
      for obstacle in wizard.obstacles { put(obstacle, Ink(.warning), rows: 2) }
    }
    if case .task(.close) = entry.item.kind, !wizard.live.isEmpty {
      if !tight { y += 1 }
      put("Still open elsewhere:", Ink(.title), rows: 1)
      for it in wizard.live { put("\(it.company): \(it.next)", .dim, rows: 1, x: 2) }
    }
    if !tight { y += 1 }
    if !entry.item.why.isEmpty {
      let source = entry.item.source.isEmpty ? "" : " (\(entry.item.source))"
      put("why: \(entry.item.why)\(source)", .dim, rows: 3)
    }
    if y + 1 < canvas.height, entry.item.kind != .task(.close), !entry.isUnknown {
      let open = wizard.openRequired.count
      let wanted = entry.item.required ? "wanted" : "may be skipped"
      let texts =
        open == 0
        ? [wanted]
        : ["\(wanted) · \(open) wanted still open", "\(wanted) · \(open) wanted open"]
      let room = canvas.width - TextWidth.columns("\(entry.step.id) · ")
      let text = texts.first { TextWidth.columns($0) <= room } ?? wanted
      canvas.text("\(entry.step.id) · \(text)", x: 0, y: canvas.height - 1, ink: .dim)
    }
  }

  /// The options from row `y` on; returns the row after them.
  private func drawOptions(
    _ canvas: Canvas, _ y: Int, _ entry: Wizard.Entry, _ wizard: Wizard, focused: Bool
  ) -> Int {
    let options = ChecklistPane.options(entry, wizard)
    var y = y
    switch entry.item.kind {
    case .scale, .sided, .count, .yesNo:
      var x = 2
      // While a number is typed it has the row to itself.
      for (i, option) in options.enumerated() where typed.isEmpty {
        let text = " \(option.title) "
        let chosen = entry.response?.value == option.value && entry.isDone
        canvas.text(text, x: x, y: y, ink: Ink(chosen ? .accent : .field, chosen ? .bold : []))
        if i == self.option {
          canvas.tint(
            Rect(x: x, y: y, width: TextWidth.columns(text), height: 1),
            flags: focused ? .selected : .marked)
          if focused { canvas.cursor(x: x + 1, y: y, visible: false) }
        }
        x += TextWidth.columns(text) + 1
      }
      if case .count = entry.item.kind {
        x = drawNumber(canvas, x, y, focused: focused)
      }
      if y + 1 < canvas.height {
        y += 1 + drawAnchor(canvas, y + 1, entry)
      } else {
        y += 1
      }
    default:
      for (i, option) in options.enumerated() where y < canvas.height {
        let number = entry.item.kind == .choice ? "\(i + 1) " : ""
        let chosen = option.value != nil && option.value == entry.response?.value
        let x = 2 + TextWidth.columns(number)
        canvas.text(number, x: 2, y: y, ink: Ink(chosen ? .accent : .body, chosen ? .bold : []))
        let rows = canvas.paragraph(
          option.title, x: x, y: y, width: canvas.width - x,
          maxRows: max(1, min(2, canvas.height - y - (options.count - 1 - i))),
          ink: Ink(chosen ? .accent : .body, chosen ? .bold : []))
        if i == self.option {
          canvas.tint(
            Rect(x: 0, y: y, width: canvas.width, height: rows),
            flags: focused ? .selected : .marked)
          if focused { canvas.cursor(x: 1, y: y, visible: false) }
        }
        y += max(1, rows)
      }
    }
    return y
  }

  /// The number being typed, where it will be seen on any screen, or that one can be typed.
  private func drawNumber(_ canvas: Canvas, _ x: Int, _ y: Int, focused: Bool) -> Int {
    if typed.isEmpty {
      if x < canvas.width { canvas.text("or type", x: x + 1, y: y, ink: .dim) }
      if focused, option < 0 { canvas.cursor(x: min(x + 1, canvas.width - 1), y: y, visible: true) }
      return x
    }
    let text = " \(typed) "
    let width = TextWidth.columns(text)
    let at = x
    canvas.text(text, x: at, y: y, ink: Ink(.field, .bold))
    if focused { canvas.cursor(x: at + width - 1, y: y, visible: true) }
    canvas.text("  Enter keeps it", x: at + width, y: y, ink: .dim)
    return at + width
  }

  /// What the chosen step of a scale means; returns the rows used.
  private func drawAnchor(_ canvas: Canvas, _ y: Int, _ entry: Wizard.Entry) -> Int {
    let anchors = entry.item.anchors
    guard !anchors.isEmpty else { return 0 }
    switch entry.item.kind {
    case .scale where anchors.count == 5:
      return canvas.paragraph(
        "\(option + 1): \(anchors[max(0, min(4, option))])", x: 2, y: y, width: canvas.width - 2,
        maxRows: 2,
        ink: .dim)
    case .scale, .sided:
      let ends = anchors.count >= 2 ? "\(anchors[0]) … \(anchors[anchors.count - 1])" : anchors[0]
      return canvas.paragraph(
        ends, x: 2, y: y, width: canvas.width - 2, maxRows: 2, ink: .dim)
    default: return 0
    }
  }

  /// What was answered, as one line has it.
  static func answered(_ response: Response, _ item: Item) -> String {
    if response.isSkipped { return "skipped: \(response.skipped)" }
    switch item.kind {
    case .choice:
      return "answered: \(item.choices.first { $0.id == response.value }?.title ?? response.value)"
    case .date: return "answered: \(Day(iso: response.value)?.long ?? response.value)"
    case .task: return ""
    case .yesNo, .scale, .sided, .count: return "answered: \(response.value)"
    case .line, .text: return "\"\(response.value)\""
    }
  }

  private func drawBeginning(
    _ canvas: Canvas, _ folder: Folder, focused: Bool, _ commands: CommandTable
  ) {
    var y = 0
    func put(_ text: String, _ ink: Ink = .body) {
      guard y < canvas.height else { return }
      y += canvas.paragraph(
        text, x: 0, y: y, width: canvas.width, maxRows: canvas.height - y, ink: ink)
    }
    if let debrief = folder.dossier.debrief {
      put(
        folder.hasContent
          ? "The checklist for \"\(debrief.branch.label)\" cannot be read. debrief doctor says why."
          : "Reading the checklist …", .dim)
    } else if let branch = folder.branch {
      put(commands.named("{checklist.answer} begins the debrief: \(branch.label)."), Ink(.accent))
      if canvas.height > 6 { y += 1 }
      put(
        "15 to 20 minutes, one question at a time. Every answer is saved at once; stop at any point and go on there later. Anything can be skipped."
      )
    } else {
      put(
        commands.named(
          "The debrief begins once you know how it ended: {checklist.answer} records that."),
        Ink(.accent))
      if canvas.height > 6 { y += 1 }
      put(
        commands.named(
          "Until then: {review.script} and {turn.add} write down the talk while it is fresh, "
            + "{capture} catches a thought."))
    }
    if focused { canvas.cursor(x: 0, y: 0, visible: false) }
  }
}
