import GRDB

/// The indexes of tables that very many rows are put into: taken away before, and made anew behind the
/// last row. To sort all of them once takes a fraction of looking for a place for each, and leaves no
/// half empty pages. Inside a transaction nobody else ever sees a file without them.
struct LateIndexes {
  private let db: Database
  private var waiting: [String] = []

  init(_ db: Database) { self.db = db }

  /// Takes the indexes of a table away. Those stay that come with the table itself, and those by which
  /// SQLite looks for what belongs to an application: it asks them with every application that is put in.
  mutating func setAside(_ table: String) throws {
    let found = try db.all(
      """
      SELECT m.name, m.sql FROM sqlite_master m
      WHERE m.type = 'index' AND m.tbl_name = ? AND m.sql IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM pragma_foreign_key_list(m.tbl_name) k
        JOIN pragma_index_info(m.name) i ON i.seqno = 0 AND i.name = k."from")
      ORDER BY m.rowid
      """, .text(table)
    ) { (name: try $0.text(), sql: try $0.text()) }
    for index in found {
      try db.script("DROP INDEX \"\(index.name)\"")
      waiting.append(index.sql)
    }
  }

  /// Makes them anew, each sorted by a second thread while this one reads the rows.
  mutating func restore() throws {
    if waiting.isEmpty { return }
    try db.script("PRAGMA threads = 1")
    try db.withSmallCache { for sql in waiting { try db.script(sql) } }
    try db.script("PRAGMA threads = 0")
    waiting = []
  }
}
