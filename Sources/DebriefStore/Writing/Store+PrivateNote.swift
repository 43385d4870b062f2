import DebriefModel
import GRDB

extension Store {
  /// The private note of an application: it is kept beside everything else, and no export, search,
  /// journal or count ever reads it (A81).
  public func privateNote(_ application: ID) throws -> PrivateNote? {
    try read { try $0.privateNote(application) }
  }

  /// Writes a private note, or deletes it when its text is empty.
  ///
  /// Where another screen has changed it since, both texts are kept. Of an application that was deleted
  /// meanwhile there is no private note: the text is refused, not dropped.
  ///
  /// - Parameter base: The text ours was made from: what was on the screen at first, or what this
  ///   screen stored last; nil for what is stored now.
  /// - Returns: The text that is stored now.
  /// - Throws: ``StoreError/gone(_:)`` when the application was deleted.
  @discardableResult
  public func save(_ note: PrivateNote, over base: String? = nil) throws -> String {
    if note.text.utf8.count > TextLimit.bytes { throw StoreError.tooLong }
    if note.text.isEmpty { owesForgetting = true }
    return try write { db in
      // Before anything else: with the application its note went, too, and ours is all that is left.
      if !note.text.isEmpty, try db.load(.application, note.application) == nil {
        throw StoreError.gone(
          "This application was deleted in another window, along with its private note. Your text is still here."
        )
      }
      let theirs = try db.privateNote(note.application)?.text ?? ""
      let text = BothTexts.merged(base: base ?? theirs, ours: note.text, theirs: theirs)
      if text == theirs { return text }
      if text.isEmpty {
        try db.deletePrivateNote(of: note.application)
        return text
      }
      try db.run(
        "INSERT OR REPLACE INTO private_note (application, text, recorded) VALUES (?1, ?2, ?3)",
        .id(note.application), .text(text), .text(note.recorded.description))
      return text
    } stands: { db, text in
      try db.privateNote(note.application)?.text ?? "" == text
    }
  }
}

extension Database {
  fileprivate func privateNote(_ application: ID) throws -> PrivateNote? {
    try first("SELECT text, recorded FROM private_note WHERE application = ?", .id(application)) {
      PrivateNote(application: application, text: try $0.text(), recorded: try $0.moment())
    }
  }
}
