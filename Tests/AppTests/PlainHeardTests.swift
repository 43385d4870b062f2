import DebriefModel
import TUI
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// Plain mode by ear: nobody can look back at a line, so each is said in the order in which it makes sense.
@Suite(.timed) struct PlainHeardTests {
  /// A debrief that was just begun, in plain mode, at the question that holds some words.
  private func debrief(at words: String = "") throws -> Desk {
    let desk = try Desk(Size(80, 60), sample: false)
    try desk.keys(
      "a Testwerk <tab> Test␣engineer <tab> 20␣feb <tab> 9␣mar␣10:00 <ctrl+s> "
        + "o 1 <tab> 17␣mar <ctrl+s> <enter> <enter>")
    if !words.isEmpty { try desk.keys("<alt+g> \(words) <enter>") }
    desk.runner.speaks(withEditor: false)
    _ = desk.runner.saysNow()
    return desk
  }

  /// What is there already is said after the question it answers.
  @Test func theQuestionComesBeforeWhatIsThere() {
    func body(_ now: String) -> [String] {
      var it = Spoken("A form", ["A line."], asks: "Role.")
      it.text = Spoken.Text(now: now, write: { _, _ in }, done: { _ in [] })
      return it.body()
    }
    #expect(body("Cook") == ["A line.", "Role.", "Now: Cook"])
    #expect(body("Cook\nBaker") == ["A line.", "Role.", "Now: ", "Cook", "Baker"])
    #expect(body("") == ["A line.", "Role."])
  }

  /// The name of what is typed stands at the end, and what is typed goes on from there.
  @Test func theLabelComesLast() throws {
    let turns = try debrief(at: "write␣down␣what␣you␣remember")
    let asked = turns.app.spoken.asks
    #expect(asked.hasPrefix("Write down what you remember"), "\(asked)")
    #expect(asked.hasSuffix(" They asked:"), "\(asked)")
    let change = try debrief(at: "what␣will␣you␣try")
    #expect(change.app.spoken.asks.hasSuffix(" I'll:"), "\(change.app.spoken.asks)")
    say("draw the queue first", to: change)
    #expect(change.app.spoken.asks.hasSuffix("When:"), "\(change.app.spoken.asks)")
  }

  /// What could be added, and then the one question whether to.
  @Test func whatIsAddedIsSaidOnce() throws {
    let desk = try debrief(at: "what␣went␣well")
    say("the outage with the certificate", to: desk)
    let it = desk.app.spoken
    #expect(it.asks == "The outage with the certificate. Add to what went well?")
    #expect(it.lines.isEmpty, "\(it.lines)")
  }

  /// After a form was saved, nobody is told what to type in it.
  @Test func whatIsSavedAsksForNothing() throws {
    let desk = try Desk(Size(80, 60), sample: false)
    desk.runner.speaks(withEditor: false)
    _ = desk.runner.saysNow()
    var said: [String] = []
    // The ninth is eleven days back, and may be meant a year later.
    for line in ["a", "Zeta", "", "", "9 jan 10:00"] { said = say(line, to: desk) }
    #expect(said.contains { $0.hasPrefix("That's Fri 9 January") && $0.contains("(") }, "\(said)")
    said = say(".", to: desk)
    let saved = try #require(said.first { $0.hasPrefix("Saved: ") }, "\(said)")
    #expect(saved.contains("interview Fri 9 January 2026, 10:00"), "\(saved)")
    #expect(!saved.contains("("), "\(saved)")
  }

  @Test func aRowIsSaidInWholeWords() throws {
    let desk = try Desk(Size(80, 60))
    desk.runner.speaks(withEditor: false)
    let said = (desk.runner.saysNow() + say("m", to: desk)).joined(separator: "\n")
    #expect(said.contains("Debrief: 11 of 15, 2 minutes left."), "\(said)")
    var facts = Facts(Application(id: ID("a"), created: desk.now) { $0.company = "Acme" })
    let interview = Interview(id: ID("i"), application: ID("a"), recorded: desk.now) {
      $0.start = desk.now
    }
    facts.readiness = Readiness(done: 6, of: 9)
    let told = ComingUp(facts: facts, interview: interview).told(today: desk.now.day)
    #expect(told == "Acme. When: Today 10:00. 6 of 9 ready.")
  }

  /// A heading with nothing to be said of it ends with its name.
  @Test func aHeadingSaysNoMoreThanItHas() throws {
    let desk = try Desk(Size(80, 60), sample: false)
    desk.runner.speaks(withEditor: false)
    _ = desk.runner.saysNow()
    for line in ["2", "Zeta", "", "fri 14:30", ".", "b", "b"] { say(line, to: desk) }
    let all = desk.app.spokenText
    #expect(all.first == "Home" && all.contains("Coming up:"), "\(all)")
  }
}
