import DebriefModel
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import DebriefStore

/// What was deleted is gone: from the tables, the history, the search, and from every byte of the files.
@Suite(.timed) struct PurgeTests {
  let folder = Folder()
  var backups: Backups { Backups(in: folder("state/backups"), of: folder(), began: noon) }

  private func store() throws -> Store { try Store(path: folder(), backups: backups) }

  private func later(_ days: Int, seconds: Int = 0) -> Moment {
    noon.adding(seconds: days * 86_400 + seconds)
  }

  /// The files under the folder in which a word stands, whatever the case of its letters.
  private func traces(of word: String) throws -> [String] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return files.filter { name in
      let text = String(decoding: bytes(folder(name)).map { $0 | 0x20 }, as: UTF8.self)
      return text.contains(word)
    }.sorted()
  }

  /// Something of each noun that has words, all of them with a word of its own.
  private func planted(_ store: Store, _ word: String, _ id: String) throws -> [Entity] {
    let all: [Entity] = [
      .application(
        Application(id: ID(id), created: noon) {
          $0.company = "\(word) company"
          $0.role = "Engineer"
          $0.notes = String(repeating: "\(word) ", count: 2_000)
        }),
      .finding(finding("f\(id)", of: id, "\(word) interrupted")),
      .note(
        Note(id: ID("n\(id)"), recorded: noon) {
          $0.application = ID(id)
          $0.text = "\(word) a thought"
        }),
    ]
    try store.apply(Change("\(word) added", all.map { .insert($0) }), at: noon)
    try store.save(PrivateNote(application: ID(id), text: "\(word) mine", recorded: noon))
    return all
  }

  @Test func noByteOfWhatWasDeletedIsLeft() throws {
    var store = try store()
    let canary = try planted(store, "zqcanary", "cccc")
    _ = try planted(store, "stays", "ssss")
    var edited = finding("fcccc", of: "cccc", "zqcanary interrupted")
    edited.statement = "zqcanary edited"
    try store.apply(
      Change("zqcanary edited", [.update(from: canary[1], to: .finding(edited))]), at: noon)
    try store.save(Draft(scope: "finding/fcccc", fields: ["statement": "zqcanary half"]))
    #expect(try !traces(of: "zqcanary").isEmpty)
    let gone = [canary[0], .finding(edited), canary[2]]
    try store.apply(Change("zqcanary deleted", gone.reversed().map { .delete($0) }), at: noon)
    #expect(try store.search("zqcanary", limit: 5).isEmpty)
    // Thirty days, to the second.
    let cutoff = later(30).adding(seconds: -30 * 86_400)
    #expect(try store.purgeable(upTo: cutoff.adding(seconds: -1)).isEmpty)
    let found = try store.purgeable(upTo: cutoff)
    #expect(found.things == [.application: 1, .finding: 1, .note: 1] && found.undone == 0)
    let archive = try store.archive()
    #expect(try store.purge(upTo: cutoff).things == found.things)
    #expect(try traces(of: "zqcanary") == [])
    #expect(try traces(of: "stays") == ["debrief.db"])
    #expect(try store.archive() == archive && store.check() == [])
    #expect(try store.search("stays", limit: 9).count == 3)
    #expect(try store.purgeable(upTo: later(99)).isEmpty, "there is nothing to do twice")
    // What is left of the history is undone as before.
    #expect(try store.history(limit: 9).map(\.title) == ["stays added"])
    #expect(try store.undo(at: noon, hidingPrivateNotes: true)?.title == "stays added")
    #expect(try store.undo(at: noon) == nil)
    #expect(try store.redo(at: noon) != nil)
    try store.close()
    store = try self.store()
    #expect(try store.archive() == archive && store.check() == [])
  }

  @Test func whatCameBackStays() throws {
    let store = try store()
    let it = try planted(store, "zqcanary", "cccc")
    try store.apply(Change("x", [.delete(it[1])]), at: noon)
    #expect(try store.undo(at: noon) != nil)
    #expect(try store.purgeable(upTo: later(-1)).isEmpty)
    // Undone, it can be done again: only that is forgotten.
    let purge = try store.purgeable(upTo: later(31))
    #expect(purge.things == [:] && purge.undone == 1)
    try store.purge(upTo: later(31))
    #expect(try store.redo(at: noon) == nil)
    #expect(try store.archive().finding.count == 1)
    // Deleted and added anew under its name: it is there.
    try store.apply(Change("x", [.delete(it[1])]), at: noon)
    try store.apply(Change("y", [.insert(it[1])]), at: noon)
    #expect(try store.purgeable(upTo: later(31)).isEmpty)
    #expect(try store.privateNote(ID("cccc"))?.text == "zqcanary mine")
  }

  @Test func anEntryKeepsWhatElseItDid() throws {
    let store = try store()
    _ = try planted(store, "stays", "ssss")
    let (one, two) = (
      finding("aaaa", of: "ssss", "zqcanary"), finding("bbbb", of: "ssss", "second")
    )
    try store.apply(
      Change("zqcanary and second", [.insert(.finding(one)), .insert(.finding(two))]), at: noon)
    try store.apply(Change("zqcanary gone", [.delete(.finding(one))]), at: noon)
    try store.purge(upTo: later(31))
    #expect(try traces(of: "zqcanary") == [])
    #expect(try store.history(limit: 9).map(\.title) == ["a change", "stays added"])
    #expect(try store.undo(at: noon)?.operations == [.delete(.finding(two))])
    #expect(try store.check() == [])
  }

  @Test func anImportIsForgottenPieceByPiece() throws {
    let store = try store()
    var archive = Archive()
    let (one, two) = (application("aaaa", "zqcanary"), application("bbbb", "Acme"))
    for it in [one, two] { archive.append(.application(it)) }
    try store.merge(archive, at: noon)
    try store.apply(Change("x", [.delete(.application(one))]), at: noon)
    try store.purge(upTo: later(31))
    #expect(try traces(of: "zqcanary") == [])
    // What is left of the import is taken back, and done again.
    #expect(try store.undo(at: noon)?.title == "import")
    #expect(try store.archive() == Archive())
    #expect(try store.redo(at: noon) != nil)
    #expect(try store.archive().application.map(\.company) == ["Acme"])
    #expect(try store.undo(at: noon) != nil)
    try store.purge(upTo: later(31))
    #expect(try traces(of: "acme") == [] && store.history(limit: 9) == [])
    #expect(try store.check() == [])
  }

  @Test func earlierWordingsGoOnlyWhenThatIsAsked() throws {
    let store = try store()
    let old = finding("aaaa", of: "ssss", "zqcanary words")
    var new = old
    _ = try planted(store, "stays", "ssss")
    new.statement = "other words"
    try store.apply(inserts(.finding(old)), at: noon)
    try store.apply(Change("x", [.update(from: .finding(old), to: .finding(new))]), at: noon)
    try store.apply(
      inserts(.note(Note(id: ID("nnnn"), recorded: noon) { $0.text = "new" })), at: later(20))
    #expect(try store.purgeable(upTo: later(5)).isEmpty)
    #expect(try store.purgeable(upTo: later(5), history: true).changes == 3)
    try store.purge(upTo: later(5), history: true)
    #expect(try traces(of: "zqcanary") == [])
    #expect(try store.history(limit: 9).map(\.title) == ["add"])
    #expect(try store.undo(at: noon) != nil)
    #expect(try store.undo(at: noon) == nil)
  }

  @Test func backupsThatHoldItAreNamed() throws {
    let store = try store()
    let canary = try planted(store, "zqcanary", "cccc")
    let first = try #require(try store.backUp(.daily, at: noon))
    try store.apply(Change("x", canary.reversed().map { .delete($0) }), at: noon)
    let second = try #require(try store.backUp(.daily, at: later(1)))
    // The second has it in its history alone.
    #expect(try store.purgeable(upTo: later(31)).backups == [second, first])
    #expect(try store.purge(upTo: later(31)).backups == [second, first])
    let third = try #require(try store.backUp(.purged, at: later(2)))
    #expect(backups.remove([first, second]) == [])
    #expect(try traces(of: "zqcanary") == [])
    #expect(backups.list() == [third])
  }

  /// What was undone and earlier wordings are in backups, too: in the history of one, or in a table of one
  /// that has no history anymore.
  @Test func backupsThatHoldHistoryAreNamed() throws {
    let store = try store()
    let old = finding("aaaa", of: "ssss", "zqcanary words")
    var new = old
    new.statement = "other words"
    _ = try planted(store, "stays", "ssss")
    try store.apply(inserts(.finding(old)), at: noon)
    let first = try #require(try store.backUp(.daily, at: noon))
    try store.purge(upTo: later(1), history: true)
    let bare = try #require(try store.backUp(.purged, at: later(1)))
    try store.apply(
      Change("x", [.update(from: .finding(old), to: .finding(new))]), at: later(2))
    let third = try #require(try store.backUp(.daily, at: later(2)))
    // Nothing was deleted, and nothing undone.
    #expect(try store.purgeable(upTo: later(9)).backups == [])
    #expect(try store.purgeable(upTo: later(9), history: true).backups == [third, bare, first])
    // The one without a history has the wording of which only the later time is to go.
    #expect(try store.purgeable(upTo: later(1), history: true).backups == [first])
    #expect(try store.purge(upTo: later(9), history: true).backups == [third, bare, first])
    let clean = try #require(try store.backUp(.purged, at: later(9)))
    // Nothing is left in the store; the history in backups is found all the same.
    let again = try store.purgeable(upTo: later(9), history: true)
    #expect(again.isEmpty && again.backups == [third, first])
    #expect(backups.remove([first, bare, third]) == [] && backups.list() == [clean])
    #expect(try traces(of: "zqcanary") == [])
  }

  @Test func backupsThatHoldWhatWasUndoneAreNamed() throws {
    let store = try store()
    _ = try planted(store, "stays", "ssss")
    let before = try #require(try store.backUp(.daily, at: noon))
    let added = Change(
      "zqcanary added", [.insert(.finding(finding("aaaa", of: "ssss", "zqcanary")))])
    try store.apply(added, at: later(1))
    let standing = try #require(try store.backUp(.daily, at: later(1)))
    _ = try store.undo(at: later(2))
    let undone = try #require(try store.backUp(.daily, at: later(2)))
    #expect(try store.purgeable(upTo: later(3)).backups == [undone, standing])
    #expect(try store.purge(upTo: later(3)).backups == [undone, standing])
    #expect(backups.remove([undone, standing]) == [] && backups.list() == [before])
    #expect(try traces(of: "zqcanary") == [])
  }

  @Test func itIsDoneOnceADayAndOnlyWhatIsOld() throws {
    let store = try store()
    let canary = try planted(store, "zqcanary", "cccc")
    try store.apply(Change("x", canary.reversed().map { .delete($0) }), at: noon)
    store.purgeOfTheDay(at: later(30, seconds: -1))
    #expect(try !traces(of: "zqcanary").isEmpty)
    store.purgeOfTheDay(at: later(30))
    #expect(try !traces(of: "zqcanary").isEmpty, "today it was done already")
    store.purgeOfTheDay(at: later(31))
    #expect(try traces(of: "zqcanary") == [])
  }

  // MARK: Private notes

  @Test func aDeletedPrivateNoteIsGoneAtOnceAlsoFromBackups() throws {
    let store = try store()
    _ = try planted(store, "stays", "ssss")
    _ = try planted(store, "other", "oooo")
    let long = String(repeating: "zqcanary mine ", count: 3_000)
    try store.save(PrivateNote(application: ID("ssss"), text: long, recorded: noon))
    try store.backUp(.daily, at: noon)
    try store.backUp(.daily, at: later(1))
    #expect(try traces(of: "zqcanary").count == 3)
    try store.save(PrivateNote(application: ID("ssss"), text: "", recorded: noon))
    #expect(
      try !traces(of: "zqcanary").contains("debrief.db"), "it is gone before anything else is done")
    var round = try #require(try store.forgetting())
    while try round.next() {}
    try store.forgot(round)
    #expect(try traces(of: "zqcanary") == [] && store.forgetting() == nil)
    for it in backups.list() {
      #expect(Backups.fault(of: it.path) == nil)
      #expect(try Store(path: it.path).privateNote(ID("oooo"))?.text == "other mine")
    }
  }

  @Test func closingDoesWhatNobodyDidBeforeAndAKillLosesNothing() throws {
    var store = try store()
    let all = try planted(store, "stays", "ssss")
    try store.save(PrivateNote(application: ID("ssss"), text: "zqcanary", recorded: noon))
    try store.backUp(.daily, at: noon)
    // With its application, and then the program is killed: the next day it is found.
    try store.apply(Change("x", all.reversed().map { .delete($0) }), at: noon)
    #expect(try traces(of: "zqcanary").count == 1)
    store = try self.store()
    #expect(try store.forgetting() != nil)
    store.purgeOfTheDay(at: later(1))
    #expect(try traces(of: "zqcanary") == [])
    _ = try planted(store, "again", "aaaa")
    try store.save(PrivateNote(application: ID("aaaa"), text: "zqcanary", recorded: noon))
    try store.backUp(.daily, at: later(2))
    try store.save(PrivateNote(application: ID("aaaa"), text: "", recorded: noon))
    try store.close()
    #expect(try traces(of: "zqcanary") == [])
  }

  @Test func whatIsEditedInAPrivateNoteLeavesNoTrace() throws {
    let store = try store()
    _ = try planted(store, "stays", "ssss")
    for size in [10, 300, 5_000, 40] {
      try store.save(
        PrivateNote(
          application: ID("ssss"), text: String(repeating: "zqcanary ", count: size), recorded: noon
        ))
      try store.save(PrivateNote(application: ID("ssss"), text: "short", recorded: noon))
      #expect(try traces(of: "zqcanary") == [], "\(size)")
    }
  }
}
