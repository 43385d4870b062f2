import DebriefModel
import TestSupport
import Testing

/// What is said to be outside one's control is what the split of the verdict counts there.
@Suite(.timed) struct CircumstanceTests {
  @Test func aCausePartlyInYourControlIsNotOutsideIt() {
    let it = refused { d in
      d.findings = [
        finding("froze", .outside, "R-MOREEXP"), finding("gone", .outside, "R-CIRC"),
        finding("own", .outside), finding("choice", .outside, Finding.ownChoice),
      ]
    }
    let told = it.circumstances(reasons)
    #expect(told.partly.map(\.id.text) == ["froze"])
    #expect(Set(told.outside.map(\.id.text)) == ["gone", "own"])
    let page = Page(it, reasons: reasons, now: noon)
    #expect(
      page.sections.map(\.title).filter { $0.hasSuffix("your control") } == [
        "Partly in your control", "Outside your control",
      ])
  }

  @Test func whatWasTickedAboutClothesIsKnown() {
    func answered(_ value: String) -> Dossier {
      refused { d in
        d.interviews = [
          Interview(id: ID("i"), application: ID("app"), recorded: noon) {
            $0.start = noon.adding(seconds: -86400)
          }
        ]
        d.responses = [
          Response(
            id: ID("r"), application: ID("app"), debrief: ID("d"), item: "habits.before",
            answered: noon
          ) { $0.value = value }
        ]
      }
    }
    #expect(PreparationRules.ticked("company", answered("company dress")))
    #expect(!PreparationRules.ticked("company", answered("dress")))
    #expect(!PreparationRules.ticked("company", answered(Item.noTicks)))
    #expect(PreparationRules.dressUnknown(answered("company"), now: noon))
    #expect(!PreparationRules.dressUnknown(answered("dress"), now: noon))
  }
}

/// Cue words help to remember, and tell nobody that they failed.
@Suite(.timed) struct KindCueTests {
  @Test func neitherFillersNorFailuresAreCues() {
    let words = CueWords.of(
      "I said kubectl describe, then I froze in front of the broken node and they said nothing.")
    #expect(words.contains("kubectl"))
    #expect(Set(words).isDisjoint(with: ["said", "describe", "then", "froze", "nothing"]))
  }

  @Test func thanksAfterANoNeedNobodysName() {
    let it = refused { d in
      d.events.append(
        Event(
          id: ID("h"), application: ID("app"), kind: .held, on: noon.day.adding(days: -2),
          recorded: noon))
    }
    #expect(LetterRules.refusal(.thanks, it, now: noon) == nil)
    var open = it
    open.events.removeAll { $0.kind == .refused }
    #expect(LetterRules.refusal(.thanks, open, now: noon) != nil)
  }
}

/// What the user would do differently stands on the page until there's a change to try (A40).
@Suite(.timed) struct DifferentlyTests {
  private func answered(_ value: String, _ changes: [(String, Improvement.State)] = []) -> Dossier {
    refused { d in
      d.debriefs = [
        Debrief(
          id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)
      ]
      d.responses = [
        Response(
          id: ID("r"), application: ID("app"), debrief: ID("d"), item: "review.differently",
          answered: noon
        ) { $0.value = value }
      ]
      d.improvements = changes.enumerated().map { i, change in
        Improvement(id: ID("c\(i)"), application: ID("app"), recorded: noon) {
          ($0.what, $0.state) = change
        }
      }
    }
  }

  private func items(_ dossier: Dossier) -> [Page.Item] {
    let page = Page(dossier, reasons: reasons, now: noon)
    guard case .items(let items)? = page.sections.first(where: { $0.part == .changes })?.body
    else { return [] }
    return items
  }

  @Test func itStandsOnThePageUntilThereIsAChange() {
    let words = Page.Item.words("Looking back, you wrote: “drawn the queue first”")
    #expect(items(answered("drawn the queue first")) == [words])
    #expect(items(answered("drawn the queue first", [("say less", .dropped)])) == [words])
    #expect(items(answered("  ")) == [])
    #expect(
      items(answered("drawn the queue first", [("say less", .open)]))
        == [.change(number: 1, "say less")])
  }

  @Test func itIsProposedUntilItIsAChange() {
    #expect(answered("drawn the queue first").differently == "drawn the queue first")
    #expect(answered("say less", [("say less", .open)]).differently == nil)
    #expect(answered("say less", [("say more", .open)]).differently == "say less")
    #expect(answered("").differently == nil)
  }
}
