import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// Events in, state and effects out.
@Suite(.timed) struct UpdateTests {
  let now = TestClock.morning

  @Test func startAsksOnlyForWhatCanBeSeen() {
    var app = App(size: Size(80, 24), now: now, ids: IDSource(seed: 1))
    #expect(app.start() == [.loadShelf(.init(.top, count: 17))])
    #expect(
      app.afterFirstFrame() == [
        .loadAgenda, .loadContent(.rejectedAfterInterview),
      ])
  }

  @Test func addingAnApplicationIsOneChange() throws {
    var app = App(size: Size(80, 24), now: now, ids: IDSource(seed: 1))
    for key in [Key.char("a"), .char("X"), .ctrl("s")] {
      _ = app.handle(.input(.key(key)), now: now)
    }
    var fresh = App(size: Size(80, 24), now: now, ids: IDSource(seed: 1))
    _ = fresh.handle(.input(.key(.char("a"))), now: now)
    _ = fresh.handle(.input(.key(.char("X"))), now: now)
    // The store is asked first whether it is on file already.
    let asked = fresh.handle(.input(.key(.ctrl("s"))), now: now)
    guard case .findTwin(let change)? = asked.first else {
      Issue.record("no change: \(asked)")
      return
    }
    #expect(change.title == "X added")
    #expect(change.operations.count == 1)
    let twin = Application(id: ID("twin"), created: now) { $0.company = "X" }
    #expect(fresh.handle(.twin(twin, of: change), now: now).isEmpty)
    #expect(!fresh.overlays.isEmpty)
    // Saved once more with the question in sight: it is wanted.
    guard case .findTwin(let again)? = fresh.handle(.input(.key(.ctrl("s"))), now: now).first else {
      Issue.record("not asked again")
      return
    }
    #expect(fresh.handle(.twin(twin, of: again), now: now).first == .apply(again))
    #expect(fresh.overlays.isEmpty)
    _ = app.handle(.twin(nil, of: change), now: now)
    #expect(app.overlays.isEmpty)
  }

  @Test func anImpossibleDateIsRefusedAndNothingIsLost() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Acme <tab> Dev <tab> 31␣feb <ctrl+s>")
    #expect(desk.screen.contains("There's no 31 February"))
    #expect(desk.screen.contains("Acme"))
    #expect(try desk.store.shelf(.init(.top, count: 9)).total == 0)
  }

  @Test func whatIsHalfTypedIsADraftAndComesBack() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Half␣a␣na")
    #expect(desk.app.draft?.fields["company"] == "Half a na")
    try desk.keys("<esc>")
    #expect(try desk.store.drafts().count == 1)
    try desk.keys("a")
    #expect(desk.screen.contains("Half a na"))
    try desk.keys("me <ctrl+s>")
    #expect(try desk.store.drafts().isEmpty)
    #expect(desk.screen.contains("Half a name"))
  }

  @Test func aPasteOutsideAFieldBecomesANoteNeverKeys() throws {
    let desk = try Desk()
    desk.send(.input(.paste("dQ\ny")))
    #expect(!desk.app.isFinished)
    #expect(desk.screen.contains("Write it down now"))
    #expect(desk.screen.contains("dQ"))
    #expect(try desk.store.shelf(.init(.top, count: 20)).total == 8)
  }

  @Test func undoAndRedoReachWhatEveryPaneDid() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys("/ nord <enter> <enter> <alt+1> + m 4 + w <ctrl+s> - <ctrl+s>")
    let after = try desk.store.archive()
    #expect(before != after)
    try desk.keys("u u u u")
    #expect(try desk.store.archive() == before)
    try desk.keys("<ctrl+r> <ctrl+r> <ctrl+r> <ctrl+r>")
    #expect(try desk.store.archive() == after)
  }

  @Test func anotherProcessIsSeenAtTheNextKey() throws {
    let desk = try Desk(sample: false)
    var ids = IDSource(seed: 9)
    let made = Recipe.add(company: "Elsewhere", role: "", ids: &ids, now: now)
    _ = try desk.store.apply(made.change, at: now)
    desk.send(.changedOutside)
    #expect(desk.screen.contains("Elsewhere"))
  }

  @Test func lowMoodOffersToRest() throws {
    let desk = try Desk(Size(100, 30), sample: false)
    try desk.keys(
      "a Acme <tab> <tab> <tab> yesterday <ctrl+s> o <ctrl+s> <enter> g feeling␣right <enter> 2"
    )
    let screen = desk.screen
    #expect(screen.contains("keep it short today"), "\(screen)")
    try desk.keys("<enter>")
    #expect(try desk.store.archive().debrief.first?.resting == true, "\(desk.screen)")
  }

  @Test func theEditorGivesItsTextToTheMainField() throws {
    let desk = try Desk()
    desk.editorBrings("from the editor")
    try desk.keys("/ nord <enter> <enter> <alt+1> E <ctrl+s> - <ctrl+s>")
    #expect(try desk.store.archive().finding.contains { $0.statement == "from the editor" })
  }

  @Test func aFilterBeginsAtItsFirstRowAndEndsWhereTheBarIs() throws {
    let desk = try Desk()
    try desk.keys("G")
    let last = try #require(desk.app.home.target(desk.app.desk))
    // Where the bar stood is left out by the filter: it goes to the first row.
    let other = try #require(
      ["nord", "kestrel", "acme"].first { word in
        try desk.store.shelf(.init(.top, count: 9, filter: word)).rows.allSatisfy {
          $0.application.id != last
        }
      })
    try desk.keys("/ \(other) <enter>")
    #expect(desk.app.home.list.selection == 0)
    #expect(desk.app.home.list.offset == 0)
    let matches = try desk.store.shelf(.init(.top, count: 9, filter: other)).rows.count
    #expect(
      desk.screen.contains("matching \"\(other)\"") && desk.screen.contains("\(matches) of 8"),
      "\(desk.screen)")
    let found = desk.app.home.target(desk.app.desk)
    try desk.keys("<escape>")
    #expect(desk.app.home.filter.isEmpty && desk.app.home.rows.count == 8)
    #expect(desk.app.home.target(desk.app.desk) == found)
    // Where the filter leaves it, the bar stays.
    try desk.keys("G / \(other) <backspace> <enter> <escape>")
    #expect(desk.app.home.rows.count == 8)
  }
}
