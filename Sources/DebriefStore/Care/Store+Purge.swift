import DebriefModel
import GRDB
import Glibc

/// What a purge takes away for good, or has taken.
public struct Purge: Equatable, Sendable {
  /// How many things of each noun that were deleted.
  public internal(set) var things: [Entity.Kind: Int] = [:]
  /// How many changes that were undone, and could be done again.
  public internal(set) var undone = 0
  /// How many changes whose earlier wordings go, where these were to go, too.
  public internal(set) var changes = 0
  /// Backups that still hold some of it, the latest first: what was deleted, what was undone, and, where the
  /// history goes, too, the undo steps of that time and the earlier wordings. They may hold some of it also
  /// where the store itself has none left.
  public internal(set) var backups: [Backups.Backup] = []

  /// Whether there is nothing to take away from the store.
  public var isEmpty: Bool { things.isEmpty && undone == 0 && changes == 0 }
}

extension Store {
  /// For so many days undo brings back what was deleted.
  public static let undoDays = 30

  /// What a purge would take away: what was deleted, and not brought back, up to a moment.
  ///
  /// - Parameter history: Whether earlier wordings of what is still there are to go, too.
  public func purgeable(upTo moment: Moment, history: Bool = false) throws -> Purge {
    let (purge, words) = try read { db in
      let keys = try db.deletedKeys(upTo: moment)
      return (
        try db.purge(keys, upTo: moment, history: history),
        try db.purgedWords(keys, upTo: moment, history: history)
      )
    }
    var found = purge
    found.backups = backups?.holding(words) ?? []
    return found
  }

  /// Takes it away: the history that holds the words, drafts of it, the words in the search index, and what is
  /// left of them in pages that are free. After that no part of the file has them; backups may.
  @discardableResult
  public func purge(upTo moment: Moment, history: Bool = false) throws -> Purge {
    let (purge, words) = try write { db in
      let keys = try db.deletedKeys(upTo: moment)
      let purge = try db.purge(keys, upTo: moment, history: history)
      let words = try db.purgedWords(keys, upTo: moment, history: history)
      if !purge.isEmpty { try db.forget(keys, upTo: moment, history: history) }
      return (purge, words)
    } stands: { _, _ in
      false  // To purge once more changes nothing: it can be done again.
    }
    if !purge.isEmpty {
      try guarding { try queue.inDatabase { try $0.script("VACUUM") } }
    }
    var done = purge
    done.backups = backups?.holding(words) ?? []
    return done
  }

  /// Once on each day of use: takes away what was deleted more than ``undoDays`` ago. Nothing happens while
  /// another program has the file; then it waits for another day.
  ///
  /// - Returns: Whether anything was.
  @discardableResult
  public func purgeOfTheDay(at moment: Moment) -> Bool {
    guard let backups, !isReadOnly, !backups.wasPurged(on: moment.day) else { return false }
    let last = moment.adding(seconds: -Store.undoDays * 86_400)
    forgetNow()
    do {
      let isDue = try !purgeable(upTo: last).isEmpty
      if isDue { try purge(upTo: last) }
      backups.notePurge(on: moment.day)
      return isDue
    } catch {
      // What could not be done today is tried tomorrow.
      return false
    }
  }
}

/// Names a thing.
struct ThingKey: Hashable {
  var kind: Entity.Kind
  var id: ID

  init(kind: Entity.Kind, id: ID) { (self.kind, self.id) = (kind, id) }
  init(_ entity: Entity) { self.init(kind: entity.kind, id: entity.id) }
}

extension Database {
  /// Things that were deleted up to a moment and are not there again.
  fileprivate func deletedKeys(upTo moment: Moment) throws -> Set<ThingKey> {
    var gone: [ThingKey: Moment] = [:]
    func follow(_ operations: [Change.Operation], _ at: Moment) {
      for operation in operations {
        let key = ThingKey(operation.entity)
        if case .delete = operation { gone[key] = at } else { gone[key] = nil }
      }
    }
    // Without a deletion that is old enough nothing need be read.
    let dates = try all(
      "SELECT at FROM journal WHERE undone IS NULL AND instr(change, '\"delete\":') > 0"
    ) { try $0.moment() }
    guard dates.contains(where: { $0 <= moment }) else { return [] }
    let entries = try all(
      "SELECT seq, at, change FROM journal WHERE undone IS NULL ORDER BY seq"
    ) { (seq: try $0.number(), at: try $0.moment(), change: try $0.text()) }
    for it in entries {
      for number in try parts(of: it.seq) {
        if case .changed(let operations) = try content(of: number, in: it.seq) {
          follow(operations, it.at)
        }
      }
      follow(try Change(outline: it.change).operations, it.at)
    }
    return Set(
      try gone.filter { $0.value <= moment }.keys.filter { try load($0.kind, $0.id) == nil })
  }

  /// What would go.
  fileprivate func purge(
    _ keys: Set<ThingKey>, upTo moment: Moment, history: Bool
  ) throws -> Purge {
    var purge = Purge()
    for it in keys { purge.things[it.kind, default: 0] += 1 }
    purge.undone = try forgettableUndone(upTo: moment).count
    if history { purge.changes = try oldEntries(upTo: moment).count }
    return purge
  }

  /// What was undone so long ago, and everything that came after it: only the end of what can be done again
  /// may be forgotten.
  func forgettableUndone(upTo moment: Moment) throws -> [Int] {
    let undone = try all(
      "SELECT seq, undone FROM journal WHERE undone IS NOT NULL ORDER BY seq DESC"
    ) { (try $0.number(), try $0.moment()) }
    return undone.prefix { $0.1 <= moment }.map(\.0)
  }

  /// The beginning of what can be taken back, as far as it is so old.
  func oldEntries(upTo moment: Moment) throws -> [Int] {
    let all = try all("SELECT seq, at FROM journal WHERE undone IS NULL ORDER BY seq") {
      (try $0.number(), try $0.moment())
    }
    return all.prefix { $0.1 <= moment }.map(\.0)
  }

  fileprivate func forget(
    _ keys: Set<ThingKey>, upTo moment: Moment, history: Bool
  ) throws {
    for seq in try forgettableUndone(upTo: moment) {
      try run("DELETE FROM journal WHERE seq = ?", .number(seq))
    }
    if history {
      for seq in try oldEntries(upTo: moment) {
        try run("DELETE FROM journal WHERE seq = ?", .number(seq))
      }
    }
    if !keys.isEmpty { try strip(keys) }
    try forgetAgreed(keys, history: history)
    // A private note waits for an application whose adding was undone; that can no longer come back.
    if try first("SELECT 1 FROM journal WHERE undone IS NOT NULL", read: { _ in true }) == nil {
      try run("DELETE FROM private_note WHERE application NOT IN (SELECT id FROM application)")
    }
    try forgetDrafts(of: keys)
    try rebuildWords()
  }

  /// Takes all that was ever done to some things out of the history. What is left of an entry can be undone as
  /// before; one of which nothing is left goes.
  private func strip(_ keys: Set<ThingKey>) throws {
    let entries = try all("SELECT seq, title, change FROM journal ORDER BY seq") {
      (seq: try $0.number(), title: try $0.text(), change: try $0.text())
    }
    for it in entries {
      let isInParts = try strip(keys, fromPartsOf: it.seq)
      // A title may name what is gone.
      let cut = try LongEdit.entry(it.change, title: "a change") {
        keys.contains(ThingKey($0.entity))
      }
      guard cut != nil || isInParts.changed else { continue }
      let left = try cut?.left ?? Change(outline: it.change).operations.count
      if left == 0, isInParts.left == 0 {
        try run("DELETE FROM journal WHERE seq = ?", .number(it.seq))
      } else if let cut {
        try run(
          "UPDATE journal SET title = ?, change = ? WHERE seq = ?", .text("a change"),
          .text(cut.json), .number(it.seq))
      }
    }
  }

  /// Drafts that began from something that is gone.
  private func forgetDrafts(of keys: Set<ThingKey>) throws {
    for (scope, screen, base) in try all(
      "SELECT scope, screen, ifnull(base, '') FROM draft",
      read: { (try $0.text(), try $0.number(), try $0.text()) })
    where keys.contains(where: { scope.contains($0.id.text) || base.contains($0.id.text) }) {
      try run(
        "DELETE FROM draft WHERE scope = ? AND screen = ?", .text(scope), .number(screen))
    }
  }
}

extension Backups {
  private var note: String { folder + "/purged" }

  /// Whether the purge of a day was done.
  func wasPurged(on day: Day) -> Bool {
    guard let bytes = try? Location.bytes(note) else { return false }
    return String(decoding: bytes, as: UTF8.self) == day.description
  }

  func notePurge(on day: Day) {
    guard (try? Location.makeFolder(folder)) != nil else { return }
    unlink(note)
    try? Location.write(Array(day.description.utf8), to: note)
  }
}
