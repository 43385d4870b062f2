import DebriefModel
import Testing

@Suite struct PrecedentTests {
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
      #expect(meets(ending, [.refused, .reopened]) == nil)
    }
  }

  @Test func theSameAgainIsOnFile() {
    guard case .onFile? = meets(.rejected, [.applied, .refused]) else {
      Issue.record("a second no is not seen")
      return
    }
    // Other words are something else to keep, and so is another day.
    #expect(isDecided(meets(.rejected, [.refused], words: "news"), by: .refused))
    #expect(isDecided(meets(.rejected, [.refused, .chased]), by: .refused))
  }

  @Test func whatNaturallyFollowsIsNotAskedAbout() {
    #expect(meets(.accepted, [.offered]) == nil && meets(.rejected, [.offered]) == nil)
    #expect(meets(.rejected, [.silent]) == nil && meets(.offer, [.silent]) == nil)
    #expect(isDecided(meets(.offer, [.refused]), by: .refused))
    #expect(isDecided(meets(.silent, [.refused, .feedbackAsked]), by: .refused))
    #expect(isDecided(meets(.rejected, [.accepted]), by: .accepted))
    #expect(
      meets(.offer, [.refused])?.sentence == "On file: turned down, \(noon.day.long).")
  }
}
