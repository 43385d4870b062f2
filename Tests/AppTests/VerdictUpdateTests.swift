import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Verdict, rival causes, the private note, and what feedback and answers lead on to.
@Suite(.timed) struct VerdictUpdateTests {
  let review = "/ nord <enter> <enter> "

  @Test func enterOnALineOfTheVerdictGoesToItsFact() throws {
    let desk = try Desk()
    try desk.keys(review + "v")
    let lines = try #require(desk.app.opened).verdictReasons.lines
    for (n, line) in lines.enumerated() {
      let desk = try Desk()
      try desk.keys(review + "v " + String(repeating: "j ", count: n) + "<enter>")
      let it = try #require(desk.app.opened)
      switch line.place {
      case nil: #expect(desk.app.overlays.count == 1, "\(line)")
      case .finding(let id)?:
        #expect(desk.app.overlays.isEmpty)
        #expect(it.focus == .findings)
        #expect(it.findings.current(it.dossier)?.id == id)
      case .turn(let id)?: #expect(it.script.current(it.dossier)?.id == id)
      case .feedback(let id)?: #expect(it.feedback.current(it.dossier)?.id == id)
      case .response(let id)?:
        let item = it.dossier.responses.first { $0.id == id }?.item
        #expect(it.focus == .checklist)
        #expect(it.checklist.entry(it.wizard)?.item.id == item)
      case .rival(let id)?:
        try desk.keys("filled␣from␣inside <ctrl+s>")
        #expect(
          try desk.store.archive().finding.first { $0.id == id }?.rival == "filled from inside")
        guard desk.app.overlays.last is VerdictOverlay else {
          Issue.record("the verdict is gone")
          return
        }
        try desk.keys("q u")
        #expect(try desk.store.archive().finding.first { $0.id == id }?.rival == nil)
      }
    }
  }

  @Test func aWeaknessOfOnesOwnAsksForARivalCause() throws {
    let desk = try Desk()
    try desk.keys(review + "<alt+4> w <ctrl+s>")
    #expect(desk.screen.contains("Name one thing outside your control"), "\(desk.screen)")
    let before = try desk.store.archive().finding.count
    try desk.keys("- <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    let after = try desk.store.archive().finding
    #expect(after.count == before + 1)
    #expect(after.contains { $0.rival == "-" })
    try desk.keys("u")
    #expect(try desk.store.archive().finding.count == before)
  }

  @Test func strengthsAndCircumstancesAreNotAsked() throws {
    let desk = try Desk()
    try desk.keys(review + "<alt+4> s <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  @Test func thePrivateNoteIsSavedOnLeavingAndIsNoDraft() throws {
    let desk = try Desk()
    try desk.keys(review + "B they␣asked␣my␣age")
    let id = try #require(desk.app.opened).dossier.application.id
    #expect(desk.app.draft == nil)
    #expect(desk.app.privateNote?.text == "they asked my age")
    let journal = try desk.store.archive()
    try desk.keys("<esc>")
    #expect(try desk.store.privateNote(id)?.text == "they asked my age")
    #expect(try desk.store.drafts().isEmpty)
    #expect(try desk.store.archive() == journal)
    try desk.keys("B <ctrl+u> <ctrl+s>")
    #expect(try desk.store.privateNote(id) == nil)
    try desk.keys("B")
    desk.send(.input(.paste("two\nlines")))
    try desk.keys("<ctrl+c>")
    #expect(try desk.store.privateNote(id)?.text == "two\nlines")
    // What made the application can be undone, but says before that the note goes out of sight with it.
    try desk.keys("u")
    #expect(desk.screen.contains("It has a private note."), "\(desk.screen)")
    try desk.keys("n")
    #expect(try desk.store.privateNote(id) != nil && desk.app.opened != nil)
    try desk.keys("u y")
    #expect(try desk.store.archive().application.isEmpty)
    #expect(!"\(try desk.store.archive())".contains("two"))
    try desk.keys("<ctrl+r>")
    #expect(try desk.store.archive() == journal)
    #expect(try desk.store.privateNote(id)?.text == "two\nlines")
  }

  @Test func anAnswerThatMissedIsOfferedAsAWeaknessOnce() throws {
    let desk = try Desk()
    try desk.keys(review + "<alt+4> j j j e <ctrl+s>")
    #expect(desk.screen.contains("You rated that answer low"), "\(desk.screen)")
    try desk.keys("<esc>")
    #expect(desk.app.overlays.isEmpty)
    try desk.keys("e <ctrl+s> <enter> <ctrl+s> - <ctrl+s>")
    let it = try #require(desk.app.opened)
    let turn = try #require(it.script.current(it.dossier))
    #expect(it.dossier.findings.contains { $0.evidence == Evidence(.turn, turn.id) })
    try desk.keys("e <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  @Test func whatAThingSaysLeadsToAChange() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+2> g <enter> j j <enter>")
    #expect(desk.screen.contains("Learn: has led nine, not forty"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    let after = try desk.store.archive()
    #expect(after.feedback.contains { $0.three.first?.gap == .lacking })
    #expect(after.improvement.contains { $0.isLearning && $0.what.hasPrefix("Learn: ") })
    #expect(desk.screen.contains("you don't have it yet"), "\(desk.screen)")
    try desk.keys("u u")
    #expect(try desk.store.archive() == before)
  }

  @Test func editingTheReplyKeepsWhatAThingSays() throws {
    let desk = try Desk()
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+2> g <enter> <enter> <esc> e <ctrl+s>")
    #expect(try desk.store.archive().feedback.contains { $0.three.first?.gap == .notAsked })
  }

  @Test func theCallSheetTakesDownWordsFirstAndByTelephone() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(review + "<alt+2> C they␣liked␣the␣outage␣story <ctrl+s>")
    #expect(desk.screen.contains("Who said it is needed") == false, "\(desk.screen)")
    let made = try #require(
      try desk.store.archive().feedback.first { $0.verbatim == "they liked the outage story" })
    #expect(made.channel == .phone)
    #expect(made.received == desk.now.day)
  }

  @Test func aChangeIsClosedWithItsTestAndDroppedWithAReason() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys(review + "T x <tab> <right> <tab> they␣asked␣on <ctrl+s>")
    let own = try #require(desk.app.opened).dossier
    let done = try #require(own.improvements.first)
    #expect(done.state == .done)
    #expect(done.outcome == "they asked on")
    #expect(own.interviews.contains { $0.id == done.testedBy })
    // The first of another application is on top now.
    try desk.keys("X <ctrl+s>")
    #expect(desk.screen.contains("Why is needed"), "\(desk.screen)")
    try desk.keys("not␣my␣way <ctrl+s>")
    #expect(
      try desk.store.archive().improvement.contains {
        $0.state == .dropped && $0.outcome == "not my way" && $0.application != own.application.id
      })
    try desk.keys("u u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aFourthOpenChangeIsRefusedUnlessItIsLearned() throws {
    let desk = try Desk()
    try desk.keys(review + "T a one <ctrl+s> a two <ctrl+s> a three <ctrl+s> a four <ctrl+s>")
    #expect(desk.screen.contains("Three changes at a time"), "\(desk.screen)")
    try desk.keys("l <ctrl+s>")
    #expect(try desk.store.archive().improvement.contains { $0.what == "four" && $0.isLearning })
  }
}
