/// One of the answers of a choice field.
public struct Choice: Hashable, Sendable {
  /// What is stored.
  public var id: String
  /// What is shown.
  public var title: String

  /// Makes a choice.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// One field of a form.
public struct FormField: Equatable, Sendable {
  /// How a field is answered.
  public enum Kind: Equatable, Sendable {
    /// One line of text.
    case line
    /// Several lines, of which `rows` are shown.
    case lines(rows: Int)
    /// One of some answers.
    case choice([Choice])
    /// Not at all: a text to read.
    case note(String)
  }

  /// The name of its value.
  public var id: String
  /// What is asked.
  public var label: String
  /// How it is answered.
  public var kind: Kind
  /// Help, shown while the field has the focus.
  public var hint: String
  /// Whether it must have an answer.
  public var required: Bool
  /// The answer to start with; of a choice, its id.
  public var value: String

  /// Makes a field.
  public init(
    id: String, label: String, kind: Kind, hint: String = "", required: Bool = false,
    value: String = ""
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.hint = hint
    self.required = required
    self.value = value
  }

  var isNote: Bool {
    if case .note = kind { return true }
    return false
  }
}

/// What a form wants after an event.
public enum FormReply: Equatable, Sendable {
  /// Nothing: it goes on.
  case stay
  /// Its values are complete and to be used.
  case submit
  /// It is to be closed without using its values.
  case cancel
  /// The event was not for it.
  case unused
}

/// What is wrong with the answer to a field.
public struct FormError: Equatable, Sendable {
  /// The field's id.
  public var field: String
  /// A sentence to show below it.
  public var message: String

  /// Makes an error.
  public init(field: String, message: String) {
    self.field = field
    self.message = message
  }
}

/// A form: fields with labels, one of which has the focus. It knows no screen.
///
/// Tab, Shift-Tab, Enter, up and down move between the fields; Enter in the last one and Ctrl-S
/// anywhere submit; Esc and Ctrl-C cancel. In a field of several lines Enter, up and down edit. A
/// choice is made with left, right, Space, a digit or a first letter.
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
  /// The word for submitting.
  public var submitTitle: String
  /// The word for leaving without submitting.
  public var cancelTitle = "back, keeps a draft"
  /// The fields.
  public private(set) var fields: [FormField]
  /// What is wrong, if anything.
  public var error: FormError?
  /// The index of the field that has the focus.
  public var focus = 0
  /// The index of the field that has it first.
  public let start: Int
  private(set) var editors: [Editor]

  /// Exchanges the help of a field, when it is known only after the form was opened.
  public mutating func setHint(_ id: String, _ hint: String) {
    guard let at = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[at].hint = hint
  }

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
  }

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
    if error?.field == id { error = nil }
  }

  /// Follows an event; `size` is that of the canvas the form is drawn on.
  public mutating func handle(_ event: InputEvent, size: Size) -> FormReply {
    settleFocus()
    switch event {
    case .paste(let text): return paste(text)
    case .resize: return .unused
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
    guard fields.indices.contains(focus) else { return key == Key(.enter) ? submit() : .unused }
    switch editors[focus] {
    case .lines(var area):
      // The copy in `editors` is given up first, so that editing does not copy the text.
      editors[focus] = .note
      let room = FormLayout(self, size: size, rows: nil).areaSize(of: fields[focus])
      let used = area.handle(key, width: room.width, height: room.height)
      editors[focus] = .lines(area)
      return used ? changed() : .unused
    case .line(var field):
      if let reply = step(key) { return reply }
      editors[focus] = .note
      let used = field.handle(key)
      editors[focus] = .line(field)
      return used ? changed() : .unused
    case .choice(let chosen):
      if let reply = step(key) { return reply }
      guard case .choice(let choices) = fields[focus].kind,
        let next = Self.choice(key, chosen: chosen, among: choices)
      else { return .unused }
      editors[focus] = .choice(next)
      return changed()
    case .note: return step(key) ?? .unused
    }
  }

  /// The keys that move between fields of one line.
  private mutating func step(_ key: Key) -> FormReply? {
    switch key {
    case Key(.enter):
      if focus == fields.lastIndex(where: { !$0.isNote }) ?? focus { return submit() }
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
      editors[focus] = .note
      field.insert(text)
      editors[focus] = .line(field)
    case .lines(var area):
      editors[focus] = .note
      area.insert(text)
      editors[focus] = .lines(area)
    case .choice, .note: return .unused
    }
    return changed()
  }

  private mutating func changed() -> FormReply {
    if error?.field == fields[focus].id { error = nil }
    return .stay
  }

  private mutating func submit() -> FormReply {
    for i in fields.indices where fields[i].required && !fields[i].isNote {
      guard value(at: i).allSatisfy(\.isWhitespace) else { continue }
      error = FormError(field: fields[i].id, message: "\(fields[i].label) is needed")
      focus = i
      return .stay
    }
    return .submit
  }

  private mutating func moveFocus(by delta: Int) {
    guard fields.contains(where: { !$0.isNote }) else { return }
    repeat { focus = (focus + delta + fields.count) % fields.count } while fields[focus].isNote
  }

  /// The focus can be set from outside to anything.
  private mutating func settleFocus() {
    if fields.indices.contains(focus), !fields[focus].isNote { return }
    focus = fields.firstIndex { !$0.isNote } ?? 0
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
}
