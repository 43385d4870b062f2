import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// What a letter misses is put on file elsewhere, and letters are typed in it: the way begins with the key that
/// leaves it.
@Suite(.timed) struct LetterGapWayTests {
  @Test func theWayOutOfALetterIsNamed() {
    #expect(LetterEditor.way("{profile}") == "{key.out}{profile}")
    #expect(
      LetterEditor.way("{people}, then {people.add}") == "{key.out}{people}, then {people.add}")
    #expect(LetterEditor.way("{letter.moment}") == "{letter.moment}")
    #expect(
      LetterEditor.way("Esc, {review.feedback}, then {feedback.edit}")
        == "{key.esc}, {review.feedback}, then {feedback.edit}")
  }
}

/// The ways to a letter: from what is due, and back to the question that asked for it.
@Suite(.timed) struct LetterWayTests {
  @Test func aTextThatIsCutSaysSo() {
    let text = "Once it's sent, mark it as sent, so that the days are counted from then on."
    let rows = LetterEditor.wrap(text, width: 24, most: 2)
    #expect(rows.count == 2 && rows[1].hasSuffix(" …"), "\(rows)")
    #expect(rows.allSatisfy { TextWidth.columns($0) <= 24 }, "\(rows)")
    #expect(LetterEditor.wrap("short", width: 24, most: 2) == ["short"])
  }

  @Test func theThankYouNoteOfAToDoOpens() throws {
    let desk = try Desk(Size(100, 30), sample: false)
    try desk.keys("a Zeta <tab> <tab> <tab> 2026-03-18␣10:00 <ctrl+s> <enter> o 1 <ctrl+s> <esc>")
    let place = try #require(
      desk.app.desk.due.agenda.firstIndex {
        $0.kind == .afterNo && $0.subject.text == AfterNo.Step.anyone.rawValue
      }, "\(desk.screen)")
    try desk.keys("<ctrl+p> your␣to-do␣list <enter>" + String(repeating: " j", count: place))
    try desk.keys("<enter>")
    let open = try #require(desk.app.opened)
    #expect(open.focus == .letters, "\(desk.screen)")
    // Nobody there is on file: the note to whoever there is opens at once.
    let letter = try #require(desk.app.overlays.last as? LetterEditor, "\(desk.screen)")
    #expect(letter.letter.letterKind == .thanks)
  }

  @Test func aRequestThatIsSavedIsSeenAtItsQuestion() throws {
    let desk = try Desk(Size(100, 30), sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> 2026-03-09␣10:00 <ctrl+s> <enter> o 1 <ctrl+s> <enter> 3")
    let wizard = try #require(desk.app.opened?.wizard)
    let entry = try #require(
      wizard.everything.first { $0.item.kind == .task(.asks) }, "\(desk.screen)")
    let before = ChecklistPane.options(entry, wizard)
    #expect(before.first?.title == "Write the request now" && before.first?.isDefault == true)
    var ids = IDSource(seed: 5)
    let letter = Letter(
      id: ids.draw(), application: wizard.debrief.application, kind: "L4", recorded: desk.now)
    desk.send(
      .applied(try desk.store.apply(Change("letter", [.insert(.letter(letter))]), at: desk.now)))
    let after = ChecklistPane.options(entry, try #require(desk.app.opened?.wizard))
    #expect(after.first?.title == "Keep working on your request", "\(after.map(\.title))")
    #expect(after.last?.isDefault == true && after.count == before.count)
  }
}
