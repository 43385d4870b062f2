/// Where the parts of a form stand, in rows counted from the first one, however many fit.
struct FormLayout {
  /// The rows of one field.
  struct Block {
    /// The row of its label, and its first row.
    var y: Int
    /// The first row of the answer, and how many it takes.
    var content: Range<Int>
    /// The rows of the error.
    var error: Range<Int>
    /// The rows of the hint.
    var hint: Range<Int>
    /// The first row below.
    var end: Int { hint.upperBound }
  }

  /// A choice and where it stands in its field.
  struct Option {
    var index: Int
    var row: Int
    var x: Int
    var width: Int
  }

  /// The room inside the border, without the row of the hints.
  let room: Size
  /// The column in which answers start; 0 when labels stand over them.
  let labelWidth: Int
  private(set) var blocks: [Block] = []

  /// Lays out a form for a canvas of `size`. With `rows` nil only the widths are worked out.
  init(_ form: Form, size: Size, rows: Void?) {
    let inner =
      size.width >= 6 && size.height >= 3 ? Size(size.width - 4, size.height - 2) : size
    room = Size(inner.width, inner.height >= 4 ? inner.height - 1 : inner.height)
    let widest = form.fields.map { Self.labelColumns($0) }.max() ?? 0
    labelWidth = inner.width >= 48 ? min(widest, inner.width / 3) + 2 : 0
    guard rows != nil else { return }
    layOut(form, gap: 1)
    if (blocks.last?.end ?? 0) > room.height { layOut(form, gap: 0) }
  }

  /// The columns of an answer.
  var contentWidth: Int { max(1, room.width - labelWidth) }

  /// The columns of a label with its mark.
  static func labelColumns(_ field: FormField) -> Int {
    field.isNote ? 0 : TextWidth.columns(field.label) + (field.required ? 2 : 0)
  }

  /// The rows and columns of a field of several lines.
  func areaSize(of field: FormField) -> Size {
    guard case .lines(let rows) = field.kind else { return Size(contentWidth, 1) }
    return Size(contentWidth, max(1, min(rows, room.height - 2)))
  }

  /// The first row to show, so that the field with the focus is seen; what is wrong with it before
  /// its choices, where there is no room for both.
  func firstRow(focus: Int) -> Int {
    guard blocks.indices.contains(focus), (blocks.last?.end ?? 0) > room.height else { return 0 }
    let it = blocks[focus]
    let top = it.error.isEmpty ? it.y : min(it.error.upperBound - room.height, it.error.lowerBound)
    return min(max(0, it.end - room.height), max(it.y, top))
  }

  /// More choices than this are shown one at a time.
  static let mostChoices = 8

  /// Where the choices of a field stand.
  func options(_ choices: [Choice]) -> [Option] {
    var x = 0
    var row = 0
    return choices.indices.map { i in
      let width = min(contentWidth, TextWidth.columns(choices[i].title) + 4)
      if x > 0, x + width > contentWidth {
        x = 0
        row += 1
      }
      defer { x += width + 2 }
      return Option(index: i, row: row, x: x, width: width)
    }
  }

  private mutating func layOut(_ form: Form, gap: Int) {
    blocks = []
    var y = 0
    for (i, field) in form.fields.enumerated() {
      let over = labelWidth == 0 && !field.isNote && !field.label.isEmpty ? 1 : 0
      var rows: Int
      switch field.kind {
      case .line: rows = 1
      case .lines: rows = areaSize(of: field).height
      case .choice(let choices) where choices.count > FormLayout.mostChoices: rows = 1
      case .choice(let choices): rows = (options(choices).last?.row ?? 0) + 1
      case .note(let text): rows = TextWidth.wrap(text, width: max(1, room.width)).count
      }
      rows = max(1, rows)
      let content = (y + over)..<(y + over + rows)
      var end = content.upperBound
      var error = end..<end
      if let problem = form.error, problem.field == field.id {
        error = end..<(end + TextWidth.wrap(problem.message, width: contentWidth).count)
        end = error.upperBound
      }
      var hint = end..<end
      if i == form.focus, !field.hint.isEmpty {
        hint = end..<(end + TextWidth.wrap(field.hint, width: contentWidth).count)
        end = hint.upperBound
      }
      blocks.append(Block(y: y, content: content, error: error, hint: hint))
      y = end + gap
    }
  }
}

extension Form {
  /// The size of a canvas on which the whole form can be seen, no larger than `limit`.
  public func preferredSize(within limit: Size) -> Size {
    let width = min(limit.width, 84)
    let layout = FormLayout(self, size: Size(width, limit.height), rows: ())
    return Size(width, min(limit.height, (layout.blocks.last?.end ?? 0) + 4))
  }
}

/// Forms on a canvas.
extension Canvas {
  /// Draws a form in a border that fills the canvas, scrolled so that the field with the focus is
  /// seen.
  public func form(_ form: Form) {
    fill(bounds, ink: .body)
    let inside = box(title: form.title, focused: true)
    let layout = FormLayout(form, size: bounds.size, rows: ())
    if inside.height > layout.room.height {
      inside.hints(
        [("^S", form.submitTitle), ("Tab", "next"), ("Esc", form.cancelTitle)], y: inside.height - 1
      )
    }
    let view = inside.part(
      Rect(x: 0, y: 0, width: layout.room.width, height: layout.room.height))
    let first = layout.firstRow(focus: form.focus)
    for (i, block) in layout.blocks.enumerated()
    where block.end > first && block.y < first + view.height {
      view.formField(form, i, block, layout, first: first)
    }
  }

  private func formField(
    _ form: Form, _ i: Int, _ block: FormLayout.Block, _ layout: FormLayout, first: Int
  ) {
    let field = form.fields[i]
    let focused = i == form.focus
    let x = layout.labelWidth
    let columns = layout.contentWidth
    let y = block.content.lowerBound - first
    if !field.isNote {
      let ink = focused ? Ink(.accent, .bold) : Ink.body
      let room = x == 0 ? width : x - 1
      let used = text(
        field.label, x: 0, y: block.y - first, ink: ink,
        width: field.required ? room - 2 : room)
      if field.required { text(" *", x: used, y: block.y - first, ink: Ink(.warning)) }
    }
    switch form.editors[i] {
    case .line(let editor):
      self.field(editor, x: x, y: y, width: columns, focused: focused)
    case .lines(let editor):
      let rect = Rect(x: x, y: y, width: columns, height: block.content.count)
      area(editor, rect: rect.intersection(bounds), focused: focused)
    case .choice(let chosen):
      if case .choice(let choices) = field.kind {
        options(choices, chosen: chosen, layout: layout, y: y, focused: focused)
      }
    case .note:
      if case .note(let words) = field.kind {
        for (k, line) in TextWidth.wrap(words, width: max(1, layout.room.width)).enumerated() {
          text(line, x: 0, y: y + k, ink: .dim)
        }
      }
    }
    if let problem = form.error, !block.error.isEmpty {
      paragraph(
        problem.message, x: x, y: block.error.lowerBound - first, width: columns,
        maxRows: block.error.count, ink: Ink(.error))
    }
    if !block.hint.isEmpty {
      paragraph(
        field.hint, x: x, y: block.hint.lowerBound - first, width: columns,
        maxRows: block.hint.count, ink: .dim)
    }
  }

  private func options(
    _ choices: [Choice], chosen: Int?, layout: FormLayout, y: Int, focused: Bool
  ) {
    if choices.count > FormLayout.mostChoices {
      // A long list shows what is chosen, and where that stands in it.
      let at = chosen ?? 0
      let place = "\(at + 1)/\(choices.count)"
      let room = max(4, layout.contentWidth - place.count - 6)
      let ink = Ink(.accent, focused ? .selected : [])
      let used = text(
        "‹ \(choices[at].title) ›", x: layout.labelWidth, y: y, ink: ink, width: room + 4)
      text(place, x: layout.labelWidth + used + 1, y: y, ink: .dim)
      if focused { cursor(x: layout.labelWidth, y: y, visible: true) }
      return
    }
    for option in layout.options(choices) {
      let isChosen = option.index == chosen
      let x = layout.labelWidth + option.x
      let ink = Ink(isChosen ? .accent : .body, isChosen && focused ? .selected : [])
      text(
        (isChosen ? "(•) " : "( ) ") + choices[option.index].title, x: x, y: y + option.row,
        ink: ink, width: option.width)
      if focused, isChosen || (chosen == nil && option.index == 0) {
        cursor(x: x + 1, y: y + option.row, visible: true)
      }
    }
  }
}
