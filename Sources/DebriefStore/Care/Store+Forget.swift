import DebriefModel
import GRDB
import Glibc

// A private note that is deleted is gone at once: from the file, where what is deleted is written over, and
// from the backups, which are told as soon as nobody waits. Until they are, the file remembers whose note it
// was, so that a program that is killed in between leaves nothing behind.

extension Database {
  private static var mark: String { "forget." }

  /// Deletes a private note, if there is one, and remembers that backups hold it.
  func deletePrivateNote(of application: ID) throws {
    guard try hasPrivateNote(application) else { return }
    try run("DELETE FROM private_note WHERE application = ?", .id(application))
    try run(
      "INSERT OR REPLACE INTO place (key, value) VALUES (?, '')",
      .text(Database.mark + application.text))
  }

  /// The applications whose notes backups may still hold.
  fileprivate func notesToForget() throws -> [ID] {
    try all("SELECT key FROM place WHERE key LIKE 'forget.%'") {
      ID(String(try $0.text().dropFirst(Database.mark.count)))
    }
  }

  fileprivate func hasForgotten(_ notes: [ID]) throws {
    for it in notes {
      try run("DELETE FROM place WHERE key = ?", .text(Database.mark + it.text))
    }
  }
}

extension Store {
  /// Private notes that were deleted and that backups may still hold, with the backups; nil where there are
  /// none.
  public func forgetting() throws -> Forgetting? {
    guard !isReadOnly, backups != nil else { return nil }
    let notes = try read { try $0.notesToForget() }
    return notes.isEmpty ? nil : Forgetting(notes: notes, backups: backups?.list() ?? [])
  }

  /// A round through the backups.
  public struct Forgetting: Sendable {
    let notes: [ID]
    var backups: [Backups.Backup]

    /// Goes to the next backup; false when there is none left.
    ///
    /// - Throws: ``StoreError`` of that backup.
    public mutating func next() throws -> Bool {
      guard let backup = backups.popLast() else { return false }
      try Backups.delete(notes, from: backup.path)
      return true
    }
  }

  /// Notes that the round is done.
  public func forgot(_ forgetting: Forgetting) throws {
    owesForgetting = false
    try write(nouns: false) { db in
      // One that was written again meanwhile is in the file, and what is in backups may stay.
      try db.hasForgotten(forgetting.notes)
    } stands: { _, _ in
      false
    }
  }

  /// Goes the whole round at once, before the file is closed. What cannot be done is done next time.
  func forgetNow() {
    guard backups != nil else { return }
    owesForgetting = false
    do {
      guard var round = try forgetting() else { return }
      while try round.next() {}
      try forgot(round)
    } catch {
      return
    }
  }
}

extension Backups {
  /// Takes private notes out of a backup; one without them is not written.
  fileprivate static func delete(_ notes: [ID], from path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try PlainLetters.register(db)
    }
    do {
      let queue = try Connection.open(path, configuration)
      defer { try? queue.close() }
      try queue.inDatabase { db in
        for note in notes where try db.hasPrivateNote(note) {
          try db.run("DELETE FROM private_note WHERE application = ?", .id(note))
        }
      }
    } catch { throw StoreError(error, path: path) }
  }
}
