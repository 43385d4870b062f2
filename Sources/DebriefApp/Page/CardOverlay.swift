import DebriefModel
import TUI

/// What goes into the room, with a code for the phone: of the size that has room on the screen at once.
struct CardOverlay: SheetPlace {
  var top = 0
  private var isStale = true
  var title: String { "For the interview" }

  static let scope = Scope.sheet("card")
  /// So many light modules around a code are enough for a phone that is held close.
  private static let margin = 2

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard isStale, let id = desk.folder?.id else { return [] }
    isStale = false
    return [.loadImprovements(besides: id)]
  }

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    guard let dossier = desk.folder?.dossier else { return [] }
    let card = RoomCard(dossier, carried: desk.carried.map(\.improvement), now: desk.now)
    func wrapped(_ text: String, _ ink: Ink, mark: String = "") -> [StyledLine] {
      TextWidth.wrap(text, width: max(8, width - mark.count)).enumerated().map {
        StyledLine(($0 == 0 ? mark : String(repeating: " ", count: mark.count)) + $1, ink)
      }
    }
    if card.isEmpty {
      return wrapped(
        "Nothing to bring yet. Changes to try and questions you prepare show up here.", .dim)
    }
    var rows = wrapped(card.when.isEmpty ? card.name : "\(card.name) · \(card.when)", Ink(.accent))
    for part in card.parts {
      rows += [StyledLine(""), StyledLine(part.title, Ink(.title))]
      for (i, line) in part.lines.enumerated() {
        rows += wrapped(line, .body, mark: part.isNumbered ? "\(i + 1). " : "  ")
      }
    }
    let side = min(width, 2 * desk.boxedSize.height) - 2 * CardOverlay.margin
    if !desk.isASCII, let code = card.code(within: side) {
      rows.append(StyledLine(""))
      rows += code.rows(margin: CardOverlay.margin, isLightInk: true).map { StyledLine($0, .body) }
    }
    return rows
  }
}
