import DebriefModel
import TUI

/// What every debrief of the search taught, the latest first (A7).
struct LessonsOverlay: SheetPlace {
  let lessons: [Teachings.Item<Debrief>]
  var top = 0
  var title: String { "Lessons from your whole search" }

  static let scope = Scope.sheet("lessons")
  static let nothing = "No lessons yet. Each debrief ends with one, in one line."

  /// When a debrief taught it.
  static func day(_ it: Teachings.Item<Debrief>) -> Day {
    (it.thing.closed ?? it.thing.started).day
  }

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    if lessons.isEmpty {
      return TextWidth.wrap(LessonsOverlay.nothing, width: max(8, width))
        .map { StyledLine($0, .dim) }
    }
    return lessons.flatMap { it -> [StyledLine] in
      let day = LessonsOverlay.day(it).short(today: desk.now.day)
      return TextWidth.wrap(it.thing.lesson, width: max(8, width - 2)).enumerated().map {
        StyledLine(($0 == 0 ? "* " : "  ") + $1)
      } + [StyledLine("  \(it.company), \(day)", .dim)]
    }
  }
}
