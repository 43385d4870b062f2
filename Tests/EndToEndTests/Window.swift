import DebriefModel
import DebriefStore
import Glibc
import TUI
import Terminal
import Testing

@testable import DebriefRunner
@testable import debrief

/// One of several screens on one store: the program's own runner, without a terminal. The process is
/// one, but stores, seats and locks are as apart as those of two processes.
final class Window {
  let store: Store
  private let runner: Runner
  private let memory = DrawMemory()

  init(_ database: String, size: Size = Size(110, 32)) throws {
    let session = try Session(database: database)
    store = try session.store(access: .create)
    runner = try Runner(session: session, store: store, device: ScriptedTerminal(size: size))
    runner.start()
    runner.settle()
    while runner.catchUp() {}
  }

  /// Plays keys in the notation of ``KeyScript``, and says which line is wrong.
  func keys(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for step in try KeyScript(parsing: script).steps {
      switch step {
      case .event(let event): runner.input(event)
      case .pointer(let action, let spot, let line):
        let pointer = try #require(
          spot.pointer(action, on: runner.frame(memory)), "line \(line): \(screen)",
          sourceLocation: sourceLocation)
        runner.input(.pointer(pointer))
      case .resize(let size): runner.input(.resize(size))
      case .advance(let seconds): runner.advance(seconds: seconds)
      case .expect(let text, let line):
        #expect(
          screen.contains(text), "line \(line): \(screen)", sourceLocation: sourceLocation)
      case .saveScreen: break
      }
      while runner.catchUp() {}
    }
  }

  /// Text that is typed, whatever is in it.
  func type(_ text: String) { runner.input(.paste(text)) }

  /// A pause in the typing: what is half typed is stored.
  func pause() { if runner.hasUnkeptDraft { runner.keepDraft() } }

  /// Time passes without a key: what waits for the file is tried again.
  func pass(seconds: Double) {
    let end = Clock.monotonic + seconds
    while runner.isWaiting, Clock.monotonic < end {
      usleep(20_000)
      runner.retry()
    }
  }

  /// What is on the screen, in one line.
  var screen: String { runner.frame(memory).text }

  /// What is on the screen, with one blank wherever lines were broken.
  var said: String {
    screen.split(whereSeparator: { $0 == "\n" || $0 == " " || $0 == "│" }).joined(separator: " ")
  }

  var isFinished: Bool { runner.isFinished }

  /// The process is gone, without a word.
  func die() throws { try store.close() }
}
