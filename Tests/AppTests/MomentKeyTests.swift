import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// A weakness names its moment, and what is asked about once is asked in place.
@Suite(.timed) struct MomentKeyTests {
  private func dossier(_ desk: Desk) throws -> Dossier {
    let id = try #require(try desk.store.archive().application.first?.id)
    return try #require(try desk.store.dossier(id))
  }

  /// An application with one question, that was turned down, at the questions of its debrief.
  private func begun() throws -> Desk {
    let desk = try Desk(Size(100, 40), sample: false)
    try desk.keys("a Zeta <tab> <tab> <tab> 9␣mar␣10:00 <ctrl+s> <enter> <alt+4>")
    try desk.keys("a Why␣us? <tab> Kind␣of␣the␣team,␣I␣think. <ctrl+s> n o 1 <ctrl+s> <enter> 3")
    return desk
  }

  @Test func theAnswerBehindAWeaknessIsAskedForOnce() throws {
    let desk = try begun()
    try desk.keys("<alt+g> how␣often␣did␣you␣interrupt <enter> 3 <enter>")
    #expect(desk.screen.contains("Which question was it?"), "\(desk.screen)")
    #expect(desk.screen.contains("you said: Kind of, I think"), "\(desk.screen)")
    try desk.keys("1")
    let turn = try #require(try dossier(desk).turns.first)
    let found = try #require(try dossier(desk).findings.first)
    #expect(found.evidence == Evidence(.turn, turn.id) && found.tier == .observed)
    // The list of both shows the moment and what took the answer back.
    try desk.keys("<alt+1>")
    #expect(desk.screen.contains("asked: Why us?"), "\(desk.screen)")
    // Another answer takes the weakness back that only followed from it.
    try desk.keys("<alt+3> <alt+g> how␣often␣did␣you␣interrupt <enter> 0")
    #expect(try dossier(desk).findings.isEmpty, "\(desk.screen)")
  }

  @Test func noneOfTheQuestionsIsAnAnswer() throws {
    let desk = try begun()
    try desk.keys("<alt+g> how␣often␣did␣you␣interrupt <enter> 3 <enter> <enter>")
    #expect(!desk.screen.contains("Which question was it?"), "\(desk.screen)")
    #expect(try dossier(desk).findings.first?.evidence?.kind == .response)
  }

  @Test func theFormAsksForItToo() throws {
    let desk = try begun()
    try desk.keys(
      "<alt+1> a was␣vague <tab> <tab> <tab> <tab> <tab> <enter> <down> <enter> <tab> - <ctrl+s>")
    let turn = try #require(try dossier(desk).turns.first)
    let found = try #require(try dossier(desk).findings.first, "\(desk.screen)")
    #expect(found.evidence == Evidence(.turn, turn.id), "\(desk.screen)")
  }

  @Test func whatDoesNotMatchIsPointedOutOnce() throws {
    let desk = try Desk(Size(100, 40), sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> 9␣mar␣10:00 <ctrl+s> <enter> <alt+5> / résumé␣says <enter>")
    try desk.keys("a Ran␣Kafka <tab> <tab> <right> <right> <ctrl+s> o 1 <ctrl+s> <enter> 3")
    try desk.keys("<alt+g> back␣up␣everything <enter> y")
    #expect(desk.screen.contains("you decided to leave this out: “Ran Kafka”"), "\(desk.screen)")
    try desk.keys("n")
    let given = try dossier(desk).responses.first { $0.item == "claims.proven" }
    #expect(given?.value == "no", "\(desk.screen)")
  }

  @Test func aGroundNobodyNamesLeadsToThePrivateNote() throws {
    let desk = try begun()
    try desk.keys("<alt+g> what␣decided␣it <enter> pregnan <enter>")
    #expect(desk.screen.contains("Private note, Fri 20 March 2026"), "\(desk.screen)")
    #expect(try dossier(desk).findings.isEmpty)
  }

  @Test func aGapBecomesAChangeWithTwoKeys() throws {
    let desk = try Desk(Size(100, 40), sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> <alt+5> / requirements <enter> a Rust <tab> <tab> <tab>")
    try desk.keys("<tab> <left> <ctrl+s> o 1 <ctrl+s> <enter> 3 <alt+g> one␣change <enter>")
    #expect(desk.screen.contains("Rust: you don't have it yet"), "\(desk.screen)")
    try desk.keys("<down> <enter>")
    let made = try #require(try dossier(desk).improvements.first, "\(desk.screen)")
    #expect(made.what == "Learn: Rust" && made.isLearning)
    #expect(!desk.screen.contains("Rust: you don't have it yet"), "\(desk.screen)")
  }

  @Test func theBarGoesToTheRequestThatWasAdded() throws {
    let desk = try Desk(Size(100, 40), sample: false)
    try desk.keys(
      "a Zeta <ctrl+s> <enter> o 1 <ctrl+s> <alt+2> r Ada␣Old <tab> <tab> 1␣mar <ctrl+s>")
    try desk.keys("<alt+2> r <ctrl+u> Ben␣New <ctrl+s> x")
    let closed = try dossier(desk).feedback.first { $0.closed }
    #expect(closed?.from == "Ben New", "\(desk.screen)")
  }

  @Test func movingSaysTheDay() throws {
    let desk = try Desk(Size(100, 40), sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o 1 <ctrl+s> <esc> q D > 2")
    #expect(desk.screen.contains("Moved to Mon 23 Mar"), "\(desk.screen)")
  }

  @Test func anOfferThatWasTurnedDownIsShown() throws {
    let desk = try Desk(Size(100, 40), sample: false)
    try desk.keys(
      "a Zeta <ctrl+s> <enter> <alt+e> <enter> declined␣the <enter> 19␣mar <ctrl+s>")
    let kinds = try dossier(desk).events.map(\.kind)
    try #require(kinds == [.declined], "\(kinds) \(desk.screen)")
    try desk.keys("o")
    #expect(desk.screen.contains("How it ended") && desk.screen.contains("19 Mar 2026"))
  }

  @Test func allThereIsStandsOnOneScreen() throws {
    let desk = try begun()
    try desk.keys("<alt+1> <alt+a>")
    #expect(desk.screen.contains("Everything saved"), "\(desk.screen)")
    #expect(desk.screen.contains("Notes from the interview"), "\(desk.screen)")
    try desk.keys("q <alt+l>")
    #expect(desk.screen.contains("No lessons yet."), "\(desk.screen)")
  }
}
