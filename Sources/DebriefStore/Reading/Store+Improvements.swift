import DebriefModel
import GRDB

extension Store {
  /// The changes that other applications left open, smallest effort and newest first, at most
  /// `limit`.
  public func openImprovements(besides application: ID, limit: Int) throws -> [Carried] {
    try read { db in
      let found = try db.all(
        Improvement.self,
        where: """
          state = 'open' AND application <> ? ORDER BY CASE effort WHEN 'small' THEN 0 \
          WHEN 'medium' THEN 1 ELSE 2 END, recorded DESC, id LIMIT ?
          """, [.id(application), .number(max(0, limit))])
      let names = try db.rowNames(of: Array(Set(found.map(\.application))).sorted())
      return found.compactMap { improvement in
        names[improvement.application].map { Carried(improvement, company: $0) }
      }
    }
  }
}
