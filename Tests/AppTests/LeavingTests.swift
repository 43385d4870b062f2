import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// Words that the store does not take stay on the screen, and what is said of them is so.
@Suite(.timed) struct LeavingTests {
  /// Ways to type something, and the words that are in no store then.
  static let typed: [(keys: String, words: String)] = [
    ("c a␣thought␣of␣mine", "a thought of mine"),
    ("a Half␣a␣company", "Half a company"),
    ("/ nordlicht <enter> <enter> <alt+1> a a␣strength␣of␣mine", "a strength of mine"),
    ("/ nordlicht <enter> <enter> <alt+4> a a␣question␣they␣had", "a question they had"),
    ("/ kestrel <enter> <enter> <enter> B between␣us", "between us"),
    ("P a A␣new␣name", "A new name"),
    ("/ kestrel <enter> <enter> <enter> <alt+6> <enter> A␣first␣line", "A first line"),
  ]

  @Test(arguments: typed.indices) func whatCannotBeKeptIsAskedAbout(_ index: Int) throws {
    let it = Self.typed[index]
    let desk = try Desk()
    try desk.keys(it.keys)
    #expect(desk.app.unsavedTexts.first?.text.contains(it.words) == true, "\(desk.screen)")
    let depth = desk.app.overlays.count
    desk.refusesAll = true
    try desk.keys("<esc>")
    #expect(desk.screen.contains("This isn't saved"), "\(desk.screen)")
    #expect(desk.screen.contains("can't be written"), "\(desk.screen)")
    #expect(
      !desk.screen.contains("Kept as a draft") && !desk.screen.contains("everything is saved"))
    // Back to the text, which is whole.
    try desk.keys("<esc>")
    #expect(desk.app.overlays.count == depth)
    #expect(desk.app.unsavedTexts.first?.text.contains(it.words) == true)
    // Tried again, it is refused again; when there is room, it is kept.
    try desk.keys("<esc> <enter>")
    #expect(desk.screen.contains("This isn't saved"), "\(desk.screen)")
    desk.refusesAll = false
    try desk.keys("<enter>")
    #expect(desk.app.overlays.count == depth - 1, "\(desk.screen)")
    let drafts = try desk.store.drafts()
    let note = try desk.store.archive().application.compactMap {
      try desk.store.privateNote($0.id)?.text
    }
    #expect(
      drafts.contains { $0.fields.values.contains { $0.contains(it.words) } }
        || note.contains { $0.contains(it.words) })
  }

  @Test(arguments: typed.indices) func itCanGoToAFile(_ index: Int) throws {
    let it = Self.typed[index]
    let desk = try Desk()
    try desk.keys(it.keys)
    let depth = desk.app.overlays.count
    desk.refusesAll = true
    try desk.keys("<esc> <down> <enter>")
    let what = it.keys.contains(" B ") ? "private-note" : "debrief-text"
    let path = desk.folder("\(what)-2026-03-20.txt")
    #expect(desk.screen.contains("save to: \(path)"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.folder.texts["\(what)-2026-03-20.txt"]?.contains(it.words) == true)
    #expect(desk.app.overlays.count == depth - 1)
    #expect(desk.screen.contains("Saved to \(path)"), "\(desk.screen)")
  }

  @Test func aFileThatCannotBeWrittenIsSaidAndAskedForAgain() throws {
    let desk = try Desk()
    try desk.keys("c a␣thought")
    desk.refusesAll = true
    try desk.keys("<esc> <down> <enter> <enter> c another")
    try desk.keys("<esc> <down> <enter> <ctrl+u> debrief-text-2026-03-20.txt <enter>")
    #expect(desk.screen.contains("there's already a file with that name"), "\(desk.screen)")
    try desk.keys("<backspace> <backspace> <backspace> <backspace> b.txt <enter>")
    #expect(desk.folder.texts["debrief-text-2026-03-20b.txt"] == "another\n")
  }

  @Test func withoutAFolderThatCanBeWrittenNoFileIsOffered() throws {
    let desk = try Desk()
    try desk.keys("c a␣thought")
    desk.refusesAll = true
    desk.runner.refuges = []
    try desk.keys("<esc> <down> <enter>")
    #expect(desk.screen.contains("there's no folder to save in"), "\(desk.screen)")
    #expect(desk.screen.contains("a thought"))
  }

  @Test func itIsThrownAwayByItsName() throws {
    let desk = try Desk()
    try desk.keys("c a␣thought")
    desk.refusesAll = true
    try desk.keys("<esc>")
    #expect(desk.screen.contains("Throw away a note"))
    try desk.keys("<down> <down> <enter>")
    #expect(desk.app.overlays.isEmpty && desk.app.desk.drafts.isEmpty)
    desk.refusesAll = false
    try desk.keys("c")
    #expect(!desk.screen.contains("a thought"), "\(desk.screen)")
  }

  @Test func whatWasTypedAtALineComesBackWithIt() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+1> a slow␣with␣queries <ctrl+s>")
    guard desk.app.overlays.last is PromptOverlay else { return }
    desk.refusesAll = true
    try desk.keys("they␣had␣another <enter>")
    #expect(desk.screen.contains("they had another"), "\(desk.screen)")
    desk.refusesAll = false
    try desk.keys("<enter>")
    #expect(try desk.store.archive().finding.contains { $0.rival == "they had another" })
  }

  @Test func whatIsPastedGoesBelowWhatWasTyped() throws {
    let desk = try Desk()
    try desk.keys("c typed␣before <esc>")
    desk.send(.input(.paste("pasted now")))
    #expect(desk.app.unsavedTexts.first?.text == "typed before\n\npasted now")
  }

  @Test func theWordsAboutLeavingAreTrue() throws {
    let now = TestClock.morning
    func said(_ app: App) -> String {
      var app = app
      _ = app.handle(.input(.key(.ctrl("c"))), now: now)
      return app.frame().text
    }
    let size = Size(80, 24)
    #expect(said(App(size: size, now: now, ids: IDSource(seed: 1))).contains("everything is saved"))
    let demo = App(size: size, now: now, ids: IDSource(seed: 1), isDemo: true)
    #expect(said(demo).contains("none of it is kept"))
    let readOnly = App(size: size, now: now, ids: IDSource(seed: 1), isReadOnly: true)
    #expect(said(readOnly).contains("nothing could be saved"))
  }

  /// Every place one can be in, by the keys that lead there.
  static let places: [String] = [
    "", "/ n", "/ nordlicht <enter> <enter>", "<ctrl+f>", "<ctrl+f> words", "<ctrl+p>", "?", "c",
    "a",
    "D", "I", "P", "P /", "V", "d", "o", "M", "R", "p", "g",
    "/ kestrel <enter> <enter> <enter> v", "/ kestrel <enter> <enter> <enter> T",
    "/ kestrel <enter> <enter> <enter> B",
    "/ kestrel <enter> <enter> <enter> t", "/ kestrel <enter> <enter> <enter> <alt+6> C",
    "/ kestrel <enter> <enter> <enter> <alt+6> f", "/ kestrel <enter> <enter> <enter> <alt+6> a",
    "/ kestrel <enter> <enter> <enter> <alt+6> <enter>", "/ kestrel <enter> <enter> <enter> /",
    "/ kestrel <enter> <enter> <enter> <alt+3> g", "/ kestrel <enter> <enter> <enter> <alt+5> b",
    "<tab> >",
    "I m",
  ]

  @Test(arguments: places) func suspendingWorksEverywhere(_ keys: String) throws {
    let desk = try Desk()
    if !keys.isEmpty { try desk.keys(keys) }
    let before = desk.app.overlays.map { "\($0)" }
    try desk.keys("<ctrl+z>")
    #expect(desk.device.suspendCount == 1, "\(desk.screen)")
    #expect(desk.app.overlays.map { "\($0)" } == before)
    try desk.keys("<ctrl+l>")
    #expect(desk.device.repaintCount == 1)
  }
}
