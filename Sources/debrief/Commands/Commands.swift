import ArgumentParser
import CTerminal
import DebriefRunner
import Glibc
import TUI
import Terminal

/// The commands, read by ArgumentParser.
enum Commands {
  /// Runs a command line; returns the exit code.
  static func run(_ arguments: [String]) throws -> Int32 {
    try checkEncoding()
    let arguments = arguments == ["-V"] ? ["--version"] : arguments
    do {
      if let (database, isDemo, plain) = opening(arguments) {
        return try Screen.run(session: Session(database: database), demo: isDemo, plain: plain)
      }
      var command = try parsed(arguments)
      let paged = command as? any PagedCommand
      try Output.paged(paged.map { $0.onlyPrints && !$0.options.noPager } ?? false) {
        try command.run()
      }
      return 0
    } catch let ending as Ending {
      return ending.code
    } catch {
      // Help, and command lines that cannot be read, are the parser's to explain.
      let code = DebriefCommand.exitCode(for: error)
      guard code.isSuccess || code == .validationFailure else { throw Failure(error) }
      let text = DebriefCommand.fullMessage(for: error)
      if text.isEmpty { return code.rawValue }
      guard code.isSuccess else {
        complain(Slip.sentence(DebriefCommand.message(for: error), full: text))
        return code.rawValue
      }
      return try told(text, paged: !arguments.prefix { $0 != "--" }.contains("--no-pager"))
    }
  }

  /// Prints help; it is output like any other, and so is what keeps it from being written.
  private static func told(_ text: String, paged: Bool) throws -> Int32 {
    do {
      try Output.paged(paged) { try Output.text(TextWidth.printable(text) + "\n") }
    } catch let ending as Ending {
      return ending.code
    }
    return 0
  }
}

extension Commands {
  /// What the plainest ways to open the screen ask for; nil for anything else. The parser takes longer to
  /// read them than the store takes to open.
  private static func opening(
    _ arguments: [String]
  ) -> (database: String?, isDemo: Bool, plain: Bool?)? {
    switch (arguments.count, arguments.first) {
    case (0, _): return (nil, false, nil)
    case (1, "--demo"?): return (nil, true, nil)
    case (1, "--plain"?): return (nil, false, true)
    case (2, "--database"?):
      let file = arguments[1]
      return file.isEmpty || file.hasPrefix("-") ? nil : (file, false, nil)
    default: return nil
    }
  }

  /// The command that a command line asks for.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let order = ArgumentOrder(arguments)
    if order.isPlain, let command = leaf(arguments) { return command }
    let arranged = try order.arranged()
    return try leaf(arranged) ?? DebriefCommand.parseAsRoot(arranged)
  }

  /// A command line that begins with a command and has no fault, read by that command alone: to look
  /// at all of them takes longer than to list a thousand applications. Anything else is nil, for the
  /// parser to explain as a whole.
  private static func leaf(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first else { return nil }
    let type = DebriefCommand.configuration.subcommands.first {
      $0.configuration.commandName == name
    }
    guard let type, let command = try? type.parseAsRoot(Array(arguments.dropFirst())),
      Swift.type(of: command) == type
    else { return nil }
    // Help is another command: read as a whole, its usage begins with the program's name.
    return command
  }

  /// What stands behind the program's name.
  static var given: [String] {
    (1..<max(1, dt_argument_count())).compactMap { dt_argument($0).map { String(cString: $0) } }
  }

  /// Swift repairs an argument that is not UTF-8 without a word: a text would not be what was typed,
  /// a path another file's.
  private static func checkEncoding() throws(Failure) {
    for i in 1..<max(1, dt_argument_count()) {
      guard let argument = dt_argument(i) else { continue }
      if String(validatingCString: argument) == nil {
        throw Failure("Argument \(i) isn't UTF-8.", code: ExitStatus.data)
      }
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}

/// `debrief`: the screen, and the root of all commands.
struct DebriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "Look back at a job interview: what went well, what didn't, what to try next.",
    discussion:
      "Without a command, it opens the full-screen app. Everything stays on this computer.",
    version: "0.1.0",
    subcommands: [
      AddCommand.self, QuickCommand.self, OutcomeCommand.self, FeedbackCommand.self,
      CorrectCommand.self, ListCommand.self, AgendaCommand.self, RemindCommand.self,
      ShowCommand.self,
      SearchCommand.self,
      ReportCommand.self, PatternsCommand.self, DrillCommand.self, LetterCommand.self,
      ExportCommand.self, BundleCommand.self, ShareCommand.self, ImportCommand.self,
      SyncCommand.self, MergeFileCommand.self,
      UndoCommand.self, RedoCommand.self,
      BackupCommand.self, RestoreCommand.self, PurgeCommand.self, DoctorCommand.self,
      KeysCommand.self,
      ConfigCommand.self,
      ReplayCommand.self,
    ])

  @Option(
    help: ArgumentHelp(
      "Colors on the screen: auto, always, or never. NO_COLOR and CLICOLOR are respected.",
      valueName: "when"))
  var color: ColorChoice = .auto
  @Flag(
    inversion: .prefixedNo,
    help: "Line by line, without a screen: for screen readers, braille, and pipes.")
  var plain: Bool?
  @Flag(
    inversion: .prefixedNo,
    help: "The mouse on the screen; --no-mouse leaves it to your terminal.")
  var mouse: Bool?
  @OptionGroup var options: StoreOptions

  mutating func run() throws {
    throw Ending(
      code: try Screen.run(
        session: options.quietSession(), demo: options.demo, color: color, plain: plain,
        mouse: mouse))
  }
}

/// Which store a command works on. A group, so that the parser gives what it finds before or behind a
/// subcommand to that one too: a command that knew nothing of `--demo` would work on the real notes.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database file; otherwise DEBRIEF_DATABASE, or the data folder.", valueName: "file"))
  var database: String?

  /// What a command works with; what is wrong with the settings is said, and the command goes on.
  func session() throws -> Session {
    let session = try quietSession()
    session.configuration.complainOfFaults()
    return session
  }

  /// The same without a word about the settings, for whom they are shown otherwise.
  func quietSession() throws -> Session { try Session(database: database) }

  @Flag(help: "Use a throwaway copy of the sample data; nothing is saved.")
  var demo = false
  @Flag(help: "Print long output as it is, without your pager.")
  var noPager = false

  func validate() throws {
    if demo, database != nil {
      throw ValidationError(
        "Use --demo (sample data) or --database (a file), not both.")
    }
    if database?.isEmpty == true {
      throw ValidationError("--database needs a file name.")
    }
  }

  /// Refuses to be told of a store, for a command that reads none.
  func refuseStore(for command: String) throws(Failure) {
    guard demo || database != nil else { return }
    throw Failure(
      "debrief \(command) doesn't use your notes, so \(demo ? "--demo" : "--database") does nothing "
        + "here. Leave it out.", code: ExitStatus.usage)
  }

  /// Refuses to work on the sample data for a command that would write.
  func refuseDemo() throws(Failure) {
    if demo {
      throw Failure(
        "With --demo, nothing is kept, so nothing was written. Leave --demo out, or look around "
          + "with debrief --demo.", code: ExitStatus.usage)
    }
  }
}
