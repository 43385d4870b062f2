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

  /// Runs until the user leaves; returns the exit code.
  package func run() -> Int32 {
    runner.start()
    device.present(runner.frame(memory))
    runner.settle()
    device.present(runner.frame(memory))
    onceShown()
    runner.wantsBackup()
    var typedSince: Double?
    var lastInput = 0.0
    var lastKey = Clock.monotonic
    let traps = getenv(EventLoop.trapSwitch) != nil
    runner.showFrame = { [device, runner, memory] in device.present(runner.frame(memory)) }
    while !runner.isFinished {
      var wake = runner.retryAt
      if let since = typedSince,
        let care = runner.careTime(typedSince: since, last: lastInput)
      {
        wake = min(wake ?? care, care)
      }
      if runner.isCounting {
        let second = Clock.monotonic + 1
        wake = min(wake ?? second, second)
      }
      let hidesAt = runner.hidesAfter.map { lastKey + $0 }
      if let hidesAt { wake = min(wake ?? hidesAt, hidesAt) }
      for care in [runner.backupAt, runner.forgetAt] {
        if let care { wake = min(wake ?? care, care) }
      }
      // What could wait for a frame waits for keys that are there already, too, and for nothing else.
      if !runner.afterwards.isEmpty { wake = Clock.monotonic }
      let timeout = wake.map { max(0, Int(($0 - Clock.monotonic) * 1000 + 0.999)) }
      let answered = runner.answered
      let events = device.next(timeoutMilliseconds: timeout)
      // Without an event the terminal itself answered something, which may be how to draw.
      var (hasInput, isTime) = (false, !events.isEmpty)
      for event in events {
        if event != .timeout { isTime = false }
        switch event {
        case .input(let input):
          if traps { EventLoop.trap(input) }
          runner.input(input)
          hasInput = true
          lastKey = Clock.monotonic
        case .suspend: runner.suspend()
        case .resumed: device.repaint()
        case .timeout:
          if runner.isCounting { runner.send(.tick) }
        case .terminate(let signal):
          runner.endAtOnce()
          return ExitStatus.signal(signal)
        case .hangup:
          runner.endAtOnce()
          return ExitStatus.signal(SIGHUP)
        }
        if runner.isFinished { break }
      }
      if !hasInput, let hidesAt, Clock.monotonic >= hidesAt { runner.send(.unattended) }
      runner.retry()
      if hasInput { runner.wantsForgetting() } else { runner.goOnWithCare() }
      if runner.hasUnkeptDraft {
        let now = Clock.monotonic
        let since = typedSince ?? now
        if hasInput || typedSince == nil { lastInput = now }
        typedSince = since
        if let care = runner.careTime(typedSince: since, last: lastInput), now >= care {
          runner.care()
          typedSince = runner.hasUnkeptDraft ? now : nil
        }
      } else {
        if typedSince != nil { runner.hasNothingUnkept() }
        typedSince = nil
      }
      if runner.isFinished { break }
      // A piece of a backup was copied, or a draft stored, and there is nothing to see of it.
      if !isTime || runner.answered != answered { device.present(runner.frame(memory)) }
      if runner.catchUp() { device.present(runner.frame(memory)) }
    }
    runner.endBackup()
    return 0
  }
}
