import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The list of recent changes, and undo down to any of them.
@Suite(.timed) struct HistoryTests {
  private func desk(_ size: Size = Size(80, 24)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    for name in ["One", "Two", "Three"] { try desk.keys("a \(name) <tab> Post <ctrl+s>") }
    return desk
  }

  @Test func theLatestComesFirstAndGoesAtOneKey() throws {
    let desk = try desk()
    try desk.keys("H")
    let rows = desk.screen.split(separator: "\n").filter { $0.contains(" added") }
    #expect(rows.count == 3 && rows[0].contains("Three added") && rows[2].contains("One added"))
    try desk.keys("<enter>")
    #expect(desk.screen.contains("Undone: Three added"), "\(desk.screen)")
    #expect(try desk.store.archive().application.map(\.company).sorted() == ["One", "Two"])
    // The list shows what became of it, and the same key does it no second time.
    try desk.keys("<home>")
    #expect(desk.screen.contains("undone"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.screen.contains("That's already undone"), "\(desk.screen)")
    try desk.keys("<ctrl+r>")
    #expect(try desk.store.archive().application.count == 3)
  }

  @Test func severalAreAskedAboutAndGoTogether() throws {
    let desk = try desk()
    let before = try desk.store.archive()
    try desk.keys("H j j <enter>")
    #expect(desk.screen.contains("these 3 changes"), "\(desk.screen)")
    try desk.keys("n")
    #expect(try desk.store.archive() == before)
    try desk.keys("<enter> y")
    #expect(try desk.store.archive().application.isEmpty)
    #expect(desk.screen.contains("3 changes, back to: One added"), "\(desk.screen)")
    try desk.keys("<ctrl+r> <ctrl+r> <ctrl+r>")
    #expect(try desk.store.archive() == before)
  }

  @Test func whatWasChangedMeanwhileIsNotTakenBack() throws {
    let desk = try desk()
    try desk.keys("H j <enter>")
    let other = Application(id: ID("other"), created: desk.now) { $0.company = "Other" }
    _ = try desk.store.apply(Change("add Other", [.insert(.application(other))]), at: desk.now)
    try desk.keys("y")
    #expect(desk.screen.contains("nothing was undone"), "\(desk.screen)")
    #expect(try desk.store.archive().application.count == 4)
  }

  @Test(arguments: [Size(30, 8), Size(80, 24), Size(200, 60)])
  func anEmptyListSaysSo(_ size: Size) throws {
    let desk = try Desk(size, sample: false)
    try desk.keys("H")
    #expect(desk.screen.contains("Nothing has changed yet."), "\(desk.screen)")
    try desk.keys("<enter> q")
    #expect(desk.app.overlays.isEmpty)
  }

  /// More is read once the end of the list comes into sight.
  @Test func aLongListIsReadInParts() throws {
    let desk = try Desk(Size(80, 24), sample: false)
    for n in 0..<130 {
      let it = Application(id: ID("a\(n)"), created: desk.now) { $0.company = "N\(n)" }
      _ = try desk.store.apply(Change("add N\(n)", [.insert(.application(it))]), at: desk.now)
    }
    try desk.keys("H")
    #expect(desk.app.desk.history.count == 100)
    try desk.keys("<end>")
    #expect(desk.app.desk.history.count == 130)
  }
}
