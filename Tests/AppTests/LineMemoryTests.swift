import DebriefModel
import Glibc
import TUI
import TestSupport
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// What was entered before comes back with the arrows, by what it was for, and outlives the program.
@Suite(.timed) struct LineMemoryTests {
  private func typed(_ desk: Desk) -> String? { desk.app.top(PromptOverlay.self)?.field.text }

  @Test func theLatestComesFirstAndWhatWasTypedComesBack() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> / kestrel <enter> / <ctrl+u> x <up>")
    #expect(typed(desk) == "kestrel")
    #expect(desk.app.home.filter == "kestrel")
    try desk.keys("<up>")
    #expect(typed(desk) == "nord")
    try desk.keys("<up>")
    #expect(typed(desk) == "nord")
    try desk.keys("<down> <down>")
    #expect(typed(desk) == "x")
    #expect(desk.app.home.filter == "x")
    try desk.keys("<down>")
    #expect(typed(desk) == "x")
  }

  /// What stands there already is passed over: the line opens with the words of before.
  @Test func noStepLeadsNowhere() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> / kestrel <enter> / <up>")
    #expect(typed(desk) == "nord")
  }

  @Test func kindsAreKeptApart() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <esc> i <up>")
    #expect(typed(desk) == "")
    #expect(desk.app.desk.entered.lines(.filter) == ["nord"])
    #expect(desk.app.desk.entered.lines(.file) == [])
  }

  @Test func whatIsLeftWithEscIsNotKept() throws {
    let desk = try Desk()
    try desk.keys("/ nord <esc>")
    #expect(desk.app.desk.entered == Entered())
    #expect(!desk.effects.contains { if case .keepLine = $0 { true } else { false } })
  }

  @Test func aboveTheFirstCommandLiesWhatFoundOneBefore() throws {
    let desk = try Desk()
    func words() -> String? { desk.app.top(PickerOverlay.self)?.picker.words }
    try desk.keys("<ctrl+p> help <enter> q <ctrl+p> <up>")
    #expect(words() == "help")
    try desk.keys("<esc> <ctrl+p> <down> <up>")
    #expect(words() == "")
    try desk.keys("<up> <enter>")
    #expect(desk.app.top(HelpOverlay.self) != nil)
  }

  @Test func aLineIsKeptOnceAHundredOfAKindAndNoneThatIsNotALine() {
    var entered = Entered()
    for number in 0...Entered.most { entered.add("\(number)", .find) }
    #expect(entered.lines(.find).count == Entered.most)
    #expect(entered.lines(.find).first == "1" && entered.lines(.find).last == "100")
    entered.add("7", .find)
    #expect(entered.lines(.find).count == Entered.most)
    #expect(entered.lines(.find).last == "7")
    let before = entered
    for text in ["", "  ", "a\nb", "a\tb", "\u{1b}[31m", String(repeating: "x", count: 1_001)] {
      let isKept = entered.add(text, .find)
      #expect(!isKept, "\(text.debugDescription)")
    }
    #expect(entered == before)
    #expect(entered.lines(.day) == [])
  }

  // MARK: The file

  private func memory(_ folder: PrivateFolder) throws -> LineMemory {
    LineMemory(
      try Paths(database: folder(), environment: ["HOME": folder.path]))
  }

  @Test func theNextStartHasIt() throws {
    let folder = PrivateFolder()
    let memory = try memory(folder)
    #expect(memory.entered == Entered() && !memory.exists)
    memory.add("nord", .filter)
    memory.add("17 nov", .day)
    memory.add("kestrel", .filter)
    memory.add("nord", .filter)
    #expect(memory.entered.lines(.filter) == ["kestrel", "nord"])
    #expect(memory.entered.lines(.day) == ["17 nov"])
    var info = stat()
    #expect(stat(memory.path, &info) == 0 && info.st_mode & 0o777 == 0o600)
    #expect(memory.forget() && memory.forget() && !memory.exists)
  }

  @Test func nonsenseInTheFileIsPassedOver() throws {
    let folder = PrivateFolder()
    let memory = try memory(folder)
    memory.add("nord", .filter)
    writeFile(
      Array("no tab\nother\tkind\nfilter\tnord\nfind\t\nfind\ta\u{1b}b\n\n".utf8), to: memory.path)
    #expect(memory.entered.lines(.filter) == ["nord"])
    #expect(memory.entered.lines(.find) == [])
    writeFile([0xff, 0xfe, 0x00], to: memory.path)
    #expect(memory.entered == Entered())
  }

  @Test func theScreenKeepsItWhereItMay() throws {
    let desk = try Desk()
    let memory = try memory(desk.folder)
    try desk.keys("/ secret <enter>")
    #expect(!memory.exists)
    desk.runner.lines = memory
    try desk.keys("/ <ctrl+u> nord <enter>")
    #expect(memory.entered.lines(.filter) == ["nord"])
  }
}
