/// One key or several pressed after each other, as written in a key table or a config file.
public struct KeySequence: Hashable, Sendable {
  /// The keys, first one first; never empty.
  public let keys: [Key]

  /// Makes a sequence of at least one key.
  public init?(_ keys: [Key]) {
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// Reads `a`, `g g`, `ctrl+r`, `Ctrl-r` or `^R`, `alt+x`, `enter` or `<enter>`, `f1`, `shift+tab`,
  /// `space`; nil for anything else.
  public init?(_ text: String) {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = KeyNames.key(word) else { return nil }
      keys.append(key)
    }
    self.init(keys)
  }

  /// What a footer shows: `Enter`, `^R`, `g g`, `F1`.
  public var description: String { named(KeyNames.shown) }
  /// What a config file says: `enter`, `ctrl+r`, `g g`, `f1`.
  public var configName: String { named(KeyNames.config) }

  private func named(_ name: (Key) -> String) -> String {
    keys.dropFirst().reduce(keys.first.map(name) ?? "") { "\($0) \(name($1))" }
  }
}

extension KeySequence: CustomStringConvertible {}

/// The names of keys: one table for reading and for showing them.
enum KeyNames {
  /// Name in files, name on screen, code. The first name of a code is the one written.
  private static let named: [(config: String, shown: String, code: Key.Code)] = [
    ("enter", "Enter", .enter), ("return", "Enter", .enter), ("tab", "Tab", .tab),
    ("esc", "Esc", .escape), ("escape", "Esc", .escape), ("backspace", "Backspace", .backspace),
    ("delete", "Del", .delete), ("del", "Del", .delete), ("insert", "Ins", .insert),
    ("up", "↑", .up), ("down", "↓", .down), ("left", "←", .left), ("right", "→", .right),
    ("home", "Home", .home), ("end", "End", .end), ("pageup", "PgUp", .pageUp),
    ("pgup", "PgUp", .pageUp), ("pagedown", "PgDn", .pageDown), ("pgdn", "PgDn", .pageDown),
    ("space", "Space", .character(" ")), ("lt", "<", .character("<")),
    ("plus", "+", .character("+")),
  ]

  private static let modifiers: [(name: String, shown: String, value: Key.Modifiers)] = [
    ("ctrl", "^", .control), ("alt", "Alt-", .alt), ("shift", "Shift-", .shift),
  ]

  /// The key written as `word`, with or without angle brackets.
  static func key(_ word: Substring) -> Key? {
    var rest = word
    if rest.count > 2, rest.hasPrefix("<"), rest.hasSuffix(">") {
      rest = rest.dropFirst().dropLast()
    }
    var held: Key.Modifiers = []
    // As footers show it: ^N.
    if rest.count == 2, rest.first == "^" {
      held.insert(.control)
      rest = rest.dropFirst()
    }
    while let plus = rest.dropFirst().firstIndex(where: { $0 == "+" || $0 == "-" }),
      rest.index(after: plus) < rest.endIndex
    {
      let name = rest[..<plus].lowercased()
      guard let modifier = modifiers.first(where: { $0.name == name || short($0.name) == name })
      else { return nil }
      held.insert(modifier.value)
      rest = rest[rest.index(after: plus)...]
    }
    if rest.count == 1, let character = rest.first {
      guard !held.contains(.shift) else { return nil }
      let plain = held.contains(.control) ? Character(character.lowercased()) : character
      return Key(.character(plain), held)
    }
    let name = rest.lowercased()
    if let row = named.first(where: { $0.config == name }) { return Key(row.code, held) }
    if name.first == "f", let number = Int(name.dropFirst()), (1...63).contains(number) {
      return Key(.function(number), held)
    }
    return nil
  }

  private static func short(_ name: String) -> String { String(name.prefix(1)) }

  static func config(_ key: Key) -> String {
    let held = modifiers.filter { key.modifiers.contains($0.value) }.map { $0.name + "+" }.joined()
    return held + base(key.code, shown: false)
  }

  static func shown(_ key: Key) -> String {
    var held = ""
    for modifier in modifiers where key.modifiers.contains(modifier.value) {
      if modifier.value == .control, case .character(let c) = key.code, c != " " {
        held += "^"
      } else {
        held += modifier.value == .control ? "Ctrl-" : modifier.shown
      }
    }
    var name = base(key.code, shown: true)
    if held.hasSuffix("^") { name = name.uppercased() }
    return held + name
  }

  private static func base(_ code: Key.Code, shown: Bool) -> String {
    switch code {
    case .function(let number): return (shown ? "F" : "f") + String(number)
    case .character(let character) where character != " " && (shown || character != "<"):
      return String(character)
    default:
      guard let row = named.first(where: { $0.code == code }) else { return "?" }
      return shown ? row.shown : row.config
    }
  }
}

/// Which command each key sequence runs.
public struct Keymap<ID: Hashable & Sendable>: Sendable {
  /// What the keys pressed so far mean.
  public enum Match: Equatable, Sendable {
    /// Nothing starts like this.
    case none
    /// The start of a longer sequence.
    case partial
    /// A command.
    case found(ID)
  }

  /// Two rows that cannot both be reached.
  public struct Conflict: Error, Equatable, CustomStringConvertible {
    /// The sequence of the first row.
    public let first: KeySequence
    /// The command of the first row.
    public let firstID: ID
    /// The sequence of the second row.
    public let second: KeySequence
    /// The command of the second row.
    public let secondID: ID

    /// A sentence naming both.
    public var description: String {
      first == second
        ? "\(first.configName) is set for both \(firstID) and \(secondID)"
        : "\(first.configName) (\(firstID)) hides \(second.configName) (\(secondID))"
    }
  }

  private var commands: [[Key]: ID] = [:]
  private var prefixes: Set<[Key]> = []

  /// Makes a keymap; throws `Conflict` when two rows have the same keys, or the keys of one start
  /// those of another.
  public init(_ rows: [(KeySequence, ID)]) throws {
    var owner: [[Key]: (KeySequence, ID)] = [:]
    for (keys, id) in rows {
      if let other = owner[keys.keys] {
        throw Conflict(first: other.0, firstID: other.1, second: keys, secondID: id)
      }
      owner[keys.keys] = (keys, id)
      commands[keys.keys] = id
    }
    for (keys, id) in rows {
      for length in 1..<max(1, keys.keys.count) {
        let start = Array(keys.keys.prefix(length))
        if let other = owner[start] {
          throw Conflict(first: other.0, firstID: other.1, second: keys, secondID: id)
        }
        prefixes.insert(start)
      }
    }
  }

  /// What `keys`, pressed after each other, mean.
  public func match(_ keys: [Key]) -> Match {
    if let id = commands[keys] { return .found(id) }
    return prefixes.contains(keys) ? .partial : .none
  }
}
