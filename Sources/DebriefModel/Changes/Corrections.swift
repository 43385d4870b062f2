extension Event {
  /// The same with other days; what it said before stays in it. One whose day nobody had noted said none.
  public func corrected(on day: Day, due: Day?, now: Moment) -> Event {
    guard day != known || due != self.due else { return self }
    var next = self
    if let known {
      next.earlier = (earlier ?? []) + [Earlier(on: known, due: self.due, until: now)]
    }
    next.happened(on: day)
    next.due = due
    return next
  }
}

extension Dossier {
  /// The facts whose day somebody entered and can correct, in the order of days.
  public var dated: [Event] { events.filter { $0.kind != .debriefClosed } }
}

extension Recipe {
  /// A fact gets the day on which it was. What it said before stays in the ledger, and whatever else
  /// tells of the same fact follows: the entry of the feedback log, the letter. Nothing to do when the
  /// days are those on file.
  public static func correct(
    _ event: Event, on day: Day, due: Day?, in dossier: Dossier, now: Moment
  ) -> Change {
    let next = event.corrected(on: day, due: due, now: now)
    guard next != event else { return Change("correct a date", []) }
    var operations: [Change.Operation] = [.update(from: .event(event), to: .event(next))]
    guard day != event.known else { return Change("correct a date", operations) }
    if let entry = dossier.feedback.first(where: { $0.isTold(by: event, in: dossier) }) {
      var moved = entry
      if event.kind == .feedbackAsked { moved.asked = day } else { moved.received = day }
      operations.append(.update(from: .feedback(entry), to: .feedback(moved)))
    }
    if let letter = dossier.letters.first(where: { $0.isTold(by: event) }) {
      var moved = letter
      moved.sent = day
      operations.append(.update(from: .letter(letter), to: .letter(moved)))
    }
    return Change("correct a date", operations)
  }

  /// A round gets the time at which it is, or was.
  public static func correct(_ round: Interview, to time: TalkTime) -> Change {
    var next = round
    next.start = time.start
    next.dayOnly = time.dayOnly ? true : nil
    return Change(
      "correct a date",
      next == round ? [] : [.update(from: .interview(round), to: .interview(next))])
  }

  /// The day of applying, written down late: a correction where there is one on file.
  public static func applied(
    _ day: Day, in dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> [Change.Operation] {
    if let event = dossier.events.first(where: { $0.kind == .applied }) {
      return correct(event, on: day, due: event.due, in: dossier, now: now).operations
    }
    let event = Event(
      id: ids.draw(), application: dossier.application.id, kind: .applied, on: day, recorded: now)
    return [.insert(.event(event))]
  }
}

extension Feedback {
  /// Whether a fact of the ledger tells of its request or its reply.
  func isTold(by event: Event, in dossier: Dossier) -> Bool {
    switch event.kind {
    case .feedbackAsked: asked != nil && asked == event.known && person == event.person
    case .feedbackReceived: Recipe.arrival(self, dossier)?.id == event.id
    default: false
    }
  }
}

extension Letter {
  /// Whether a fact of the ledger tells that it went out.
  func isTold(by event: Event) -> Bool {
    guard isSent, let sent, sent == event.known, to == event.person, let kind = letterKind else {
      return false
    }
    return kind.fact(.waiting) == event.kind || (kind == .withdrawal && event.kind == .declined)
  }
}
