import Glibc

/// The place of a screen among those that have the same file open: a number, and a lock on the byte of
/// that number, far behind the end of the file. The system lets go of the lock when the process ends,
/// however it ends, so that it can always be told whether the screen of a number is still alive.
///
/// It is a lock of the open file (`F_OFD_SETLK`), which neither meets those of SQLite, that lie in
/// other bytes, nor is dropped when SQLite closes the file. It must be given up after SQLite has closed
/// the file: a descriptor that is closed takes the process's other locks with it.
final class Seat {
  /// The number, from 1.
  let number: Int
  private var file: Int32
  /// The file of the store, opened; nil where that was not possible.
  var descriptor: Int32? { file >= 0 ? file : nil }

  /// Where the bytes of the numbers lie: behind all that SQLite ever locks or writes.
  private static let start = 1 << 60
  private static let numbers = 1..<(1 << 40)
  // F_OFD_GETLK and F_OFD_SETLK, which Glibc's module leaves out.
  private static let ask: Int32 = 36
  private static let take: Int32 = 37

  /// Takes a place at a file. Where the file system knows no locks, nobody can tell who is alive: the
  /// number alone then keeps two screens apart.
  init(at path: String) {
    let file = open(path, O_RDWR | O_CLOEXEC)
    var number = Int.random(in: Seat.numbers)
    while file >= 0 {
      var lock = Seat.lock(number)
      if fcntl(file, Seat.take, &lock) == 0 { break }
      guard errno == EAGAIN || errno == EACCES else { break }
      number = Int.random(in: Seat.numbers)
    }
    self.file = file
    self.number = number
  }

  /// Whether a screen with that number has the file open now.
  func isTaken(_ other: Int) -> Bool {
    if other == number { return true }
    guard file >= 0, Seat.numbers.contains(other) else { return false }
    var lock = Seat.lock(other)
    guard fcntl(file, Seat.ask, &lock) == 0 else { return false }
    return lock.l_type != Int16(F_UNLCK)
  }

  /// Whether any other screen has the file open now.
  var hasOthers: Bool {
    guard file >= 0 else { return false }
    var lock = Seat.lock(Seat.numbers.lowerBound, count: Seat.numbers.count)
    guard fcntl(file, Seat.ask, &lock) == 0 else { return false }
    return lock.l_type != Int16(F_UNLCK)
  }

  /// Whether any screen has a file open. Not to be asked by a process that has it open itself: a descriptor
  /// that is closed takes the process's locks with it.
  static func isTaken(at path: String) -> Bool {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = Glibc.close(file) }
    var lock = Seat.lock(Seat.numbers.lowerBound, count: Seat.numbers.count)
    return fcntl(file, Seat.ask, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  /// Gives the place up.
  func leave() {
    if file >= 0 { Glibc.close(file) }
    file = -1
  }

  deinit { leave() }

  private static func lock(_ number: Int, count: Int = 1) -> flock {
    flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: start + number, l_len: count,
      l_pid: 0)
  }
}
