import DebriefModel
import TUI
import Testing

/// The facts that letters need can be entered where they belong.
@Suite(.timed) struct LetterFactTests {
  private let review = "/ nord <enter> <enter> <alt+2> "

  private func things(_ desk: Desk) throws -> [Feedback.Thing] {
    try #require(try desk.store.archive().feedback.first { $0.from == "Ines Kahl" }).three
  }

  @Test func anExampleAndWhatShowsItAreEnteredWithTheThing() throws {
    let desk = try Desk(Size(100, 60))
    let before = try things(desk)
    #expect(before.count == 2 && before.allSatisfy { $0.example != nil && $0.proof != nil })
    try desk.keys(review + "e <ctrl+s>")
    #expect(try things(desk) == before)
    try desk.keys("e")
    #expect(desk.screen.contains("your example"))
    #expect(desk.screen.contains("the three cases"))
    // From who said it to the first thing, and on to its example.
    try desk.keys(String(repeating: "<tab> ", count: 7) + "<ctrl+u> new␣words <ctrl+s>")
    let after = try things(desk)
    #expect(after[0].example == "new words", "\(desk.screen)")
    #expect(after[0].proof == before[0].proof && after[1] == before[1])
    try desk.keys("u")
    #expect(try things(desk) == before)
  }

  @Test func aQuestionOfOnesOwnKeepsWhoAnsweredIt() throws {
    let desk = try Desk(Size(100, 60))
    func turn(_ words: String) throws -> Turn {
      try #require(try desk.store.archive().turn.first { $0.question.contains(words) })
    }
    let before = try turn("on-call shared")
    #expect(before.asker == .me && before.person != nil)
    try desk.keys("/ nord <enter> <enter> <alt+4> / on-call␣shared <enter> e <tab> More:␣ <ctrl+s>")
    let after = try turn("on-call shared")
    #expect(after.answer != before.answer && after.person == before.person, "\(desk.screen)")
    try desk.keys("a <shift+tab> <right> <tab> Who␣pays? <tab> The␣ports. <tab> <right> <ctrl+s>")
    let made = try turn("Who pays?")
    #expect(made.asker == .me && made.person != nil, "\(desk.screen)")
    // What they answered is what a letter to them recalls.
    let person = try #require(
      try desk.store.people(company: "Nordlicht").first { $0.id == made.person })
    var it = try #require(try desk.store.dossier(made.application))
    it.turns = [made]
    let facts = LetterFacts(it, to: person, now: desk.now)
    #expect(facts.flags.contains(.mine) && facts.slots[.callback] == "Who pays?")
  }

  @Test func theCallSheetHasRoomForTheExamples() throws {
    let desk = try Desk(Size(100, 90))
    try desk.keys(review + "C")
    // What is seldom needed is a key away, and stands there when it is filled in.
    #expect(desk.screen.contains("more…"), "\(desk.screen)")
  }

  @Test func theLawThatBindsThemIsEnteredWithTheApplication() throws {
    let desk = try Desk(Size(100, 60))
    func region() throws -> Region? {
      try desk.store.archive().application.first { $0.company == "Nordlicht" }?.region
    }
    #expect(try region() == .eu)
    try desk.keys("/ nord <enter> <enter> A <ctrl+s>")
    #expect(try region() == .eu)
    try desk.keys("A <shift+tab> <shift+tab> <shift+tab> <right> <ctrl+s>")
    #expect(try region() == .uk, "\(desk.screen)")
  }
}
