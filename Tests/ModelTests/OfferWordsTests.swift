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
    // As a mail has it, with a line that ends wherever there was no more room.
    ("Dear Sam,\n\nwe'd love to. Please let us know by\nApril 10.\n\nAda", "2026-04-10"),
    ("We'd like to offer you the job. We need your answer\nwithin a week.", "2026-03-27"),
    (
      "We'd be glad to have you in our team, so please let us\nknow until 10\r\nApril.",
      "2026-04-10"
    ),
    (
      "As we said on the phone, please respond to this offer,\nIf you can, by Mar 31.", "2026-03-31"
    ),
    ("- Start: 1 June\n- Please answer by 10 April", "2026-04-10"),
  ])
  func aDayIsRead(_ words: String, _ day: String) {
    #expect(OfferWords.deadline(in: words, on: noon.day)?.description == day, "\(words)")
  }

  @Test(arguments: [
    "", "We would like to offer you the job.", "You would start on 1 June.",
    "We decided by Tuesday last week.", "Take your time with your answer.",
    "Please let us know soon.", "Our office is open until 6 pm.",
    "You were chosen by April, our manager.",
    // What stands apart is no part of the sentence before it.
    "Please let us know\n\nby 10 April at the latest we move.",
    "Please reply\n- You start by 1 June",
    "Please reply.\nWe move in by 1 June.", "Do you accept\nYou start by 1 June",
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

  @Test func wordsThatAreAddedLaterCountToo() {
    let old = Event(
      id: ID("offer"), application: ID("app"), kind: .offered, on: noon.day, recorded: noon)
    func due(_ words: String, from old: Event, to own: Day? = nil) -> Day? {
      var next = old
      next.words = words
      next.due = own
      let change = Change("", [.update(from: .event(old), to: .event(next))])
      let read = Recipe.understood(change, known: { _ in [] }, now: noon) { _, _ in nil }
      guard case .update(_, .event(let it))? = read.operations.first else { return nil }
      #expect(Recipe.bringsTheirWords(change) == (own == nil && old.due == nil && !words.isEmpty))
      return it.due
    }
    #expect(due("Please answer by April 10.", from: old) == Day(2026, 4, 10))
    #expect(due("", from: old) == nil)
    // A day that is there stays, and one that somebody takes away stays away.
    let own = Day(2026, 4, 2)
    #expect(due("Please answer by April 10.", from: old, to: own) == own)
    var dated = old
    dated.due = own
    #expect(due("Please answer by April 10.", from: dated) == nil)
  }
}
