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
  /// - Returns: What was carried out, or nil when there is nothing to take back.
  public func undo(at moment: Moment) throws -> Change? {
    try write { db in
      guard let entry = try db.lastDone() else { return nil }
      let inverse = try Change(json: entry.change).inverse
      try db.performExactly(inverse)
      var returned: Set<ID> = []
      for case .insert(.application(let it)) in inverse.operations { returned.insert(it.id) }
      try db.touch(inverse.recordedActivity.filter { returned.contains($0.key) })
      try db.run(
        "UPDATE journal SET undone = ? WHERE seq = ?", .text(moment.description),
        .number(entry.seq))
      return inverse
    }
  }

  /// Does again what was undone last.
  ///
  /// - Returns: What was carried out, or nil when there is nothing to do again.
  public func redo(at moment: Moment) throws -> Change? {
    try write { db in
      guard let entry = try db.firstUndone() else { return nil }
      let change = try Change(json: entry.change)
      try db.performExactly(change)
      try db.touch(change.activity(at: moment.seconds))
      try db.run("UPDATE journal SET undone = NULL WHERE seq = ?", .number(entry.seq))
      return change
    }
  }

  /// What undo and redo would take back or do again, by title; nil where there is nothing.
  public func undoable() throws -> (undo: String?, redo: String?) {
    try read { db in (try db.lastDone()?.title, try db.firstUndone()?.title) }
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

  fileprivate func firstUndone() throws -> Entry? {
    try entry(
      "SELECT seq, title, change FROM journal WHERE undone IS NOT NULL ORDER BY seq LIMIT 1")
  }

  private func entry(_ sql: String) throws -> Entry? {
    try first(sql) {
      Entry(seq: try $0.number(), title: try $0.text(), change: try $0.text())
    }
  }

  /// Carries out a change only if everything is as it expects it.
  fileprivate func performExactly(_ change: Change) throws {
    for operation in change.operations {
      let entity = operation.entity
      let expected: Entity? =
        switch operation {
        case .insert: nil
        case .update(let from, _): from
        case .delete(let it): it
        }
      guard try load(entity.kind, entity.id) == expected else {
        throw StoreError.refused(
          "The \(entity.kind.rawValue) \(entity.id.short) was changed since, so \"\(change.title)\" "
            + "is left as it is: edit it by hand.")
      }
      try perform(operation)
    }
    for id in change.ledgers { try copyLedger(of: id) }
  }
}
