import Foundation
import Glibc
import Synchronization
import Testing

/// A time limit that also holds for a test that never gives way: one that waits for a child, a lock, or a loop
/// without an end. Testing's own limit counts the minutes a test waits for its turn, too, and can't end a test
/// that doesn't listen. This one counts from its first line, and then ends the whole run with the test's name.
public struct Timed: SuiteTrait, TestTrait, TestScoping {
  let minutes: Int

  /// It is asked for by the suite and holds for each of its tests.
  public var isRecursive: Bool { true }

  /// Only what is run is timed, not the suite around it.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Timed? {
    testCase == nil ? nil : self
  }

  /// Runs one test, or one of its cases, under the watch.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let ticket = Watch.shared.begin(test.name, minutes: minutes)
    defer { Watch.shared.end(ticket) }
    try await function()
  }
}

extension Trait where Self == Timed {
  /// Each test may take ten minutes: the slowest take one, on a busy machine with two cores.
  public static var timed: Timed { Timed(minutes: 10) }
}

/// What runs at the moment, and until when it may.
final class Watch: Sendable {
  static let shared = Watch()

  private struct State {
    var running: [Int: (name: String, until: Int)] = [:]
    var last = 0
    var isAwake = false
  }
  private let state = Mutex(State())

  /// Seconds that no change of the clock moves.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  /// Notes that a test began, and gives the number it is known by.
  func begin(_ name: String, minutes: Int) -> Int {
    let until = Watch.now + minutes * 60
    let (number, isFirst) = state.withLock { state in
      state.last += 1
      state.running[state.last] = (name, until)
      defer { state.isAwake = true }
      return (state.last, !state.isAwake)
    }
    if isFirst { Thread.detachNewThread { self.look() } }
    return number
  }

  /// The second in which a test's time is over.
  func until(_ number: Int) -> Int { state.withLock { $0.running[number]?.until ?? 0 } }

  /// Notes that it ended.
  func end(_ number: Int) { state.withLock { _ = $0.running.removeValue(forKey: number) } }

  /// The tests whose time is over.
  func late(at now: Int) -> [String] {
    state.withLock { $0.running.values.filter { $0.until <= now }.map(\.name).sorted() }
  }

  private func look() {
    while true {
      let late = late(at: Watch.now)
      if !late.isEmpty {
        let line = "✘ Out of time, so the run ends here: \(late.joined(separator: ", "))\n"
        FileHandle.standardError.write(Data(line.utf8))
        _exit(1)
      }
      sleep(2)
    }
  }
}
