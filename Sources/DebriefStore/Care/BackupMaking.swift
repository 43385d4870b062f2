import DebriefModel
import GRDB
import GRDBSQLite
import Glibc

/// A backup on its way: pages are copied a few at a time, by the thread that has the store, so that
/// nobody waits for it; then ``Closing`` makes sure of the copy and gives it its name, on any thread.
public final class BackupMaking {
  private let store: Store
  private let backups: Backups
  private let stamp: BackupStamp
  private let reason: Backups.Reason
  private let path: String
  private var claim: Claim?
  private var copy: OpaquePointer?
  private var handle: OpaquePointer?
  /// Whether another program was writing at the last step.
  public private(set) var isHeldUp = false

  init(_ store: Store, _ backups: Backups, _ reason: Backups.Reason, at moment: Moment) throws {
    self.store = store
    self.backups = backups
    self.reason = reason
    stamp = BackupStamp(moment)
    try Location.makeFolder(backups.folder)
    path = "\(backups.folder)/\(Backups.unfinished)\(getpid())-\(UInt32.random(in: 0 ... .max))"
    claim = try Claim(making: path)
    do {
      copy = try PlainFile.open(path, SQLITE_OPEN_READWRITE)
      // What is half made is thrown away, and what is whole is synced before it has its name.
      try PlainFile.run(copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", path)
      handle = store.queue.inDatabase {
        sqlite3_backup_init(copy, "main", $0.sqliteConnection, "main")
      }
      guard handle != nil else { throw PlainFile.error(copy, path) }
    } catch {
      abandon()
      throw error
    }
  }

  /// Copies a few pages more, at least one.
  ///
  /// - Parameter pages: How many; negative for all there are.
  /// - Returns: Whether that was all.
  /// - Throws: ``StoreError`` when the store can't be read or the copy can't be written. Another program
  ///   that is writing is no error: see ``isHeldUp``.
  public func step(pages: Int) throws -> Bool {
    try store.guarding {
      let code = store.queue.inDatabase { _ in sqlite3_backup_step(handle, Int32(pages)) }
      isHeldUp = code == SQLITE_BUSY || code == SQLITE_LOCKED
      switch code {
      case SQLITE_DONE: return true
      // Another program is writing: the copy goes on later, or begins anew.
      case SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED: return false
      default:
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }

  /// Ends the copying, which must be complete.
  ///
  /// - Throws: ``StoreError`` when it isn't, or the copy can't be closed; then nothing of the copy is left.
  public func close() throws -> Closing {
    let code = letGo()
    guard code == SQLITE_OK, let claim else {
      abandon()
      throw StoreError(DatabaseError(resultCode: ResultCode(rawValue: code)), path: path)
    }
    self.claim = nil
    return Closing(path: path, backups: backups, stamp: stamp, reason: reason, claim: claim)
  }

  /// Throws away what was copied.
  public func abandon() {
    _ = letGo()
    if claim != nil { unlink(path) }
    claim = nil
  }

  private func letGo() -> CInt {
    var code = SQLITE_OK
    if let handle {
      code = store.queue.inDatabase { _ in sqlite3_backup_finish(handle) }
    }
    handle = nil
    if let copy { code = sqlite3_close(copy) == SQLITE_OK ? code : SQLITE_IOERR }
    copy = nil
    return code
  }

  deinit { abandon() }

  /// A complete copy without a name.
  public struct Closing: @unchecked Sendable {
    let path: String
    let backups: Backups
    let stamp: BackupStamp
    let reason: Backups.Reason
    let claim: Claim

    /// Checks the copy, waits until the disk has it, gives it its name, and lets old ones make room. Takes
    /// as long as the file is large.
    ///
    /// - Throws: ``StoreError/damaged(path:detail:backup:)`` when the copy doesn't pass its check, otherwise
    ///   what the folder or the disk refuses; then nothing of the copy is left.
    public func publish() throws -> Backups.Backup {
      do {
        if let fault = Backups.fault(of: path) {
          throw StoreError.damaged(path: backups.store, detail: "a copy of it " + fault)
        }
        try Location.sync(path)
        let named = try place()
        try Location.sync(backups.folder)
        backups.makeRoom(today: stamp.day)
        return named
      } catch {
        unlink(path)
        throw error
      }
    }

    private func place() throws -> Backups.Backup {
      var number = 1
      while true {
        let stamp = BackupStamp(self.stamp.day, minute: self.stamp.minute, number: number)
        let file = Backups.file(stamp, reason)
        let target = "\(backups.folder)/\(file)"
        if link(path, target) == 0 {
          unlink(path)
        } else if [EPERM, EOPNOTSUPP, ENOSYS].contains(errno), access(target, F_OK) != 0 {
          // A file system without second names.
          guard rename(path, target) == 0 else { throw Location.failure(errno, at: target) }
        } else if errno == EEXIST || access(target, F_OK) == 0 {
          number += 1
          continue
        } else {
          throw Location.failure(errno, at: target)
        }
        var info = Glibc.stat()
        stat(target, &info)
        return Backups.Backup(
          name: String(file.dropLast(3)), path: target, stamp: stamp, reason: reason,
          bytes: Int(info.st_size),
          written: info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec)
      }
    }
  }
}

extension Store {
  /// Begins a backup. Nil where the store keeps none, or nothing was ever written into it.
  ///
  /// - Throws: ``StoreError`` when the store can't be read, or no copy can be made among the backups.
  public func beginBackup(_ reason: Backups.Reason, at moment: Moment) throws -> BackupMaking? {
    guard let backups, try read({ try !$0.isUnused }) else { return nil }
    return try guarding { try BackupMaking(self, backups, reason, at: moment) }
  }

  /// Makes a backup at once; nil where the store keeps none, or nothing was ever written into it.
  ///
  /// - Throws: What ``BackupMaking`` throws, and ``StoreError/locked(_:by:)`` when another program keeps
  ///   writing for longer than ``writingWait``.
  @discardableResult
  public func backUp(_ reason: Backups.Reason, at moment: Moment) throws -> Backups.Backup? {
    guard let making = try beginBackup(reason, at: moment) else { return nil }
    let patience = Int(writingWait * 20) + 1
    var tries = 0
    while try !making.step(pages: -1) {
      tries += 1
      if tries > patience { throw StoreError.locked(path) }
      usleep(50_000)
    }
    return try making.close().publish()
  }

  /// Whether the backup of a day is still to be made.
  public func lacksBackup(of day: Day) -> Bool {
    guard let backups, !isReadOnly else { return false }
    return !backups.hasOne(of: day)
  }
}

extension Backups {
  /// What is wrong with a file that should be a backup, as the end of a sentence; nil when it opens, is ours,
  /// of a schema that is known, and passes SQLite's quick check.
  public static func fault(of path: String) -> String? {
    guard let state = try? Location(path).inspect(), state == .ours else {
      return "isn't a debrief database"
    }
    var configuration = Configuration()
    configuration.readonly = true
    // A newer SQLite looks into the search tables, too, when it checks.
    configuration.prepareDatabase { try PlainLetters.register($0) }
    do {
      let queue = try Connection.open(path, configuration)
      defer { try? queue.close() }
      return try queue.inDatabase { db in
        let schema = try db.schema
        if schema < 1 { return "holds nothing" }
        if schema > Store.knownSchema { return "was saved by a newer version of debrief" }
        return try db.all("PRAGMA quick_check(1)") { try $0.text() } == ["ok"]
          ? nil : "didn't pass its check"
      }
    } catch { return "can't be read" }
  }

  /// Removes those whose time is over, and what was left of those that were never finished.
  func makeRoom(today: Day) {
    let own = own()
    let kept = BackupRotation.kept(own.map(\.stamp), today: today)
    for it in own where !kept.contains(it.stamp) { unlink(it.path) }
    for path in unfinished() { unlink(path) }
  }
}

/// A file that only this program knows of, opened without GRDB and without locks.
enum PlainFile {
  static func open(_ path: String, _ flags: CInt) throws -> OpaquePointer? {
    var file: OpaquePointer?
    let code = sqlite3_open_v2(path, &file, flags, "unix-none")
    if code == SQLITE_OK { return file }
    let error = error(file, path)
    sqlite3_close(file)
    throw error
  }

  static func run(_ file: OpaquePointer?, _ sql: String, _ path: String) throws {
    guard sqlite3_exec(file, sql, nil, nil, nil) == SQLITE_OK else { throw error(file, path) }
  }

  static func error(_ file: OpaquePointer?, _ path: String) -> StoreError {
    StoreError(
      DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(file))), path: path)
  }
}
