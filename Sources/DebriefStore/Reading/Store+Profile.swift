import DebriefModel
import GRDB

extension Store {
  /// Who looks for work; nil before it was written down.
  public func profile() throws -> Profile? {
    try read { db in
      guard case .profile(let it)? = try db.load(.profile, Profile.id) else { return nil }
      return it
    }
  }
}
