import DebriefModel
import GRDB

extension Store {
  /// The rows of the whole list, latest activity first: one stretch of one table, for a command that
  /// prints all of it.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  public func eachGlance(_ body: (Glance) throws -> Void) throws {
    try read { db in
      try db.naming("shelf") {
        try db.each(Glance.columns + " ORDER BY age, application") {
          let glance = try Glance(&$0, patience)
          do { try body(glance) } catch { throw CallersError(error: error) }
        }
      }
    }
  }
}

extension Glance {
  /// What a row is read from.
  static let columns = "SELECT application, company, role, ledger FROM shelf"

  init(_ row: inout RowReader, _ patience: Patience) throws {
    self.init(
      id: try row.id(), company: try row.text(), role: try row.text(), ledger: try row.ledger(),
      patience: patience)
  }
}
