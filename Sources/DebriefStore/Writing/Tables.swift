import DebriefModel
import GRDB

extension Database {
  /// The stored thing of a kind and id, or nil.
  func load(_ kind: Entity.Kind, _ id: ID) throws -> Entity? {
    try load(kind.type, id)
  }

  /// The same where it is known to what it belongs: what lies with its application is found without a
  /// detour.
  func load(_ kind: Entity.Kind, _ id: ID, of application: ID?) throws -> Entity? {
    guard let application, kind.liesWithApplication else { return try load(kind, id) }
    return try load(kind.type, id, application)
  }

  private func load<T: Noun>(
    _ type: T.Type, _ id: ID, _ application: ID? = nil
  ) throws -> Entity? {
    let sql = "SELECT " + T.list + " FROM " + T.kind.rawValue
    return try naming(T.kind) {
      guard let application else {
        return try first(sql + " WHERE id = ?", .id(id)) { try T(&$0).entity }
      }
      return try first(
        sql + " WHERE application = ? AND id = ?", .id(application), .id(id)
      ) { try T(&$0).entity }
    }
  }

  /// The stored thing of a kind and id with the fingerprint of its row, or nil.
  func loadWithFingerprint(
    _ kind: Entity.Kind, _ id: ID
  ) throws -> (entity: Entity, fingerprint: String)? {
    try loadWithFingerprint(kind.type, id)
  }

  private func loadWithFingerprint<T: Noun>(
    _ type: T.Type, _ id: ID
  ) throws -> (entity: Entity, fingerprint: String)? {
    try naming(T.kind) {
      try first("SELECT " + T.list + " FROM " + T.kind.rawValue + " WHERE id = ?", .id(id)) { row in
        let fingerprint = row.fingerprint(T.columns)
        return (try T(&row).entity, fingerprint)
      }
    }
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int {
    try first("SELECT count(*) FROM \"\(table)\"") { try $0.number() } ?? 0
  }

  /// Whether a table has no rows.
  func isEmpty(_ table: String) throws -> Bool {
    try first("SELECT 1 FROM \"\(table)\" LIMIT 1") { _ in true } == nil
  }

  /// Everything of a kind, in the order of ids.
  func all<T: Noun>(_ type: T.Type) throws -> [T] {
    try all(type, where: "1 ORDER BY id", [])
  }

  /// Everything of a kind that satisfies a condition on its columns.
  func all<T: Noun>(
    _ type: T.Type, where condition: String, _ bindings: [Binding]
  ) throws -> [T] {
    try naming(T.kind) {
      var found: [T] = []
      try each(
        "SELECT " + T.list + " FROM " + T.kind.rawValue + " WHERE " + condition, bindings
      ) { found.append(try T(&$0)) }
      return found
    }
  }

  /// Shows everything of a kind with one row of it in memory.
  ///
  /// - Parameters:
  ///   - inOrder: Whether in the order of ids; else as it lies in the file, which takes half the time.
  ///   - body: Is given each, with the bytes it takes in the file.
  func forEach(
    _ kind: Entity.Kind, inOrder: Bool = true, _ body: (Entity, _ weight: Int) throws -> Void
  ) throws {
    try forEach(kind.type, inOrder, body)
  }

  private func forEach<T: Noun>(
    _ type: T.Type, _ inOrder: Bool,
    _ body: (Entity, _ weight: Int) throws -> Void
  ) throws {
    try naming(T.kind) {
      let order = inOrder ? " ORDER BY id" : ""
      try each("SELECT " + T.list + " FROM " + T.kind.rawValue + order) {
        let entity = try T(&$0).entity
        try body(entity, $0.weight)
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
    try run(kind.insertion, all: values)
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

  /// Takes a row out of its table.
  func deleteRow(_ kind: Entity.Kind, _ id: ID, of application: ID?) throws {
    let sql = "DELETE FROM " + kind.rawValue
    guard let application, kind.liesWithApplication else {
      return try run(sql + " WHERE id = ?", .id(id))
    }
    try run(sql + " WHERE application = ? AND id = ?", .id(application), .id(id))
  }

  private func bindings(_ entity: Entity) throws -> (columns: [String], values: [Binding]) {
    if let fault = entity.dateFault { throw StoreError.refused(fault) }
    return (entity.kind.columns, entity.values)
  }
}
