import DebriefModel
import Testing

@Suite(.timed) struct PrecedentTests {
  private func meets(_ ending: Recipe.Ending, _ kinds: [Event.Kind], words: String = "")
    -> Precedent?
  {
    let it = dossier { d in
      d.events = kinds.enumerated().map { place, kind in
        Event(
          id: ID("e\(place)"), application: ID("app"), kind: kind,
          on: noon.day.adding(days: place - kinds.count + 1), recorded: noon
        ) { $0.words = "w\(place)" }
      }
    }
    return Precedent(ending, on: noon.day, words: words, in: it)
  }

  private func isDecided(_ it: Precedent?, by kind: Event.Kind) -> Bool {
    if case .decided(let event)? = it { event.kind == kind } else { false }
  }

  @Test func anUndecidedApplicationMeetsNothing() {
    for ending in Recipe.Ending.allCases {
      #expect(meets(ending, []) == nil)
      #expect(meets(ending, [.applied, .invited, .held, .thanked]) == nil)
      guard ending != .reopened else { continue }
      #expect(meets(ending, [.refused, .reopened]) == nil)
    }
    #expect(meets(.reopened, [.refused]) == nil)
  }

  @Test func theSameAgainIsOnFile() {
    guard case .onFile? = meets(.rejected, [.applied, .refused]) else {
      Issue.record("a second no is not seen")
      return
    }
    // Other words are something else to keep; another day alone is the same once more.
    #expect(isDecided(meets(.rejected, [.refused], words: "news"), by: .refused))
    guard case .onFile? = meets(.rejected, [.refused, .chased]) else {
      Issue.record("the same no on another day is not seen")
      return
    }
    // It decides anew behind something else.
    #expect(meets(.rejected, [.refused, .reopened, .chased]) == nil)
    #expect(meets(.rejected, [.refused, .offered]) == nil)
  }

  @Test func whatComesBeforeIsPutBefore() {
    func meets(_ ending: Recipe.Ending, _ kinds: [Event.Kind]) -> Precedent? {
      let it = dossier { d in
        d.events = kinds.enumerated().map { place, kind in
          Event(
            id: ID("e\(place)"), application: ID("app"), kind: kind,
            on: noon.day.adding(days: place), recorded: noon)
        }
      }
      return Precedent(ending, on: noon.day.adding(days: -1), words: "", in: it)
    }
    let offer = meets(.offer, [.refused])
    #expect(offer?.placing == "before it. What came in on Fri 20 March 2026 still counts")
    guard case .later? = offer else {
      Issue.record("\(String(describing: offer))")
      return
    }
    guard case .onFile? = meets(.rejected, [.refused]) else {
      Issue.record("the same no on an earlier day is not seen")
      return
    }
    #expect(meets(.rejected, [.reopened]) == nil)
    guard case .later(let last)? = meets(.rejected, [.offered, .accepted]) else {
      Issue.record("what came later is not seen")
      return
    }
    #expect(last.kind == .accepted)
  }

  @Test func whatNaturallyFollowsIsNotAskedAbout() {
    #expect(meets(.accepted, [.offered]) == nil && meets(.rejected, [.offered]) == nil)
    #expect(meets(.declined, [.offered]) == nil && meets(.withdrew, [.offered]) == nil)
    #expect(isDecided(meets(.declined, [.refused]), by: .refused))
    #expect(isDecided(meets(.declined, [.offered, .accepted]), by: .accepted))
    #expect(meets(.rejected, [.silent]) == nil && meets(.offer, [.silent]) == nil)
    #expect(isDecided(meets(.offer, [.refused]), by: .refused))
    #expect(isDecided(meets(.silent, [.refused, .feedbackAsked]), by: .refused))
    #expect(isDecided(meets(.rejected, [.accepted]), by: .accepted))
    #expect(
      meets(.offer, [.refused])?.sentence == "Already recorded: they said no, \(noon.day.long).")
  }
}
