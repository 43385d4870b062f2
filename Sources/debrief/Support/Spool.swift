import DebriefExport
import DebriefRunner
import Glibc

/// Bytes that are put together before they go on: few in memory, many in a file without a name that is
/// gone with the program, however that ends. So a store is not kept waiting by whoever reads or writes
/// the other end of a pipe.
final class Spool {
  /// So many bytes stay in memory.
  private let most: Int
  /// O_TMPFILE, which Glibc's module leaves out.
  private static let nameless: Int32 = 0o20_200_000

  /// How many bytes there are.
  private(set) var count = 0
  private let folder: String
  private var bytes: [UInt8] = []
  private var file: Int32 = -1
  private var place = 0

  /// - Parameters:
  ///   - path: The file whose folder takes the bytes that memory does not: the store, so that private words
  ///     lie nowhere else.
  ///   - parts: How many of them are filled at a time: they share the memory that one may take.
  init(beside path: String, of parts: Int = 1) {
    most = (4 << 20) / max(1, parts)
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "./"
  }

  deinit { if file >= 0 { close(file) } }

  /// Adds bytes at the end.
  func add(_ more: UnsafeRawBufferPointer) throws(Failure) {
    count += more.count
    bytes += more
    if bytes.count > most { try flush() }
  }

  /// Adds bytes at the end.
  func add(_ more: [UInt8]) throws(Failure) {
    count += more.count
    bytes += more
    if bytes.count > most { try flush() }
  }

  /// Goes back to the first byte.
  func rewind() { place = 0 }

  /// Fills a buffer with the next bytes, from the first on; 0 at the end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    if file < 0 {
      let part = bytes[place..<min(bytes.count, place + buffer.count)]
      buffer.copyBytes(from: part)
      place += part.count
      return part.count
    }
    if !bytes.isEmpty { try flush() }
    while true {
      let found = pread(file, buffer.baseAddress, buffer.count, off_t(place))
      if found < 0, errno == EINTR { continue }
      guard found >= 0 else { throw failure() }
      place += found
      return found
    }
  }

  /// All of it in memory, for a document that is known to be no larger than that.
  func whole() throws(Failure) -> [UInt8] {
    place = 0
    var all: [UInt8] = []
    all.reserveCapacity(count)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    while true {
      let found = try read(block)
      if found == 0 { return all }
      all += block[..<found]
    }
  }

  /// The digest of all of it, in hexadecimal.
  func digest() throws(Failure) -> String {
    place = 0
    var stream = SHA256.Stream()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while true {
      let found = try read(block)
      if found == 0 { return stream.hex() }
      stream.add(UnsafeRawBufferPointer(rebasing: block[..<found]))
    }
  }

  /// Lets another program read or write it, as a file without a name that stands at its beginning.
  func lend<T>(_ body: (_ file: Int32) throws -> T) throws -> T {
    try flush()
    lseek(file, 0, SEEK_SET)
    defer { bytes = [] }
    let result = try body(file)
    var info = stat()
    if fstat(file, &info) == 0 { count = Int(info.st_size) }
    lseek(file, 0, SEEK_END)
    place = 0
    return result
  }

  private func flush() throws(Failure) {
    if file < 0 { file = try Spool.open(folder) }
    let written = bytes.withUnsafeBufferPointer { DebriefRunner.emit($0, to: file) }
    guard written else { throw failure() }
    bytes.removeAll(keepingCapacity: true)
  }

  private func failure() -> Failure {
    Failure(
      "There's no room to hold the data in \(folder): \(String(cString: strerror(errno))). "
        + "Free some space and try again.",
      code: ExitStatus.io)
  }

  /// A file that nobody else can open: in the folder, or where temporary files belong when that may
  /// not be written.
  private static func open(_ folder: String) throws(Failure) -> Int32 {
    let temporary = getenv("TMPDIR").map { String(cString: $0) + "/" } ?? "/tmp/"
    var code: Int32 = 0
    for folder in [folder, temporary] {
      let file = Glibc.open(folder, Spool.nameless | O_RDWR | O_CLOEXEC, 0o600)
      if file >= 0 { return file }
      code = errno
      // Some file systems know no files without a name: then it loses it at once.
      guard code == EOPNOTSUPP || code == EISDIR || code == ENOENT else { continue }
      var name = Array((folder + ".debrief-XXXXXX").utf8CString)
      let named = mkstemp(&name)
      if named >= 0 {
        _ = fcntl(named, F_SETFD, FD_CLOEXEC)
        unlink(name)
        return named
      }
      code = errno
    }
    throw Failure(
      "\(folder) can't hold a file: \(String(cString: strerror(code))).", code: ExitStatus.io)
  }
}

extension Spool: Deliverable {
  var byteCount: Int { count }

  func emit(to descriptor: Int32) -> Bool {
    place = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    while true {
      guard let found = try? read(block) else { return false }
      if found == 0 { return true }
      let part = UnsafeBufferPointer(rebasing: block.bindMemory(to: UInt8.self)[..<found])
      if !DebriefRunner.emit(part, to: descriptor) { return false }
    }
  }
}
