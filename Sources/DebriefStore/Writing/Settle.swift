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
        return try laid(wanted, over: current, base: .profile(Profile()))
      }
      throw StoreError.refused(
        "There's already another \(wanted.kind.rawValue) with the id \(wanted.id). Give it a new one."
      )
    case .update(let from, let to):
      guard let current else {
        // With an application all that belonged to it went; where the journal knew, it is back by now.
        let field = to.kind == .application ? Meeting.alone : ""
        return (.insert(to), [Meeting(to.kind, field: field, .cameBack)])
      }
      return current == from
        ? (from == to ? nil : operation, []) : try laid(to, over: current, base: from)
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
        Response.self, .response, where: "application = ? AND debrief = ? AND item = ?",
        [.id(it.application), .id(it.debrief), .text(it.item)])
      guard var blank = there.last else { return (.insert(entity), []) }
      let theirs = blank
      (blank.value, blank.skipped) = ("", "")
      var ours = blank
      (ours.value, ours.skipped, ours.answered) = (it.value, it.skipped, it.answered)
      return try laid(.response(ours), over: .response(theirs), base: .response(blank))
    case .debrief(let it) where it.isJustBegun:
      let there = try all(
        Debrief.self, .debrief, where: "application = ? AND branch = ? AND closed IS NULL",
        [.id(it.application), .text(it.branch.rawValue)])
      let isBegun = there.contains { abs($0.started.seconds - it.started.seconds) < 86_400 }
      return (isBegun ? nil : .insert(entity), [])
    default: return (.insert(entity), [])
    }
  }

  /// What we changed, laid over what is there.
  private func laid(_ ours: Entity, over theirs: Entity, base: Entity) throws -> (
    Change.Operation?, [Meeting]
  ) {
    let (merged, meetings) = try Entity.merge(base: base, ours: ours, theirs: theirs)
    return (merged == theirs ? nil : .update(from: theirs, to: merged), meetings)
  }

  /// The fact as it can stand behind those of its day. A ledger is read by day, then by when a fact
  /// was written down, to the second: of two in the same second the later one moves a second on, so
  /// that their order does not hang on ids and survives undo, export and import.
  func inTurn(_ event: Event) throws -> Event {
    let taken = try all(
      Event.self, .event, where: "application = ? AND \"on\" = ?",
      [.id(event.application), .text(event.on.description)])
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

  /// Lays what we changed (`base` to `ours`) over what is there (`theirs`). When both changed the
  /// same words, both are kept; of anything else ours stands. What both changed is told.
  static func merge(base: Entity, ours: Entity, theirs: Entity) throws -> (Entity, [Meeting]) {
    try merge(ours.kind.type, base, ours, theirs)
  }

  private static func merge<T: Stored>(
    _ type: T.Type, _ base: Entity, _ ours: Entity, _ theirs: Entity
  ) throws -> (Entity, [Meeting]) {
    let before = try base.stored.databaseDictionary
    let wanted = try ours.stored.databaseDictionary
    var result = try theirs.stored.databaseDictionary
    var meetings: [Meeting] = []
    for column in T.columns where wanted[column] != before[column] {
      let there = result[column]
      if there == before[column] || there == wanted[column] {
        result[column] = wanted[column]
      } else if let text = T.both(
        column, base: before[column].typed, ours: wanted[column].typed, theirs: there.typed)
      {
        let (ourText, theirText) = (wanted[column].typed, there.typed)
        result[column] = text == ourText ? wanted[column] : text.databaseValue
        if text == theirText, ourText.isEmpty {
          meetings.append(Meeting(ours.kind, field: column, .theirs))
        } else if text != ourText, text != theirText {
          meetings.append(Meeting(ours.kind, field: column, .both))
        }
      } else if T.counted.contains(column), let a = before[column].counted,
        let b = wanted[column].counted, let c = there.counted
      {
        result[column] = (c + b - a).databaseValue
      } else {
        result[column] = wanted[column]
        if !T.passing.contains(column) {
          meetings.append(Meeting(ours.kind, field: column, .ours))
        }
      }
    }
    let merged = try T(row: Row(result)).entity
    return merged.lists(base: base, ours: ours, theirs: theirs, &meetings)
  }

  /// Of lists that both changed, what either added is there and what we took out is gone.
  private func lists(
    base: Entity, ours: Entity, theirs: Entity, _ meetings: inout [Meeting]
  ) -> (Entity, [Meeting]) {
    func met(_ field: String) -> Bool {
      guard let at = meetings.firstIndex(where: { $0.field == field }) else { return false }
      meetings.remove(at: at)
      return true
    }
    switch (self, base, ours, theirs) {
    case (.interview(var it), .interview(let base), .interview(let ours), .interview(let theirs))
    where met("people"):
      it.people = Entity.joined(base.people, ours.people, theirs.people)
      return (.interview(it), meetings)
    case (.turn(var it), .turn(let base), .turn(let ours), .turn(let theirs)) where met("parts"):
      it.parts = Entity.joined(base.parts, ours.parts, theirs.parts)
      return (.turn(it), meetings)
    case (.feedback(var it), .feedback(let base), .feedback(let ours), .feedback(let theirs))
    where met("three"):
      it.three = (0..<max(ours.three.count, theirs.three.count)).map { n in
        Feedback.Thing.merged(
          base: base.three.at(n), ours: ours.three.at(n), theirs: theirs.three.at(n))
      }
      meetings.append(Meeting(.feedback, field: "three", .both))
      return (.feedback(it), meetings)
    default: return (self, meetings)
    }
  }

  private static func joined<T: Equatable>(_ base: [T], _ ours: [T], _ theirs: [T]) -> [T] {
    let gone = base.filter { !ours.contains($0) }
    let kept = theirs.filter { !gone.contains($0) }
    return kept + ours.filter { !base.contains($0) && !kept.contains($0) }
  }
}

extension Debrief {
  /// Whether nothing is in it yet.
  fileprivate var isJustBegun: Bool {
    done == 0 && total == 0 && lesson.isEmpty && closed == nil && !resting
  }
}

extension Array {
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension Feedback.Thing {
  /// One of the three things, where both changed it: they stand in their places, so that the third
  /// stays the last.
  fileprivate static func merged(
    base: Feedback.Thing?, ours: Feedback.Thing?, theirs: Feedback.Thing?
  ) -> Feedback.Thing {
    guard let ours else { return theirs ?? Feedback.Thing("") }
    guard let theirs else { return ours }
    let base = base ?? Feedback.Thing("")
    var it = ours == base ? theirs : ours
    it.text = BothTexts.merged(
      base: base.text, ours: ours.text, theirs: theirs.text, inLine: true)
    let example = BothTexts.merged(
      base: base.example ?? "", ours: ours.example ?? "", theirs: theirs.example ?? "",
      inLine: true)
    it.example = example.isEmpty ? nil : example
    if ours.reason == base.reason { it.reason = theirs.reason }
    if ours.gap == base.gap { it.gap = theirs.gap }
    if ours.proof == base.proof { it.proof = theirs.proof }
    return it
  }
}

extension DatabaseValue? {
  /// A text as it was typed; nothing typed is an empty one.
  fileprivate var typed: String {
    if case .string(let text)? = self?.storage { text } else { "" }
  }

  fileprivate var counted: Int? {
    if case .int64(let number)? = self?.storage { Int(number) } else { nil }
  }
}
