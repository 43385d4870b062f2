import DebriefModel
import GRDB

/// Where in the table of places the store keeps what it and a folder last agreed on.
enum FolderKeys {
  private static let rows = "folder.row/"
  private static let points = "folder.point/"

  /// The key of the commit of a folder.
  static func point(_ folder: String) -> String { points + folder }
  /// What the keys of all rows of a folder begin with.
  static func rows(_ folder: String) -> String { rows + folder + "/" }
  /// The key of a row.
  static func row(_ folder: String, _ name: ThingName) -> String {
    rows(folder) + name.kind + "/" + name.id
  }
  /// What a key begins with, as the two ends of a range.
  static func range(_ prefix: String) -> (from: Binding, to: Binding) {
    (.text(prefix), .text(String(prefix.dropLast()) + "0"))  // Behind the stroke comes the zero.
  }
  /// The thing of a key that begins so.
  static func name(_ key: String, _ prefix: String) -> ThingName? {
    let rest = key.dropFirst(prefix.count)
    guard let cut = rest.firstIndex(of: "/") else { return nil }
    return ThingName(String(rest[..<cut]), String(rest[rest.index(after: cut)...]))
  }
  /// The ids of all folders, with what their keys begin with.
  static let all = range(points)
  static func folder(_ key: String) -> String { String(key.dropFirst(points.count)) }
}

extension Database {
  /// What this store and a folder last agreed on; null for a thing of which only that is known.
  func agreed(_ folder: String) throws -> [ThingName: JSONTree] {
    let prefix = FolderKeys.rows(folder)
    let range = FolderKeys.range(prefix)
    var rows: [ThingName: JSONTree] = [:]
    try each("SELECT key, value FROM place WHERE key >= ? AND key < ?", [range.from, range.to]) {
      guard let name = FolderKeys.name(try $0.text(), prefix) else { return }
      rows[name] = (try? JSONTree(try $0.text())) ?? .null
    }
    return rows
  }

  /// Notes what this store and a folder agree on.
  func agree(on rows: [ThingName: JSONTree], _ folder: String, at point: String?) throws {
    let before = try agreed(folder)
    for name in before.keys where rows[name] == nil {
      try run("DELETE FROM place WHERE key = ?", .text(FolderKeys.row(folder, name)))
    }
    for (name, row) in rows where before[name] != row { try put(name, row, folder) }
    try run(
      "INSERT OR \(point == nil ? "IGNORE" : "REPLACE") INTO place (key, value) VALUES (?, ?)",
      .text(FolderKeys.point(folder)), .text(point ?? ""))
  }

  private func put(_ name: ThingName, _ row: JSONTree?, _ folder: String) throws {
    try run(
      "INSERT OR REPLACE INTO place (key, value) VALUES (?, ?)",
      .text(FolderKeys.row(folder, name)), .text(row?.text ?? ""))
  }

  /// The commits at which the store and the folders it knows last agreed, by the ids of the folders.
  func points() throws -> [String: String] {
    let rows = try all(
      "SELECT key, value FROM place WHERE key >= ? AND key < ?", FolderKeys.all.from,
      FolderKeys.all.to
    ) { (FolderKeys.folder(try $0.text()), try $0.text()) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  private func folders() throws -> [String] { try points().keys.sorted() }

  // MARK: Undo

  /// Notes that what was taken in from a folder was taken back here, or is about to be done again. The folder
  /// still has it. To take it for something that was changed or deleted here would take it away from whoever
  /// wrote it; so it is as if it had not arrived, and what was deleted is here again, as if it were new.
  func followUndo(of change: Change, isRedo: Bool) throws {
    for folder in try folders() {
      for operation in change.operations {
        let name = ThingName(operation.entity)
        switch operation {
        case .insert(let it):
          if isRedo { try put(name, try JSONTree(it.noun).inOrder, folder) }
        case .update(let from, let to):
          try follow(
            name, from: try JSONTree(from.noun).inOrder, to: try JSONTree(to.noun).inOrder, folder)
        case .delete:
          try run("DELETE FROM place WHERE key = ?", .text(FolderKeys.row(folder, name)))
        }
      }
    }
  }

  /// Follows what became of the properties of one thing. A folder that never had the value that is taken back, or has
  /// had another since, is not taken to have agreed on the one before: of that property nothing is known any more, so
  /// that the next merge keeps what both have.
  private func follow(
    _ name: ThingName, from: JSONTree, to: JSONTree, _ folder: String
  ) throws {
    let key = FolderKeys.row(folder, name)
    let text = try first("SELECT value FROM place WHERE key = ?", .text(key)) { try $0.text() }
    guard let text, let row = try? JSONTree(text), row != .null else { return }
    let (before, after) = (from.fieldsByName, to.fieldsByName)
    var fields = row.fieldsByName
    for field in Set(before.keys).union(after.keys) where before[field] != after[field] {
      if fields[field] == after[field] { continue }
      fields[field] = fields[field] == before[field] ? after[field] : nil
    }
    try put(name, JSONTree(fields: fields), folder)
  }

  /// The same of an entry in parts, before it is taken back or after it was done again.
  func followUndo(ofParts parts: [Int], in seq: Int, isRedo: Bool) throws {
    for number in parts {
      switch try content(of: number, in: seq) {
      case .added(let kind, let ids):
        let operations = try ids.compactMap { try load(kind, $0) }.map {
          isRedo ? Change.Operation.insert($0) : .delete($0)
        }
        try followUndo(of: Change("", operations), isRedo: isRedo)
      case .changed(let operations):
        let change = Change("", operations)
        try followUndo(of: isRedo ? change : change.inverse, isRedo: isRedo)
      }
    }
  }

  private func agreed(_ folder: String, _ name: ThingName) throws -> Bool {
    try first("SELECT 1 FROM place WHERE key = ?", .text(FolderKeys.row(folder, name))) { _ in true
    }
      == true
  }

  // MARK: Purge

  /// Forgets what things said that were deleted, and, with the history, what others said before.
  func forgetAgreed(_ keys: Set<ThingKey>, history: Bool) throws {
    for folder in try folders() {
      for key in keys {
        let name = ThingName(key.kind.rawValue, key.id.text)
        if try agreed(folder, name) { try put(name, nil, folder) }
      }
      if !history { continue }
      for (name, row) in try agreed(folder) {
        let there = try name.known.flatMap { try load($0, ID(name.id)) }
        if try there.map({ try JSONTree($0.noun).inOrder }) != row { try put(name, nil, folder) }
      }
    }
  }
}
