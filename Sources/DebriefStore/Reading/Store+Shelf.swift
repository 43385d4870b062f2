import DebriefModel
import GRDB

extension Store {
  /// A window on the list of applications. Found by key, so that it costs the same wherever it lies
  /// and however many applications there are. A row has what its line and its preview show; the
  /// `whole` row also has what the agenda is worked out from.
  public func shelf(_ request: Shelf.Request, whole: Bool = false) throws -> Shelf {
    try read { db in
      let words = Words(request.filter)
      var shelf = Shelf()
      shelf.total =
        try db.first("SELECT count FROM tally WHERE name = 'application'") { try $0.number() } ?? 0
      let hits = try words.prefixes.map { try Hits($0, db) }
      if words.unspaced.isEmpty { shelf.matches = hits?.count }
      let window = Window(
        filter: words.prefixes, anywhere: words.unspaced,
        hits: hits.flatMap { $0.areMany(of: shelf.total) ? $0 : nil }, order: request.order)
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
    try first("SELECT age, company FROM shelf WHERE application = ?", .id(id)) {
      Shelf.Key(activity: -(try $0.number()), id: id, company: try $0.text())
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
  /// The rows that satisfy `filter`, where they are many.
  var hits: Hits?
  /// What they are sorted by.
  var order = Shelf.Order.latest

  /// The next keys in a direction, away from a key or from the end of the list.
  func keys(
    _ db: Database, _ direction: Direction, from key: Shelf.Key?, including: Bool = false,
    _ count: Int
  ) throws -> [Shelf.Key] {
    var bindings: [Binding] = []
    var conditions: [String] = []
    let isByName = order == .company
    let rises = (direction == .forward) != (order == .oldest)
    if let key {
      let place = isByName ? "(company COLLATE NOCASE, application)" : "(age, application)"
      conditions.append("\(place) \(rises ? ">" : "<")\(including ? "=" : "") (?, ?)")
      bindings += [isByName ? .text(key.company) : .number(-key.activity), .id(key.id)]
    }
    if let filter, hits == nil {
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
    // By name there is no index: all names are read, which takes 10 ms for 20,000.
    let from = isByName ? "shelf" : "shelf INDEXED BY shelf_order"
    let falls = rises ? "" : " DESC"
    let sql =
      "SELECT age, application, \(isByName ? "company" : "''"), number FROM \(from)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + " ORDER BY \(isByName ? "company COLLATE NOCASE" : "age")\(falls), application\(falls)"
    var keys: [Shelf.Key] = []
    if let hits {
      try db.some(sql, bindings) {
        let key = Shelf.Key(
          activity: -(try $0.number()), id: try $0.id(), company: try $0.text())
        if hits.contains(try $0.number()) { keys.append(key) }
        return keys.count < count
      }
      return keys
    }
    try db.each(sql + " LIMIT ?", bindings + [.number(count)]) {
      keys.append(
        Shelf.Key(activity: -(try $0.number()), id: try $0.id(), company: try $0.text()))
    }
    return keys
  }

  /// Whether nothing comes beyond a key in a direction.
  func isEnd(_ db: Database, _ direction: Direction, from key: Shelf.Key?) throws -> Bool {
    guard let key else { return true }
    return try keys(db, direction, from: key, 1).isEmpty
  }
}

/// The rows that a frequent word leaves: the beginning of a word may be in half of all applications. To
/// walk the list and pass over the others is then shorter than to sort them by age.
private struct Hits {
  /// A bit for each number of a passage.
  private var bits: [UInt64] = []
  /// How many there are.
  private(set) var count = 0

  /// How many rows a window has, about: the fewer of all rows are hits, the longer the walk.
  private static let window = 50

  init(_ filter: String, _ db: Database) throws {
    try db.each("SELECT rowid FROM desk WHERE desk MATCH ?", [.text(filter)]) {
      let number = try $0.number()
      let place = number >> 6
      while bits.count <= place { bits.append(0) }
      bits[place] |= 1 << UInt64(number & 63)
      count += 1
    }
  }

  /// Whether to walk is shorter than to sort.
  func areMany(of total: Int) -> Bool { count * count > total * Hits.window }

  func contains(_ number: Int) -> Bool {
    let place = number >> 6
    return place < bits.count && bits[place] & 1 << UInt64(number & 63) != 0
  }
}
