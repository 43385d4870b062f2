import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The first and the last screen of a guided debrief say no more than there is.
@Suite(.timed) struct BeginAndEndTests {
  /// What was just heard, up to the first question.
  private func heard(_ size: Size = Size(80, 24)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    try desk.keys("1 Testwerk <tab> <tab> 1 <ctrl+s>")
    return desk
  }

  private var sizes: [Size] { [Size(30, 8), Size(80, 24), Size(120, 40), Size(200, 60)] }

  /// On a low screen the question stands whole beside what was saved.
  @Test func theFirstQuestionIsWhole() throws {
    for size in sizes {
      let desk = try heard(size)
      #expect(desk.screen.contains("How much time"), "\(desk.screen)")
      #expect(desk.screen.contains("Saved. Let's"), "\(desk.screen)")
      for words in ["5 minutes", "15 minutes", "30 minutes"] {
        #expect(desk.screen.contains(words), "\(desk.screen)")
      }
    }
  }

  /// How much time there is is asked alone: what else could be asked would be a second answer to it.
  @Test func moreIsOfferedOnceTheTimeIsSaid() throws {
    let desk = try heard()
    #expect(!desk.screen.contains("more about this"), "\(desk.screen)")
    try desk.keys("2")
    #expect(desk.screen.contains("more about this"), "\(desk.screen)")
  }

  /// That there's nothing to add is named as long as there is something it could be said of.
  @Test func nothingToAddIsNamedWhileSomethingIsOpen() throws {
    let desk = try heard()
    try desk.keys("2 <esc> f")
    #expect(desk.screen.contains("n nothing to add"), "\(desk.screen)")
    #expect(desk.screen.contains("Enter do it"), "\(desk.screen)")
    for _ in 0..<40 where desk.screen.contains("n nothing to add") {
      try desk.keys("<home> <up> n")
    }
    let wizard = try #require(desk.app.opened?.wizard)
    #expect(wizard.stillOpen.isEmpty && wizard.openPhases.isEmpty, "\(desk.screen)")
    #expect(desk.screen.contains("Enter finish"), "\(desk.screen)")
    #expect(!desk.screen.contains("nothing to add"), "\(desk.screen)")
  }

  /// What is counted as partly in their control is offered as that, and the rest as outside of it.
  @Test(arguments: [
    ("offday", "1", "Add to what was partly in your control?"),
    ("circumstances", "2", "Add to what was outside your control?"),
  ]) func whatIsOfferedIsWhatIsCounted(_ item: String, _ key: String, _ heading: String) throws {
    let desk = try heard()
    try desk.keys("3")
    let wizard = try #require(desk.app.opened?.wizard)
    let ask = try #require(
      wizard.everything.first { it in
        item == "offday"
          ? it.item.suggests.contains { $0.statement == "slept badly the night before" }
          : it.item.id == item
      }
    ).item.ask
    try desk.keys("<alt+g> \(ask.split(separator: " ").joined(separator: "␣")) <enter>")
    let entry = try #require(desk.app.opened?.checklist.entry(desk.app.opened?.wizard))
    #expect(entry.item.ask == ask, "\(desk.screen)")
    if item == "offday" {
      let at = try #require(entry.item.choices.firstIndex { $0.id == "sleep" })
      try desk.keys("\(at + 1)")
    } else {
      try desk.keys(key)
    }
    #expect(desk.screen.contains(heading), "\(desk.screen)")
  }

  /// Whoever thanked everyone by name sent a note: nobody says in one breath that they didn't.
  @Test(arguments: [("2", false), ("3", false), ("4", false), ("5", true)])
  func aNoteThatWasSentIsNotMissing(_ tick: String, _ isMissing: Bool) throws {
    let desk = try heard()
    try desk.keys("3 <alt+g> what␣did␣you␣do␣after␣the␣interview <enter> \(tick) <enter>")
    let open = try #require(desk.app.opened)
    let wizard = try #require(open.wizard)
    let entry = try #require(wizard.everything.first { $0.item.id == "habits.after" })
    #expect(entry.response?.isSkipped == false, "\(desk.screen)")
    let offered = wizard.offers(entry).map(\.statement)
    #expect(offered.contains("didn't send a thank-you note") == isMissing, "\(offered)")
  }

  /// With nothing on either list, nothing on them is called fair.
  @Test func emptyListsAreNotFair() throws {
    let desk = try heard()
    try desk.keys("2 <alt+g> read␣both␣lists <enter>")
    #expect(desk.screen.contains("Nothing to add"), "\(desk.screen)")
    #expect(!desk.screen.contains("Both lists are fair"), "\(desk.screen)")
    try desk.keys("1 told␣them␣about␣the␣outage <ctrl+s>")
    #expect(desk.screen.contains("Both lists are fair"), "\(desk.screen)")
  }
}
