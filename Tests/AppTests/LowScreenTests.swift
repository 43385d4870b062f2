import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// On the lowest screen what a place is there to say can be read whole.
@Suite(.timed) struct LowScreenTests {
  /// The words of a screen, without its borders and breaks.
  private func words(_ desk: Desk) -> String {
    desk.screen.split { $0.isWhitespace || "│╭╮╰╯─".contains($0) }.joined(separator: " ")
  }

  @Test func theQuestionOfACardIsWhole() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys("W <enter>")
    let cue = try #require(desk.app.top(DrillScreen.self)?.card(desk.app.desk)?.cue)
    #expect(words(desk).contains(cue), "\(desk.screen)")
    // How to grade it stands there all the same.
    #expect(desk.screen.contains("1 no"), "\(desk.screen)")
  }

  /// What a form is called and what is to be read in it: their beginnings in the form, all of them in its
  /// help.
  @Test func aFormIsReadFromItsBeginning() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys("/ はやぶさ <enter> <enter> F")
    let form = try #require(FormOverlay.look(desk.app) { place, _ in place.form })
    guard case .note(let note)? = form.fields.first?.kind else {
      Issue.record("no note: \(desk.screen)")
      return
    }
    let beginning = note.split(separator: " ").prefix(3).joined(separator: " ")
    #expect(words(desk).contains(beginning) && desk.screen.contains("…"), "\(desk.screen)")
    try desk.keys("<f1>")
    let help = try #require(desk.app.top(HelpOverlay.self))
    let said = help.lines.map { $0.spans.map(\.text).joined() }.joined(separator: " ")
    #expect(
      said.filter { $0 != " " }.hasPrefix(form.fullTitle.filter { $0 != " " }),
      "\(said.prefix(200))")
    #expect(said.contains(note.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    try desk.keys("<esc>")
    #expect(desk.app.overlays.last is FormOverlay)
  }

  @Test func whatIsOfferedIsWhole() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys("/ nord <enter> <enter> <alt+3> g How␣are␣you <enter> 1")
    #expect(words(desk).contains("Want to keep it short today?"), "\(desk.screen)")
    #expect(
      words(desk).contains("Just what you might forget, about five minutes. The rest can wait."),
      "\(desk.screen)")
  }

  @Test func whatAListIsAboutIsWhole() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys("Y <enter> <enter> <enter>")
    let over = try #require(desk.app.top(MonthFactsOverlay.self), "\(desk.screen)")
    #expect(words(desk).contains(over.row.words), "\(desk.screen)")
  }

  @Test func thePrivateNoteExplainsItself() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys("/ nord <enter> <enter> B")
    #expect(words(desk).contains(PrivateNoteOverlay.brief), "\(desk.screen)")
  }

  @Test func theStepsAfterANoAreWhole() throws {
    let desk = try Desk(Size(30, 8))
    try desk.keys("/ nord <enter> <enter> t")
    let over = try #require(desk.app.top(AfterNoOverlay.self))
    let days = try #require(over.days(desk.app.desk))
    for (at, item) in days.items.enumerated() {
      if at > 0 { try desk.keys("j") }
      #expect(words(desk).contains(item.text), "\(desk.screen)")
    }
  }

  /// A list to tick says its two keys, at eighty columns all of its keys.
  @Test func aListToTickSaysItsKeys() throws {
    let desk = try Desk(sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> 2026-03-18␣10:00 <ctrl+s> <enter> o 1 <ctrl+s> <enter> 3")
    try desk.keys("<alt+g> What␣did␣you␣do␣before <enter>")
    let foot = try #require(desk.screen.split(separator: "\n").last)
    for key in ["Enter go on", "Space check", "1–8 check", "[ back", "s skip", ": commands"] {
      #expect(foot.contains(key), "\(desk.screen)")
    }
  }
}
