import DebriefModel
import DebriefStore
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import DebriefRunner
@testable import debrief

/// Another program has the store's file for long: the screen does not stand still, and nothing typed is
/// lost, whatever happens meanwhile.
@Suite(.timed) struct LockedStoreTests {
  /// A second connection that has the file for itself.
  private final class Holder {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      // Whoever opened it may be reading still.
      configuration.busyMode = .timeout(20)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    }

    func letGo(_ sql: String = "") throws {
      try queue.inDatabase { try $0.execute(sql: sql + "; COMMIT") }
      try queue.close()
    }
  }

  private func texts(_ home: PrivateHome) -> [String] {
    let folder = home.folder + "/state/debrief/drafts"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".txt") }.compactMap {
      try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = TestClock.monotonic
    try body()
    return TestClock.monotonic - start
  }

  @Test func keysDoNotWaitForTheFile() throws {
    let home = try PrivateHome()
    for name in ["Nordlicht", "Kestrel", "Sable"] { try home.addRefused(name) }
    let window = try Window(home.database)
    let holder = try Holder(home.database)
    let first = try seconds { try window.keys("/ k") }
    #expect(first < 1, "\(first) s")
    #expect(window.said.contains("waiting for the file"), "\(window.screen)")
    // From then on no key waits at all.
    let more = try seconds { try window.keys("e s t <down> <up> <down> <up> <down> <up>") }
    #expect(more < 0.5, "\(more) s")
    #expect(window.said.contains("waiting for the file"), "\(window.screen)")
    #expect(window.screen.contains("Kestrel") && window.screen.contains("Sable"))
    // What was to be read comes once the file is free, with what was written to it.
    try holder.letGo("UPDATE application SET role = 'Another role' WHERE company = 'Kestrel'")
    window.pass(seconds: 5)
    #expect(!window.screen.contains("Sable"), "\(window.screen)")
    #expect(window.screen.contains("Kestrel") && !window.said.contains("waiting for the file"))
  }

  @Test func theScreenLivesOnATerminal() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.settle()
    let holder = try Holder(home.database)
    try run.type("c", until: "Write it down now")
    let typing = try seconds { try run.enter("typed while it is locked") }
    #expect(typing < 2, "\(typing) s")
    try run.waitFor("not saved")
    // A file has it, for the case that this program is killed.
    try run.wait("a file with the text") { texts(home) == ["typed while it is locked"] }
    try holder.letGo()
    try run.waitUntilGone("not saved")
    try run.wait("the file to go") { texts(home).isEmpty }
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["typed while it is locked"])
  }

  @Test func whoIsKilledDuringALockLosesNothing() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.settle()
    let holder = try Holder(home.database)
    try run.type("c", until: "Write it down now")
    try run.enter("half a thought")
    try run.wait("a file with the text") { texts(home) == ["half a thought"] }
    run.child.signal(SIGKILL)
    #expect(try run.end() == .killed(SIGKILL))
    try holder.letGo()
    let again = try home.open()
    try again.waitFor("R opens it")
    try again.type("R", until: "half a thought")
    try again.type(Keys.enter, until: "Continue it as a note")
    try again.type(Keys.enter, until: "Write it down now")
    try again.type(Keys.save, until: "Saved")
    try again.quit()
    #expect(try home.archive().note.map(\.text) == ["half a thought"])
    #expect(texts(home).isEmpty)
  }

  @Test func aPrivateNoteGoesToAPrivateFile() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.type(Keys.enter, until: "go through it together")
    try run.type("B", until: "Private note")
    let holder = try Holder(home.database)
    try run.enter("between us")
    try run.wait("a file with the text") { texts(home) == ["between us"] }
    let folder = home.folder + "/state/debrief/drafts"
    let found = try home.run(
      ["-c", "find \"$0\" -name 'private-*.txt' -perm 600", folder], binary: "/bin/sh")
    #expect(found.out.contains("private-"), "\(found)")
    try holder.letGo()
    try run.wait("the file to go") { texts(home).isEmpty }
    try run.type(Keys.escape)
    try run.waitUntilGone("between us")
    try run.quit()
  }

  @Test func aWriteWaitsBehindAFrameThatSaysSo() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("to be saved")
    let holder = try Holder(home.database)
    try run.type(Keys.save, until: "Waiting a few seconds to save.")
    #expect(!run.screen.shows("Saved"))
    // A kill at this moment would not lose it.
    #expect(texts(home) == ["to be saved"])
    try holder.letGo()
    try run.waitFor("Saved")
    #expect(!run.screen.shows("Waiting"))
    try run.wait("the file to go") { texts(home).isEmpty }
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["to be saved"])
  }

  @Test func itIsSaidWhoeverNoticesItFirst() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let window = try Window(home.database)
    // Fresh enough that the next key asks SQLite whether somebody wrote.
    try window.store.save(Draft(scope: "capture/", fields: ["text": "x"]))
    let holder = try Holder(home.database)
    try window.keys("j")
    #expect(window.said.contains("is using your notes"), "\(window.screen)")
    try holder.letGo()
  }

  @Test func aFileThatIsFreeIsNotAskedForAgain() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.settle()
    let holder = try Holder(home.database)
    try run.type(Keys.enter, until: "In use by")
    try holder.letGo()
    try run.waitFor("go through it together")
    try run.waitUntilGone("In use by")
    func switches() throws -> [Substring] {
      try String(contentsOfFile: "/proc/\(run.child.pid)/status", encoding: .utf8)
        .split(separator: "\n").filter { $0.contains("ctxt_switches") }
    }
    // However busy the machine is, it comes to rest: one that asked again and again never would.
    var before: [Substring] = []
    for _ in 0..<10 {
      let now = try switches()
      if now == before { break }
      before = now
      run.look(for: 3)
    }
    #expect(try switches() == before)
    try run.quit()
  }

  @Test func whatOneStoreIsOwedIsNotOfferedInAnother() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.settle()
    let holder = try Holder(home.database)
    try run.type("c", until: "Write it down now")
    try run.enter("for the first store")
    try run.wait("a file with the text") { texts(home) == ["for the first store"] }
    run.child.signal(SIGKILL)
    try run.end()
    try holder.letGo()
    let other = home.folder + "/notes/other.db"
    #expect(try home.run(["add", "Sable", "Engineer", "--database", other]).status == 0)
    let elsewhere = try home.open(["--database", other])
    try elsewhere.waitFor("Sable")
    try elsewhere.settle()
    #expect(!elsewhere.screen.shows("not saved"), "\(elsewhere.screen.text)")
    try elsewhere.type("R", until: "There's nothing to continue")
    try elsewhere.quit()
    // The doctor knows of all.
    let health = try home.run(["doctor", "--database", other])
    #expect(health.out.contains("typed for other note files"), "\(health.out)")
  }
}
