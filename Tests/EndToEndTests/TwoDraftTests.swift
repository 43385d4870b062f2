import DebriefModel
import DebriefStore
import Foundation
import TestSupport
import Testing

@testable import DebriefRunner
@testable import debrief

/// What is half typed in two windows, and what a window that died had half typed.
@Suite(.timed) struct TwoDraftTests {
  let home: PrivateHome

  init() throws {
    home = try PrivateHome()
    #expect(try home.run(["add", "Nordlicht", "Engineer"]).status == 0)
  }

  private func drafts() throws -> [String] {
    try home.drafts().compactMap { $0.fields["text"] }.sorted()
  }

  @Test func eachWindowKeepsItsOwn() throws {
    let (left, right) = (try Window(home.database), try Window(home.database))
    try left.keys("c\n:type left\n")
    left.pause()
    try right.keys("c\n:type right\n")
    right.pause()
    #expect(try drafts() == ["left", "right"])
    // What one saves does not take the other's away.
    try right.keys("<ctrl+s>")
    #expect(try drafts() == ["left"])
    try left.keys(":type  and more\n")
    left.pause()
    #expect(try drafts() == ["left and more"])
    try left.keys("<ctrl+s>")
    #expect(try drafts().isEmpty)
    #expect(try home.archive().note.map(\.text).sorted() == ["left and more", "right"])
  }

  /// Every order in which two windows pause, save and leave the same form.
  @Test(arguments: 0..<36) func noOrderLosesAWord(_ number: Int) throws {
    let (left, right) = (try Window(home.database), try Window(home.database))
    try left.keys("c\n:type LEFT\n")
    try right.keys("c\n:type RIGHT\n")
    let does: [(Window) throws -> Void] = [
      { $0.pause() }, { try $0.keys("<ctrl+s>") }, { try $0.keys("<esc>") },
    ]
    // A pause, then an end, of each; whose comes first is the number's.
    let first = number % 2 == 0 ? left : right
    let second = number % 2 == 0 ? right : left
    let (a, b, c) = ((number / 2) % 3, (number / 6) % 3, (number / 18) % 2 + 1)
    try does[a](first)
    try does[b](second)
    if a == 0 { try does[c](first) }
    if b == 0 { try does[3 - c](second) }
    try left.die()
    try right.die()
    let kept = try drafts() + home.archive().note.map(\.text)
    #expect(kept.sorted() == ["LEFT", "RIGHT"], "\(number): \(kept)")
  }

  @Test func whatALivingWindowTypesIsOfferedToNobody() throws {
    let left = try Window(home.database)
    try left.keys("c\n:type still typing\n")
    left.pause()
    let right = try Window(home.database)
    #expect(!right.screen.contains("You were typing"))
    try right.keys("c")
    #expect(!right.screen.contains("still typing"))
    try right.keys("<esc> R")
    #expect(right.screen.contains("There's nothing to continue."))
    try left.keys("<ctrl+s>")
    #expect(try home.archive().note.map(\.text) == ["still typing"])
  }

  @Test func whatADeadWindowTypedIsTakenOnceWhileAnotherLives() throws {
    let alive = try Window(home.database)
    try alive.keys("c\n:type of the living\n")
    alive.pause()
    let dead = try Window(home.database)
    try dead.keys("c\n:type of the dead\n")
    dead.pause()
    try dead.die()
    let first = try Window(home.database)
    #expect(first.screen.contains("There's unsaved text: a note"))
    let second = try Window(home.database)
    #expect(!second.screen.contains("unsaved text"))
    try second.keys("R")
    #expect(second.screen.contains("There's nothing to continue."))
    try first.keys("R")
    #expect(first.screen.contains("of the dead"))
    try first.keys("<ctrl+s>")
    #expect(try drafts() == ["of the living"])
    try alive.keys("<ctrl+s>")
    #expect(
      try home.archive().note.map(\.text).sorted() == ["of the dead", "of the living"])
  }

  @Test func whatTwoDeadWindowsTypedInOneFormIsOfferedOneAfterTheOther() throws {
    for text in ["one", "two"] {
      let window = try Window(home.database)
      // Without touching what the window before left.
      let other = try Window(home.database)
      try other.keys("c <ctrl+x>\n:type \(text)\n")
      other.pause()
      if text == "one" { try window.die() }
      try other.die()
      if text == "two" { try window.die() }
    }
    let left = Set(try drafts())
    guard left == ["one", "two"] else { return }
    let next = try Window(home.database)
    try next.keys("R <ctrl+s>")
    try next.keys("R <ctrl+s>")
    #expect(try drafts().isEmpty)
    #expect(Set(try home.archive().note.map(\.text)) == ["one", "two"])
  }

  /// What others changed while it lay there stays, where it was not typed over.
  @Test func aDraftIsSavedOverWhatWasSeenWhenItWasTyped() throws {
    let dead = try Window(home.database)
    try dead.keys("e <tab> <end>\n:type  of platforms\n")
    dead.pause()
    try dead.die()
    let other = try Window(home.database)
    // The other window has the draft now, and edits something else of the same past it.
    try other.store.apply(
      {
        let it = try home.archive().application[0]
        var next = it
        (next.company, next.role, next.link) = ("Nordlicht AG", "Lead", "https://example.org")
        return Change("edit", [.update(from: .application(it), to: .application(next))])
      }(), at: try #require(Moment(iso: "2026-03-21T10:00:00Z")))
    try other.keys("R <ctrl+s>")
    let kept = try home.archive().application[0]
    #expect(kept.company == "Nordlicht AG")
    #expect(kept.link == "https://example.org")
    #expect(kept.role == "Lead — also: Engineer of platforms")
    #expect(other.said.contains("Another window changed the role too."), "\(other.said)")
  }

  // MARK: The private note

  @Test func bothPrivateNotesAreKept() throws {
    let (left, right) = (try Window(home.database), try Window(home.database))
    try left.keys("<enter> B\n:type LEFT\n")
    try right.keys("<enter> B\n:type RIGHT\n")
    left.pause()
    right.pause()
    try left.keys(":type  more\n")
    left.pause()
    try right.keys(":type  still\n")
    try left.keys("<esc>")
    try right.keys("<esc>")
    let owner = try home.archive().application[0].id
    #expect(
      try home.store { try $0.privateNote(owner)?.text } == "LEFT more\n— also: RIGHT still")
    #expect(right.said.contains("Another window changed this private note too."))
    #expect(
      right.said.contains("Both versions are kept, the other window's first."), "\(right.said)")
  }

  /// All orders of pauses and ends of two that type in one private note.
  @Test(arguments: 0..<16) func noOrderLosesAPrivateWord(_ number: Int) throws {
    let owner = try home.archive().application[0].id
    if number & 8 != 0 {
      let store = try Store(path: home.database)
      try store.save(
        PrivateNote(
          application: owner, text: "before",
          recorded: TestClock.morning)
      )
      try store.close()
    }
    let (left, right) = (try Window(home.database), try Window(home.database))
    try left.keys("<enter> B <ctrl+end>")
    try right.keys("<enter> B <ctrl+end>")
    left.type(" L1")
    if number & 1 != 0 { left.pause() }
    right.type(" R1")
    if number & 2 != 0 { right.pause() }
    left.type(" L2")
    try (number & 4 != 0 ? left : right).keys("<esc>")
    try (number & 4 != 0 ? right : left).keys("<esc>")
    let text = try home.store { try $0.privateNote(owner)?.text } ?? ""
    #expect(text.contains("L1 L2") && text.contains("R1"), "\(number): \(text)")
    #expect(text.components(separatedBy: "L1").count == 2, "\(number): \(text)")
    #expect(text.components(separatedBy: "R1").count == 2, "\(number): \(text)")
  }

  @Test func aPrivateNoteOfADeletedJobStaysUntilTheJobIsBack() throws {
    let (left, right) = (try Window(home.database), try Window(home.database))
    try right.keys("<enter> B\n:type only here\n")
    try left.keys("d y")
    try right.keys("<esc>")
    #expect(right.screen.contains("only here"))
    #expect(right.said.contains("This isn't saved"), "\(right.said)")
    // On file it is not: deleting a job deletes its private note.
    #expect(try left.store.hiddenPrivateNotes() == 0)
    // The job is back, and so the note has its place.
    try left.keys("u")
    try right.keys("<enter> <esc>")
    let id = try home.archive().application[0].id
    #expect(try home.store { try $0.privateNote(id)?.text } == "only here")
  }
}
