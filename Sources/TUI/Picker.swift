/// One of the things a picker offers.
public struct PickerOption: Equatable, Sendable {
  /// What is told when it is picked.
  public var id: String
  /// What is shown.
  public var title: String
  /// More about it, shown behind the title.
  public var detail: String
  /// What it means, shown below the list while it is selected.
  public var more: String
  /// The key that does the same, shown at the right.
  public var key: String
  /// Why it cannot be picked, if it cannot.
  public var disabled: String?

  /// Makes an option.
  public init(
    id: String, title: String, detail: String = "", more: String = "", key: String = "",
    disabled: String? = nil
  ) {
    self.id = id
    self.title = title
    self.detail = detail
    self.more = more
    self.key = key
    self.disabled = disabled
  }
}

/// What a picker wants after an event.
public enum PickerReply: Equatable, Sendable {
  /// Nothing: it goes on.
  case stay
  /// It is to be closed.
  case cancel
  /// The option with this id was picked.
  case picked(String)
  /// The option cannot be picked; this says why.
  case refused(String)
}

/// A list to pick one thing from, with or without a filter to type into.
///
/// With a filter, typing narrows the list and arrows, Ctrl-N and Ctrl-P move. Without one, the keys of
/// `ListState` move, and the key of an option picks it at once.
public struct Picker: Equatable, Sendable {
  /// The heading.
  public var title: String
  /// Everything that is offered.
  public private(set) var options: [PickerOption]
  /// Whether there is a filter.
  public let filterable: Bool
  private(set) var filter = TextField()
  private(set) var list = ListState()
  private(set) var matches: [Int]

  /// A picker with its first option selected.
  public init(title: String, options: [PickerOption], filterable: Bool) {
    self.title = title
    self.options = options
    self.filterable = filterable
    matches = Array(options.indices)
  }

  /// The option that Enter would pick.
  public var selected: PickerOption? {
    matches.indices.contains(list.selection) ? options[matches[list.selection]] : nil
  }

  /// Selects an option, if the filter lets it through.
  public mutating func select(_ id: String) {
    guard let i = matches.firstIndex(where: { options[$0].id == id }) else { return }
    list.select(i, count: matches.count, height: matches.count)
  }

  /// What is typed into the filter.
  public var words: String { filter.text }

  /// Whether no row lies above the selected one.
  public var isAtTop: Bool { list.selection == 0 }

  /// Puts words into the filter in place of what is there.
  public mutating func type(_ words: String) {
    guard filterable else { return }
    filter.text = words
    refilter()
  }

  /// The options that pass the filter, best first.
  public var shown: [PickerOption] { matches.map { options[$0] } }

  /// Follows an event; `height` is that of the canvas the picker is drawn on.
  public mutating func handle(_ event: InputEvent, height: Int) -> PickerReply {
    let rows = Self.rows(height: height, options: options.count, filterable: filterable)
    switch event {
    case .resize, .tooLong, .pointer: return .stay
    case .paste(let text):
      if filterable {
        filter.insert(text)
        refilter()
      }
      return .stay
    case .key(let key):
      switch key {
      case Key(.escape), .ctrl("c"): return .cancel
      case Key(.enter): return pick(selected)
      case .ctrl("n"), Key(.tab): list.move(by: 1, count: matches.count, height: rows)
      case .ctrl("p"), Key(.tab, .shift): list.move(by: -1, count: matches.count, height: rows)
      default: return filterable ? type(key, rows: rows) : choose(key, rows: rows)
      }
      return .stay
    }
  }

  /// Selects the row that is pointed at, or puts the cursor into the filter.
  public mutating func point(_ at: Pointed) {
    if let row = at.row, matches.indices.contains(row) { list.selection = row }
    if let place = at.place { filter.point(column: place.x, columns: place.size.width) }
  }

  private mutating func type(_ key: Key, rows: Int) -> PickerReply {
    switch key.code {
    case .up, .down, .pageUp, .pageDown:
      _ = list.handle(key, count: matches.count, height: rows)
    default:
      let before = filter.text
      _ = filter.handle(key)
      if filter.text != before { refilter() }
    }
    return .stay
  }

  private mutating func choose(_ key: Key, rows: Int) -> PickerReply {
    if let option = options.first(where: { !$0.key.isEmpty && KeySequence($0.key)?.keys == [key] })
    {
      return pick(option)
    }
    if list.handle(key, count: matches.count, height: rows) { return .stay }
    return key == .char("q") ? .cancel : .stay
  }

  private func pick(_ option: PickerOption?) -> PickerReply {
    guard let option else { return .stay }
    return option.disabled.map { .refused($0) } ?? .picked(option.id)
  }

  private mutating func refilter() {
    let words = filter.text.lowercased()
    let ranked = options.indices.compactMap { i in
      Self.rank(words, in: options[i]).map { (rank: $0, index: i) }
    }
    matches = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
    list = ListState()
  }

  /// How well an option fits what was typed, 0 best; nil when it does not.
  private static func rank(_ typed: String, in option: PickerOption) -> Int? {
    if typed.isEmpty { return 0 }
    let title = Array(option.title.lowercased())
    let wanted = Array(typed)
    if let rank = rank(wanted, in: title) { return rank }
    return rank(wanted, in: Array(option.detail.lowercased())).map { $0 + 100_000 }
  }

  private static func rank(_ wanted: [Character], in text: [Character]) -> Int? {
    for start in text.indices where text[start...].starts(with: wanted) {
      if start == 0 { return 0 }
      let isWord = !text[start - 1].isLetter && !text[start - 1].isNumber
      if isWord { return 1 }
    }
    var places: [Int] = []
    for (i, character) in text.enumerated() where places.count < wanted.count {
      if character == wanted[places.count] { places.append(i) }
    }
    guard places.count == wanted.count, let first = places.first, let last = places.last else {
      return nil
    }
    return 2 + last - first - wanted.count + 1
  }

  static func rows(height: Int, options: Int, filterable: Bool) -> Int {
    let border = height >= 3 ? 2 : 0
    let head = filterable && height - border >= 2 ? 1 : 0
    return max(1, min(max(1, options), height - border - head))
  }
}

/// Pickers on a canvas.
extension Canvas {
  /// Draws a picker in a box in the middle of the canvas. What the selected row has no room for stands
  /// below the list, whole.
  public func picker(_ picker: Picker) {
    let head = picker.filterable && height >= 4 ? 1 : 0
    let widest = picker.options.map(Self.columns).max() ?? 0
    let columns = min(76, max(40, max(widest, TextWidth.columns(picker.title) + 4) + 6))
    let wide = max(1, min(columns, width) - 4)
    let wanted = picker.options.map { Self.rest($0, width: wide).count }.max() ?? 0
    let most = Picker.rows(
      height: height, options: picker.options.count + wanted, filterable: picker.filterable)
    // On a small screen there is no room for both: the selected row itself takes more rows.
    let isSmall = most < 7
    let foot = isSmall ? 0 : max(0, min(wanted, 4, most - min(4, picker.options.count)))
    let rows = max(1, min(picker.options.count, most - foot))
    let frame = part(bounds.centered(Size(columns, rows + foot + head + 2)))
    frame.fill(frame.bounds, ink: .body)
    hearsAlone()
    let note = "\(picker.matches.count) of \(picker.options.count)"
    let inside = frame.box(
      title: picker.title, focused: true, note: picker.filterable ? note : "")
    if head == 1 {
      let used = inside.text("> ", x: 0, y: 0, ink: Ink(.key))
      inside.field(picker.filter, x: used, y: 0, width: inside.width - used, focused: true)
    }
    let list = inside.part(
      Rect(x: 0, y: head, width: inside.width, height: max(1, inside.height - head - foot)))
    if picker.matches.isEmpty { list.text("no match", x: 2, y: 0, ink: .dim) }
    let visible = picker.list.visible(count: picker.matches.count, height: list.height)
    let more = isSmall ? picker.selected.map { Self.rows($0, width: wide - 2) } ?? [] : []
    let extra = max(0, min(more.count - 1, list.height - 1))
    // The rows above make room for those of the selected one.
    let first = max(
      visible.lowerBound, picker.list.selection + 1 + extra - list.height)
    var y = 0
    var i = first
    while i < picker.matches.count, y < list.height {
      let isSelected = i == picker.list.selection
      list.option(picker.options[picker.matches[i]], y: y, selected: isSelected)
      if isSelected, head == 0 { list.cursor(x: 0, y: y, visible: false) }
      if isSelected, !more.isEmpty { list.whole(Array(more.prefix(extra + 1)), y: y) }
      let taken = isSelected ? 1 + extra : 1
      list.target(.row(i), in: Rect(x: 0, y: y, width: list.width, height: taken))
      y += taken
      i += 1
    }
    if foot > 0, let selected = picker.selected {
      let lines = Self.rest(selected, width: wide)
      for (k, line) in lines.prefix(foot).enumerated() {
        // One column more than fits draws the mark of what is cut.
        let isCut = k == foot - 1 && lines.count > foot
        inside.text(
          isCut ? line + String(repeating: " ", count: inside.width) : line, x: 0,
          y: inside.height - foot + k, ink: .dim, width: inside.width)
      }
    }
    inside.goesOn(
      up: first > 0, down: i < picker.matches.count,
      place: "\(picker.list.selection + 1) of \(picker.matches.count)")
  }

  /// All of an option in rows of so many columns; none where it has room in one.
  private static func rows(_ option: PickerOption, width: Int) -> [String] {
    if rest(option, width: width + 2).isEmpty { return [] }
    return [option.title, option.disabled ?? option.detail, option.more].flatMap {
      $0.isEmpty ? [] : TextWidth.wrap($0, width: max(1, width))
    }
  }

  /// The selected row in as many rows as it takes.
  private func whole(_ lines: [String], y: Int) {
    fill(Rect(x: 2, y: y, width: width - 2, height: lines.count), ink: .body)
    for (k, line) in lines.enumerated() { text(line, x: 2, y: y + k) }
    tint(Rect(x: 1, y: y, width: width - 1, height: lines.count), flags: .selected)
  }

  private static func columns(_ option: PickerOption) -> Int {
    let detail = option.disabled ?? option.detail
    let parts = [option.title, detail, option.key].filter { !$0.isEmpty }
    return parts.reduce(2) { $0 + TextWidth.columns($1) + 2 }
  }

  /// What a row of so many columns does not show of an option: all of it where it is cut, and what it
  /// means.
  private static func rest(_ option: PickerOption, width: Int) -> [String] {
    var lines: [String] = []
    let detail = option.disabled ?? option.detail
    let key = TextWidth.columns(option.key)
    let room = width - 2 - (key > 0 ? key + 2 : 0)
    let (title, more) = (TextWidth.columns(option.title), TextWidth.columns(detail))
    if title > room { lines += TextWidth.wrap(option.title, width: max(1, width)) }
    if more > 0, title + 2 + more > room { lines += TextWidth.wrap(detail, width: max(1, width)) }
    if !option.more.isEmpty { lines += TextWidth.wrap(option.more, width: max(1, width)) }
    return lines
  }

  private func option(_ option: PickerOption, y: Int, selected: Bool) {
    let ink = option.disabled == nil ? Ink.body : .dim
    let detail = option.disabled ?? option.detail
    let key = TextWidth.columns(option.key)
    let room = width - 2 - (key > 0 ? key + 2 : 0)
    if selected { text("▌", x: 0, y: y, ink: Ink(.accent)) }
    let used = text(option.title, x: 2, y: y, ink: ink, width: room)
    if !detail.isEmpty, room - used > 6 {
      text(detail, x: 2 + used + 2, y: y, ink: .dim, width: room - used - 2)
    }
    if key > 0 { text(option.key, x: width - key, y: y, ink: Ink(.key)) }
    if selected { tint(Rect(x: 1, y: y, width: width - 1, height: 1), flags: .selected) }
  }
}
