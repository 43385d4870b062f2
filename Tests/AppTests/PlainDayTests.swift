import DebriefModel
import TUI
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// In plain mode, a day that can't be read is refused where it was typed.
@Suite(.timed) struct PlainDayTests {
  /// A form that was opened by a line, at one of its fields.
  private func at(_ field: String) throws -> Desk {
    let desk = try Desk(Size(80, 60), sample: false)
    desk.runner.speaks(withEditor: false)
    _ = desk.runner.saysNow()
    say("1", to: desk)
    say("Zeta", to: desk)
    for _ in 0..<12 where focused(desk) != field { say("", to: desk) }
    try #require(focused(desk) == field, "\(desk.app.spokenText)")
    return desk
  }

  private func focused(_ desk: Desk) -> String? {
    desk.app.top(FormOverlay.self)?.form.focused?.id
  }

  @Test(arguments: ["y", "31 feb", "someday"]) func itIsRefusedAtOnce(_ typed: String) throws {
    let desk = try at("on")
    let said = say(typed, to: desk).joined(separator: "\n")
    #expect(said.contains(typed) || said.contains("date") || said.contains("day"), "\(said)")
    #expect(focused(desk) == "on", "\(said)")
    #expect(desk.app.top(FormOverlay.self)?.form.values["on"] == "", "the word doesn't stay")
    say("", to: desk)
    #expect(focused(desk) != "on", "Enter goes on")
  }

  @Test func aDayToComeIsRefusedWhereItHappened() throws {
    let desk = try at("on")
    let said = say("2099-01-01", to: desk).joined(separator: "\n")
    #expect(said.contains("hasn't happened yet"), "\(said)")
    #expect(focused(desk) == "on")
    say("yesterday", to: desk)
    #expect(focused(desk) != "on")
  }

  @Test func halfOfAnEntryIsCalledADraft() throws {
    let desk = try at("on")
    #expect(desk.app.farewell.contains("draft"), "\(desk.app.farewell)")
    say(":leave", to: desk)
    #expect(desk.app.farewell == "Everything is saved.")
  }
}
