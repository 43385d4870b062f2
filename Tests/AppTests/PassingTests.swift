import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// A key that is meant as a key is no answer, and what is half typed is no entry.
@Suite(.timed) struct PassingTests {
  private func begun() throws -> Desk {
    let desk = try Desk(sample: false)
    try desk.keys("1 Testwerk <ctrl+s> 3")
    return desk
  }

  private func jump(_ desk: Desk, _ words: String) throws {
    try desk.command("g \(words.replacing(" ", with: "␣")) <enter>")
  }

  private func item(_ desk: Desk) throws -> String {
    let open = try #require(desk.app.opened)
    return try #require(open.checklist.entry(open.wizard)).item.id
  }

  private func given(_ desk: Desk) throws -> [String] {
    try #require(desk.app.opened).dossier.responses.map(\.value)
  }

  @Test func theKeyThatLeadsToAQuestionLeadsOnFromIt() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("<esc> ]")
    let first = try item(desk)
    #expect(desk.app.opened?.checklist.isTyping == true, "\(desk.screen)")
    try desk.keys("]")
    let second = try item(desk)
    #expect(second != first)
    try desk.keys("[ [")
    #expect(try item(desk) == "room.who")
    try desk.keys("] <pgdn>")
    #expect(try item(desk) == second)
    #expect(try !given(desk).contains { $0.contains("]") || $0.contains("[") })
    // Once something is typed it is text again.
    try jump(desk, "Who was in the room")
    try desk.keys("<esc> ] a ] [ <esc>")
    #expect(desk.app.opened?.checklist.field.text == "a][", "\(desk.screen)")
  }

  @Test func halfOfAnEntryIsNone() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("Maria␣Po <esc>")
    #expect(try desk.store.archive().person.isEmpty)
    #expect(desk.app.opened?.checklist.field.text == "Maria Po")
    // It is gone on with.
    try desk.keys("<enter> lo <enter>")
    #expect(try desk.store.archive().person.map(\.name) == ["Maria Polo"])
  }

  @Test func whoWasWrittenDownByMistakeComesBackIntoTheField() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    desk.send(.input(.paste("Anna Bell, CTO\nDan Cho (HR)\nEve, recruiter")))
    try desk.keys("<enter>")
    #expect(try desk.store.archive().person.count == 3)
    #expect(desk.screen.contains("✓ Anna Bell, CTO"), "\(desk.screen)")
    try desk.keys("<backspace>")
    #expect(desk.app.opened?.checklist.field.text == "Eve, recruiter")
    #expect(try desk.store.archive().person.count == 2)
    #expect(try desk.store.archive().interview.first?.people.count == 2)
    try desk.keys("<ctrl+u> <enter>")
    #expect(try item(desk) != "room.who", "\(desk.screen)")
  }

  @Test(arguments: [("I␣don't␣remember", ""), ("two␣engineers", "two engineers")])
  func whoHasNoNameIsNobody(_ words: String, _ value: String) throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("\(words) <enter>")
    #expect(try desk.store.archive().person.isEmpty)
    let response = try #require(
      desk.app.opened?.dossier.responses.first { $0.item == "room.who" })
    #expect(response.value == value && response.isSkipped == value.isEmpty)
    #expect(try item(desk) != "room.who", "\(desk.screen)")
  }

  @Test func aFormIsClearedOnlyWhenAsked() throws {
    let desk = try Desk(sample: false)
    func company() -> String? {
      (desk.app.overlays.first as? FormOverlay)?.form.values["company"]
    }
    try desk.keys("a Acme <ctrl+x> n")
    #expect(company() == "Acme", "\(desk.screen)")
    try desk.keys("<ctrl+x> y")
    #expect(company() == "", "\(desk.screen)")
    try desk.keys("<ctrl+x>")
    #expect(desk.screen.contains("Nothing here has been changed."), "\(desk.screen)")
  }

  /// An application with an interview some days ago that ended yesterday, and its debrief.
  private func ended(
    _ company: String, interview days: Int, _ desk: Desk, changed: Int? = nil
  ) throws {
    var ids = IDSource(seed: UInt64(days))
    let now = desk.now
    let talk = TalkTime(start: now.at(now.day.adding(days: -days), hour: 10), dayOnly: false)
    var (change, id) = Recipe.add(company: company, role: "", interview: talk, ids: &ids, now: now)
    change.operations +=
      Recipe.outcome(
        .rejected, application: id, on: now.day.adding(days: -1), words: "", ids: &ids, now: now
      ).operations
    let (begun, debrief) = Recipe.begin(
      .rejectedAfterInterview, application: id, ids: &ids, now: now)
    change.operations += begun.operations
    if let changed {
      let it = Improvement(
        id: ids.draw(), application: id, recorded: now.adding(seconds: -86_400 * changed)
      ) {
        $0.debrief = debrief.id
        $0.what = "pause before I answer"
      }
      change.operations.append(.insert(.improvement(it)))
    }
    desk.send(.applied(try desk.store.apply(change, at: now)))
  }

  /// Enter goes on whether or not anything is said of how it went.
  @Test(arguments: ["", "it␣helped"]) func aChangeThatWasTriedIsTried(_ words: String) throws {
    let desk = try Desk(sample: false)
    try ended("Before", interview: 20, desk, changed: 15)
    try ended("After", interview: 3, desk)
    try desk.keys("/ After <enter> <enter> 3")
    try jump(desk, "Last time, you wanted")
    try desk.keys("1")
    #expect(desk.screen.contains("What happened?"), "\(desk.screen)")
    try desk.keys("<down> <down> \(words) <enter>")
    let change = try #require(try desk.store.archive().improvement.first)
    #expect(change.state == .done, "\(desk.screen)")
    #expect(change.outcome == (words.isEmpty ? "I did it" : words.replacing("␣", with: " ")))
  }

  /// What was written down after an interview could not be tried in it.
  @Test func aChangeIsAskedAboutOnlyIfItCameFirst() throws {
    for (days, asks) in [(15, true), (2, false)] {
      let desk = try Desk(sample: false)
      try ended("Before", interview: 20, desk, changed: days)
      try ended("After", interview: 3, desk)
      try desk.keys("/ After <enter> <enter> 3")
      let wizard = try #require(desk.app.opened?.wizard)
      #expect(wizard.entries.contains { $0.item.kind == .task(.tried) } == asks, "\(days)")
    }
  }

  @Test func onlyABackspaceDeletesBackward() throws {
    let desk = try begun()
    try jump(desk, "Who was in the room")
    try desk.keys("aaa␣bbb <alt+h>")
    #expect(desk.app.opened?.checklist.field.text == "aaa bbb")
    try desk.keys("<alt+backspace>")
    #expect(desk.app.opened?.checklist.field.text == "aaa ")
  }
}
