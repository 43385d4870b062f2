import DebriefModel
import GRDB

extension Database {
  /// The stored thing of a kind and id, or nil.
  func load(_ kind: Entity.Kind, _ id: ID) throws -> Entity? {
    try load(kind.type, kind, id)
  }

  private func load<T: Stored>(_ type: T.Type, _ kind: Entity.Kind, _ id: ID) throws -> Entity? {
    try naming(kind) {
      try first("SELECT " + T.list + " FROM " + kind.rawValue + " WHERE id = ?", .id(id)) {
        try T(&$0).entity
      }
    }
  }

  /// Everything of a kind, in the order of ids.
  func all<T: Stored>(_ type: T.Type, _ kind: Entity.Kind) throws -> [T] {
    try all(type, kind, where: "1 ORDER BY id", [])
  }

  /// Everything of a kind that satisfies a condition on its columns.
  func all<T: Stored>(
    _ type: T.Type, _ kind: Entity.Kind, where condition: String, _ bindings: [Binding]
  ) throws -> [T] {
    try naming(kind) {
      var found: [T] = []
      try each(
        "SELECT " + T.list + " FROM " + kind.rawValue + " WHERE " + condition, bindings
      ) { found.append(try T(&$0)) }
      return found
    }
  }

  /// Shows everything of a kind, in the order of ids, with one row of it in memory.
  func forEach(_ kind: Entity.Kind, _ body: (Entity) throws -> Void) throws {
    try forEach(kind.type, kind, body)
  }

  private func forEach<T: Stored>(
    _ type: T.Type, _ kind: Entity.Kind, _ body: (Entity) throws -> Void
  ) throws {
    try naming(kind) {
      try each("SELECT " + T.list + " FROM " + kind.rawValue + " ORDER BY id") {
        try body(try T(&$0).entity)
      }
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
    try insertRow(entity.kind, try columnValues(entity))
  }

  /// Puts a new row into a table.
  func insertRow(_ kind: Entity.Kind, _ values: [Binding]) throws {
    try run(
      "INSERT INTO " + kind.rawValue + " (" + kind.type.list + ") VALUES (?"
        + String(repeating: ", ?", count: values.count - 1) + ")", all: values)
  }

  /// What the columns of a thing's row hold.
  func columnValues(_ entity: Entity) throws -> [Binding] { try bindings(entity).values }

  /// Writes what is different between two states of a thing: what stays, an owner above all, need
  /// not be moved or checked again.
  func updateRow(from old: Entity, to new: Entity) throws {
    let (columns, values) = try bindings(new)
    let before = try bindings(old).values
    var sets: [String] = []
    var changed: [Binding] = [.id(new.id)]
    for (place, column) in columns.enumerated() where values[place] != before[place] {
      changed.append(values[place])
      sets.append("\"\(column)\" = ?\(changed.count)")
    }
    if sets.isEmpty { return }
    let sql = "UPDATE \(new.kind.rawValue) SET " + sets.joined(separator: ", ") + " WHERE id = ?1"
    try run(sql, all: changed)
  }

  /// Takes a row out of its table.
  func deleteRow(_ entity: Entity) throws {
    try run("DELETE FROM \(entity.kind.rawValue) WHERE id = ?", .id(entity.id))
  }

  private func bindings(_ entity: Entity) throws -> (columns: [String], values: [Binding]) {
    if let fault = entity.dateFault { throw StoreError.refused(fault) }
    let columns = entity.kind.type.columns
    return (columns, try ColumnValues.of(entity.stored, columns: columns))
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
    case .event(let it):
      days = [it.on, it.due] + (it.earlier ?? []).flatMap { [$0.on, $0.due] }
      moments += (it.earlier ?? []).map(\.until)
    case .feedback(let it): days = [it.asked, it.due, it.received]
    case .letter(let it):
      moments.append(it.heldUntil)
      days = [it.sent, it.due, it.answered]
    case .improvement(let it): days = [it.by]
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
