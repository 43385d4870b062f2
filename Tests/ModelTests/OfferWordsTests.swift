import Testing

@testable import DebriefModel

/// By when an offer wants an answer.
@Suite(.timed) struct OfferWordsTests {
  // The offer is of Friday 20 March 2026.
  @Test(arguments: [
    ("Please let us know by April 10.", "2026-04-10"),
    ("The offer is valid until 10 April.", "2026-04-10"),
    ("We need your answer within a week.", "2026-03-27"),
    ("We are delighted. Could you decide by Wednesday? We'd love to have you.", "2026-03-25"),
    ("This offer expires in 5 days.", "2026-03-25"),
    ("Please sign by end of day Friday, 27 March 2026.", "2026-03-27"),
    ("Let us know no later than 1 April.", "2026-04-01"),
    ("You start on 1 June. Please respond by Mar 31.", "2026-03-31"),
    ("Can you get back to me before tomorrow?", "2026-03-21"),
  ])
  func aDayIsRead(_ words: String, _ day: String) {
    #expect(OfferWords.deadline(in: words, on: noon.day)?.description == day, "\(words)")
  }

  @Test(arguments: [
    "", "We would like to offer you the job.", "You would start on 1 June.",
    "We decided by Tuesday last week.", "Take your time with your answer.",
    "Please let us know soon.", "Our office is open until 6 pm.",
    "You were chosen by April, our manager.",
  ])
  func noDayIsMadeUp(_ words: String) {
    #expect(OfferWords.deadline(in: words, on: noon.day) == nil, "\(words)")
  }

  @Test func anOfferThatIsRecordedHasIt() {
    let words = "We'd love to have you. Please let us know by April 10."
    func due(_ words: String, _ own: Day?) -> Day? {
      var ids = IDSource(seed: 1)
      let change = Recipe.outcome(
        .offer, application: ID("app"), on: noon.day, words: words, due: own, ids: &ids, now: noon)
      let read = Recipe.understood(change, known: { _ in [] }, now: noon) { _, _ in nil }
      guard case .insert(.event(let it))? = read.operations.first else { return nil }
      return it.due
    }
    #expect(due(words, nil) == Day(2026, 4, 10))
    // What somebody says themselves counts.
    #expect(due(words, Day(2026, 4, 2)) == Day(2026, 4, 2))
    #expect(due("Welcome!", nil) == nil)
  }
}
