import TestSupport
import Testing

/// What the program asks a real terminal, what it does with the answer, and that nothing stays behind.
@Suite(.timed) struct AskedTests {
  private static let color = "\u{1b}]11;?\u{1b}\\"
  private static let mode = "\u{1b}[?2026$p"
  private static let begin = "\u{1b}[?2026h"
  private static let end = "\u{1b}[?2026l"

  private func count(_ text: String, in run: TerminalRun) -> Int {
    var (count, rest) = (0, run.sent[...])
    while let at = [UInt8](text.utf8).lastIndex(in: [UInt8](rest)) {
      (count, rest) = (count + 1, rest[..<at])
    }
    return count
  }

  /// The answer lies there before anything is asked: it is the first thing that is read, and in time however
  /// busy the machine is. What libvterm says of itself comes behind it.
  private func opened(_ home: PrivateHome, _ answer: String) throws -> TerminalRun {
    let run = try home.open()
    try run.type(answer)
    try run.wait("the first screen") { run.screen.shows("? help") || run.screen.shows("all keys") }
    return run
  }

  /// The bar of the light theme, once the terminal says it is light.
  @Test func aLightTerminalGetsTheLightColors() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Nordlicht")
    let run = try opened(home, "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\")
    try run.wait("the light bar") {
      LookTests.codes(in: run.sent).contains { $0.contains([48, 5, 189]) }
    }
    try run.settle()
    try run.quit()
    #expect(run.damage == [])
  }

  @Test(arguments: [true, false]) func withoutAnAnswerTheEnvironmentCounts(_ isSet: Bool) throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Nordlicht")
    home.environment["COLORFGBG"] = isSet ? "0;15" : nil
    let run = try home.opened()
    let codes = LookTests.codes(in: run.sent)
    #expect(codes.contains { $0.contains([48, 5, 189]) } == isSet)
    #expect(codes.contains { $0.contains([48, 5, 24]) } == !isSet)
    try run.quit()
  }

  /// Each frame between the two marks, and neither of them before the terminal knows them.
  @Test func framesAreHeldWhereTheTerminalKnowsHow() throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try opened(home, "\u{1b}[?2026;2$y")
    try run.settle()
    #expect(count(Self.begin, in: run) > 0)
    try run.wait("the end of the frame") {
      count(Self.begin, in: run) == count(Self.end, in: run)
    }
    try run.quit()
    #expect(!run.isOn(2026))
    #expect(run.damage == [])
  }

  @Test func framesAreNotHeldWhereItDoesNot() throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try opened(home, "\u{1b}[?2026;0$y")
    try run.settle()
    try run.quit()
    #expect(count(Self.begin, in: run) == 0)
  }

  /// An answer that comes while a text is typed is no text.
  @Test func aLateAnswerIsNotTyped() throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try home.opened()
    try run.type("a", until: "Add an application")
    try run.type("Nord", "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", "\u{1b}[?2026;2$y", "licht")
    try run.waitFor("Nordlicht")
    #expect(!run.screen.shows("rgb") && !run.screen.shows("2026"), "\(run.screen.text)")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().application.map(\.company) == ["Nordlicht"])
  }

  @Test(arguments: ["linux", "vt100"]) func othersAreNotAsked(_ term: String) throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["TERM"] = term
    let run = try home.opened()
    try run.quit()
    for text in [Self.color, Self.mode, Self.begin, Self.end] {
      #expect(count(text, in: run) == 0, "\(text.debugDescription)")
    }
  }

  /// Whoever chose colors, or wants none, is not asked for them.
  @Test func noColorsAreAskedForInVain() throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["NO_COLOR"] = "1"
    let run = try home.opened()
    try run.quit()
    #expect(count(Self.color, in: run) == 0)
    #expect(count(Self.mode, in: run) == 1)
  }
}
