import DebriefModel
import TestSupport
import Testing

@testable import DebriefApp

/// Which causes are offered, and what a word too many does at the end.
extension GuidedTests {
  /// What can only happen in an interview is no cause to pick where there was none, and the other way round.
  @Test(arguments: [Branch.rejectedWithoutInterview, .rejectedAfterInterview, .ghosted])
  func causesFitWhatHappened(_ branch: Branch) throws {
    let desk = try begun(branch)
    let wizard = try #require(desk.app.opened?.wizard)
    let titles = ChecklistPane.reasons("", wizard).map(\.title)
    let isAfter = branch != .rejectedWithoutInterview
    for title in [
      "Interrupted someone", "Sounded rehearsed", "Answers that missed the point", "An off day",
      "Clothes didn't match what people wear there",
    ] {
      #expect(titles.contains(title) == isAfter, "\(titles)")
    }
    #expect(titles.contains("Maybe nobody read your résumé") == !isAfter)
    #expect(titles.contains("Less experience than they asked for"))
  }

  /// Whoever types on behind the lesson runs no command: neither is the lesson taken back, nor the debrief left.
  @Test(arguments: Branch.allCases)
  func aWordTooManyBehindTheLessonDoesNothing(_ branch: Branch) throws {
    let desk = try begun(branch)
    try desk.keys("2")
    let lesson = try #require(
      desk.app.opened?.wizard?.everything.first { $0.item.id == "lesson.line" }?.item)
    try desk.command("g " + lesson.ask.prefix(30).replacing(" ", with: "␣") + " <enter>")
    for c in "Ask first" { desk.send(.input(.key(.char(c)))) }
    try desk.keys("<enter>")
    let before = try entry(desk)
    try #require(before.item.kind == .task(.close), "\(desk.screen)")
    for c in "question up" { desk.send(.input(.key(.char(c)))) }
    #expect(try entry(desk).item.id == before.item.id, "\(desk.screen)")
    #expect(desk.app.opened?.dossier.debrief?.lesson == "Ask first", "\(desk.screen)")
    #expect(desk.app.screen == .review)
    // What the screen names works all the same.
    try desk.keys("4 <enter>")
    #expect(desk.app.opened?.wizard?.debrief.closed != nil, "\(desk.screen)")
  }
}
