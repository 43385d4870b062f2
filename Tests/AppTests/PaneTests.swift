import TUI
import Testing

@testable import DebriefApp

/// Every pane of the review is reached: by its number, by Tab, by its commands.
@Suite(.timed) struct PaneTests {
  @Test(arguments: PaneID.allCases) func everyPaneIsReached(_ pane: PaneID) throws {
    #expect(pane.type.id == pane)
    #expect(Places.all.contains { ObjectIdentifier($0) == ObjectIdentifier(pane.type) })
    #expect(pane.type.scope.outer.contains(Review.scope))
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter> <enter>")
    let command = try #require(CommandTable.standard.command("review.\(pane)"))
    #expect(command.keys == ["\(pane.rawValue)", "alt+\(pane.rawValue)"])
    var app = desk.app
    _ = app.perform(command)
    #expect(app.review.focus == pane)
  }

  @Test func tabGoesAllTheWayRound() {
    var review = Review()
    var seen: Set<PaneID> = []
    for _ in PaneID.allCases {
      review.cycle(1)
      seen.insert(review.focus)
    }
    #expect(seen == Set(PaneID.allCases) && review.focus == .checklist)
  }
}
