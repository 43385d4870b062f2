import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// A form over the screen: what it takes, refuses, keeps as a draft, and says of what it understood.
@Suite(.timed) struct FormOverlayTests {
  let now = TestClock.morning

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

  @Test func theEditorGivesItsTextToTheMainField() throws {
    let desk = try Desk()
    desk.editorBrings("from the editor")
    try desk.keys("/ nord <enter> <enter> <alt+1> E <ctrl+s> - <ctrl+s>")
    #expect(try desk.store.archive().finding.contains { $0.statement == "from the editor" })
  }

  @Test func aFormIsClearedOnlyWhenAsked() throws {
    let desk = try Desk(sample: false)
    func company() -> String? {
      (desk.app.overlays.first as? FormOverlay)?.form.values["company"]
    }
    try desk.keys("a Acme <ctrl+x> n")
    #expect(company() == "Acme", "\(desk.screen)")
    try desk.keys("<ctrl+x> y")
    #expect(company() == "", "\(desk.screen)")
    try desk.keys("<ctrl+x>")
    #expect(desk.screen.contains("Nothing here has been changed."), "\(desk.screen)")
  }

  @Test func whatHasHappenedDoesNotLieInTheFuture() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys("/ acme <enter> o 1 <tab> 2030-01-01 <ctrl+s>")
    #expect(desk.screen.contains("hasn't happened yet"))
    #expect(try desk.store.archive() == before)
  }

  @Test func everyDateTypedInWordsIsEchoed() throws {
    let desk = try Desk(Size(200, 40))
    try desk.keys("a Kiwi <tab> Dev <tab> 3␣mar <tab> tue␣14:00 <ctrl+s>")
    #expect(
      desk.screen.contains(
        "Saved: Kiwi added; applied Tue 3 March 2026; interview Tue 24 March 2026, 14:00"),
      "\(desk.screen)")
    #expect(desk.screen.contains("type last tue for the previous one"), "\(desk.screen)")
    try desk.keys("<ctrl+l> a Plum <tab> Dev <tab> <tab> yesterday <ctrl+s>")
    #expect(desk.screen.contains("interview Thu 19 March 2026, no time noted"), "\(desk.screen)")
    let archive = try desk.store.archive()
    let plum = try #require(archive.application.first { $0.company == "Plum" })
    let round = try #require(archive.interview.first { $0.application == plum.id })
    #expect(!round.hasHour && round.format == nil)
    // Looked at again, it is what it was.
    try desk.keys("<enter> i")
    if desk.screen.contains("Round 1") || desk.app.overlays.isEmpty { try desk.keys("<enter>") }
    try desk.keys("<ctrl+s>")
    #expect(try desk.store.archive().interview.first { $0.id == round.id } == round)
  }

  @Test func formsSayOneThingOfEscape() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("a")
    #expect(!desk.screen.contains("cancel"))
    let rows = desk.screen.split(separator: "\n").filter { $0.contains("Esc back, keep a draft") }
    #expect(rows.count == 1, "\(desk.screen)")
  }
}
