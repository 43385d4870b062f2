import DebriefModel
import TUI

/// On a large screen, what a short list leaves blank: what the applications above taught, in the user's words and
/// in theirs. It is only read, and no key leads there.
extension Home {
  /// The blank rows from which it is worth a heading: that, a lesson, and whose it is.
  private static let leastTaught = 4
  /// From so many rows on it is shown below a list that has the whole width, too.
  private static let highEnough = 36

  /// The rows it has below a list of so many; 0 where the list needs them, or may need them while one types.
  func taughtRows(_ size: Size, height: Int) -> Int {
    guard size.width >= Home.wide || size.height >= Home.highEnough, atTop, atBottom,
      filter.isEmpty, !rows.isEmpty
    else { return 0 }
    let free = height - rows.count - 2
    return free >= Home.leastTaught ? free : 0
  }

  /// The lessons and the last feedback of the rows, the latest first.
  private func taught(_ desk: Desk) -> [(heading: String, lines: [(words: String, whose: String)])]
  {
    let lessons = rows.compactMap { facts in
      facts.debrief.flatMap {
        $0.lesson.trimmed.isEmpty ? nil : (words: $0.lesson.oneLine, whose: facts.name)
      }
    }
    let quotes = rows.compactMap { facts in
      Home.told(facts, desk).map {
        (words: "“\($0.words)”", whose: "\($0.who) · \(facts.name)")
      }
    }
    return [("What you learned", lessons), ("What they told you", quotes)].filter { !$0.1.isEmpty }
  }

  func drawTaught(_ canvas: Canvas, _ desk: Desk) {
    var y = 0
    let x = 2
    let width = max(1, min(100, canvas.width - 2 * x - 2))
    for (heading, lines) in taught(desk) where y + 2 < canvas.height {
      canvas.text(heading, x: x, y: y, ink: Ink(.title, .bold))
      y += 1
      for line in lines where y + 1 < canvas.height {
        let rows = min(4, canvas.height - y - 1)
        y += canvas.paragraph(line.words, x: x + 2, y: y, width: width, maxRows: rows)
        canvas.text(line.whose, x: x + 2, y: y, ink: .dim, width: width)
        y += 1
      }
      y += 1
    }
  }
}
