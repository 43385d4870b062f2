/// A form: fields with labels, one of which has the focus. It knows no screen.
///
/// Tab, Shift-Tab, up and down move between the fields. Enter goes on to the next one, and in the last
/// one it submits; Ctrl-S submits anywhere; Esc and Ctrl-C cancel. In a field of several lines up and
/// down edit, and Alt-Enter or Ctrl-J begins a new line. A choice is made with left, right, Space, a
/// digit or a first letter; of many choices with a list that Enter or typing opens. Fields that are
/// rarely needed are folded behind a last row, which Enter or right opens, and those that another answer
/// rules out are not there. What is typed first in a line that is one thing takes the place of what it
/// starts with; Backspace and the arrows edit that.
public struct Form: Equatable, Sendable {
  /// What is being edited in a field.
  enum Editor: Equatable, Sendable {
    case line(TextField)
    case lines(TextArea)
    case choice(Int?)
    case note
  }

  /// The heading.
  public var title: String
  /// The name of what it is about, which stands behind the heading; empty where it is about nothing else.
  public var about = ""
  /// The word for submitting.
  public var submitTitle: String
  /// The fields.
  public internal(set) var fields: [FormField]
  /// What is wrong, if anything.
  public var error: FormError? {
    didSet { if let at = fields.firstIndex(where: { $0.id == error?.field }) { unfold(at) } }
  }
  /// The index of the field that has the focus; the one after the last where "more…" has it.
  public var focus = 0 {
    didSet { unfold(focus) }
  }
  /// The index of the field that has it first.
  public let start: Int
  /// The list of choices that is open over the field with the focus.
  public internal(set) var list: Picker?
  var editors: [Editor]
  /// The first row shown.
  var top = 0
  /// The fields that are folded away.
  var folded: Set<Int> { hidden.subtracting(absent) }
  /// The fields that are folded away, also those that are not asked at all.
  var hidden: Set<Int> = []
  /// The fields in whose line something was done.
  var touched: Set<Int> = []
  /// What the answers of fields were understood as, by id.
  private(set) var heard: [String: String] = [:]

  /// Exchanges the help of a field, when it is known only after the form was opened.
  public mutating func setHint(_ id: String, _ hint: String) {
    guard let at = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[at].hint = hint
  }

  /// Makes the line of a field one thing, over which one types.
  public mutating func setWhole(_ id: String) {
    guard let at = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[at].isWhole = true
  }

  /// Whether what is typed in a field takes the place of what stands there.
  func isTypedOver(_ i: Int) -> Bool {
    guard fields[i].isWhole, !touched.contains(i), case .line(let field) = editors[i] else {
      return false
    }
    return !field.isEmpty
  }

  /// Says what the answer of a field was understood as, in place of its help; nil for nothing to say.
  public mutating func setHeard(_ id: String, _ words: String?) { heard[id] = words }

  /// A form with the focus on its first field that can be answered, or on the one of the id `start`:
  /// what one came for, where it is not the first.
  public init(
    title: String, fields: [FormField], submitTitle: String = "Save", start: String? = nil
  ) {
    self.title = title
    self.fields = fields
    self.submitTitle = submitTitle
    editors = fields.map { Self.editor(for: $0, value: $0.value) }
    self.start =
      fields.firstIndex { $0.id == start } ?? fields.firstIndex { !$0.isNote } ?? 0
    focus = self.start
    hidden = Set(fields.indices.filter { fields[$0].isSeldom && $0 != focus && isPlain($0) })
  }

  // MARK: Answers

  /// The answers by field id; of a choice, the id of what was chosen, or "".
  public var values: [String: String] {
    var values: [String: String] = [:]
    for i in fields.indices where !fields[i].isNote { values[fields[i].id] = value(at: i) }
    return values
  }

  /// Gives a field an answer.
  public mutating func set(_ id: String, _ value: String) {
    guard let i = fields.firstIndex(where: { $0.id == id && !$0.isNote }) else { return }
    editors[i] = Self.editor(for: fields[i], value: value)
    if value == fields[i].value { touched.remove(i) } else { touched.insert(i) }
    if !isPlain(i) { hidden.remove(i) }
    if error?.field == id { error = nil }
  }

  func value(at i: Int) -> String {
    switch (editors[i], fields[i].kind) {
    case (.line(let field), _): return field.text
    case (.lines(let area), _): return area.text
    case (.choice(let chosen), .choice(let choices)): return chosen.map { choices[$0].id } ?? ""
    default: return ""
    }
  }

  private static func editor(for field: FormField, value: String) -> Editor {
    switch field.kind {
    case .line: return .line(TextField(value))
    case .lines: return .lines(TextArea(value))
    case .choice(let choices): return .choice(choices.firstIndex { $0.id == value })
    case .note: return .note
    }
  }

  // MARK: Keys

  /// What a key of the form does now, for the line that says so.
  public enum Step: Equatable, Sendable {
    /// Enter goes on to the next field.
    case goesOn
    /// Enter submits.
    case submits
    /// Enter shows the folded fields.
    case unfolds
    /// Enter opens the list of choices.
    case lists
    /// Enter picks from the list of choices.
    case picks
  }

  /// What Enter does now.
  public var enter: Step {
    if list != nil { return .picks }
    if isOnMore { return .unfolds }
    if focused?.longChoices != nil { return .lists }
    return focus == stops.last ? .submits : .goesOn
  }

  /// Follows an event; `size` is that of the canvas the form is drawn on.
  public mutating func handle(_ event: InputEvent, size: Size) -> FormReply {
    settleFocus()
    let reply = list == nil ? follow(event, size: size) : pick(event, size: size)
    // Kept, so that the rows stand still while the focus moves among those in view.
    top = FormLayout(self, size: size, rows: ()).firstRow(focus: focus, from: top)
    return reply
  }

  private mutating func follow(_ event: InputEvent, size: Size) -> FormReply {
    switch event {
    case .paste(let text): return paste(text)
    case .resize, .tooLong, .pointer: return .unused
    case .key(let key):
      switch key {
      case Key(.escape), .ctrl("c"): return .cancel
      case .ctrl("s"): return submit()
      case Key(.tab): moveFocus(by: 1)
      case Key(.tab, .shift): moveFocus(by: -1)
      default: return answer(key, size: size)
      }
      return .stay
    }
  }

  private mutating func answer(_ key: Key, size: Size) -> FormReply {
    if isOnMore {
      if [Key(.enter), Key(.right), .char(" ")].contains(key) {
        open()
        return .stay
      }
      if let reply = step(key) { return reply }
      // What is typed here is not lost: it goes into the first text that was folded away.
      guard key.modifiers.isEmpty, case .character = key.code,
        let first = folded.min()
      else { return .unused }
      if case .choice = fields[first].kind { return .unused }
      open()
      return answer(key, size: size)
    }
    guard fields.indices.contains(focus) else { return key == Key(.enter) ? submit() : .unused }
    switch editors[focus] {
    case .lines(var area):
      if key == Key(.enter) { return step(key) ?? .stay }
      let isNewLine = [Key(.enter, .alt), .ctrl("j")].contains(key)
      // The copy in `editors` is given up first, so that editing does not copy the text.
      editors[focus] = .note
      let room = FormLayout(self, size: size, rows: nil).areaSize(of: fields[focus])
      let used = area.handle(
        isNewLine ? Key(.enter) : key, width: room.width, height: room.height)
      editors[focus] = .lines(area)
      return used ? changed() : .unused
    case .line(var field):
      if let reply = step(key) { return reply }
      let over = isTypedOver(focus) ? InputEvent.key(key).typedOver : nil
      editors[focus] = .note
      let used: Bool
      if let over {
        field.typeOver(over)
        used = true
      } else {
        used = field.handle(key)
      }
      editors[focus] = .line(field)
      if used { touched.insert(focus) }
      return used ? changed() : .unused
    case .choice(let chosen):
      if let choices = fields[focus].longChoices {
        if let typed = Self.opens(key) { return show(choices, chosen: chosen, typed: typed) }
        return step(key) ?? .unused
      }
      if let reply = step(key) { return reply }
      guard case .choice(let choices) = fields[focus].kind,
        let next = Self.choice(key, chosen: chosen, among: choices)
      else { return .unused }
      editors[focus] = .choice(next)
      return changed()
    case .note: return step(key) ?? .unused
    }
  }

  /// The keys that move between fields.
  private mutating func step(_ key: Key) -> FormReply? {
    switch key {
    case Key(.enter):
      if focus == stops.last ?? focus { return submit() }
      moveFocus(by: 1)
    case Key(.down), .ctrl("n"): moveFocus(by: 1)
    case Key(.up), .ctrl("p"): moveFocus(by: -1)
    default: return nil
    }
    return .stay
  }

  private static func choice(_ key: Key, chosen: Int?, among choices: [Choice]) -> Int? {
    guard !choices.isEmpty else { return nil }
    switch key {
    case Key(.right), .char(" "): return chosen.map { ($0 + 1) % choices.count } ?? 0
    case Key(.left): return ((chosen ?? 0) - 1 + choices.count) % choices.count
    case Key(.home): return 0
    case Key(.end): return choices.count - 1
    default: break
    }
    guard case .character(let character) = key.code, key.modifiers.isEmpty else { return nil }
    let typed = character.lowercased()
    // From the one after the chosen one on, so that the same letter goes through its choices.
    let order = (1...choices.count).map { ((chosen ?? -1) + $0) % choices.count }
    if let i = order.first(where: { choices[$0].title.lowercased().hasPrefix(typed) }) { return i }
    guard let number = character.wholeNumberValue, choices.indices.contains(number - 1) else {
      return nil
    }
    return number - 1
  }

  private mutating func paste(_ text: String) -> FormReply {
    guard fields.indices.contains(focus) else { return .unused }
    switch editors[focus] {
    case .line(var field):
      let isOver = isTypedOver(focus)
      editors[focus] = .note
      if isOver { field.typeOver(text) } else { field.insert(text) }
      editors[focus] = .line(field)
      touched.insert(focus)
    case .lines(var area):
      editors[focus] = .note
      area.insert(text)
      editors[focus] = .lines(area)
    case .choice, .note: return .unused
    }
    return changed()
  }

  mutating func changed() -> FormReply {
    heard[fields[focus].id] = nil
    if error?.field == fields[focus].id { error = nil }
    return .stay
  }

  private mutating func submit() -> FormReply {
    for i in fields.indices where fields[i].required && !fields[i].isNote && !isAbsent(i) {
      guard value(at: i).allSatisfy(\.isWhitespace) else { continue }
      let isChoice = if case .choice = fields[i].kind { true } else { false }
      let label = fields[i].label
      error = FormError(
        field: fields[i].id, message: isChoice ? "\(label): choose one" : "\(label) is needed")
      focus = i
      return .stay
    }
    return .submit
  }

  private mutating func moveFocus(by delta: Int) {
    let stops = stops
    guard !stops.isEmpty else { return }
    let at = stops.firstIndex(of: focus) ?? 0
    focus = stops[(at + delta + stops.count) % stops.count]
  }

  /// The focus can be set from outside to anything.
  private mutating func settleFocus() {
    if stops.contains(focus) { return }
    focus = stops.first ?? 0
  }

  // MARK: Long choices

  /// What a key that opens the list of choices types into it; nil for a key that does not open it.
  private static func opens(_ key: Key) -> String? {
    switch key {
    case Key(.enter), Key(.left), Key(.right), .char(" "): return ""
    default: break
    }
    guard case .character(let character) = key.code, key.modifiers.isEmpty else { return nil }
    return String(character)
  }

  mutating func show(_ choices: [Choice], chosen: Int?, typed: String) -> FormReply {
    let options = choices.map {
      PickerOption(id: $0.id, title: $0.title, detail: $0.group, more: $0.meaning)
    }
    var picker = Picker(title: fields[focus].label, options: options, filterable: true)
    if typed.isEmpty {
      if let chosen { picker.select(choices[chosen].id) }
    } else {
      _ = picker.handle(.paste(typed), height: options.count)
    }
    list = picker
    return .stay
  }

  private mutating func pick(_ event: InputEvent, size: Size) -> FormReply {
    guard var picker = list, let choices = focused?.longChoices else {
      list = nil
      return .stay
    }
    switch picker.handle(event, height: size.height) {
    case .stay, .refused: list = picker
    case .cancel: list = nil
    case .picked(let id):
      list = nil
      editors[focus] = .choice(choices.firstIndex { $0.id == id })
      _ = changed()
      // What is picked last is seen before it is saved.
      if focus != stops.last { moveFocus(by: 1) }
    }
    return .stay
  }
}
