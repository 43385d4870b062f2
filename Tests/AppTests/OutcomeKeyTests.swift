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

  /// While it's only waiting nothing is presupposed either: nobody records a no by pressing two keys.
  @Test func nobodyRecordsANoByAccident() throws {
    let desk = try Desk(Size(100, 30), sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o")
    #expect(!desk.screen.contains("(•) they"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(desk.screen.contains("What happened: choose one"), "\(desk.screen)")
    #expect(try dossier(desk).events.isEmpty)
    try desk.keys("1 <ctrl+s>")
    #expect(try dossier(desk).events.map(\.kind) == [.refused])
    // What is on file is shown, and stays when it's saved as it is.
    try desk.keys("<esc> o")
    #expect(desk.screen.contains("(•) they said no"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(try dossier(desk).events.map(\.kind) == [.refused])
  }

  /// Where there was no interview neither its day nor its round is asked for; a day to answer by has only an
  /// offer.
  @Test func onlyWhatAppliesIsAsked() throws {
    let desk = try Desk(Size(100, 30), sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o 1")
    #expect(desk.screen.contains("Interview"), "\(desk.screen)")
    for label in ["Interview date", "Round", "Answer an offer by"] {
      #expect(!desk.screen.contains(label), "\(label): \(desk.screen)")
    }
    try desk.keys("<tab> <tab> <tab> y")
    #expect(desk.screen.contains("Interview date"), "\(desk.screen)")
    try desk.keys("<shift+tab> <shift+tab> <shift+tab> 4")
    #expect(desk.screen.contains("Answer an offer by"), "\(desk.screen)")
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
