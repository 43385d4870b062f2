import DebriefModel
import Foundation
import GRDB

// What is half typed and where the user was: kept, but no change of the user's, so neither is in
// the journal.

extension Store {
  /// The private note of an application: it is kept beside everything else, and no export, search,
  /// journal or count ever reads it (A81).
  public func privateNote(_ application: ID) throws -> PrivateNote? {
    try read { db in
      try db.first(
        "SELECT text, recorded FROM private_note WHERE application = ?", .id(application)
      ) {
        PrivateNote(application: application, text: try $0.text(), recorded: try $0.moment())
      }
    }
  }

  /// Writes a private note, or deletes it when its text is empty.
  public func save(_ note: PrivateNote) throws {
    try write { db in
      if note.text.isEmpty {
        try db.run("DELETE FROM private_note WHERE application = ?", .id(note.application))
      } else {
        // Not for an application that another process has deleted: its note went with it.
        try db.run(
          """
          INSERT OR REPLACE INTO private_note (application, text, recorded)
          SELECT id, ?2, ?3 FROM application WHERE id = ?1
          """,
          .id(note.application), .text(note.text), .text(note.recorded.description))
      }
    }
  }

  /// Everything that was half typed, by scope.
  public func drafts() throws -> [Draft] {
    try read { db in
      try db.naming("draft") {
        try db.all("SELECT scope, fields FROM draft ORDER BY scope") {
          let (scope, fields) = (try $0.text(), try $0.text())
          return Draft(
            scope: scope,
            fields: try JSONDecoder().decode([String: String].self, from: Data(fields.utf8)))
        }
      }
    }
  }

  /// Keeps what is half typed, in place of an earlier state of the same scope.
  public func save(_ draft: Draft) throws {
    let fields = try guarding {
      String(decoding: try JSONEncoder().encode(draft.fields), as: UTF8.self)
    }
    try write(nouns: false) { db in
      try db.run(
        "INSERT INTO draft VALUES (?1, ?2) ON CONFLICT DO UPDATE SET fields = ?2",
        .text(draft.scope), .text(fields))
    }
  }

  /// Forgets what was half typed; nothing happens when there is nothing.
  public func discardDraft(scope: String) throws {
    try write(nouns: false) { try $0.run("DELETE FROM draft WHERE scope = ?", .text(scope)) }
  }

  /// Where the user was, such as the row that was selected.
  public func place(_ key: String) throws -> String? {
    try read { try $0.first("SELECT value FROM place WHERE key = ?", .text(key)) { try $0.text() } }
  }

  /// Remembers where the user is.
  public func setPlace(_ key: String, _ value: String) throws {
    try write(nouns: false) { db in
      try db.run(
        "INSERT INTO place VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", .text(key),
        .text(value))
    }
  }
}
