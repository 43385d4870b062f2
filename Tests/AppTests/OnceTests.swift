import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// One thing they said becomes one finding, and a verdict waits for a decision.
@Suite(.timed) struct OnceTests {
  @Test func whatIsOnTheListAlreadyIsShownInsteadOfAddedAgain() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> <alt+2>")
    let before = try desk.store.archive()
    let review = try #require(desk.app.opened)
    let sentence = review.verdict.sentence
    let replied = try #require(review.dossier.feedback.firstIndex { $0.received != nil })
    let reply = review.dossier.feedback[replied]
    let linked = review.dossier.findings.filter { $0.evidence == Evidence(.feedback, reply.id) }
    #expect(linked.contains { $0.kind != .strength }, "the sample links the reply")
    try desk.keys(String(repeating: "j ", count: replied) + "-")
    #expect(desk.screen.contains("already on your list"), "\(desk.screen)")
    #expect(try desk.store.archive() == before)
    let after = try #require(desk.app.opened)
    #expect(after.focus == .findings)
    let shown = try #require(after.findings.current(after.dossier))
    #expect(linked.contains(shown))
    #expect(after.verdict.sentence == sentence)
  }

  @Test func eachOfTheThreeThingsIsTakenOnce() throws {
    let desk = try Desk()
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+2>")
    let review = try #require(desk.app.opened)
    let reply = try #require(review.feedback.current(review.dossier))
    #expect(reply.three.count > 1)
    for _ in 0..<6 { try desk.keys("<alt+2> - <enter>") }
    let findings = try #require(desk.app.opened).dossier.findings.filter {
      $0.evidence == Evidence(.feedback, reply.id)
    }
    for thing in reply.three {
      #expect(findings.count { $0.statement == thing.text || $0.reason == thing.reason } <= 1)
    }
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
