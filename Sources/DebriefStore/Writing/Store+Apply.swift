import DebriefModel
import GRDB

extension Store {
  /// Carries out a change in one durable transaction and notes it in the journal.
  ///
  /// Where another process has changed the same thing since it was read, the fields that this
  /// change touches are laid over what is there now; when both touched the same words, both are
  /// kept. A thing that was deleted meanwhile comes back, an application with all that belonged to it.
  /// What was undone before can no longer be redone. Facts of one day keep the order in which they are
  /// written down.
  ///
  /// - Returns: The change as it was carried out; without operations when nothing was left to do.
  /// - Throws: ``StoreError/refused(_:)`` for a change that is not sound, see ``Change/fault``, or that
  ///   belongs to something the journal cannot bring back.
  @discardableResult
  public func apply(_ change: Change, at moment: Moment) throws -> Change {
    try applyMeeting(change, at: moment).done
  }

  /// Carries out a change as ``apply(_:at:)`` does, and tells what of it met with a change that another
  /// process had made since.
  ///
  /// - Throws: What ``apply(_:at:)`` throws.
  public func applyMeeting(
    _ change: Change, at moment: Moment
  ) throws -> (done: Change, met: [Meeting]) {
    if let fault = change.fault { throw StoreError.refused(fault) }
    if change.operations.contains(where: \.isOverlong) { throw StoreError.tooLong }
    let before = held
    if change.operations.contains(where: \.takesNoteAlong) { owesForgetting = true }
    var entry: JournalNote?
    var met: [Meeting] = []
    var isMore = false
    let done = try write { db in
      var done = Change(change.title, [])
      let (missed, cameBack) = try db.whatIsMissed(by: change)
      met += cameBack
      for operation in missed {
        guard let fitting = try db.settle(operation).0 else { continue }
        try db.perform(fitting)
        done.operations.append(fitting)
      }
      let brought = done.operations.count
      isMore = brought > 0
      for operation in change.operations {
        let (settled, meetings) = try db.settle(operation)
        met += meetings
        guard var fitting = settled else { continue }
        if case .insert(.event(let it)) = fitting {
          fitting = .insert(.event(try db.inTurn(it)))
        }
        try db.perform(fitting)
        done.operations.append(fitting)
      }
      // What came back was allowed once.
      let own = Change(change.title, Array(done.operations.dropFirst(brought)))
      if let fault = own.fault { throw StoreError.refused(fault) }
      entry = try db.note(done, at: moment)
      try db.touch(done.activity(at: moment.seconds))
      for id in done.ledgers { try db.copyLedger(of: id) }
      return done
    } stands: { db, _ in
      try entry.map(db.holds) ?? true
    }
    if let entry { written.insert(entry.seq) }
    held = isMore ? nil : before?.after(done)
    return (done, met)
  }
}

extension Change.Operation {
  /// Whether it brings a text that is longer than a text may be.
  fileprivate var isOverlong: Bool {
    switch self {
    case .insert(let it): it.overlongColumn() != nil
    case .update(let from, let to): to.overlongColumn(since: from) != nil
    case .delete: false
    }
  }

  /// Whether a private note goes with what it deletes.
  fileprivate var takesNoteAlong: Bool {
    if case .delete(.application) = self { true } else { false }
  }
}

extension Change {
  /// The applications it touches, all at one moment.
  func activity(at seconds: Int) -> [ID: Int] {
    var activity: [ID: Int] = [:]
    for case let id? in operations.map(\.entity.application) { activity[id] = seconds }
    return activity
  }

  /// The applications whose row in the list it may change.
  var ledgers: Set<ID> {
    var ids: Set<ID> = []
    for operation in operations {
      var touched = [operation.entity]
      if case .update(let from, _) = operation { touched.append(from) }
      for entity in touched {
        if entity.kind.isInLedger, let id = entity.application { ids.insert(id) }
      }
    }
    return ids
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

/// How many changes can be taken back, at least: older ones leave the journal sixteen at a time.
let journalLength = 1_000

/// What was noted of a change: enough to find out later whether it is on file.
struct JournalNote {
  var seq: Int
  var change: String
}

extension Database {
  /// Notes a change at the end of the journal; what was undone is forgotten. Runs inside the
  /// transaction of the change.
  ///
  /// - Returns: What was noted; nil for a change that does nothing.
  func note(_ change: Change, at moment: Moment) throws -> JournalNote? {
    guard !change.operations.isEmpty else { return nil }
    return try openEntry(change, at: moment)
  }

  /// Begins an entry at the end of the journal, also one whose operations follow in parts; returns what
  /// was noted.
  func openEntry(_ change: Change, at moment: Moment) throws -> JournalNote {
    guard moment.isStorable else {
      throw StoreError.refused("A date must be between the years 1 and 9999.")
    }
    try run("DELETE FROM journal WHERE undone IS NOT NULL")
    // Written once: the keys come in another order each time, and what is on file is compared with it.
    let json = try change.json
    try run(
      "INSERT INTO journal (at, title, change) VALUES (?, ?, ?)",
      .text(moment.description), .text(change.title), .text(json))
    let last = Int(lastInsertedRowID)
    if last % 16 == 0 {
      try run("DELETE FROM journal WHERE seq <= ?", .number(last - journalLength))
    }
    return JournalNote(seq: last, change: json)
  }

  /// Whether a change stands in the journal as it was noted.
  func holds(_ entry: JournalNote) throws -> Bool {
    try first("SELECT change FROM journal WHERE seq = ?", .number(entry.seq)) { try $0.text() }
      == entry.change
  }
}
