import DebriefModel
import GRDB

extension Store {
  /// What lies around the letters of an application: who writes, the résumé that was sent, the other
  /// letters to the company, and how often it was written to since a day; nil when it is gone. Read
  /// by the company's index, so that it costs the same however long the archive is.
  public func letterDesk(_ id: ID, since: Day, today: Day) throws -> LetterDesk? {
    try read { db in
      guard case .application(let own)? = try db.load(.application, id) else { return nil }
      var desk = LetterDesk(id)
      desk.profile = try db.profile()
      desk.resume = try db.resume(named: own.resume)
      desk.tookOther = try db.tookOther(than: id, today: today)
      desk.moodToday =
        try db.first(
          """
          SELECT value FROM response WHERE item IN ('mood.start', 'mood.end') AND answered >= ?
          AND skipped = '' ORDER BY answered DESC LIMIT 1
          """, .text(today.description)
        ) { Int(try $0.text()) } ?? nil
      let company = try db.all(
        """
        SELECT id FROM application WHERE company = ? COLLATE NOCASE ORDER BY created DESC LIMIT ?
        """, .text(own.company), .number(20)
      ) { try $0.id() }
      for other in Set(company).union([id]).sorted() {
        let letters = try db.all(
          Letter.self, where: "application = ? ORDER BY recorded DESC, id LIMIT 50",
          [.id(other)])
        desk.others += letters
        guard other != id else { continue }
        let events = try db.all(
          Event.self, where: "application = ? AND \"on\" >= ?",
          [.id(other), .text(since.description)])
        desk.elsewhere += ContactBudget.contacts(events: events, letters: letters)
      }
      return desk
    }
  }

  /// Whether another job than this one was taken lately, and still stands (A110).
  public func tookOther(than id: ID, today: Day) throws -> Bool {
    try read { try $0.tookOther(than: id, today: today) }
  }

  /// What came of the latest letters and requests, at most `limit` of each: two short stretches of an
  /// index, and for each row the last no and the last talk before it.
  public func followThrough(limit: Int = 500) throws -> FollowThrough {
    try read { db in
      let sent: [FollowThrough.Sent] = try db.all(
        Database.followThrough, .number(max(0, limit))
      ) { row in
        let kind = try row.text()
        let channel = row.textIfAny().flatMap(Channel.init(rawValue:))
        let day = try row.day()
        let answered = try row.number() != 0
        let useful = try row.number() != 0
        let from = try row.ledger().since(day)
        return FollowThrough.Sent(
          kind: kind, channel: channel, delay: from.map { $0.days(to: day) }, answered: answered,
          useful: useful)
      }
      return FollowThrough(sent)
    }
  }
}

extension Database {
  func tookOther(than id: ID, today: Day) throws -> Bool {
    try taken(since: today.adding(days: -60)).map { $0.application != id } ?? false
  }

  /// Requests count by the feedback log, where those are too that were made by telephone; all other
  /// letters by themselves.
  static let followThrough = """
    SELECT 'L4', f.channel, f.asked, f.received IS NOT NULL,
      f.candour IS NOT NULL AND f.candour IN ('general', 'specific', 'example'), s.ledger
    FROM (SELECT * FROM feedback WHERE asked IS NOT NULL ORDER BY asked DESC LIMIT ?1) f
    JOIN shelf s ON s.application = f.application
    UNION ALL
    SELECT l.kind, l.channel, l.sent, l.answered IS NOT NULL, coalesce(l.useful, 0), s.ledger
    FROM (SELECT * FROM letter WHERE sent IS NOT NULL ORDER BY sent DESC LIMIT ?1) l
    JOIN shelf s ON s.application = l.application
    WHERE l.kind <> 'L4'
    """
}
