import DebriefModel
import Foundation
import GRDB
import GRDBSQLite

/// Reads the columns of the current row of a statement from left to right. Nothing in it trusts the
/// file: a column that does not hold what it must throws ``Unreadable``.
struct RowReader {
  private let statement: OpaquePointer
  /// By whose clock moments are read; without one, each by its own.
  private let zone: Zone?
  private var index: CInt = 0
  /// How many bytes of text were read.
  private(set) var weight = 0

  init(_ statement: OpaquePointer, _ zone: Zone?) {
    self.statement = statement
    self.zone = zone
  }

  private mutating func bytes() -> UnsafeBufferPointer<UInt8>? {
    defer { index += 1 }
    guard let start = sqlite3_column_text(statement, index) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, index))
    weight += count
    return UnsafeBufferPointer(start: start, count: count)
  }

  /// The fingerprint of the whole row, whose columns have these names; nothing is read by it.
  func fingerprint(_ columns: [String]) -> String {
    var sum = Fingerprint()
    for (place, column) in columns.enumerated() {
      let place = CInt(place)
      switch sqlite3_column_type(statement, place) {
      case SQLITE_NULL: continue
      case SQLITE_INTEGER: sum.add(column, Int(sqlite3_column_int64(statement, place)))
      default:
        let start = sqlite3_column_text(statement, place)
        let count = Int(sqlite3_column_bytes(statement, place))
        sum.add(column, UnsafeBufferPointer(start: start, count: count))
      }
    }
    return sum.text
  }

  /// A text.
  mutating func text() throws -> String {
    guard let bytes = bytes() else { throw Unreadable() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text or nothing.
  mutating func textIfAny() -> String? {
    bytes().map { String(decoding: $0, as: UTF8.self) }
  }

  /// A number.
  mutating func number() throws -> Int {
    guard let number = try numberIfAny() else { throw Unreadable() }
    return number
  }

  /// A number or nothing.
  mutating func numberIfAny() throws -> Int? {
    defer { index += 1 }
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return Int(sqlite3_column_int64(statement, index))
    case SQLITE_NULL: return nil
    default: throw Unreadable()
    }
  }

  /// Yes or no.
  mutating func flag() throws -> Bool { try number() != 0 }

  /// An id.
  mutating func id() throws -> ID { ID(try text()) }
  /// An id or nothing.
  mutating func idIfAny() -> ID? { textIfAny().map { ID($0) } }

  /// A date.
  mutating func day() throws -> Day {
    guard let day = try dayIfAny() else { throw Unreadable() }
    return day
  }

  /// A date or nothing.
  mutating func dayIfAny() throws -> Day? {
    guard let bytes = bytes() else { return nil }
    guard bytes.count == 10, let day = civil(bytes) else { throw Unreadable() }
    return day
  }

  /// A moment.
  mutating func moment() throws -> Moment {
    guard let moment = try momentIfAny() else { throw Unreadable() }
    return moment
  }

  /// A moment or nothing.
  mutating func momentIfAny() throws -> Moment? {
    guard let bytes = bytes() else { return nil }
    guard let moment = instant(bytes) else { throw Unreadable() }
    return zone.map { moment.seen(in: $0) } ?? moment
  }

  /// One of a list of names or numbers.
  mutating func choice<T: RawRepresentable>() throws -> T where T.RawValue == String {
    guard let value = T(rawValue: try text()) else { throw Unreadable() }
    return value
  }

  /// One of a list of names, or nothing.
  mutating func choiceIfAny<T: RawRepresentable>() throws -> T? where T.RawValue == String {
    guard let text = textIfAny() else { return nil }
    guard let value = T(rawValue: text) else { throw Unreadable() }
    return value
  }

  /// The strings in a JSON text when none of them is escaped: then every quote ends or begins one.
  /// Most lists are like that, and a JSON reader costs as much as the rest of the row.
  private func plainStrings(_ bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
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

  private mutating func json() throws -> UnsafeBufferPointer<UInt8> {
    guard let bytes = bytes() else { throw Unreadable() }
    return bytes
  }

  /// The short form of a ledger.
  mutating func ledger() throws -> Ledger {
    guard let bytes = bytes(), let ledger = Ledger(text: bytes) else { throw Unreadable() }
    return ledger
  }

  /// What is kept as JSON, when there is any.
  mutating func jsonIfAny<T: Decodable>() throws -> T? {
    guard let bytes = bytes() else { return nil }
    return try decoded(bytes)
  }

  /// A list of names kept as JSON.
  mutating func choices<T: RawRepresentable & Decodable>() throws -> [T]
  where T.RawValue == String {
    let bytes = try json()
    guard bytes.first == UInt8(ascii: "["), let names = plainStrings(bytes) else {
      return try decoded(bytes)
    }
    return try names.map {
      guard let value = T(rawValue: $0) else { throw Unreadable() }
      return value
    }
  }

  /// A list of ids kept as JSON.
  mutating func ids() throws -> [ID] {
    let bytes = try json()
    guard bytes.first == UInt8(ascii: "["), let ids = plainStrings(bytes) else {
      return try decoded(bytes)
    }
    return ids.map { ID($0) }
  }

  /// The three things kept as JSON, `[{"reason":"…","text":"…"}]`.
  mutating func things() throws -> [Feedback.Thing] {
    let bytes = try json()
    if bytes.count == 2, bytes[0] == UInt8(ascii: "[") { return [] }
    guard bytes.first == UInt8(ascii: "["), let strings = plainStrings(bytes),
      strings.count % 4 == 0
    else {
      return try decoded(bytes)
    }
    var things: [Feedback.Thing] = []
    for start in stride(from: 0, to: strings.count, by: 4) {
      guard strings[start] == "reason", strings[start + 2] == "text" else {
        return try decoded(bytes)
      }
      things.append(.init(strings[start + 3], reason: strings[start + 1]))
    }
    return things
  }

  /// What shows a finding, kept as JSON, `{"id":"…","kind":"…"}`.
  mutating func evidence() throws -> Evidence? {
    guard let bytes = bytes() else { return nil }
    guard let strings = plainStrings(bytes), strings.count == 4, strings[0] == "id",
      strings[2] == "kind", let kind = Evidence.Kind(rawValue: strings[3])
    else { return try decoded(bytes) }
    return Evidence(kind, ID(strings[1]))
  }

  private func decoded<T: Decodable>(_ bytes: UnsafeBufferPointer<UInt8>) throws -> T {
    do { return try JSONDecoder().decode(T.self, from: Data(bytes)) } catch { throw Unreadable() }
  }
}

/// The decimal number at some bytes, or -1.
private func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ count: Int) -> Int {
  var value = 0
  for byte in bytes[from..<(from + count)] {
    guard byte >= 48, byte <= 57 else { return -1 }
    value = value * 10 + Int(byte - 48)
  }
  return value
}

/// `2026-03-09` at the start of some bytes.
private func civil(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
  guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
    return nil
  }
  return Day(digits(bytes, 0, 4), digits(bytes, 5, 2), digits(bytes, 8, 2))
}

/// `2026-03-09T14:05:00+01:00` or `…Z`, as ``Moment`` writes it.
private func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
  guard bytes.count == 20 || bytes.count == 25, let day = civil(bytes) else { return nil }
  let (hour, minute, second) = (digits(bytes, 11, 2), digits(bytes, 14, 2), digits(bytes, 17, 2))
  guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
    return nil
  }
  var offset = 0
  if bytes.count == 25 {
    let (hours, minutes) = (digits(bytes, 20, 2), digits(bytes, 23, 2))
    guard hours >= 0, minutes >= 0 else { return nil }
    offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
  }
  let seconds = day.number * 86400 + hour * 3600 + minute * 60 + second - offset * 60
  return Moment(seconds: seconds, offset: offset)
}
