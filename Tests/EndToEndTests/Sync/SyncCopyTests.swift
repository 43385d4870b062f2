import Foundation
import TestSupport
import Testing

/// What becomes of a copy that a file syncer left behind and that is older than what was done since.
@Suite(.timed) struct SyncCopyTests {
  private let room = PrivateFolder()
  private let desk = Program()
  private let laptop = Program()
  private let tablet = Program()
  private var all: [Program] { [desk, laptop, tablet] }

  init() throws {
    try git("init", "--quiet", "--bare", "-b", "main", room("remote.git"))
    for it in all { try git("clone", "--quiet", room("remote.git"), it.file("notes")) }
    try on(desk, "add", "Acme", "Engineer")
    for it in all { try sync(it) }
    try on(laptop, "outcome", "Acme", "rejected", "--on", "2026-03-01", "--words", "No.")
    for it in [laptop, desk, tablet] { try sync(it) }
  }

  private func git(_ arguments: String...) throws {
    let answer = try Oracle.run("git", arguments)
    #expect(answer.status == 0, "\(arguments)")
  }

  /// Each has a clock of its own, so that each draws ids of its own.
  @discardableResult
  private func on(_ program: Program, _ arguments: String...) throws -> Program.Result {
    try program.run(at: 10 + (all.firstIndex { $0 === program } ?? 0), arguments)
  }

  @discardableResult
  private func sync(_ program: Program) throws -> Program.Result {
    try on(program, "sync", "notes")
  }

  /// Everybody syncs until nothing is left to say, and then has the same.
  private func settle() throws {
    for _ in 0..<2 { for it in all { try sync(it) } }
    let exports = try all.map { try on($0, "export").out }
    #expect(Set(exports).count == 1)
  }

  private func file(_ program: Program) throws -> (folder: String, name: String, text: String) {
    let folder = program.file("notes/applications")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let name = try #require(names.first)
    #expect(names.count == 1)
    return (folder, name, String(decoding: fileBytes("\(folder)/\(name)"), as: UTF8.self))
  }

  private func put(_ text: String, as mark: String, on program: Program) throws {
    let (folder, name, _) = try file(program)
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: "\(folder)/\(name.dropLast(5))\(mark).json"))
  }

  static let marks = [
    " (conflicted copy 2026-03-20)", ".sync-conflict-20260320-101010-ABCDEFG",
  ]

  @Test(arguments: marks) func whatWasDeletedStaysDeleted(_ mark: String) throws {
    let old = try file(desk).text
    #expect(try on(laptop, "undo").out == "undone: outcome recorded\n")
    for it in [laptop, desk] { try sync(it) }
    #expect(!(try on(desk, "export").out.contains("\"No.\"")))
    try put(old, as: mark, on: desk)
    let result = try sync(desk)
    #expect(result.out == "Nothing to sync: everything is up to date.\n")
    #expect(!(result.out + result.err).contains("it's back"))
    #expect(try !on(desk, "export").out.contains("\"No.\""))
    try settle()
    #expect(try file(desk).text == file(tablet).text)
  }

  @Test(arguments: marks) func aLaterEditOfWhatWasDeletedIsBackAndSaid(_ mark: String) throws {
    let old = try file(desk).text
    try on(laptop, "undo")
    for it in [laptop, desk] { try sync(it) }
    try put(old.replacingOccurrences(of: "\"No.\"", with: "\"No, sorry.\""), as: mark, on: desk)
    let result = try sync(desk)
    #expect(
      (result.out + result.err).contains("One computer deleted what another changed, so it's back"))
    #expect(try on(desk, "export").out.contains("No, sorry."))
    try settle()
    #expect(try on(tablet, "export").out.contains("No, sorry."))
  }

  @Test func whatWasChangedSinceStaysChanged() throws {
    let old = try file(desk).text
    try on(laptop, "correct", "Acme", "rejected", "--on", "2026-03-05")
    for it in [laptop, desk] { try sync(it) }
    try put(old, as: SyncCopyTests.marks[0], on: desk)
    let result = try sync(desk)
    #expect(!(result.out + result.err).contains("Two computers set different values"))
    #expect(try on(desk, "export").out.contains("\"2026-03-05\""))
    try settle()
    #expect(try on(tablet, "show", "Acme").out.contains("5 Mar"))
  }

  /// What the copy has of its own is taken, what was done to other fields since stays, and of a text that both
  /// changed both versions are there.
  @Test func whatIsNewInAnOldCopyIsTaken() throws {
    let old = try file(desk).text
    try on(laptop, "correct", "Acme", "rejected", "--on", "2026-03-05")
    try Data("Company,Role,Notes\nAcme,Engineer,from the laptop\n".utf8).write(
      to: URL(fileURLWithPath: laptop.file("t.csv")))
    try on(laptop, "import", "t.csv", "--yes")
    for it in [laptop, desk] { try sync(it) }
    let copy = old.replacingOccurrences(of: "\"No.\"", with: "\"No, sorry.\"")
      .replacingOccurrences(of: "\"notes\": \"\"", with: "\"notes\": \"from the copy\"")
    try put(copy, as: SyncCopyTests.marks[1], on: desk)
    try sync(desk)
    try settle()
    let export = try on(tablet, "export").out
    for words in ["No, sorry.", "from the copy", "from the laptop", "2026-03-05"] {
      #expect(export.contains(words), "\(words)")
    }
  }

  // MARK: What only a copy has deleted

  /// Has the laptop delete the outcome without sending that, and gives its file.
  private func deletedOnTheLaptop() throws -> String {
    #expect(try on(laptop, "undo").out == "undone: outcome recorded\n")
    try on(laptop, "export", "--folder", "notes")
    let text = try file(laptop).text
    #expect(text.contains("\"gone\"") && !text.contains("\"No.\""))
    return text
  }

  @Test(arguments: marks) func aDeletionInACopyIsTaken(_ mark: String) throws {
    let copy = try deletedOnTheLaptop()
    try on(desk, "quick", "Acme: slow start", "--weakness")
    try put(copy, as: mark, on: desk)
    let result = try sync(desk)
    #expect(!(result.out + result.err).contains("it's back"))
    #expect(!(result.out + result.err).contains("it stays"))
    let export = try on(desk, "export").out
    #expect(!export.contains("\"No.\"") && export.contains("slow start"))
    try settle()
    #expect(try !on(tablet, "export").out.contains("\"No.\""))
  }

  @Test func aDeletionInACopyOfWhatWasChangedSinceIsSaid() throws {
    let copy = try deletedOnTheLaptop()
    try on(desk, "correct", "Acme", "rejected", "--on", "2026-03-05")
    try sync(desk)
    try put(copy, as: SyncCopyTests.marks[0], on: desk)
    let result = try sync(desk)
    #expect(
      (result.out + result.err).contains("One computer deleted what another changed, so it's back"))
    #expect(try on(desk, "export").out.contains("\"2026-03-05\""))
    try settle()
    #expect(try on(tablet, "export").out.contains("\"No.\""))
  }

  @Test func aDeletionThatWasTakenBackIsNothingNew() throws {
    try on(laptop, "undo")
    for it in [laptop, desk] { try sync(it) }
    let copy = try file(desk).text
    #expect(try on(laptop, "redo").out == "redone: outcome recorded\n")
    for it in [laptop, desk] { try sync(it) }
    try put(copy, as: SyncCopyTests.marks[1], on: desk)
    #expect(try sync(desk).out == "Nothing to sync: everything is up to date.\n")
    #expect(try on(desk, "export").out.contains("\"No.\""))
    // With something else in it that's new, it isn't the folder of that day any more.
    try put(
      copy.replacingOccurrences(of: "\"notes\": \"\"", with: "\"notes\": \"from the copy\""),
      as: SyncCopyTests.marks[1], on: desk)
    #expect(try sync(desk).out.contains("it may have been changed since, so it stays: "))
    try settle()
    let export = try on(tablet, "export").out
    #expect(export.contains("\"No.\"") && export.contains("from the copy"))
  }

  /// The syncer may give the one that deleted something the file of the other, and make a copy of its own.
  @Test func aDeletionThatBecameTheCopyIsSaid() throws {
    try on(desk, "quick", "Acme: slow start", "--weakness")
    try on(desk, "export", "--folder", "notes")
    let theirs = try file(desk).text
    try on(laptop, "undo")
    try sync(laptop)
    let (folder, name, own) = try file(laptop)
    try Data(theirs.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    try put(own, as: SyncCopyTests.marks[0], on: laptop)
    #expect(try sync(laptop).out.contains("it may have been changed since, so it stays: "))
    let export = try on(laptop, "export").out
    #expect(export.contains("\"No.\"") && export.contains("slow start"))
  }

  @Test func withoutAHistoryADeletionInACopyIsSaid() throws {
    let copy = try deletedOnTheLaptop()
    try on(desk, "export", "--folder", room("plain"))
    let name = try file(desk).name
    let path = "\(room("plain"))/applications/\(name.dropLast(5)) (conflicted copy).json"
    try Data(copy.utf8).write(to: URL(fileURLWithPath: path))
    let result = try on(tablet, "import", room("plain"))
    #expect(result.out.contains("it may have been changed since, so it stays: "))
    #expect(try on(tablet, "export").out.contains("\"No.\""))
  }

  // MARK: What the syncer took out of its place

  /// Puts a file in the place of the one a computer wrote last, which becomes a copy.
  private func replace(on program: Program, with text: String) throws {
    let (folder, name, own) = try file(program)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    try put(own, as: SyncCopyTests.marks[1], on: program)
  }

  @Test(arguments: [false, true]) func whatWasWrittenHereAndBecameTheCopyIsKept(
    _ haveOthersWritten: Bool
  ) throws {
    if haveOthersWritten {
      try on(desk, "quick", "Acme: slow start", "--weakness")
      try on(desk, "export", "--folder", "notes")
    }
    let theirs = try file(desk).text
    try Data("Company,Role,Notes\nAcme,Engineer,from the laptop\n".utf8).write(
      to: URL(fileURLWithPath: laptop.file("t.csv")))
    try on(laptop, "import", "t.csv", "--yes")
    try sync(laptop)
    try replace(on: laptop, with: theirs)
    try sync(laptop)
    #expect(try on(laptop, "export").out.contains("from the laptop"))
    try settle()
    let export = try on(tablet, "export").out
    #expect(export.contains("from the laptop"))
    #expect(export.contains("slow start") == haveOthersWritten)
  }

  @Test func whatWasChangedHereAndDeletedThereIsBackAndSaid() throws {
    let theirs = try deletedOnTheLaptop()
    try on(desk, "correct", "Acme", "rejected", "--on", "2026-03-05")
    try sync(desk)
    try replace(on: desk, with: theirs)
    #expect(try sync(desk).out.contains("One computer deleted what another changed, so it's back"))
    #expect(try on(desk, "export").out.contains("\"2026-03-05\""))
  }
}
