import DebriefModel
import TUI

/// What stands below a question on a high screen, to look back at: what they wrote, what was answered so far,
/// and when it was. It's quiet, takes no key, and is nothing to point at; what follows from it is said
/// elsewhere.
extension ChecklistPane {
  /// From how many rows of the screen on: below, a question and what it offers need them all.
  private static let highest = 48

  /// The rows it has in so high a pane; 0 where the question needs them. Where it begins follows from the
  /// screen alone: a sentence in the last row moves nothing.
  func soFarRows(_ height: Int, _ entry: Wizard.Entry, _ desk: Desk) -> Int {
    // Lists to read, reasons to pick from, and what is still open are as long as the screen.
    let isLong =
      entry.item.kind == .task(.findings) || entry.item.kind == .task(.close) || isFilter(entry)
    guard desk.size.height >= ChecklistPane.highest, !isLong else { return 0 }
    return max(0, height - (desk.size.height / 2 - 2))
  }

  /// Draws it from the top, the strip of dates at the foot: where the question changes, nothing here moves.
  func drawSoFar(_ canvas: Canvas, _ entry: Wizard.Entry, _ wizard: Wizard, now: Moment) {
    var page = Sheet(canvas: canvas, tight: false)
    let strip = Milestone.strip(Milestone.list(wizard.dossier, now: now), today: now.day)
    let rows = strip.marks.count > 1 ? strip.rows(width: canvas.width) : 0
    let end = canvas.height - (rows == 0 ? 0 : rows + 1)
    let event = wizard.dossier.events.last { $0.kind == .refused && !$0.words.isEmpty }
    if let event {
      let day = event.known.map { ", \($0.short(today: now.day))" } ?? ""
      page.put("What they wrote\(day)", Ink(.dim, .bold), rows: 1)
      page.put(event.words.oneLine, .dim, rows: min(8, end - page.y))
      page.gap()
    }
    let answers = ChecklistPane.answers(wizard, besides: entry.item.id)
      .filter { $0.said != event?.words.oneLine }
    if !answers.isEmpty, page.y + 3 <= end {
      page.put("What you've said so far", Ink(.dim, .bold), rows: 1)
      // The latest are the ones to go on from: as many of them as fit whole.
      let width = max(1, canvas.width - 2)
      var (shown, room) = (answers.count, end - page.y)
      func height(_ it: (ask: String, said: String)) -> Int {
        1 + min(2, TextWidth.wrap(it.said, width: width, most: 3).count)
      }
      while shown > 0 {
        let needed = height(answers[shown - 1])
        // A row says that there is more before them.
        guard needed + (shown > 1 ? 1 : 0) <= room else { break }
        room -= needed
        shown -= 1
      }
      if shown > 0 { page.put("\(shown) more before", .dim, rows: 1) }
      for it in answers[shown...] {
        page.put(it.ask, .dim, rows: 1)
        page.put(it.said, rows: 2, x: 2)
      }
    }
    if rows > 0 {
      let rect = Rect(x: 0, y: canvas.height - rows, width: canvas.width, height: rows)
      canvas.part(rect).picture(strip)
    }
  }

  /// What was answered, in words and in the order of the questions; not what was skipped, or done elsewhere.
  static func answers(_ wizard: Wizard, besides item: String) -> [(ask: String, said: String)] {
    wizard.entries.compactMap { it in
      guard it.item.id != item, let response = it.response, !response.isSkipped,
        let said = it.item.words(response.value)?.oneLine, !said.isEmpty
      else { return nil }
      return (it.item.ask, said)
    }
  }
}

extension Milestone {
  /// Those of an application as a strip.
  static func strip(_ all: [Milestone], today: Day) -> Timeline {
    Timeline(
      all.enumerated().map { i, it in
        .init(
          it.label, note: it.on.short(today: today), it.state == .past ? .past : .ahead,
          since: Milestone.since(all, i))
      })
  }
}
