import DebriefModel
import GRDB

extension Store {
  /// People on file with their history, by name; of those whose entry holds all words when there are
  /// any. At most `limit`; rounds are looked for among the four thousand latest.
  public func contacts(_ text: String = "", limit: Int = 60) throws -> [Contact] {
    let words = Words(text)
    return try read { db in
      let people: [Person]
      if words.isEmpty {
        people = try db.all(
          Person.self, .person, where: "1 ORDER BY name COLLATE NOCASE LIMIT ?", [.number(limit)])
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
        try db.every(Person.self, .person, "id", ids) { found.append($0) }
        people = found
      }
      var history = try db.history(Set(people.map(\.id)))
      return people.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }.map {
        var contact = Contact($0)
        contact.history = history.removeValue(forKey: $0.id) ?? []
        return contact
      }
    }
  }
}

extension Database {
  /// What there was with some people, newest first.
  fileprivate func history(_ people: Set<ID>) throws -> [ID: [Contact.Meeting]] {
    var found: [ID: [Contact.Meeting]] = [:]
    guard !people.isEmpty else { return found }
    func meeting(_ person: ID, _ day: Day?, _ at: ID, _ company: String, _ what: String) {
      guard people.contains(person) else { return }
      found[person, default: []].append(
        Contact.Meeting(day: day, application: at, company: company, what: what))
    }
    try each(
      """
      SELECT i.application, a.company, i.round, i.kind, i.start, i.people FROM (
        SELECT application, round, kind, start, people FROM interview
        WHERE start IS NOT NULL ORDER BY start DESC LIMIT 4000) i
      JOIN application a ON a.id = i.application WHERE i.people <> '[]'
      """
    ) { row in
      let (id, company, round) = (try row.id(), try row.text(), try row.number())
      let kind: Interview.Kind = try row.choice()
      let day = try row.momentIfAny()?.day
      for person in try row.ids() {
        meeting(person, day, id, company, "round \(round), \(kind.label)")
      }
    }
    for person in people.sorted() {
      try each(
        """
        SELECT e.application, a.company, e.kind, e."on" FROM event e INDEXED BY event_person
        JOIN application a ON a.id = e.application
        WHERE e.person = ? AND e.kind NOT IN ('feedbackAsked', 'feedbackReceived') LIMIT 50
        """, [.id(person)]
      ) { row in
        let (id, company) = (try row.id(), try row.text())
        let kind: Event.Kind = try row.choice()
        meeting(person, try row.day(), id, company, kind.label)
      }
      try each(
        """
        SELECT f.application, a.company, f.asked, f.received FROM feedback f
          INDEXED BY feedback_person
        JOIN application a ON a.id = f.application WHERE f.person = ? LIMIT 50
        """, [.id(person)]
      ) { row in
        let (id, company) = (try row.id(), try row.text())
        let (asked, received) = (try row.dayIfAny(), try row.dayIfAny())
        if let asked { meeting(person, asked, id, company, "asked for feedback") }
        if let received { meeting(person, received, id, company, "gave feedback") }
      }
      try each(
        """
        SELECT l.application, a.company, l.sent, l.subject FROM letter l INDEXED BY letter_to
        JOIN application a ON a.id = l.application WHERE l."to" = ? LIMIT 50
        """, [.id(person)]
      ) { row in
        let (id, company) = (try row.id(), try row.text())
        let sent = try row.dayIfAny()
        let subject = try row.text()
        meeting(person, sent, id, company, subject.isEmpty ? "letter" : "letter: \(subject)")
      }
    }
    for person in found.keys {
      found[person]?.sort {
        ($1.day?.number ?? 0, $0.company, $0.what) < ($0.day?.number ?? 0, $1.company, $1.what)
      }
    }
    return found
  }
}
