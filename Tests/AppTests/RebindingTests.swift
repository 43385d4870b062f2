import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Keys of the user's own: what is granted, what is refused and why, and that it works.
@Suite(.timed) struct RebindingTests {
  private func wishes(_ rows: [(String, [String])]) -> [Settings.Keys] {
    rows.enumerated().map { .init(command: $1.0, keys: $1.1, line: $0 + 1) }
  }

  private func granted(_ rows: (String, [String])...) -> CommandTable {
    let (table, refusals) = CommandTable.standard.rebound(wishes(rows))
    #expect(refusals == [])
    return table
  }

  private func desk(_ table: CommandTable, _ size: Size = Size(80, 24)) throws -> Desk {
    try Desk(size, commands: table)
  }

  // MARK: - Refusals

  static let refused: [(command: String, keys: [String], message: String)] = [
    ("home.ad", ["x"], "there's no command `home.ad`; did you mean `home.add`?"),
    ("nothing at all", ["x"], "there's no command `nothing at all`; debrief keys lists them"),
    ("help", [], "`help` needs a key; without one you couldn't see the keys"),
    ("palette", [], "`palette` needs a key; without one you couldn't reach commands without a key"),
    ("quit", [], "`quit` needs a key; without one you couldn't quit from anywhere"),
    ("letter.leave", [], "`letter.leave` needs a key; without one you couldn't leave a letter"),
    (
      "undo", ["hyper+x"],
      "`undo` can't have \"hyper+x\", which isn't a key: use a, A, ctrl+n, alt+x, enter, f5, or "
        + "\"g g\""
    ),
    ("undo", ["w", "ctrl+m"], "`undo` can't have ctrl+m: a terminal sends it as enter"),
    ("undo", ["ctrl+i"], "`undo` can't have ctrl+i: a terminal sends it as tab"),
    ("undo", ["ctrl+c"], "`undo` can't have ctrl+c: it always stops or goes back"),
    ("home.add", ["j"], "`home.add` can't have j: it moves, answers, or closes there"),
    ("home.add", ["g a"], "`home.add` can't have g a: it moves, answers, or closes there"),
    ("zoom", ["y"], "there's no command `zoom`; debrief keys lists them"),
    ("review.zoom", ["y"], "`review.zoom` can't have y: it moves, answers, or closes there"),
    ("undo", ["7"], "`undo` can't have 7: it moves, answers, or closes there"),
    ("agenda.done", ["q"], "`agenda.done` can't have q: it moves, answers, or closes there"),
    ("agenda.done", ["j w"], "`agenda.done` can't have j w: it moves, answers, or closes there"),
    (
      "letter.save", ["s ctrl+t"],
      "`letter.save` can't have s ctrl+t: it's text while you write a letter; use ctrl, alt, "
        + "or f2 to f12"
    ),
    (
      "letter.save", ["s"],
      "`letter.save` can't have s: it's text while you write a letter; use ctrl, alt, "
        + "or f2 to f12"
    ),
    ("home.add", ["o"], "`home.add` can't have o: `home.outcome` uses it"),
    ("home.add", ["D"], "`home.add` can't have D: `agenda` uses it"),
    ("undo", ["z"], "`undo` can't have z: `review.zoom` uses it"),
    ("agenda.done", ["u"], "`agenda.done` can't have u: `undo` uses it"),
    ("letter.to", ["ctrl+z"], "`letter.to` can't have ctrl+z: `suspend` uses it"),
    (
      "home.add", ["w", "w w"],
      "`home.add` can't have both w w and w: one is the start of the other"
    ),
    ("undo", ["7 O"], "`undo` can't have 7 O: it moves, answers, or closes there"),
    (
      "finding.add", ["a", "f a"],
      "`finding.add` can't have f a: `finding.filter` has f, and one is the start of the other"
    ),
  ]

  @Test(arguments: refused.indices) func eachRefusalSaysWhy(_ index: Int) {
    let it = Self.refused[index]
    let wish = Settings.Keys(command: it.command, keys: it.keys, line: 7)
    let (table, refusals) = CommandTable.standard.rebound([wish])
    #expect(refusals == [.init(line: 7, message: it.message)])
    #expect(table.all.map(\.keys) == CommandTable.standard.all.map(\.keys))
  }

  @Test func ofTwoWishesTheLaterGivesWay() {
    let (table, refusals) = CommandTable.standard.rebound(
      wishes([("home.add", ["w"]), ("home.edit", ["w"]), ("home.delete", ["O"])]))
    #expect(
      refusals == [.init(line: 2, message: "`home.edit` can't have w: `home.add` uses it")])
    #expect(table.command("home.add")?.keys == ["w"])
    #expect(table.command("home.edit")?.keys == ["e"])
    #expect(table.command("home.delete")?.keys == ["O"])
  }

  @Test func twoCommandsMaySwapTheirKeys() {
    let table = granted(("home.add", ["o"]), ("home.outcome", ["a"]))
    #expect(table.command("home.add")?.keys == ["o"])
    // Whoever gives way makes room for the shipped keys of the other.
    let (half, refusals) = CommandTable.standard.rebound(
      wishes([("home.add", ["o"]), ("home.outcome", ["D"])]))
    #expect(refusals.map(\.line) == [1, 2])
    #expect(half.all.map(\.keys) == CommandTable.standard.all.map(\.keys))
  }

  @Test func aKeyThatIsWrittenTwiceIsOne() {
    let table = granted(("home.add", ["ctrl+w", "Ctrl-w", "^W"]))
    #expect(table.command("home.add")?.keys == ["ctrl+w"])
  }

  @Test func sentencesNameTheKeysThereAre() {
    let table = granted(("undo", ["O", "f7"]), ("agenda", []))
    #expect(table.named("Deleted. {undo} brings it back.") == "Deleted. O brings it back.")
    #expect(table.named("{agenda} shows it all, {help} more") == ": agenda shows it all, ? more")
    for plain in ["", "{", "{}", "{undo", "a {b} {{c}", "}{"] {
      #expect(table.named(plain) == plain)
    }
    #expect(table.named("{{undo}}") == "{O}")
  }

  @Test func aCommandThatStandsTwiceIsSaid() {
    let (table, refusals) = CommandTable.standard.rebound(
      wishes([("undo", ["O"]), ("undo", ["Z"])]))
    #expect(refusals == [.init(line: 2, message: "`undo` appears twice")])
    #expect(table.command("undo")?.keys == ["O"])
  }

  /// What is shipped can be written down as it is, all of it.
  @Test func theShippedKeysAreGranted() {
    let all = CommandTable.standard.all
    let table = granted(all.map { ($0.name, $0.keys) })
    #expect(table.all.map(\.keys) == all.map(\.keys))
  }

  private func granted(_ rows: [(String, [String])]) -> CommandTable {
    let (table, refusals) = CommandTable.standard.rebound(wishes(rows))
    #expect(refusals == [])
    return table
  }

  /// Wishes by chance: what comes out never has two commands of a place at one key.
  @Test func noWishesMakeAConflict() throws {
    var random = Dice(state: 3)
    let keys = ["w", "O", "o", "x", "z", "w w", "w x", "ctrl+w", "alt+w", "f5", "Z", "u", "enter"]
    let all = CommandTable.standard.all
    for _ in 0..<60 {
      var rows: [(String, [String])] = []
      for _ in 0..<(1 + random.next(12)) {
        let command = all[random.next(all.count)].name
        rows.append((command, (0..<random.next(3)).map { _ in keys[random.next(keys.count)] }))
      }
      let (table, _) = CommandTable.standard.rebound(wishes(rows))
      for scope in Scope.allCases { _ = try Keymap(CommandTable.rows(table.commands(scope))) }
      for action in ["help", "palette", "quit", "letter.leave"] {
        #expect(table.command(action)?.keys.isEmpty == false, "\(rows)")
      }
    }
  }

  // MARK: - On the screen

  @Test func theNewKeyWorksAndTheOldOneDoesNot() throws {
    let desk = try desk(
      granted(("home.add", ["w", "Ctrl-n"]), ("undo", ["O"]), ("search", ["Z Z"])))
    try desk.keys("a")
    #expect(desk.screen.contains("a does nothing here"))
    try desk.keys("w Acme␣Labs <tab> Dev <ctrl+s>")
    #expect(desk.screen.contains("Acme Labs"))
    try desk.keys("u")
    #expect(desk.screen.contains("u does nothing here"))
    try desk.keys("Z")
    #expect(desk.screen.contains("Z …"))
    try desk.keys("Z")
    #expect(desk.screen.contains("Search everything"))
    try desk.keys("<esc> O")
    #expect(desk.screen.contains("Undone: Acme Labs added.") && !desk.screen.contains("Dev"))
    try desk.keys("<ctrl+n>")
    #expect(desk.screen.contains("Company"))
  }

  @Test func footerHelpAndPaletteShowIt() throws {
    let desk = try desk(
      granted(("home.add", ["w"]), ("home.page", []), ("help", ["f2"])), Size(100, 60))
    #expect(desk.screen.contains("w add") && desk.screen.contains("F2 help"))
    #expect(!desk.screen.contains("page"))
    try desk.keys("<f2>")
    let help = desk.screen.split(separator: "\n")
    #expect(help.contains { $0.contains(" w ") && $0.contains("Add an application") })
    #expect(help.contains { $0.contains("no key") && $0.contains("One-page summary") })
    // What opened help closes it.
    try desk.keys("<f2>")
    #expect(!desk.screen.contains("no key"))
    // A command without a key is still in the palette.
    try desk.keys("<ctrl+p> one-page <enter>")
    #expect(desk.app.screen == .page)
  }

  @Test func listsAndLettersHearTheNewKeys() throws {
    let table = granted(
      ("agenda.done", ["w"]), ("undo", ["f7"]), ("help", ["f2"]), ("letter.save", ["f4"]),
      ("repaint", ["f6"]))
    let desk = try desk(table)
    let before = try desk.store.archive()
    try desk.keys("D")
    try desk.keys("j")
    #expect(desk.screen.contains("w done"))
    try desk.keys("w")
    #expect(try desk.store.archive() != before)
    try desk.keys("<f7>")
    #expect(try desk.store.archive() == before)
    try desk.keys("<f2>")
    #expect(desk.screen.contains("To do"))
    try desk.keys("<esc> <esc> / nord <enter> <enter> <alt+6> a <enter> <enter>")
    guard desk.app.overlays.last is LetterEditor else {
      Issue.record("no letter: \(desk.screen)")
      return
    }
    #expect(desk.screen.contains("F4 save"))
    try desk.keys("<f6>")
    #expect(desk.device.repaintCount == 1)
    try desk.keys("w <f4>")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  /// Any key that is granted for help opens help in every place: none is swallowed by a list, a scale
  /// or a text, as the table of places has it.
  @Test func whatIsGrantedIsHeard() throws {
    var places: [(String, App)] = []
    for way in [
      "", "<tab>", "/ nord <enter> <enter> <alt+1>", "/ nord <enter> <enter> <alt+2>",
      "/ nord <enter> <enter> <alt+3>", "/ nord <enter> <enter> <alt+4>",
      "/ nord <enter> <enter> <alt+5>", "/ nord <enter> <enter> <alt+6>",
      "/ nord <enter> <enter> p", "D", "I", "P", "V",
    ] {
      let desk = try Desk()
      try desk.keys(way)
      places.append((way, desk.app))
    }
    var keys = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+=/[]}.,;<>_&"
      .map { KeySequence([Key.char($0)])!.configName }
    keys += "abcdefghijklmnopqrstuvwxyz".flatMap { ["ctrl+\($0)", "alt+\($0)"] }
    keys += ["enter", "space", "backspace", "insert", "delete", "up", "left", "home", "pgdn", "f5"]
    var granted = 0
    for text in keys {
      let (table, refusals) = CommandTable.standard.rebound(wishes([("help", [text])]))
      guard refusals.isEmpty, let key = KeySequence(text)?.keys.first else { continue }
      granted += 1
      for (way, app) in places {
        var app = app
        app.desk.commands = table
        _ = app.handle(.input(.key(key)), now: app.desk.now)
        guard app.overlays.last is HelpOverlay else {
          Issue.record("\(text) is not heard after: \(way)")
          continue
        }
      }
    }
    #expect(granted > 40)
  }
}

/// Chance that is the same each time.
private struct Dice {
  var state: UInt64
  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}
