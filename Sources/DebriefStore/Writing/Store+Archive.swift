import DebriefModel
import GRDB

extension Store {
  /// Everything in the store, in the order of ids.
  public func archive() throws -> Archive {
    try read { db in
      var archive = Archive()
      for kind in Entity.Kind.allCases { try db.forEach(kind) { it, _ in archive.append(it) } }
      return archive
    }
  }

  /// Shows everything in the store at one moment: nouns in the order of their names, things in the
  /// order of ids, with one of them in memory.
  ///
  /// While it runs nobody else can write: `visit` must wait for nobody outside the program.
  ///
  /// - Parameter visit: Is given each, with about how many bytes it takes in memory.
  /// - Throws: ``StoreError``, and what `visit` throws.
  public func everything(_ visit: (Entity, _ weight: Int) throws -> Void) throws {
    var thrown: (any Error)?
    do {
      try read { db in
        for kind in Entity.Kind.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
          try db.forEach(kind) { entity, weight in
            do { try visit(entity, 512 + weight) } catch {
              thrown = error
              throw error
            }
          }
        }
      }
    } catch { throw thrown ?? error }
  }

  /// Brings in what an archive holds and this store does not: see ``intake(dryRun:takeTheirs:at:_:)``.
  ///
  /// - Throws: ``StoreError/refused(_:)`` for an archive of a newer version, or with something that can't be.
  @discardableResult
  public func merge(
    _ archive: Archive, dryRun: Bool = false, takeTheirs: Bool = false, at moment: Moment
  ) throws -> MergeReport {
    guard archive.version <= Archive.version else {
      throw StoreError.refused(
        "The export is from a newer version of debrief (version \(archive.version); yours reads up to "
          + "\(Archive.version)). Nothing was imported. Update debrief first.")
    }
    return try intake(dryRun: dryRun, takeTheirs: takeTheirs, at: moment) { take in
      for entity in archive.entities { try take(Arrival(entity)) }
    }
  }
}

extension Database {
  /// Takes memory back from the pages of the file where they are read and written in order, or something
  /// else needs as much: sorting, an index of words. Gives it back behind it, whether it went well or not.
  func withSmallCache(_ body: () throws -> Void) throws {
    try script("PRAGMA cache_size = -\(Store.cache / 4)")
    do { try body() } catch {
      try script("PRAGMA cache_size = -\(Store.cache)")
      throw error
    }
    try script("PRAGMA cache_size = -\(Store.cache)")
  }
}
