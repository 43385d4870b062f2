import TestSupport
import Testing

@testable import DebriefModel

/// What was prepared beside what was asked: shared words propose, and each answer is met once at most.
@Suite(.timed) struct PreparedMatchTests {
  private func turn(_ id: String, _ question: String, _ entry: String? = nil) -> Turn {
    Turn(id: ID(id), application: ID("app"), recorded: noon) {
      $0.question = question
      $0.position = Int(id.dropFirst()) ?? 0
      $0.preparation = entry.map { ID($0) }
    }
  }

  private func entry(_ id: String, _ text: String, _ detail: String = "so") -> Preparation {
    Preparation(id: ID(id), application: ID("app"), kind: .answer, recorded: noon) {
      ($0.text, $0.detail) = (text, detail)
    }
  }

  private var example: Dossier {
    dossier { d in
      d.turns = [
        turn("t1", "Why should we hire you for this team?"),
        turn("t2", "Tell us about an outage you handled."),
        turn("t3", "Where do you see yourself in five years?"),
        turn("t4", "What is your favorite color?"),
      ]
      d.preparations = [
        entry("p1", "Why should we hire you?"), entry("p2", "An outage that I handled at night"),
        entry("p3", "Where do you see yourself in five years?"),
        entry("p4", "What salary do you expect?"),
        entry("p5", "Not written yet", ""),
      ]
    }
  }

  @Test func sharedWordsPropose() {
    #expect(
      PreparedMatch.proposals(example)
        == [ID("t1"): ID("p1"), ID("t2"): ID("p2"), ID("t3"): ID("p3")])
    #expect(
      PreparedMatch.words(example) == "4 asked, 0 of them prepared; 4 prepared but not asked")
  }

  @Test func anAnswerIsMetByOneQuestionAtMost() throws {
    var it = example
    it.turns.append(turn("t5", "So why should we hire you?"))
    // The closer one gets it.
    #expect(PreparedMatch.proposals(it).values.count { $0 == ID("p1") } == 1)
    let all = try #require(PreparedMatch.matchAll(it))
    func carryOut(_ change: Change) {
      for case .update(_, .turn(let next)) in change.operations {
        it.turns[it.turns.firstIndex { $0.id == next.id }!] = next
      }
    }
    carryOut(all)
    let met = it.turns.compactMap(\.preparation)
    #expect(Set(met).count == met.count && met.count == 3)
    #expect(PreparedMatch.matchAll(it) == nil)
    // Given to another question, it leaves the one that had it.
    let change = try #require(PreparedMatch.match(ID("t4"), with: ID("p3"), it))
    #expect(change.operations.count == 2)
    carryOut(change)
    #expect(it.turns.filter { $0.preparation == ID("p3") }.map(\.id) == [ID("t4")])
    #expect(PreparedMatch.words(it) == "5 asked, 3 of them prepared; 1 prepared but not asked")
    let none = try #require(PreparedMatch.match(ID("t4"), with: nil, it))
    carryOut(none)
    #expect(it.turns.allSatisfy { $0.preparation != ID("p3") })
    #expect(PreparedMatch.match(ID("t4"), with: nil, it) == nil)
    #expect(PreparedMatch.match(ID("gone"), with: nil, it) == nil)
  }

  @Test func nothingInCommonIsNotProposed() {
    for (a, b) in [
      ("Why?", "Why?"), ("", ""), ("What then?", "How so?"), ("Tell us", "Tell us about you"),
    ] {
      let it = dossier { d in
        d.turns = [turn("t1", a)]
        d.preparations = [entry("p1", b)]
      }
      #expect(PreparedMatch.proposals(it).isEmpty, "\(a) \(b)")
    }
  }
}
