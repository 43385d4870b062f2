import DebriefModel
import Testing

@testable import DebriefStore

/// The private note is in its own table and nowhere else (A81).
@Suite(.timed) struct PrivateNoteTests {
  let canary = "zqcanaryxv"

  /// The tables that hold the canary anywhere, read as they lie in the file.
  func tables(_ store: Store) throws -> [String] {
    try store.read { db in
      let names = try db.all(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
      ) { try $0.text() }
      return try names.filter { name in
        let columns = try db.all("SELECT name FROM pragma_table_info('\(name)')") { try $0.text() }
        let sum = columns.map { "coalesce(CAST(\"\($0)\" AS TEXT), '')" }.joined(separator: " || ")
        return try db.first(
          "SELECT count(*) FROM \"\(name)\" WHERE instr(\(sum), '\(canary)') > 0"
        ) { try $0.number() } != 0
      }
    }
  }

  @Test func itIsInItsOwnTableAndInNothingElse() throws {
    let store = try Store.temporary()
    try store.apply(inserts(.application(application("a", "Acme"))), at: noon)
    try store.save(PrivateNote(application: ID("a"), text: canary, recorded: noon))
    try store.apply(inserts(.finding(finding("f", of: "a", "spoke too long"))), at: noon)
    #expect(try store.privateNote(ID("a"))?.text == canary)
    #expect(try tables(store) == ["private_note"])
    #expect(try store.search(canary, limit: 9).isEmpty)
    #expect(try store.drafts().isEmpty)
    #expect(!"\(try #require(try store.dossier(ID("a"))))".contains(canary))
    #expect(!"\(try store.archive())".contains(canary))
    #expect(try store.undo(at: noon)?.title == "add")
    #expect(try store.privateNote(ID("a"))?.text == canary)
  }

  @Test func deletingTheApplicationDeletesItForGood() throws {
    let store = try Store.temporary()
    try store.apply(
      inserts(.application(application("a", "Acme")), .application(application("b", "Bolt"))),
      at: noon)
    try store.save(PrivateNote(application: ID("a"), text: canary, recorded: noon))
    try store.save(PrivateNote(application: ID("b"), text: "stays", recorded: noon))
    let dossier = try #require(try store.dossier(ID("a")))
    try store.apply(Recipe.delete(dossier), at: noon)
    #expect(try store.privateNote(ID("a")) == nil)
    #expect(try tables(store).isEmpty)
    _ = try store.undo(at: noon)
    #expect(try store.dossier(ID("a")) != nil)
    #expect(try store.privateNote(ID("a")) == nil)
    #expect(try store.privateNote(ID("b"))?.text == "stays")
    #expect(try store.check() == [])
  }

  @Test func aNoteOfADeletedApplicationIsNotKept() throws {
    let store = try Store.temporary()
    #expect(throws: StoreError.self) {
      try store.save(PrivateNote(application: ID("gone"), text: canary, recorded: noon))
    }
    #expect(try store.privateNote(ID("gone")) == nil)
    #expect(try tables(store).isEmpty)
  }

  /// Two machines may each have begun three changes of one debrief: both archives are taken whole.
  @Test func anArchiveWithManyOpenChangesIsTakenWhole() throws {
    let store = try Store.temporary()
    try store.apply(inserts(.application(application("a", "Acme"))), at: noon)
    var archive = try store.archive()
    archive.improvement = (0..<6).map { n in
      Improvement(id: ID("i\(n)"), application: ID("a"), recorded: noon) {
        $0.debrief = ID("d")
        $0.what = "\(n)"
      }
    }
    try store.merge(archive, at: noon)
    #expect(try store.archive().improvement.count == 6)
  }

  @Test func anEmptyNoteIsNoNote() throws {
    let store = try Store.temporary()
    try store.apply(inserts(.application(application("a", "Acme"))), at: noon)
    try store.save(PrivateNote(application: ID("a"), text: canary, recorded: noon))
    try store.save(PrivateNote(application: ID("a"), text: "", recorded: noon))
    #expect(try store.privateNote(ID("a")) == nil)
  }

  @Test func openChangesOfOthersAreBounded() throws {
    let store = try Store.temporary()
    try store.apply(
      inserts(.application(application("a", "Acme")), .application(application("b", "Bolt"))),
      at: noon)
    for n in 0..<9 {
      let it = Improvement(
        id: ID("i\(n)"), application: ID(n == 0 ? "a" : "b"), recorded: noon.adding(seconds: n)
      ) {
        $0.what = "\(n)"
        $0.effort = n == 1 ? .large : .small
        if n == 8 {
          $0.state = .done
          $0.outcome = "held"
        }
      }
      try store.apply(inserts(.improvement(it)), at: noon)
    }
    let all = try store.openImprovements(besides: ID("a"), limit: 40)
    #expect(all.map(\.improvement.what) == ["7", "6", "5", "4", "3", "2", "1"])
    #expect(all.allSatisfy { $0.company == "Bolt" })
    #expect(try store.openImprovements(besides: ID("a"), limit: 2).count == 2)
  }
}
