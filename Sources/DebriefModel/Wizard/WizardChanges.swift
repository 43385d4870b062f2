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
    return Change(skipped.isEmpty ? "answer saved" : "question skipped", operations)
  }

  /// What the earlier answer suggested, was taken over unchanged, and does not follow any more: an
  /// answer that was corrected leaves no fact behind.
  private func outlived(_ entry: Entry, by response: Response) -> [Change.Operation] {
    guard let old = entry.response, old.value != response.value else { return [] }
    let before = entry.item.suggests.map { Wizard.fill($0, old.value) }
    let now =
      response.isSkipped
      ? []
      : entry.item.suggests.filter { facts.holds($0.when, answer: response.value) }
        .map { Wizard.fill($0, response.value) }
    return dossier.findings.filter {
      $0.evidence == Evidence(.response, old.id) && before.contains($0.statement)
        && !now.contains($0.statement)
    }.map { .delete(.finding($0)) }
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
    let isNew = item.required && !entries.contains { $0.item.id == item.id && $0.isDone }
    next.done = done + (isNew ? 1 : 0)
    next.total = total
    if !response.isSkipped {
      switch item.binds {
      case .lesson: next.lesson = value
      case .refusalWords:
        if let old = dossier.events.last(where: { $0.kind == .refused }), old.words != value {
          var event = old
          event.words = value
          operations.append(.update(from: .event(old), to: .event(event)))
        }
      case .finalists:
        var application = dossier.application
        application.finalists = Int(value)
        if application != dossier.application {
          operations.append(
            .update(from: .application(dossier.application), to: .application(application)))
        }
      case .silence:
        if value == "yes", !dossier.events.contains(where: { $0.kind == .silent }) {
          // The response's own id, turned round: one fact for one answer, however often it is given.
          let id = ID(String(response.id.text.reversed()))
          let event = Event(
            id: id, application: debrief.application, kind: .silent, on: response.answered.day,
            recorded: response.answered)
          operations.append(.insert(.event(event)))
        }
      case nil: break
      }
    }
    if next != debrief {
      operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    }
    return operations
  }

  /// Takes a suggestion over as a finding that points at the answer.
  public func accept(_ suggestion: Suggestion, of entry: Entry, id: ID, now: Moment) -> Change? {
    guard let response = entry.response else { return nil }
    let finding = Finding(
      id: id, application: debrief.application, kind: suggestion.finding, recorded: now
    ) {
      $0.statement = Wizard.fill(suggestion, response.value)
      $0.phase = entry.item.phase ?? .during
      $0.area = suggestion.area
      $0.reason = suggestion.reason
      $0.weight = suggestion.weight
      $0.tier = suggestion.tier
      $0.evidence = Evidence(.response, response.id)
    }
    return Change("\(suggestion.finding.rawValue) added", [.insert(.finding(finding))])
  }

  /// Asks only for what fades now, or goes on with the whole. Rest comes back into view the next day.
  public func rest(_ resting: Bool, ids: inout IDSource, now: Moment) -> Change {
    var next = debrief
    next.resting = resting
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
