import DebriefModel

/// A document that is read in blocks: only what one value takes is in memory.
struct JSONSource {
  /// So many blanks between two values are in no document that anybody wrote.
  private static let mostBlanks = 1 << 20
  /// A single row may have so many bytes.
  static let mostBytes = 256 << 20

  /// A line and a column, both from 1.
  struct Position {
    var line = 1
    var column = 1

    /// The place behind some bytes that begin here.
    func behind(_ bytes: UnsafeBufferPointer<UInt8>) -> Position {
      var position = self
      for byte in bytes {
        if byte == 0x0a {
          position.line += 1
          position.column = 1
        } else if byte & 0xc0 != 0x80 {
          position.column += 1
        }
      }
      return position
    }
  }

  private let read: (UnsafeMutableRawBufferPointer) throws -> Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var count = 0
  private var i = 0
  private var isAtEnd = false
  /// Where the buffer begins in the document.
  private var start = Position()

  init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.read = read }

  /// Reads more, and lets go of what was passed. False at the end of the document.
  private mutating func fill() throws -> Bool {
    if isAtEnd { return false }
    if i > 0 {
      start = position
      let passed = i
      let left = count - i
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        base.copyMemory(from: base + passed, byteCount: left)
      }
      count -= i
      i = 0
    }
    if count == buffer.count {
      if count >= JSONSource.mostBytes {
        throw ArchiveJSON.Fault("one thing in it is larger than \(JSONSource.mostBytes >> 20) MiB")
      }
      buffer += [UInt8](repeating: 0, count: count)
    }
    let (read, used) = (self.read, count)
    let more = try buffer.withUnsafeMutableBytes {
      try read(UnsafeMutableRawBufferPointer(rebasing: $0[used...]))
    }
    count += more
    isAtEnd = more == 0
    return more > 0
  }

  /// Where the next byte stands.
  private var position: Position {
    let passed = i
    return buffer.withUnsafeBufferPointer {
      start.behind(UnsafeBufferPointer(rebasing: $0[..<passed]))
    }
  }

  /// The next byte; nil at the end.
  mutating func peek() throws -> UInt8? {
    if i == count, try !fill() { return nil }
    return buffer[i]
  }

  /// The next byte that is no blank; nil at the end.
  mutating func peekPastBlanks() throws -> UInt8? {
    var passed = 0
    while let byte = try peek() {
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return byte }
      i += 1
      passed += 1
      if passed > JSONSource.mostBlanks {
        throw ArchiveJSON.Fault("the rest of it is blank")
      }
    }
    return nil
  }

  /// Passes a byte that was looked at.
  mutating func pass() { i += 1 }

  /// Passes the mark that some programs put before UTF-8.
  mutating func passByteOrderMark() throws {
    while count < 3, try fill() {}
    if buffer[..<count].starts(with: [0xef, 0xbb, 0xbf]) { i = 3 }
    start = Position()
    buffer.removeFirst(i)
    count -= i
    i = 0
  }

  /// A fault of the form at the next byte.
  mutating func stop(_ reason: String) throws -> ArchiveJSON.Fault {
    let what = try peek() == nil ? "it ends too early" : reason
    let place = position
    return ArchiveJSON.Fault(
      "it is not JSON (line \(place.line), column \(place.column): \(what))")
  }

  /// Passes the next value and shows its bytes.
  ///
  /// - Parameters:
  ///   - depth: How deep it stands.
  ///   - path: What it is, for a sentence about what is wrong with it.
  mutating func value<T>(
    depth: Int, path: String, _ body: (Slice) throws -> T
  ) throws -> T {
    _ = try peekPastBlanks()
    let length = try self.length(depth: depth, path: path)
    defer { i += length }
    let (from, start) = (i, start)
    return try buffer.withUnsafeBufferPointer {
      try body(Slice($0, from..<(from + length), path, start))
    }
  }

  /// Some bytes of a document with the place where they stand.
  struct Slice {
    let bytes: UnsafeBufferPointer<UInt8>
    /// What it is, such as `finding[3]`.
    private(set) var path: String
    private let before: UnsafeBufferPointer<UInt8>
    private let start: Position

    fileprivate init(
      _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ path: String, _ start: Position
    ) {
      bytes = UnsafeBufferPointer(rebasing: buffer[range])
      before = UnsafeBufferPointer(rebasing: buffer[..<range.lowerBound])
      self.path = path
      self.start = start
    }

    /// The same, known to be something.
    func named(_ path: String) -> Slice {
      var slice = self
      slice.path = path
      return slice
    }

    /// Why it is no JSON, as one sentence; nil when it is.
    var fault: ArchiveJSON.Fault? {
      if String(validating: bytes, as: UTF8.self) == nil {
        return ArchiveJSON.Fault("it is not UTF-8 text")
      }
      return JSONExplanation.of(ArraySlice(bytes), path: path, at: start.behind(before)).map {
        ArchiveJSON.Fault($0)
      }
    }
  }

  /// How many bytes the next value takes, all of them in the buffer then. What lies between its ends is
  /// not looked at any closer.
  private mutating func length(depth outer: Int, path: String) throws -> Int {
    var scan = Extent(depth: outer)
    var done = 0
    while true {
      let new = (i + done)..<count
      let found = try buffer.withUnsafeBufferPointer {
        try scan.passes(UnsafeBufferPointer(rebasing: $0[new]))
      }
      if let found { return done + found }
      done = count - i
      if try !fill() {
        // A number may end with the document.
        if scan.isBare, done > 0 { return done }
        let (range, start) = (i..<count, start)
        let rest = buffer.withUnsafeBufferPointer { Slice($0, range, path, start).fault }
        i = count
        if let rest { throw rest }
        throw try stop("")
      }
    }
  }
}

/// Finds the end of a value.
private struct Extent {
  private let outer: Int
  private var depth: Int
  private var inString = false
  private var escaped = false
  private var bare = 0
  /// Whether it is a number or a word, which only ends where something else begins.
  var isBare: Bool { bare > 0 }

  init(depth: Int) {
    outer = depth
    self.depth = depth
  }

  /// How many of some bytes belong to the value; nil when all do and more may follow.
  mutating func passes(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(ArchiveJSON.Fault) -> Int? {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if inString {
        if escaped {
          escaped = false
        } else if byte == UInt8(ascii: "\\") {
          escaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
          if depth == outer { return i }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if isBare { return i - 1 }
        inString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isBare { return i - 1 }
        depth += 1
        if depth > ArchiveJSON.depth {
          throw ArchiveJSON.Fault("it is nested too deeply to be a debrief export")
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == outer { return isBare ? i - 1 : i }
        depth -= 1
        if depth == outer { return i }
      case UInt8(ascii: ","), 0x20, 0x0a, 0x0d, 0x09:
        if depth == outer { return isBare ? i - 1 : i }
      default:
        if depth == outer {
          bare += 1
          // Nothing that stands bare in JSON is that long.
          if bare > 1000 { return i }
        }
      }
    }
    return nil
  }
}
