import Disk
import Glibc

/// The screens that have one store open, on this computer and on others that share its folder: a small file
/// beside the store, in which each screen has a record with its computer and its process, and a lock on it.
/// The system lets go of the lock when the process ends, however it ends: a record without a lock is of nobody.
final class Screens {
  /// A screen.
  struct Screen: Equatable {
    var host: String
    var process: Int
  }

  private static let recordSize = 128
  private static let most = 64
  // F_OFD_GETLK and F_OFD_SETLK, which Glibc's module leaves out.
  private static let ask: Int32 = 36
  private static let take: Int32 = 37

  private let path: String
  private var file: Int32 = -1
  private var record = -1

  /// The file beside a store.
  static func path(of store: String) -> String { store + "-screens" }

  /// Takes a record. Where the folder takes no file, or knows no locks, nobody is told of anybody.
  init(at store: String) {
    path = Screens.path(of: store)
    for _ in 0..<8 {
      file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0, isPlain, takeRecord() else {
        giveUp()
        return
      }
      // Whoever left last may have removed the file that was just opened.
      var (mine, there) = (stat(), stat())
      if fstat(file, &mine) == 0, lstat(path, &there) == 0, mine.st_ino == there.st_ino,
        mine.st_dev == there.st_dev
      {
        return
      }
      giveUp()
    }
  }

  private var isPlain: Bool {
    var info = stat()
    return fstat(file, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && info.st_uid == getuid()
      && info.st_nlink <= 1
  }

  private func takeRecord() -> Bool {
    for number in 0..<Screens.most {
      var lock = Screens.lock(number)
      guard fcntl(file, Screens.take, &lock) == 0 else {
        if errno == EAGAIN || errno == EACCES { continue }
        return false
      }
      record = number
      var name = [CChar](repeating: 0, count: 65)
      gethostname(&name, 64)
      let host = String(
        decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      var bytes = Array("\(getpid()) \(host)".utf8.prefix(Screens.recordSize - 1))
      bytes += [UInt8](repeating: 0x0a, count: Screens.recordSize - bytes.count)
      return pwrite(file, bytes, bytes.count, off_t(number * Screens.recordSize)) == bytes.count
    }
    return false
  }

  private func giveUp() {
    if file >= 0 { _ = close(file) }
    (file, record) = (-1, -1)
  }

  /// The screens that have a store open, for a program that is none.
  static func others(of store: String) -> [Screen] {
    let file = open(path(of: store), O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return [] }
    defer { _ = close(file) }
    return screens(file, but: -1)
  }

  /// The other screens.
  var others: [Screen] { file >= 0 ? Screens.screens(file, but: record) : [] }

  private static func screens(_ file: Int32, but record: Int) -> [Screen] {
    (0..<Screens.most).compactMap { number in
      guard number != record else { return nil }
      var lock = Screens.lock(number)
      guard fcntl(file, Screens.ask, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
      var bytes = [UInt8](repeating: 0, count: Screens.recordSize)
      let count = pread(file, &bytes, bytes.count, off_t(number * Screens.recordSize))
      let words = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 0x0a }, as: UTF8.self)
        .split(separator: " ", maxSplits: 1)
      guard words.count == 2, let process = Int(words[0]) else { return nil }
      return Screen(host: String(words[1]), process: process)
    }
  }

  /// Leaves; who leaves last takes the file along.
  func leave() {
    guard file >= 0 else { return }
    if others.isEmpty { unlink(path) }
    giveUp()
  }

  deinit { leave() }

  private static func lock(_ number: Int) -> flock {
    flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: number * recordSize,
      l_len: recordSize, l_pid: 0)
  }
}

extension Screens.Screen {
  /// `process 123`, or `process 123 on laptop` for a screen of another computer.
  var words: String {
    var name = [CChar](repeating: 0, count: 65)
    gethostname(&name, 64)
    let here = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "process \(process)" + (host == here ? "" : " on \(host)")
  }
}

/// Who has the lock of SQLite's on a file.
enum LockHolder {
  /// Where SQLite's locks lie: the pending, the reserved and the shared bytes.
  private static let start = 0x4000_0000
  private static let count = 512

  /// The same for a program that has no descriptor of the file, and so no lock either.
  static func name(of path: String) -> String? {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    return name(file)
  }

  /// The program that keeps others from writing a file, such as `debrief (process 123)`; nil where nobody
  /// does any more, or it cannot be told.
  ///
  /// - Parameter file: The file, opened.
  static func name(_ file: Int32) -> String? {
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: start, l_len: count, l_pid: 0)
    // F_OFD_GETLK: the locks of this process count as another's, and are told apart by their process.
    guard fcntl(file, 36, &lock) == 0, lock.l_type != Int16(F_UNLCK), lock.l_pid > 0,
      lock.l_pid != getpid()
    else { return nil }
    let process = "process \(lock.l_pid)"
    guard let bytes = try? Location.bytes("/proc/\(lock.l_pid)/comm") else { return process }
    let name = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
    return name.isEmpty ? process : "\(name) (\(process))"
  }
}

extension Store {
  /// Other screens that have these notes open now: `process 123`.
  public var otherScreens: [String] { screens?.others.map(\.words) ?? [] }

  /// Who holds the file, once that was refused.
  func lockHolder() -> String? {
    if let file = place?.descriptor { return LockHolder.name(file) }
    if asked < 0 { asked = open(path, O_RDWR | O_CLOEXEC) }
    return asked >= 0 ? LockHolder.name(asked) : nil
  }
}
