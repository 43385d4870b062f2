import DebriefModel
import TestSupport
import Testing

@Suite("What a change is about", .timed) struct ChangeAboutTests {
  private func change(_ title: String) -> Change {
    let note = Note(id: ID("n"), recorded: TestClock.noon) {
      $0.text = "Ask for examples.\nAnd dates."
    }
    return Change(title, [.insert(.note(note))])
  }

  @Test func aNoteIsNamedByItsFirstLine() {
    #expect(change("note added").about == .words("Ask for examples."))
  }

  @Test(arguments: ["import", "sync", "email imported", "spreadsheet imported"])
  func whatCameFromElsewhereIsNamedByHowItCame(_ title: String) {
    #expect(change(title).about == nil)
  }
}
