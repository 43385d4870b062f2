import DebriefModel
import GRDB

extension Store {
  /// Looks the whole file over. Each finding is one sentence; none means that it is sound.
  public func check() throws -> [String] {
    var findings = try read { db in try db.integrity() }
    if !findings.isEmpty { return findings }
    findings = try missingParts().map { "The \($0) is missing" + Store.mended }
    if !findings.isEmpty { return findings }
    findings += try read { db in
      var findings = try db.rows()
      findings += try db.journalFindings()
      findings += try db.keepingFindings()
      findings += try db.ledgerFindings()
      return findings
    }
    if !isReadOnly { findings += try searchFindings() }
    return findings
  }

  /// Compares the search tables with the passages. The check is an INSERT, so it is rolled back.
  private func searchFindings() throws -> [String] {
    try guarding {
      try queue.inDatabase { db in
        var findings: [String] = []
        try db.inTransaction(.immediate) {
          for table in ["words", "desk"] {
            do {
              try db.execute(
                sql: "INSERT INTO \(table)(\(table), rank) VALUES ('integrity-check', 1)")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
              findings.append("The search table \(table) doesn't match your notes" + Store.mended)
            }
          }
          return .rollback
        }
        return findings
      }
    }
  }
}

extension Database {
  fileprivate func integrity() throws -> [String] {
    var findings = try all("PRAGMA integrity_check(20)") { try $0.text() }
    if findings == ["ok"] { findings = [] }
    return findings.map { "SQLite: \($0)." }
  }

  /// Reads every row of every noun, and looks for what belongs to no application.
  fileprivate func rows() throws -> [String] {
    var findings: [String] = []
    for kind in Entity.Kind.allCases {
      do { try forEach(kind, inOrder: false) { _, _ in } } catch is Unreadable {
        findings.append("The table \(kind.rawValue) has a row that can't be read.")
      }
    }
    try each("PRAGMA foreign_key_check") { row in
      findings.append("A row of \(try row.text()) belongs to an application that isn't there.")
    }
    return findings
  }

  fileprivate func journalFindings() throws -> [String] {
    var bad = 0
    try each("SELECT change FROM journal") { row in
      do { _ = try Change(outline: try row.text()) } catch { bad += 1 }
    }
    bad += try unreadableParts()
    return bad == 0 ? [] : ["Some past changes can't be read, so they can't be undone: \(bad)."]
  }

  /// Whether what the store keeps beside the nouns fits them.
  fileprivate func keepingFindings() throws -> [String] {
    let checks = [
      (
        "An application is missing from the list",
        "SELECT 1 FROM application WHERE id NOT IN (SELECT application FROM shelf)"
      ),
      (
        "The list has an application that's gone",
        "SELECT 1 FROM shelf WHERE application NOT IN (SELECT id FROM application)"
      ),
      (
        "The list and the search index don't match",
        """
        SELECT 1 FROM shelf s LEFT JOIN passage p ON p.number = s.number
        WHERE p.entity IS NOT s.application OR p.kind IS NOT 'application'
        """
      ),
      (
        "The count of applications is wrong",
        """
        SELECT 1 WHERE (SELECT count(*) FROM application)
          <> ifnull((SELECT count FROM tally WHERE name = 'application'), -1)
        """
      ),
    ]
    return try checks.compactMap { finding, sql in
      try first(sql + " LIMIT 1") { try $0.number() } == nil ? nil : finding + Store.mended
    }
  }

  /// Whether the rows of the list show what the facts say; the first that does not is named.
  fileprivate func ledgerFindings() throws -> [String] {
    var stretch: [Glance] = []
    func wrong() throws -> String? {
      defer { stretch.removeAll(keepingCapacity: true) }
      let ids = stretch.map(\.id)
      let (names, ledgers) = (try names(of: ids), try ledgers(of: ids))
      for glance in stretch {
        guard let name = names[glance.id], let ledger = ledgers[glance.id] else { continue }
        if (glance.company, glance.role, glance.ledger) != (name.company, name.role, ledger) {
          return name.company
        }
      }
      return nil
    }
    var found: String?
    try some(Glance.columns) { row in
      stretch.append(try Glance(&row, Patience()))
      if stretch.count == 256 { found = try wrong() }
      return found == nil
    }
    if found == nil { found = try wrong() }
    return found.map { ["The list is out of date for \($0)" + Store.mended] }
      ?? []
  }
}
