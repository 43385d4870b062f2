import DebriefModel
import TestSupport
import Testing

@testable import DebriefApp
@testable import TUI

/// Labels on what is to be seen: typing one goes where a click would.
@Suite(.timed) struct JumpTests {
  private func label(_ desk: Desk, at text: String) throws -> String {
    let jump = try #require(desk.app.top(JumpOverlay.self))
    var below = desk.app
    below.overlays.removeLast()
    let place = try #require(below.frame().place(of: text))
    return try #require(jump.marks.first { $0.y == place.y && $0.x <= place.x }?.label)
  }

  @Test func aLabelPutsTheBarOnItsRow() throws {
    let desk = try Desk(Size(120, 40))
    let before = desk.app.home.target(desk.app.desk)
    try desk.keys(",")
    let label = try label(desk, at: "Kestrel")
    try desk.keys(label)
    #expect(desk.app.overlays.isEmpty)
    let id = try #require(desk.app.home.target(desk.app.desk))
    #expect(id != before)
    #expect(
      desk.app.home.rows.first { $0.application.id == id }?.application.company.contains("Kestrel")
        == true)
    // The next click is the first one of two.
    #expect(!desk.app.isPointedAtRow)
  }

  @Test func escLeavesAllAsItWas() throws {
    let desk = try Desk(Size(120, 40))
    let before = desk.screen
    try desk.keys(", <esc>")
    #expect(desk.screen == before)
    try desk.keys(", <ctrl+c>")
    #expect(desk.screen == before)
  }

  @Test func aRowOfAnotherPaneTakesTheKeysThere() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter> <enter> <alt+3> ,")
    let jump = try #require(desk.app.top(JumpOverlay.self))
    var below = desk.app
    below.overlays.removeLast()
    let area = try #require(
      below.hits.first { $0.target == .part(PaneID.findings.rawValue) }?.area)
    let mark = try #require(
      jump.marks.first {
        $0.cell >= area.x && $0.cell < area.maxX && $0.y >= area.y && $0.y < area.maxY
      })
    try desk.keys(mark.label)
    #expect(desk.app.review.focus == .findings)
  }

  @Test func aListOverAScreenHasLabels() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("D ,")
    let marks = try #require(desk.app.top(JumpOverlay.self)?.marks)
    try #require(marks.count > 2)
    try desk.keys(marks[2].label)
    #expect(desk.app.top(AgendaOverlay.self)?.list.selection == 2)
  }

  /// What is typed into a text is text, and a question that is asked has no rows to go to.
  @Test func aTextFieldHasNone() throws {
    let desk = try Desk()
    try desk.keys("a a,b")
    #expect(desk.app.top(JumpOverlay.self) == nil)
    #expect(desk.screen.contains("a,b"))
  }

  @Test func withoutRowsThereIsNothingToJumpTo() throws {
    var app = try Desk(sample: false).app
    app.desk.size = App.smallest
    _ = app.handle(.input(.key(.char(","))), now: app.desk.now)
    #expect(app.frame().size == App.smallest)
  }

  @Test func aResizeEndsIt() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(",\n:resize 80x24\na")
    #expect(desk.app.overlays.isEmpty)
  }

  @Test func noLabelIsTheBeginningOfAnother() {
    for count in [0, 1, 26, 27, 100, 676, 1_000] {
      let labels = JumpOverlay.labels(count)
      #expect(labels.count == min(count, 676))
      #expect(Set(labels).count == labels.count)
      #expect(Set(labels.map(\.count)).count <= 1)
    }
  }

  /// With more rows than letters, the first letter leaves those that begin so.
  @Test func twoLettersAreTypedOneAfterTheOther() throws {
    let rows = (0..<40).map {
      HitArea(target: .row($0), area: Rect(x: 0, y: $0, width: 10, height: 1))
    }
    let desk = try Desk(Size(80, 50))
    var app = desk.app
    app.overlays.append(JumpOverlay(rows, on: app.desk.size))
    _ = app.handle(.input(.key(.char("s"))), now: app.desk.now)
    #expect(app.top(JumpOverlay.self)?.typed == "s")
    _ = app.handle(.input(.key(Key(.backspace))), now: app.desk.now)
    #expect(app.top(JumpOverlay.self)?.typed == "")
    _ = app.handle(.input(.key(.char("9"))), now: app.desk.now)
    #expect(app.top(JumpOverlay.self)?.typed == "")
    for key in "as" { _ = app.handle(.input(.key(.char(key))), now: app.desk.now) }
    #expect(app.overlays.isEmpty)
  }

  /// Whatever is to be seen, each label leads where its cell is, and none to what answers or saves.
  @Test(arguments: EveryCommandTests.places) func labelsLeadToRowsAndPanes(_ way: String) throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    for mark in JumpOverlay(desk.app.hits, on: desk.app.desk.size).marks {
      let at = desk.app.pointed(Pointer(.press, x: mark.cell, y: mark.y))
      switch at.target {
      case .row, .part: break
      default: Issue.record("\(mark.label) leads to \(String(describing: at.target))")
      }
    }
  }
}
