import DebriefModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import DebriefRunner

/// What a fault outside is called, and what other programs cannot get at.
@Suite(.timed) struct HardeningTests {
  private static let strace = "/usr/bin/strace"

  /// Whether calls can be made to fail here: strace is there, and tracing is allowed.
  private static let canTrace: Bool = {
    guard access(strace, X_OK) == 0 else { return false }
    return (try? PrivateHome().run(["-o", "/dev/null", "/bin/true"], binary: strace).status) == 0
  }()

  /// Whether this user may have a view of the file system of its own.
  private static let canUnshare: Bool = {
    (try? PrivateHome().run(
      ["-m", "mount", "-t", "tmpfs", "none", "/proc"], binary: "/usr/bin/unshare"
    )
    .status) == 0
  }()

  // MARK: What a fault is called

  @Test(
    .enabled(if: canTrace),
    arguments: [
      ("ENOSPC", "is full, so nothing was saved"),
      ("EDQUOT", "You've used up your disk space"),
      ("EFBIG", "Files can't get any larger here"),
      ("EIO", "Input/output error"),
    ])
  func aFaultOfTheDiskHasItsOwnName(fault: String, words: String) throws {
    let home = try PrivateHome(now: TestClock.text)
    #expect(try home.run(["add", "Nordlicht", "Engineer"]).status == 0)
    let run = try home.run(
      [
        "-f", "-o", "/dev/null", "-e", "inject=pwrite64:error=\(fault):when=1+",
        PrivateHome.binary, "quick", "a thought",
      ], binary: Self.strace)
    #expect(run.status == 74 && run.err.contains(words), "\(fault): \(run.err)")
    #expect(!run.err.contains("disk I/O error"))
    #expect(try home.archive().note.isEmpty && home.store { try $0.check() } == [])
  }

  @Test func aLimitOnFilesIsNamed() throws {
    let home = try PrivateHome(now: TestClock.text)
    #expect(try home.run(["add", "Nordlicht", "Engineer"]).status == 0)
    let long = String(repeating: "words ", count: 50_000)
    var info = stat()
    try #require(stat(home.database, &info) == 0)
    let run = try home.run(
      ["--fsize=\(info.st_size)", PrivateHome.binary, "quick", "-"], binary: "/usr/bin/prlimit",
      input: long)
    #expect(run.status == 74 && run.err.contains("`ulimit -f` shows the limit"), "\(run.err)")
    #expect(try home.archive().note.isEmpty && home.store { try $0.check() } == [])
  }

  @Test(arguments: [true, false]) func aFileThatIsGoneOrReplacedIsSaidToBeThat(isReplaced: Bool)
    throws
  {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let run = try home.opened(columns: 110)
    try run.type("c", until: "Write it down now")
    try run.enter("typed before it went")
    if isReplaced {
      #expect(try home.run(["backup", home.folder + "/copy.db"]).status == 0)
      rename(home.folder + "/copy.db", home.database)
    } else {
      unlink(home.database)
    }
    try run.type(Keys.save)
    try run.waitFor("was moved, deleted, or replaced")
    #expect(!run.screen.shows("permissions"))
    #expect(run.screen.shows("typed before it went"))
    run.child.signal(SIGKILL)
    try run.end()
  }

  // MARK: What others cannot get at

  /// Another program of the user's may not read the memory, and a crash leaves none behind; the editor has the
  /// limit that the user has.
  @Test func thePrivateMemoryIsPrivateAndTheEditorIsAsTheUserHasIt() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let log = home.folder + "/limit"
    home.environment["EDITOR"] = try home.file(
      "ed.sh", "#!/bin/bash\nulimit -S -c > '\(log)'; echo brought home > \"$1\"\n")
    let run = try home.open(
      ["--core=4096:4096", PrivateHome.binary], binary: "/usr/bin/prlimit")
    try run.waitFor("Nordlicht")
    try run.type("c", until: "Write it down now")
    try run.type(Keys.editor, until: "brought home")
    // In blocks of 1024.
    #expect(try String(contentsOfFile: log, encoding: .utf8) == "4\n")
    let limits = try String(contentsOfFile: "/proc/\(run.child.pid)/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").dropFirst(4).first == "0", "\(limits)")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
  }

  /// What holds for the editor holds for every program of the user's: none has our limit instead of theirs.
  @Test func everyProgramOfTheUserHasTheirLimit() throws {
    let home = try PrivateHome(now: TestClock.text)
    try #require(mkdir(home.folder + "/bin", 0o700) == 0)
    try #require(mkdir(home.folder + "/config/debrief", 0o700) == 0)
    for name in ["git", "age", "tell", "less"] {
      _ = try home.file(
        "bin/\(name)", "#!/bin/bash\nulimit -S -c > \"$HOME/limit.\(name)\"\nexit 1\n")
    }
    _ = try home.file(
      "config/debrief/config.toml", "notify = [\"\(home.folder)/bin/tell\"]\n", mode: 0o600)
    home.environment["PATH"] = home.folder + "/bin:/usr/bin:/bin"
    let added = try home.run(["add", "Canaria", "Engineer", "--interview", "2026-03-10 10:00"])
    try #require(added.status == 0, "\(added.err)")
    for words in [
      "sync \(home.folder)/synced", "bundle \(home.folder)/n.age --seal", "remind --notify",
      "show Canaria",
    ] {
      // What is longer than a screen goes through the pager, and age asks on a terminal.
      let run = try TerminalRun(
        "/usr/bin/prlimit",
        ["--core=4096:4096", PrivateHome.binary] + words.split(separator: " ").map(String.init),
        environment: home.environment, columns: 80, rows: 5)
      try run.end()
    }
    for name in ["git", "age", "tell", "less"] {
      let limit = try? String(contentsOfFile: "\(home.folder)/limit.\(name)", encoding: .utf8)
      #expect(limit == "4\n", "\(name)")
    }
  }

  /// What the compiler and the linker were told is in the program: of a release, `make hardening-check` reads more.
  @Test func theProgramIsBuiltOnItsGuard() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("hardened.py").path
    let ours = try Oracle.run("python3", ["-B", script, PrivateHome.binary])
    #expect(ours.status == 0, "\(ours.out)\(ours.err)")
    let other = try Oracle.run("python3", ["-B", script, "/bin/true"])
    #expect(
      other.status == 1 && other.out.contains("no function of ours"), "\(other.out)\(other.err)")
  }

  @Test func theMemoryCannotBeReadByOthers() throws {
    // A program whose memory is its own has files of root's in /proc: that shows where the user is another.
    let home = try PrivateHome()
    let pipe = home.folder + "/pipe"
    try #require(mkfifo(pipe, 0o666) == 0)
    chmod(pipe, 0o666)
    chmod(home.folder, 0o755)
    let arguments =
      getuid() == 0
      ? ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups", PrivateHome.binary]
      : [PrivateHome.binary]
    let child = try Child(
      arguments[0], Array(arguments.dropFirst()) + ["letter", "--lint", "-"],
      environment: home.environment, files: [(0, pipe, O_RDWR), (1, "/dev/null", O_WRONLY)],
      newSession: true)
    defer { child.signal(SIGKILL) }
    var info = stat()
    let end = TestClock.monotonic + 20
    var owner: uid_t?
    while owner != 0, TestClock.monotonic < end {
      let name = try? String(contentsOfFile: "/proc/\(child.pid)/comm", encoding: .utf8)
      // Not before it is the program itself, and has begun.
      if name == "debrief\n", stat("/proc/\(child.pid)/environ", &info) == 0 { owner = info.st_uid }
    }
    #expect(owner == 0)
  }

  @Test(.enabled(if: canUnshare)) func withoutProcAllIsAsEver() throws {
    let home = try PrivateHome(now: TestClock.text)
    func run(_ words: String) throws -> (status: Int32, out: String, err: String) {
      try home.run(
        ["-m", "sh", "-c", "mount -t tmpfs none /proc && exec '\(PrivateHome.binary)' \(words)"],
        binary: "/usr/bin/unshare")
    }
    for words in [
      "add Nordlicht Engineer", "backup", "add Sable Engineer", "restore --latest --yes", "doctor",
    ] {
      let done = try run(words)
      #expect(done.status == 0, "\(words): \(done.out) \(done.err)")
    }
    let list = try run("list").out
    #expect(list.contains("Nordlicht") && !list.contains("Sable"))
    // A screen that is open is seen all the same.
    let screen = try home.opened()
    try screen.settle()
    #expect(try home.run(["add", "Sable", "Engineer"]).status == 0)
    let refused = try run("restore --latest --yes")
    #expect(
      refused.status == 75 && refused.err.contains("another debrief window"), "\(refused.err)")
    try screen.quit()
  }

  /// A thread of libdispatch's is looked up in `/proc` once a second, and where it is not found the program ends:
  /// seldom on a quiet machine, where a command takes less. So none may begin.
  @Test(
    .enabled(if: canUnshare && canTrace),
    arguments: [
      "add Sable Engineer", "backup", "backup --list", "restore --latest --yes", "doctor", "list",
      "purge --now --yes", "doctor --rebuild",
    ]) func withoutProcNothingWaitsToBeLookedUpThere(_ words: String) throws
  {
    let home = try PrivateHome(now: TestClock.text)
    for words in [["add", "Nordlicht", "Engineer"], ["backup"], ["quick", "a thought"], ["undo"]] {
      try #require(try home.run(words).status == 0)
    }
    let log = home.folder + "/calls"
    let done = try home.run(
      [
        "-m", "sh", "-c",
        "mount -t tmpfs none /proc && exec \(Self.strace) -f -e trace=prctl -o '\(log)' "
          + "'\(PrivateHome.binary)' \(words)",
      ], binary: "/usr/bin/unshare")
    #expect(done.status == 0, "\(done.out) \(done.err)")
    let calls = try String(contentsOfFile: log, encoding: .utf8)
    #expect(calls.contains("PR_SET_DUMPABLE") && !calls.contains("qos"), "\(calls)")
  }

  @Test(.enabled(if: canTrace)) func theFolderOfANewStoreIsOnTheDisk() throws {
    let home = try PrivateHome(now: TestClock.text)
    home.environment["DEBRIEF_DATABASE"] = nil
    let log = home.folder + "/calls"
    let run = try home.run(
      [
        "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", log, PrivateHome.binary, "add", "Acme",
        "X",
      ],
      binary: Self.strace)
    #expect(run.status == 0, "\(run.err)")
    let calls = try String(contentsOfFile: log, encoding: .utf8)
    for folder in ["data", "data/debrief"] {
      #expect(calls.contains("<\(home.folder)/\(folder)>)"), "\(folder): \(calls)")
    }
  }

  // MARK: The texts of editors

  private func files(_ home: PrivateHome) throws -> EditorFiles {
    EditorFiles(
      try Paths(database: home.database, environment: home.environment), store: home.database)
  }

  @Test func aFolderThatOthersCouldReadIsMadePrivate() throws {
    let home = try PrivateHome()
    let files = try files(home)
    let first = try files.create("words", name: "note")
    chmod(files.folder, 0o777)
    let second = try files.create("words", name: "note")
    #expect(first.path != second.path)
    var info = stat()
    #expect(stat(files.folder, &info) == 0 && info.st_mode & 0o777 == 0o700)
    #expect(stat(second.path, &info) == 0 && info.st_mode & 0o777 == 0o600)
  }

  @Test func aFolderOfSomebodyElseTakesNoText() throws {
    let home = try PrivateHome()
    let files = try files(home)
    let held = try files.create("words", name: "note")
    if getuid() == 0 {
      try #require(chown(files.folder, 65534, 65534) == 0)
      let refused = #expect(throws: Failure.self) { try files.create("secret", name: "note") }
      #expect(refused?.description.contains("belongs to somebody else") == true)
      #expect(throws: Failure.self) { try files.read(held.path) }
      chown(files.folder, 0, 0)
    }
    // A link in its place is followed by nobody.
    rename(files.folder, home.folder + "/elsewhere")
    symlink(home.folder + "/elsewhere", files.folder)
    #expect(throws: Failure.self) { try files.create("secret", name: "note") }
    #expect(throws: Failure.self) { try files.read(held.path) }
  }

  @Test func aTextWithASecondNameIsNotRead() throws {
    let home = try PrivateHome()
    let files = try files(home)
    let held = try files.create("words", name: "note")
    #expect(try files.read(held.path) == "words")
    link(held.path, home.folder + "/second")
    let refused = #expect(throws: Failure.self) { try files.read(held.path) }
    #expect(refused?.description.contains("is also linked from") == true)
    unlink(held.path)
    link(home.database, held.path)
    symlink(home.folder + "/second", held.path)
    #expect(throws: Failure.self) { try files.read(held.path) }
  }
}
