import DebriefModel
import GRDB

/// The statements of one table, made once.
private struct TableSQL: Sendable {
  let load, all, insert, update, delete: String

  init(_ kind: Entity.Kind) {
    let columns = kind.type.columns
    let table = "\"\(kind.rawValue)\""
    load = "SELECT \(kind.list) FROM \(table) WHERE id = ?"
    all = "SELECT \(kind.list) FROM \(table) ORDER BY id"
    insert =
      "INSERT INTO \(table) (\(kind.list)) VALUES ("
      + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    update =
      "UPDATE \(table) SET "
      + columns.dropFirst().map { "\"\($0)\" = ?" }.joined(separator: ", ") + " WHERE id = ?"
    delete = "DELETE FROM \(table) WHERE id = ?"
  }

  static let each: [Entity.Kind: TableSQL] = Dictionary(
    uniqueKeysWithValues: Entity.Kind.allCases.map { ($0, TableSQL($0)) })

  static func of(_ kind: Entity.Kind) -> TableSQL { each[kind] ?? TableSQL(kind) }
}

extension Database {
  /// The stored thing of a kind and id, or nil.
  func load(_ kind: Entity.Kind, _ id: ID) throws -> Entity? {
    try load(kind.type, kind, id)
  }

  private func load<T: Stored>(_ type: T.Type, _ kind: Entity.Kind, _ id: ID) throws -> Entity? {
    try naming(kind) {
      try first(TableSQL.of(kind).load, .id(id)) { try T(&$0).entity }
    }
  }

  /// Everything of a kind, in the order of ids.
  func all<T: Stored>(_ type: T.Type, _ kind: Entity.Kind) throws -> [T] {
    try naming(kind) { try all(TableSQL.of(kind).all) { try T(&$0) } }
  }

  /// Everything of a kind that satisfies a condition on its columns.
  func all<T: Stored>(
    _ type: T.Type, _ kind: Entity.Kind, where condition: String, _ bindings: [Binding]
  ) throws -> [T] {
    try naming(kind) {
      var found: [T] = []
      try each(
        "SELECT \(kind.list) FROM \"\(kind.rawValue)\" WHERE \(condition)", bindings
      ) { found.append(try T(&$0)) }
      return found
    }
  }

  /// Says which table an unreadable row belongs to.
  func naming<T>(_ kind: Entity.Kind, _ body: () throws -> T) throws -> T {
    try naming(kind.rawValue, body)
  }

  /// Says which table an unreadable row belongs to.
  func naming<T>(_ table: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch is Unreadable { throw Unreadable(table: table) }
  }

  /// Puts a new row into its table.
  func insertRow(_ entity: Entity) throws {
    try run(TableSQL.of(entity.kind).insert, all: try bindings(entity))
  }

  /// Overwrites the row with the id of `entity`.
  func updateRow(_ entity: Entity) throws {
    let values = try bindings(entity)
    try run(TableSQL.of(entity.kind).update, all: Array(values.dropFirst()) + [values[0]])
  }

  /// Takes a row out of its table.
  func deleteRow(_ entity: Entity) throws {
    try run(TableSQL.of(entity.kind).delete, .id(entity.id))
  }

  private func bindings(_ entity: Entity) throws -> [Binding] {
    if let fault = entity.dateFault { throw StoreError.refused(fault) }
    let values = try entity.stored.databaseDictionary
    return type(of: entity.stored).columns.map { column in
      switch values[column]?.storage {
      case .string(let text): .text(text)
      case .int64(let number): .number(Int(number))
      default: .none
      }
    }
  }
}

extension Entity {
  /// Why its dates cannot be stored, or nil. Dates are written with four digits for the year.
  var dateFault: String? {
    var moments: [Moment?] = [moment]
    var days: [Day?] = []
    switch self {
    case .interview(let it): moments.append(it.start)
    case .debrief(let it): moments.append(it.closed)
    case .event(let it): days = [it.on, it.due]
    case .feedback(let it): days = [it.asked, it.due, it.received]
    case .letter(let it):
      moments.append(it.heldUntil)
      days = [it.sent]
    default: break
    }
    let fine =
      moments.allSatisfy { $0.map(\.isStorable) ?? true }
      && days.allSatisfy { $0.map { (1...9999).contains($0.year) } ?? true }
    return fine ? nil : "A date must lie between the years 1 and 9999."
  }
}

extension Moment {
  /// Whether it reads back as it was written.
  var isStorable: Bool {
    (-62_135_510_400...253_402_200_000).contains(seconds) && abs(offset) < 1440
  }
}
