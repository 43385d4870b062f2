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
    try T(from: TreeDecoder(self, Context(userInfo)))
  }
}

/// What all decoders of one value share.
private final class Context {
  let userInfo: [CodingUserInfoKey: Any]
  /// By whose clock moments are read: looked up once for all of them.
  let zone: Zone?

  init(_ userInfo: [CodingUserInfoKey: Any]) {
    self.userInfo = userInfo
    zone = userInfo[.zone] as? Zone
  }
}

/// An object, and the container of a single value in one: a coder is handed on as a value of any type, and
/// what is no object would be put into one with every field.
private final class TreeDecoder: Decoder, SingleValueDecodingContainer {
  fileprivate(set) var tree: JSONTree
  let context: Context
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { context.userInfo }

  init(_ tree: JSONTree, _ context: Context) {
    self.tree = tree
    self.context = context
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let fields) = tree else { throw JSONTree.Unreadable() }
    return KeyedDecodingContainer(Fields<Key>(fields: fields, context: context))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = tree else { throw JSONTree.Unreadable() }
    return Values(values: values, context: context)
  }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { tree == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try tree.flag }
  func decode(_ type: String.Type) throws -> String { try tree.words }
  func decode(_ type: Int.Type) throws -> Int { try tree.count }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try tree.value(type, context) }
}

extension JSONTree {
  fileprivate var flag: Bool {
    get throws {
      guard case .bool(let flag) = self else { throw Unreadable() }
      return flag
    }
  }
  fileprivate var words: String {
    get throws {
      guard case .text(let text) = self else { throw Unreadable() }
      return text
    }
  }
  fileprivate var count: Int {
    get throws {
      guard case .number(let number) = self else { throw Unreadable() }
      return number
    }
  }

  /// What nearly every noun has is read without a coder of its own; of what does not fit the type says why.
  fileprivate func value<T: Decodable>(
    _ type: T.Type, _ context: Context, _ scratch: TreeDecoder? = nil
  ) throws -> T {
    if case .text(let text) = self {
      if T.self == ID.self, let id = ID(text) as? T { return id }
      if T.self == Moment.self, let it = Moment(iso: text, zone: context.zone) as? T { return it }
      if T.self == Day.self, let day = Day(iso: text) as? T { return day }
      if let scratch {
        // The cases of an enumeration: nothing keeps the coder of a text.
        scratch.tree = self
        return try T(from: scratch)
      }
    }
    return try T(from: TreeDecoder(self, context))
  }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let fields: [JSONTree.Field]
  let context: Context
  /// Used again and again for texts.
  private let scratch: TreeDecoder
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { fields.compactMap { Key(stringValue: $0.name) } }

  init(fields: [JSONTree.Field], context: Context) {
    self.fields = fields
    self.context = context
    scratch = TreeDecoder(.null, context)
  }

  private func found(_ key: Key) -> JSONTree? {
    let name = key.stringValue
    for field in fields where field.name == name { return field.value }
    return nil
  }
  private func value(_ key: Key) throws -> JSONTree {
    guard let value = found(key) else { throw JSONTree.Unreadable() }
    return value
  }
  /// The value of what may be left out.
  private func any(_ key: Key) -> JSONTree? {
    guard let value = found(key), value != .null else { return nil }
    return value
  }

  func contains(_ key: Key) -> Bool { found(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).flag }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).words }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).count }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try value(key).value(type, context, scratch)
  }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try any(key)?.flag }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try any(key)?.words
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try any(key)?.count }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try any(key)?.value(type, context, scratch)
  }

  private func decoder(_ key: Key) throws -> TreeDecoder { TreeDecoder(try value(key), context) }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { throw JSONTree.Unreadable() }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}

private struct Values: UnkeyedDecodingContainer {
  let values: [JSONTree]
  var codingPath: [any CodingKey] { [] }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }
  private(set) var currentIndex = 0

  private let context: Context

  init(values: [JSONTree], context: Context) {
    self.values = values
    self.context = context
  }

  private mutating func next() throws -> JSONTree {
    guard !isAtEnd else { throw JSONTree.Unreadable() }
    defer { currentIndex += 1 }
    return values[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, values[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try next().value(type, context)
  }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try TreeDecoder(try next(), context).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try TreeDecoder(try next(), context).unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { TreeDecoder(try next(), context) }
}
