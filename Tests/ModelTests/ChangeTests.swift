import DebriefModel
import Foundation
import Testing

@Suite(.timed) struct ChangeTests {
  @Test func theInverseOfTheInverseIsTheChange() {
    var ids = IDSource(seed: 1)
    let change = Recipe.add(
      company: "Acme", role: "", applied: noon.day, interview: TalkTime(start: noon), ids: &ids,
      now: noon
    ).change
    #expect(change.operations.count == 3)
    #expect(change.inverse.inverse == change)
    #expect(change.inverse.operations.first == change.operations.last?.inverse)
  }

  @Test func wordsOfFeedbackOnlyGrow() {
    var old = Feedback(id: ID("f"), application: ID("app"), recorded: noon)
    old.verbatim = "We chose somebody else."
    var more = old
    more.verbatim += "\nYou were close."
    var less = old
    less.verbatim = "We chose"
    #expect(Change("x", [.update(from: .feedback(old), to: .feedback(more))]).fault == nil)
    #expect(Change("x", [.update(from: .feedback(old), to: .feedback(less))]).fault != nil)
  }

  @Test func aChangeSurvivesJSON() throws {
    var ids = IDSource(seed: 2)
    let change = Recipe.add(
      company: "株式会社 \u{202E}\"", role: "\n", interview: TalkTime(start: noon), ids: &ids, now: noon
    ).change
    let data = try JSONEncoder().encode(change)
    #expect(try JSONDecoder().decode(Change.self, from: data) == change)
  }

  @Test func idsAreDistinctAndRepeatable() {
    var a = IDSource(seed: 7)
    var b = IDSource(seed: 7)
    let first = (0..<1000).map { _ in a.draw() }
    #expect(first == (0..<1000).map { _ in b.draw() })
    #expect(Set(first).count == 1000)
    #expect(first.allSatisfy { $0.text.count == 16 })
  }

  @Test func deletingTakesEverythingOfAnApplication() {
    let it = dossier { d in
      d.findings = [finding("a")]
      d.notes = [Note(id: ID("n"), recorded: noon)]
    }
    #expect(Recipe.delete(it).operations.count == 3)
    guard case .delete(.application) = Recipe.delete(it).operations.last else {
      Issue.record("the application must go last")
      return
    }
  }
}
