import TUI

/// The table of all commands and the keymaps made from it: as shipped, or with keys of the user's.
public struct CommandTable: Sendable {
  /// As shipped.
  public static let standard = CommandTable()

  /// Every command, in the order in which help shows them.
  public let all: [Command]
  private let byScope: [Scope: [Command]]
  private let byName: [String: Command]
  /// The keymaps of a table with keys of its own.
  private let own: [Scope: Keymap<String>]?

  private init() {
    all = CommandTable.shipped
    (byScope, byName) = CommandTable.sorted(all)
    own = nil
  }

  /// A table with other keys; they are checked before.
  init(_ commands: [Command]) {
    all = commands
    (byScope, byName) = CommandTable.sorted(commands)
    own = CommandTable.maps(commands)
  }

  private static let shipped: [Command] = Places.all.flatMap { $0.commands }

  private static func sorted(_ all: [Command]) -> ([Scope: [Command]], [String: Command]) {
    (
      Dictionary(grouping: all, by: \.scope),
      Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    )
  }

  /// The commands of a scope, in order.
  public func commands(_ scope: Scope) -> [Command] { byScope[scope] ?? [] }

  /// The keymap of each scope.
  var keymaps: [Scope: Keymap<String>] { own ?? CommandTable.shippedMaps }

  /// Made with the first key and not before. The shipped table is checked by a test, so a conflict
  /// never ships; one that did would leave that scope without keys rather than end the program.
  private static let shippedMaps = maps(shipped)

  private static func maps(_ commands: [Command]) -> [Scope: Keymap<String>] {
    var maps: [Scope: Keymap<String>] = [:]
    for scope in Scope.allCases {
      maps[scope] = try? Keymap(rows(commands.filter { $0.scope == scope }))
    }
    return maps
  }

  /// The keys of some commands, one row a key.
  static func rows(_ commands: [Command]) -> [(KeySequence, String)] {
    commands.flatMap { command in
      command.keys.compactMap { KeySequence($0) }.map { ($0, command.name) }
    }
  }

  /// The row of a command.
  public func command(_ name: String) -> Command? { byName[name] }

  /// A sentence with the keys of commands in place of their names in braces: `{undo} brings it back`.
  /// A command without a key is reached by its name. Anything else in braces stays.
  func named(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    var result = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{") {
      let name = rest[rest.index(after: open)...].prefix { $0 != "}" && $0 != "{" }
      result += rest[..<open]
      guard name.endIndex < rest.endIndex, rest[name.endIndex] == "}",
        let command = command(String(name))
      else {
        result += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      result += command.keys.isEmpty ? "\(named("{palette}")) \(name)" : command.keyLabel
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + rest
  }

  /// What a key alone does in a scope.
  func action(_ key: Key, _ scope: Scope) -> Command? {
    if case .found(let name)? = keymaps[scope]?.match([key]) { command(name) } else { nil }
  }
}
