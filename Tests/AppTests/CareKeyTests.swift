import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// Keys that could harm, and what the screen says of what it understood.
@Suite(.timed) struct CareKeyTests {
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

  @Test func noKeyActsOnAnAgendaThatIsNotDrawn() throws {
    let desk = try Desk(Size(30, 8))
    let before = try desk.store.archive()
    try desk.keys("<tab>")
    #expect(!desk.app.home.onDue)
    #expect(desk.screen.contains("To do"), "\(desk.screen)")
    let entry = try #require(desk.app.desk.due.agenda.first)
    #expect(desk.screen.contains(entry.company.prefix(6)))
    try desk.keys("<esc> j x")
    #expect(try desk.store.archive() == before)
    // What had the focus loses it with its room.
    let wide = try Desk(Size(80, 24))
    try wide.keys("<tab>")
    #expect(wide.app.home.onDue)
    wide.send(.input(.resize(Size(30, 8))))
    #expect(!wide.app.home.onDue && wide.app.home.dueEntry(wide.app.desk) == nil)
  }

  @Test func aReadOnlyStoreSaysSoAtOnce() throws {
    let now = TestClock.morning
    var app = App(size: Size(80, 24), now: now, ids: IDSource(seed: 1), isReadOnly: true)
    _ = app.start()
    _ = app.handle(.started(drafts: []), now: now)
    #expect(app.frame().text.contains("Read only: your notes are safe"))
    _ = app.handle(.input(.key(.char("j"))), now: now)
    #expect(!app.frame().text.contains("Read only: your notes"))
    #expect(app.frame().row(0).contains("read only"))
    let usual = try Desk()
    #expect(!usual.screen.contains("ead only"))
  }

  @Test func whatIsCapturedGoesWhereItsTextSays() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("c Nordlicht:␣they␣asked␣about␣Kubernetes")
    #expect(
      desk.screen.contains("for: Nordlicht · Platform engineer (Tab to change)"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(desk.screen.contains("Saved to Nordlicht · Platform engineer"), "\(desk.screen)")
    let note = try #require(
      try desk.store.archive().note.first { $0.text.contains("they asked about Kubernetes") })
    #expect(note.text == "Nordlicht: they asked about Kubernetes")
    let application = try desk.store.archive().application.first { $0.id == note.application }
    #expect(application?.company == "Nordlicht")
    try desk.keys("c Nordlicht:␣not␣there <tab> <tab> - <ctrl+s>")
    let loose = try desk.store.archive().note.first { $0.text == "Nordlicht: not there" }
    #expect(loose != nil && loose?.application == nil)
    // Words that come from an editor are looked at, too.
    desk.editorBrings("Kestrel: said␣in␣an␣editor")
    try desk.keys("c <ctrl+o> <ctrl+s>")
    #expect(desk.screen.contains("Saved to Kestrel Labs"), "\(desk.screen)")
    // Nothing of it stays for the next thought.
    try desk.keys("c a␣loose␣thought <ctrl+s>")
    let third = try desk.store.archive().note.first { $0.text == "a loose thought" }
    #expect(third != nil && third?.application == nil)
  }

  @Test func twoPostsAtOneCompanyAreAChoice() throws {
    let desk = try Desk()
    try desk.keys("a Nordlicht <tab> Analyst <ctrl+s> c Nordlicht:␣which␣one")
    #expect(desk.screen.contains("for Nordlicht"), "\(desk.screen)")
    try desk.keys("<tab> <tab> nordlicht <ctrl+s>")
    #expect(desk.screen.contains("More than one"), "\(desk.screen)")
    try desk.keys("␣analyst <ctrl+s>")
    let archive = try desk.store.archive()
    let note = try #require(archive.note.first { $0.text == "Nordlicht: which one" })
    #expect(archive.application.first { $0.id == note.application }?.role == "Analyst")
  }

  @Test func everyDateTypedInWordsIsEchoed() throws {
    let desk = try Desk(Size(200, 40))
    try desk.keys("a Kiwi <tab> Dev <tab> 3␣mar <tab> tue␣14:00 <ctrl+s>")
    #expect(
      desk.screen.contains(
        "Saved: Kiwi added; applied Tue 3 March 2026; interview Tue 24 March 2026, 14:00"),
      "\(desk.screen)")
    #expect(desk.screen.contains("type last tue for the previous one"), "\(desk.screen)")
    try desk.keys("<ctrl+l> a Plum <tab> Dev <tab> <tab> yesterday <ctrl+s>")
    #expect(desk.screen.contains("interview Thu 19 March 2026, no time noted"), "\(desk.screen)")
    let archive = try desk.store.archive()
    let plum = try #require(archive.application.first { $0.company == "Plum" })
    let round = try #require(archive.interview.first { $0.application == plum.id })
    #expect(!round.hasHour && round.format == nil)
    // Looked at again, it is what it was.
    try desk.keys("<enter> i")
    if desk.screen.contains("Round 1") || desk.app.overlays.isEmpty { try desk.keys("<enter>") }
    try desk.keys("<ctrl+s>")
    #expect(try desk.store.archive().interview.first { $0.id == round.id } == round)
  }

  @Test func formsSayOneThingOfEscape() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("a")
    #expect(!desk.screen.contains("cancel"))
    let rows = desk.screen.split(separator: "\n").filter { $0.contains("Esc back, keep a draft") }
    #expect(rows.count == 1, "\(desk.screen)")
  }

  @Test func lettersOutsideASCIIAreShownWithoutTheirMarks() throws {
    let desk = try Desk(ascii: true)
    try desk.keys("/ caf <enter>")
    #expect(desk.screen.contains("Cafe Ubermut & S"), "\(desk.screen)")
    #expect(!desk.screen.contains("Caf?"))
    #expect(desk.screen.contains("Zlota Lodz sp."), "\(desk.screen)")
  }
}
