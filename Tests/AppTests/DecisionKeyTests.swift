import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// By keys: what one's own record says where one decides, what was prepared beside what was asked, and an
/// application as it stood.
@Suite(.timed) struct DecisionKeyTests {
  private let quiet = "/ はやぶさ <enter> <enter> "
  private let nord = "/ nord <enter> <enter> "

  @Test func thePredictionFormHasTheBaseRateBesideIt() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(quiet + "F")
    #expect(desk.screen.contains("So far, it went further after"), "\(desk.screen)")
    #expect(desk.screen.contains("Chance of a yes"))
  }

  @Test func theLettersSayWhichWayOfAskingGotAnAnswer() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + "<alt+6>")
    #expect(desk.effects.contains(.afterwards(.loadRecord())))
    // The sample has too few requests to say anything.
    #expect(!desk.screen.contains("answered you"))
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

  @Test func questionsAreMatchedWithWhatWasPrepared() throws {
    let desk = try Desk(Size(120, 40))
    let id = try #require(try desk.store.archive().application.first { $0.company == "Nordlicht" })
      .id
    let question = try #require(
      try desk.store.archive().turn.first { $0.application == id && $0.asker == .them })
    let entry = Preparation(id: ID("prepared"), application: id, kind: .answer, recorded: desk.now)
    {
      ($0.text, $0.detail) = (question.question, "My answer.")
    }
    try desk.store.apply(Change("add", [.insert(.preparation(entry))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.keys(nord + "<alt+4> b")
    #expect(
      desk.screen.contains("looks like:")
        && desk.screen.contains("; 1 prepared but not asked"),
      "\(desk.screen)")
    try desk.keys("a")
    #expect(desk.screen.contains("; 0 prepared but not asked"))
    #expect(
      try desk.store.archive().turn.filter { $0.preparation == entry.id }.map(\.id) == [question.id]
    )
    try desk.keys("u")
    #expect(try desk.store.archive().turn.allSatisfy { $0.preparation == nil })
    try desk.keys("a G <enter>")
    #expect(desk.screen.contains("Which prepared answer was it?"))
    try desk.keys("<esc> <esc>")
    #expect(brokenInvariant(desk.app) == nil)
  }

  @Test func thePageAsItStoodAndToday() throws {
    let desk = try Desk(Size(170, 50))
    try desk.keys(nord + "<alt+1>")
    desk.now = desk.now.adding(seconds: 3 * 86_400)
    try desk.keys("a Spoke␣too␣fast␣at␣the␣whiteboard <ctrl+s>")
    #expect(try desk.store.archive().finding.contains { $0.statement.hasPrefix("Spoke too fast") })
    try desk.keys("<esc> p")
    #expect(desk.screen.contains("Spoke too fast"), "\(desk.screen)")
    try desk.keys("t yesterday <enter>")
    #expect(
      desk.screen.contains("As it was on") && desk.screen.contains("As it is today"),
      "\(desk.screen)")
    // On a narrower screen the earlier page stands alone.
    try desk.keys("")
    desk.send(.input(.resize(Size(80, 60))))
    #expect(
      desk.screen.contains("As it was on") && !desk.screen.contains("Spoke too fast"),
      "\(desk.screen)")
    try desk.keys("t")
    #expect(!desk.screen.contains("As it was on") && desk.screen.contains("Spoke too fast"))
    try desk.keys("t 1␣jan␣2020 <enter>")
    #expect(desk.screen.contains("wasn't here yet"))
    try desk.keys("t nonsense <enter>")
    #expect(desk.screen.contains("isn't a date"))
  }
}
