import DebriefModel
import Foundation
import GRDB

/// The values of a noun's columns, in the order of its table: what GRDB's own encoding of a record
/// gives, without a dictionary on the way. Every write asks for them twice, for what was and what is.
///
/// A property is a column; texts, numbers and flags are stored as they are, dates and ids as text,
/// everything else as JSON with sorted keys.
struct ColumnValues {
  private final class Sink {
    let columns: [String]
    var values: [Binding]
    private var next = 0
    /// Used again and again for what may be a single value.
    private lazy var scratch = SingleValue()

    init(_ columns: [String]) {
      self.columns = columns
      values = Array(repeating: .none, count: columns.count)
    }

    /// The text or number that a value is, if it is one.
    func single<T: Encodable>(_ value: T) throws -> Binding? {
      scratch.binding = nil
      try value.encode(to: scratch)
      return scratch.binding
    }

    /// Properties come in the order of the columns, or nearly so.
    func put(_ value: Binding, _ name: String) {
      if next < columns.count, columns[next] == name {
        values[next] = value
        next += 1
      } else if let place = columns.firstIndex(of: name) {
        values[place] = value
        next = place + 1
      }
    }
  }

  /// The values of a noun.
  static func of(_ noun: any Stored, columns: [String]) throws -> [Binding] {
    let sink = Sink(columns)
    try noun.encode(to: NounEncoder(sink: sink))
    return sink.values
  }

  private struct NounEncoder: Encoder {
    let sink: Sink
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
      KeyedEncodingContainer(Properties<Key>(sink: sink))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Nowhere() }
    func singleValueContainer() -> any SingleValueEncodingContainer { SingleValue() }
  }

  private struct Properties<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: Sink
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {}
    func encode(_ value: String, forKey key: Key) { sink.put(.text(value), key.stringValue) }
    func encode(_ value: Bool, forKey key: Key) {
      sink.put(.number(value ? 1 : 0), key.stringValue)
    }
    func encode(_ value: Int, forKey key: Key) { sink.put(.number(value), key.stringValue) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      if sink.columns.isEmpty { return }
      sink.put(try ColumnValues.binding(value, sink), key.stringValue)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      KeyedEncodingContainer(Properties<Nested>(sink: Sink([])))
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Nowhere() }
    func superEncoder() -> any Encoder { SingleValue() }
    func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
  }

  private static func binding<T: Encodable>(_ value: T, _ sink: Sink) throws -> Binding {
    if T.self == ID.self, let id = value as? ID { return .text(id.text) }
    if T.self == Day.self, let day = value as? Day { return .text(day.description) }
    if T.self == Moment.self, let moment = value as? Moment { return .text(moment.description) }
    if let binding = try sink.single(value) { return binding }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return .text(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Finds out whether a value is one text or number, as ids and the cases of an enumeration are.
  /// What it gets of anything else is thrown away.
  private final class SingleValue: Encoder, SingleValueEncodingContainer {
    var binding: Binding?
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
      KeyedEncodingContainer(Properties<Key>(sink: Sink([])))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Nowhere() }
    func encodeNil() {}
    func encode(_ value: String) { binding = .text(value) }
    func encode(_ value: Int) { binding = .number(value) }
    func encode<T: Encodable>(_ value: T) {}
  }

  private struct Nowhere: UnkeyedEncodingContainer {
    var codingPath: [any CodingKey] { [] }
    var count = 0

    func encodeNil() {}
    func encode<T: Encodable>(_ value: T) {}
    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
      KeyedEncodingContainer(Properties<Key>(sink: Sink([])))
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { SingleValue() }
  }
}
