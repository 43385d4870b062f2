import Testing

@testable import DebriefModel

@Suite("An answer in words", .timed)
struct AnswerWordsTests {
  private func item(_ kind: Item.Kind, _ fill: (inout Item) -> Void = { _ in }) -> Item {
    var it = Item(id: "x", ask: "?", kind: kind, why: "")
    fill(&it)
    return it
  }

  @Test("says what a step of a scale means")
  func scales() {
    let ends = item(.scale) { $0.anchors = ["very low", "great"] }
    #expect(ends.words("1") == "1 of 5, very low")
    #expect(ends.words("5") == "5 of 5, great")
    #expect(ends.words("3") == "3 of 5, from very low to great")
    let all = item(.scale) { $0.anchors = ["a", "b", "c", "d", "e"] }
    #expect(all.words("2") == "2 of 5, b")
    #expect(item(.scale).words("4") == "4 of 5")
    let sided = item(.sided) { $0.anchors = ["too short", "too long"] }
    #expect(sided.words("0") == "just right")
    #expect(sided.words("-2") == "1 of 5, too short")
    #expect(sided.words("2") == "5 of 5, too long")
    #expect(ends.words("what") == "what")
  }

  @Test("says titles, days and counts")
  func others() {
    let choices = [Item.Choice("a", "the pay"), Item.Choice("b", "the work")]
    #expect(item(.choice) { $0.choices = choices }.words("b") == "the work")
    #expect(item(.ticks) { $0.choices = choices }.words("a b") == "the pay, the work")
    #expect(item(.ticks) { $0.choices = choices }.words(Item.noTicks) == "none of these")
    #expect(item(.date).words("2026-03-20") == "Fri 20 March 2026")
    #expect(item(.count).words("0") == "none" && item(.count).words("7") == "7")
    #expect(item(.line).words("done") == "done")
  }

  @Test("leaves out steps that leave nothing to read")
  func tasks() {
    #expect(item(.task(.time)).words("15") == Depth.Time.essentials.label)
    #expect(item(.task(.tried)).words("none") == "It didn't come up")
    #expect(item(.task(.room)).words("done") == nil)
    #expect(item(.task(.room)).words("two engineers") == "two engineers")
    #expect(item(.task(.page)).words("seen") == nil)
    #expect(
      item(.task(.phases)).words("before after") == "nothing to note before or after the interview")
    #expect(item(.task(.phases)).words("none") == nil)
  }
}
