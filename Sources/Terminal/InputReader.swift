import CNcurses
import CTerminal
import Glibc
import TUI

/// Waits for the keyboard and for signals, and reads both.
struct InputReader: ~Copyable {
  /// Something that was read.
  enum Note {
    case event(InputEvent)
    case signal(Int32)
    /// What the terminal says of itself.
    case answer(TerminalAnswer)
    case hangup
    case timeout
  }

  private let signals: Int32
  private let notify: Int32
  private var decoder: InputDecoder
  private var clicks = ClickCounter()
  private let escapeDelay: Int
  private let buffer: UnsafeMutableRawBufferPointer
  /// How long a paste, and any other sequence, may pause on a slow line, in milliseconds.
  private static let pastePause = 1_000
  private static let sequencePause = 500
  /// Reads before what has come is handled: 4 MB at the most.
  private static let readsAtOnce = 1_024

  /// To be made after ncurses was started; `signals` is the end of the pipe to read.
  init(signals: Int32, notify: Int32) {
    self.signals = signals
    self.notify = notify
    var sequences: [InputDecoder.Sequence] = []
    for (name, key) in KeyCodes.terminfo {
      guard let text = nc_string(name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      // A key that types a character would be lost.
      if let first = bytes.first, first < 0x20 || first == 0x7f, bytes != [0x1b] {
        sequences.append(.init(bytes, key))
      }
    }
    decoder = InputDecoder(sequences: sequences)
    let delay = TerminalSession.environment("ESCDELAY").flatMap { Int($0) } ?? 25
    escapeDelay = min(max(1, delay), 5_000)
    buffer = .allocate(byteCount: 65_536, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Closes the pipe.
  func close() {
    Glibc.close(signals)
    Glibc.close(notify)
  }

  /// Where something may come from: the keyboard, and the signals.
  private var sources: [pollfd] {
    [STDIN_FILENO, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  /// Waits and returns all that came.
  mutating func next(timeoutMilliseconds: Int?) -> [Note] {
    let deadline = timeoutMilliseconds.map { Self.now() + max(0, $0) }
    while true {
      let left = deadline.map { max(0, $0 - Self.now()) }
      // Only what is unfinished needs a timer of its own.
      let patience = patience
      let wait = patience.map { min(left ?? $0, $0) } ?? left
      var fds = sources
      let ready = poll(&fds, 2, Int32(clamping: wait ?? -1))
      if ready < 0 {
        if errno == EINTR { continue }
        return [.hangup]
      }
      if ready == 0 {
        guard patience != nil, wait == patience else { return [.timeout] }
        let events = decoder.flush()
        if events.isEmpty { continue }
        return events.map { .event($0) }
      }
      var notes: [Note] = fds[1].revents != 0 ? readSignals() : []
      if fds[0].revents != 0 { notes += readKeys(fds[0].revents) }
      if !notes.isEmpty { return notes }
    }
  }

  /// Whether something is there to be read, or what was read is the beginning of a key.
  var hasWaiting: Bool {
    if decoder.unfinished != nil { return true }
    var fds = sources
    return poll(&fds, 2, 0) != 0
  }

  /// What the keyboard and the terminal send within a time; signals wait.
  mutating func notes(within milliseconds: Int) -> [Note] {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Int32(clamping: milliseconds)) > 0 else { return [] }
    return readKeys(ready.revents)
  }

  /// How long to wait for the end of what has begun.
  private var patience: Int? {
    switch decoder.unfinished {
    case nil: nil
    case .escape: escapeDelay
    case .sequence: Self.sequencePause
    case .paste: Self.pastePause
    }
  }

  /// Forgets signals that have been dealt with; the others stay to be read.
  func dropNotes(_ dropped: [Int32]) {
    for case .signal(let number) in readSignals() where !dropped.contains(number) {
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(notify, &byte, 1)
    }
  }

  /// The signals that came, each once.
  private func readSignals() -> [Note] {
    var seen: [Int32] = []
    var byte: UInt8 = 0
    while read(signals, &byte, 1) == 1 {
      if !seen.contains(Int32(byte)) { seen.append(Int32(byte)) }
    }
    return seen.map { .signal($0) }
  }

  private mutating func readKeys(_ revents: Int16) -> [Note] {
    guard revents & Int16(POLLIN) != 0 else { return [.hangup] }
    var notes: [Note] = []
    for _ in 0..<Self.readsAtOnce {
      let n = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if n < 0, errno == EINTR || errno == EAGAIN { break }
      guard n > 0 else {
        notes.append(.hangup)
        break
      }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<n])
      notes += decoder.feed(bytes).map { .event(clicks.counted($0, at: Self.now())) }
      notes += decoder.takeAnswers().map { .answer($0) }
      // Keys come a few bytes at a time; only a flood is worth asking whether there is more.
      guard n >= 64 else { break }
      var more = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&more, 1, 0) > 0, more.revents & Int16(POLLIN) != 0 else { break }
    }
    return notes
  }

  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
