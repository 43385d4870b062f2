import Testing

@testable import DebriefModel

/// Which prepared example was told how often, over all interviews, and how it was rated.
@Suite(.timed) struct ExampleTests {
  /// What was told of an example: the question it was told at, and its rating.
  private typealias Told = (example: String, rating: Int?, asker: Turn.Asker)

  private func facts(_ name: String, _ told: [Told], isMatched: Bool = true) -> MonthFacts {
    let app = ID(name)
    var it = Dossier(Application(id: app, created: noon) { $0.company = name })
    for (at, one) in told.enumerated() {
      let preparation = Preparation(
        id: ID("\(name)p\(at)"), application: app, kind: .answer, recorded: noon
      ) { ($0.text, $0.detail) = ("Question \(at)", one.example) }
      it.preparations.append(preparation)
      var turn = Turn(id: ID("\(name)t\(at)"), application: app, recorded: noon)
      turn.position = at
      turn.asker = one.asker
      turn.question = "Question \(at)?"
      turn.rating = one.rating
      turn.preparation = isMatched ? preparation.id : nil
      it.turns.append(turn)
    }
    it.sort()
    return MonthFacts(it)
  }

  private func figure(_ all: [MonthFacts]) throws -> Months.Figure {
    var tally = MonthTally(.all, now: noon, patience: Patience())
    for it in all { tally.add(it) }
    return try #require(
      Months(tally, title: { $0 }).figures.first { $0.figure == .examples })
  }

  /// The same example at other companies and under other questions is one, however it is capitalized.
  @Test func oneExampleIsOneWhereverItWasTold() throws {
    let it = try figure([
      facts("a", [("The certificate one, with times.", 4, .them), ("The move.", nil, .them)]),
      facts("b", [("the certificate one – with times", 2, .them)]),
      facts("c", [("The certificate one, with times.", nil, .them)]),
    ])
    #expect(
      it.sentences == [
        "Told most often: “The certificate one, with times.”, 3 times. You rated it 3 on average."
      ])
    #expect(
      it.rows.map { "\($0.label): \($0.words)" } == [
        "“The certificate one, with times.”: 3 · told 3 times, rated 2",
        "“The move.”: told once, not rated",
      ])
  }

  @Test func whatNobodyMatchedIsNotKnown() throws {
    let told: [Told] = [("One.", 4, .them), ("One.", 3, .them), ("One.", 5, .them)]
    #expect(try figure([facts("a", told, isMatched: false)]).rows.isEmpty)
    #expect(try figure([facts("a", told.map { ($0.example, $0.rating, .me) })]).rows.isEmpty)
    #expect(try figure([facts("a", [(" … ", 4, .them)])]).rows.isEmpty)
  }

  @Test(arguments: [(2, true), (3, false)]) func threeTimesAreEnough(
    _ count: Int, _ isThin: Bool
  ) throws {
    let it = try figure([facts("a", Array(repeating: ("One.", nil, .them), count: count))])
    #expect(it.isThin == isThin && it.rows.count == 1)
    if !isThin { #expect(it.sentences == ["Told most often: “One.”, 3 times."]) }
  }

  @Test func aLongExampleIsNamedByItsBeginning() throws {
    let long = "When the depot lost its power\nwe moved four hundred boxes by hand " + "and so on "
    let it = try figure([
      facts("a", [(long, 4, .them)]),
      facts("b", [(String(repeating: "x", count: 900), 4, .them)]),
    ])
    #expect(
      Set(it.rows.map(\.label)) == [
        "“When the depot lost its power we moved…”", "“\(String(repeating: "x", count: 40))”",
      ])
    let facts = facts("c", [(String(repeating: "é🥐", count: 300), 4, .them)])
    #expect(facts.prepared[0].example.unicodeScalars.count == MonthFacts.beginning)
  }

  /// The facts behind a row are the questions it was told at.
  @Test func theQuestionsItWasToldAtStandBehindIt() throws {
    var tally = MonthTally(
      .all, now: noon, patience: Patience(), wanted: .example("one"))
    tally.add(facts("a", [("One.", 4, .them), ("Two.", 5, .them), ("One.", nil, .them)]))
    #expect(tally.found.map(\.text).sorted() == ["4 of 5: Question 0?", "not rated: Question 2?"])
  }
}
