extension AgendaDesk {
  /// For how many days after an offer, or an acceptance, something of it is due.
  static let offerDays = 14
  static let takenDays = 60

  /// An offer that wants an answer by a day, with the days that stand against it: other offers, and
  /// those who decide later (A109). Without a day, the question until when.
  mutating func offer(others: [Facts]) {
    guard case .offer = outcome, let event = facts.events.last(where: { $0.kind == .offered })
    else { return }
    // Whoever took another job has no answer to think about any more: see ``tell()``.
    if facts.taken != nil { return }
    guard let due = event.due else {
      guard let on = event.known else { return }
      let ask = on.adding(days: 2)
      add(
        .offer, event.id.text, "ask when they need your answer by", due: evening(ask),
        window: on.days(to: now.day) <= AgendaDesk.offerDays)
      return
    }
    let rivals = others.filter { $0.application.id != facts.application.id }
    var beside: [String] = []
    for (name, day) in rivals.compactMap({ deadline($0) }).sorted(by: {
      ($0.1, $0.0) < ($1.1, $1.0)
    }) {
      beside.append("\(name) needs an answer by \(day.short(today: now.day))")
    }
    let open = rivals.compactMap { decides($0) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    if let (name, day) = open.first {
      let more = open.count == 1 ? "" : " and others"
      beside.append("still waiting on \(name) (\(day.short(today: now.day)))\(more)")
    }
    let text = (["respond to their offer"] + beside).joined(separator: "; ")
    add(
      .offer, event.id.text, text, due: evening(due),
      window: now.day.days(to: due) <= max(ahead, AgendaDesk.offerDays))
  }

  /// By when another offer wants an answer.
  private func deadline(_ other: Facts) -> (String, Day)? {
    guard case .offer = other.status(now: now).outcome,
      let due = other.events.last(where: { $0.kind == .offered })?.due, due >= now.day
    else { return nil }
    return (other.name, due)
  }

  /// When another application goes on: its next round, or the day they named.
  private func decides(_ other: Facts) -> (String, Day)? {
    guard other.status(now: now).outcome == .waiting else { return nil }
    let days =
      other.ahead(now: now).compactMap { $0.start?.day }
      + other.events.filter { $0.kind == .promised }.compactMap(\.due).filter { $0 >= now.day }
    return days.min().map { (other.name, $0) }
  }

  /// Who still counts on one and does not know yet (A110): those who wait while another job was taken,
  /// and those one withdrew from without a word.
  mutating func tell() {
    switch outcome {
    case .waiting, .offer:
      guard let taken = facts.taken, taken.on.days(to: now.day) <= AgendaDesk.takenDays else {
        return
      }
      add(
        .tell, facts.application.id.text, "tell them you took a job at \(taken.company)",
        due: evening(taken.on.adding(days: 1)))
    case .withdrew(let on), .declined(let on):
      let isSent = facts.letters.contains { $0.letterKind == .withdrawal && $0.isSent }
      guard !isSent, let answer = answer("withdrew.told"),
        answer.value == "not-yet" || answer.value == "part"
      else { return }
      // Of an offer there is only one side to tell: those who made it.
      let isOffer = if case .declined = outcome { true } else { false }
      add(
        .tell, facts.application.id.text,
        isOffer
          ? "tell them you're not taking their offer"
          : answer.value == "part" ? "tell the others you withdrew" : "tell them you withdrew",
        due: evening(answer.answered.day.adding(days: 1)),
        window: on.map { $0.days(to: now.day) <= AgendaDesk.takenDays } ?? false)
    case .rejected, .silent, .accepted: return
    }
  }

  /// The latest answer to a question of the debrief; nil where there is none, or it was skipped.
  func answer(_ item: String) -> Response? {
    facts.responses.filter { $0.item == item && !$0.isSkipped }
      .max { ($0.answered, $0.id) < ($1.answered, $1.id) }
  }
}
