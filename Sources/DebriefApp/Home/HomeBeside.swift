import DebriefModel
import TUI

/// The page beside the list: on a wide and high screen what lies under the bar is read in full there, once it
/// has a debrief, or an interview ahead. It is read after the frame that moved the bar, so that no key waits for it.
struct Beside: Equatable, Sendable {
  /// The application that was asked for; nil when none was, or when what was read may be out of date.
  private(set) var asked: ID?
  /// What was read; nil until it is there.
  private(set) var dossier: Dossier?
  /// Its one page, as wide as the room beside the list.
  private(set) var lines: [PageLine] = []

  /// Asks for an application unless that was done; true when it must be read.
  mutating func asks(_ id: ID) -> Bool {
    if asked == id { return false }
    asked = id
    if dossier?.application.id != id { (dossier, lines) = (nil, []) }
    return true
  }

  /// What was read is out of date. It stays until what is so now has come.
  mutating func forget() { asked = nil }

  /// Takes what was read, laid out in so many columns; what the bar has left is let go.
  mutating func take(_ dossier: Dossier, columns: Int, _ desk: Desk) {
    guard dossier.application.id == asked else { return }
    self.dossier = dossier
    lines =
      dossier.debrief == nil ? [] : PageScreen.lines(dossier, desk.now, desk, columns: columns)
  }
}

extension Home {
  /// From how many rows on there is room for a page beside the list.
  static let high = 40

  /// Columns of the preview beside the list, its frame included.
  static func besideColumns(_ size: Size) -> Int { max(44, size.width * 2 / 5) }

  /// What is to be read for the room beside the list: at most one application, and the words by which an
  /// answer of theirs is read, as the page itself asks for them.
  mutating func wantsBeside(_ desk: inout Desk) -> [Effect] {
    guard desk.size.width >= Home.wide, desk.size.height >= Home.high, !desk.isSpoken,
      let facts = previewed(desk),
      facts.debrief != nil
        || desk.due.coming.contains(where: { $0.facts.application.id == facts.application.id })
    else { return [] }
    var effects: [Effect] = []
    if beside.asks(facts.application.id) {
      effects.append(.afterwards(.loadBeside(facts.application.id)))
    }
    if PageScreen.wantsWords(for: facts.events, &desk) {
      effects.append(.afterwards(.loadRefusalWords))
    }
    return effects
  }

  /// Takes what was read for that room.
  mutating func take(beside dossier: Dossier, _ desk: Desk) {
    beside.take(dossier, columns: Home.besideColumns(desk.size) - 4, desk)
  }

  /// Draws the page into a frame; false when it is not there, or when there is none.
  func drawBeside(_ canvas: Canvas, _ facts: Facts) -> Bool {
    guard beside.dossier?.application.id == facts.application.id, !beside.lines.isEmpty else {
      return false
    }
    let room = canvas.box(title: "Summary", focused: false)
    let rows = beside.lines.count > room.height ? max(1, room.height - 1) : room.height
    for (y, line) in beside.lines.prefix(rows).enumerated() { room.line(line.styled, y: y) }
    let all = beside.lines.count
    if rows < all { room.text("↓ \(rows) of \(all)", x: 0, y: room.height - 1, ink: .dim) }
    return true
  }

  /// Draws what is to be ready for an interview ahead, below all else of a tall preview.
  func drawReady(_ room: Canvas, _ facts: Facts, _ desk: Desk, from top: Int) {
    guard let dossier = beside.dossier, dossier.application.id == facts.application.id,
      !dossier.preparations.isEmpty, top + 2 < room.height
    else { return }
    var y = top + 1
    room.text("What to have ready", x: 0, y: y, ink: Ink(.title, .bold), width: room.width)
    y += 1
    for it in dossier.preparations where y < room.height {
      let late = PreparationRules.isLate(it, dossier, now: desk.now)
      let (mark, role) = PreparationPane.mark(it, late: late)
      let x = room.text(mark, x: 0, y: y, ink: Ink(role, .bold))
      y += room.paragraph(
        it.text.oneLine.capitalizedFirst, x: x, y: y, width: room.width - x,
        maxRows: min(2, room.height - y))
    }
  }
}
