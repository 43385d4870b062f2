import DebriefApp
import Glibc
import TUI
import Terminal

/// Waits, hands on, draws: one thread, no timer while nothing is half typed.
package struct EventLoop {
  let runner: Runner
  let device: any TerminalDevice
  /// What is done once there is something to look at.
  private let onceShown: () -> Void
  private let memory = DrawMemory()
  /// Seconds without a key after which what is typed is stored. Fingers that type rest for less, 100 to
  /// 200 ms between two keys, so that the two or three milliseconds that a write takes fall where nobody
  /// waits for a key; and a program that is killed loses no more than what was typed since then.
  static let draftPause = 0.25
  /// Seconds within which it is stored while the typing goes on without such a rest.
  static let draftDelay = 0.9
  /// Seconds until a store that refused it is asked again; a file has it until then.
  static let retryDelay = 10.0

  /// Set by the test of crashes alone: the first event then runs out of a list, so that the message of
  /// a real fault is seen to reach the shell.
  static let trapSwitch = "DEBRIEF_TEST_TRAP"

  private static func trap(_ event: InputEvent) {
    let events = [event]
    _ = events[events.count + Int(Clock.monotonic * 0)]
  }

  /// Puts a runner and a terminal together.
  ///
  /// - Parameter onceShown: What is done once, behind the first screen: nobody waits for it with nothing to see.
  package init(
    runner: Runner, device: any TerminalDevice, onceShown: @escaping () -> Void = {}
  ) {
    self.runner = runner
    self.device = device
    self.onceShown = onceShown
  }

  /// What is remembered between two waits.
  private struct Pace {
    /// Since when something typed isn't kept; nil while nothing is.
    var typedSince: Double?
    /// When it was typed on last.
    var lastInput = 0.0
    /// When a key was pressed last.
    var lastKey = Clock.monotonic
    /// Whether the next event ends in a fault, for the test of crashes.
    let traps = getenv(EventLoop.trapSwitch) != nil
  }

  /// What a wait ended with.
  private struct Heard {
    /// Whether the user did something.
    var hasInput = false
    /// Whether only time passed. Without an event the terminal itself answered something, which may be how
    /// to draw.
    var isTime: Bool
    /// The exit code, where a signal ends the program.
    var exit: Int32?
  }

  /// Runs until the user leaves; returns the exit code.
  package func run() -> Int32 {
    begin()
    var pace = Pace()
    while !runner.isFinished {
      let answered = runner.answered
      let heard = hear(device.next(timeoutMilliseconds: timeout(pace)), &pace)
      if let exit = heard.exit { return exit }
      if !heard.hasInput, let hides = hidesAt(pace), Clock.monotonic >= hides {
        runner.send(.unattended)
      }
      runner.retry()
      if heard.hasInput { runner.wantsForgetting() } else { runner.goOnWithCare() }
      keepTyped(heard.hasInput, &pace)
      if runner.isFinished { break }
      // A piece of a backup was copied, or a draft stored, and there is nothing to see of it.
      if !heard.isTime || runner.answered != answered { present() }
      if runner.catchUp() { present() }
    }
    runner.endBackup()
    return 0
  }

  private func present() { device.present(runner.frame(memory)) }

  /// Shows the first screen, and does what waited for it.
  private func begin() {
    runner.start()
    present()
    runner.settle()
    present()
    onceShown()
    runner.wantsBackup()
    runner.showFrame = { [device, runner, memory] in device.present(runner.frame(memory)) }
  }

  /// When the screen hides by itself; nil where it doesn't.
  private func hidesAt(_ pace: Pace) -> Double? { runner.hidesAfter.map { pace.lastKey + $0 } }

  /// How long to wait at most; nil for as long as it takes.
  private func timeout(_ pace: Pace) -> Int? {
    // What could wait for a frame waits for keys that are there already, too, and for nothing else; a key
    // that has begun to come is waited for as long as it may take.
    if !runner.afterwards.isEmpty, !device.hasWaiting { return 0 }
    let care = pace.typedSince.flatMap { runner.careTime(typedSince: $0, last: pace.lastInput) }
    let tick = runner.isCounting ? Clock.monotonic + 1 : nil
    let wake = [runner.retryAt, care, tick, hidesAt(pace), runner.backupAt, runner.forgetAt]
      .compactMap(\.self).min()
    return wake.map { max(0, Int(($0 - Clock.monotonic) * 1000 + 0.999)) }
  }

  /// Hands on what came.
  private func hear(_ events: [TerminalEvent], _ pace: inout Pace) -> Heard {
    var heard = Heard(isTime: !events.isEmpty)
    for event in events {
      if event != .timeout { heard.isTime = false }
      switch event {
      case .input(let input):
        if pace.traps { EventLoop.trap(input) }
        runner.input(input)
        heard.hasInput = true
        pace.lastKey = Clock.monotonic
      case .suspend: runner.suspend()
      case .resumed: device.repaint()
      case .timeout:
        if runner.isCounting { runner.send(.tick) }
      case .terminate(let signal):
        runner.endAtOnce()
        heard.exit = ExitStatus.signal(signal)
        return heard
      case .hangup:
        runner.endAtOnce()
        heard.exit = ExitStatus.signal(SIGHUP)
        return heard
      }
      if runner.isFinished { break }
    }
    return heard
  }

  /// Stores what is typed once the typing rests, or has gone on for long enough.
  private func keepTyped(_ hasInput: Bool, _ pace: inout Pace) {
    guard runner.hasUnkeptDraft else {
      if pace.typedSince != nil { runner.hasNothingUnkept() }
      pace.typedSince = nil
      return
    }
    let now = Clock.monotonic
    let since = pace.typedSince ?? now
    if hasInput || pace.typedSince == nil { pace.lastInput = now }
    pace.typedSince = since
    if let care = runner.careTime(typedSince: since, last: pace.lastInput), now >= care {
      runner.care()
      pace.typedSince = runner.hasUnkeptDraft ? now : nil
    }
  }
}
