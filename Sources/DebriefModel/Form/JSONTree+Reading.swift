// From a piece of JSON to a noun, and back. Only what nouns are made of is known here; the sentence
// about what is wrong with a document comes from Foundation's decoder, which is asked once this one
// has refused.

extension JSONTree {
  /// The value that a piece of JSON stands for.
  ///
  /// - Parameter userInfo: What a value may want to know, as with any decoder.
  /// - Throws: What the value throws, or ``Unreadable`` where a type, a name or a value does not fit.
  public func decoded<T: Decodable>(
    _ type: T.Type, userInfo: [CodingUserInfoKey: Any] = [:]
  ) throws -> T {
    try T(from: TreeDecoder(tree: self, userInfo: userInfo))
  }
}

private struct TreeDecoder: Decoder {
  let tree: JSONTree
  let userInfo: [CodingUserInfoKey: Any]
  var codingPath: [any CodingKey] { [] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let fields) = tree else { throw JSONTree.Unreadable() }
    return KeyedDecodingContainer(Fields<Key>(fields: fields, userInfo: userInfo))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = tree else { throw JSONTree.Unreadable() }
    return Values(values: values, userInfo: userInfo)
  }
  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    Single(tree: tree, userInfo: userInfo)
  }
}

private struct Single: SingleValueDecodingContainer {
  let tree: JSONTree
  let userInfo: [CodingUserInfoKey: Any]
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { tree == .null }
  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let flag) = tree else { throw JSONTree.Unreadable() }
    return flag
  }
  func decode(_ type: String.Type) throws -> String {
    guard case .text(let text) = tree else { throw JSONTree.Unreadable() }
    return text
  }
  func decode(_ type: Int.Type) throws -> Int {
    guard case .number(let number) = tree else { throw JSONTree.Unreadable() }
    return number
  }
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try T(from: TreeDecoder(tree: tree, userInfo: userInfo))
  }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: [JSONTree.Field]
  let userInfo: [CodingUserInfoKey: Any]
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { fields.compactMap { Key(stringValue: $0.name) } }

  private func decoder(_ key: Key) throws -> TreeDecoder {
    TreeDecoder(tree: try value(key), userInfo: userInfo)
  }

  private func value(_ key: Key) throws -> JSONTree {
    let name = key.stringValue
    for field in fields where field.name == name { return field.value }
    throw JSONTree.Unreadable()
  }

  func contains(_ key: Key) -> Bool {
    let name = key.stringValue
    return fields.contains { $0.name == name }
  }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    guard case .bool(let flag) = try value(key) else { throw JSONTree.Unreadable() }
    return flag
  }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    guard case .text(let text) = try value(key) else { throw JSONTree.Unreadable() }
    return text
  }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    guard case .number(let number) = try value(key) else { throw JSONTree.Unreadable() }
    return number
  }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try T(from: try decoder(key))
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { throw JSONTree.Unreadable() }
  func superDecoder(forKey key: Key) throws -> any Decoder {
    try decoder(key)
  }
}

private struct Values: UnkeyedDecodingContainer {
  let values: [JSONTree]
  var codingPath: [any CodingKey] { [] }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }
  private(set) var currentIndex = 0

  private let userInfo: [CodingUserInfoKey: Any]

  init(values: [JSONTree], userInfo: [CodingUserInfoKey: Any]) {
    self.values = values
    self.userInfo = userInfo
  }

  private mutating func next() throws -> TreeDecoder {
    guard !isAtEnd else { throw JSONTree.Unreadable() }
    defer { currentIndex += 1 }
    return TreeDecoder(tree: values[currentIndex], userInfo: userInfo)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, values[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try T(from: try next())
  }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { try next() }
}
