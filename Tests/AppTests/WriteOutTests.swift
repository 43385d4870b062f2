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
    #expect(desk.app.overlays.count == 1 && desk.screen.contains("still here"))
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
    #expect(desk.app.overlays.isEmpty && desk.screen.contains("after you've been turned down"))
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
    #expect(low.screen.contains("felt worse after"), "\(low.screen)")
  }

  /// A refused application with the moods of its debriefs: start and end of the first, of the second …
  private func folder(_ moods: [Int?], interviewed: Bool = true) -> Folder {
    let now = Moment(Day(2026, 3, 20)!, hour: 10)
    let id = ID("app")
    var it = Dossier(Application(id: id, created: now) { $0.company = "Acme" })
    it.events = (interviewed ? [Event.Kind.held, .refused] : [.refused]).enumerated().map {
      Event(
        id: ID("e\($0.offset)"), application: id, kind: $0.element,
        on: now.day.adding(days: $0.offset - 9), recorded: now)
    }
    for (at, mood) in moods.enumerated() {
      let began = now.adding(seconds: 3600 * (at / 2))
      if at % 2 == 0 {
        it.debriefs.append(
          Debrief(
            id: ID("d\(at / 2)"), application: id, branch: .rejectedAfterInterview,
            started: began))
      } else if mood != nil {
        it.debriefs[at / 2].closed = began.adding(seconds: 60)
      }
      guard let mood else { continue }
      var answer = Response(
        id: ID("r\(at)"), application: id, debrief: ID("d\(at / 2)"),
        item: at % 2 == 0 ? "mood.start" : "mood.end", answered: began)
      answer.value = "\(mood)"
      // Corrected long after: it was felt when it was felt.
      if at == 0 { answer.answered = now.adding(seconds: 90_000) }
      it.responses.append(answer)
    }
    it.sort()
    return Folder(it)
  }

  @Test(
    arguments: [
      ([], nil), ([4, 2], "felt worse after"), ([2, 4], nil), ([2, 2], nil),
      // The second began, and there is no end of it yet.
      ([2, 4, 5], nil), ([2, 4, 3], "feeling worse than last time"), ([4, 2, 3], nil),
      ([4, 2, 3, 3], nil), ([2, 4, nil, 3], "felt worse after"),
    ] as [([Int?], String?)])
  func aFallingMoodIsTheLatestOfAll(_ moods: [Int?], _ said: String?) {
    let refusal = WriteOutOverlay.refusal(folder(moods))
    #expect(said.map { refusal?.contains($0) == true } ?? (refusal == nil), "\(refusal ?? "")")
  }

  @Test func itIsOfferedOnceToWhoeverItWeighsOn() {
    #expect(WriteOutOverlay.isOffered(folder([2, 3])))
    #expect(WriteOutOverlay.isOffered(folder([1, 1])))
    // Who feels well, or lower, or has been through it, or had no interview, isn't asked.
    for moods in [[], [2], [2, 4], [3, 2], [2, 2, 2, 2]] as [[Int?]] {
      #expect(!WriteOutOverlay.isOffered(folder(moods)), "\(moods)")
    }
    #expect(!WriteOutOverlay.isOffered(folder([2, 3], interviewed: false)))
  }
}
