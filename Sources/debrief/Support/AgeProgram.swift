import CTerminal
import DebriefImport
import DebriefRunner
import Glibc

/// Seals a document with a passphrase, and opens one, by way of `age`. It asks for the passphrase itself, on
/// the terminal: none is ever known here.
enum AgeProgram {
  /// How sealed files begin: as they are, and in letters for a mail.
  private static let marks = ["age-encryption.org/v1\n", "-----BEGIN AGE ENCRYPTED FILE-----"]

  /// Whether a file is sealed.
  static func isSealed(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return false }
    var bytes = [UInt8](repeating: 0, count: 40)
    let count = read(file, &bytes, bytes.count)
    return marks.contains { bytes.prefix(max(0, count)).starts(with: $0.utf8) }
  }

  /// What a document is when it is sealed.
  static func sealed(_ document: Spool, beside store: String) throws -> Spool {
    let out = Spool(beside: store)
    try document.lend { from in try out.lend { try run(["-p"], from: from, to: $0) } }
    return out
  }

  /// What a sealed file holds.
  static func opened(_ path: String, beside store: String) throws -> Spool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw Failure(
        "\(path) can't be read: \(String(cString: strerror(errno))).", code: ExitStatus.noInput)
    }
    defer { close(file) }
    let out = Spool(beside: store)
    try out.lend { try run(["-d"], from: file, to: $0) }
    return out
  }

  /// Runs it from one file to another. What it says goes where it says it; how it ended is told.
  private static func run(_ arguments: [String], from: Int32, to: Int32) throws {
    let verb = arguments == ["-d"] ? "opened" : "sealed"
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    guard let program = DetachedProgram.path(of: "age", in: folders) else {
      throw Failure(
        "The bundle can't be \(verb) without age (on Debian: apt install age).",
        code: ExitStatus.failure)
    }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Failure(
        "The age program needs to ask for a passphrase. Run this in a terminal.",
        code: ExitStatus.usage)
    }
    close(terminal)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, from, 0)
    posix_spawn_file_actions_adddup2(&actions, to, 1)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var child: pid_t = 0
    dt_hand_on_core_limit(1)
    let fault = posix_spawn(&child, program, &actions, nil, argv, dt_environ())
    dt_hand_on_core_limit(0)
    guard fault == 0 else {
      throw Failure("\(program) couldn't be started: \(String(cString: strerror(fault))).")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { break } }
    guard status == 0 else {
      throw Failure(
        "The age program didn't finish, so nothing was \(verb == "opened" ? "read" : "written").",
        code: verb == "opened" ? ExitStatus.data : ExitStatus.failure)
    }
  }
}

extension AgeProgram {
  /// What a sealed file holds, for reading as often as needed; nil for a file that isn't sealed, or stdin.
  static func source(_ path: String, beside store: String) throws -> ByteSource? {
    guard path != "-", isSealed(path) else { return nil }
    let opened = try opened(path, beside: store)
    return ByteSource(
      name: path, size: opened.count, rewind: { opened.rewind() }, read: { try opened.read($0) })
  }
}
