import DebriefModel
import GRDB

extension Store {
  /// How many changes were ever journalled: the number of the last one, 0 before the first.
  public func sequence() throws -> Int {
    try read { db in
      try db.first("SELECT coalesce(max(seq), 0) FROM journal") { try $0.number() } ?? 0
    }
  }

  /// Takes the last change back, exactly, also one of an earlier session or of another process.
  ///
  /// A private note stays where it is when its application goes, and is there again when that comes
  /// back. Because it is out of sight until then, this is refused with
  /// ``StoreError/hidesPrivateNote(_:)`` unless `hidingPrivateNotes` says that it may be.
  ///
  /// - Parameter ofOthers: Whether that may be a change which another process made since
  ///   ``takeDrafts()``; else it is refused with ``StoreError/madeElsewhere(_:)``.
  /// - Returns: What was carried out, or nil when there is nothing to take back. Of an import only the
  ///   title: it may be of any size.
  /// - Throws: These two, and ``StoreError/refused(_:)`` where something it touches was changed since.
  public func undo(
    at moment: Moment, hidingPrivateNotes: Bool = false, ofOthers: Bool = true
  ) throws -> Change? {
    var seq: Int?
    return try write { db in
      guard let entry = try db.lastDone() else { return nil }
      seq = entry.seq
      return try takeBack(entry, db, at: moment, hidingPrivateNotes, ofOthers: ofOthers)
    } stands: { db, inverse in
      try inverse == nil || db.isUndone(seq) == true
    }
  }

  /// Takes back a change and all that came after it, the last one first: all of them or, where one of
  /// them cannot be, none. What is refused of a single one is refused here.
  ///
  /// - Parameters:
  ///   - seq: The number of the change, as ``history(before:limit:)`` gives it. Nothing happens when it is
  ///     undone already.
  ///   - seen: The numbers of those that the user saw and agreed to, as ``standing(from:)`` gives them; nil
  ///     for whatever there is. Where another process has changed something since, nothing is undone.
  /// - Returns: What they are called, in the order in which they were taken back.
  /// - Throws: What ``undo(at:hidingPrivateNotes:ofOthers:)`` throws of one of them, and
  ///   ``StoreError/refused(_:)`` where they aren't those that were seen.
  public func undo(
    downTo seq: Int, at moment: Moment, hidingPrivateNotes: Bool = false, ofOthers: Bool = true,
    expecting seen: [Int]? = nil
  ) throws -> [String] {
    try write { db in
      if let seen, try db.standing(from: seq) != seen {
        throw StoreError.refused(
          "Something changed in the meantime, so nothing was undone. Look at the list again.")
      }
      var titles: [String] = []
      while let entry = try db.lastDone(), entry.seq >= seq {
        _ = try takeBack(entry, db, at: moment, hidingPrivateNotes, ofOthers: ofOthers)
        titles.append(entry.title)
      }
      return titles
    } stands: { db, titles in
      guard !titles.isEmpty else { return true }
      return try db.lastDone().map { $0.seq < seq } ?? true
    }
  }

  private func takeBack(
    _ entry: Entry, _ db: Database, at moment: Moment, _ hidingPrivateNotes: Bool, ofOthers: Bool
  ) throws -> Change {
    if !ofOthers, isOfOthers(entry.seq) { throw StoreError.madeElsewhere(entry.title) }
    let parts = try db.parts(of: entry.seq)
    if !parts.isEmpty {
      if entry.title == Store.syncTitle {
        try db.followUndo(ofParts: parts, in: entry.seq, isRedo: false)
      }
      try db.undoParts(parts, of: entry.seq, entry.title, hidingPrivateNotes: hidingPrivateNotes)
      try db.markUndone(entry.seq, at: moment)
      return Change(entry.title, [])
    }
    let inverse = try db.change(entry, backwards: true).inverse
    if !hidingPrivateNotes, let company = try db.companyOfNote(hiddenBy: inverse) {
      throw StoreError.hidesPrivateNote(company)
    }
    try db.performExactly(inverse)
    if entry.title == Store.syncTitle { try db.followUndo(of: inverse, isRedo: false) }
    var returned: Set<ID> = []
    for case .insert(.application(let it)) in inverse.operations { returned.insert(it.id) }
    try db.touch(inverse.recordedActivity.filter { returned.contains($0.key) })
    try db.markUndone(entry.seq, at: moment)
    return inverse
  }

  /// Whether a change was made by another process since ``takeDrafts()``; of changes before that, nobody
  /// knows.
  func isOfOthers(_ seq: Int) -> Bool {
    begun.map { seq > $0 && !written.contains(seq) } ?? false
  }

  /// Does again what was undone last.
  ///
  /// - Returns: What was carried out, or nil when there is nothing to do again.
  /// - Throws: ``StoreError/refused(_:)`` where something was changed since.
  public func redo(at moment: Moment) throws -> Change? {
    var seq: Int?
    let done = try write { db -> Change? in
      guard let entry = try db.firstUndone() else { return nil }
      seq = entry.seq
      let parts = try db.parts(of: entry.seq)
      if !parts.isEmpty {
        try db.redoParts(parts, of: entry.seq, entry.title, at: moment)
        if entry.title == Store.syncTitle {
          try db.followUndo(ofParts: parts, in: entry.seq, isRedo: true)
        }
        try db.run("UPDATE journal SET undone = NULL WHERE seq = ?", .number(entry.seq))
        return Change(entry.title, [])
      }
      let change = try db.change(entry, backwards: false)
      try db.performExactly(change)
      if entry.title == Store.syncTitle { try db.followUndo(of: change, isRedo: true) }
      try db.touch(change.activity(at: moment.seconds))
      try db.run("UPDATE journal SET undone = NULL WHERE seq = ?", .number(entry.seq))
      return change
    } stands: { db, change in
      try change == nil || db.isUndone(seq) == false
    }
    if let seq { written.insert(seq) }
    return done
  }

  /// How many private notes wait for applications that were undone.
  public func hiddenPrivateNotes() throws -> Int {
    try read { db in
      try db.first(
        "SELECT count(*) FROM private_note WHERE application NOT IN (SELECT id FROM application)"
      ) { try $0.number() } ?? 0
    }
  }

  /// Whether anything with words in it has an id: one look into an index, before the first frame.
  public func holds(_ id: ID) throws -> Bool {
    try read { db in
      try db.first("SELECT 1 FROM passage WHERE entity = ?", .id(id)) { _ in true } == true
    }
  }

  /// Whether an id that a change gives to something new is taken by something else of its kind.
  public func holdsAny(of change: Change) throws -> Bool {
    try read { db in
      try change.operations.contains { operation in
        guard case .insert(let it) = operation, let there = try db.load(it.kind, it.id) else {
          return false
        }
        return there != it
      }
    }
  }
}

private struct Entry {
  var seq: Int
  var title: String
  var change: String
}

extension Database {
  /// The last change that stands: everything undone comes after it.
  fileprivate func lastDone() throws -> Entry? {
    try entry(
      """
      SELECT seq, title, change FROM journal
      WHERE seq < ifnull((SELECT min(seq) FROM journal WHERE undone IS NOT NULL), ~(1 << 63))
      ORDER BY seq DESC LIMIT 1
      """)
  }

  /// The numbers of the changes that stand, from one on, the latest first.
  func standing(from seq: Int) throws -> [Int] {
    try all(
      "SELECT seq FROM journal WHERE seq >= ? AND undone IS NULL ORDER BY seq DESC", .number(seq)
    ) { try $0.number() }
  }

  /// The number of the last entry of the journal; nil where there is none.
  func lastEntry() throws -> Int? {
    try first("SELECT max(seq) FROM journal") { try $0.numberIfAny() }.flatMap { $0 }
  }

  /// What an entry of the journal is called; nil where there is none.
  func title(of seq: Int) throws -> String? {
    try first("SELECT title FROM journal WHERE seq = ?", .number(seq)) { try $0.text() }
  }

  /// Whether an entry of the journal is undone; nil where there is none.
  fileprivate func isUndone(_ seq: Int?) throws -> Bool? {
    guard let seq else { return nil }
    return try first("SELECT undone IS NOT NULL FROM journal WHERE seq = ?", .number(seq)) {
      try $0.number() != 0
    }
  }

  fileprivate func firstUndone() throws -> Entry? {
    try entry(
      "SELECT seq, title, change FROM journal WHERE undone IS NOT NULL ORDER BY seq LIMIT 1")
  }

  /// What an entry did, with all its texts: those that are kept as a change are completed by what is on file.
  fileprivate func change(_ entry: Entry, backwards: Bool) throws -> Change {
    var around = LongEdit.Around(self)
    let (title, pieces) = try LongEdit.pieces(of: entry.change, backwards: backwards, &around)
    if let other = pieces.first(where: { !$0.isWhole })?.operation.entity {
      throw changedSince(other.kind, other.id, entry.title)
    }
    return Change(title, pieces.map(\.operation))
  }

  private func entry(_ sql: String) throws -> Entry? {
    try first(sql) {
      Entry(seq: try $0.number(), title: try $0.text(), change: try $0.text())
    }
  }

  /// The company of an application that a change takes away and that has a private note.
  fileprivate func companyOfNote(hiddenBy change: Change) throws -> String? {
    for case .delete(.application(let it)) in change.operations {
      if try hasPrivateNote(it.id) { return it.company }
    }
    return nil
  }

  /// Whether an application has a private note.
  func hasPrivateNote(_ application: ID) throws -> Bool {
    try first("SELECT 1 FROM private_note WHERE application = ?", .id(application)) { _ in true }
      == true
  }

  fileprivate func markUndone(_ seq: Int, at moment: Moment) throws {
    try run(
      "UPDATE journal SET undone = ? WHERE seq = ?", .text(moment.description), .number(seq))
  }

  /// Why a change is not taken back or done again.
  func changedSince(_ kind: Entity.Kind, _ id: ID, _ title: String) -> StoreError {
    .refused(
      "The \(kind.label) \(id.short) has changed since, so \"\(title)\" was left as it is. Edit "
        + "it by hand.")
  }

  /// Carries out a change only if everything is as it expects it.
  func performExactly(_ change: Change) throws {
    for operation in change.operations {
      let entity = operation.entity
      let expected: Entity? =
        switch operation {
        case .insert: nil
        case .update(let from, _): from
        case .delete(let it): it
        }
      guard try load(entity.kind, entity.id) == expected else {
        throw changedSince(entity.kind, entity.id, change.title)
      }
      try perform(operation, keepingNotes: true)
    }
    for id in change.ledgers { try copyLedger(of: id) }
  }
}
