import DebriefModel
import GRDB

// A change was made from what its author saw. Another process may have written since: what is
// carried out is the change as it fits what is there now, and what met is told.

extension Database {
  /// The operation as it can be carried out now, nil when nothing is left to do; and what of it met
  /// with a change from elsewhere.
  func settle(_ operation: Change.Operation) throws -> (Change.Operation?, [Meeting]) {
    let wanted = operation.entity
    let current = try load(wanted.kind, wanted.id)
    switch operation {
    case .insert:
      guard let current else { return try settleNew(wanted) }
      if current == wanted || current.isAgain(wanted) { return (nil, []) }
      // There is one profile, and both windows may have begun it.
      if case .profile = wanted {
        return laid(wanted, over: current, base: .profile(Profile()))
      }
      throw StoreError.refused(
        "There's already another \(wanted.kind.label) with the id \(wanted.id). Give it a new one."
      )
    case .update(let from, let to):
      guard let current else {
        // With an application all that belonged to it went; where the journal knew, it is back by now.
        let field = to.kind == .application ? Meeting.alone : ""
        return (.insert(to), [Meeting(to.kind, field: field, .cameBack)])
      }
      return current == from
        ? (from == to ? nil : operation, []) : laid(to, over: current, base: from)
    case .delete(let seen):
      guard let current else { return (nil, []) }
      let isNewer = !current.isAgain(seen) && !current.differsInPassing(from: seen)
      return (.delete(current), isNewer ? [Meeting(current.kind, .deletedNewer)] : [])
    }
  }

  /// Something new, where another window may have begun the same meanwhile: an answer to one question
  /// of one debrief is one answer, and of the open debriefs of an ending there is one.
  private func settleNew(_ entity: Entity) throws -> (Change.Operation?, [Meeting]) {
    switch entity {
    case .response(let it):
      let there = try all(
        Response.self, where: "application = ? AND debrief = ? AND item = ?",
        [.id(it.application), .id(it.debrief), .text(it.item)])
      guard var blank = there.last else { return (.insert(entity), []) }
      let theirs = blank
      (blank.value, blank.skipped) = ("", "")
      var ours = blank
      (ours.value, ours.skipped, ours.answered) = (it.value, it.skipped, it.answered)
      return laid(.response(ours), over: .response(theirs), base: .response(blank))
    case .debrief(let it) where it.isJustBegun:
      let there = try all(
        Debrief.self, where: "application = ? AND branch = ? AND closed IS NULL",
        [.id(it.application), .text(it.branch.rawValue)])
      let isBegun = there.contains { abs($0.started.seconds - it.started.seconds) < 86_400 }
      return (isBegun ? nil : .insert(entity), [])
    default: return (.insert(entity), [])
    }
  }

  /// What we changed, laid over what is there.
  private func laid(_ ours: Entity, over theirs: Entity, base: Entity) -> (
    Change.Operation?, [Meeting]
  ) {
    let (merged, meetings) = Entity.merge(base: base, ours: ours, theirs: theirs)
    return (merged == theirs ? nil : .update(from: theirs, to: merged), meetings)
  }

  /// The fact as it can stand behind those of its day. A ledger is read by day, then by when a fact
  /// was written down, to the second: of two in the same second the later one moves a second on, so
  /// that their order does not hang on ids and survives undo, export and import.
  func inTurn(_ event: Event) throws -> Event {
    let taken = try all(
      Event.self, where: "application = ? AND \"on\" = ?",
      [.id(event.application), .text(event.placedOn.description)])
    var event = event
    while taken.contains(where: { $0.recorded == event.recorded }) {
      event.recorded = event.recorded.adding(seconds: 1)
    }
    return event
  }
}

extension Entity {
  /// Whether it is another as it was stored: a fact may have moved on by seconds to stand in turn.
  fileprivate func isAgain(_ other: Entity) -> Bool {
    guard case .event(let mine) = self, case .event(var its) = other else { return self == other }
    its.recorded = mine.recorded
    return mine == its
  }

  /// Whether it differs only in what the program counts itself.
  fileprivate func differsInPassing(from other: Entity) -> Bool {
    guard case .debrief(let mine) = self, case .debrief(var its) = other else { return false }
    (its.done, its.total) = (mine.done, mine.total)
    return mine == its
  }
}

extension Debrief {
  /// Whether nothing is in it yet.
  fileprivate var isJustBegun: Bool {
    done == 0 && total == 0 && lesson.isEmpty && closed == nil && !resting
  }
}
