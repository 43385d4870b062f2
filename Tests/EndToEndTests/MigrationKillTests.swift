import Foundation
import Glibc
import TestSupport
import Testing

private let strace = "/usr/bin/strace"

/// Whether a program can be killed at a call of its own here.
private let canKill: Bool = {
  guard access(strace, X_OK) == 0 else { return false }
  return
    (try? PrivateHome().run(
      ["-f", "-o", "/dev/null", "-e", "inject=close:signal=SIGKILL:when=1", "/bin/true"],
      binary: strace
    ).status) == 128 + SIGKILL
}()

/// A file of an earlier version that is brought up to date, and the program is killed at it: the file is the
/// one or the other, what comes next finishes it, and there is a backup as it was before.
@Suite(.timed, .enabled(if: canKill)) struct MigrationKillTests {
  /// Each write, each sync, and each name that is made or taken away.
  private static let calls = ["pwrite64", "fdatasync", "fsync", "ftruncate", "link", "unlink"]

  /// A home with a file of an earlier schema.
  private func home(_ schema: Int) throws -> PrivateHome {
    let home = try PrivateHome(now: TestClock.text)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("StoreTests/Files/schema-\(schema).db")
    // By a program of its own: a child of another test could hold a file open that is written here.
    try #require(home.run([file.path, home.database], binary: "/bin/cp").status == 0)
    chmod(home.database, 0o600)
    return home
  }

  /// The schema of a file, as its head says.
  private func schema(_ path: String) throws -> Int {
    let head = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(64)
    return head.dropFirst(60).reduce(0) { $0 << 8 | Int($1) }
  }

  @Test(arguments: [1, 6], calls) func itIsDoneOrNotAndTheFileOfBeforeIsKept(
    _ old: Int, _ call: String
  ) throws {
    let whole = try home(old)
    try #require(whole.run(["list"]).status == 0)
    let wanted = try whole.run(["export"]).out
    let newest = try schema(whole.database)
    #expect(newest > old && wanted.contains("\"application\""))
    var (number, kills) = (1, 0)
    while true {
      let home = try home(old)
      let run = try home.run(
        [
          "-f", "-o", "/dev/null", "-e", "inject=\(call):signal=SIGKILL:when=\(number)",
          PrivateHome.binary, "list",
        ], binary: strace)
      if run.status == 0 { break }
      kills += 1
      #expect(run.status == 128 + SIGKILL, "\(call) \(number): \(run)")
      #expect([old, newest].contains(try schema(home.database)))
      let again = try home.run(["list"])
      #expect(again.status == 0, "\(call) \(number): \(again.err)")
      #expect(try schema(home.database) == newest)
      #expect(try home.run(["export"]).out == wanted, "\(call) \(number)")
      #expect(try home.store { try $0.check() } == [], "\(call) \(number)")
      // An earlier version opens it.
      let backups = home.folder + "/state/debrief/backups"
      let kept =
        (FileManager.default.enumerator(atPath: backups)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix("-update.db") }
      #expect(!kept.isEmpty, "\(call) \(number)")
      for name in kept { #expect(try schema("\(backups)/\(name)") == old, "\(call) \(number)") }
      let list = try home.run(["backup", "--list", "--json"])
      #expect(list.status == 0 && !list.out.contains("\"fault\""), "\(call) \(number): \(list.out)")
      // All of the first calls, and then fewer and fewer.
      number = max(number + 1, number * 5 / 4)
    }
    #expect(kills > 0)
  }
}
