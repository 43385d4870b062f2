import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The verdict, which waits for a decision and leads to its facts; and the private note.
@Suite(.timed) struct VerdictOverlayTests {
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

  @Test func beforeADecisionNothingIsExplained() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(
      "/ acme <enter> <enter> <alt+1> a The␣candidate␣rambled <shift+tab> <shift+tab> - <ctrl+s>")
    let review = try #require(desk.app.opened)
    #expect(review.dossier.findings.contains { $0.kind == .weakness })
    #expect(desk.screen.contains("no decision yet"), "\(desk.screen)")
    #expect(!desk.screen.contains("likely"))
    try desk.keys("v")
    #expect(desk.screen.contains("No decision yet"), "\(desk.screen)")
    try desk.keys("q p")
    #expect(!desk.screen.contains("mine 1"), "\(desk.screen)")
  }
}
