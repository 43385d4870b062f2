import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// Finding words: in every list and every text over a screen, and on the page, by one rule.
@Suite(.timed) struct FindTests {
  @Test func aCapitalLetterSaysWhichCaseIsMeant() {
    #expect(Find("nord").holds("Nordlicht") && Find("nord").holds("NORD"))
    #expect(Find("Nord").holds("Nordlicht") && !Find("Nord").holds("nordlicht"))
    #expect(Find("ÜBER").holds("ÜBER") && Find("über").holds("Über"))
    #expect(!Find("nordx").holds("nord") && Find("").holds("nord"))
  }

  @Test func itGoesAroundInBothDirections() {
    let rows = ["a", "b", "a", "c"]
    #expect(Find("a").next(in: rows, from: 0, step: 1) == 0)
    #expect(Find("a").next(in: rows, from: 1, step: 1) == 2)
    #expect(Find("a").next(in: rows, from: 3, step: 1) == 0)
    #expect(Find("a").next(in: rows, from: -1, step: -1) == 2)
    #expect(Find("d").next(in: rows, from: 0, step: 1) == nil)
    #expect(Find("").next(in: rows, from: 0, step: 1) == nil)
    #expect(Find("a").next(in: [], from: 0, step: 1) == nil)
  }

  @Test func aListPutsTheBarOnTheNextMatch() throws {
    let desk = try Desk()
    try desk.keys("D")
    let list = try #require(desk.app.top(AgendaOverlay.self))
    let rows = try #require(list.findable(desk.app.desk))
    try #require(rows.count > 2)
    let last = rows[rows.count - 1]
    try #require(rows.count { Find(last).holds($0) } == 1)
    let word = last.replacing(" ", with: "␣")
    func bar() -> Int? { desk.app.top(AgendaOverlay.self)?.list.selection }
    try desk.keys("/ \(word)")
    #expect(desk.app.overlays.count == 2)
    try desk.keys("<enter>")
    #expect(bar() == rows.count - 1)
    try desk.keys("n")
    #expect(bar() == rows.count - 1)
    try desk.keys("g N")
    #expect(bar() == rows.count - 1)
  }

  /// What was found in a pane is found on by the same keys in a list, and the other way round.
  @Test func panesAndListsLookForTheSameWords() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> <alt+4> z")
    let folder = try #require(desk.app.desk.folder)
    func row() -> Int { desk.app.review[.script].row(folder) }
    let rows = desk.app.review[.script].texts(folder)
    let last = try #require(rows.indices.last)
    let word = try #require(
      rows[last].split(separator: " ").map(String.init).first { word in
        word.allSatisfy(\.isLetter) && rows.count { Find(word).holds($0) } == 1
      })
    try desk.keys("/ \(word) <enter>")
    #expect(row() == last && desk.app.desk.find.words == word)
    try desk.keys("g n")
    #expect(row() == last)
    try desk.keys("g N")
    #expect(row() == last)
    try desk.keys("/ xyzzyq <enter>")
    #expect(desk.screen.contains("isn't here"), "\(desk.screen)")
    try desk.keys("/ \(word) <esc> n")
    #expect(desk.screen.contains("No search to repeat yet"), "\(desk.screen)")
  }

  @Test func homeGoesOnWithItsSearch() throws {
    let desk = try Desk()
    try desk.keys("n")
    #expect(desk.screen.contains("No search to repeat yet"), "\(desk.screen)")
    try desk.keys("/ e <enter>")
    let count = desk.app.home.rows.count
    try #require(count > 2)
    func at() -> Int { desk.app.home.list.selection }
    let start = at()
    try desk.keys("n")
    #expect(at() == start + 1)
    try desk.keys("N")
    #expect(at() == start)
    try desk.keys("N N")
    #expect(at() == 0 && desk.app.home.section == .list)
    #expect(desk.screen.contains("That's the first match."), "\(desk.screen)")
  }

  /// A line says its keys while there is room for them, and never over the words.
  @Test func aLineSaysItsKeys() throws {
    for size in [Size(80, 24), Size(120, 40), Size(30, 8)] {
      let desk = try Desk(size)
      func foot() -> String {
        String(desk.screen.split(separator: "\n").last ?? "")
      }
      try desk.keys("/")
      if size.width >= 80 {
        #expect(foot().contains("Enter keep  Esc back") && !foot().contains("↑"), "\(foot())")
      }
      try desk.keys("nord <enter> / acme <enter> /")
      if size.width >= 80 { #expect(foot().contains("↑ earlier"), "\(foot())") }
      let long = String(repeating: "long", count: size.width / 4 - 3)
      try desk.keys("<ctrl+u> \(long)")
      #expect(foot().contains(long) && !foot().contains("Enter keep"), "\(foot())")
    }
  }

  /// What is picked of the rows that are left has the bar.
  @Test func aListIsNarrowed() throws {
    let desk = try Desk()
    try desk.keys("D")
    let rows = try #require(desk.app.top(AgendaOverlay.self)?.findable(desk.app.desk))
    try desk.keys("f")
    let all = try #require(desk.app.top(PickerOverlay.self))
    #expect(all.picker.shown.map(\.title) == rows)
    try desk.keys(rows[rows.count - 1].replacing(" ", with: "␣"))
    #expect(desk.app.top(PickerOverlay.self)?.picker.shown.first?.title == rows.last)
    try desk.keys("<enter>")
    #expect(desk.app.top(AgendaOverlay.self)?.list.selection == rows.count - 1)
    // A text has words to find, and no rows to narrow.
    try desk.keys("q ? f")
    #expect(desk.screen.contains("This can't be narrowed"))
  }

  @Test func aTextScrollsToTheLine() throws {
    let desk = try Desk()
    try desk.keys("?")
    func help() -> HelpOverlay? { desk.app.top(HelpOverlay.self) }
    try desk.keys("/ suspend <enter>")
    let first = try #require(help())
    let row = first.foundRow(desk.app.desk)
    #expect(first.lines[row].spans.map(\.text).joined().contains("Suspend"))
    #expect(desk.screen.contains("Suspend"))
    try desk.keys("/ the <enter> n")
    let second = try #require(help()).foundRow(desk.app.desk)
    try desk.keys("n")
    let third = try #require(help()).foundRow(desk.app.desk)
    #expect(third > second)
    try desk.keys("N")
    #expect(help()?.foundRow(desk.app.desk) == second)
  }

  @Test func thePageIsSearchedToo() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> p")
    let rows = try #require(desk.app.page.findable(desk.app.desk))
    let line = try #require(rows.lastIndex { $0.count { $0.isLetter } > 5 })
    let word = try #require(
      rows[line].split { !$0.isLetter }.map(String.init).max { $0.count < $1.count })
    try desk.keys("/ \(word) <enter>")
    #expect(Find(word).holds(rows[desk.app.page.foundRow(desk.app.desk)]))
    #expect(desk.screen.contains(word))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let desk = try Desk()
    try desk.keys("? n")
    #expect(desk.screen.contains("No search to repeat yet"))
    try desk.keys("/ zqzq <enter>")
    #expect(desk.screen.contains("\"zqzq\" isn't here."))
    #expect(desk.app.top(HelpOverlay.self) != nil)
    try desk.keys("/ zq <esc> n")
    #expect(desk.screen.contains("No search to repeat yet"))
  }

  /// The words are looked for in the next text as well, and come back with the arrow.
  @Test func theWordsStay() throws {
    let desk = try Desk()
    try desk.keys("? / undo <enter> q P n")
    #expect(desk.app.desk.find.words == "undo")
    try desk.keys("q ? / <up>")
    #expect(desk.app.top(PromptOverlay.self)?.field.text == "undo")
  }

  /// A text that is opened again begins at its top, with no line marked.
  @Test func aMarkGoesWithItsText() throws {
    let desk = try Desk()
    try desk.keys("? / suspend <enter>")
    #expect(desk.app.desk.find.row(in: "Help") != nil)
    try desk.keys("q ?")
    #expect(desk.app.desk.find.row(in: "Help") == nil)
    #expect(desk.app.top(HelpOverlay.self)?.top == 0)
  }

  /// What is typed as text finds nothing.
  @Test func aTextFieldIsNoList() throws {
    let desk = try Desk()
    try desk.keys("a n/N")
    #expect(desk.app.overlays.count == 1)
    #expect(desk.screen.contains("n/N"))
  }
}
