import DebriefModel
import TUI

/// What to read again before one meets them once more, over the review (A94).
struct RefresherOverlay: SheetPlace {
  var top = 0
  var title: String { "Before you talk to them again" }

  static let scope = Scope.sheet("refresher")

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    guard let dossier = desk.folder?.dossier else { return [] }
    let parts = Refresher(dossier, now: desk.now).parts
    if parts.isEmpty { return [StyledLine("Nothing to read yet.", .dim)] }
    return parts.flatMap { part in
      [StyledLine(part.title, Ink(.title))]
        + part.lines.flatMap { line -> [StyledLine] in
          TextWidth.wrap(line.trimmed, width: max(8, width - 4)).enumerated().map {
            StyledLine(($0 == 0 && !line.hasPrefix("  ") ? "  " : "    ") + $1)
          }
        } + [StyledLine("")]
    }
  }
}
