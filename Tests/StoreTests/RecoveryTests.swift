import DebriefModel
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import DebriefStore

/// What can still be read of a damaged file, and that it is what was written.
@Suite(.timed) struct RecoveryTests {
  let folder = Folder()

  /// A store with something of everything, and its bytes.
  private func filled(_ changes: Int = 60) throws -> (archive: Archive, bytes: [UInt8]) {
    var ledger = Ledger(seed: 5)
    for _ in 0..<changes { _ = ledger.change() }
    let store = try Store(path: folder())
    try store.merge(ledger.archive, at: noon)
    try store.apply(inserts(.application(application("zzzz", "Nordlicht"))), at: noon)
    let long = String(repeating: "a long answer, ", count: 2_000)
    try store.apply(
      inserts(
        .finding(finding("ffff", of: "zzzz", long)),
        .note(Note(id: ID("nnnn"), recorded: noon) { $0.text = "a thought" })), at: noon)
    try store.save(PrivateNote(application: ID("zzzz"), text: "for me only", recorded: noon))
    try store.save(Draft(scope: "x", fields: ["a": "half"]))
    let archive = try store.archive()
    try store.close()
    return (archive, bytes(folder()))
  }

  private func recovered(_ damaged: [UInt8]) throws -> (Recovery, Store) {
    for name in folder.names where name.hasPrefix("new.db") { unlink(folder(name)) }
    write(damaged, to: folder())
    write([], to: folder("debrief.db-journal"))
    let recovery = try Store.recover(folder(), into: folder("new.db"))
    #expect(bytes(folder()) == damaged, "it was changed in its place")
    return (recovery, try Store(path: folder("new.db"), access: .existing))
  }

  @Test func aSoundFileComesOutWhole() throws {
    let (archive, sound) = try filled()
    let history = try Store(path: folder()).history(limit: .max)
    let (recovery, store) = try recovered(sound)
    #expect(recovery.lost == [] && recovery.strangers == [] && recovery.fromHistory == 0)
    #expect(recovery.hasHistory && recovery.privateNotes == 1)
    #expect(recovery.kept.values.reduce(0, +) == archive.entities.count)
    #expect(try store.archive() == archive)
    #expect(try store.check() == [])
    #expect(mode(folder("new.db")) == 0o600)
    #expect(try store.privateNote(ID("zzzz"))?.text == "for me only")
    #expect(try store.takeDrafts().map(\.fields) == [["a": "half"]])
    #expect(try store.history(limit: .max).map(\.title) == history.map(\.title))
    while try store.undo(at: noon, hidingPrivateNotes: true) != nil {}
    #expect(try store.archive() == Archive())
    #expect(try store.search("nordlicht", limit: 5).isEmpty)
  }

  @Test func anyPageMayBeLost() throws {
    let (archive, sound) = try filled(25)
    let there = Set(archive.entities)
    var least = archive.entities.count
    for page in 0..<sound.count / 4096 {
      var broken = sound
      for place in page * 4096..<(page + 1) * 4096 { broken[place] = 0x5a }
      let (recovery, store) = try recovered(broken)
      #expect(try store.check() == [], "page \(page)")
      let here = try store.archive().entities.filter {
        if case .application(let it) = $0 { return !it.company.hasPrefix("Recovered application") }
        return true
      }
      // Nothing is made up, and what is missing is said.
      #expect(there.isSuperset(of: here), "page \(page)")
      #expect(here.count == there.count || !recovery.lost.isEmpty, "page \(page): \(recovery)")
      least = min(least, here.count)
      try store.close()
    }
    // One page never takes more than the rows on it and those below it.
    #expect(least * 2 > archive.entities.count, "\(least) of \(archive.entities.count)")
  }

  @Test func flippedBytesAndCutFilesNeverCrash() throws {
    let (archive, sound) = try filled(20)
    var random = Seeded(seed: 3)
    for round in 0..<60 {
      var broken = sound
      if round % 4 == 3 {
        broken = Array(sound.prefix(Int.random(in: 4096..<sound.count, using: &random)))
      } else {
        for _ in 0..<(round % 4 == 0 ? 400 : 20) {
          broken[Int.random(in: 0..<broken.count, using: &random)] ^= UInt8.random(
            in: 1...255, using: &random)
        }
      }
      do {
        let (_, store) = try recovered(broken)
        #expect(try store.check() == [], "round \(round)")
        #expect(try store.archive().entities.count <= archive.entities.count + 20)
        try store.close()
      } catch StoreError.refused { #expect(access(folder("new.db"), F_OK) != 0) }
    }
  }

  @Test func withoutItsHeadAndItsListOfTablesMostIsThere() throws {
    let (archive, sound) = try filled()
    var headless = sound
    for place in 0..<100 { headless[place] = 0 }
    #expect(throws: StoreError.self) {
      write(headless, to: folder()); _ = try Store(path: folder())
    }
    let (first, store) = try recovered(headless)
    #expect(first.lost == [] && first.hasHistory)
    #expect(try store.archive() == archive)
    try store.close()
    // The whole first page: the list of tables goes on in others, to which nothing leads now.
    for place in 0..<4096 { headless[place] = 0 }
    let (_, second) = try recovered(headless)
    #expect(try second.archive().entities.count * 10 > archive.entities.count * 9)
    #expect(try second.check() == [])
  }

  @Test func whatIsGoneComesBackFromTheHistory() throws {
    let (_, sound) = try filled()
    // The page with this row, found by its words.
    let row = Array("Nordlicht".utf8)
    let queue = try DatabaseQueue(path: folder())
    let root = try queue.inDatabase {
      try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'application'")
        ?? 0
    }
    try queue.close()
    var broken = sound
    for page in Set([root] + pages(with: row, in: sound)) {
      // The journal keeps it as text with quotes around it, and the search without: only the table goes.
      let start = (page - 1) * 4096
      let isJournal = sound[start..<start + 4096].contains(
        subsequence: Array("\"operations\"".utf8))
      if isJournal { continue }
      for place in start..<start + 4096 { broken[place] = 0x5a }
    }
    let (recovery, store) = try recovered(broken)
    #expect(recovery.fromHistory > 0, "\(recovery)")
    #expect(try store.archive().application.contains { $0.company == "Nordlicht" })
    #expect(!recovery.hasHistory && recovery.lost.contains { $0.hasPrefix("The history: ") })
    #expect(try store.check() == [])
  }

  private func pages(with text: [UInt8], in bytes: [UInt8]) -> [Int] {
    (0..<bytes.count / 4096).filter {
      bytes[$0 * 4096..<($0 + 1) * 4096].contains(subsequence: text)
    }.map { $0 + 1 }
  }

  @Test func aWriteThatWasCutOffIsTakenBack() throws {
    let (archive, _) = try filled(10)
    let queue = try DatabaseQueue(path: folder())
    let (half, journal) = try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
      try db.execute(sql: "UPDATE finding SET statement = 'half a change'; DELETE FROM note")
      let both = (bytes(folder()), bytes(folder("debrief.db-journal")))
      try db.execute(sql: "ROLLBACK")
      return both
    }
    try queue.close()
    try #require(journal.count > 512)
    write(half, to: folder("cut.db"))
    write(journal, to: folder("cut.db-journal"))
    let recovery = try Store.recover(folder("cut.db"), into: folder("new.db"))
    #expect(recovery.lost == [])
    #expect(try Store(path: folder("new.db")).archive() == archive)
    #expect(bytes(folder("cut.db")) == half && bytes(folder("cut.db-journal")) == journal)
  }

  @Test func nothingIsWrittenOverAndForeignFilesHoldNothing() throws {
    let (_, sound) = try filled(5)
    write([1], to: folder("mine"))
    #expect(throws: StoreError.self) { try Store.recover(folder(), into: folder("mine")) }
    #expect(throws: StoreError.self) { try Store.recover(folder(), into: folder()) }
    #expect(bytes(folder("mine")) == [1] && bytes(folder()) == sound)
    symlink("nowhere", folder("link"))
    #expect(throws: StoreError.self) { try Store.recover(folder(), into: folder("link")) }
    let other = try DatabaseQueue(path: folder("other.db"))
    try other.inDatabase {
      try $0.execute(sql: "CREATE TABLE mail (id); INSERT INTO mail VALUES (1)")
    }
    try other.close()
    for (name, content) in [
      ("picture", [0x89, 0x50] + (0..<9000).map { UInt8($0 % 251) }), ("empty", []), ("short", [1]),
      ("other.db", bytes(folder("other.db"))),
    ] as [(String, [UInt8])] {
      write(content, to: folder(name))
      #expect(throws: StoreError.refused("No debrief notes could be read from \(folder(name)).")) {
        try Store.recover(folder(name), into: folder("new.db"))
      }
      #expect(access(folder("new.db"), F_OK) != 0 && access(folder("new.db-journal"), F_OK) != 0)
    }
    #expect(throws: StoreError.missing(folder("gone"))) {
      try Store.recover(folder("gone"), into: folder("new.db"))
    }
  }

  @Test(arguments: [1, 4, 5, 6, 7]) func aFileOfAnEarlierSchemaComesOutWhole(schema: Int) throws {
    let file = (#filePath as NSString).deletingLastPathComponent + "/Files/schema-\(schema).db"
    write(bytes(file), to: folder("old.db"))
    write(bytes(file), to: folder("same.db"))
    let recovery = try Store.recover(folder("old.db"), into: folder("new.db"))
    #expect(recovery.lost == [] && recovery.strangers == [])
    let new = try Store(path: folder("new.db"))
    #expect(try new.archive() == Store(path: folder("same.db")).archive())
    #expect(try new.check() == [])
  }

  @Test func aFileOfALaterSchemaIsReadAsFarAsItIsKnown() throws {
    let (archive, _) = try filled(20)
    let queue = try DatabaseQueue(path: folder())
    try queue.inDatabase {
      try $0.execute(
        sql: """
          ALTER TABLE finding ADD COLUMN color TEXT;
          UPDATE finding SET color = 'red';
          CREATE TABLE dream (id TEXT);
          PRAGMA user_version = 70;
          """)
    }
    try queue.close()
    let before = bytes(folder())
    let error = #expect(throws: StoreError.self) { try Store(path: folder()) }
    #expect(error?.description.contains("`debrief export --readable`") == true)
    let (store, recovery) = try Store.readable(folder(), zone: nil)
    #expect(recovery.strangers == ["dream", "finding.color"] && recovery.lost == [])
    #expect(try store.archive() == archive)
    try store.close()
    #expect(bytes(folder()) == before)
  }

  @Test func theColumnsOfATableAreReadFromItsWords() {
    #expect(
      Salvage.columns(
        "CREATE TABLE x (\"id\" TEXT PRIMARY KEY, [of] TEXT REFERENCES a(id, b) CHECK (x IN (1, 2)),\n"
          + "  `n` INTEGER, plain, PRIMARY KEY (id, of)) STRICT") == ["id", "of", "n", "plain"])
    #expect(Salvage.columns("CREATE TABLE x") == [] && Salvage.columns("") == [])
  }
}

extension Collection where Element == UInt8 {
  fileprivate func contains(subsequence: [UInt8]) -> Bool {
    let all = Array(self)
    guard all.count >= subsequence.count else { return false }
    return (0...all.count - subsequence.count).contains {
      all[$0] == subsequence[0] && all[$0..<$0 + subsequence.count].elementsEqual(subsequence)
    }
  }
}
