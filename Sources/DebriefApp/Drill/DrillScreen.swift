import DebriefModel
import TUI

/// Practice, one card at a time: its cue and a few words, said aloud; four ticks and a grade; then what it
/// says. Nothing of the text is on the screen before the grade.
struct DrillScreen: Place {
  /// Where one is with a card.
  enum Step: Equatable, Sendable {
    /// The cue is shown.
    case cue
    /// It was graded: its text is shown.
    case shown(Recall.Grade)
  }

  /// The cards of this sitting, in their order.
  private(set) var queue: [DrillCard.Key] = []
  /// Which of them is on the screen.
  private(set) var at = 0
  private(set) var step = Step.cue
  private(set) var ticks: Set<CardReview.Tick> = []
  /// Whether the plan is shown instead of a card.
  private(set) var showsPlan = true
  /// Whether the clock is shown.
  private(set) var hasClock = true
  /// When the card came up.
  private(set) var since: Moment?
  /// How many were graded in this sitting.
  private(set) var done = 0
  /// The application whose interview is practiced for; nil for the next one.
  let application: ID?

  init(_ application: ID? = nil) { self.application = application }

  static let scope = Scope.drill

  static let commands: [Command] = [
    command(
      "drill.start", ["enter", "space"], "Start, or go on to the next card", footer: "start",
      why: { it, desk in it.whyNotOn(desk) }, does: { it, desk in it.goOn(desk) }),
    grade("drill.again", "1", "Missed it", .again),
    grade("drill.hard", "2", "Got it, with effort", .hard),
    grade("drill.good", "3", "Got it", .good),
    grade("drill.easy", "4", "Got it right away", .easy),
    tick("drill.situation", "s", "Your answer described the situation", .situation),
    tick("drill.action", "a", "Your answer said what you did", .action),
    tick("drill.result", "r", "Your answer gave the result", .result),
    tick("drill.figure", "f", "Your answer had a number", .figure),
    command(
      "drill.clock", ["t"], "Turn the clock off or on", footer: "clock",
      why: { it, desk in
        it.card(desk) != nil && it.step == .cue
          ? nil : "The clock only runs while you're answering."
      },
      does: { it, _ in
        it.hasClock.toggle()
        return []
      }),
    command(
      "drill.speak", ["v"], "Hear the question read aloud", footer: "hear it",
      why: { it, desk in it.card(desk) == nil ? "{drill.start} starts with the first card." : nil },
      does: { it, desk in it.card(desk).map { [.effect(.speak($0.cue))] } ?? [] }),
    command(
      "drill.plan", ["p"], "Show the plan, day by day", footer: "plan",
      why: { it, _ in it.showsPlan ? "This is the plan. {drill.start} starts." : nil },
      does: { it, _ in
        it.showsPlan = true
        return []
      }),
  ]

  private static func grade(
    _ name: String, _ key: String, _ title: String, _ grade: Recall.Grade
  ) -> Command {
    command(
      name, [key], title, why: { it, desk in it.whyNoGrade(desk) },
      does: { it, desk in it.grade(grade, &desk) })
  }

  private static func tick(
    _ name: String, _ key: String, _ title: String, _ tick: CardReview.Tick
  ) -> Command {
    command(
      name, [key], title,
      why: { it, desk in
        it.whyNoGrade(desk)
          ?? (it.card(desk)?.kind.hasParts == false
            ? "There's nothing to check here: say it, then grade it." : nil)
      },
      does: { it, _ in
        if it.ticks.remove(tick) == nil { it.ticks.insert(tick) }
        return []
      })
  }

  /// The card on the screen; nil where none is.
  func card(_ desk: Desk) -> DrillCard? {
    guard !showsPlan, queue.indices.contains(at) else { return nil }
    return desk.drill.value?.card(queue[at])
  }

  /// Whether its clock goes on by itself.
  var isCounting: Bool { hasClock && !showsPlan && step == .cue && queue.indices.contains(at) }

  /// Whether all of this sitting are done.
  var isOver: Bool { !showsPlan && at >= queue.count }

  private func whyNotOn(_ desk: Desk) -> String? {
    if showsPlan {
      return desk.drill.value?.plan.now.isEmpty == false
        ? nil : "There's nothing to practice today."
    }
    if step == .cue, !isOver {
      return "Say it out loud first, then grade it: {drill.again} to {drill.easy}."
    }
    return nil
  }

  private func whyNoGrade(_ desk: Desk) -> String? {
    if showsPlan { return "{drill.start} starts with the first card." }
    if isOver { return "That was the last card for today." }
    return step == .cue ? nil : "You graded this one. {drill.start} goes on."
  }

  private mutating func goOn(_ desk: Desk) -> [Request] {
    if showsPlan {
      showsPlan = false
      if queue.isEmpty || isOver { (queue, at) = (desk.drill.value?.plan.now ?? [], 0) }
    } else if isOver {
      showsPlan = true
      return []
    } else {
      at += 1
      // What did not come is asked once more at the end.
      if isOver, let deck = desk.drill.value {
        queue += deck.plan.now.filter { key in deck.card(key)?.last == desk.now.day }
      }
    }
    (step, ticks, since) = (.cue, [], desk.now)
    return []
  }

  private mutating func grade(_ grade: Recall.Grade, _ desk: inout Desk) -> [Request] {
    guard let card = card(desk) else { return [] }
    let review = CardReview(
      id: desk.ids.draw(), application: card.application, card: card.key.id, part: card.key.part,
      day: desk.now.day, grade: grade,
      ticks: CardReview.Tick.allCases.filter { ticks.contains($0) }, recorded: desk.now)
    step = .shown(grade)
    done += 1
    return [.effect(.apply(Change("practice", [.insert(.review(review))])))]
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    return Keys.closes.contains(key) ? [.close] : nil
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    desk.drill.asks() ? [.loadDrill(application)] : []
  }

  func rereads(_ desk: Desk) -> [Effect] { [.loadDrill(application)] }
  func covers(_ width: Int) -> Bool { true }
  func bar(_ desk: Desk) -> Bar? { card(desk).map { Bar("\($0.key.id)/\($0.key.part ?? -1)") } }

  func footerWord(_ command: Command, _ desk: Desk) -> String? {
    command.name == "drill.start" ? (showsPlan ? "start" : isOver ? "plan" : "next") : nil
  }
}

extension Scope {
  static let drill = list("drill", "Practice")
}
