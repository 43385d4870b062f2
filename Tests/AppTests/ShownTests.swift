import DebriefContent
import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// What is kept is also shown: late marks, own questions in the bank, answers nobody asks for any
/// more, hedge words, the gap in pay, and the step on the smallest screen.
@Suite(.timed) struct ShownTests {
  private let nord = "/ nord <enter> <enter> "

  @Test func aFindingWrittenDownLateSaysSo() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + "<alt+1> h h a Calm␣when␣the␣line␣dropped <ctrl+s>")
    let review = try #require(desk.app.opened)
    let made = try #require(
      review.dossier.findings.first { $0.statement == "Calm when the line dropped" })
    let late = try #require(review.dossier.lateness(made))
    let place = try #require(
      review.findings.list(review.dossier, .strength).firstIndex { $0.id == made.id })
    try desk.keys("g" + String(repeating: " j", count: place))
    // In a narrow column it takes two lines.
    #expect(desk.screen.contains(late.prefix(15)), "\(desk.screen)")
  }

  /// What was partly in one's control isn't listed as outside of it: the list says what the page says.
  @Test func theListSaysWhoseTheCausesWere() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord)
    let review = try #require(desk.app.opened)
    let (outside, partly) = review.dossier.circumstances(desk.app.desk.content.reasons)
    try #require(!outside.isEmpty && !partly.isEmpty)
    #expect(desk.screen.contains("○ partly or fully outside your control"), "\(desk.screen)")
  }

  @Test func aWeakAnswerIsInTheBankAsOnesOwnQuestion() throws {
    let desk = try Desk(Size(120, 40))
    let weak = try #require(
      try desk.store.archive().turn.first { ($0.rating ?? 5) <= 2 && $0.asker == .them })
    try desk.keys("/ acme <enter> <enter> <alt+5> G b")
    #expect(desk.screen.contains(String(weak.question.prefix(30))), "\(desk.screen)")
    #expect(desk.screen.contains("yours, "), "\(desk.screen)")
    for word in weak.question.split(separator: " ").prefix(3) { try desk.keys("\(word)␣") }
    try desk.keys("<enter>")
    let added = try #require(
      try desk.store.archive().preparation.first { $0.text == weak.question && $0.kind == .answer })
    #expect(added.detail == weak.better)
    #expect(desk.screen.contains("Added"), "\(desk.screen)")
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
    try desk.keys(nord + "<alt+3> g")
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

  @Test func hedgeWordsAreMarkedInABetterAnswer() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(
      nord + "<alt+4> a Why␣us? <tab> <tab> <tab> <tab> <enter> <tab> <tab> <tab> <tab>")
    try desk.keys("I␣think␣I␣could␣maybe␣lead␣it <ctrl+s> G")
    #expect(desk.screen.contains("sounds unsure: I think, maybe"), "\(desk.screen)")
    let hedges = Hedges(Library(userFolder: nil).hedges())
    #expect(
      hedges.pieces("Perhaps the SORT OF thing").map(\.isHedge) == [true, false, true, false])
    #expect(hedges.words("I led the team of nine.").isEmpty)
  }

  @Test func theGapInPayIsWorkedOut() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + "<alt+3> g pay␣you␣asked <enter>")
    #expect(desk.screen.contains("5% below the top of their offer"), "\(desk.screen)")
  }

  @Test func theSmallestScreenSaysWhichStepAndHelpSaysWhy() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys(nord + "<alt+3>")
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
}
