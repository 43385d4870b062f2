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
    if text.byteCount > 0 { try put(text) }
  }

  /// Whether somebody looks at stdout, so that headings help.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What is kept back until the command is done; nil where it is printed at once.
  nonisolated(unsafe) private static var held: HeldOutput?

  /// Whether something could not be written.
  nonisolated(unsafe) private(set) static var isLost = false

  /// Does what prints, and then shows it: by the user's pager, if it's wanted and the screen can't hold it. By
  /// then the store is closed, so nobody waits for a reader.
  static func paged(_ isWanted: Bool, _ body: () throws -> Void) throws {
    guard isWanted, isTerminal, let held = HeldOutput() else { return try body() }
    self.held = held
    Complaints.takes = held.takes
    let result = Result(catching: body)
    // Nothing is kept any longer where there was more than may be.
    let isShown = self.held == nil || letGo(byPager: true)
    // Why the command ends matters more than that its words weren't shown.
    try result.get()
    try check(isShown)
  }

  /// Shows what was kept back, and keeps nothing more.
  private static func letGo(byPager: Bool) -> Bool {
    let held = self.held
    self.held = nil
    Complaints.takes = nil
    return held?.deliver(byPager: byPager) ?? true
  }

  private static func put(_ text: some Deliverable) throws {
    if text.byteCount == 0 { return }
    if let held {
      if held.add(text) { return }
      try check(letGo(byPager: false))
    }
    try check(text.emit(to: STDOUT_FILENO))
  }

  private static func check(_ written: Bool) throws {
    if written { return }
    // Nobody reads on: end as the signal would have ended us, without a word.
    if errno == EPIPE { throw Ending(code: ExitStatus.signal(SIGPIPE)) }
    isLost = true
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
