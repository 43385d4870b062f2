import DebriefApp
import Glibc
import TUI
import Terminal

/// Waits, hands on, draws: one thread, no timer while nothing is half typed.
struct EventLoop {
  let runner: Runner
  let device: any TerminalDevice
  private let memory = DrawMemory()
  /// Seconds within which what is being typed is stored.
  static let draftDelay = 0.9
  /// The same after it could not be: the store is not asked again at once, and a key asks it anew.
  static let retryDelay = 10.0

  /// Set by the test of crashes alone: the first event then runs out of a list, so that the message of
  /// a real fault is seen to reach the shell.
  static let trapSwitch = "DEBRIEF_TEST_TRAP"

  private static func trap(_ event: InputEvent) {
    let events = [event]
    _ = events[events.count + Int(Clock.monotonic * 0)]
  }

  init(runner: Runner, device: any TerminalDevice) {
    self.runner = runner
    self.device = device
  }

  /// Runs until the user leaves; returns the exit code.
  func run() -> Int32 {
    runner.start()
    device.present(runner.frame(memory))
    runner.settle()
    device.present(runner.frame(memory))
    var unkeptSince: Double?
    let traps = getenv(EventLoop.trapSwitch) != nil
    while !runner.isFinished {
      var timeout: Int?
      let delay = runner.unkept == nil ? EventLoop.draftDelay : EventLoop.retryDelay
      if let since = unkeptSince {
        timeout = max(0, Int((since + delay - Clock.monotonic) * 1000))
      }
      for event in device.next(timeoutMilliseconds: timeout) {
        switch event {
        case .input(let input):
          if traps { EventLoop.trap(input) }
          runner.input(input)
        case .suspend: runner.suspend()
        case .resumed: device.repaint()
        case .timeout:
          break
        case .terminate(let signal):
          runner.endAtOnce()
          return ExitStatus.signal(signal)
        case .hangup:
          runner.endAtOnce()
          return ExitStatus.signal(SIGHUP)
        }
        if runner.isFinished { break }
      }
      if runner.hasUnkeptDraft {
        let since = unkeptSince ?? Clock.monotonic
        unkeptSince = since
        if Clock.monotonic - since >= delay {
          runner.keepDraft()
          unkeptSince = nil
        }
      } else {
        unkeptSince = nil
      }
      if runner.isFinished { break }
      device.present(runner.frame(memory))
      if runner.catchUp() { device.present(runner.frame(memory)) }
    }
    return 0
  }
}
