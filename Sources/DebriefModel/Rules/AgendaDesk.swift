/// What is due for one application, rule by rule.
struct AgendaDesk {
  let facts: Facts
  let now: Moment
  /// How many days ahead it looks.
  let ahead: Int
  private let outcome: Outcome
  /// The latest mark of each entry.
  private var marks: [String: Mark] = [:]
  var entries: [AgendaEntry] = []

  init(_ facts: Facts, now: Moment, ahead: Int) {
    self.facts = facts
    self.now = now
    self.ahead = ahead
    outcome = facts.status(now: now).outcome
    for mark in facts.marks {
      if let known = marks[mark.entry], (mark.recorded, mark.id) < (known.recorded, known.id) {
        continue
      }
      marks[mark.entry] = mark
    }
  }

  /// Adds an entry. Outside its `window` it is not shown, unless it was moved to a day that has
  /// come.
  mutating func add(
    _ kind: AgendaEntry.Kind, _ subject: String, _ text: String, due: Moment, window: Bool = true,
    when: String? = nil, urgent: Bool? = nil, dayOnly: Bool = false, lasting: String? = nil
  ) {
    let key = "\(kind.rawValue)/\(subject)"
    var (due, when, urgent) = (due, when, urgent)
    var isShown = window
    if let mark = marks[key] {
      guard mark.action == .moved, let until = mark.until, until <= now.day else { return }
      due = evening(until)
      when = nil
      urgent = nil
      isShown = true
    }
    guard isShown else { return }
    entries.append(
      AgendaEntry(
        key: key, application: facts.application.id, company: facts.application.company,
        mark: JobName.mark(facts.application, facts.sharing), kind: kind, text: text, due: due,
        when: when ?? Agenda.until(due, now: now),
        urgent: urgent ?? (due <= now || due.day <= now.day), lasting: lasting ?? text,
        dayOnly: dayOnly))
  }

  func evening(_ day: Day) -> Moment { now.at(day, hour: 17) }

  /// A round to come is prepared; one that is over is written down while it is fresh (A10) and
  /// thanked for within a day.
  mutating func talks() {
    for interview in facts.interviews {
      let standing = facts.standing(interview, now: now)
      // What an end came before is neither prepared nor written down.
      guard standing == .held || standing == .ahead, let start = interview.start else { continue }
      if !interview.hasHour {
        talk(interview, on: start.day)
        continue
      }
      if standing == .ahead {
        add(
          .prepare, interview.id.text,
          "prepare for round \(interview.round), \(interview.kind.label)",
          due: start, window: start.seconds - now.seconds <= (ahead + 1) * 86400)
        continue
      }
      let end = start.adding(seconds: (interview.minutes ?? 60) * 60)
      let age = now.seconds - end.seconds
      let tomorrow = end.adding(seconds: 86400).asRead
      guard age >= 0 else { continue }
      if facts.turnCount == 0 {
        add(
          .capture, interview.id.text, captureText(age), due: tomorrow, window: age <= 3 * 86400,
          when: age <= 86400 ? "today" : "while it's fresh", urgent: true,
          lasting: captureText(0))
      }
      if !isThanked(interview, on: start.day), outcome == .waiting {
        add(
          .thanks, interview.id.text, thanksText(interview), due: tomorrow,
          window: age <= 3 * 86400)
      }
    }
  }

  /// The same for a round of which only the day is known: nothing is counted in hours.
  private mutating func talk(_ interview: Interview, on day: Day) {
    let today = now.day
    let tomorrow = day.adding(days: 1)
    let age = day.days(to: today)
    if age < 0 {
      add(
        .prepare, interview.id.text,
        "prepare for round \(interview.round), \(interview.kind.label)", due: evening(day),
        window: -age <= ahead + 1, when: Agenda.until(day, today: today), dayOnly: true)
      return
    }
    // In the morning of its day it is likely still to come: nothing is late, and nobody is to be thanked.
    let mayBeOver = age > 0 || now.hour >= 17
    if facts.turnCount == 0 {
      let ago = age == 0 ? "today" : age == 1 ? "yesterday" : "\(age) days ago"
      add(
        .capture, interview.id.text,
        age == 0
          ? "after the interview, write it down while it's fresh"
          : age == 1
            ? "write down how it went while it's fresh" : "write down what you still remember",
        due: evening(tomorrow), window: age <= 3, when: ago, urgent: mayBeOver, dayOnly: true)
    }
    if mayBeOver, !isThanked(interview, on: day), outcome == .waiting {
      add(
        .thanks, interview.id.text, thanksText(interview), due: evening(tomorrow),
        window: age <= 3, when: Agenda.until(tomorrow, today: today), dayOnly: true)
    }
  }

  /// Whether thanks went out, or rest as a letter that comes back by itself.
  private func isThanked(_ interview: Interview, on day: Day) -> Bool {
    let rests = facts.letters.contains {
      $0.letterKind == .thanks && $0.state == .held && $0.recorded.day >= day
    }
    return rests
      || facts.events.contains {
        $0.kind == .thanked && ($0.interview == interview.id || $0.interview == nil) && $0.on >= day
      }
  }

  private func thanksText(_ interview: Interview) -> String {
    let names = interview.people.compactMap { id in facts.people.first { $0.id == id }?.name }
    return "thank-you note" + (names.isEmpty ? "" : " to " + names.joined(separator: ", "))
  }

  /// Half an hour, two hours and a day after a talk the same entry speaks more plainly.
  private func captureText(_ age: Int) -> String {
    if age < 30 * 60 { return "write down how it went while it's fresh" }
    if age < 2 * 3600 { return "write down how it went; it ended \(Agenda.ago(age)) ago" }
    if age < 86400 { return "write it down today; the interview ended \(Agenda.ago(age)) ago" }
    return "write down what you still remember; it ended \(Agenda.ago(age)) ago"
  }

  /// A promised day and a few working days more: then one question is in order.
  mutating func promises() {
    guard outcome == .waiting else { return }
    for event in facts.events where event.kind == .promised {
      guard let due = event.due else { continue }
      if facts.events.contains(where: { $0.on >= due && $0.kind == .chased }) { continue }
      let chase = facts.patience.chase(due)
      add(
        .promise, event.id.text,
        "they said you'd hear by \(due.short(today: now.day)); ask once", due: evening(chase),
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
    if waiting.count >= 2, let latest, let due = latest.due, due < now.day {
      add(
        .noAnswer, latest.id.text,
        "asked \(waiting.count == 2 ? "twice" : "\(waiting.count) times"), no reply: "
          + "you can let it go; their silence says nothing about you", due: evening(due),
        when: "no answer", urgent: false)
      return
    }
    for ask in waiting {
      guard let due = ask.due else { continue }
      let from = ask.from.isEmpty ? "" : " from \(ask.from)"
      add(
        .reply, ask.id.text, "any feedback yet\(from)?", due: evening(due),
        window: now.day.days(to: due) <= ahead)
    }
  }

  /// Documents to send and instructions to follow by a day.
  mutating func documents() {
    for it in facts.preparations where it.state == .open && !isPointless(it) {
      guard let due = it.due else { continue }
      let verb = it.kind == .document ? "send" : it.kind == .instruction ? "do" : "have ready"
      add(
        .document, it.id.text, "\(verb): \(it.text)", due: evening(due),
        window: now.day.days(to: due) <= ahead)
    }
  }

  /// Whether it was for something that will not take place: there is nothing more to send to who said
  /// no, and nothing to get ready for a round that is off.
  private func isPointless(_ it: Preparation) -> Bool {
    switch outcome {
    case .rejected, .withdrew, .declined, .silent(_, confirmed: true): return true
    case .waiting, .silent: return false
    case .offer, .accepted:
      guard let due = it.due, it.kind != .document else { return false }
      let days = facts.interviews.filter { facts.standing($0, now: now) != .off }
        .compactMap { $0.start?.day }
      return !days.contains { $0 >= due }
        && facts.interviews.contains {
          facts.standing($0, now: now) == .off && $0.start.map { $0.day >= due } ?? false
        }
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

  /// What was noted to be next, on its day (A8).
  mutating func next() {
    for note in facts.notes where marks["next/\(note.id)"] != nil {
      add(.next, note.id.text, "next: \(note.text)", due: evening(now.day), window: false)
    }
  }

  /// An offer that wants an answer by a day, and who has not decided by then.
  mutating func offer(others: [Facts]) {
    guard case .offer = outcome, let event = facts.events.last(where: { $0.kind == .offered }),
      let due = event.due
    else { return }
    let open = others.filter { other in
      guard other.application.id != facts.application.id,
        other.status(now: now).outcome == .waiting
      else { return false }
      return !other.ahead(now: now).isEmpty
        || other.events.contains { $0.kind == .promised && $0.due.map { $0 >= now.day } ?? false }
    }.map(\.name).sorted()
    var text = "respond to their offer"
    if let first = open.first {
      text +=
        open.count == 1 ? "; still waiting on \(first)" : "; still waiting on \(first) and others"
    }
    add(
      .offer, event.id.text, text, due: evening(due), window: now.day.days(to: due) <= 14)
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
      window: patience.proposed.contains(days), when: "\(days) days", urgent: false,
      lasting: "no reply for \(patience.silence) days: count it as a no?")
  }

  /// Days after a rejection on which a word keeps the door open (A93, A94).
  static let warmDays = [30, 60, 90]
  /// How many days such an entry is shown for.
  static let warmWindow = 7
  /// When to ask whether it was for the best (A52), and for how many days.
  static let gladDay = 90
  /// How many days the question is shown for.
  static let gladWindow = 14

  /// After a rejection: a word to a contact on file, and the question whether it was for the best.
  mutating func keepWarm() {
    guard case .rejected = outcome, let event = facts.events.last(where: { $0.kind == .refused })
    else { return }
    let age = event.on.days(to: now.day)
    if let contact = contact {
      for day in AgendaDesk.warmDays where age >= day {
        add(
          .warm, "\(event.id)/\(day)", "say hello to \(contact), \(day) days after they said no",
          due: evening(event.on.adding(days: day)), window: age <= day + AgendaDesk.warmWindow,
          when: "stay in touch", urgent: false)
      }
    }
    if age >= AgendaDesk.gladDay {
      add(
        .glad, event.id.text, "\(age) days after they said no: was it for the best?",
        due: evening(event.on.adding(days: AgendaDesk.gladDay)),
        window: age <= AgendaDesk.gladDay + AgendaDesk.gladWindow, when: "look back",
        urgent: false, lasting: "three months after they said no: was it for the best?")
    }
  }

  /// Somebody to write to: a person of a round, or whoever is named in the log.
  private var contact: String? {
    if let name = facts.people.first?.name { return name }
    if let ask = facts.feedback.first(where: { $0.person != nil }) {
      return ask.from.isEmpty ? "your contact" : ask.from
    }
    return facts.events.contains { $0.person != nil } ? "your contact" : nil
  }
}
