import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// What comes up and goes by itself, from an empty store and what is typed.
@Suite(.timed) struct ChoreKeyTests {
  private func due(_ desk: Desk) -> [String] { desk.app.desk.due.entries.map(\.text) }

  private func dossier(_ desk: Desk) throws -> Dossier {
    let id = try #require(try desk.store.archive().application.first?.id)
    return try #require(try desk.store.dossier(id))
  }

  @Test func whatWasToBePreparedGoesWithANo() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> i <tab> <tab> 2026-03-22␣10:00 <tab> v <ctrl+s> <esc>")
    #expect(due(desk).contains { $0.contains("test the video call") }, "\(due(desk))")
    try desk.keys("<enter> o 1 <ctrl+s> <esc>")
    #expect(!due(desk).contains { $0.contains("video") || $0.contains("prepare") }, "\(due(desk))")
    #expect(due(desk) == ["ask for advice: what held you back?"])
  }

  @Test func whatHasEndedIsOpenedAgainByTheSameKey() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o 1 <tab> yesterday <ctrl+s>")
    let before = try desk.store.archive()
    try desk.keys("o <ctrl+x> 6 <ctrl+s>")
    #expect(try dossier(desk).events.map(\.kind) == [.refused, .reopened], "\(desk.screen)")
    #expect(try dossier(desk).status(now: desk.now).outcome == .waiting)
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test(arguments: [("y", 1), ("n", 0)])
  func aRoundBookedAfterANoAsksOnce(_ key: String, _ count: Int) throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o 1 <tab> yesterday <ctrl+s>")
    try desk.keys("i <tab> <tab> 2026-03-25␣10:00 <ctrl+s>")
    #expect(desk.screen.contains("is this application open again?"), "\(desk.screen)")
    try desk.keys("<esc>")
    #expect(try dossier(desk).interviews.isEmpty && desk.app.overlays.count == 1)
    try desk.keys("<ctrl+s> \(key)")
    let it = try dossier(desk)
    #expect(it.interviews.count == 1 && desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(it.events.count { $0.kind == .reopened } == count)
    #expect((it.status(now: desk.now).outcome == .waiting) == (count == 1))
  }

  @Test func anOffersDateIsAskedForAndComesDue() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o <ctrl+x> 4 <ctrl+s>")
    #expect(desk.screen.contains("When do they need your answer by?"), "\(desk.screen)")
    try desk.keys("27␣mar <ctrl+s>")
    let offer = try #require(try dossier(desk).events.first { $0.kind == .offered })
    #expect(offer.due == Day(2026, 3, 27), "\(desk.screen)")
    try desk.keys("<esc> <esc>")
    #expect(due(desk) == ["respond to their offer"])
    // It can be moved where it was recorded, and the form does not ask for what stands there.
    try desk.keys("<enter> o <ctrl+x> 4 <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(try dossier(desk).events.count { $0.kind == .offered } == 1)
  }

  @Test func theDayTheyNamedIsAskedForWithTheFirstThingWrittenDown() throws {
    let desk = try Desk(sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> yesterday␣10:00 <ctrl+s> <enter> <alt+4> a Why␣us? <ctrl+s>")
    #expect(desk.screen.contains("Did they say when you'd hear back?"), "\(desk.screen)")
    try desk.keys("y 27␣mar <ctrl+s>")
    #expect(try dossier(desk).events.first { $0.kind == .promised }?.due == Day(2026, 3, 27))
    try desk.keys("a What␣now? <ctrl+s>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  @Test func aSentLetterEndsItsStepOfTheDaysAfterANo() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <tab> <tab> <tab> 2026-03-18␣10:00 <ctrl+s> <enter> o 1 <ctrl+s> <esc>")
    // Nobody is on file there, so nobody is to be thanked by their part.
    let thanks = due(desk).filter { $0.hasPrefix("thank ") }
    #expect(thanks == ["thank them for their time"], "\(due(desk))")
    #expect(due(desk).contains("ask for advice: what held you back?"), "\(due(desk))")
    var ids = IDSource(seed: 5)
    let there = [("Max", Person.Part.manager), ("Hal", .hr)].map { name, part in
      Person(id: ids.draw()) { ($0.name, $0.part, $0.company) = (name, part, "Zeta") }
    }
    let added = Change("people", there.map { .insert(.person($0)) })
    desk.send(.applied(try desk.store.apply(added, at: desk.now)))
    #expect(
      Set(due(desk)).isSuperset(of: [
        "thank Max for their time", "thank Hal in a separate note",
        "ask for advice: what held you back?",
      ]), "\(due(desk))")
    let it = try dossier(desk)
    let letter = Letter(
      id: ids.draw(), application: it.application.id, kind: "L3", recorded: desk.now)
    desk.send(
      .applied(try desk.store.apply(Change("letter", [.insert(.letter(letter))]), at: desk.now)))
    let sent = Recipe.sent(
      letter, Sending(on: desk.now.day), try dossier(desk), ids: &ids, now: desk.now)
    desk.send(.applied(try desk.store.apply(sent, at: desk.now)))
    #expect(!due(desk).contains("thank Hal in a separate note"), "\(due(desk))")
    // What is marked as done in the list of those days leaves this one, too, and the other way round.
    try desk.keys("<enter> <alt+1> t x <esc> q")
    #expect(!due(desk).contains("thank Max for their time"), "\(due(desk))")
  }
}

/// Second chances, from an empty store and what is typed.
@Suite(.timed) struct SecondChanceKeyTests {
  private func dossier(_ desk: Desk) throws -> Dossier {
    let id = try #require(try desk.store.archive().application.first?.id)
    return try #require(try desk.store.dossier(id))
  }

  @Test func theDayTheirWordsNameIsPutIntoTheAgenda() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter>")
    let before = try desk.store.archive()
    try desk.keys(
      "o 1 <tab> <tab> Sorry,␣we␣chose␣someone␣else.␣Please␣apply␣again␣in␣six␣months. <ctrl+s>")
    let marks = try dossier(desk).marks
    #expect(marks.map(\.until) == [Day(2026, 9, 20)], "\(desk.screen)")
    try desk.keys("<esc> u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aStockPhraseCannotBecomeAWeakness() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> o 1 <ctrl+s> <alt+2> a HR <tab> <tab> <tab>")
    try desk.keys("Our␣policy␣does␣not␣allow␣individual␣feedback. <ctrl+s>")
    #expect(try dossier(desk).feedback.first?.candour == .declined, "\(desk.screen)")
    try desk.keys("<alt+2> -")
    #expect(try dossier(desk).findings.isEmpty)
    #expect(desk.screen.contains("says nothing about you"), "\(desk.screen)")
  }

  @Test func aQuestionThatWasAskedTicksItself() throws {
    let desk = try Desk(sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> yesterday␣10:00 <ctrl+s> <enter> U 27␣mar <ctrl+s> <alt+5>")
    let it = try dossier(desk).application.id
    let question = Preparation(
      id: ID("prepared"), application: it, kind: .question, recorded: desk.now
    ) { $0.text = "Who held this job before?" }
    desk.send(
      .applied(
        try desk.store.apply(Change("q", [.insert(.preparation(question))]), at: desk.now)))
    let before = try desk.store.archive()
    try desk.keys("<alt+4> a <shift+tab> 2 <tab> Who␣had␣this␣job␣before␣me? <ctrl+s>")
    let asked = try dossier(desk).preparations.first { $0.id == question.id }
    #expect(asked?.state == .asked && asked?.done == desk.now.day, "\(desk.screen)")
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func allThatIsKnownIsOneKeyAway() throws {
    let desk = try Desk(sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> yesterday␣10:00 <ctrl+s> <enter> <alt+4> a Why␣us? <ctrl+s> n")
    try desk.keys("<alt+r>")
    #expect(desk.screen.contains("What they asked") && desk.screen.contains("Why us?"))
  }
}
