import DebriefModel
import Foundation
import TestSupport
import Testing

/// What is pasted is text: whole, never run as keys, never obeyed by the terminal.
@Suite(.timed) struct PasteTests {
  @Test func aMegabyteArrivesWhole() throws {
    let home = try PrivateHome()
    var text = ""
    var line = 0
    // As long as a text may be, all but a few lines.
    while text.utf8.count < (1 << 20) - 200 {
      text += "line \(line): naïve 漢字 e\u{301} 👩 \tend\n"
      line += 1
    }
    text += "THE END"
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.type(Keys.pasteBegin, text, Keys.pasteEnd)
    try run.waitFor("THE END")
    try run.type("!", until: "THE END!")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    let notes = try home.archive().note
    #expect(notes.count == 1)
    #expect(notes.first.map { Array($0.text.utf8) == Array((text + "!").utf8) } == true)
  }

  @Test func aMegabyteInOneLineArrivesWhole() throws {
    let home = try PrivateHome()
    let text = String(repeating: "0123456789abcdef", count: (1 << 16) - 1) + "THE END"
    let run = try home.opened()
    try run.type("a", until: "Add an application")
    try run.type(Keys.pasteBegin, text, Keys.pasteEnd)
    try run.waitFor("THE END")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().application.map { $0.company.utf8.count } == [text.utf8.count])
  }

  /// Of what is longer than a text may be nothing is taken, and nothing is kept in memory either.
  @Test func whatIsTooLongIsRefusedAtOnce() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("before ")
    let start = TestClock.monotonic
    let part = String(repeating: "0123456789abcde\n", count: 1 << 16)
    try run.type(Keys.pasteBegin)
    for _ in 0..<64 { try run.type(part) }
    try run.type(Keys.pasteEnd, until: "That's too long: the limit is 1 MB.")
    #expect(TestClock.monotonic - start < 30)
    try run.enter("and after")
    try run.waitFor("before and after")
    let status = try String(contentsOfFile: "/proc/\(run.child.pid)/status", encoding: .utf8)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      .flatMap { Int($0.filter(\.isNumber)) }
    #expect((peak ?? .max) < 150 << 10, "\(status)")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["before and after"])
  }

  /// Escape sequences, controls and marks that turn the direction of writing.
  static let hostile =
    "before \u{1b}]0;owned\u{7}\u{1b}[31mred\u{1b}P1$r\u{9b}2J\u{202e}drow\u{2066}x\u{0}\u{8}\u{7f} after"

  @Test func nothingPastedIsObeyedByTheTerminal() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    try run.type("a", until: "Add an application")
    // As a name it is refused, and stays where it can be mended.
    try run.type(Keys.pasteBegin, Self.hostile, Keys.pasteEnd)
    try run.waitFor("after")
    try run.type(Keys.save, until: "Type it on one line")
    try run.type("\u{15}", "before", "\t\t\t\t\t\t", Keys.pasteBegin, Self.hostile, Keys.pasteEnd)
    try run.type(Keys.save, until: "Saved")
    try run.type("e", until: "Edit the application")
    try run.type(Keys.escape)
    try run.waitUntilGone("Edit the application")
    try run.type(Keys.enter, until: "Heard back?")
    try run.type("p")
    try run.settle()
    #expect(run.screen.shows("before"))
    try run.quit()
    #expect(run.damage == [])
    // The one question of ours to the terminal: what is behind its text.
    let question = Array("\u{1b}]11;?\u{1b}\\".utf8)
    var sent = run.sent
    if let at = question.lastIndex(in: sent) { sent.removeSubrange(at..<(at + question.count)) }
    for bytes: [UInt8] in [
      [0x1b, 0x5d], [0x1b, 0x50], [0x07], [0x00], [0x7f], Array("\u{202e}".utf8),
      Array("\u{2066}".utf8), Array("\u{9b}".utf8), Array("\u{1b}[31mred".utf8),
    ] {
      let at = bytes.lastIndex(in: sent)
      #expect(at == nil, "\(bytes) in \(at.map { Array(sent[($0 - 9)..<($0 + 9)]) } ?? [])")
    }
    let kept = try #require(try home.archive().application.first?.resume)
    #expect(
      kept.unicodeScalars.elementsEqual(Self.hostile.unicodeScalars), "\(kept.debugDescription)")

    for arguments in [["list"], ["show", "before"], ["search", "before"], ["report", "before"]] {
      let said = try home.run(arguments)
      let all = Array((said.out + said.err).utf8)
      #expect(!all.isEmpty)
      for bytes: [UInt8] in [[0x1b], [0x07], Array("\u{202e}".utf8), Array("\u{9b}".utf8)] {
        #expect(bytes.lastIndex(in: all) == nil, "\(arguments) \(bytes)")
      }
    }
  }

  @Test func aPasteOutsideAFieldRunsNoKey() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let run = try home.opened()
    try run.type(Keys.pasteBegin, "d\ryQ\u{3}\u{1a}q", Keys.pasteEnd)
    try run.waitFor("Write it down now")
    try run.waitFor("yQ")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    let archive = try home.archive()
    #expect(archive.application.count == 1)
    #expect(archive.note.map(\.text) == ["d\nyQ\u{3}\u{1a}q"])
  }

  @Test func aPasteThatNeverEndsIsTakenAsFarAsItCame() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.type(Keys.pasteBegin, "cut short")
    try run.waitFor("cut short")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["cut short"])
  }
}
