import TUI
import Testing

@testable import DebriefApp

/// The terminal's cursor stands on what has the focus, also where it is hidden: braille displays and screen
/// readers follow it.
@Suite(.timed) struct CursorTests {
  /// The rows that are drawn as selected.
  private func selected(_ frame: Frame) -> Set<Int> {
    let flag = UInt64(Ink.Flags.selected.rawValue)
    return Set(
      frame.cells.indices.filter { UInt64(frame.cells[$0].look) & flag != 0 }
        .map { $0 / frame.size.width })
  }

  @Test(
    arguments: EveryCommandTests.places + [
      "<ctrl+p>", "<ctrl+p> tur", "e", "o", "<enter> <alt+1> e",
      "<enter> <alt+1> e <tab> <tab> <tab> <tab> <enter>",
      "<ctrl+f> kube", "/", "c", "?", "d", "<enter> g", "<enter> <alt+6> a",
    ], [Size(80, 24), Size(120, 40), Size(200, 60)])
  func standsOnWhatHasTheFocus(_ way: String, _ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    let frame = desk.app.frame()
    let cursor = try #require(frame.cursor, "no cursor in \(desk.screen)")
    let rows = selected(frame)
    // A field that is typed into has a cursor that is seen; else it is on the selected row.
    // Pages that are only read, and a yes or no, have no selected row.
    let isList =
      !(desk.app.overlays.last is HelpOverlay || desk.app.overlays.last is ConfirmOverlay)
    if !rows.isEmpty, !cursor.visible, isList {
      #expect(
        rows.contains(cursor.y),
        "the cursor is in row \(cursor.y), not \(rows.sorted())\n\(desk.screen)")
    }
  }

  /// Moving the bar moves the cursor.
  @Test(arguments: [
    "", "D", "P", "Y", "Y <enter> <enter>", "<enter> <alt+4>", "<enter> <alt+5>",
  ])
  func movesWithTheBar(_ way: String) throws {
    let desk = try Desk(Size(80, 40))
    try desk.keys("/ nord <enter> <esc>")
    if !way.isEmpty { try desk.keys(way) }
    let before = desk.app.frame().cursor
    try desk.keys("j")
    #expect(desk.app.frame().cursor != before)
  }

  /// At a question: the option, the offer, the ratings.
  @Test func standsAtTheQuestion() throws {
    let desk = try Desk(Size(80, 24), sample: false)
    try desk.keys("a Acme <tab> Job <ctrl+s> o 1 <ctrl+s> <enter>")
    let first = try #require(desk.app.frame().cursor)
    try desk.keys("j")
    #expect(desk.app.frame().cursor?.y == first.y + 1)
  }
}
