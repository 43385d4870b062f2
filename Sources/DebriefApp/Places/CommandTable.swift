import Synchronization
import TUI

/// The table of all commands and the keymaps made from it: as shipped, or with keys of the user's. Of the
/// shipped table only the scopes that are looked at are made: a start needs two of eighteen.
public struct CommandTable: Sendable {
  /// As shipped.
  public static let standard = CommandTable()

  /// A table with keys of the user's.
  private struct Own {
    let all: [Command]
    let byScope: [Scope: [Command]]
    let byName: [String: Command]
  }

  private let own: Own?
  private let maps = Maps()
  /// Whether sentences name what is typed in plain mode, and no keys.
  var isSpoken = false

  private init() { own = nil }

  /// A table with other keys; they are checked before.
  init(_ commands: [Command]) {
    own = Own(
      all: commands, byScope: Dictionary(grouping: commands, by: \.scope),
      byName: CommandTable.named(commands))
  }

  private static let shipped: [Command] = Places.all.flatMap { $0.commands }
  private static let shippedByName = named(shipped)

  private static func named(_ commands: [Command]) -> [String: Command] {
    Dictionary(commands.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every command, in the order in which help shows them.
  public var all: [Command] { own?.all ?? CommandTable.shipped }

  /// The commands of a scope, in order.
  public func commands(_ scope: Scope) -> [Command] {
    if let own { return own.byScope[scope] ?? [] }
    return Places.place(of: scope)?.commands ?? []
  }

  /// The keymaps that were asked for.
  private final class Maps: Sendable {
    private let made = Mutex<[Scope: Keymap<String>]>([:])

    func map(_ scope: Scope, _ commands: () -> [Command]) -> Keymap<String>? {
      made.withLock { made in
        if let map = made[scope] { return map }
        // The table is checked by a test, so a conflict never ships; one that did would leave that scope
        // without keys rather than end the program.
        let map = (try? Keymap(rows(commands()))) ?? (try? Keymap([]))
        made[scope] = map
        return map
      }
    }
  }

  /// The keymap of a scope: made with its first key and not before.
  func keymap(_ scope: Scope) -> Keymap<String>? { maps.map(scope) { commands(scope) } }

  /// The keys of some commands, one row a key.
  static func rows(_ commands: [Command]) -> [(KeySequence, String)] {
    commands.flatMap { command in
      command.keys.compactMap { KeySequence($0) }.map { ($0, command.name) }
    }
  }

  /// The row of a command.
  public func command(_ name: String) -> Command? {
    own.map { $0.byName[name] } ?? CommandTable.shippedByName[name]
  }

  /// The row of a command of a scope.
  func command(_ name: String, in scope: Scope) -> Command? {
    commands(scope).first { $0.name == name }
  }

  /// What sentences name in braces beside commands: keys of widgets, and what one does with a key. Each has
  /// its words on the screen, and in plain mode, where all of it is typed as a line.
  static let parts: [String: (screen: String, spoken: String)] = [
    "press": ("press", "type"), "Press": ("Press", "Type"),
    "answer": ("Press a key to answer", "Type your answer to"),
    "again": ("Save again", "Press Enter again"),
    "choose": ("Tab to choose", "the next question asks"),
    "change": ("Tab to change", "the next question can change it"),
    "key.esc": ("Esc", "b"), "key.save": ("Ctrl-S", "a single dot"),
    "key.clear": ("Ctrl-X", ":clear"), "key.undo": ("Ctrl-_", ":undo"),
    // A question in plain mode has no field to leave first.
    "key.out": ("Esc, then ", ""), "key.before": ("Shift-Tab", "b"), "key.after": ("Tab", "Enter"),
  ]

  /// A sentence with the keys of commands in place of their names in braces: `{undo} brings it back`.
  /// A command without a key is reached by its name. ``parts`` are named, too; anything else in braces stays.
  func named(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    var result = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{") {
      let name = rest[rest.index(after: open)...].prefix { $0 != "}" && $0 != "{" }
      result += String(rest[..<open])
      let isWhole = name.endIndex < rest.endIndex && rest[name.endIndex] == "}"
      if isWhole, let part = CommandTable.parts[String(name)] {
        result += isSpoken ? part.spoken : part.screen
        rest = rest[rest.index(after: name.endIndex)...]
        continue
      }
      guard isWhole, let command = command(String(name)) else {
        result += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      result +=
        isSpoken
        ? CommandTable.spokenName(command)
        : command.keys.isEmpty ? "\(named("{palette}")) \(name)" : command.keyLabel
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + String(rest)
  }

  /// What a key alone does in a scope.
  func action(_ key: Key, _ scope: Scope) -> Command? {
    if case .found(let name)? = keymap(scope)?.match([key]) {
      command(name, in: scope)
    } else {
      nil
    }
  }
}
