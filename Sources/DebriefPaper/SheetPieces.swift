import DebriefModel

/// A sheet as pieces of one width, set in one size.
struct SheetPieces {
  let pen: Pen
  let width: Double
  let size: Double

  private var body: Pen.Style { .init(size: size) }
  private var dim: Pen.Style { .init(size: size, color: Ink.dim) }
  private var bold: Pen.Style { .init(size: size, isBold: true) }

  /// All of it.
  func pieces(_ sheet: Sheet) -> [Piece] {
    var out = [text(sheet.name, .init(size: size * 1.5, isBold: true), "H1")]
    out += [(sheet.standing, dim), (sheet.lead, bold), (sheet.aside, dim)].compactMap {
      $0.0.isEmpty ? nil : text($0.0, $0.1, "P", above: 0.2)
    }
    for section in sheet.sections {
      var part = [heading(section.title)]
      for block in section.blocks { part += pieces(block) }
      part[0].opens.insert("Sect", at: 0)
      part[part.count - 1].closes.append("Sect")
      out += part
    }
    if !sheet.legend.isEmpty { out.append(text(sheet.legend, dim, "P", above: 1.1)) }
    return out
  }

  private func text(
    _ text: String, _ style: Pen.Style, _ tag: String, above: Double = 0, indent: Double = 0
  ) -> Piece {
    Piece(
      cells: [
        .init(
          x: indent, width: width - indent, text: Harmless.shown(text), style: style, tag: tag)
      ], above: above * size)
  }

  private func heading(_ title: String) -> Piece {
    var piece = text(title, .init(size: size * 1.05, isBold: true), "H2", above: 0.85)
    let height = piece.height(pen)
    piece.shapes = [.box(x: 0, y: height + 1, width: width, height: 0.6, Ink.line)]
    piece.least = height + size * 0.4
    piece.staysWithNext = true
    return piece
  }

  private func pieces(_ block: Sheet.Block) -> [Piece] {
    switch block {
    case .against(let columns): return grouped(against(columns), "Table")
    case .lines(let lines): return lines.map { text($0, body, "P", above: 0.1) }
    case .items(let items, let isNumbered):
      let marks = items.indices.map { isNumbered ? "\($0 + 1)." : "•" }
      let indent = (marks.map { pen.width($0, body) }.max() ?? 0) + size * 0.5
      let list = zip(marks, items).map { mark, item in
        row(
          [
            cell(0, indent, mark, body, "Lbl"), cell(indent, width - indent, item, body, "LBody"),
          ], "LI")
      }
      return grouped(list, "L")
    case .quote(let from, let words):
      var piece = text("\(from): \"\(words)\"", body, "P", above: 0.25, indent: size)
      piece.shapes = [
        .box(x: 0, y: 1, width: 2, height: max(1, piece.height(pen) - 2), Ink.line)
      ]
      return grouped([piece], "BlockQuote")
    case .meters(let meters): return grouped(meters.map(meter), "Table")
    case .rows(let rows):
      let label = labelWidth(rows.map(\.label), most: width * 0.45)
      return grouped(
        rows.map {
          row(
            [
              cell(0, label, $0.label, dim, "TH"),
              cell(label + size, width - label - size, $0.text, body, "TD"),
            ], "TR")
        }, "Table")
    case .code(let code): return [codePiece(code)]
    case .strip(let strip): return StripPieces(pen: pen, width: width, size: size).pieces(strip)
    }
  }

  /// A QR code: paper is its light margin.
  private func codePiece(_ code: QRCode) -> Piece {
    let step = 2.6
    var piece = Piece(cells: [], above: size * 0.5, row: "Figure")
    piece.least = step * Double(code.size + 4)
    for y in 0..<code.size {
      var x = 0
      while x < code.size {
        var end = x
        while code.isDark(end, y) { end += 1 }
        if end > x {
          piece.shapes.append(
            .box(
              x: step * Double(x + 4), y: step * Double(y), width: step * Double(end - x),
              height: step, 0))
        }
        x = end + 1
      }
    }
    return piece
  }

  /// Pieces as one part of the structure.
  private func grouped(_ pieces: [Piece], _ name: String) -> [Piece] {
    guard !pieces.isEmpty else { return [] }
    var pieces = pieces
    pieces[0].opens.insert(name, at: 0)
    pieces[pieces.count - 1].closes.append(name)
    return pieces
  }

  private func cell(
    _ x: Double, _ width: Double, _ text: String, _ style: Pen.Style, _ tag: String
  ) -> Piece.Cell {
    .init(
      x: x, width: max(size, width), text: Harmless.shown(text), style: style, tag: tag)
  }

  private func row(_ cells: [Piece.Cell], _ name: String) -> Piece {
    Piece(cells: cells, above: size * 0.12, row: name)
  }

  private func labelWidth(_ labels: [String], most: Double) -> Double {
    // A little more than was measured: what just fits must not break.
    min(most, (labels.map { pen.width(Harmless.shown($0), dim) }.max() ?? 0) + 1)
  }

  private func against(_ columns: [Sheet.Column]) -> [Piece] {
    let gap = size * 1.6
    let each = (width - gap * Double(columns.count - 1)) / Double(max(1, columns.count))
    func x(_ i: Int) -> Double { Double(i) * (each + gap) }
    func color(_ column: Sheet.Column) -> UInt32 {
      column.side == .strengths ? Ink.good : Ink.bad
    }
    var titles = row(
      columns.enumerated().map { i, column in
        cell(
          x(i), each, column.title, Pen.Style(size: size, isBold: true, color: color(column)), "TH")
      }, "TR")
    titles.staysWithNext = true
    let step = size * 0.42
    let bar = step * Double(Page.mostStars)
    let number = bar + size * 0.4
    let indent = number + size
    let rows = (0..<(columns.map(\.entries.count).max() ?? 0)).map { n in
      var piece = row(
        columns.enumerated().flatMap { i, column -> [Piece.Cell] in
          guard column.entries.indices.contains(n) else { return [] }
          let entry = column.entries[n]
          return [
            cell(x(i) + number, size, "\(entry.weight)", dim, "TD"),
            cell(x(i) + indent, each - indent, entry.text, body, "TD"),
          ]
        }, "TR")
      for (i, column) in columns.enumerated() where column.entries.indices.contains(n) {
        for k in 0..<Page.mostStars {
          piece.shapes.append(
            .box(
              x: x(i) + Double(k) * step, y: size * 0.42, width: step - 1, height: size * 0.55,
              k < column.entries[n].weight ? color(column) : Ink.rest))
        }
      }
      return piece
    }
    return [titles] + rows
  }

  private func meter(_ meter: Sheet.Meter) -> Piece {
    let label = meter.isStepped ? size * 2.4 : width * 0.3
    let bar = size * 6
    let start = label + size * 0.6
    let words = start + bar + size * 0.8
    var piece = row(
      [
        cell(0, label, meter.label, dim, "TH"),
        cell(words, width - words, meter.text, body, "TD"),
      ], "TR")
    let (y, height) = (size * 0.4, size * 0.6)
    if meter.isStepped {
      let step = bar / Double(meter.of)
      piece.shapes = (0..<meter.of).map {
        .box(
          x: start + Double($0) * step, y: y, width: step - 1.5, height: height,
          $0 < meter.value ? Ink.bar : Ink.rest)
      }
    } else {
      piece.shapes = [.box(x: start, y: y, width: bar, height: height, Ink.rest)]
      if meter.value > 0 {
        let full = max(1, bar * Double(meter.value) / Double(meter.of))
        piece.shapes.append(.box(x: start, y: y, width: full, height: height, Ink.bar))
      }
    }
    return piece
  }
}

/// What happened as points on a line: the days between above it, the names below. Where they have no room
/// beside each other, they go on in the next row.
struct StripPieces {
  let pen: Pen
  let width: Double
  let size: Double

  func pieces(_ strip: [Milestone]) -> [Piece] {
    let name = Pen.Style(size: size)
    let days = Pen.Style(size: size, color: Ink.dim)
    let labels = strip.map { Harmless.shown($0.label) }
    let between = strip.indices.map { Milestone.between(strip, $0) ?? "" }
    let need =
      zip(labels, between).map { max(pen.width($0, name), pen.width($1, days)) }.max() ?? 0
    let most = max(1, Int(width / (need + size)))
    let rows = max(1, (strip.count + most - 1) / most)
    let each = max(1, (strip.count + rows - 1) / rows)
    let gap = width / Double(max(each, 2))
    return stride(from: 0, to: strip.count, by: each).map { start in
      let shown = start..<min(start + each, strip.count)
      var piece = Piece(cells: [], above: size * 0.2, row: "P")
      let line = size * 1.9
      for i in shown {
        let x = gap * (Double(i - start) + 0.5)
        if !between[i].isEmpty {
          let from = i == start ? max(0, x - gap / 2) : x - gap
          piece.shapes.append(
            .box(x: from + 5, y: line - 0.5, width: max(1, x - from - 10), height: 1, Ink.line))
          piece.cells.append(centered(between[i], (from + x) / 2, days, drop: size * 0.3))
        }
        piece.shapes.append(
          .dot(x: x, y: line, radius: 3, Ink.bar, isFilled: strip[i].state == .past))
        piece.cells.append(centered(labels[i], x, name, drop: line + 4))
      }
      return piece
    }
  }

  private func centered(
    _ text: String, _ x: Double, _ style: Pen.Style, drop: Double
  ) -> Piece.Cell {
    let width = pen.width(text, style) + 1
    return .init(
      x: max(0, min(x - width / 2, self.width - width)), width: width, text: text, style: style,
      tag: "Span", drop: drop)
  }
}
