import DebriefModel
import TUI

extension FeedbackPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let (now, commands) = (desk.now, desk.commands)
    let log = folder.dossier.feedback
    if log.isEmpty {
      canvas.paragraph(
        commands.named(
          "You haven't asked anyone yet. {feedback.ask} notes that you asked; {feedback.add} adds what "
            + "someone told you. Not everyone answers, and asking twice is enough."),
        x: 0, y: 0, width: canvas.width, maxRows: canvas.height, ink: .dim)
      if focused { canvas.cursor(x: 0, y: 0, visible: false) }
      return
    }
    func rows(_ i: Int, open: Bool, quoted: Int) -> [StyledLine] {
      self.rows(log[i], folder, width: canvas.width, open: open, quoted: quoted, now: now)
    }
    // Their words stand there whole where all of them have room, wherever the bar is.
    let whole = FeedbackPane.quotedWhole
    var left = canvas.height
    for i in log.indices where left >= 0 { left -= rows(i, open: false, quoted: whole).count }
    let quoted = left >= 0 ? whole : 1
    let cursor = canvas.blocks(count: log.count, selected: selected, focused: focused) { i in
      rows(i, open: i == selected && focused, quoted: quoted)
    }
    if focused, let cursor { canvas.cursor(x: 0, y: cursor, visible: false) }
  }

  /// So many rows of what somebody said are shown of an entry that is whole.
  private static let quotedWhole = 12

  /// An entry as rows; the selected one is shown whole, the others with so many rows of what was said.
  private func rows(
    _ it: Feedback, _ folder: Folder, width: Int, open: Bool, quoted: Int, now: Moment
  ) -> [StyledLine] {
    let day = TextWidth.pad(it.sortDay.short(today: now.day), to: 7)
    var head: [StyledLine.Span] = [.init(day, .dim), .init("\(it.from) ", Ink(.body, .bold))]
    if it.received != nil {
      head.append(.init("· \(it.channel.label)", .dim))
      if let candour = it.candour { head.append(.init(" · \(candour.label)", .dim)) }
    } else if it.closed {
      head.append(.init("· no answer", .dim))
    } else {
      let due = it.due.map { ", check back \($0.short(today: now.day))" } ?? ""
      head.append(.init("· asked (\(it.channel.label)), waiting\(due)", Ink(.warning)))
    }
    var lines = [StyledLine(head)]
    func add(_ text: String, _ ink: Ink, most: Int) {
      guard !text.isEmpty else { return }
      var wrapped = TextWidth.wrap(text, width: max(4, width - 7))
      if wrapped.count > most {
        wrapped = Array(wrapped.prefix(most))
        wrapped[most - 1] = TextWidth.truncate(wrapped[most - 1] + " …", to: max(4, width - 7))
      }
      lines += wrapped.map { StyledLine([.init("       "), .init($0, ink)]) }
    }
    if !it.verbatim.isEmpty {
      add("\"\(it.verbatim)\"", .body, most: open ? FeedbackPane.quotedWhole : quoted)
    }
    if open {
      for (n, thing) in it.three.enumerated() {
        let reason = folder.reasons.first { $0.code == thing.reason }.map { " (\($0.title))" } ?? ""
        let gap = thing.gap.map { " · \($0.label)" } ?? ""
        add("\(n + 1). \(thing.text)\(reason)\(gap)", Ink(.accent), most: 3)
        // One's own view of the same matter stands beside theirs (A43).
        guard it.isEmployers, !thing.text.isEmpty else { continue }
        let own = folder.dossier.own(beside: thing, of: it, folder.reasons)
        add(
          own.isEmpty ? "you hadn't noted it" : "you had noted: \(own.joined(separator: "; "))",
          .dim, most: 3)
      }
      for (name, text) in [
        ("skills", it.qualification), ("more experience in", it.aspect), ("fit", it.fit),
        ("compared with others", it.comparison),
      ] where !text.isEmpty {
        add("\(name): \(text)", .dim, most: 2)
      }
    }
    return lines
  }
}
