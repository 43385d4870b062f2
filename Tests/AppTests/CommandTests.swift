import TUI
import Testing

@testable import DebriefApp

@Suite(.timed) struct CommandTests {
  @Test(arguments: Scope.allCases) func keysOfAScopeDoNotConflict(_ scope: Scope) throws {
    let commands = CommandTable.standard.commands(scope)
    _ = try Keymap(CommandTable.rows(commands))
    for command in commands {
      for key in command.keys {
        #expect(KeySequence(key) != nil, "\(command.name): \(key)")
      }
    }
  }

  @Test func everyCommandStandsInTheTableOnce() {
    let listed = CommandTable.standard.all.map(\.name)
    #expect(Set(listed).count == listed.count)
    for scope in Scope.allCases {
      #expect(scope == .everywhere || !CommandTable.standard.commands(scope).isEmpty)
    }
  }

  /// Each place shows in its help every key that can be pressed there.
  @Test func helpListsEveryCommandOfThePlace() throws {
    let desk = try Desk(Size(120, 200))
    try desk.keys("/ nord <enter> <enter> <alt+1> ?")
    let screen = desk.screen
    for scope in [Scope.findings, .review, .everywhere] {
      for command in CommandTable.standard.commands(scope) {
        let shown = screen.contains(command.title.prefix(30))
        #expect(shown, "\(command.title)")
      }
    }
  }

  @Test func aRefusedCommandSaysWhy() throws {
    let desk = try Desk(sample: false)
    try desk.keys("d")
    #expect(desk.screen.contains("There are no applications yet"))
    try desk.keys("w")
    #expect(desk.screen.contains("w does nothing here"))
  }
}
