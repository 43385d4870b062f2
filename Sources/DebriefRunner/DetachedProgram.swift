import CTerminal
import Glibc

/// A program of the user's that runs beside the screen: it gets arguments and perhaps a text to read, never a
/// shell line, and neither the terminal nor the keyboard's signals are its own.
package struct DetachedProgram {
  /// What is asked about here: where programs are.
  let environment: [String: String]
  /// What the program gets: nil is the whole environment, byte for byte.
  var passedOn: [String: String]?

  /// How long to wait for an answer. Some programs hand what they get to a window that is open and end at
  /// once; others stay until that window is closed.
  private static let patience = 2.0
  /// Programs that stayed, to be taken note of when they end.
  nonisolated(unsafe) private static var running: [pid_t] = []

  /// A program in the first absolute folder of PATH that has it; nil where none has.
  func path(of name: String) -> String? {
    DetachedProgram.path(of: name, in: environment["PATH"] ?? "")
  }

  /// The same for these folders, with a colon between them.
  package static func path(of name: String, in folders: String) -> String? {
    folders.split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first { path in
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
      }
  }

  /// Starts it in a session of its own.
  ///
  /// - Parameter text: What it reads from its stdin; nil for nothing. An argument could be read by everybody
  ///   on the machine.
  /// - Throws: One sentence when it cannot be started.
  func start(
    _ program: String, _ arguments: [String], reading text: String? = nil
  ) throws(Failure) -> pid_t {
    DetachedProgram.running.removeAll { waitpid($0, nil, WNOHANG) != 0 }
    let input = text.map { dt_memory_file($0, $0.utf8.count) } ?? -1
    defer { if input >= 0 { close(input) } }
    guard text == nil || input >= 0 else {
      throw Failure("\(program) couldn't be started: \(String(cString: strerror(errno))).")
    }
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
    if input >= 0 {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
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

  /// Its exit status, 128 and its signal if it was killed; nil when it is still there after a while.
  func wait(for child: pid_t) -> Int32? {
    var waited = 0.0
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child {
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
      }
      if ended < 0, errno != EINTR { return 0 }
      guard waited < DetachedProgram.patience else {
        DetachedProgram.running.append(child)
        return nil
      }
      usleep(10_000)
      waited += 0.01
    }
  }

  /// Takes note of one that nobody waits for, so that it is buried once it ends.
  func leave(_ child: pid_t) { DetachedProgram.running.append(child) }
}
