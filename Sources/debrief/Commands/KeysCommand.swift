import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefRunner
import TUI

/// `debrief keys`: the table of all keys, as help and the manual have it.
struct KeysCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print a table of all the keys.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Option(help: "The format.") var format = Format.text
  @OptionGroup var options: StoreOptions

  private static let moving = "Moving and typing"

  func run() throws {
    try options.refuseStore(for: "keys")
    let configuration = Configuration(folder: Paths.config(Session.variables()))
    configuration.complainOfFaults()
    let commands = configuration.commands
    switch format {
    case .text: try Output.text(KeysCommand.text(commands))
    case .markdown: try Output.text(KeysCommand.markdown(commands))
    case .json: try Output.document(try JSONText.encode(Document(commands)) + "\n")
    }
  }

  private typealias Row = (keys: [String], name: String, text: String)

  private static func sections(_ commands: CommandTable) -> [(title: String, rows: [Row])] {
    var sections = Scope.allCases.map { scope in
      (
        title: scope.title,
        rows: commands.commands(scope).map { Row(labels($0), $0.name, $0.title) }
      )
    }
    let fixed = HelpText.fixed.map {
      Row($0.keys.split(separator: " ").map(String.init), "", $0.text)
    }
    sections.append((moving, fixed))
    return sections
  }

  /// The keys of a command as they are shown.
  private static func labels(_ command: Command) -> [String] {
    command.keys.compactMap { KeySequence($0)?.description }
  }

  private static func text(_ commands: CommandTable) -> String {
    sections(commands).filter { !$0.rows.isEmpty }.map { section in
      section.title + "\n"
        + section.rows.map {
          let keys = $0.keys.isEmpty ? "no key" : $0.keys.joined(separator: " ")
          let name = $0.name.isEmpty ? "" : "  (\($0.name))"
          return "  \(TextWidth.pad(keys, to: 14))  \($0.text)\(name)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private static func markdown(_ commands: CommandTable) -> String {
    sections(commands).filter { !$0.rows.isEmpty }.map { section in
      "### \(section.title)\n\n| Keys | What they do |\n| --- | --- |\n"
        + section.rows.map { row in
          let keys = row.keys.map { "`" + code($0) + "`" }
          return "| \(keys.joined(separator: " ")) | \(MarkdownText.line(row.text)) |\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// A key inside a code span of a table, where only the bar still means something.
  private static func code(_ key: String) -> String { key == "|" ? "\\|" : key }

  private struct Document: Encodable {
    struct Row: Encodable {
      let action: String
      let keys: [String]
      let scope: String
      let title: String
    }
    struct Fixed: Encodable {
      let keys: String
      let text: String
    }
    let commands: [Row]
    let fixed = HelpText.fixed.map { Fixed(keys: $0.keys, text: $0.text) }
    let version = 1

    init(_ table: CommandTable) {
      commands = table.all.map {
        Row(action: $0.name, keys: $0.keys, scope: $0.scope.rawValue, title: $0.title)
      }
    }
  }
}
