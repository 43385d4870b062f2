import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The list to tick on the morning of an interview.
@Suite(.timed) struct MorningTests {
  /// An application with an interview at an hour of today, and something of each kind to take along.
  private func desk(_ hour: String, _ size: Size = Size(80, 24)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    try desk.keys("a Morgen <tab> Tester <tab> <tab> \(hour) <ctrl+s>")
    try desk.keys("<enter> <esc> <alt+5>")
    return desk
  }

  @Test func itOpensByItselfOnTheDay() throws {
    for (hour, isOpen) in [("today␣20:00", true), ("tomorrow␣3:00", true), ("in␣5␣days", false)] {
      let desk = try Desk(sample: false)
      try desk.keys("a Morgen <tab> Tester <tab> <tab> \(hour) <ctrl+s> <enter>")
      #expect((desk.app.overlays.last is MorningOverlay) == isOpen, "\(hour): \(desk.screen)")
    }
  }

  @Test func everythingIsTickedWithOneKeyAndTakenBackAgain() throws {
    let desk = try desk("today␣20:00")
    var ids = IDSource(seed: 3)
    let id = try #require(desk.app.opened?.dossier.application.id)
    let kinds: [Preparation.Kind] = [.document, .instruction, .answer, .question]
    var operations = kinds.map { kind -> Change.Operation in
      .insert(
        .preparation(
          Preparation(id: ids.draw(), application: id, kind: kind, recorded: desk.now) {
            $0.text = "a \(kind.rawValue)"
          }))
    }
    operations.append(
      .insert(
        .improvement(
          Improvement(id: ids.draw(), application: id, recorded: desk.now) {
            $0.what = "draw the queue"
            $0.place = "a broker is asked about"
          })))
    desk.send(.applied(try desk.store.apply(Change("prepared", operations), at: desk.now)))
    let before = try desk.store.archive()
    try desk.keys("<alt+5> m")
    #expect(
      desk.screen.contains("draw the queue (when: a broker is asked about)"), "\(desk.screen)")
    #expect(desk.screen.contains("0 of 5"), "\(desk.screen)")
    try desk.keys("<space> <space> <space> <space> <space>")
    #expect(desk.screen.contains("5 of 5"), "\(desk.screen)")
    let after = try desk.store.archive()
    #expect(after.preparation.count { $0.state == .done && $0.done == desk.now.day } == 2)
    #expect(after.mark.count { $0.entry.hasPrefix("morning/") } == 3)
    // A tick is taken back where it stands, and by undo.
    try desk.keys("<home> <space>")
    #expect(desk.screen.contains("4 of 5"), "\(desk.screen)")
    try desk.keys("u u u u u u")
    #expect(try desk.store.archive() == before)
  }

  @Test(arguments: [Size(30, 8), Size(80, 24), Size(120, 40), Size(200, 60)])
  func itHasRoomEverywhere(_ size: Size) throws {
    let desk = try desk("today␣20:00", size)
    try desk.keys("m")
    #expect(desk.screen.contains("Before"), "\(desk.screen)")
  }

  @Test func withoutAnInterviewAheadItSaysWhy() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Morgen <tab> Tester <ctrl+s> <enter> <alt+5> m")
    #expect(!(desk.app.overlays.last is MorningOverlay))
    #expect(desk.screen.contains("No interview is coming up yet"), "\(desk.screen)")
  }
}
