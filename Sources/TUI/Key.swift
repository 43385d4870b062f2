/// One key as the user pressed it.
public struct Key: Hashable, Sendable {
  /// What is printed on the key.
  public enum Code: Hashable, Sendable {
    /// A character, as one user-perceived unit.
    case character(Character)
    case enter, tab, backspace, escape, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F63.
    case function(Int)
  }

  /// Keys held with it.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes modifiers from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Control.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, also called Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, reported only for keys that do not type a character.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// What is printed on the key.
  public var code: Code
  /// Keys held with it.
  public var modifiers: Modifiers

  /// Makes a key.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// Whether it is one of F1 to F63.
  public var isFunction: Bool { if case .function = code { true } else { false } }

  /// The key that types `character`.
  public static func char(_ character: Character) -> Key { Key(.character(character)) }
  /// `character` with Control held; letters are given in lower case.
  public static func ctrl(_ character: Character) -> Key { Key(.character(character), .control) }
  /// `character` with Alt held.
  public static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
}

/// What reaches the program from the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// Pasted text of any length, as one event, with line feeds as line ends.
  case paste(String)
  /// What was pasted is longer than any text may be, and was let go of as it came.
  case tooLong
  /// The terminal has a new size.
  case resize(Size)
  /// The mouse did something.
  case pointer(Pointer)

  /// What it types over a short answer that stands there already: a character or what is pasted. A blank goes
  /// on behind that answer, and every other key edits it; nil for those.
  public var typedOver: String? {
    switch self {
    case .paste(let text): return text
    case .key(let key):
      guard case .character(let it) = key.code, key.modifiers.isEmpty, !it.isWhitespace else {
        return nil
      }
      return String(it)
    case .resize, .tooLong, .pointer: return nil
    }
  }

  /// Whether it changes a text that is selected: it types, pastes or deletes.
  public var isEdit: Bool {
    switch self {
    case .paste: true
    case .resize, .tooLong, .pointer: false
    case .key(let key):
      switch key.code {
      case .character: key.modifiers.isEmpty
      case .backspace, .delete: true
      default: false
      }
    }
  }
}
