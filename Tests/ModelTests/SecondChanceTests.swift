import DebriefContent
import DebriefModel
import Testing

/// What is kept of their words, what the preparation shows, and what is read before one meets them again.
@Suite(.timed) struct SecondChanceTests {
  private static let reader = RefusalReader(Library(userFolder: nil).refusals().words)

  private func reply(_ words: String, _ candour: Candour? = nil) -> Feedback {
    Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
      $0.received = noon.day
      $0.verbatim = words
      $0.candour = candour
    }
  }

  private func kept(_ reply: Feedback) -> Feedback? {
    let change = Change("feedback saved", [.insert(.feedback(reply))])
    let next = Recipe.understood(change, known: { _ in [] }, now: noon) {
      SecondChanceTests.reader.read($0, on: $1)
    }
    if case .insert(.feedback(let it))? = next.operations.first { return it }
    return nil
  }

  // MARK: Their words

  @Test(arguments: [
    "Unfortunately our policy does not allow individual feedback.",
    "Due to the high volume of applications we received, we are unable to provide individual feedback.",
    "As a matter of policy we don't provide feedback after interviews.",
  ])
  func aStockPhraseIsNobodysFault(_ words: String) throws {
    let it = try #require(kept(reply(words)))
    #expect(it.candour.map { !$0.counts } == true, "\(String(describing: it.candour))")
    // Whatever one makes of it, it is a guess and counts for nothing.
    var all = refused()
    all.feedback = [it]
    all.findings = [weakness]
    let verdict = Verdict(all, reasons: [])
    #expect(verdict.headline == .unknown && verdict.mine == 0 && verdict.guesses == 1)
  }

  @Test func whatNobodyHasJudgedHasNoWeight() throws {
    let said = "You spoke well, but we needed more experience with Kubernetes in production."
    #expect(try #require(kept(reply(said))).candour == nil)
    #expect(kept(reply("We don't give feedback.", .example))?.candour == .example)
    func verdict(_ candour: Candour?) -> Verdict {
      var all = refused()
      all.feedback = [reply(said, candour)]
      all.findings = [weakness]
      return Verdict(all, reasons: [])
    }
    #expect(verdict(nil).headline == .unknown && verdict(nil).mine == 0)
    guard case .likely(let cause) = verdict(.specific).headline else {
      Issue.record("\(verdict(.specific))")
      return
    }
    #expect(cause.tier == .stated)
  }

  @Test func anInvitationToApplyAgainComesBackOnItsDay() throws {
    let event = Event(
      id: ID("no1"), application: ID("app"), kind: .refused, on: noon.day, recorded: noon
    ) { $0.words = "We went with another candidate. Please apply again in six months." }
    let change = Recipe.understood(
      Change("outcome recorded", [.insert(.event(event))]), known: { _ in [] }, now: noon
    ) { SecondChanceTests.reader.read($0, on: $1) }
    #expect(change.inverse.inverse == change)
    guard case .insert(.mark(let mark))? = change.operations.last else {
      Issue.record("\(change)")
      return
    }
    #expect(mark.until == Day(2026, 9, 20))
    var facts = Facts(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    facts.events = [event]
    facts.marks = [mark]
    let day = try #require(Day(2026, 9, 21))
    #expect(
      Agenda.entries([facts], now: Moment(day, hour: 9)).map(\.text) == [
        "they asked you to apply again: see what's open"
      ])
  }

  private func refused() -> Dossier {
    dossier {
      $0.events = [
        Event(id: ID("e"), application: ID("app"), kind: .refused, on: noon.day, recorded: noon)
      ]
    }
  }

  private var weakness: Finding {
    Finding(id: ID("w"), application: ID("app"), kind: .weakness, recorded: noon) {
      $0.statement = "too little Kubernetes"
      $0.tier = .stated
      $0.evidence = Evidence(.feedback, ID("f"))
    }
  }

  private func dossier(_ fill: (inout Dossier) -> Void) -> Dossier {
    var it = Dossier(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    fill(&it)
    return it
  }

  // MARK: The preparation

  private func prepared(
    _ kind: Preparation.Kind, _ text: String, _ state: Preparation.State = .open
  ) -> Preparation {
    Preparation(
      id: ID(text), application: ID("app"), kind: kind, recorded: noon.adding(seconds: -86400 * 9)
    ) {
      $0.text = text
      $0.state = state
    }
  }

  @Test(arguments: [
    (
      "What does success look like in the first year?", "What would success in year one look like?",
      true
    ),
    ("Who held this job before?", "Who had held the job before me?", true),
    ("How do you handle on-call?", "How is on-call handled here?", true),
    ("What does the team work on?", "How big is the team?", false),
    ("Who held this job before?", "What is the pay?", false),
    ("", "", false), ("Why?", "Why?", false),
  ])
  func wordsAreMatchedWithCare(_ prepared: String, _ asked: String, _ isSame: Bool) {
    #expect(AskedQuestions.isSame(prepared, asked) == isSame)
    #expect(AskedQuestions.isSame(asked, prepared) == isSame)
  }

  @Test func onlyAQuestionOfOnesOwnTicksAPreparedOne() {
    let known = [
      prepared(.question, "Who held this job before?"),
      prepared(.answer, "Who held this job before?"),
    ]
    func turn(_ asker: Turn.Asker) -> Turn {
      Turn(id: ID("t"), application: ID("app"), recorded: noon) {
        $0.asker = asker
        $0.question = "Who held the job before?"
        $0.answer = "It is new"
      }
    }
    #expect(AskedQuestions.ticked([turn(.them)], known, today: noon.day).isEmpty)
    let operations = AskedQuestions.ticked([turn(.me), turn(.me)], known, today: noon.day)
    #expect(operations.count == 1)
    guard case .update(_, .preparation(let it))? = operations.first else { return }
    #expect(it.state == .asked && it.done == noon.day && it.detail == "It is new")
  }

  @Test func whatWasNotTickedIsOfferedInTheDebrief() throws {
    let debrief = Debrief(
      id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)
    var it = refused()
    it.interviews = [
      Interview(id: ID("i"), application: ID("app"), recorded: noon.adding(seconds: -86400 * 9)) {
        $0.start = noon.adding(seconds: -86400)
        $0.dressExpected = "suits"
        $0.dressWorn = "a sweater"
      }
    ]
    it.preparations = [
      prepared(.instruction, "bring a pen"), prepared(.instruction, "read the brief", .done),
      prepared(.question, "Who held this job before?"),
    ]
    it.responses = ["habits.before", "habits.during"].map { item in
      Response(id: ID(item), application: ID("app"), debrief: ID("d"), item: item, answered: noon) {
        $0.value = "none"
      }
    }
    let list = try #require(Library(userFolder: nil).content().checklists[.rejectedAfterInterview])
    func offered(_ item: String, _ dossier: Dossier) throws -> [String] {
      let wizard = Wizard(list, dossier, debrief, now: noon)
      let entry = try #require(wizard.everything.first { $0.item.id == item })
      return wizard.offers(entry).map(\.statement)
    }
    let before = try offered("habits.before", it)
    #expect(before.contains("missed one of their instructions: bring a pen"))
    #expect(!before.contains { $0.contains("read the brief") })
    #expect(try offered("habits.during", it).contains("asked them only one question, or none"))
    // What is taken over is offered no more, and what was asked is known.
    let wizard = Wizard(list, it, debrief, now: noon)
    #expect(wizard.dressed == ["Dress code: suits. You wore: a sweater."])
    it.turns = [1, 2].map { number in
      Turn(id: ID("t\(number)"), application: ID("app"), recorded: noon) { $0.asker = .me }
    }
    #expect(try !offered("habits.during", it).contains("asked them only one question, or none"))
  }

  @Test func theDayPickedInTheDebriefIsPutIntoTheAgenda() throws {
    let debrief = Debrief(
      id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)
    var it = refused()
    it.responses = [
      Response(
        id: ID("touch"), application: ID("app"), debrief: ID("d"), item: "keep.touch",
        answered: noon
      ) { $0.value = "yes" }
    ]
    let list = try #require(Library(userFolder: nil).content().checklists[.rejectedAfterInterview])
    /// Answers the question, and gives the marks there are afterwards.
    func answer(_ value: String, skipped: String = "") throws -> [Mark] {
      let wizard = Wizard(list, it, debrief, now: noon)
      let entry = try #require(wizard.everything.first { $0.item.id == "keep.when" })
      let change = wizard.answer(
        entry, value: value, skipped: skipped, id: ID("answer"), now: noon)
      for operation in change.operations {
        switch operation {
        case .insert(.mark(let mark)): it.marks.append(mark)
        case .update(_, .mark(let mark)): it.marks = [mark]
        case .delete(.mark): it.marks = []
        case .insert(.response(let response)), .update(_, .response(let response)):
          it.responses.removeAll { $0.item == response.item }
          it.responses.append(response)
        default: break
        }
      }
      return it.marks
    }
    let first = try answer("2026-05-04")
    #expect(first.map(\.until) == [Day(2026, 5, 4)] && first.first?.entry == "warm/answer")
    #expect(try answer("2026-06-04").map(\.until) == [Day(2026, 6, 4)])
    #expect(try answer("", skipped: "not now").isEmpty)
  }

  // MARK: Once more

  @Test func aContactCoolsFromGreenToRedInWords() {
    func warmth(_ days: Int) -> Warmth {
      Warmth(last: noon.day.adding(days: -days), today: noon.day)
    }
    #expect(
      [0, 30, 31, 90, 91].map { warmth($0).level } == [.green, .green, .amber, .amber, .red])
    #expect(warmth(0).words == "in touch today")
    #expect(warmth(45).words == "quiet for 45 days: say hello")
    var contact = Contact(Person(id: ID("p")))
    #expect(Warmth(contact, today: noon.day) == nil)
    contact.history = [
      .init(day: noon.day.adding(days: 5), application: ID("app"), company: "Acme", what: "round"),
      .init(day: noon.day.adding(days: -2), application: ID("app"), company: "Acme", what: "round"),
    ]
    #expect(Warmth(contact, today: noon.day)?.days == 2)
  }

  @Test func allThatIsWorthReadingAgainIsOnOneSheet() {
    var it = refused()
    #expect(Refresher(dossier { _ in }, now: noon).parts.isEmpty)
    it.preparations = [
      prepared(.answer, "Why us?"), prepared(.question, "Who held this job before?", .asked),
      prepared(.question, "What comes next?"),
    ]
    it.turns = [
      Turn(id: ID("t"), application: ID("app"), recorded: noon) {
        $0.question = "Tell us about yourself"
        $0.rating = 2
        $0.better = "Start with the move of the hosts"
      }
    ]
    it.feedback = [reply("More Kubernetes, please.", .specific)]
    it.findings = [weakness]
    let text = Refresher(it, now: noon).text
    for wanted in [
      "Why us?", "Tell us about yourself (2 of 5)", "better: Start with the move of the hosts",
      "Who held this job before?", "still to ask: What comes next?", "More Kubernetes, please.",
      "didn't go well: too little Kubernetes", "they said no",
    ] { #expect(text.contains(wanted), "\(wanted): \(text)") }
  }
}
