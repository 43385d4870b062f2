import TestSupport
import Testing

@testable import DebriefModel

/// Whether one is harder on one's answers than those who heard them seemed to be.
@Suite(.timed) struct FairTests {
  private typealias Told = (rating: Int?, reaction: Turn.Reaction?)

  private func figure(_ told: [Told], asker: Turn.Asker = .them) throws -> Months.Figure {
    var it = Dossier(Application(id: ID("a"), created: noon) { $0.company = "Acme" })
    it.turns = told.enumerated().map { at, one in
      Turn(id: ID("t\(at)"), application: ID("a"), recorded: noon) {
        ($0.question, $0.asker) = ("Why?", asker)
        ($0.rating, $0.reaction) = (one.rating, one.reaction)
      }
    }
    it.sort()
    var tally = MonthTally(.all, now: noon, patience: Patience())
    tally.add(MonthFacts(it))
    return try #require(Months(tally, title: { $0 }).figures.first { $0.figure == .fair })
  }

  /// Harder, the same, easier.
  @Test(
    arguments: [
      (1, .interest, 0), (2, .neutral, 0), (3, .interest, 0), (3, .neutral, 1), (4, .interest, 1),
      (2, .movedOn, 1), (1, .pushedBack, 1), (4, .neutral, 2), (3, .pushedBack, 2),
      (5, .movedOn, 2),
    ] as [(Int, Turn.Reaction, Int)])
  func anAnswerIsOnOneSide(_ rating: Int, _ reaction: Turn.Reaction, _ way: Int) throws {
    let rows = try figure([(rating, reaction)]).rows
    #expect(rows.map { $0.share?.count } == (0...2).map { $0 == way ? 1 : 0 })
  }

  @Test func chanceIsAskedOfFiveThatDiffer() throws {
    let hard: Told = (2, .interest)
    let fair: Told = (4, .interest)
    func sentences(_ told: [Told]) throws -> [String] { try figure(told).sentences }
    #expect(try figure([hard, hard]).isThin && figure([hard, hard], asker: .me).rows.isEmpty)
    // What lacks either is not counted.
    #expect(try figure([hard, hard, (2, nil), (nil, .interest)]).isThin)
    #expect(
      try sentences([fair, fair, fair]) == [
        "You rated 0 of 3 answers lower than their reactions suggested, and 0 of 3 higher.",
        "You saw your answers about the same way they did.",
      ])
    #expect(
      try sentences([hard, hard, hard, hard]).last
        == "With fewer than 5 differences, it could just be luck.")
    #expect(
      try sentences([hard, hard, hard, hard, hard, fair]) == [
        "You rated 5 of 6 answers (83%) lower than their reactions suggested, and 0 of 6 higher.",
        "By chance alone, a difference like this happens about 1 time in 32.",
      ])
    // Two to each side and one more: half of all ways lean as far.
    let easy: Told = (4, .movedOn)
    #expect(
      try sentences([hard, hard, hard, easy, easy]).last
        == "By chance alone, a difference like this happens about 1 time in 2.")
  }
}
