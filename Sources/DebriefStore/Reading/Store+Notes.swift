import DebriefModel
import GRDB

extension Store {
  /// How many notes wait to be sorted, and since when. Costs no more than to count them.
  public func waiting() throws -> Waiting {
    try read { db in
      var waiting = Waiting()
      waiting.count =
        try db.first("SELECT count(*) FROM note WHERE ifnull(kept, 0) = 0") { try $0.number() } ?? 0
      if waiting.count > 0 {
        try db.naming(.note) {
          waiting.since = try db.first(
            "SELECT " + Note.list
              + " FROM note WHERE ifnull(kept, 0) = 0 ORDER BY recorded, rowid LIMIT 1"
          ) { try Note(&$0).recorded }
        }
      }
      return waiting
    }
  }

  /// Whether a text may name its application before a colon. Byte by byte: Foundation's search takes a
  /// hundred times as long.
  private static func holdsColon(_ text: String) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte == 0x3a || (byte == 0x9a && before == (0xef, 0xbc)) { return true }
      before = (before.1, byte)
    }
    return false
  }

  /// The notes that wait to be sorted, of whichever application or none, oldest first and those of
  /// one second as they were written down, so many at most.
  public func waitingNotes(limit: Int = 500) throws -> [WaitingNote] {
    let notes = try read { db in
      var found: [WaitingNote] = []
      try db.naming(.note) {
        try db.each(
          "SELECT " + Note.list + """
             FROM note WHERE ifnull(kept, 0) = 0 ORDER BY recorded, rowid LIMIT ?
            """, [.number(limit)]
        ) { found.append(WaitingNote(try Note(&$0))) }
      }
      // Their talks in one question, however many notes there are.
      var rounds: [ID: [Interview]] = [:]
      let talks = try db.all(
        Interview.self,
        where: """
          application IN (SELECT application FROM note WHERE ifnull(kept, 0) = 0
            ORDER BY recorded, rowid LIMIT ?)
          """, [.number(limit)])
      for it in talks { rounds[it.application, default: []].append(it) }
      var events: [ID: [Event]] = [:]
      try db.every(Event.self, "application", rounds.keys.sorted()) {
        events[$0.application, default: []].append($0)
      }
      let names = try db.rowNames(of: Set(found.compactMap(\.note.application)).sorted())
      for at in found.indices {
        let note = found[at].note
        if Store.holdsColon(note.text) {
          found[at].mention = try db.mention(in: note.text, everyday: self.everyday)
        }
        guard let id = note.application else { continue }
        found[at].company = names[id] ?? ""
        let known = (rounds[id] ?? []).sorted { ($0.round, $0.id) < ($1.round, $1.id) }
        let facts = (events[id] ?? []).sorted(by: Event.inOrder)
        found[at].late = Freshness.lateness(note.recorded, of: known, facts)
      }
      return found
    }
    let order = notes.enumerated().sorted {
      ($0.element.note.recorded, $0.offset) < ($1.element.note.recorded, $1.offset)
    }
    return order.map(\.element)
  }
}
