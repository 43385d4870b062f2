import DebriefModel
import GRDB

/// Puts what was read of a damaged file into a new one, inside one transaction.
struct Recovering {
  private let db: Database
  private let salvage: Salvage
  private var recovery = Recovery()
  /// What the journal says each thing was at last.
  private var last: [Key: Entity] = [:]
  private var entries: [(seq: Int, row: Salvage.Row, change: Change)] = []
  private var isHistoryTorn = false

  private struct Key: Hashable {
    var kind: Entity.Kind
    var id: ID
  }

  init(_ db: Database, _ salvage: Salvage) {
    self.db = db
    self.salvage = salvage
  }

  mutating func run() throws -> Recovery {
    recovery.strangers = salvage.strangers.sorted()
    readHistory()
    for kind in Entity.Kind.allCases { try take(kind) }
    try takeStrays()
    try takeFromHistory()
    try nameLosses()
    try housekeeping()
    for kind in Entity.Kind.allCases {
      let count = try db.count(kind.rawValue)
      if count > 0 { recovery.kept[kind] = count }
    }
    try keepHistory()
    _ = try db.rebuildAll()
    return recovery
  }

  // MARK: Rows

  /// Puts a row in; false when the table does not take it, or it holds what no such thing holds.
  private func put(_ row: Salvage.Row, _ kind: Entity.Kind) throws -> Bool {
    guard let id = row["id"].flatMap(text), !id.isEmpty else { return false }
    // The same page can be met twice.
    if try db.load(kind, ID(id)) != nil { return true }
    guard try insert(row, kind.rawValue) else { return false }
    do {
      if try db.load(kind, ID(id)) != nil { return true }
    } catch is Unreadable {}
    try db.run("DELETE FROM \(kind.rawValue) WHERE id = ?", .text(id))
    return false
  }

  /// A row into any table; false when it does not fit.
  private func insert(_ row: Salvage.Row, _ table: String) throws -> Bool {
    var (columns, values): ([String], [Binding]) = ([], [])
    for (column, value) in row.sorted(by: { $0.key < $1.key }) {
      columns.append("\"\(column)\"")
      switch value {
      case .none: values.append(.none)
      case .number(let it): values.append(.number(it))
      case .text(let bytes):
        guard let it = String(validating: bytes, as: UTF8.self) else { return false }
        values.append(.text(it))
      case .other: return false
      }
    }
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    do {
      try db.run(
        "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))", all: values)
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return false
    }
  }

  private func text(_ value: PageFile.Value) -> String? {
    guard case .text(let bytes) = value else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private mutating func take(_ kind: Entity.Kind) throws {
    var bad = 0
    for row in salvage.rows[kind.rawValue] ?? [] where try !put(row, kind) { bad += 1 }
    if bad > 0 {
      recovery.lost.append(
        bad == 1
          ? "1 row of the \(kind.plural) couldn't be read."
          : "\(bad) rows of the \(kind.plural) couldn't be read.")
    }
  }

  /// Pages that no tree leads to: each belongs to the table that takes all of its rows.
  private mutating func takeStrays() throws {
    for candidates in salvage.strays {
      for (name, rows) in candidates.sorted(by: { $0.key < $1.key }) {
        guard let kind = Entity.Kind(rawValue: name) else { continue }
        let known = salvage.known[kind]
        // What an index does not know was deleted, and only its page was left.
        let wanted = rows.filter { row in
          guard let id = row["id"].flatMap(text) else { return false }
          return known?.contains(id) ?? true
        }
        guard !wanted.isEmpty else { continue }
        var taken = 0
        for row in wanted where try put(row, kind) { taken += 1 }
        if taken > 0 { break }
      }
    }
  }

  // MARK: What is lost

  /// Things that an index or the history knows, and that no page held.
  private mutating func takeFromHistory() throws {
    for kind in Entity.Kind.allCases where salvage.torn.contains(kind.rawValue) {
      for it in last.values where it.kind == kind {
        if let known = salvage.known[kind], !known.contains(it.id.text) { continue }
        guard try db.load(kind, it.id) == nil, it.dateFault == nil else { continue }
        try db.insertRow(it)
        recovery.fromHistory += 1
      }
    }
    try inventOwners()
  }

  /// What belongs to an application whose row is lost gets one again, so that it can be found.
  private mutating func inventOwners() throws {
    var owners: [ID: Moment] = [:]
    for kind in Entity.Kind.allCases where kind != .application {
      try db.forEach(kind, inOrder: false) { entity, _ in
        guard let owner = entity.application else { return }
        let moment = entity.moment ?? Moment(seconds: 0)
        owners[owner] = min(owners[owner] ?? moment, moment)
      }
    }
    var lost = 0
    for (id, moment) in owners.sorted(by: { $0.key < $1.key })
    where try db.load(.application, id) == nil {
      lost += 1
      try db.insertRow(
        .application(
          Application(id: id, created: moment) { $0.company = "Recovered application \(lost)" }))
    }
    if lost > 0 {
      recovery.lost.append(
        lost == 1
          ? "The company and the role of 1 application; everything else in it was recovered."
          : "The company and the role of \(lost) applications; everything else in them was recovered."
      )
    }
  }

  private mutating func nameLosses() throws {
    for kind in Entity.Kind.allCases {
      let here = Set(try db.all("SELECT id FROM \(kind.rawValue)") { try $0.text() })
      let lost = (salvage.known[kind] ?? []).subtracting(here).count
      if lost > 0 {
        recovery.lost.append("\(kind.counted(lost)): gone.")
      } else if salvage.torn.contains(kind.rawValue), salvage.known[kind] == nil, !here.isEmpty {
        recovery.lost.append("Perhaps some of the \(kind.plural): a part of the file is gone.")
      }
    }
  }

  // MARK: What is kept beside the nouns

  private mutating func housekeeping() throws {
    var bad = 0
    for row in salvage.rows["private_note"] ?? [] where try !insert(row, "private_note") {
      bad += 1
    }
    if bad > 0 || salvage.torn.contains("private_note") {
      recovery.lost.append("Perhaps private notes: a part of the file is gone.")
    }
    recovery.privateNotes = try db.count("private_note")
    for row in salvage.rows["draft"] ?? [] {
      var row = row
      // Whose it was is over: the next screen is offered it.
      row["screen"] = .number(0)
      _ = try insert(row, "draft")
    }
  }

  // MARK: The history

  private mutating func readHistory() {
    for row in salvage.rows["journal"] ?? [] {
      guard case .number(let seq)? = row["seq"], let json = row["change"].flatMap(text),
        let change = try? Change(outline: json)
      else {
        isHistoryTorn = true
        continue
      }
      entries.append((seq, row, change))
    }
    entries.sort { $0.seq < $1.seq }
    var around = LongEdit.Around()
    for it in entries {
      if let undone = it.row["undone"], undone != .none { continue }
      guard let json = it.row["change"].flatMap(text),
        let pieces = try? LongEdit.pieces(of: json, backwards: false, &around).pieces
      else { continue }
      for piece in pieces {
        let entity = piece.operation.entity
        let key = Key(kind: entity.kind, id: entity.id)
        // Half of a text is none.
        if case .delete = piece.operation {
          last[key] = nil
        } else {
          last[key] = piece.isWhole ? entity : nil
        }
      }
    }
  }

  /// Undo needs what it takes back to be as it was left: a history with a hole in it, or of things that are
  /// lost, is not kept.
  private mutating func keepHistory() throws {
    let isWhole =
      !isHistoryTorn && !salvage.torn.contains("journal") && !salvage.torn.contains("journal_part")
      && salvage.torn.isDisjoint(with: Entity.Kind.allCases.map(\.rawValue))
      && recovery.lost.isEmpty
    var isKept = isWhole
    if isWhole {
      for it in entries where try !insert(it.row, "journal") { isKept = false }
      for row in salvage.rows["journal_part"] ?? [] where try !insert(row, "journal_part") {
        isKept = false
      }
      // A change in parts may be there with one of them unreadable.
      if isKept { isKept = try db.unreadableParts() == 0 }
      if !isKept { try db.script("DELETE FROM journal_part; DELETE FROM journal") }
    }
    recovery.hasHistory = isKept
    if !isKept, !entries.isEmpty || isHistoryTorn {
      recovery.lost.append("The history: earlier changes can't be undone in the new file.")
    }
  }
}
