import DebriefModel
import Testing

/// What their words mean to whoever got them comes before what the program reads in them.
@Suite(.timed) struct OwnReadingTests {
  private static let words = "We went with someone who has more experience."

  private func said(_ reason: String?, _ tier: Tier = .stated, at item: String = "refusal.words")
    -> [String]
  {
    let it = refused { d in
      d.events[0].words = OwnReadingTests.words
      d.responses = [
        Response(
          id: ID("r"), application: ID("app"), debrief: ID("d"), item: item, answered: noon
        ) { $0.value = OwnReadingTests.words }
      ]
      if let reason {
        d.findings = [
          finding("own", .outside, reason, tier, evidence: Evidence(.response, ID("r")))
        ]
      }
    }
    let page = Page(it, reasons: reasons, now: noon, reader: RefusalTests.reader)
    guard case .items(let items)? = page.sections.first(where: { $0.part == .said })?.body else {
      return []
    }
    return items.compactMap { if case .words(let words) = $0 { words } else { nil } }
  }

  @Test func untilItIsReplacedTheProgramsReadingStands() {
    #expect(said(nil).first?.contains("It sounds like someone else had more experience") == true)
  }

  @Test func aReasonThatWasChosenInsteadTakesItsPlace() {
    #expect(said("R-CIRC") == ["About their answer: You read it as: finding own."])
  }

  @Test func aReasonThatWasConfirmedChangesNothing() {
    #expect(said("R-MOREEXP") == said(nil))
  }

  @Test func aReasonFromElsewhereIsNoReadingOfTheirWords() {
    #expect(said("R-CIRC", .inference) == said(nil), "only what was taken from their words")
    #expect(said("R-CIRC", at: "verdict.words") == said(nil), "another question")
  }
}
