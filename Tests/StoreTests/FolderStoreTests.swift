import DebriefModel
import Foundation
import Testing

@testable import DebriefStore

/// Two stores that meet in a folder.
@Suite(.timed) struct FolderStoreTests {
  let folder = Folder()
  let day = noon.day

  /// What a store has, as a folder would.
  private func stock(_ store: Store) throws -> Stock {
    var stock = Stock()
    for it in try store.archive().entities { try stock.add(it) }
    return stock
  }

  /// Exports and imports; gives what the folder then has.
  @discardableResult
  private func sync(_ store: Store, _ there: inout Stock) throws -> FolderMerge {
    let out = try store.merge(with: there, folder: "x", on: day)
    there = out.stock
    try store.agree(on: out.held, folder: "x")
    let merge = try store.takeIn(there, folder: "x", at: noon)
    there = merge.stock
    return merge
  }

  private func two() throws -> (Store, Store) {
    (try Store(path: folder("a.db")), try Store(path: folder("b.db")))
  }

  /// One application, here and in the folder.
  private func began(_ store: Store, _ there: inout Stock) throws -> Application {
    let first = application("00a1", "Acme")
    try store.apply(Change("add", [.insert(.application(first))]), at: noon)
    try sync(store, &there)
    return first
  }

  @Test func randomStoresMeetInOneState() throws {
    for seed in 1...10 {
      let room = Folder()
      let (a, b) = (try Store(path: room("a.db")), try Store(path: room("b.db")))
      var ledgers = [Ledger(seed: UInt64(seed)), Ledger(seed: UInt64(seed + 1000))]
      var there = Stock()
      for step in 0..<6 {
        for (place, store) in [a, b].enumerated() {
          // Each goes on from what is in its own store now.
          ledgers[place].things = Dictionary(grouping: try store.archive().entities, by: \.kind)
            .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.id, $0) }) }
          for _ in 0..<4 {
            let change = ledgers[place].change()
            if !change.operations.isEmpty {
              try store.apply(change, at: noon.adding(seconds: step))
            }
          }
          if (seed + step + place) % 3 == 0 {
            _ = try store.undo(at: noon, hidingPrivateNotes: true)
          }
          try sync(store, &there)
        }
      }
      for store in [a, b, a] { try sync(store, &there) }
      #expect(try a.archive() == b.archive())
      #expect(try stock(a).rows == there.rows)
      #expect(try a.check() == [])
      #expect(try b.check() == [])
      // Nothing is left to do.
      #expect(try sync(a, &there).arrived == 0)
    }
  }

  @Test func whatComesInIsOneChangeThatIsTakenBackAndDoneAgain() throws {
    let (a, b) = try two()
    var ledger = Ledger(seed: 4)
    for step in 1...40 {
      let change = ledger.change()
      if !change.operations.isEmpty { try a.apply(change, at: noon.adding(seconds: step)) }
    }
    let own = application("00own", "Own")
    try b.apply(Change("add", [.insert(.application(own))]), at: noon)
    let before = try dump(b)
    var there = Stock()
    try sync(a, &there)
    #expect(try sync(b, &there).arrived > 0)
    let after = try dump(b)
    #expect(try b.history(limit: 1).first?.title == "sync")
    _ = try b.undo(at: noon)
    #expect(try dump(b) == before)
    #expect(try b.check() == [])
    _ = try b.redo(at: noon)
    #expect(try dump(b) == after)
    #expect(try sync(b, &there).arrived == 0)
  }

  @Test func undoTakesNothingAwayFromOthers() throws {
    let (a, b) = try two()
    try a.apply(Change("add", [.insert(.application(application("00a1", "Acme")))]), at: noon)
    var there = Stock()
    try sync(a, &there)
    try sync(b, &there)
    #expect(try b.archive().application.count == 1)
    _ = try b.undo(at: noon)
    #expect(try b.archive().application.isEmpty)
    // It wasn't deleted here: the next sync brings it in again.
    try sync(b, &there)
    try sync(a, &there)
    #expect(try a.archive().application.count == 1)
    #expect(try b.archive().application.count == 1)
    // What was deleted elsewhere and is brought back by undo is back everywhere.
    let it = try #require(try a.archive().application.first)
    try a.apply(Change("delete", [.delete(.application(it))]), at: noon)
    try sync(a, &there)
    #expect(try sync(b, &there).arrived == 1)
    #expect(try b.archive().application.isEmpty)
    _ = try b.undo(at: noon)
    try sync(b, &there)
    try sync(a, &there)
    #expect(try a.archive().application.map(\.company) == ["Acme"])
  }

  @Test func undoOfWhatOneFolderBroughtLeavesWhatIsForAnother() throws {
    let (a, _) = try two()
    var there = Stock()
    let first = try began(a, &there)
    // Something is written here that the folder doesn't have yet, and another folder brings something more.
    func changed(_ notes: String) -> Entity {
      var it = first
      it.notes = notes
      return .application(it)
    }
    try a.apply(
      Change("edit", [.update(from: .application(first), to: changed("ours"))]), at: noon)
    var other = try stock(a)
    let out = try a.merge(with: other, folder: "y", on: day)
    try a.agree(on: out.held, folder: "y")
    try other.add(changed("ours and more"))
    #expect(try a.takeIn(other, folder: "y", at: noon).arrived == 1)
    _ = try a.undo(at: noon)
    #expect(try a.archive().application.map(\.notes) == ["ours"])
    try sync(a, &there)
    #expect(try a.archive().application.map(\.notes) == ["ours"])
    #expect(there.rows[ThingName("application", "00a1")]?["notes"] == .text("ours"))
    // The one that brought it brings it again.
    #expect(try a.takeIn(other, folder: "y", at: noon).arrived == 1)
    #expect(try a.archive().application.map(\.notes) == ["ours and more"])
  }

  @Test func undoKeepsWhatTheFolderHasHadSince() throws {
    let (a, b) = try two()
    var there = Stock()
    let first = try began(a, &there)
    try sync(b, &there)
    var (one, two) = (first, first)
    one.notes = "one"
    two.notes = "one two"
    try b.apply(
      Change("edit", [.update(from: .application(first), to: .application(one))]), at: noon)
    try sync(b, &there)
    try sync(a, &there)
    try a.apply(
      Change("edit", [.update(from: .application(one), to: .application(two))]), at: noon)
    try sync(a, &there)
    // Both are taken back here before the next sync: what the other computer wrote stays.
    _ = try a.undo(at: noon)
    _ = try a.undo(at: noon)
    try sync(a, &there)
    try sync(b, &there)
    #expect(try b.archive().application[0].notes.contains("one"))
    #expect(try a.archive() == b.archive())
  }

  @Test func verymuchComesInAtOnceAndGoesAgain() throws {
    let (a, b) = try two()
    var operations: [Change.Operation] = []
    let own = application("00a1", "Acme")
    operations.append(.insert(.application(own)))
    for n in 0..<2_500 {
      operations.append(
        .insert(
          .finding(
            Finding(id: ID("f\(n)"), application: own.id, kind: .strength, recorded: noon) {
              $0.statement = "strength \(n)"
            })))
    }
    try a.apply(Change("many", operations), at: noon)
    var there = Stock()
    try sync(a, &there)
    #expect(try sync(b, &there).arrived == 2_501)
    #expect(try a.archive() == b.archive())
    #expect(try b.check() == [])
    _ = try b.undo(at: noon)
    #expect(try b.archive().entities.isEmpty)
    try sync(b, &there)
    #expect(try a.archive() == b.archive())
    _ = try b.undo(at: noon)
    _ = try b.redo(at: noon)
    #expect(try sync(b, &there).arrived == 0)
    #expect(there.rows.count == 2_501)
  }

  @Test func whatIsTakenInLeavesWhatIsNotSentYet() throws {
    let (a, b) = try two()
    var there = Stock()
    let first = try began(a, &there)
    try sync(b, &there)
    var it = first
    it.notes = "not sent yet"
    let own = application("00a2", "Own")
    try a.apply(
      Change("edit", [.update(from: .application(first), to: .application(it))]), at: noon)
    try a.apply(Change("add", [.insert(.application(own))]), at: noon)
    // Only an import: the folder stays as it is.
    #expect(try a.takeIn(there, folder: "x", at: noon).arrived == 0)
    #expect(try a.merge(with: there, folder: "x", on: day).sent == 2)
    try sync(a, &there)
    try sync(b, &there)
    #expect(try a.archive() == b.archive())
    #expect(try b.archive().application.map(\.notes).contains("not sent yet"))
    // Nor does a deletion that wasn't sent yet come to nothing.
    try a.apply(Change("delete", [.delete(.application(own))]), at: noon)
    _ = try a.takeIn(there, folder: "x", at: noon)
    try sync(a, &there)
    try sync(b, &there)
    #expect(try b.archive().application.map(\.company) == ["Acme"])
  }

  @Test func onePredictionSealedTwiceComesToRest() throws {
    let (a, b) = try two()
    var there = Stock()
    // As where both have sample data of two days.
    for (place, store) in [a, b].enumerated() {
      let it = application("00a1", "Acme")
      let sealed = Forecast(
        id: ID("00p1"), application: it.id, chance: 40, sealed: noon.adding(seconds: -place))
      try store.apply(
        Change("add", [.insert(.application(it)), .insert(.forecast(sealed))]), at: noon)
    }
    for store in [a, b, a, b] { try sync(store, &there) }
    #expect(try a.archive() == b.archive())
    for store in [a, b] {
      let again = try sync(store, &there)
      #expect(again.arrived == 0 && again.sent == 0)
    }
  }

  @Test func aPrivateNoteNeverLeavesAndOutlivesASync() throws {
    let (a, b) = try two()
    let it = application("00a1", "Acme")
    try a.apply(Change("add", [.insert(.application(it))]), at: noon)
    try a.save(PrivateNote(application: it.id, text: "Zqsecret", recorded: noon))
    var there = Stock()
    try sync(a, &there)
    #expect(!there.rows.values.contains { $0.text.contains("Zqsecret") })
    try sync(b, &there)
    try b.apply(Change("delete", [.delete(.application(it))]), at: noon)
    try sync(b, &there)
    try sync(a, &there)
    #expect(try a.archive().application.isEmpty)
    _ = try a.undo(at: noon)
    #expect(try a.privateNote(it.id)?.text == "Zqsecret")
  }

  @Test func whatIsMissingWithoutAWordIsNotDeleted() throws {
    let (a, _) = try two()
    try a.apply(Change("add", [.insert(.application(application("00a1", "Acme")))]), at: noon)
    var there = Stock()
    try sync(a, &there)
    there.rows = [:]
    try sync(a, &there)
    #expect(try a.archive().application.count == 1)
    #expect(there.rows.count == 1)
    // Nor is what a folder says that is older than what was agreed on.
    let older = there
    let name = ThingName("application", "00a1")
    var it = try #require(try a.archive().application.first)
    let was = it
    it.notes = "a later note"
    try a.apply(Change("edit", [.update(from: .application(was), to: .application(it))]), at: noon)
    try sync(a, &there)
    let merge = try a.merge(with: older, folder: "x", trusts: false, on: day)
    #expect(merge.stock.rows[name]?["notes"] == .text("a later note"))
  }

  @Test func aPurgeReachesWhatWasAgreedOn() throws {
    let path = folder("a.db")
    let a = try Store(path: path)
    let it = application("00a1", "Zqcanary")
    try a.apply(Change("add", [.insert(.application(it))]), at: noon)
    var there = Stock()
    try sync(a, &there)
    try a.apply(Change("delete", [.delete(.application(it))]), at: noon)
    try a.purge(upTo: noon.adding(seconds: 60))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data("Zqcanary".utf8)) == nil)
    // And it is still known to have been deleted here.
    try sync(a, &there)
    #expect(there.rows.isEmpty)
    #expect(there.gone.count == 1)
  }

  @Test func whatCanNotBeIsRefused() throws {
    let (a, _) = try two()
    var stock = Stock()
    try stock.add(.application(application("00a1", " ")))
    #expect(throws: StoreError.self) { try a.takeIn(stock, folder: "x", at: noon) }
    #expect(try a.archive().entities.isEmpty)
  }
}
