import DebriefModel
import TUI

extension FindingsPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let dossier = folder.dossier
    let outside = list(dossier, .outside)
    var rect = canvas.bounds
    let strip =
      outside.isEmpty && column != .outside
      ? 0 : min(max(2, canvas.height / 3), max(1, outside.count) * 2 + 1)
    let below = rect.takeBottom(canvas.height >= 8 ? strip : (column == .outside ? rect.height : 0))
    if canvas.width < 34 {
      // One column at a time: the one the keys work on.
      if column != .outside {
        drawColumn(canvas.part(rect), column, folder, desk, focused: focused)
      }
    } else if rect.height > 0 {
      drawAreas(canvas, &rect, dossier)
      let half = (rect.width - 3) / 2
      var right = rect
      let left = right.takeLeft(half)
      let gap = right.takeLeft(3)
      for y in 0..<rect.height { canvas.text("│", x: gap.x + 1, y: rect.y + y, ink: Ink(.border)) }
      drawColumn(canvas.part(left), .strength, folder, desk, focused: focused)
      drawColumn(canvas.part(right), .weakness, folder, desk, focused: focused)
    }
    if below.height > 0 {
      drawColumn(canvas.part(below), .outside, folder, desk, focused: focused)
    }
  }

  /// What went well against what didn't, by area, where both lists leave the room for it.
  private func drawAreas(_ canvas: Canvas, _ rect: inout Rect, _ dossier: Dossier) {
    let listed = dossier.findings.filter { $0.kind != .outside && $0.area != nil }
    let rows = Area.allCases.compactMap { area -> Butterfly.Row? in
      let left = listed.count { $0.area == area && $0.kind == .strength }
      let right = listed.count { $0.area == area && $0.kind == .weakness }
      return left + right == 0 ? nil : Butterfly.Row(area.label, left: left, right: right)
    }
    let picture = Butterfly(rows, left: .init(role: .strength), right: .init(role: .weakness))
    let height = picture.rows(width: rect.width)
    // The lists come first: each finding has about three rows.
    let wanted =
      max(
        listed.count { $0.kind == .strength }, listed.count { $0.kind == .weakness }) * 3 + 2
    guard rows.count >= 2, rect.height >= wanted + height + 2 else { return }
    // It stands apart from what is above it and below.
    _ = rect.takeBottom(1)
    canvas.part(rect.takeBottom(height)).picture(picture)
    _ = rect.takeBottom(1)
  }

  private func drawColumn(
    _ canvas: Canvas, _ kind: Finding.Kind, _ folder: Folder, _ desk: Desk, focused: Bool
  ) {
    let dossier = folder.dossier
    let items = list(dossier, kind)
    let here = column == kind
    canvas.target(.part(Finding.Kind.allCases.firstIndex(of: kind) ?? 0))
    let (sign, name, role): (String, String, Role) =
      switch kind {
      case .strength: ("+", "went well", .strength)
      case .weakness: ("-", "didn't", .weakness)
      case .outside: ("○", FindingsPane.circumstances(folder), .dim)
      }
    canvas.text(
      "\(sign) \(name)", x: 0, y: 0, ink: Ink(role, here && focused ? [.bold, .underline] : .bold))
    if kind != .outside {
      let text = "\(items.count)"
      canvas.text(text, x: canvas.width - TextWidth.columns(text), y: 0, ink: .dim)
    }
    let room = canvas.part(Rect(x: 0, y: 1, width: canvas.width, height: canvas.height - 1))
    if items.isEmpty {
      room.paragraph(
        here && focused ? desk.named("{finding.add} adds one") : "none yet", x: 0, y: 0,
        width: room.width, maxRows: 2,
        ink: .dim)
      if here, focused { room.cursor(x: 0, y: 0, visible: false) }
      return
    }
    let pick = here ? items.firstIndex { $0.id == current(dossier)?.id } : nil
    let cursor = room.blocks(count: items.count, selected: pick, focused: focused) { i in
      FindingsPane.rows(
        items[i], dossier, width: room.width, role: role,
        open: focused && i == pick ? desk : nil)
    }
    if focused, let cursor { room.cursor(x: 0, y: cursor, visible: false) }
  }

  /// What the third list holds: whose it was is told as the page tells it. Why one stepped back is one's own
  /// choice and no circumstance.
  private static func circumstances(_ folder: Folder) -> String {
    let (outside, partly) = folder.dossier.circumstances(folder.reasons)
    let whose =
      switch (outside.isEmpty, partly.isEmpty) {
      case (false, false): "partly or fully outside your control"
      case (true, false): "partly in your control"
      case (_, true): "outside your control"
      }
    guard !folder.dossier.ownChoices.isEmpty else { return whose }
    return outside.isEmpty && partly.isEmpty ? "your decision" : "your decision, and \(whose)"
  }

  /// A finding as rows: its weight, its sentence, its evidence; with `open`, what else there is to say of it.
  static func rows(
    _ it: Finding, _ dossier: Dossier, width: Int, role: Role, open: Desk? = nil
  ) -> [StyledLine] {
    let mark = evidence(it, dossier)
    var lines = TextWidth.wrap(it.statement, width: max(4, width - 2))
    if lines.count > 4 {
      lines = Array(lines.prefix(4))
      lines[3] = TextWidth.truncate(lines[3] + " …", to: max(4, width - 2))
    }
    let isBeside =
      lines.last.map { TextWidth.columns($0) + TextWidth.columns(mark) + 4 <= width } ?? false
    var rows = lines.enumerated().map { i, line in
      StyledLine([.init(i == 0 ? "\(it.weight) " : "  ", Ink(role, .bold)), .init(line)])
    }
    if !mark.isEmpty, isBeside {
      rows[rows.count - 1].spans.append(.init("  " + mark, .dim))
    } else if !mark.isEmpty {
      rows += TextWidth.wrap(mark, width: max(4, width - 2)).map {
        StyledLine([.init("  "), .init($0, .dim)])
      }
    }
    if let rival = it.rival, !rival.isEmpty, rival != VerdictReasons.nothingElse {
      rows += TextWidth.wrap("or maybe: \(rival)", width: max(4, width - 2)).prefix(2).map {
        StyledLine([.init("  "), .init($0, .dim)])
      }
    }
    guard let desk = open else { return rows }
    func add(_ text: String, _ ink: Ink) {
      rows += TextWidth.wrap(text, width: max(4, width - 2)).map {
        StyledLine([.init("  "), .init($0, ink)])
      }
    }
    if let late = dossier.lateness(it) { add(late, .dim) }
    // A weakness names a moment; what took back the answer there is marked (A44).
    if Moments.isWanted(it, dossier) {
      add("no example yet", .dim)
    }
    if it.kind == .strength, let turn = Moments.turn(it, dossier), !turn.answer.isEmpty {
      let said = turn.answer.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      add("you said: “\(TextWidth.truncate(said, to: 120))”", .dim)
    }
    if it.kind == .weakness, let turn = Moments.turn(it, dossier) {
      add("asked: \(turn.question)", .dim)
      let words = desk.hedges.value?.words(turn.answer) ?? []
      if !words.isEmpty { add("you said: \(words.joined(separator: ", "))", Ink(.warning)) }
    }
    return rows
  }

  /// What it rests on, in the words of the page: `Q3`, `they told you`.
  static func evidence(_ it: Finding, _ dossier: Dossier) -> String {
    let turn = Moments.turn(it, dossier)
    let answer = dossier.turns.firstIndex { $0.id == turn?.id }.map { $0 + 1 }
    var rests = it.tier.grounds(answer: answer)
    if it.evidence?.kind == .feedback, it.tier != .stated { rests.append("from their feedback") }
    return rests.joined(separator: ", ")
  }
}
