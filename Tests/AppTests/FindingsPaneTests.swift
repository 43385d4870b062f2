import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The pane of what went well and what did not: what a row says of itself.
@Suite(.timed) struct FindingsPaneTests {
  private let nord = "/ nord <enter> <enter> "

  @Test func aFindingWrittenDownLateSaysSo() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + "<alt+1> h h a Calm␣when␣the␣line␣dropped <ctrl+s>")
    let review = try #require(desk.app.opened)
    let made = try #require(
      review.dossier.findings.first { $0.statement == "Calm when the line dropped" })
    let late = try #require(review.dossier.lateness(made))
    let place = try #require(
      review.findings.list(review.dossier, .strength).firstIndex { $0.id == made.id })
    try desk.keys("g" + String(repeating: " j", count: place))
    // In a narrow column it takes two lines.
    #expect(desk.screen.contains(late.prefix(15)), "\(desk.screen)")
  }

  /// What was partly in one's control isn't listed as outside of it: the list says what the page says.
  @Test func theListSaysWhoseTheCausesWere() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord)
    let review = try #require(desk.app.opened)
    let (outside, partly) = review.dossier.circumstances(desk.app.desk.content.reasons)
    try #require(!outside.isEmpty && !partly.isEmpty)
    #expect(desk.screen.contains("○ partly or fully outside your control"), "\(desk.screen)")
  }
}
