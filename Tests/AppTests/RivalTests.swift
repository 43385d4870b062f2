import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Wherever a weakness of one's own is made, one line asks what else could explain it (A5).
@Suite(.timed) struct RivalTests {
  private let nord = "/ nord <enter> <enter> "

  private func made(_ desk: Desk, _ statement: String) throws -> Finding {
    try #require(try desk.store.archive().finding.first { $0.statement == statement })
  }

  /// Begins a debrief of a rejection and goes to its causes.
  private func causes() throws -> Desk {
    let desk = try Desk()
    try desk.keys(nord + "<alt+3>")
    try desk.command("g what␣decided <enter>")
    return desk
  }

  @Test(arguments: ["", "the␣line␣lagged"]) func aCauseOfOnesOwnAsksInPlace(_ words: String) throws
  {
    let desk = try causes()
    let before = try desk.store.archive()
    try desk.keys("rehearsed <enter>".replacing("rehearsed", with: "s o u n d e d"))
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(desk.screen.contains("what else could explain it?"), "\(desk.screen)")
    #expect(try desk.store.archive() == before, "nothing is kept before")
    for c in words.replacing("␣", with: " ") { desk.send(.input(.key(.char(c)))) }
    try desk.keys("<enter>")
    let finding = try made(desk, "sounded rehearsed")
    #expect(finding.rival == (words.isEmpty ? VerdictReasons.nothingElse : "the line lagged"))
    try desk.command("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aCauseOfTheirsAsksNothing() throws {
    let desk = try causes()
    try desk.keys("w o r k i n g <enter>")
    #expect(try made(desk, "they wanted a different working style").rival == nil)
  }

  @Test(arguments: ["<esc>", "<ctrl+c>"]) func aMoveThatIsLeftMovesNothing(_ key: String) throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+1> h h")
    let before = try desk.store.archive()
    try desk.keys("m " + key)
    #expect(try desk.store.archive() == before)
    #expect(desk.app.overlays.isEmpty && desk.screen.contains("Nothing changed."))
  }

  @Test(arguments: ["", "/ nord <enter> <enter> "]) func theInboxAsksToo(_ way: String) throws {
    let desk = try Desk()
    try desk.keys("c I␣went␣on␣too␣long <tab> <tab> - <ctrl+s> " + way + "I G")
    let before = try desk.store.archive()
    try desk.keys("- nord <enter>")
    #expect(desk.screen.contains("What else could explain it?"), "\(desk.screen)")
    try desk.keys("<esc>")
    #expect(try desk.store.archive() == before)
    #expect(desk.screen.contains("Nothing changed."), "\(desk.screen)")
    try desk.keys("- nord <enter> the␣room␣was␣loud <enter>")
    #expect(try made(desk, "I went on too long").rival == "the room was loud")
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func anInboxInOneReviewLeavesItOpen() throws {
    let desk = try Desk()
    try desk.keys(
      "c I␣went␣on␣too␣long <tab> <tab> - <ctrl+s> / kestrel <enter> <enter> <enter> I G")
    try desk.keys("- nord <enter> <enter> <esc>")
    #expect(try made(desk, "I went on too long").rival == VerdictReasons.nothingElse)
    #expect(desk.app.opened?.dossier.application.company == "Kestrel Labs")
  }

  @Test(arguments: ["", "/ nord <enter> <enter> "]) func theCaptureFormAsksToo(
    _ way: String
  ) throws {
    let desk = try Desk()
    let place = way.isEmpty ? "<tab> nord " : ""
    try desk.keys(way + "c I␣went␣on␣too␣long <tab> <right> <right> \(place)")
    let before = try desk.store.archive()
    try desk.keys("<ctrl+s>")
    #expect(desk.screen.contains("What else could explain it?"), "\(desk.screen)")
    try desk.keys("<esc>")
    // The words are still in the form.
    #expect(try desk.store.archive() == before)
    #expect(desk.screen.contains("I went on too long"), "\(desk.screen)")
    try desk.keys("<ctrl+s> the␣room␣was␣loud <enter>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(try made(desk, "I went on too long").rival == "the room was loud")
  }

  @Test func beforeADecisionACaptureIsKeptAtOnce() throws {
    let desk = try Desk()
    try desk.keys("c I␣was␣late <tab> <right> <right> <tab> acme <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(try made(desk, "I was late").rival == nil)
    #expect(desk.screen.contains("Saved"), "\(desk.screen)")
  }

  @Test func movingToWhatWentWrongAsks() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+1> h h")
    let review = try #require(desk.app.opened)
    let strength = try #require(review.findings.current(review.dossier))
    #expect(strength.kind == .strength)
    try desk.keys("m it␣was␣late <enter>")
    let moved = try made(desk, strength.statement)
    #expect(moved.kind == .weakness && moved.rival == "it was late")
    // On to the outside: nothing to ask there.
    try desk.keys("m")
    #expect(desk.app.overlays.isEmpty)
  }

  @Test func whatTheEmployerSaidIsNoBlameOfOnesOwn() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+2> a Ines <tab> <tab> <tab> You␣seemed␣tired. <ctrl+s>")
    try desk.keys("<alt+2> <home> -")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(try made(desk, "You seemed tired.").tier == .stated)
    // An adviser was not there to decide.
    try desk.keys("<alt+2> a A␣friend <tab> <end> <tab> <tab> You␣ramble. <ctrl+s> <home>")
    let review = try #require(desk.app.opened)
    let place = try #require(review.dossier.feedback.firstIndex { $0.verbatim == "You ramble." })
    try desk.keys(String(repeating: "j ", count: place) + "-")
    #expect(desk.screen.contains("What else could explain it?"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(try made(desk, "You ramble.").rival == VerdictReasons.nothingElse)
  }

  @Test func aWeaknessOfOnesOwnAsksForARivalCause() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+4> w <ctrl+s>")
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
    try desk.keys(nord + "<alt+4> s <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
  }
}
