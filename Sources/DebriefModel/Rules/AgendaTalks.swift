extension AgendaDesk {
  /// A round to come is prepared; one that is over is written down while it is fresh (A10), and
  /// everyone in it is thanked within a day. A calendar is kept when the program is closed: it also
  /// holds what follows the rounds to come (A55).
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
          "prepare for round \(interview.round) (\(interview.kind.label))",
          due: start, window: start.seconds - now.seconds <= (ahead + 1) * 86400)
        guard isCalendar else { continue }
      }
      let end = start.adding(seconds: interview.length)
      let age = now.seconds - end.seconds
      let tomorrow = end.adding(seconds: 86400).asRead
      guard age >= 0 || isCalendar else { continue }
      if !isNoted(interview, start) {
        add(
          .capture, interview.id.text, captureText(age), due: tomorrow, window: age <= 3 * 86400,
          when: age < 0 ? nil : age <= 86400 ? "today" : "while it's fresh", urgent: age >= 0,
          lasting: captureText(0),
          reminders: AgendaDesk.recalls.map { end.adding(seconds: $0) })
      }
      thanks(interview, on: start.day, due: tomorrow, window: age <= 3 * 86400)
    }
  }

  /// When one is reminded to write an interview down, in seconds after its end: half an hour, two hours
  /// and a day (A10).
  static let recalls = [1800, 2 * 3600, 86400]

  /// The same for a round of which only the day is known: nothing is counted in hours.
  private mutating func talk(_ interview: Interview, on day: Day) {
    let today = now.day
    let tomorrow = day.adding(days: 1)
    let age = day.days(to: today)
    if age < 0 {
      add(
        .prepare, interview.id.text,
        "prepare for round \(interview.round) (\(interview.kind.label))", due: evening(day),
        window: -age <= ahead + 1, when: Agenda.until(day, today: today), dayOnly: true)
      guard isCalendar else { return }
    }
    // In the morning of its day it is likely still to come: nothing is late, and nobody is to be thanked.
    let mayBeOver = age > 0 || age == 0 && now.hour >= 17
    if facts.turnCount == 0 || !isNoted(interview, now.at(day)) {
      let ago = age <= 0 ? "today" : age == 1 ? "yesterday" : "\(age) days ago"
      add(
        .capture, interview.id.text,
        age <= 0
          ? "after the interview, write it down while it's fresh"
          : age == 1
            ? "write down how it went while it's fresh" : "write down what you still remember",
        due: evening(tomorrow), window: age <= 3, when: ago, urgent: mayBeOver, dayOnly: true)
    }
    if mayBeOver || isCalendar {
      thanks(
        interview, on: day, due: evening(tomorrow), window: age <= 3,
        when: Agenda.until(tomorrow, today: today), dayOnly: true)
    }
  }

  /// Whether a round is written down: whether anything was, since it began.
  private func isNoted(_ interview: Interview, _ start: Moment) -> Bool {
    guard facts.turnCount > 0 else { return false }
    return facts.lastTurn.map { $0 >= start } ?? true
  }

  /// One note for each who was there: a note to one of them thanks nobody else (A57).
  private mutating func thanks(
    _ interview: Interview, on day: Day, due: Moment, window: Bool, when: String? = nil,
    dayOnly: Bool = false
  ) {
    guard outcome == .waiting else { return }
    let whole = interview.id.text
    let people = interview.people.compactMap { id in facts.people.first { $0.id == id } }
    if people.isEmpty {
      if !isThanked(nil, interview, on: day) {
        add(
          .thanks, whole, "thank-you note", due: due, window: window, when: when, dayOnly: dayOnly)
      }
      return
    }
    for person in people where !isThanked(person.id, interview, on: day) {
      add(
        .thanks, "\(whole)/\(person.id)", "thank-you note to \(person.name)", due: due,
        window: window, when: when, dayOnly: dayOnly, alias: "thanks/\(whole)")
    }
  }

  /// Whether thanks went out to somebody, or rest as a letter that comes back by itself. Thanks to nobody
  /// by name were for all of a round.
  private func isThanked(_ person: ID?, _ interview: Interview, on day: Day) -> Bool {
    func isFor(_ other: ID?) -> Bool { person == nil || other == nil || other == person }
    let rests = facts.letters.contains {
      $0.letterKind == .thanks && $0.state == .held && $0.recorded.day >= day && isFor($0.to)
    }
    return rests
      || facts.events.contains {
        // Thanks of a day that nobody noted are for the round they name.
        guard $0.kind == .thanked, isFor($0.person),
          $0.known == nil ? $0.interview == interview.id : $0.isKnown(from: day)
        else { return false }
        // Who was met again in a later round was thanked for this one, too.
        return $0.interview == interview.id || $0.interview == nil
          || (person != nil && $0.person == person)
      }
  }

  /// Half an hour, two hours and a day after a talk the same entry speaks more plainly.
  private func captureText(_ age: Int) -> String {
    if age < 30 * 60 { return "write down how it went while it's fresh" }
    if age < 2 * 3600 { return "write down how it went; it ended \(Agenda.ago(age)) ago" }
    if age < 86400 { return "write it down today; the interview ended \(Agenda.ago(age)) ago" }
    return "write down what you still remember; it ended \(Agenda.ago(age)) ago"
  }

  /// Nobody named a day for an answer: after the usual time one question is in order (A55).
  mutating func checkIns() {
    guard outcome == .waiting else { return }
    let rounds = facts.interviews.filter {
      switch facts.standing($0, now: now) {
      case .held: true
      case .ahead: isCalendar
      case .off, .undated: false
      }
    }
    guard let round = rounds.max(by: { ($0.start ?? now, $0.round) < ($1.start ?? now, $1.round) }),
      let day = round.start?.day, isCalendar || facts.ahead(now: now).isEmpty
    else { return }
    let isHeard = facts.events.contains {
      switch $0.kind {
      case .promised: $0.due.map { $0 >= day } ?? false
      case .chased: $0.isKnown(from: day)
      case .acknowledged, .invited, .feedbackReceived, .reopened:
        $0.isKnown(from: day.adding(days: 1))
      default: false
      }
    }
    if isHeard { return }
    let due = day.adding(days: Agenda.checkIn)
    add(
      .checkIn, round.id.text, "it's been a week, and they gave no date: check in once",
      due: evening(due),
      window: now.day.days(to: due) <= (isCalendar ? ahead : 0)
        && day.days(to: now.day) <= facts.patience.silence)
  }
}

extension Interview {
  /// How long it takes, in seconds; an hour where nobody said.
  var length: Int { (minutes ?? 60) * 60 }
}
