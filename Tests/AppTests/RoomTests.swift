import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// A large screen is used: what there's room for is shown, and whole.
@Suite(.timed) struct RoomTests {
  /// Below a figure and beside it stand those that come after it.
  @Test func theMonthsShowMoreThanOneFigure() throws {
    for (size, isLarge) in [(Size(200, 60), true), (Size(120, 40), false), (Size(80, 24), false)] {
      let desk = try Desk(size)
      try desk.keys("Y")
      #expect(brokenInvariant(desk.app) == nil)
      let figures = try #require(MonthsScreen.look(desk.app) { $0.figures($1) })
      func beginning(_ n: Int) -> String {
        figures[n].sentences[0].split(separator: " ").prefix(4).joined(separator: " ")
      }
      #expect(desk.screen.contains(beginning(0)))
      #expect(desk.screen.contains(beginning(1)) == isLarge, "\(desk.screen)")
      try desk.keys("j <enter>")
      #expect(brokenInvariant(desk.app) == nil)
      #expect(desk.screen.contains(beginning(1)))
      #expect(desk.screen.contains(beginning(2)) == isLarge, "\(desk.screen)")
    }
  }

  /// What people said is there to its end, wherever the bar is, unless the log is longer than its pane.
  @Test(arguments: [Size(120, 40), Size(200, 60)]) func whatPeopleSaidIsWhole(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter> <enter> <alt+1>")
    #expect(desk.screen.contains("one.\""), "\(desk.screen)")
    let folder = try #require(desk.app.desk.folder)
    let long = String(repeating: "word ", count: 400) + "the end"
    let replies = (1...6).map { n in
      Feedback(id: ID("long\(n)"), application: folder.id, recorded: desk.now) {
        $0.from = "Someone"
        $0.received = desk.now.day
        $0.verbatim = long
      }
    }
    let change = Change("add replies", replies.map { .insert(.feedback($0)) })
    _ = try desk.store.apply(change, at: desk.now)
    desk.send(.changedOutside)
    #expect(!desk.screen.contains("one.\""), "\(desk.screen)")
    #expect(brokenInvariant(desk.app) == nil)
  }
}
