import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The list of applications: which rows it has at hand, where its bar stands, and how it is filtered.
@Suite(.timed) struct HomeListTests {
  private func rows(_ numbers: Range<Int>) -> [Facts] {
    numbers.map { n in
      Facts(Application(id: ID("a\(n)"), created: TestClock.noon) { $0.company = "Firm \(n)" })
    }
  }

  /// A window on a hundred applications.
  private func shelf(_ numbers: Range<Int>) -> Shelf {
    var it = Shelf()
    it.rows = rows(numbers)
    (it.atTop, it.atBottom, it.total) = (numbers.lowerBound == 0, numbers.upperBound == 100, 100)
    return it
  }

  private func request(_ place: Shelf.Request.Place) -> Shelf.Request {
    Shelf.Request(place, count: 20)
  }

  @Test func rowsReadBeforeTheOthersMoveNothingOnTheScreen() throws {
    let program = try Desk(sample: false)
    let desk = program.app.desk
    var home = Home()
    _ = home.take(shelf(30..<60), request(.from(ID("a30"))), desk)
    let height = home.listHeight(desk)
    try #require(height > 6 && height < 26)
    // The bar is above the last row that is shown.
    home.list.select(25, count: 30, height: height)
    home.list.select(20, count: 30, height: height)
    let first = home.rows[home.list.offset].application.id
    let key = try #require(home.rows.first?.key)
    _ = home.take(shelf(10..<30), request(.before(key)), desk)
    #expect(home.rows.count == 50)
    #expect(home.rows[home.list.selection].application.id == ID("a50"))
    #expect(home.rows[home.list.offset].application.id == first)
  }

  @Test func rowsReadAfterTheOthersMoveNothingOnTheScreen() throws {
    let program = try Desk(sample: false)
    let desk = program.app.desk
    // So many rows are kept at hand: those that come push others out.
    let keep = 4 * Home.count(desk.size)
    var home = Home()
    _ = home.take(shelf(0..<keep), request(.top), desk)
    let height = home.listHeight(desk)
    home.list.select(keep - 1, count: keep, height: height)
    home.list.select(keep - 3, count: keep, height: height)
    let first = home.rows[home.list.offset].application.id
    let key = try #require(home.rows.last?.key)
    _ = home.take(shelf(keep..<keep + 10), request(.after(key)), desk)
    #expect(home.rows.first?.application.id == ID("a10") && home.rows.count == keep && !home.atTop)
    #expect(home.rows[home.list.selection].application.id == ID("a\(keep - 3)"))
    #expect(home.rows[home.list.offset].application.id == first)
  }

  @Test func aWindowThatWasAskedForWithOtherWordsIsLetBe() throws {
    let program = try Desk(sample: false)
    let desk = program.app.desk
    var home = Home()
    _ = home.take(shelf(0..<20), request(.top), desk)
    var late = request(.top)
    late.filter = "nord"
    #expect(home.take(shelf(40..<60), late, desk).isEmpty)
    #expect(home.rows.first?.application.id == ID("a0") && home.matches == nil)
    late = request(.top)
    late.order = .oldest
    #expect(home.take(shelf(40..<60), late, desk).isEmpty)
    #expect(home.rows.first?.application.id == ID("a0"))
  }

  @Test func withAllShownAgainTheBarStaysWhereItIs() throws {
    let program = try Desk(sample: false)
    let desk = program.app.desk
    var home = Home()
    home.filter = "firm"
    var found = request(.top)
    found.filter = "firm"
    _ = home.take(shelf(0..<20), found, desk)
    home.list.select(7, count: 20, height: home.listHeight(desk))
    home.showAll()
    _ = home.take(shelf(0..<20), request(.top), desk)
    #expect(home.rows[home.list.selection].application.id == ID("a7"))
  }

  @Test func aNoteToFileIsNoApplication() throws {
    let program = try Desk()
    program.send(.input(.paste("spoke too fast about the outage")))
    try program.keys("<ctrl+s> <tab>")
    let (home, desk) = (program.app.home, program.app.desk)
    let entry = try #require(home.dueEntry(desk))
    #expect(entry.kind == .sort)
    #expect(home.target(desk) == nil)
  }

  @Test func theEndOfTheListIsItsLastRow() throws {
    let program = try Desk(sample: false)
    let desk = program.app.desk
    var home = Home()
    _ = home.take(shelf(70..<90), request(.from(ID("a70"))), desk)
    home.list.select(15, count: 20, height: home.listHeight(desk))
    // What the bar was on is there, too.
    _ = home.take(shelf(80..<100), request(.bottom), desk)
    #expect(home.rows.contains { $0.application.id == ID("a85") })
    #expect(home.rows[home.list.selection].application.id == ID("a99"))
  }

  @Test func theOrderBeginsAgainAfterAllOfThem() throws {
    let program = try Desk(sample: false)
    let desk = program.app.desk
    var home = Home()
    let all = Shelf.Order.allCases
    var seen = [home.order]
    for _ in all {
      _ = home.sort(desk)
      seen.append(home.order)
    }
    #expect(seen == all + [all[0]])
  }

  @Test func anInterviewOfTodayAndTomorrowIsToldByTheseWords() {
    func when(_ days: Int) -> String {
      let interview = Interview(id: ID("i"), application: ID("a0"), recorded: TestClock.noon) {
        $0.start = TestClock.noon.adding(seconds: days * 86400)
      }
      return ComingUp(facts: rows(0..<1)[0], interview: interview).when(today: TestClock.day)
    }
    #expect(
      (0...2).map(when) == ["Today 12:00", "Tomorrow 12:00", "Sun 22 Mar 12:00"])
    func away(_ days: Int) -> String {
      let interview = Interview(id: ID("i"), application: ID("a0"), recorded: TestClock.noon) {
        $0.start = TestClock.noon.adding(seconds: days * 86400)
      }
      return ComingUp(facts: rows(0..<1)[0], interview: interview).away(today: TestClock.day)
    }
    #expect((0...3).map(away) == ["", "", "in 2 days", "in 3 days"])
  }

  @Test func aFilterBeginsAtItsFirstRowAndEndsWhereTheBarIs() throws {
    let desk = try Desk()
    try desk.keys("G")
    let last = try #require(desk.app.home.target(desk.app.desk))
    // Where the bar stood is left out by the filter: it goes to the first row.
    let other = try #require(
      ["nord", "kestrel", "acme"].first { word in
        try desk.store.shelf(.init(.top, count: 9, filter: word)).rows.allSatisfy {
          $0.application.id != last
        }
      })
    try desk.keys("/ \(other) <enter>")
    #expect(desk.app.home.list.selection == 0)
    #expect(desk.app.home.list.offset == 0)
    let matches = try desk.store.shelf(.init(.top, count: 9, filter: other)).rows.count
    #expect(
      desk.screen.contains("matching \"\(other)\"") && desk.screen.contains("\(matches) of 8"),
      "\(desk.screen)")
    let found = desk.app.home.target(desk.app.desk)
    try desk.keys("<escape>")
    #expect(desk.app.home.filter.isEmpty && desk.app.home.rows.count == 8)
    #expect(desk.app.home.target(desk.app.desk) == found)
    // Where the filter leaves it, the bar stays.
    try desk.keys("G / \(other) <backspace> <enter> <escape>")
    #expect(desk.app.home.rows.count == 8)
  }
}
