import Foundation
import TestSupport
import Testing

@testable import DebriefModel
@testable import DebriefStore

/// The cards of the drill as they are read from the store.
@Suite(.timed) struct DrillStoreTests {
  let folder = Folder()

  private func store() throws -> (Store, Archive) {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Files/year.json")
    let year = try JSONDecoder().decode(Archive.self, from: Data(contentsOf: path))
    let store = try Store(path: folder())
    _ = try store.merge(year, at: noon)
    return (store, year)
  }

  @Test func weakAnswersChangesAndTheThreeThingsAreCards() throws {
    let (store, _) = try store()
    let deck = try store.drill(now: noon)
    // Weak: 21 to 26. Changes: 24, 25. Things: 24, 25, 29.
    func count(_ kind: DrillCard.Kind) -> Int { deck.cards.count { $0.kind == kind } }
    #expect(count(.answer) == 6 && count(.change) == 2 && count(.thing) == 3)
    #expect(deck.company == "Invented 40" && deck.target == Day(2026, 3, 24))
    #expect(deck.plan.ready == 0 && deck.plan.total == 11)
    // What was prepared belongs to its own interview.
    let own = try store.drill(for: ID("year000000000027"), now: noon)
    #expect(own.cards.count { $0.kind == .prepared } == 2 && own.target == nil)
  }

  @Test(arguments: [(24, false), (25, true)])
  func theNewestOfAKindAreCards(_ count: Int, _ isCut: Bool) throws {
    let store = try Store(path: folder())
    var all: [Entity] = [
      .application(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    ]
    for n in 0..<count {
      all.append(
        .improvement(
          Improvement(
            id: ID("c\(n)"), application: ID("app"), recorded: noon.adding(seconds: n)
          ) { $0.what = "change \(n)" }))
    }
    try store.apply(Change("add", all.map { .insert($0) }), at: noon)
    let deck = try store.drill(now: noon)
    #expect(deck.cards.count == 24 && deck.isCut == isCut)
    #expect(deck.card(DrillCard.Key(ID("c\(count - 1)"))) != nil)
    #expect((deck.card(DrillCard.Key(ID("c0"))) == nil) == isCut)
  }

  @Test func aReviewIsKeptAndTakenBack() throws {
    let (store, _) = try store()
    let card = try #require(try store.drill(now: noon).cards.first { $0.kind == .thing })
    let review = CardReview(
      id: ID("review"), application: card.application, card: card.key.id, part: card.key.part,
      day: noon.day, grade: .easy, ticks: [.figure], recorded: noon)
    try store.apply(inserts(.review(review)), at: noon)
    let deck = try store.drill(now: noon)
    #expect(deck.plan.ready == 1 && deck.card(card.key)?.reviews == [review])
    #expect(try store.dossier(card.application)?.reviews == [review])
    #expect(try store.archive().review == [review])
    _ = try store.undo(at: noon)
    #expect(try store.drill(now: noon).plan.ready == 0)
    // It goes with its application, and comes back with it.
    try store.apply(inserts(.review(review)), at: noon)
    let dossier = try #require(try store.dossier(card.application))
    try store.apply(Recipe.delete(dossier), at: noon)
    #expect(try store.archive().review.isEmpty && store.check() == [])
    _ = try store.undo(at: noon)
    #expect(try store.archive().review == [review])
  }

  @Test func theNextInterviewIsOneThatWillTakePlace() throws {
    let (store, year) = try store()
    // The one of number 40 is called off: the next is that of 39, a day later.
    let forty = try #require(year.application.last)
    let no = Event(
      id: ID("no"), application: forty.id, kind: .refused, on: noon.day, recorded: noon)
    try store.apply(inserts(.event(no)), at: noon)
    #expect(try store.drill(now: noon).target == Day(2026, 3, 25))
    #expect(try store.drill(for: forty.id, now: noon).target == nil)
  }
}
