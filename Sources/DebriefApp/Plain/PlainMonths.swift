import DebriefModel
import TUI

/// Months and practice in plain mode.
extension MonthsScreen {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Months")
    it.back = Spoken.key(Key(.escape))
    guard let months = desk.months.value else {
      it.lines = ["Adding it up …"]
      it.enter = Spoken.Step("look again") { _ in [] }
      return it
    }
    it.lines = [String.said(months.window.label.capitalizedFirst, months.headline.capitalizedFirst)]
    it.words["w"] = Spoken.Step("another period", Spoken.command("months.window"))
    guard months.applications > 0 else {
      it.lines.append(
        months.window == .all
          ? "Nothing to add up yet. Once you've heard back on applications and finished debriefs, "
            + "your results show up here."
          : "Nothing started in this period. w shows another one.")
      return it
    }
    if row != nil, let figure = figure(desk) {
      it.title = "Months: \(figure.figure.title)"
      it.lines = figure.sentences + [figure.nothing].compactMap(\.self)
      it.choices = figure.shown.enumerated().map { at, row in
        Spoken.Choice("\(at + 1)", String.said("\(row.label): \(row.words)")) { app in
          MonthsScreen.reach(&app) { place, _ in place.row = at }
          return app.perform("months.open")
        }
      }
      if !it.choices.isEmpty { it.asks = "Which one? A number lists what's behind it." }
      it.enter = Spoken.Step("back", Spoken.key(Key(.escape)))
      return it
    }
    it.asks = "Which one? A number opens it."
    it.choices = figures(desk).enumerated().map { at, figure in
      Spoken.Choice(
        "\(at + 1)",
        String.said(
          figure.figure.title, figure.isThin ? "Too few so far" : nil, figure.sentences.first)
      ) { app in
        MonthsScreen.reach(&app) { place, desk in
          place.hold(at, desk)
          place.row = 0
        }
        return []
      }
    }
    return it
  }
}

extension DrillScreen {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Practice")
    it.back = Spoken.key(Key(.escape))
    guard let deck = desk.drill.value else {
      it.lines = ["Reading …"]
      return it
    }
    if showsPlan {
      it.lines =
        deck.plan.total > 0
        ? DrillText.lines(deck, today: desk.now.day).map(\.text)
        : [
          "Nothing to practice yet. Answers you rate 1 or 2, changes to try, and the questions you prepare become cards."
        ]
      it.enter =
        deck.plan.now.isEmpty
        ? Spoken.Step("back", Spoken.key(Key(.escape)))
        : Spoken.Step("start with the first card", Spoken.command("drill.start"))
      return it
    }
    guard let card = card(desk) else {
      it.lines = [done == 1 ? "One card done." : "\(done) cards done."]
      it.enter = Spoken.Step("the plan", Spoken.command("drill.start"))
      return it
    }
    it.lines = [
      String.said("Card \(at + 1) of \(queue.count), \(card.kind.label), \(card.company)"),
      card.cue,
      card.words.joined(separator: ", "),
    ]
    switch step {
    case .cue:
      it.asks = card.kind.asks
      let grades: [(String, Recall.Grade)] = [
        ("drill.again", .again), ("drill.hard", .hard), ("drill.good", .good),
        ("drill.easy", .easy),
      ]
      it.choices = grades.enumerated().map { at, grade in
        Spoken.Choice(
          "\(at + 1)", grade.1.label.capitalizedFirst, group: "Grade it",
          does: Spoken.command(grade.0))
      }
      it.choices += card.ticks.enumerated().map { at, tick in
        Spoken.Choice(
          "\(at + 5)",
          "\(tick.label.capitalizedFirst), \(ticks.contains(tick) ? "checked" : "not checked")",
          group: "Your answer covered", does: Spoken.command("drill.\(tick.rawValue)"))
      }
    case .shown(let grade):
      it.lines.append("You graded it: \(grade.label).")
      it.lines +=
        (card.back.isEmpty
        ? "Nothing is written down for this yet. Say it once more, in two sentences." : card.back)
        .split(whereSeparator: \.isNewline).map(String.init)
      it.enter = Spoken.Step("the next card", Spoken.command("drill.start"))
    }
    return it
  }
}
