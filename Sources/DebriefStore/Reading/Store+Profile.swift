import DebriefModel
import GRDB

extension Store {
  /// Who looks for work; nil before it was written down.
  public func profile() throws -> Profile? { try read { try $0.profile() } }

  /// The version of the résumé an application names, the latest of that name; nil when there is
  /// none on file.
  public func resume(named name: String) throws -> Resume? {
    try read { try $0.resume(named: name) }
  }
}

extension Database {
  /// Who looks for work; nil before it was written down.
  func profile() throws -> Profile? {
    guard case .profile(let it)? = try load(.profile, Profile.id) else { return nil }
    return it
  }

  /// The latest version of the résumé of a name; nil for no name, and when there is none.
  func resume(named name: String) throws -> Resume? {
    guard !name.isEmpty else { return nil }
    return try all(
      Resume.self, where: "name = ? ORDER BY recorded DESC, id LIMIT 1", [.text(name)]
    ).first
  }
}
