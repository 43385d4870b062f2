import DebriefContent
import DebriefModel
import Testing

/// Every answer leads somewhere: another answer to any question makes something else that a person reads
/// different, a finding that is offered, a question that follows, the cause, the page, what is due, a letter.
/// What an answer is merely listed among does not count.
@Suite("Every answer leads somewhere", .timed) struct AnswerTests {
  private let library = Library(userFolder: nil)

  /// What reads the answers that only the screen does, or that stand with another: each is held by a test, by name.
  private static let onScreen = [
    "next.live": "ChecklistPaneTests.theCloseNamesWhatIsStillOpenElsewhere",
    "worries.answer": "AnswerTests.eachWorryHasItsAnswer",
    "mood.word": "GuidedTests.theLastScreenIsOneToKeep",
    "review.differently": "GuidedTests.whatAFriendCouldHaveDoneIsTheFirstProposal",
  ]

  @Test("in every branch", arguments: Branch.allCases) func everyAnswer(_ branch: Branch) throws {
    let content = library.content(only: branch)
    let checklist = try #require(content.checklists[branch])
    var counted = 0
    for item in checklist.items where AnswerTests.isAnswered(item) {
      if AnswerTests.onScreen[item.id] != nil { continue }
      // Some are asked only once they have replied, or after a cool ending.
      let scenes = [false, true].map { Scene(branch, content: content, isReplied: $0) }
      let isRead = scenes.contains { scene in
        Set(AnswerTests.values(item).map { scene.told(after: item, answer: $0, in: checklist) })
          .count > 1
      }
      #expect(isRead, "\(branch.rawValue) \(item.id): \(item.ask)")
      counted += 1
    }
    #expect(counted > 10)
  }

  /// A search under way, in which questions are answered one after the other.
  private struct Course {
    let checklist: Checklist
    let debrief: Debrief
    var it: Dossier
    let now: Moment

    var wizard: Wizard { Wizard(checklist, it, debrief, now: now) }

    func entry(_ item: String) throws -> Wizard.Entry {
      try #require(wizard.everything.first { $0.item.id == item }, "\(item) isn't asked")
    }

    mutating func answer(_ item: String, _ value: String) throws {
      let change = wizard.answer(try entry(item), value: value, id: ID(item), now: now)
      for operation in change.operations { it.take(operation) }
      it.sort()
    }
  }

  private func course(_ branch: Branch) throws -> Course {
    let content = library.content(only: branch)
    let scene = Scene(branch, content: content, isReplied: false)
    return Course(
      checklist: try #require(content.checklists[branch]), debrief: scene.debrief,
      it: scene.dossier, now: scene.now)
  }

  /// A list of worries is a change for each, and the answers stand with them (A37).
  @Test func eachWorryHasItsAnswer() throws {
    var course = try course(.rejectedAfterInterview)
    try course.answer("worries.theirs", "the size of the cluster\n\n on-call at night ")
    let offers = course.wizard.offers(try course.entry("worries.theirs"))
    #expect(
      offers.map(\.statement) == [
        "have an answer ready: the size of the cluster", "have an answer ready: on-call at night",
      ])
    for offer in offers {
      course.it.improvements.append(
        Improvement(
          id: ID(offer.statement), application: course.it.application.id, recorded: course.now
        ) {
          $0.debrief = course.debrief.id
          $0.what = offer.statement
        })
    }
    try course.answer("worries.answer", "I ran nine brokers.\nI did it for two years.")
    func changes() -> Set<String> { Set(course.it.improvements.map(\.what)) }
    #expect(
      changes() == [
        "have an answer ready: the size of the cluster (“I ran nine brokers.”)",
        "have an answer ready: on-call at night (“I did it for two years.”)",
      ])
    // Another answer takes the place of the first, and one that is missing leaves what was there.
    try course.answer("worries.answer", "I've read up on it.")
    #expect(
      changes() == [
        "have an answer ready: the size of the cluster (“I've read up on it.”)",
        "have an answer ready: on-call at night (“I did it for two years.”)",
      ])
    // One line is one change, and a long text is no list.
    for text in ["the cluster", Array(repeating: "a line", count: 9).joined(separator: "\n")] {
      var other = try self.course(.rejectedAfterInterview)
      try other.answer("worries.theirs", text)
      #expect(other.wizard.offers(try other.entry("worries.theirs")).count == 1)
    }
  }

  /// Whether one picked the job is asked once, kept with the application, and read there (A101).
  @Test(arguments: [Branch.rejectedAfterInterview, .rejectedWithoutInterview, .ghosted])
  func whetherTheJobWasPickedIsKeptAndRead(_ branch: Branch) throws {
    for (value, isPicked) in [("many", false), ("chosen", true)] {
      var course = try course(branch)
      try course.answer("aim.chosen", value)
      #expect(course.it.application.picked == isPicked)
      course.it.responses = []
      let asked = Set(course.wizard.everything.map(\.item.id))
      #expect(!asked.contains("aim.chosen") && asked.contains("aim.many") == !isPicked, "\(value)")
    }
  }

  /// Several things that make one uneasy are several (A25).
  @Test func redFlagsAreAList() throws {
    var course = try course(.rejectedAfterInterview)
    try course.answer("flags.seen", "people hours")
    #expect(course.wizard.offers(try course.entry("flags.seen")).count == 2)
    #expect(Verdict.redFlags(course.it) == 2)
    try course.answer("want.still", "no")
    #expect(Verdict.dodged(course.it))
    try course.answer("flags.seen", Item.noTicks)
    #expect(Verdict.redFlags(course.it) == 0 && !Verdict.dodged(course.it))
  }

  /// Greeting, phone, and thanks are three things (A35).
  @Test func courtesiesAreApart() throws {
    var course = try course(.rejectedAfterInterview)
    try course.answer("manners.kept", "no")
    #expect(course.wizard.offers(try course.entry("manners.kept")).isEmpty)
    for (value, said) in [
      ("greeting", ["didn't greet everyone"]), ("phone", ["didn't put the phone away"]),
      ("greeting thanks", ["didn't greet everyone", "didn't thank them at the end"]),
    ] {
      try course.answer("manners.which", value)
      #expect(course.wizard.offers(try course.entry("manners.which")).map(\.statement) == said)
    }
    var kept = try self.course(.rejectedAfterInterview)
    try kept.answer("manners.kept", "yes")
    #expect(!kept.wizard.everything.contains { $0.item.id == "manners.which" })
  }

  private static func isAnswered(_ item: Item) -> Bool {
    if case .task = item.kind { false } else { true }
  }

  /// Answers that differ as much as they can.
  private static func values(_ item: Item) -> [String] {
    switch item.kind {
    case .yesNo: ["yes", "no"]
    case .scale: ["1", "2", "3", "4", "5"]
    case .sided: ["-2", "-1", "0", "1", "2"]
    case .count: ["0", "1", "3", "9"]
    case .choice: item.choices.map(\.id)
    case .ticks: item.choices.map(\.id) + [Item.noTicks]
    case .line, .text: ["", "told the queue story twice", "They hired from within."]
    case .date: ["2026-04-01", "2026-09-01"]
    case .task: []
    }
  }
}

/// An application with something of everything in it, at one branch.
private struct Scene {
  let branch: Branch
  let content: Content
  let now = Moment(Day(iso: "2026-03-20")!, hour: 18)
  let dossier: Dossier
  let debrief: Debrief

  init(_ branch: Branch, content: Content, isReplied: Bool) {
    (self.branch, self.content) = (branch, content)
    var ids = IDSource(seed: 7)
    let application = ids.draw()
    func day(_ text: String) -> Day { Day(iso: text)! }
    var made = Dossier(
      Application(id: application, created: Moment(day("2026-02-20"), hour: 9)) {
        $0.company = "Testwerk"
        $0.role = "Engineer"
      })
    let people = [Person.Part.manager, .hr].map { part in
      Person(id: ids.draw()) {
        $0.name = part == .manager ? "Ines Kahl" : "Tom Brandt"
        $0.part = part
      }
    }
    made.people = people
    func add(_ kind: Event.Kind, _ on: String, words: String = "") {
      made.events.append(
        Event(
          id: ids.draw(), application: application, kind: kind, on: day(on),
          recorded: Moment(day(on), hour: 12)
        ) { $0.words = words })
    }
    add(.applied, "2026-02-20")
    if branch != .rejectedWithoutInterview {
      let round = Interview(
        id: ids.draw(), application: application, recorded: Moment(day("2026-03-09"), hour: 9)
      ) {
        $0.start = Moment(day("2026-03-09"), hour: 10)
        $0.people = people.map(\.id)
        $0.format = .video
      }
      made.interviews = [round]
      made.turns = (1...2).map { n in
        var turn = Turn(
          id: ids.draw(), application: application, recorded: Moment(day("2026-03-09"), hour: 15))
        turn.position = n
        turn.interview = round.id
        turn.person = people[0].id
        turn.question = "How do you find a fault in a queue?"
        turn.answer = "I look at the log first."
        turn.rating = n == 1 ? 2 : 5
        return turn
      }
    }
    switch branch {
    case .rejectedAfterInterview, .rejectedWithoutInterview:
      add(.refused, "2026-03-17", words: "Thank you. We chose somebody else.")
    case .ghosted: add(.silent, "2026-03-19")
    case .withdrew: add(.withdrew, "2026-03-17")
    case .acceptedElsewhere:
      add(.offered, "2026-03-12")
      add(.accepted, "2026-03-17")
    }
    if isReplied {
      if let at = made.events.indices.last { made.events[at].tone = .cold }
      for received in [nil, "2026-03-19"] {
        var feedback = Feedback(
          id: ids.draw(), application: application, recorded: Moment(day("2026-03-18"), hour: 9))
        feedback.from = "Ines Kahl"
        feedback.person = people[0].id
        feedback.asked = day("2026-03-18")
        feedback.received = received.map(day)
        feedback.verbatim = received == nil ? "" : "You were vague about the queue."
        made.feedback.append(feedback)
      }
    }
    let debrief = Debrief(
      id: ids.draw(), application: application, branch: branch,
      started: Moment(day("2026-03-20"), hour: 17))
    made.debriefs = [debrief]
    made.sort()
    (dossier, self.debrief) = (made, debrief)
  }

  /// All that is told once a question is answered so.
  func told(after item: Item, answer: String, in checklist: Checklist) -> String {
    var scene = dossier
    // A question is asked wherever it has an answer, also where nothing here would lead to it.
    scene.responses.append(
      Response(
        id: ID("answer"), application: scene.application.id, debrief: debrief.id, item: item.id,
        answered: now))
    let before = Wizard(checklist, scene, debrief, now: now)
    guard let entry = before.everything.first(where: { $0.item.id == item.id }) else { return "" }
    let change = before.answer(entry, value: answer, id: ID("answer"), now: now)
    for operation in change.operations { scene.take(operation) }
    scene.sort()
    let wizard = Wizard(checklist, scene, scene.debrief ?? debrief, now: now)
    let answered = wizard.everything.first { $0.item.id == item.id }
    var told = answered.map { wizard.offers($0).map { Wizard.fill($0, answer) } } ?? []
    told += wizard.everything.map(\.item.id)
    let verdict = Verdict(scene, reasons: content.reasons)
    told += [verdict.sentence, verdict.split]
    told.append("\(VerdictReasons(scene, reasons: content.reasons))")
    told.append("\(Verdict.dodged(scene)) \(LastContact.coldEnding(scene)?.description ?? "")")
    told.append("\(AfterNo(scene, now: now).map { "\($0)" } ?? "")")
    told.append("\(Page(scene, reasons: content.reasons, now: now))")
    told += scene.turns.map(\.question)
    // What was put off to a day comes back on it.
    for day in [0, 20, 200] {
      let then = now.adding(seconds: day * 86400)
      told += Agenda.entries([Scene.facts(scene)], now: then).map { "\(day): \($0.text)" }
    }
    for to in [nil] + scene.people.map(Optional.some) {
      let facts = LetterFacts(scene, to: to, now: now)
      // By name: the order of a dictionary says nothing.
      told += facts.slots.map { "\($0.key.rawValue) \($0.value)" }.sorted()
      told += facts.flags.map(\.rawValue).sorted()
      told += facts.things.map { "\($0)" }
    }
    for kind in LetterKind.allCases {
      told += LetterRules.whoCanGet(kind, scene, now: now).map { "\(kind.rawValue) \($0.name)" }
    }
    told.append("\(LetterHold.mood(scene, today: nil, now: now) ?? 0)")
    return told.joined(separator: "\n")
  }

  /// What the agenda reads of an application.
  private static func facts(_ dossier: Dossier) -> Facts {
    var facts = Facts(dossier.application)
    facts.events = dossier.events
    facts.interviews = dossier.interviews
    facts.feedback = dossier.feedback
    facts.people = dossier.people
    facts.debrief = dossier.debrief
    facts.turnCount = dossier.turns.count
    facts.preparations = dossier.preparations.filter { $0.done == nil }
    facts.improvements = dossier.improvements.filter { $0.state == .open && $0.by != nil }
    facts.notes = dossier.notes
    facts.marks = dossier.marks
    facts.responses = dossier.responses
    return facts
  }
}

extension Dossier {
  /// The dossier after an operation.
  fileprivate mutating func take(_ operation: Change.Operation) {
    func put<N: Noun>(_ it: N, isThere: Bool) {
      guard let place = N.place else { return }
      self[keyPath: place].removeAll { $0.id == it.id }
      if isThere { self[keyPath: place].append(it) }
    }
    let isThere = if case .delete = operation { false } else { true }
    if case .application(let it) = operation.entity { return application = it }
    put(operation.entity.noun, isThere: isThere)
  }
}
