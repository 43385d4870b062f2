import DebriefModel
import GRDB
import TestSupport
import Testing

@testable import DebriefStore

@Suite(.timed) struct IntakeTests {
  let folder = Folder()

  private func sample(_ seed: UInt64, steps: Int = 200) -> Archive {
    var ledger = Ledger(seed: seed)
    for _ in 0..<steps { _ = ledger.change() }
    return ledger.archive
  }

  private func number(_ store: Store, _ sql: String) throws -> Int? {
    try store.queue.inDatabase { try $0.first(sql) { try $0.number() } }
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func theOrderInWhichThingsComeIsNoMatter(seed: UInt64) throws {
    let archive = sample(seed)
    var random = Seeded(seed: seed)
    let store = try Store.temporary()
    let shuffled = archive.entities.shuffled(using: &random)
    let plan = try store.intake(dryRun: true, at: noon) { take in
      try shuffled.forEach { try take(Store.Arrival($0)) }
    }
    let report = try store.intake(at: noon) { take in
      try shuffled.forEach { try take(Store.Arrival($0)) }
    }
    #expect(report == plan)
    #expect(try store.archive() == archive)
    #expect(try store.check() == [])
    let again = try store.intake(at: noon) { take in
      try shuffled.forEach { try take(Store.Arrival($0)) }
    }
    #expect(again.changesNothing)
  }

  @Test func whatIsFilledInTakesThePlaceOfWhatItWas() throws {
    let store = try Store.temporary()
    let old = Application(id: ID("a"), created: noon) { ($0.company, $0.role) = ("Acme", "Cook") }
    try store.intake(at: noon) { take in try take(Store.Arrival(.application(old))) }
    var next = old
    next.link = "https://a.example"
    var other = old
    other.link = "https://b.example"
    func fill(_ from: Application, _ to: Application) throws -> MergeReport {
      try store.intake(at: noon) { take in
        try take(Store.Arrival(.application(to), replacing: .application(from)))
      }
    }
    let report = try fill(old, next)
    #expect(report.updated == [.application: 1] && report.conflicts.isEmpty)
    #expect(try store.archive().application == [next])
    // What was changed in between stays.
    let late = try fill(old, other)
    #expect(late.changesNothing && late.conflicts.count == 1)
    #expect(try fill(old, next).changesNothing)
    #expect(try store.archive().application == [next])
    #expect(try store.check() == [])
    try store.undo(at: noon)
    #expect(try store.archive().application == [old])
  }

  private static let many = (0..<3_000).map { at in
    Entity.application(
      Application(id: ID("a\(at)"), created: noon) {
        ($0.company, $0.role, $0.notes) = ("Company \(at)", "Cook", "Words of \(at)")
      })
  }

  @Test func theLastPhaseSaysHowFarItIs() throws {
    let store = try Store.temporary()
    var told: [Double] = []
    try store.intake(at: noon, finishing: { told.append($0) }) { take in
      try Self.many.forEach { try take(Store.Arrival($0)) }
    }
    #expect(told.first == 0 && told.last == 1 && told == told.sorted())
    #expect(told.count > 5, "also within its longest steps")
    told = []
    try store.intake(dryRun: true, at: noon, finishing: { told.append($0) }) { take in
      try Self.many.forEach { try take(Store.Arrival($0)) }
    }
    #expect(told.isEmpty)
  }

  @Test(arguments: [0, 0.1, 0.5])
  func stoppedInTheLastPhaseItLeavesNothing(_ share: Double) throws {
    let store = try Store.temporary()
    let before = try dump(store)
    var done = -1.0
    #expect(throws: StoreError.stopped) {
      try store.intake(at: noon, isCancelled: { done >= share }, finishing: { done = $0 }) { take in
        try Self.many.forEach { try take(Store.Arrival($0)) }
      }
    }
    #expect(try dump(store) == before)
    #expect(try store.check() == [])
  }

  @Test(arguments: [31, 32] as [UInt64])
  func anImportIntoAStoreThatIsInUseIsTakenBackExactly(seed: UInt64) throws {
    let archive = sample(seed)
    let mine = sample(seed + 50)
    var store = try Store(path: folder())
    try store.merge(mine, at: noon)
    // Something of theirs is here already, so that some is new, some the same, some different.
    var part = Archive()
    for (place, entity) in archive.entities.enumerated() {
      if case .application = entity {
        part.append(entity)
      } else if place % 3 == 0 {
        part.append(entity)
      }
    }
    try store.merge(part, at: noon)
    try store.queue.inDatabase { try $0.execute(sql: "UPDATE turn SET answer = answer || '.'") }
    try store.rebuild()
    let before = try dump(store)
    let list = try store.shelf(.init(.top, count: 1000)).rows
    let report = try store.merge(archive, takeTheirs: true, at: noon)
    #expect(!report.added.isEmpty && !report.updated.isEmpty && !report.unchanged.isEmpty)
    let after = try dump(store)
    #expect(try store.check() == [])
    try store.close()
    store = try Store(path: folder())
    for _ in 0..<2 {
      #expect(try store.undo(at: noon)?.title == "import")
      #expect(try dump(store) == before)
      #expect(try store.check() == [])
      #expect(
        Set(try store.shelf(.init(.top, count: 1000)).rows.map(\.application))
          == Set(list.map(\.application)))
      #expect(try store.redo(at: noon)?.title == "import")
      #expect(try dump(store) == after)
      #expect(try store.check() == [])
    }
  }

  @Test func theJournalDoesNotHoldEveryThingTwice() throws {
    let store = try Store(path: folder())
    let archive = sample(41, steps: 400)
    try store.merge(archive, at: noon)
    let size = "SELECT sum(length(body)) FROM journal_part"
    let things = archive.entities.count
    #expect(try #require(try number(store, size)) < things * 50)
    #expect(try number(store, "SELECT length(change) FROM journal") ?? 0 < 100)
    // What is undone is kept until something new is done, and no longer.
    _ = try store.undo(at: noon)
    #expect(try #require(try number(store, size)) > things * 50)
    try store.apply(inserts(.application(application("aaaa", "Acme"))), at: noon)
    #expect(try number(store, "SELECT count(*) FROM journal_part") == 0)
    #expect(try store.redo(at: noon) == nil)
  }

  @Test func whatIsNotAsItWasImportedIsNotTakenBack() throws {
    let store = try Store(path: folder())
    try store.merge(sample(51), at: noon)
    try store.queue.inDatabase {
      try $0.execute(
        sql: "UPDATE finding SET weight = weight % 5 + 1 WHERE id = (SELECT max(id) FROM finding)")
    }
    let before = try dump(store)
    let error = #expect(throws: StoreError.self) { try store.undo(at: noon) }
    #expect(
      error?.description.contains("has changed since, so \"import\" was left as it is") == true)
    #expect(try dump(store) == before)
    #expect(try undoable(store).undo == "import")
  }

  @Test func aPrivateNoteOutlivesTheUndoOfAnImport() throws {
    let store = try Store(path: folder())
    var archive = Archive()
    archive.append(.application(application("aaaa", "Nordlicht")))
    try store.merge(archive, at: noon)
    try store.save(PrivateNote(application: ID("aaaa"), text: "mine", recorded: noon))
    #expect(throws: StoreError.hidesPrivateNote("Nordlicht")) { try store.undo(at: noon) }
    #expect(try store.archive().application.count == 1)
    _ = try store.undo(at: noon, hidingPrivateNotes: true)
    #expect(try store.hiddenPrivateNotes() == 1)
    _ = try store.redo(at: noon)
    #expect(try store.privateNote(ID("aaaa"))?.text == "mine")
  }

  private struct Stop: Error {}

  @Test func whatBreaksOffLeavesNothing() throws {
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("zzzz", "Mine"))), at: noon)
    _ = try store.undo(at: noon)
    let before = try dump(store)
    let all = sample(61).entities
    #expect(throws: Stop.self) {
      try store.intake(at: noon) { take in
        try all.forEach { try take(Store.Arrival($0)) }
        throw Stop()
      }
    }
    #expect(try dump(store) == before)
    // Neither did it forget what could be done again.
    #expect(try undoable(store).redo == "add")
    #expect(try store.check() == [])
    #expect(try number(store, "PRAGMA cache_size") == -Store.cache)
    try store.merge(Archive(), at: noon)
    #expect(try undoable(store).redo == "add")
    try store.merge(sample(61), at: noon)
    #expect(try number(store, "PRAGMA cache_size") == -Store.cache)
  }

  @Test func theNewestIsFoundFirstWhateverItsPlaceInTheDocument() throws {
    let store = try Store(path: folder())
    var archive = Archive()
    archive.append(.application(application("aaaa", "Acme", at: noon)))
    for (id, seconds) in [("f1", 300), ("f2", 100), ("f3", 200)] {
      archive.append(
        .finding(finding(id, of: "aaaa", "queue \(id)", at: noon.adding(seconds: seconds))))
    }
    try store.merge(archive, at: noon)
    let order = ["f1", "f3", "f2"]
    #expect(try store.search("queue", limit: 9).map(\.entity.text) == order)
    _ = try store.undo(at: noon)
    #expect(try store.search("queue", limit: 9).isEmpty)
    _ = try store.redo(at: noon)
    #expect(try store.search("queue", limit: 9).map(\.entity.text) == order)
    try store.rebuild()
    #expect(try store.search("queue", limit: 9).map(\.entity.text) == order)
  }

  @Test func aFewThingsAreTakenOutOfManyAndTheSearchFollows() throws {
    let store = try Store(path: folder())
    try store.merge(sample(71), at: noon)
    let before = try dump(store)
    var few = Archive()
    few.append(.application(application("aaaa", "Rarely")))
    few.append(.finding(finding("ffff", of: "aaaa", "seldom seen")))
    try store.merge(few, at: noon)
    #expect(try store.search("seldom", limit: 9).count == 1)
    _ = try store.undo(at: noon)
    #expect(try store.search("seldom", limit: 9).isEmpty)
    #expect(try dump(store) == before)
    #expect(try store.check() == [])
  }

  /// An import that the version before this one noted in its journal, whole.
  @Test func anOlderEntryOfTheJournalIsStillTakenBack() throws {
    let store = try Store(path: folder())
    let archive = sample(81)
    try store.merge(archive, at: noon)
    let whole = try Change("import", archive.entities.map { .insert($0) }).json
    try store.queue.inDatabase {
      try $0.execute(sql: "DELETE FROM journal")
      try $0.execute(
        sql: "INSERT INTO journal (at, title, change) VALUES ('x', 'import', ?)", arguments: [whole]
      )
    }
    #expect(try store.check() == [])
    #expect(try store.undo(at: noon)?.operations.count == archive.entities.count)
    #expect(try store.archive() == Archive())
    _ = try store.redo(at: noon)
    #expect(try store.archive() == archive)
  }

  @Test func aStoreThatCameToNothingIsRemovedUnlessItIsUsed() throws {
    let store = try Store(path: folder())
    try store.discardUnused()
    #expect(bytes(folder()).isEmpty)
    try store.close()
    let used = try Store(path: folder("used.db"))
    try used.save(Draft(scope: "x", fields: ["a": "b"]))
    try used.discardUnused()
    #expect(!bytes(folder("used.db")).isEmpty)
  }
}
