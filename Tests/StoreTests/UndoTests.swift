import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

/// Every row of every noun's table, as SQLite has it.
func dump(_ store: Store) throws -> [String] {
  try store.queue.inDatabase { db in
    try Entity.Kind.allCases.flatMap { kind in
      let columns = kind.type.columns.map { "quote(hex(\"\($0)\")) || typeof(\"\($0)\")" }
      return try String.fetchAll(
        db,
        sql: "SELECT \(columns.joined(separator: " || '|' || ")) FROM \(kind.rawValue) ORDER BY id")
    }
  }
}

@Suite(.timed) struct UndoTests {
  let folder = Folder()

  @Test func aThousandChangesAreUndoneAndRedone() throws {
    var store = try Store(path: folder())
    var ledger = Ledger(seed: 42)
    var dumps = [try dump(store)]
    for step in 1...1000 {
      let change = ledger.change()
      if change.operations.isEmpty { dumps.append(dumps[step - 1]); continue }
      #expect(try store.apply(change, at: noon.adding(seconds: step)) == change)
      dumps.append(try step % 20 == 0 ? dump(store) : [])
      if step == 500 { store = try reopened(store) }
    }
    #expect(try store.archive() == ledger.archive)
    #expect(try store.check() == [])
    let count = try journal(store)
    for step in 1...count {
      #expect(try store.undo(at: noon) != nil)
      if step == count / 2 {
        store = try reopened(store)
        #expect(try store.check() == [])
      }
    }
    #expect(try store.undo(at: noon) == nil)
    #expect(try dump(store) == dumps[0])
    #expect(try store.check() == [])
    #expect(try store.shelf(.init(.top, count: 5)).total == 0)
    var redone = 0
    while try store.redo(at: noon) != nil {
      redone += 1
      if redone == count / 3 { store = try reopened(store) }
    }
    #expect(redone == count)
    #expect(try dump(store) == dumps[1000])
    #expect(try store.check() == [])
  }

  @Test func everySingleStepGoesBackToTheSameRows() throws {
    let store = try Store(path: folder())
    var ledger = Ledger(seed: 7)
    for step in 1...120 {
      let before = try dump(store)
      let change = ledger.change()
      if change.operations.isEmpty { continue }
      try store.apply(change, at: noon.adding(seconds: step))
      let after = try dump(store)
      #expect(try store.undo(at: noon) == change.inverse)
      #expect(try dump(store) == before)
      #expect(try store.redo(at: noon) == change)
      #expect(try dump(store) == after)
    }
    #expect(try store.check() == [])
  }

  @Test func aNewChangeForgetsWhatWasUndone() throws {
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    try store.apply(inserts(.application(application("bbbb", "Acme"))), at: noon)
    #expect(try undoable(store) == ("add", nil))
    _ = try store.undo(at: noon)
    #expect(try undoable(store) == ("add", "add"))
    try store.apply(inserts(.application(application("cccc", "Kestrel"))), at: noon)
    #expect(try store.redo(at: noon) == nil)
    _ = try store.undo(at: noon)
    _ = try store.undo(at: noon)
    #expect(try store.archive() == Archive())
  }

  @Test func theJournalKeepsTheLastThousand() throws {
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    // The journal is filled by hand: a thousand durable commits would only cost time.
    try store.queue.inDatabase {
      try $0.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
          INSERT INTO journal (at, title, change)
          SELECT 'now', 'none', '{"title":"none","operations":[]}' FROM n
          """)
    }
    for number in 1...40 {
      try store.apply(inserts(.application(application("b\(number)", "Acme"))), at: noon)
      #expect(try (1000..<1016).contains(journal(store)) || number < 16)
    }
    #expect(try store.undo(at: noon)?.operations.count == 1)
    #expect(try store.check() == [])
  }

  @Test func undoRefusesWhereARowIsNotAsItLeftIt() throws {
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    try store.queue.inDatabase { try $0.execute(sql: "UPDATE application SET role = 'x'") }
    let before = try dump(store)
    let error = #expect(throws: StoreError.self) { try store.undo(at: noon) }
    #expect(error?.description.contains("The application aaaa has changed since") == true)
    #expect(try dump(store) == before)
    #expect(try undoable(store).undo == "add")
  }

  private func reopened(_ store: Store) throws -> Store {
    try store.close()
    return try Store(path: folder(), access: .existing)
  }

  private func journal(_ store: Store) throws -> Int {
    try store.queue.inDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM journal") } ?? 0
  }
}
