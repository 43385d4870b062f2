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

  /// What a short list leaves blank has what the applications taught; a lower screen keeps its rows for the list,
  /// and so does one whose list is being searched.
  @Test func aShortListIsFollowedByWhatItTaught() throws {
    for (size, isShown) in [
      (Size(200, 60), true), (Size(120, 40), true), (Size(120, 30), false), (Size(80, 24), false),
    ] {
      let desk = try Desk(size)
      #expect(desk.screen.contains("What you learned") == isShown, "\(size) \(desk.screen)")
      #expect(brokenInvariant(desk.app) == nil)
      try desk.keys("/ kestrel")
      #expect(!desk.screen.contains("What you learned"), "\(size)")
    }
  }

  /// Of an application with an interview ahead, the box beside the list says what is to be ready for it.
  @Test func whatIsToBeReadyStandsBesideTheList() throws {
    let desk = try Desk(Size(200, 60))
    let acme = try #require(try desk.store.archive().application.first { $0.company == "Acme" })
    let all = try desk.store.archive().preparation.filter { $0.application == acme.id }
    let ready = try #require(all.first { $0.kind == .document })
    try desk.keys("/ acme <enter>")
    #expect(!desk.screen.contains("What to have ready"), "nothing is ahead: \(desk.screen)")
    let round = Interview(id: ID("ahead"), application: acme.id, recorded: desk.now) {
      $0.round = 9
      $0.start = desk.now.adding(seconds: 5 * 86_400)
    }
    try desk.store.apply(Change("add", [.insert(.interview(round))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.keys("k j")
    #expect(desk.screen.contains("What to have ready"), "\(desk.screen)")
    #expect(desk.screen.contains(ready.text.prefix(20)), "\(desk.screen)")
    // A note on the company is named in small letters, and begins a row like all others.
    #expect(all.contains { $0.text == "mission" } == desk.screen.contains("] Mission"))
    #expect(brokenInvariant(desk.app) == nil)
  }
}
