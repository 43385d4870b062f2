import DebriefImport
import DebriefRunner
import Glibc

/// How far something is that takes more than a second, on one line of the terminal that is gone at the end.
/// Where stderr is no terminal nothing is said.
final class ProgressLine {
  private var what: String
  private var total: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private var start = ProgressLine.now
  private let born = ProgressLine.now
  private var done = 0
  private var said: Double = 0
  private var isOn = false
  private var isFinishing = false

  /// - Parameters:
  ///   - what: What is being done, such as `Reading`.
  ///   - total: When all of it is done.
  init(_ what: String, total: Int) {
    (self.what, self.total) = (what, max(1, total))
  }

  deinit { clear() }

  /// Says what is being done now, of which nobody knows how long it takes; where all before it took no time
  /// worth a word, nothing is said.
  func say(_ what: String) {
    restart(what, total: 1)
    guard isShown, ProgressLine.now - born > 1 else { return }
    isOn = true
    emit("\r\u{1b}[K\(what) …", to: STDERR_FILENO)
  }

  /// Tells of a sync.
  var watch: SyncWatch {
    SyncWatch(
      begin: { what, count in
        if count > 0 { self.restart(what, total: count) } else { self.say(what) }
      }, add: add)
  }

  /// Begins anew with something else.
  func restart(_ what: String, total: Int) {
    clear()
    (self.what, self.total, done, start) = (what, max(1, total), 0, ProgressLine.now)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Tells that so much more is done.
  func add(_ more: Int) {
    done = min(total, done + more)
    show()
  }

  /// Tells which share of the last step is done, 0 to 1: what is left once all of a file was read.
  func finishing(_ share: Double) {
    if !isFinishing {
      restart("Finishing", total: 1_000)
      isFinishing = true
    }
    done = min(total, Int(share * 1_000))
    show()
  }

  private func show() {
    guard isShown else { return }
    let now = ProgressLine.now
    guard now - start > 1, now - said > 0.2 else { return }
    said = now
    isOn = true
    let share = Double(done) / Double(total)
    let left = share > 0.01 ? Int(((now - start) / share * (1 - share)).rounded(.up)) : nil
    let time = left.map { $0 == 1 ? ", about 1 second left" : ", about \($0) seconds left" } ?? ""
    emit("\r\u{1b}[K\(what): \(Int(share * 100))%\(time)", to: STDERR_FILENO)
  }

  /// Takes the line away.
  func clear() {
    if isOn { emit("\r\u{1b}[K", to: STDERR_FILENO) }
    isOn = false
  }

  /// A source that tells how much of it was read.
  func watching(_ source: ByteSource) -> ByteSource {
    ByteSource(name: source.name, size: source.size, rewind: source.rewind) { buffer in
      let count = try source.read(buffer)
      self.add(count)
      return count
    }
  }
}
