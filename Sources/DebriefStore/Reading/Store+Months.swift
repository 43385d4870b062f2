import DebriefModel
import GRDB
import GRDBSQLite

extension Store {
  /// After so many applications it is asked whether the counting is to go on: a millisecond or two.
  static let countedAtOnce = 64

  /// Shows what the figures over months need of every application, one after another. Every table is read
  /// once, in the order in which it lies: of however many applications one is in memory.
  ///
  /// - Parameter goesOn: Asked from time to time; once it says no, nothing more is read.
  /// - Returns: Whether all were shown.
  /// - Throws: ``StoreError``, and what `body` throws.
  @discardableResult
  public func eachMonthFacts(
    while goesOn: () -> Bool = { true }, _ body: (MonthFacts) throws -> Void
  ) throws -> Bool {
    guard goesOn() else { return false }
    return try read { db in
      let source = try MonthSource(db)
      var count = 0
      while let facts = try source.next() {
        do { try body(facts) } catch { throw CallersError(error: error) }
        count += 1
        if count % Store.countedAtOnce == 0, !goesOn() { return false }
      }
      return true
    }
  }

  /// The figures over a stretch of time, and with `wanted` the facts behind one row of them.
  public func tally(
    _ window: MonthWindow, now: Moment, wanted: MonthKey? = nil
  ) throws -> MonthTally {
    var tally = MonthTally(window, now: now, patience: patience, wanted: wanted)
    try eachMonthFacts { tally.add($0) }
    return tally
  }

  /// The same for somebody who may not wait for the end; nil when it was broken off, by `goesOn`.
  public func tally(
    _ window: MonthWindow, now: Moment, wanted: MonthKey? = nil, while goesOn: () -> Bool
  ) throws -> MonthTally? {
    var tally = MonthTally(window, now: now, patience: patience, wanted: wanted)
    return try eachMonthFacts(while: goesOn) { tally.add($0) } ? tally : nil
  }
}

extension Store {
  /// What went before and after a change to try; nil when it was broken off, by `goesOn`.
  public func record(
    of change: Improvement, now: Moment, while goesOn: () -> Bool
  ) throws -> ChangeRecord? {
    var record = ChangeRecord(change, now: now, patience: patience)
    return try eachMonthFacts(while: goesOn) { record.add($0) } ? record : nil
  }
}

/// All tables that figures are counted from, side by side.
private struct MonthSource {
  private let applications: OrderedRows<MonthFacts>
  private let rounds: OrderedRows<Round>
  private let findings: OrderedRows<MonthFacts.Found>
  private let turns: OrderedRows<MonthFacts.Said>
  private let answers: OrderedRows<MonthFacts.Answer>
  private let asks: OrderedRows<MonthFacts.Ask>
  private let letters: OrderedRows<MonthFacts.Sent>
  private let guesses: OrderedRows<MonthFacts.Guess>
  private let trials: OrderedRows<MonthFacts.Trial>
  private let prepared: OrderedRows<MonthFacts.Prepared>
  private let lessons: OrderedRows<MonthFacts.Lesson>

  private struct Round {
    var id: ID
    var number: Int
    var start: Moment?
    var dayOnly: Bool?
    var minutes: Int?
  }

  init(_ db: Database) throws {
    applications = try OrderedRows(
      db,
      """
      SELECT a.id, a.created, s.ledger, a.company, a.role, a.resume, a.picked, a.industry, a.glad,
        a.cover, a.coverSent, coalesce(a.coverText, '') <> '', a.payAsked, a.payOffered, a.payUsual
      FROM application a CROSS JOIN shelf s ON s.application = a.id ORDER BY a.id
      """
    ) { id, row in
      var it = MonthFacts(id, created: try row.moment().day, ledger: try row.ledger())
      it.company = try row.text()
      it.role = try row.text()
      it.resume = try row.text()
      it.picked = try row.value()
      it.industry = row.textIfAny() ?? ""
      it.glad = try row.value()
      it.cover = (row.textIfAny() ?? "").trimmed
      let wasSent: Bool? = try row.value()
      it.hasCover = try row.number() == 1 || !it.cover.isEmpty ? true : wasSent
      let named = try row.text()
      if !named.isEmpty {
        var application = Application(id: id, created: Moment(seconds: 0))
        application.payAsked = named
        application.payOffered = try row.text()
        application.payUsual = row.textIfAny()
        it.pay = PayGap.sentences(application)
      }
      return it
    }
    rounds = try OrderedRows(db, "interview", "round, start, dayOnly, minutes") { id, row in
      Round(
        id: id, number: try row.number(), start: try row.value(), dayOnly: try row.value(),
        minutes: try row.value())
    }
    findings = try OrderedRows(
      db, "finding", "kind, statement, phase, area, reason, weight, tier, evidence, recorded"
    ) { id, row in
      MonthFacts.Found(
        id: id, kind: try row.value(), statement: try row.text(), phase: try row.value(),
        area: try row.value(), reason: try row.text(), weight: try row.number(),
        tier: try row.value(), evidence: try row.value(), recorded: try row.moment())
    }
    turns = try OrderedRows(
      db, "turn",
      "interview, asker, question, reaction, rating, delivery, preparation, prepared <> '', recorded"
    ) { id, row in
      MonthFacts.Said(
        id: id, interview: row.idIfAny(), asker: try row.value(), question: try row.text(),
        reaction: try row.value(), rating: try row.numberIfAny(), delivery: try row.value(),
        preparation: row.idIfAny(), hasPrepared: try row.number() == 1,
        recorded: try row.moment())
    }
    let items = MonthFacts.items.map { "'\($0)'" }.joined(separator: ", ")
    answers = try OrderedRows(
      db, "response", "debrief, item, value", where: "item IN (\(items)) AND skipped = ''"
    ) { id, row in
      MonthFacts.Answer(
        id: id, debrief: try row.id(), item: try row.text(), value: try row.text())
    }
    asks = try OrderedRows(
      db,
      """
      SELECT f.application, f.id, f."from", f.channel, p.part, f.asked, f.due, f.received,
        f.candour, f.closed, f.three
      FROM feedback f LEFT JOIN person p ON p.id = f.person ORDER BY f.application, f.id
      """, owned: true
    ) { id, row in
      MonthFacts.Ask(
        id: id, from: try row.text(), channel: try row.value(), part: try row.value(),
        asked: try row.dayIfAny(), due: try row.dayIfAny(), received: try row.dayIfAny(),
        candour: try row.value(), isClosed: try row.value(), three: try row.value())
    }
    letters = try OrderedRows(
      db, "letter", "kind, channel, sent, answered", where: "sent IS NOT NULL"
    ) { id, row in
      MonthFacts.Sent(
        id: id, kind: try row.text(), channel: try row.value(), on: try row.day(),
        isAnswered: try row.dayIfAny() != nil)
    }
    guesses = try OrderedRows(db, "forecast", "interview, chance, sealed, felt") { id, row in
      MonthFacts.Guess(
        id: id, interview: row.idIfAny(), chance: try row.number(), sealed: try row.moment(),
        felt: try row.numberIfAny())
    }
    trials = try OrderedRows(
      db, "improvement", "what, area, state, testedBy, learning, recorded"
    ) { id, row in
      MonthFacts.Trial(
        id: id, what: try row.text(), area: try row.value(), state: try row.value(),
        testedBy: row.idIfAny(), isLearning: try row.numberIfAny() == 1,
        recorded: try row.moment())
    }
    prepared = try OrderedRows(
      db, "preparation",
      """
      kind, text, detail <> '',
        CASE kind WHEN 'answer' THEN substr(detail, 1, \(MonthFacts.beginning)) ELSE '' END, state, recorded
      """
    ) { id, row in
      MonthFacts.Prepared(
        id: id, kind: try row.value(), text: try row.text(), hasDetail: try row.number() == 1,
        example: try row.text(), state: try row.value(), recorded: try row.moment())
    }
    lessons = try OrderedRows(db, "debrief", "lesson", where: "lesson <> ''") { id, row in
      MonthFacts.Lesson(id: id, text: try row.text())
    }
  }

  /// The next application; nil behind the last one.
  func next() throws -> MonthFacts? {
    guard var it = try applications.next() else { return nil }
    let rounds = try rounds.take(it.id).sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    it.take(rounds.map { ($0.id, $0.start, $0.dayOnly, $0.minutes) })
    it.findings = try findings.take(it.id)
    it.turns = try turns.take(it.id)
    it.answers = try answers.take(it.id)
    it.asks = try asks.take(it.id)
    it.letters = try letters.take(it.id)
    it.guesses = try guesses.take(it.id)
    it.trials = try trials.take(it.id)
    it.prepared = try prepared.take(it.id)
    it.lessons = try lessons.take(it.id)
    it.sort()
    return it
  }
}

/// Rows of a table in the order of applications, taken one application after another. The row that is not
/// taken yet waits in the statement: nothing of it is read before its application is asked for.
private final class OrderedRows<Row> {
  private let statement: Statement
  private let zone = ReadBy.zone
  private let isOwned: Bool
  private let read: (ID, inout RowReader) throws -> Row
  private var waits = false
  private var isDone = false

  /// Rows of a statement: the application first, then, where they are `owned`, the id of the row.
  init(
    _ db: Database, _ sql: String, owned: Bool = false,
    _ read: @escaping (ID, inout RowReader) throws -> Row
  ) throws {
    statement = try db.makeStatement(sql: sql)
    (isOwned, self.read) = (owned, read)
  }

  /// Rows of a table whose columns belong to an application.
  convenience init(
    _ db: Database, _ table: String, _ columns: String, where condition: String = "1",
    _ read: @escaping (ID, inout RowReader) throws -> Row
  ) throws {
    try self.init(
      db,
      "SELECT application, id, \(columns) FROM \(table) WHERE \(condition) ORDER BY application, id",
      owned: true, read)
  }

  deinit { sqlite3_reset(statement.sqliteStatement) }

  /// Whether the statement stands on a row that is not taken yet.
  private func isOnRow() throws -> Bool {
    if waits || isDone { return waits }
    switch sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: waits = true
    case SQLITE_DONE: isDone = true
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    return waits
  }

  /// The next row.
  func next() throws -> Row? {
    guard try isOnRow() else { return nil }
    waits = false
    var reader = RowReader(statement.sqliteStatement, zone)
    return try read(reader.id(), &reader)
  }

  /// The rows of an application; those of applications before it are passed over.
  func take(_ owner: ID) throws -> [Row] {
    var found: [Row] = []
    while try isOnRow() {
      var reader = RowReader(statement.sqliteStatement, zone)
      let order = try reader.order(of: owner)
      if order < 0 { break }
      waits = false
      if order == 0 { try found.append(read(isOwned ? reader.id() : owner, &reader)) }
    }
    return found
  }
}
