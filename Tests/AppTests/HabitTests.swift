import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// What fingers bring along from other programs of the terminal is the same wherever one is.
@Suite(.timed) struct HabitTests {
  /// A letter, and the key beside it that moves as far.
  private static let pairs = [
    ("j", "<down>"), ("k", "<up>"), ("G", "<end>"), ("g", "<home>"), ("<ctrl+d>", "<ctrl+d>"),
  ]

  /// A list over the screen long enough for pages.
  private func list() throws -> Desk {
    let desk = try Desk(Size(80, 14), sample: false)
    let people = (1...40).map { n in Person(id: ID("p\(n)")) { $0.name = "Person \(n + 100)" } }
    _ = try desk.store.apply(
      Change("add people", people.map { .insert(.person($0)) }), at: desk.now)
    try desk.keys("P")
    return desk
  }

  @Test func lettersAndKeysMoveAlike() throws {
    func bar(_ keys: String) throws -> Int {
      let desk = try list()
      try desk.keys("<pgdn> <pgdn> \(keys)")
      return try #require(desk.app.top(PeopleOverlay.self)).list.selection
    }
    for (letter, key) in Self.pairs {
      #expect(try bar(letter) == bar(key), "\(letter)")
    }
    let start = try bar("")
    #expect(try bar("j") == start + 1)
    #expect(try bar("k") == start - 1)
    #expect(try bar("g") == 0)
    #expect(try bar("G") == 39)
    // Half a page is less than a page, and both come back.
    let (half, page) = (try bar("<ctrl+d>"), try bar("<pgdn>"))
    #expect(start < half && half < page)
    #expect(try bar("<ctrl+d> <ctrl+u>") == start)
    #expect(try bar("<pgdn> <pgup>") == start)
  }

  @Test func lettersAndArrowsGoFromPaneToPane() throws {
    func focus(_ keys: String) throws -> PaneID {
      let desk = try Desk(Size(120, 40))
      try desk.keys("/ nord <enter> <enter> <alt+2> \(keys)")
      return desk.app.review.focus
    }
    let start = try focus("")
    #expect(try focus("<tab>") != start)
    #expect(try focus("<tab> <shift+tab>") == start)
    // Within a pane of columns they go from column to column.
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter> <enter> <alt+1>")
    let right = desk.app.frame()
    try desk.keys("h")
    let left = desk.app.frame()
    #expect(left != right)
    for (key, wanted) in [("<right>", right), ("<left>", left), ("l", right)] {
      try desk.keys(key)
      #expect(desk.app.frame() == wanted, "\(key)")
    }
  }

  /// Nothing typed is lost by it, nothing quits, and how to leave is said.
  @Test func controlCQuitsNothing() throws {
    let desk = try Desk()
    try desk.keys("<ctrl+c>")
    #expect(desk.screen.contains("Nothing is running. Q quits"), "\(desk.screen)")
    // At once again it asks, and once more is a no.
    try desk.keys("<ctrl+c>")
    #expect(desk.app.top(ConfirmOverlay.self) != nil, "\(desk.screen)")
    try desk.keys("<ctrl+c>")
    #expect(!desk.app.isFinished && desk.app.overlays.isEmpty)
    // A key in between, and it only says how to quit.
    try desk.keys("<ctrl+c> j <ctrl+c>")
    #expect(desk.app.overlays.isEmpty && desk.screen.contains("Nothing is running"))
    try desk.keys("c half␣a␣thought <ctrl+c>")
    #expect(desk.app.overlays.isEmpty)
    try desk.keys("R")
    #expect(desk.screen.contains("half a thought"), "\(desk.screen)")
  }

  @Test func controlCTwiceAndAYesQuits() throws {
    let desk = try Desk()
    try desk.keys("<ctrl+c> <ctrl+c> y")
    #expect(desk.app.isFinished)
  }

  /// F1 leads to the help from every place, and back to what was typed.
  @Test(arguments: [
    "", "D", "P", "H", "c typed", "a typed", "<enter> <alt+1>", "<enter> <alt+3>",
    "<enter> <alt+6> <enter>", "<enter> p", "Y", "<enter> <alt+1> a typed",
  ]) func helpIsOneKeyAwayEverywhere(_ way: String) throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    let before = desk.screen
    try desk.keys("<f1>")
    #expect(desk.app.top(HelpOverlay.self) != nil, "\(desk.screen)")
    try desk.keys("<f1>")
    #expect(desk.app.top(HelpOverlay.self) == nil)
    #expect(desk.screen == before)
  }

  /// From the help a command is found by typing some of its letters, and run.
  @Test func theHelpRunsWhatIsFound() throws {
    let desk = try Desk()
    try desk.keys("? <enter> recentchanges")
    #expect(desk.screen.contains("Recent changes"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.app.top(HistoryOverlay.self) != nil, "\(desk.screen)")
  }

  /// In a form, where letters are text, what is found presses the form's key.
  @Test func theHelpOfAFormRunsItsKeys() throws {
    let desk = try Desk(Size(80, 24), sample: false)
    try desk.keys("a Zeta <f1> <enter>")
    #expect(desk.screen.contains("Save") && !desk.screen.contains("no match"), "\(desk.screen)")
    try desk.keys("save <enter>")
    #expect(try desk.store.archive().application.map(\.company) == ["Zeta"], "\(desk.screen)")
    #expect(desk.app.overlays.isEmpty)
  }

  /// A window too small for anything says so, and how to leave, and leaves.
  @Test(arguments: [Size(19, 5), Size(20, 4), Size(1, 1), Size(40, 3)])
  func aWindowThatIsTooSmallCanBeLeft(_ size: Size) throws {
    let desk = try Desk(size)
    if size.width > 20, size.height > 2 { #expect(desk.screen.contains("too small")) }
    try desk.keys("q")
    #expect(desk.app.isFinished)
  }
}
