/// One of the answers of a choice field.
public struct Choice: Hashable, Sendable {
  /// What is stored.
  public var id: String
  /// What is shown.
  public var title: String
  /// Where it belongs, shown behind it in a list.
  public var group: String
  /// What it means, shown below the list while it is selected.
  public var meaning: String

  /// Makes a choice.
  public init(id: String, title: String, group: String = "", meaning: String = "") {
    self.id = id
    self.title = title
    self.group = group
    self.meaning = meaning
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
  /// Whether it is rarely needed: without an answer it is folded away, behind a row that says "more…".
  public var isSeldom = false
  /// The answer of a seldom field that says no more than none.
  public var plain = ""

  /// The choice on whose answer it depends, and the answers with which it is asked; nil where it always is.
  public var only: Only?

  /// What another field has to say for a field to be asked.
  public struct Only: Equatable, Sendable {
    /// The id of the other field.
    public var field: String
    /// Its answers with which it is asked.
    public var answers: Set<String>
  }

  /// Whether its choices stand in a list that opens, however few they are: long ones do.
  public var isListed = false

  /// Whether its line is one thing, such as a number or a day: as long as nobody touched what it starts
  /// with, what is typed takes its place.
  public var isWhole = false

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

  /// The same field, folded away as long as its answer is none, or the plain one.
  public func seldom(_ plain: String = "") -> FormField {
    var field = self
    (field.isSeldom, field.plain) = (true, plain)
    return field
  }

  /// The same field, asked only while another one has one of these answers: otherwise it is neither shown nor
  /// passed, unless something was typed in it.
  public func only(_ field: String, _ answers: String...) -> FormField {
    var it = self
    it.only = Only(field: field, answers: Set(answers))
    return it
  }

  /// The same field, of which what is typed first takes the place of what it starts with.
  public func whole() -> FormField {
    var field = self
    field.isWhole = true
    return field
  }

  /// The same field, its choices in a list that opens.
  public func listed() -> FormField {
    var field = self
    field.isListed = true
    return field
  }

  var isNote: Bool {
    if case .note = kind { return true }
    return false
  }

  /// The choices, where there are too many of them to be shown side by side.
  var longChoices: [Choice]? {
    guard case .choice(let choices) = kind, isListed || choices.count > FormLayout.mostChoices
    else { return nil }
    return choices
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
