import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The mouse: it selects, opens, presses and scrolls what is under it, and loses nothing.
@Suite(.timed) struct MouseTests {
  static let sizes = [Size(30, 8), Size(80, 24), Size(120, 40), Size(200, 60)]

  /// Where an area can be pointed at: its middle.
  private static func middle(_ area: Rect, _ action: Pointer.Action = .press) -> InputEvent {
    .pointer(Pointer(action, x: area.x + area.width / 2, y: area.y + area.height / 2))
  }

  // MARK: - What holds everywhere

  /// Drawn to learn what can be pointed at, the screen is the same; and all that can be pointed at is on it.
  @Test(arguments: EveryCommandTests.places, sizes) func whatIsPointedAtIsOnTheScreen(
    _ way: String, _ size: Size
  ) throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    try desk.keys("\n:resize \(size.width)x\(size.height)")
    let app = desk.app
    #expect(!app.hits.isEmpty, "\(desk.screen)")
    for hit in app.hits {
      #expect(!hit.area.isEmpty && hit.area.x >= 0 && hit.area.maxX <= size.width)
      #expect(hit.area.y >= 0 && hit.area.maxY <= size.height)
    }
  }

  /// A press and a turn of the wheel anywhere change nothing of the store, apart from words and keys on the
  /// screen, which are the user's own orders.
  @Test(arguments: EveryCommandTests.places, [Size(80, 24), Size(130, 40)])
  func pointingAnswersNothing(
    _ way: String, _ size: Size
  ) throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    try desk.keys("\n:resize \(size.width)x\(size.height)")
    let app = desk.app
    let places = app.overlays.count
    for hit in app.hits {
      for action in [Pointer.Action.press, .wheelDown, .wheelUp] {
        if action == .press, [.keys([]), .command("")].contains(hit.target.kind) { continue }
        var next = app
        let effects = next.handle(.input(Self.middle(hit.area, action)), now: app.desk.now)
        let changes = effects.contains { if case .apply = $0 { true } else { false } }
        #expect(!changes, "\(hit) in \(desk.screen)")
        #expect(next.overlays.count == places && !next.isFinished, "\(hit) in \(desk.screen)")
        #expect(next.draft?.fields == app.draft?.fields)
        #expect(brokenInvariant(next) == nil)
        #expect(next.notice == nil, "\(next.notice?.text ?? "")")
      }
    }
  }

  /// Every word of the footer that names a command does what its key does.
  @Test(arguments: EveryCommandTests.places) func aWordOfTheFooterIsItsKey(_ way: String) throws {
    let desk = try Desk(Size(200, 40))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    let app = desk.app
    for hit in app.hits where hit.area.y == 39 {
      guard case .command(let name) = hit.target,
        let command = app.scopes.lazy.compactMap({ app.desk.commands.command(name, in: $0) }).first
      else { continue }
      var pressed = app
      var pointed = app
      _ = pressed.handle(.input(.key(KeySequence(command.keys[0])!.keys[0])), now: app.desk.now)
      _ = pointed.handle(.input(Self.middle(hit.area)), now: app.desk.now)
      #expect(pressed.frame() == pointed.frame(), "\(name)")
    }
  }

  // MARK: - Lists

  @Test func aClickSelectsAndTwoOpen() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(":click Kestrel")
    #expect(desk.app.screen == .home)
    let id = try #require(desk.app.home.target(desk.app.desk))
    #expect(
      desk.app.home.rows.first { $0.application.id == id }?.application.company.contains("Kestrel")
        == true)
    try desk.keys(":double-click Kestrel")
    #expect(desk.app.screen != .home)
    #expect(desk.app.desk.folder?.id == id)
  }

  @Test func theWheelMovesWhatIsUnderIt() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter> <enter> <alt+3>")
    let before = desk.app.review[.findings].row(try #require(desk.app.desk.folder))
    let area = try #require(
      desk.app.hits.first { $0.target == .part(PaneID.findings.rawValue) }?.area)
    desk.send(.input(Self.middle(area, .wheelDown)))
    let after = desk.app.review[.findings].row(try #require(desk.app.desk.folder))
    #expect(after != before)
    // The keys stay where they were.
    #expect(desk.app.review.focus == .checklist)
    desk.send(.input(Self.middle(area)))
    #expect(desk.app.review.focus == .findings)
  }

  @Test func theWheelStaysInItsPart() throws {
    let desk = try Desk(Size(120, 40))
    let part = try #require(
      desk.app.hits.first { $0.target == .part(Home.Section.list.rawValue) }?.area)
    for _ in 0..<20 { desk.send(.input(Self.middle(part, .wheelUp))) }
    #expect(desk.app.home.section == .list && desk.app.home.list.selection == 0)
    for _ in 0..<20 { desk.send(.input(Self.middle(part, .wheelDown))) }
    #expect(desk.app.home.section == .list)
    #expect(desk.app.home.list.selection == desk.app.home.rows.count - 1)
  }

  /// What lies over the screen hears alone: the rows below it are not there.
  @Test func whatLiesOnTopHearsAlone() throws {
    let desk = try Desk(Size(120, 40))
    let hit = try #require(desk.app.hits.last { if case .row = $0.target { true } else { false } })
    try desk.keys("<ctrl+p>")
    let before = desk.app.home.list
    let isCovered = desk.app.hits.contains { $0.area == hit.area }
    #expect(!isCovered)
    desk.send(.input(Self.middle(hit.area)))
    #expect(desk.app.home.list == before && desk.app.overlays.count == 1)
  }

  @Test func thePaletteIsPointedAt() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("<ctrl+p> months")
    try desk.keys(":double-click Months: what")
    #expect(desk.app.overlays.last is MonthsScreen)
  }

  @Test func aCommandInTheHelpIsRun() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("?\n:click Add an application")
    #expect(desk.app.overlays.last is HelpOverlay && desk.screen.contains("run it"))
    try desk.keys(":double-click Add an application")
    #expect((desk.app.overlays.last as? FormOverlay)?.purpose == .application(nil))
  }

  /// A list that moves under the pointer between the two presses opens what the first one selected.
  @Test func twoPressesOpenWhatTheFirstSelected() throws {
    let desk = try Desk(Size(80, 12))
    try desk.keys("H G")
    let rows = desk.app.hits.filter { if case .row = $0.target { true } else { false } }
    let first = try #require(rows.first)
    guard case .row(let number) = first.target else { return }
    desk.send(.input(Self.middle(first.area)))
    #expect((desk.app.overlays.last as? HistoryOverlay)?.list.selection == number)
  }

  // MARK: - Text

  @Test func theCursorGoesWhereItIsPointedAt() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("a hello␣world\n:click world\nX")
    #expect((desk.app.overlays.last as? FormOverlay)?.form.values["company"] == "hello Xworld")
    // Another field takes the keys; what is typed stays.
    try desk.keys(":click Role\nY")
    let form = try #require(desk.app.overlays.last as? FormOverlay)
    #expect(form.form.values["company"] == "hello Xworld" && form.form.values["role"] == "Y")
  }

  @Test func aChoiceIsChosenAndAListOpens() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("/ nord <enter> o")
    let form = try #require(desk.app.overlays.last as? FormOverlay)
    let hit = try #require(
      desk.app.hits.last { if case .item = $0.target { true } else { false } })
    desk.send(.input(Self.middle(hit.area)))
    let after = try #require(desk.app.overlays.last as? FormOverlay)
    #expect(after.form.values != form.form.values || after.form.list != nil)
  }

  @Test func anAnswerThatIsTypedStays() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ nord <enter> <enter> <alt+3>")
    try desk.keys(":type half an answer")
    guard desk.app.isTyping, let draft = desk.app.draft else { return }
    for hit in desk.app.hits {
      if [.keys([]), .command("")].contains(hit.target.kind) { continue }
      var next = desk.app
      _ = next.handle(.input(Self.middle(hit.area)), now: desk.now)
      #expect(next.draft?.fields == draft.fields, "\(hit)")
    }
    try desk.keys(":click answer\nX")
    #expect(desk.screen.contains("half an Xanswer"), "\(desk.screen)")
  }

  @Test func whatIsHiddenStaysHidden() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("<f9>")
    for y in 0..<23 {
      for x in stride(from: 0, to: 80, by: 3) {
        desk.send(.input(.pointer(Pointer(.press, x: x, y: y))))
        desk.send(.input(.pointer(Pointer(.pressTwice, x: x, y: y))))
        desk.send(.input(.pointer(Pointer(.wheelDown, x: x, y: y))))
      }
    }
    #expect(desk.app.isHidden)
  }

  @Test func outsideOfEverythingNothingHappens() throws {
    let desk = try Desk(Size(80, 24))
    let before = desk.app.frame()
    for (x, y) in [(500, 3), (3, 500), (9_999, 9_999), (79, 23)] {
      desk.send(.input(.pointer(Pointer(.press, x: x, y: y))))
      desk.send(.input(.pointer(Pointer(.pressTwice, x: x, y: y))))
    }
    #expect(desk.app.frame() == before)
  }
}

extension Target {
  /// The same without what it carries.
  fileprivate var kind: Target {
    switch self {
    case .part: .part(0)
    case .row: .row(0)
    case .field: .field(0)
    case .item: .item(0)
    case .text: .text(0)
    case .keys: .keys([])
    case .command: .command("")
    }
  }
}
