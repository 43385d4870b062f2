import DebriefModel
import Foundation
import GRDB

extension Store {
  /// Carries out a change in one durable transaction and notes it in the journal.
  ///
  /// Where another process has changed the same thing since it was read, the fields that this
  /// change touches are laid over what is there now; when both touched the same words, both are
  /// kept. A thing that was deleted meanwhile comes back. What was undone before can no longer be
  /// redone.
  ///
  /// - Returns: The change as it was carried out; without operations when nothing was left to do.
  @discardableResult
  public func apply(_ change: Change, at moment: Moment) throws -> Change {
    if let fault = change.fault { throw StoreError.refused(fault) }
    return try write { db in
      var done = Change(change.title, [])
      for operation in change.operations {
        guard let fitting = try db.settle(operation) else { continue }
        try db.perform(fitting)
        done.operations.append(fitting)
      }
      if let fault = done.fault { throw StoreError.refused(fault) }
      try db.note(done, at: moment)
      try db.touch(done.activity(at: moment.seconds))
      return done
    }
  }
}

extension Change {
  /// The applications it touches, all at one moment.
  func activity(at seconds: Int) -> [ID: Int] {
    var activity: [ID: Int] = [:]
    for case let id? in operations.map(\.entity.application) { activity[id] = seconds }
    return activity
  }

  /// The applications it touches, each at the latest moment written in what it touches.
  var recordedActivity: [ID: Int] {
    var activity: [ID: Int] = [:]
    for operation in operations {
      let entity = operation.entity
      guard let id = entity.application, let seconds = entity.moment?.seconds else { continue }
      activity[id] = max(activity[id] ?? seconds, seconds)
    }
    return activity
  }
}

// MARK: The journal

/// How many changes can be taken back.
let journalLength = 1_000

extension Database {
  /// Notes a change at the end of the journal; what was undone is forgotten. Runs inside the
  /// transaction of the change.
  func note(_ change: Change, at moment: Moment) throws {
    guard !change.operations.isEmpty else { return }
    guard moment.isStorable else {
      throw StoreError.refused("A date must lie between the years 1 and 9999.")
    }
    try run("DELETE FROM journal WHERE undone IS NOT NULL")
    try run(
      "INSERT INTO journal (at, title, change) VALUES (?, ?, ?)",
      .text(moment.description), .text(change.title), .text(try change.json))
    let length =
      try first("SELECT count FROM tally WHERE name = 'journal'") { try $0.number() } ?? 0
    if length > journalLength {
      try run(
        "DELETE FROM journal WHERE seq IN (SELECT seq FROM journal ORDER BY seq LIMIT ?)",
        .number(length - journalLength))
    }
  }
}

extension Change {
  /// As the journal keeps it.
  var json: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  /// As the journal kept it.
  init(json: String) throws {
    self = try JSONDecoder().decode(Change.self, from: Data(json.utf8))
  }
}
