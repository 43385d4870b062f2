import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// A large screen is used: what there's room for is shown, and whole.
@Suite(.timed) struct RoomTests {
  /// Below a figure and beside it stand those that come after it.
  @Test func theMonthsShowMoreThanOneFigure() throws {
    for (size, isLarge) in [(Size(200, 60), true), (Size(120, 40), false), (Size(80, 24), false)] {
      let desk = try Desk(size)
      try desk.keys("Y")
      #expect(brokenInvariant(desk.app) == nil)
      let figures = try #require(MonthsScreen.look(desk.app) { $0.figures($1) })
      func beginning(_ n: Int) -> String {
        figures[n].sentences[0].split(separator: " ").prefix(4).joined(separator: " ")
      }
      #expect(desk.screen.contains(beginning(0)))
      #expect(desk.screen.contains(beginning(1)) == isLarge, "\(desk.screen)")
      try desk.keys("j <enter>")
      #expect(brokenInvariant(desk.app) == nil)
      #expect(desk.screen.contains(beginning(1)))
      #expect(desk.screen.contains(beginning(2)) == isLarge, "\(desk.screen)")
    }
  }

  /// What people said is there to its end, wherever the bar is, unless the log is longer than its pane.
  @Test(arguments: [Size(120, 40), Size(200, 60)]) func whatPeopleSaidIsWhole(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter> <enter> <alt+1>")
    #expect(desk.screen.contains("one.\""), "\(desk.screen)")
    let folder = try #require(desk.app.desk.folder)
    let long = String(repeating: "word ", count: 400) + "the end"
    let replies = (1...6).map { n in
      Feedback(id: ID("long\(n)"), application: folder.id, recorded: desk.now) {
        $0.from = "Someone"
        $0.received = desk.now.day
        $0.verbatim = long
      }
    }
    let change = Change("add replies", replies.map { .insert(.feedback($0)) })
    _ = try desk.store.apply(change, at: desk.now)
    desk.send(.changedOutside)
    #expect(!desk.screen.contains("one.\""), "\(desk.screen)")
    #expect(brokenInvariant(desk.app) == nil)
  }

  /// What a short list leaves blank has what the applications taught; a lower screen keeps its rows for the list,
  /// and so does one whose list is being searched.
  @Test func aShortListIsFollowedByWhatItTaught() throws {
    for (size, isShown) in [
      (Size(200, 60), true), (Size(120, 40), true), (Size(120, 30), false), (Size(80, 24), false),
    ] {
      let desk = try Desk(size)
      #expect(desk.screen.contains("What you learned") == isShown, "\(size) \(desk.screen)")
      #expect(brokenInvariant(desk.app) == nil)
      try desk.keys("/ kestrel")
      #expect(!desk.screen.contains("What you learned"), "\(size)")
    }
  }

  /// Of an application with an interview ahead, the box beside the list says what is to be ready for it.
  @Test func whatIsToBeReadyStandsBesideTheList() throws {
    let desk = try Desk(Size(200, 60))
    let acme = try #require(try desk.store.archive().application.first { $0.company == "Acme" })
    let all = try desk.store.archive().preparation.filter { $0.application == acme.id }
    let ready = try #require(all.first { $0.kind == .document })
    try desk.keys("/ acme <enter>")
    #expect(!desk.screen.contains("What to have ready"), "nothing is ahead: \(desk.screen)")
    let round = Interview(id: ID("ahead"), application: acme.id, recorded: desk.now) {
      $0.round = 9
      $0.start = desk.now.adding(seconds: 5 * 86_400)
    }
    try desk.store.apply(Change("add", [.insert(.interview(round))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.keys("k j")
    #expect(desk.screen.contains("What to have ready"), "\(desk.screen)")
    #expect(desk.screen.contains(ready.text.prefix(20)), "\(desk.screen)")
    // A note on the company is named in small letters, and begins a row like all others.
    #expect(all.contains { $0.text == "mission" } == desk.screen.contains("] Mission"))
    #expect(brokenInvariant(desk.app) == nil)
  }

  private static let wrote = "What they wrote"
  private static let said = "What you've said so far"

  /// Below a question on a high screen stands what is on file of it, whole: their words, the answers, the
  /// dates.
  @Test func aHighScreenHasWhatWasSaidBelowTheQuestion() throws {
    for (size, isShown) in [
      (Size(200, 60), true), (Size(120, 60), true), (Size(80, 60), true), (Size(120, 40), false),
      (Size(80, 24), false), (Size(30, 60), true),
    ] {
      let desk = try Desk(size)
      try desk.keys("/ nord <enter> <enter>")
      #expect(desk.screen.contains(Self.wrote) == isShown, "\(size) \(desk.screen)")
      #expect(desk.screen.contains(Self.said) == isShown, "\(size) \(desk.screen)")
      #expect(brokenInvariant(desk.app) == nil)
    }
    let desk = try Desk(Size(200, 60))
    try desk.keys("/ nord <enter> <enter>")
    let folder = try #require(desk.app.desk.folder)
    let wizard = try #require(folder.wizard)
    let event = try #require(folder.dossier.events.last { $0.kind == .refused })
    let rows = desk.screen.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.prefix(79).dropFirst(5)).trimmed
    }
    let at = try #require(rows.firstIndex { $0.hasPrefix(Self.wrote) })
    let lines = TextWidth.wrap(event.words.oneLine, width: 64)
    #expect(Array(rows[(at + 1)...].prefix(lines.count)) == lines.map(\.trimmed))
    let answers = ChecklistPane.answers(wizard, besides: "")
    let last = try #require(answers.last)
    #expect(rows.contains { !$0.isEmpty && last.said.hasPrefix($0) }, "\(last) \(desk.screen)")
    #expect(desk.screen.contains("applied"))
  }

  /// It stays where it is while the questions change, and gives way to lists that need the screen.
  @Test func whatStandsBelowTheQuestionIsCalm() throws {
    let desk = try Desk(Size(200, 60))
    try desk.keys("/ nord <enter> <enter>")
    var places: Set<Int> = []
    var kinds: Set<Bool> = []
    for _ in 0..<14 {
      // Where an answer is typed, keys are text.
      let isTyping = desk.app.review[.checklist].isTyping
      try desk.keys(isTyping ? "<esc> [" : "[")
      let folder = try #require(desk.app.desk.folder)
      let pane = try #require(desk.app.review[.checklist] as? ChecklistPane)
      let wizard = try #require(folder.wizard)
      let entry = try #require(pane.entry(wizard))
      let rows = desk.screen.split(separator: "\n", omittingEmptySubsequences: false)
      let at = rows.firstIndex { $0.contains(Self.wrote) }
      let isLong = entry.item.kind == .task(.findings) || pane.isFilter(entry)
      #expect((at == nil) == isLong, "\(entry.item.id)")
      kinds.insert(isLong)
      if let at { places.insert(at) }
      // The answer in question is not told twice.
      let answers = ChecklistPane.answers(wizard, besides: entry.item.id)
      #expect(!answers.contains { $0.ask == entry.item.ask })
    }
    #expect(places.count == 1 && kinds.count == 2, "\(places) \(kinds)")
  }

  /// A page that is longer than the screen goes on in a second column where there is room for one: all of it is
  /// read at once, or at its end the last line.
  @Test func aLongPageGoesOnBesideItself() throws {
    for (width, height, whole) in [
      (200, 60, true), (161, 40, true), (240, 24, false), (160, 60, false),
    ] {
      let desk = try Desk(Size(width, height))
      try desk.keys("/ nord <enter> p")
      let screen = desk.screen
      let dossier = try #require(desk.app.desk.folder?.dossier)
      let lines = PageScreen.lines(dossier, desk.app.desk.now, desk.app.desk).map(\.text)
      let said = lines.filter { !$0.isEmpty }
      #expect(said.allSatisfy { screen.contains($0) } == whole, "\(width)x\(height)")
      #expect(screen.contains(" of \(lines.count)") == !whole)
      try desk.keys("G")
      #expect(desk.screen.contains(try #require(said.last)))
      #expect(brokenInvariant(desk.app) == nil)
    }
  }

  /// At 80 columns the lists have the whole width, and the log stands below them.
  @Test func theListsHaveTheWidthOfASmallScreen() throws {
    for (width, height, alone) in [
      (80, 22, false), (109, 22, false), (70, 16, false), (80, 15, true),
    ] {
      let area = Rect(x: 0, y: 2, width: width, height: height)
      for focus in [PaneID.findings, .feedback] {
        let panes = ReviewLayout(area, focus: focus, left: .findings, zoomed: false).panes
        #expect(panes.map(\.pane) == (alone ? [focus] : [.findings, .feedback]))
        #expect(panes.allSatisfy { $0.rect.width == width })
        #expect(panes.first?.rect.y == area.y && panes.last?.rect.maxY == area.maxY)
        if !alone { #expect(panes[0].rect.maxY == panes[1].rect.y + 1) }
      }
      let question = ReviewLayout(area, focus: .checklist, left: .findings, zoomed: false)
      #expect(question.isAlone)
    }
    let desk = try Desk(Size(80, 24))
    try desk.keys("/ nord <enter> <enter> <tab>")
    #expect(desk.screen.contains("Strengths and weaknesses") && desk.screen.contains("Feedback"))
    #expect(brokenInvariant(desk.app) == nil)
  }

  /// From there on the notes from the interview stand beside what they told you; nothing is drawn twice.
  @Test func aLargeScreenHasTheNotesFromTheInterview() throws {
    for (width, height, isThere) in [
      (158, 40, true), (200, 60, true), (157, 40, false), (158, 39, false), (500, 200, true),
    ] {
      let area = Rect(x: 0, y: 2, width: width, height: height)
      for focus in [PaneID.checklist, .findings, .feedback] {
        let panes = ReviewLayout(area, focus: focus, left: .findings, zoomed: false).panes
        let ids = panes.map(\.pane)
        #expect(ids == [.checklist, .findings, .feedback] + (isThere ? [.script] : []))
        for (n, one) in panes.enumerated() {
          #expect(one.rect.intersection(area) == one.rect && one.rect.width >= 30)
          for other in panes[(n + 1)...] {
            // Neighbours share a border and nothing else.
            let both = one.rect.intersection(other.rect)
            #expect(both.width <= 1 || both.height <= 1)
          }
        }
      }
      let script = ReviewLayout(area, focus: .script, left: .script, zoomed: false).panes
      #expect(script.count == (isThere ? 4 : 2))
      #expect(ReviewLayout(area, focus: .script, left: .script, zoomed: true).panes.count == 1)
    }
    let desk = try Desk(Size(200, 60))
    try desk.keys("/ nord <enter> <enter>")
    #expect(desk.screen.contains("Notes from the interview"))
    #expect(desk.screen.contains("Why Nordlicht?"))
    try desk.keys("<alt+4>")
    #expect(desk.app.review.focus == .script && desk.screen.contains("Strengths and weaknesses"))
    #expect(brokenInvariant(desk.app) == nil)
  }
}
