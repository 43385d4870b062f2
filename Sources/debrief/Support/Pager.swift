import CTerminal
import DebriefModel
import DebriefRunner
import Glibc
import TUI
import Terminal

/// A command that only reads, prints, and asks nothing: where its output is longer than the screen, it goes
/// through the user's pager. A command that could ask must not be one, for its question would come first.
protocol PagedCommand {
  /// What all commands take.
  var options: StoreOptions { get }
  /// Whether this run of it only prints.
  var onlyPrints: Bool { get }
}

extension PagedCommand {
  var onlyPrints: Bool { true }
}

/// The user's pager.
struct Pager: Equatable {
  /// The program and its arguments.
  let command: [String]

  /// nil where the environment or the settings want none.
  init?(environment: [String: String], settings: Settings) {
    let text: String
    switch settings.pager {
    case .environment: text = environment["PAGER"] ?? "less"
    case .command(let own): text = own
    case .off: return nil
    }
    command = CommandWords.split(text)
    // Whoever names cat wants it printed, and that we can do.
    if command.isEmpty || command == [""] || command == ["cat"] { return nil }
  }

  /// The pager of whoever sits here; nil where the terminal can't show one, and in plain mode, in which
  /// nothing is drawn.
  static func chosen() -> Pager? {
    guard TerminalSession.unusable() == nil else { return nil }
    let environment = Session.variables()
    let settings = Configuration(folder: Paths.config(environment)).settings
    guard PlainReason.standing(environment, settings) == nil else { return nil }
    return Pager(environment: environment, settings: settings)
  }

  /// Shows a file, and waits until it is left; false when the pager couldn't be started.
  func show(_ file: Int32) -> Bool {
    // As git does: colors stay, and the text is there when the pager is left. Whoever has set it knows better.
    if getenv("LESS") == nil { setenv("LESS", "FRX", 1) }
    // What we print is UTF-8 whatever the locale is, and words that are looked for are private.
    if getenv("LESSCHARSET") == nil { setenv("LESSCHARSET", "utf-8", 1) }
    if getenv("LESSHISTFILE") == nil { setenv("LESSHISTFILE", "-", 1) }
    if let other = TerminalKind.current?.usedAs { setenv("TERM", other, 1) }
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    guard input >= 0, lseek(file, 0, SEEK_SET) == 0, dup2(file, STDIN_FILENO) >= 0 else {
      if input >= 0 { close(input) }
      return false
    }
    var words = command.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    // A pager that is killed leaves the terminal as it had it.
    dt_save_modes(STDOUT_FILENO)
    let status = dt_run(words)
    dup2(input, STDIN_FILENO)
    close(input)
    // As a shell has it: it couldn't be run, or there is none.
    return status != 126 && status != 127
  }
}

/// What a command has printed so far, kept back until it is known whether the screen can hold it. It lies in
/// memory, as a file: a pager that is left early breaks no pipe, and nothing is written to a disk.
final class HeldOutput {
  /// More than this goes straight to the terminal: nobody reads so far, and memory is for everybody.
  static let most = 64 << 20
  /// A text is looked at so far; one with more in it is longer than any screen.
  private static let reach = 1 << 20

  private let file: Int32
  private var count = 0
  /// What was complained of since the first byte was kept.
  private var complaints: [String] = []

  /// nil where there is no memory for it.
  init?() {
    file = dt_memory_file("", 0)
    if file < 0 { return nil }
  }

  deinit { close(file) }

  /// Keeps more; false when it could not, and only what came before is kept.
  func add(_ text: some Deliverable) -> Bool {
    guard count + text.byteCount <= HeldOutput.most,
      lseek(file, off_t(count), SEEK_SET) >= 0, text.emit(to: file)
    else { return false }
    count += text.byteCount
    return true
  }

  /// Keeps a complaint back, if it came after something that is kept.
  func takes(_ complaint: String) -> Bool {
    if count == 0 { return false }
    complaints.append(complaint)
    return true
  }

  /// Shows everything, by the pager if the screen can't hold it; false when it couldn't be written.
  func deliver(byPager mayPage: Bool = true) -> Bool {
    let isShown = mayPage && isLong && Pager.chosen()?.show(file) == true || printAll()
    let code = errno
    for line in complaints { emit(line, to: STDERR_FILENO) }
    errno = code
    return isShown
  }

  private var isLong: Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard dt_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return false
    }
    if count > HeldOutput.reach { return true }
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(file, &bytes, count, 0) == count else { return false }
    // The last row is the shell's, for what is typed next.
    return HeldOutput.needsMore(than: Int(rows) - 1, columns: Int(columns), bytes)
  }

  /// Whether a text takes more rows than these on a terminal that wraps its lines.
  static func needsMore(than rows: Int, columns: Int, _ text: [UInt8]) -> Bool {
    var used = 0
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0a) ?? text.count
      let line = text[start..<end]
      let width =
        line.allSatisfy { (0x20..<0x7f).contains($0) }
        ? line.count : TextWidth.columns(String(decoding: line, as: UTF8.self))
      used += max(1, (width + columns - 1) / columns)
      if used > rows { return true }
      start = end + 1
    }
    return false
  }

  private func printAll() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var done = 0
    while done < count {
      let found = pread(file, &block, min(block.count, count - done), off_t(done))
      if found < 0, errno == EINTR { continue }
      guard found > 0 else { return false }
      let isWritten = block.withUnsafeBufferPointer {
        emit(UnsafeBufferPointer(rebasing: $0[..<found]), to: STDOUT_FILENO)
      }
      if !isWritten { return false }
      done += found
    }
    return true
  }
}
