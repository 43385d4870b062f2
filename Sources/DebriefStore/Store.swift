import CSQLite
import DebriefModel
import GRDB
import GRDBSQLite
import Glibc

/// Everything the user has written down, in one SQLite file. All reads and writes go through here;
/// every change of the user's is one durable transaction that can be taken back.
///
/// What a call throws is a ``StoreError``: ``StoreError/locked(_:)`` when another process holds the file for
/// longer than ``readingWait`` or ``writingWait``, ``StoreError/damaged(path:detail:)`` and
/// ``StoreError/io(_:)`` when it cannot be read, and of a call that writes also
/// ``StoreError/readOnly(_:)``, ``StoreError/full(_:)``, ``StoreError/unconfirmed(_:)`` and
/// ``StoreError/unsure(_:)``. What more it can throw, a call says itself.
///
/// Calls are synchronous and must come from one thread at a time. Other processes may have the same
/// file open: ``changeToken`` tells when one of them wrote.
public final class Store {
  /// How a file may be opened.
  public enum Access: Sendable {
    /// Made when it is missing, with its folders.
    case create
    /// Made when it is missing; of its folders no more than the last one, so that a path with a slip in
    /// it is refused rather than made.
    case createNearby
    /// Must be there.
    case existing
    /// Must be there and is not written.
    case readOnly
  }

  /// The schema this program writes.
  public static let knownSchema = Migration.all.last?.version ?? 0

  /// Where the file is.
  public let path: String
  /// Where its backups are; nil for a store that keeps none.
  public let backups: Backups?
  /// The newest backup that is good, looked for when the file turned out to be damaged.
  private lazy var offered: String? = backups?.newestGood()?.name
  /// When silence is proposed: handed out with the facts.
  public let patience: Patience
  /// By whose clock the moments in the file are read; without one, each by its own.
  public let zone: Zone?
  /// The everyday words that a company's name may be taken for; asked for only when one may be meant.
  public var everydayWords: () -> OrdinaryWords = { OrdinaryWords() }
  private var knownWords: OrdinaryWords?
  /// Whether the file can only be read: every write then throws ``StoreError/readOnly(_:)``.
  public let isReadOnly: Bool
  /// The schema of the file.
  public private(set) var schemaVersion = 0

  /// How many seconds a read waits for another process that has the file.
  public var readingWait: Double
  /// The same for a write.
  public var writingWait: Double
  /// Whether the file could not be asked, the last time, whether another process wrote to it.
  public private(set) var isUnasked = false

  let queue: DatabaseQueue
  /// The milliseconds that SQLite was told to wait.
  private var told: Int32 = -1
  /// Whether a private note was deleted that backups may still hold: see ``forgetting()``.
  public internal(set) var owesForgetting = false
  /// The application that was read last. Every write of this store drops it or says what is stale.
  var held: HeldDossier?
  /// The last change that was in the journal when this store began to tell its own from those made
  /// elsewhere; nil where it does not.
  var begun: Int?
  /// The entries of the journal that this store wrote since.
  var written: Set<Int> = []
  /// How many times this store changed what an application shows.
  public private(set) var changes = 0
  private(set) var place: Seat?
  /// The screens that have the file open, once this one is among them.
  var screens: Screens?
  private var lastToken = 0
  /// How the file looked when SQLite last said that nobody else had written to it.
  private var settledStamp: FileStamp?
  /// The file, to ask for its time and size without looking its path up with every key. Only a place:
  /// to close it does not drop SQLite's locks, as closing a file that was opened would.
  private var watched: Int32 = -1
  /// The file, to ask who holds it; closed behind SQLite, for with it go the locks of this process.
  var asked: Int32 = -1
  /// O_PATH, which Glibc's module leaves out.
  private static let asPlace: Int32 = 0o10_000_000

  private struct FileStamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
  }
  private var folderToRemove: String?

  /// Opens a file. A missing one is made (0600, in a folder of 0700) unless `access` says otherwise;
  /// one that is not ours is refused without touching it; an older one is copied, then migrated.
  ///
  /// - Parameter busyTimeout: How many seconds to wait for another process that is writing.
  /// - Throws: ``StoreError/missing(_:)`` where `access` makes none, ``StoreError/notOurs(_:)``,
  ///   ``StoreError/newer(path:found:known:)``, ``StoreError/readOnly(_:)`` where an older file would have to
  ///   be migrated, and what any read throws.
  public convenience init(
    path: String, access: Access = .create, busyTimeout: Double = 5,
    patience: Patience = Patience(),
    zone: Zone? = nil, backups: Backups? = nil
  ) throws {
    try self.init(
      path: path, access: access, busyTimeout: busyTimeout, patience: patience, zone: zone,
      backups: backups, migrations: Migration.all)
  }

  /// Opens a file to make a backup of it as it is, whatever known schema it has.
  convenience init(asItIs path: String, backups: Backups) throws {
    try self.init(
      path: path, access: .existing, busyTimeout: 5, backups: backups, migrations: Migration.all,
      migrates: false)
  }

  init(
    path: String, access: Access, busyTimeout: Double, patience: Patience = Patience(),
    zone: Zone? = nil, backups: Backups? = nil, migrations: [Migration], migrates: Bool = true
  ) throws {
    let location = try Location(path)
    let path = location.path
    let state = try location.inspect()
    if state == .absent {
      guard access == .create || access == .createNearby else { throw StoreError.missing(path) }
      try location.create(allFolders: access == .create)
    }
    self.path = path
    self.backups = backups
    self.patience = patience
    self.zone = zone
    (readingWait, writingWait) = (busyTimeout, busyTimeout)
    let isReadOnly = access == .readOnly || location.isReadOnly
    self.isReadOnly = isReadOnly
    // A file that was made for us, empty, is private from the moment it is ours.
    if state == .empty, !isReadOnly { chmod(path, 0o600) }
    do {
      ds_watch()
      queue = try Connection.open(
        path, Store.configuration(readOnly: isReadOnly, busyTimeout: busyTimeout))
    } catch {
      let error = StoreError(error, path: path)
      if error.isLocked { throw StoreError.locked(path, by: LockHolder.name(of: path)) }
      throw error.offering(backups?.newestGood()?.name)
    }
    try guarding {
      let known = migrations.last?.version ?? 0
      var found = try queue.inDatabase { try $0.schema }
      if found > known { throw StoreError.newer(path: path, found: found, known: known) }
      if found < known, migrates {
        if isReadOnly { throw StoreError.readOnly(path) }
        if found > 0 { try keepCopy(schema: found) }
        found = try queue.inDatabase {
          try $0.migrate(migrations)
          return try $0.schema
        }
      }
      schemaVersion = found
    }
    watched = open(path, Store.asPlace | O_CLOEXEC)
  }

  /// How many kilobytes of the file are kept in memory.
  static let cache = 8_000
  /// How many bytes an index of words then puts together in memory before it writes.
  static let largeWords = 4 << 20

  private static func configuration(readOnly: Bool, busyTimeout: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(busyTimeout)
    // Switched on below with the rest, in one call.
    configuration.foreignKeysEnabled = false
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { db in
      // GRDB asks about every column a statement reads, to tell observers. There are none.
      sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
      guard ds_guard(UnsafeMutableRawPointer(db.sqliteConnection), 1) == 0 else {
        throw StoreError.io("SQLite \(Store.engine ?? "") is too old")
      }
      // A file may come from anywhere: its schema is not trusted with functions that have effects.
      // Sorting happens in memory, so that no note reaches a temporary file. What is deleted is written over.
      try db.script(
        """
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -\(Store.cache);
        PRAGMA synchronous = FULL;
        """)
      // The journal is cut, not removed: it saves two directory operations a commit, and the cut is
      // synced, so that a commit that was reported is there after a power loss.
      if !readOnly { try db.script("PRAGMA journal_mode = TRUNCATE") }
      try PlainLetters.register(db)
      try Excerpt.register(db)
    }
    return configuration
  }

  /// Closes the file. Nothing can be read or written after that.
  ///
  /// - Throws: ``StoreError`` when SQLite doesn't let go of it; then it is still open.
  public func close() throws {
    if owesForgetting { forgetNow() }
    try guarding { try queue.close() }
    place?.leave()
    screens?.leave()
    stopWatching()
    removeFolder()
  }

  /// The place of this screen among those that have the file open, taken when it is first asked for.
  func seat() -> Seat {
    if let place { return place }
    let new = Seat(at: path)
    place = new
    return new
  }

  deinit {
    Connection.leave(queue)
    stopWatching()
    removeFolder()
  }

  private func stopWatching() {
    for file in [watched, asked] where file >= 0 { Glibc.close(file) }
    (watched, asked) = (-1, -1)
  }

  /// The everyday words, read once.
  func everyday() -> OrdinaryWords {
    if let knownWords { return knownWords }
    let words = everydayWords()
    knownWords = words
    return words
  }

  /// A store on a file in a private folder that is removed when the store is closed.
  ///
  /// - Throws: ``StoreError`` when there is no place for temporary files, or none can be made there.
  public static func temporary(
    patience: Patience = Patience(), zone: Zone? = nil
  ) throws -> Store {
    let folder = try temporaryFolder()
    let store = try Store(path: folder + "/debrief.db", patience: patience, zone: zone)
    store.folderToRemove = folder
    return store
  }

  /// A private folder, new, where it is in memory if the system offers that.
  static func temporaryFolder() throws -> String {
    let base = (getenv("XDG_RUNTIME_DIR") ?? getenv("TMPDIR")).map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/debrief-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Location.failure(errno, at: base) }
    return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  private func removeFolder() {
    guard let folder = folderToRemove else { return }
    folderToRemove = nil
    for name in ["debrief.db", "debrief.db-journal"] { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  /// A number that changes when another process has written to the file. Asking costs microseconds.
  /// While the file cannot be asked, the last answer stands: the next read will say what is wrong.
  ///
  /// SQLite is asked only when the file's time or size has moved: one system call instead of eight
  /// with every key. A time so fresh that a second write could still share it is not relied on.
  public var changeToken: Int {
    var info = stat()
    let found = watched >= 0 && fstat(watched, &info) == 0 && info.st_nlink > 0
    let stamp = FileStamp(
      seconds: Int(info.st_mtim.tv_sec), nanoseconds: Int(info.st_mtim.tv_nsec),
      size: Int(info.st_size))
    if found, stamp == settledStamp, !isUnasked { return lastToken }
    do {
      lastToken = try queue.inDatabase { db in
        wait(db, readingWait)
        return try db.first("PRAGMA data_version") { try $0.number() } ?? 0
      }
      isUnasked = false
    } catch {
      // What was not asked is not settled, however old the file looks.
      isUnasked = true
      settledStamp = nil
      return lastToken
    }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = (now.tv_sec - stamp.seconds) * 1_000_000_000 + now.tv_nsec - stamp.nanoseconds
    settledStamp = found && age > 50_000_000 ? stamp : nil
    return lastToken
  }

  /// Tells SQLite how long to wait for another process, where that has changed.
  private func wait(_ db: Database, _ seconds: Double) {
    let wanted = Int32(max(0, min(seconds, 3_600)) * 1_000)
    guard wanted != told else { return }
    told = wanted
    sqlite3_busy_timeout(db.sqliteConnection, wanted)
  }

  /// What the system said of the last call of SQLite's that failed.
  private var systemError: Int32 {
    queue.unsafeReentrantRead {
      ds_system_error(UnsafeMutableRawPointer($0.sqliteConnection))
    }
  }

  // MARK: Reading and writing

  /// Reads in one transaction: all of it is of one moment.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try guarding {
      try queue.inDatabase { db in
        wait(db, readingWait)
        return try transaction(db, "BEGIN DEFERRED") { try body(db) }
      }
    }
  }

  /// Writes in one transaction that takes the lock at once; nothing is kept when `body` throws.
  ///
  /// The end of a transaction can fail after it took effect: its last step only makes sure that the
  /// disk has it. Then it is looked up whether what was written stands. If it does, it is written
  /// through once more and was no failure: to do it again would do it twice.
  ///
  /// - Parameters:
  ///   - nouns: Whether something may change that an application shows.
  ///   - stands: Whether what `body` did, and gave back, is on file.
  func write<T>(
    nouns: Bool = true, _ body: (Database) throws -> T,
    stands: (Database, T) throws -> Bool
  ) throws -> T {
    if isReadOnly { throw StoreError.readOnly(path) }
    if nouns { held = nil }
    return try guarding {
      try queue.inDatabase { db in
        wait(db, writingWait)
        var result: T?
        let done: T
        do {
          done = try transaction(db, "BEGIN IMMEDIATE") {
            let done = try body(db)
            result = done
            return done
          }
        } catch let error as DatabaseError {
          guard let result else { throw error }
          done = try lookedUp(db, result, after: error, stands)
        }
        if nouns { changes += 1 }
        return done
      }
    }
  }

  /// A transaction in which moments are read by the clock of this store's reader.
  private func transaction<T>(
    _ db: Database, _ begin: String, _ body: () throws -> T
  ) throws -> T {
    try ReadBy.$zone.withValue(zone) { try db.transaction(begin, body) }
  }

  private func lookedUp<T>(
    _ db: Database, _ result: T, after error: DatabaseError,
    _ stands: (Database, T) throws -> Bool
  ) throws -> T {
    let isThere: Bool
    do {
      isThere = try transaction(db, "BEGIN DEFERRED") { try stands(db, result) }
    } catch is DatabaseError { throw StoreError.unsure(path) }
    guard isThere else { throw error }
    do { try db.writeThrough() } catch is DatabaseError { throw StoreError.unconfirmed(path) }
    return result
  }

  /// Lets only errors of ours out, and those of a caller as they are.
  func guarding<T>(_ body: () throws -> T) throws -> T {
    ds_forget()
    do { return try body() } catch let callers as CallersError { throw callers.error } catch {
      let error = StoreError(error, path: path, system: systemError)
      switch error {
      case .damaged(path, _, nil): throw error.offering(offered)
      case .locked(path, nil): throw StoreError.locked(path, by: lockHolder())
      default: throw error
      }
    }
  }
}
