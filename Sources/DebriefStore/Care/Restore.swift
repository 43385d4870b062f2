import Disk
import GRDB
import Glibc

extension Store {
  /// Puts a backup in the place of a store. The backup is copied and the copy checked before anything
  /// is moved; what was there stays beside it under a name with `stamp`, the journal of a write that
  /// was cut off with it; then the copy takes the place in one step.
  ///
  /// - Returns: Where what was there is kept now; nil when there was nothing.
  /// - Throws: ``StoreError/locked(_:)`` while another program has the store open; what is wrong with the
  ///   backup otherwise, and then nothing was moved.
  public static func restore(
    _ backup: String, to path: String, stamp: String
  ) throws -> String? {
    let source = try Location(backup)
    let target = try Location(path)
    switch try source.inspect() {
    case .absent: throw StoreError.missing(source.path)
    case .empty: throw StoreError.notOurs(source.path)
    case .ours: break
    }
    var info = stat()
    let isThere = lstat(target.path, &info) == 0
    if isThere, sameFile(source.path, target.path) {
      throw StoreError.refused("\(source.path) is your current notes file. Name a backup of it.")
    }
    if isThere, info.st_mode & S_IFMT != S_IFREG {
      throw StoreError.refused("\(target.path) isn't a regular file, so it was left alone.")
    }
    if isThere { try refuseWhileInUse(target.path) }
    let new = try checkedCopy(of: source.path, beside: target)
    var kept: String?
    do {
      if isThere {
        kept = try keep(target.path, stamp: stamp)
        // As near to the exchange as it gets: nobody may have begun to write meanwhile.
        try refuseWhileInUse(target.path)
      }
      guard rename(new, target.path) == 0 else {
        throw Location.failure(errno, at: target.path)
      }
    } catch {
      unlink(new)
      throw error
    }
    do { try Location.sync(target.folder) } catch is StoreError {
      throw StoreError.io(
        "the backup is in its place at \(target.path)"
          + (kept.map { " and what was there before is in \($0)" } ?? "")
          + ", but the disk didn't confirm it. Check before you restore again")
    }
    return kept
  }

  /// The newest copy that was made of a store without being asked for: before a migration, or before
  /// a restore.
  public static func newestCopy(of path: String) -> String? {
    guard let location = try? Location(path) else { return nil }
    let folder = Directory(location.folder)
    let name = location.path.split(separator: "/").last.map(String.init) ?? ""
    var newest: (path: String, time: Int)?
    for found in folder.names where !found.hasSuffix("-journal") {
      guard found.hasPrefix(name + ".schema-") || found.hasPrefix(name + ".before-") else {
        continue
      }
      let whole = folder.path(of: found)
      var info = stat()
      guard stat(whole, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
      if let newest, newest.time > info.st_mtim.tv_sec { continue }
      newest = (whole, info.st_mtim.tv_sec)
    }
    return newest?.path
  }

  /// A copy of a backup in the folder of the store, private, whole and sound; where it is.
  private static func checkedCopy(of backup: String, beside target: Location) throws -> String {
    let new = "\(target.path).restoring-\(getpid())"
    unlink(new)
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: backup, configuration: configuration)
      let found = try queue.inDatabase { try $0.schema }
      if found > Store.knownSchema {
        throw StoreError.newer(path: backup, found: found, known: Store.knownSchema)
      }
      do { try copy(queue, to: new) } catch StoreError.damaged {
        throw StoreError.damaged(path: backup, detail: "it didn't pass its check")
      }
      try queue.close()
      return new
    } catch { throw StoreError(error, path: backup) }
  }

  /// Gives what is there a second name with a stamp, and its journal with it.
  private static func keep(_ path: String, stamp: String) throws -> String {
    var number = 1
    while true {
      let name = "\(path).before-\(stamp)" + (number == 1 ? "" : ".\(number)")
      if link(path, name) == 0 {
        // A journal left by a write that was cut off belongs to this file, not to the restored one.
        if rename(path + "-journal", name + "-journal") != 0, errno != ENOENT {
          throw Location.failure(errno, at: path + "-journal")
        }
        return name
      }
      guard errno == EEXIST else { throw Location.failure(errno, at: name) }
      number += 1
    }
  }

  /// Refuses while another program has the file open: it would go on writing to the one put aside.
  private static func refuseWhileInUse(_ path: String) throws {
    if isOpenElsewhere(path) { throw StoreError.locked(path) }
    // Whoever is not seen among the processes here may still hold the lock.
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE; ROLLBACK") }
      try queue.close()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.locked(path)
      // Damaged, or not to be written: what is restored takes its place.
      default: return
      }
    }
  }

  /// Whether another process has a file open, as far as this user may see.
  static func isOpenElsewhere(_ path: String) -> Bool {
    var wanted = stat()
    guard stat(path, &wanted) == 0 else { return false }
    for process in Directory("/proc").names {
      guard let number = Int32(process), number != getpid() else { continue }
      let files = Directory("/proc/\(process)/fd")
      for name in files.names {
        var info = stat()
        if stat(files.path(of: name), &info) == 0, info.st_dev == wanted.st_dev,
          info.st_ino == wanted.st_ino
        {
          return true
        }
      }
    }
    return false
  }

  private static func sameFile(_ a: String, _ b: String) -> Bool {
    var one = stat()
    var other = stat()
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }
}

extension Location {
  /// Makes sure that a file or a folder is on the disk. A system that cannot say so for a folder is
  /// not argued with.
  static func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno, at: path) }
    defer { _ = close(file) }
    if fsync(file) != 0, errno != EINVAL { throw failure(errno, at: path) }
  }
}
