import DebriefModel
import GRDB

extension Database {
  /// The facts of some applications, in the order given; ids that are gone are left out. A handful
  /// of statements, however many applications there are.
  func facts(_ keys: [Shelf.Key]) throws -> [Facts] {
    guard !keys.isEmpty else { return [] }
    let ids = keys.map(\.id)
    var found: [ID: Facts] = [:]
    try every(Application.self, .application, "id", ids) { found[$0.id] = Facts($0) }
    try every(Event.self, .event, "application", ids) { found[$0.application]?.events.append($0) }
    var people: Set<ID> = []
    try every(Interview.self, .interview, "application", ids) {
      found[$0.application]?.interviews.append($0)
      people.formUnion($0.people)
    }
    try every(Feedback.self, .feedback, "application", ids) {
      found[$0.application]?.feedback.append($0)
    }
    try every(Debrief.self, .debrief, "application", ids) {
      guard let latest = found[$0.application]?.debrief else {
        found[$0.application]?.debrief = $0
        return
      }
      if (latest.started, latest.id) < ($0.started, $0.id) { found[$0.application]?.debrief = $0 }
    }
    for id in ids {
      found[id]?.turnCount =
        try first("SELECT count(*) FROM turn WHERE application = ?", .text(id.text)) {
          try $0.number()
        } ?? 0
    }
    try every(Mark.self, .mark, "application", ids) { found[$0.application]?.marks.append($0) }
    var known: [ID: Person] = [:]
    try every(Person.self, .person, "id", Array(people)) { known[$0.id] = $0 }

    return keys.compactMap { key in
      guard var facts = found[key.id] else { return nil }
      facts.activity = key.activity
      facts.sort(known)
      return facts
    }
  }

  /// Shows every row of a kind whose column is one of some ids. The ids are bound in lots of a
  /// fixed size, so that a statement is prepared once.
  func every<T: Stored>(
    _ type: T.Type, _ kind: Entity.Kind, _ column: String, _ ids: [ID], _ show: (T) -> Void
  ) throws {
    let lot = 32
    let sql =
      "SELECT " + T.list + " FROM " + kind.rawValue + " WHERE " + column
      + " IN (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    try naming(kind) {
      for start in stride(from: 0, to: ids.count, by: lot) {
        var bindings = ids[start..<min(start + lot, ids.count)].map { Binding.text($0.text) }
        while bindings.count < lot { bindings.append(.none) }
        try each(sql, bindings) { show(try T(&$0)) }
      }
    }
  }
}

extension Facts {
  /// Puts the lists in their order and takes the people of its rounds from those known.
  fileprivate mutating func sort(_ known: [ID: Person]) {
    if events.count > 1 {
      events.sort { ($0.on, $0.recorded, $0.id) < ($1.on, $1.recorded, $1.id) }
    }
    if interviews.count > 1 { interviews.sort { ($0.round, $0.id) < ($1.round, $1.id) } }
    if feedback.count > 1 {
      feedback.sort { ($1.sortDay, $1.recorded, $1.id) < ($0.sortDay, $0.recorded, $0.id) }
    }
    var named: Set<ID> = []
    for id in interviews.flatMap(\.people) where named.insert(id).inserted {
      if let person = known[id] { people.append(person) }
    }
    if people.count > 1 { people.sort { ($0.name, $0.id) < ($1.name, $1.id) } }
  }
}
