import DebriefModel
import GRDB

extension Store {
  /// The applications that may have something due on a day, in list order, at most forty: a round
  /// held in the last four days or coming within eight, feedback asked for that should be here
  /// within a week, a promise of the last sixty days or the next seven that nothing has overtaken.
  public func agenda(today: Day) throws -> [Facts] {
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
      try take(Due.interviews, text(-4), text(9))
      try take(Due.promises, text(-60), text(7))
      try take(Due.feedback, text(7))
      try take(Due.preparations, text(7))
      keys.sort { (-$0.activity, $0.id) < (-$1.activity, $1.id) }
      var facts = try db.facts(keys)
      for i in facts.indices {
        facts[i].preparations = try db.all(
          Preparation.self, .preparation,
          where: "application = ? AND due IS NOT NULL AND state = 'open' ORDER BY due, id",
          [.id(facts[i].application.id)])
      }
      return facts
    }
  }
}

/// What may be due. A date is the beginning of a moment's text, so that texts can be compared. Each
/// looks at a short stretch of an index and no further than it must.
private enum Due {
  static let interviews = """
    SELECT i.application, s.age FROM interview i JOIN shelf s ON s.application = i.application
    WHERE i.start >= ? AND i.start < ? ORDER BY i.start LIMIT 80
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
  static let feedback = """
    SELECT f.application, s.age FROM feedback f JOIN shelf s ON s.application = f.application
    WHERE f.due IS NOT NULL AND f.asked IS NOT NULL AND f.received IS NULL AND f.closed = 0
      AND f.due <= ? ORDER BY f.due DESC LIMIT 80
    """
}
