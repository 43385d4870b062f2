import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The guided debrief keeps its promises: one just types, chooses the time, is not judged early, and it
/// ends.
@Suite(.timed) struct GuidedTests {
  /// What could be taken for commands, as a person might type it.
  static let hostile = "they took an external hire; q? :x 1 + - /"
  /// A mail of twelve lines as another system writes it.
  static let mail = (1...12).map { "Line \($0): was it the pay? q : 1 + -" }.joined(
    separator: "\r\n")

  /// An application that ended so, with a debrief that was begun.
  func begun(_ branch: Branch, _ size: Size = Size(80, 24)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    var ids = IDSource(seed: 7)
    let now = desk.now
    let talk = TalkTime(start: now.at(now.day.adding(days: -9), hour: 10), dayOnly: false)
    let isAfter = branch != .rejectedWithoutInterview
    var (change, id) = Recipe.add(
      company: "Testwerk", role: "Tester", applied: now.day.adding(days: -40),
      interview: isAfter ? talk : nil, ids: &ids, now: now)
    let ending: Recipe.Ending =
      switch branch {
      case .rejectedAfterInterview, .rejectedWithoutInterview: .rejected
      case .ghosted: .silent
      case .withdrew: .withdrew
      case .acceptedElsewhere: .accepted
      }
    change.operations +=
      Recipe.outcome(
        ending, application: id, on: now.day, words: "", ids: &ids, now: now
      ).operations
    change.operations +=
      Recipe.begin(branch, application: id, ids: &ids, now: now).change.operations
    desk.send(.applied(try desk.store.apply(change, at: now)))
    try desk.keys("<enter>")
    return desk
  }

  func entry(_ desk: Desk) throws -> Wizard.Entry {
    let open = try #require(desk.app.opened, "\(desk.screen)")
    return try #require(open.checklist.entry(open.wizard), "\(desk.screen)")
  }

  @Test(arguments: Branch.allCases) func whatIsTypedIsTheAnswerAndNothingElse(_ branch: Branch)
    throws
  {
    let desk = try begun(branch)
    try desk.keys("3")
    var asked: Set<String> = []
    while try asked.insert(entry(desk).item.id).inserted {
      let entry = try entry(desk)
      if [.line, .text].contains(entry.item.kind) {
        for c in Self.hostile { desk.send(.input(.key(.char(c)))) }
        try expectAnswer(Self.hostile, entry, desk)
        try desk.command("g " + entry.item.ask.prefix(30).replacing(" ", with: "␣") + " <enter>")
        try #require(self.entry(desk).item.id == entry.item.id, "\(desk.screen)")
        for _ in 0..<Self.hostile.count { try desk.keys("<backspace>") }
        desk.send(.input(.paste(Self.mail)))
        try expectAnswer(Self.mail.replacing("\r\n", with: "\n"), entry, desk)
      }
      let wizard = try #require(desk.app.opened?.wizard)
      let at = try #require(wizard.entries.firstIndex { $0.item.id == entry.item.id })
      guard at + 1 < wizard.entries.count else { break }
      let next = wizard.entries[at + 1].item.ask
      try desk.command("g " + next.prefix(30).replacing(" ", with: "␣") + " <enter>")
    }
    #expect(asked.count > 10, "\(asked)")
  }

  /// Enter keeps exactly what was typed, and nothing came up over the question.
  private func expectAnswer(_ text: String, _ entry: Wizard.Entry, _ desk: Desk) throws {
    let name = entry.item.id
    #expect(desk.app.overlays.isEmpty, "\(name): \(desk.screen)")
    #expect(desk.app.screen == .review && desk.app.opened?.focus == .checklist, "\(name)")
    #expect(try self.entry(desk).item.id == name)
    try desk.keys("<enter>")
    #expect(desk.app.overlays.isEmpty, "\(name): \(desk.screen)")
    let given = desk.app.opened?.wizard?.everything.first { $0.item.id == name }
    #expect(given?.response?.value == text, "\(name)")
  }

  @Test(arguments: Branch.allCases) func theEssentialsAreFew(_ branch: Branch) throws {
    let desk = try begun(branch)
    try desk.keys("2")
    let wizard = try #require(desk.app.opened?.wizard)
    let asked = wizard.entries.filter {
      $0.item.kind != .task(.time) && $0.item.kind != .task(.close)
    }
    #expect(asked.count <= (branch == .rejectedAfterInterview ? 14 : 10))
    #expect(asked.filter { !$0.item.required }.isEmpty)
  }

  @Test func theTimeCanBeChangedAtAnyMoment() throws {
    let desk = try begun(.rejectedAfterInterview)
    func count() throws -> Int { try #require(desk.app.opened?.wizard).entries.count }
    try desk.keys("2")
    let essentials = try count()
    try desk.command("g <enter>")
    let deeper = try count()
    #expect(deeper > essentials, "one step is gone into deeper")
    try desk.command("G")
    #expect(try count() == essentials)
    try desk.command("G")
    #expect(try count() < essentials)
    #expect(desk.app.opened?.wizard?.debrief.resting == true)
    try desk.command("g 30␣minutes <enter>")
    #expect(try count() > deeper)
  }

  @Test func aLowMoodIsOfferedFiveMinutesInPlace() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("]")
    #expect(try entry(desk).item.id == WizardFacts.moodItem)
    try desk.keys("1")
    #expect(desk.app.overlays.isEmpty)
    #expect(desk.screen.contains("keep it short today"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.app.opened?.wizard?.depth.time == .short)
  }

  @Test(arguments: ["1", "2", "3", "4", "5"]) func twoSidedScalesTakeTheDigitsTheyShow(
    _ digit: String
  )
    throws
  {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("3")
    try desk.command("g with␣the␣people␣there <enter> \(digit)")
    let given = desk.app.opened?.dossier.responses.first { $0.item == "register.side" }
    #expect(given?.value == String(Int(digit)! - 3), "\(desk.screen)")
  }

  @Test func aHabitIsTickedAndWhatFollowsIsKeptOrDropped() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("g during␣the␣interview <enter> 1 2 <enter>")
    #expect(desk.screen.contains("interrupted someone"), "\(desk.screen)")
    try desk.keys("<enter> n")
    let findings = try #require(desk.app.opened).dossier.findings.map(\.statement)
    #expect(findings == ["interrupted someone"])
    #expect(try entry(desk).item.id != "habits.during", "nothing more is offered: it goes on")
  }

  @Test func aDigitBelongsToTheListThatIsSeen() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("g during␣the␣interview <enter> 1 <enter>")
    try desk.keys("2")
    #expect(try entry(desk).item.id == "habits.during", "\(desk.screen)")
    #expect(desk.app.opened?.checklist.ticked.count == 2, "\(desk.screen)")
    #expect(desk.app.opened?.dossier.findings.isEmpty == true)
    // Both are offered once they are stored; what drops the last one does nothing at the next question.
    try desk.keys("<enter> n n")
    #expect(try entry(desk).item.id == "habits.after", "\(desk.screen)")
    #expect(desk.app.opened?.checklist.ticked == [])
  }

  @Test func nobodyIsJudgedEarly() throws {
    let desk = try begun(.rejectedAfterInterview, Size(120, 40))
    try desk.keys("2")
    try desk.command("g during␣the␣interview <enter> 1 <enter> <enter>")
    let verdict = "one thing you noticed"
    #expect(!desk.screen.contains(verdict), "\(desk.screen)")
    try desk.command("p")
    #expect(!desk.screen.contains(verdict), "\(desk.screen)")
    try desk.keys("q")
    try desk.command("g what␣decided␣it <enter>")
    #expect(desk.screen.contains(verdict), "\(desk.screen)")
  }

  @Test func itCanBeFinishedAnyTimeAndSaysWhatIsOpen() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("f")
    #expect(desk.screen.contains("things are still open"), "\(desk.screen)")
    #expect(desk.screen.contains("Finish anyway"), "\(desk.screen)")
    try desk.keys("4 <enter>")
    #expect(desk.app.opened?.wizard?.debrief.closed != nil)
    #expect(desk.screen.contains("You finished the debrief"), "\(desk.screen)")
    #expect(desk.app.opened?.dossier.responses.first { $0.item == "mood.end" }?.value == "4")
  }

  @Test func theLastScreenIsOneToKeep() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("3")
    try desk.command("g how␣are␣you␣feeling <enter> 3")
    try desk.command("g one␣word <enter> tired <enter>")
    try desk.command("f")
    try desk.keys("4 <enter>")
    #expect(desk.screen.contains("(3), “tired”. Now:"), "\(desk.screen)")
  }

  /// Also where one took it back oneself, or took another offer.
  @Test(arguments: Branch.allCases) func everyBranchAsksWhatKeepsOneGoing(_ branch: Branch) throws {
    let desk = try begun(branch)
    try desk.keys("2")
    let it = try #require(desk.app.opened?.dossier)
    let debrief = try #require(it.debrief)
    let item = try #require(
      desk.app.opened?.wizard?.everything.first { $0.item.id == "motive.line" }?.item)
    #expect(!item.required && item.choices.map(\.id) == ["strength", "step", "someone", "nothing"])
    let answer = Response(
      id: ID("motive"), application: it.application.id, debrief: debrief.id, item: "motive.line",
      answered: desk.now
    ) { $0.value = "someone" }
    try desk.store.apply(Change("add", [.insert(.response(answer))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.command("f")
    try desk.keys("2 <enter>")
    #expect(desk.app.opened?.wizard?.debrief.closed != nil, "\(desk.screen)")
    #expect(
      desk.screen.contains("What keeps you going: telling someone"), "\(desk.screen)")
  }

  /// The screen that finishes offers it at the usual depth, too, below what Enter does.
  @Test(arguments: Branch.allCases)
  func theLastScreenAsksWhatKeepsOneGoing(_ branch: Branch) throws {
    let desk = try begun(branch)
    try desk.keys("2")
    let wizard = try #require(desk.app.opened?.wizard)
    #expect(wizard.finishing.map(\.item.id).contains("motive.line"))
    // The change to try is asked there, too, where it is no essential of its own.
    let change = try #require(wizard.everything.first { $0.item.kind == .task(.improvements) })
    #expect(wizard.finishing.contains { $0.item.id == change.item.id } == !change.item.required)
    let ask = try #require(wizard.finishing.last?.item.ask)
    let down = Array(repeating: "<down>", count: wizard.finishing.count).joined(separator: " ")
    try desk.command("f")
    try desk.keys(down + " <enter>")
    #expect(desk.screen.contains(ask), "\(desk.screen)")
    try desk.keys("3")
    #expect(
      desk.app.opened?.dossier.responses.first { $0.item == "motive.line" }?.value == "someone",
      "\(desk.screen)")
    #expect(desk.app.opened?.wizard?.finishing.contains { $0.item.id == "motive.line" } == false)
  }

  /// Who rests, and who has answered, is asked nothing more.
  @Test func whoRestsIsAskedNothingMoreAtTheEnd() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("1")
    #expect(desk.app.opened?.wizard?.finishing.isEmpty == true)
  }

  @Test(
    arguments: [
      ("someone", "What keeps you going: telling someone"),
      ("strength", "a strength you showed, “stayed calm”"),
      ("step", nil), ("nothing", nil),
    ] as [(String, String?)])
  func theLastScreenSaysWhatKeepsOneGoing(_ motive: String, _ said: String?) throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    let it = try #require(desk.app.opened?.dossier)
    let debrief = try #require(it.debrief)
    let answer = Response(
      id: ID("motive"), application: it.application.id, debrief: debrief.id, item: "motive.line",
      answered: desk.now
    ) { $0.value = motive }
    var shown = Finding(
      id: ID("shown"), application: it.application.id, kind: .strength, recorded: desk.now)
    (shown.statement, shown.weight) = ("stayed calm", 5)
    try desk.store.apply(
      Change("add", [.insert(.response(answer)), .insert(.finding(shown))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.command("f")
    try desk.keys("2 <enter>")
    #expect(desk.app.opened?.wizard?.debrief.closed != nil, "\(desk.screen)")
    #expect(desk.screen.contains("What keeps you going:") == (said != nil), "\(desk.screen)")
    if let said { #expect(desk.screen.contains(said), "\(desk.screen)") }
  }

  @Test func whatAFriendCouldHaveDoneIsTheFirstProposal() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("g friend's␣interview <enter> drawn␣the␣queue␣first <enter>")
    try desk.command("g one␣change <enter>")
    #expect(
      desk.screen.contains("Use what you wrote earlier: “drawn the queue first”"), "\(desk.screen)")
    // Enter alone still goes on; chosen, the words are what is typed, to be changed or kept.
    try desk.keys("<down> <enter> <end> ␣and␣named␣it <enter> <enter>")
    #expect(
      try desk.store.archive().improvement.contains {
        $0.what == "drawn the queue first and named it"
      }, "\(desk.screen)")
  }

  /// Who ticks nothing has not said that anything was missing.
  @Test(arguments: [("", false), ("1 ", true)])
  func onlyWhatStandsBesideATickIsMissing(_ keys: String, _ isOffered: Bool) throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("g before␣the␣interview <enter>")
    #expect(desk.screen.contains("What did you do before the interview?"), "\(desk.screen)")
    try desk.keys("\(keys)<enter>")
    #expect(desk.screen.contains("Add to") == isOffered, "\(desk.screen)")
    #expect(try desk.store.archive().finding.isEmpty)
  }

  @Test func whatIsOpenCanBeLeftWithOneKey() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("f")
    let before = try #require(desk.app.opened?.wizard?.stillOpen.count)
    try desk.keys("<home> k k k k k k k k k k k k k k k k k k k n")
    #expect(desk.app.opened?.wizard?.stillOpen.count == before - 1)
  }

  @Test func halfAnAnswerOutlivesTheListsAndTheWayHome() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.keys("h a l f <tab>")
    #expect(desk.app.opened?.focus == .findings)
    #expect(desk.app.unsavedTexts.map(\.text) == ["half"])
    try desk.keys("q")
    #expect(desk.app.desk.drafts.values.map { $0.fields["answer"] } == ["half"])
    try desk.keys("<enter>")
    #expect(desk.app.opened?.checklist.field.text == "half", "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(
      desk.app.opened?.dossier.responses.first { $0.item == "refusal.words" }?.value == "half")
    #expect(desk.app.desk.drafts.isEmpty)
  }

  @Test func escLeavesTheFieldAndKeepsWhatWasTyped() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2 w o r d s <esc>")
    #expect(desk.screen.contains("You're out of the text box"), "\(desk.screen)")
    #expect(
      desk.app.opened?.dossier.responses.first { $0.item == "refusal.words" }?.value == "words")
    try desk.keys("]")
    #expect(try entry(desk).item.id == WizardFacts.moodItem)
    try desk.keys("[ ! <enter>")
    #expect(
      desk.app.opened?.dossier.responses.first { $0.item == "refusal.words" }?.value == "words!")
  }

  @Test func whoWasThereIsKnownEverywhereAfterwards() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("g who␣was <enter>")
    for c in "Ines Kahl, hiring manager" { desk.send(.input(.key(.char(c)))) }
    try desk.keys("<enter> <enter>")
    let dossier = try #require(desk.app.opened).dossier
    #expect(dossier.people.map(\.name) == ["Ines Kahl"])
    #expect(dossier.people.map(\.part) == [.manager])
    #expect(dossier.interviews.map(\.people) == [dossier.people.map(\.id)])
    #expect(try entry(desk).item.kind == .task(.turns))
  }

  @Test func pastedNotesAreCutIntoQuestions() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    try desk.command("g write␣down <enter>")
    desk.send(
      .input(
        .paste(
          "Interviewer: Why this job?\r\nMe: The team.\r\nand the work\r\n2. What about pay?\r\nMe: Open."
        )))
    #expect(desk.app.overlays.isEmpty)
    #expect(desk.screen.contains("2 questions and answers"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    let turns = try #require(desk.app.opened).dossier.turns
    #expect(turns.map(\.question) == ["Why this job?", "What about pay?"])
    #expect(turns.map(\.answer) == ["The team.\nand the work", "Open."])
    // Then they are rated, one key each.
    try desk.keys("<enter>")
    #expect(desk.screen.contains("How good was your answer"), "\(desk.screen)")
    try desk.keys("4 2")
    #expect(desk.app.opened?.dossier.turns.map(\.rating) == [4, 2])
    #expect(try entry(desk).item.kind != .task(.turns))
  }

  @Test func theirWordsAreReadAndConfirmed() throws {
    let desk = try begun(.rejectedAfterInterview)
    try desk.keys("2")
    for c in "We went with a candidate who has more experience." {
      desk.send(.input(.key(.char(c))))
    }
    try desk.keys("<enter>")
    #expect(desk.screen.contains("someone else had more experience"), "\(desk.screen)")
    try desk.keys("<enter>")
    let finding = desk.app.opened?.dossier.findings.first
    #expect(finding?.reason == "R-MOREEXP")
    #expect(finding?.tier == .stated)
    #expect(finding?.kind == .outside)
    #expect(try entry(desk).item.id == WizardFacts.moodItem)
  }
}
