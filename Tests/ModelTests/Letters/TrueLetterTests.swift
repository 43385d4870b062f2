import DebriefContent
import DebriefModel
import Testing

/// A letter claims nothing that isn't so: no conversation the reader had no part in, no question they have
/// answered already, no list of one.
@Suite(.timed) struct TrueLetterTests {
  private func refused(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier {
    dossier { d in
      d.application.role = "Baker"
      d.people = [("ines", Person.Part.manager), ("hal", .hr), ("tove", .interviewer)].map {
        id, part in
        Person(id: ID(id)) {
          $0.name = id.capitalized
          $0.part = part
        }
      }
      d.interviews = [
        Interview(id: ID("i"), application: ID("app"), recorded: noon) {
          $0.round = 1
          $0.start = noon.adding(seconds: -5 * 86400)
          $0.people = [ID("ines")]
        }
      ]
      d.events = [
        Event(
          id: ID("no"), application: ID("app"), kind: .refused, on: noon.day.adding(days: -1),
          recorded: noon
        ) { $0.person = ID("ines") }
      ]
      fill(&d)
    }
  }

  private func facts(_ it: Dossier, to: String?, tookOther: Bool = false) -> LetterFacts {
    LetterFacts(
      it, to: to.flatMap { it.person(ID($0)) }, profile: Profile { $0.name = "Robin Muster" },
      tookOther: tookOther, now: noon)
  }

  private func draft(_ kind: LetterKind, _ it: Dossier, to: String?, tookOther: Bool = false)
    -> LetterDraft
  {
    Library(userFolder: nil).letters().draft(kind, facts(it, to: to, tookOther: tookOther))
  }

  @Test func nobodyIsThankedForATalkThatOthersHad() {
    let it = refused()
    #expect(facts(it, to: "ines").has(.talk) && !facts(it, to: "ines").has(.held))
    #expect(facts(it, to: nil).has(.talk), "nobody in particular: whoever was there")
    for id in ["hal", "tove"] {
      #expect(!facts(it, to: id).has(.talk) && facts(it, to: id).has(.held), "\(id)")
      for kind in [LetterKind.request, .check, .influence, .withdrawal, .hr, .manager] {
        #expect(!draft(kind, it, to: id).text.contains("our conversation"), "\(kind), \(id)")
      }
    }
    #expect(draft(.request, it, to: "ines").text.contains("taking the time to interview me"))
    #expect(draft(.request, it, to: "hal").text.contains("for the chance to interview"))
    #expect(draft(.hr, it, to: "hal").text.contains("talking with your colleagues"))
    #expect(
      draft(.check, it, to: "hal").text.contains("I interviewed for the Baker role at Acme on"))
    var alone = it
    alone.interviews[0].people = [ID("hal")]
    let thanks = draft(.hr, alone, to: "hal").text
    #expect(thanks.contains("our conversation on") && !thanks.contains("colleagues"), "\(thanks)")
  }

  @Test func aRoundWithoutNamesWasWithWhoeverInterviews() {
    let it = refused { $0.interviews[0].people = [] }
    #expect(facts(it, to: "ines").has(.talk) && facts(it, to: "tove").has(.talk))
    #expect(!facts(it, to: "hal").has(.talk))
  }

  private func answered(_ value: String, isSkipped: Bool = false) -> Response {
    Response(
      id: ID("r"), application: ID("app"), debrief: ID("d"), item: "refusal.kind", answered: noon
    ) {
      $0.value = value
      if isSkipped { $0.skipped = "later" }
    }
  }

  private func reply(_ candour: Candour?, things: Int = 0) -> Feedback {
    Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
      $0.person = ID("ines")
      $0.received = noon.day
      $0.verbatim = "You were vague."
      $0.candour = candour
      $0.three = (0..<things).map { n in
        var thing = Feedback.Thing("point \(n)")
        thing.example = "an example of \(n)"
        thing.proof = ID("seen")
        return thing
      }
    }
  }

  @Test func whoSaidWhyIsNotAskedForItAgain() {
    func isAsked(_ fill: (inout Dossier) -> Void = { _ in }, to: String = "tove") -> Bool {
      let text = draft(.request, refused(fill), to: to).text
      let asksFirst = text.contains("three things") && text.contains("compare")
      #expect(asksFirst != text.contains("work on first"), "\(text)")
      return asksFirst
    }
    #expect(isAsked())
    #expect(!isAsked({ $0.responses = [answered("reason")] }))
    for value in ["plain", "standard", "vague", "kept"] {
      #expect(isAsked({ $0.responses = [answered(value)] }), "\(value)")
    }
    #expect(isAsked({ $0.responses = [answered("reason", isSkipped: true)] }))
    #expect(!isAsked({ $0.feedback = [reply(.specific)] }))
    #expect(isAsked({ $0.feedback = [reply(.boilerplate)] }))
    #expect(isAsked({ $0.feedback = [reply(nil)] }), "words nobody has judged")
    // Without an interview, they aren't asked for the one area they named.
    let named = draft(
      .request,
      refused {
        $0.interviews = []
        $0.responses = [answered("reason")]
      }, to: "ines")
    #expect(!named.text.contains("one area"), "\(named.text)")
    #expect(named.gaps.isEmpty, "\(named.gaps)")
    let it = refused { $0.responses = [answered("reason")] }
    #expect(
      draft(.request, it, to: "ines").text.contains("telling me what the decision came down to"))
    #expect(
      !draft(.request, it, to: "tove").text.contains("telling me what the decision came down to"))
  }

  @Test(arguments: [1, 2]) func oneExampleIsNoList(_ count: Int) {
    let it = refused {
      $0.feedback = [reply(.specific, things: count)]
      $0.findings = [finding("seen", .strength)]
      $0.responses = [
        Response(
          id: ID("r"), application: ID("app"), debrief: ID("d"), item: "second.gate", answered: noon
        ) { $0.value = "that I can" }
      ]
    }
    let theirs = draft(.evidence, it, to: "ines")
    #expect(
      theirs.text.contains("You mentioned “point 0.” One example is an example of 0."),
      "\(theirs.text)")
    #expect(theirs.text.contains("1. ") == (count == 2))
    #expect(theirs.text.contains("an example for each") == (count == 2))
    #expect(theirs.subject.hasPrefix(count == 1 ? "An example to add" : "A few examples to add"))
    // Whoever didn't say it didn't mention it.
    let other = draft(.evidence, it, to: "tove").text
    #expect(other.contains("One point was “point 0.”") && !other.contains("You "), "\(other)")
  }

  @Test func whoTookAnotherJobSaysSo() {
    func text(_ kind: Event.Kind?, _ tookOther: Bool) -> String {
      let it = refused { d in
        d.events =
          kind.map {
            [Event(id: ID("e"), application: ID("app"), kind: $0, on: noon.day, recorded: noon)]
          } ?? []
      }
      return draft(.withdrawal, it, to: "ines", tookOther: tookOther).text
    }
    #expect(text(nil, true).contains("I’ve accepted another offer, so"))
    #expect(text(.offered, true).contains("accepted a different offer"))
    for kind in [nil, Event.Kind.offered] {
      #expect(!text(kind, false).contains("accepted"), "\(text(kind, false))")
    }
  }

  @Test func onlyWhoReadAboutThemLikedIt() {
    let it = refused { $0.interviews = [] }
    #expect(!draft(.touch, it, to: "ines").text.contains("I liked what I read"))
    let read = refused {
      $0.interviews = []
      $0.preparations = [
        Preparation(id: ID("p"), application: ID("app"), kind: .company, recorded: noon) {
          $0.text = "mission"
          $0.detail = "safer roads"
        }
      ]
    }
    #expect(draft(.touch, read, to: "ines").text.contains("I liked what I read about Acme"))
  }

  @Test(arguments: [
    ("they'd come", "they’d come"), ("the \"cheap\" plan", "the “cheap” plan"),
    ("'no'", "‘no’"), ("(\"top 10\")", "(“top 10”)"),
    ("a 10\" pipe, 6' long", "a 10\" pipe, 6' long"),
    ("2024's plan", "2024’s plan"), ("the bakers' oven", "the bakers’ oven"), ("", ""),
  ]) func marksAreCurledAsInTheRest(_ typed: String, _ shown: String) {
    let it = refused {
      $0.preparations = [
        Preparation(id: ID("p"), application: ID("app"), kind: .company, recorded: noon) {
          $0.text = "mission"
          $0.detail = typed
        }
      ]
    }
    #expect(facts(it, to: "ines").slots[.mission] == (shown.isEmpty ? nil : shown))
  }

  @Test func aQuestionEndsItsSentence() {
    for (question, end) in [
      ("Why do you bake at night?", "Your question “Why do you bake at night?” is one"),
      (
        "Tell me about a night that went wrong.",
        "Your question “Tell me about a night that went wrong” is one"
      ),
    ] {
      let it = refused { d in
        d.turns = [
          Turn(id: ID("t"), application: ID("app"), recorded: noon) {
            $0.interview = ID("i")
            $0.person = ID("ines")
            $0.question = question
          }
        ]
      }
      let text = draft(.manager, it, to: "ines").text.replacing("\n\n", with: " ")
      #expect(text.contains(end), "\(text)")
    }
  }
}
