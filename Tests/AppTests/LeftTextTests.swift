import DebriefModel
import Glibc
import TUI
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// All that is not saved yet is in one list, and no two lines of it look alike.
@Suite(.timed) struct LeftTextTests {
  private func left(_ text: String, _ name: String, minute: Int = 0, isPrivate: Bool = false)
    throws -> LeftText
  {
    let at = try #require(Moment(iso: "2026-03-20T09:00:00Z")).adding(seconds: 60 * minute)
    var it = LeftText(path: "/state/\(name).txt", name: "text", at: at, isPrivate: isPrivate)
    it.text = text
    return it
  }

  /// The lines of the picker on top.
  private func lines(_ desk: Desk) throws -> [String] {
    guard let it = desk.app.overlays.last as? PickerOverlay else {
      Issue.record("no list: \(desk.screen)")
      return []
    }
    return it.picker.options.map { "\($0.title) \($0.detail)" }
  }

  @Test func draftsAndTextsInFilesAreOneList() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("c a␣thought <esc> a Half␣a␣company <esc>")
    try desk.leave("from the editor", "text", at: try left("", "").at)
    desk.send(.hasLeft)
    try desk.keys("R")
    let shown = try lines(desk)
    #expect(shown.count == 3, "\(shown)")
    for words in ["a thought", "Half a company", "from the editor"] {
      #expect(shown.contains { $0.contains(words) }, "\(shown)")
    }
    #expect(shown.contains { $0.contains("a note") } && shown.contains { $0.contains("09:00") })
    // Each leads to what it says.
    let at = try #require(shown.firstIndex { $0.contains("a thought") })
    try desk.keys(String(repeating: "<down> ", count: at) + "<enter>")
    #expect(desk.app.unsavedTexts.first?.text == "a thought", "\(desk.screen)")
  }

  @Test func theOneThingThereIsOpensAtOnce() throws {
    let desk = try Desk()
    try desk.keys("c a␣thought <esc> R")
    #expect(desk.app.unsavedTexts.first?.text == "a thought", "\(desk.screen)")
  }

  @Test func textsThatBeginAlikeShowWhereTheyPart() throws {
    let same = "They asked how I would plan the move of a large database to another continent "
    let desk = try Desk(Size(120, 40))
    desk.send(.hasLeft)
    desk.send(
      .leftTexts([
        try left(same + "in summer", "one"), try left(same + "in winter", "two"),
        try left(same, "three"), try left(same, "four"), try left("", "five"),
        try left("between us", "six", isPrivate: true),
        try left("between the two of us", "seven", isPrivate: true),
      ]))
    let shown = try lines(desk)
    #expect(Set(shown).count == shown.count, "\(shown)")
    #expect(shown[0].contains("summer") && shown[1].contains("winter"), "\(shown)")
    #expect(!shown.contains { $0.contains("between") }, "a private note shows no words: \(shown)")
  }

  @Test(arguments: [(30, 8), (40, 12), (80, 24)])
  func everyAnswerOfTheQuestionIsInSight(_ width: Int, _ height: Int) throws {
    let desk = try Desk(Size(width, height))
    try desk.keys("c a␣thought␣of␣mine")
    desk.refusesAll = true
    try desk.keys("<esc>")
    for words in ["Try again", "Save it as a file", "Throw away"] {
      #expect(desk.screen.contains(words), "\(words): \(desk.screen)")
    }
  }

  @Test(arguments: [(30, 8), (24, 10), (40, 12)])
  func theQuestionBeforeADeletionIsWhole(_ width: Int, _ height: Int) throws {
    let desk = try Desk(Size(width, height))
    try desk.keys("d")
    let said = desk.screen.split(whereSeparator: { $0 == "\n" || $0 == " " || $0 == "│" })
      .joined(separator: " ")
    #expect(said.contains("private note (B) will be gone for good."), "\(desk.screen)")
    #expect(said.contains("Delete"))
    #expect(desk.screen.contains("yes") && desk.screen.contains("no"))
  }

  @Test func whatIsNotSavedIsMarkedUntilItIs() throws {
    let desk = try Desk()
    try desk.keys("c a␣thought")
    desk.send(.unkept(true))
    desk.send(.failed("There is no room."))
    try desk.keys("x")
    #expect(!desk.screen.contains("There is no room."))
    #expect(desk.screen.contains("not saved"), "\(desk.screen)")
    desk.send(.unkept(false))
    #expect(!desk.screen.contains("not saved"))
  }

  @Test func aWaitForTheFileTakesBackWhatWasSaidTooSoon() throws {
    let desk = try Desk()
    desk.send(.told("Kept as a draft."))
    desk.send(.holdsUp())
    #expect(desk.screen.contains("Waiting a few seconds") && !desk.screen.contains("Kept"))
    desk.send(.busy(false))
    #expect(desk.screen.contains("Kept as a draft."))
  }

  @Test func ofTwoTextsThatArentSavedBothAreTold() throws {
    let (one, two) = (try Desk(), try Desk())
    try one.keys("c a␣thought")
    try two.keys("c another␣thought")
    var app = one.app
    #expect(app.unsavedTexts.map(\.text) == ["a thought"])
    app.overlays.append(try #require(two.app.overlays.last))
    #expect(app.unsavedTexts.map(\.text) == ["another thought", "a thought"])
  }
}

extension Desk {
  /// A text that an editor left behind at a time, in the file where the runner looks for such.
  fileprivate func leave(_ text: String, _ name: String, at moment: Moment) throws {
    let path = try runner.editor.files.create(text, name: name).path
    let time = timeval(tv_sec: moment.seconds, tv_usec: 0)
    utimes(path, [time, time])
  }
}
