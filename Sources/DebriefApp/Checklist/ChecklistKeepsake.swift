import DebriefModel
import TUI

/// The last screen, one to keep: what this was, what it taught, and what comes next.
extension ChecklistPane {
  func drawKeepsake(
    _ canvas: Canvas, _ wizard: Wizard, _ folder: Folder, _ desk: Desk, focused: Bool
  ) {
    let margin = ChecklistPane.margin(canvas.width)
    let width = max(1, min(ChecklistPane.mostColumns, canvas.width - 2 * margin))
    var page = Sheet(
      canvas: canvas.part(Rect(x: margin, y: 0, width: width, height: canvas.height)),
      tight: canvas.height < 12)
    keepsake(&page, wizard, folder, desk)
    if focused { canvas.cursor(x: 0, y: 0, visible: false) }
  }

  /// What stands on it.
  func keepsake(_ page: inout Sheet, _ wizard: Wizard, _ folder: Folder, _ desk: Desk) {
    let application = wizard.dossier.application
    page.gap()
    let name = JobName.joined(application.company, application.role)
    let day = wizard.debrief.closed.map { " · \($0.day.long)" } ?? ""
    // On a low screen the row above has the name, and it is said first that this is the end.
    page.put(page.tight ? "You finished the debrief." : name + day, .dim, rows: 2)
    page.gap()
    if !wizard.debrief.lesson.isEmpty {
      page.put("“\(wizard.debrief.lesson)”", Ink(.title, .bold), rows: page.tight ? 2 : 4)
      page.gap()
    }
    let verdict = folder.verdict
    // What nobody said decided it is nothing to be told whose it was.
    if verdict.isTold, verdict.mine + verdict.partly + verdict.notMine > 1 {
      let bar = StackedBar([
        .init("in your control", verdict.mine, role: .weakness),
        .init("partly", verdict.partly, role: .warning),
        .init("not in your control", verdict.notMine, role: .strength),
      ])
      page.say(verdict.control)
      let width = page.canvas.width
      let rows = page.tight ? 1 : bar.rows(width: width)
      if page.left > rows {
        page.canvas.part(Rect(x: 0, y: page.y, width: width, height: rows)).picture(bar)
        page.y += rows
        page.gap()
      }
    }
    if let moods = moods(wizard, tight: page.tight) {
      page.put(moods, .body, rows: page.tight ? 1 : 2)
    }
    for it in wizard.dossier.improvements.filter({ $0.debrief == wizard.debrief.id }).prefix(3) {
      page.put("Next time: \(it.sentence)", Ink(.strength), rows: 2)
    }
    if let next = LiveApplication.next(of: wizard.live) {
      page.gap()
      page.put("Your next step: \(next.company), \(next.next)", .body, rows: 2)
    }
    if let motive = motive(wizard) { page.put(motive, .body, rows: 2) }
    if WriteOutOverlay.isOffered(folder) {
      page.gap()
      page.put(
        desk.named(
          "If it's still on your mind, {review.write} lets you write about it. Nobody else reads it."
        ),
        .dim, rows: 2)
    }
    page.gap()
    page.put(
      (page.tight ? "" : "You finished the debrief. ")
        + (verdict.headline == .accepted
          ? "Congratulations, and enjoy the new job."
          : "Be as kind to yourself as you'd be to a friend."),
      .dim, rows: 2)
  }

  /// What keeps them going, as they said at the end; a next step stands there already. Nil where nothing does
  /// today.
  private func motive(_ wizard: Wizard) -> String? {
    let answer = wizard.dossier.responses.last {
      $0.item == Wizard.motiveItem && $0.debrief == wizard.debrief.id && !$0.isSkipped
    }
    switch answer?.value {
    case "strength":
      let shown = wizard.dossier.findings.filter { $0.kind == .strength }.max {
        ($0.weight, $0.recorded, $0.id) < ($1.weight, $1.recorded, $1.id)
      }
      return shown.map { "What keeps you going: a strength you showed, “\($0.statement)”." }
    case "someone": return "What keeps you going: telling someone about it."
    default: return nil
    }
  }

  /// The mood at the start and at the end; nil without both.
  private func moods(_ wizard: Wizard, tight isTight: Bool) -> String? {
    func mood(_ entry: Wizard.Entry?) -> String? {
      guard let entry, let n = entry.response.flatMap({ Int($0.value) }), (1...5).contains(n)
      else { return nil }
      if isTight { return "\(n) of 5" }
      let words = entry.item.anchors
      return words.count == 5 ? "\(words[n - 1]) (\(n))" : "\(n)"
    }
    let start = wizard.everything.first { $0.item.id == WizardFacts.moodItem }
    guard let before = mood(start), let after = mood(wizard.besides.first) else { return nil }
    let word = wizard.everything.first { $0.item.id == "mood.word" }?.response?.value ?? ""
    let own = word.isEmpty ? "" : ", “\(word)”"
    return isTight ? "Before \(before), now \(after)." : "Before: \(before)\(own). Now: \(after)."
  }
}

extension Verdict {
  /// What the bar of control shows, in words.
  var control: String {
    "In your control: \(mine). Partly: \(partly). Not in your control: \(notMine)."
  }
}
