import DebriefModel
import GRDB
import Glibc

extension Store {
  /// Removes the file of a store that was made a moment ago for something that came to nothing. It stays
  /// when anybody has written to it meanwhile, or has it open.
  public func discardUnused() throws {
    let isGone = try write { db in
      // With the lock held: nobody can begin to write between the look and the step.
      try db.isUnused && !isShared && !Store.isOpenElsewhere(path) && unlink(path) == 0
    } stands: { _, _ in
      false
    }
    if isGone { unlink(path + "-journal") }
  }
}

extension Database {
  /// Whether nothing was ever written.
  var isUnused: Bool {
    get throws {
      // A file that is still to be migrated lacks nouns, but hardly ever entries of the journal.
      let tables =
        ["journal", "private_note", "draft", "place"] + Entity.Kind.allCases.map(\.rawValue)
      for table in tables
      where try first("SELECT 1 FROM \"\(table)\" LIMIT 1", read: { _ in true }) != nil {
        return false
      }
      return true
    }
  }
}
