/// Forms on a canvas.
extension Canvas {
  /// Draws a form in a border that fills the canvas, scrolled so that the field with the focus is
  /// seen. What helps with that field stands at the foot, always in the same rows.
  public func form(_ form: Form) {
    fill(bounds, ink: .body)
    let isTight = FormLayout.isTight(bounds.size)
    let inside =
      isTight
      ? part(Rect(x: 0, y: 1, width: width, height: height - 1))
      : box(title: form.title, about: form.about, focused: true)
    let layout = FormLayout(form, size: bounds.size, rows: ())
    let view = inside.part(
      Rect(x: 0, y: 0, width: layout.room.width, height: layout.room.height))
    let first = layout.firstRow(focus: form.focus, from: form.top)
    for (i, block) in layout.blocks.enumerated() {
      guard let block, block.end > first, block.y < first + view.height else { continue }
      if i == form.fields.count {
        view.more(form, y: block.y - first)
      } else {
        view.formField(form, i, block, layout, first: first)
      }
    }
    let (up, down) = (first > 0, first + view.height < layout.height)
    let place = (form.stops.firstIndex(of: form.focus) ?? 0) + 1
    let marks = (up ? "↑" : "") + (down ? "↓" : "")
    let mark = marks.isEmpty ? "" : "\(place)/\(form.stops.count)\(marks)"
    if isTight {
      head(form, mark)
    } else if layout.height > view.height {
      inside.goesOn(up: up, down: down, place: "\(place) of \(form.stops.count)")
    }
    if let field = form.focused, layout.hintRows > 0 {
      let heard = form.heard[field.id] ?? ""
      var words = heard.isEmpty ? field.hint : heard
      // A name that has no room above stands in full where nothing else is said.
      if words.isEmpty, FormLayout.cutsTitle(form, bounds.size) {
        words = form.fullTitle
      }
      inside.paragraph(
        words, x: 0, y: inside.height - layout.hintRows, width: inside.width,
        maxRows: layout.hintRows, ink: heard.isEmpty ? .dim : Ink(.accent))
    }
    if let list = form.list { picker(list) }
  }

  /// What a form without a border is called, and at the right where one is in it.
  private func head(_ form: Form, _ place: String) {
    let columns = TextWidth.columns(place)
    let room = max(1, width - (columns == 0 ? 0 : columns + 1))
    text(
      TextWidth.heading(form.title, about: form.about, to: room), x: 0, y: 0,
      ink: Ink(.title, .bold), width: room)
    text(place, x: width - columns, y: 0, ink: .dim)
  }

  private func more(_ form: Form, y: Int) {
    let ink = form.isOnMore ? Ink(.accent, .selected) : Ink(.accent)
    text("more… (\(form.folded.count))", x: 0, y: y, ink: ink)
    if form.isOnMore { cursor(x: 0, y: y, visible: true) }
    target(.field(form.fields.count), in: Rect(x: 0, y: y, width: width, height: 1))
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
      target(
        .field(i), in: Rect(x: 0, y: block.y - first, width: width, height: block.end - block.y))
      let ink = focused ? Ink(.accent, .bold) : Ink.body
      let lines = layout.label(field)
      for (k, line) in lines.enumerated() {
        let used = text(line, x: 0, y: block.y - first + k, ink: ink)
        if field.required, k == lines.count - 1 {
          text(" *", x: used, y: block.y - first + k, ink: Ink(.warning))
        }
      }
    }
    switch form.editors[i] {
    case .line(let editor):
      self.field(editor, x: x, y: y, width: columns, focused: focused, number: i)
      // What is typed over looks like it.
      if focused, form.isTypedOver(i), TextWidth.columns(editor.text) < columns {
        text(editor.text, x: x, y: y, ink: Ink(.field, .selected))
      }
    case .lines(let editor):
      let rect = Rect(x: x, y: y, width: columns, height: block.content.count)
      area(editor, rect: rect.intersection(bounds), focused: focused, number: i)
    case .choice(let chosen):
      if let choices = field.longChoices {
        longChoice(layout.chosen(choices, chosen), x: x, y: y, focused: focused)
        target(
          .item(0), in: Rect(x: x, y: y, width: columns, height: block.content.count))
      } else if case .choice(let choices) = field.kind {
        options(choices, chosen: chosen, layout: layout, y: y, focused: focused)
      }
    case .note:
      if case .note(let words) = field.kind {
        // On a low screen it's cut with a sign; what it says in full stands in the help.
        paragraph(
          words, x: 0, y: y, width: max(1, layout.room.width), maxRows: block.content.count,
          ink: .dim)
      }
    }
    if let problem = form.error, !block.error.isEmpty {
      paragraph(
        problem.message, x: x, y: block.error.lowerBound - first, width: columns,
        maxRows: block.error.count, ink: Ink(.error))
    }
  }

  /// Of many choices the one that is chosen stands there, and a mark that a list opens.
  private func longChoice(_ lines: [String], x: Int, y: Int, focused: Bool) {
    for (k, line) in lines.enumerated() {
      let used = text(line, x: x, y: y + k, ink: Ink(.accent, focused ? .selected : []))
      if k == lines.count - 1 {
        text("▾", x: x + used + 1, y: y + k, ink: focused ? Ink(.key) : .dim)
      }
    }
    if focused { cursor(x: x, y: y, visible: true) }
  }

  private func options(
    _ choices: [Choice], chosen: Int?, layout: FormLayout, y: Int, focused: Bool
  ) {
    for option in layout.options(choices) {
      let isChosen = option.index == chosen
      let x = layout.labelWidth + option.x
      let ink = Ink(isChosen ? .accent : .body, isChosen && focused ? .selected : [])
      for (k, line) in option.lines.enumerated() {
        let sign = k > 0 ? "    " : isChosen ? "(•) " : "( ) "
        text(sign + line, x: x, y: y + option.row + k, ink: ink)
      }
      let columns = option.lines.map { TextWidth.columns($0) + 4 }.max() ?? 0
      target(
        .item(option.index),
        in: Rect(x: x, y: y + option.row, width: columns, height: option.lines.count))
      if focused, isChosen || (chosen == nil && option.index == 0) {
        cursor(x: x + 1, y: y + option.row, visible: true)
      }
    }
  }
}
