import DebriefModel
import GRDB

/// What a store and a folder make of each other.
public struct FolderMerge: Sendable {
  /// What both are to hold.
  public var stock: Stock
  /// What the store held, of which all was taken into account.
  public var held: [ThingName: JSONTree]
  /// What both changed.
  public var clashes: [ThreeWay.Clash]
  /// How many things of the store are new to the folder, or changed, or gone.
  public var sent = 0
  /// How many things of the folder are new to the store, or changed, or gone.
  public var arrived = 0
}

// A store keeps what it and a folder last agreed on: only against that can it be told who of two changed
// something, and what was deleted from what has not arrived yet. It lies in the table of places, changes in the
// transaction that takes something in, and holds no more than the things themselves.

extension Store {
  /// What an import from a folder is called in the journal.
  static let syncTitle = "sync"

  /// What this store and a folder would both hold. Nothing is written.
  ///
  /// - Parameters:
  ///   - theirs: What the folder holds, as far as it is known here.
  ///   - folder: The id of the folder.
  ///   - trusts: Whether what was agreed on last is still what the folder began from.
  ///   - day: The day, for what was deleted.
  public func merge(
    with theirs: Stock, folder: String, trusts: Bool = true, on day: Day
  ) throws -> FolderMerge {
    try read { try FolderMeeting($0, theirs, folder, trusts: trusts, on: day).merge }
  }

  /// Takes in what a folder holds, as one change that can be undone, and remembers what both now agree on.
  ///
  /// A private note of an application that goes stays out of sight, for undo to bring back.
  ///
  /// - Parameters:
  ///   - point: The commit at which the folder is; nil where that is not known.
  ///   - moment: When, for the journal.
  /// - Throws: ``StoreError/refused(_:)`` for something in the folder that can't be in a store.
  public func takeIn(
    _ theirs: Stock, folder: String, trusts: Bool = true, point: String? = nil, at moment: Moment
  ) throws -> FolderMerge {
    var entry: JournalNote?
    var isLarge = false
    let merge = try write { db in
      let meeting = try FolderMeeting(db, theirs, folder, trusts: trusts, on: moment.day)
      try meeting.judge()
      isLarge = meeting.operations.count > JournalEntry.size
      if isLarge {
        try db.carryOutMany(meeting, at: moment)
      } else {
        let change = Change(Store.syncTitle, meeting.operations)
        for operation in change.operations { try db.perform(operation, keepingNotes: true) }
        entry = try db.note(change, at: moment)
        try db.touch(change.recordedActivity)
        for id in change.ledgers { try db.copyLedger(of: id) }
      }
      try db.agree(on: meeting.agreed, folder, at: point)
      if isLarge { written.insert(try db.lastEntry() ?? 0) }
      return meeting.merge
    } stands: { db, _ in
      // To take in the same a second time changes nothing.
      try entry.map(db.holds) ?? !isLarge
    }
    if let entry { written.insert(entry.seq) }
    return merge
  }

  /// Remembers that a folder holds what this store held.
  ///
  /// - Parameters:
  ///   - rows: What the store held, see ``FolderMerge/held``.
  ///   - point: The commit at which the folder holds it; nil where that stays as it was.
  public func agree(
    on rows: [ThingName: JSONTree], folder: String, point: String? = nil
  ) throws {
    try write(nouns: false) { db in
      try db.agree(on: rows, folder, at: point)
    } stands: { _, _ in
      false  // Again, it changes nothing.
    }
  }

  /// Whether this store has ever agreed with a folder: then one that isn't there may be a slip of the fingers.
  public var knowsFolders: Bool { get throws { try !points.isEmpty } }

  /// The commits at which this store and the folders it knows last agreed, by the ids of the folders.
  public var points: [String: String] { get throws { try read { try $0.points() } } }

  /// The commit at which this store and a folder last agreed; nil where they never did, empty for a folder
  /// without commits.
  public func point(ofFolder folder: String) throws -> String? {
    try read { db in
      try db.first("SELECT value FROM place WHERE key = ?", .text(FolderKeys.point(folder))) {
        try $0.text()
      }
    }
  }
}

/// What a store and a folder come to.
private struct FolderMeeting {
  let merge: FolderMerge
  /// What both have of each other once the store has taken it in: all that the folder holds. What is new in the
  /// store isn't there before it's written.
  let agreed: [ThingName: JSONTree]
  /// What leads there.
  let operations: [Change.Operation]

  init(_ db: Database, _ theirs: Stock, _ folder: String, trusts: Bool, on day: Day) throws {
    var entities: [ThingName: Entity] = [:]
    var ours = Stock()
    for kind in Entity.Kind.allCases {
      try db.forEach(kind) { entity, _ in
        entities[ThingName(entity)] = entity
        try ours.add(entity)
      }
    }
    let base = trusts ? try db.agreed(folder) : [:]
    var there = theirs
    // What is missing without a word was not deleted: a file is lost, or the folder is an older one.
    for (name, row) in base where there.rows[name] == nil && there.gone[name] == nil {
      there.rows[name] = row == .null ? ours.rows[name] : row
    }
    let result = ThreeWay(base: base, ours: ours, theirs: there, today: day.description)
    var after = result.stock.rows.filter { $0.key.known != nil }
    after = after.filter { name, row in
      guard name.known != .application, let owner = Stock.owner(name, row) else { return true }
      return after[ThingName(Entity.Kind.application.rawValue, owner)] != nil
    }
    var merge = FolderMerge(stock: result.stock, held: ours.rows, clashes: result.clashes)
    let wanted = result.stock.rows
    merge.sent =
      wanted.count { theirs.rows[$0.key] != $0.value }
      + theirs.rows.keys.count { wanted[$0] == nil }
    agreed = there.rows.reduce(into: [:]) { agreed, it in
      let (name, row) = it
      let isGone = base[name] != nil && ours.rows[name] == nil
      guard name.known != nil, isGone || after[name] != nil else { return }
      // Of what was purged only that it was there is known.
      let isForgotten = base[name] == .null && (isGone || theirs.rows[name] == nil)
      agreed[name] = isForgotten ? .null : row
    }
    operations = try FolderMeeting.operations(from: entities, ours.rows, to: after)
    merge.arrived = Set(operations.map { ThingName($0.entity) }).count
    self.merge = merge
  }

  /// What leads from one state of a store to another: owners before what belongs to them, and what goes last.
  private static func operations(
    from entities: [ThingName: Entity], _ before: [ThingName: JSONTree],
    to after: [ThingName: JSONTree]
  ) throws -> [Change.Operation] {
    var operations: [Change.Operation] = []
    let kinds = Dictionary(grouping: after.keys.filter { before[$0] != after[$0] }, by: \.kind)
    for kind in Entity.Kind.allCases {
      for name in (kinds[kind.rawValue] ?? []).sorted() {
        guard let row = after[name] else { continue }
        let entity = try Entity(kind, row)
        guard let old = entities[name] else {
          operations.append(.insert(entity))
          continue
        }
        // What is sealed is not changed: it gives way.
        operations +=
          kind == .forecast
          ? [.delete(old), .insert(entity)] : [.update(from: old, to: entity)]
      }
    }
    for kind in Entity.Kind.allCases.reversed() {
      for (name, entity) in entities.sorted(by: { $0.key < $1.key })
      where name.kind == kind.rawValue && after[name] == nil {
        operations.append(.delete(entity))
      }
    }
    return operations
  }

  /// Refuses what can't be in a store.
  func judge() throws {
    for operation in operations {
      if case .delete = operation { continue }
      let it = operation.entity
      if let fault = it.dateFault ?? Change("", [.insert(it)]).damage {
        throw StoreError.refused(
          "In the folder, the \(it.kind.label) with the id \(it.id): \(fault)")
      }
    }
  }
}

extension Database {
  /// Carries out very much at once, with its trace in the journal in parts.
  fileprivate func carryOutMany(_ meeting: FolderMeeting, at moment: Moment) throws {
    var insertion = BulkInsertion(self)
    var journal = JournalEntry(self, Store.syncTitle, at: moment)
    for operation in meeting.operations {
      if case .insert(let entity) = operation, meeting.merge.held[ThingName(entity)] == nil {
        let arrival = Store.Arrival(entity)
        try insertion.insert(arrival)
        try journal.added(entity, arrival.fingerprint)
      } else {
        try perform(operation, keepingNotes: true)
        insertion.touch(operation.entity)
        try journal.changed(operation)
      }
    }
    try journal.flush()
    try insertion.finish()
  }
}
