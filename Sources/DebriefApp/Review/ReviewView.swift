import DebriefModel
import TUI

extension Review {
  /// The rows of the header, and whether the panes have no frames: there is no room for them.
  private static func head(_ height: Int) -> (rows: Int, isSmall: Bool) {
    height < 12 ? (1, true) : (2, false)
  }

  /// The room inside of a pane, or of the one that has the keys, on a screen of this size.
  func room(_ screen: Size, of pane: PaneID? = nil) -> Size {
    var rect = Rect(x: 0, y: 0, width: screen.width, height: screen.height - 1)
    let (rows, isSmall) = Review.head(rect.height)
    _ = rect.takeTop(rows)
    let layout = ReviewLayout(rect, focus: focus, left: left, zoomed: zoomed)
    let area = layout.panes.first { $0.pane == pane ?? focus }?.rect ?? rect
    return isSmall || layout.isAlone
      ? area.size : Size(max(1, area.width - 4), max(1, area.height - 2))
  }

  /// Draws the screen without its footer.
  func draw(_ canvas: Canvas, _ desk: Desk) {
    guard let folder = desk.folder else { return }
    var rect = canvas.bounds
    let (rows, small) = Review.head(canvas.height)
    header(canvas.part(rect.takeTop(rows)), folder, desk)
    let layout = ReviewLayout(rect, focus: focus, left: left, zoomed: zoomed)
    // The pane that has the keys comes last: the borders it shares are its own.
    let ordered =
      layout.panes.filter { $0.pane != focus } + layout.panes.filter { $0.pane == focus }
    // At a question the digits are answers.
    let asks = focus == .checklist && folder.wizard?.debrief.closed == nil && folder.wizard != nil
    for (id, area) in ordered {
      let pane = self[id]
      let focused = id == focus
      let room = canvas.part(area)
      room.target(.part(id.rawValue))
      let inside =
        small || layout.isAlone
        ? room
        : room.box(
          title: pane.title(folder), number: asks ? nil : id.rawValue, focused: focused,
          note: pane.note(folder, desk),
          sharing: layout.hasNeighbourBelow(area) ? .sidesAndBelow : .sides)
      pane.draw(inside, folder, desk, focused: focused)
    }
  }

  private func header(_ canvas: Canvas, _ folder: Folder, _ desk: Desk) {
    let dossier = folder.dossier
    let name = [dossier.application.company, dossier.application.role]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let wizard = folder.wizard.flatMap { $0.debrief.closed == nil ? $0 : nil }
    let asks = wizard != nil && (focus == .checklist || canvas.width >= ReviewLayout.wide)
    var facts = asks ? pace(wizard, canvas) : self.facts(folder, desk)
    if asks, canvas.height > 1, let day = LastContact.coldEnding(dossier) {
      facts.append("ended a little cold, \(day.short(today: desk.now.day))")
    }
    if desk.isReadOnly { facts.insert("read only", at: 0) }
    var right = facts.joined(separator: " · ")
    let room = max(0, canvas.width - 3 - min(TextWidth.columns(name), canvas.width / 2))
    while TextWidth.columns(right) > room, facts.count > 1 {
      facts.removeLast()
      right = facts.joined(separator: " · ")
    }
    if TextWidth.columns(right) > room { right = TextWidth.truncate(right, to: room) }
    let x = canvas.width - TextWidth.columns(right) - 1
    canvas.text(name, x: 1, y: 0, ink: Ink(.title, .bold), width: max(0, x - 2))
    canvas.text(right, x: x, y: 0, ink: .dim)
    guard canvas.height > 1 else { return }
    if asks, let wizard, let pane = self[.checklist] as? ChecklistPane {
      return progress(canvas, wizard, pane.entry(wizard)?.step.part)
    }
    let cold = LastContact.coldEnding(dossier).map {
      "ended a little cold, \($0.short(today: desk.now.day)) · "
    }
    let split = (cold ?? "") + folder.verdict.saidSplit(of: dossier)
    let columns = TextWidth.columns(split)
    canvas.text(
      folder.verdict.said(of: dossier), x: 1, y: 1, ink: Ink(.accent),
      width: max(0, canvas.width - columns - 4))
    let x1 = canvas.width - columns - 1
    canvas.text(split, x: x1, y: 1, ink: .dim)
    if let cold { canvas.text(cold, x: x1, y: 1, ink: Ink(.warning)) }
  }

  /// How long it takes yet; a low screen has no bar and says here which part it is.
  private func pace(_ wizard: Wizard?, _ canvas: Canvas) -> [String] {
    guard let wizard else { return [] }
    if canvas.height == 1 {
      let part = (self[.checklist] as? ChecklistPane)?.entry(wizard)?.step.part
      let at = part.map { wizard.label(of: $0) }
      return ["\(wizard.done) of \(wizard.total)"] + (canvas.width < 60 ? [] : [at ?? ""])
    }
    return [TimeLeft.said(wizard.minutesLeft)]
  }

  /// The parts of the debrief by name, each with how far it has come.
  private func progress(_ canvas: Canvas, _ wizard: Wizard, _ current: Step.Part?) {
    var x = 1
    let parts = wizard.parts
    // Where not all names fit, only the part one is at has its own.
    let all = parts.reduce(0) { $0 + TextWidth.columns(wizard.label(of: $1.part)) + 5 }
    let isShort = all > canvas.width - 1
    for (part, state) in parts {
      let mark =
        switch (state, canvas.ascii) {
        case (.done, false): "●"
        case (.begun, false): "◐"
        case (.open, false): "○"
        case (.done, true): "*"
        case (.begun, true): "+"
        case (.open, true): "o"
        }
      let ink: Ink = part == current ? Ink(.accent, .bold) : state == .open ? .dim : .body
      let text = isShort && part != current ? mark : "\(wizard.label(of: part)) \(mark)"
      guard x + TextWidth.columns(text) <= canvas.width else { return }
      x += canvas.text(text, x: x, y: 1, ink: ink) + (isShort ? 1 : 3)
    }
  }

  /// What stands at the right of the first row, the most important first.
  private func facts(_ folder: Folder, _ desk: Desk) -> [String] {
    let (now, dossier) = (desk.now, folder.dossier)
    var facts: [String] = []
    let held = dossier.held(now: now)
    if let last = held.last, let start = last.start {
      facts.append("\(last.kind.label) \(start.day.short(today: now.day))")
    }
    if let next = dossier.ahead(now: now).min(by: { ($0.start ?? now) < ($1.start ?? now) }),
      let start = next.start
    {
      facts.append(
        "\(next.kind.label) \(start.day.weekdayName) \(start.day.short(today: now.day))"
          + (next.clockText.map { " \($0)" } ?? ""))
    }
    facts.append(folder.status.outcome.said(today: now.day))
    if let last = held.last, let fresh = Freshness(last, now: now), !fresh.words.isEmpty {
      facts.append(fresh.words)
    }
    if let sealed = ForecastRules.standing(dossier) {
      facts.append(sealed.words(today: now.day))
    }
    return facts
  }
}
