import DebriefModel
import Disk
import Glibc

/// The backups that are made of one store without being asked for, in a private folder of its own. Each
/// is checked before it has its name; how many stay says ``BackupRotation``.
public struct Backups: Sendable {
  /// Why a backup was made: the last part of its name.
  public enum Reason: String, CaseIterable, Sendable {
    /// Once on each day of use.
    case daily
    /// Somebody asked for one.
    case asked
    /// Before notes were brought in, the store was brought to a new schema, a backup took its place, and
    /// what was deleted was taken out of it.
    case `import`, update, restore, purge
    /// After that.
    case purged

    /// `before an import`.
    public var words: String {
      switch self {
      case .daily: "the day's backup"
      case .asked: "you asked for it"
      case .import: "before an import"
      case .update: "before an update of the file"
      case .restore: "before a restore"
      case .purge: "before a purge"
      case .purged: "after a purge"
      }
    }
  }

  /// One of them.
  public struct Backup: Equatable, Sendable {
    /// What it is called by: `2026-03-20-1015-daily`.
    public var name: String
    /// Where it is.
    public var path: String
    /// When it was made.
    public var stamp: BackupStamp
    /// Why; nil for a copy that an earlier version of the program put beside the store.
    public var reason: Reason?
    /// How many bytes it has.
    public var bytes: Int
    /// When the file was written, in nanoseconds: the order of those of one minute.
    var written = 0

    /// `Fri 20 Mar 2026, 10:15`.
    public var when: String { "\(stamp.day.weekdayName) \(stamp.day.dated), \(stamp.time)" }
  }

  /// Where those of all stores are.
  private let all: String
  /// The file they are copies of.
  public let store: String
  /// When this program began: what a backup before a migration is dated by.
  let began: Moment

  /// Names the backups of a store.
  ///
  /// - Parameters:
  ///   - all: The folder of the backups of all stores.
  ///   - began: The time now, in the zone that names are written in.
  public init(in all: String, of store: String, began: Moment) {
    self.all = all
    self.store = store
    self.began = began
  }

  /// Where they are; looked up each time, for at the start nobody needs it.
  public var folder: String { "\(all)/\(Backups.folderName(of: store))" }

  /// What a folder is called that belongs to one store among all: two files of one name have two folders.
  public static func folderName(of store: String) -> String {
    let real = realpath(store, nil)
    let path = real.map { String(cString: $0) } ?? store
    free(real)
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    let plain = file.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    // FNV-1a.
    let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(plain.prefix(32))-\(String(hash, radix: 36))"
  }

  /// All of them, the latest first, with the copies that lie beside the store.
  public func list() -> [Backup] {
    (own() + beside()).sorted {
      let (a, b) = ($0.stamp, $1.stamp)
      return (a.day, a.minute, $0.written, $0.name) > (b.day, b.minute, $1.written, $1.name)
    }
  }

  /// Those in the folder.
  func own() -> [Backup] {
    let directory = Directory(folder)
    return directory.names.compactMap { name in
      Backups.parsed(name).flatMap { stamp, reason in
        backup(String(name.dropLast(3)), directory.path(of: name), stamp, reason)
      }
    }
  }

  /// Whether one was made on a day.
  func hasOne(of day: Day) -> Bool {
    Directory(folder).names.contains { Backups.parsed($0)?.0.day == day }
  }

  /// The one of a name, or of the beginning of one name; nil when none or several are meant.
  public func named(_ name: String) -> Backup? {
    let all = list()
    if let it = all.first(where: { $0.name == name || $0.name + ".db" == name }) { return it }
    let begun = all.filter { $0.name.hasPrefix(name) }
    return name.isEmpty || begun.count != 1 ? nil : begun[0]
  }

  /// The latest that passes its check.
  ///
  /// - Parameter isWanted: Which of them count.
  public func newestGood(_ isWanted: (Backup) -> Bool = { _ in true }) -> Backup? {
    list().first { Backups.fault(of: $0.path) == nil && isWanted($0) }
  }

  /// What is not taken for a backup: left by a program that was ended while it made one, and still there.
  public func unfinished() -> [String] {
    CutOff.files(in: folder) { $0.hasPrefix(Backups.unfinished) }
  }

  /// Removes backups; gives those that could not be.
  public func remove(_ backups: [Backup]) -> [Backup] {
    backups.filter { unlink($0.path) != 0 && errno != ENOENT }
  }

  // MARK: - Names

  /// What the name of a file begins with until it is checked.
  static let unfinished = ".new-"

  /// `2026-03-20-1015-daily.db`, and with a number where there are several.
  static func file(_ stamp: BackupStamp, _ reason: Reason) -> String {
    "\(stamp)-\(reason.rawValue)" + (stamp.number == 1 ? "" : "-\(stamp.number)") + ".db"
  }

  static func parsed(_ file: String) -> (BackupStamp, Reason)? {
    guard file.hasSuffix(".db"), file.utf8.count > 19 else { return nil }
    let parts = file.dropLast(3).dropFirst(16).split(
      separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, let reason = Reason(rawValue: String(first)), parts.count <= 2,
      let number = parts.count == 1 ? 1 : Int(parts[1]), number > 0,
      let stamp = BackupStamp(file.prefix(15), number: number),
      Backups.file(stamp, reason) == file
    else { return nil }
    return (stamp, reason)
  }

  /// The copies that an earlier version made before a migration or a restore, and those of a store that could
  /// not be backed up before a restore.
  private func beside() -> [Backup] {
    guard let location = try? Location(store) else { return [] }
    let directory = Directory(location.folder)
    let name = location.path.split(separator: "/").last.map(String.init) ?? ""
    return directory.names.compactMap { found in
      guard !found.hasSuffix("-journal"),
        found.hasPrefix(name + ".schema-") || found.hasPrefix(name + ".before-")
      else { return nil }
      return backup(found, directory.path(of: found), nil, nil)
    }
  }

  private func backup(
    _ name: String, _ path: String, _ stamp: BackupStamp?, _ reason: Reason?
  ) -> Backup? {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    let changed = Moment(seconds: info.st_mtim.tv_sec, zone: began.zone)
    return Backup(
      name: name, path: path, stamp: stamp ?? BackupStamp(changed), reason: reason,
      bytes: Int(info.st_size),
      written: info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec)
  }
}

/// A claim on a file that is being made: the system drops it when the program ends, however it ends, so that
/// what was left can be told from what is still worked on.
final class Claim {
  private var file: Int32

  /// Makes a private file that is not there yet, and claims it.
  ///
  /// - Parameter name: What the file is called in the end, for what is said when it cannot be made.
  /// - Throws: ``Store/Taken`` when there is something of that name.
  init(making path: String, for name: String? = nil) throws {
    file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { throw Store.Taken() }
      throw Location.failure(errno, at: name ?? path)
    }
    _ = fchmod(file, 0o600)
    // Without locks all works as well; only what is left by a kill is then named while it is made, too.
    _ = flock(file, LOCK_EX | LOCK_NB)
  }

  /// Whether some program is at work on a file.
  static func isHeld(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { _ = close(file) }
    return flock(file, LOCK_EX | LOCK_NB) != 0
  }

  deinit { if file >= 0 { _ = close(file) } }
}
