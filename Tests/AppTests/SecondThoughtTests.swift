import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// What happens to what was decided, answered or written before.
@Suite(.timed) struct SecondThoughtTests {
  private let kestrel = "/ kestrel <enter> <enter> <enter> <alt+3> "
  private let nord = "/ nord <enter> <enter> <alt+3> "

  @Test func aClosedDebriefAsksBeforeItIsChanged() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    #expect(before.debrief.contains { $0.closed != nil })
    try desk.keys(kestrel + "g interrupt <enter> 4")
    #expect(desk.screen.contains("Open this debrief again?"))
    #expect(try desk.store.archive() == before)
    try desk.keys("n s")
    #expect(desk.screen.contains("Open this debrief again?"))
    try desk.keys("n")
    #expect(try desk.store.archive() == before)
    let closed = try #require(desk.app.opened?.dossier.debrief)
    try desk.keys("s y")
    let opened = try #require(try desk.store.archive().debrief.first { $0.id == closed.id })
    #expect(closed.closed != nil && opened.closed == nil)
    try desk.keys("g interrupt <enter> 0 <enter>")
    #expect(try desk.store.archive() != before)
    #expect(!desk.screen.contains("Open this debrief again?"))
  }

  @Test func aCorrectedAnswerTakesItsFindingBack() throws {
    let desk = try Desk()
    func interrupted() throws -> [Finding] {
      try desk.store.archive().finding.filter { $0.statement == "interrupted 5 times" }
    }
    try desk.keys(nord + "g how␣often␣did␣you␣interrupt <enter> 5 <enter>")
    #expect(try interrupted().count == 1, "\(desk.screen)")
    try desk.command("g how␣often␣did␣you␣interrupt <enter> 0")
    #expect(try interrupted().isEmpty, "\(desk.screen)")
    desk.send(.undone(try desk.store.undo(at: desk.now)))
    #expect(try interrupted().count == 1)
    // In other words it is the user's own, and stays.
    let own = try #require(try interrupted().first)
    var edited = own
    edited.statement = "cut in a few times"
    desk.send(
      .applied(
        try desk.store.apply(
          Change("edit", [.update(from: .finding(own), to: .finding(edited))]), at: desk.now)))
    try desk.keys("g how␣often␣did␣you␣interrupt <enter> 0")
    #expect(try desk.store.archive().finding.contains { $0.statement == "cut in a few times" })
  }

  @Test func theEndLeadsBackToWhatIsStillWanted() throws {
    let desk = try Desk()
    try desk.keys(nord + "g finish␣this <enter> }")
    #expect(desk.screen.contains("Back to the first question that's still open"))
    let review = try #require(desk.app.opened)
    let entry = try #require(review.checklist.entry(review.wizard))
    #expect(entry.item.required && !entry.isDone)
  }

  @Test func whatHasHappenedDoesNotLieInTheFuture() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys("/ acme <enter> o <tab> 2030-01-01 <ctrl+s>")
    #expect(desk.screen.contains("hasn't happened yet"))
    #expect(try desk.store.archive() == before)
  }

  @Test func aRequestForOnesDataAsksForItsDay() throws {
    let desk = try Desk()
    try desk.keys("/ złota <enter> <enter> <alt+6>")
    let dossier = try #require(desk.app.opened?.dossier)
    for letter in dossier.letters where letter.letterKind == .access {
      desk.send(
        .applied(
          try desk.store.apply(Change("away", [.delete(.letter(letter))]), at: desk.now)))
    }
    let kinds = LettersPane.kindPicker(try #require(desk.app.opened?.dossier), now: desk.now)
    let place = try #require(
      kinds.picker.options.firstIndex { $0.title.hasPrefix("request for your data") })
    try desk.keys("a" + String(repeating: " j", count: place) + " <enter>")
    if desk.screen.contains("Who is it for?") { try desk.keys("<end> <enter>") }
    #expect(desk.screen.contains("When do you need an answer?"), "\(desk.screen)")
    try desk.keys("j <enter>")
    let letter = try #require(try desk.store.archive().letter.first { $0.letterKind == .access })
    #expect(letter.due == desk.now.day.adding(days: 30) && letter.text.contains("by April 19"))
  }

  @Test func aNoticeThatIsLongIsShownToItsEnd() throws {
    let desk = try Desk(Size(60, 20))
    let sentence =
      "The letter could not be handed over, for there is nothing here that takes mails: write it to "
      + "a file instead."
    desk.send(.failed(sentence))
    let rows = desk.screen.split(separator: "\n").suffix(3).joined(separator: " ")
    #expect(rows.contains("a file instead."))
  }
}
