import DebriefModel
import DebriefStore
import Foundation
import Glibc
import Testing

private let strace = "/usr/bin/strace"

/// Whether calls can be made to fail here: strace is there, and tracing is allowed.
private let canInject: Bool = {
  guard access(strace, X_OK) == 0 else { return false }
  do {
    return try PrivateHome().run(
      ["-f", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=999", "/bin/true"],
      binary: strace
    ).status == 0
  } catch { return false }
}()

/// A disk that fails while something is saved: what is said is so, and doing it again never does it
/// twice. The faults are the system's own, put in by strace at each call in turn.
@Suite(.timed, .enabled(if: canInject)) struct FailingDiskTests {
  /// Calls that make sure of the disk, or write to it.
  private static let calls = ["fdatasync", "fsync", "pwrite64", "ftruncate"]

  private func failing(
    _ call: String, _ when: String, _ arguments: [String], _ home: PrivateHome
  ) throws -> (status: Int32, out: String, err: String) {
    try home.run(
      ["-f", "-o", "/dev/null", "-e", "inject=\(call):error=EIO:when=\(when)", PrivateHome.binary]
        + arguments, binary: strace)
  }

  /// What a command does, and how often it stands in the store.
  private static let commands: [(arguments: [String], count: @Sendable (Archive) -> Int)] = [
    (["add", "Newco", "R"], { $0.application.count { $0.company == "Newco" } }),
    (["quick", "a thought"], { $0.note.count { $0.text == "a thought" } }),
    (
      ["outcome", "Nordlicht", "rejected", "--on", "15 mar"],
      { $0.event.count { $0.kind == .refused } }
    ),
    (
      ["feedback", "Nordlicht", "Too quiet."], { $0.feedback.count { $0.verbatim == "Too quiet." } }
    ),
  ]

  @Test(arguments: 0..<4, calls) func whatIsSaidOfACommandIsSo(_ which: Int, _ call: String) throws
  {
    let (arguments, count) = Self.commands[which]
    var ended = false
    for number in 1...30 where !ended {
      let home = try PrivateHome()
      try #require(try home.run(["add", "Nordlicht", "Engineer"]).status == 0)
      let run = try failing(call, "\(number)", arguments, home)
      let there = count(try home.archive())
      #expect(try home.store { try $0.check() } == [], "\(call) \(number)")
      let said = "\(call) \(number): \(run.status) \(run.err)"
      if run.status == 0 {
        #expect(there == 1, "\(said)")
      } else {
        #expect(run.status == 74, "\(said)")
        let isSaidToBeThere = run.err.contains("It's saved in")
        #expect(there == (isSaidToBeThere ? 1 : 0), "\(said)")
        if !isSaidToBeThere {
          try #require(try home.run(arguments).status == 0)
          #expect(count(try home.archive()) == 1, "\(said)")
        }
      }
      // A run in which nothing failed any more: all calls have had their turn.
      ended = run.status == 0 && number > 8
    }
  }

  /// What the system says of a disk without room, and how a person reads it.
  private static let rooms = [("ENOSPC", "full"), ("EDQUOT", "used up"), ("EFBIG", "larger")]

  /// To SQLite a quota and a limit are one with a broken disk, and its journal forgets even that: an import,
  /// a backup and a restore name them all the same, at the first call and at a late one.
  @Test(arguments: rooms, ["pwrite64", "fdatasync"])
  func aDiskWithoutRoomIsNamed(_ room: (String, String), _ call: String) throws {
    if room.0 == "EFBIG", call == "fdatasync" { return }
    let made = try PrivateHome()
    try #require(try made.run(["add", "Nordlicht", "Engineer"]).status == 0)
    let file = made.folder + "/export.json"
    try #require(try made.run(["export", "-o", file]).status == 0)
    var named = 0
    for (arguments, numbers) in [
      (["import", file], [1, 4, 9, 25]), (["backup", made.folder + "/copy.db"], [1, 3]),
    ] {
      for number in numbers {
        let home = try PrivateHome()
        try #require(try home.run(["add", "Newco", "R"]).status == 0)
        let run = try home.run(
          ["-f", "-o", "/dev/null", "-e", "inject=\(call):error=\(room.0):when=\(number)+"]
            + [PrivateHome.binary] + arguments, binary: strace)
        unlink(made.folder + "/copy.db")
        if run.status == 0 { continue }
        named += 1
        #expect(run.status == 74, "\(arguments[0]) \(number): \(run.err)")
        // Where even looking afterwards fails, it can't be told what was saved; that is said instead.
        let words =
          [room.1] + (call == "fdatasync" ? ["failed while saving", "didn't confirm"] : [])
        #expect(
          words.contains(where: run.err.contains), "\(arguments[0]) \(call) \(number): \(run.err)")
        #expect(try home.store { try $0.check() } == [])
      }
    }
    #expect(named >= 2)
  }

  /// Notes that could be written when they were opened, and can't be any longer, are said to be just that.
  @Test(arguments: ["EBADF", "EROFS", "EACCES", "EPERM"])
  func notesThatCanNoLongerBeWrittenAreSaidSo(_ fault: String) throws {
    let home = try PrivateHome()
    try #require(try home.run(["add", "Newco", "R"]).status == 0)
    let run = try home.run(
      ["-f", "-o", "/dev/null", "-e", "inject=pwrite64:error=\(fault):when=1+"]
        + [PrivateHome.binary, "quick", "a thought"], binary: strace)
    #expect(run.status == 74 && run.err.contains("can't be written to"), "\(run.err)")
    #expect(run.out.isEmpty)
    #expect(try home.store { try $0.check() } == [])
    try #require(try home.run(["quick", "a thought"]).status == 0)
    #expect(try home.run(["search", "thought"]).out.split(separator: "\n").count == 1)
  }

  /// Many files wait for the disk together: where it fails in the middle, each that is there is whole, none is left
  /// half-written beside its place, and the next export writes the rest.
  @Test(arguments: ["fsync", "rename", "write"]) func aFolderIsWholeWhereTheDiskFails(
    _ call: String
  ) throws {
    let home = try PrivateHome()
    let file = home.folder + "/jobs.csv"
    let rows = (1...450).map { "Newco \($0),Engineer,2026-01-\($0 % 28 + 1)" }
    try ("company,role,applied\n" + rows.joined(separator: "\n") + "\n")
      .write(toFile: file, atomically: false, encoding: .utf8)
    try #require(try home.run(["import", file, "--yes"]).status == 0)
    let good = home.folder + "/good"
    try #require(try home.run(["export", "--folder", good]).status == 0)
    func files(_ folder: String) throws -> [String: Data] {
      var found: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        found[name] = FileManager.default.contents(atPath: folder + "/" + name)
      }
      return found
    }
    let whole = try files(good)
    #expect(whole.count > 450)
    var failed = 0
    for number in ["1", "2", "180", "201", "340"] {
      let folder = home.folder + "/\(call)-\(number)"
      let run = try failing(call, number, ["export", "--folder", folder], home)
      if run.status == 0 { continue }
      failed += 1
      #expect(run.status == 74, "\(number): \(run.err)")
      for (name, data) in try files(folder) where !name.hasSuffix("debrief.json") {
        #expect(whole[name] == data, "\(call) \(number): \(name)")
      }
      try #require(try home.run(["export", "--folder", folder]).status == 0)
      #expect(try files(folder).count == whole.count)
    }
    #expect(failed >= 3)
  }

  /// From one call on, nothing works any more.
  @Test func aDiskThatGoesOnFailingIsNotBelieved() throws {
    for number in 1...9 {
      let home = try PrivateHome()
      try #require(try home.run(["add", "Nordlicht", "Engineer"]).status == 0)
      let run = try failing("fdatasync", "\(number)+", ["add", "Newco", "R"], home)
      let there = try home.archive().application.count { $0.company == "Newco" }
      if run.status == 0 {
        #expect(there == 1)
      } else {
        #expect(there == (run.err.contains("It's saved in") ? 1 : 0), "\(number): \(run.err)")
      }
    }
  }

  @Test func undoAndRedoAreDoneOnce() throws {
    for command in ["undo", "redo"] {
      for number in 1...9 {
        let home = try PrivateHome()
        for text in ["one", "two", "three"] {
          try #require(try home.run(["quick", text]).status == 0)
        }
        if command == "redo" { for _ in 0..<2 { _ = try home.run(["undo"]) } }
        let before = try home.archive().note.count
        let run = try failing("fdatasync", "\(number)", [command], home)
        let moved = abs(try home.archive().note.count - before)
        let isSaved = run.status == 0 || run.err.contains("It's saved in")
        #expect(moved == (isSaved ? 1 : 0), "\(command) \(number): \(run.err)")
      }
    }
  }

  @Test func anImportIsThereOnce() throws {
    let home = try PrivateHome()
    try #require(try home.run(["add", "Nordlicht", "Engineer"]).status == 0)
    let file = try home.file("all.json", try home.run(["export"]).out)
    for number in 1...9 {
      let other = try PrivateHome()
      try #require(try other.run(["add", "Kestrel", "Editor"]).status == 0)
      let run = try failing("fdatasync", "\(number)", ["import", file], other)
      let there = try other.archive().application.count
      let isSaved = run.status == 0 || run.err.contains("It's saved in")
      #expect(there == (isSaved ? 2 : 1), "\(number): \(run.err)")
      try #require(try other.run(["import", file]).status == 0)
      #expect(try other.archive().application.count == 2)
    }
  }
}
