import DebriefModel

/// An archive with one of every noun, in which every field holds something: a new noun or a new field is
/// in it without a line of its own, for the nouns say themselves what they are read from.
func filledArchive(_ text: String) throws -> Archive {
  var archive = Archive()
  for kind in Entity.Kind.allCases {
    let filler = Filler(text: text, kind: kind.rawValue, field: "")
    archive.append(try Entity(kind) { try $0.init(from: filler) })
  }
  return archive
}

/// Gives a noun something for every field it asks for. Ids of other things are those of this archive.
private struct Filler: Decoder {
  let text: String
  let kind: String
  let field: String
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Fields<Key>(filler: self))
  }
  func unkeyedContainer() -> any UnkeyedDecodingContainer { One(filler: self) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(filler: self) }

  func value<T: Decodable>(_ type: T.Type, _ field: String) throws -> T {
    if T.self == ID.self, let it = id(field) as? T { return it }
    if T.self == Day.self, let it = noon.day as? T { return it }
    if T.self == Moment.self, let it = noon as? T { return it }
    if T.self == Evidence.Kind.self, let it = Evidence.Kind.turn as? T { return it }
    if let cases = T.self as? any CaseIterable.Type, let it = last(cases) as? T { return it }
    return try T(from: Filler(text: text, kind: kind, field: field))
  }

  private func id(_ field: String) -> ID {
    switch field {
    case "id": ID(kind + "-1")
    case "people": ID("person-1")
    case "application", "interview", "person", "debrief": ID(field + "-1")
    default: ID("turn-1")
    }
  }

  private func last<Cases: CaseIterable>(_ type: Cases.Type) -> Any? { Array(type.allCases).last }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let filler: Filler
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) -> Bool { false }
  func decode(_ type: Bool.Type, forKey key: Key) -> Bool { true }
  func decode(_ type: String.Type, forKey key: Key) -> String { filler.text }
  func decode(_ type: Int.Type, forKey key: Key) -> Int { 3 }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try filler.value(type, key.stringValue)
  }
  private func inner(_ key: Key) -> Filler {
    Filler(text: filler.text, kind: filler.kind, field: key.stringValue)
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedDecodingContainer<Nested> { inner(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
    inner(key).unkeyedContainer()
  }
  func superDecoder() -> any Decoder { filler }
  func superDecoder(forKey key: Key) -> any Decoder { inner(key) }
}

/// A list of one.
private struct One: UnkeyedDecodingContainer {
  let filler: Filler
  var codingPath: [any CodingKey] { [] }
  var count: Int? { 1 }
  var isAtEnd: Bool { currentIndex > 0 }
  var currentIndex = 0

  mutating func decodeNil() -> Bool { false }
  mutating func decode(_ type: String.Type) -> String {
    currentIndex += 1
    return filler.text
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    currentIndex += 1
    return try filler.value(type, filler.field)
  }
  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) -> KeyedDecodingContainer<Key> {
    currentIndex += 1
    return filler.container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
    currentIndex += 1
    return filler.unkeyedContainer()
  }
  mutating func superDecoder() -> any Decoder { filler }
}

private struct Single: SingleValueDecodingContainer {
  let filler: Filler
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) -> Bool { true }
  func decode(_ type: String.Type) -> String { filler.text }
  func decode(_ type: Int.Type) -> Int { 3 }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try filler.value(type, filler.field) }
}
