import CSQLite
import DebriefModel
import GRDB
import GRDBSQLite

// What a change does to the tables, with everything the store keeps beside the nouns.

extension Database {
  /// Carries out one operation as it stands. With an application its private note goes for good, for it
  /// is in no journal; `keepingNotes` leaves it where it is, out of sight until the application is back.
  func perform(_ operation: Change.Operation, keepingNotes: Bool = false) throws {
    switch operation {
    case .insert(let entity):
      try insertRow(entity)
      try keep(entity)
    case .update(let old, let entity):
      try updateRow(from: old, to: entity)
      try refilePassage(entity)
    case .delete(let entity):
      try deleteRow(entity)
      try removePassage(entity)
      if case .application(let it) = entity {
        try run("DELETE FROM shelf WHERE application = ?", .id(it.id))
        if !keepingNotes {
          try deletePrivateNote(of: it.id)
        }
      }
    }
  }

  /// Makes what is kept beside a new row: its passage, and its place in the list.
  func keep(_ entity: Entity) throws {
    let number = try filePassage(entity)
    if let number, case .application(let it) = entity {
      try run(
        """
        INSERT INTO shelf (number, application, age, company, role, ledger)
        VALUES (?, ?, ?, '', '', '')
        """,
        .number(number), .id(it.id), .number(-it.created.seconds))
    }
  }

  /// Puts new applications into the list, with what it shows of them.
  func shelve(_ places: [ID: Shelved]) throws {
    for part in stretches(places.keys.sorted()) {
      let (names, ledgers) = (try names(of: part), try ledgers(of: part))
      for id in part {
        guard let place = places[id], let name = names[id], let ledger = ledgers[id] else {
          continue
        }
        try run(
          """
          INSERT INTO shelf (number, application, age, company, role, ledger)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          .number(place.number), .id(id), .number(-place.seconds), .text(name.company),
          .text(name.role), .text(ledger.text))
      }
    }
  }

  /// Copies what a row of the list shows from the facts of an application, as they are now.
  func copyLedger(of id: ID) throws {
    guard case .application(let it)? = try load(.application, id) else { return }
    try run(
      "UPDATE shelf SET company = ?1, role = ?2, ledger = ?3 WHERE application = ?4",
      .text(it.company), .text(it.role), .text(try ledger(of: id).text), .id(id))
  }

  /// The same of many applications.
  func copyLedgers(of ids: [ID]) throws {
    for part in stretches(ids) {
      let (names, ledgers) = (try names(of: part), try ledgers(of: part))
      for id in part {
        guard let name = names[id], let ledger = ledgers[id] else { continue }
        try run(
          "UPDATE shelf SET company = ?1, role = ?2, ledger = ?3 WHERE application = ?4",
          .text(name.company), .text(name.role), .text(ledger.text), .id(id))
      }
    }
  }

  /// Makes what the rows of the list show anew from the facts.
  func remakeLedgers() throws {
    for part in stretches(try all("SELECT application FROM shelf ORDER BY number") { try $0.id() })
    {
      let ledgers = try ledgers(of: part)
      for id in part {
        guard let ledger = ledgers[id] else { continue }
        try run("UPDATE shelf SET ledger = ? WHERE application = ?", .text(ledger.text), .id(id))
      }
    }
  }

  /// Ids in parts that are read in one go.
  private func stretches(_ ids: [ID]) -> [[ID]] {
    stride(from: 0, to: ids.count, by: 256).map { Array(ids[$0..<min($0 + 256, ids.count)]) }
  }

  /// The names of some applications; those that are gone have none.
  func names(of ids: [ID]) throws -> [ID: (company: String, role: String)] {
    var names: [ID: (company: String, role: String)] = [:]
    try every(Application.self, "id", ids) { names[$0.id] = ($0.company, $0.role) }
    return names
  }

  /// The ledgers of some applications, read from their facts.
  func ledgers(of ids: [ID]) throws -> [ID: Ledger] {
    var events: [ID: [Event]] = [:]
    var rounds: [ID: [Interview]] = [:]
    var latest: [ID: Debrief] = [:]
    try every(Event.self, "application", ids) {
      events[$0.application, default: []].append($0)
    }
    try every(Interview.self, "application", ids) {
      rounds[$0.application, default: []].append($0)
    }
    try every(Debrief.self, "application", ids) { it in
      if let known = latest[it.application], (it.started, it.id) < (known.started, known.id) {
        return
      }
      latest[it.application] = it
    }
    var ledgers: [ID: Ledger] = [:]
    for id in ids {
      ledgers[id] = Ledger(
        events: (events[id] ?? []).sorted(by: Event.inOrder),
        interviews: (rounds[id] ?? []).sorted { ($0.round, $0.id) < ($1.round, $1.id) },
        debrief: latest[id])
    }
    return ledgers
  }

  /// The ledger of an application, read from its facts.
  func ledger(of id: ID) throws -> Ledger {
    var events = try all(Event.self, where: "application = ?", [.id(id)])
    events.sort(by: Event.inOrder)
    var rounds = try all(Interview.self, where: "application = ?", [.id(id)])
    rounds.sort { ($0.round, $0.id) < ($1.round, $1.id) }
    let debriefs = try all(Debrief.self, where: "application = ?", [.id(id)])
    let latest = debriefs.max { ($0.started, $0.id) < ($1.started, $1.id) }
    return Ledger(events: events, interviews: rounds, debrief: latest)
  }

  /// Moves applications up in the list: to a moment, never down.
  func touch(_ activity: [ID: Int]) throws {
    for (application, seconds) in activity {
      try run(
        "UPDATE shelf SET age = ?1 WHERE application = ?2 AND age > ?1",
        .number(-seconds), .id(application))
    }
  }

  // MARK: Passages

  /// Adds what a search should find in a new thing. Every application has a passage, whose number
  /// is its number on the shelf.
  private func filePassage(_ entity: Entity) throws -> Int? {
    guard let text = entity.passageOrBlank else { return nil }
    let number = try filePassage(entity.kind, entity.id, of: entity.application, text)
    try index(number, text, of: entity.kind)
    return number
  }

  /// Adds a passage whose words wait for ``indexPassages(after:)``.
  func filePassage(
    _ kind: Entity.Kind, _ id: ID, of application: ID?, _ text: (title: String, body: String)
  ) throws -> Int {
    try run(
      "INSERT INTO passage (kind, entity, application, title, body) VALUES (?, ?, ?, ?, ?)",
      .text(kind.rawValue), .id(id), .id(application), .text(text.title), .text(text.body))
    return Int(lastInsertedRowID)
  }

  private func refilePassage(_ entity: Entity) throws {
    guard let old = try passage(of: entity) else {
      _ = try filePassage(entity)
      return
    }
    guard let text = entity.passageOrBlank else { return try removePassage(entity) }
    let same = text.title == old.title && text.body == old.body
    if same, entity.application == old.application { return }
    if !same { try unindex(old.number, (old.title, old.body), of: entity.kind) }
    try run(
      "UPDATE passage SET application = ?, title = ?, body = ? WHERE number = ?",
      .id(entity.application), .text(text.title), .text(text.body), .number(old.number))
    if !same { try index(old.number, text, of: entity.kind) }
  }

  private func removePassage(_ entity: Entity) throws {
    guard let old = try passage(of: entity) else { return }
    try unindex(old.number, (old.title, old.body), of: entity.kind)
    try run("DELETE FROM passage WHERE number = ?", .number(old.number))
  }

  /// The number of a thing's passage; nil when it has none.
  func passageNumber(_ kind: Entity.Kind, _ id: ID) throws -> Int? {
    try first(
      "SELECT number FROM passage WHERE entity = ? AND kind = ?", .id(id), .text(kind.rawValue)
    ) { try $0.number() }
  }

  /// Takes a passage out by its number.
  func removePassage(_ number: Int) throws {
    let found = try first(
      "SELECT kind, title, body FROM passage WHERE number = ?", .number(number)
    ) { row -> (kind: Entity.Kind, title: String, body: String) in
      (try row.choice(), try row.text(), try row.text())
    }
    guard let found else { return }
    try unindex(number, (found.title, found.body), of: found.kind)
    try run("DELETE FROM passage WHERE number = ?", .number(number))
  }

  /// Takes out, without the search, the passages of things of a kind that are gone.
  func removeLostPassages(_ kind: Entity.Kind) throws {
    let owned = kind.liesWithApplication ? "n.application = passage.application AND " : ""
    try run(
      """
      DELETE FROM passage WHERE kind = ? AND NOT EXISTS (
        SELECT 1 FROM "\(kind.rawValue)" n WHERE \(owned)n.id = passage.entity)
      """, .text(kind.rawValue))
  }

  /// The number of the last passage; 0 where there is none.
  func lastPassage() throws -> Int {
    try first("SELECT max(number) FROM passage") { try $0.numberIfAny() ?? 0 } ?? 0
  }

  /// Has the search find the passages behind a number: all of them in one go, without a statement each.
  func indexPassages(after number: Int) throws {
    try withLargeWords {
      try run(
        """
        INSERT INTO words (rowid, title, body)
        SELECT number, title, body FROM passage WHERE number > ? ORDER BY number
        """, .number(number))
      try run(
        """
        INSERT INTO desk (rowid, title, body)
        SELECT number, title, body FROM desk_passage WHERE number > ? ORDER BY number
        """, .number(number))
    }
  }

  /// Builds the tables of the search anew from the passages.
  func rebuildWords() throws {
    try withLargeWords {
      for table in ["words", "desk"] {
        try run("INSERT INTO \(table)(\(table)) VALUES ('rebuild')")
      }
    }
  }

  /// Has the indexes of words put more together in memory before they write, and merge nothing
  /// meanwhile: what is written next takes that up, a little with each write. What is set is a setting of
  /// the file, so that it is taken back; when `body` throws, by the end of the transaction.
  private func withLargeWords(_ body: () throws -> Void) throws {
    let tables = ["words", "desk"]
    let settings = [
      (name: "hashsize", meanwhile: Store.largeWords, usually: 1 << 20),
      (name: "automerge", meanwhile: 0, usually: 4),
    ]
    for table in tables {
      for setting in settings { try set(setting.name, setting.meanwhile, of: table) }
    }
    try withSmallCache(body)
    for table in tables {
      for setting in settings { try set(setting.name, setting.usually, of: table) }
    }
    try unguarded {
      for table in tables {
        for setting in settings {
          try run("DELETE FROM \(table)_config WHERE k = ?", .text(setting.name))
        }
      }
    }
  }

  private func set(_ setting: String, _ value: Int, of table: String) throws {
    try run(
      "INSERT INTO \(table)(\(table), rank) VALUES (?, ?)", .text(setting), .number(value))
  }

  /// Does something that nobody else may: past the search index.
  private func unguarded(_ body: () throws -> Void) throws {
    ds_guard(UnsafeMutableRawPointer(sqliteConnection), 0)
    defer { ds_guard(UnsafeMutableRawPointer(sqliteConnection), 1) }
    try body()
  }

  private struct Passage {
    var number: Int
    var application: ID?
    var title: String
    var body: String
  }

  private func passage(of entity: Entity) throws -> Passage? {
    try first(
      "SELECT number, application, title, body FROM passage WHERE entity = ? AND kind = ?",
      .id(entity.id), .text(entity.kind.rawValue)
    ) {
      Passage(
        number: try $0.number(), application: $0.idIfAny(), title: try $0.text(),
        body: try $0.text())
    }
  }

  private func index(_ number: Int, _ text: (title: String, body: String), of kind: Entity.Kind)
    throws
  {
    for table in kind == .application ? ["words", "desk"] : ["words"] {
      try run(
        "INSERT INTO \(table) (rowid, title, body) VALUES (?, ?, ?)",
        .number(number), .text(text.title), .text(text.body))
    }
  }

  private func unindex(_ number: Int, _ text: (title: String, body: String), of kind: Entity.Kind)
    throws
  {
    for table in kind == .application ? ["words", "desk"] : ["words"] {
      try run(
        "INSERT INTO \(table) (\(table), rowid, title, body) VALUES ('delete', ?, ?, ?)",
        .number(number), .text(text.title), .text(text.body))
    }
  }
}

extension Entity {
  /// Its passage; a blank one for an application that has nothing to find.
  var passageOrBlank: (title: String, body: String)? {
    if let passage { return passage }
    return kind == .application ? ("", "") : nil
  }
}
