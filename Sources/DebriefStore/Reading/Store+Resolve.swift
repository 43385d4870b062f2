import DebriefModel
import GRDB

extension Store {
  /// A beginning has at least so many letters before a command writes to what it finds.
  static let leastToWrite = 3

  /// The application a reference means: its id, the beginning of its id (two characters or more),
  /// its company, or the beginning of its company, whatever case and accents. What could mean two
  /// is refused, also when one is meant by id and another by company.
  ///
  /// - Parameter writing: Whether something is written there: then a beginning needs three letters,
  ///   so that a slip of the finger meets nobody.
  public func resolve(_ reference: String, writing: Bool = false) throws -> ID {
    try read { db in
      if try db.load(.application, ID(reference)) != nil { return ID(reference) }
      let whole = try db.named(reference, open: false)
      let open = whole.isEmpty ? try db.named(reference, open: true) : []
      // One character is too little of an id to name it, but makes the beginning of a name doubtful.
      let isTiny = reference.utf8.count < 2
      let begun = isTiny && open.isEmpty ? [] : try db.beginning(reference)
      let isShort = reference.count(where: { $0.isLetter || $0.isNumber }) < Store.leastToWrite
      var found = whole + open
      if !(writing && isShort) || whole.isEmpty {
        for id in begun where !found.contains(id) { found.append(id) }
      }
      if writing, isShort, whole.isEmpty, !found.isEmpty {
        throw StoreError.tooShort(reference, candidates: try found.prefix(10).map(db.candidate))
      }
      guard let only = found.first else { throw StoreError.notFound(reference) }
      if found.count == 1 { return only }
      throw StoreError.ambiguous(reference, candidates: try found.prefix(10).map(db.candidate))
    }
  }
}

extension Database {
  /// The applications whose id begins like this.
  fileprivate func beginning(_ reference: String) throws -> [ID] {
    let prefix = reference.lowercased()
    guard !prefix.isEmpty else { return [] }
    return try all(
      "SELECT id FROM application WHERE id >= ? AND id < ? ORDER BY id LIMIT 11", .text(prefix),
      .text(prefix + "\u{10FFFF}")
    ) { try $0.id() }
  }

  /// The applications at a company: of just that name, or of one that begins like it.
  fileprivate func named(_ reference: String, open: Bool) throws -> [ID] {
    let words = Words(reference)
    if words.isEmpty {
      return try all(
        "SELECT id FROM application WHERE company = ? ORDER BY id LIMIT 11", .text(reference)
      ) { try $0.id() }
    }
    var found: [ID] = []
    try each(
      """
      SELECT p.entity, p.title FROM desk JOIN passage p ON p.number = desk.rowid
      WHERE desk MATCH ? ORDER BY desk.rowid DESC
      """, [.text(words.start(open: open))]
    ) {
      let (id, company) = (try $0.id(), try $0.text())
      guard found.count < 11 else { return }
      if open || Words(company).list.count == words.list.count { found.append(id) }
    }
    return found.sorted()
  }

  fileprivate func candidate(_ id: ID) throws -> String {
    guard case .application(let it)? = try load(.application, id) else { return id.text }
    return it.role.isEmpty ? "\(id) \(it.company)" : "\(id) \(it.company) — \(it.role)"
  }
}
