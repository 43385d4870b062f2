/// A piece of JSON as a value. Nouns are read and written by way of it: a row of an archive costs
/// microseconds, and neither this room nor the start of the program needs Foundation for it.
public enum JSONTree: Equatable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number. Others are not written here, and are refused when they are read.
  case number(Int)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONTree])
  /// An object: names and values in the order in which they came.
  case object([Field])

  /// A name with its value.
  public struct Field: Equatable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONTree
    /// Makes one.
    public init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// The value under a name: the first, where a name is there twice.
  public subscript(_ name: String) -> JSONTree? {
    guard case .object(let fields) = self else { return nil }
    for field in fields where field.name == name { return field.value }
    return nil
  }

  /// Why a text is no JSON that is read here. Where and why in words is looked for by whoever asked.
  public struct Unreadable: Error {
    /// Makes one.
    public init() {}
  }
}

extension JSONTree {
  /// Lists and objects may stand this deep in each other.
  public static let depth = 128

  /// Reads a whole text.
  ///
  /// - Throws: ``Unreadable`` for what is no JSON, is nested too deep, is not UTF-8, or holds a number
  ///   that is not whole.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Unreadable) {
    var parser = JSONParser(bytes)
    self = try parser.whole()
  }

  /// Reads a whole text.
  ///
  /// - Throws: ``Unreadable``.
  public init(_ text: String) throws(Unreadable) {
    var text = text
    let result = text.withUTF8 { bytes -> JSONTree? in
      do throws(Unreadable) { return try JSONTree(bytes) } catch { return nil }
    }
    guard let result else { throw Unreadable() }
    self = result
  }
}

/// Reads JSON from memory.
private struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var i = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var byte: UInt8? { i < bytes.count ? bytes[i] : nil }

  mutating func whole() throws(JSONTree.Unreadable) -> JSONTree {
    let value = try value()
    skipBlanks()
    if i < bytes.count { throw JSONTree.Unreadable() }
    return value
  }

  private mutating func skipBlanks() {
    while i < bytes.count {
      let byte = bytes[i]
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
      i += 1
    }
  }

  private mutating func value() throws(JSONTree.Unreadable) -> JSONTree {
    skipBlanks()
    switch byte {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func enter() throws(JSONTree.Unreadable) {
    i += 1
    depth += 1
    if depth > JSONTree.depth { throw JSONTree.Unreadable() }
    skipBlanks()
  }

  /// Goes on behind a comma; false at the end, and then behind it.
  private mutating func goesOn(until end: UInt8) throws(JSONTree.Unreadable) -> Bool {
    skipBlanks()
    guard let byte else { throw JSONTree.Unreadable() }
    i += 1
    if byte == end {
      depth -= 1
      return false
    }
    if byte != UInt8(ascii: ",") { throw JSONTree.Unreadable() }
    skipBlanks()
    return true
  }

  private mutating func object() throws(JSONTree.Unreadable) -> JSONTree {
    try enter()
    var fields: [JSONTree.Field] = []
    if byte == UInt8(ascii: "}") {
      i += 1
      depth -= 1
      return .object(fields)
    }
    fields.reserveCapacity(16)
    repeat {
      guard byte == UInt8(ascii: "\"") else { throw JSONTree.Unreadable() }
      let name = try text()
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw JSONTree.Unreadable() }
      i += 1
      fields.append(JSONTree.Field(name, try value()))
    } while try goesOn(until: UInt8(ascii: "}"))
    return .object(fields)
  }

  private mutating func list() throws(JSONTree.Unreadable) -> JSONTree {
    try enter()
    var values: [JSONTree] = []
    if byte == UInt8(ascii: "]") {
      i += 1
      depth -= 1
      return .list(values)
    }
    repeat { values.append(try value()) } while try goesOn(until: UInt8(ascii: "]"))
    return .list(values)
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONTree
  ) throws(JSONTree.Unreadable) -> JSONTree {
    let count = word.utf8CodeUnitCount
    guard bytes.count - i >= count else { throw JSONTree.Unreadable() }
    for place in 0..<count where bytes[i + place] != word.utf8Start[place] {
      throw JSONTree.Unreadable()
    }
    i += count
    return value
  }

  private mutating func number() throws(JSONTree.Unreadable) -> JSONTree {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { i += 1 }
    let start = i
    var value = 0
    while let byte, byte >= 0x30, byte <= 0x39 {
      // As a negative number, which reaches one further.
      let (more, much) = value.multipliedReportingOverflow(by: 10)
      let (next, many) = more.subtractingReportingOverflow(Int(byte - 0x30))
      if much || many { throw JSONTree.Unreadable() }
      value = next
      i += 1
    }
    if i == start || (bytes[start] == 0x30 && i > start + 1) { throw JSONTree.Unreadable() }
    if let byte, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
      throw JSONTree.Unreadable()
    }
    if isNegative { return .number(value) }
    if value == .min { throw JSONTree.Unreadable() }
    return .number(-value)
  }

  private mutating func text() throws(JSONTree.Unreadable) -> String {
    i += 1
    let start = i
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        let part = UnsafeBufferPointer(rebasing: bytes[start..<i])
        i += 1
        guard let text = String(validating: part, as: UTF8.self) else {
          throw JSONTree.Unreadable()
        }
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
      if byte < 0x20 { throw JSONTree.Unreadable() }
      i += 1
    }
    throw JSONTree.Unreadable()
  }

  private mutating func escapedText(from start: Int) throws(JSONTree.Unreadable) -> String {
    var out = Array(bytes[start..<i])
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: out, as: UTF8.self) else {
          throw JSONTree.Unreadable()
        }
        return text
      case UInt8(ascii: "\\"): try escape(&out)
      case 0..<0x20: throw JSONTree.Unreadable()
      default: out.append(byte)
      }
    }
    throw JSONTree.Unreadable()
  }

  private mutating func escape(_ out: inout [UInt8]) throws(JSONTree.Unreadable) {
    guard let kind = byte else { throw JSONTree.Unreadable() }
    i += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(kind)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0c)
    case UInt8(ascii: "n"): out.append(0x0a)
    case UInt8(ascii: "r"): out.append(0x0d)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex()
      if (0xd800..<0xdc00).contains(code) {
        guard byte == UInt8(ascii: "\\"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "u")
        else { throw JSONTree.Unreadable() }
        i += 2
        let low = try hex()
        guard (0xdc00..<0xe000).contains(low) else { throw JSONTree.Unreadable() }
        code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONTree.Unreadable() }
      out += Array(String(Character(scalar)).utf8)
    default: throw JSONTree.Unreadable()
    }
  }

  private mutating func hex() throws(JSONTree.Unreadable) -> UInt32 {
    guard i + 4 <= bytes.count else { throw JSONTree.Unreadable() }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[i]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw JSONTree.Unreadable()
      }
      value = value << 4 | UInt32(digit)
      i += 1
    }
    return value
  }
}
