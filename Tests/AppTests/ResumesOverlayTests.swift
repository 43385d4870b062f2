import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The list of the versions of the résumé, its form, and who else names them.
@Suite(.timed) struct ResumesOverlayTests {
  @Test func versionsOfTheResumeAreListedWithTheirResults() throws {
    let desk = try Desk(Size(100, 30))
    try desk.keys("V")
    #expect(desk.screen.contains("2026-02 platform"))
    #expect(desk.screen.contains("sent 3"), "\(desk.screen)")
    #expect(desk.screen.contains("too few for a percentage"))
    #expect(desk.screen.contains("teaching: not in the first three lines"))
    let added = try change(desk, "a 2026-04␣lead <ctrl+s>")
    #expect(added.resume.contains { $0.name == "2026-04 lead" })
    try change(desk, "d")
    try desk.keys("e <ctrl+a> <ctrl+k> other <ctrl+s>")
    #expect(desk.screen.contains("You've sent applications"))
    try desk.keys("<ctrl+x> y <esc> a 2026-02␣platform <ctrl+s>")
    #expect(desk.screen.contains("already have a version"))
    try desk.keys("<ctrl+x> y x <tab> <tab> <tab> a,b,c,d <ctrl+s>")
    #expect(desk.screen.contains("Three at most"))
  }

  @Test func aHalfTypedVersionIsADraftThatCanBeSaved() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys("V e <tab> because␣it␣was␣long <esc> <esc> R <ctrl+s>")
    let kept = try desk.store.archive().resume.first { $0.name == "2026-02 platform" }
    #expect(kept?.reason.hasSuffix("because it was long") == true, "\(desk.screen)")
    #expect(kept?.opening.isEmpty == false)
  }

  @Test func anUndescribedVersionIsDescribedByItsName() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys("V j j e")
    let name = try #require(desk.app.desk.resumes.value?[2].name)
    try desk.keys("<tab> shorter <ctrl+s>")
    #expect(try desk.store.archive().resume.contains { $0.name == name && $0.reason == "shorter" })
  }

  @Test func theFormOfAnApplicationNamesTheVersions() throws {
    let desk = try Desk(Size(100, 50))
    try desk.keys("a")
    let form = { () -> Form? in
      if let it = desk.app.top(FormOverlay.self) { it.form } else { nil }
    }
    let hint = form()?.fields.first { $0.id == "resume" }?.hint
    #expect(hint?.hasPrefix("yours so far: 2026-02 platform; 2026-01 staff") == true)
    // Nothing is read before it is asked for.
    var app = App(size: Size(80, 24), now: desk.now, ids: IDSource(seed: 1))
    let effects = app.start() + app.afterFirstFrame()
    #expect(!effects.contains(.loadResumes) && !effects.contains(.loadProfile))
    #expect(app.handle(.input(.key(.char("a"))), now: desk.now) == [.loadResumes])
    _ = app.handle(.resumes([]), now: desk.now)
    #expect(app.handle(.input(.key(.char("x"))), now: desk.now) == [])
  }
}
