import Foundation
import TestSupport
import Testing

/// What was sent, undone, and done again, with syncs between: everybody ends with the same.
@Suite(.timed) struct SyncUndoTests {
  private let room = PrivateFolder()
  private let desk = Program()
  private let laptop = Program()

  init() throws {
    try git("init", "--quiet", "--bare", "-b", "main", room("remote.git"))
    for it in [desk, laptop] { try git("clone", "--quiet", room("remote.git"), it.file("notes")) }
    try on(desk, "add", "Acme", "Engineer")
    try on(desk, "outcome", "Acme", "rejected", "--on", "2026-03-01", "--words", "No.")
    for it in [desk, laptop] { try sync(it) }
  }

  private func git(_ arguments: String...) throws {
    let answer = try Oracle.run("git", arguments)
    #expect(answer.status == 0, "\(arguments)")
  }

  /// Each has a clock of its own, so that each draws ids of its own.
  @discardableResult
  private func on(_ program: Program, _ arguments: String...) throws -> Program.Result {
    try on(program, arguments)
  }

  @discardableResult
  private func on(_ program: Program, _ arguments: [String]) throws -> Program.Result {
    try program.run(at: program === desk ? 10 : 11, arguments)
  }

  @discardableResult
  private func sync(_ program: Program) throws -> Program.Result {
    try on(program, "sync", "notes")
  }

  private func export(_ program: Program) throws -> String { try on(program, "export").out }

  /// Something new, something changed, and a text that belongs to what is there.
  static let changes = [
    ["add", "Zeta", "Cook"], ["quick", "Acme: slow start", "--weakness"],
    ["correct", "Acme", "rejected", "--on", "2026-03-05"],
    ["feedback", "Acme", "Too slow.", "--from", "Jo"],
  ]

  @Test(arguments: changes, [false, true])
  func whatIsDoneAgainIsThereEverywhere(_ change: [String], _ othersSync: Bool) throws {
    let before = try export(desk)
    try on(desk, change)
    let after = try export(desk)
    #expect(after != before)
    try sync(desk)
    if othersSync { try sync(laptop) }
    try on(desk, "undo")
    #expect(try export(desk) == before)
    try sync(desk)
    #expect(try export(desk) == before, "a sync doesn't bring back what was undone here")
    if othersSync {
      try sync(laptop)
      #expect(try export(laptop) == before)
      try sync(desk)
    }
    try on(desk, "redo")
    #expect(try export(desk) == after)
    try sync(desk)
    try sync(laptop)
    #expect(try export(desk) == after)
    #expect(try export(laptop) == after)
    let quiet = "Nothing to sync: everything is up to date.\n"
    for it in [desk, laptop, desk] { #expect(try sync(it).out == quiet) }
    #expect(try export(laptop) == export(desk))
  }

  /// The other one has gone on writing meanwhile: both have what either wrote.
  @Test func whatOthersWroteMeanwhileStays() throws {
    try on(desk, "quick", "Acme: slow start", "--weakness")
    try sync(desk)
    try sync(laptop)
    try on(desk, "undo")
    try sync(desk)
    try on(laptop, "quick", "Acme: good questions", "--strength")
    try on(desk, "redo")
    for _ in 0..<2 { for it in [desk, laptop] { try sync(it) } }
    let export = try export(desk)
    #expect(export.contains("slow start") && export.contains("good questions"))
    #expect(try self.export(laptop) == export)
  }
}
