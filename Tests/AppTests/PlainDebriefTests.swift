import DebriefModel
import TUI
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// A debrief in plain mode from an empty store, as somebody goes through it who knows only what it says.
@Suite(.timed) struct PlainDebriefTests {
  /// A desk with nothing on file, and what was just heard asked for.
  private func heard(_ lines: String...) throws -> Desk {
    let desk = try Desk(Size(80, 60), sample: false)
    desk.runner.speaks(withEditor: false)
    _ = desk.runner.saysNow()
    say("1", to: desk)
    for line in lines { say(line, to: desk) }
    return desk
  }

  /// What is asked now, whatever was said of it before.
  private func asked(_ desk: Desk) -> String { desk.app.spoken.asks }

  /// Goes to the question that holds some words.
  private func go(to words: String, _ desk: Desk) throws {
    for _ in 0..<60 where !asked(desk).contains(words) { say("s", to: desk) }
    try #require(asked(desk).contains(words), "\(asked(desk))")
  }

  // MARK: What was heard

  /// Nothing is presupposed: what happened has no answer until somebody gives one.
  @Test func whatHappenedIsOnlyKnownOnceItIsSaid() throws {
    let desk = try heard("Testwerk", "")
    #expect(asked(desk).hasPrefix("3 of 7: What happened (needed)"), "\(asked(desk))")
    #expect(desk.app.spoken.choices.allSatisfy { !$0.text.hasSuffix("(now)") })
    #expect(desk.app.spoken.enter?.word == "later")
    say(".", to: desk)
    #expect(asked(desk).contains("What happened"), "\(asked(desk))")
    #expect(try desk.store.archive().application.isEmpty)
  }

  @Test func withoutAnInterviewNoneIsAskedAbout() throws {
    let desk = try heard("Testwerk", "", "1", "", "2")
    #expect(asked(desk).hasPrefix("6 of 6: Their exact words"), "\(asked(desk))")
    let said = say("", to: desk)
    #expect(said.first == "Saved. Let's go through it together.", "\(said)")
    #expect(try desk.store.archive().debrief.first?.branch == .rejectedWithoutInterview)
  }

  /// With one, its day is asked for; which it was only of whoever wants to say more.
  @Test func withAnInterviewItsDayIsAsked() throws {
    let desk = try heard("Testwerk", "", "1", "", "1")
    #expect(asked(desk).hasPrefix("6 of 7: Interview date"), "\(asked(desk))")
    say("", to: desk)
    say("", to: desk)
    #expect(asked(desk) == "Add one more detail?")
  }

  /// Only an offer has a day to answer by, and it starts no debrief.
  @Test func onlyAnOfferIsAnsweredByADay() throws {
    let desk = try heard("Testwerk", "", "3", "", "2", "")
    #expect(asked(desk).hasPrefix("7 of 7: Answer an offer by"), "\(asked(desk))")
    #expect(desk.app.spoken.enter?.word == "save")
    let said = say("in 1 week", to: desk)
    #expect(said.contains { $0.hasSuffix("Saved. Congratulations!") }, "\(said)")
    #expect(try desk.store.archive().event.contains { $0.kind == .offered && $0.due != nil })
  }

  // MARK: Answers

  /// A number that isn't among the answers leads nowhere else.
  @Test(arguments: ["4", "5", "9", "0"]) func aNumberIsNoCommand(_ number: String) throws {
    let desk = try heard("Testwerk", ".", "1", ".")
    #expect(asked(desk) == "How much time do you have?")
    let said = say(number, to: desk)
    #expect(said.first?.hasPrefix("“\(number)” isn't one of the answers here.") == true, "\(said)")
    #expect(asked(desk) == "How much time do you have?" && desk.app.review.focus == .checklist)
  }

  /// Nothing is offered beside the one question how much time there is.
  @Test func howMuchTimeIsAskedAlone() throws {
    let desk = try heard("Testwerk", ".", "1", ".")
    #expect(desk.app.spoken.words["d"] == nil)
    say("", to: desk)
    #expect(asked(desk).hasPrefix("What did they write or say?"), "\(asked(desk))")
    #expect(desk.app.spoken.words["d"] != nil)
  }

  /// Their words that are there aren't asked for again, and a yes keeps them.
  @Test(arguments: ["", "y", "Yes"]) func theirWordsAreKept(_ answer: String) throws {
    let desk = try heard(
      "Testwerk", "", "1", "", "1", "", "We chose somebody else. Goodbye.", ".", "")
    say("", to: desk)
    #expect(asked(desk) == "Here's what they said. Anything to add?")
    say(answer, to: desk)
    #expect(desk.app.plain.lines == nil)
    let event = try desk.store.archive().event.first { $0.kind == .refused }
    #expect(event?.words == "We chose somebody else. Goodbye.")
    #expect(asked(desk) != "Here's what they said. Anything to add?")
  }

  /// Whoever types in their place is told so, and how the text ends.
  @Test func otherWordsTakeTheirPlace() throws {
    let desk = try heard("Testwerk", "", "1", "", "1", "", "We chose somebody else.", ".", "")
    say("", to: desk)
    let said = say("They chose their intern.", to: desk)
    #expect(
      said == ["This takes the place of what was there. A line with only a dot ends it."],
      "\(said)")
    say(".", to: desk)
    let event = try desk.store.archive().event.first { $0.kind == .refused }
    #expect(event?.words == "They chose their intern.")
    // Where nothing was there, nothing is taken.
    let empty = try heard("Testwerk", ".", "1", ".", "")
    #expect(say("We chose somebody else.", to: empty).isEmpty)
  }

  /// What asks is said last, also again.
  @Test func aLowMoodIsAskedWithAQuestion() throws {
    let desk = try heard("Testwerk", ".", "1", ".", "", "s")
    #expect(asked(desk) == "How are you feeling right now?")
    say("2", to: desk)
    #expect(asked(desk).hasSuffix("Want to keep it short today?"), "\(asked(desk))")
    let again = say("Ines Kahl", to: desk)
    #expect(again.last?.hasSuffix("Want to keep it short today?") == true, "\(again)")
  }

  /// A no is an answer where numbers are asked for.
  @Test(arguments: ["n", "no", "none", "-"]) func noneOfTheseCanBeSaid(_ line: String) throws {
    let desk = try heard("Testwerk", ".", "1", ".", "")
    try go(to: "What did you do before the interview?", desk)
    say(line, to: desk)
    #expect(asked(desk) != "What did you do before the interview?", "\(asked(desk))")
  }

  // MARK: The end

  /// What a choice does at the end is what it says, and Enter finishes throughout.
  @Test func theEndSaysWhatItDoes() throws {
    let desk = try heard("Testwerk", ".", "1", ".", "1")
    try go(to: "How are you feeling now?", desk)
    say("", to: desk)
    #expect(asked(desk) == "That's enough for today. Well done.", "\(asked(desk))")
    let offered = desk.app.spoken.choices
    #expect(
      offered.contains { $0.text == "Nothing to add about before the interview" }, "\(offered)")
    let at = try #require(offered.firstIndex { $0.text.hasPrefix("Nothing to add about before") })
    say("\(at + 1)", to: desk)
    #expect(!desk.app.spoken.choices.contains { $0.text.hasPrefix("Nothing to add about before") })
    #expect(desk.app.spoken.enter?.word == "finish anyway")
    say("", to: desk)
    #expect(desk.app.opened?.wizard?.debrief.closed != nil)
    // After the page comes the list, and not the end once more.
    say("", to: desk)
    #expect(desk.app.screen == .page && desk.app.spoken.enter?.word == "all your applications")
    say("", to: desk)
    #expect(desk.app.screen == .home)
  }
}
