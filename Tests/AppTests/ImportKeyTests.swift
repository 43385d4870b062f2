import DebriefModel
import Foundation
import TUI
import Testing

@testable import DebriefApp

/// Bringing in a file from Home.
@Suite(.timed) struct ImportKeyTests {
  /// A file beside the tests.
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Imports/" + name
    ).path
  }

  private func desk() throws -> Desk { try Desk(Size(80, 24), sample: false) }

  private func type(_ text: String) -> String { text.replacing(" ", with: "␣") }

  private func companies(_ desk: Desk) throws -> [String] {
    try desk.store.archive().application.map(\.company).sorted()
  }

  @Test func whatIsTickedIsTakenAndGoesAtOneUndo() throws {
    let desk = try desk()
    try desk.keys("i \(type(Self.path("jobs.csv"))) <enter>")
    #expect(
      desk.screen.contains("2 of 2 checked") && desk.screen.contains("[x] Aster · Cook: applied"),
      "\(desk.screen)")
    #expect(try companies(desk).isEmpty)
    try desk.keys("<space>")
    #expect(
      desk.screen.contains("1 of 2 checked") && desk.screen.contains("[ ] Aster"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(try companies(desk) == ["Borealis"])
    #expect(desk.screen.contains("Borealis"), "\(desk.screen)")
    try desk.keys("u")
    #expect(try companies(desk).isEmpty)
  }

  @Test func escTakesNothingAndNothingTickedSaysSo() throws {
    let desk = try desk()
    try desk.keys("i \(type(Self.path("jobs.csv"))) <enter> <esc>")
    #expect(try companies(desk).isEmpty)
    try desk.keys("i \(type(Self.path("jobs.csv"))) <enter> a <enter>")
    #expect(desk.screen.contains("Nothing is checked"), "\(desk.screen)")
    try desk.keys("a <enter>")
    #expect(try companies(desk) == ["Aster", "Borealis"])
    // A second time there is nothing left to tick.
    try desk.keys("i \(type(Self.path("jobs.csv"))) <enter>")
    #expect(!desk.screen.contains("checked"), "\(desk.screen)")
  }

  @Test func whatDiffersHasNoTickUntilSomebodyWantsIt() throws {
    let desk = try desk()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "debrief-table-\(UUID().uuidString).csv"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    func bring(_ pay: String, _ link: String) throws {
      try Data("Company,Role,Salary,Link\nAster,Cook,\(pay),\(link)\n".utf8).write(
        to: URL(fileURLWithPath: path))
      try desk.keys("i \(path) <enter>")
    }
    try bring("50k", "")
    try desk.keys("<enter>")
    try bring("60k", "https://x.example")
    #expect(desk.screen.contains("1 of 2 checked"), "\(desk.screen)")
    #expect(desk.screen.contains("[ ] Use what the table says."), "\(desk.screen)")
    try desk.keys("<enter>")
    var it = try #require(try desk.store.archive().application.first)
    #expect((it.payOffered, it.link) == ("50k", "https://x.example"))
    try bring("60k", "https://x.example")
    try desk.keys("<space> <enter>")
    it = try #require(try desk.store.archive().application.first)
    #expect(it.payOffered == "60k")
  }

  @Test func aNameThatIsNoneKeepsTheLineOpen() throws {
    let desk = try desk()
    try desk.keys("i /nowhere/at/all <enter>")
    #expect(desk.screen.contains("There's no file /nowhere/at/all"), "\(desk.screen)")
    #expect(desk.app.top(PromptOverlay.self) != nil)
    try desk.keys("<esc> i <enter>")
    #expect(desk.app.overlays.isEmpty)
  }

  @Test(arguments: ["", "'", "\"", "file://"]) func aFileThatIsDroppedIsOffered(_ mark: String)
    throws
  {
    let desk = try desk()
    let end = mark == "file://" ? "" : mark
    desk.send(.input(.paste(mark + Self.path("jobs.csv") + end + " ")))
    #expect(desk.screen.contains("2 of 2 checked"), "\(desk.screen)")
  }

  @Test(arguments: ["/no/such/file", "they asked about Go", "/ and more", "~"])
  func anythingElseIsANote(_ text: String) throws {
    let desk = try desk()
    desk.send(.input(.paste(text)))
    #expect(desk.app.top(FormOverlay.self) != nil, "\(desk.screen)")
    #expect(desk.screen.contains(text), "\(desk.screen)")
  }

  @Test func aTextIsAskedAboutAndWhose() throws {
    let desk = try desk()
    try desk.keys("a Aster <tab> Cook <ctrl+s>")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "debrief-posting-\(UUID().uuidString)"
    ).path
    try Data("Requirements:\n- Fluent German\n".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try desk.keys("i \(path) <enter>")
    #expect(desk.screen.contains("A job posting"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(
      desk.screen.contains("Which application?") && desk.screen.contains("Aster"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.screen.contains("they ask for Fluent German"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(try desk.store.archive().preparation.map(\.text) == ["Fluent German"])
  }

  /// Does something with a file of this text.
  private func with(_ text: String, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "debrief-import-\(UUID().uuidString)"
    ).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func mailbox(_ count: Int) -> String {
    (1...count).map { at in
      "From ada@aster.example Mon Mar  2 10:00:00 2026\nFrom: Ada Quill <ada@aster.example>\n"
        + "To: me@example.org\nSubject: Letter \(at)\n"
        + "Date: Mon, 02 Mar 2026 10:\(at + 10):00 +0000\nMessage-ID: <\(at)@aster.example>\n\n"
        + "Thank you for applying. We received your application.\nThis is letter \(at).\n\n"
    }.joined()
  }

  @Test func aMailboxOfManyIsAListToChooseFrom() throws {
    let desk = try desk()
    try desk.keys("a Aster <tab> Cook <ctrl+s>")
    try with(mailbox(12)) { path in
      try desk.keys("i \(path) <enter>")
      #expect(desk.screen.contains("Which email?"), "\(desk.screen)")
      #expect(desk.screen.contains("2 Mar 2026 · Ada Quill · Letter 12"), "\(desk.screen)")
      try desk.keys("letter␣7 <enter>")
      #expect(desk.screen.contains("1 of 1 checked"), "\(desk.screen)")
      try desk.keys("<enter>")
      let words = try desk.store.archive().event.map(\.words)
      #expect(words.contains { $0.contains("This is letter 7.") }, "\(words)")
      // All of them, but for the one that is there.
      try desk.keys("i \(path) <enter> <up> <enter>")
      #expect(desk.screen.contains("11 of 11 checked"), "\(desk.screen)")
    }
  }

  @Test func aMailboxOfFewIsReadAtOnce() throws {
    let desk = try desk()
    try desk.keys("a Aster <tab> Cook <ctrl+s>")
    try with(mailbox(10)) { path in
      try desk.keys("i \(path) <enter>")
      #expect(desk.screen.contains("10 of 10 checked"), "\(desk.screen)")
    }
  }

  @Test func columnsThatAreNotKnownAreAskedAboutOnce() throws {
    let desk = try desk()
    try with("Wer;Was;Anders\nAster;Cook;words\n") { path in
      try desk.keys("i \(path) <enter> <down> <down> <enter>")
      #expect(desk.screen.contains("Which column is what?"), "\(desk.screen)")
      #expect(desk.screen.contains("such as “Aster”"), "\(desk.screen)")
      try desk.keys("<enter>")
      #expect(desk.screen.contains("What is “Wer”?"), "\(desk.screen)")
      try desk.keys("company <enter> <down> <down> <enter>")
      #expect(desk.screen.contains("What is “Was”?"), "\(desk.screen)")
      try desk.keys("role <enter> <enter>")
      #expect(desk.screen.contains("[x] Aster · Cook"), "\(desk.screen)")
      #expect(desk.screen.contains("kept in the notes: Anders"), "\(desk.screen)")
      // It's remembered.
      try desk.keys("<esc> i \(path) <enter> <down> <down> <enter>")
      #expect(desk.screen.contains("[x] Aster · Cook"), "\(desk.screen)")
    }
  }

  @Test func withoutTheCompanyItDoesNotGoOn() throws {
    let desk = try desk()
    try with("Wer;Was;Anders\nAster;Cook;words\n") { path in
      try desk.keys("i \(path) <enter> <down> <down> <enter> <home> <enter>")
      #expect(desk.screen.contains("First, choose the column with the company."), "\(desk.screen)")
      try desk.keys("<esc>")
      #expect(desk.app.overlays.isEmpty)
    }
  }

  @Test func datesThatCouldBeTwoDaysAreAskedAbout() throws {
    let desk = try desk()
    try with("Company,Role,Date applied\nAster,Cook,03/02/2026\n") { path in
      try desk.keys("i \(path) <enter>")
      #expect(desk.screen.contains("Which comes first in dates like"), "\(desk.screen)")
      try desk.keys("<enter>")
      #expect(desk.screen.contains("[x] Aster · Cook: applied 3 Feb"), "\(desk.screen)")
    }
  }
}
