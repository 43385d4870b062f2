import ArgumentParser
import CTerminal
import DebriefRunner
import DebriefStore
import Glibc
import TUI
import Terminal

extension Size: ExpressibleByArgument {
  /// As it is written, for help.
  public var defaultValueDescription: String { "\(width)x\(height)" }

  /// Reads `80x24`.
  public init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    self.init(width, height)
  }
}

/// `debrief replay`: plays a script of keys without a terminal, on a real store.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a script of keys without a terminal.",
    discussion: """
      Separate keys with spaces: <enter>, <ctrl+s>, <f1>, <lt>. Any other word is typed as is. \
      Lines that begin with a colon are commands: :save-screen NAME, :expect TEXT, :type TEXT, \
      :paste TEXT, :resize 80x24, :advance 2h, and for the mouse :click TEXT, :double-click TEXT, \
      :wheel-up TEXT, and :wheel-down TEXT. Set DEBRIEF_NOW to get the same screens each time.
      """)

  @Argument(help: "The script; - reads stdin.") var script: String
  @Option(help: ArgumentHelp("The size of the screen.", valueName: "size")) var size = Size(80, 24)
  @Option(
    help: ArgumentHelp("The folder that :save-screen writes NAME.screen into.", valueName: "folder")
  )
  var saveScreens: String?
  @Flag(help: "Use a screen that shows only ASCII.") var ascii = false
  @Flag(help: "Play lines in plain mode, and print what is said.") var lines = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if !options.demo, options.database == nil {
      throw ValidationError("Name a database with --database, or use --demo.")
    }
    if lines, ascii || saveScreens != nil {
      throw ValidationError("With --lines, there's no screen: leave out the options for one.")
    }
  }

  func run() throws {
    let text = try Input.file(script)
    if lines { return try playLines(text) }
    let steps: [KeyScript.Step]
    do { steps = try KeyScript(parsing: text).steps } catch {
      throw Failure("\(script): \(error)", code: ExitStatus.data)
    }
    let savesScreens = steps.contains { if case .saveScreen = $0 { true } else { false } }
    if savesScreens, saveScreens == nil {
      throw Failure(
        "The script saves screens. Name a folder with --save-screens.", code: ExitStatus.usage)
    }
    let session = try options.quietSession()
    let store = try options.demo ? session.demo() : session.store()
    defer { try? store.close() }
    let device = ReplayTerminal(steps: steps, size: size, isASCII: ascii)
    let folder = saveScreens
    device.save = { name, screen in
      guard let folder else { return }
      mkdir(folder, 0o700)
      try FileOutput.write(screen, to: "\(folder)/\(name).screen")
    }
    let runner = try Runner(session: session, store: store, device: device, isDemo: options.demo)
    device.advance = { [unowned runner] seconds in
      runner.advance(seconds: seconds)
      // What is due and how old things are follows the clock.
      runner.send(.changedOutside)
    }
    _ = EventLoop(runner: runner, device: device).run()
    try finish(device)
  }

  /// Plays the lines of a script in plain mode.
  private func playLines(_ text: String) throws {
    let session = try options.quietSession()
    let store = try options.demo ? session.demo() : session.store()
    defer { try? store.close() }
    let device = PlainTerminal(isInteractive: false)
    let runner = try Runner(session: session, store: store, device: device, isDemo: options.demo)
    let lines = ReplayLines(text) { [unowned runner] seconds in
      runner.advance(seconds: seconds)
      runner.send(.changedOutside)
    }
    let loop = PlainLoop(runner: runner, device: device, lines: lines) { lines.heard($0) }
    let code = loop.run(greeting: PlainReason.option.greeting)
    if let fault = lines.fault { throw Failure("\(script): \(fault)") }
    if lines.left > 0 {
      throw Failure("\(script): the program ended with \(lines.left) lines of the script left.")
    }
    if code != 0 { throw Ending(code: code) }
  }

  private func finish(_ device: ReplayTerminal) throws {
    switch device.ending {
    case .played: break
    case .left(let steps):
      throw Failure(
        "\(script): the program ended with \(steps) steps of the script left.")
    case .missing(let text, let line):
      emit(device.lastFrame?.text ?? "", to: STDERR_FILENO)
      throw Failure("\(script): line \(line): the screen doesn't show \"\(text)\".")
    case .failed(let failure): throw failure
    }
  }
}
