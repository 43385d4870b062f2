import DebriefModel
import Testing

@Suite("Who gets a letter, what it may say, and when there is none", .timed)
struct LetterRulesTests {
  private let today = noon.day

  private func person(_ id: String, _ part: Person.Part, _ name: String? = nil) -> Person {
    Person(id: ID(id)) {
      $0.name = name ?? id.capitalized
      $0.part = part
    }
  }

  private func event(_ kind: Event.Kind, _ days: Int = -3, due: Int? = nil, _ who: String? = nil)
    -> Event
  {
    Event(
      id: ID("\(kind)\(days)\(who ?? "")"), application: ID("app"), kind: kind,
      on: today.adding(days: days), recorded: noon
    ) {
      $0.due = due.map(today.adding(days:))
      $0.person = who.map { ID($0) }
    }
  }

  private func talk(_ round: Int, _ days: Int, _ people: String...) -> Interview {
    Interview(id: ID("i\(round)"), application: ID("app"), recorded: noon) {
      $0.round = round
      $0.start = noon.adding(seconds: days * 86400)
      $0.people = people.map { ID($0) }
    }
  }

  private func entry(
    _ kind: Preparation.Kind, _ text: String, _ detail: String = "",
    _ state: Preparation.State = .open, days: Int = -9
  ) -> Preparation {
    Preparation(
      id: ID("\(kind)\(text)"), application: ID("app"), kind: kind,
      recorded: noon.adding(seconds: days * 86400)
    ) {
      $0.text = text
      $0.detail = detail
      $0.state = state
    }
  }

  private func turn(
    _ id: String, _ who: String, _ question: String, asker: Turn.Asker = .them, rating: Int? = nil
  ) -> Turn {
    Turn(id: ID(id), application: ID("app"), recorded: noon) {
      $0.person = ID(who)
      $0.asker = asker
      $0.question = question
      $0.answer = "yes"
      $0.rating = rating
    }
  }

  private func feedback(
    _ who: String?, asked: Int? = -2, received: Int? = nil,
    _ fill: (inout Feedback) -> Void = { _ in }
  ) -> Feedback {
    Feedback(id: ID("f\(who ?? "")\(asked ?? 0)"), application: ID("app"), recorded: noon) {
      $0.person = who.map { ID($0) }
      $0.asked = asked.map(today.adding(days:))
      $0.received = received.map(today.adding(days:))
      fill(&$0)
    }
  }

  /// A dossier of a refusal after a talk with three people.
  private func refused(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier {
    dossier {
      $0.people = [
        person("ann", .interviewer), person("mo", .manager), person("hr", .hr),
        person("rec", .recruiter),
      ]
      $0.interviews = [talk(1, -9, "ann"), talk(2, -6, "mo")]
      $0.events = [event(.refused, -3, "hr")]
      fill(&$0)
    }
  }

  private func ids(_ kind: LetterKind, _ it: Dossier) -> [String] {
    LetterRules.whoCanGet(kind, it, now: noon).map(\.id.text)
  }

  @Test func eachLetterGoesToWhomItSuits() {
    let it = refused()
    #expect(ids(.thanks, it) == ["mo", "ann"])
    #expect(ids(.manager, it) == ["mo"])
    #expect(ids(.hr, it) == ["hr"])
    #expect(ids(.request, it) == ["hr", "mo", "ann", "rec"])
    #expect(ids(.touch, it) == ["mo", "rec", "hr", "ann"])
    #expect(ids(.access, it).first == "hr")
    #expect(ids(.evidence, it) == ["mo", "ann"])
  }

  @Test func whoWasThankedOrAskedComesLast() {
    let thanked = refused { $0.events.append(event(.thanked, -6, "mo")) }
    #expect(ids(.thanks, thanked) == ["ann", "mo"])
    let early = refused { $0.events.append(event(.thanked, -8, "mo")) }
    #expect(ids(.thanks, early) == ["mo", "ann"])
    let asked = refused { $0.feedback = [feedback("hr")] }
    #expect(ids(.request, asked) == ["mo", "ann", "rec", "hr"])
    let told = refused {
      $0.feedback = [feedback("ann", received: -1) { $0.three = [.init("too slow")] }]
    }
    #expect(ids(.evidence, told) == ["ann", "mo"])
  }

  private func no(_ kind: LetterKind, _ it: Dossier, to: String? = nil) -> String? {
    LetterRules.refusal(
      kind, it, to: to.flatMap { id in it.people.first { $0.id.text == id } }, now: noon)
  }

  @Test func aLetterThatDoesNotFitIsRefusedInOneSentence() {
    let waiting = dossier { $0.events = [event(.applied)] }
    let it = refused()
    #expect(no(.thanks, waiting)?.contains("interview yet") == true)
    #expect(no(.thanks, it, to: "hr") == "Hr hasn't been in an interview with you yet.")
    #expect(no(.thanks, it, to: "ann") == nil)
    #expect(no(.check, waiting) == nil)
    #expect(no(.check, it)?.contains("decided") == true)
    for kind in [LetterKind.manager, .hr, .request, .anyway, .evidence] {
      #expect(no(kind, waiting)?.hasPrefix("They haven't said no") == true, "\(kind)")
    }
    #expect(no(.manager, it, to: "mo") == nil)
    #expect(no(.manager, it, to: "hr")?.contains("is in HR") == true)
    #expect(no(.hr, it, to: "mo")?.contains("isn't in HR") == true)
    #expect(no(.touch, waiting)?.contains("still deciding") == true)
    #expect(no(.touch, it) == nil)
    #expect(no(.withdrawal, it)?.contains("said no") == true)
    #expect(no(.withdrawal, waiting) == nil)
    let alone = dossier { $0.events = [event(.refused)] }
    #expect(no(.hr, alone)?.contains("anyone from HR") == true)
    for kind in LetterKind.allCases {
      for it in [waiting, it, alone] {
        guard let sentence = no(kind, it) else { continue }
        #expect(sentence.last == "." && sentence.first?.isLowercase == false, "\(sentence)")
      }
    }
  }

  @Test func askingTwiceIsEnough() {
    let named = dossier { $0.events = [event(.applied, -9), event(.promised, -8, due: 1)] }
    #expect(no(.check, named) == "They said you'd hear by March 21. Ask after that.")
    let passed = dossier {
      $0.events = [event(.applied, -9), event(.promised, -8, due: -1), event(.chased, 0)]
    }
    #expect(no(.check, passed) == nil)
    let twice = dossier { $0.events = [event(.applied), event(.chased, -2), event(.chased, -1)] }
    #expect(no(.check, twice)?.contains("third time") == true)
    #expect(no(.request, refused { $0.feedback = [feedback("hr")] }) == nil)
    let both = refused { $0.feedback = [feedback("hr"), feedback("mo", asked: -1)] }
    #expect(no(.request, both)?.contains("third time would feel pushy") == true)
    let told = refused { $0.feedback = [feedback("mo", received: -1)] }
    #expect(no(.request, told, to: "mo")?.contains("already replied") == true)
    #expect(no(.request, told, to: "ann") == nil)
  }

  /// A refusal with two things named, each with an example that a turn shows.
  private func answered(_ change: (inout Feedback.Thing) -> Void = { _ in }) -> Dossier {
    var first = Feedback.Thing("too slow")
    first.example = "Two releases a week in 2025."
    first.proof = ID("t")
    var second = Feedback.Thing("no plan")
    second.example = "The plan of May, kept to the day."
    second.proof = ID("t")
    change(&second)
    return refused {
      $0.turns = [turn("t", "mo", "How fast are you?")]
      $0.feedback = [feedback("mo", received: -1) { $0.three = [first, second] }]
      $0.findings = [finding("guess", .strength, "", .guess), finding("seen", .strength)]
      $0.preparations = [
        entry(.claim, "kept every plan", "", .provable),
        entry(.claim, "fluent French", "", .retract),
      ]
      $0.responses = [
        Response(
          id: ID("r"), application: ID("app"), debrief: ID("d"), item: "second.gate", answered: noon
        ) { $0.value = "that I plan" }
      ]
    }
  }

  @Test func evidenceNeedsAnExampleForEachThing() {
    #expect(no(.evidence, answered()) == nil)
    #expect(no(.evidence, refused())?.contains("None of their replies says") == true)
    for (change, part) in [
      ({ $0.example = nil }, "“no plan” has no concrete example"),
      ({ $0.example = " . " }, "“no plan” has no concrete example"),
      ({ $0.proof = nil }, "isn't linked to anything"),
      ({ $0.proof = ID("gone") }, "isn't linked to anything"),
      ({ $0.proof = ID("guess") }, "isn't linked to anything"),
      ({ $0.proof = ID("claimfluent French") }, "isn't linked to anything"),
      ({ $0.gap = .lacking }, "is something you said you don't have yet"),
      ({ $0.example = "In fluent  FRENCH, in May." }, "a claim you dropped"),
    ] as [((inout Feedback.Thing) -> Void, String)] {
      let it = answered(change)
      #expect(no(.evidence, it)?.contains(part) == true, "\(no(.evidence, it) ?? "nil")")
      #expect(LetterFacts(it, to: nil, now: noon).things == [], "\(part)")
    }
    for proof in ["seen", "claimkept every plan", "t"] {
      let it = answered { $0.proof = ID(proof) }
      #expect(no(.evidence, it) == nil, "\(proof)")
      #expect(LetterRules.proofs(it).contains { $0.id.text == proof })
      #expect(LetterFacts(it, to: nil, now: noon).things.count == 2)
    }
    #expect(
      LetterRules.proofs(answered()).map(\.id.text).sorted() == [
        "claimkept every plan", "seen", "t",
      ])
    var open = answered()
    open.responses = []
    #expect(no(.evidence, open)?.contains("second look") == true)
    #expect(no(.influence, open)?.contains("second look") == true)
    #expect(no(.influence, answered()) == nil)
  }

  @Test func accessIsForTheLandsThatKnowItAndForAnOpenQuestion() {
    func it(_ region: Region?, _ entries: Feedback...) -> Dossier {
      refused {
        $0.application.region = region
        $0.feedback = entries
      }
    }
    let late = feedback("hr", asked: -20)
    #expect(no(.access, it(nil, late))?.contains("where they are") == true)
    #expect(no(.access, it(.other, late))?.contains("only") == true)
    #expect(no(.access, it(.eu))?.contains("Ask for feedback first") == true)
    #expect(no(.access, it(.eu, feedback("hr", received: -1)))?.contains("Ask for") == true)
    #expect(no(.access, it(.uk, feedback("hr")))?.contains("a little more time") == true)
    #expect(no(.access, it(.uk, late)) == nil)
    #expect(no(.access, it(.eu, feedback("hr") { $0.closed = true })) == nil)
  }

  @Test func theCallbackIsTheReadersOwn() {
    let it = refused {
      $0.turns = [
        turn("a", "ann", "Who pays for the \"cheap\" plan?", rating: 2), turn("b", "mo", "Why us?"),
        turn("c", "ann", "How do you rest?", asker: .me, rating: 5), turn("d", "rec", " . "),
      ]
    }
    let ann = LetterFacts(it, to: it.person(ID("ann")), now: noon)
    #expect(ann.slots[.callback] == "How do you rest?")
    #expect(ann.flags.contains(.mine) && !ann.flags.contains(.theirs))
    let mo = LetterFacts(it, to: it.person(ID("mo")), now: noon)
    #expect(mo.slots[.callback] == "Why us?" && mo.flags.contains(.theirs))
    for id in ["rec", "hr"] {
      let none = LetterFacts(it, to: it.person(ID(id)), now: noon)
      #expect(none.slots[.callback] == nil && none.flags.isDisjoint(with: [.mine, .theirs]))
    }
    let quoted = refused { $0.turns = [turn("a", "ann", "Who pays for the \"cheap\" plan?")] }
    let facts = LetterFacts(quoted, to: quoted.person(ID("ann")), now: noon)
    #expect(facts.slots[.callback] == "Who pays for the ‘cheap’ plan?")
  }

  @Test func takenBackClaimsAndOldNewsStayOut() {
    let it = refused {
      $0.preparations = [
        entry(.claim, "Fluent French.", "", .retract),
        entry(.company, "mission", "help those who speak  fluent\nfrench"),
        entry(.company, "challenges", "growth"),
        entry(.company, "news", "A new hall.\nThe Gazette, 3 March"),
        entry(.answer, LetterFacts.solvedQuestion, "Taught fluent French in 2024."),
        entry(.answer, LetterFacts.approachQuestion, "One step at a time!"),
        entry(.requirement, "Welding", "", .partly),
      ]
      $0.turns = [
        turn("a", "mo", "Is your fluent French real?"), turn("b", "mo", "Why us?", rating: 1),
      ]
    }
    let profile = Profile {
      $0.name = " Robin\u{202e} Muster\n"
      $0.goals = "teach in fluent French"
    }
    let resume = Resume(id: ID("v"), recorded: noon) {
      $0.skills = "fluent French, welding , calm."
    }
    let facts = LetterFacts(
      it, to: it.person(ID("mo")), profile: profile, resume: resume, now: noon)
    for (slot, text) in facts.slots {
      #expect(!text.lowercased().contains("french"), "\(slot): \(text)")
      #expect(!text.isEmpty && text == LetterText.clean(text))
    }
    #expect(facts.slots[.mission] == nil && facts.slots[.goal] == nil)
    #expect(facts.slots[.skills] == "welding and calm")
    #expect(facts.slots[.callback] == "Why us?")
    #expect(facts.slots[.event] == "A new hall" && facts.slots[.source] == "The Gazette, 3 March")
    #expect(facts.slots[.approach] == "One step at a time!")
    #expect(facts.slots[.aspect] == "Welding" && facts.slots[.from] == "Robin Muster")
    let old = refused {
      $0.preparations = [entry(.company, "news", "A new hall.\nThe Gazette", days: -200)]
    }
    let stale = LetterFacts(old, to: nil, now: noon)
    #expect(stale.slots[.event] == nil && stale.slots[.source] == nil)
  }

  @Test func textsAreFitForALetter() {
    #expect(LetterText.clean("a\u{1b}[1m \t b\u{2028}c\u{200f}\u{ad}") == "a [1m b c")
    #expect(LetterText.clean("{{{to}}}") == "{to}")
    #expect(LetterText.clean("क्‍ष") == "क्‍ष")
    #expect(LetterText.phrase(" done. ; ") == "done")
    #expect(LetterText.phrase("and so on...") == "and so on…")
    #expect(LetterText.phrase("really?") == "really?")
  }

  @Test func aNameOrAnIdMeansAPerson() {
    let people = [
      person("p1abc", .hr, "Ines Kahl"), person("p1xyz", .hr, "Ina Berg"),
      person("q2", .hr, "Kahlil Sample"),
    ]
    func found(_ name: String) -> [String] { LetterRules.matches(name, people).map(\.id.text) }
    #expect(found("ines kahl") == ["p1abc"])
    #expect(found("kahl") == ["p1abc", "q2"])
    #expect(found("in") == ["p1abc", "p1xyz"])
    #expect(found("p1x") == ["p1xyz"])
    #expect(found("q2") == ["q2"])
    #expect(found("nes") == [] && found("") == [])
  }
}
