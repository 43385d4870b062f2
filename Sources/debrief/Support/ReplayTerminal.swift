import CTerminal
import DebriefRunner
import Glibc
import TUI
import Terminal

/// A terminal without a tty that is played by a script, one step at a time: each is handled and
/// drawn before the next one comes, so that a check sees what a person would.
final class ReplayTerminal: TerminalDevice {
  /// How a script ended.
  enum Ending {
    case played
    case left(Int)
    case missing(String, line: Int)
    case failed(Failure)
  }

  private(set) var size: Size
  let isASCII: Bool
  private(set) var lastFrame: Frame?
  /// Keeps a screen under a name.
  var save: (_ name: String, _ screen: String) throws -> Void = { _, _ in }
  /// Puts the clock forward.
  var advance: (_ seconds: Int) -> Void = { _ in }
  private var steps: ArraySlice<KeyScript.Step>
  private var fault: Ending?

  init(steps: [KeyScript.Step], size: Size, isASCII: Bool) {
    self.steps = steps[...]
    self.size = size
    self.isASCII = isASCII
  }

  /// How it ended.
  var ending: Ending { fault ?? (steps.isEmpty ? .played : .left(steps.count)) }

  func next(timeoutMilliseconds: Int?) -> [TerminalEvent] {
    while fault == nil, let step = steps.popFirst() {
      switch step {
      case .event(let event): return [.input(event)]
      case .pointer(let action, let spot, let line):
        if let pointer = spot.pointer(action, on: lastFrame) { return [.input(.pointer(pointer))] }
        if case .text(let text) = spot { fault = .missing(text, line: line) }
      case .resize(let size):
        self.size = size
        return [.input(.resize(size))]
      case .advance(let seconds):
        advance(seconds)
        return [.timeout]
      case .saveScreen(let name):
        do { try save(name, lastFrame?.text ?? "") } catch { fault = .failed(Failure(error)) }
      case .expect(let text, let line):
        if !shows(text) { fault = .missing(text, line: line) }
      }
    }
    return [.hangup]
  }

  private func shows(_ text: String) -> Bool {
    guard let frame = lastFrame else { return false }
    return (0..<frame.size.height).contains { frame.row($0).contains(text) }
  }

  func present(_ frame: Frame) { lastFrame = frame }
  func repaint() {}
  func suspend() {}
  func promise(_ safety: Safety) {}

  func runForeground(arguments: [String]) -> Int32 {
    guard !arguments.isEmpty else { return 127 }
    var copies = arguments.map { strdup($0) }
    copies.append(nil)
    defer { for copy in copies { free(copy) } }
    return dt_run(copies)
  }

  /// Without a terminal there is no clipboard; what a terminal would refuse is refused.
  func copy(_ text: String) throws(TerminalError) {
    _ = try Clipboard.sequence(text, inTmux: false)
  }
}
