import DebriefModel
import Testing

@testable import DebriefStore

@Suite(.timed) struct ApplyTests {
  @Test func aChangeIsKeptAndTakenBack() throws {
    let folder = Folder()
    let store = try Store(path: folder())
    #expect(try store.check() == [])
    let add = inserts(
      .application(application("aaaa", "Nordlicht")), .finding(finding("ffff", of: "aaaa", "Calm")))
    #expect(try store.apply(add, at: noon) == add)
    #expect(try store.archive().finding.map(\.statement) == ["Calm"])
    let full = try store.archive()
    #expect(try store.undo(at: noon) == add.inverse)
    #expect(try store.archive() == Archive())
    #expect(try store.redo(at: noon) == add)
    #expect(try store.archive() == full)
    #expect(try store.redo(at: noon) == nil)
    #expect(try store.check() == [])
  }

  /// Whatever their ids: the last outcome written down is the one that stands.
  @Test(arguments: 0..<8) func factsOfOneSecondKeepTheirOrder(_ seed: Int) throws {
    let folder = Folder()
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    var ids = IDSource(seed: UInt64(seed))
    let endings: [Recipe.Ending] = [.rejected, .offer, .rejected, .offer, .accepted]
    for ending in endings {
      try store.apply(
        Recipe.outcome(
          ending, application: ID("aaaa"), on: noon.day, words: "", ids: &ids, now: noon), at: noon)
    }
    func order(_ store: Store) throws -> [Event.Kind] {
      try #require(try store.dossier(ID("aaaa"))).events.map(\.kind)
    }
    let wanted = endings.map(\.event)
    #expect(try order(store) == wanted)
    let row = try #require(try store.shelf(.init(.top, count: 1)).rows.first)
    #expect(row.events.map(\.kind) == wanted)
    #expect(row.status(now: noon).outcome == .accepted(on: noon.day))
    // What was taken back comes again where it was, and so it does in another store.
    for _ in 0..<3 { _ = try store.undo(at: noon) }
    for _ in 0..<3 { _ = try store.redo(at: noon) }
    #expect(try order(store) == wanted)
    let second = try #require(try store.dossier(ID("aaaa"))).events[1]
    try store.apply(Change("delete a fact", [.delete(.event(second))]), at: noon)
    _ = try store.undo(at: noon)
    #expect(try order(store) == wanted)
    let other = try Store(path: folder("other.db"))
    _ = try other.merge(try store.archive(), at: noon)
    #expect(try order(other) == wanted)
    #expect(try store.check() == [] && other.check() == [])
  }
}
