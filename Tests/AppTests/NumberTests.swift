import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// A number is typed in its place and kept by Enter: its second digit answers no other question.
@Suite struct NumberTests {
  private let asked = "/ nord <enter> <enter> <alt+3> g how␣often␣did␣you␣interrupt <enter> "

  private func responses(_ desk: Desk) throws -> [String: String] {
    let id = try #require(desk.app.opened?.wizard?.debrief.id)
    let given = try desk.store.archive().response.filter { $0.debrief == id }
    return Dictionary(given.map { ($0.item, $0.value) }, uniquingKeysWith: { a, _ in a })
  }

  @Test func twelveIsTwelveAndLeaksNowhere() throws {
    let desk = try Desk()
    try desk.keys(asked)
    var wanted = try responses(desk)
    try desk.keys("1 2")
    #expect(try responses(desk) == wanted, "nothing is kept before Enter")
    #expect(desk.screen.contains(" 12 "), "\(desk.screen)")
    try desk.keys("<enter>")
    wanted["interrupt.count"] = "12"
    #expect(try responses(desk) == wanted)
  }

  @Test func itCanBeMendedAndLeft() throws {
    let desk = try Desk()
    try desk.keys(asked)
    let before = try responses(desk)
    try desk.keys("1 2 <backspace> <backspace> 0 7 <enter>")
    #expect(try responses(desk)["interrupt.count"] == "7")
    try desk.keys("u g how␣often␣did␣you␣interrupt <enter> 9 9 <esc>")
    #expect(desk.app.opened != nil, "Esc takes the digits back and stays")
    try desk.keys("1 ] [")
    #expect(try responses(desk) == before)
  }

  @Test func noMoreDigitsThanAreCounted() throws {
    let desk = try Desk()
    try desk.keys(asked + "1 2 3 4 5 6 7 8 9 <enter>")
    #expect(try responses(desk)["interrupt.count"] == "1234")
  }

  @Test(arguments: [Size(80, 24), Size(30, 8), Size(20, 6)])
  func itIsSeenAtAnySize(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys(asked + "1 2")
    #expect(desk.screen.contains(" 12 "), "\(desk.screen)")
    #expect(brokenInvariant(desk.app) == nil)
  }

  @Test func enterWithNothingTypedAnswersNothing() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> <alt+3> g how␣many␣people␣made <enter>")
    var review = try #require(desk.app.opened)
    #expect(review.checklist.entry(review.wizard)?.item.id == "finalists.known", "\(desk.screen)")
    let entry = try #require(review.checklist.entry(review.wizard))
    if let given = entry.response {
      desk.send(
        .applied(
          try desk.store.apply(Change("clear", [.delete(.response(given))]), at: desk.now)))
      try desk.keys("] g how␣many␣people␣made <enter>")
    }
    let before = try desk.store.archive()
    try desk.keys("<enter>")
    #expect(try desk.store.archive() == before)
    #expect(desk.screen.contains("Type the number"), "\(desk.screen)")
    // Of the last round one was oneself.
    try desk.keys("0 <enter>")
    #expect(try desk.store.archive() == before)
    #expect(desk.screen.contains("You were one of them"), "\(desk.screen)")
    try desk.keys("<right> <enter>")
    review = try #require(desk.app.opened)
    #expect(review.dossier.application.finalists == 1)
    #expect(try responses(desk)["finalists.known"] == "1")
  }

  @Test(arguments: ["]", "[", "}", "q"]) func whatIsTypedIsNotLeftInSilence(_ key: String) throws {
    let desk = try Desk()
    try desk.keys(asked)
    #expect(desk.screen.contains("5   or type "), "\(desk.screen)")
    try desk.keys("1 2")
    #expect(desk.screen.contains("12   Enter keeps it"), "\(desk.screen)")
    try desk.keys(key)
    #expect(desk.screen.contains("12 is not kept"), "\(desk.screen)")
  }

  @Test func leavingSaysSoFirst() throws {
    let desk = try Desk()
    try desk.keys(asked + "1 2 Q")
    #expect(desk.screen.contains("12 is not kept: only Enter keeps a number. Q leaves."))
    #expect(!desk.app.isFinished)
    try desk.keys("Q")
    #expect(desk.app.isFinished)
  }

  @Test func theJumpSaysSoToo() throws {
    let desk = try Desk()
    try desk.keys(asked + "1 2 g lesson <enter>")
    #expect(desk.screen.contains("12 is not kept"), "\(desk.screen)")
  }
}
