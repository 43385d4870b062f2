import DebriefModel
import GRDB
import GRDBSQLite
import Glibc

/// Statements are prepared once and kept by the connection; rows are read straight from SQLite,
/// which is several times faster than decoding rows by name.
extension Database {
  /// Runs a statement and shows every row it yields.
  func each(
    _ sql: String, _ bindings: [Binding] = [], _ row: (inout RowReader) throws -> Void
  ) throws {
    try some(sql, bindings) {
      try row(&$0)
      return true
    }
  }

  /// Runs a statement and shows the rows it yields for as long as more are wanted.
  func some(
    _ sql: String, _ bindings: [Binding] = [], _ row: (inout RowReader) throws -> Bool
  ) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    sqlite3_reset(statement)
    defer { sqlite3_reset(statement) }
    for (index, binding) in bindings.enumerated() {
      try bind(binding, to: statement, at: CInt(index + 1))
    }
    let zone = ReadBy.zone
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        var reader = RowReader(statement, zone)
        guard try row(&reader) else { return }
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: sqlite3_errmsg(sqliteConnection).map { String(cString: $0) })
      }
    }
  }

  /// Runs statements that yield nothing of interest and take no values.
  func script(_ sql: String) throws {
    let code = sqlite3_exec(sqliteConnection, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(sqliteConnection).map { String(cString: $0) }, sql: sql)
    }
  }

  /// Does something between `begin` and a commit; takes all of it back when it throws. Nobody
  /// observes transactions here, so SQLite is told directly, which saves a third of a short read.
  func transaction<T>(_ begin: String, _ body: () throws -> T) throws -> T {
    try script(begin)
    do {
      let result = try body()
      try script("COMMIT")
      return result
    } catch {
      // Some errors have rolled back already. Where even that fails, the first error says more, and
      // whoever reads the file next takes back what is half done.
      if sqlite3_get_autocommit(sqliteConnection) == 0 {
        sqlite3_exec(sqliteConnection, "ROLLBACK", nil, nil, nil)
      }
      throw error
    }
  }

  /// Does something long that can be stopped between two steps of SQLite's.
  func stoppable<T>(_ isCancelled: (() -> Bool)?, _ body: () throws -> T) throws -> T {
    guard let isCancelled else { return try body() }
    return try withoutActuallyEscaping(isCancelled) { ask in
      let asked = Asked(ask)
      sqlite3_progress_handler(
        sqliteConnection, 10_000,
        { asked in
          guard let asked else { return 0 }
          return Unmanaged<Asked>.fromOpaque(asked).takeUnretainedValue().ask() ? 1 : 0
        }, Unmanaged.passUnretained(asked).toOpaque())
      defer {
        sqlite3_progress_handler(sqliteConnection, 0, nil, nil)
        withExtendedLifetime(asked) {}
      }
      do { return try body() } catch let error as DatabaseError
        where error.resultCode == .SQLITE_INTERRUPT
      {
        throw StoreError.stopped
      }
    }
  }

  /// Writes the first page as it is and waits until the disk has it, and all that came before.
  func writeThrough() throws {
    try transaction("BEGIN IMMEDIATE") {
      try script("PRAGMA user_version = \(try schema)")
    }
  }

  /// Runs a statement.
  func run(_ sql: String, _ bindings: Binding...) throws { try each(sql, bindings) { _ in } }

  /// Runs a statement.
  func run(_ sql: String, all bindings: [Binding]) throws { try each(sql, bindings) { _ in } }

  /// What the first row says, or nil when there is none.
  func first<T>(
    _ sql: String, _ bindings: Binding..., read: (inout RowReader) throws -> T
  ) throws -> T? {
    var result: T?
    try each(sql, bindings) { if result == nil { result = try read(&$0) } }
    return result
  }

  /// What every row says.
  func all<T>(
    _ sql: String, _ bindings: Binding..., read: (inout RowReader) throws -> T
  ) throws -> [T] {
    var result: [T] = []
    try each(sql, bindings) { result.append(try read(&$0)) }
    return result
  }

  private func bind(_ binding: Binding, to statement: OpaquePointer, at index: CInt) throws {
    let code =
      switch binding {
      case .number(let number): sqlite3_bind_int64(statement, index, Int64(number))
      case .none: sqlite3_bind_null(statement, index)
      case .text(var text):
        // By length, not up to the first NUL: what was typed is kept whole.
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            sqlite3_bind_text64(
              statement, index, $0.baseAddress ?? emptyText, UInt64($0.count), transient,
              UInt8(SQLITE_UTF8))
          }
        }
      }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

private final class Asked {
  let ask: () -> Bool
  init(_ ask: @escaping () -> Bool) { self.ask = ask }
}

/// By whose clock the rows of a transaction are read: set by ``Store`` around each.
enum ReadBy {
  @TaskLocal static var zone: Zone?
}

/// Tells SQLite to copy what it is given (`SQLITE_TRANSIENT`, a macro Swift cannot import).
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// An empty C string: a null pointer would be bound as NULL.
private var emptyText: UnsafePointer<CChar> {
  let empty: StaticString = ""
  return UnsafeRawPointer(empty.utf8Start).assumingMemoryBound(to: CChar.self)
}
