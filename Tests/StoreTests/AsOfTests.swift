import Foundation
import TestSupport
import Testing

@testable import DebriefModel
@testable import DebriefStore

/// An application as it stood: rebuilt from the journal it is what a store has that was stopped then.
@Suite(.timed) struct AsOfTests {
  let folder = Folder()

  /// Over random histories, every application at every moment, with changes undone on the way.
  @Test(arguments: 0..<100) func itIsWhatAStoreHasThatWasStoppedThen(_ seed: Int) throws {
    let store = try Store(path: folder())
    var history = Ledger(seed: UInt64(seed))
    var done: [(at: Moment, change: Change)] = []
    for step in 0..<14 {
      let at = noon.adding(seconds: 60 * step)
      let change = history.change()
      let entries = try store.history(limit: .max).count
      do { try store.apply(change, at: at) } catch is StoreError { break }
      // What changed nothing is in no journal, and cannot be taken back.
      if try store.history(limit: .max).count == entries { continue }
      done.append((at, change))
      if step % 5 == 4 {
        // It is taken back, and something else is done.
        _ = try store.undo(at: at.adding(seconds: 30), hidingPrivateNotes: true)
        done.removeLast()
        break
      }
    }
    // Another store is stopped after each change that stands.
    let other = try Store(path: folder("other.db"))
    let ids = try store.archive().application.map(\.id)
    for (at, change) in done {
      try other.apply(change, at: at)
      for id in ids {
        let now = try other.dossier(id)
        let past = try store.dossier(id, asOf: at)
        #expect(past.knownSince == nil)
        let (is_, was) = (try json(past.dossier) ?? [], try json(now) ?? [])
        #expect(is_ == was, "seed \(seed): \(Set(is_).symmetricDifference(was).sorted())")
      }
    }
    for id in ids {
      #expect(
        try store.dossier(id, asOf: noon.adding(seconds: 10_000)).dossier == store.dossier(id))
      #expect(try store.dossier(id, asOf: noon.adding(seconds: -10)).dossier == nil)
    }
  }

  private func json(_ dossier: Dossier?) throws -> [String]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try dossier.map { dossier in
      try (dossier.entities + dossier.people.map(\.entity)).map {
        String(decoding: try encoder.encode($0), as: UTF8.self)
      }
    }
  }

  @Test func anImportIsTakenBackAsAWhole() throws {
    let store = try Store(path: folder())
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Files/year.json")
    let year = try JSONDecoder().decode(Archive.self, from: Data(contentsOf: path))
    _ = try store.merge(year, at: noon)
    let id = try #require(year.application.last?.id)
    var later = try #require(year.application.last)
    later.notes = "added later"
    try store.apply(
      Change(
        "edit", [.update(from: .application(year.application.last!), to: .application(later))]),
      at: noon.adding(seconds: 60))
    #expect(try store.dossier(id, asOf: noon.adding(seconds: 99)).dossier?.application == later)
    #expect(try store.dossier(id, asOf: noon).dossier?.application == year.application.last)
    #expect(try store.dossier(id, asOf: noon.adding(seconds: -1)).dossier == nil)
  }

  @Test func aPrivateNoteNeverComesBack() throws {
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    _ = try store.save(
      PrivateNote(application: ID("aaaa"), text: "a secret", recorded: noon), over: "")
    let past = try store.dossier(ID("aaaa"), asOf: noon.adding(seconds: 60))
    #expect(try !json(past.dossier)!.joined().contains("secret"))
  }

  @Test func aClockThatWentBackIsNoFault() throws {
    let store = try Store(path: folder())
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    try store.apply(
      inserts(.finding(finding("f1", of: "aaaa", "first"))), at: noon.adding(seconds: 600))
    try store.apply(
      inserts(.finding(finding("f2", of: "aaaa", "second"))), at: noon.adding(seconds: 60))
    let past = try store.dossier(ID("aaaa"), asOf: noon.adding(seconds: 120))
    #expect(past.dossier?.findings.isEmpty == true)
  }
}
