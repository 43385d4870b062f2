import DebriefModel
import Foundation
import TUI
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// Writing a no out: sealed it is in the private note alone, burned it is nowhere.
@Suite(.timed) struct WriteOutTests {
  private let nord = "/ nord <enter> <enter> "
  private let words = "they␣chose␣someone␣else␣zanzibar"

  /// Every file of the store, as bytes.
  private func isAnywhere(_ desk: Desk, _ word: String) throws -> Bool {
    let files = FileManager.default.enumerator(atPath: desk.folder.path)
    while let name = files?.nextObject() as? String {
      let path = desk.folder.path + "/" + name
      if let data = FileManager.default.contents(atPath: path),
        data.range(of: Data(word.utf8)) != nil
      {
        return true
      }
    }
    return false
  }

  @Test func burnedItIsNowhere() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys(nord + "<alt+w> \(words)")
    desk.runner.keepDraft()
    #expect(try !isAnywhere(desk, "zanzibar"))
    try desk.keys("<esc>")
    #expect(desk.app.overlays.count == 1 && desk.screen.contains("Still here"))
    try desk.keys("<ctrl+x>")
    #expect(desk.screen.contains("Burn what you wrote?"))
    try desk.keys("y")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    #expect(try !isAnywhere(desk, "zanzibar"))
    #expect(try desk.store.archive() == before && desk.store.drafts().isEmpty)
    #expect(try desk.store.history(limit: 99).allSatisfy { !$0.title.contains("zanzibar") })
  }

  @Test func sealedItIsInThePrivateNoteBesideWhatWasThere() throws {
    let desk = try Desk()
    let id = try #require(try desk.store.archive().application.first { $0.company == "Nordlicht" })
      .id
    _ = try desk.store.save(
      PrivateNote(application: id, text: "an older line", recorded: desk.now), over: "")
    let before = try desk.store.archive()
    try desk.keys(nord + "<alt+w> \(words) <ctrl+s>")
    let note = try #require(try desk.store.privateNote(id)?.text)
    #expect(note.contains("an older line") && note.contains("zanzibar"))
    #expect(try desk.store.archive() == before)
    #expect(try desk.store.search("zanzibar", limit: 9).isEmpty)
  }

  @Test func itIsForADayAfterANoOnly() throws {
    let desk = try Desk()
    try desk.keys("/ はやぶさ <enter> <enter> <alt+w>")
    #expect(desk.app.overlays.isEmpty && desk.screen.contains("after a no"))
    // Where the last debrief left one lower, it can wait.
    let low = try Desk()
    let debrief = try #require(try low.store.archive().debrief.first { $0.closed != nil })
    let ids = try low.store.archive().response.filter { $0.debrief == debrief.id }
    for old in ids where ["mood.start", "mood.end"].contains(old.item) {
      var next = old
      next.value = old.item == "mood.start" ? "4" : "2"
      try low.store.apply(
        Change("mood", [.update(from: .response(old), to: .response(next))]), at: low.now)
    }
    low.send(.changedOutside)
    try low.keys("/ kestrel <enter> <enter> <enter> <alt+w>")
    #expect(low.screen.contains("left you lower"), "\(low.screen)")
  }
}
