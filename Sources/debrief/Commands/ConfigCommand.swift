import ArgumentParser
import DebriefApp
import DebriefContent
import DebriefExport
import DebriefModel
import DebriefRunner
import TUI

/// `debrief config`: where the settings are, and what holds. Never writes them.
struct ConfigCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show your settings, and where they are.")

  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print a file with every default setting, to start from.")
  var printDefault = false
  @Flag(help: "Only look for mistakes. The exit status is 1 if there are any.")
  var check = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseStore(for: "config")
    let asked = [("--json", json), ("--print-default", printDefault), ("--check", check)]
      .filter(\.1).map(\.0)
    if asked.count > 1 {
      throw Failure("Use \(asked[0]) or \(asked[1]), not both.", code: ExitStatus.usage)
    }
    if printDefault { return try Output.document(ConfigCommand.shipped) }
    let configuration = Configuration(folder: Paths.config(Session.variables()))
    if json {
      return try Output.document(try JSONText.encode(Document(configuration)) + "\n")
    }
    configuration.complainOfFaults()
    if check {
      if !configuration.faults.isEmpty { throw Ending(code: ExitStatus.failure) }
      return try Output.text(
        configuration.exists
          ? "Your settings have no mistakes.\n" : "You have no settings of your own.\n")
    }
    try Output.text(ConfigCommand.text(configuration))
  }

  /// Every setting as shipped; the keys stand there as comments, so that a file made from it does
  /// not hold on to them.
  static var shipped: String {
    var text = ConfigFile.shipped
    for scope in Scope.allCases {
      let commands = CommandTable.standard.commands(scope)
      if commands.isEmpty { continue }
      text += "\n# \(scope.title)\n"
      for command in commands {
        let keys = command.keys.map { "\"\($0)\"" }.joined(separator: ", ")
        let row = "# \"\(command.name)\" = [\(keys)]"
        text += "\(TextWidth.pad(row, to: 46))  # \(command.title)\n"
      }
    }
    return text
  }

  private static func text(_ it: Configuration) -> String {
    let path = it.path ?? "nowhere, because there's no home folder"
    var rows = [
      ("settings", path + (it.exists || it.path == nil ? "" : " (not there)")),
      ("theme", it.settings.theme),
      ("opens", it.settings.opens.rawValue),
      ("paper", it.settings.paper.rawValue),
      ("silence.days", "\(it.settings.patience.silence)"),
      ("silence.grace_working_days", "\(it.settings.patience.grace)"),
    ]
    switch it.settings.pager {
    case .environment: break
    case .off: rows.insert(("pager", "false"), at: 4)
    case .command(let command): rows.insert(("pager", command), at: 4)
    }
    switch it.settings.notify {
    case .off: break
    case .bell: rows.insert(("notify", "bell"), at: 4)
    case .terminal: rows.insert(("notify", "terminal"), at: 4)
    case .command(let words): rows.insert(("notify", words.joined(separator: " ")), at: 4)
    }
    if let folder = it.settings.checklists { rows.insert(("checklists", folder), at: 3) }
    if let editor = it.settings.editor { rows.insert(("editor", editor), at: 3) }
    if it.settings.dates.hours != .twentyFour {
      rows.insert(("times", "\(it.settings.dates.hours.rawValue)"), at: 3)
    }
    if it.settings.dates.order != .dayFirst {
      rows.insert(("dates", it.settings.dates.order.rawValue), at: 3)
    }
    if it.settings.isPlain { rows.insert(("plain", "true"), at: 3) }
    if !it.settings.hasMouse { rows.insert(("mouse", "false"), at: 3) }
    if it.settings.hideAfter > 0 {
      rows.insert(("hide_after_minutes", "\(it.settings.hideAfter)"), at: 4)
    }
    let own = changed(it.commands)
    if own.isEmpty { rows.append(("keys", "the defaults")) }
    for command in own {
      rows.append(("keys.\(command.name)", keys(command).joined(separator: ", ")))
    }
    return rows.map { "\(TextWidth.pad($0.0, to: 26))  \($0.1.isEmpty ? "none" : $0.1)\n" }.joined()
  }

  /// The commands that do not have the shipped keys.
  private static func changed(_ table: CommandTable) -> [Command] {
    zip(table.all, CommandTable.standard.all).filter { $0.keys != $1.keys }.map(\.0)
  }

  /// The keys of a command as the file would have them.
  private static func keys(_ command: Command) -> [String] {
    command.keys.compactMap { KeySequence($0)?.configName }
  }

  private struct Document: Encodable {
    struct Silence: Encodable {
      let days: Int
      let graceWorkingDays: Int

      enum CodingKeys: String, CodingKey {
        case days
        case graceWorkingDays = "grace_working_days"
      }
    }
    /// As the file has it: true, false, or a command.
    struct Pager: Encodable {
      let setting: Settings.Pager

      func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch setting {
        case .environment: try value.encode(true)
        case .off: try value.encode(false)
        case .command(let command): try value.encode(command)
        }
      }
    }
    /// As the file has it: a word, or the words of a command.
    struct Notice: Encodable {
      let setting: Settings.Notice

      func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch setting {
        case .off: try value.encode("off")
        case .bell: try value.encode("bell")
        case .terminal: try value.encode("terminal")
        case .command(let words): try value.encode(words)
        }
      }
    }
    enum CodingKeys: String, CodingKey {
      case checklists, dates, editor, exists, faults, keys, mouse, notify, opens, pager, paper,
        path, plain, silence, theme, times, version
      case hideAfterMinutes = "hide_after_minutes"
    }
    let checklists: String
    let dates: String
    let editor: String
    let exists: Bool
    let faults: [String]
    let hideAfterMinutes: Int
    let keys: [String: [String]]
    let mouse: Bool
    let notify: Notice
    let opens: String
    let pager: Pager
    let paper: String
    let path: String?
    let plain: Bool
    let silence: Silence
    let theme: String
    let times: Int
    var version = 1

    init(_ it: Configuration) {
      checklists = it.settings.checklists ?? "auto"
      dates = it.settings.dates.order.rawValue
      editor = it.settings.editor ?? "auto"
      exists = it.exists
      faults = it.faults.map(\.description)
      keys = Dictionary(
        it.commands.all.map { ($0.name, ConfigCommand.keys($0)) },
        uniquingKeysWith: { first, _ in first })
      hideAfterMinutes = it.settings.hideAfter
      mouse = it.settings.hasMouse
      opens = it.settings.opens.rawValue
      notify = Notice(setting: it.settings.notify)
      pager = Pager(setting: it.settings.pager)
      paper = it.settings.paper.rawValue
      path = it.path
      plain = it.settings.isPlain
      silence = Silence(
        days: it.settings.patience.silence, graceWorkingDays: it.settings.patience.grace)
      theme = it.settings.theme
      times = it.settings.dates.hours.rawValue
    }
  }
}
