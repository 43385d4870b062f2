import DebriefModel
import GRDB

extension Store {
  /// How a finding ends that ``rebuild()`` mends.
  static let mended = ". debrief doctor --rebuild fixes it."

  /// What a rebuild made anew.
  public struct Rebuilt: Equatable, Sendable {
    /// The rows of the list.
    public var applications = 0
    /// The texts that are found by the search.
    public var texts = 0
    /// Parts of the file that were missing, such as `index event_due`.
    public var missing: [String] = []
  }

  /// Builds anew what follows from the nouns: the indexes, the search, the list and the counts, for a
  /// file whose ``check()`` finds them wrong. No noun is touched; all of it is done or nothing.
  @discardableResult
  public func rebuild() throws -> Rebuilt {
    let missing = try missingParts()
    return try write { db in
      for part in missing { try db.execute(sql: part.sql) }
      var rebuilt = try db.rebuildAll()
      rebuilt.missing = missing.map(\.name)
      return rebuilt
    } stands: { _, _ in
      false  // To build it once more changes nothing: it can be done again.
    }
  }

  /// A part of the schema.
  struct Part: CustomStringConvertible {
    var name: String
    var sql: String
    var description: String { name }
  }

  /// What every file has and this one does not, in the order in which it can be made. Tables of nouns
  /// are not among it: an empty one in the place of what is lost would hide the loss.
  func missingParts() throws -> [Part] {
    let nouns = Set(Entity.Kind.allCases.map(\.rawValue)).union(["journal", "private_note"])
    let whole = try guarding {
      let reference = try Connection.inMemory(Store.reference)
      defer { try? reference.close() }
      return try reference.inDatabase { db in
        try db.migrate(Migration.all)
        return try db.parts()
      }
    }
    let found = Set(try read { try $0.parts() }.map(\.name))
    for name in nouns where !found.contains("table " + name) {
      throw StoreError.damaged(path: path, detail: "the table \(name) is missing")
    }
    return whole.filter { !found.contains($0.name) }
  }

  /// A connection on which a schema can be made.
  static var reference: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { try PlainLetters.register($0) }
    return configuration
  }
}

extension Database {
  /// All parts of the schema but those that SQLite and the search make for themselves.
  fileprivate func parts() throws -> [Store.Part] {
    try all(
      """
      SELECT type, name, sql FROM sqlite_master
      WHERE sql IS NOT NULL AND name NOT LIKE 'words\\_%' ESCAPE '\\'
        AND (name NOT LIKE 'desk\\_%' ESCAPE '\\' OR type = 'view')
      ORDER BY rowid
      """
    ) {
      Store.Part(name: try $0.text() + " " + $0.text(), sql: try $0.text())
    }
  }

  /// Builds anew what follows from the nouns.
  func rebuildAll() throws -> Store.Rebuilt {
    var rebuilt = Store.Rebuilt()
    try withSmallCache { try script("REINDEX") }
    let ages = try ages()
    try execute(sql: "DELETE FROM shelf; DELETE FROM passage")
    try rebuildWords()
    var insertion = BulkInsertion(self)
    for kind in Entity.Kind.allCases {
      try forEach(kind) { entity, _ in
        insertion.remember(entity)
        if kind == .application { rebuilt.applications += 1 }
      }
    }
    rebuilt.texts = try insertion.finish()
    try touch(ages)
    try execute(
      sql: "INSERT OR REPLACE INTO tally SELECT 'application', count(*) FROM application")
    return rebuilt
  }

  fileprivate func ages() throws -> [ID: Int] {
    var ages: [ID: Int] = [:]
    try each("SELECT application, age FROM shelf") { ages[try $0.id()] = -(try $0.number()) }
    return ages
  }
}
