import Glibc
import TestSupport
import Testing

/// Keys, as a terminal sends them.
enum Keys {
  static let enter = "\r"
  static let escape = "\u{1b}"
  static let tab = "\t"
  static let save = "\u{13}"
  static let editor = "\u{0f}"
  static let suspend = "\u{1a}"
  static let up = "\u{1b}OA"
  static let down = "\u{1b}OB"
  static let right = "\u{1b}OC"
  static let pasteBegin = "\u{1b}[200~"
  static let pasteEnd = "\u{1b}[201~"

  static func control(_ letter: Unicode.Scalar) -> String {
    String(Unicode.Scalar(UInt8(letter.value) & 0x1f))
  }
}

/// A program on a terminal of its own: it is typed at, and its screen is looked at. Every wait
/// blocks in `poll` until what is waited for is there; the limits are reached by failures only.
final class TerminalRun {
  let screen: TerminalScreen
  let child: Child
  /// All that the program ever wrote.
  private(set) var sent: [UInt8] = []
  /// The modes of the terminal before the program began.
  let modesBefore: [UInt8]
  private var terminal: Int32
  private var marks = 0
  private static let limit = 30.0

  init(
    _ path: String, _ arguments: [String], environment: [String: String], columns: Int, rows: Int
  ) throws {
    // Not openpty, whose descriptors another thread's child could inherit.
    terminal = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard terminal >= 0 else { throw SystemFault("/dev/ptmx") }
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN.
    guard ioctl(terminal, 0x4004_5431, &unlocked) == 0, ioctl(terminal, 0x8004_5430, &number) == 0
    else { throw SystemFault("ioctl") }
    screen = TerminalScreen(columns: columns, rows: rows)
    TerminalRun.set(terminal, columns: columns, rows: rows)
    modesBefore = TerminalRun.modes(terminal)
    let name = "/dev/pts/\(number)"
    child = try Child(
      path, arguments, environment: environment,
      files: [(0, name, O_RDWR), (1, name, O_RDWR), (2, name, O_RDWR)], newSession: true)
  }

  deinit { close(terminal) }

  // MARK: Typing

  /// Types; what the program writes meanwhile is read.
  func type(_ texts: String...) throws { try send(Array(texts.joined().utf8)) }

  /// Types, and waits until the screen shows a text.
  func type(_ keys: String, until text: String, _ location: SourceLocation = #_sourceLocation)
    throws
  {
    // A text that is there already waits for nothing, and the next key comes too early now and then.
    try #require(!screen.shows(text), "\"\(text)\" is there before", sourceLocation: location)
    try type(keys)
    try waitFor(text, location)
  }

  /// Types a text and waits until it is seen.
  func enter(_ text: String) throws {
    try type(text)
    try waitFor(text)
  }

  func send(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      var descriptor = pollfd(fd: terminal, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&descriptor, 1, Int32(TerminalRun.limit * 1000)) > 0 else {
        throw Overdue(what: "room for keys", screen: screen.text)
      }
      if descriptor.revents & Int16(POLLIN) != 0 { _ = read() }
      if descriptor.revents & Int16(POLLOUT) != 0 {
        let count = bytes[done...].withUnsafeBytes {
          write(terminal, $0.baseAddress, min($0.count, 4096))
        }
        if count > 0 { done += count } else if errno != EAGAIN { throw SystemFault("write") }
      } else if descriptor.revents & Int16(POLLHUP) != 0 {
        throw Overdue(what: "keys to be read", screen: screen.text)
      }
    }
  }

  // MARK: Looking

  /// Waits until the screen shows a text.
  func waitFor(_ text: String, _ location: SourceLocation = #_sourceLocation) throws {
    try wait("\"\(text)\"", location) { screen.shows(text) }
  }

  /// Waits until a text has left the screen.
  func waitUntilGone(_ text: String, _ location: SourceLocation = #_sourceLocation) throws {
    try wait("\"\(text)\" to go", location) { !screen.shows(text) }
  }

  /// Waits until all keys typed so far are dealt with and the whole screen is drawn: a key without a
  /// meaning is told so in the last row, which is drawn last. Not for forms and the like.
  func settle(_ location: SourceLocation = #_sourceLocation) throws {
    marks += 1
    let key = marks % 2 == 0 ? "O" : "Z"
    try type(key, until: "\(key) does nothing here", location)
  }

  /// Waits until something holds of the screen.
  func wait(
    _ what: String, _ location: SourceLocation = #_sourceLocation, until holds: () -> Bool
  ) throws {
    if look(for: TerminalRun.limit, until: holds) { return }
    let overdue = Overdue(what: what, screen: screen.text)
    Issue.record(overdue, sourceLocation: location)
    throw overdue
  }

  /// Reads what is written for so many seconds at the most; returns whether the condition held.
  @discardableResult
  func look(for seconds: Double, until holds: () -> Bool = { false }) -> Bool {
    let deadline = TestClock.monotonic + seconds
    while true {
      if holds() { return true }
      let left = deadline - TestClock.monotonic
      guard left > 0 else { return false }
      var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, Int32(left * 1000) + 1) > 0 else { continue }
      guard read() else { return holds() }
    }
  }

  /// Reads what there is; false at the end.
  private func read() -> Bool {
    var block = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(terminal, &block, block.count)
    guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
    sent += block[..<count]
    let answer = screen.take(block[..<count])
    if !answer.isEmpty { _ = write(terminal, answer, answer.count) }
    return true
  }

  // MARK: The terminal itself

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    TerminalRun.set(terminal, columns: columns, rows: rows)
  }

  private static func set(_ terminal: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// The modes as they are now; the master's end has those of the other.
  var modes: [UInt8] { TerminalRun.modes(terminal) }

  private static func modes(_ terminal: Int32) -> [UInt8] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }

  /// Whether a private mode of the terminal was last turned on.
  func isOn(_ mode: Int) -> Bool {
    guard let last = [UInt8]("\u{1b}[?\(mode)".utf8).lastIndex(in: sent) else { return false }
    let after = last + "\u{1b}[?\(mode)".utf8.count
    return after < sent.count && sent[after] == UInt8(ascii: "h")
  }

  /// What the shell would find wrong with its terminal; nothing, if the program put it back.
  var damage: [String] {
    var damage: [String] = []
    if isOn(1049) { damage.append("the alternate screen is on") }
    if isOn(2004) { damage.append("bracketed paste is on") }
    if isOn(2026) { damage.append("frames are held back") }
    if isOn(1000) || isOn(1006) { damage.append("the mouse is reported") }
    if !isOn(25), [UInt8]("\u{1b}[?25l".utf8).lastIndex(in: sent) != nil {
      damage.append("the cursor is hidden")
    }
    if modes != modesBefore { damage.append("the modes (stty -a) are not those of before") }
    return damage
  }

  /// The terminal's window is closed.
  func hangUp() {
    close(terminal)
    terminal = -1
  }

  /// Waits for the end of the program, reading what it writes until then.
  @discardableResult func end(_ location: SourceLocation = #_sourceLocation) throws -> Ending {
    // This ends when the program lets go of the terminal.
    if terminal >= 0 { look(for: TerminalRun.limit) }
    do { return try child.wait(limit: TerminalRun.limit) } catch {
      Issue.record(Overdue(what: "the end", screen: screen.text), sourceLocation: location)
      throw error
    }
  }

  /// Leaves by the key for it.
  func quit(_ location: SourceLocation = #_sourceLocation) throws {
    try type("Q")
    #expect(try end(location) == .exited(0), sourceLocation: location)
  }
}

extension [UInt8] {
  /// Where these bytes stand last in others.
  func lastIndex(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= count else { return nil }
    return (0...(bytes.count - count)).last { at in
      indices.allSatisfy { bytes[at + $0] == self[$0] }
    }
  }
}
