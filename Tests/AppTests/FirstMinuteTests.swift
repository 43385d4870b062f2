import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The first minute: three ways to begin, and the tour.
@Suite(.timed) struct FirstMinuteTests {
  @Test(arguments: HomeTests.sizes) func threeKeysAreOffered(_ size: Size) throws {
    let desk = try Desk(size, sample: false)
    #expect(desk.screen.contains("1"))
    #expect(desk.screen.contains("I just heard back"))
    #expect(desk.screen.contains("nterview coming up"), "\(desk.screen)")
    #expect(desk.screen.contains("Show me around"))
    #expect(brokenInvariant(desk.app) == nil)
  }

  /// One form, and the first question is there.
  @Test(arguments: HomeTests.sizes) func heardBackLeadsIntoTheDebrief(_ size: Size) throws {
    let desk = try Desk(size, sample: false)
    let empty = try desk.store.archive()
    try desk.keys("1 Nordlicht <tab> Platform␣engineer <tab> 1 <ctrl+s>")
    #expect(desk.app.screen == .review && desk.app.review.focus == .checklist)
    #expect(desk.app.opened?.wizard != nil, "\(desk.screen)")
    let archive = try desk.store.archive()
    #expect(archive.debrief.first?.branch == .rejectedAfterInterview)
    #expect(archive.event.first?.kind == .refused && archive.event.first?.known == TestClock.day)
    // One change: one undo takes all of it back.
    _ = try desk.store.undo(at: desk.now)
    #expect(try desk.store.archive() == empty)
  }

  /// An interview one had counts as one, though nobody knows its day.
  @Test func theInterviewOneHadCounts() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Nordlicht <tab> <tab> 1 <ctrl+s>")
    let dossier = try #require(desk.app.opened?.dossier)
    #expect(dossier.held(now: desk.now).count == 1, "\(desk.screen)")
    let status = Status(
      events: dossier.events, interviews: dossier.interviews, now: desk.now, patience: Patience())
    #expect(status.everInterviewed)
    // No day is made up.
    #expect(dossier.interviews.first?.start == nil)
    #expect(Milestone.list(dossier, now: desk.now).map(\.label) == ["rejected"])
  }

  @Test func undoOfItLeadsHome() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Nordlicht <tab> <tab> 1 <ctrl+s> <alt+1> u")
    #expect(desk.app.screen == .home && desk.app.home.total == 0)
    #expect(desk.screen.contains("What brings you here?"), "\(desk.screen)")
  }

  @Test(arguments: [
    ("<tab> <tab> 1 <tab> <tab> n", Branch.rejectedWithoutInterview),
    ("<tab> <tab> 2", Branch.ghosted),
  ]) func theBranchFollowsWhatWasSaid(_ keys: String, _ branch: Branch) throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Nordlicht \(keys) <ctrl+s>")
    #expect(try desk.store.archive().debrief.first?.branch == branch, "\(desk.screen)")
    #expect(desk.app.screen == .review)
  }

  /// Whoever said that they never replied isn't asked whether it's a no; what follows from it is offered once.
  @Test func aSilenceThatWasSaidIsNotAskedAbout() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Nordlicht <tab> <tab> 2 <ctrl+s> 2")
    let wizard = try #require(desk.app.opened?.wizard)
    #expect(!wizard.everything.contains { $0.item.id == "silence.confirm" }, "\(desk.screen)")
    #expect(desk.screen.contains("How are you feeling right now?"), "\(desk.screen)")
    try desk.command("g what␣have␣you␣done␣since <enter>")
    try desk.keys("<enter>")
    #expect(desk.screen.contains("they never answered"), "\(desk.screen)")
    try desk.keys("y")
    let found = try desk.store.archive().finding
    #expect(found.map(\.statement) == ["they never answered"], "\(desk.screen)")
    #expect(found.first?.kind == .outside && found.first?.phase == .after)
    try desk.command("g what␣have␣you␣done␣since <enter>")
    try desk.keys("<enter>")
    #expect(!desk.screen.contains("Add to what was outside"), "\(desk.screen)")
  }

  /// A silence has no day on which it came, and no words of its own.
  @Test func aSilenceIsAskedForInItsOwnWords() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Nordlicht <tab> <tab> 2 <tab>")
    #expect(desk.screen.contains("when you stopped waiting"), "\(desk.screen)")
    try desk.keys("3␣days␣ago")
    #expect(!desk.screen.contains("when you stopped waiting"), "\(desk.screen)")
    #expect(desk.screen.contains("= "), "\(desk.screen)")
    // A no came on a day.
    try desk.keys("<shift+tab> 1 <tab> <ctrl+a> <ctrl+k>")
    #expect(desk.screen.contains("leave empty for today, or type yesterday"), "\(desk.screen)")
  }

  /// Where the silence is only a guess of the program's, it's asked, and offered there alone.
  @Test func aSilenceNobodySaidIsAskedAbout() throws {
    let desk = try Desk(sample: false)
    var ids = IDSource(seed: 9)
    let (change, _) = Recipe.add(
      company: "Testwerk", role: "Tester", applied: desk.now.day.adding(days: -90), ids: &ids,
      now: desk.now)
    desk.send(.applied(try desk.store.apply(change, at: desk.now)))
    try desk.keys("<enter> <enter> 2")
    #expect(desk.screen.contains("Are you ready to treat"), "\(desk.screen)")
    try desk.keys("1 n")
    try desk.command("g what␣have␣you␣done␣since <enter>")
    try desk.keys("<enter>")
    #expect(!desk.screen.contains("Add to what was outside"), "\(desk.screen)")
  }

  /// Words that stand in a line of an interview there was none of are not let go of.
  @Test func wordsBesideNoInterviewStay() throws {
    let desk = try Desk(sample: false)
    try desk.keys(
      "1 Nordlicht <tab> <tab> 1 <tab> <tab> <tab> they␣wrote␣today <shift+tab> n <ctrl+s>")
    #expect(desk.screen.contains("You said there was no interview."), "\(desk.screen)")
    #expect(try desk.store.archive().application.isEmpty)
    try desk.keys("<ctrl+a> <ctrl+k> <ctrl+s>")
    #expect(try desk.store.archive().interview.isEmpty, "\(desk.screen)")
    #expect(desk.screen.contains("The application ○"), "\(desk.screen)")
    #expect(!desk.screen.contains("The interview"), "\(desk.screen)")
  }

  /// However narrow it is, the key that saves is named.
  @Test func theKeyThatSavesIsNamedWhereItIsNarrow() throws {
    let desk = try Desk(Size(30, 8), sample: false)
    try desk.keys("1")
    #expect(desk.screen.contains("^S save"), "\(desk.screen)")
  }

  @Test func anOfferNeedsNoDebrief() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Nordlicht <tab> <tab> 3 <ctrl+s>")
    #expect(desk.screen.contains("When do they need your answer by?"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(desk.app.screen == .home && desk.screen.contains("Congratulations"))
    #expect(try desk.store.archive().debrief.isEmpty)
  }

  @Test func aFutureAnswerIsRefused() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 <ctrl+s>")
    #expect(desk.screen.contains("Company is needed"), "\(desk.screen)")
    try desk.keys("Acme <tab> <tab> 1 <tab> 2026-05-01 <ctrl+s>")
    #expect(desk.screen.contains("hasn't happened yet"), "\(desk.screen)")
    #expect(try desk.store.archive().application.isEmpty)
  }

  @Test(arguments: HomeTests.sizes) func anInterviewAheadLeadsToThePreparation(
    _ size: Size
  ) throws {
    let desk = try Desk(size, sample: false)
    try desk.keys("2 Brightwater <tab> <tab> wed␣10:00 <ctrl+s>")
    #expect(desk.app.screen == .review && desk.app.review.focus == .preparation)
    let start = try #require(try desk.store.archive().interview.first?.start)
    #expect(start.day == Day(2026, 3, 25) && start.clock == "10:00")
  }

  /// A weekday alone is the coming one, and what has passed is refused.
  @Test func nothingThatHasPassedIsAhead() throws {
    let desk = try Desk(sample: false)
    try desk.keys("2 Brightwater <tab> <tab> yesterday␣10:00 <ctrl+s>")
    #expect(try desk.store.archive().application.isEmpty, "\(desk.screen)")
    try desk.keys("<end> <ctrl+u> thu <ctrl+s>")
    let round = try #require(try desk.store.archive().interview.first)
    #expect(round.start?.day == Day(2026, 3, 26) && !round.hasHour)
    // Nobody is asked to write down what was not held.
    desk.send(.changedOutside)
    #expect(!desk.app.desk.due.agenda.contains { $0.kind == .capture })
  }

  @Test func theSameApplicationIsNotAddedTwiceUnasked() throws {
    let desk = try Desk()
    try desk.keys("1 Nordlicht <tab> Platform␣engineer <tab> 1 <ctrl+s>")
    #expect(desk.screen.contains("already here"), "\(desk.screen)")
    #expect(try desk.store.shelf(.init(.top, count: 20)).total == 8)
  }

  @Test func theyAreCommandsByName() throws {
    let desk = try Desk()
    try desk.keys("<ctrl+p> heard␣back <enter>")
    #expect(desk.app.top(FormOverlay.self)?.purpose == .heard)
  }

  // MARK: The tour

  @Test(arguments: HomeTests.sizes) func theTourTicksItself(_ size: Size) throws {
    let desk = try Desk(size, sample: false)
    let empty = try desk.store.archive()
    try desk.keys("3")
    #expect(desk.app.home.total == 8 && desk.app.desk.tour?.step == .move)
    for (keys, step) in [
      ("j", Tour.Step.open), ("<enter>", .lists), ("<tab>", .back), ("q", .page),
    ] {
      try desk.keys(keys)
      #expect(desk.app.desk.tour?.step == step, "\(desk.screen)")
      #expect(brokenInvariant(desk.app) == nil)
    }
    try desk.keys("p")
    #expect(desk.app.desk.tour?.step == nil && desk.app.desk.tour != nil)
    try desk.keys("<esc>")
    #expect(desk.app.desk.tour == nil && desk.app.screen == .home)
    #expect(try desk.store.archive() == empty)
    #expect(desk.screen.contains("I just heard back"), "\(desk.screen)")
  }

  @Test func onOnesOwnNotesTheTourAsksForNothingThatIsNotThere() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> 3")
    #expect(desk.app.desk.tour?.hasSample == false)
    #expect(desk.app.desk.tour?.step == .open, "one application has no next row\n\(desk.screen)")
    try desk.keys("<esc>")
    #expect(!desk.screen.contains("That was the tour"), "\(desk.screen)")
    #expect(desk.screen.contains("No tour for now"), "\(desk.screen)")
    #expect(desk.app.desk.tour == nil)
    try desk.keys("a Yps <ctrl+s> 3 <up> <down> <up>")
    #expect(desk.app.desk.tour?.step == .open, "\(desk.screen)")
  }

  @Test func theSampleIsMarkedAndUndoTakesItOut() throws {
    let desk = try Desk(sample: false)
    try desk.keys("3")
    #expect(desk.app.frame().row(0).contains("sample data"))
    #expect(desk.screen.contains("Show me around"))
    try desk.keys("u")
    #expect(desk.app.home.total == 0 && desk.app.desk.tour == nil)
    #expect(!desk.app.frame().row(0).contains("sample data"))
  }

  /// What was tried out goes only after a yes.
  @Test func whatWasChangedIsAskedAbout() throws {
    let desk = try Desk(sample: false)
    let empty = try desk.store.archive()
    try desk.keys("3 a Mine <ctrl+s> <esc>")
    #expect(desk.screen.contains("Remove the sample data?"), "\(desk.screen)")
    try desk.keys("n")
    #expect(try desk.store.archive().application.count == 9)
    // Once more by way of the history.
    let other = try Desk(sample: false)
    try other.keys("3 a Mine <ctrl+s> <esc> y")
    #expect(try other.store.archive() == empty)
  }

  @Test func ownEntriesWaitUntilTheTourIsOver() throws {
    let desk = try Desk(sample: false)
    try desk.keys("3 1")
    #expect(desk.app.overlays.isEmpty && desk.screen.contains("sample data"))
  }

  @Test func leavingTakesTheSampleOut() throws {
    let desk = try Desk(sample: false)
    let empty = try desk.store.archive()
    try desk.keys("3 Q")
    #expect(try desk.store.archive() == empty)
  }

  @Test func onOwnNotesTheTourChangesNothing() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys("3 j <enter> <esc>")
    #expect(desk.app.desk.tour == nil)
    #expect(try desk.store.archive() == before)
  }
}
