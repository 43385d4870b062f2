import DebriefModel
import GRDB

extension Store {
  /// People on file with their history, by name; of those whose entry holds all words when there are
  /// any; `now` says which rounds were held. At most `limit`; rounds are looked for among the four thousand latest.
  public func contacts(
    _ text: String = "", now: Moment, limit: Int = 60
  ) throws -> [Contact] {
    let words = Words(text)
    return try read { db in
      let people: [Person]
      if words.isEmpty {
        people = try db.all(
          Person.self, where: "1 ORDER BY name COLLATE NOCASE LIMIT ?", [.number(limit)])
      } else {
        var ids: [ID] = []
        var conditions = ["p.kind = 'person'"]
        var bindings: [Binding] = []
        if let prefixes = words.prefixes {
          conditions.append("p.number IN (SELECT rowid FROM words WHERE words MATCH ?)")
          bindings.append(.text(prefixes))
        }
        for word in words.unspaced {
          conditions.append("instr(p.title || char(10) || p.body, ?)")
          bindings.append(.text(word))
        }
        try db.each(
          """
          SELECT p.entity FROM passage p WHERE \(conditions.joined(separator: " AND "))
          ORDER BY p.number DESC LIMIT ?
          """, bindings + [.number(limit)]
        ) { ids.append(try $0.id()) }
        var found: [Person] = []
        try db.every(Person.self, "id", ids) { found.append($0) }
        people = found
      }
      var history = try db.history(Set(people.map(\.id)), now: now)
      let sorted = people.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
      return Contact.united(
        sorted.map {
          var contact = Contact($0)
          contact.history = history.removeValue(forKey: $0.id) ?? []
          return contact
        })
    }
  }
}

extension Database {
  /// Shows the rounds of some people, the latest first, with what has become of each.
  private func meetings(
    _ people: Set<ID>, now: Moment, _ show: (Interview, RoundStanding) -> Void
  ) throws {
    var ids: [ID] = []
    try each(
      """
      SELECT id, people FROM (
        SELECT id, people FROM interview
        WHERE start IS NOT NULL ORDER BY start DESC LIMIT 4000) WHERE people <> '[]'
      """
    ) {
      let id = try $0.id()
      if try !people.isDisjoint(with: $0.ids()) { ids.append(id) }
    }
    var rounds: [Interview] = []
    try every(Interview.self, "id", ids) { rounds.append($0) }
    var events: [ID: [Event]] = [:]
    try every(Event.self, "application", Set(rounds.map(\.application)).sorted()) {
      events[$0.application, default: []].append($0)
    }
    for id in events.keys { events[id]?.sort(by: Event.inOrder) }
    for round in rounds {
      show(round, round.standing(events[round.application] ?? [], now: now))
    }
  }

  /// What there was with some people, newest first.
  fileprivate func history(_ people: Set<ID>, now: Moment) throws -> [ID: [Contact.Meeting]] {
    var found: [ID: [Contact.Meeting]] = [:]
    guard !people.isEmpty else { return found }
    func meeting(_ person: ID, _ day: Day?, _ at: ID, _ what: String) {
      guard people.contains(person) else { return }
      found[person, default: []].append(
        Contact.Meeting(day: day, application: at, company: "", what: what))
    }
    try meetings(people, now: now) { it, standing in
      for person in it.people {
        meeting(
          person, it.start?.day, it.application,
          "\(standing.word)round \(it.round), \(it.kind.label)")
      }
    }
    for person in people.sorted() {
      try each(
        """
        SELECT e.application, e.kind, CASE WHEN e.undated IS NULL THEN e."on" END
        FROM event e INDEXED BY event_person
        WHERE e.person = ? AND e.kind NOT IN ('feedbackAsked', 'feedbackReceived') LIMIT 50
        """, [.id(person)]
      ) { row in
        let id = try row.id()
        let kind: Event.Kind = try row.choice()
        meeting(person, try row.dayIfAny(), id, kind.label)
      }
      try each(
        """
        SELECT f.application, f.asked, f.received FROM feedback f
          INDEXED BY feedback_person WHERE f.person = ? LIMIT 50
        """, [.id(person)]
      ) { row in
        let id = try row.id()
        let (asked, received) = (try row.dayIfAny(), try row.dayIfAny())
        if let asked { meeting(person, asked, id, "asked for feedback") }
        if let received { meeting(person, received, id, Contact.gave) }
      }
      try each(
        """
        SELECT l.application, l.sent, l.subject FROM letter l INDEXED BY letter_to WHERE l."to" = ? LIMIT 50
        """, [.id(person)]
      ) { row in
        let id = try row.id()
        let sent = try row.dayIfAny()
        let subject = try row.text()
        meeting(person, sent, id, subject.isEmpty ? "letter" : "letter: \(subject)")
      }
    }
    let places = Set(found.values.joined().map(\.application)).sorted()
    let names = try rowNames(of: places)
    for person in found.keys {
      for i in (found[person] ?? []).indices {
        guard let id = found[person]?[i].application else { continue }
        found[person]?[i].company = names[id] ?? ""
      }
      found[person]?.sort {
        ($1.day?.number ?? 0, $0.company, $0.what) < ($0.day?.number ?? 0, $1.company, $1.what)
      }
    }
    return found
  }
}
