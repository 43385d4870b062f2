import DebriefModel
import GRDB

extension Database {
  /// How many other applications at one company are looked at for the same job.
  private static let sharingReach = 40

  private static let sharing = """
    SELECT a.id, EXISTS (
        SELECT 1 FROM (SELECT b.id AS id, b.role AS role FROM application b
          WHERE b.company = a.company COLLATE NOCASE
          ORDER BY b.created DESC LIMIT \(sharingReach)) c
        WHERE c.id <> a.id AND (c.role = a.role COLLATE NOCASE OR c.role = '' OR a.role = ''))
    FROM application a WHERE a.id IN \(lot)
    AND EXISTS (SELECT 1 FROM application b
      WHERE b.company = a.company COLLATE NOCASE AND b.id <> a.id)
    """

  /// With what others on file applications could be confused in a row; those that share nothing are
  /// left out. Through the company's index, so that it costs the same however long the archive is.
  /// A list, as the first frame needs it: to make a dictionary of a new kind takes the runtime as long as to
  /// read six rows.
  func sharing(of ids: [ID]) throws -> [(id: ID, sharing: JobName.Sharing)] {
    var found: [(id: ID, sharing: JobName.Sharing)] = []
    for start in stride(from: 0, to: ids.count, by: 32) {
      var bindings = ids[start..<min(start + 32, ids.count)].map { Binding.text($0.text) }
      while bindings.count < 32 { bindings.append(.none) }
      try each(Database.sharing, bindings) {
        let id = try $0.id()
        found.append((id, try $0.number() != 0 ? .job : .company))
      }
    }
    return found
  }

  /// What rows call applications, by their ids; those that are gone are left out.
  func rowNames(of ids: [ID]) throws -> [ID: String] {
    let shared = Dictionary(
      try sharing(of: ids).map { ($0.id, $0.sharing) }, uniquingKeysWith: { first, _ in first })
    var names: [ID: String] = [:]
    try every(Application.self, "id", ids) {
      names[$0.id] = JobName.text($0, shared[$0.id] ?? .none)
    }
    return names
  }

  /// What rows call an application; empty when it is gone.
  func rowName(of id: ID) throws -> String { try rowNames(of: [id])[id] ?? "" }
}

extension Store {
  /// What rows call applications, by their ids; those that are gone are left out. Throws what any read does.
  public func names(of ids: [ID]) throws -> [ID: String] {
    ids.isEmpty ? [:] : try read { try $0.rowNames(of: Set(ids).sorted()) }
  }
}
