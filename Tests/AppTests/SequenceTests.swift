import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Once a sequence of keys is begun, the last row says what may follow.
@Suite(.timed) struct SequenceTests {
  private func desk(_ rows: [(String, [String])], _ size: Size = Size(80, 24)) throws -> Desk {
    let wishes = rows.enumerated().map {
      Settings.Keys(command: $1.0, keys: $1.1, line: $0 + 1)
    }
    let (table, refusals) = CommandTable.standard.rebound(wishes)
    #expect(refusals == [])
    return try Desk(size, commands: table)
  }

  private func footer(_ desk: Desk) -> String {
    (desk.screen.split(separator: "\n").last ?? "").trimmed
  }

  private let two = [("search", ["Z Z"]), ("agenda", ["Z t"])]

  private func title(_ name: String) throws -> String {
    try #require(CommandTable.standard.command(name)).title.lowercasedFirst
  }

  @Test func whatMayFollowIsSaidAtOnce() throws {
    let desk = try desk(two, Size(120, 24))
    let before = footer(desk)
    #expect(before.contains("? help"))
    try desk.keys("Z")
    let said = footer(desk)
    #expect(said.hasPrefix("Z …:") && said.hasSuffix("Esc cancel"), "\(said)")
    #expect(said.contains("Z \(try title("search"))"), "\(said)")
    #expect(said.contains("t \(try title("agenda"))"), "\(said)")
    #expect(brokenInvariant(desk.app) == nil)
    // Nothing waits for time to pass.
    #expect(!desk.app.isCounting)
    try desk.keys("<esc>")
    #expect(footer(desk) == before && desk.app.pendingKeys.isEmpty && desk.app.notice == nil)
    try desk.keys("Z t")
    #expect(desk.app.overlays.last is AgendaOverlay)
  }

  @Test func aLongerSequenceSaysWhatIsLeftOfIt() throws {
    let desk = try desk([("search", ["Z Z x"]), ("agenda", ["Z Z ctrl+w"])], Size(120, 24))
    try desk.keys("Z")
    #expect(footer(desk).contains("Z x \(try title("search"))"), "\(footer(desk))")
    #expect(footer(desk).contains("Z ^W \(try title("agenda"))"), "\(footer(desk))")
    try desk.keys("Z")
    #expect(footer(desk).hasPrefix("Z Z …:"), "\(footer(desk))")
    #expect(footer(desk).contains(" x \(try title("search"))"), "\(footer(desk))")
  }

  @Test func aSmallScreenHasTheShortWordsOrSaysHowManyMore() throws {
    for width in 20...60 {
      let desk = try desk(two, Size(width, 8))
      try desk.keys("Z")
      let said = footer(desk)
      #expect(said.hasPrefix("Z …:") && said.hasSuffix("Esc cancel"), "\(width): \(said)")
      #expect(brokenInvariant(desk.app) == nil)
    }
    let narrow = try desk(two, Size(30, 8))
    try narrow.keys("Z")
    let both = footer(narrow).contains(" Z ") && footer(narrow).contains(" t ")
    #expect(both || footer(narrow).contains("more"), "\(footer(narrow))")
    let three = try desk(two + [("inbox", ["Z c"])], Size(26, 8))
    try three.keys("Z")
    #expect(footer(three).contains("more  Esc cancel"), "\(footer(three))")
  }

  @Test func aKeyThatDoesNotFollowIsSaid() throws {
    let desk = try desk(two)
    try desk.keys("Z w")
    #expect(desk.screen.contains("Z w does nothing here"))
    #expect(desk.app.pendingKeys.isEmpty)
  }

  private let over = [
    ("find.word", ["Z f"]), ("undo", ["Z u"]), ("repaint", ["alt+z l"]), ("agenda.done", ["w w"]),
    ("privacy", ["alt+p p"]), ("letter.save", ["ctrl+t s"]),
  ]

  /// A text over the screen hears what finds words in it, and what is heard over everything.
  @Test func aSequenceIsHeardInATextOverTheScreen() throws {
    let desk = try desk(over, Size(100, 24))
    try desk.keys("?")
    let help = desk.screen
    try desk.keys("Z")
    #expect(footer(desk).hasPrefix("Z …:"), "\(footer(desk))")
    #expect(footer(desk).contains("f \(try title("find.word"))"), "\(footer(desk))")
    // It has nothing to undo.
    #expect(!footer(desk).contains(try title("undo")), "\(footer(desk))")
    #expect(brokenInvariant(desk.app) == nil)
    // Only the sequence is left.
    for key in ["<esc>", "Z <ctrl+c>"] {
      try desk.keys(key)
      #expect(desk.screen == help && desk.app.pendingKeys.isEmpty, "\(key): \(desk.screen)")
    }
    try desk.keys("Z x")
    #expect(desk.screen.contains("Z x does nothing here") && desk.app.top(HelpOverlay.self) != nil)
    try desk.keys("<alt+z>")
    #expect(footer(desk).contains("l \(try title("repaint"))"), "\(footer(desk))")
    try desk.keys("l")
    #expect(desk.device.repaintCount == 1)
    try desk.keys("Z f suspend <enter>")
    #expect(desk.app.desk.find.row(in: "Help") != nil)
    // What moves begins nothing, and goes on with nothing that was begun.
    try desk.keys("j k q")
    #expect(desk.app.overlays.isEmpty)
  }

  @Test func aSequenceIsHeardInAList() throws {
    let desk = try desk(over, Size(120, 24))
    let before = try desk.store.archive()
    try desk.keys("D j w")
    let done = try title("agenda.done")
    #expect(footer(desk).hasPrefix("w …:") && footer(desk).contains("w \(done)"), "\(footer(desk))")
    #expect(try desk.store.archive() == before)
    try desk.keys("w")
    #expect(try desk.store.archive() != before)
    try desk.keys("Z")
    #expect(footer(desk).contains(" u undo"), "\(footer(desk))")
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
    #expect(desk.app.overlays.last is AgendaOverlay)
  }

  /// Where text is typed a letter is text, whatever it begins elsewhere.
  @Test func aSequenceIsHeardInAFormAndALetter() throws {
    let desk = try desk(over, Size(100, 24))
    try desk.keys("c Zlpw <alt+p>")
    #expect(footer(desk).hasPrefix("Alt-p …:"), "\(footer(desk))")
    #expect(desk.screen.contains("Zlpw") && !desk.app.isHidden && desk.device.repaintCount == 0)
    try desk.keys("p")
    #expect(desk.app.isHidden)
    try desk.keys("<enter>")
    #expect(desk.screen.contains("Zlpw") && !desk.screen.contains("Zlpwp"))
    // The same keys bring it back, too.
    try desk.keys("<alt+p> p")
    #expect(desk.app.isHidden)
    try desk.keys("<alt+p> p")
    #expect(!desk.app.isHidden)
    try desk.keys("<esc> <esc> / nord <enter> <enter> <alt+6> a <enter> <enter>")
    let letter = try #require(desk.app.top(LetterEditor.self))
    try desk.keys("s")
    #expect(desk.app.top(LetterEditor.self)?.area.text != letter.area.text)
    try desk.keys("<ctrl+t>")
    #expect(footer(desk).contains("s save"), "\(footer(desk))")
    try desk.keys("s")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
  }

  /// A word that's pointed at is its command, and the last one only leaves.
  @Test func theWordsCanBePointedAt() throws {
    let desk = try desk(two, Size(120, 24))
    let before = footer(desk)
    try desk.keys("Z\n:click Esc cancel")
    #expect(footer(desk) == before && desk.app.pendingKeys.isEmpty && desk.app.overlays.isEmpty)
    try desk.keys("Z\n:click t \(try title("agenda"))")
    #expect(desk.app.overlays.last is AgendaOverlay)
  }
}
