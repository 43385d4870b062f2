import DebriefModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import DebriefStore

/// What the journal keeps of a change of a long text, and that it is taken back and done again exactly.
@Suite(.timed) struct LongEditTests {
  let folder = Folder()

  /// A text of so many bytes at least, in characters of one to four bytes that begin alike.
  private func long(_ bytes: Int, _ random: inout Seeded) -> String {
    let letters = Array("abc deé è ü日 月本👩🏽‍💻😀\n\"\\")
    var text = ""
    while text.utf8.count < bytes { text.append(letters.randomElement(using: &random)!) }
    return text
  }

  private func edited(_ text: String, _ random: inout Seeded) -> String {
    var letters = Array(text)
    let from = Int.random(in: 0...letters.count, using: &random)
    let to = min(letters.count, from + Int.random(in: 0...30, using: &random))
    letters.replaceSubrange(
      from..<to, with: Array(long(Int.random(in: 0...40, using: &random), &random)))
    return String(letters)
  }

  private func note(_ text: String, _ application: String = "a") -> Note {
    Note(id: ID("n"), recorded: noon) {
      $0.application = ID(application)
      $0.text = text
    }
  }

  private func update(_ from: Note, _ to: Note) -> Change {
    Change("edit note", [.update(from: .note(from), to: .note(to))])
  }

  private func journal() throws -> [String] {
    let queue = try DatabaseQueue(path: folder())
    defer { try? queue.close() }
    return try queue.read {
      try String.fetchAll($0, sql: "SELECT change FROM journal ORDER BY seq")
    }
  }

  /// Random changes, all of them undone and done again; and each moment on the way as it stood.
  @Test(arguments: 0..<20) func aHistoryOfALongTextIsExact(_ seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    let store = try Store(path: folder())
    var now = note(long(5_000, &random))
    try store.apply(inserts(.application(application("a", "Acme")), .note(now)), at: noon)
    var states = [try store.archive()]
    for step in 1...30 {
      var next = now
      next.text = edited(now.text, &random)
      // Two changes of one thing in one entry, now and then; and one of something else.
      if step % 7 == 0 {
        var last = next
        last.text = edited(next.text, &random)
        try store.apply(
          Change(
            "edit twice",
            [
              .update(from: .note(now), to: .note(next)),
              .update(from: .note(next), to: .note(last)),
            ]),
          at: noon.adding(seconds: step * 60))
        next = last
      } else if step % 5 == 0 {
        next.text = now.text
        next.kept = now.kept == true ? false : true
        try store.apply(update(now, next), at: noon.adding(seconds: step * 60))
      } else {
        try store.apply(update(now, next), at: noon.adding(seconds: step * 60))
      }
      now = next
      states.append(try store.archive())
    }
    #expect(try journal().dropFirst().allSatisfy { $0.utf8.count < 2_500 })
    #expect(try store.check() == [])
    for step in 0...30 {
      let past = try store.dossier(ID("a"), asOf: noon.adding(seconds: step * 60 + 1))
      #expect(
        past.dossier?.notes.map(\.text) == states[step].note.map(\.text), "seed \(seed), \(step)")
    }
    for state in states.dropLast().reversed() {
      #expect(try store.undo(at: noon) != nil)
      #expect(try store.archive() == state)
    }
    for state in states.dropFirst() {
      #expect(try store.redo(at: noon) != nil)
      #expect(try store.archive() == state)
    }
  }

  /// A text is kept as a change from 4,096 bytes on, on both sides.
  @Test(arguments: [
    (4_095, 4_095, false), (4_096, 4_095, false), (4_095, 4_096, false), (4_096, 4_096, true),
  ])
  func shortTextsStayWhole(_ was: Int, _ now: Int, _ isPacked: Bool) throws {
    let store = try Store(path: folder())
    let (old, new) = (
      note(String(repeating: "a", count: was)), note(String(repeating: "b", count: now))
    )
    try store.apply(inserts(.application(application("a", "Acme")), .note(old)), at: noon)
    try store.apply(update(old, new), at: noon)
    #expect(try journal().last?.contains("{\"edit\":") == isPacked)
    #expect(try store.undo(at: noon) != nil && store.archive().note == [old])
    #expect(try store.redo(at: noon) != nil && store.archive().note == [new])
  }

  /// A text in which the sign of such a change stands is a text.
  @Test func aTextThatSpellsTheSignIsOne() throws {
    let store = try Store(path: folder())
    let (old, new) = (note("{\"edit\":"), note("{\"edit\":{\"from\":1}}"))
    try store.apply(inserts(.application(application("a", "Acme")), .note(old)), at: noon)
    try store.apply(update(old, new), at: noon)
    #expect(try store.undo(at: noon) != nil && store.archive().note == [old])
    #expect(try store.check() == [])
  }

  /// What somebody else has changed meanwhile is not put together with half of a text.
  @Test func aTextThatWasChangedSinceIsLeftAsItIs() throws {
    var random = Seeded(seed: 1)
    let store = try Store(path: folder())
    let old = note(long(5_000, &random))
    let new = note("x" + old.text)
    try store.apply(inserts(.application(application("a", "Acme")), .note(old)), at: noon)
    try store.apply(update(old, new), at: noon)
    let queue = try DatabaseQueue(path: folder())
    let other = "y" + String(new.text.dropFirst())
    try queue.write { try $0.execute(sql: "UPDATE note SET text = ?", arguments: [other]) }
    try queue.close()
    #expect(throws: StoreError.self) { try store.undo(at: noon) }
    #expect(try store.archive().note.map(\.text) == [other])
    // As it was then, too, it is not made up.
    let past = try store.dossier(ID("a"), asOf: noon.adding(seconds: -1))
    #expect(past.dossier == nil)
  }

  /// A history written before is taken back as it was written.
  @Test func aWholeTextOfBeforeIsTakenBack() throws {
    var random = Seeded(seed: 2)
    let store = try Store(path: folder())
    let (old, new) = (note(long(5_000, &random)), note(long(5_000, &random)))
    try store.apply(inserts(.application(application("a", "Acme")), .note(old)), at: noon)
    try store.apply(update(old, new), at: noon)
    let queue = try DatabaseQueue(path: folder())
    let json = String(decoding: try JSONEncoder().encode(update(old, new)), as: UTF8.self)
    try queue.write {
      try $0.execute(sql: "UPDATE journal SET change = ? WHERE seq = 2", arguments: [json])
    }
    try queue.close()
    #expect(try store.undo(at: noon) != nil && store.archive().note == [old])
    #expect(try store.redo(at: noon) != nil && store.archive().note == [new])
  }

  /// Deleted means gone, also of a text that is kept as a change; and what else an entry did can still be undone.
  @Test func whatIsPurgedIsInNoHistory() throws {
    var random = Seeded(seed: 3)
    let store = try Store(path: folder())
    let old = note("canaryone " + long(5_000, &random))
    let new = note("canarytwo " + old.text)
    let turn = Turn(id: ID("t"), application: ID("a"), recorded: noon) {
      $0.answer = long(5_000, &random)
    }
    var better = turn
    better.answer += "!"
    try store.apply(
      inserts(.application(application("a", "Acme")), .note(old), .turn(turn)), at: noon)
    try store.apply(
      Change(
        "both",
        [.update(from: .note(old), to: .note(new)), .update(from: .turn(turn), to: .turn(better))]),
      at: noon)
    try store.apply(Change("delete", [.delete(.note(new))]), at: noon)
    try store.purge(upTo: noon.adding(seconds: 86_400 * 31))
    let file = String(decoding: try Data(contentsOf: URL(filePath: folder())), as: UTF8.self)
    #expect(!file.contains("canaryone") && !file.contains("canarytwo"))
    #expect(try store.check() == [])
    #expect(try store.undo(at: noon) != nil)
    #expect(try store.archive().turn == [turn])
  }

  /// A file that is recovered keeps its history, and half of a text is never put in the place of one that is lost.
  @Test func aRecoveredHistoryIsTheSame() throws {
    var random = Seeded(seed: 4)
    let store = try Store(path: folder())
    let old = note(long(5_000, &random))
    let new = note("x" + old.text)
    try store.apply(inserts(.application(application("a", "Acme")), .note(old)), at: noon)
    try store.apply(update(old, new), at: noon)
    try store.close()
    _ = try Store.recover(folder(), into: folder("new.db"))
    let made = try Store(path: folder("new.db"))
    #expect(try made.archive().note == [new])
    #expect(try made.undo(at: noon) != nil && made.archive().note == [old])
    // The row is lost, the journal is not: it holds the first text whole and the second as a change of it.
    let queue = try DatabaseQueue(path: folder())
    try queue.write { try $0.execute(sql: "DELETE FROM note") }
    try queue.close()
    _ = try Store.recover(folder(), into: folder("again.db"))
    let again = try Store(path: folder("again.db")).archive().note
    #expect(again.isEmpty || again == [new])
  }

  /// A text that a deleted application had is there again as it was when the application comes back.
  @Test func whatBelongedToADeletedApplicationComesBack() throws {
    var random = Seeded(seed: 5)
    let store = try Store(path: folder())
    let old = note(long(5_000, &random))
    let new = note("x" + old.text)
    try store.apply(inserts(.application(application("a", "Acme")), .note(old)), at: noon)
    try store.apply(update(old, new), at: noon)
    let full = try store.archive()
    let dossier = try #require(try store.dossier(ID("a")))
    let other = try Store(path: folder())
    try other.apply(Recipe.delete(dossier), at: noon)
    // Here it is still open, and written to.
    try store.apply(inserts(.finding(finding("f", of: "a", "Spoke too fast"))), at: noon)
    var after = try store.archive()
    after.finding = []
    #expect(after == full)
    while try store.undo(at: noon, hidingPrivateNotes: true) != nil {}
    #expect(try store.archive() == Archive())
    // Undone altogether, and written to once more: what would be done again is brought back.
    try store.apply(inserts(.finding(finding("g", of: "a", "Too quiet"))), at: noon)
    #expect(try store.archive().note == [new])
  }
}
