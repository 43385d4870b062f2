/// What the user does in the wizard, as changes.
extension Wizard {
  /// Saves an answer; an empty `value` with `skipped` passes the item over. The response keeps its
  /// id when an answer is given anew, so that findings go on pointing at it.
  public func answer(
    _ entry: Entry, value: String, skipped: String = "", id: ID, now: Moment
  ) -> Change {
    var operations: [Change.Operation] = []
    var response =
      entry.response
      ?? Response(
        id: id, application: debrief.application, debrief: debrief.id, item: entry.item.id,
        answered: now)
    response.value = value
    response.skipped = skipped
    response.answered = now
    if let old = entry.response {
      operations.append(.update(from: .response(old), to: .response(response)))
    } else {
      operations.append(.insert(.response(response)))
    }
    operations += bound(entry.item, value, response: response)
    operations += outlived(entry, by: response)
    operations += comesBack(entry.item, response)
    return Change(skipped.isEmpty ? "answer saved" : "question skipped", operations)
  }

  /// What is to be done on the day that was answered comes back on that day, moves with the answer, and goes
  /// with it (A72, A93): a note of its own, or what the agenda says of the day one picked to write again.
  private func comesBack(_ item: Item, _ response: Response) -> [Change.Operation] {
    let day = response.isSkipped ? nil : Day(iso: response.value)
    if item.id == NamedDay.pickedItem {
      return moved("warm/\(response.id)", response.twin, to: day, response)
    }
    // The day to look for a reply is that of the request; where none waits, it has an entry of its own.
    let isParked = item.id == NamedDay.parkedItem && !dossier.feedback.contains(where: \.isWaiting)
    guard let what = item.due ?? (isParked ? "check whether they've replied" : nil) else {
      return []
    }
    let id = response.twin
    let old = dossier.notes.first { $0.id == id }
    let marks = moved("next/\(id)", response.otherTwin, to: day, response)
    guard day != nil else { return marks + (old.map { [.delete(.note($0))] } ?? []) }
    if old != nil { return marks }
    let note = Note(id: id, recorded: response.answered) {
      $0.application = debrief.application
      $0.kept = true
      $0.text = what
    }
    return [.insert(.note(note))] + marks
  }

  /// The mark that brings an entry of the agenda back on a day; without a day all that was done with it goes.
  private func moved(
    _ entry: String, _ id: ID, to day: Day?, _ response: Response
  ) -> [Change.Operation] {
    guard let day else {
      return dossier.marks.filter { $0.entry == entry }.map { .delete(.mark($0)) }
    }
    let mark = Mark(
      id: id, application: debrief.application, entry: entry, action: .moved, until: day,
      recorded: response.answered)
    guard let old = dossier.marks.first(where: { $0.id == id }) else {
      return [.insert(.mark(mark))]
    }
    return old == mark ? [] : [.update(from: .mark(old), to: .mark(mark))]
  }

  /// What the earlier answer suggested, was taken over unchanged, and does not follow any more: an
  /// answer that was corrected leaves no fact behind.
  private func outlived(_ entry: Entry, by response: Response) -> [Change.Operation] {
    guard let old = entry.response, old.value != response.value else { return [] }
    let before = Wizard.suggestions(entry.item, old.value).map { Wizard.fill($0, old.value) }
    let now =
      response.isSkipped
      ? []
      : Wizard.suggestions(entry.item, response.value)
        .filter { facts.holds($0.when, answer: response.value) }
        .map { Wizard.fill($0, response.value) }
    let findings = dossier.findings.filter {
      ($0.evidence == Evidence(.response, old.id) || $0.evidence?.kind == .turn)
        && before.contains($0.statement) && !now.contains($0.statement)
    }
    let changes = dossier.improvements.filter {
      $0.debrief == debrief.id && $0.state == .open && before.contains($0.what)
        && !now.contains($0.what)
    }
    return findings.map { .delete(.finding($0)) } + changes.map { .delete(.improvement($0)) }
  }

  /// Opens a closed debrief again.
  public func reopen() -> Change {
    var next = debrief
    next.closed = nil
    return Change("debrief reopened", [.update(from: .debrief(debrief), to: .debrief(next))])
  }

  /// The copies of an answer that live elsewhere, and the debrief's own progress.
  private func bound(_ item: Item, _ value: String, response: Response) -> [Change.Operation] {
    var operations: [Change.Operation] = []
    var next = debrief
    count(&next, with: response, now: response.answered)
    if !response.isSkipped {
      switch item.binds {
      case .lesson: next.lesson = value
      case .refusalWords, .acceptedWords:
        if let old = dossier.events.last(where: { $0.kind == item.binds?.event }),
          old.words != value
        {
          var event = old
          event.words = value
          operations.append(.update(from: .event(old), to: .event(event)))
        }
      case .finalists, .picked:
        var application = dossier.application
        if item.binds == .picked {
          application.picked = value == "chosen"
        } else {
          application.finalists = Int(value)
        }
        if application != dossier.application {
          operations.append(
            .update(from: .application(dossier.application), to: .application(application)))
        }
      case .counter: operations += counters(value)
      case .silence:
        if value == "yes", !dossier.events.contains(where: { $0.kind == .silent }) {
          let event = Event(
            id: response.twin, application: debrief.application, kind: .silent,
            on: response.answered.day,
            recorded: response.answered)
          operations.append(.insert(.event(event)))
        }
      case .turn:
        let id = response.twin
        if let old = dossier.turns.first(where: { $0.id == id }) {
          var turn = old
          turn.question = value
          operations.append(.update(from: .turn(old), to: .turn(turn)))
        } else if !value.isEmpty {
          let made = add([Transcript.Turn(value, "")], ids: [id], now: response.answered)
          operations += made.operations
        }
      case .ending:
        guard
          let round = dossier.interviews.last(where: { held in
            [.held, .undated].contains(dossier.standing(held, now: response.answered))
          })
        else { break }
        let before = dossier.responses.first { $0.id == response.id }?.value ?? ""
        var next = round
        // The line of the earlier answer gives way; all else that was noted stays as it was typed.
        var lines =
          round.notes.isEmpty
          ? []
          : round.notes.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if !before.isEmpty, let at = lines.firstIndex(of: before) { lines.remove(at: at) }
        if !value.isEmpty { lines.append(value) }
        next.notes = lines.joined(separator: "\n")
        if next != round {
          operations.append(.update(from: .interview(round), to: .interview(next)))
        }
      case nil: break
      }
    }
    if next != debrief {
      operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    }
    return operations
  }

  /// Takes a suggestion over: as a finding that points at the answer, as a change to try, as something to
  /// learn by the date the answer names, or as something to do tomorrow.
  public func accept(
    _ suggestion: Suggestion, of entry: Entry, ids: inout IDSource, now: Moment
  ) -> Change? {
    guard let response = entry.response else { return nil }
    let statement = Wizard.fill(suggestion, response.value)
    if suggestion.makes == .next {
      return Recipe.next(
        statement, on: now.day.adding(days: 1), application: debrief.application, ids: &ids,
        now: now)
    }
    let id = ids.draw()
    guard let kind = suggestion.finding else {
      let it = Improvement(id: id, application: debrief.application, recorded: now) {
        $0.debrief = debrief.id
        $0.what = statement
        if let area = suggestion.area { $0.area = area }
        if suggestion.makes == .learning {
          $0.learning = true
          $0.by = Wizard.named(in: response.value, now: now)
        }
      }
      return Change(
        it.isLearning ? "something to learn added" : "change to try added",
        [.insert(.improvement(it))])
    }
    let finding = Finding(
      id: id, application: debrief.application, kind: kind, recorded: now
    ) {
      $0.statement = statement
      $0.phase = entry.item.phase ?? .during
      $0.area = suggestion.area
      $0.reason = suggestion.reason
      $0.weight = suggestion.weight
      $0.tier = suggestion.tier
      $0.evidence = Evidence(.response, response.id)
    }
    return Change("\(kind.rawValue) added", [.insert(.finding(finding))])
  }

  /// The day that a sentence names at its end: `Kafka, by 3 Apr`.
  private static func named(in text: String, now: Moment) -> Day? {
    let reader = DateWords(now: now, direction: .future, isProse: true)
    let words = text.split(separator: " ")
    for count in stride(from: min(4, words.count), to: 0, by: -1) {
      let end = words.suffix(count).joined(separator: " ")
      guard let day = reader.day(end.trimmed), day > now.day else { continue }
      return day
    }
    return nil
  }

  /// Asks only for what fades now, or goes on with the whole. Rest comes back into view the next day.
  public func rest(_ resting: Bool, ids: inout IDSource, now: Moment) -> Change {
    var next = debrief
    next.resting = resting
    // Nothing is counted before the first answer.
    if next.total > 0 { count(&next, now: now) }
    var change = Change(
      resting ? "debrief paused" : "debrief continued",
      [.update(from: .debrief(debrief), to: .debrief(next))])
    if resting {
      let mark = Mark(
        id: ids.draw(), application: debrief.application, entry: "rest/\(debrief.id)",
        action: .moved, until: now.day.adding(days: 1), recorded: now)
      change.operations.append(.insert(.mark(mark)))
    }
    return change
  }

  /// Where nothing of the talk is left to write down: the agenda stops asking for it.
  public func unwritten(
    _ entry: Entry, ids: inout IDSource, now: Moment
  ) -> [Change.Operation] {
    guard entry.item.kind == .task(.turns), dossier.turns.isEmpty else { return [] }
    return dossier.held(now: now).compactMap { round in
      let key = "capture/\(round.id)"
      if dossier.marks.contains(where: { $0.entry == key && $0.action == .done }) { return nil }
      let mark = Mark(
        id: ids.draw(), application: debrief.application, entry: key, action: .done, recorded: now)
      return .insert(.mark(mark))
    }
  }

  /// Finishes the debrief. What is still open stays open; nothing refuses it.
  public func close(_ entry: Entry, id: ID, event: ID, now: Moment) -> Change {
    var change = answer(entry, value: "closed", id: id, now: now)
    var next = debrief
    for case .update(_, .debrief(let updated)) in change.operations { next = updated }
    change.operations.removeAll { if case .update(.debrief, _) = $0 { true } else { false } }
    next.closed = now
    next.resting = false
    count(&next, with: change.response, now: now)
    change.operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    change.operations.append(
      .insert(
        .event(
          Event(
            id: event, application: debrief.application, kind: .debriefClosed, on: now.day,
            recorded: now))))
    change.title = "debrief finished"
    return change
  }
}

extension Change {
  /// The answer in it, if it has one.
  var response: Response? {
    for operation in operations {
      switch operation {
      case .insert(.response(let it)), .update(_, .response(let it)): return it
      default: continue
      }
    }
    return nil
  }
}

extension Response {
  /// An id that follows from its own: one fact for one answer, however often it is given.
  fileprivate var twin: ID { ID(String(id.text.reversed())) }
  /// A second one, for what goes along with that fact.
  fileprivate var otherTwin: ID {
    let text = id.text
    return ID(String(text.dropFirst(text.count / 2) + text.prefix(text.count / 2)))
  }
}
