import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// One key hides everything behind a page that says nothing, and another brings it back as it was.
@Suite(.timed) struct PrivacyTests {
  private static let places = [
    "", "<enter>", "<enter> p", "a Secret␣company", "<enter> <alt+6> a", "D", "Y", "/ nord",
    "<enter> x␣secret", "c a␣secret␣thought",
  ]

  @Test(arguments: places) func everythingIsHiddenAndComesBack(_ keys: String) throws {
    for size in [Size(80, 24), Size(30, 8), Size(120, 40)] {
      let desk = try Desk(size)
      try desk.keys(keys)
      // A key with no effect takes what was said last from the screen.
      try desk.keys("<f9> <enter>")
      let before = desk.screen
      try desk.keys("<f9>")
      let hidden = desk.screen
      #expect(desk.app.isHidden && hidden.contains("March 2026"), "\(hidden)")
      for word in ["Nordlicht", "Acme", "ecret", "debrief", "Kestrel"] {
        #expect(!hidden.contains(word), "\(word) in \(hidden)")
      }
      // What is typed or pasted into it goes nowhere.
      try desk.keys("x y <esc> q Q : ?")
      desk.send(.input(.paste("more")))
      #expect(desk.screen == hidden)
      try desk.keys("<enter>")
      #expect(desk.screen == before, "\(keys): \(desk.screen)")
    }
  }

  @Test func theKeyThatHidItBringsItBack() throws {
    let desk = try Desk()
    let before = desk.screen
    try desk.keys("<alt+z> <alt+z>")
    #expect(desk.screen == before)
  }

  @Test func itHidesItselfOnce() throws {
    let desk = try Desk()
    desk.send(.unattended)
    desk.send(.unattended)
    #expect(desk.app.isHidden)
    try desk.keys("<enter>")
    #expect(!desk.app.isHidden && desk.app.overlays.isEmpty)
  }

  @Test func theMonthIsThatOfTheCalendar() throws {
    #expect(
      PrivacyScreen.month(of: try #require(Day(2026, 3, 20))) == [
        "March 2026", "Mo Tu We Th Fr Sa Su", "                   1", " 2  3  4  5  6  7  8",
        " 9 10 11 12 13 14 15", "16 17 18 19 20 21 22", "23 24 25 26 27 28 29", "30 31",
      ])
    #expect(PrivacyScreen.month(of: try #require(Day(2027, 2, 1))).count == 6)
    #expect(PrivacyScreen.month(of: try #require(Day(2024, 2, 29))).last == "26 27 28 29")
  }
}
