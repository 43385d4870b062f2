import DebriefModel
import Testing

@Suite(.timed) struct WizardTests {
  let checklist = Checklist(
    branch: .rejectedAfterInterview, title: "t",
    steps: [
      Step(
        id: "S1", title: "Check-in", why: "", capture: true,
        items: [Item(id: "mood.start", ask: "Mood?", kind: .scale, required: true)]),
      Step(
        id: "S5", title: "Before", why: "",
        items: [
          Item(id: "before.dress", ask: "Dress?", kind: .yesNo, phase: .before),
          Item(
            id: "before.why", ask: "Why?", kind: .line, required: true,
            when: .compare("before.dress", .equal, "no")),
        ]),
      Step(
        id: "S6", title: "During", why: "", first: .present("@fast"),
        items: [
          Item(
            id: "interrupt.count", ask: "Interrupted?", kind: .count, phase: .during,
            suggests: [
              Suggestion(
                when: .compare("answer", .atLeast, "2"), makes: .finding(.weakness),
                statement: "Interrupted {answer} times", reason: "R-INTERRUPT")
            ])
        ]),
      Step(
        id: "S17", title: "Close", why: "",
        items: [
          Item(id: "lesson", ask: "Lesson?", kind: .line, required: true, binds: .lesson),
          Item(id: "phases", ask: "Phases", kind: .task(.phases), required: true),
          Item(id: "close", ask: "Close", kind: .task(.close), required: true),
        ]),
    ])
  let debrief = Debrief(
    id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)

  /// Applies changes to a dossier in memory, as the store does to its tables.
  struct Bench {
    var dossier: Dossier
    var debrief: Debrief
    let checklist: Checklist
    var now = noon
    var ids = IDSource(seed: 3)

    var wizard: Wizard { Wizard(checklist, dossier, debrief, now: now) }

    mutating func apply(_ change: Change) {
      for operation in change.operations {
        switch operation.entity {
        case .response(let it):
          dossier.responses.removeAll { $0.id == it.id }
          dossier.responses.append(it)
        case .finding(let it): dossier.findings.append(it)
        case .debrief(let it):
          debrief = it
          dossier.debriefs = [it]
        case .event(let it): dossier.events.append(it)
        default: break
        }
      }
    }

    mutating func answer(_ item: String, _ value: String, skipped: String = "") {
      now = now.adding(seconds: 30)
      let entry = wizard.entries.first { $0.item.id == item }!
      let id = ids.draw()
      apply(wizard.answer(entry, value: value, skipped: skipped, id: id, now: now))
    }
  }

  var bench: Bench {
    Bench(dossier: dossier { $0.debriefs = [debrief] }, debrief: debrief, checklist: checklist)
  }

  @Test func itResumesAtTheExactItem() {
    var it = bench
    #expect(it.wizard.entries[it.wizard.resume].item.id == "mood.start")
    it.answer("mood.start", "4")
    #expect(it.wizard.entries[it.wizard.resume].item.id == "before.dress")
    it.answer("interrupt.count", "0")
    #expect(it.wizard.entries[it.wizard.resume].item.id == "lesson")
    #expect(it.debrief.done == 1, "only what is wanted counts")
    #expect(it.debrief.total == 4)
  }

  @Test func leavingAStepStopsAtWhatIsWanted() {
    var it = bench
    it.answer("before.dress", "no")
    func next(_ item: String) -> String? {
      let from = it.wizard.entries.firstIndex { $0.item.id == item }!
      return it.wizard.nextStep(after: from).map { it.wizard.entries[$0].item.id }
    }
    #expect(next("mood.start") == "before.dress")
    #expect(next("before.dress") == "before.why")
    #expect(next("before.why") == "interrupt.count")
    #expect(next("close") == nil)
    it.answer("before.why", "x")
    #expect(next("before.dress") == "interrupt.count")
  }

  @Test func conditionsBringItemsInAndTheirAnswersStay() {
    var it = bench
    #expect(!it.wizard.entries.contains { $0.item.id == "before.why" })
    it.answer("before.dress", "no")
    #expect(it.wizard.entries.contains { $0.item.id == "before.why" })
    it.answer("before.why", "forgot to ask")
    it.answer("before.dress", "yes")
    #expect(it.wizard.entries.contains { $0.item.id == "before.why" }, "an answer is never hidden")
  }

  @Test func aFastRefusalMovesConductToTheFront() {
    var it = bench
    it.dossier.interviews = [
      Interview(id: ID("i"), application: ID("app"), recorded: noon) {
        $0.start = noon.adding(seconds: -2 * 86400)
      }
    ]
    it.dossier.events = [
      Event(id: ID("e"), application: ID("app"), kind: .refused, on: noon.day, recorded: noon)
    ]
    #expect(it.wizard.entries.map(\.step.id).prefix(2) == ["S1", "S6"])
  }

  @Test func restingAsksOnlyForWhatFades() {
    var it = bench
    it.apply(it.wizard.rest(true, ids: &it.ids, now: noon))
    #expect(it.wizard.entries.map(\.item.id) == ["mood.start", "close"])
    it.apply(it.wizard.rest(false, ids: &it.ids, now: noon))
    #expect(it.wizard.entries.count == 6)
  }

  /// What a list shows is as of the answer, with what it opened; a pause is counted by what it asks.
  @Test func whatAnAnswerOpensIsCountedAtOnce() {
    var it = bench
    it.answer("mood.start", "4")
    #expect(it.debrief.done == 1 && it.debrief.total == 4)
    it.answer("before.dress", "no")
    #expect(it.debrief.done == 1 && it.debrief.total == 5)
    it.answer("before.why", "forgot to ask")
    #expect(it.debrief.done == 2 && it.debrief.total == 5)
    it.answer("before.why", "", skipped: "no wish to")
    #expect(it.debrief.done == 2 && it.debrief.total == 5)
    it.apply(it.wizard.rest(true, ids: &it.ids, now: it.now))
    #expect(it.debrief.total == it.wizard.total && it.debrief.done == it.wizard.done)
    it.apply(it.wizard.rest(false, ids: &it.ids, now: it.now))
    #expect(it.debrief.done == 2 && it.debrief.total == 5)
  }

  @Test func anAnswerSuggestsAFindingOnce() {
    var it = bench
    it.answer("interrupt.count", "1")
    func entry() -> Wizard.Entry { it.wizard.entries.first { $0.item.id == "interrupt.count" }! }
    #expect(it.wizard.offers(entry()).isEmpty)
    it.answer("interrupt.count", "3")
    let offer = it.wizard.offers(entry()).first
    #expect(offer != nil)
    var ids = IDSource(seed: 5)
    it.apply(it.wizard.accept(offer!, of: entry(), ids: &ids, now: noon)!)
    #expect(it.dossier.findings.first?.statement == "Interrupted 3 times")
    #expect(it.dossier.findings.first?.evidence?.kind == .response)
    #expect(it.wizard.offers(entry()).isEmpty)
    #expect(it.dossier.responses.count == 1, "an answer given anew keeps its id")
  }

  @Test func itSaysWhatIsOpenAndClosesAnyTime() {
    var it = bench
    it.answer("mood.start", "4")
    it.answer("lesson", "ask about on-call")
    #expect(it.debrief.lesson == "ask about on-call")
    #expect(it.wizard.openPhases == Phase.allCases)
    it.dossier.turns = [Turn(id: ID("q"), application: it.dossier.application.id, recorded: noon)]
    #expect(it.wizard.openPhases == [.before, .after], "what they asked is something noted")
    it.dossier.turns = []
    it.dossier.findings = [finding("a", .weakness, phase: .during)]
    #expect(it.wizard.openPhases == [.before, .after])
    it.answer("phases", "before after")
    #expect(it.wizard.openPhases.isEmpty)
    let entry = it.wizard.entries.last!
    it.apply(it.wizard.close(entry, id: ID("c"), event: ID("e"), now: noon))
    #expect(it.debrief.closed == noon)
    #expect(it.dossier.events.last?.kind == .debriefClosed)
  }

  @Test func silenceTakenForAnAnswerIsAFactOnce() {
    var it = Bench(
      dossier: dossier { $0.debriefs = [debrief] }, debrief: debrief,
      checklist: Checklist(
        branch: .ghosted, title: "",
        steps: [
          Step(
            id: "S0", title: "", why: "",
            items: [Item(id: "silence", ask: "?", kind: .yesNo, binds: .silence)])
        ]))
    it.answer("silence", "no")
    #expect(it.dossier.events.isEmpty)
    it.answer("silence", "yes")
    it.answer("silence", "yes")
    #expect(it.dossier.events.map(\.kind) == [.silent])
  }

  @Test func timeSpentLeavesPausesOut() {
    var it = bench
    it.answer("mood.start", "4")  // 30 s
    it.now = it.now.adding(seconds: 86400)
    it.answer("before.dress", "yes")  // counted as 5 minutes at most
    #expect(it.wizard.minutes == 5)
  }

  @Test func answersToUnknownItemsAreKept() {
    var it = bench
    it.dossier.responses = [
      Response(id: ID("r"), application: ID("app"), debrief: ID("d"), item: "gone", answered: noon)
    ]
    #expect(it.wizard.orphans.count == 1)
  }
}
