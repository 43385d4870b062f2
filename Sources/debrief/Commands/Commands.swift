import ArgumentParser

/// The commands, read by ArgumentParser.
enum Commands {
  /// Runs a command line; returns the exit code.
  static func run(_ arguments: [String]) throws -> Int32 {
    do {
      var command = try DebriefCommand.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as Failure {
      throw failure
    } catch let ending as Ending {
      return ending.code
    } catch {
      let code = DebriefCommand.exitCode(for: error)
      let text = DebriefCommand.fullMessage(for: error)
      if !text.isEmpty { emit(text + "\n", to: code.isSuccess ? 1 : 2) }
      return code.rawValue
    }
  }
}

/// Ends a command with a code after it has said what there is to say.
struct Ending: Error { let code: Int32 }

/// `debrief`: the screen, and the root of all commands.
struct DebriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "Review a job interview: what went right, what went wrong, what to change.",
    discussion: "Without a command it opens the screen. Everything stays on this machine.",
    version: "0.1.0",
    subcommands: [])

  @OptionGroup var options: StoreOptions

  @Flag(help: "A throw-away copy of the sample data.")
  var demo = false

  mutating func run() throws {
    throw Ending(code: try Screen.run(session: options.session(), demo: demo))
  }
}

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(help: "The database file; else DEBRIEF_DATABASE, else the data folder.")
  var database: String?

  func session() throws -> Session { try Session(database: database) }
}
