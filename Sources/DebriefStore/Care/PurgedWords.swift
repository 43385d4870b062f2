import DebriefModel
import GRDB

/// What a purge takes away, as a backup is asked for it.
struct PurgedWords {
  /// An entry of the journal, as it is found again in a copy: its number may be another's by now.
  struct Entry: Hashable {
    var at: String
    var title: String
  }

  /// Things that were deleted.
  var keys: Set<ThingKey> = []
  /// What was undone and is forgotten.
  var undone: Set<Entry> = []
  /// Up to when the history goes; nil where it stays.
  var history: Moment?
  /// Things that were reworded in the history that goes, as they are now.
  var reworded: [ThingKey: Entity] = [:]

  /// Whether there is nothing that a backup could hold.
  var isEmpty: Bool { keys.isEmpty && undone.isEmpty && history == nil }
}

extension Database {
  /// What backups are to be asked for. It is read before it is forgotten.
  func purgedWords(
    _ keys: Set<ThingKey>, upTo moment: Moment, history: Bool
  ) throws -> PurgedWords {
    var words = PurgedWords(keys: keys, history: history ? moment : nil)
    for seq in try forgettableUndone(upTo: moment) {
      let entry = try first("SELECT at, title FROM journal WHERE seq = ?", .number(seq)) {
        PurgedWords.Entry(at: try $0.text(), title: try $0.text())
      }
      if let entry { words.undone.insert(entry) }
    }
    guard history else { return words }
    for seq in try oldEntries(upTo: moment) {
      let outline = try first("SELECT change FROM journal WHERE seq = ?", .number(seq)) {
        try $0.text()
      }
      var operations = try outline.map { try Change(outline: $0).operations } ?? []
      for number in try parts(of: seq) {
        if case .changed(let more) = try content(of: number, in: seq) { operations += more }
      }
      for case .update(_, let to) in operations {
        let key = ThingKey(to)
        if words.reworded[key] == nil { words.reworded[key] = try load(key.kind, key.id) }
      }
    }
    return words
  }

  /// Whether this copy of a store holds some of it, in a table or in its history.
  fileprivate func holds(_ words: PurgedWords) throws -> Bool {
    try holdsHistory(words) || holdsThings(words.keys) || holdsWordings(words.reworded)
  }

  private func holdsHistory(_ words: PurgedWords) throws -> Bool {
    if words.history == nil, words.undone.isEmpty { return false }
    return try all("SELECT at, at, title FROM journal") {
      (moment: try $0.moment(), at: try $0.text(), title: try $0.text())
    }.contains { entry in
      // The undo steps of that time go, whether they are still in the store or only in this copy.
      words.history.map { entry.moment <= $0 } == true
        || words.undone.contains(PurgedWords.Entry(at: entry.at, title: entry.title))
    }
  }

  private func holdsThings(_ keys: Set<ThingKey>) throws -> Bool {
    for key in keys {
      if try hasTable(key.kind),
        try first(
          "SELECT 1 FROM \(key.kind.rawValue) WHERE id = ?", .id(key.id), read: { _ in true })
          == true
      {
        return true
      }
      if try first(
        "SELECT 1 FROM journal WHERE instr(change, ?) > 0 LIMIT 1", .text("\"\(key.id.text)\""),
        read: { _ in true }) == true
      {
        return true
      }
    }
    return false
  }

  /// A copy that was made after an earlier purge has no history, and may have an earlier wording all the same.
  private func holdsWordings(_ reworded: [ThingKey: Entity]) throws -> Bool {
    for (key, now) in reworded where try hasTable(key.kind) {
      if let then = try load(key.kind, key.id), then != now { return true }
    }
    return false
  }

  private func hasTable(_ kind: Entity.Kind) throws -> Bool {
    try first("SELECT 1 FROM sqlite_master WHERE name = ?", .text(kind.rawValue)) { _ in true }
      == true
  }
}

extension Backups {
  /// Backups that hold some of what a purge takes away, the latest first.
  func holding(_ words: PurgedWords) -> [Backup] {
    if words.isEmpty { return [] }
    return list().filter { backup in
      var configuration = Configuration()
      configuration.readonly = true
      do {
        let queue = try Connection.open(backup.path, configuration)
        defer { try? queue.close() }
        return try queue.inDatabase { try $0.holds(words) }
      } catch {
        // What cannot be read may hold anything.
        return true
      }
    }
  }
}
