import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// By keys: an offer is answered by who got it, and what is asked afterwards follows the answer.
@Suite(.timed) struct OutcomeKeyTests {
  private func offered(_ size: Size = Size(100, 30)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o <ctrl+x> 4 <ctrl+s> <ctrl+s>")
    #expect(try dossier(desk).events.map(\.kind) == [.offered], "\(desk.screen)")
    return desk
  }

  private func dossier(_ desk: Desk) throws -> Dossier {
    let id = try #require(try desk.store.archive().application.first?.id)
    return try #require(try desk.store.dossier(id))
  }

  @Test func nobodyAcceptsAnOfferByAccident() throws {
    let desk = try offered()
    try desk.keys("o <ctrl+s>")
    #expect(desk.screen.contains("What happened: choose one"), "\(desk.screen)")
    #expect(try dossier(desk).events.map(\.kind) == [.offered])
    try desk.keys("5 <ctrl+s>")
    #expect(try dossier(desk).events.map(\.kind) == [.offered, .accepted], "\(desk.screen)")
  }

  /// To turn down an offer follows from having it: nothing is asked, and the day is said to be today.
  @Test func turningAnOfferDownIsNotQuestioned() throws {
    let desk = try offered()
    try desk.keys("o 6 <tab>")
    #expect(desk.screen.contains("Unless you change it, today's date is saved"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(try dossier(desk).events.map(\.kind) == [.offered, .declined], "\(desk.screen)")
  }

  @Test func turnedDownAfterAllAsksAboutThat() throws {
    let desk = try offered()
    try desk.keys("o 5 <ctrl+s> <enter> <enter> A␣job <enter>")
    #expect(try #require(dossier(desk).debrief).branch == .acceptedElsewhere, "\(desk.screen)")
    let given = try dossier(desk).responses.count
    desk.now = Moment(seconds: desk.now.seconds + 60, offset: 0)
    try desk.keys("<esc> o <right> <ctrl+s> <ctrl+s>")
    let it = try dossier(desk)
    #expect(it.debrief?.branch == .withdrew, "\(desk.screen)")
    #expect(it.responses.count == given)
    #expect(!desk.screen.contains("taking the job"), "\(desk.screen)")
    // One undo takes both back.
    try desk.keys("<esc> u")
    #expect(try dossier(desk).debrief?.branch == .acceptedElsewhere, "\(desk.screen)")
  }
}
