import CTerminal
import DebriefExport
import Glibc

/// The user's own mail program, opened through `xdg-email` on a letter that is still to be sent. It
/// gets an argument, never a shell line; its words stay off the screen, and nobody waits long for it.
///
/// An argument can be read by whoever has an account on the machine, for as long as the program runs:
/// a file is the more private way.
struct MailProgram {
  /// What is asked about here: where programs are, and whether there is a desktop.
  let environment: [String: String]
  /// What the mail program gets: nil is the whole environment, byte for byte. It needs more of it than
  /// anybody could list, the session bus and the desktop's name among others.
  var passedOn: [String: String]?

  /// How long to wait for an answer. Some programs hand the letter to a window that is open and end
  /// at once; others stay until that window is closed.
  private static let patience = 2.0
  /// Programs that stayed, to be taken note of when they end.
  nonisolated(unsafe) private static var running: [pid_t] = []

  /// Opens the letter in the mail program. Throws one sentence when that is not possible.
  func open(_ message: MailMessage) throws(Failure) {
    if let problem = message.mailtoProblem { throw Failure(problem) }
    guard let program else {
      throw Failure(
        "xdg-email isn't installed (package xdg-utils), so no email program can be opened. Save "
          + "the letter to a file instead.")
    }
    guard hasDesktop else {
      throw Failure(
        "There's no desktop here to open an email program on (DISPLAY and WAYLAND_DISPLAY are "
          + "not set). Save the letter to a file instead.")
    }
    MailProgram.running.removeAll { waitpid($0, nil, WNOHANG) != 0 }
    let child = try start(program, ["--utf8", message.mailto()])
    guard let status = wait(for: child) else { return }
    guard status == 0 else {
      throw Failure(
        "xdg-email couldn't open an email program (\(MailProgram.reason(status))). Save the letter "
          + "to a file instead.")
    }
  }

  /// `xdg-email` in the first absolute folder of PATH that has it.
  private var program: String? {
    (environment["PATH"] ?? "").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }.map { "\($0)/xdg-email" }
      .first { path in
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
      }
  }

  /// Without one xdg-email would look for a browser that wants our terminal. MAILER names a program
  /// of the user's choice, which may need none.
  private var hasDesktop: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "MAILER"].contains { !(environment[$0] ?? "").isEmpty }
  }

  /// Starts it in a session of its own: the keyboard's signals, and the terminal, are not its own.
  private func start(_ program: String, _ arguments: [String]) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    var all = sigset_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // 0x80 is POSIX_SPAWN_SETSID, which Swift does not import.
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | 0x80))
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let given = passedOn.map { $0.map { strdup("\($0)=\($1)") } + [nil] }
    defer { for text in argv + (given ?? []) { free(text) } }
    var child: pid_t = 0
    dt_hand_on_core_limit(1)
    defer { dt_hand_on_core_limit(0) }
    let fault =
      given.map { posix_spawn(&child, program, &actions, &attributes, argv, $0) }
      ?? posix_spawn(&child, program, &actions, &attributes, argv, dt_environ())
    guard fault == 0 else {
      throw Failure("\(program) couldn't be started: \(String(cString: strerror(fault))).")
    }
    return child
  }

  /// Its exit status, 128 and its signal if it was killed; nil when it is still there.
  private func wait(for child: pid_t) -> Int32? {
    var waited = 0.0
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child {
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
      }
      if ended < 0, errno != EINTR { return 0 }
      guard waited < MailProgram.patience else {
        MailProgram.running.append(child)
        return nil
      }
      usleep(10_000)
      waited += 0.01
    }
  }

  /// What its exit code means, by its manual.
  private static func reason(_ status: Int32) -> String {
    switch status {
    case 3: "a program it needs is missing"
    case 4: "the email program failed"
    case 126, 127: "it couldn't be run"
    default: "it ended with \(status)"
    }
  }
}
