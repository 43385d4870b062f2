import DebriefImport
import DebriefModel
import DebriefRunner
import Disk
import Glibc

/// What a command is given: texts and files, each with a limit.
enum Input {
  /// A text may have so many bytes.
  static let textLimit = 1 << 20
  /// A document from a pipe may have so many bytes: one without end is not waited for.
  static let documentLimit = 4 << 30

  /// The text of an argument, or stdin when it is `-`; blanks at its ends are left out.
  static func text(_ argument: String) throws(Failure) -> String {
    let text =
      argument == "-" ? try TextBytes.decoded(bytes("-", limit: textLimit), name: "-") : argument
    let trimmed = text.trimmed
    if trimmed.isEmpty { throw Failure("The text is empty.", code: ExitStatus.data) }
    return trimmed
  }

  /// The words of several arguments, or stdin when they are a single `-`.
  static func text(_ arguments: [String]) throws(Failure) -> String {
    try text(arguments.joined(separator: " "))
  }

  /// The text of a file, or of stdin when the path is `-`.
  static func file(_ path: String) throws(Failure) -> String {
    try TextBytes.decoded(bytes(path, limit: textLimit), name: path)
  }

  /// The bytes of a file, or of stdin when the path is `-`.
  static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    func fail(_ text: String, _ code: Int32) -> Failure {
      Failure(path == "-" ? "Stdin \(text)." : "\(path) \(text).", code: code)
    }
    func reason(_ number: Int32) -> String { "can't be read: \(String(cString: strerror(number)))" }
    if path.isEmpty { throw .emptyFileName }
    var file = STDIN_FILENO
    if path != "-" {
      file = open(path, O_RDONLY | O_CLOEXEC)
      if file < 0 { throw fail(reason(errno), ExitStatus.noInput) }
    }
    defer { if path != "-" { close(file) } }
    var info = stat()
    if fstat(file, &info) == 0 {
      if info.st_mode & S_IFMT == S_IFDIR { throw fail("is a folder", ExitStatus.noInput) }
      if info.st_mode & S_IFMT == S_IFREG, info.st_size > limit {
        throw fail("is larger than \(limit >> 20) MiB", ExitStatus.data)
      }
    }
    do {
      return try WholeFile(file).bytes(limit: limit)
    } catch {
      switch error {
      case .tooLong: throw fail("is larger than \(limit >> 20) MiB", ExitStatus.data)
      case .unreadable(let number):
        throw fail(reason(number), path == "-" ? ExitStatus.io : ExitStatus.noInput)
      }
    }
  }

  /// Opens a file, or stdin when the path is `-`, for reading in blocks, as often as needed. What comes
  /// through a pipe is read to its end before anything is done with it: whoever writes it may take their
  /// time, and a store must not be locked for so long.
  ///
  /// - Parameters:
  ///   - store: Where the store lies.
  ///   - isWanted: Whether a stream that begins so is waited for to its end.
  static func source(
    _ path: String, beside store: String, isWanted: ([UInt8]) -> Bool
  ) throws(Failure) -> ByteSource {
    if path.isEmpty { throw .emptyFileName }
    let name = path == "-" ? "Stdin" : path
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    let source = OpenFile(file, name: name, code: path == "-" ? ExitStatus.io : ExitStatus.noInput)
    if file < 0 { throw source.failure() }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw source.failure() }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: throw Failure("\(name) is a folder.", code: ExitStatus.noInput)
    case S_IFREG:
      // A shell may have read some of it.
      let start = lseek(file, 0, SEEK_CUR)
      if start >= 0 {
        let size = max(0, Int(info.st_size) - Int(start))
        return ByteSource(
          name: name, size: size,
          rewind: { if lseek(file, start, SEEK_SET) < 0 { throw source.failure() } },
          read: source.read)
      }
    default: break
    }
    let spool = Spool(beside: store)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    var head: [UInt8]? = []
    while true {
      let count = try source.read(block)
      if count == 0 { break }
      try spool.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
      // A stream of something else need not be waited for: it is refused for its beginning.
      if var begun = head {
        begun += block[..<min(count, ImportFormat.reach)]
        head = begun
        let isBlank = begun.allSatisfy { [0x20, 0x0a, 0x0d, 0x09].contains($0) }
        if isBlank, spool.count <= mostBlanks { continue }
        if begun.count >= ImportFormat.reach || isBlank {
          if isBlank || !isWanted(begun) { break }
          head = nil
        }
      }
      if spool.count > documentLimit {
        throw Failure("\(name) is larger than \(documentLimit >> 30) GiB.", code: ExitStatus.data)
      }
    }
    return ByteSource(
      name: name, size: spool.count, rewind: { spool.rewind() }, read: { try spool.read($0) })
  }

  /// No document begins with more blanks than these.
  private static let mostBlanks = 2 << 20
}

/// A file that is read from front to back.
private final class OpenFile {
  private let file: Int32
  private let name: String
  private let code: Int32

  init(_ file: Int32, name: String, code: Int32) {
    self.file = file
    self.name = name
    self.code = code
  }

  deinit { if file > STDERR_FILENO { close(file) } }

  func failure() -> Failure {
    Failure("\(name) can't be read: \(String(cString: strerror(errno))).", code: code)
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw failure() }
      return count
    }
  }
}
