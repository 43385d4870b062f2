import DebriefModel
import GRDB

extension Store {
  /// The version of the résumé an application names, the latest of that name; nil when there is
  /// none on file.
  public func resume(named name: String) throws -> Resume? {
    guard !name.isEmpty else { return nil }
    return try read { db in
      try db.all(
        Resume.self, .resume, where: "name = ? ORDER BY recorded DESC, id LIMIT 1", [.text(name)]
      ).first
    }
  }
}
