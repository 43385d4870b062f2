import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

/// `debrief purge`, and the purge that needs no command.
@Suite(.timed) struct PurgeCommandTests {
  let program = Program()

  /// Files under the home, without those of the test itself, in which a word stands.
  private func traces(_ word: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: program.home).filter {
      guard $0.hasPrefix("data/") || $0.hasPrefix("state/") else { return false }
      let bytes = program.read($0) ?? []
      return String(decoding: bytes.map { $0 | 0x20 }, as: UTF8.self).contains(word)
    }.sorted()
  }

  private func delete(_ company: String) throws {
    try program.write("d\ny\n", to: "delete.keys")
    let played = try program.run("replay", "delete.keys", "--database", program.database)
    try #require(played.code == 0, "\(played.err)")
    try #require(try !program.must("list").contains(company))
  }

  private func after(days: Int) -> [String: String?] {
    ["DEBRIEF_NOW": "\(TestClock.day.adding(days: days))T10:00:00Z"]
  }

  @Test func whatWasDeletedIsShownThenGone() throws {
    try program.must("add", "Stays", "Engineer")
    try program.must("add", "Zqcanary", "Engineer", "--applied", "2 mar")
    try program.must("quick", "zqcanary a thought")
    try delete("Zqcanary")
    #expect(try program.run("purge").err.contains("(--now for all of it)"))
    let shown = try program.run("purge", "--now")
    #expect(shown.code == 64 && shown.err.contains("add --yes"))
    #expect(
      shown.out.contains("would be gone for good: 1 application, 1 date, 1 note\n"), "\(shown.out)")
    #expect(try program.must("undo").contains("deleted"))
    #expect(try program.must("list").contains("Zqcanary"))
    try program.must("redo")
    let purged = try program.run("purge", "--now", "--yes")
    #expect(purged.code == 0 && purged.err.contains("no longer has it"), "\(purged.err)")
    #expect(purged.err.contains("2026-03-20-1000-purge. Their files are in "))
    #expect(try !traces("zqcanary").contains("data/debrief/debrief.db"))
    #expect(try program.must("list").contains("Stays"))
    #expect(try program.must("doctor").contains("Everything looks good."))
    #expect(try program.run("purge", "--now").err.contains("nothing deleted to remove"))
  }

  @Test func withItsBackupsNoByteIsLeft() throws {
    try program.must("add", "Stays", "Engineer")
    try program.must("add", "Zqcanary", "Engineer")
    try program.must("backup")
    try delete("Zqcanary")
    let purged = try program.run("purge", "--now", "--backups", "--yes")
    #expect(purged.code == 0, "\(purged.err)")
    #expect(purged.out.contains("would be removed:\n  2026-03-20-1000-asked\n"))
    #expect(try traces("zqcanary") == [])
    let names = try program.must("backup", "--list")
    // The one of the day was made before that application was added.
    #expect(names.contains("-purged ") && names.contains("-daily ") && !names.contains("-asked"))
    #expect(
      try program.must("list", "--database", "state/../data/debrief/debrief.db").contains("Stays"))
  }

  /// With the history, every backup that has undo steps goes, whatever day it is of.
  @Test func historyIsGoneFromEveryBackup() throws {
    try program.must("add", "Stays", "Engineer")
    try program.must("quick", "stays a zqcanary thought")
    try program.must("backup")
    for day in 1...3 {
      let next = try program.run("quick", "stays more", env: after(days: day))
      #expect(next.code == 0, "\(next.err)")
    }
    let later = after(days: 4)
    let purged = try program.run("purge", "--now", "--history", "--yes", env: later)
    #expect(purged.code == 0 && purged.err.contains("With --backups,"), "\(purged.err)")
    // They can still be removed when nothing else is left to take away.
    let told = try program.run("purge", "--now", "--history", "--yes", env: later)
    #expect(told.err.contains("still hold earlier wordings"), "\(told.err)")
    let all = try program.run("purge", "--now", "--history", "--backups", "--yes", env: later)
    #expect(all.code == 0 && all.err.contains("backups; "), "\(all.err)")
    let kept = try program.run("backup", "--list", env: later).out.split(separator: "\n")
    #expect(
      kept.filter { $0.hasPrefix("2026") }.allSatisfy {
        // The first of all was made before there was anything.
        $0.contains("-purged") || $0.hasPrefix("2026-03-20-1000-daily")
      }, "\(kept)")
    for name in kept.compactMap({ $0.split(separator: " ").first }) where name.hasPrefix("2026") {
      let restored = try program.run("restore", String(name), "--yes", env: later)
      #expect(restored.code == 0, "\(restored.err)")
      #expect(restored.out.contains("\(name): no changes on record\n"), "\(restored.out)")
      #expect(try !program.run("undo", "--list", env: later).out.contains("zqcanary"))
    }
  }

  /// What was typed to find it is forgotten, too, also where nothing else is left of it.
  @Test func whatWasTypedIsForgotten() throws {
    try program.must("add", "Stays", "Engineer")
    try program.must("backup")
    try program.write("filter\tzqcanary\n", to: "state/debrief/lines")
    let shown = try program.run("purge")
    #expect(shown.code == 64 && shown.out.hasPrefix("Would be erased:"), "\(shown.err)")
    #expect(try traces("zqcanary") == ["state/debrief/lines"])
    let purged = try program.run("purge", "--yes")
    #expect(purged.code == 0 && purged.err.contains("one-line fields is erased"), "\(purged.err)")
    #expect(try traces("zqcanary") == [])
    #expect(try program.run("purge").err.contains("(--now for all of it)"))
  }

  @Test func afterThirtyDaysItGoesOnItsOwn() throws {
    try program.must("add", "Stays", "Engineer")
    try program.must("add", "Zqcanary", "Engineer")
    try program.write("filter\tzqcanary\n", to: "state/debrief/lines")
    try delete("Zqcanary")
    #expect(try program.run("quick", "x", env: after(days: 29)).code == 0)
    #expect(try traces("zqcanary").contains("data/debrief/debrief.db"))
    #expect(try program.run("quick", "y", env: after(days: 30)).code == 0)
    #expect(
      try traces("zqcanary") == ["state/debrief/backups/\(folder())/2026-04-18-1000-daily.db"])
    #expect(try program.must("doctor").contains("Everything looks good."))
  }

  private func folder() throws -> String {
    try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: program.file("state/debrief/backups")
      ).first)
  }

  @Test func theScreenDoesItWhenItIsLeft() throws {
    let home = try PrivateHome(now: "2026-05-01T10:00:00Z")
    var environment = home.environment
    environment["DEBRIEF_NOW"] = TestClock.text
    func early(_ arguments: [String]) throws {
      home.environment["DEBRIEF_NOW"] = TestClock.text
      #expect(try home.run(arguments).status == 0)
      home.environment["DEBRIEF_NOW"] = "2026-05-01T10:00:00Z"
    }
    try early(["add", "Stays", "Engineer"])
    try early(["add", "Zqcanary", "Engineer"])
    let script = try home.file("delete.keys", "d\ny\n", mode: 0o600)
    try early(["replay", script, "--database", home.database])
    let run = try home.opened()
    try run.quit()
    let bytes = FileManager.default.contents(atPath: home.database) ?? Data()
    #expect(bytes.range(of: Data("Zqcanary".utf8)) == nil)
    #expect(try home.archive().application.map(\.company) == ["Stays"])
  }
}
