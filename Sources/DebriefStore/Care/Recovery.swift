import DebriefModel
import GRDB
import Glibc

/// What came of reading a damaged file, or one of a newer version, into a new one.
public struct Recovery: Equatable, Sendable {
  /// How many there are of each noun now.
  public internal(set) var kept: [Entity.Kind: Int] = [:]
  /// How many private notes.
  public internal(set) var privateNotes = 0
  /// How many of them were gone from their tables and are back from the history of changes.
  public internal(set) var fromHistory = 0
  /// Whether undo goes on where it was.
  public internal(set) var hasHistory = false
  /// What could not be read, each as a sentence.
  public internal(set) var lost: [String] = []
  /// What this program does not know and left out, by the names in the file.
  public internal(set) var strangers: [String] = []
}

extension Store {
  /// Reads everything that can be read of a file into a new one. The file itself is not written, and need not
  /// be one that opens.
  ///
  /// - Throws: ``StoreError/refused(_:)`` when there is something of the new name, or nothing of a store can
  ///   be found in the file; then no new file is left.
  public static func recover(_ path: String, into new: String) throws -> Recovery {
    let (source, target) = (try Location(path), try Location(new))
    var info = stat()
    if lstat(target.path, &info) == 0 {
      throw StoreError.refused(
        "\(target.path) already exists, so it was left alone. Name a new file.")
    }
    // SQLite is not asked: it would take back a write that was cut off, and so change the file.
    if Seat.isTaken(at: source.path) || isOpenElsewhere(source.path) {
      throw StoreError.locked(source.path)
    }
    let bytes = try readable(source)
    let store = try Store(path: target.path, access: .createNearby)
    do {
      let recovery = try store.take(bytes, of: source.path)
      try store.close()
      return recovery
    } catch {
      try? store.close()
      unlink(target.path)
      unlink(target.path + "-journal")
      throw error
    }
  }

  /// The same into a store that is thrown away, to be exported.
  public static func readable(_ path: String, zone: Zone?) throws -> (Store, Recovery) {
    let source = try Location(path)
    let store = try Store.temporary(zone: zone)
    do { return (store, try store.take(try readable(source), of: source.path)) } catch {
      try? store.close()
      throw error
    }
  }

  /// The bytes of a file; where a write was cut off, as they were before it. Nothing is written where it lies.
  private static func readable(_ source: Location) throws -> [UInt8] {
    var info = stat()
    guard stat(source.path, &info) == 0 else {
      throw errno == ENOENT
        ? StoreError.missing(source.path) : StoreError.io(reason(errno, at: source.path))
    }
    guard info.st_mode & S_IFMT == S_IFREG else { throw StoreError.notOurs(source.path) }
    let bytes = try Location.bytes(source.path)
    guard let journal = try? Location.bytes(source.path + "-journal"), journal.count > 512 else {
      return bytes
    }
    // SQLite takes the write back in a copy; a journal that is not sound is no help.
    let folder = try temporaryFolder()
    let copy = folder + "/debrief.db"
    defer {
      for name in [copy, copy + "-journal"] { unlink(name) }
      rmdir(folder)
    }
    try Location.write(bytes, to: copy)
    try Location.write(journal, to: copy + "-journal")
    do {
      let queue = try Connection.open(copy)
      defer { try? queue.close() }
      _ = try queue.inDatabase { try $0.schema }
      try queue.close()
      return try Location.bytes(copy)
    } catch is DatabaseError { return bytes }
  }

  private func take(_ bytes: [UInt8], of path: String) throws -> Recovery {
    let salvage = try guarding { try Salvage(bytes) }
    guard salvage.isOurs else {
      throw StoreError.refused("No debrief notes could be read from \(path).")
    }
    return try write { db in
      var recovering = Recovering(db, salvage)
      return try recovering.run()
    } stands: { _, _ in
      false
    }
  }
}

extension Location {
  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno, at: path) }
    defer { _ = close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(file, &block, block.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // A part of the disk that cannot be read is passed over.
        guard errno == EIO else { throw failure(errno, at: path) }
        let next = (bytes.count / 4096 + 1) * 4096
        bytes += [UInt8](repeating: 0, count: next - bytes.count)
        var info = stat()
        guard fstat(file, &info) == 0, next < info.st_size, lseek(file, off_t(next), SEEK_SET) >= 0
        else {
          return bytes
        }
        continue
      }
      bytes += block[..<count]
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(errno, at: path) }
    defer { _ = close(file) }
    var at = 0
    while at < bytes.count {
      let count = bytes[at...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(errno, at: path) }
      at += count
    }
  }
}
