import DebriefModel
import TUI

/// How practice looks: one calm card in the middle, or the plan.
extension DrillScreen {
  func draw(_ canvas: Canvas, _ desk: Desk) {
    canvas.fill(canvas.bounds, ink: .body)
    canvas.text("Practice", x: 1, y: 0, ink: Ink(.title, .bold))
    let words = desk.drill.value.map { $0.words(today: desk.now.day) } ?? "Reading …"
    canvas.text(words, x: 11, y: 0, ink: .dim, width: max(0, canvas.width - 12))
    let margin = canvas.width < 60 ? 1 : 4
    let width = max(1, min(72, canvas.width - 2 * margin))
    let top = canvas.height >= 18 ? 3 : canvas.height >= 12 ? 2 : 1
    let room = canvas.part(
      Rect(
        x: max(margin, (canvas.width - width) / 2), y: top, width: width,
        height: max(0, canvas.height - top)))
    if let deck = desk.drill.value {
      if showsPlan {
        drawPlan(deck, room, desk)
      } else if let card = card(desk) {
        draw(card, room, desk)
      } else {
        room.paragraph(
          desk.named(
            done == 1
              ? "One card done. {drill.start} shows the plan."
              : "\(done) cards done. {drill.start} shows the plan."), x: 0, y: 0, width: width,
          maxRows: 3)
      }
    }
    room.cursor(x: 0, y: 0, visible: false)
  }

  private func draw(_ card: DrillCard, _ canvas: Canvas, _ desk: Desk) {
    var y = 0
    func put(_ text: String, _ ink: Ink = .body, rows: Int = 4) {
      guard !text.isEmpty, y < canvas.height else { return }
      y += canvas.paragraph(
        text, x: 0, y: y, width: canvas.width, maxRows: min(rows, canvas.height - y), ink: ink)
    }
    let isRoomy = canvas.height >= 14
    func gap() { if isRoomy { y += 1 } }
    if !isRoomy, step == .cue { return drawLow(card, canvas, desk) }
    put("Card \(at + 1) of \(queue.count) · \(card.kind.label) · \(card.company)", .dim, rows: 1)
    gap()
    put(card.cue, Ink(.title, .bold))
    gap()
    if !card.words.isEmpty { put(card.words.joined(separator: " · "), Ink(.accent), rows: 2) }
    switch step {
    case .cue:
      if hasClock, let since {
        let seconds = max(0, desk.now.seconds - since.seconds)
        let clock = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
        put(clock, .dim, rows: 1)
      }
      gap()
      put(card.kind.asks, rows: 2)
      for tick in card.ticks {
        guard y < canvas.height else { return }
        let mark = ticks.contains(tick) ? "[x]" : "[ ]"
        let key = desk.named("{drill.\(tick.rawValue)}")
        canvas.text(key, x: 0, y: y, ink: Ink(.key))
        canvas.text("\(mark) \(tick.label)", x: 3, y: y, width: max(0, canvas.width - 3))
        y += 1
      }
      gap()
      put(
        desk.named(
          "{drill.again} missed it   {drill.hard} with effort   {drill.good} got it   "
            + "{drill.easy} right away"), .dim, rows: 2)
    case .shown(let grade):
      gap()
      put("You graded it: \(grade.label).", .dim, rows: 1)
      put(
        card.back.isEmpty
          ? "Nothing is written down for this yet. Say it once more, in two sentences."
          : card.back, rows: max(3, canvas.height - y - 3))
      gap()
      put(desk.named("{drill.start} goes on. {undo} undoes the grade."), .dim, rows: 2)
    }
  }

  /// A card where there are few rows: what is asked, what to check, how to grade it.
  private func drawLow(_ card: DrillCard, _ canvas: Canvas, _ desk: Desk) {
    // The question is read whole, also where what to check has to go for it.
    let needed = TextWidth.wrap(card.cue, width: canvas.width).count
    let foot = min(needed + 2 <= canvas.height ? 2 : 1, canvas.height)
    let used = canvas.paragraph(
      card.cue, x: 0, y: 0, width: canvas.width, maxRows: max(1, canvas.height - foot),
      ink: Ink(.title, .bold))
    if used < canvas.height - foot, !card.words.isEmpty {
      canvas.text(
        card.words.joined(separator: " · "), x: 0, y: used, ink: Ink(.accent), width: canvas.width)
    }
    let checks = card.ticks.map {
      desk.named("{drill.\($0.rawValue)}") + (ticks.contains($0) ? "[x]" : "[ ]")
    }
    let grades = desk.named(
      "{drill.again} no  {drill.hard} hard  {drill.good} yes  {drill.easy} easy")
    let lines =
      checks.isEmpty ? [card.kind.asks, grades] : [checks.joined(separator: " "), grades]
    for (i, line) in lines.suffix(foot).enumerated() {
      canvas.text(line, x: 0, y: canvas.height - foot + i, ink: .dim, width: canvas.width)
    }
  }

  private func drawPlan(_ deck: DrillDeck, _ canvas: Canvas, _ desk: Desk) {
    var y = 0
    func put(_ text: String, _ ink: Ink = .body, rows: Int = 3) {
      guard y < canvas.height else { return }
      y += canvas.paragraph(
        text, x: 0, y: y, width: canvas.width, maxRows: min(rows, canvas.height - y), ink: ink)
    }
    guard deck.plan.total > 0 else {
      return put(
        "Nothing to practice yet. Answers you rate 1 or 2, changes to try, and the questions you "
          + "prepare become cards.", rows: 4)
    }
    let lines = DrillText.lines(deck, today: desk.now.day)
    for (i, line) in lines.enumerated() {
      put(line.text, line.isQuiet ? .dim : i == 0 ? Ink(.title, .bold) : .body)
      if i == 0 { y += 1 }
    }
    if y + 1 < canvas.height { y += 1 }
    if !deck.plan.now.isEmpty { put(desk.named("{drill.start} starts with the first card."), .dim) }
  }
}

extension DrillCard.Kind {
  /// As a card names it.
  var label: String {
    switch self {
    case .answer: "an answer worth another try"
    case .change: "a change to try"
    case .thing: "something that held you back"
    case .question: "a question to ask"
    case .prepared: "a prepared answer"
    }
  }
}

extension DrillCard {
  /// What is checked of an answer; nothing of what is no answer.
  var ticks: [CardReview.Tick] { kind.hasParts ? CardReview.Tick.allCases : [] }
}

extension CardReview.Tick {
  /// As a box to check.
  var label: String {
    switch self {
    case .situation: "the situation"
    case .action: "what you did"
    case .result: "how it turned out"
    case .figure: "a number"
    }
  }
}

extension Recall.Grade {
  /// As it is said back.
  var label: String {
    switch self {
    case .again: "missed it"
    case .hard: "with effort"
    case .good: "got it"
    case .easy: "right away"
    }
  }
}
