import DebriefModel
import TUI

extension Review {
  /// The rows of the header, and whether the panes have no frames: there is no room for them.
  private static func head(_ height: Int) -> (rows: Int, isSmall: Bool) {
    height < 12 ? (1, true) : (2, false)
  }

  /// The room inside of the pane that has the keys, on a screen of this size.
  func room(_ screen: Size) -> Size {
    var rect = Rect(x: 0, y: 0, width: screen.width, height: screen.height - 1)
    let (rows, isSmall) = Review.head(rect.height)
    _ = rect.takeTop(rows)
    let layout = ReviewLayout(rect, focus: focus, left: left, zoomed: zoomed)
    let area = layout.panes.first { $0.pane == focus }?.rect ?? rect
    return isSmall ? area.size : Size(max(1, area.width - 4), max(1, area.height - 2))
  }

  /// Draws the screen without its footer.
  func draw(_ canvas: Canvas, _ desk: Desk) {
    guard let folder = desk.folder else { return }
    var rect = canvas.bounds
    let (rows, small) = Review.head(canvas.height)
    header(canvas.part(rect.takeTop(rows)), folder, desk)
    let layout = ReviewLayout(rect, focus: focus, left: left, zoomed: zoomed)
    for (id, area) in layout.panes {
      let pane = self[id]
      let focused = id == focus
      let room = canvas.part(area)
      let inside =
        small
        ? room
        : room.box(
          title: pane.title(folder), number: id.rawValue, focused: focused,
          note: pane.note(folder, desk))
      pane.draw(inside, folder, desk, focused: focused)
    }
  }

  private func header(_ canvas: Canvas, _ folder: Folder, _ desk: Desk) {
    let (now, dossier) = (desk.now, folder.dossier)
    canvas.fill(Rect(x: 0, y: 0, width: canvas.width, height: 1), ink: Ink(.bar))
    let name = [dossier.application.company, dossier.application.role]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    var facts: [String] = desk.isReadOnly ? ["read only"] : []
    let held = dossier.held(now: now)
    if let last = held.last,
      let start = last.start
    {
      facts.append("\(last.kind.label) \(start.day.short(today: now.day))")
    }
    if let next = dossier.ahead(now: now).min(by: { ($0.start ?? now) < ($1.start ?? now) }),
      let start = next.start
    {
      facts.append(
        "\(next.kind.label) \(start.day.weekdayName) \(start.day.short(today: now.day))"
          + (next.clockText.map { " \($0)" } ?? "")
      )
    }
    facts.append(folder.status.outcome.dated(today: now.day))
    // Without a box and its title, this is where one sees how far the debrief is.
    if canvas.height == 1, focus == .checklist, let wizard = folder.wizard,
      let step = (self[.checklist] as? ChecklistPane)?.entry(wizard)?.step.id
    {
      facts = ["\(step) \(wizard.done)/\(wizard.total)"]
    }
    if canvas.height > 1, let last = held.last,
      let fresh = Freshness(last, now: now)
    {
      facts.append("memory \(fresh.faded)% faded")
    }
    if let sealed = ForecastRules.standing(dossier) {
      facts.append(sealed.words(today: now.day))
    }
    var right = facts.joined(separator: " · ")
    let room = max(0, canvas.width - 3 - min(TextWidth.columns(name), canvas.width / 2))
    while TextWidth.columns(right) > room, facts.count > 1 {
      facts.removeLast()
      right = facts.joined(separator: " · ")
    }
    if TextWidth.columns(right) > room { right = TextWidth.truncate(right, to: room) }
    let x = canvas.width - TextWidth.columns(right) - 1
    canvas.text(name, x: 1, y: 0, ink: Ink(.bar, .bold), width: max(0, x - 2))
    canvas.text(right, x: x, y: 0, ink: Ink(.bar))
    guard canvas.height > 1 else { return }
    let cold = LastContact.coldEnding(dossier).map {
      "ended coldly \($0.short(today: now.day)) · "
    }
    let split = (cold ?? "") + folder.verdict.split
    let columns = TextWidth.columns(split)
    canvas.text(
      folder.verdict.headlineText, x: 1, y: 1, ink: Ink(.accent),
      width: max(0, canvas.width - columns - 4)
    )
    let x1 = canvas.width - columns - 1
    canvas.text(split, x: x1, y: 1, ink: .dim)
    if let cold { canvas.text(cold, x: x1, y: 1, ink: Ink(.warning)) }
  }
}
