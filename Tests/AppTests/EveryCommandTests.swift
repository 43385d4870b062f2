import TUI
import Testing

@testable import DebriefApp

/// Every command, pressed wherever it is heard: it changes something, leads somewhere, or says why not.
@Suite(.timed) struct EveryCommandTests {
  /// The ways to every place that has commands, from the first screen.
  static let places = [
    "", "<tab>", "D", "I", "P", "V", "<enter> <alt+1>", "<enter> <alt+2>", "<enter> <alt+3>",
    "<enter> <alt+4>", "<enter> <alt+5>", "<enter> <alt+5> G", "<enter> <alt+6>", "<enter> p",
    "<enter> t", "<enter> T", "H", "Y", "Y <enter> <enter>", "W", "W <enter>", "<enter> <alt+4> b",
    "<enter> <alt+w>", "<enter> <alt+w> word",
    "<enter> <alt+6> a <enter> <enter>",
    "a Posted <tab> Job <ctrl+s> <enter> <alt+1> A <shift+tab> <enter> "
      + String(repeating: "<tab> ", count: 9) + "Fluent␣German␣is␣required. <ctrl+s> <alt+5> w",
    "a Morgen <tab> Job <tab> <tab> today␣23:00 <ctrl+s> <enter>",
    "<esc> i " + ImportKeyTests.path("resume.json").replacing(" ", with: "␣") + " <enter>",
  ]

  /// Places with nothing on file, with one bare application, and with the sample data.
  static let stores: [(String, Bool)] = [
    ("", false), ("a Bare <tab> Post <ctrl+s>", false), ("/ nord <enter>", true),
    ("/ kestrel <enter>", true),
  ]

  /// What a press of a command comes to; nil when it comes to nothing.
  private func outcome(_ command: Command, _ app: App) -> String? {
    var next = app
    next.notice = nil
    let before = next.frame()
    if let why = command.why(next) { return why }
    let effects = next.perform(command)
    if let notice = next.notice { return notice.text }
    return effects.isEmpty && !next.isFinished && next.frame() == before ? nil : ""
  }

  @Test(arguments: places, stores) func doesSomethingOrSaysWhy(
    _ way: String, _ store: (String, Bool)
  ) throws {
    let desk = try Desk(Size(120, 40), sample: store.1)
    if !store.0.isEmpty { try desk.keys(store.0) }
    if !way.isEmpty { try desk.keys(way) }
    for scope in desk.app.scopes {
      for command in CommandTable.standard.commands(scope) {
        let said = outcome(command, desk.app)
        // To go where one is leaves all as it is, and nothing needs to be said.
        if command.name == "review.\(desk.app.review.focus)" { continue }
        #expect(said != nil, "\(command.name) does nothing in \(desk.screen)")
        // Whatever is named in braces is a command, or a key of a widget.
        let names = (said ?? "").split(separator: "{").dropFirst().compactMap {
          $0.contains("}") ? $0.prefix { $0 != "}" } : nil
        }
        for name in names {
          let isNamed =
            CommandTable.standard.command(String(name)) != nil
            || CommandTable.parts[String(name)] != nil
          #expect(isNamed, "{\(name)} in: \(said ?? "")")
        }
      }
    }
  }

  /// The places above are all the places there are.
  @Test func everyScopeIsReached() throws {
    var reached: Set<Scope> = []
    for way in Self.places {
      let desk = try Desk(Size(120, 40))
      try desk.keys("/ nord <enter>")
      if !way.isEmpty { try desk.keys(way) }
      reached.formUnion(desk.app.scopes)
    }
    #expect(Set(Scope.allCases).subtracting(reached).map(\.title) == [])
  }

  /// Where every command has another key, no sentence a command says names the shipped one.
  @Test(arguments: places, stores) func sentencesNameTheKeysThereAre(
    _ way: String, _ store: (String, Bool)
  ) throws {
    let desk = try Desk(Size(120, 40), sample: store.1)
    if !store.0.isEmpty { try desk.keys(store.0) }
    if !way.isEmpty { try desk.keys(way) }
    var app = desk.app
    app.desk.commands = NamedKeyTests.strange
    for scope in app.scopes {
      for command in NamedKeyTests.strange.commands(scope) {
        let said = NamedKeyTests.strange.named(outcome(command, app) ?? "")
        #expect(NamedKeyTests.hints(said).isEmpty, "\(command.name): \(said)")
      }
    }
  }
}
