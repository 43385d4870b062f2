import DebriefModel
import TUI

/// The words to say when a no comes by telephone (A65).
struct CallCardOverlay: SheetPlace {
  var top = 0
  let title = "When the phone rings"

  static let scope = Scope.sheet("call-card")

  static let missing = "The card isn't ready yet. Go back and open it again."

  /// Its text; nil where it isn't read yet.
  func card(_ desk: Desk) -> String? {
    desk.folder?.letters.value.flatMap { $0.callCard.isEmpty ? nil : $0.callCard }
  }

  /// The card, one line for a line of its file.
  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    guard let card = card(desk) else { return [StyledLine(CallCardOverlay.missing, .dim)] }
    return card.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      if line.hasPrefix("# ") { return [StyledLine(String(line.dropFirst(2)), Ink(.title))] }
      if line.isEmpty { return [StyledLine("")] }
      return TextWidth.wrap(String(line), width: max(4, width)).map { StyledLine($0) }
    }
  }
}

/// What came of all letters: counts alone.
struct FollowThroughOverlay: SheetPlace {
  let counts: FollowThrough
  var top = 0
  let title = "How your letters turned out"

  static let scope = Scope.sheet("follow-through")

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    FollowThroughOverlay.lines(counts, width: width)
  }

  static let nothing =
    "Nothing sent yet. Letters you mark as sent are counted here, for your whole search."
  static let caveat = "Counts for your whole search. A few letters can't show a pattern."

  /// The ways in which they are counted, those with something to count.
  static func parts(_ counts: FollowThrough) -> [(title: String, rows: [FollowThrough.Row])] {
    [
      ("By letter", counts.byKind), ("By how you sent it", counts.byChannel),
      ("By how soon you sent it", counts.byDelay),
    ].filter { !$0.1.isEmpty }
  }

  /// The counts, a line each; never a share of so few.
  static func lines(_ counts: FollowThrough, width: Int) -> [StyledLine] {
    if counts.isEmpty {
      return TextWidth.wrap(nothing, width: max(4, width)).map { StyledLine($0, .dim) }
    }
    var lines: [StyledLine] = []
    for (title, rows) in parts(counts) {
      if !lines.isEmpty { lines.append(StyledLine("")) }
      lines += TextWidth.wrap(title, width: max(4, width)).map { StyledLine($0, Ink(.title)) }
      let room = min(32, max(8, width / 2))
      for row in rows {
        let text = "\(row.sent) sent · \(row.answered) answered · \(row.useful) helped"
        if width >= 60 {
          lines.append(
            StyledLine([.init("  " + TextWidth.pad(row.label, to: room) + " "), .init(text, .dim)]))
        } else {
          lines.append(StyledLine("  " + row.label))
          lines += TextWidth.wrap(text, width: max(4, width - 4)).map {
            StyledLine([.init("    "), .init($0, .dim)])
          }
        }
      }
    }
    lines.append(StyledLine(""))
    lines += TextWidth.wrap(caveat, width: max(4, width)).map { StyledLine($0, .dim) }
    return lines
  }
}
