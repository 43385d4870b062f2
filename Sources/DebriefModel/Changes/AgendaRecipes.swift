extension Recipe {
  /// An entry of the agenda is done. Where a fact says so, the fact is written down: a thank-you, a
  /// silence that was confirmed, a document that was sent, requests nobody answered. Else a mark.
  public static func done(
    _ entry: AgendaEntry, _ facts: Facts?, ids: inout IDSource, now: Moment
  ) -> Change {
    switch entry.kind {
    case .thanks:
      let round = facts?.interviews.first { $0.id == entry.subject }
      let event = Event(
        id: ids.draw(), application: entry.application, kind: .thanked, on: now.day, recorded: now
      ) {
        $0.interview = entry.subject
        $0.person = entry.person ?? round?.people.first
      }
      return Change("thank-you noted", [.insert(.event(event))])
    case .checkIn:
      let event = Event(
        id: ids.draw(), application: entry.application, kind: .chased, on: now.day, recorded: now
      ) { $0.interview = entry.subject }
      return Change("check-in noted", [.insert(.event(event))])
    case .silence:
      let event = Event(
        id: ids.draw(), application: entry.application, kind: .silent, on: now.day, recorded: now)
      return Change("counted as a no", [.insert(.event(event))])
    case .noAnswer:
      let operations = (facts?.feedback ?? []).filter(\.isWaiting).map { ask in
        var closed = ask
        closed.closed = true
        return Change.Operation.update(from: .feedback(ask), to: .feedback(closed))
      }
      if !operations.isEmpty { return Change("stopped waiting for feedback", operations) }
    case .document:
      if let old = facts?.preparations.first(where: { $0.id == entry.subject }) {
        var new = old
        new.state = .done
        new.done = now.day
        return Change("marked as done", [.update(from: .preparation(old), to: .preparation(new))])
      }
    default: break
    }
    return mark(entry, .done, ids: &ids, now: now)
  }

  /// What to do next for an application: a note of it, which the agenda brings back on the day (A8).
  public static func next(
    _ what: String, on day: Day, application: ID, ids: inout IDSource, now: Moment
  ) -> Change {
    let note = Note(id: ids.draw(), recorded: now) {
      $0.application = application
      $0.kept = true
      $0.text = what
    }
    let mark = Mark(
      id: ids.draw(), application: application, entry: "next/\(note.id)", action: .moved,
      until: day, recorded: now)
    return Change("next step noted", [.insert(.note(note)), .insert(.mark(mark))])
  }

  /// Whether one is glad by now that it ended as it did (A52), and the entry that asked is done.
  public static func glad(
    _ glad: Bool, _ application: Application, _ entry: AgendaEntry, ids: inout IDSource,
    now: Moment
  ) -> Change {
    var next = application
    next.glad = glad
    var change = mark(entry, .done, ids: &ids, now: now)
    change.title = glad ? "noted: it was for the best" : "noted: not for the best so far"
    if next != application {
      change.operations.insert(
        .update(from: .application(application), to: .application(next)), at: 0)
    }
    return change
  }

  /// An entry of the agenda is done, dropped, or moved to a day.
  public static func mark(
    _ entry: AgendaEntry, _ action: Mark.Action, until: Day? = nil, ids: inout IDSource,
    now: Moment
  ) -> Change {
    let mark = Mark(
      id: ids.draw(), application: entry.application, entry: entry.key, action: action,
      until: until, recorded: now)
    let title =
      switch action {
      case .done: "marked as done"
      case .moved: "moved to \(until?.short(today: now.day) ?? "later")"
      case .dropped: "taken off your to-do list"
      }
    return Change(title, [.insert(.mark(mark))])
  }

  /// What a captured note can become (A10).
  public enum Sorting: String, Hashable, Sendable, CaseIterable {
    case note, strength, weakness, turn
  }

  /// A captured note becomes part of an application: a note of it, a strength, a weakness, or a turn
  /// of its script. The time it was caught stays, so that what was fresh counts as fresh (A11).
  public static func sort(
    _ note: Note, _ sorting: Sorting, application: ID, mention: Mention = Mention(),
    position: Int = 0, ids: inout IDSource
  ) -> Change {
    switch sorting {
    case .note:
      var placed = note
      placed.application = application
      placed.kept = true
      return Change("note filed", [.update(from: .note(note), to: .note(placed))])
    case .strength, .weakness:
      let finding = Finding(
        id: ids.draw(), application: application,
        kind: sorting == .strength ? .strength : .weakness, recorded: note.recorded
      ) {
        $0.statement = mention.statement(note.text, at: application)
        $0.tier = .inference
      }
      return Change(
        "note turned into a \(sorting.rawValue)",
        [.delete(.note(note)), .insert(.finding(finding))])
    case .turn:
      let turn = Turn(id: ids.draw(), application: application, recorded: note.recorded) {
        $0.position = position
        $0.answer = note.text
      }
      return Change(
        "note turned into a question and answer", [.delete(.note(note)), .insert(.turn(turn))])
    }
  }
}
