import DebriefModel
import DebriefStore
import Foundation
import Glibc
import Testing

/// A home folder of a test's own, with the program in it and a store that nobody else has.
final class PrivateHome {
  let folder: String
  /// What the program is told.
  var environment: [String: String]
  var database: String { folder + "/notes/debrief.db" }

  /// The binary that was built with these tests: it lies beside them.
  static let binary: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let own = String(
      decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex)) + "/debrief"
  }()

  init(now: String? = nil) throws {
    var template = Array("/tmp/debrief-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SystemFault("mkdtemp") }
    folder = String(cString: made)
    environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TERM": "xterm-256color", "TZ": "UTC",
      "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data",
      "XDG_STATE_HOME": folder + "/state", "XDG_RUNTIME_DIR": folder + "/run",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for name in ["config", "data", "state", "run", "notes"] {
      guard mkdir("\(folder)/\(name)", 0o700) == 0 else { throw SystemFault("mkdir") }
    }
    environment["DEBRIEF_DATABASE"] = database
    environment["DEBRIEF_NOW"] = now
    // A run that measures coverage counts the program too.
    if let profile = getenv("LLVM_PROFILE_FILE") {
      environment["LLVM_PROFILE_FILE"] = String(cString: profile)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The program on a terminal.
  func open(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, binary: String? = nil
  ) throws -> TerminalRun {
    try TerminalRun(
      binary ?? PrivateHome.binary, arguments, environment: environment, columns: columns,
      rows: rows)
  }

  /// The program on a terminal, once its first screen is complete.
  func opened(columns: Int = 80, rows: Int = 24) throws -> TerminalRun {
    let run = try open(columns: columns, rows: rows)
    try run.wait("the first screen") { run.screen.shows("? help") || run.screen.shows("all keys") }
    return run
  }

  /// A program without a terminal, waited for.
  @discardableResult
  func run(
    _ arguments: [String], binary: String? = nil, input: String = "", limit: Double = 60
  ) throws -> (status: Int32, out: String, err: String) {
    let out = folder + "/out.\(Counter.next())"
    let err = out + ".err"
    let source = out + ".in"
    try input.write(toFile: source, atomically: false, encoding: .utf8)
    defer { for path in [out, err, source] { unlink(path) } }
    let child = try Child(
      binary ?? PrivateHome.binary, arguments, environment: environment,
      files: [(0, source, O_RDONLY), (1, out, O_WRONLY | O_CREAT), (2, err, O_WRONLY | O_CREAT)],
      newSession: false)
    let ending = try child.wait(limit: limit)
    let texts = try [out, err].map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
    return (ending.code, texts[0], texts[1])
  }

  /// Reads the store past the program.
  func store<T>(_ body: (Store) throws -> T) throws -> T {
    let store = try Store(path: database, access: .existing)
    defer { try? store.close() }
    return try body(store)
  }

  /// Everything in the store.
  func archive() throws -> Archive { try store { try $0.archive() } }

  /// What was half typed, by scope.
  func drafts() throws -> [Draft] { try store { try $0.drafts() } }

  /// An application in the store, refused after one talk: its debrief can begin.
  func addRefused(_ company: String = "Nordlicht") throws {
    let added = try run([
      "add", company, "Platform engineer", "--applied", "2 mar", "--interview", "9 mar 10:00",
    ])
    try #require(added.status == 0, "\(added.err)")
    let ended = try run(["outcome", company, "rejected", "--on", "15 mar"])
    try #require(ended.status == 0, "\(ended.err)")
  }

  /// Makes a text file; returns its path. Another process writes it: a file that is open for writing
  /// here could be held open by a child that some other test starts, and not be run then.
  func file(_ name: String, _ text: String, mode: mode_t = 0o700) throws -> String {
    let path = "\(folder)/\(name)"
    try #require(run(["-c", "cat > \"$0\"", path], binary: "/bin/sh", input: text).status == 0)
    chmod(path, mode)
    return path
  }
}

/// Numbers that no two threads get twice.
enum Counter {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var last = 0
  static func next() -> Int {
    lock.withLock {
      last += 1
      return last
    }
  }
}
