import DebriefContent
import DebriefModel
import Foundation
import Testing

/// The pace of letters, as shipped and as a user may want it.
@Suite(.timed) struct DeskFileTests {
  private func library(_ text: String) throws -> (Library, URL) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    let letters = folder.appendingPathComponent("letters")
    try FileManager.default.createDirectory(at: letters, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: letters.appendingPathComponent("desk.yaml"))
    return (Library(userFolder: folder.path), folder)
  }

  @Test func whatIsShippedIsTheDefault() {
    #expect(Library(userFolder: nil).letterSettings() == LetterSettings())
  }

  @Test func aUserMaySayOtherwise() throws {
    let (library, folder) = try library("budget: 5\nhold: 0\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    var wanted = LetterSettings()
    wanted.budget = 5
    wanted.hold = 0
    #expect(library.letterSettings() == wanted)
    #expect(library.check().isEmpty)
  }

  @Test(arguments: ["budget: 0", "hold: soon", "pace: 3", "- 1"])
  func aFaultIsNamedAndTheShippedPaceStays(_ text: String) throws {
    let (library, folder) = try library(text + "\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(library.letterSettings() == LetterSettings())
    #expect(library.check().contains { $0.file.hasSuffix("desk.yaml") })
  }

  @Test func theCallCardHasItsNames() {
    let card = Library(userFolder: nil).callCard()
    #expect(card.contains("{company}"))
    #expect(card.split(separator: "\n").count > 10)
  }
}
