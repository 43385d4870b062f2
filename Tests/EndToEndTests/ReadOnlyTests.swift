import DebriefModel
import Foundation
import Glibc
import TestSupport
import Testing

/// Notes that may be read and not written: whatever the reason is, all of it can be read, each command that
/// would write ends with one sentence that names the file and with 74, and no byte of the file changes.
@Suite(.timed) struct ReadOnlyTests {
  /// Why they can't be written.
  enum Reason: CaseIterable, CustomTestStringConvertible {
    case withoutWriteBits, inAFolderWithoutThem, onAReadOnlyDisk, ofSomebodyElse

    var testDescription: String { "\(self)" }

    /// What the sentence says.
    var words: String {
      switch self {
      case .withoutWriteBits, .ofSomebodyElse: "debrief.db can't be written to"
      case .inAFolderWithoutThem: "notes can't be written to"
      case .onAReadOnlyDisk: "is on a read-only disk"
      }
    }
  }

  /// Whether this user may have a view of the file system of its own.
  private static let canMount: Bool = {
    (try? PrivateHome().run(
      ["-m", "mount", "-t", "tmpfs", "none", "/mnt"], binary: "/usr/bin/unshare"
    ).status) == 0
  }()

  /// Whether it can be tried here: only root can be somebody else, and root is not kept out of a folder.
  private func canBe(_ reason: Reason) -> Bool {
    switch reason {
    case .withoutWriteBits: true
    case .inAFolderWithoutThem: getuid() == 0 || access("/", W_OK) != 0
    case .onAReadOnlyDisk: ReadOnlyTests.canMount
    case .ofSomebodyElse: getuid() == 0
    }
  }

  /// What the program is started by, so that it finds the notes like that.
  private func prefix(_ reason: Reason, _ home: PrivateHome) -> [String] {
    switch reason {
    case .withoutWriteBits:
      chmod(home.database, 0o400)
      return []
    case .onAReadOnlyDisk:
      return [
        "/usr/bin/unshare", "-m", "/bin/sh", "-c",
        "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"",
        home.folder + "/notes",
      ]
    case .inAFolderWithoutThem, .ofSomebodyElse:
      // What is not root's cannot be written by others; the rest of the home can be.
      for name in ["", "/config", "/data", "/state", "/run"] { chmod(home.folder + name, 0o777) }
      chmod(home.folder + "/notes", reason == .ofSomebodyElse ? 0o777 : 0o555)
      chmod(home.database, reason == .ofSomebodyElse ? 0o644 : 0o666)
      guard getuid() == 0 else { return [] }
      return ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"]
    }
  }

  private func run(
    _ words: [String], _ prefix: [String], _ home: PrivateHome
  ) throws -> (status: Int32, out: String, err: String) {
    let all = prefix + [PrivateHome.binary] + words
    return try home.run(Array(all.dropFirst()), binary: all[0])
  }

  /// Notes, something undone, and a backup and an export that say something else.
  private func made() throws -> (home: PrivateHome, backup: String, file: String) {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    try #require(try home.run(["add", "Sable", "Engineer"]).status == 0)
    let (backup, file) = (home.folder + "/copy.db", home.folder + "/export.json")
    try #require(try home.run(["backup", backup]).status == 0)
    try #require(try home.run(["quick", "a thought"]).status == 0)
    try #require(try home.run(["quick", "another thought"]).status == 0)
    try #require(try home.run(["export", "-o", file]).status == 0)
    try #require(try home.run(["undo"]).status == 0)
    chmod(backup, 0o644)
    chmod(file, 0o644)
    return (home, backup, file)
  }

  @Test(arguments: Reason.allCases) func allCanBeReadAndNothingIsWritten(_ reason: Reason) throws {
    guard canBe(reason) else {
      return print("not tested: notes \(reason), which needs more rights")
    }
    let (home, backup, file) = try made()
    let reading = [
      ["list"], ["show", "Nordlicht"], ["search", "engineer"], ["agenda"], ["patterns"],
      ["report", "Nordlicht"], ["export"], ["keys"],
    ]
    let before = try reading.map { try home.run($0) }
    let prefix = prefix(reason, home)
    defer { chmod(home.folder + "/notes", 0o700) }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: home.database))
    for (words, before) in zip(reading, before) {
      let found = try run(words, prefix, home)
      #expect(found.status == before.status && found.out == before.out, "\(words): \(found.err)")
    }
    for words in [
      ["add", "Newco", "R"], ["quick", "again"], ["outcome", "Sable", "rejected"],
      ["feedback", "Sable", "Too quiet."], ["undo"], ["redo"], ["restore", backup, "--yes"],
      ["doctor", "--rebuild"],
    ] {
      let refused = try run(words, prefix, home)
      #expect(refused.status == 74, "\(words): \(refused)")
      #expect(refused.err.contains(reason.words), "\(words): \(refused.err)")
      #expect(refused.err.contains(home.folder + "/notes"), "\(words): \(refused.err)")
    }
    // An import makes a backup first, which has a place of its own.
    let brought = try run(["import", file], prefix, home)
    #expect(brought.status == 74, "\(brought)")
    let doctor = try run(["doctor"], prefix, home)
    #expect(doctor.status == 1 && doctor.out.contains("Nothing can be saved."), "\(doctor.out)")
    let now = try Data(contentsOf: URL(fileURLWithPath: home.database))
    #expect(now == bytes)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.folder + "/notes")
    #expect(names.allSatisfy { ["debrief.db", "debrief.db-journal"].contains($0) }, "\(names)")
  }

  @Test func theScreenSaysItAndShowsEverything() throws {
    let (home, _, _) = try made()
    let prefix = prefix(.withoutWriteBits, home)
    #expect(prefix == [])
    let run = try home.open(columns: 110, rows: 30)
    try run.waitFor("Read only: your notes are safe")
    #expect(run.screen.shows("Nordlicht") && run.screen.shows("Sable"))
    try run.settle()
    #expect(run.screen.row(0).contains("read only"))
    try run.quit()
  }

  /// What a restore can't write is the store, whatever the copy beside it is called meanwhile.
  @Test(arguments: [(8192, "`ulimit -f`")]) func aRestoreThatHasNoRoomNamesTheStore(
    _ size: Int, _ words: String
  ) throws {
    let (home, backup, _) = try made()
    let refused = try home.run(
      ["--fsize=\(size)", PrivateHome.binary, "restore", backup, "--yes"],
      binary: "/usr/bin/prlimit")
    #expect(refused.status == 74 && refused.err.contains(words), "\(refused.err)")
    #expect(refused.err.contains(" \(home.database)."), "\(refused.err)")
    #expect(!refused.err.contains(".restoring-") && !refused.err.contains("copy.db"))
    #expect(try home.store { try $0.check() } == [])
  }
}
