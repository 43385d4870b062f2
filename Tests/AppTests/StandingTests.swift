import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// A debrief that waits for a reply, and one that rests: how they are seen, and how they go on.
@Suite struct StandingTests {
  private let kestrel = "/ kestrel <enter> <enter> "

  private func reply(_ desk: Desk) throws {
    let all = try desk.store.archive()
    let id = try #require(all.application.first { $0.company == "Kestrel Labs" }?.id)
    let dossier = try #require(try desk.store.dossier(id))
    var ids = IDSource(seed: 7)
    let reply = Feedback(id: ids.draw(), application: id, recorded: desk.now) {
      $0.from = "HR"
      $0.received = desk.now.day
      $0.verbatim = "You lacked staff scope."
    }
    let change = Recipe.reply(
      reply, log: dossier.feedback, debrief: dossier.debrief, ids: &ids, now: desk.now)
    desk.send(.applied(try desk.store.apply(change, at: desk.now)))
  }

  @Test func aReplyAfterTheCloseOpensTheDebriefWhereItIsTakenIn() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try reply(desk)
    #expect(desk.screen.contains("reply came"), "\(desk.screen)")
    let due = try #require(desk.app.home.entries.first { $0.kind == .replied })
    #expect(due.text.hasPrefix("a reply came from HR"))
    #expect(!due.urgent)
    try desk.keys(kestrel)
    let review = try #require(desk.app.review)
    let entry = try #require(review.checklist.entry(review.wizard))
    #expect(entry.step.id == "S12" && entry.item.kind == .task(.replies))
    // One change: one undo.
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aReplyFromTheLogOpensItTooAndItCanBeClosedAgain() throws {
    let desk = try Desk()
    try desk.keys(kestrel + "<alt+2> a HR <tab> <tab> <tab> They␣wanted␣more␣scope. <ctrl+s>")
    #expect(desk.screen.contains("open again"), "\(desk.screen)")
    var review = try #require(desk.app.review)
    #expect(review.wizard?.debrief.closed == nil)
    #expect(review.checklist.entry(review.wizard)?.step.id == "S12")
    // What is answered now is gone on from, as ever.
    desk.now = desk.now.adding(seconds: 60)
    try desk.keys("<alt+3> j j <enter>")
    review = try #require(desk.app.review)
    #expect(review.checklist.entry(review.wizard)?.item.id == "reply.window")
    try desk.keys("g close␣this <enter> <enter>")
    review = try #require(desk.app.review)
    #expect(review.wizard?.debrief.closed == desk.now)
    try desk.keys("<esc>")
    #expect(!desk.screen.contains("reply came"), "\(desk.screen)")
    #expect(!desk.app.home.entries.contains { $0.kind == .replied })
  }

  @Test func anAdvisersWordsOpenNothing() throws {
    let desk = try Desk()
    try desk.keys(
      kestrel + "<alt+2> a A␣friend <tab> <end> <tab> <tab> You␣sounded␣tired. <ctrl+s>")
    let review = try #require(desk.app.review)
    #expect(review.dossier.feedback.contains { $0.channel == .adviser }, "\(desk.screen)")
    #expect(review.wizard?.debrief.closed != nil)
  }

  @Test func theLineOfTheAgendaLeadsThere() throws {
    let desk = try Desk()
    try reply(desk)
    let place = try #require(desk.app.home.agenda.firstIndex { $0.kind == .replied })
    try desk.keys("D" + String(repeating: " j", count: place) + " <enter>")
    let review = try #require(desk.app.review)
    #expect(review.dossier.application.company == "Kestrel Labs")
    #expect(review.checklist.entry(review.wizard)?.step.id == "S12")
    // Also from elsewhere in the same debrief.
    try desk.keys("g lesson <enter> D" + String(repeating: " j", count: place) + " <enter>")
    let again = try #require(desk.app.review)
    #expect(again.checklist.entry(again.wizard)?.step.id == "S12")
  }
}
