import DebriefModel

/// Reads a bundle as the document it stands for, line by line: what ``ArchiveReader`` is given has the same
/// things in the same lines, so that it names the place of a fault as it does with an export. A document that
/// is no bundle comes through as it is.
public final class BundleReader {
  /// A line may have so many bytes.
  private static let mostBytes = 256 << 20

  private enum State { case begin, lines, passing, done }

  private let source: (UnsafeMutableRawBufferPointer) throws -> Int
  private var state = State.begin
  /// What was read and is no whole line yet.
  private var rest: [UInt8] = []
  /// Where in that the next line begins.
  private var at = 0
  private var isAtEnd = false
  /// What is still to be given.
  private var out: [UInt8] = []
  private var given = 0
  /// The list that takes values, and those there were.
  private var list: String?
  private var seen: Set<String> = []
  private var count = 0

  /// - Parameter source: Fills a buffer with the next bytes and says how many there are; 0 at the end.
  public init(_ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.source = source
  }

  /// Fills a buffer with the next bytes of the document and says how many there are; 0 at the end.
  ///
  /// - Throws: Whatever the source throws, and a fault with its line where the bytes are no bundle.
  public func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while given == out.count {
      out.removeAll(keepingCapacity: true)
      given = 0
      switch state {
      case .done: return 0
      case .passing:
        if at == rest.count { return try source(buffer) }
        out = Array(rest[at...])
        at = rest.count
      case .begin: try begin()
      case .lines: try line()
      }
    }
    let part = out[given..<min(out.count, given + buffer.count)]
    buffer.copyBytes(from: part)
    given += part.count
    return part.count
  }

  // MARK: - Lines

  /// The next line without its end; nil at the end of the document, or when it is too long to be one.
  private func next() throws -> [UInt8]? {
    var looked = at
    while true {
      if let end = rest[looked...].firstIndex(of: 0x0a) {
        defer { at = end + 1 }
        return Array(rest[at..<end])
      }
      if isAtEnd || rest.count - at > BundleReader.mostBytes {
        defer { at = rest.count }
        return at == rest.count || !isAtEnd ? nil : Array(rest[at...])
      }
      looked = rest.count - at
      try fill()
    }
  }

  /// Reads on, and lets go of the lines that were read.
  private func fill() throws {
    rest.removeFirst(at)
    at = 0
    var block = [UInt8](repeating: 0, count: 1 << 17)
    let found = try block.withUnsafeMutableBytes { try source($0) }
    if found == 0 { isAtEnd = true }
    rest += block[..<found]
  }

  private func begin() throws {
    // Only as much is read as tells what it is: a document may be one line of gigabytes.
    while !isAtEnd, rest.count < 256, !rest.contains(0x0a) { try fill() }
    let mark = [0xef, 0xbb, 0xbf] as [UInt8]
    let start = rest.starts(with: mark) ? 3 : 0
    let first = rest[start...].prefix { $0 != 0x0a }
    guard first.count < 256, let head = BundleReader.object(Array(first)),
      head["debrief"] == .text("bundle")
    else {
      state = .passing
      return
    }
    at = min(rest.count, start + first.count + 1)
    if case .number(let version)? = head["version"], version > BundleWriter.version {
      // The reader says that it is too new, whatever else is in it.
      add("{\"version\":\(max(version, Archive.version + 1))}")
      state = .done
      return
    }
    add("{\n")
    state = .lines
  }

  private func line() throws {
    guard let line = try next() else {
      // No end was said: what is missing is not known, and the reader says that it ends too early.
      state = .done
      return
    }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x0d || $0 == 0x09 }) { return add("\n") }
    guard let object = BundleReader.object(line) else {
      // The reader explains what is wrong with it.
      out += line
      state = .done
      return
    }
    if object["debrief"] == .text("end") {
      guard object["count"] == .number(count) else {
        state = .done
        return
      }
      return end()
    }
    guard case .text(let kind)? = object["kind"], let value = object["value"] else {
      add("a thing needs its kind and its value")
      state = .done
      return
    }
    count += 1
    seen.insert(kind)
    if list == kind {
      add(",")
    } else {
      add(list == nil ? "" : "],")
      JSONTree.text(kind).write(to: &out)
      add(":[")
      list = kind
    }
    value.write(to: &out)
    add("\n")
  }

  private func end() {
    if list != nil { add("],") }
    for kind in Archive.required where !seen.contains(kind.rawValue) {
      add("\"\(kind.rawValue)\":[],")
    }
    add("\"version\":\(Archive.version)}\n")
    state = .done
  }

  private func add(_ text: String) { out += text.utf8 }

  private static func object(_ line: [UInt8]) -> [String: JSONTree]? {
    let tree = try? line.withUnsafeBufferPointer { try JSONTree($0) }
    guard let tree, case .object(let pairs) = tree else { return nil }
    return Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
