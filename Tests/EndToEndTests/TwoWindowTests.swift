import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

@testable import DebriefRunner
@testable import debrief

/// Two windows on one store: nothing that was typed in either is gone, and it is said where it is.
@Suite(.timed) struct TwoWindowTests {
  let home: PrivateHome
  let owner: ID

  init() throws {
    home = try PrivateHome()
    let store = try Store(path: home.database)
    var ids = IDSource(seed: 5)
    let now = TestClock.morning
    let add = Recipe.add(
      company: "Nordlicht", role: "Engineer", applied: nil, interview: nil, ids: &ids, now: now)
    owner = add.id
    try store.apply(add.change, at: now)
    var findings: [Change.Operation] = []
    for n in 1...3 {
      let it = Finding(
        id: ids.draw(), application: owner, kind: .strength, recorded: now.adding(seconds: n)
      ) {
        $0.statement = "strength \(n)"
        $0.weight = 5 - n
      }
      findings.append(.insert(.finding(it)))
    }
    try store.apply(Change("add strengths", findings), at: now)
    try store.close()
  }

  private func two() throws -> (Window, Window) {
    (try Window(home.database), try Window(home.database))
  }

  private func archive() throws -> Archive { try home.archive() }

  /// The review of the one application, at its strengths.
  private let toStrengths = "<enter> <alt+1> h"
  /// The form of the strength under the bar, at the end of its sentence.
  private let edit = "e <end>"

  // MARK: Forms

  @Test func bothTextsOfAFieldAreKept() throws {
    let (left, right) = try two()
    try left.keys(toStrengths + " " + edit)
    try right.keys(toStrengths + " " + edit)
    try left.keys(":type  left\n<ctrl+s>")
    try right.keys(":type  right\n<ctrl+s>")
    #expect(
      try archive().finding.map(\.statement).sorted()[0]
        == "strength 1 left — also: strength 1 right")
    #expect(right.said.contains("Another window changed what happened too."), "\(right.said)")
    #expect(right.said.contains("Both versions are kept, the other window's first."))
    // And taken back it is what the other window wrote.
    try right.keys("u")
    #expect(try archive().finding.map(\.statement).sorted()[0] == "strength 1 left")
  }

  @Test func editsOfDifferentFieldsAreBothThereAndNothingIsSaid() throws {
    let (left, right) = try two()
    try left.keys(toStrengths + " " + edit)
    try right.keys(toStrengths + " " + edit)
    try left.keys(":type  left\n<ctrl+s>")
    try right.keys("<tab> <right> <ctrl+s>")
    let kept = try #require(try archive().finding.first { $0.statement.contains("1") })
    #expect(kept.statement == "strength 1 left")
    #expect(kept.weight == 5)
    #expect(!right.said.contains("Another window"))
  }

  @Test func ofTwoChoicesItIsSaidWhichStands() throws {
    let (left, right) = try two()
    try left.keys(toStrengths + " e <tab> <left>")
    try right.keys(toStrengths + " e <tab> <right>")
    try left.keys("<ctrl+s>")
    try right.keys("<ctrl+s>")
    #expect(try archive().finding.first { $0.statement == "strength 1" }?.weight == 5)
    #expect(right.said.contains("Another window set the importance to something else."))
    #expect(right.said.contains("Yours is kept; u goes back to the other one."), "\(right.said)")
    try right.keys("u")
    #expect(try archive().finding.first { $0.statement == "strength 1" }?.weight == 3)
  }

  @Test func whatTheOtherWindowDeletedComesBackWhenItIsSaved() throws {
    let (left, right) = try two()
    try left.keys(toStrengths)
    try right.keys(toStrengths + " " + edit)
    try left.keys("d")
    try right.keys(":type  right\n<ctrl+s>")
    #expect(try archive().finding.map(\.statement).sorted()[0] == "strength 1 right")
    #expect(right.said.contains("Another window deleted this. Saving it here brought it back."))
  }

  @Test func whatWasUndoneElsewhereComesBackWhenItIsSaved() throws {
    let (left, right) = try two()
    try left.keys(toStrengths + " a\n:type new one\n")
    try left.keys("<ctrl+s>")
    try right.keys(toStrengths + " G e <end>")
    try left.keys("u")
    try right.keys(":type  and more\n<ctrl+s>")
    #expect(try archive().finding.contains { $0.statement.hasSuffix("and more") })
  }

  @Test func anApplicationThatIsGoneComesBackWithAllOfItWhenOneSaves() throws {
    let (left, right) = try two()
    let before = try archive()
    try right.keys(toStrengths + " a\n:type never lost\n")
    try left.keys("d y")
    #expect(try archive().application.isEmpty)
    try right.keys("<ctrl+s>")
    var after = try archive()
    #expect(after.finding.contains { $0.statement == "never lost" }, "\(right.screen)")
    after.finding.removeAll { $0.statement == "never lost" }
    #expect(after == before)
    #expect(right.said.contains("Saving brought it back, but without the private note."))
    // Taken back, it is gone again as the other window left it; once more, and the deletion is, too.
    try right.keys("u")
    #expect(try archive().application.isEmpty)
    try right.keys("u y")
    #expect(try archive() == before)
  }

  @Test func theFormOfAnApplicationThatIsGoneBringsAllOfItBack() throws {
    let (left, right) = try two()
    let before = try archive()
    try right.keys("e <end>")
    try left.keys("d y")
    try right.keys(":type  & Sons\n<ctrl+s>")
    let after = try archive()
    #expect(after.application.map(\.company) == ["Nordlicht & Sons"])
    #expect(after.finding == before.finding && after.event == before.event)
    #expect(right.said.contains("Saving brought it back, but"), "\(right.said)")
  }

  @Test func anAddingThatWasUndoneComesBackWithAllThatFollowed() throws {
    let left = try Window(home.database)
    try left.keys("a\n:type Sable\n")
    try left.keys("<tab>\n:type Engineer\n")
    try left.keys("<ctrl+s> <esc>")
    let before = try archive()
    let right = try Window(home.database)
    #expect(before.application.count == 2)
    try right.keys("g e <end>")
    try left.keys("u")
    #expect(try archive().application.count == 1)
    try right.keys(":type  & Sons\n<ctrl+s>")
    let after = try archive()
    #expect(after.application.map(\.company).sorted() == ["Nordlicht", "Sable & Sons"])
    #expect(after.event == before.event)
    #expect(right.said.contains("with everything in it"), "\(right.said)")
  }

  @Test func aCommandWritesWhileAFormIsOpen() throws {
    let right = try Window(home.database)
    try right.keys("e <end>")
    #expect(try home.run(["quick", "from a command"]).status == 0)
    #expect(try home.run(["outcome", "Nordlicht", "rejected", "--on", "15 mar"]).status == 0)
    try right.keys(":type  & Sons\n<ctrl+s>")
    let all = try archive()
    #expect(all.application.map(\.company) == ["Nordlicht & Sons"])
    #expect(all.note.map(\.text) == ["from a command"])
    #expect(all.event.contains { $0.kind == .refused })
  }

  @Test func theProfileThatBothBeginIsOne() throws {
    let (left, right) = try two()
    try left.keys("M\n:type Robin\n")
    try right.keys("M\n:type Muster\n")
    try left.keys("<ctrl+s>")
    try right.keys("<ctrl+s>")
    #expect(try archive().profile.map(\.name) == ["Robin — also: Muster"])
    #expect(right.said.contains("the name"), "\(right.said)")
  }

  @Test func oneSavedWithoutATouchChangesNothing() throws {
    let (left, right) = try two()
    try left.keys(toStrengths + " " + edit)
    try right.keys(toStrengths + " e")
    try left.keys(":type  left\n<ctrl+s>")
    try right.keys("<ctrl+s>")
    #expect(try archive().finding.map(\.statement).sorted()[0] == "strength 1 left")
    #expect(!right.said.contains("Another window"))
  }

  // MARK: Letters and answers

  @Test func bothTextsOfALetterAreKept() throws {
    let store = try Store(path: home.database)
    var letter = Letter(
      id: ID("letter00letter00"), application: owner, kind: "L9",
      recorded: TestClock.morning)
    letter.text = "Dear all"
    try store.apply(Change("add", [.insert(.letter(letter))]), at: letter.recorded)
    try store.close()
    let (left, right) = try two()
    for window in [left, right] { try window.keys("<enter> <alt+6> <enter>") }
    left.type("LEFT ")
    right.type("RIGHT ")
    try left.keys("<ctrl+s>")
    try right.keys("<ctrl+s>")
    let text = try archive().letter.map(\.text)[0]
    #expect(text == "LEFT Dear all\n— also: RIGHT Dear all")
    #expect(right.said.contains("Another window changed the letter too."), "\(right.said)")
  }

  @Test func whatWentOutStaysAsItWentAndTheTypingIsALetterOfItsOwn() throws {
    let store = try Store(path: home.database)
    var letter = Letter(
      id: ID("letter00letter00"), application: owner, kind: "L9",
      recorded: TestClock.morning)
    letter.text = "Dear all"
    try store.apply(Change("add", [.insert(.letter(letter))]), at: letter.recorded)
    let right = try Window(home.database)
    try right.keys("<enter> <alt+6> <enter>")
    right.type("RIGHT ")
    var sent = letter
    (sent.state, sent.sent) = (.sent, letter.recorded.day)
    try store.apply(
      Change("sent", [.update(from: .letter(letter), to: .letter(sent))]), at: letter.recorded)
    try right.keys("<ctrl+s>")
    #expect(right.said.contains("What you typed is a new letter now."), "\(right.said)")
    #expect(try archive().letter.map(\.text).sorted() == ["Dear all", "RIGHT Dear all"])
    try store.close()
  }

  // MARK: Keys that work on what was shown

  @Test func aKeyNeverDeletesWhatItWasNotPressedOn() throws {
    let (left, right) = try two()
    try left.keys(toStrengths)
    try right.keys(toStrengths)
    try left.keys("d")
    try right.keys("d")
    #expect(try archive().finding.count == 2)
    #expect(right.said.contains("so your key did nothing. Take another look."), "\(right.said)")
    try right.keys("d")
    #expect(try archive().finding.count == 1)
  }

  @Test func aKeyNeverChangesWhatWasNotSeen() throws {
    let (left, right) = try two()
    try left.keys(toStrengths)
    try right.keys(toStrengths)
    try left.keys("-")
    try right.keys("+")
    #expect(try archive().finding.first { $0.statement == "strength 1" }?.weight == 3)
    try right.keys("+")
    #expect(try archive().finding.first { $0.statement == "strength 1" }?.weight == 4)
  }

  @Test func whatStandsUnderTheBarStaysThere() throws {
    let (left, right) = try two()
    try right.keys("<enter> <alt+1> h j")
    try left.keys(toStrengths + " G + + + +")
    try right.keys("d")
    #expect(try archive().finding.map(\.statement).sorted() == ["strength 1", "strength 3"])
  }

  @Test func undoAsksBeforeItTakesBackWhatTheOtherWindowDid() throws {
    let (left, right) = try two()
    try right.keys(toStrengths + " +")
    try left.keys("c\n:type theirs\n")
    try left.keys("<ctrl+s>")
    try right.keys("u")
    #expect(try archive().note.count == 1)
    #expect(right.said.contains("Undo what another window did last"), "\(right.said)")
    try right.keys("n")
    #expect(try archive().note.count == 1)
    try right.keys("u y")
    #expect(try archive().note.isEmpty)
    // What one did oneself is taken back at once, as ever.
    try right.keys("u")
    #expect(try archive().finding.first { $0.statement == "strength 1" }?.weight == 4)
  }
}
