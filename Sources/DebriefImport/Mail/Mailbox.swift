/// The mails of a mailbox file (mbox, RFC 4155), one after another; a file with one mail is one of one.
public struct Mailbox {
  private let source: ByteSource
  private var block: [UInt8]
  private var buffer: [UInt8] = []
  private var at = 0
  private var isEnd = false
  private let isBox: Bool
  private var isBegun = false

  /// Begins at the first mail.
  ///
  /// - Throws: Whatever reading throws.
  public init(_ source: ByteSource) throws {
    self.source = source
    block = [UInt8](repeating: 0, count: 1 << 18)
    let head = try source.head(8)
    let mark = TextEncoding.marked(head).map { $0.encoding == .utf8 ? $0.length : 0 } ?? 0
    isBox = head.dropFirst(mark).starts(with: "From ".utf8)
    try source.rewind()
  }

  /// The bytes of the next mail; nil at the end. One that is larger than ``Mail/limit`` comes cut off
  /// behind that.
  ///
  /// - Throws: Whatever reading throws.
  public mutating func next() throws -> [UInt8]? {
    guard isBox else {
      if isBegun { return nil }
      isBegun = true
      return try source.all(limit: Mail.limit, "an email")
    }
    var mail: [UInt8] = []
    var isBlank = true
    if !isBegun {
      isBegun = true
      _ = try line()
    }
    var hasAny = false
    while let next = try line() {
      hasAny = true
      if isBlank, Mailbox.begins(next) { return mail }
      isBlank = next.allSatisfy { $0 == 0x0a || $0 == 0x0d }
      // A line of the mail that begins like that has a sign before it.
      let marks = next.prefix { $0 == UInt8(ascii: ">") }.count
      let isMarked = marks > 0 && next.dropFirst(marks).starts(with: "From ".utf8)
      if mail.count <= Mail.limit { mail += isMarked ? next.dropFirst() : next }
    }
    return hasAny ? mail : nil
  }

  /// Whether a line begins a mail: the word, and somewhere a time, as in
  /// `From ada@acme.example Mon Mar  2 10:00:00 2026`.
  private static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8), line.count < 300 else { return false }
    func isDigit(_ at: Int) -> Bool { line.indices.contains(at) && (48...57).contains(line[at]) }
    return line.indices.contains {
      line[$0] == UInt8(ascii: ":") && isDigit($0 - 1) && isDigit($0 + 1)
    }
  }

  /// The next line with its end; nil behind the last one.
  private mutating func line() throws -> ArraySlice<UInt8>? {
    var start = at
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0a) {
        defer { at = end + 1 }
        return buffer[at...end]
      }
      start = buffer.count
      if isEnd || buffer.count - at > Mail.limit {
        guard at < buffer.count else { return nil }
        defer { at = buffer.count }
        return buffer[at...]
      }
      if at > 0 {
        buffer.removeFirst(at)
        start -= at
        at = 0
      }
      let count = try block.withUnsafeMutableBytes(source.read)
      if count == 0 { isEnd = true } else { buffer += block[..<count] }
    }
  }
}
