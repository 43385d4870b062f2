import DebriefModel
import TUI

/// The claims of the résumé beside what they asked and what the talk showed (A97).
extension PreparationPane {
  /// The columns of "asked" and "borne out".
  static let gridWidth = 16

  /// Whether the claims stand beside what was asked and shown: once the talk has begun, where there
  /// is room (A97).
  func isGrid(_ dossier: Dossier, width: Int, now: Moment) -> Bool {
    width >= 34 && FitRules.rating(dossier, now: now) == .after
  }

  func gridRows(
    _ it: Preparation, width: Int, open: Bool, _ commands: CommandTable
  ) -> [StyledLine] {
    let (mark, role) = PreparationPane.mark(it.state, late: false)
    let room = width - PreparationPane.gridWidth - 1
    var rows = lines(
      mark, it.text, .body, width: room, most: open ? 8 : 2, markInk: Ink(role, .bold))
    let (asked, shown, ink): (String, String, Ink) =
      switch it.delivery {
      case nil: ("?", commands.named("{preparation.rate} to rate"), .dim)
      case .notAsked?: ("no", "·", Ink(.warning))
      case .met?: ("yes", "yes", Ink(.strength))
      case .partly?: ("yes", "partly", Ink(.warning))
      case .unmet?: ("yes", "no", Ink(.weakness))
      }
    let used = rows[0].spans.reduce(0) { $0 + TextWidth.columns($1.text) }
    rows[0].spans.append(.init(String(repeating: " ", count: max(1, room + 1 - used))))
    rows[0].spans.append(.init(TextWidth.pad(asked, to: 7) + shown, ink))
    if open {
      let state = Preparation.label(it.state, it.kind)
      rows += lines(
        "    ", it.detail.isEmpty ? state : "\(state) · \(it.detail)", .dim, width: width, most: 10)
    }
    return rows
  }
}
