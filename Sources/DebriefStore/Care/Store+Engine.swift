import GRDB

extension Store {
  /// The version of the SQLite in use, such as `3.40.1`; nil when it cannot be asked.
  public static var engine: String? {
    guard let memory = try? Connection.inMemory() else { return nil }
    defer { try? memory.close() }
    return try? memory.read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") }
  }
}
