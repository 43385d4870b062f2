import DebriefModel
import GRDB

extension Store {
  /// A window on the list of applications. Found by key, so that it costs the same wherever it lies
  /// and however many applications there are. A row has what its line and its preview show; the
  /// `whole` row also has what the agenda is worked out from.
  public func shelf(_ request: Shelf.Request, whole: Bool = false) throws -> Shelf {
    try read { db in
      let words = Words(request.filter)
      let window = Window(filter: words.prefixes, anywhere: words.unspaced)
      var shelf = Shelf()
      shelf.total =
        try db.first("SELECT count FROM tally WHERE name = 'application'") { try $0.number() } ?? 0
      let count = max(0, request.count)
      var keys: [Shelf.Key]
      switch request.place {
      case .top:
        keys = try window.keys(db, .forward, from: nil, count + 1)
      case .from(let id):
        let key = try db.key(of: id)
        keys = try window.keys(db, .forward, from: key, including: true, count + 1)
        shelf.atTop = try key == nil || window.isEnd(db, .backward, from: key)
      case .after(let key):
        keys = try window.keys(db, .forward, from: key, count + 1)
        shelf.atTop = try window.isEnd(db, .backward, from: keys.first ?? key)
      case .before(let key):
        keys = try window.keys(db, .backward, from: key, count + 1)
        shelf.atBottom = try window.isEnd(db, .forward, from: keys.first ?? key)
      case .bottom:
        keys = try window.keys(db, .backward, from: nil, count + 1)
      }
      let more = keys.count > count
      if more { keys.removeLast() }
      switch request.place {
      case .top, .from, .after: shelf.atBottom = !more
      case .bottom, .before:
        shelf.atTop = !more
        keys.reverse()
      }
      shelf.rows = try db.facts(keys, patience, agenda: whole)
      return shelf
    }
  }
}

extension Database {
  /// The place of an application in the list.
  func key(of id: ID) throws -> Shelf.Key? {
    try first("SELECT age FROM shelf WHERE application = ?", .id(id)) {
      Shelf.Key(activity: -(try $0.number()), id: id)
    }
  }
}

/// The list, all of it or what a filter leaves.
private struct Window {
  enum Direction { case forward, backward }

  /// The FTS query every row must satisfy.
  var filter: String?
  /// What every row must hold somewhere.
  var anywhere: [String]

  /// The next keys in a direction, away from a key or from the end of the list.
  func keys(
    _ db: Database, _ direction: Direction, from key: Shelf.Key?, including: Bool = false,
    _ count: Int
  ) throws -> [Shelf.Key] {
    var bindings: [Binding] = []
    var conditions: [String] = []
    if let key {
      let sign = direction == .forward ? ">" : "<"
      conditions.append("(age, application) \(sign)\(including ? "=" : "") (?, ?)")
      bindings += [.number(-key.activity), .id(key.id)]
    }
    if let filter {
      conditions.append("number IN (SELECT rowid FROM desk WHERE desk MATCH ?)")
      bindings.append(.text(filter))
    }
    for word in anywhere {
      conditions.append(
        """
        EXISTS (SELECT 1 FROM application a WHERE a.id = shelf.application
          AND instr(a.company || char(10) || a.role || char(10) || a.notes, ?))
        """)
      bindings.append(.text(word))
    }
    let sql =
      "SELECT age, application FROM shelf INDEXED BY shelf_order"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + (direction == .forward
        ? " ORDER BY age, application" : " ORDER BY age DESC, application DESC")
      + " LIMIT ?"
    bindings.append(.number(count))
    var keys: [Shelf.Key] = []
    try db.each(sql, bindings) {
      keys.append(Shelf.Key(activity: -(try $0.number()), id: try $0.id()))
    }
    return keys
  }

  /// Whether nothing comes beyond a key in a direction.
  func isEnd(_ db: Database, _ direction: Direction, from key: Shelf.Key?) throws -> Bool {
    guard let key else { return true }
    return try keys(db, direction, from: key, 1).isEmpty
  }
}
