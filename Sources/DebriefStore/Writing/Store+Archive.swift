import DebriefModel
import GRDB

extension Store {
  /// Everything in the store, in the order of ids.
  public func archive() throws -> Archive {
    try read { db in
      var archive = Archive()
      archive.application = try db.all(Application.self, .application)
      archive.person = try db.all(Person.self, .person)
      archive.interview = try db.all(Interview.self, .interview)
      archive.event = try db.all(Event.self, .event)
      archive.turn = try db.all(Turn.self, .turn)
      archive.finding = try db.all(Finding.self, .finding)
      archive.feedback = try db.all(Feedback.self, .feedback)
      archive.debrief = try db.all(Debrief.self, .debrief)
      archive.response = try db.all(Response.self, .response)
      archive.improvement = try db.all(Improvement.self, .improvement)
      archive.letter = try db.all(Letter.self, .letter)
      archive.forecast = try db.all(Forecast.self, .forecast)
      archive.note = try db.all(Note.self, .note)
      archive.preparation = try db.all(Preparation.self, .preparation)
      archive.mark = try db.all(Mark.self, .mark)
      archive.resume = try db.all(Resume.self, .resume)
      archive.profile = try db.all(Profile.self, .profile)
      return archive
    }
  }

  /// Brings in what an archive holds and this store does not, as one change that can be undone.
  /// Nothing is deleted. What is different here and there stays as it is here, unless `takeTheirs`;
  /// words of feedback stay in any case. A second merge of the same archive changes nothing.
  ///
  /// - Parameter dryRun: Only say what would be done.
  @discardableResult
  public func merge(
    _ archive: Archive, dryRun: Bool = false, takeTheirs: Bool = false, at moment: Moment
  ) throws -> MergeReport {
    guard archive.version <= Archive.version else {
      throw StoreError.refused(
        "The archive has version \(archive.version) and this debrief knows \(Archive.version): "
          + "update debrief to import it.")
    }
    let entities = try archive.distinct()
    if dryRun { return try read { try $0.plan(entities, takeTheirs).report } }
    return try withLargeCache {
      try write { db in
        let plan = try db.plan(entities, takeTheirs)
        for operation in plan.change.operations { try db.perform(operation) }
        try db.note(plan.change, at: moment)
        try db.touch(plan.change.recordedActivity)
        for id in plan.change.ledgers { try db.copyLedger(of: id) }
        return plan.report
      }
    }
  }

  /// Gives a transaction that may touch every page the memory not to write pages out midway.
  func withLargeCache<T>(_ body: () throws -> T) throws -> T {
    func cache(_ kilobytes: Int) throws {
      try guarding {
        try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(kilobytes)") }
      }
    }
    try cache(64_000)
    let result = try body()
    try cache(2_000)
    return result
  }
}

extension Archive {
  /// What it holds, oldest first so that a search finds the newest first, without repetitions.
  fileprivate func distinct() throws -> [Entity] {
    let all = entities
    var seen: [Entity.Kind: [ID: Int]] = [:]
    var list: [(moment: Int, place: Int)] = []
    list.reserveCapacity(all.count)
    for (place, entity) in all.enumerated() {
      if entity.id.text.isEmpty {
        throw StoreError.refused("The archive holds a \(entity.kind.rawValue) without an id.")
      }
      if let other = seen[entity.kind, default: [:]].updateValue(place, forKey: entity.id) {
        if all[other] == entity { continue }
        throw StoreError.refused(
          "The archive holds two different things as \(entity.kind.rawValue) \(entity.id.short): "
            + "give one of them another id.")
      }
      list.append((entity.moment?.seconds ?? .min, place))
    }
    // In the order of time; where that is equal, an owner stays before what belongs to it.
    return list.sorted { ($0.moment, $0.place) < ($1.moment, $1.place) }.map { all[$0.place] }
  }
}

private struct MergePlan {
  var change = Change("import", [])
  var report = MergeReport()
}

extension Database {
  /// What a merge would do, checked as a whole.
  fileprivate func plan(_ entities: [Entity], _ takeTheirs: Bool) throws -> MergePlan {
    var plan = MergePlan()
    var applications: Set<ID> = []
    for case .application(let it) in entities { applications.insert(it.id) }
    var orphans = 0
    var isEmpty: [Entity.Kind: Bool] = [:]
    for kind in Entity.Kind.allCases {
      isEmpty[kind] = try first("SELECT 1 FROM \"\(kind.rawValue)\" LIMIT 1") { _ in true } == nil
    }
    plan.change.operations.reserveCapacity(entities.count)
    for entity in entities {
      if let fault = entity.dateFault {
        throw StoreError.refused("The \(entity.kind.rawValue) with the id \(entity.id): \(fault)")
      }
      if let owner = entity.application, !applications.contains(owner) {
        if try load(.application, owner) != nil {
          applications.insert(owner)
        } else {
          orphans += 1
        }
      }
      let kind = entity.kind
      guard isEmpty[kind] != true, let current = try load(kind, entity.id) else {
        plan.report.added[kind, default: 0] += 1
        plan.change.operations.append(.insert(entity))
        continue
      }
      if current == entity {
        plan.report.unchanged[kind, default: 0] += 1
        continue
      }
      let take = takeTheirs && current.accepts(entity)
      if take {
        plan.report.updated[kind, default: 0] += 1
        plan.change.operations.append(.update(from: current, to: entity))
      }
      plan.report.conflicts.append(.init(kind: kind, id: entity.id, tookTheirs: take))
    }
    if orphans > 0 {
      throw StoreError.refused(
        "\(orphans) things in the archive belong to applications that are neither in it nor here, "
          + "so nothing was imported.")
    }
    for operation in plan.change.operations {
      if let fault = Change("", [operation]).damage {
        let it = operation.entity
        throw StoreError.refused("The \(it.kind.rawValue) with the id \(it.id): \(fault)")
      }
    }
    return plan
  }
}

extension Entity {
  /// Whether it may be overwritten by another version of it.
  fileprivate func accepts(_ other: Entity) -> Bool {
    if case (.feedback(let mine), .feedback(let theirs)) = (self, other) {
      return mine.accepts(theirs)
    }
    return true
  }
}
