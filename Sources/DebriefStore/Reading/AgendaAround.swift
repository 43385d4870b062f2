import DebriefModel
import GRDB

/// A job that was taken lately.
struct TakenJob {
  /// Where it was applied for.
  let application: ID
  /// What others are told of it.
  let facts: Facts.Taken
}

extension Database {
  /// The latest job that was taken since a day, where it still stands and others may have to be told; nil
  /// where there is none, or everyone knows.
  func taken(since day: Day) throws -> TakenJob? {
    let ends = [Event.Kind.refused, .withdrew, .declined, .reopened]
      .map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let sql = """
      SELECT e.application, a.company, e."on" FROM event e INDEXED BY event_on
      JOIN application a ON a.id = e.application
      WHERE e.kind = 'accepted' AND e."on" >= ? AND e.undated IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM event d WHERE d.application = e.application
            AND d.kind IN (\(ends))
            AND (d."on" > e."on" OR (d."on" = e."on" AND d.recorded > e.recorded)))
        AND NOT EXISTS (
          SELECT 1 FROM \(Response.kind.rawValue) r WHERE r.application = e.application
            AND r.item = 'open.told' AND r.value IN ('all', 'nobody'))
      ORDER BY e."on" DESC LIMIT 1
      """
    return try first(sql, .text(day.description)) {
      TakenJob(
        application: try $0.id(),
        facts: Facts.Taken(company: try $0.text(), on: try $0.day()))
    }
  }

  /// The answers that put something into the agenda, or end it.
  func addAnswers(_ facts: inout Facts) throws {
    let items = Facts.asked.map { "'\($0)'" }.joined(separator: ", ")
    facts.responses = try all(
      Response.self, where: "application = ? AND item IN (\(items)) ORDER BY answered, id",
      [.id(facts.application.id)])
  }

  /// The letters that rest, wait for an answer, or end a chore by having been sent; with everybody who is
  /// named in what the agenda says.
  func addLetters(_ facts: inout Facts) throws {
    let kinds = [LetterKind.thanks, .manager, .hr, .request, .withdrawal]
      .map { "'\($0.rawValue)'" }.joined(separator: ", ")
    facts.letters = try all(
      Letter.self,
      where: """
        application = ? AND (state = 'held' OR (state IN ('sent', 'answered') \
        AND (due IS NOT NULL OR kind IN (\(kinds))))) ORDER BY recorded, id
        """, [.id(facts.application.id)])
    let known = Set(facts.people.map(\.id))
    let named =
      facts.letters.compactMap(\.to) + facts.events.compactMap(\.person)
      + facts.feedback.compactMap(\.person)
    let others = Set(named).subtracting(known)
    guard !others.isEmpty else { return }
    var people: [Person] = []
    try every(Person.self, "id", others.sorted()) { people.append($0) }
    facts.people += people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}
