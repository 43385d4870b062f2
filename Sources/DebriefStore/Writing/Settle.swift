import DebriefModel
import GRDB

// A change was made from what its author saw. Another process may have written since: what is
// carried out is the change as it fits what is there now.

extension Database {
  /// The operation as it can be carried out now; nil when nothing is left to do.
  func settle(_ operation: Change.Operation) throws -> Change.Operation? {
    let wanted = operation.entity
    let current = try load(wanted.kind, wanted.id)
    switch operation {
    case .insert:
      guard let current else { return operation }
      if current == wanted { return nil }
      throw StoreError.refused(
        "There is another \(wanted.kind.rawValue) with the id \(wanted.id): give it a new one.")
    case .update(let from, let to):
      guard let current else { return .insert(to) }
      let merged = current == from ? to : try Entity.merge(base: from, ours: to, theirs: current)
      return merged == current ? nil : .update(from: current, to: merged)
    case .delete:
      return current.map { .delete($0) }
    }
  }
}

extension Database {
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
  /// Lays what we changed (`base` to `ours`) over what is there (`theirs`). When both changed the
  /// same words, both are kept; of anything else ours stands.
  static func merge(base: Entity, ours: Entity, theirs: Entity) throws -> Entity {
    try merge(ours.kind.type, base, ours, theirs)
  }

  private static func merge<T: Stored>(
    _ type: T.Type, _ base: Entity, _ ours: Entity, _ theirs: Entity
  ) throws -> Entity {
    let before = try base.stored.databaseDictionary
    let wanted = try ours.stored.databaseDictionary
    var result = try theirs.stored.databaseDictionary
    for column in T.columns where wanted[column] != before[column] {
      let there = result[column]
      if there != before[column], case .string(let a)? = there?.storage,
        case .string(let b)? = wanted[column]?.storage, T.keepsBoth(column, a, b)
      {
        result[column] = both(a, b).databaseValue
      } else {
        result[column] = wanted[column]
      }
    }
    return try T(row: Row(result)).entity
  }

  /// Two versions of a text in one; just one of them when it holds the other.
  private static func both(_ theirs: String, _ ours: String) -> String {
    if ours.hasPrefix(theirs) || theirs.isEmpty { return ours }
    if theirs.hasPrefix(ours) || theirs.hasSuffix("\n— also: " + ours) { return theirs }
    return theirs + "\n— also: " + ours
  }
}
