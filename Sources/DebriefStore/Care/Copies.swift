import GRDB
import Glibc

extension Store {
  /// Copies the whole store into a new file (0600) while it stays in use, and checks the copy. A
  /// file that is already there is never overwritten.
  ///
  /// - Throws: ``StoreError/refused(_:)`` when there is a file of that name,
  ///   ``StoreError/missingFolder(_:)`` when there is no folder for it.
  public func backup(to path: String) throws {
    let target = try Location(path).path
    // The file is not there yet, so it's the folder that is missed.
    let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? ""
    var info = stat()
    if !folder.isEmpty, stat(folder, &info) != 0, errno == ENOENT {
      throw StoreError.missingFolder(folder)
    }
    try guarding {
      do { try Store.copy(queue, to: target) } catch is Taken {
        throw StoreError.refused(
          "\(target) already exists, so it was left alone. Name another file.")
      }
    }
  }

  /// Keeps a copy of a file before it is migrated: among its backups or, where it has none, beside it as
  /// `debrief.db.schema-1`, numbered when taken.
  func keepCopy(schema: Int) throws {
    if let backups {
      try backUp(.update, at: backups.began)
      return
    }
    let name = "\(path).schema-\(schema)"
    var number = 1
    while true {
      do {
        return try Store.copy(queue, to: number == 1 ? name : "\(name).\(number)")
      } catch is Taken {
        number += 1
      }
    }
  }

  /// There is something at a path already.
  struct Taken: Error {}

  static func copy(_ queue: DatabaseQueue, to path: String) throws {
    // Under a name of its own until it is whole: half a copy would be taken for one.
    if access(path, F_OK) == 0 { throw Taken() }
    CutOff.tidy(copiesTo: path)
    let part = CutOff.part(of: path)
    let claim = try Claim(making: part, for: path)
    defer { withExtendedLifetime(claim) {} }
    do {
      try fill(part, from: queue)
      try Location.sync(part)
      if link(part, path) == 0 {
        unlink(part)
      } else if errno == EEXIST {
        throw Taken()
      } else if ![EPERM, EOPNOTSUPP, ENOSYS].contains(errno) || access(path, F_OK) == 0
        || rename(part, path) != 0
      {
        throw Location.failure(errno, at: path)
      }
    } catch {
      unlink(part)
      unlink(part + "-journal")
      if error is Taken { throw error }
      throw StoreError(error, path: path)
    }
  }

  /// Writes a copy into an empty file, and checks it.
  static func fill(_ path: String, from queue: DatabaseQueue) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // A newer SQLite looks into the search tables, too, when it checks.
      try PlainLetters.register(db)
    }
    let copy = try Connection.open(path, configuration)
    defer { try? copy.close() }
    try queue.backup(to: copy)
    let verdict = try copy.inDatabase { db in
      try db.all("PRAGMA integrity_check(1)") { try $0.text() }
    }
    try copy.close()
    guard verdict == ["ok"] else {
      throw StoreError.damaged(path: path, detail: "the copy didn't pass its check")
    }
  }
}
