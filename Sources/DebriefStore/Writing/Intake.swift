import DebriefModel
import GRDB

extension Store {
  /// Brings in things that this store does not hold, as one change that can be undone. Nothing is
  /// deleted. What is different here and there stays as it is here, unless `takeTheirs`; words of
  /// feedback stay in any case. To bring in the same a second time changes nothing.
  ///
  /// However many there are, little of them is in memory: each is given, written and let go of.
  ///
  /// - Parameters:
  ///   - dryRun: Only say what would be done; nothing is written, and no lock is held against others.
  ///   - moment: When, for the journal.
  ///   - isCancelled: Asked now and then; once it says so, nothing is kept and
  ///     ``StoreError/stopped`` is thrown.
  ///   - finishing: Told now and then, once all things are there, which share of the rest is done, 0 to 1.
  ///   - feed: Gives the things, one after another, in any order; when it throws, nothing is kept.
  /// - Throws: ``StoreError``, and what `feed` throws.
  @discardableResult
  public func intake(
    dryRun: Bool = false, takeTheirs: Bool = false, at moment: Moment,
    isCancelled: (() -> Bool)? = nil, finishing: ((Double) -> Void)? = nil,
    _ feed: (_ take: (Arrival) throws -> Void) throws -> Void
  ) throws -> MergeReport {
    var fed: (any Error)?
    func work(_ db: Database) throws -> MergeReport {
      let intake = Intake(db, dryRun: dryRun, takeTheirs: takeTheirs, at: moment)
      do {
        try feed { arrival in
          if isCancelled?() == true { throw StoreError.stopped }
          try guarding { try intake.take(arrival) }
        }
      } catch {
        fed = error
        throw error
      }
      return try db.stoppable(isCancelled) { try intake.finish(finishing) }
    }
    do {
      if dryRun { return try read(work) }
      var entry: Int?
      let report = try write { db in
        let report = try work(db)
        if !report.changesNothing { entry = try db.lastEntry() }
        return report
      } stands: { db, _ in
        // A second import of the same changes nothing: another's in its place is as good.
        try entry.map { try db.title(of: $0) == "import" } ?? true
      }
      if let entry { written.insert(entry) }
      return report
    } catch { throw fed ?? error }
  }
}

/// What is brought in, looked at and written one after another.
private final class Intake {
  private let db: Database
  private let dryRun: Bool
  private let takeTheirs: Bool
  private var report = MergeReport()
  private var insertion: BulkInsertion
  private var journal: JournalEntry
  /// What came already, as numbers: a thing may come twice, two different ones under one name may not.
  private var seen: [Int: UInt32] = [:]
  /// Applications that are known to be there.
  private var owners: Set<Int> = []
  /// How many things wait for applications that did not come yet.
  private var waiting: [Int: Int] = [:]

  init(_ db: Database, dryRun: Bool, takeTheirs: Bool, at moment: Moment) {
    self.db = db
    self.dryRun = dryRun
    self.takeTheirs = takeTheirs
    insertion = BulkInsertion(db)
    journal = JournalEntry(db, "import", at: moment)
  }

  func take(_ arrival: Store.Arrival) throws {
    let entity = arrival.entity
    let kind = entity.kind
    if entity.id.text.isEmpty {
      throw StoreError.refused("In the export, something has no id: \(kind.label).")
    }
    if let fault = arrival.dateFault { throw refusal(entity, fault) }
    if let column = Entity.overlongColumn(kind, arrival.values) {
      throw refusal(
        entity,
        "its \(column) is longer than \(TextLimit.words), so nothing was imported. Shorten it.")
    }
    let before = seen.updateValue(arrival.digest, forKey: number(kind, entity.id))
    if let before, arrival.old == nil {
      if before == arrival.digest { return }
      throw StoreError.refused(
        "The export uses \(kind.label) \(entity.id.short) for two different things, so nothing "
          + "was imported. Give one of them another id.")
    }
    try own(entity)
    guard try !insertion.beganEmpty(kind), let current = try db.load(kind, entity.id) else {
      return try add(arrival)
    }
    if current == entity {
      report.unchanged[kind, default: 0] += 1
      return
    }
    let takes = (takeTheirs || arrival.old == current) && current.accepts(entity)
    if takes { try overwrite(current, with: entity) }
    if takes, arrival.old != nil { return }
    report.conflicts.append(.init(kind: kind, id: entity.id, tookTheirs: takes))
  }

  func finish(_ told: ((Double) -> Void)?) throws -> MergeReport {
    let orphans = waiting.values.reduce(0, +)
    if orphans > 0 {
      throw StoreError.refused(
        "\(orphans == 1 ? "1 thing" : "\(orphans) things") in the export "
          + "\(orphans == 1 ? "belongs" : "belong") to applications that aren't in it or here, "
          + "so nothing was imported.")
    }
    // What is not needed any more makes room for what follows.
    (seen, owners) = ([:], [])
    if !dryRun {
      try journal.flush()
      try insertion.finish(told: told)
    }
    return report
  }

  private func add(_ arrival: Store.Arrival) throws {
    let entity = arrival.entity
    report.added[entity.kind, default: 0] += 1
    if let fault = Change("", [.insert(entity)]).damage { throw refusal(entity, fault) }
    if dryRun { return }
    try insertion.insert(arrival)
    try journal.added(entity, arrival.fingerprint)
  }

  private func overwrite(_ current: Entity, with entity: Entity) throws {
    report.updated[entity.kind, default: 0] += 1
    let operation = Change.Operation.update(from: current, to: entity)
    if let fault = Change("", [operation]).damage { throw refusal(entity, fault) }
    if dryRun { return }
    try db.perform(operation)
    insertion.touch(entity)
    try journal.updated(current, entity)
  }

  /// Looks for the application of a thing.
  private func own(_ entity: Entity) throws {
    guard let owner = entity.application else { return }
    let name = number(.application, owner)
    if entity.kind == .application {
      owners.insert(name)
      waiting[name] = nil
    } else if !owners.contains(name) {
      if waiting[name] == nil, try db.load(.application, owner) != nil {
        owners.insert(name)
      } else {
        waiting[name, default: 0] += 1
      }
    }
  }

  private func refusal(_ entity: Entity, _ fault: String) -> StoreError {
    .refused("The \(entity.kind.label) with the id \(entity.id): \(fault)")
  }

  private func number(_ kind: Entity.Kind, _ id: ID) -> Int {
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(id)
    return hasher.finalize()
  }
}

extension Entity {
  /// Whether it may be overwritten by another version of it.
  fileprivate func accepts(_ other: Entity) -> Bool {
    if case (.feedback(let mine), .feedback(let theirs)) = (self, other) {
      return mine.accepts(theirs)
    }
    // What is sealed stays, whoever brings another.
    if case .forecast = self { return false }
    return true
  }
}
