import CTerminal
import DebriefApp
import DebriefRunner
import DebriefStore
import Glibc
import TUI
import Terminal

/// The full screen, from the check that there is one to the exit code.
enum Screen {
  /// Opens the screen on a store. Returns the exit code.
  ///
  /// - Parameters:
  ///   - color: Whether it has colors.
  ///   - mouse: Whether it hears the mouse; nil for what the settings say.
  ///   - opening: What is done before the first frame.
  static func run(
    session: Session, demo: Bool, color: ColorChoice = .auto, plain: Bool? = nil,
    mouse: Bool? = nil, opening: (Runner) throws -> Void = { _ in }
  ) throws -> Int32 {
    let unusable = TerminalSession.unusable()
    if let reason = PlainReason(asked: plain, session, unusable: unusable) {
      return try Self.plain(session, demo: demo, reason, opening: opening)
    }
    if let reason = unusable {
      throw Failure(
        "The full screen can't be shown because \(reason). debrief --plain works without it, and so do "
          + "debrief list, show, report, add, and debrief --help.")
    }
    TerminalSession.guardTerminal()
    dt_roomy_heap()
    let store = try demo ? session.demo() : session.store()
    defer { finish(store, demo ? nil : session) }
    let hasColor = color.hasColor(session.environment)
    let theme = hasColor ? session.configuration.theme : .mono
    let look = hasColor ? session.configuration.look : nil
    let hasMouse = mouse ?? session.configuration.settings.hasMouse
    return try TerminalSession.run(
      theme: theme, hasColor: hasColor, hasMouse: hasMouse, look: look
    ) { device in
      let runner = try Runner(session: session, store: store, device: device, isDemo: demo)
      runner.keepsBackups = !demo
      runner.lines = demo ? nil : LineMemory(session.paths)
      try opening(runner)
      return EventLoop(runner: runner, device: device) {
        if !demo { RemindCommand.notifyAtStart(session, store) }
      }.run()
    }
  }

  /// The same as a dialogue, line by line.
  private static func plain(
    _ session: Session, demo: Bool, _ reason: PlainReason, opening: (Runner) throws -> Void
  ) throws -> Int32 {
    let store = try demo ? session.demo() : session.store()
    defer { finish(store, demo ? nil : session) }
    let device = PlainTerminal()
    let runner = try Runner(session: session, store: store, device: device, isDemo: demo)
    runner.keepsBackups = !demo
    try opening(runner)
    return PlainLoop(runner: runner, device: device, lines: DescriptorLines())
      .run(greeting: reason.greeting)
  }

  private static func finish(_ store: Store, _ session: Session?) {
    // The terminal is the shell's again: nobody waits for a key.
    if let session, !store.isShared { session.purgeOfTheDay(store) }
    do { try store.close() } catch {
      complain("Your notes weren't closed cleanly: \(error). Everything saved before is safe.")
    }
  }
}
