import DebriefModel
import DebriefStore
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// Two real screens on one store: each knows of the other, and sees what it does.
@Suite(.timed) struct TwoScreenTests {
  @Test func theSecondSaysWhoTheFirstIsAndTheThirdHowMany() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let first = try home.opened(columns: 110)
    try first.settle()
    #expect(!first.screen.shows("Another debrief window"))
    let second = try home.open(columns: 110, rows: 24)
    try second.waitFor(
      "Another debrief window has these notes open (process \(first.child.pid)).")
    let third = try home.open(columns: 110, rows: 24)
    try third.waitFor("2 other debrief windows have these notes open")
    try third.quit()
    // One that is killed is nobody.
    first.child.signal(SIGKILL)
    try first.end()
    try second.quit()
    let last = try home.opened(columns: 110)
    try last.settle()
    #expect(!last.screen.shows("debrief window"))
    try last.quit()
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder + "/notes")
    #expect(Set(left) == ["debrief.db", "debrief.db-journal"])
  }

  @Test func whatOneSavesTheOtherShowsWithoutLosingWhatIsTyped() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let one = try home.opened()
    let two = try home.opened()
    try two.type("c", until: "Write it down now")
    try two.enter("half a thought")
    try one.type("a", until: "Add an application")
    try one.enter("Sable")
    try one.type(Keys.save, until: "Saved: Sable added.")
    // The other one is still at its own words.
    try two.enter(" and more")
    try two.waitFor("half a thought and more")
    try two.type(Keys.save, until: "Saved")
    try two.waitFor("Sable")
    #expect(try home.archive().note.map(\.text) == ["half a thought and more"])
    try one.quit()
    try two.quit()
  }

  @Test func whoHoldsTheFileIsNamed() throws {
    let home = try PrivateHome()
    try home.addRefused()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: home.database, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    let own = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    let refused = try home.run(["add", "Sable", "Engineer"], limit: 30)
    #expect(refused.status == 75)
    #expect(
      refused.err.contains("is in use by \(own) (process \(getpid())). Try again"), "\(refused.err)"
    )
    try queue.inDatabase { try $0.execute(sql: "COMMIT") }
    try queue.close()
    #expect(try home.run(["add", "Sable", "Engineer"]).status == 0)
  }

  @Test func aRestoreNamesTheScreenThatIsOpen() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.settle()
    let refused = try home.run(["restore", "--latest", "--yes"])
    #expect(refused.status == 75)
    #expect(
      refused.err.contains("is open in another debrief window (process \(run.child.pid))"),
      "\(refused.err)")
    try run.quit()
  }

  @Test func whatACommandWritesIsThereAtTheNextKey() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    #expect(try home.run(["add", "Kestrel Labs", "Staff engineer"]).status == 0)
    try run.type("j", until: "Kestrel Labs")
    try run.type("a", until: "Add an application")
    try run.enter("Acme")
    #expect(try home.run(["add", "Nordlicht", "Platform engineer"]).status == 0)
    try run.type(Keys.save, until: "Saved: Acme added.")
    try run.waitFor("Nordlicht")
    try run.waitFor("3 applications")
    #expect(try home.run(["list"]).out.contains("Acme"))
    try run.quit()
    #expect(
      Set(try home.archive().application.map(\.company)) == ["Kestrel Labs", "Acme", "Nordlicht"])
    #expect(try home.store { try $0.check() } == [])
  }

  @Test func twoScreensWorkOnOneStore() throws {
    let home = try PrivateHome()
    let left = try home.opened()
    let right = try home.opened()
    for round in 1...5 {
      try left.type("a", until: "Add an application")
      try right.type("a", until: "Add an application")
      try left.enter("Left \(round)")
      try right.enter("Right \(round)")
      try left.type(Keys.save, until: "Saved: Left \(round) added.")
      try right.type(Keys.save, until: "Saved: Right \(round) added.")
      try right.waitFor("\(round * 2) applications")
      try left.type("j", until: "\(round * 2) applications")
    }
    try left.quit()
    try right.quit()
    #expect(try home.archive().application.count == 10)
    #expect(try home.store { try $0.check() } == [])
  }
}
