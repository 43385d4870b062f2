import DebriefModel
import GRDB

extension Store {
  /// The versions of the résumé, the latest first, then those that applications only name; at most
  /// `limit`. Each costs one query over the applications that name it, through an index.
  public func resumes(now: Moment, limit: Int) throws -> [ResumeRecord] {
    try read { db in
      let known = try db.all(
        Resume.self, .resume, where: "1 ORDER BY recorded DESC, id LIMIT ?",
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
        let found = try db.first(
          ResumeQuery.results, .text(now.day.adding(days: 1).description),
          .text(records[i].name),
          read: { (try $0.number(), try $0.number(), try $0.number(), try $0.number()) })
        guard let found else { continue }
        (records[i].sent, records[i].talks, records[i].offers, records[i].settled) = found
      }
      return records
    }
  }
}

/// Counts over the applications of one version. What was reopened is in flight again.
enum ResumeQuery {
  static let results = """
    SELECT count(*), coalesce(sum(talk), 0), coalesce(sum(offer), 0),
      coalesce(sum(talk OR decided), 0) FROM (
      SELECT
        EXISTS (SELECT 1 FROM event e WHERE e.application = a.id AND e.kind = 'held')
          OR EXISTS (SELECT 1 FROM interview i WHERE i.application = a.id AND i.start < ?) AS talk,
        EXISTS (SELECT 1 FROM event e WHERE e.application = a.id
          AND e.kind IN ('offered', 'accepted', 'declined')) AS offer,
        coalesce((SELECT e.kind NOT IN ('reopened', 'withdrew') FROM event e
          WHERE e.application = a.id AND e.kind IN
            ('refused', 'silent', 'withdrew', 'offered', 'accepted', 'declined', 'reopened')
          ORDER BY e."on" DESC, e.recorded DESC, e.id DESC LIMIT 1), 0) AS decided
      FROM application a WHERE a.resume = ? AND a.resume <> '')
    """
}
