import DebriefModel
import GRDB

extension Store {
  /// The changes that other applications left open, smallest effort and newest first, at most
  /// `limit`.
  public func openImprovements(besides application: ID, limit: Int) throws -> [Carried] {
    try read { db in
      let found = try db.all(
        Improvement.self, .improvement,
        where: """
          state = 'open' AND application <> ? ORDER BY CASE effort WHEN 'small' THEN 0 \
          WHEN 'medium' THEN 1 ELSE 2 END, recorded DESC, id LIMIT ?
          """, [.id(application), .number(max(0, limit))])
      return try found.compactMap { improvement in
        guard case .application(let it)? = try db.load(.application, improvement.application) else {
          return nil
        }
        return Carried(improvement, company: it.company)
      }
    }
  }
}
