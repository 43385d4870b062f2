import DebriefModel
import GRDB

extension Store {
  /// The versions of the résumé, the latest first, then those that applications only name; at most
  /// `limit`. Each costs one query over the applications that name it, through an index.
  public func resumes(now: Moment, limit: Int) throws -> [ResumeRecord] {
    try read { db in
      let known = try db.all(
        Resume.self, where: "1 ORDER BY recorded DESC, id LIMIT ?",
        [.number(max(0, limit))])
      var records = known.map { ResumeRecord($0, name: $0.name) }
      let names = Set(known.map(\.name))
      var last = ""
      // From one name to the next, never over the applications of one.
      while records.count < limit,
        let name = try db.first(
          "SELECT resume FROM application WHERE resume <> '' AND resume > ? ORDER BY resume LIMIT 1",
          .text(last), read: { try $0.text() })
      {
        last = name
        if !names.contains(name) { records.append(ResumeRecord(nil, name: name)) }
      }
      for i in records.indices where !records[i].name.isEmpty {
        try db.each(ResumeQuery.ledgers, [.text(records[i].name)]) {
          records[i].count(Status(try $0.ledger(), now: now, patience: patience))
        }
      }
      return records
    }
  }
}

extension Store {
  /// The versions of the cover letter that applications name, by name; at most `limit`.
  public func coverVersions(limit: Int) throws -> [String] {
    try read { db in
      var names: [String] = []
      var last = ""
      // From one name to the next, never over the applications of one.
      while names.count < limit,
        let name = try db.first(
          "SELECT cover FROM application WHERE cover <> '' AND cover > ? ORDER BY cover LIMIT 1",
          .text(last), read: { try $0.text() })
      {
        last = name
        names.append(name)
      }
      return names
    }
  }
}

/// The applications of one version, as the list keeps them.
enum ResumeQuery {
  static let ledgers = """
    SELECT s.ledger FROM application a JOIN shelf s ON s.application = a.id
    WHERE a.resume = ? AND a.resume <> ''
    """
}
