import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// A thought that is written down: where it goes, and what is pasted outside of any field.
@Suite(.timed) struct CaptureFormTests {
  @Test func aPasteOutsideAFieldBecomesANoteNeverKeys() throws {
    let desk = try Desk()
    desk.send(.input(.paste("dQ\ny")))
    #expect(!desk.app.isFinished)
    #expect(desk.screen.contains("Write it down now"))
    #expect(desk.screen.contains("dQ"))
    #expect(try desk.store.shelf(.init(.top, count: 20)).total == 8)
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
}
