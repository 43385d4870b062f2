import DebriefRunner
import Glibc
import TUI

/// What a command has to give: data, on stdout.
enum Output {
  /// Columns of a table where nobody says how wide the screen is.
  static let columns = 100

  /// Text of ours or the user's, without anything in it that a terminal would obey.
  static func text(_ text: String) throws { try put(clean(text)) }

  /// Where somebody looks, only what a terminal shows in the place it has; else every character.
  static func clean(_ text: String, for file: String? = nil) -> String {
    (file == nil || file == "-") && isTerminal
      ? TextWidth.printable(text) : TextWidth.faithful(text)
  }

  /// A document that is safe as it is: JSON, whose strings are escaped.
  static func document(_ text: some Deliverable) throws {
    if text.byteCount > 0 { try check(text.emit(to: STDOUT_FILENO)) }
  }

  /// A document that was put together as UTF-8.
  static func document(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    try check(bytes.withUnsafeBufferPointer { emit($0, to: STDOUT_FILENO) })
  }

  /// Whether somebody looks at stdout, so that headings help.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static func put(_ text: String) throws {
    if !text.isEmpty { try check(emit(text)) }
  }

  private static func check(_ written: Bool) throws {
    if written { return }
    // Nobody reads on: end as the signal would have ended us, without a word.
    if errno == EPIPE { throw Ending(code: ExitStatus.signal(SIGPIPE)) }
    throw Failure(
      "The output couldn't be written: \(String(cString: strerror(errno))).", code: ExitStatus.io)
  }
}

/// Makes sure that 0, 1 and 2 are taken, so that no file of ours is ever opened under the number of
/// a closed stdout and written over.
func holdStandardDescriptors() {
  for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
    // The other way round than it is used: reading stdin and writing stdout then fail as before.
    _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
  }
}
