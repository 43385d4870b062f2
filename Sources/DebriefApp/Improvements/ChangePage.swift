import DebriefModel
import TUI

/// The page of a change to try: what can be known at all, the rounds before and after, and what went with it.
struct ChangePage: SheetPlace {
  let change: Improvement
  let record: ChangeRecord
  var top = 0
  let title = "Before and after"

  static let scope = Scope.sheet("change-page")

  /// The interviews before it and since.
  var parts: [(title: String, rounds: [ChangeRecord.Round])] {
    [("Before", record.before), ("Since", record.after)]
  }

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    let width = max(8, width)
    var lines = TextWidth.wrap(change.what, width: width).map { StyledLine($0, Ink(.title, .bold)) }
    let since = "since \(change.recorded.day.short(today: desk.now.day)) · \(change.area.label)"
    lines += TextWidth.wrap(since, width: width).map { StyledLine($0, .dim) }
    lines.append(StyledLine(""))
    for sentence in record.sentences {
      lines += TextWidth.wrap(sentence, width: width).map { StyledLine($0) }
    }
    for (title, rounds) in parts {
      lines += [StyledLine(""), StyledLine(title, Ink(.title))]
      if rounds.isEmpty { lines.append(StyledLine("  no interview", .dim)) }
      for it in rounds {
        let mark = it.wentOn.map { $0 ? "got to the next step" : "ended there" } ?? "still open"
        let ratings =
          it.ratings.isEmpty
          ? "" : " · rated " + it.ratings.map(String.init).joined(separator: ", ")
        let text = "\(it.day.short(today: desk.now.day)) \(it.company): \(mark)\(ratings)"
        lines += TextWidth.wrap(text, width: width - 2).prefix(2).map { StyledLine("  " + $0) }
      }
    }
    return lines
  }
}
