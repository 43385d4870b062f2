/// One column of a row as it lies in a file: nothing of it is copied before somebody knows what it is.
public enum Cell {
  /// Nothing.
  case none
  /// A whole number.
  case number(Int)
  /// The bytes of a text; they are there until the next row is read.
  case text(UnsafeBufferPointer<UInt8>)
}

/// What a column of a row holds: what a statement is given, and what is compared.
public enum FieldValue: Hashable, Sendable {
  case text(String), number(Int), none
}

extension Cell {
  /// A text.
  func text() throws(JSONTree.Unreadable) -> String {
    guard case .text(let bytes) = self else { throw JSONTree.Unreadable() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number.
  func number() throws(JSONTree.Unreadable) -> Int {
    guard case .number(let number) = self else { throw JSONTree.Unreadable() }
    return number
  }

  /// A date.
  ///
  /// - Throws: ``JSONTree/Unreadable`` for what is none in the stored form.
  public func day() throws(JSONTree.Unreadable) -> Day {
    guard case .text(let bytes) = self, bytes.count == ISOForm.day, let day = ISOForm.day(bytes)
    else { throw JSONTree.Unreadable() }
    return day
  }

  /// A moment, read by the clock of a zone; without one, by its own.
  ///
  /// - Throws: ``JSONTree/Unreadable`` for what is none in the stored form.
  public func moment(_ zone: Zone?) throws(JSONTree.Unreadable) -> Moment {
    guard case .text(let bytes) = self, let (seconds, offset) = ISOForm.moment(bytes) else {
      throw JSONTree.Unreadable()
    }
    return zone.map { Moment(seconds: seconds, offset: offset, zone: $0) }
      ?? Moment(seconds: seconds, offset: offset)
  }

  /// A list kept as JSON.
  ///
  /// - Throws: ``JSONTree/Unreadable`` for what is none, or not of these.
  public func parts<Part: FieldPart>() throws(JSONTree.Unreadable) -> [Part] {
    guard case .text(let bytes) = self else { throw JSONTree.Unreadable() }
    guard bytes.first == UInt8(ascii: "[") else { throw JSONTree.Unreadable() }
    if bytes.count == 2, bytes[1] == UInt8(ascii: "]") { return [] }
    if let strings = Cell.plainStrings(bytes), let parts = Part.plain(strings) { return parts }
    return try Cell.decoded(bytes)
  }

  /// Something kept as JSON.
  func part<Part: FieldPart>() throws(JSONTree.Unreadable) -> Part {
    guard case .text(let bytes) = self else { throw JSONTree.Unreadable() }
    if let strings = Cell.plainStrings(bytes), let parts = Part.plain(strings), parts.count == 1 {
      return parts[0]
    }
    return try Cell.decoded(bytes)
  }

  private static func decoded<T: Decodable>(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONTree.Unreadable) -> T {
    let tree = try JSONTree(bytes)
    do { return try tree.decoded(T.self) } catch { throw JSONTree.Unreadable() }
  }

  /// The strings in a JSON text when none of them is escaped: then every quote ends or begins one.
  /// Most lists are like that, and a JSON reader costs as much as the rest of the row.
  private static func plainStrings(_ bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
    var strings: [String] = []
    var start: Int?
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\\") { return nil }
      guard byte == UInt8(ascii: "\"") else { continue }
      if let from = start {
        let part = UnsafeBufferPointer(rebasing: bytes[from..<place])
        strings.append(String(decoding: part, as: UTF8.self))
        start = nil
      } else {
        start = place + 1
      }
    }
    return strings
  }
}

extension FieldValue {
  /// A list or a thing as the JSON in its column: names in order, and slashes escaped, as the first
  /// program wrote them. The journal knows a row again by its bytes.
  init(json value: some Encodable) {
    var out: [UInt8] = []
    // What fields are made of has a form in JSON.
    (try? JSONTree(value))?.write(to: &out)
    guard out.contains(UInt8(ascii: "/")) else {
      self = .text(String(decoding: out, as: UTF8.self))
      return
    }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(out.count + 8)
    for byte in out {
      if byte == UInt8(ascii: "/") { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    self = .text(String(decoding: escaped, as: UTF8.self))
  }
}
