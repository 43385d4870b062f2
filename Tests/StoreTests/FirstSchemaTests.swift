import DebriefModel
import Foundation
import GRDB
import Testing

@testable import DebriefStore

/// `Files/schema-1.db` was written by the program that made the first schema, and is never written
/// again: what is in people's files by now must be read by every later program.
@Suite(.timed) struct FirstSchemaTests {
  static let file = (#filePath as NSString).deletingLastPathComponent + "/Files/schema-1.db"
  let folder = Folder()

  /// What SQLite says about every table, index, trigger and view; what it makes itself is its own.
  private func schema(_ path: String, readOnly: Bool = false) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.prepareDatabase { try PlainLetters.register($0) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.inDatabase { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql FROM sqlite_master
          WHERE sql IS NOT NULL AND name NOT LIKE 'words\\_%' ESCAPE '\\'
            AND name NOT LIKE 'desk\\_%' ESCAPE '\\' OR name = 'desk_passage' ORDER BY name
          """)
    }
  }

  /// Every row of a table in the columns it had, and of what type each value is.
  private func rows(_ table: String, _ columns: [String], in path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { try PlainLetters.register($0) }
    return try DatabaseQueue(path: path, configuration: configuration).inDatabase { db in
      let values = columns.map { "typeof(\"\($0)\") || ' ' || hex(\"\($0)\")" }
      return try String.fetchAll(
        db, sql: "SELECT \(values.joined(separator: " || ' ' || ")) FROM \"\(table)\" ORDER BY 1")
    }
  }

  private func opened() throws -> (path: String, store: Store) {
    write(bytes(Self.file), to: folder())
    return (folder(), try Store(path: folder()))
  }

  /// Fails when the first schema is edited: files that were made before would then lack what
  /// those made after have. A change of the schema is a new step of `Migration.all`.
  @Test func theFirstStepStillMakesTheSameSchema() throws {
    let first = try #require(Migration.all.first)
    #expect(first.version == 1)
    let new = try Store(path: folder(), access: .create, busyTimeout: 1, migrations: [first])
    try new.close()
    let made = try schema(folder())
    #expect(made == (try schema(Self.file, readOnly: true)))
    #expect(made.count > 50)
  }

  @Test func theStepsAreNumberedInOrder() {
    #expect(Migration.all.map(\.version) == Array(1...Store.knownSchema))
  }

  /// A file made anew and one that was brought here by the steps are the same.
  @Test func anOldFileAndANewOneEndWithTheSameSchema() throws {
    let (path, _) = try opened()
    let new = try Store(path: folder("new.db"))
    #expect(try schema(path) == schema(new.path))
  }

  @Test func everyNounOfAnOldFileIsReadAsItWas() throws {
    let (path, store) = try opened()
    #expect(store.schemaVersion == Store.knownSchema)
    #expect(try store.check() == [])
    for kind in Entity.Kind.allCases {
      let columns = try columns(of: kind.rawValue)
      guard !columns.isEmpty else { continue }  // A noun that came later.
      let before = try rows(kind.rawValue, columns, in: Self.file)
      #expect(before.count > 0, "the fixture holds no \(kind.rawValue)")
      #expect(try rows(kind.rawValue, columns, in: path) == before, "\(kind.rawValue)")
    }
    // What was taken apart for the search is found, and what the journal keeps is taken back.
    #expect(try !store.search("outage", limit: 9).isEmpty)
    #expect(try !store.search("strasse zloty", limit: 9).isEmpty)
    #expect(try store.shelf(.init(.top, count: 9)).rows.count == store.archive().application.count)
    let full = try store.archive()
    #expect(try store.redo(at: noon) != nil)
    var undone = 0
    while try store.undo(at: noon, hidingPrivateNotes: true) != nil { undone += 1 }
    #expect(undone == 5)
    #expect(try store.archive() == Archive())
    for _ in 1..<undone { #expect(try store.redo(at: noon) != nil) }
    #expect(try store.archive() == full)
    #expect(try store.check() == [])
  }

  /// The files of the schemas between: every row as it was, and what came since is empty.
  /// The schemas of which a file is kept: each one that a step led away from since the fourth.
  private static let later = Migration.all.map { $0.version - 1 }.filter { $0 >= 4 }

  @Test(arguments: later) func aFileOfALaterSchemaIsReadAsItWas(_ schema: Int) throws {
    let before =
      (#filePath as NSString).deletingLastPathComponent + "/Files/schema-\(schema).db"
    write(bytes(before), to: folder())
    let store = try Store(path: folder())
    #expect(store.schemaVersion == Store.knownSchema && Store.knownSchema > schema)
    #expect(try store.check() == [])
    #expect(try self.schema(folder()) == self.schema(Store(path: folder("new.db")).path))
    for kind in Entity.Kind.allCases {
      let columns = try columns(of: kind.rawValue, in: before)
      guard !columns.isEmpty else { continue }  // A noun that came later.
      let was = try rows(kind.rawValue, columns, in: before)
      #expect(try rows(kind.rawValue, columns, in: folder()) == was, "\(kind.rawValue)")
      let isNew = schema == 4 && kind == .mark
      #expect(!was.isEmpty || isNew, "the fixture holds no \(kind.rawValue)")
    }
    let all = try store.archive()
    #expect(all.application.count == 8)
    if schema == 4 {
      #expect(all.application.allSatisfy { $0.picked == nil && $0.posting == nil })
      #expect(all.interview.allSatisfy { $0.dressFrom == nil })
    }
    #expect(
      all.application.allSatisfy {
        $0.coverSent == nil && $0.cover == nil && $0.coverText == nil && $0.hasCover == nil
      })
    #expect(all.event.allSatisfy { $0.undated == nil && $0.known == $0.placedOn })
    #expect(all.turn.allSatisfy { $0.preparation == nil })
    #expect(all.forecast.allSatisfy { $0.felt == nil } && !all.forecast.isEmpty)
    #expect(all.review.count == (schema < 6 ? 0 : 1))
    // What the journal of then keeps is taken back and done again.
    #expect(try store.undo(at: noon) != nil)
    #expect(try store.archive() != all)
    #expect(try store.redo(at: noon) != nil)
    #expect(try store.archive() == all)
  }

  /// The journal of schema 7 keeps a change of a long text as such: it is taken back and done again word for
  /// word by a program whose applications have more fields.
  @Test func aChangeOfALongTextOfTheSeventhSchemaIsTakenBack() throws {
    let before = (#filePath as NSString).deletingLastPathComponent + "/Files/schema-7.db"
    write(bytes(before), to: folder())
    let store = try Store(path: folder())
    func posting() throws -> String {
      try #require(try store.archive().application.first { $0.company == "Acme" }?.posting)
    }
    let late = try posting()
    #expect(late.utf8.count > 4_096 && late.hasSuffix("look after depot 180.And one depot more."))
    #expect(try store.undo(at: noon) != nil)
    #expect(try posting() + "And one depot more." == late)
    #expect(try store.undo(at: noon) != nil)
    #expect(try posting() == "We look for an engineer who keeps pumps running.")
    #expect(try store.redo(at: noon) != nil && store.redo(at: noon) != nil)
    #expect(try posting() == late)
    #expect(try store.check() == [])
  }

  /// A prediction is sealed for every program: it may go with its application, and never changes.
  @Test func aSealedPredictionIsNeverChangedBySQL() throws {
    let (path, store) = try opened()
    try store.close()
    let queue = try DatabaseQueue(path: path)
    let before = try rows("forecast", ["id", "chance", "sealed"], in: path)
    for change in ["chance = 99", "sealed = '2020-01-01T00:00:00Z'", "interview = 'x'", "felt = 1"]
    {
      #expect(throws: DatabaseError.self) {
        try queue.write { try $0.execute(sql: "UPDATE forecast SET \(change)") }
      }
    }
    let copy = "INTO forecast SELECT id, application, interview, 99, sealed, felt FROM forecast"
    for put in ["REPLACE", "INSERT OR REPLACE", "INSERT"] {
      #expect(throws: DatabaseError.self) {
        try queue.write { try $0.execute(sql: "\(put) \(copy)") }
      }
    }
    #expect(try rows("forecast", ["id", "chance", "sealed"], in: path) == before)
    try queue.write { try $0.execute(sql: "UPDATE forecast SET chance = chance") }
    try queue.write { try $0.execute(sql: "DELETE FROM forecast") }
    #expect(try rows("forecast", ["id"], in: path).isEmpty)
  }

  /// An archive that has another prediction under the same name changes nothing, also when it is to win.
  @Test func anImportNeverChangesAPrediction() throws {
    let (_, store) = try opened()
    let before = try store.archive()
    var other = before
    for i in other.forecast.indices { other.forecast[i].chance = 99 }
    let report = try store.intake(takeTheirs: true, at: noon) { take in
      for it in other.entities { try take(.init(it)) }
    }
    #expect(report.conflicts.count == before.forecast.count && before.forecast.count > 0)
    #expect(try store.archive().forecast == before.forecast)
  }

  @Test func whatTheStoreKeepsForItselfIsReadAsItWas() throws {
    let (path, store) = try opened()
    for table in ["private_note", "shelf", "journal", "tally", "place", "passage"] {
      // The ledger is a copy for speed, worked out anew where its rule changes: the check below reads it.
      let columns = try columns(of: table).filter { table != "shelf" || $0 != "ledger" }
      let before = try rows(table, columns, in: Self.file)
      #expect(before.count > 0, "the fixture holds no \(table)")
      #expect(try rows(table, columns, in: path) == before, "\(table)")
    }
    var shown: [ID: Status] = [:]
    try store.eachGlance { shown[$0.id] = $0.status(now: noon) }
    for row in try store.shelf(.init(.top, count: 99)).rows {
      #expect(shown[row.application.id] == row.status(now: noon))
    }
    let owner = try #require(
      try store.queue.inDatabase {
        try String.fetchOne($0, sql: "SELECT value FROM place WHERE key = 'home'")
      })
    let drafts = [
      Draft(scope: "capture/", fields: ["text": "日本, half typed"]),
      Draft(
        scope: "finding/\(owner)//weakness", fields: ["statement": "half a sent", "weight": "4"]),
    ]
    #expect(try store.drafts() == drafts)
    #expect(try store.privateNote(ID(owner))?.text == "nobody\nreads this")
  }

  /// What this test copies is the committed file itself, which must stay what it was.
  @Test func openingItToReadAnswersThatItIsOld() throws {
    write(bytes(Self.file), to: folder())
    guard Store.knownSchema > 1 else { return }
    let before = bytes(folder())
    #expect(throws: StoreError.self) { try Store(path: folder(), access: .readOnly) }
    #expect(bytes(folder()) == before)
  }

  private func columns(of table: String, in path: String = Self.file) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).inDatabase {
      try String.fetchAll($0, sql: "SELECT name FROM pragma_table_info('\(table)') ORDER BY cid")
    }
  }
}
