import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The pane of the questions: what is typed, answered, corrected, and passed there.
@Suite(.timed) struct ChecklistPaneTests {
  private let kestrel = "/ kestrel <enter> <enter> <enter> <alt+3> "
  private let nord = "/ nord <enter> <enter> <alt+3> "

  private func begun() throws -> Desk {
    let desk = try Desk(sample: false)
    try desk.keys("1 Testwerk <tab> <tab> 1 <ctrl+s> 3")
    return desk
  }

  private func jump(_ desk: Desk, _ words: String) throws {
    try desk.command("g \(words.replacing(" ", with: "␣")) <enter>")
  }

  private func item(_ desk: Desk) throws -> String {
    let open = try #require(desk.app.opened)
    return try #require(open.checklist.entry(open.wizard)).item.id
  }

  private func given(_ desk: Desk) throws -> [String] {
    try #require(desk.app.opened).dossier.responses.map(\.value)
  }

  @Test func theKeyThatLeadsToAQuestionLeadsOnFromIt() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("<esc> ]")
    let first = try item(desk)
    #expect(desk.app.opened?.checklist.isTyping == true, "\(desk.screen)")
    try desk.keys("]")
    let second = try item(desk)
    #expect(second != first)
    try desk.keys("[ [")
    #expect(try item(desk) == "room.who")
    try desk.keys("] <pgdn>")
    #expect(try item(desk) == second)
    #expect(try !given(desk).contains { $0.contains("]") || $0.contains("[") })
    // Once something is typed it is text again.
    try jump(desk, "Who was in the room")
    try desk.keys("<esc> ] a ] [ <esc>")
    #expect(desk.app.opened?.checklist.field.text == "a][", "\(desk.screen)")
  }

  @Test func halfOfAnEntryIsNone() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("Maria␣Po <esc>")
    #expect(try desk.store.archive().person.isEmpty)
    #expect(desk.app.opened?.checklist.field.text == "Maria Po")
    // It is gone on with.
    try desk.keys("<enter> lo <enter>")
    #expect(try desk.store.archive().person.map(\.name) == ["Maria Polo"])
  }

  @Test func whoWasWrittenDownByMistakeComesBackIntoTheField() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    desk.send(.input(.paste("Anna Bell, CTO\nDan Cho (HR)\nEve, recruiter")))
    try desk.keys("<enter>")
    #expect(try desk.store.archive().person.count == 3)
    #expect(desk.screen.contains("✓ Anna Bell, CTO"), "\(desk.screen)")
    try desk.keys("<backspace>")
    #expect(desk.app.opened?.checklist.field.text == "Eve, recruiter")
    #expect(try desk.store.archive().person.count == 2)
    #expect(try desk.store.archive().interview.first?.people.count == 2)
    try desk.keys("<ctrl+u> <enter>")
    #expect(try item(desk) != "room.who", "\(desk.screen)")
  }

  @Test(arguments: [("I␣don't␣remember", ""), ("two␣engineers", "two engineers")])
  func whoHasNoNameIsNobody(_ words: String, _ value: String) throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("\(words) <enter>")
    #expect(try desk.store.archive().person.isEmpty)
    let response = try #require(
      desk.app.opened?.dossier.responses.first { $0.item == "room.who" })
    #expect(response.value == value && response.isSkipped == value.isEmpty)
    #expect(try item(desk) != "room.who", "\(desk.screen)")
  }

  /// An application with an interview some days ago that ended yesterday, and its debrief.
  private func ended(
    _ company: String, interview days: Int, _ desk: Desk, changed: Int? = nil,
    what: String = "pause before I answer"
  ) throws {
    var ids = IDSource(seed: UInt64(days))
    let now = desk.now
    let talk = TalkTime(start: now.at(now.day.adding(days: -days), hour: 10), dayOnly: false)
    var (change, id) = Recipe.add(company: company, role: "", interview: talk, ids: &ids, now: now)
    change.operations +=
      Recipe.outcome(
        .rejected, application: id, on: now.day.adding(days: -1), words: "", ids: &ids, now: now
      ).operations
    let (begun, debrief) = Recipe.begin(
      .rejectedAfterInterview, application: id, ids: &ids, now: now)
    change.operations += begun.operations
    if let changed {
      let it = Improvement(
        id: ids.draw(), application: id, recorded: now.adding(seconds: -86_400 * changed)
      ) {
        $0.debrief = debrief.id
        $0.what = what
      }
      change.operations.append(.insert(.improvement(it)))
    }
    desk.send(.applied(try desk.store.apply(change, at: now)))
  }

  /// Enter goes on whether or not anything is said of how it went.
  @Test(arguments: ["", "it␣helped"]) func aChangeThatWasTriedIsTried(_ words: String) throws {
    let desk = try Desk(sample: false)
    try ended("Before", interview: 20, desk, changed: 15)
    try ended("After", interview: 3, desk)
    try desk.keys("/ After <enter> <enter> 3")
    try jump(desk, "Last time, you wanted")
    try desk.keys("1")
    #expect(desk.screen.contains("What happened?"), "\(desk.screen)")
    try desk.keys("<down> <down> \(words) <enter>")
    let change = try #require(try desk.store.archive().improvement.first)
    #expect(change.state == .done, "\(desk.screen)")
    #expect(change.outcome == (words.isEmpty ? "I did it" : words.replacing("␣", with: " ")))
  }

  /// Several are asked about one after another, at most as many as one debrief leaves open.
  @Test func eachChangeFromLastTimeIsAskedAbout() throws {
    let desk = try Desk(sample: false)
    for (at, days) in [30, 28, 26, 24].enumerated() {
      try ended("Before\(at)", interview: days, desk, changed: 15 + at, what: "try number \(at)")
    }
    try ended("After", interview: 3, desk)
    try desk.keys("/ After <enter> <enter> 3")
    try jump(desk, "Last time, you wanted")
    func isAsked(_ at: Int) -> Bool {
      desk.screen.contains("“try number \(at)”") && desk.screen.contains("Change \(at + 1) of 3.")
    }
    #expect(isAsked(0), "\(desk.screen)")
    try desk.keys("1 <enter>")
    #expect(isAsked(1), "\(desk.screen)")
    #expect(desk.screen.contains("I forgot"), "\(desk.screen)")
    try desk.keys("2")
    #expect(isAsked(2), "\(desk.screen)")
    try desk.keys("3")
    #expect(try item(desk) != "tried.change", "\(desk.screen)")
    let states = try desk.store.archive().improvement.map { "\($0.what): \($0.state.rawValue)" }
    #expect(
      states.sorted() == [
        "try number 0: done", "try number 1: open", "try number 2: open", "try number 3: open",
      ])
    let wizard = try #require(desk.app.opened?.wizard)
    let entry = try #require(wizard.entries.first { $0.item.kind == .task(.tried) })
    #expect(entry.isDone && entry.earlierAnswer == "I did it; I forgot; It didn't come up")
    // Who goes back changes what was said last.
    try jump(desk, "Last time, you wanted")
    #expect(desk.screen.contains("“try number 2”"), "\(desk.screen)")
    try desk.keys("2")
    let said = desk.app.opened?.wizard?.entries.first { $0.item.kind == .task(.tried) }
    #expect(said?.earlierAnswer == "I did it; I forgot; I forgot")
  }

  /// Skipped once, it's not asked about the others; an answer from when there was one is whole.
  @Test func whatWasSkippedOrSaidOfOneIsDone() throws {
    let desk = try Desk(sample: false)
    for (at, days) in [30, 28].enumerated() {
      try ended("Before\(at)", interview: days, desk, changed: 15 + at, what: "try number \(at)")
    }
    try ended("After", interview: 3, desk)
    try desk.keys("/ After <enter> <enter> 3")
    func tried() throws -> Wizard.Entry {
      try #require(
        desk.app.opened?.wizard?.entries.first { $0.item.kind == .task(.tried) },
        "\(desk.screen)")
    }
    func answer(_ value: String, skipped: String = "") throws -> Wizard.Entry {
      let change = try #require(desk.app.opened?.wizard).answer(
        try tried(), value: value, skipped: skipped, id: ID("said"), now: desk.now)
      desk.send(.applied(try desk.store.apply(change, at: desk.now)))
      return try tried()
    }
    #expect(try !tried().isDone)
    #expect(try answer("", skipped: "later").isDone)
    let one = try answer("forgot")
    #expect(one.isDone && one.earlierAnswer == "I forgot")
    let first = try #require(desk.app.opened?.wizard?.carried.first?.improvement.id)
    #expect(try !answer("forgot/\(first)").isDone)
  }

  /// What was written down after an interview could not be tried in it.
  @Test func aChangeIsAskedAboutOnlyIfItCameFirst() throws {
    for (days, asks) in [(15, true), (2, false)] {
      let desk = try Desk(sample: false)
      try ended("Before", interview: 20, desk, changed: days)
      try ended("After", interview: 3, desk)
      try desk.keys("/ After <enter> <enter> 3")
      let wizard = try #require(desk.app.opened?.wizard)
      #expect(wizard.entries.contains { $0.item.kind == .task(.tried) } == asks, "\(days)")
    }
  }

  @Test func onlyABackspaceDeletesBackward() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("aaa␣bbb <alt+h>")
    #expect(desk.app.opened?.checklist.field.text == "aaa bbb")
    try desk.keys("<alt+backspace>")
    #expect(desk.app.opened?.checklist.field.text == "aaa ")
  }

  @Test func lowMoodOffersToRest() throws {
    let desk = try Desk(Size(100, 30), sample: false)
    try desk.keys(
      "a Acme <tab> <tab> <tab> yesterday <ctrl+s> o 1 <ctrl+s> <enter> g feeling␣right <enter> 2"
    )
    let screen = desk.screen
    #expect(screen.contains("keep it short today"), "\(screen)")
    try desk.keys("<enter>")
    #expect(try desk.store.archive().debrief.first?.resting == true, "\(desk.screen)")
  }

  @Test func aClosedDebriefAsksBeforeItIsChanged() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    #expect(before.debrief.contains { $0.closed != nil })
    try desk.keys(kestrel + "g interrupt <enter> 4")
    #expect(desk.screen.contains("Open this debrief again?"))
    #expect(try desk.store.archive() == before)
    try desk.keys("n s")
    #expect(desk.screen.contains("Open this debrief again?"))
    try desk.keys("n")
    #expect(try desk.store.archive() == before)
    let closed = try #require(desk.app.opened?.dossier.debrief)
    try desk.keys("s y")
    let opened = try #require(try desk.store.archive().debrief.first { $0.id == closed.id })
    #expect(closed.closed != nil && opened.closed == nil)
    try desk.keys("g interrupt <enter> 0 <enter>")
    #expect(try desk.store.archive() != before)
    #expect(!desk.screen.contains("Open this debrief again?"))
  }

  @Test func aCorrectedAnswerTakesItsFindingBack() throws {
    let desk = try Desk()
    func interrupted() throws -> [Finding] {
      try desk.store.archive().finding.filter { $0.statement == "interrupted 5 times" }
    }
    try desk.keys(nord + "g how␣often␣did␣you␣interrupt <enter> 5 <enter>")
    #expect(try interrupted().count == 1, "\(desk.screen)")
    try desk.command("g how␣often␣did␣you␣interrupt <enter> 0")
    #expect(try interrupted().isEmpty, "\(desk.screen)")
    desk.send(.undone(try desk.store.undo(at: desk.now)))
    #expect(try interrupted().count == 1)
    // In other words it is the user's own, and stays.
    let own = try #require(try interrupted().first)
    var edited = own
    edited.statement = "cut in a few times"
    desk.send(
      .applied(
        try desk.store.apply(
          Change("edit", [.update(from: .finding(own), to: .finding(edited))]), at: desk.now)))
    try desk.keys("g how␣often␣did␣you␣interrupt <enter> 0")
    #expect(try desk.store.archive().finding.contains { $0.statement == "cut in a few times" })
  }

  @Test func theEndLeadsBackToWhatIsStillWanted() throws {
    let desk = try Desk()
    try desk.keys(nord + "g finish␣this <enter> }")
    #expect(desk.screen.contains("Back to the first question that's still open"))
    let review = try #require(desk.app.opened)
    let entry = try #require(review.checklist.entry(review.wizard))
    #expect(entry.item.required && !entry.isDone)
  }

  @Test func anAnswerNobodyAsksForIsShownAtTheEnd() throws {
    let desk = try Desk(Size(120, 40))
    let debrief = try #require(
      try desk.store.archive().debrief.first { $0.closed == nil && $0.total > 0 })
    let response = Response(
      id: ID("k0n4kpkymbyyb3g1"), application: debrief.application, debrief: debrief.id,
      item: "gone.question", answered: desk.now
    ) { $0.value = "a quokka answered" }
    desk.send(
      .applied(
        try desk.store.apply(Change("answer", [.insert(.response(response))]), at: desk.now)))
    try desk.keys(nord + "g")
    #expect(try #require(desk.app.opened?.wizard).entries.last?.isUnknown == true)
    try desk.keys("gone <enter>")
    #expect(desk.screen.contains("a quokka answered"), "\(desk.screen)")
    #expect(desk.screen.contains("this version doesn't"), "\(desk.screen)")
    let before = try desk.store.archive()
    try desk.keys("<enter> s E y 3")
    #expect(try desk.store.archive() == before)
    #expect(desk.app.overlays.isEmpty)
    // A search leads to it, from anywhere.
    try desk.keys("<esc> <ctrl+f> quokka <enter>")
    let review = try #require(desk.app.opened)
    #expect(review.checklist.entry(review.wizard)?.item.id == "gone.question")
    // The debrief is gone on with where it was, and ends where it ended.
    let wizard = try #require(review.wizard)
    #expect(!wizard.entries[wizard.resume].isUnknown)
    #expect(
      wizard.entries.indices.allSatisfy { i in
        wizard.nextStep(after: i).map { !wizard.entries[$0].isUnknown } ?? true
      })
  }

  @Test func theGapInPayIsWorkedOut() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + "g pay␣you␣asked <enter>")
    #expect(desk.screen.contains("5% below the top of their offer"), "\(desk.screen)")
  }

  @Test func theSmallestScreenSaysWhichStepAndHelpSaysWhy() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys(nord)
    let review = try #require(desk.app.opened)
    let wizard = try #require(review.wizard)
    let entry = try #require(review.checklist.entry(wizard))
    #expect(
      desk.screen.contains("\(wizard.done) of \(wizard.total)"), "\(desk.screen)")
    try desk.keys("?")
    #expect(desk.screen.contains("Why we ask"), "\(desk.screen)")
    let why = try #require(entry.item.why.split(separator: " ").first)
    #expect(desk.screen.contains(why) || desk.screen.contains(entry.step.why.prefix(12)))
  }

  @Test func theCloseNamesWhatIsStillOpenElsewhere() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(nord)
    try desk.command("g next␣step <enter>")
    #expect(desk.screen.contains("Acme:"), "\(desk.screen)")
    let before = try desk.store.archive()
    try desk.keys("<down> <enter>")
    #expect(desk.screen.contains("Next step · Acme"))
    try desk.keys("ring␣them <tab> in␣2␣days <ctrl+s>")
    let after = try desk.store.archive()
    let note = try #require(after.note.first { $0.text == "ring them" })
    #expect(note.application != desk.app.opened?.dossier.application.id)
    #expect(after.mark.first { $0.entry == "next/\(note.id)" }?.until == Day(2026, 3, 22))
    #expect(after.response.contains { $0.item == "next.live" && $0.value.hasSuffix(": ring them") })
    #expect(desk.app.opened?.checklist.entry(desk.app.opened?.wizard)?.item.id != "next.live")
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aHalfTypedNextStepIsADraftThatCanBeSaved() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(nord + "g next␣step <enter> <down> <enter> ring␣them <esc> <esc> q")
    let scope = try #require(try desk.store.drafts().first?.scope)
    let purpose = try #require(FormPurpose(scope: scope))
    #expect(purpose.scope == scope)
    try desk.keys("R <ctrl+s>")
    #expect(try desk.store.archive().note.contains { $0.text == "ring them" }, "\(desk.screen)")
  }

  @Test func openApplicationsAreReadOnlyAtTheClose() throws {
    var app = App(size: Size(80, 24), now: Moment(seconds: 0), ids: IDSource(seed: 1))
    let own = Application(id: ID("own"), created: Moment(seconds: 0)) { $0.company = "Own" }
    let effects = app.open(Dossier(own), now: Moment(seconds: 0))
    #expect(!effects.contains(.loadLive(besides: ID("own"))))
    #expect(app.handle(.input(.key(.char("]"))), now: Moment(seconds: 0)) == [])
  }
}
