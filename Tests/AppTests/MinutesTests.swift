import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// How long a debrief still takes is said in several places, and it's the same everywhere.
@Suite(.timed) struct MinutesTests {
  /// The row of Nordlicht, as the store has it for the list.
  private func row(_ desk: Desk) throws -> Facts {
    try #require(
      try desk.store.shelf(.init(.top, count: 30)).rows.first {
        $0.application.company == "Nordlicht"
      })
  }

  /// At each answer: the counts and the minutes of the list, of the question's head, and of plain mode.
  @Test func theListAndTheQuestionSayTheSameMinutes() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter> <enter>")
    var seen: Set<Int> = []
    for n in 0..<30 {
      let wizard = try #require(desk.app.desk.folder?.wizard)
      let facts = try row(desk)
      let minutes = try #require(facts.minutesLeft)
      #expect(minutes == wizard.minutesLeft)
      #expect(facts.debrief?.done == wizard.done && facts.debrief?.total == wizard.total)
      #expect(desk.screen.contains(TimeLeft.said(minutes)), "\(desk.screen)")
      let said = facts.progress(now: desk.now, within: 16).text
      let counts = "\(wizard.done) of \(wizard.total)"
      #expect(said == (minutes == 0 ? counts : "\(counts), \(minutes) min"))
      seen.insert(minutes)
      guard let open = wizard.openRequired.first(where: { $0.item.kind != .task(.close) }) else {
        break
      }
      desk.runner.advance(seconds: 40)
      let change = wizard.answer(
        open, value: "", skipped: "not now", id: ID("minutes\(n)"), now: desk.now)
      desk.send(.applied(try desk.store.apply(change, at: desk.now)))
    }
    #expect(seen.count > 1, "the minutes fell")
  }

  @Test func homeShowsWhatTheDebriefShows() throws {
    let desk = try Desk(Size(120, 40))
    let minutes = try #require(try row(desk).minutesLeft)
    #expect(desk.screen.contains("11 of 15, \(minutes) min"), "\(desk.screen)")
    try desk.keys("/ nord <enter> <enter>")
    #expect(desk.screen.contains(TimeLeft.said(minutes)), "\(desk.screen)")
  }

  /// What the lists hold is counted below a question that has the screen to itself, and not beside the lists.
  @Test(arguments: [
    (Size(80, 24), true), (Size(109, 40), true), (Size(120, 40), false), (Size(200, 60), false),
  ]) func whatStandsBesideIsNotSaidAgain(_ size: Size, _ isSaid: Bool) throws {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter> <enter>")
    #expect(desk.screen.contains("went well 4   didn't 3") == isSaid, "\(desk.screen)")
    #expect(desk.screen.contains("more about this"), "\(desk.screen)")
  }
}
