import DebriefModel
import GRDB

// An application that another process deleted while it was being written to here: the journal knows all
// that went with it, and all of it comes back.

extension Database {
  /// What brings back the applications that a change writes to and that are gone, with all that belonged
  /// to them; and what is to be said of it. Nothing where none is gone, or where the journal does not
  /// reach back so far.
  func whatIsMissed(by change: Change) throws -> ([Change.Operation], [Meeting]) {
    var known: Set<ID> = []
    var operations: [Change.Operation] = []
    var meetings: [Meeting] = []
    for operation in change.operations {
      if case .delete = operation { continue }
      guard let id = operation.entity.application, known.insert(id).inserted else { continue }
      if case .insert(.application) = operation { continue }
      let isThere =
        try first("SELECT 1 FROM application WHERE id = ?", .id(id)) { _ in true } == true
      if isThere { continue }
      let (found, what) = try whatWent(with: id)
      if found.isEmpty { continue }
      operations += found
      let meeting = Meeting(.application, field: what, .cameBack)
      if !meetings.contains(meeting) { meetings.append(meeting) }
    }
    return (operations, meetings)
  }

  private struct Entry {
    var seq: Int
    var change: String
  }

  private func whatWent(with id: ID) throws -> ([Change.Operation], String) {
    // What was undone comes after all that stands: where the adding was undone, everything that belonged to
    // the application was, too.
    var around = LongEdit.Around(self)
    let undone = try entries(naming: id, undone: true).flatMap { entry -> [Change.Operation] in
      let own = try LongEdit.pieces(of: entry.change, backwards: false, &around).pieces
      let added = try imported(entry.seq, id)
      for it in added { around.follow(it) }
      return own.filter(\.isWhole).map(\.operation) + added
    }.filter { $0.belongs(to: id) }
    let isAdded = undone.contains {
      if case .insert(.application(let it)) = $0 { it.id == id } else { false }
    }
    if isAdded { return (undone, "") }
    for entry in try entries(naming: id, undone: false) {
      let change = try Change(outline: entry.change)
      let isDeletion = change.operations.contains {
        if case .delete(.application(let it)) = $0 { it.id == id } else { false }
      }
      guard isDeletion else { continue }
      // A text that was changed since stays as it is now.
      var now = LongEdit.Around(self)
      let pieces = try LongEdit.pieces(of: entry.change, backwards: true, &now).pieces
      let whole = Change(change.title, pieces.filter(\.isWhole).map(\.operation))
      return (whole.inverse.operations.filter { $0.belongs(to: id) }, Meeting.unnoted)
    }
    return ([], "")
  }

  /// The entries of the journal in which an id stands: those that were undone as they would be done again,
  /// the others with the last one first.
  private func entries(naming id: ID, undone: Bool) throws -> [Entry] {
    func read(_ row: inout RowReader) throws -> Entry {
      Entry(seq: try row.number(), change: try row.text())
    }
    // An entry in parts names nothing itself.
    return undone
      ? try all("SELECT seq, change FROM journal WHERE undone IS NOT NULL ORDER BY seq", read: read)
      : try all(
        """
        SELECT seq, change FROM journal WHERE undone IS NULL AND instr(change, ?) > 0
        ORDER BY seq DESC
        """, .text(id.text), read: read)
  }

  /// What an import that was undone had added to an application.
  private func imported(_ seq: Int, _ id: ID) throws -> [Change.Operation] {
    try parts(of: seq).flatMap { try insertions(in: $0, of: seq) { $0.application == id } }
  }
}

extension Change.Operation {
  fileprivate func belongs(to application: ID) -> Bool {
    if case .update(let from, _) = self, from.application == application { return true }
    return entity.application == application
  }
}
