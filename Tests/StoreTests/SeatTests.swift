import DebriefModel
import Testing

@testable import DebriefStore

/// Who is alive among the screens that have a file open, and whose a draft is.
@Suite(.timed) struct SeatTests {
  let folder = Folder()

  @Test func aSeatIsTakenForAsLongAsItsStoreIsOpen() throws {
    let one = try Store(path: folder())
    let other = try Store(path: folder())
    let (mine, its) = (one.seat().number, other.seat().number)
    #expect(mine != its)
    #expect(one.seat().number == mine)
    #expect(one.seat().isTaken(its) && other.seat().isTaken(mine))
    #expect(!one.seat().isTaken(its + 1) && !one.seat().isTaken(0) && !one.seat().isTaken(-1))
    try other.close()
    #expect(!one.seat().isTaken(its))
    // The locks of SQLite are as they were.
    try one.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    #expect(try one.check() == [])
  }

  @Test func aDraftIsTakenOnceAndOnlyFromWhoIsGone() throws {
    let alive = try Store(path: folder())
    let dead = try Store(path: folder())
    #expect(try alive.takeDrafts().isEmpty)
    try alive.save(Draft(scope: "form", fields: ["a": "alive"]))
    try dead.save(Draft(scope: "form", fields: ["a": "dead"]))
    try dead.save(Draft(scope: "other", fields: ["a": "dead too"]))
    let (one, two) = (try Store(path: folder()), try Store(path: folder()))
    #expect(try one.takeDrafts().isEmpty)
    try dead.close()
    #expect(try one.takeDrafts().map { $0.fields["a"] } == ["dead", "dead too"])
    #expect(try two.takeDrafts().isEmpty)
    #expect(try one.takeDrafts().count == 2)
    // To forget it here takes nothing from whoever lives.
    #expect(try two.discardDraft(scope: "form") == nil)
    #expect(try one.discardDraft(scope: "form") == nil)
    #expect(try two.drafts().map { $0.fields["a"] } == ["alive", "dead too"])
  }

  @Test func severalThatAreGoneWaitForEachOther() throws {
    for text in ["one", "two", "three"] {
      let store = try Store(path: folder())
      try store.save(Draft(scope: "form", fields: ["a": text]))
      try store.close()
    }
    let store = try Store(path: folder())
    var seen = try store.takeDrafts().compactMap { $0.fields["a"] }
    #expect(seen.count == 1)
    while let next = try store.discardDraft(scope: "form") { seen.append(next.fields["a"] ?? "") }
    #expect(seen.sorted() == ["one", "three", "two"])
    #expect(try store.drafts().isEmpty)
  }

  @Test func aDraftKeepsWhatItWasTypedOver() throws {
    let store = try Store(path: folder())
    let base: [Entity] = [.finding(finding("ffff", of: "aaaa", "Zoë: \"so\"\n\0"))]
    let draft = Draft(scope: "form", fields: ["a": "b"], base: base)
    try store.save(draft)
    try store.close()
    #expect(try Store(path: folder()).takeDrafts() == [draft])
  }

  @Test func whatAnotherWindowDidIsTakenBackOnlyWhenThatIsMeant() throws {
    let (mine, other) = (try Store(path: folder()), try Store(path: folder()))
    try mine.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
    _ = try mine.takeDrafts()
    try mine.apply(inserts(.finding(finding("ffff", of: "aaaa", "Mine"))), at: noon)
    try other.apply(inserts(.finding(finding("gggg", of: "aaaa", "Theirs"))), at: noon)
    #expect(throws: StoreError.madeElsewhere("add")) { try mine.undo(at: noon, ofOthers: false) }
    #expect(try mine.archive().finding.count == 2)
    #expect(try mine.undo(at: noon) != nil)
    // One's own, and what was there before, as ever; and what was done again here is one's own.
    #expect(try mine.undo(at: noon, ofOthers: false) != nil)
    #expect(try mine.undo(at: noon, ofOthers: false) != nil)
    #expect(try mine.archive() == Archive())
    while try mine.redo(at: noon) != nil {}
    #expect(try mine.undo(at: noon, ofOthers: false) != nil)
  }
}
