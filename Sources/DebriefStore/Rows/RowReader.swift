import DebriefModel
import GRDB
import GRDBSQLite
import Glibc

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

  /// An id.
  mutating func id() throws -> ID { ID(try text()) }
  /// An id or nothing.
  mutating func idIfAny() -> ID? { textIfAny().map { ID($0) } }

  /// How an id stands to the one in the next column, byte by byte: below zero before it, zero where they
  /// are the same. No text is made of the column.
  mutating func order(of id: ID) throws -> Int {
    guard let theirs = bytes() else { throw Unreadable() }
    var id = id.text
    return id.withUTF8 { ours in
      let order =
        theirs.isEmpty || ours.isEmpty
        ? 0 : Int(memcmp(ours.baseAddress!, theirs.baseAddress!, min(ours.count, theirs.count)))
      return order == 0 ? ours.count - theirs.count : order
    }
  }

  /// The next column as it lies in the file.
  private mutating func cell() -> Cell {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL:
      index += 1
      return .none
    case SQLITE_INTEGER:
      defer { index += 1 }
      return .number(Int(sqlite3_column_int64(statement, index)))
    default: return bytes().map { .text($0) } ?? .none
    }
  }

  /// What the columns hold, read as what they are.
  private func fitting<T>(_ body: () throws(JSONTree.Unreadable) -> T) throws -> T {
    do { return try body() } catch { throw Unreadable() }
  }

  /// A noun, from all its columns in their order.
  mutating func noun<N: Noun>() throws -> N {
    do throws(JSONTree.Unreadable) { return try N.shape.read(zone) { cell() } } catch {
      throw Unreadable()
    }
  }

  /// Anything a column can hold.
  mutating func value<V: Storable>() throws -> V {
    let cell = cell()
    return try fitting { () throws(JSONTree.Unreadable) in try V(cell, zone) }
  }

  /// A date.
  mutating func day() throws -> Day {
    let cell = cell()
    return try fitting { () throws(JSONTree.Unreadable) in try cell.day() }
  }

  /// A date or nothing.
  mutating func dayIfAny() throws -> Day? {
    let cell = cell()
    return try fitting { () throws(JSONTree.Unreadable) in try Day?(cell, zone) }
  }

  /// A moment.
  mutating func moment() throws -> Moment {
    let cell = cell()
    return try fitting { () throws(JSONTree.Unreadable) in try cell.moment(zone) }
  }

  /// A moment or nothing.
  mutating func momentIfAny() throws -> Moment? {
    let cell = cell()
    return try fitting { () throws(JSONTree.Unreadable) in try Moment?(cell, zone) }
  }

  /// One of a list of names or numbers.
  mutating func choice<T: RawRepresentable>() throws -> T where T.RawValue == String {
    guard let value = T(rawValue: try text()) else { throw Unreadable() }
    return value
  }

  /// The short form of a ledger.
  mutating func ledger() throws -> Ledger {
    guard let bytes = bytes(), let ledger = Ledger(text: bytes) else { throw Unreadable() }
    return ledger
  }

  /// A list of ids kept as JSON.
  mutating func ids() throws -> [ID] {
    let cell = cell()
    return try fitting { () throws(JSONTree.Unreadable) in try cell.parts() }
  }
}
