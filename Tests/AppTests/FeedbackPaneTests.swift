import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The pane of what they said: each thing becomes one finding, and no word of theirs goes at one key.
@Suite(.timed) struct FeedbackPaneTests {
  @Test func whatAThingSaysLeadsToAChange() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+2> g <enter> j j <enter>")
    #expect(desk.screen.contains("Learn: has led nine, not forty"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    let after = try desk.store.archive()
    #expect(after.feedback.contains { $0.three.first?.gap == .lacking })
    #expect(after.improvement.contains { $0.isLearning && $0.what.hasPrefix("Learn: ") })
    #expect(desk.screen.contains("have it yet"), "\(desk.screen)")
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
    try desk.keys("/ nord <enter> <enter> <alt+2> C they␣liked␣the␣outage␣story <ctrl+s>")
    #expect(desk.screen.contains("Who said it is needed") == false, "\(desk.screen)")
    let made = try #require(
      try desk.store.archive().feedback.first { $0.verbatim == "they liked the outage story" })
    #expect(made.channel == .phone)
    #expect(made.received == desk.now.day)
  }

  @Test func theirWordsAreNotDeletedAtOneKey() throws {
    let desk = try Desk()
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+2>")
    let before = try desk.store.archive().feedback
    try desk.keys("d")
    #expect(desk.screen.contains("Delete the "), "\(desk.screen)")
    #expect(try desk.store.archive().feedback == before)
    try desk.keys("n")
    #expect(try desk.store.archive().feedback == before)
    try desk.keys("d y")
    #expect(try desk.store.archive().feedback.count == before.count - 1)
    try desk.keys("u")
    #expect(try desk.store.archive().feedback == before)
  }

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

  @Test func aReplyOnTheScreenEndsTheWait() throws {
    let desk = try Desk()
    try desk.keys("/ acme <enter> <enter> <alt+2> r <ctrl+a> <ctrl+k> Ada <ctrl+s>")
    let count = try desk.store.archive().feedback.count
    try desk.keys("a <ctrl+a> <ctrl+k> ada <tab> <tab> <tab> well␣done <ctrl+s>")
    let after = try desk.store.archive().feedback
    #expect(after.count == count)
    #expect(after.contains { $0.verbatim == "well done" && $0.asked != nil && !$0.isWaiting })
  }
}
