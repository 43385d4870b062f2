import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Practice by keys: the text of a card is never on the screen before its grade.
@Suite(.timed) struct DrillKeyTests {
  private func card(_ desk: Desk) -> DrillCard? {
    DrillScreen.look(desk.app) { $0.card($1) } ?? nil
  }

  @Test func theTextComesAfterTheGradeAndIsStored() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("W")
    #expect(desk.screen.contains("practice cards still fresh"), "\(desk.screen)")
    let before = try desk.store.archive()
    try desk.keys("<enter>")
    var cards = 0
    while let card = card(desk), cards < 40 {
      let flat = desk.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let back = card.back.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
      #expect(card.back.count < 20 || !flat.contains(back), "\(desk.screen)")
      try desk.keys("s f 3")
      let now = desk.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(card.back.isEmpty || now.contains(back.prefix(30)), "\(desk.screen)")
      cards += 1
      let review = try #require(
        try desk.store.archive().review.first { $0.card == card.key.id && $0.part == card.key.part }
      )
      #expect(
        review.grade == .good && review.day == desk.now.day
          && review.ticks == (card.kind.hasParts ? [.situation, .figure] : [])
      )
      try desk.keys("<enter>")
    }
    #expect(cards > 2 && cards <= DrillPlan.most)
    #expect(desk.screen.contains("\(cards) cards done"))
    for _ in 0..<cards { try desk.keys("u") }
    #expect(try desk.store.archive() == before)
  }

  @Test func aTickIsTakenBackByItsKey() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("W <enter>")
    var passed = 0
    while let plain = card(desk), !plain.kind.hasParts, passed < 40 {
      try desk.keys("4 <enter>")
      passed += 1
    }
    let key = try #require(card(desk)).key
    try desk.keys("s f s 3")
    let review = try #require(
      try desk.store.archive().review.first { $0.card == key.id && $0.part == key.part })
    #expect(review.ticks == [.figure])
  }

  @Test func whatDidNotComeIsAskedOnceMore() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("W <enter>")
    let first = try #require(card(desk))
    try desk.keys("1 <enter>")
    var seen: [DrillCard.Key] = []
    while let card = card(desk), seen.count < 40 {
      seen.append(card.key)
      try desk.keys("4 <enter>")
    }
    #expect(seen.last == first.key && seen.filter { $0 == first.key }.count == 1)
  }

  @Test func theClockGoesOnAndCanBeTurnedOff() throws {
    let desk = try Desk(Size(80, 24))
    try desk.keys("W <enter>")
    #expect(desk.screen.contains("0:00") && desk.app.isCounting)
    desk.now = desk.now.adding(seconds: 75)
    desk.send(.tick)
    #expect(desk.screen.contains("1:15"))
    try desk.keys("t")
    #expect(!desk.screen.contains("1:15") && !desk.app.isCounting)
    try desk.keys("t 3")
    #expect(!desk.app.isCounting)
    try desk.keys("q")
    #expect(!desk.app.isCounting && desk.app.overlays.isEmpty)
  }

  @Test func homeSaysHowManyAreReady() throws {
    let desk = try Desk(Size(120, 40))
    #expect(!desk.screen.contains("answers"))
    let acme = try #require(try desk.store.archive().application.first { $0.company == "Acme" })
    let round = Interview(id: ID("ahead"), application: acme.id, recorded: desk.now) {
      $0.round = 9
      $0.start = desk.now.adding(seconds: 5 * 86_400)
    }
    try desk.store.apply(Change("add", [.insert(.interview(round))]), at: desk.now)
    desk.send(.changedOutside)
    let before = desk.screen
    #expect(before.contains("practice cards ready for"), "\(before)")
    try desk.keys("W <enter> 4 <esc>")
    #expect(
      desk.screen.contains("1 of ") && desk.screen.contains("practice cards ready for Wed"),
      "\(desk.screen)")
  }

  @Test func withoutACardItSaysWhatBecomesOne() throws {
    let desk = try Desk(sample: false)
    try desk.keys("W")
    #expect(desk.screen.contains("Nothing to practice yet"))
    try desk.keys("<enter> 3 s p")
    #expect(brokenInvariant(desk.app) == nil && desk.app.overlays.count == 1)
  }
}
