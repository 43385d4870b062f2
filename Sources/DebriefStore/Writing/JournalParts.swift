import DebriefModel
import GRDB

/// An entry of the journal that is written in parts while its change is carried out: see
/// ``SchemaV2/journalParts``.
struct JournalEntry {
  /// So many things are in a part.
  static let size = 2_000

  /// What a part holds.
  enum Form: String {
    /// Ids and fingerprints of what was added.
    case traces
    /// What was added, itself: while it is undone.
    case rows
    /// What was overwritten.
    case changes
  }

  private let db: Database
  private let title: String
  private let moment: Moment
  private var seq: Int?
  private var part = 0
  private var kind = Entity.Kind.application
  private var traces: [JSONTree] = []
  private var changes: [JSONTree] = []

  init(_ db: Database, _ title: String, at moment: Moment) {
    self.db = db
    self.title = title
    self.moment = moment
  }

  /// Notes that a thing was added.
  mutating func added(_ entity: Entity, _ fingerprint: String) throws {
    if entity.kind != kind || traces.count >= JournalEntry.size * 2 { try flush() }
    kind = entity.kind
    traces.append(.text(entity.id.text))
    traces.append(.text(fingerprint))
  }

  /// Notes that a thing was overwritten.
  mutating func updated(_ from: Entity, _ to: Entity) throws {
    try changed(.update(from: from, to: to))
  }

  /// Notes what was done, as it was done.
  mutating func changed(_ operation: Change.Operation) throws {
    changes.append(try JSONTree(operation))
    if changes.count >= JournalEntry.size { try flush() }
  }

  /// Writes what is left. An entry of nothing is never made, and then what was undone before can still
  /// be done again.
  mutating func flush() throws {
    if !traces.isEmpty { try put(.traces, traces) }
    traces.removeAll(keepingCapacity: true)
    if !changes.isEmpty { try put(.changes, changes) }
    changes.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ form: Form, _ list: [JSONTree]) throws {
    let seq = try self.seq ?? db.openEntry(Change(title, []), at: moment).seq
    self.seq = seq
    try db.run(
      "INSERT INTO journal_part VALUES (?, ?, ?, ?, ?)", .number(seq), .number(part),
      .text(form.rawValue), .text(kind.rawValue), .text(JSONTree.list(list).text))
    part += 1
  }
}

/// A list of JSON that is written as it grows, without all of it as values in memory.
private struct JSONLines {
  private var bytes: [UInt8] = []

  mutating func append(_ tree: JSONTree) {
    bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
    tree.write(to: &bytes)
  }

  var text: String {
    String(decoding: bytes.isEmpty ? [0x5b, 0x5d] : bytes + [0x5d], as: UTF8.self)
  }
}

/// A part of an entry, as it was read.
private struct JournalPart {
  var number: Int
  var form: JournalEntry.Form
  var kind: Entity.Kind
  var list: [JSONTree]
}

extension Database {
  /// The numbers of the parts of an entry, in order; none for one that is whole in itself.
  func parts(of seq: Int) throws -> [Int] {
    try all("SELECT part FROM journal_part WHERE seq = ? ORDER BY part", .number(seq)) {
      try $0.number()
    }
  }

  /// Takes back what is in the parts of an entry, exactly.
  func undoParts(_ parts: [Int], of seq: Int, _ title: String, hidingPrivateNotes: Bool) throws {
    var deletion = BulkDeletion(self)
    for number in parts.reversed() {
      let part = try part(number, of: seq)
      switch part.form {
      case .traces:
        var rows = JSONLines()
        for trace in stride(from: 0, to: part.list.count - 1, by: 2) {
          guard case .text(let id) = part.list[trace],
            case .text(let print) = part.list[trace + 1]
          else { throw Unreadable(table: "journal_part") }
          guard let (entity, found) = try loadWithFingerprint(part.kind, ID(id)), found == print
          else { throw changedSince(part.kind, ID(id), title) }
          if !hidingPrivateNotes, case .application(let it) = entity, try hasPrivateNote(it.id) {
            throw StoreError.hidesPrivateNote(it.company)
          }
          rows.append(try JSONTree(entity.noun))
          deletion.delete(entity)
        }
        try rewrite(part, of: seq, .rows, rows.text)
      case .changes: try performExactly(Change(title, try operations(part.list)).inverse)
      case .rows: throw Unreadable(table: "journal_part")
      }
    }
    try deletion.finish()
  }

  /// Does again what is in the parts of an entry, exactly.
  func redoParts(_ parts: [Int], of seq: Int, _ title: String, at moment: Moment) throws {
    var insertion = BulkInsertion(self)
    for number in parts {
      let part = try part(number, of: seq)
      switch part.form {
      case .rows:
        var traces: [JSONTree] = []
        for row in part.list {
          guard let entity = try? Entity(part.kind, row) else {
            throw Unreadable(table: "journal_part")
          }
          guard try insertion.beganEmpty(part.kind) || load(part.kind, entity.id) == nil else {
            throw changedSince(part.kind, entity.id, title)
          }
          let arrival = Store.Arrival(entity)
          try insertion.insert(arrival)
          traces.append(.text(entity.id.text))
          traces.append(.text(arrival.fingerprint))
        }
        try rewrite(part, of: seq, .traces, JSONTree.list(traces).text)
      case .changes:
        let change = Change(title, try operations(part.list))
        try performExactly(change)
        for operation in change.operations { insertion.touch(operation.entity) }
      case .traces: throw Unreadable(table: "journal_part")
      }
    }
    try insertion.finish(at: moment.seconds)
  }

  /// Insertions of those rows of a part which fit; a part holds rows only while its entry is undone.
  func insertions(
    in number: Int, of seq: Int, where fits: (Entity) -> Bool
  ) throws -> [Change.Operation] {
    let part = try part(number, of: seq)
    switch part.form {
    case .rows:
      return try part.list.compactMap { row in
        guard let entity = try? Entity(part.kind, row) else {
          throw Unreadable(table: "journal_part")
        }
        return fits(entity) ? .insert(entity) : nil
      }
    case .changes: return try operations(part.list)
    case .traces: return []
    }
  }

  /// What a part says was done.
  enum PartContent {
    /// These were added.
    case added(Entity.Kind, [ID])
    /// These were overwritten.
    case changed([Change.Operation])
  }

  /// What a part of an entry that stands says was done.
  func content(of number: Int, in seq: Int) throws -> PartContent {
    let part = try part(number, of: seq)
    switch part.form {
    case .changes: return .changed(try operations(part.list))
    case .rows: return .added(part.kind, [])
    case .traces:
      return .added(
        part.kind,
        stride(from: 0, to: part.list.count - 1, by: 2).compactMap {
          if case .text(let id) = part.list[$0] { ID(id) } else { nil }
        })
    }
  }

  /// Takes some things out of the parts of an entry; says whether that changed any, and how many parts are
  /// left.
  func strip(
    _ keys: Set<ThingKey>, fromPartsOf seq: Int
  ) throws -> (changed: Bool, left: Int) {
    var (changed, left) = (false, 0)
    for number in try parts(of: seq) {
      let part = try part(number, of: seq)
      var list: [JSONTree] = []
      switch part.form {
      case .traces:
        for trace in stride(from: 0, to: part.list.count - 1, by: 2) {
          guard case .text(let id) = part.list[trace] else {
            throw Unreadable(table: "journal_part")
          }
          if !keys.contains(ThingKey(kind: part.kind, id: ID(id))) {
            list += part.list[trace...trace + 1]
          }
        }
      case .rows:
        list = try part.list.filter { row in
          guard let entity = try? Entity(part.kind, row) else {
            throw Unreadable(table: "journal_part")
          }
          return !keys.contains(ThingKey(entity))
        }
      case .changes:
        list = try operations(part.list).filter { !keys.contains(ThingKey($0.entity)) }
          .map { try JSONTree($0) }
      }
      if list.count < part.list.count {
        changed = true
        if list.isEmpty {
          try run(
            "DELETE FROM journal_part WHERE seq = ? AND part = ?", .number(seq), .number(number))
        } else {
          try rewrite(part, of: seq, part.form, JSONTree.list(list).text)
        }
      }
      if !list.isEmpty { left += 1 }
    }
    return (changed, left)
  }

  /// How many parts of the journal cannot be read.
  func unreadableParts() throws -> Int {
    var bad = 0
    for seq in try all("SELECT DISTINCT seq FROM journal_part", read: { try $0.number() }) {
      for number in try parts(of: seq) {
        do {
          let part = try part(number, of: seq)
          if part.form == .changes { _ = try operations(part.list) }
          if part.form == .rows { for row in part.list { _ = try Entity(part.kind, row) } }
        } catch { bad += 1 }
      }
    }
    return bad
  }

  private func part(_ number: Int, of seq: Int) throws -> JournalPart {
    let found = try first(
      "SELECT form, kind, body FROM journal_part WHERE seq = ? AND part = ?", .number(seq),
      .number(number)
    ) { row -> JournalPart in
      let (form, kind): (JournalEntry.Form, Entity.Kind) = (try row.choice(), try row.choice())
      guard let tree = try? JSONTree(try row.text()), case .list(let list) = tree else {
        throw Unreadable(table: "journal_part")
      }
      return JournalPart(number: number, form: form, kind: kind, list: list)
    }
    guard let found else { throw Unreadable(table: "journal_part") }
    return found
  }

  private func rewrite(
    _ part: JournalPart, of seq: Int, _ form: JournalEntry.Form, _ body: String
  ) throws {
    try run(
      "UPDATE journal_part SET form = ?, body = ? WHERE seq = ? AND part = ?",
      .text(form.rawValue), .text(body), .number(seq), .number(part.number))
  }

  private func operations(_ list: [JSONTree]) throws -> [Change.Operation] {
    try list.map {
      guard let operation = try? $0.decoded(Change.Operation.self) else {
        throw Unreadable(table: "journal_part")
      }
      return operation
    }
  }
}
