import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The help's own text, as it's wrapped.
@Suite(.timed) struct HelpTextTests {
  private let text = """
    # Title

    One line
    and more.

    ## How

    1. First step
       goes on.
    2. Second.

    End.
    """

  @Test func eachStepIsAParagraphOfItsOwn() {
    let all = HelpText.paragraphs(text)
    #expect(all.map(\.number) == ["", "1.", "2.", ""])
    #expect(all.map(\.text) == ["One line and more.", "First step goes on.", "Second.", "End."])
  }

  @Test func aStepGoesOnBelowItsFirstWord() {
    let step = HelpText.Paragraph(number: "1.", text: "First step goes on.")
    #expect(step.rows(14) == ["1. First step", "   goes on."])
    #expect(HelpText.paragraphs("In 2024. it was\n3.5 hours").map(\.number) == [""])
  }

  @Test func noRowOfTheHelpHasAHole() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("?")
    let help = try #require(desk.app.top(HelpOverlay.self))
    let rows = help.lines.map { $0.spans.map(\.text).joined() }
    #expect(rows.contains { $0.hasPrefix("1. What they told you") }, "\(rows)")
    #expect(!rows.contains { $0.contains(". You    ") })
  }
}
