import CTerminal
import Glibc
import TestSupport

/// A call to the system that failed.
struct SystemFault: Error, CustomStringConvertible {
  let description: String
  init(_ call: String, _ number: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(number)))"
  }
}

/// How a process ended.
enum Ending: Equatable {
  case exited(Int32)
  case killed(Int32)

  /// As a shell has it.
  var code: Int32 {
    switch self {
    case .exited(let code): code
    case .killed(let signal): 128 + signal
    }
  }
}

/// A process, with an end that can be waited for in `poll`: it holds the other end of a pipe.
final class Child {
  let pid: pid_t
  private(set) var ending: Ending?
  private let lifeline: Int32

  /// Starts a program with the given files as its descriptors; in a session of its own, the first
  /// terminal among them is its controlling terminal.
  init(
    _ path: String, _ arguments: [String], environment: [String: String],
    files: [(descriptor: Int32, path: String, flags: Int32)], newSession: Bool
  ) throws {
    var ends: [Int32] = [-1, -1]
    guard dt_pipe(&ends) == 0 else { throw SystemFault("pipe") }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    var all = sigset_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    sigemptyset(&none)
    sigfillset(&all)
    for file in files {
      posix_spawn_file_actions_addopen(&actions, file.descriptor, file.path, file.flags, 0o600)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 9)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // 0x80 is POSIX_SPAWN_SETSID, which Swift does not import.
    let flags =
      Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | (newSession ? 0x80 : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    var pid: pid_t = 0
    let fault = posix_spawn(&pid, path, &actions, &attributes, argv, envp)
    for text in argv + envp { free(text) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(ends[1])
    guard fault == 0 else {
      close(ends[0])
      throw SystemFault("posix_spawn \(path)", fault)
    }
    self.pid = pid
    lifeline = ends[0]
  }

  deinit {
    if ending == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    close(lifeline)
  }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for the end.
  @discardableResult func wait(limit: Double = 30) throws -> Ending {
    if let ending { return ending }
    var descriptor = pollfd(fd: lifeline, events: Int16(POLLIN), revents: 0)
    let deadline = TestClock.monotonic + limit
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) != pid {
      guard TestClock.monotonic < deadline else {
        throw Overdue(what: "the end of process \(pid)", screen: "")
      }
      // A server that the program left behind, such as that of tmux, holds the pipe open too: then
      // only asking now and again tells.
      guard poll(&descriptor, 1, 50) > 0 else { continue }
      waitpid(pid, &status, 0)
      break
    }
    let signal = status & 0x7f
    let ending: Ending = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal)
    self.ending = ending
    return ending
  }
}

/// Something that did not happen in time.
struct Overdue: Error, CustomStringConvertible {
  let what: String
  let screen: String
  var description: String { "waited in vain for \(what); the screen:\n\(screen)" }
}
