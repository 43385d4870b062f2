import DebriefModel
import TUI
import Testing

@testable import DebriefApp
@testable import DebriefRunner

/// Plain mode on a real store: every place and every form says something, and can be answered and left.
@Suite(.timed) struct PlainTests {
  /// A desk in plain mode.
  private func plain(sample: Bool = true) throws -> Desk {
    let desk = try Desk(Size(80, 60), sample: sample)
    desk.runner.speaks(withEditor: false)
    _ = desk.runner.saysNow()
    return desk
  }

  /// Types lines and gives what was said after the last one.
  @discardableResult
  private func say(_ lines: String..., to desk: Desk) -> [String] {
    var said: [String] = []
    for line in lines {
      desk.runner.say(line)
      while desk.runner.catchUp() {}
      said = desk.runner.saysNow()
    }
    return said
  }

  /// A line that only a screen makes sense of.
  private func isDrawn(_ line: String) -> Bool {
    // A role of the sample has a dot of its own, and nobody's words are changed.
    let line = line.replacing("مهندسة بيانات · Data engineer", with: "")
    return line.contains { "─│╭╮╰╯▸▌●◐○✓✗★█░▒▾↑↓·\t".contains($0) }
      || line.contains("[ ]") || line.contains("[x]") || line.contains("{")
  }

  @Test func aSlashSearchesOnOneLine() throws {
    for line in ["/kestrel", "/ kestrel"] {
      let said = say(line, to: try plain()).joined(separator: "\n")
      #expect(said.contains("matching “kestrel”"), "\(said)")
      #expect(said.contains("Kestrel Labs") && !said.contains("Nordlicht"), "\(said)")
    }
    let desk = try plain()
    _ = say("/", to: desk)
    #expect(say("kestrel", to: desk).contains { $0.contains("Kestrel Labs") })
    // Where nothing is searched, the answers are narrowed, or it is said that nothing fits.
    let people = try plain()
    _ = say(":people", to: people)
    #expect(say("/ines", to: people).contains { $0.contains("Ines Kahl") })
    #expect(say("/zzzz", to: people).contains { $0.contains("Nothing here matches “zzzz”") })
  }

  /// What separates things in a row is nothing to hear; the same sign in the user's words is theirs.
  @Test func aDotOfTheUsersOwnStays() throws {
    let desk = try plain()
    let said = say("/data engineer", to: desk).joined(separator: "\n")
    #expect(said.contains("مهندسة بيانات · Data engineer"), "\(said)")
    #expect(!said.contains("Acme · "), "\(said)")
  }

  @Test(arguments: EveryCommandTests.places) func everyPlaceSpeaks(_ way: String) throws {
    let desk = try Desk(Size(80, 60))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    desk.runner.speaks(withEditor: false)
    let said = desk.runner.saysNow()
    #expect(said.contains { !$0.isEmpty }, "nothing said at \(way)")
    #expect(said.filter(isDrawn) == [])
    let spoken = desk.app.spoken
    #expect(!(spoken.lines + [spoken.asks]).joined().isEmpty || !spoken.choices.isEmpty)
    // Two answers never have the same name, and each says something.
    #expect(Set(spoken.choices.map(\.key)).count == spoken.choices.count)
    #expect(spoken.choices.allSatisfy { !$0.text.isEmpty })
    #expect(spoken.back != nil || desk.app.overlays.isEmpty)
  }

  /// What is read over a screen is said in sentences that are made from what it is about: none is broken, or
  /// parted by the blanks of a column.
  @Test(arguments: [
    "<alt+l>", "<enter> <alt+r>", "<enter> <alt+a>", "<enter> T b", "<enter> <alt+6> f", "P h",
    "<enter> p C",
  ]) func sheetsAreSaid(_ way: String) throws {
    let desk = try Desk(Size(40, 20))
    try desk.keys("/ nord <enter>")
    desk.runner.speaks(withEditor: false)
    try desk.keys(way)
    #expect(desk.app.overlays.last is any SheetPlace, "\(way): \(desk.screen)")
    let lines = desk.app.spoken.lines.filter { !$0.isEmpty }
    #expect(!lines.isEmpty)
    #expect(lines.filter { isDrawn(Plain.clean($0)) } == [])
    #expect(lines.filter { $0.contains("  ") || $0.hasPrefix("- ") || $0.hasPrefix("* ") } == [])
    #expect(lines.filter { line in line.last.map { !".:?!”\")".contains($0) } ?? true } == [])
  }

  /// The preparation has a sentence for each of its rows, with the state of an entry in words.
  @Test func preparationIsSaid() throws {
    let desk = try plain()
    try desk.keys("/ acme <enter> <enter> <alt+5>")
    let rows = desk.app.spoken.choices.map { Plain.clean($0.text) }
    #expect(rows.filter { $0.contains("[") || $0.contains("  ") || $0.contains(" ·") } == [])
    #expect(rows.contains { $0.hasPrefix("How to apply: ") })
    #expect(rows.contains { $0.hasPrefix("Dress code: ") })
    #expect(rows.contains { $0.hasPrefix("Pay: ") })
    let folder = try #require(desk.app.desk.folder)
    let entries = folder.dossier.preparations
    #expect(!entries.isEmpty)
    for it in entries {
      let start = it.text.capitalizedFirst.prefix(30)
      let row = try #require(rows.first { $0.contains(start) }, "\(it.text)")
      #expect(row.contains(it.kind.one.capitalizedFirst), "\(row)")
      if it.kind != .fit, it.kind != .company { #expect(row.contains("Status: "), "\(row)") }
    }
  }

  /// A line that a terminal has cut: where it ends now, but never what nobody else is to read.
  @Test func aCutLineIsSaid() throws {
    let desk = try plain(sample: false)
    say("c", to: desk)
    #expect(desk.runner.saysCut("a long text").joined().contains("“a long text”"))
    #expect(
      desk.runner.saysCut("x").last
        == "Type the rest on the next line. You can use as many lines as you like."
    )
    say("b", "a", to: desk)
    #expect(desk.runner.saysCut("x").last == "To change it, type b to go back.")
    say("Acme", "Job", ".", "o", "1", "", ".", "b", ":review.private", to: desk)
    #expect(desk.app.hidesLines)
    #expect(!desk.runner.saysCut("a secret").joined().contains("secret"))
  }

  /// Whether a line names a key of the screen, or something to press that is no line: a command is typed.
  private func namesKey(_ line: String) -> Bool {
    line.contains(
      #/\b(Esc|Tab|PgUp|PgDn|F\d+)\b|\b(Ctrl|Alt|Shift)-|\b[Pp]ress\b(?! Enter)|\^[A-Z_]|key press/#
    )
  }

  /// Nothing that a place says is for a keyboard: neither at first, nor why a command can't be used now.
  @Test(arguments: EveryCommandTests.places) func noPlaceNamesAKey(_ way: String) throws {
    for store in EveryCommandTests.stores {
      let desk = try Desk(Size(80, 60), sample: store.1)
      if !store.0.isEmpty { try desk.keys(store.0) }
      if !way.isEmpty { try desk.keys(way) }
      desk.runner.speaks(withEditor: false)
      let said = desk.runner.saysNow()
      #expect(said.filter(namesKey) == [])
      let commands = desk.app.desk.commands
      let reasons = commands.all.compactMap { $0.why(desk.app) }.map {
        Plain.clean(commands.named($0))
      }
      #expect(reasons.filter(namesKey) == [])
    }
  }

  @Test func aKeyInALineIsSeen() {
    for line in [
      "Press Esc to go back", "Ctrl-S saves it", "^S saves it", "Tab to choose", "press P, then a",
    ] { #expect(namesKey(line), "\(line)") }
    for line in [
      "Type your answer and press Enter.", "Type :people, then :people.add.", "Under pressure",
      "The table", "It was escalated",
    ] { #expect(!namesKey(line), "\(line)") }
  }

  /// What a sentence of the screen tells to press is typed here.
  @Test func whatIsPressedIsTyped() {
    var table = CommandTable.standard
    table.isSpoken = true
    func said(_ text: String) -> String { Plain.clean(table.named(text)) }
    #expect(said("{Press} {people}, then {people.add}.") == "Type :people, then :people.add.")
    #expect(
      said("{Press} {key.esc}, {review.script}, then {turn.add}, and say it.")
        == "Type b, :review.script, then :turn.add, and say it.")
    #expect(
      said("Heard back? {Press} {review.outcome} now.") == "Heard back? Type :review.outcome now.")
    #expect(said("Open it and {press} {review.dates}.") == "Open it and type :review.dates.")
    #expect(said("To skip it, {press} {key.out}{checklist.skip}.") == "To skip it, type s.")
    #expect(said("{Press} {help}.") == "Type ?." && said("{press} {help}.") == "type ?.")
    // The screen has the same sentences, with its own words.
    let screen = CommandTable.standard
    #expect(screen.named("{Press} {key.esc}, then {help}.") == "Press Esc, then ?.")
    for (name, part) in CommandTable.parts {
      #expect(table.named("{\(name)}") == part.spoken && screen.named("{\(name)}") == part.screen)
      #expect(screen.command(name) == nil, "\(name) is a command, too")
    }
    // What a user writes about the press stays.
    #expect(said("Their press briefing.") == "Their press briefing.")
    #expect(said("Type your answer and press Enter.") == "Type your answer and press Enter.")
  }

  /// A to-do that asks for a letter leads to that letter, as it does on the screen.
  @Test func aToDoLeadsToItsLetter() throws {
    let desk = try Desk(Size(80, 60), sample: false)
    try desk.keys("a Zeta <tab> <tab> <tab> 2026-03-18␣10:00 <ctrl+s> <enter> o 1 <ctrl+s> <esc>")
    desk.runner.speaks(withEditor: false)
    let thanks = try #require(
      desk.app.spoken.choices.first { $0.text.lowercased().contains("thank them for their time") })
    let said = say(thanks.key, to: desk)
    let letter = try #require(desk.app.overlays.last as? LetterEditor, "\(said)")
    #expect(letter.letter.letterKind == .thanks, "\(said)")
  }

  /// The words of a place never hide what works everywhere, except the editor of a letter.
  @Test(arguments: EveryCommandTests.places) func wordsAreNotTaken(_ way: String) throws {
    let desk = try Desk(Size(80, 60))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    desk.runner.speaks(withEditor: false)
    let taken = Set(desk.app.spoken.words.keys).intersection([
      "", "?", "r", "b", "s", "q", "m", ".",
    ])
    #expect(taken.isEmpty)
  }

  /// Every command that can be used somewhere can be typed there by its name.
  @Test(arguments: EveryCommandTests.places) func everyCommandHasAName(_ way: String) throws {
    let desk = try Desk(Size(80, 60))
    try desk.keys("/ nord <enter>")
    if !way.isEmpty { try desk.keys(way) }
    for scope in desk.app.scopes {
      for command in desk.app.desk.commands.commands(scope) {
        #expect(desk.app.plainCommand(command.name)?.name == command.name)
      }
    }
  }

  @Test func namesOfTheScreenAreCommands() {
    for name in App.onlyOnScreen {
      #expect(CommandTable.standard.command(name) != nil, "\(name)")
    }
  }

  /// Every form: each of its fields is asked by its name, and it can be left with a draft or none.
  @Test(arguments: FormKindTests.allPurposes) func everyFormSpeaks(_ purpose: FormPurpose) throws {
    var app = try plain().app
    app.overlays = []
    app.desk.folder = nil
    guard !(purpose.kind is OpenLetterForm) else { return }
    app.show(purpose)
    let overlay = try #require(app.overlays.last as? FormOverlay)
    var asked: [String] = []
    for _ in 0..<80 {
      guard let top = app.overlays.last as? FormOverlay else { break }
      let it = top.spoken(app.desk)
      #expect(!it.asks.isEmpty)
      asked.append(it.asks)
      #expect(it.text != nil || !it.choices.isEmpty)
      if top.form.isOnMore {
        _ = app.say("y")
        continue
      }
      if top.form.isAtEnd { break }
      _ = app.say("")
    }
    // Those before the one it begins with are a step back.
    for field in overlay.form.fields[overlay.form.start...] {
      if case .note = field.kind { continue }
      // What another answer rules out is asked once that answer asks for it.
      if let only = field.only, !only.answers.contains(overlay.form.values[only.field] ?? "") {
        continue
      }
      #expect(asked.contains { $0.contains(field.label) }, "\(field.label) in \(asked)")
    }
    for _ in 0..<80 where app.overlays.last is FormOverlay { _ = app.say("b") }
    #expect(!(app.overlays.last is FormOverlay))
  }

  // MARK: Lines

  @Test func aRowAndACommand() throws {
    let desk = try plain(sample: false)
    say("a", "Acme", "Job", ".", "a", "Beta", "Job", ".", to: desk)
    let said = say("2 delete", to: desk)
    #expect(
      said.contains { $0.contains("Delete") && $0.contains("and everything in it?") }, "\(said)")
    let done = say("y", to: desk)
    #expect(done.contains { $0.contains("Deleted. :undo brings it back.") }, "\(done)")
    #expect(say(":undo", to: desk).contains { $0.contains("Brought back") })
  }

  @Test func repeatsTheQuestion() throws {
    let desk = try plain(sample: false)
    let first = say("a", to: desk)
    #expect(say("r", to: desk) == first)
    #expect(say("b", to: desk).contains { $0.contains("Nothing here yet") })
  }

  @Test func anUnknownAnswerSaysSo() throws {
    let desk = try plain(sample: false)
    let said = say("xyzzy", to: desk)
    #expect(said.first == "“xyzzy” isn't one of the answers here. ? says what you can type.")
    // The question is not said as a whole again.
    #expect(said.count == 2)
  }

  @Test func aLetterWithABlankIsText() throws {
    let desk = try plain(sample: false)
    say("a", " b", " q", ".", to: desk)
    let facts = try desk.store.shelf(.init(.top, count: 5)).rows
    #expect(facts.map(\.application.company) == ["b"] && facts[0].application.role == "q")
  }

  @Test func aNeededFieldIsAskedAgain() throws {
    let desk = try plain(sample: false)
    let said = say("a", ".", to: desk)
    #expect(said.contains { $0.hasPrefix("Not saved yet. Company is needed") }, "\(said)")
    #expect(say("Acme", to: desk).contains { $0.contains("1 application") })
  }

  @Test func aDateIsSaidBack() throws {
    let desk = try plain(sample: false)
    let said = say("a", "Acme", "Job", "3 mar", to: desk)
    #expect(said.contains { $0.contains("3 March") || $0.contains("3 Mar") }, "\(said)")
  }

  @Test func severalLinesEndWithADot() throws {
    let desk = try plain(sample: false)
    say("c", "one", "", "..", "three", ".", ".", to: desk)
    let notes = try desk.store.waitingNotes().map(\.note.text)
    #expect(notes == ["one\n\n.\nthree"])
  }

  /// A list that is long is said in pages, and a word finds a row.
  @Test func longListsComeInPages() throws {
    let desk = try plain(sample: false)
    for n in 1...15 { say("a", "Company \(n)", "Job", ".", to: desk) }
    let said = say("r", to: desk)
    #expect(said.contains { $0.hasPrefix("12. ") } && !said.contains { $0.hasPrefix("13. ") })
    #expect(said.contains("3 more: type m."))
    let more = say("m", to: desk)
    #expect(more.contains { $0.hasPrefix("15. ") } && !more.contains { $0.hasPrefix("12. ") })
    let found = say("company 7", to: desk)
    #expect(found.count { $0.contains("Company") && $0.contains("Role: ") } == 1, "\(found)")
    #expect(say("b", to: desk).contains { $0.hasPrefix("12. ") })
  }

  @Test func theEditorNeedsATerminal() throws {
    let desk = try plain(sample: false)
    #expect(
      say("c", "e", to: desk).first == "There's no terminal here for your editor; type it here.")
  }

  @Test func leavingKeepsWhatIsTyped() throws {
    let desk = try plain(sample: false)
    say("c", "half a thought", "q", to: desk)
    #expect(!desk.app.isFinished)
    say(".", "q", to: desk)
    #expect(desk.app.isFinished)
    let other = try plain(sample: false)
    say("a", "Acme", "q", to: other)
    #expect(other.app.isFinished)
    #expect(try other.store.takeDrafts().contains { $0.fields["company"] == "Acme" })
  }

  /// A state is said in words.
  @Test func statesAreWords() throws {
    let desk = try plain()
    try desk.keys("/ nord <enter> <enter> <alt+1>")
    let said = desk.runner.saysNow()
    #expect(said.contains { $0.contains("Importance: ") && $0.contains(" of 5.") }, "\(said)")
    try desk.keys("<alt+6>")
    #expect(desk.runner.saysNow().contains { $0.contains("Status: ") })
  }

  /// From the list of what there is of an application, by number, by name, and back.
  @Test func thePanesOfAnApplication() throws {
    let desk = try plain()
    try desk.keys("/ nord <enter> <enter>")
    say(":review.findings", to: desk)
    #expect(desk.app.review.focus == .findings && !desk.app.plain.isAtHub)
    let hub = say("b", to: desk)
    #expect(hub.contains { $0.contains("what would you like to do?") }, "\(hub)")
    say("letters", to: desk)
    #expect(desk.app.review.focus == .letters && !desk.app.plain.isAtHub)
    say("b", "2", to: desk)
    #expect(desk.app.review.focus == .feedback && !desk.app.plain.isAtHub)
    #expect(say("b", "b", to: desk).contains("Home"))
  }

  /// Help lists what can be done, and a number does it.
  @Test func helpRuns() throws {
    let desk = try plain(sample: false)
    let said = say("?", to: desk)
    #expect(said.contains { $0.contains("r: say it again") })
    let add = try #require(said.first { $0.contains("Add an application") })
    let number = String(add.prefix { $0 != "." })
    #expect(say(number, to: desk).contains { $0.contains("Company") })
  }
}
