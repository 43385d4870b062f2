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

  /// A thousand short histories, with changes that were undone, and with some that were done again: at every
  /// moment it is what the store had then.
  @Test(arguments: 0..<20) func itIsWhatTheStoreHadThen(_ batch: Int) throws {
    let store = try Store(path: folder())
    var at = noon
    for seed in (batch * 50)..<(batch * 50 + 50) {
      var history = Ledger(seed: UInt64(7000 + seed))
      var chance = Seeded(seed: UInt64(seed))
      var seen: [(at: Moment, id: ID, json: [String]?)] = []
      func look() throws {
        for id in history.applications.prefix(2) {
          seen.append((at, id, try json(store.dossier(id))))
        }
        at = at.adding(seconds: 60)
      }
      for step in 0..<3 {
        // What is refused is no part of the history, and it goes no further.
        let before = history
        do { try store.apply(history.change(), at: at) } catch is StoreError {
          history = before
          break
        }
        try look()
        guard Int.random(in: 0...2, using: &chance) == 0 else { continue }
        guard try store.undo(at: at, hidingPrivateNotes: true) != nil else { continue }
        // The next change forgets what was undone: the history ends, or it is done again.
        if step < 2, Bool.random(using: &chance) {
          at = at.adding(seconds: 60)
          _ = try store.redo(at: at)
          try look()
          continue
        }
        try look()
        break
      }
      for it in seen {
        let past = try json(store.dossier(it.id, asOf: it.at).dossier)
        #expect(past == it.json, "seed \(seed), \(it.id)")
      }
      at = at.adding(seconds: 600)
    }
  }

  @Test func aCorrectionThatWasUndoneStoodUntilThen() throws {
    let store = try Store(path: folder())
    let acme = application("aaaa", "Nordlicht")
    let fact = Event(
      id: ID("e"), application: acme.id, kind: .refused, on: noon.day, recorded: noon)
    try store.apply(inserts(.application(acme), .event(fact)), at: noon)
    func at(_ minutes: Int) -> Moment { noon.adding(seconds: 60 * minutes) }
    let corrected = fact.corrected(on: noon.day.adding(days: -1), due: nil, now: at(1))
    try store.apply(
      Change("correct", [.update(from: .event(fact), to: .event(corrected))]), at: at(1))
    try store.apply(inserts(.finding(finding("f1", of: "aaaa", "first"))), at: at(2))
    _ = try store.undo(at: at(5))
    _ = try store.undo(at: at(6))
    func seen(_ minutes: Int) throws -> (event: Event?, findings: Int) {
      let it = try store.dossier(acme.id, asOf: at(minutes)).dossier
      return (it?.events.first, it?.findings.count ?? -1)
    }
    #expect(try seen(0) == (fact, 0))
    #expect(try seen(1) == (corrected, 0))
    #expect(try seen(4) == (corrected, 1))
    #expect(try seen(5) == (corrected, 0))
    #expect(try seen(6) == (fact, 0))
    // The next change forgets it.
    try store.apply(inserts(.finding(finding("f2", of: "aaaa", "second"))), at: at(9))
    #expect(try seen(4) == (fact, 0))
    #expect(try seen(9) == (fact, 1))
  }

  @Test func anImportThatWasUndoneWasThereUntilThen() throws {
    let store = try Store(path: folder())
    let year = try year()
    _ = try store.merge(year, at: noon)
    let id = try #require(year.application.last?.id)
    let there = try json(store.dossier(id))
    _ = try store.undo(at: noon.adding(seconds: 60), hidingPrivateNotes: true)
    #expect(try store.dossier(id) == nil)
    #expect(try json(store.dossier(id, asOf: noon.adding(seconds: 59)).dossier) == there)
    #expect(try store.dossier(id, asOf: noon.adding(seconds: 60)).dossier == nil)
    #expect(try store.dossier(id, asOf: noon.adding(seconds: -1)).dossier == nil)
  }

  /// A year of applications, as a file of the version before has it.
  private func year() throws -> Archive {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Files/year.json")
    return try JSONDecoder().decode(Archive.self, from: Data(contentsOf: path))
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
    let year = try year()
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

  /// Where the history was purged, nothing is known of that time: what is left isn't called how it was then.
  @Test func whereTheHistoryWasPurgedItSaysSo() throws {
    let store = try Store(path: folder())
    func at(_ days: Int) -> Moment { noon.adding(seconds: days * 86_400) }
    try store.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    try store.apply(inserts(.finding(finding("f1", of: "aaaa", "first"))), at: at(2))
    func past(_ days: Int) throws -> EarlierDossier {
      try store.dossier(ID("aaaa"), asOf: at(days), now: at(9))
    }
    #expect(try past(0).knownSince == nil && past(1).knownSince == nil)
    #expect(try past(-1) == EarlierDossier())
    try store.purge(upTo: at(3), history: true)
    #expect(try past(1).knownSince == at(9))
    #expect(try past(9).knownSince == nil, "what is there now is known")
    // What is done after that counts from 1 again.
    try store.apply(inserts(.finding(finding("f2", of: "aaaa", "second"))), at: at(5))
    #expect(try past(1).knownSince == at(5))
    #expect(try past(1).dossier?.findings.map(\.statement) == ["first"])
    #expect(try past(5).knownSince == nil && past(6).knownSince == nil)
    try store.apply(inserts(.application(application("bbbb", "Kestrel"))), at: at(6))
    #expect(try store.dossier(ID("bbbb"), asOf: at(1), now: at(9)) == EarlierDossier())
  }
}
