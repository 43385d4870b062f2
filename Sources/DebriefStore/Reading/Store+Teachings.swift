import DebriefModel
import GRDB

extension Store {
  /// What other applications taught that bears on this one, at most `limit` of each kind. Read
  /// through indexes from their newest end, so that it costs the same however long the archive is.
  public func teachings(for id: ID, limit: Int) throws -> Teachings {
    try read { db in
      var result = Teachings()
      guard limit > 0, case .application(let own)? = try db.load(.application, id) else {
        return result
      }
      var companies: [ID: String] = [:]
      func company(_ id: ID) throws -> String {
        if let known = companies[id] { return known }
        let name = try db.rowName(of: id)
        companies[id] = name
        return name
      }
      result.lessons = try db.all(
        Debrief.self,
        where: "lesson <> '' AND application <> ? ORDER BY started DESC LIMIT ?",
        [.id(id), .number(limit)]
      ).map { .init($0, company: try company($0.application)) }
      result.improvements = try db.all(
        Improvement.self, where: "state = 'open' ORDER BY recorded DESC LIMIT ?",
        [.number(limit)]
      ).map { .init($0, company: try company($0.application)) }
      result.weak = try db.all(
        Turn.self,
        where: "rating <= 2 AND asker = 'them' AND application <> ? ORDER BY recorded DESC LIMIT ?",
        [.id(id), .number(limit)]
      ).map { .init($0, company: try company($0.application)) }
      result.own = try db.all(
        Turn.self, where: "rating <= 2 AND asker = 'them' ORDER BY recorded DESC LIMIT ?",
        [.number(Teachings.mostOwn)]
      ).map { .init($0, company: try company($0.application)) }
      result.replies = try db.replies(own, limit: limit).map {
        .init($0, company: try company($0.application))
      }
      result.here = try db.earlier(at: own)
      result.lately = try db.asked(most: BankQuestion.sinksAfter)
      if case .profile(let it)? = try db.load(.profile, Profile.id) {
        result.available = it.available
      }
      return result
    }
  }
}

extension Store {
  /// What every debrief taught, the latest first; at most `limit` (A7).
  public func lessons(limit: Int = 200) throws -> [Teachings.Item<Debrief>] {
    try read { db in
      try db.all(
        Debrief.self, where: "lesson <> '' ORDER BY started DESC LIMIT ?", [.number(limit)]
      ).map { .init($0, company: try db.rowName(of: $0.application)) }
    }
  }
}

extension Store {
  /// Other applications to the company of one, a few at most (A85).
  public func earlier(at own: Application) throws -> [EarlierHere] {
    try read { db in try db.earlier(at: own) }
  }
}

extension Database {
  /// Other applications to the company of one, whatever case and accents, with what tells how they went.
  fileprivate func earlier(at own: Application) throws -> [EarlierHere] {
    guard !own.company.trimmed.isEmpty else { return [] }
    return try named(own.company, open: false).filter { $0 != own.id }.compactMap { id in
      guard case .application(let it)? = try load(.application, id) else { return nil }
      var dossier = Dossier(it)
      dossier.events = try all(Event.self, where: "application = ?", [.id(id)])
      dossier.feedback = try all(Feedback.self, where: "application = ?", [.id(id)])
      dossier.sort()
      return EarlierHere(dossier)
    }
  }

  /// So many of the latest interviews are looked through for those with questions written down.
  private static let interviews = 60

  /// What they asked in each of the latest interviews that have any of it written down, the latest first.
  fileprivate func asked(most: Int) throws -> [[String]] {
    let rounds = try all(
      "SELECT id, application FROM interview WHERE start IS NOT NULL ORDER BY start DESC, id LIMIT ?",
      .number(Database.interviews)
    ) { (try $0.id(), try $0.id()) }
    var found: [[String]] = []
    for (round, application) in rounds where found.count < most {
      let asked = try all(
        """
        SELECT question FROM turn WHERE application = ? AND interview = ? AND asker = 'them' \
        AND question <> '' ORDER BY position, id
        """, .id(application), .id(round)
      ) { try $0.text() }
      if !asked.isEmpty { found.append(asked) }
    }
    return found
  }

  /// How many other applications at the company, and people of the talks, are asked about.
  private static let reach = 8

  /// What the company and the people of its talks said about other applications, newest first.
  fileprivate func replies(_ own: Application, limit: Int) throws -> [Feedback] {
    var found: [ID: Feedback] = [:]
    let others = try all(
      """
      SELECT id FROM application WHERE company = ? COLLATE NOCASE ORDER BY created DESC LIMIT ?
      """, .text(own.company), .number(Database.reach + 1)
    ) { try $0.id() }
    for other in others where other != own.id {
      let said = try all(
        Feedback.self,
        where: "application = ? AND received IS NOT NULL ORDER BY received DESC LIMIT ?",
        [.id(other), .number(limit)])
      for it in said { found[it.id] = it }
    }
    var people: [ID] = []
    try every(Interview.self, "application", [own.id]) { people += $0.people }
    for person in Array(Set(people)).sorted().prefix(Database.reach) {
      let said = try all(
        Feedback.self,
        where: """
          person = ? AND person IS NOT NULL AND received IS NOT NULL AND application <> ? \
          ORDER BY received DESC LIMIT ?
          """, [.id(person), .id(own.id), .number(limit)])
      for it in said { found[it.id] = it }
    }
    let sorted = found.values.sorted {
      ($1.sortDay, $1.recorded, $1.id) < ($0.sortDay, $0.recorded, $0.id)
    }
    return Array(sorted.prefix(limit))
  }
}
