/// What is due for one application, rule by rule.
struct AgendaDesk {
  let facts: Facts
  let now: Moment
  /// How many days ahead it looks.
  let ahead: Int
  /// Whether it is for a calendar, which is kept: it holds what comes later, too.
  let isCalendar: Bool
  let outcome: Outcome
  /// The latest mark of each entry.
  private var marks: [String: Mark] = [:]
  var entries: [AgendaEntry] = []

  init(_ facts: Facts, now: Moment, ahead: Int, isCalendar: Bool = false) {
    self.facts = facts
    self.now = now
    self.ahead = ahead
    self.isCalendar = isCalendar
    outcome = facts.status(now: now).outcome
    for mark in facts.marks {
      if let known = marks[mark.entry], (mark.recorded, mark.id) < (known.recorded, known.id) {
        continue
      }
      marks[mark.entry] = mark
    }
  }

  /// The latest mark of an entry.
  func latest(_ key: String) -> Mark? { marks[key] }

  /// Adds an entry. Outside its `window` it is not shown, unless it was moved to a day that has
  /// come. `alias` is another name its marks may have.
  mutating func add(
    _ kind: AgendaEntry.Kind, _ subject: String, _ text: String, due: Moment, window: Bool = true,
    when: String? = nil, urgent: Bool? = nil, dayOnly: Bool = false, lasting: String? = nil,
    alias: String? = nil, reminders: [Moment] = []
  ) {
    let key = "\(kind.rawValue)/\(subject)"
    var (due, when, urgent, reminders) = (due, when, urgent, reminders)
    var isShown = window
    let known = [marks[key], alias.flatMap { marks[$0] }].compactMap(\.self)
    if let mark = known.max(by: { ($0.recorded, $0.id) < ($1.recorded, $1.id) }) {
      let last = isCalendar ? now.day.adding(days: ahead) : now.day
      guard mark.action == .moved, let until = mark.until, until <= last else { return }
      due = evening(until)
      when = nil
      urgent = nil
      reminders = []
      isShown = true
    }
    guard isShown else { return }
    entries.append(
      AgendaEntry(
        key: key, application: facts.application.id, company: facts.application.company,
        mark: JobName.mark(facts.application, facts.sharing), kind: kind, text: text, due: due,
        when: when
          ?? (dayOnly ? Agenda.until(due.day, today: now.day) : Agenda.until(due, now: now)),
        urgent: urgent ?? (due <= now || due.day <= now.day), lasting: lasting ?? text,
        dayOnly: dayOnly, reminders: reminders))
  }

  func evening(_ day: Day) -> Moment { now.at(day, hour: 17) }

  /// A promised day. Until it is over the answer is theirs to give, and nothing is to be done; from the day
  /// after it one question is in order, at the latest when the user's patience ends. A calendar, which is
  /// kept, only has the question.
  mutating func promises() {
    guard outcome == .waiting else { return }
    for event in facts.events where event.kind == .promised {
      guard let due = event.due else { continue }
      if facts.events.contains(where: { $0.kind == .chased && $0.isKnown(from: due) }) { continue }
      let said = "they said by \(due.short(today: now.day))"
      if now.day <= due, !isCalendar {
        // Ticked off, it is only out of sight: the question still comes.
        add(
          .promise, "\(event.id)/until", said, due: evening(due),
          window: now.day.days(to: due) <= ahead, when: "their turn", urgent: false, dayOnly: true)
        continue
      }
      let chase = max(facts.patience.chase(due), due.adding(days: 1))
      add(
        .promise, event.id.text, "\(said): check in once", due: evening(chase),
        window: now.day.days(to: chase) <= ahead)
    }
  }

  /// A reply to a request for feedback; after two requests without one, an end without blame (A72).
  mutating func replies() {
    let waiting = facts.feedback.filter(\.isWaiting)
    let latest = waiting.max {
      ($0.asked ?? $0.recorded.day, $0.recorded, $0.id)
        < ($1.asked ?? $1.recorded.day, $1.recorded, $1.id)
    }
    if waiting.count >= 2, let latest, let due = latest.due, due < now.day,
      answer(NamedDay.parkedItem).flatMap({ Day(iso: $0.value) }).map({ $0 < now.day }) ?? true
    {
      add(
        .noAnswer, latest.id.text,
        "asked \(waiting.count == 2 ? "twice" : "\(waiting.count) times"), no reply: "
          + "you can let it go; their silence says nothing about you", due: evening(due),
        when: "no answer", urgent: false)
      return
    }
    // The day one picked to look for a reply is the day (A72).
    let parked = answer(NamedDay.parkedItem)
    for ask in waiting {
      let picked = parked.flatMap { $0.answered >= ask.recorded ? Day(iso: $0.value) : nil }
      guard let due = picked ?? ask.due else { continue }
      let from = ask.from.isEmpty ? "" : " from \(ask.from)"
      add(
        .reply, ask.id.text, "any feedback yet\(from)?", due: evening(due),
        window: now.day.days(to: due) <= ahead)
    }
  }

  /// Changes with a day: a gap in experience is a plan only with one (A104).
  mutating func changes() {
    for it in facts.improvements where it.state == .open {
      guard let by = it.by else { continue }
      add(
        .change, it.id.text, "\(it.isLearning ? "learn" : "try"): \(it.what)", due: evening(by),
        window: now.day.days(to: by) <= ahead)
    }
  }

  /// No word for a long time: the user may call it silence (A1). The rule only asks.
  mutating func silence() {
    guard case .silent(let days, confirmed: false) = outcome else { return }
    let waits = facts.events.contains {
      guard $0.kind == .promised, let due = $0.due else { return false }
      return due >= now.day.adding(days: -14) || facts.patience.chase(due) >= now.day
    }
    if waits { return }
    let patience = facts.patience
    add(
      .silence, facts.application.id.text, "no reply for \(days) days: count it as a no?",
      due: evening(now.day.adding(days: patience.silence - days)),
      window: patience.proposed.contains(days), when: "", urgent: false,
      lasting: "no reply for \(patience.silence) days: count it as a no?")
  }
}
