import DebriefModel
import TUI

extension ScriptPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let commands = desk.commands
    let turns = folder.dossier.turns
    let canvas = notesLine(canvas, folder.dossier.notes, commands)
    if turns.isEmpty {
      canvas.paragraph(
        commands.named(
          "Nothing written down yet. {turn.add} adds a question and your answer. "
            + "Any order is fine, and so are half sentences; details can come later."),
        x: 0, y: 0, width: canvas.width, maxRows: canvas.height, ink: .dim)
      if focused { canvas.cursor(x: 0, y: 0, visible: false) }
      return
    }
    let below = curve(canvas, turns)
    let cursor = below.blocks(count: turns.count, selected: selected, focused: focused) { i in
      rows(
        turns[i], i, folder, desk.hedges.value, width: below.width, open: i == selected && focused)
    }
    if focused, let cursor { below.cursor(x: 0, y: cursor, visible: false) }
  }

  /// How many rated answers a curve of them needs to say something.
  private static let leastRated = 3

  /// The ratings over the interview as a curve, their reactions as marks below it, where there is room;
  /// returns the room that is left.
  private func curve(_ canvas: Canvas, _ turns: [Turn]) -> Canvas {
    let rated = turns.filter { $0.rating != nil }
    guard rated.count >= ScriptPane.leastRated, canvas.height >= 20, canvas.width >= 40 else {
      return canvas
    }
    let line = Sparkline(
      turns.map { Sparkline.Point($0.rating.map(Double.init), mark: $0.mark.first) },
      scale: 1...5, role: .accent)
    var rect = canvas.bounds
    let rows = line.rows(width: canvas.width)
    canvas.part(rect.takeTop(rows)).picture(line)
    _ = rect.takeTop(1)
    return canvas.part(rect)
  }

  /// Says at the foot that captured notes wait, or that some are kept; returns the room that is left.
  private func notesLine(
    _ canvas: Canvas, _ notes: [Note], _ commands: CommandTable
  ) -> Canvas {
    guard !notes.isEmpty, canvas.height >= 3 else { return canvas }
    let waiting = notes.count { $0.kept != true }
    let count = waiting > 0 ? waiting : notes.count
    let text = "\(count)\(waiting > 0 ? " new" : "") note\(count == 1 ? "" : "s")"
    var rect = canvas.bounds
    let foot = canvas.part(rect.takeBottom(1))
    let used = foot.text(commands.named("{inbox}"), x: 0, y: 0, ink: Ink(.key))
    foot.text(text + (waiting > 0 ? " to file" : ""), x: used + 1, y: 0, ink: .dim)
    return canvas.part(rect)
  }

  private func rows(
    _ it: Turn, _ index: Int, _ folder: Folder, _ hedges: Hedges?, width: Int, open: Bool
  ) -> [StyledLine] {
    let number = TextWidth.pad("Q\(index + 1)", to: 4)
    let stars = it.rating.map { n in
      String(repeating: "★", count: max(0, min(5, n)))
        + String(repeating: "·", count: 5 - max(0, min(5, n)))
    }
    let mark: Ink =
      it.mark == "+" ? Ink(.strength) : it.mark == "-" ? Ink(.weakness) : Ink(.warning)
    var lines: [StyledLine] = []
    let asked = TextWidth.wrap(
      (it.asker == .me ? "you asked: " : "") + it.question, width: max(4, width - 13))
    for (n, line) in asked.prefix(open ? 6 : 2).enumerated() {
      lines.append(
        StyledLine([
          .init(n == 0 ? number : "    ", .dim),
          .init(n == 0 ? stars ?? "·····" : "     ", Ink(.barFull)),
          .init(n == 0 ? " \(it.mark.isEmpty ? " " : it.mark) " : "   ", mark),
          .init(line, Ink(.body, .bold)),
        ]))
    }
    guard open else { return lines }
    func add(_ label: String, _ text: String, _ ink: Ink) {
      guard !text.isEmpty else { return }
      let wrapped = TextWidth.wrap(label + text, width: max(4, width - 4))
      lines += wrapped.prefix(5).map { StyledLine([.init("    "), .init($0, ink)]) }
    }
    add("answer: ", it.answer, .body)
    func addMarked(_ label: String, _ text: String, _ ink: Ink) {
      guard let hedges, !text.isEmpty else { return add(label, text, ink) }
      let wrapped = TextWidth.wrap(label + text, width: max(4, width - 4))
      lines += wrapped.prefix(5).map { StyledLine([.init("    ")] + hedges.spans($0, ink)) }
      let words = hedges.words(text)
      if !words.isEmpty {
        add("", "sounds unsure: \(words.joined(separator: ", "))", Ink(.warning))
      }
    }
    addMarked("prepared: ", it.prepared, .dim)
    addMarked("better: ", it.better, Ink(.strength))
    var notes: [String] = []
    if let reaction = it.reaction { notes.append("they \(reaction.label)") }
    if let delivery = it.delivery { notes.append(delivery.rawValue) }
    if !it.parts.isEmpty { notes.append(it.parts.map(\.rawValue).joined(separator: ", ")) }
    if let person = folder.dossier.person(it.person) { notes.append(person.name) }
    if let late = folder.dossier.lateness(it) { notes.append(late) }
    add("", notes.joined(separator: " · "), .dim)
    return lines
  }
}

extension Hedges {
  /// A line with its hedge words marked.
  func spans(_ line: String, _ ink: Ink) -> [StyledLine.Span] {
    pieces(line).map { .init($0.text, $0.isHedge ? Ink(.warning, .underline) : ink) }
  }
}
