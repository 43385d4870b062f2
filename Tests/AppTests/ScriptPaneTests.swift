import DebriefContent
import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The pane of questions and answers: what a low rating leads to, and how an answer sounds.
@Suite(.timed) struct ScriptPaneTests {
  private let nord = "/ nord <enter> <enter> "

  @Test func anAnswerThatMissedIsOfferedAsAWeaknessOnce() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+4> j j j e <ctrl+s>")
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

  @Test func loweringAnAnswerOffersTheWeakness() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+4>")
    let turns = try #require(desk.app.opened).dossier.turns
    let findings = try #require(desk.app.opened).dossier.findings
    let at = try #require(
      turns.firstIndex { turn in
        turn.rating == 3 && !findings.contains { $0.evidence == Evidence(.turn, turn.id) }
      })
    try desk.keys("g" + String(repeating: " j", count: at) + " -")
    #expect(desk.screen.contains("You rated that answer low"), "\(desk.screen)")
    #expect(try desk.store.archive().turn.first { $0.id == turns[at].id }?.rating == 2)
    try desk.keys("j <enter> -")
    #expect(!desk.screen.contains("You rated that answer low"))
  }

  @Test func questionsAreMatchedWithWhatWasPrepared() throws {
    let desk = try Desk(Size(120, 40))
    let id = try #require(try desk.store.archive().application.first { $0.company == "Nordlicht" })
      .id
    let question = try #require(
      try desk.store.archive().turn.first { $0.application == id && $0.asker == .them })
    let entry = Preparation(id: ID("prepared"), application: id, kind: .answer, recorded: desk.now)
    {
      ($0.text, $0.detail) = (question.question, "My answer.")
    }
    try desk.store.apply(Change("add", [.insert(.preparation(entry))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.keys(nord + "<alt+4> b")
    #expect(
      desk.screen.contains("looks like:")
        && desk.screen.contains("; 1 prepared but not asked"),
      "\(desk.screen)")
    try desk.keys("a")
    #expect(desk.screen.contains("; 0 prepared but not asked"))
    #expect(
      try desk.store.archive().turn.filter { $0.preparation == entry.id }.map(\.id) == [question.id]
    )
    try desk.keys("u")
    #expect(try desk.store.archive().turn.allSatisfy { $0.preparation == nil })
    try desk.keys("a G <enter>")
    #expect(desk.screen.contains("Which prepared answer was it?"))
    try desk.keys("<esc> <esc>")
    #expect(brokenInvariant(desk.app) == nil)
  }
}
