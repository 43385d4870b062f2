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
