import DebriefApp
import Glibc
import TUI
import Terminal

/// Plain mode: says what there is to say, waits for a line, and says what came of it. It drives the same
/// state as the screen, so that every answer means the same.
package struct PlainLoop {
  let runner: Runner
  let device: PlainTerminal
  let lines: any PlainLines
  /// Writes lines; false when nobody can read them any more.
  let write: (String) -> Bool

  /// Puts a runner and what lines come from together.
  package init(
    runner: Runner, device: PlainTerminal, lines: any PlainLines,
    write: @escaping (String) -> Bool = { emit($0) }
  ) {
    (self.runner, self.device, self.lines, self.write) = (runner, device, lines, write)
  }

  /// Runs until the user leaves or no more lines come; returns the exit code.
  ///
  /// - Parameter greeting: What is said first.
  package func run(greeting: String) -> Int32 {
    runner.speaks(withEditor: device.isInteractive)
    guard say([greeting]) else { return ended() }
    runner.start()
    runner.settle()
    while runner.catchUp() {}
    runner.wantsBackup()
    runner.showFrame = { [runner, write] in
      for line in runner.saysNotice() { _ = write(line + "\n") }
    }
    guard say(runner.saysNow()) else { return ended() }
    while !runner.isFinished {
      if device.isInteractive, !write("> ") { return ended() }
      guard let code = turn() else { continue }
      return code
    }
    runner.endBackup()
    return say(runner.saysNotice() + [runner.farewell]) ? 0 : ended()
  }

  /// Waits for one line and does what it says; an exit code when that was the end.
  private func turn() -> Int32? {
    while true {
      switch lines.next(timeoutMilliseconds: timeout) {
      case .line(let text):
        // A log has what was typed, too; what nobody is to read is in none.
        if !device.isInteractive, !say(["> " + (runner.hidesLines ? "(not shown)" : text)]) {
          return ended()
        }
        if !say(take(text)) { return ended() }
        runner.wantsForgetting()
      case .cut(let text):
        if !say(runner.saysCut(text) + take(text)) { return ended() }
        runner.wantsForgetting()
      case .unfit(let sentence): if !say([sentence]) { return ended() }
      case .timeout:
        runner.goOnWithCare()
        runner.retry()
        let notice = runner.saysNotice()
        if notice.isEmpty { continue }
        return say(notice) ? nil : ended()
      case .end:
        runner.endAtOnce()
        let isKept = !runner.hasUnkeptDraft
        _ = say(
          (device.isInteractive ? [""] : [])
            + ["That's the end of the input. " + (isKept ? runner.farewell : "")])
        return 0
      case .terminate(let signal):
        runner.endAtOnce()
        if device.isInteractive { _ = write("\n") }
        _ = say([runner.farewell])
        return ExitStatus.signal(signal)
      }
      runner.retry()
      while runner.catchUp() {}
      if runner.hasUnkeptDraft { runner.keepDraft() } else { runner.hasNothingUnkept() }
      if runner.isFinished { return nil }
      return say(runner.saysNow()) ? nil : ended()
    }
  }

  /// Does what a line says. Nobody types two lines at once: what comes so is a paste, and one text. Returns what
  /// is to be said of lines in it that aren't whole.
  private func take(_ text: String) -> [String] {
    let more = device.isInteractive && !runner.isHearingText ? lines.waiting() : []
    if more.isEmpty {
      runner.say(text)
      return []
    }
    var (all, said) = ([text], [String]())
    for line in more {
      switch line {
      case .line(let text): all.append(text)
      case .cut(let text):
        said += runner.saysCut(text)
        all.append(text)
      case .unfit(let sentence): said.append(sentence)
      case .timeout, .end, .terminate: break
      }
    }
    runner.paste(all.joined(separator: "\n"))
    return said
  }

  /// How long a line is waited for before something else is looked after.
  private var timeout: Int? {
    let wakes = [runner.retryAt, runner.backupAt, runner.forgetAt].compactMap { $0 }
    return wakes.min().map { max(0, Int(($0 - Clock.monotonic) * 1000 + 0.999)) }
  }

  private func say(_ lines: [String]) -> Bool {
    lines.isEmpty || write(lines.map { TextWidth.printable($0) + "\n" }.joined())
  }

  /// Nobody reads on: what is typed is kept, and that is the end.
  private func ended() -> Int32 {
    let isClosed = errno == EPIPE
    runner.endAtOnce()
    return isClosed ? ExitStatus.signal(SIGPIPE) : ExitStatus.io
  }
}
