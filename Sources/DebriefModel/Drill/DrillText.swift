/// The plan of the drill in words, day by day.
public enum DrillText {
  /// One line.
  public struct Line: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// Whether it only adds to the one before.
    public var isQuiet = false
  }

  /// What is ready, then what to do on which day.
  public static func lines(_ deck: DrillDeck, today: Day) -> [Line] {
    let plan = deck.plan
    var lines = [Line(text: deck.words(today: today) + ".")]
    if let target = deck.target {
      let days = today.days(to: target)
      let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
      lines.append(
        Line(text: "The interview at \(deck.company) is \(when), on \(target.long).", isQuiet: true)
      )
    } else if let far = deck.distant, plan.total > 0 {
      lines.append(
        Line(
          text:
            "The interview at \(deck.company) is on \(far.long). That's a while off, so until then "
            + "each card comes back before you'd forget it.", isQuiet: true))
    } else if plan.total > 0 {
      lines.append(
        Line(
          text: "No interview is planned, so each card comes back before you'd forget it.",
          isQuiet: true))
    }
    for it in plan.days {
      lines.append(Line(text: "\(name(it.day, today)): \(Counted.things(it.cards.count, "card"))"))
    }
    if plan.days.isEmpty, plan.total > 0 {
      lines.append(
        Line(text: deck.target == nil ? "Nothing to do this week." : "Nothing to do until then."))
    }
    if !plan.late.isEmpty {
      let count = Counted.things(plan.late.count, "card")
      lines.append(
        Line(
          text: "\(count) won't be ready by then. Pick the ones that matter most.", isQuiet: true))
    }
    if deck.isCut {
      lines.append(
        Line(
          text: "You have older things to practice, too. "
            + "Only the newest of each kind become cards.", isQuiet: true))
    }
    return lines
  }

  /// `today`, `tomorrow`, `Thu 3 Dec`.
  public static func name(_ day: Day, _ today: Day) -> String {
    switch today.days(to: day) {
    case 0: "Today"
    case 1: "Tomorrow"
    default: "\(day.weekdayName) \(day.short(today: today))"
    }
  }
}
