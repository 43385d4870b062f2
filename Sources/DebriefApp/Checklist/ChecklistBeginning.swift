import DebriefModel
import TUI

/// What stands in the place of a question as long as there is none: how to begin, what is left to do here
/// until they answer, and the dates so far.
extension ChecklistPane {
  func drawBeginning(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let margin = ChecklistPane.margin(canvas.width)
    var page = Sheet(
      canvas: canvas.part(
        Rect(
          x: margin, y: 0, width: max(1, min(ChecklistPane.mostColumns, canvas.width - 2 * margin)),
          height: canvas.height)), tight: canvas.height < 9)
    beginning(&page, folder, desk.commands)
    if !page.tight { drawKnown(&page, folder, desk) }
    if focused { canvas.cursor(x: 0, y: 0, visible: false) }
  }

  /// What is known already, as far as there's room: what is due here while nobody has answered, and at the foot
  /// the strip of dates.
  private func drawKnown(_ page: inout Sheet, _ folder: Folder, _ desk: Desk) {
    let canvas = page.canvas
    let strip = Milestone.strip(Milestone.list(folder.dossier, now: desk.now), today: desk.now.day)
    var end = canvas.height - 1
    let rows = strip.rows(width: canvas.width)
    if strip.marks.count > 1, page.left > rows + 3 {
      end -= rows + 1
      canvas.part(Rect(x: 0, y: canvas.height - rows - 1, width: canvas.width, height: rows))
        .picture(strip)
    }
    guard folder.branch == nil else { return }
    let due = desk.due.todo.filter { $0.application == folder.id }
    let shown = due.prefix(max(0, min(6, end - page.y - 2)))
    guard !shown.isEmpty else { return }
    page.gap()
    page.put("Still to do here", Ink(.title, .bold), rows: 1)
    for entry in shown {
      let at = canvas.width - TextWidth.columns(entry.when)
      canvas.text(entry.text.capitalizedFirst, x: 2, y: page.y, width: max(0, at - 4))
      canvas.text(entry.when, x: at, y: page.y, ink: entry.urgent ? Ink(.warning) : .dim)
      page.y += 1
    }
    if due.count > shown.count, page.y < end {
      page.put("\(due.count - shown.count) more in the list of what's due", .dim, rows: 1, x: 2)
    }
  }

  /// What is said before the first question.
  ///
  /// - Parameter records: What records how it ended: a command by its name, or a key of its own.
  func beginning(
    _ page: inout Sheet, _ folder: Folder, _ commands: CommandTable,
    records: (start: String, press: String) = ("{review.outcome}", "{Press} {review.outcome}")
  ) {
    page.gap()
    if let debrief = folder.dossier.debrief {
      page.put(
        folder.hasContent
          ? "The questions for \"\(debrief.branch.label)\" can't be read. To see why, run: debrief doctor"
          : "One moment …", .dim, rows: 4)
    } else if let branch = folder.branch {
      page.put(branch.label, Ink(.title, .bold), rows: 2)
      page.gap()
      page.put(
        commands.named(
          "Let's go through it together, one question at a time. {checklist.answer} starts."),
        Ink(.accent), rows: 3)
      page.gap()
      page.put(
        page.tight
          ? "Everything is saved as you type."
          : "Take five minutes or thirty; it's up to you. Everything is saved as you type. Stop whenever you want and pick it up later; skip what you'd rather not answer.",
        .body, rows: 6)
    } else {
      let isOffered = if case .offer = folder.status.outcome { true } else { false }
      page.put(
        commands.named(
          isOffered
            ? "They made you an offer. \(records.start) records what you decide."
            : "Heard back? \(records.press) to record it, and we'll go through it together."
        ),
        Ink(.accent), rows: 3)
      page.gap()
      page.put(
        commands.named(
          folder.status.everInterviewed
            ? "Until then, write down what they asked while it's fresh: {press} {review.script} for that list, or {capture} to save a quick thought."
            : "Until then, {press} {review.preparation} to prepare, or {capture} to save a quick thought."
        ),
        .body, rows: 4)
    }
  }
}
