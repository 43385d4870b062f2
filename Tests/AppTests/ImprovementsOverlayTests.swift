import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The list of changes to try: how many, by when, and how each ends.
@Suite(.timed) struct ImprovementsOverlayTests {
  private let nord = "/ nord <enter> <enter> "

  @Test func aChangeIsClosedWithItsTestAndDroppedWithAReason() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys(nord + "T x <tab> <right> <tab> they␣asked␣on <ctrl+s>")
    let own = try #require(desk.app.opened).dossier
    let done = try #require(own.improvements.first)
    #expect(done.state == .done)
    #expect(done.outcome == "they asked on")
    #expect(own.interviews.contains { $0.id == done.testedBy })
    // The first of another application is on top now.
    try desk.keys("X <ctrl+s>")
    #expect(desk.screen.contains("Why is needed"), "\(desk.screen)")
    try desk.keys("not␣my␣way <ctrl+s>")
    #expect(
      try desk.store.archive().improvement.contains {
        $0.state == .dropped && $0.outcome == "not my way" && $0.application != own.application.id
      })
    try desk.keys("u u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aFourthOpenChangeIsRefusedUnlessItIsLearned() throws {
    let desk = try Desk()
    try desk.keys(nord + "T a one <ctrl+s> a two <ctrl+s> a three <ctrl+s> a four <ctrl+s>")
    #expect(desk.screen.contains("Three changes at a time"), "\(desk.screen)")
    try desk.keys("l <ctrl+s>")
    #expect(try desk.store.archive().improvement.contains { $0.what == "four" && $0.isLearning })
  }

  @Test func aChangeWithADayComesUpAndIsTested() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(nord + "T a Lead␣a␣project <shift+tab> <right> <tab> <tab>")
    try desk.keys("evenings <tab> forty␣hours <tab> in␣3␣days <ctrl+s> <esc>")
    let it = try #require(desk.store.archive().improvement.first { $0.what == "Lead a project" })
    #expect(it.options == "evenings" && it.cost == "forty hours" && it.by == Day(2026, 3, 23))
    try desk.keys("q")
    let index = try #require(desk.app.desk.due.agenda.firstIndex { $0.kind == .change })
    try desk.keys("D" + String(repeating: " j", count: index) + " x")
    #expect(desk.screen.contains("You tried it"), "\(desk.screen)")
    try desk.keys("<tab> <tab> it␣helped <ctrl+s>")
    #expect(
      try desk.store.archive().improvement.first { $0.id == it.id }?.state == .done,
      "\(desk.screen)")
    #expect(!desk.app.desk.due.agenda.contains { $0.kind == .change })
  }

  @Test func thePageOfAChange() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + "T b")
    #expect(
      desk.screen.contains("Before and after") && desk.screen.contains("just be luck"),
      "\(desk.screen)")
    #expect(desk.screen.contains("Since"))
    try desk.keys("<esc> <esc>")
    #expect(desk.app.overlays.isEmpty)
  }
}
