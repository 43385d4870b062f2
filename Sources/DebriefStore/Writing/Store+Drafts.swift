import DebriefModel
import Foundation
import GRDB

// What is half typed: kept, but no change of the user's, so it is not in the journal. A draft belongs to
// the screen it is typed on.

extension Store {
  /// Everything that was half typed, on any screen, by scope.
  public func drafts() throws -> [Draft] {
    try read { db in try db.drafts().map(\.draft) }
  }

  /// Takes over what was half typed on screens that are gone: from now on it is this screen's, and no
  /// other is offered it. What another screen is typing stays there. Where several were at the same form,
  /// one draft is taken and the others wait: see ``discardDraft(scope:)``.
  ///
  /// From this call on, undo tells the changes of this store from those made elsewhere.
  ///
  /// - Returns: All drafts of this screen, by scope.
  public func takeDrafts() throws -> [Draft] {
    let (all, last) = try read { db in
      (try db.drafts(), try db.lastEntry())
    }
    begun = last ?? 0
    if all.isEmpty { return [] }
    let seat = seat()
    let own = all.filter { $0.screen == seat.number }
    if isReadOnly { return all.filter { !seat.isTaken($0.screen) }.map(\.draft) }
    guard own.count < all.count, all.contains(where: { !seat.isTaken($0.screen) }) else {
      return own.map(\.draft)
    }
    return try write(nouns: false) { db in
      var mine = Set(own.map(\.draft.scope))
      for it in try db.drafts() where !seat.isTaken(it.screen) {
        if mine.insert(it.draft.scope).inserted { try db.hand(it, to: seat.number) }
      }
      return try db.drafts().filter { $0.screen == seat.number }.map(\.draft)
    } stands: { db, taken in
      try db.drafts().filter { $0.screen == seat.number }.map(\.draft) == taken
    }
  }

  /// Keeps what is half typed on this screen, in place of an earlier state of the same scope.
  public func save(_ draft: Draft) throws {
    let (fields, base) = try guarding {
      let encoder = JSONEncoder()
      return (
        String(decoding: try encoder.encode(draft.fields), as: UTF8.self),
        draft.base.isEmpty ? nil : String(decoding: try encoder.encode(draft.base), as: UTF8.self)
      )
    }
    if isReadOnly { throw StoreError.readOnly(path) }
    let screen = seat().number
    try write(nouns: false) { db in
      try db.run(
        """
        INSERT INTO draft (scope, screen, fields, base) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET fields = ?3, base = ?4
        """,
        .text(draft.scope), .number(screen), .text(fields), base.map { .text($0) } ?? .none)
    } stands: { db, _ in
      try db.first(
        "SELECT fields FROM draft WHERE scope = ? AND screen = ?", .text(draft.scope),
        .number(screen), read: { try $0.text() }) == fields
    }
  }

  /// Forgets what was half typed on this screen; nothing happens when there is nothing. What another
  /// screen is typing in the same form stays.
  ///
  /// - Returns: What a screen that is gone had typed in the same form, which is this screen's from now on;
  ///   nil when there is nothing more.
  @discardableResult
  public func discardDraft(scope: String) throws -> Draft? {
    if isReadOnly { throw StoreError.readOnly(path) }
    let seat = seat()
    return try write(nouns: false) { db in
      try db.run(
        "DELETE FROM draft WHERE scope = ? AND screen = ?", .text(scope), .number(seat.number))
      guard
        let next = try db.drafts(of: scope).first(where: { !seat.isTaken($0.screen) })
      else { return nil }
      try db.hand(next, to: seat.number)
      return next.draft
    } stands: { db, next in
      try db.drafts(of: scope).first { $0.screen == seat.number }?.draft == next
    }
  }
}

/// A draft and the screen it belongs to.
private struct KeptDraft {
  var draft: Draft
  var screen: Int
}

extension Database {
  fileprivate func drafts(of scope: String? = nil) throws -> [KeptDraft] {
    try naming("draft") {
      let filter = scope == nil ? "" : "WHERE scope = ? "
      var found: [KeptDraft] = []
      try each(
        "SELECT scope, screen, fields, base FROM draft \(filter)ORDER BY scope, screen",
        scope.map { [.text($0)] } ?? []
      ) {
        let (scope, screen) = (try $0.text(), try $0.number())
        let (fields, base) = (try $0.text(), $0.textIfAny())
        let decoder = JSONDecoder()
        var draft = Draft(
          scope: scope, fields: try decoder.decode([String: String].self, from: Data(fields.utf8)))
        if let base {
          // What was typed matters more than what it was made from: that may be of another version.
          do { draft.base = try decoder.decode([Entity].self, from: Data(base.utf8)) } catch {
            draft.base = []
          }
        }
        found.append(KeptDraft(draft: draft, screen: screen))
      }
      return found
    }
  }

  fileprivate func hand(_ it: KeptDraft, to screen: Int) throws {
    try run(
      "UPDATE draft SET screen = ? WHERE scope = ? AND screen = ?", .number(screen),
      .text(it.draft.scope), .number(it.screen))
  }
}
