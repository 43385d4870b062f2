import DebriefModel
import GRDB

extension Store {
  /// Everything of one application, in the order in which it is shown; nil when it is gone.
  public func dossier(_ id: ID) throws -> Dossier? {
    try read { db in
      guard case .application(let application)? = try db.load(.application, id) else { return nil }
      var dossier = Dossier(application)
      dossier.patience = patience
      func of<T: Stored>(_ type: T.Type, _ kind: Entity.Kind) throws -> [T] {
        try db.all(type, kind, where: "application = ?", [.id(id)])
      }
      dossier.interviews = try of(Interview.self, .interview)
      dossier.events = try of(Event.self, .event)
      dossier.turns = try of(Turn.self, .turn)
      dossier.findings = try of(Finding.self, .finding)
      dossier.feedback = try of(Feedback.self, .feedback)
      dossier.debriefs = try of(Debrief.self, .debrief)
      dossier.responses = try of(Response.self, .response)
      dossier.improvements = try of(Improvement.self, .improvement)
      dossier.letters = try of(Letter.self, .letter)
      dossier.forecasts = try of(Forecast.self, .forecast)
      dossier.notes = try of(Note.self, .note)
      dossier.preparations = try of(Preparation.self, .preparation)
      dossier.marks = try of(Mark.self, .mark)
      try db.every(Person.self, .person, "id", Array(dossier.named)) { dossier.people.append($0) }
      // Who is on file at the company may get a letter, also before any round or fact names them.
      let there = try db.all(
        Person.self, .person, where: "company = ? COLLATE NOCASE ORDER BY name, id LIMIT 60",
        [.text(application.company)])
      let known = Set(dossier.people.map(\.id))
      dossier.people += there.filter { !known.contains($0.id) }
      dossier.sort()
      return dossier
    }
  }

  /// The people on file, by name; of one company when it is named.
  public func people(company: String? = nil) throws -> [Person] {
    let people = try read { db in
      guard let company else { return try db.all(Person.self, .person) }
      return try db.all(
        Person.self, .person, where: "company = ? COLLATE NOCASE", [.text(company)])
    }
    return people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The notes that belong to no application yet, oldest first, so many at most.
  public func openNotes(limit: Int = 500) throws -> [Note] {
    let notes = try read {
      try $0.all(
        Note.self, .note, where: "application IS NULL ORDER BY recorded, id LIMIT ?",
        [.number(limit)])
    }
    return notes.sorted { ($0.recorded, $0.id) < ($1.recorded, $1.id) }
  }

  /// A lesson, and where it was learned.
  public struct Lesson: Hashable, Sendable {
    /// The debrief that holds it.
    public var debrief: Debrief
    /// The company of its application.
    public var company: String
    /// The role of its application.
    public var role: String
  }

  /// The lessons of the latest debriefs, newest first.
  public func lessons(limit: Int) throws -> [Lesson] {
    try read { db in
      let debriefs = try db.all(
        Debrief.self, .debrief, where: "lesson <> '' ORDER BY started DESC, id DESC LIMIT ?",
        [.number(max(0, limit))])
      return try debriefs.compactMap { debrief in
        guard case .application(let it)? = try db.load(.application, debrief.application) else {
          return nil
        }
        return Lesson(debrief: debrief, company: it.company, role: it.role)
      }
    }
  }
}

extension Dossier {
  /// Everyone its parts name.
  fileprivate var named: Set<ID> {
    var ids = Set(interviews.flatMap(\.people))
    ids.formUnion(events.compactMap(\.person))
    ids.formUnion(feedback.compactMap(\.person))
    ids.formUnion(letters.compactMap(\.to))
    ids.formUnion(turns.compactMap(\.person))
    return ids
  }
}
