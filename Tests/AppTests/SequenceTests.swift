import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Once a sequence of keys is begun, the last row says what may follow.
@Suite(.timed) struct SequenceTests {
  private func desk(_ rows: [(String, [String])], _ size: Size = Size(80, 24)) throws -> Desk {
    let wishes = rows.enumerated().map {
      Settings.Keys(command: $1.0, keys: $1.1, line: $0 + 1)
    }
    let (table, refusals) = CommandTable.standard.rebound(wishes)
    #expect(refusals == [])
    return try Desk(size, commands: table)
  }

  private func footer(_ desk: Desk) -> String {
    (desk.screen.split(separator: "\n").last ?? "").trimmed
  }

  private let two = [("search", ["Z Z"]), ("agenda", ["Z t"])]

  private func title(_ name: String) throws -> String {
    try #require(CommandTable.standard.command(name)).title.lowercasedFirst
  }

  @Test func whatMayFollowIsSaidAtOnce() throws {
    let desk = try desk(two, Size(120, 24))
    let before = footer(desk)
    #expect(before.contains("? help"))
    try desk.keys("Z")
    let said = footer(desk)
    #expect(said.hasPrefix("Z …:") && said.hasSuffix("Esc cancel"), "\(said)")
    #expect(said.contains("Z \(try title("search"))"), "\(said)")
    #expect(said.contains("t \(try title("agenda"))"), "\(said)")
    #expect(brokenInvariant(desk.app) == nil)
    // Nothing waits for time to pass.
    #expect(!desk.app.isCounting)
    try desk.keys("<esc>")
    #expect(footer(desk) == before && desk.app.pendingKeys.isEmpty && desk.app.notice == nil)
    try desk.keys("Z t")
    #expect(desk.app.overlays.last is AgendaOverlay)
  }

  @Test func aLongerSequenceSaysWhatIsLeftOfIt() throws {
    let desk = try desk([("search", ["Z Z x"]), ("agenda", ["Z Z ctrl+w"])], Size(120, 24))
    try desk.keys("Z")
    #expect(footer(desk).contains("Z x \(try title("search"))"), "\(footer(desk))")
    #expect(footer(desk).contains("Z ^W \(try title("agenda"))"), "\(footer(desk))")
    try desk.keys("Z")
    #expect(footer(desk).hasPrefix("Z Z …:"), "\(footer(desk))")
    #expect(footer(desk).contains(" x \(try title("search"))"), "\(footer(desk))")
  }

  @Test func aSmallScreenHasTheShortWordsOrSaysHowManyMore() throws {
    for width in 20...60 {
      let desk = try desk(two, Size(width, 8))
      try desk.keys("Z")
      let said = footer(desk)
      #expect(said.hasPrefix("Z …:") && said.hasSuffix("Esc cancel"), "\(width): \(said)")
      #expect(brokenInvariant(desk.app) == nil)
    }
    let narrow = try desk(two, Size(30, 8))
    try narrow.keys("Z")
    let both = footer(narrow).contains(" Z ") && footer(narrow).contains(" t ")
    #expect(both || footer(narrow).contains("more"), "\(footer(narrow))")
    let three = try desk(two + [("inbox", ["Z c"])], Size(26, 8))
    try three.keys("Z")
    #expect(footer(three).contains("more  Esc cancel"), "\(footer(three))")
  }

  @Test func aKeyThatDoesNotFollowIsSaid() throws {
    let desk = try desk(two)
    try desk.keys("Z w")
    #expect(desk.screen.contains("Z w does nothing here"))
    #expect(desk.app.pendingKeys.isEmpty)
  }

  /// A word that's pointed at is its command, and the last one only leaves.
  @Test func theWordsCanBePointedAt() throws {
    let desk = try desk(two, Size(120, 24))
    let before = footer(desk)
    try desk.keys("Z\n:click Esc cancel")
    #expect(footer(desk) == before && desk.app.pendingKeys.isEmpty && desk.app.overlays.isEmpty)
    try desk.keys("Z\n:click t \(try title("agenda"))")
    #expect(desk.app.overlays.last is AgendaOverlay)
  }
}
