extension JSONTree {
  /// A value as JSON. Numbers that are not whole have no place in it.
  ///
  /// - Throws: What the value throws, or ``Unreadable``.
  public init(_ value: some Encodable) throws {
    self = try TreeEncoder.part(value).tree
  }

  /// The JSON on one line, with the names of an object in order.
  public var text: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Adds the JSON on one line to some bytes, with the names of an object in order.
  public func write(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .number(let number): out += String(number).utf8
    case .text(let text): JSONTree.quote(text, to: &out)
    case .list(let values):
      out.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        value.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let fields):
      out.append(UInt8(ascii: "{"))
      for (place, field) in JSONTree.inOrder(fields).enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        JSONTree.quote(field.name, to: &out)
        out.append(UInt8(ascii: ":"))
        field.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// The fields by their names. There are few, and they are nearly in order.
  private static func inOrder(_ fields: [Field]) -> [Field] {
    var sorted = fields
    for i in sorted.indices.dropFirst() {
      var place = i
      while place > 0, sorted[place].name < sorted[place - 1].name {
        sorted.swapAt(place, place - 1)
        place -= 1
      }
    }
    return sorted
  }

  /// Adds a text in quotes, with what JSON wants escaped escaped.
  private static func quote(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var from = 0
      for (place, byte) in bytes.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        out.append(contentsOf: bytes[from..<place])
        escape(byte, to: &out)
        from = place + 1
      }
      out.append(contentsOf: bytes[from...])
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: out.append(UInt8(ascii: "b"))
    case 0x09: out.append(UInt8(ascii: "t"))
    case 0x0a: out.append(UInt8(ascii: "n"))
    case 0x0c: out.append(UInt8(ascii: "f"))
    case 0x0d: out.append(UInt8(ascii: "r"))
    case 0..<0x20:
      let digits: StaticString = "0123456789abcdef"
      out += "u00".utf8
      out.append(digits.utf8Start[Int(byte >> 4)])
      out.append(digits.utf8Start[Int(byte & 15)])
    default: out.append(byte)
    }
  }
}

/// Where a value is put: a piece of JSON, or the beginnings of one whose parts are still to come.
private final class TreePlace {
  enum Part {
    case tree(JSONTree)
    case place(TreePlace)
    var tree: JSONTree {
      switch self {
      case .tree(let tree): tree
      case .place(let place): place.tree
      }
    }
  }
  enum Content {
    case leaf(JSONTree)
    case fields([(name: String, part: Part)])
    case values([Part])
  }
  var content: Content = .leaf(.null)

  var tree: JSONTree {
    switch content {
    case .leaf(let tree): tree
    case .fields(let fields): .object(fields.map { JSONTree.Field($0.name, $0.part.tree) })
    case .values(let values): .list(values.map(\.tree))
    }
  }

  func put(_ part: Part, _ name: String) {
    guard case .fields(var fields) = content else {
      content = .fields([(name, part)])
      return
    }
    content = .leaf(.null)  // So that the list is not copied.
    fields.append((name, part))
    content = .fields(fields)
  }

  func put(_ part: Part) {
    guard case .values(var values) = content else {
      content = .values([part])
      return
    }
    content = .leaf(.null)
    values.append(part)
    content = .values(values)
  }
}

private struct TreeEncoder: Encoder {
  let place: TreePlace
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .leaf = place.content { place.content = .fields([]) }
    return KeyedEncodingContainer(FieldsIn<Key>(place: place))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .leaf = place.content { place.content = .values([]) }
    return ValuesIn(place: place)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { SingleIn(place: place) }

  static func part(_ value: some Encodable) throws -> TreePlace.Part {
    let place = TreePlace()
    try value.encode(to: TreeEncoder(place: place))
    return .tree(place.tree)
  }
}

private struct SingleIn: SingleValueEncodingContainer {
  let place: TreePlace
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { place.content = .leaf(.null) }
  func encode(_ value: Bool) { place.content = .leaf(.bool(value)) }
  func encode(_ value: String) { place.content = .leaf(.text(value)) }
  func encode(_ value: Int) { place.content = .leaf(.number(value)) }
  func encode(_ value: Double) throws { throw JSONTree.Unreadable() }
  func encode(_ value: some Encodable) throws { try value.encode(to: TreeEncoder(place: place)) }
}

private struct FieldsIn<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let place: TreePlace
  var codingPath: [any CodingKey] { [] }

  private func put(_ tree: JSONTree, _ key: Key) { place.put(.tree(tree), key.stringValue) }
  private func beginning(_ key: Key) -> TreeEncoder {
    let part = TreePlace()
    place.put(.place(part), key.stringValue)
    return TreeEncoder(place: part)
  }

  func encodeNil(forKey key: Key) { put(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { put(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { put(.text(value), key) }
  func encode(_ value: Int, forKey key: Key) { put(.number(value), key) }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    // What nearly every noun has, without a coder of its own for each.
    if T.self == ID.self, let id = value as? ID { return put(.text(id.text), key) }
    if T.self == Moment.self, let moment = value as? Moment {
      return put(.text(moment.description), key)
    }
    if T.self == Day.self, let day = value as? Day { return put(.text(day.description), key) }
    place.put(try TreeEncoder.part(value), key.stringValue)
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    beginning(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    beginning(key).unkeyedContainer()
  }
  func superEncoder() -> any Encoder {
    let part = TreePlace()
    place.put(.place(part), "super")
    return TreeEncoder(place: part)
  }
  func superEncoder(forKey key: Key) -> any Encoder { beginning(key) }
}

private struct ValuesIn: UnkeyedEncodingContainer {
  let place: TreePlace
  var codingPath: [any CodingKey] { [] }
  var count: Int {
    guard case .values(let values) = place.content else { return 0 }
    return values.count
  }

  private func beginning() -> TreeEncoder {
    let part = TreePlace()
    place.put(.place(part))
    return TreeEncoder(place: part)
  }

  func encodeNil() { place.put(.tree(.null)) }
  func encode(_ value: some Encodable) throws { place.put(try TreeEncoder.part(value)) }
  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    beginning().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { beginning().unkeyedContainer() }
  func superEncoder() -> any Encoder { beginning() }
}
