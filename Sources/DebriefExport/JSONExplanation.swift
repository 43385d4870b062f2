/// Says where a document stops being JSON that we can read, and why: the decoder of Foundation only
/// says that it does. Runs over documents that were refused, and that are known not to be too deep.
struct JSONExplanation {
  /// The place and the reason.
  private struct Stop: Error { let sentence: String }

  private let bytes: ArraySlice<UInt8>
  private var i: Int
  private var path: String
  private let start: JSONSource.Position

  /// What is wrong, or nil when nothing was found.
  ///
  /// - Parameters:
  ///   - path: What the bytes are in their document, such as `finding[3]`.
  ///   - start: Where they stand in it.
  static func of(
    _ bytes: ArraySlice<UInt8>, path: String = "", at start: JSONSource.Position = .init()
  ) -> String? {
    var reader = JSONExplanation(bytes: bytes, i: bytes.startIndex, path: path, start: start)
    do throws(Stop) {
      try reader.value()
      reader.skipBlanks()
      if reader.i < bytes.endIndex { throw reader.stop("there's something after the end") }
      return nil
    } catch { return error.sentence }
  }

  private var byte: UInt8? { i < bytes.endIndex ? bytes[i] : nil }

  /// A fault of the form, with its line and column.
  private func stop(_ reason: String) -> Stop {
    let place = bytes[..<i].withUnsafeBufferPointer { start.behind($0) }
    let what = i < bytes.endIndex ? reason : "it ends too early"
    return Stop(sentence: "it is not JSON (line \(place.line), column \(place.column): \(what))")
  }

  private mutating func skipBlanks() {
    while let byte, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { i += 1 }
  }

  private mutating func take(_ wanted: Unicode.Scalar, _ reason: String) throws(Stop) {
    skipBlanks()
    guard byte == UInt8(ascii: wanted) else { throw stop(reason) }
    i += 1
  }

  private mutating func value() throws(Stop) {
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try list()
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case let start? where start == UInt8(ascii: "-") || (0x30...0x39).contains(start): try number()
    default: throw stop("a value is missing")
    }
  }

  private mutating func object() throws(Stop) {
    i += 1
    skipBlanks()
    if byte == UInt8(ascii: "}") { return i += 1 }
    let outer = path
    while true {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else { throw stop("a name in quotes is missing") }
      let name = try string()
      path = outer.isEmpty ? name : outer + "." + name
      try take(":", "a colon is missing")
      try value()
      skipBlanks()
      if byte == UInt8(ascii: "}") { break }
      try take(",", "a comma or } is missing")
    }
    i += 1
    path = outer
  }

  private mutating func list() throws(Stop) {
    i += 1
    skipBlanks()
    if byte == UInt8(ascii: "]") { return i += 1 }
    let outer = path
    var index = 0
    while true {
      path = "\(outer)[\(index)]"
      try value()
      index += 1
      skipBlanks()
      if byte == UInt8(ascii: "]") { break }
      try take(",", "a comma or ] is missing")
    }
    i += 1
    path = outer
  }

  private mutating func string() throws(Stop) -> String {
    i += 1
    let start = i
    while let byte, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw stop("there's a control character in the text") }
      i += 1
      if byte == UInt8(ascii: "\\") { try escape() }
    }
    guard byte != nil else { throw stop("") }
    i += 1
    return String(decoding: bytes[start..<(i - 1)], as: UTF8.self)
  }

  private mutating func escape() throws(Stop) {
    guard let kind = byte else { throw stop("") }
    i += 1
    guard kind == UInt8(ascii: "u") else {
      if Array("\"\\/bfnrt".utf8).contains(kind) { return }
      i -= 1
      throw stop("that isn't a valid escape sequence")
    }
    let first = try hex()
    if (0xdc00..<0xe000).contains(first) { throw half() }
    guard (0xd800..<0xdc00).contains(first) else { return }
    guard byte == UInt8(ascii: "\\"), i + 1 < bytes.endIndex, bytes[i + 1] == UInt8(ascii: "u")
    else { throw half() }
    i += 2
    if !(0xdc00..<0xe000).contains(try hex()) { throw half() }
  }

  private func half() -> Stop {
    Stop(sentence: (path.isEmpty ? "it" : path) + " holds half of a surrogate pair")
  }

  private mutating func hex() throws(Stop) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw stop("four hex digits are missing")
      }
      value = value << 4 | UInt32(digit)
      i += 1
    }
    return value
  }

  private mutating func word(_ word: String) throws(Stop) {
    guard bytes[i...].starts(with: word.utf8) else { throw stop("a value is missing") }
    i += word.utf8.count
  }

  /// Every number of an archive is whole.
  private mutating func number() throws(Stop) {
    let start = i
    while let byte, Array("+-.eE0123456789".utf8).contains(byte) { i += 1 }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    let isPadded = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    if !isPadded, !text.hasPrefix("+"), Int(text) != nil { return }
    if isPadded || digits.first?.isNumber != true || Double(text) == nil || text.hasSuffix(".") {
      i = start
      throw stop("a number is malformed")
    }
    throw Stop(sentence: "\(path.isEmpty ? "it" : path) must be a whole number")
  }
}
