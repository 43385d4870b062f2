import DebriefModel
import TUI

extension CommandTable {
  /// Why a command keeps its shipped keys.
  public struct Refusal: Hashable, Sendable {
    /// The line of the wish.
    public var line: Int
    /// Why, in one sentence without a full stop.
    public var message: String
  }

  /// This table with the keys somebody wants. A wish that cannot be granted is left aside and said
  /// why: its command keeps the shipped keys.
  public func rebound(_ wishes: [Settings.Keys]) -> (table: CommandTable, refusals: [Refusal]) {
    if wishes.isEmpty { return (self, []) }
    var desk = Rebinding(self, wishes)
    desk.settle()
    let table = desk.granted.isEmpty ? self : CommandTable(desk.commands)
    return (table, desk.refusals.sorted { $0.line < $1.line })
  }
}

/// Wishes for keys, looked at one by one and then side by side.
private struct Rebinding {
  /// A wish that can be granted as far as it alone is looked at.
  struct Granted {
    var wish: Settings.Keys
    var index: Int
  }

  let shipped: [Command]
  private(set) var commands: [Command]
  /// The keys of both, read once: wishes are held against every other command.
  private let shippedKeys: [[KeySequence]]
  private var keys: [[KeySequence]]
  private(set) var granted: [Granted] = []
  private(set) var refusals: [CommandTable.Refusal] = []

  init(_ table: CommandTable, _ wishes: [Settings.Keys]) {
    shipped = table.all
    commands = table.all
    shippedKeys = shipped.map { $0.keys.compactMap { KeySequence($0) } }
    keys = shippedKeys
    for wish in wishes {
      guard let index = shipped.firstIndex(where: { $0.name == wish.command }) else {
        let near =
          Nearest.word(to: wish.command, in: shipped.map(\.name))
          .map { "did you mean `\($0)`?" } ?? "debrief keys lists them"
        refuse(wish, "there's no command `\(wish.command)`; \(near)")
        continue
      }
      if granted.contains(where: { $0.index == index }) {
        refuse(wish, "`\(wish.command)` appears twice")
      } else if let reason = Rebinding.fault(of: wish, shipped[index]) {
        refuse(wish, reason)
      } else {
        granted.append(Granted(wish: wish, index: index))
        commands[index] = shipped[index].with(keys: Rebinding.once(wish.keys))
        keys[index] = commands[index].keys.compactMap { KeySequence($0) }
      }
    }
  }

  private mutating func refuse(_ wish: Settings.Keys, _ message: String) {
    refusals.append(CommandTable.Refusal(line: wish.line, message: message))
  }

  /// Takes wishes back, the latest first, until no two commands of a place share a key.
  mutating func settle() {
    while let (place, reason) = clash() {
      let it = granted.remove(at: place)
      commands[it.index] = shipped[it.index]
      keys[it.index] = shippedKeys[it.index]
      refuse(it.wish, reason)
    }
  }

  /// The latest wish that meets another command at the same key, and the sentence that says so.
  private func clash() -> (place: Int, reason: String)? {
    for place in granted.indices.reversed() {
      let index = granted[place].index
      for context in KeyContext.all where context.hears(shipped[index]) {
        for other in commands.indices where other != index && context.hears(commands[other]) {
          // Of two wishes the later one gives way; a shipped command never does.
          if let rival = granted.firstIndex(where: { $0.index == other }), rival > place {
            continue
          }
          if let reason = meeting(index, other) { return (place, reason) }
        }
      }
    }
    return nil
  }

  private func meeting(_ index: Int, _ other: Int) -> String? {
    for key in keys[index] {
      for taken in keys[other] {
        let length = min(key.keys.count, taken.keys.count)
        guard key.keys.prefix(length) == taken.keys.prefix(length) else { continue }
        // What is shipped side by side was meant so: the inner one is heard.
        if shippedKeys[index].contains(key), shippedKeys[other].contains(taken) {
          continue
        }
        let mine = commands[index].name
        let theirs = "`\(commands[other].name)`"
        return key == taken
          ? "`\(mine)` can't have \(key.configName): \(theirs) uses it"
          : "`\(mine)` can't have \(key.configName): \(theirs) has \(taken.configName), and one "
            + "is the start of the other"
      }
    }
    return nil
  }

  // MARK: - One wish

  /// Each key once, however often and in whatever spelling it was written.
  private static func once(_ keys: [String]) -> [String] {
    var seen: [KeySequence] = []
    return keys.filter { text in
      guard let sequence = KeySequence(text), !seen.contains(sequence) else { return false }
      seen.append(sequence)
      return true
    }
  }

  /// Without a key for one of these, a user could be locked in or left without help.
  private static let needed: Set<String> = ["help", "palette", "quit", "letter.leave"]

  /// Why a wish cannot be granted, whatever the others are.
  private static func fault(of wish: Settings.Keys, _ command: Command) -> String? {
    let name = command.name
    if wish.keys.isEmpty, needed.contains(name) {
      return "`\(name)` needs a key; without one you couldn't \(way(name))"
    }
    let own = command.keys.compactMap { KeySequence($0) }
    let wanted = wish.keys.compactMap { KeySequence($0) }
    for short in wanted {
      if let long = wanted.first(where: { $0 != short && $0.keys.starts(with: short.keys) }) {
        return "`\(name)` can't have both \(long.configName) and \(short.configName): "
          + "one is the start of the other"
      }
    }
    for text in wish.keys {
      guard let sequence = KeySequence(text) else {
        return "`\(name)` can't have \"\(text)\", which isn't a key: use a, A, ctrl+n, alt+x, "
          + "enter, f5, or \"g g\""
      }
      if own.contains(sequence) { continue }
      for key in sequence.keys {
        if let real = KeyContext.arrivesAs(key) {
          return "`\(name)` can't have \(sequence.configName): a terminal sends it as \(real)"
        }
      }
      for context in KeyContext.all where context.hears(command) {
        if let reason = context.refusal(sequence) {
          return "`\(name)` can't have \(sequence.configName): \(reason)"
        }
      }
    }
    return nil
  }

  private static func way(_ name: String) -> String {
    switch name {
    case "help": "see the keys"
    case "palette": "reach commands without a key"
    case "quit": "quit from anywhere"
    default: "leave a letter"
    }
  }
}

/// A place where keys are heard: its scope, and those that hear what it does not use.
private struct KeyContext {
  /// The innermost.
  let scope: Scope

  /// Whether a command can be used there.
  func hears(_ command: Command) -> Bool {
    if command.scope == scope { return true }
    if command.scope == .everywhere, let alone = scope.alone { return alone.contains(command.name) }
    return scope.outer.contains(command.scope)
  }

  /// Why a key would not be heard there.
  func refusal(_ sequence: KeySequence) -> String? {
    let first = sequence.keys[0]
    if first == .ctrl("c") { return "it always stops or goes back" }
    if scope.isTyping {
      if !first.isFunction, first.modifiers.isDisjoint(with: [.control, .alt]) {
        return "it's text while you write a letter; use ctrl, alt, or f2 to f12"
      }
    }
    return scope.taken.contains(first) ? "it moves, answers, or closes there" : nil
  }

  /// Every place that hears keys.
  static let all: [KeyContext] = Scope.allCases.filter {
    $0 != .everywhere && $0 != .review && $0 != .find
  }.map { KeyContext(scope: $0) }

  /// The key a terminal cannot tell it from, by name; nil for a key that arrives as it is.
  static func arrivesAs(_ key: Key) -> String? {
    guard key.modifiers == .control, case .character(let c) = key.code else { return nil }
    return switch c {
    case "i": "tab"
    case "m", "j": "enter"
    case "[": "esc"
    default: nil
    }
  }
}
