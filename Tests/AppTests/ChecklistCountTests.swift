import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// A count is answered by its digit; a number of two digits is typed in a box of its own.
@Suite(.timed) struct ChecklistCountTests {
  private func asked(_ size: Size = Size(80, 24), _ ask: String = "how␣often␣did␣you␣interrupt")
    throws -> Desk
  {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter> <enter> <alt+3>")
    try desk.command("g \(ask) <enter>")
    return desk
  }

  private func responses(_ desk: Desk) throws -> [String: String] {
    let id = try #require(desk.app.opened?.wizard?.debrief.id)
    let given = try desk.store.archive().response.filter { $0.debrief == id }
    return Dictionary(given.map { ($0.item, $0.value) }, uniquingKeysWith: { a, _ in a })
  }

  @Test(arguments: [0, 1, 5, 6, 9]) func aDigitAnswersAtOnce(_ digit: Int) throws {
    let desk = try asked()
    var wanted = try responses(desk)
    try desk.keys("\(digit)")
    wanted["interrupt.count"] = "\(digit)"
    #expect(try responses(desk) == wanted)
  }

  @Test(arguments: [Size(80, 24), Size(30, 8), Size(20, 6)])
  func moreThanNineIsTyped(_ size: Size) throws {
    let desk = try asked(size)
    try desk.keys("m <ctrl+a> <ctrl+k> 1 2 <ctrl+s>")
    #expect(try responses(desk)["interrupt.count"] == "12", "\(desk.screen)")
    #expect(brokenInvariant(desk.app) == nil)
  }

  @Test func ofTheLastRoundOneWasOneself() throws {
    let desk = try asked(Size(80, 24), "how␣many␣people␣made")
    let before = try responses(desk)["finalists.known"]
    try desk.keys("0")
    #expect(try responses(desk)["finalists.known"] == before)
    #expect(desk.screen.contains("0 isn't one of the answers"), "\(desk.screen)")
    try desk.keys("1")
    #expect(try #require(desk.app.opened).dossier.application.finalists == 1)
    #expect(try responses(desk)["finalists.known"] == "1")
  }
}
