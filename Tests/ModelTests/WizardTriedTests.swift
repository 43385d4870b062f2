import TestSupport
import Testing

@testable import DebriefModel

@Suite(.timed)
struct WizardTriedTests {
  /// What is stored may come from anywhere: only what says something counts.
  @Test(arguments: [
    ("", []), (" ", []), ("/", []), (" // /// ", []), ("done", ["done"]), ("done/", ["done"]),
    ("/a1", ["a1"]), ("done/a1 forgot/b2", ["done", "forgot"]), ("/ done/a1/b2 /", ["done"]),
  ]) func anAnswerIsTakenApart(_ value: String, _ words: [String]) {
    #expect(Wizard.tried(in: value).map(\.word) == words)
  }

  @Test func eachWordKnowsItsChange() {
    let said = Wizard.tried(in: "done/a1 forgot none/c3")
    #expect(said.map { $0.change?.text } == ["a1", nil, "c3"])
  }
}
