import DebriefModel
import TUI

/// Sixty seconds to look around: five steps that tick themselves as the keys are pressed. It listens to
/// what is done, and does nothing itself.
struct Tour: Equatable, Sendable {
  /// What is tried, in this order.
  enum Step: Int, CaseIterable, Sendable {
    case move, open, lists, back, page

    /// Its name among the ticks.
    var name: String {
      switch self {
      case .move: "move"
      case .open: "open"
      case .lists: "your notes"
      case .back: "back"
      case .page: "summary"
      }
    }
  }

  /// Whether it plays on the sample, which is taken out at its end.
  var hasSample: Bool
  /// What was under the bar as it began.
  var start: ID?
  /// The step to try; nil once all are done.
  private(set) var step: Step? = .move
  /// The step it began with.
  private let first: Step?
  /// Whether something was changed since the sample was loaded.
  var isChanged = false
  /// Whether it is over, and only the sample is still to be taken out.
  var isEnding = false

  /// - Parameter canMove: Whether there is another row to go to.
  init(hasSample: Bool, start: ID?, canMove: Bool = true) {
    (self.hasSample, self.start) = (hasSample, start)
    if !canMove { step = .open }
    first = step
  }

  /// Whether something was tried.
  var isBegun: Bool { step != first }

  /// The step is done, as often as what is on the screen says so.
  mutating func follow(_ app: App) {
    if start == nil { start = app.home.target(app.desk) }
    while let now = step, isDone(now, app) { step = Step(rawValue: now.rawValue + 1) }
  }

  private func isDone(_ step: Step, _ app: App) -> Bool {
    guard app.overlays.isEmpty else { return false }
    switch step {
    case .move: return start != nil && app.home.target(app.desk) != start
    case .open: return app.screen != .home
    case .lists: return app.screen == .review && app.review.focus != .checklist
    case .back: return app.screen == .home
    case .page: return app.screen == .page
    }
  }

  // MARK: What is said

  /// How many rows it takes from a screen.
  static func rows(_ size: Size) -> Int { size.height < 12 ? 1 : 3 }

  /// What to press now, with the keys of commands in braces.
  func says(_ app: App, isShort: Bool) -> String {
    let screen = app.screen
    switch step {
    case .move:
      if screen != .home { return "{back} goes back to the list." }
      return isShort ? "↓ or j: next row" : "Press ↓ or j to go to another application."
    case .open:
      if isShort { return "{home.open}: open it" }
      return app.desk.hasSample
        ? "{home.open} opens it. Nordlicht has a debrief that's half done."
        : "{home.open} opens what you need next: preparation, debrief, or summary."
    case .lists:
      if screen == .home { return "{home.open} opens a debrief." }
      if screen == .page { return "{page.review} opens the debrief behind this page." }
      return isShort
        ? "{review.next}: your notes"
        : "One question at a time. {review.next} shows your notes and lists."
    case .back:
      return isShort
        ? "{back}: back to the list" : "{back} goes back to the list. Everything is saved."
    case .page:
      if screen != .home { return "{back} goes back to the list." }
      return isShort ? "{home.page}: summary" : "{home.page} shows the one-page summary."
    case nil:
      if isShort { return "Done. {escape} ends it" }
      return hasSample
        ? "That's it. {escape} ends the tour and removes the sample data."
        : "That's it. {help} shows every key. {escape} ends the tour."
    }
  }

  /// Draws it above the footer.
  func draw(_ canvas: Canvas, _ app: App) {
    canvas.fill(canvas.bounds, ink: .body)
    let isShort = canvas.width < 60
    let words = app.desk.named(says(app, isShort: isShort))
    guard canvas.height >= 3 else {
      canvas.text(words, x: 0, y: 0, ink: Ink(.accent, .bold))
      return
    }
    canvas.rule(y: 0)
    canvas.text(" Show me around ", x: 2, y: 0, ink: Ink(.title, .bold))
    let ends = app.desk.named(" {escape} ends it ")
    let columns = TextWidth.columns(ends)
    canvas.text(ends, x: canvas.width - columns - 2, y: 0, ink: .dim)
    canvas.text(words, x: 2, y: 1, ink: Ink(.accent, .bold), width: max(0, canvas.width - 3))
    var x = 2
    for it in Step.allCases {
      let isDone = step.map { it.rawValue < $0.rawValue } ?? true
      let mark = isDone ? "✓" : it == step ? "▸" : "·"
      let text = isShort && it != step ? mark : "\(mark) \(it.name)"
      x += canvas.text(text, x: x, y: 2, ink: isDone ? Ink(.strength) : it == step ? .body : .dim)
      x += isShort ? 1 : 3
    }
  }
}

extension App {
  /// The tour follows what was done.
  mutating func followTour(_ message: Message) {
    guard var tour = desk.tour else { return }
    if case .applied = message { tour.isChanged = true }
    tour.follow(self)
    desk.tour = tour
  }

  /// Ends the tour: back to the first screen, and the sample goes.
  mutating func endTour() -> [Effect] {
    guard var tour = desk.tour else { return [] }
    pendingKeys = []
    tour.isEnding = true
    desk.tour = tour
    var effects: [Effect] = []
    if screen != .home { effects = toHome() }
    guard tour.hasSample else {
      desk.tour = nil
      notice = Notice(
        text: tour.step == nil
          ? "That was the tour. {help} shows every key."
          : tour.isBegun
            ? "The tour ends here. {home.tour} starts it again."
            : "No tour for now. {home.tour} starts it whenever you like.")
      return effects
    }
    // What was tried out goes with the sample, and a yes says so.
    return effects + (tour.isChanged ? [.loadHistory(limit: Tour.changes)] : [.undo])
  }

  /// Asks before what was changed during the tour is taken back with the sample.
  mutating func askToEndTour() {
    desk.tour = nil
    let since = desk.history.prefix { $0.title != Tour.sampleTitle }.filter { $0.undone == nil }
    guard
      let sample = desk.history.first(where: { $0.title == Tour.sampleTitle && $0.undone == nil })
    else {
      notice = Notice(
        text: "The sample data is still there. {history} can take you back to before you loaded it."
      )
      return
    }
    let seen = (since + [sample]).map(\.number)
    overlays.append(
      ConfirmOverlay(
        question: "Remove the sample data?",
        detail: "Anything you tried or added since then goes too. {redo} brings it back.",
        yes: [.effect(.undoDown(to: sample.number, seen: seen))]))
  }

  /// The sample is gone: what to do next.
  mutating func endedTour() {
    desk.tour = nil
    desk.hasSample = false
    notice = Notice(
      text: "The sample data is gone. {home.heard} or {home.upcoming} adds your own application.")
  }
}

extension Tour {
  /// How far back the sample is looked for.
  static let changes = 400
  /// What the change that loads the sample is called.
  static let sampleTitle = "import"
}
