import DebriefModel
import TUI

/// How the months look. Wide screens have the list and the figure side by side, narrow ones one of them.
extension MonthsScreen {
  /// From so many columns on both stand side by side.
  static let both = 64
  private static let listWidth = 28

  /// Whether a screen is so low that the rows of a figure take the place of what it says.
  static func isLow(_ size: Size) -> Bool { size.height < 15 }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    canvas.fill(canvas.bounds, ink: .body)
    canvas.text("Months", x: 1, y: 0, ink: Ink(.title, .bold))
    let about = desk.months.value.map { "\($0.window.label) · \($0.headline)" } ?? "Adding it up …"
    canvas.text(about, x: 9, y: 0, ink: .dim, width: max(0, canvas.width - 10))
    let body = canvas.part(
      Rect(x: 0, y: 2, width: canvas.width, height: max(0, canvas.height - 2)))
    guard let months = desk.months.value else {
      canvas.cursor(x: 0, y: 0, visible: false)
      return
    }
    guard months.applications > 0 else {
      body.part(Rect(x: 2, y: 0, width: max(1, body.width - 4), height: body.height)).paragraph(
        months.window == .all
          ? "Nothing to add up yet. Once you've heard back on some applications and finished debriefs, "
            + "you'll see how far you got, what keeps coming up, and which changes you kept."
          : desk.named("Nothing started in this period. {months.window} shows another one."),
        x: 0, y: 0, width: max(1, min(70, body.width - 4)), maxRows: body.height)
      canvas.cursor(x: 0, y: 0, visible: false)
      return
    }
    canvas.cursor(x: 0, y: 0, visible: false)
    let isWide = canvas.width >= MonthsScreen.both
    if isWide || row == nil {
      let width = isWide ? MonthsScreen.listWidth : body.width
      drawList(body.part(Rect(x: 0, y: 0, width: width, height: body.height)), desk)
    }
    if isWide || row != nil, let figure = figure(desk) {
      // The longest name of the list and a figure beside it are two things, where there is room to show it.
      let x = isWide ? MonthsScreen.listWidth + (body.width >= 110 ? 3 : 1) : 1
      let width = min(90, max(1, body.width - x - 1))
      let used = drawFigure(
        figure, body.part(Rect(x: x, y: 0, width: width, height: body.height)), desk)
      if isWide { drawOthers(body, x: x, width: width, below: used, desk) }
    }
  }

  /// Where there's room below the figure and beside it, those that come after it in the list: each in short, and
  /// whole or not at all.
  private func drawOthers(_ body: Canvas, x: Int, width: Int, below used: Int, _ desk: Desk) {
    let beside = Rect(
      x: x + width + 3, y: 0, width: min(90, body.width - x - width - 4), height: body.height)
    // A second column says that the screen is large enough for more than was asked for.
    guard beside.width >= 40 else { return }
    let all = figures(desk)
    let at = max(0, min(list.selection, all.count - 1))
    var others = (all[(at + 1)...] + all[..<at]).filter { !$0.isThin }[...]
    for area in [beside, Rect(x: x, y: used + 2, width: width, height: body.height - used - 2)] {
      var y = 0
      while let figure = others.first, area.height - y >= 3 {
        let room = body.part(
          Rect(x: area.x, y: area.y + y, width: area.width, height: area.height - y))
        guard let rows = drawShort(figure, room) else { break }
        others.removeFirst()
        y += rows + 1
      }
    }
  }

  /// So many rows of a figure that is all words are shown in short.
  private static let latest = 3

  /// A figure without its rows, but for the first of one that has nothing else; nil, and nothing drawn, where it has
  /// no room.
  private func drawShort(_ figure: Months.Figure, _ canvas: Canvas) -> Int? {
    let sentences = figure.sentences.map { TextWidth.wrap($0, width: canvas.width) }
    let listed =
      figure.picture == .words
      ? figure.shown.prefix(MonthsScreen.latest).map {
        TextWidth.truncate(String.said($0.label, $0.words), to: max(4, canvas.width - 2))
      } : []
    let words = 1 + sentences.reduce(0) { $0 + $1.count } + listed.count
    // A picture has a row for each of its own, a scale, and what its marks mean.
    let picture = figure.picture == .words ? 0 : figure.rows.count + 3
    guard words + picture + 1 <= canvas.height else { return nil }
    canvas.text(figure.figure.title, x: 0, y: 0, ink: Ink(.title))
    for (y, line) in sentences.joined().enumerated() {
      canvas.text(line, x: 0, y: y + 1, ink: .body)
    }
    for (y, line) in listed.enumerated() {
      canvas.text(line, x: 2, y: words - listed.count + y, ink: .dim)
    }
    guard picture > 0 else { return words }
    let left = Rect(
      x: 0, y: words + 1, width: canvas.width, height: canvas.height - words - 1)
    let rows = drawPicture(figure, canvas.part(left))
    return rows == 0 ? words : words + rows
  }

  private func drawList(_ canvas: Canvas, _ desk: Desk) {
    let figures = figures(desk)
    let selected = max(0, min(list.selection, figures.count - 1))
    canvas.blocks(count: figures.count, selected: selected, focused: row == nil) { i in
      let it = figures[i]
      return [
        StyledLine([
          .init("  "),
          .init(
            TextWidth.truncate(it.figure.title, to: max(4, canvas.width - 3)),
            it.isThin ? .dim : i == selected ? Ink(.body, .bold) : .body),
        ])
      ]
    }
  }

  /// A figure: what it says, its picture, and in words what that leaves out. Returns how many rows of the screen it has.
  private func drawFigure(_ figure: Months.Figure, _ canvas: Canvas, _ desk: Desk) -> Int {
    var y = 0
    func put(_ text: String, _ ink: Ink) {
      guard y < canvas.height else { return }
      y += canvas.paragraph(
        text, x: 0, y: y, width: canvas.width, maxRows: min(4, canvas.height - y), ink: ink)
    }
    put(figure.figure.title, Ink(.title, .bold))
    // Where there are few rows, those of the figure come first once one is in them.
    let isLow = MonthsScreen.isLow(desk.size)
    if !isLow || row == nil {
      for sentence in figure.sentences { put(sentence, figure.isThin ? .dim : .body) }
      if let nothing = figure.nothing { put(nothing, .dim) }
    }
    if !isLow { y += 1 }
    let lead = row == nil ? [] : lead(desk)
    guard !figure.shown.isEmpty || !lead.isEmpty, y < canvas.height else { return y }
    var drawn = 0
    if !figure.isThin, canvas.width >= 30, !isLow {
      drawn = drawPicture(
        figure,
        canvas.part(Rect(x: 0, y: y, width: canvas.width, height: max(0, (canvas.height - y) / 2))))
      y += drawn
    }
    return y
      + drawRows(
        figure, after: lead, beside: drawn > 0 ? figure.picture : .words,
        canvas.part(Rect(x: 0, y: y, width: canvas.width, height: max(0, canvas.height - y))))
  }

  /// The rows in words. Below a picture they say what it doesn't; one that has nothing to add is there to be chosen
  /// only.
  private func drawRows(
    _ figure: Months.Figure, after lead: [String], beside picture: MonthPicture, _ canvas: Canvas
  ) -> Int {
    let rows = figure.shown
    let count = lead.count + rows.count
    let selected = row.map { max(0, min(lead.count + $0, count - 1)) }
    canvas.target(.part(MonthsScreen.figurePart))
    func lines(_ i: Int) -> [StyledLine] {
      if i < lead.count { return [StyledLine([.init("  "), .init(lead[i])])] }
      let it = rows[i - lead.count]
      let ink = i == selected ? Ink(.body, .bold) : .body
      let words = it.words(beside: picture)
      if words.isEmpty, selected == nil { return [] }
      let longest = rows.lazy.map { TextWidth.columns($0.label) }.max() ?? 10
      let label = min(longest, max(10, canvas.width / 2 - 4))
      guard canvas.width >= 44, figure.picture != .words else {
        return TextWidth.wrap(it.label, width: max(4, canvas.width - 3)).prefix(2).map {
          StyledLine([.init("  "), .init($0, ink)])
        }
          + TextWidth.wrap(words, width: max(4, canvas.width - 5)).prefix(words.isEmpty ? 0 : 3).map
        {
          StyledLine([.init("    "), .init($0, .dim)])
        }
      }
      let wrapped = TextWidth.wrap(words, width: max(8, canvas.width - label - 5)).prefix(3)
      let lines = wrapped.isEmpty ? [""] : wrapped
      return lines.enumerated().map { n, line in
        StyledLine([
          .init("  " + TextWidth.pad(n == 0 ? it.label : "", to: label) + " ", ink),
          .init(line, .dim),
        ])
      }
    }
    _ = canvas.blocks(count: count, selected: selected ?? 0, focused: selected != nil, lines)
    return min(canvas.height, (0..<count).reduce(0) { $0 + lines($1).count })
  }

  /// The picture of a figure, and the empty row below it; 0 where it has none.
  private func drawPicture(_ figure: Months.Figure, _ canvas: Canvas) -> Int {
    let room = canvas.part(
      Rect(x: 0, y: 0, width: min(64, canvas.width), height: max(0, canvas.height - 1)))
    guard room.height > 1 else { return 0 }
    let rows: Int
    switch figure.picture {
    case .words: return 0
    case .butterfly:
      let sides = figure.shown.map { row in
        Butterfly.Row(row.label, left: row.sides?.good ?? 0, right: row.sides?.bad ?? 0)
      }
      rows = room.picture(
        Butterfly(
          sides, left: .init("went well", role: .strength), right: .init("didn't", role: .weakness))
      )
    case .dots:
      rows = room.picture(
        DotPlot(
          figure.shown.map {
            .init(
              $0.label, $0.number, $0.came.map { $0 ? .yes : .no } ?? .open,
              text: $0.number.map { "\(Months.decimal($0))%" })
          }, scale: 0...100))
    case .ranges:
      let dots = figure.shown.compactMap { row in
        row.share.map { share in
          DotPlot.Dot(
            row.label, share.value * 100,
            range: share.bounds.lowerBound * 100...share.bounds.upperBound * 100, text: share.words)
        }
      }
      let drawn = room.picture(DotPlot(dots, scale: 0...100))
      // What the line is needs saying once, where there is room.
      let legend = "● so far, in percent   ─ the likely range"
      guard drawn > 0, drawn < room.height, room.width >= TextWidth.columns(legend) else {
        rows = drawn
        break
      }
      room.text(
        room.ascii ? legend.replacing("●", with: "*").replacing("─", with: "-") : legend, x: 0,
        y: drawn, ink: .dim)
      rows = drawn + 1
    case .slope:
      guard let slope = figure.slope else { return 0 }
      rows = room.picture(
        Slope([.init("on average", before: slope.before, after: slope.after)], scale: 1...5))
    case .bars:
      let bars = figure.shown.compactMap { row in
        row.share.map { Bars.Bar(row.label, $0.count, of: $0.of) }
      }
      guard bars.count > 1 else { return 0 }
      rows = room.picture(Bars(bars))
    }
    return rows == 0 ? 0 : rows + 1
  }
}
