import CSQLite
import DebriefModel
import Disk
import GRDB
import Glibc

/// A backup on its way to the place of the store: copied and checked beside it, compared with what is there,
/// and put in its place in one step. Until then nothing of the store is touched.
public final class Restoring {
  /// The backup.
  public let backup: String
  /// The file it takes the place of.
  public let path: String
  private let target: Location
  private let copy: String
  private var claim: Claim?
  private let isThere: Bool

  /// Copies a backup and checks the copy.
  ///
  /// - Throws: ``StoreError/locked(_:)`` while another program has the store open, ``StoreError/readOnly(_:)``
  ///   where the store may not be written; what is wrong with the backup otherwise.
  public init(_ backup: String, to path: String) throws {
    let source = try Location(backup)
    target = try Location(path)
    self.backup = source.path
    self.path = target.path
    copy = Restoring.name(target.path)
    switch try source.inspect() {
    case .absent: throw StoreError.missing(source.path)
    case .empty: throw StoreError.notOurs(source.path)
    case .ours: break
    }
    var info = stat()
    isThere = lstat(target.path, &info) == 0
    if isThere, Restoring.sameFile(source.path, target.path) {
      throw StoreError.refused("\(source.path) is your current notes file. Name a backup of it.")
    }
    if isThere, info.st_mode & S_IFMT != S_IFREG {
      throw StoreError.refused("\(target.path) isn't a regular file, so it was left alone.")
    }
    // Another file in its place would be a way around the write bits that somebody took away.
    if isThere, target.isReadOnly { throw StoreError.readOnly(target.path) }
    if isThere { try Restoring.refuseWhileInUse(target.path) }
    try Restoring.tidy(target.path)
    claim = try Claim(making: copy, for: target.path)
    do { try Restoring.fill(copy, from: source.path) } catch {
      unlink(copy)
      // The backup is only read: what cannot be written is the copy beside the store.
      throw (error as? StoreError)?.written(to: target.path) ?? error
    }
  }

  deinit { if claim != nil { unlink(copy) } }

  /// What is in a store now, and what the backup has.
  ///
  /// - Throws: ``StoreError`` when the backup's copy can't be read.
  public func preview() throws -> RestorePreview {
    guard isThere else { return RestorePreview() }
    return try RestorePreview(here: path, there: copy)
  }

  /// Puts the copy in the place of the store. What is there goes into a backup first; what cannot be backed
  /// up, because it is damaged or newer than this program, stays beside it under a name with the time.
  ///
  /// - Returns: Where what was there is now; nil when there was nothing worth keeping.
  /// - Throws: ``StoreError/locked(_:by:)`` when somebody opened the store meanwhile; what the folder or the
  ///   disk refuses otherwise. What was there is then still there, unless the sentence says that the backup
  ///   is in its place.
  public func carryOut(keeping backups: Backups?, at moment: Moment) throws -> Kept? {
    var kept: Kept?
    if isThere {
      kept = try backedUp(backups, at: moment)
      // As near to the exchange as it gets: nobody may have begun to write meanwhile.
      try Restoring.refuseWhileInUse(path)
      if kept == nil { kept = .beside(try keep(stamp: BackupStamp(moment).description)) }
      if case .nothing? = kept { kept = nil }
    }
    // The journal of a write that was cut off belongs to the file that was there, never to this one.
    if unlink(path + "-journal") != 0, errno != ENOENT {
      throw Location.failure(errno, at: path + "-journal")
    }
    guard rename(copy, path) == 0 else { throw Location.failure(errno, at: path) }
    claim = nil
    do { try Location.sync(target.folder) } catch is StoreError {
      throw StoreError.io(
        "the backup is in its place at \(path)"
          + (kept.map { " and what was there before is in \($0.place)" } ?? "")
          + ", but the disk didn't confirm it. Check before you restore again")
    }
    return kept
  }

  /// Where what was there is now.
  public enum Kept {
    /// In a backup.
    case backup(Backups.Backup)
    /// In a file beside the store.
    case beside(String)
    /// Nothing was ever written into it.
    case nothing

    /// Its name or its path.
    public var place: String {
      switch self {
      case .backup(let it): it.name
      case .beside(let path): path
      case .nothing: ""
      }
    }
  }

  /// The backup of what is there; nil where it cannot be opened as it is, or does not pass its check.
  private func backedUp(_ backups: Backups?, at moment: Moment) throws -> Kept? {
    guard let backups else { return nil }
    do {
      guard try target.inspect() == .ours else { return .nothing }
      let store = try Store(asItIs: path, backups: backups)
      defer { try? store.close() }
      guard let made = try store.backUp(.restore, at: moment) else { return .nothing }
      return .backup(made)
    } catch StoreError.damaged, StoreError.newer, StoreError.notOurs {
      return nil
    }
  }

  // MARK: - What was left of a restore that was cut off

  /// The names of files that a restore makes beside a store.
  private static func name(_ path: String) -> String { "\(path).restoring-\(getpid())" }

  /// Copies that a restore was making when it was ended, and their journals: they hold a backup, and nothing
  /// else.
  public static func unfinished(_ path: String) -> [String] {
    guard let location = try? Location(path) else { return [] }
    let name = location.path.split(separator: "/").last.map(String.init) ?? ""
    return CutOff.files(in: location.folder) { $0.hasPrefix(name + ".restoring-") }
  }

  /// Removes them, and the second name of a store that was about to be put aside.
  private static func tidy(_ path: String) throws {
    for left in unfinished(path) { unlink(left) }
    guard let location = try? Location(path) else { return }
    let name = location.path.split(separator: "/").last.map(String.init) ?? ""
    let directory = Directory(location.folder)
    for found in directory.names
    where found.hasPrefix(name + ".before-") && !found.hasSuffix("-journal") {
      let second = directory.path(of: found)
      guard sameFile(second, path) else { continue }
      if rename(second + "-journal", path + "-journal") != 0, errno != ENOENT {
        throw Location.failure(errno, at: second + "-journal")
      }
      unlink(second)
    }
  }

  // MARK: - Files

  private static func fill(_ copy: String, from backup: String) throws {
    ds_forget()
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try Connection.open(backup, configuration)
      defer { try? queue.close() }
      let found = try queue.inDatabase { try $0.schema }
      if found > Store.knownSchema {
        throw StoreError.newer(path: backup, found: found, known: Store.knownSchema)
      }
      try Store.fill(copy, from: queue)
      try Location.sync(copy)
    } catch let error as StoreError {
      if case .damaged = error {
        throw StoreError.damaged(path: backup, detail: "it didn't pass its check")
      }
      throw error
    } catch { throw StoreError(error, path: backup) }
  }

  /// Gives what is there a second name with a stamp, and its journal with it.
  private func keep(stamp: String) throws -> String {
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
    let holder = Screens.others(of: path).first.map { "another debrief window (\($0.words))" }
    if holder != nil || Seat.isTaken(at: path) || Store.isOpenElsewhere(path) {
      throw StoreError.locked(path, by: holder)
    }
    // Whoever is not seen among the processes here may still hold the lock.
    ds_watch()
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    do {
      let queue = try Connection.open(path, configuration)
      defer { try? queue.close() }
      try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE; ROLLBACK") }
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.locked(path)
      // Damaged, or not to be written: what is restored takes its place.
      default: return
      }
    }
  }

  private static func sameFile(_ a: String, _ b: String) -> Bool {
    var one = stat()
    var other = stat()
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }
}

extension Store {
  /// Whether another process has a file open, as far as this user may see.
  static func isOpenElsewhere(_ path: String) -> Bool {
    var wanted = stat()
    guard stat(path, &wanted) == 0 else { return false }
    for process in Directory("/proc").names {
      guard let number = Int32(process), number != getpid() else { continue }
      let files = Directory("/proc/\(process)/fd")
      func isIt(_ name: String) -> Bool {
        var info = stat()
        return stat(files.path(of: name), &info) == 0 && info.st_dev == wanted.st_dev
          && info.st_ino == wanted.st_ino
      }
      // It may become another program between the two looks, and closes the file with that.
      if files.names.contains(where: { isIt($0) && !isStarting(process) && isIt($0) }) {
        return true
      }
    }
    return false
  }

  /// Whether a process is one of our own that has not become another program yet: until then it has all the
  /// files that we have.
  private static func isStarting(_ process: String) -> Bool {
    var (ours, theirs) = (stat(), stat())
    guard stat("/proc/self/exe", &ours) == 0, stat("/proc/\(process)/exe", &theirs) == 0,
      ours.st_dev == theirs.st_dev, ours.st_ino == theirs.st_ino,
      let bytes = try? Location.bytes("/proc/\(process)/stat")
    else { return false }
    // Behind the name, which may hold anything: its state, and who started it.
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(
      separator: " ")
    return fields.flatMap { $0.count > 1 ? Int32($0[1]) : nil } == getpid()
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
