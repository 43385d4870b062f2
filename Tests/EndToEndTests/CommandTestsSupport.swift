import Foundation
import TestSupport
import Testing

/// The program as a user has it: the binary, in a home of its own, without a terminal.
final class Program {
  /// What a run came to.
  struct Result {
    let code: Int32
    let bytes: [UInt8]
    let errorBytes: [UInt8]
    var out: String { String(decoding: bytes, as: UTF8.self) }
    var err: String { String(decoding: errorBytes, as: UTF8.self) }
    /// The lines of stdout.
    var lines: [String] { out.split(separator: "\n").map(String.init) }
  }

  /// The binary lies beside the tests.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return (own as NSString).deletingLastPathComponent + "/debrief"
  }()

  /// The home: gone when the program is.
  let home: String
  /// Where the store lies unless a test says otherwise.
  var database: String { home + "/data/debrief/debrief.db" }
  private var runs = 0

  init() {
    var template = Array("/tmp/debrief-e2e-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil)
    home = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// A run that has been started and has not been waited for.
  struct Started {
    let child: pid_t
    let name: String
  }

  /// Starts the program with arguments; `stdin` is what it reads, `env` what is set or, by nil,
  /// taken out of its environment.
  func start(
    _ arguments: [String], stdin: [UInt8] = [], env: [String: String?] = [:], out: String? = nil
  ) throws -> Started {
    runs += 1
    let name = "\(home)/run-\(runs)"
    try Data(stdin).write(to: URL(fileURLWithPath: name + ".in"))
    var variables: [String: String] = [
      "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config",
      "XDG_STATE_HOME": home + "/state", "XDG_RUNTIME_DIR": home, "TZ": "UTC",
      "LC_ALL": "C.UTF-8", "DEBRIEF_NOW": TestClock.text, "TERM": "xterm-256color",
      "SWIFT_BACKTRACE": "enable=no", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
    for (key, value) in env { variables[key] = value }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, name + ".in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out ?? name + ".out", flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, name + ".err", flags, 0o600)
    // Relative paths are those of the home.
    var argv = (["env", "-C", home, Program.path] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in argv + envp { free(pointer) }
      argv = []
      envp = []
    }
    var child: pid_t = 0
    try #require(posix_spawn(&child, "/usr/bin/env", &actions, nil, argv, envp) == 0)
    return Started(child: child, name: name)
  }

  /// Waits for a run; a signal counts as 128 and its number.
  func wait(_ started: Started) throws -> Result {
    var status: Int32 = 0
    while waitpid(started.child, &status, 0) < 0 { try #require(errno == EINTR) }
    let signal = status & 0x7f
    func bytes(_ suffix: String) -> [UInt8] {
      FileManager.default.contents(atPath: started.name + suffix).map(Array.init) ?? []
    }
    return Result(
      code: signal == 0 ? (status >> 8) & 0xff : 128 + signal, bytes: bytes(".out"),
      errorBytes: bytes(".err"))
  }

  /// Runs the program.
  func run(
    _ arguments: String..., stdin: String = "", env: [String: String?] = [:]
  ) throws -> Result {
    try wait(start(arguments, stdin: Array(stdin.utf8), env: env))
  }

  /// Runs the program with bytes on stdin.
  func run(_ arguments: [String], bytes: [UInt8]) throws -> Result {
    try wait(start(arguments, stdin: bytes))
  }

  /// Runs a command that has to end well, and gives what it printed.
  @discardableResult
  func must(
    _ arguments: String..., stdin: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let result = try wait(start(arguments, stdin: Array(stdin.utf8)))
    try #require(result.code == 0, "\(arguments): \(result.err)", sourceLocation: sourceLocation)
    return result.out
  }

  /// A file in the home.
  func file(_ name: String) -> String { "\(home)/\(name)" }
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }
  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: file(name)).map(Array.init)
  }
  /// The permissions of a file.
  func mode(_ path: String) -> UInt32 {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & 0o7777 : 0
  }
}

/// A JSON document as dictionaries and lists.
func json(_ text: String) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  return try #require(value as? [String: Any])
}

extension Program {
  /// Adds an application of a name that is refused when it is typed, as an export of another program may
  /// hold it; gives its id.
  @discardableResult
  func bringIn(company: String, role: String, _ more: String...) throws -> String {
    try #require(try run("add", company, role).code == 65)
    let id = try wait(start(["add", "Plain", "Plain"] + more)).out
      .trimmingCharacters(in: .newlines)
    var archive = try json(try must("export"))
    var list = try #require(archive["application"] as? [[String: Any]])
    let place = try #require(list.firstIndex { $0["id"] as? String == id })
    (list[place]["company"], list[place]["role"]) = (company, role)
    archive["application"] = list
    try must("undo")
    let data = try JSONSerialization.data(withJSONObject: archive)
    try must("import", "-", stdin: String(decoding: data, as: UTF8.self))
    return id
  }
}

/// Whether nothing in it could drive a terminal.
func isHarmless(_ bytes: [UInt8]) -> Bool {
  guard let text = String(validating: bytes, as: UTF8.self) else { return false }
  return text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x0a: true
    case 0..<0x20, 0x7f..<0xa0, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: false
    default: true
    }
  }
}

/// What a terminal would obey, and what a text format would.
let hostile =
  "a\u{1b}[31mred\u{1b}]0;title\u{7} \u{9b}2J del\u{7f} \u{202e}evil\u{202c} "
  + "\u{2066}iso\u{2069} \u{200f}\u{61c} \u{2028} \"q\" \\ / é e\u{301} 👩‍👩‍👧 株式会社 | # <b>"
