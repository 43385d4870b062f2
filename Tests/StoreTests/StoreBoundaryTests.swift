import DebriefModel
import GRDB
import Glibc
import Testing

@testable import DebriefStore

/// Where the store's rules begin and end: two of a thing, the same twice, and what isn't ours.
@Suite(.timed) struct StoreBoundaryTests {
  let folder = Folder()

  private func note(_ id: String, _ text: String, of application: String?) -> Note {
    Note(id: ID(id), recorded: noon) {
      $0.text = text
      $0.application = application.map { ID($0) }
    }
  }

  // MARK: - Whose a file is

  @Test(arguments: [1, 0x6462_7265, 0x6462_7267, -1]) func aForeignMarkIsNotOurs(_ mark: Int) throws
  {
    for (name, sql) in [("with.db", "CREATE TABLE mail (id);"), ("without.db", "")] {
      let other = try DatabaseQueue(path: folder(name))
      try other.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(mark); \(sql)") }
      try other.close()
      let before = bytes(folder(name))
      #expect(throws: StoreError.notOurs(folder(name))) { try Store(path: folder(name)) }
      #expect(bytes(folder(name)) == before)
    }
  }

  @Test func anEmptyDatabaseMayBecomeOurs() throws {
    let empty = try DatabaseQueue(path: folder("empty.db"))
    try empty.inDatabase { try $0.execute(sql: "VACUUM") }
    try empty.close()
    let store = try Store(path: folder("empty.db"))
    #expect(try store.check() == [])
  }

  @Test func aFileThatIsThereIsNotMadeAnew() throws {
    let location = try Location(folder("there"))
    write([0x41, 0x42], to: folder("there"))
    try location.create()
    #expect(bytes(folder("there")) == [0x41, 0x42])
    let mask = umask(0)
    defer { umask(mask) }
    try Location(folder("new")).create()
    #expect(mode(folder("new")) == 0o600)
  }

  // MARK: - Search and shelf

  @Test func aNoteThatWasSortedIsFoundAtItsApplication() throws {
    let store = try Store.temporary()
    try store.apply(
      inserts(
        .application(application("aaaa", "Nordlicht")), .application(application("bbbb", "Kiesel")),
        .note(note("nnnn", "ask about zebras", of: nil))), at: noon)
    func owner() throws -> ID? { try store.search("zebras", limit: 5).first?.application }
    #expect(try owner() == nil)
    try store.apply(
      Change(
        "sorted",
        [
          .update(
            from: .note(note("nnnn", "ask about zebras", of: nil)),
            to: .note(note("nnnn", "ask about zebras", of: "aaaa")))
        ]), at: noon)
    #expect(try owner() == ID("aaaa"))
    #expect(try store.undo(at: noon) != nil)
    #expect(try owner() == nil)
    #expect(try store.redo(at: noon) != nil)
    #expect(try owner() == ID("aaaa"))
  }

  @Test func theSearchKnowsTheWordsOfNow() throws {
    let store = try Store.temporary()
    let (old, new) = (
      finding("ffff", of: "aaaa", "zebras"), finding("ffff", of: "aaaa", "giraffes")
    )
    try store.apply(
      inserts(.application(application("aaaa", "Nordlicht")), .finding(old)), at: noon)
    try store.apply(Change("edit", [.update(from: .finding(old), to: .finding(new))]), at: noon)
    #expect(try store.search("zebras", limit: 5).isEmpty)
    #expect(try store.search("giraffes", limit: 5).count == 1)
    try store.apply(Change("delete", [.delete(.finding(new))]), at: noon)
    #expect(try store.search("giraffes", limit: 5).isEmpty)
    #expect(try store.check() == [])
  }

  @Test func theSearchFindsAsManyAsAskedFor() throws {
    let store = try Store.temporary()
    try store.apply(
      inserts(
        .application(application("aaaa", "Nordlicht")),
        .finding(finding("f111", of: "aaaa", "queue")),
        .finding(finding("f222", of: "aaaa", "a long text in which the queue is one word of many")),
        .finding(finding("f333", of: "aaaa", "途中 queue")),
        .finding(finding("f444", of: "aaaa", "途中"))),
      at: noon)
    for limit in 0...3 { #expect(try store.search("queue", limit: limit).count == limit) }
    for limit in 0...2 { #expect(try store.search("途中", limit: limit).count == limit) }
    #expect(try store.search("queue", limit: 9).map(\.entity.text) == ["f333", "f222", "f111"])
    #expect(try store.search("queue", limit: 9, ranked: true).last?.entity == ID("f222"))
  }

  private func shelf(_ store: Store) throws -> [String] {
    try store.shelf(.init(.top, count: 9)).rows.map(\.application.id.text)
  }

  @Test func thePlaceInTheListFollowsWhatIsDoneAndUndone() throws {
    let store = try Store.temporary()
    let later = noon.adding(seconds: 60)
    try store.apply(
      inserts(
        .application(application("aaaa", "A")),
        .application(application("bbbb", "B", at: noon.adding(seconds: 1)))), at: noon)
    #expect(try shelf(store) == ["bbbb", "aaaa"])
    let added = inserts(.finding(finding("ffff", of: "aaaa", "x", at: later)))
    try store.apply(added, at: later)
    #expect(try shelf(store) == ["aaaa", "bbbb"])
    _ = try store.undo(at: later)
    try store.apply(
      inserts(.finding(finding("gggg", of: "bbbb", "y", at: later))), at: later.adding(seconds: 1))
    #expect(try shelf(store) == ["bbbb", "aaaa"])
    _ = try store.undo(at: later)
    _ = try store.redo(at: later.adding(seconds: 9))
    #expect(try shelf(store).first == "bbbb")
    // What is older moves nothing up.
    try store.apply(
      inserts(.finding(finding("hhhh", of: "aaaa", "z", at: noon.adding(seconds: -900)))),
      at: noon.adding(seconds: -900))
    #expect(try shelf(store).first == "bbbb")
  }

  @Test func whatIsRedoneMovesUpAgain() throws {
    let store = try Store.temporary()
    func at(_ seconds: Int) -> Moment { noon.adding(seconds: seconds) }
    try store.apply(
      inserts(.application(application("aaaa", "A")), .application(application("bbbb", "B"))),
      at: noon)
    try store.apply(inserts(.finding(finding("ffff", of: "aaaa", "x", at: at(10)))), at: at(10))
    try store.apply(inserts(.finding(finding("gggg", of: "bbbb", "y", at: at(20)))), at: at(20))
    _ = try store.undo(at: at(30))
    _ = try store.undo(at: at(40))
    #expect(try shelf(store) == ["bbbb", "aaaa"])
    _ = try store.redo(at: at(50))
    #expect(try shelf(store) == ["aaaa", "bbbb"])
    _ = try store.redo(at: at(60))
    #expect(try shelf(store) == ["bbbb", "aaaa"])
  }

  @Test func whatComesBackComesBackToItsPlace() throws {
    let store = try Store.temporary()
    let (first, second) = (
      application("aaaa", "A"), application("bbbb", "B", at: noon.adding(seconds: 1))
    )
    let thing = finding("ffff", of: "aaaa", "x", at: noon.adding(seconds: 9))
    try store.apply(inserts(.application(first), .application(second)), at: noon)
    try store.apply(inserts(.finding(thing)), at: noon.adding(seconds: 9))
    #expect(try shelf(store) == ["aaaa", "bbbb"])
    try store.apply(
      Change("delete", [.delete(.finding(thing)), .delete(.application(first))]),
      at: noon.adding(seconds: 10))
    _ = try store.undo(at: noon.adding(seconds: 11))
    #expect(try shelf(store) == ["aaaa", "bbbb"])
  }

  @Test func theLatestOfTwoDebriefsIsOnTheShelf() throws {
    func debrief(_ id: String, _ seconds: Int, done: Int) -> Debrief {
      Debrief(
        id: ID(id), application: ID("aaaa"), branch: .ghosted,
        started: noon.adding(seconds: seconds)
      ) { ($0.done, $0.total) = (done, 9) }
    }
    func done(_ store: Store) throws -> Int? {
      try store.shelf(.init(.top, count: 9)).rows.first?.debrief?.done
    }
    func glance(_ store: Store) throws -> String? {
      try store.queue.inDatabase { try String.fetchOne($0, sql: "SELECT ledger FROM shelf") }
    }
    let store = try Store.temporary()
    try store.apply(
      inserts(
        .application(application("aaaa", "A")), .debrief(debrief("dzzz", 0, done: 1)),
        .debrief(debrief("daaa", 60, done: 5))), at: noon)
    let kept = try glance(store)
    #expect(kept?.contains("5/9") == true)
    try store.rebuild()
    #expect(try glance(store) == kept)
    let rounds = ["rbbb", "raaa"].enumerated().map { at, id in
      Interview(id: ID(id), application: ID("aaaa"), recorded: noon) { $0.round = at + 1 }
    }
    try store.apply(Change("rounds", rounds.map { .insert(.interview($0)) }), at: noon)
    let ordered = try glance(store)
    try store.rebuild()
    #expect(try glance(store) == ordered)
  }

  // MARK: - Undo

  @Test func undoGoesDownToAStepAndNoFurther() throws {
    let store = try Store.temporary()
    for (at, name) in ["aaaa", "bbbb", "cccc"].enumerated() {
      try store.apply(Change(name, [.insert(.application(application(name, name)))]), at: noon)
      #expect(try store.sequence() == at + 1)
    }
    #expect(throws: StoreError.self) { try store.undo(downTo: 2, at: noon, expecting: [3]) }
    #expect(try store.archive().application.count == 3)
    #expect(try store.undo(downTo: 2, at: noon, expecting: [3, 2]) == ["cccc", "bbbb"])
    #expect(try store.archive().application.map(\.id) == [ID("aaaa")])
    #expect(try store.redo(at: noon)?.title == "bbbb")
    #expect(try store.redo(at: noon)?.title == "cccc")
    #expect(try store.redo(at: noon) == nil)
  }

  @Test func aDeletedApplicationComesBackWhole() throws {
    let store = try Store.temporary()
    let id = ID("aaaa")
    try store.apply(
      inserts(
        .application(application("aaaa", "Nordlicht")),
        .preparation(
          Preparation(id: ID("pppp"), application: id, kind: .question, recorded: noon) {
            $0.text = "?"
          }),
        .mark(Mark(id: ID("mmmm"), application: id, entry: "x/y", action: .done, recorded: noon)),
        .note(note("nnnn", "n", of: "aaaa")), .finding(finding("ffff", of: "aaaa", "f"))), at: noon)
    let before = try store.archive()
    let dossier = try #require(try store.dossier(id))
    let deletion = Recipe.delete(dossier)
    #expect(deletion.operations.count == 5)
    try store.apply(deletion, at: noon)
    #expect(try store.archive().entities.isEmpty)
    _ = try store.undo(at: noon)
    #expect(try store.archive() == before)
  }

  @Test func draftsOfTwoScreensAreTwo() throws {
    let (one, two) = (try Store(path: folder()), try Store(path: folder()))
    try one.save(Draft(scope: "form", fields: ["a": "one"]))
    try two.save(Draft(scope: "form", fields: ["a": "two"]))
    #expect(try one.takeDrafts().map { $0.fields["a"] } == ["one"])
    _ = try one.discardDraft(scope: "form")
    #expect(try one.drafts().map { $0.fields["a"] } == ["two"])
  }

  // MARK: - Two windows

  @Test func whatIsTheSameIsWrittenOnce() throws {
    let store = try Store.temporary()
    let it = application("aaaa", "Nordlicht")
    try store.apply(inserts(.application(it)), at: noon)
    let count = try store.sequence()
    try store.apply(Change("x", [.update(from: .application(it), to: .application(it))]), at: noon)
    #expect(try store.sequence() == count)
  }

  @Test func aDebriefIsBegunOnceADay() throws {
    let store = try Store.temporary()
    func begin(_ id: String, _ seconds: Int) throws -> Int {
      let it = Debrief(
        id: ID(id), application: ID("aaaa"), branch: .ghosted,
        started: noon.adding(seconds: seconds))
      try store.apply(inserts(.debrief(it)), at: noon)
      return try store.archive().debrief.count
    }
    try store.apply(inserts(.application(application("aaaa", "A"))), at: noon)
    #expect(try begin("d1", 0) == 1)
    #expect(try begin("d2", 86_399) == 1)
    #expect(try begin("d3", 86_400) == 2)
  }

  @Test func factsOfOneSecondGetSecondsOfTheirOwn() throws {
    let store = try Store.temporary()
    let events = (0..<3).map { at in
      Event(
        id: ID("e\(at)"), application: ID("aaaa"), kind: .chased, on: noon.day, recorded: noon
      )
    }
    try store.apply(inserts(.application(application("aaaa", "A"))), at: noon)
    for it in events { try store.apply(inserts(.event(it)), at: noon) }
    let seconds = try store.archive().event.map(\.recorded.seconds).sorted()
    #expect(seconds == (0..<3).map { noon.seconds + $0 })
  }

  @Test func twoApplicationsComeBackTogether() throws {
    let store = try Store.temporary()
    let both = [application("aaaa", "A"), application("bbbb", "B")]
    try store.apply(Change("add", both.map { .insert(.application($0)) }), at: noon)
    try store.apply(Change("delete", both.map { .delete(.application($0)) }), at: noon)
    try store.apply(
      inserts(
        .finding(finding("ffff", of: "aaaa", "x")), .finding(finding("gggg", of: "bbbb", "y"))),
      at: noon)
    #expect(try store.archive().application.count == 2)
    #expect(try store.archive().finding.count == 2)
  }

  @Test func ofTwoDeletionsTheLastIsBroughtBack() throws {
    let store = try Store.temporary()
    let (old, new) = (application("aaaa", "Old"), application("aaaa", "New"))
    try store.apply(inserts(.application(old)), at: noon)
    try store.apply(Change("delete", [.delete(.application(old))]), at: noon)
    try store.apply(inserts(.application(new)), at: noon)
    try store.apply(Change("delete", [.delete(.application(new))]), at: noon)
    try store.apply(inserts(.finding(finding("ffff", of: "aaaa", "x"))), at: noon)
    #expect(try store.archive().application.map(\.company) == ["New"])
  }

  // MARK: - What comes in

  private func intake(
    _ store: Store, _ entities: [Entity], takeTheirs: Bool = false, dryRun: Bool = false
  ) throws -> MergeReport {
    try store.intake(dryRun: dryRun, takeTheirs: takeTheirs, at: noon) { take in
      for it in entities { try take(Store.Arrival(it)) }
    }
  }

  @Test func orphansAreCounted() throws {
    func message(_ count: Int) throws -> String {
      let store = try Store.temporary()
      do {
        _ = try intake(store, (0..<count).map { .finding(finding("f\($0)00", of: "none", "x")) })
        return ""
      } catch { return "\(error)" }
    }
    #expect(try message(1).contains("1 thing in the export belongs to"))
    #expect(try message(2).contains("2 things in the export belong to"))
  }

  @Test func theSameTwiceIsOnce() throws {
    let store = try Store.temporary()
    let it = Entity.application(application("aaaa", "A"))
    #expect(try intake(store, [it, it]).added[.application] == 1)
    #expect(throws: StoreError.self) {
      try intake(
        store, [.application(application("bbbb", "B")), .application(application("bbbb", "C"))])
    }
  }

  @Test func theirsIsTakenOnlyWhenAskedFor() throws {
    let store = try Store.temporary()
    let (mine, theirs) = (application("aaaa", "Mine"), application("aaaa", "Theirs"))
    func forecast(_ chance: Int) -> Entity {
      .forecast(
        Forecast(
          id: ID("gggg"), application: ID("aaaa"), interview: nil, chance: chance, sealed: noon))
    }
    try store.apply(inserts(.application(mine), forecast(40)), at: noon)
    _ = try intake(store, [.application(theirs)])
    #expect(try store.archive().application.map(\.company) == ["Mine"])
    _ = try intake(store, [.application(theirs)], takeTheirs: true, dryRun: true)
    #expect(try store.archive().application.map(\.company) == ["Mine"])
    _ = try intake(store, [.application(theirs), forecast(90)], takeTheirs: true)
    #expect(try store.archive().application.map(\.company) == ["Theirs"])
    #expect(try store.archive().forecast.map(\.chance) == [40])
    _ = try store.undo(at: noon)
    #expect(try store.archive().application.map(\.company) == ["Mine"])
  }
}
