import DebriefModel
import GRDB

// Very many things at once: rows first, as they come; then the search and the list, in the order in
// which these are cheap to write. An index of words takes texts in ascending order at no cost and
// begins anew with each that is not; and to add to a page that was just written beats to look for one.

/// Adds very many things in a transaction. Nothing of it is complete before ``finish(at:)``.
struct BulkInsertion {
  private let db: Database
  private var trail = Trail()
  private var activity: [ID: Int] = [:]
  private var ledgers: Set<ID> = []

  init(_ db: Database) { self.db = db }

  /// Puts a row into its table.
  mutating func insert(_ entity: Entity, _ values: [Binding]) throws {
    try db.insertRow(entity.kind, values)
    remember(entity)
    touch(entity)
  }

  /// Has a thing searched that lies in its table already.
  mutating func remember(_ entity: Entity) {
    if entity.passageOrBlank != nil { trail.append(entity) }
  }

  /// Has the row of an application in the list follow what changed.
  mutating func touch(_ entity: Entity) {
    guard let id = entity.application else { return }
    if let seconds = entity.moment?.seconds {
      activity[id] = max(activity[id] ?? seconds, seconds)
    }
    if entity.kind.isInLedger { ledgers.insert(id) }
  }

  /// Completes the search and the list.
  ///
  /// - Parameter seconds: When the applications were touched; without it, at the latest moment that is
  ///   written in what was added.
  /// - Returns: How many things are found by the search now that were not.
  @discardableResult
  mutating func finish(at seconds: Int? = nil) throws -> Int {
    // Oldest first, so that a search finds the newest first.
    trail.sort()
    let db = db
    try trail.forEach { kind, id in
      if let entity = try db.load(kind, id) { try db.keep(entity) }
    }
    for id in activity.keys.sorted() {
      if let moment = seconds ?? activity[id] { try db.touch([id: moment]) }
    }
    for id in ledgers.sorted() { try db.copyLedger(of: id) }
    return trail.count
  }
}

/// Takes very many things away in a transaction. Nothing of it is complete before ``finish()``.
struct BulkDeletion {
  private let db: Database
  private var numbers: [Int] = []
  private var ledgers: Set<ID> = []

  init(_ db: Database) { self.db = db }

  /// Takes a row out of its table. A private note of an application stays, out of sight.
  mutating func delete(_ entity: Entity) throws {
    try db.deleteRow(entity)
    if let number = try db.passageNumber(entity.kind, entity.id) { numbers.append(number) }
    if case .application(let it) = entity {
      try db.run("DELETE FROM shelf WHERE application = ?", .id(it.id))
    } else if entity.kind.isInLedger, let id = entity.application {
      ledgers.insert(id)
    }
  }

  /// Completes the search and the list.
  mutating func finish() throws {
    numbers.sort()
    let all = try db.first("SELECT count(*) FROM passage") { try $0.number() } ?? 0
    if numbers.count > all / 2 {
      // To read what stays takes less than to take out what goes.
      for number in numbers { try db.run("DELETE FROM passage WHERE number = ?", .number(number)) }
      try db.rebuildWords()
    } else {
      for number in numbers { try db.removePassage(number) }
    }
    for id in ledgers.sorted() { try db.copyLedger(of: id) }
  }
}

extension Entity.Kind {
  /// Whether the row of an application in the list is worked out from it.
  var isInLedger: Bool {
    switch self {
    case .application, .event, .interview, .debrief: true
    default: false
    }
  }
}
