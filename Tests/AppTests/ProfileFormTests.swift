import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The form of one's own profile, and where what it holds is an answer.
@Suite(.timed) struct ProfileFormTests {
  @Test func theProfileIsReadEditedAndTakenBack() throws {
    let desk = try Desk()
    try desk.keys("M")
    #expect(desk.screen.contains("Robin Muster") && desk.screen.contains("two months after"))
    try desk.keys("<esc>")
    let after = try change(desk, "M <ctrl+a> <ctrl+k> Robin␣M. <ctrl+s>")
    #expect(after.profile.map(\.name) == ["Robin M."])
    #expect(after.profile.first?.goals.isEmpty == false)
    let empty = try Desk(sample: false)
    try empty.keys("M Robin <ctrl+s>")
    #expect(try empty.store.archive().profile.map(\.id) == [Profile.id])
    try empty.keys("M <tab> <tab> <tab> <tab> <tab> <ctrl+a> <ctrl+k> plain␣english <ctrl+s>")
    #expect(empty.screen.contains("Type the language like this"))
  }

  @Test func aHalfTypedProfileIsADraft() throws {
    let desk = try Desk()
    try desk.keys("M ␣the␣first <esc>")
    #expect(try desk.store.drafts().map(\.scope) == ["profile/"])
    try desk.keys("R")
    #expect(desk.screen.contains("Robin Muster the first"), "\(desk.screen)")
  }

  @Test func theProfileAnswersWhenOneCouldStart() throws {
    let desk = try Desk(Size(120, 60))
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+5> G b could␣you")
    #expect(desk.screen.contains("you: two months after signing"))
    try desk.keys("<enter>")
    let added = try desk.store.archive().preparation.first {
      $0.text == "When could you start?" && $0.detail == "two months after signing"
    }
    #expect(added != nil)
    // Where something else was written down, what the profile says stands below it.
    let other = try Desk(Size(120, 60))
    try other.keys("/ acme <enter> <enter> <alt+5> / could␣you <enter>")
    #expect(other.screen.contains("you've said before: two months"), "\(other.screen)")
  }
}
