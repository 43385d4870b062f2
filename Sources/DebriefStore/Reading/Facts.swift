import DebriefModel
import GRDB

extension Database {
  /// The facts of some applications, in the order given; ids that are gone are left out. A handful
  /// of statements, however many applications there are. A row of the list shows less than the
  /// agenda is worked out from: without `agenda` the rest is not read.
  func facts(_ keys: [Shelf.Key], _ patience: Patience, agenda: Bool = true) throws -> [Facts] {
    guard !keys.isEmpty else { return [] }
    let ids = keys.map(\.id)
    var desk = FactsDesk(keys)
    try every(Application.self, "id", ids) { it in
      desk.facts[desk.place(it.id)] = Facts(it)
    }
    try every(Event.self, "application", ids) { it in
      desk.add(it.application) { $0.events.append(it) }
    }
    try every(Interview.self, "application", ids) { it in
      desk.add(it.application) { $0.interviews.append(it) }
    }
    try every(Debrief.self, "application", ids) { it in
      desk.add(it.application) {
        if let latest = $0.debrief, (it.started, it.id) < (latest.started, latest.id) { return }
        $0.debrief = it
      }
    }
    answered(&desk)
    if agenda {
      try every(Feedback.self, "application", ids) { it in
        desk.add(it.application) { $0.feedback.append(it) }
      }
      try every(Mark.self, "application", ids) { it in
        desk.add(it.application) { $0.marks.append(it) }
      }
      for id in ids {
        let sql = "SELECT count(*), max(recorded) FROM turn WHERE application = ?"
        let (count, last) =
          try first(sql, .text(id.text)) { (try $0.number(), try $0.momentIfAny()) } ?? (0, nil)
        desk.add(id) {
          $0.turnCount = count
          $0.lastTurn = last
        }
      }
    }
    for (id, sharing) in try sharing(of: ids) { desk.add(id) { $0.sharing = sharing } }
    var known: [Person] = []
    try every(Person.self, "id", desk.people) { known.append($0) }
    known.sort { ($0.name, $0.id) < ($1.name, $1.id) }

    return keys.indices.compactMap { index in
      guard var facts = desk.facts[index] else { return nil }
      facts.activity = keys[index].activity
      facts.patience = patience
      facts.sort(known)
      return facts
    }
  }

  /// When the questions of the debriefs that are gone through were answered: their pace says how long the rest
  /// takes. A list is worth more than its minutes: where an answer can't be read, there are none.
  private func answered(_ desk: inout FactsDesk) {
    var open: [ID] = []
    for case let facts? in desk.facts {
      guard let debrief = facts.debrief, debrief.total > 0,
        debrief.standing(facts.events) == .open
      else { continue }
      open.append(debrief.application)
    }
    var unreadable: [ID] = []
    do {
      try inLots(Database.answers, open.sorted()) {
        let application = ID(try $0.text())
        guard desk.facts[desk.place(application)]?.debrief?.id == ID(try $0.text()) else { return }
        do {
          if let it = try $0.momentIfAny() { desk.add(application) { $0.answered.append(it) } }
        } catch {
          unreadable.append(application)
        }
      }
    } catch { unreadable = open }
    for application in open { desk.add(application) { $0.answered.sort() } }
    for application in unreadable { desk.add(application) { $0.answered = [] } }
  }

  /// All answers of some applications, by their key.
  static let answers =
    "SELECT application, debrief, answered FROM response WHERE application IN " + lot

  /// Shows every row of a kind whose column is one of some ids.
  func every<T: Noun>(
    _ type: T.Type, _ column: String, _ ids: [ID], _ show: (T) -> Void
  ) throws {
    let sql =
      "SELECT " + T.list + " FROM " + T.kind.rawValue + " WHERE " + column + " IN " + Database.lot
    try naming(T.kind) { try inLots(sql, ids) { show(try T(&$0)) } }
  }

  /// Shows every row that a statement yields for some ids, which stand where ``lot`` is. They are bound in
  /// lots of that size, so that a statement is prepared once.
  private func inLots(
    _ sql: String, _ ids: [ID], _ row: (inout RowReader) throws -> Void
  ) throws {
    let size = 32
    for start in stride(from: 0, to: ids.count, by: size) {
      var bindings = ids[start..<min(start + size, ids.count)].map { Binding.text($0.text) }
      while bindings.count < size { bindings.append(.none) }
      try each(sql, bindings, row)
    }
  }

  /// The places of as many ids as are bound at once.
  static let lot = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
}

/// Facts while they are gathered. Rows come in lots of the ids asked for, so the place of the last
/// one is nearly always the place of the next.
private struct FactsDesk {
  let ids: [ID]
  /// One for every id asked for, nil for those that are gone.
  var facts: [Facts?]
  private var sorted: [(id: ID, place: Int)]
  private var last = 0

  init(_ keys: [Shelf.Key]) {
    ids = keys.map(\.id)
    facts = Array(repeating: nil, count: keys.count)
    sorted = ids.enumerated().map { ($1, $0) }.sorted { $0.id < $1.id }
  }

  /// Where an id was asked for.
  mutating func place(_ id: ID) -> Int {
    if sorted[last].id == id { return sorted[last].place }
    var (low, high) = (0, sorted.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].id < id { low = middle + 1 } else { high = middle }
    }
    last = low
    return sorted[low].place
  }

  mutating func add(_ id: ID, _ change: (inout Facts) -> Void) {
    let index = place(id)
    if facts[index] != nil { change(&facts[index]!) }
  }

  /// Everyone in their rounds, each once.
  var people: [ID] {
    var all = facts.flatMap { $0?.interviews.flatMap(\.people) ?? [] }.sorted()
    var kept = 0
    for index in all.indices where kept == 0 || all[index] != all[kept - 1] {
      all[kept] = all[index]
      kept += 1
    }
    all.removeLast(all.count - kept)
    return all
  }
}

extension Facts {
  /// Puts the lists in their order and takes the people of its rounds from those known, who are in
  /// the order of names.
  fileprivate mutating func sort(_ known: [Person]) {
    if events.count > 1 { events.sort(by: Event.inOrder) }
    if interviews.count > 1 { interviews.sort { ($0.round, $0.id) < ($1.round, $1.id) } }
    if feedback.count > 1 {
      feedback.sort { ($1.sortDay, $1.recorded, $1.id) < ($0.sortDay, $0.recorded, $0.id) }
    }
    for person in known where interviews.contains(where: { $0.people.contains(person.id) }) {
      people.append(person)
    }
  }
}
