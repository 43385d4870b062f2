import DebriefModel
import Foundation
import TUI
import Testing

@testable import DebriefApp

/// A page is as long as what is to be seen of the list, however large the screen and its things are.
@Suite(.timed) struct PagingTests {
  private func desk(_ size: Size) throws -> Desk {
    let desk = try Desk(size, sample: false)
    try desk.keys("a Long <tab> Post <ctrl+s>")
    let id = try #require(desk.app.home.rows.first).application.id
    let turns = (1...60).map { n in
      Turn(id: ID("t\(n)"), application: id, recorded: desk.now) {
        $0.question = "question \(n)"
        $0.position = n
      }
    }
    _ = try desk.store.apply(
      Change("add turns", turns.map { .insert(.turn($0)) }), at: desk.now)
    try desk.keys("<enter> <alt+4>")
    return desk
  }

  /// The numbers of the turns on the screen.
  private func seen(_ desk: Desk) -> [Int] {
    desk.screen.split(separator: "\n").compactMap { line in
      line.range(of: "Q[0-9]+ ", options: .regularExpression).flatMap {
        Int(line[$0].dropFirst().dropLast())
      }
    }
  }

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(200, 60), Size(80, 14), Size(30, 8)])
  func aPageIsWhatIsSeen(_ size: Size) throws {
    let desk = try desk(size)
    for keys in ["", "z"] {
      if !keys.isEmpty { try desk.keys(keys) }
      try desk.keys("<home>")
      let first = seen(desk)
      #expect(first.first == 1)
      try desk.keys("<pgdn>")
      // The last that was seen whole stays in sight; where one alone fits, the next one comes.
      let script = try #require(desk.app.opened).script
      #expect(abs(script.selected - max(1, first.count - 1)) <= 1, "\(size): \(first)")
      try desk.keys("<pgup>")
      #expect(try #require(desk.app.opened).script.selected <= 1)
    }
  }

  @Test func allListsOverAScreenMoveByWhatIsSeen() throws {
    let desk = try Desk(Size(80, 14), sample: false)
    let people = (1...40).map { n in
      Person(id: ID("p\(n)")) { $0.name = "Person \(n < 10 ? "0" : "")\(n)" }
    }
    _ = try desk.store.apply(
      Change("add people", people.map { .insert(.person($0)) }), at: desk.now)
    try desk.keys("P")
    let rows = desk.screen.split(separator: "\n").filter { $0.contains("Person ") }.count
    try desk.keys("<pgdn>")
    let list = try #require(desk.app.top(PeopleOverlay.self)).list
    #expect(abs(list.selection - (rows - 1)) <= 1, "\(rows) rows")
  }
}
