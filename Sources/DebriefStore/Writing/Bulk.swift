import DebriefModel
import GRDB

// Very many things at once: rows first, as they come; then the search and the list, in the order in
// which these are cheap to write. An index of words takes texts in ascending order at no cost and
// begins anew with each that is not; and to add to a page that was just written beats to look for one.

/// Adds very many things in a transaction. Nothing of it is complete before ``finish(at:)``.
struct BulkInsertion {
  private let db: Database
  private var trail = Trail()
  private var owners = Owners()
  /// By the numbers of applications: when each was touched, and whether its row in the list changes.
  private var touched: [(seconds: Int?, isInLedger: Bool)] = [(nil, false)]
  private var indexes: LateIndexes
  /// Whether there was nothing of a noun before, of those that were asked about.
  private var fresh: [Entity.Kind: Bool] = [:]
  /// Nouns of which something was put in.
  private var begun: Set<Entity.Kind> = []

  init(_ db: Database) {
    self.db = db
    indexes = LateIndexes(db)
  }

  /// Whether there was nothing of a noun before.
  mutating func beganEmpty(_ kind: Entity.Kind) throws -> Bool {
    if let known = fresh[kind] { return known }
    let isEmpty = try db.isEmpty(kind.rawValue)
    fresh[kind] = isEmpty
    return isEmpty
  }

  /// Puts a row into its table.
  mutating func insert(_ arrival: Store.Arrival) throws {
    let kind = arrival.entity.kind
    if try begun.insert(kind).inserted && beganEmpty(kind) { try indexes.setAside(kind.rawValue) }
    try db.insertRow(kind, arrival.values)
    follow(arrival.entity, arrival.passage)
  }

  /// Has a thing searched that lies in its table already, and the row of its application follow.
  mutating func remember(_ entity: Entity) { follow(entity, entity.passageOrBlank) }

  /// Has the row of an application in the list follow what changed.
  mutating func touch(_ entity: Entity) { follow(entity, nil) }

  private mutating func follow(_ entity: Entity, _ text: (title: String, body: String)?) {
    let owner = owners.number(entity.application)
    if let text { trail.append(entity, of: owner, text: text) }
    if owner == 0 { return }
    if owner == touched.count { touched.append((nil, false)) }
    if let seconds = entity.moment?.seconds {
      touched[Int(owner)].seconds = max(touched[Int(owner)].seconds ?? seconds, seconds)
    }
    if entity.kind.isInLedger { touched[Int(owner)].isInLedger = true }
  }

  /// Completes the search and the list.
  ///
  /// - Parameters:
  ///   - seconds: When the applications were touched; without it, at the latest moment that is written in
  ///     what was added.
  ///   - told: Told now and then which share is done, 0 to 1. The steps count as what they take about.
  /// - Returns: How many things are found by the search now that were not.
  @discardableResult
  mutating func finish(at seconds: Int? = nil, told: ((Double) -> Void)? = nil) throws -> Int {
    told?(0)
    try indexes.restore()
    let count = trail.count
    let last = try db.lastPassage()
    if last == 0 { try indexes.setAside("passage") }
    var shelved = try filePassages { told?(0.1 + 0.4 * $0) }
    try indexes.restore()
    told?(0.55)
    try db.indexPassages(after: last)
    told?(0.9)
    try list(&shelved, at: seconds)
    told?(1)
    return count
  }

  /// Puts the applications where they belong in the list, with what it shows of them.
  private func list(_ shelved: inout [ID: Shelved], at moment: Int?) throws {
    var changed: [ID] = []
    for number in touched.indices.dropFirst() {
      guard let id = owners.id(UInt32(number)) else { continue }
      let touch = touched[number]
      // Only where something has a moment.
      let seconds = touch.seconds.map { moment ?? $0 }
      if shelved[id] != nil {
        shelved[id]?.touch(seconds)
      } else {
        if let seconds { try db.touch([id: seconds]) }
        if touch.isInLedger { changed.append(id) }
      }
    }
    try db.copyLedgers(of: changed.sorted())
    try db.shelve(shelved)
  }

  /// Files the texts, oldest first, so that a search finds the newest first. Says where the new
  /// applications are to stand in the list.
  private mutating func filePassages(_ told: (Double) -> Void) throws -> [ID: Shelved] {
    var shelved: [ID: Shelved] = [:]
    trail.sort()
    let all = max(1, trail.count)
    var done = 0
    let db = db
    try trail.forEach(owners) { thing in
      done += 1
      if done % 1024 == 0 { told(Double(done) / Double(all)) }
      var text = thing.text
      if text == nil, let entity = try db.load(thing.kind, thing.id, of: thing.application) {
        text = entity.passageOrBlank
      }
      guard let text else { return }
      let number = try db.filePassage(thing.kind, thing.id, of: thing.application, text)
      if thing.kind == .application {
        shelved[thing.id] = Shelved(number: number, seconds: thing.seconds)
      }
    }
    trail = Trail()
    return shelved
  }
}

/// Where an application stands in the list: its number, and when it was touched.
struct Shelved {
  var number: Int
  var seconds: Int

  /// Moves it up in the list, never down.
  mutating func touch(_ moment: Int?) { seconds = max(seconds, moment ?? seconds) }
}

/// Takes very many things away in a transaction. Nothing is gone before ``finish()``.
struct BulkDeletion {
  private let db: Database
  private var trail = Trail()
  private var owners = Owners()
  private var counts: [Entity.Kind: Int] = [:]
  private var ledgers: Set<ID> = []

  init(_ db: Database) { self.db = db }

  /// Has a row taken out of its table. A private note of an application stays, out of sight.
  mutating func delete(_ entity: Entity) {
    trail.append(entity, of: owners.number(entity.application))
    counts[entity.kind, default: 0] += 1
    if entity.kind != .application, entity.kind.isInLedger, let id = entity.application {
      ledgers.insert(id)
    }
  }

  /// Takes all of it away, and completes the search and the list.
  mutating func finish() throws {
    // To read what stays takes less than to take out what goes.
    if trail.count > (try db.count("passage")) / 2 { try finishMost() } else { try finishSome() }
    try db.copyLedgers(of: ledgers.sorted())
  }

  private func finishSome() throws {
    var numbers: [Int] = []
    try trail.forEach(owners) {
      try db.deleteRow($0.kind, $0.id, of: $0.application)
      if let number = try db.passageNumber($0.kind, $0.id) { numbers.append(number) }
      if $0.kind == .application {
        try db.run("DELETE FROM shelf WHERE application = ?", .id($0.id))
      }
    }
    for number in numbers.sorted() { try db.removePassage(number) }
  }

  private mutating func finishMost() throws {
    var indexes = LateIndexes(db)
    for (kind, count) in counts where count > (try db.count(kind.rawValue)) / 2 {
      try indexes.setAside(kind.rawValue)
    }
    for table in ["passage", "shelf"] { try indexes.setAside(table) }
    // As the rows lie, so that each page is looked at once.
    trail.sort(by: owners)
    let db = db
    try trail.forEach(owners) { try db.deleteRow($0.kind, $0.id, of: $0.application) }
    if try Entity.Kind.allCases.allSatisfy({ try db.isEmpty($0.rawValue) }) {
      try db.script("DELETE FROM passage; DELETE FROM shelf")
    } else {
      for kind in counts.keys { try db.removeLostPassages(kind) }
      try db.script("DELETE FROM shelf WHERE application NOT IN (SELECT id FROM application)")
    }
    try indexes.restore()
    try db.rebuildWords()
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
