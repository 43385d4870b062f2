import ArgumentParser
import DebriefModel
import DebriefRunner
import Foundation

/// Which of the arguments are options and which are text, decided before the parser sees them: it takes
/// `- they asked about Go` for a bundle of short options, finds an `h` among them, and prints help.
///
/// An argument with a blank in it is text, whatever it begins with. Without one it is an option that
/// the command has, or a slip, and the sentence about a slip says how text is marked: by `--` before it.
struct ArgumentOrder {
  private let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  /// Whether the parser could not mistake anything: then it need not be asked what its commands take,
  /// which is slower than most of them.
  var isPlain: Bool {
    var seen: Set<Substring> = []
    for argument in arguments {
      if argument == "--" { return true }
      guard argument.hasPrefix("-"), argument != "-" else { continue }
      if argument.utf8.count == 2 {
        guard argument == "-o", seen.insert("-o").inserted else { return false }
        continue
      }
      let name = argument.prefix { $0 != "=" }
      // Said twice, a flag says the same; of two values, one would be ignored.
      if ArgumentOrder.flags.contains(argument) { continue }
      guard ArgumentOrder.isOptionName(name), seen.insert(name).inserted else { return false }
    }
    return true
  }

  /// What has a value in no command.
  static let flags: Set<String> = ["--json", "--demo", "--no-pager", "--yes", "--mask", "--list"]

  /// The same command line with what is text where the parser takes it for that: behind `--`, or joined
  /// to its option by `=`. Throws a sentence about what can be neither.
  func arranged() throws -> [String] {
    let grammar = try Grammar.shipped()
    var front: [String] = []
    var rest = arguments[...]
    var seen: [String: String] = [:]
    // Options may stand before the command, too.
    while let next = rest.first, next.hasPrefix("-"), next != "-", next != "--" {
      if ArgumentOrder.isText(next), !grammar.root.knows(next) {
        throw ArgumentOrder.noCommand(next, grammar)
      }
      front += try takeOption(&rest, of: grammar.root, &seen)
    }
    guard let name = rest.first else { return arguments }
    guard name != "help" else {
      try ArgumentOrder.refuseScreen(front, ["--no-pager"], name)
      return try help(rest.dropFirst(), grammar)
    }
    guard let command = grammar.commands[name] else { throw ArgumentOrder.noCommand(name, grammar) }
    try ArgumentOrder.refuseScreen(front, command.names, name)
    rest.removeFirst()
    var options = front
    var texts: [String] = []
    while let next = rest.first {
      if next == "--" {
        texts += rest.dropFirst()
        break
      }
      if next.hasPrefix("-"), next != "-", command.knows(next) || !ArgumentOrder.isText(next) {
        options += try takeOption(&rest, of: command, &seen, behind: texts)
      } else {
        texts.append(next)
        rest.removeFirst()
      }
    }
    let needsMark = texts.contains { $0.hasPrefix("-") && $0 != "-" }
    return [name] + options + (needsMark ? ["--"] : []) + texts
  }

  /// Takes an option and its value from the front.
  private func takeOption(
    _ rest: inout ArraySlice<String>, of command: Grammar.Command, _ seen: inout [String: String],
    behind texts: [String] = []
  ) throws(Failure) -> [String] {
    let option = rest.removeFirst()
    guard command.knows(option) else { throw ArgumentOrder.unknown(option, command, behind: texts) }
    let name = String(option.prefix { $0 != "=" })
    guard command.valued.contains(name) else {
      // `--plain` and `--no-plain`: whichever the parser took would be one that was given in vain.
      let other =
        name.hasPrefix("--no-") ? "--\(name.dropFirst(5))" : "--no-\(name.dropFirst(2))"
      if command.names.contains(other), seen[other] != nil {
        throw Failure("Use \(other) or \(name), not both.", code: ExitStatus.usage)
      }
      seen[name] = ""
      return [option]
    }
    var given = [option]
    var value = String(option.dropFirst(name.count + 1))
    if name == option {
      guard let next = rest.first, next != "--" else {
        throw Failure("\(name) needs a value after it.", code: ExitStatus.usage)
      }
      value = next
      if next.hasPrefix("-"), next != "-" {
        guard ArgumentOrder.isText(next), !command.knows(next) else {
          throw Failure(
            "\(name) needs a value, and \(next) looks like an option. Type \(name)=\(next) if "
              + "that's what you meant.", code: ExitStatus.usage)
        }
        given = ["\(name)=\(next)"]
      } else {
        given.append(next)
      }
      rest.removeFirst()
    }
    if let before = seen.updateValue(value, forKey: name), before != value {
      throw Failure(
        "You gave \(name) twice, as \"\(before)\" and as \"\(value)\". Use it once.",
        code: ExitStatus.usage)
    }
    return given
  }

  /// Refuses what only opening the screen knows, before a command: the parser would take it and do nothing.
  private static func refuseScreen(
    _ front: [String], _ known: Set<String>, _ command: String
  ) throws(Failure) {
    for option in front where option.hasPrefix("-") && option != "-" {
      let name = String(option.prefix { $0 != "=" })
      if known.contains(name) || ["-h", "--help", "--version"].contains(name) { continue }
      throw Failure(
        "\(name) is for opening the screen, so it does nothing with debrief \(command). Leave it out.",
        code: ExitStatus.usage)
    }
  }

  /// `help`, and at most one command that it is about.
  private func help(_ names: ArraySlice<String>, _ grammar: Grammar) throws(Failure) -> [String] {
    var names = names
    if names.first == "--" { names.removeFirst() }
    for (place, name) in names.enumerated() where !["-h", "--help", "--no-pager"].contains(name) {
      if place > 0 || grammar.commands[name] == nil && name != "help" {
        throw ArgumentOrder.noCommand(names.joined(separator: " "), grammar)
      }
    }
    return ["help"] + names.filter { !$0.hasPrefix("-") }
  }

  /// Whether an argument that begins with a dash can only be text: it has a blank in it, and is not an
  /// option with a value, such as `--words="they said no"` with a slip in the name.
  private static func isText(_ argument: String) -> Bool {
    guard argument.contains(where: \.isWhitespace) else { return false }
    guard let mark = argument.firstIndex(of: "=") else { return true }
    return !isOptionName(argument[..<mark])
  }

  private static func isOptionName(_ name: Substring) -> Bool {
    name.hasPrefix("--") && name.utf8.count > 2
      && name.utf8.dropFirst(2).allSatisfy { (0x61...0x7a).contains($0) || $0 == 0x2d }
  }

  private static func noCommand(_ name: String, _ grammar: Grammar) -> Failure {
    let near = grammar.commands.keys.filter {
      !$0.isEmpty && isNear(Substring($0), Substring(name))
    }.min {
      (EditDistance.between($0[...], name[...]), $0) < (
        EditDistance.between($1[...], name[...]), $1
      )
    }
    return Failure(
      "There's no command \"\(name)\"\(near.map { ": did you mean debrief \($0)?" } ?? ".") debrief help "
        + "lists them all.", code: ExitStatus.usage)
  }

  private static func unknown(
    _ option: String, _ command: Grammar.Command, behind texts: [String]
  ) -> Failure {
    // What was typed before it stays in the command that is proposed.
    let before = texts.map { $0.contains(where: \.isWhitespace) ? " \"\($0)\"" : " \($0)" }.joined()
    let name = option.prefix { $0 != "=" }
    let near = command.names.filter { $0.hasPrefix("--") && isNear(Substring($0), name) }.min()
    let program = command.name.isEmpty ? "debrief" : "debrief \(command.name)"
    let help = command.name.isEmpty ? "debrief help" : "debrief help \(command.name)"
    let meant = near.map { ": did you mean \($0)?" }
    let rest =
      command.takesText
      ? (meant ?? ".") + " If that's text, put -- before it: \(program)\(before) -- \(option)"
      : meant ?? ". \(help) lists them all."
    return Failure("\(program) has no option \(option)\(rest)", code: ExitStatus.usage)
  }

  /// Whether two names differ by one letter, or one begins the other.
  private static func isNear(_ one: Substring, _ other: Substring) -> Bool {
    other.utf8.count > 3 && one.hasPrefix(other) || EditDistance.between(one, other) <= 1
  }
}

/// What the commands take, as the parser tells it.
private struct Grammar: Sendable {
  /// One command, or what stands before all of them.
  struct Command: Sendable {
    let name: String
    /// Its options and flags, with their dashes.
    var names: Set<String> = []
    /// Those of them that have a value.
    var valued: Set<String> = []
    var takesText = false

    /// Whether an argument is one of its options, with or without a value.
    func knows(_ argument: String) -> Bool {
      if names.contains(argument) { return true }
      guard let mark = argument.firstIndex(of: "=") else { return false }
      return names.contains(String(argument[..<mark]))
    }
  }

  let root: Command
  let commands: [String: Command]

  /// That of this program, read once.
  static func shipped() throws -> Grammar { try known.get() }

  private static let known = Result { try read() }

  private static func read() throws -> Grammar {
    let tool = try JSONDecoder().decode(Tool.self, from: Data(DebriefCommand._dumpHelp().utf8))
    var commands: [String: Command] = [:]
    for entry in tool.command.subcommands ?? [] where entry.commandName != "help" {
      commands[entry.commandName] = Command(entry)
    }
    var root = Command(tool.command)
    root.names.formUnion(["--generate-completion-script", "--experimental-dump-help"])
    return Grammar(root: root, commands: commands)
  }
}

extension Grammar.Command {
  fileprivate init(_ entry: Tool.Entry) {
    name = entry.commandName == "debrief" ? "" : entry.commandName
    names = ["-h", "--help"]
    for argument in entry.arguments ?? [] {
      if argument.kind == "positional" { takesText = true }
      for it in argument.names ?? [] {
        let written = (it.kind == "short" ? "-" : "--") + it.name
        names.insert(written)
        if argument.kind == "option" { valued.insert(written) }
      }
    }
  }
}

/// The parser's description of itself, as far as it is wanted.
private struct Tool: Decodable {
  struct Entry: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Entry]?
  }
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let names: [Name]?
  }
  let command: Entry
}
