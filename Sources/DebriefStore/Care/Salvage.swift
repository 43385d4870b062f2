import DebriefModel
import GRDB
import Glibc

/// What can still be read of a store's file, table by table.
struct Salvage {
  /// A row by the names of its columns.
  typealias Row = [String: PageFile.Value]

  /// The rows of each table of ours.
  private(set) var rows: [String: [Row]] = [:]
  /// Tables of which something is lost: a page, or a part of a row.
  private(set) var torn: Set<String> = []
  /// Rows in pages that no tree leads to any more, each page by itself, as they could belong to a table.
  private(set) var strays: [[String: [Row]]] = []
  /// The ids that indexes know, by noun.
  private(set) var known: [Entity.Kind: Set<String>] = [:]
  /// Tables and columns that this program does not know.
  private(set) var strangers: [String] = []
  /// Whether anything was found that only a store of ours has.
  var isOurs: Bool { rows.values.contains { !$0.isEmpty } || strays.contains { !$0.isEmpty } }

  /// How a table of ours lies in its file.
  private struct Table {
    var columns: [String]
    /// The columns that rows without a number begin with; empty for a table whose rows have one.
    var key: [String] = []
    /// The column that is the row's number.
    var number: String?

    /// The columns in the order in which a row holds them.
    var stored: [String] { key + columns.filter { !key.contains($0) } }
  }

  /// Tables that follow from others, or hold nothing that is asked for here.
  private static let derived: Set<String> = ["shelf", "passage", "tally", "words", "desk"]

  private let file: PageFile
  private var roots: [(kind: String, name: String, table: String, root: Int, sql: String)] = []
  private var visited: Set<Int> = []
  /// Whether the list of tables could be read to its end: a table that is not in it is none.
  private var isListWhole = false

  init(_ bytes: [UInt8]) throws {
    file = PageFile(bytes)
    let reference = try Salvage.reference()
    readRoots()
    for (name, table) in reference.sorted(by: { $0.key < $1.key }) {
      read(name, table)
    }
    for it in roots where reference[it.name] == nil { visit(it) }
    if !torn.isEmpty { lookForStrays(reference) }
  }

  /// The tables as this program makes them.
  private static func reference() throws -> [String: Table] {
    let queue = try Connection.inMemory(Store.reference)
    defer { try? queue.close() }
    return try queue.inDatabase { db in
      try db.migrate(Migration.all)
      var tables: [String: Table] = [:]
      let names =
        Entity.Kind.allCases.map(\.rawValue) + ["private_note", "draft", "journal", "journal_part"]
      for name in names {
        tables[name] = Table(
          columns: try db.all("SELECT name FROM pragma_table_info(?) ORDER BY cid", .text(name)) {
            try $0.text()
          })
      }
      for kind in Entity.Kind.allCases where kind.liesWithApplication {
        tables[kind.rawValue]?.key = ["application", "id"]
      }
      tables["draft"]?.key = ["scope", "screen"]
      tables["journal"]?.number = "seq"
      return tables
    }
  }

  // MARK: The list of tables

  private mutating func readRoots() {
    func take(_ values: [PageFile.Value]) {
      guard values.count == 5, case .text(let kind) = values[0], case .text(let name) = values[1],
        case .text(let table) = values[2], case .number(let root) = values[3]
      else { return }
      var sql: [UInt8] = []
      if case .text(let it) = values[4] { sql = it }
      let it = (
        String(decoding: kind, as: UTF8.self), String(decoding: name, as: UTF8.self),
        String(decoding: table, as: UTF8.self), root, String(decoding: sql, as: UTF8.self)
      )
      guard ["table", "index"].contains(it.0), root > 1, root <= file.pages,
        !roots.contains(where: { $0.name == it.1 })
      else { return }
      roots.append(it)
    }
    let list = file.tree(1, isTable: true)
    visited.formUnion(list.pages)
    for row in list.rows { take(row.values) }
    isListWhole = list.lostPages + list.lostRows == 0 && !roots.isEmpty
    if isListWhole { return }
    for page in 1...max(1, file.pages) where !visited.contains(page) {
      let rows = file.leaf(page)
      guard let first = rows.first, first.values.count == 5, case .text(let kind) = first.values[0],
        ["table", "index", "view", "trigger"].contains(String(decoding: kind, as: UTF8.self))
      else { continue }
      visited.insert(page)
      for row in rows { take(row.values) }
    }
  }

  /// The columns that a table was made with, in their order.
  static func columns(_ sql: String) -> [String] {
    guard let open = sql.firstIndex(of: "(") else { return [] }
    var parts: [String] = [""]
    var depth = 0
    for c in sql[sql.index(after: open)...] {
      if c == "(" { depth += 1 }
      if c == ")" {
        if depth == 0 { break }
        depth -= 1
      }
      if c == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(c) }
    }
    return parts.compactMap { part in
      let word = part.trimmed.prefix { !$0.isWhitespace }
      if ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT", ""].contains(word.uppercased()) {
        return nil
      }
      return word.filter { !"\"[]`".contains($0) }
    }
  }

  // MARK: Rows

  private mutating func read(_ name: String, _ known: Table) {
    guard let root = roots.first(where: { $0.kind == "table" && $0.name == name }) else {
      // A file of an earlier schema lacks tables by right.
      if !isListWhole { torn.insert(name) }
      rows[name] = []
      return
    }
    var table = known
    let written = Salvage.columns(root.sql)
    if !written.isEmpty {
      for column in written where !known.columns.contains(column) {
        strangers.append("\(name).\(column)")
      }
      table.columns = written
      if name == "draft" {
        table.key = written.contains("screen") ? ["scope", "screen"] : ["scope"]
      }
    }
    let tree = file.tree(root.root, isTable: table.key.isEmpty)
    visited.formUnion(tree.pages)
    if tree.lostPages + tree.lostRows > 0 { torn.insert(name) }
    rows[name] = tree.rows.compactMap { Salvage.row($0, table, known) }
  }

  /// A row by its columns, as far as this program knows them.
  private static func row(_ row: PageFile.Row, _ table: Table, _ known: Table) -> Row? {
    let stored = table.stored
    // Columns that were added later are missing in older rows.
    guard row.values.count <= stored.count, row.values.count >= min(2, stored.count) else {
      return nil
    }
    var found: Row = [:]
    for (column, value) in zip(stored, row.values) where known.columns.contains(column) {
      found[column] = value
    }
    if let number = table.number { found[number] = .number(row.number) }
    return found
  }

  /// Goes through a tree that holds nothing of the user's own, to know its pages; indexes tell what there was.
  private mutating func visit(
    _ it: (kind: String, name: String, table: String, root: Int, sql: String)
  ) {
    if it.kind == "table", !Salvage.derived.contains(it.name), it.name != "place",
      !it.name.hasPrefix("words_"), !it.name.hasPrefix("desk_"), !it.name.hasPrefix("sqlite_")
    {
      strangers.append(it.name)
    }
    let isTable = file.kind(it.root) == .innerTable || file.kind(it.root) == .leafTable
    let tree = file.tree(it.root, isTable: isTable)
    visited.formUnion(tree.pages)
    guard it.kind == "index", let kind = Entity.Kind(rawValue: it.table),
      it.name == it.table + "_id" || it.name == "sqlite_autoindex_\(it.table)_1"
    else { return }
    for row in tree.rows {
      if case .text(let id)? = row.values.first {
        known[kind, default: []].insert(String(decoding: id, as: UTF8.self))
      }
    }
  }

  // MARK: Pages that no tree leads to

  private mutating func lookForStrays(_ reference: [String: Table]) {
    let free = file.freePages()
    for page in 1...max(1, file.pages) where !visited.contains(page) && !free.contains(page) {
      let found = file.leaf(page)
      guard !found.isEmpty else { continue }
      let isTable = file.kind(page) == .leafTable
      var candidates: [String: [Row]] = [:]
      for name in torn {
        guard let table = reference[name], table.key.isEmpty == isTable else { continue }
        let fitting = found.compactMap { row -> Row? in
          // A page says nothing of its table: only a row with all its columns, or all but those that were
          // added later, is taken for one of it.
          guard row.values.count <= table.stored.count, row.values.count >= table.stored.count - 2
          else { return nil }
          return Salvage.row(row, table, table)
        }
        if !fitting.isEmpty { candidates[name] = fitting }
      }
      if !candidates.isEmpty { strays.append(candidates) }
    }
  }
}
