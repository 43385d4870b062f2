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
    /// The first row below.
    var end: Int { error.upperBound }
  }

  /// A choice and where it stands in its field.
  struct Option {
    var index: Int
    var row: Int
    var x: Int
    var lines: [String]
  }

  /// The room of the fields inside the border.
  let room: Size
  /// The rows below it that say what helps with the field that has the focus: always as many, so that
  /// nothing moves when the focus does.
  let hintRows: Int
  /// The column in which answers start; 0 when labels stand over them.
  let labelWidth: Int
  /// By the index of the field; nil for one that is folded or ruled out. The row that shows the
  /// folded ones is the last.
  private(set) var blocks: [Block?] = []
  /// The indices of what is only to be read.
  private let notes: Set<Int>

  /// Whether a canvas has no room to spare for a border: what the form is called then stands in a row of its own.
  static func isTight(_ size: Size) -> Bool {
    (6..<40).contains(size.width) && (3..<10).contains(size.height)
  }

  /// Whether the row on such a canvas that says what the form is called has no room for all of it: it says
  /// where one is, too.
  static func cutsTitle(_ form: Form, _ size: Size) -> Bool {
    isTight(size) && TextWidth.columns(form.fullTitle) > size.width - 8
  }

  /// More choices than this are picked from a list.
  static let mostChoices = 8

  /// Lays out a form for a canvas of `size`. With `rows` nil only the widths are worked out.
  init(_ form: Form, size: Size, rows: Void?) {
    let inner =
      FormLayout.isTight(size)
      ? Size(size.width, size.height - 1)
      : size.width >= 6 && size.height >= 3 ? Size(size.width - 4, size.height - 2) : size
    let most = inner.height >= 12 ? 3 : inner.height >= 5 ? 2 : inner.height >= 3 ? 1 : 0
    let wanted = form.fields.map {
      $0.hint.isEmpty ? 0 : TextWidth.wrap($0.hint, width: max(1, inner.width)).count
    }
    let hints = wanted.max() ?? 0
    // Where a hint has one row, a name that is cut above needs two.
    let name = hints > 0 && Self.cutsTitle(form, size) ? 2 : 0
    hintRows = min(most, max(hints, name))
    room = Size(inner.width, max(1, inner.height - hintRows))
    notes = Set(form.fields.indices.filter { form.fields[$0].isNote })
    let widest = form.fields.map { Self.labelColumns($0) }.max() ?? 0
    labelWidth = inner.width >= 48 ? min(widest, inner.width / 3) + 2 : 0
    guard rows != nil else { return }
    layOut(form, gap: 1)
    if height > room.height { layOut(form, gap: 0) }
    if height > room.height, !notes.isEmpty { layOut(form, gap: 0, cutsNotes: true) }
  }

  /// The rows all fields take.
  var height: Int { blocks.reduce(0) { max($0, $1?.end ?? 0) } }

  /// The columns of an answer.
  var contentWidth: Int { max(1, room.width - labelWidth) }

  /// The columns of a label with its mark.
  static func labelColumns(_ field: FormField) -> Int {
    field.isNote ? 0 : TextWidth.columns(field.label) + (field.required ? 2 : 0)
  }

  /// The rows of a label: what has no room in one row goes on in the next.
  func label(_ field: FormField) -> [String] {
    if field.label.isEmpty || field.isNote { return [] }
    let width = (labelWidth == 0 ? room.width : labelWidth - 2) - (field.required ? 2 : 0)
    return TextWidth.wrap(field.label, width: max(1, width))
  }

  /// The rows of what is chosen of many choices; the mark stands behind the last.
  func chosen(_ choices: [Choice], _ at: Int?) -> [String] {
    TextWidth.wrap(at.map { choices[$0].title } ?? "choose", width: max(1, contentWidth - 2))
  }

  /// The rows and columns of a field of several lines.
  func areaSize(of field: FormField) -> Size {
    guard case .lines(let rows) = field.kind else { return Size(contentWidth, 1) }
    return Size(contentWidth, max(1, min(rows, room.height - 2)))
  }

  /// The first row to show, so that the field with the focus is seen; what is wrong with it before
  /// its choices, where there is no room for both. The rows that are shown stay where that will do.
  func firstRow(focus: Int, from top: Int) -> Int {
    guard blocks.indices.contains(focus), let it = blocks[focus], height > room.height else {
      return 0
    }
    var first = top
    if it.end - it.y > room.height {
      // Of what has no room, the answer is seen, or what is wrong with it.
      let wanted = it.error.isEmpty ? it.content.lowerBound + 1 : it.error.upperBound
      first = max(it.y, wanted - room.height)
    } else {
      first = min(max(first, it.end - room.height), it.y)
    }
    // What is to be read above the first field is seen with it.
    let isFirst = blocks.indices.first { blocks[$0] != nil && !notes.contains($0) } == focus
    if isFirst, it.end <= room.height { first = 0 }
    first = max(0, min(first, height - room.height))
    // The end of an answer, without its label, says nothing: the next field comes up in its place.
    for (i, block) in blocks.enumerated() where i != focus && !notes.contains(i) {
      if let block, block.y < first, first < block.end, block.end <= it.y { return block.end }
    }
    return first
  }

  /// Where the choices of a field stand.
  func options(_ choices: [Choice]) -> [Option] {
    var x = 0
    var row = 0
    return choices.indices.map { i in
      let width = TextWidth.columns(choices[i].title) + 4
      if x > 0, x + width > contentWidth {
        x = 0
        row += 1
      }
      guard width > contentWidth else {
        defer { x += width + 2 }
        return Option(index: i, row: row, x: x, lines: [choices[i].title])
      }
      let lines = TextWidth.wrap(choices[i].title, width: max(1, contentWidth - 4))
      defer { row += lines.count }
      return Option(index: i, row: row, x: 0, lines: lines)
    }
  }

  /// The most rows of a note on a screen too low for the form: those that the field it stands over leaves, so
  /// that it's read from its beginning.
  private func mostRows(ofNote at: Int, _ form: Form) -> Int {
    let next = form.fields.indices.first {
      $0 > at && !notes.contains($0) && !form.unseen.contains($0)
    }
    guard let next else { return room.height }
    let over = labelWidth == 0 ? label(form.fields[next]).count : 0
    return max(1, room.height - over - rows(form, next))
  }

  /// The rows of an answer, or of a note in full.
  private func rows(_ form: Form, _ i: Int) -> Int {
    let field = form.fields[i]
    switch field.kind {
    case .line: return 1
    case .lines: return max(1, areaSize(of: field).height)
    case .choice(let choices) where field.longChoices == nil:
      return max(1, options(choices).map { $0.row + $0.lines.count }.max() ?? 1)
    case .choice(let choices):
      guard case .choice(let at) = form.editors[i] else { return 1 }
      return max(1, chosen(choices, at).count)
    case .note(let text): return max(1, TextWidth.wrap(text, width: max(1, room.width)).count)
    }
  }

  private mutating func layOut(_ form: Form, gap: Int, cutsNotes: Bool = false) {
    blocks = []
    var y = 0
    let unseen = form.unseen
    for (i, field) in form.fields.enumerated() {
      if unseen.contains(i) {
        blocks.append(nil)
        continue
      }
      let label = label(field).count
      let over = labelWidth == 0 ? label : 0
      var rows = rows(form, i)
      if cutsNotes, field.isNote { rows = min(rows, mostRows(ofNote: i, form)) }
      let content = (y + over)..<(y + over + rows)
      var end = max(content.upperBound, y + label)
      var error = end..<end
      if let problem = form.error, problem.field == field.id {
        error = end..<(end + TextWidth.wrap(problem.message, width: contentWidth).count)
        end = error.upperBound
      }
      blocks.append(Block(y: y, content: content, error: error))
      y = end + gap
    }
    if !form.folded.isEmpty {
      blocks.append(Block(y: y, content: y..<(y + 1), error: (y + 1)..<(y + 1)))
    }
  }
}

extension Form {
  /// What it's called, and what it's about.
  public var fullTitle: String { [title, about].filter { !$0.isEmpty }.joined(separator: " · ") }

  /// The size of a canvas on which the whole form can be seen, no larger than `limit`.
  public func preferredSize(within limit: Size) -> Size {
    let width = min(limit.width, 84)
    if FormLayout.isTight(limit) { return limit }
    // There is room for what another answer may bring back: the frame stands still meanwhile.
    var whole = self
    whole.asksAll()
    let layout = FormLayout(whole, size: Size(width, limit.height), rows: ())
    let hints = layout.hintRows == 0 ? 0 : layout.hintRows + 1
    return Size(width, min(limit.height, layout.height + hints + 2))
  }
}
