import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// Undo and redo on the screen: all of it, with its name, and where it is shown.
@Suite(.timed) struct AppUndoTests {
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

  @Test func anApplicationThatComesBackIsLookedFor() throws {
    let program = try Desk()
    var app = program.app
    let back = Change(
      "x",
      [
        .insert(
          .application(Application(id: ID("a3"), created: TestClock.noon) { $0.company = "Firm 3" })
        )
      ])
    #expect(app.screen == .home && app.overlays.isEmpty && app.home.wanted == nil)
    _ = app.showing(back)
    #expect(app.home.wanted == ID("a3"))
  }

  @Test func undoNamesTheAnswer() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Testwerk <tab> <tab> 1 <ctrl+s> 3")
    try desk.command("g how␣often␣did␣you␣interrupt <enter> 0")
    try desk.command("g What␣went␣well <enter>")
    try desk.keys("A␣good␣demo <enter> n")
    try desk.command("H")
    #expect(desk.screen.contains("answer saved: “A good demo”"), "\(desk.screen)")
    #expect(desk.screen.contains("answer saved: “How often did you interrupt"), "\(desk.screen)")
    try desk.keys("<esc>")
    try desk.keys("<tab> u")
    #expect(desk.screen.contains("Undone: “A good demo”."), "\(desk.screen)")
  }

  @Test func aChangeOfAnApplicationIsNamedByItsTitle() {
    var ids = IDSource(seed: 3)
    let at = TestClock.noon
    let (change, _) = Recipe.add(
      company: "Acme", role: "", interview: nil, ids: &ids, now: at)
    #expect(change.about == nil)
    #expect(Change("answer saved", []).about == nil)
  }
}
