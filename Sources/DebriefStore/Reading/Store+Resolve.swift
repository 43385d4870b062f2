import DebriefModel
import GRDB

extension Store {
  /// A beginning has at least so many letters before a command writes to what it finds.
  static let leastToWrite = 3

  /// The application a reference means: its id, the beginning of its id (two characters or more),
  /// its company, the beginning of its company, or words of both its company and its job, whatever case
  /// and accents; or a line in which debrief itself names it with its id. What could mean two is refused,
  /// also when one is meant by id and another by company.
  ///
  /// - Parameter writing: Whether something is written there: then a beginning needs three letters,
  ///   so that a slip of the finger meets nobody.
  /// - Throws: ``StoreError/notFound(_:)`` where it means nothing, ``StoreError/ambiguous(_:candidates:)``
  ///   where it could mean several, ``StoreError/tooShort(_:candidates:)`` where it is too short to write by.
  public func resolve(_ reference: String, writing: Bool = false) throws -> ID {
    try read { db in
      if try db.load(.application, ID(reference)) != nil { return ID(reference) }
      let echoed = try db.echoed(reference)
      if echoed.count == 1 { return echoed[0] }
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
      // One word of a job is too little to write by.
      if found.isEmpty, !writing || Words(reference).list.count > 1 {
        found = try db.namedWithJob(reference)
      }
      // The index knows no Mueller for Müller and no Oneil for O'Neil; names are compared as those of people.
      if found.isEmpty, !(writing && isShort) { found = try db.namedInOtherSpelling(reference) }
      guard let only = found.first else { throw StoreError.notFound(reference) }
      if found.count == 1 { return only }
      throw StoreError.ambiguous(reference, candidates: try found.prefix(10).map(db.candidate))
    }
  }
}

extension Database {
  /// The applications that a line of debrief's own names: `Acme · Engineer (7kfa00)`, or an id with the
  /// company behind it, as in lists. The name has to be that of the id, so nothing is met by a slip.
  fileprivate func echoed(_ reference: String) throws -> [ID] {
    let words = reference.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let first = words.first, let last = words.last else { return [] }
    var readings = [(id: first, name: words.dropFirst())]
    if last.hasPrefix("("), last.hasSuffix(")") {
      readings.append((id: last.dropFirst().dropLast(), name: words.dropLast()))
    }
    for (id, name) in readings where id.utf8.count >= 6 {
      let said = Words.all(name.joined(separator: " ")).map { NameFolding.plain($0) }
      guard !said.isEmpty else { continue }
      let found = try beginning(String(id)).filter {
        guard case .application(let it)? = try load(.application, $0) else { return false }
        let known = Words.all("\(it.company) \(it.role)").map { NameFolding.plain($0) }
        return known.starts(with: said)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

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
  func named(_ reference: String, open: Bool) throws -> [ID] {
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

  /// The applications a company and its job name together, such as `Dual data`, or the job alone. Each word
  /// is the beginning of one, those of the company first.
  fileprivate func namedWithJob(_ reference: String) throws -> [ID] {
    let words = Words(reference).list.map { NameFolding.plain($0) }
    guard let match = Words(reference).prefixes, !words.isEmpty else { return [] }
    func begin(_ words: some Sequence<String>, _ text: String) -> Bool {
      let all = Words.all(text).map { NameFolding.plain($0) }
      return words.allSatisfy { word in all.contains { $0.hasPrefix(word) } }
    }
    var found: [ID] = []
    try each(
      """
      SELECT a.id, a.company, a.role FROM desk JOIN passage p ON p.number = desk.rowid
      JOIN application a ON a.id = p.entity WHERE desk MATCH ? ORDER BY desk.rowid DESC
      """, [.text(match)]
    ) {
      let (id, company, role) = (try $0.id(), try $0.text(), try $0.text())
      guard found.count < 11 else { return }
      let fits = words.indices.contains { split in
        begin(words[..<split], company) && begin(words[split...], role)
      }
      if fits { found.append(id) }
    }
    return found.sorted()
  }

  /// The applications whose company is written otherwise: with an umlaut as two letters or as one, with an
  /// apostrophe or without, with marks or without. Looks at every company, once nothing else was found.
  fileprivate func namedInOtherSpelling(_ reference: String) throws -> [ID] {
    let wanted = NameFolding.spellings(reference).filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return [] }
    var (whole, begun): ([ID], [ID]) = ([], [])
    try each("SELECT id, company FROM application ORDER BY id", []) {
      let (id, company) = (try $0.id(), try $0.text())
      let names = NameFolding.spellings(company)
      if whole.count < 11, names.contains(where: wanted.contains) { whole.append(id) }
      guard begun.count < 11 else { return }
      let begins = wanted.contains { words in
        names.contains { name in
          name.count >= words.count && name.starts(with: words.dropLast())
            && name[words.count - 1].hasPrefix(words[words.count - 1])
        }
      }
      if begins { begun.append(id) }
    }
    return whole.isEmpty ? begun : whole
  }

  fileprivate func candidate(_ id: ID) throws -> String {
    guard case .application(let it)? = try load(.application, id) else { return id.text }
    return it.role.isEmpty ? "\(id) \(it.company)" : "\(id) \(it.company) — \(it.role)"
  }
}
