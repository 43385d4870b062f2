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

extension Store {
  /// A debrief that is gone through, with when its questions were answered: their pace says how long the rest
  /// takes.
  public struct Pace: Sendable {
    /// The debrief.
    public var debrief: Debrief
    /// When its questions were answered, in no order.
    public var answered: [Moment] = []
  }

  /// The latest debrief of each application that has one that is not closed.
  ///
  /// A list is worth more than its minutes: where an answer can't be read, it counts for none.
  public func paces() throws -> [ID: Pace] {
    try read { db in
      var paces: [ID: Pace] = [:]
      try db.naming(.debrief) {
        try db.each("SELECT \(Debrief.list) FROM debrief WHERE closed IS NULL") { row in
          let it = try Debrief(&row)
          if let known = paces[it.application], Debrief.inOrder(it, known.debrief) { return }
          paces[it.application] = Pace(debrief: it)
        }
      }
      let sql = """
        SELECT r.application, r.debrief, r.answered FROM debrief d
        JOIN response r ON r.application = d.application AND r.debrief = d.id
        WHERE d.closed IS NULL
        """
      try? db.each(sql) { row in
        let (application, debrief) = (try row.id(), try row.id())
        guard let moment = try row.momentIfAny(), paces[application]?.debrief.id == debrief else {
          return
        }
        paces[application]?.answered.append(moment)
      }
      return paces
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
