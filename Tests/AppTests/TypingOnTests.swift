import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// Whoever goes on typing after an answer runs no command by it.
@Suite(.timed) struct TypingOnTests {
  /// A debrief that was begun, at a question by its words.
  private func at(_ words: String, _ size: Size = Size(80, 24), time: String = "3") throws -> Desk {
    let desk = try Desk(size, sample: false)
    try desk.keys("1 Testwerk <tab> <tab> 1 <ctrl+s> \(time)")
    try desk.command("g \(words.replacing(" ", with: "␣")) <enter>")
    return desk
  }

  /// At the two lists, which came after an answer.
  private func beforeTheLists() throws -> Desk {
    let desk = try at("Imagine it was a friend's", time: "2")
    type("Ask first", desk)
    try desk.keys("<enter>")
    for _ in 0..<20 where !desk.screen.contains("Read both lists") {
      if desk.app.opened?.checklist.stage == .offering {
        try desk.keys("n")
      } else {
        let open = try #require(desk.app.opened)
        let kind = try #require(open.checklist.entry(open.wizard)).item.kind
        try desk.keys(kind == .ticks ? "<enter>" : "s")
      }
    }
    return desk
  }

  private func item(_ desk: Desk) throws -> String {
    let open = try #require(desk.app.opened)
    return try #require(open.checklist.entry(open.wizard)).item.id
  }

  private func type(_ text: String, _ desk: Desk) {
    for c in text { desk.send(.input(.key(.char(c)))) }
  }

  @Test(arguments: ["Good", "over it", "unfortunately", "p 3 times"])
  func itGoesOnWithTheAnswer(_ more: String) throws {
    let desk = try at("What went well")
    let asked = try item(desk)
    let depth = desk.app.opened?.wizard?.depth.time
    type("Gave a good demo", desk)
    try desk.keys("<enter>")
    #expect(desk.app.opened?.checklist.stage == .offering, "\(desk.screen)")
    type(more, desk)
    #expect(desk.app.overlays.isEmpty && desk.app.screen == .review, "\(desk.screen)")
    #expect(try item(desk) == asked, "\(desk.screen)")
    #expect(desk.app.opened?.wizard?.depth.time == depth)
    #expect(desk.app.opened?.checklist.field.text == "Gave a good demo\n\(more)", "\(desk.screen)")
    // It is offered again once it is whole.
    try desk.keys("<enter>")
    #expect(desk.app.opened?.checklist.stage == .offering, "\(desk.screen)")
    let value = desk.app.opened?.dossier.responses.first { $0.item == asked }?.value
    #expect(value == "Gave a good demo\n\(more)")
  }

  /// What is pasted at an offer is more of the answer, and no note of its own.
  @Test func whatIsPastedGoesOnWithTheAnswer() throws {
    let desk = try at("What went well")
    let asked = try item(desk)
    type("Gave a good demo", desk)
    try desk.keys("<enter>")
    #expect(desk.app.opened?.checklist.stage == .offering, "\(desk.screen)")
    desk.send(.input(.paste("Dear José,\nthey wrote: q ? 1")))
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(try item(desk) == asked)
    #expect(
      desk.app.opened?.checklist.field.text == "Gave a good demo\nDear José,\nthey wrote: q ? 1")
    try desk.keys("<enter>")
    let value = desk.app.opened?.dossier.responses.first { $0.item == asked }?.value
    #expect(value == "Gave a good demo\nDear José,\nthey wrote: q ? 1")
    // Where no text is asked for, it is a note as ever.
    try desk.command("g how␣often␣did␣you␣interrupt <enter> 3")
    desk.send(.input(.paste("a thought")))
    #expect(!desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  /// A digit that may still be one of a text opens no form: it points at what Enter opens.
  @Test func aDigitOpensNothingUnasked() throws {
    for (key, title) in [
      ("1", "Add something that went well"), ("2", "Add something that didn't go well"),
      ("3", "Change or drop something"),
    ] {
      let desk = try beforeTheLists()
      let asked = try item(desk)
      #expect(desk.screen.contains("Read both lists"), "\(desk.screen)")
      try desk.keys(key)
      #expect(desk.app.overlays.isEmpty && desk.app.opened?.focus == .checklist, "\(desk.screen)")
      #expect(try item(desk) == asked)
      #expect(desk.screen.contains("Enter opens this: \(title)."), "\(desk.screen)")
      try desk.keys("<enter>")
      #expect(
        !desk.app.overlays.isEmpty || desk.app.opened?.focus != .checklist, "\(key)\n\(desk.screen)"
      )
    }
    // What is an answer is one at its key, and where a key led, its keys open at once.
    let desk = try at("Read both lists", time: "2")
    try desk.keys("1")
    #expect(!desk.app.overlays.isEmpty, "\(desk.screen)")
    try desk.keys("<esc> 4")
    let given = desk.app.opened?.dossier.responses
    #expect(given?.contains { $0.value == "done" } == true, "\(desk.screen)")
  }

  /// "Many applicants" isn't about a man: what is typed is one's own words.
  @Test func aWordThatOnlyBeginsLikeAGroundIsNone() {
    for text in ["many", "manager", "agency", "transport", "racing", "childish", "my", "mental"] {
      #expect(!ChecklistPane.isUnsaid(text), "\(text)")
    }
    for text in [
      "man", "men", "age", "my age", "too old", "pregnancy", "accent", "religion", "foreigner",
      "women",
      "discriminated", "disabled", "gay", "out loud", "nationality", "family", "orient",
    ] {
      #expect(ChecklistPane.isUnsaid(text) == (text != "my age"), "\(text)")
    }
  }

  @Test func whatIsOfferedAfterAKeySaysItsKeys() throws {
    let desk = try at("how often did you interrupt")
    let asked = try item(desk)
    try desk.keys("3")
    #expect(desk.app.opened?.checklist.stage == .offering, "\(desk.screen)")
    for key in ["G", "o", "p", "u", "t", "r", "f"] {
      try desk.keys(key)
      #expect(try item(desk) == asked, "\(desk.screen)")
      #expect(desk.app.overlays.isEmpty && desk.app.screen == .review, "\(key)\n\(desk.screen)")
      #expect(desk.screen.contains("\(key) does nothing here"), "\(desk.screen)")
    }
  }

  /// What is asked with yes or no takes both by their letter.
  @Test func aQuestionTakesYesAndNo() throws {
    for (key, rests) in [("y", true), ("n", false), ("<enter>", true)] {
      let desk = try at("how are you feeling right now")
      try desk.keys("1")
      #expect(desk.screen.contains("Enter yes (or y)  n no"), "\(desk.screen)")
      try desk.keys(key)
      #expect((desk.app.opened?.wizard?.depth.time == .short) == rests, "\(key)\n\(desk.screen)")
    }
  }

  @Test func aRatingTakesNoWords() throws {
    let desk = try at("Write down what you remember")
    type("Why us?", desk)
    try desk.keys("<enter>")
    type("I like it", desk)
    try desk.keys("<enter> <enter>")
    #expect(desk.app.opened?.checklist.stage == .rating, "\(desk.screen)")
    type("pretty solid, I guess", desk)
    #expect(desk.app.opened?.checklist.stage == .rating, "\(desk.screen)")
    #expect(desk.app.overlays.isEmpty && desk.app.screen == .review, "\(desk.screen)")
    #expect(desk.screen.contains("1–5: rate it"), "\(desk.screen)")
    try desk.keys("4")
    #expect(desk.app.opened?.dossier.turns.first?.rating == 4)
  }

  @Test func aQuestionThatAnAnswerLedToRunsNoHiddenCommand() throws {
    let desk = try at("how often did you interrupt")
    try desk.keys("0")
    let next = try item(desk)
    if desk.app.opened?.checklist.isTyping == false {
      for key in ["o", "G", "T", "B"] {
        try desk.keys(key)
        #expect(try item(desk) == next && desk.app.overlays.isEmpty, "\(key)\n\(desk.screen)")
      }
    }
    // Esc makes keys commands where a text is asked for, also after an answer.
    try desk.command("g What␣went␣well <enter>")
    try desk.keys("<enter>")
    if desk.app.opened?.checklist.isTyping == true {
      try desk.keys("<esc> o")
      #expect(!desk.app.overlays.isEmpty, "\(desk.screen)")
      try desk.keys("<esc>")
    }
    // Where a key led, keys are commands.
    try desk.command("g how␣often␣did␣you␣interrupt <enter> o")
    #expect(!desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  @Test func escLeavesOnlyWhatLiesAboveTheQuestion() throws {
    let desk = try at("how often did you interrupt")
    let asked = try item(desk)
    try desk.keys("?")
    #expect(desk.app.opened?.checklist.showsWhy == true, "\(desk.screen)")
    try desk.keys("<esc>")
    #expect(desk.app.opened?.checklist.showsWhy == false && desk.app.screen == .review)
    try desk.keys("<tab> <tab> <esc>")
    #expect(desk.app.opened?.focus == .checklist, "\(desk.screen)")
    #expect(try item(desk) == asked)
    try desk.keys("<esc>")
    #expect(desk.app.screen == .home, "\(desk.screen)")
    // The key for back goes home at once.
    try desk.keys("<enter> <alt+1> q")
    #expect(desk.app.screen == .home, "\(desk.screen)")
  }

  @Test func whoAsksForMoreAtTheEndGoesToTheNextOpenQuestion() throws {
    let desk = try at("how often did you interrupt")
    try desk.keys("f g 5␣minutes <enter> f")
    #expect(desk.app.opened?.wizard?.depth.time == .short, "\(desk.screen)")
    #expect(desk.screen.contains("enough for today"), "\(desk.screen)")
    try desk.keys("g 15␣minutes <enter>")
    let open = try #require(desk.app.opened)
    let entry = try #require(open.checklist.entry(open.wizard))
    #expect(entry.item.kind != .task(.close) && !entry.isDone, "\(desk.screen)")
  }

  /// A slip is taken back at once; the letters of a word take nothing back.
  @Test func uTakesBackTheAnswerBeforeIt() throws {
    let desk = try Desk(sample: false)
    try desk.keys("1 Testwerk <tab> <tab> 1 <ctrl+s> 3")
    try desk.command("g how␣often␣did␣you␣interrupt <enter> 2 <enter>")
    func given() throws -> Int { try desk.store.archive().response.count }
    let count = try given()
    try desk.keys("B u t")
    #expect(try given() == count, "\(desk.screen)")
    try desk.command("g how␣often␣did␣you␣interrupt <enter> 0")
    #expect(try given() == count)
    try desk.keys("u")
    #expect(desk.screen.contains("Brought back: “interrupted 2 times”"), "\(desk.screen)")
  }
}

/// Undo says which of several answers it took back.
@Suite(.timed) struct TookBackTests {
}
