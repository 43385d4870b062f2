import DebriefModel
import GRDB

extension Store {
  /// The applications that may have something due on a day, in list order, at most forty: a round
  /// held in the last four days or coming within eight, a few that are booked later, feedback asked for that should be here
  /// within a week, a promise of the last weeks or the next seven days that nothing has overtaken,
  /// an offer to answer, a change whose day comes within a week, what was moved to a day that has come,
  /// a debrief that a reply of the last sixty days opened again, and a few each of those that have
  /// been silent for so long that it may be called so, or were turned down 30, 60 or 90 days ago.
  ///
  /// Besides: what waits while another job was taken in the last sixty days, a no of the last three weeks,
  /// and a talk that was followed by nothing for a week.
  ///
  /// - Parameter ahead: How many days from now are looked at; seven on the screen, more for a calendar.
  public func agenda(today: Day, ahead: Int = Agenda.week) throws -> [Facts] {
    try read { db in
      var chosen: Set<ID> = []
      var keys: [Shelf.Key] = []
      func take(_ sql: String, _ bindings: Binding...) throws {
        try db.each(sql, bindings) { row in
          let id = try row.id()
          guard keys.count < 40, chosen.insert(id).inserted else { return }
          keys.append(Shelf.Key(activity: -(try row.number()), id: id))
        }
      }
      func text(_ days: Int) -> Binding { .text(today.adding(days: days).description) }
      try take(Due.interviews, text(-4), text(ahead + 2))
      try take(Due.promises, text(-patience.promises), text(ahead))
      try take(Due.feedback, text(ahead))
      try take(Due.preparations, text(ahead))
      try take(Due.changes, text(ahead))
      try take(Due.held, text(-14), text(3))
      try take(Due.letters, text(-60), text(ahead))
      try take(Due.offers, text(-30), text(max(14, ahead)))
      try take(Due.openOffers, text(-14), text(0))
      try take(Due.moved, text(-30), text(ahead > Agenda.week ? ahead : 0))
      try take(Due.replied, text(-60), text(0))
      let (first, last) = (patience.proposed.lowerBound, patience.proposed.upperBound)
      for kind in ["applied", "acknowledged", "invited", "held", "thanked"] {
        try take(Due.silence, .text(kind), text(-last), text(-first), text(-first), text(1 - first))
      }
      try take(Due.silentTalks, text(-last), text(1 - first), text(-first), text(1 - first))
      let asked = ahead > Agenda.week ? 0 : Agenda.checkIn
      try take(Due.silentTalks, text(-patience.silence), text(1 - asked), text(1), text(1))
      try take(Due.refused, text(-AfterNo.askDays - 5), text(0))
      for kind in ["withdrew", "declined"] {
        try take(Due.ended, .text(kind), text(-60), text(0))
      }
      let taken = try db.taken(since: today.adding(days: -60))
      if let taken {
        let known = taken.facts.on.adding(days: 1).description
        try take(Due.open, .text(taken.application.text), .text(known))
      }
      for days in [30, 60] { try take(Due.refused, text(-days - 7), text(-days)) }
      try take(Due.refused, text(-104), text(-90))
      // What is booked further ahead is shown, too, as far as there is room.
      try take(Due.booked, text(ahead + 2), text(120))
      keys.sort { (-$0.activity, $0.id) < (-$1.activity, $1.id) }
      var facts = try db.facts(keys, patience)
      for i in facts.indices {
        facts[i].preparations = try db.all(
          Preparation.self,
          where: "application = ? AND due IS NOT NULL AND state = 'open' ORDER BY due, id",
          [.id(facts[i].application.id)])
        facts[i].improvements = try db.all(
          Improvement.self,
          where: "application = ? AND \"by\" IS NOT NULL AND state = 'open' ORDER BY \"by\", id",
          [.id(facts[i].application.id)])
        for mark in facts[i].marks where mark.entry.hasPrefix("next/") && mark.action == .moved {
          if case .note(let it)? = try db.load(.note, ID(String(mark.entry.dropFirst(5)))) {
            facts[i].notes.append(it)
          }
        }
        try db.addLetters(&facts[i])
        try db.addThoseToThank(&facts[i])
        try db.addAnswers(&facts[i])
        facts[i].taken = taken.flatMap {
          $0.application == facts[i].application.id ? nil : $0.facts
        }
        if facts[i].interviews.contains(where: { $0.start.map { $0.day >= today } ?? false }) {
          facts[i].readiness = try db.readiness(facts[i].application.id)
        }
      }
      return facts
    }
  }
}

extension Database {
  /// After a no, whoever is on file at the company is somebody to thank, in a round or not: the list of
  /// those days looks at the same people.
  fileprivate func addThoseToThank(_ facts: inout Facts) throws {
    guard facts.events.contains(where: { $0.kind == .refused }) else { return }
    let known = Set(facts.people.map(\.id))
    let there = try all(
      Person.self, where: "company = ? COLLATE NOCASE ORDER BY name, id LIMIT 60",
      [.text(facts.application.company)])
    facts.people += there.filter { !known.contains($0.id) }
  }

  /// How much is ready for an interview.
  fileprivate func readiness(_ application: ID) throws -> Readiness? {
    let sql = """
      SELECT count(*), coalesce(sum(state = 'done'), 0) FROM preparation
      WHERE application = ? AND kind IN ('instruction', 'document', 'answer')
      """
    return try first(sql, .id(application)) {
      let total = try $0.number()
      return Readiness(done: try $0.number(), of: total)
    } ?? nil
  }
}

/// What may be due. A date is the beginning of a moment's text, so that texts can be compared. Each
/// looks at a short stretch of an index and no further than it must.
private enum Due {
  static let interviews = """
    SELECT i.application, s.age FROM interview i JOIN shelf s ON s.application = i.application
    WHERE i.start >= ? AND i.start < ? ORDER BY i.start LIMIT 80
    """
  static let booked = """
    SELECT i.application, s.age FROM interview i JOIN shelf s ON s.application = i.application
    WHERE i.start >= ? AND i.start < ? ORDER BY i.start LIMIT 8
    """
  static let promises = """
    SELECT e.application, s.age FROM event e JOIN shelf s ON s.application = e.application
    WHERE e.kind = 'promised' AND e.due BETWEEN ? AND ? AND NOT EXISTS (
      SELECT 1 FROM event d WHERE d.application = e.application
        AND d.kind IN ('refused', 'silent', 'withdrew', 'offered', 'accepted', 'declined')
        AND (d."on" > e."on" OR (d."on" = e."on" AND d.recorded > e.recorded)))
    ORDER BY e.due DESC LIMIT 80
    """
  static let preparations = """
    SELECT p.application, s.age FROM preparation p JOIN shelf s ON s.application = p.application
    WHERE p.due IS NOT NULL AND p.state = 'open' AND p.due <= ? ORDER BY p.due DESC LIMIT 200
    """
  static let changes = """
    SELECT p.application, s.age FROM improvement p JOIN shelf s ON s.application = p.application
    WHERE p."by" IS NOT NULL AND p.state = 'open' AND p."by" <= ? ORDER BY p."by" DESC LIMIT 40
    """
  static let held = """
    SELECT l.application, s.age FROM letter l JOIN shelf s ON s.application = l.application
    WHERE l.state = 'held' AND l.heldUntil >= ? AND l.heldUntil < ? ORDER BY l.heldUntil LIMIT 20
    """
  static let letters = """
    SELECT l.application, s.age FROM letter l JOIN shelf s ON s.application = l.application
    WHERE l.state = 'sent' AND l.due IS NOT NULL AND l.due BETWEEN ? AND ?
    ORDER BY l.due DESC LIMIT 20
    """
  static let offers = """
    SELECT e.application, s.age FROM event e JOIN shelf s ON s.application = e.application
    WHERE e.kind = 'offered' AND e.due BETWEEN ? AND ? ORDER BY e.due DESC LIMIT 20
    """
  /// An offer of which nobody said until when it stands.
  static let openOffers = """
    SELECT e.application, s.age FROM event e INDEXED BY event_on
    JOIN shelf s ON s.application = e.application
    WHERE e.kind = 'offered' AND e."on" BETWEEN ? AND ? AND e.due IS NULL AND e.undated IS NULL
    ORDER BY e."on" DESC LIMIT 8
    """
  static let moved = """
    SELECT m.application, s.age FROM mark m JOIN shelf s ON s.application = m.application
    WHERE m.until IS NOT NULL AND m.until BETWEEN ? AND ? ORDER BY m.until DESC LIMIT 20
    """
  /// A reply, where the debrief was closed once and is open now.
  static let replied = """
    SELECT e.application, s.age FROM (
      SELECT application FROM event INDEXED BY event_on
      WHERE kind = 'feedbackReceived' AND "on" BETWEEN ? AND ? ORDER BY "on" DESC LIMIT 80) e
    JOIN shelf s ON s.application = e.application
    WHERE EXISTS (
      SELECT 1 FROM event c WHERE c.application = e.application AND c.kind = 'debriefClosed')
    AND EXISTS (SELECT 1 FROM debrief d WHERE d.application = e.application AND d.closed IS NULL)
    LIMIT 20
    """
  /// No word since, no round since, and nothing decided.
  private static let quiet = """
    NOT EXISTS (
      SELECT 1 FROM event d WHERE d.application = e.application AND (d."on" > ?
        OR (d.kind IN ('refused', 'silent', 'withdrew', 'offered', 'accepted', 'declined')
          AND NOT EXISTS (
            SELECT 1 FROM event r WHERE r.application = d.application AND r.kind = 'reopened'
              AND (r."on" > d."on" OR (r."on" = d."on" AND r.recorded > d.recorded))))))
    AND NOT EXISTS (
      SELECT 1 FROM interview i WHERE i.application = e.application AND i.start >= ?)
    LIMIT 8
    """
  static let silence = """
    SELECT e.application, s.age FROM (
      SELECT application FROM event INDEXED BY event_on WHERE kind = ? AND "on" BETWEEN ? AND ?
      ORDER BY "on" DESC LIMIT 24) e
    JOIN shelf s ON s.application = e.application WHERE
    """ + " " + quiet
  static let silentTalks = """
    SELECT e.application, s.age FROM (
      SELECT application FROM interview WHERE start >= ? AND start < ?
      ORDER BY start DESC LIMIT 24) e
    JOIN shelf s ON s.application = e.application WHERE
    """ + " " + quiet
  static let ended = """
    SELECT e.application, s.age FROM event e INDEXED BY event_on
    JOIN shelf s ON s.application = e.application
    WHERE e.kind = ? AND e."on" BETWEEN ? AND ? AND e.undated IS NULL
    ORDER BY e."on" DESC LIMIT 8
    """
  /// What is open besides a job that was taken, and was so before.
  static let open = """
    SELECT s.application, s.age FROM (
      SELECT application, age FROM shelf ORDER BY age, application LIMIT 60) s
    JOIN application a ON a.id = s.application
    WHERE s.application <> ? AND a.created < ? AND NOT EXISTS (
      SELECT 1 FROM event d WHERE d.application = s.application
        AND d.kind IN ('refused', 'silent', 'withdrew', 'accepted', 'declined')
        AND NOT EXISTS (
          SELECT 1 FROM event r WHERE r.application = d.application AND r.kind = 'reopened'
            AND (r."on" > d."on" OR (r."on" = d."on" AND r.recorded > d.recorded))))
    LIMIT 12
    """
  static let refused = """
    SELECT e.application, s.age FROM event e INDEXED BY event_on
    JOIN shelf s ON s.application = e.application
    WHERE e.kind = 'refused' AND e."on" BETWEEN ? AND ? AND e.undated IS NULL
    ORDER BY e."on" DESC LIMIT 8
    """
  static let feedback = """
    SELECT f.application, s.age FROM feedback f JOIN shelf s ON s.application = f.application
    WHERE f.due IS NOT NULL AND f.asked IS NOT NULL AND f.received IS NULL AND f.closed = 0
      AND f.due <= ? ORDER BY f.due DESC LIMIT 80
    """
}
