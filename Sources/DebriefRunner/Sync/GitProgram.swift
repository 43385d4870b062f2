import CTerminal
import Glibc

/// git, run in one folder: what it says is read, nothing of the folder's own makes it run anything else, and
/// nothing in the environment leads it elsewhere.
struct GitProgram {
  /// How a run ended.
  struct Answer {
    /// Its exit status; 128 and its signal if it was killed.
    var status: Int32
    var out: String
    var err: String
    var isFine: Bool { status == 0 }
    /// The first line of what it printed.
    var line: String { out.split(separator: "\n").first.map(String.init) ?? "" }
    /// What it complained of, in one line.
    var complaint: String {
      let lines = (err + "\n" + out).split(separator: "\n").map(String.init)
      let line =
        lines.last { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.first ?? ""
      return line.isEmpty ? "it ended with status \(status)" : line
    }
  }

  /// By this its runs are known in the list of processes.
  static let mark = "DEBRIEF_SYNC"
  /// Settings that hold for every run. No hook and no watcher of the folder is run: it may come from anywhere.
  private static let settings = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.symlinks=false",
    "core.autocrlf=false",
    "core.quotePath=false", "core.fsync=committed,reference,index", "commit.gpgSign=false",
    "push.gpgSign=false", "core.alternateRefsCommand=true",
    "gc.auto=0", "maintenance.auto=false", "merge.renames=false", "merge.ff=true",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false", "push.recurseSubmodules=no", "protocol.ext.allow=never",
    "advice.detachedHead=false",
  ]
  /// Variables that would lead git to another folder.
  private static let leading = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_ATTR_SOURCE",
    "GIT_EXTERNAL_DIFF", "GIT_QUARANTINE_PATH", "GIT_MERGE_AUTOEDIT", mark, "DEBRIEF_MERGED",
  ]

  /// Its path.
  let program: String
  private let folder: String
  /// Where the merge of a file writes down what both sides had changed.
  private let merged: String

  /// - Throws: One sentence where there is no git.
  init(in folder: String, environment: [String: String], merged: String) throws(Failure) {
    guard let program = DetachedProgram.path(of: "git", in: environment["PATH"] ?? "") else {
      throw Failure("Syncing needs git, and it isn't installed (on Debian: apt install git).")
    }
    (self.program, self.folder, self.merged) = (program, folder, merged)
  }

  /// Runs it and waits for its end. It may ask for a password on the terminal, as ssh does.
  func run(_ arguments: [String]) throws(Failure) -> Answer {
    guard let out = tmpfile() else { throw failure() }
    defer { fclose(out) }
    guard let err = tmpfile() else { throw failure() }
    defer { fclose(err) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(out), 1)
    posix_spawn_file_actions_adddup2(&actions, fileno(err), 2)
    let whole =
      [program, "-C", folder] + GitProgram.settings.flatMap { ["-c", $0] } + arguments
    let argv = whole.map { strdup($0) } + [nil]
    let given = environment()
    defer { for text in argv + given { free(text) } }
    var child: pid_t = 0
    dt_hand_on_core_limit(1)
    let fault = posix_spawn(&child, program, &actions, nil, argv, given)
    dt_hand_on_core_limit(0)
    guard fault == 0 else {
      throw Failure("\(program) couldn't be started: \(String(cString: strerror(fault))).")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { throw failure() }
    }
    let signal = status & 0x7f
    return Answer(
      status: signal == 0 ? (status >> 8) & 0xff : 128 + signal, out: text(fileno(out)),
      err: text(fileno(err)))
  }

  /// What one run printed in its first line; nil where it failed.
  func line(_ arguments: [String]) throws(Failure) -> String? {
    let answer = try run(arguments)
    return answer.isFine && !answer.line.isEmpty ? answer.line : nil
  }

  private func failure() -> Failure {
    Failure("git couldn't be run: \(String(cString: strerror(errno))).", code: ExitStatus.io)
  }

  private func environment() -> [UnsafeMutablePointer<CChar>?] {
    var given: [UnsafeMutablePointer<CChar>?] = []
    var entry = dt_environ()
    while let it = entry?.pointee {
      let isLeading = GitProgram.leading.contains { name in
        strncmp(it, name + "=", name.utf8.count + 1) == 0
      }
      if !isLeading { given.append(strdup(it)) }
      entry = entry?.advanced(by: 1)
    }
    var own = ["\(GitProgram.mark)=\(folder)", "DEBRIEF_MERGED=\(merged)", "GIT_MERGE_AUTOEDIT=no"]
    // Where nobody can answer, nobody is asked.
    if isatty(STDIN_FILENO) != 1 { own.append("GIT_TERMINAL_PROMPT=0") }
    return given + own.map { strdup($0) } + [nil]
  }

  private func text(_ file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var all: [UInt8] = []
    while all.count < 4 << 20 {
      let count = pread(file, &bytes, bytes.count, off_t(all.count))
      if count <= 0 { break }
      all += bytes[..<count]
    }
    return String(decoding: all, as: UTF8.self)
  }
}
