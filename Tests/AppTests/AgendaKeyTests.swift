import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Every key of the agenda, the inbox and the people: one change each, and undo takes it back.
@Suite(.timed) struct AgendaKeyTests {
  private func select(_ kind: AgendaEntry.Kind, _ desk: Desk) throws {
    let index = try #require(desk.app.desk.due.agenda.firstIndex { $0.kind == kind })
    for _ in 0..<index { try desk.keys("j") }
    #expect(desk.app.dueEntry?.kind == kind)
  }

  @Test(arguments: ["<tab>", "D"]) func doneMoveAndDrop(_ way: String) throws {
    let desk = try Desk()
    try desk.keys(way)
    try select(.reply, desk)
    #expect(try change(desk, "x").mark.first?.action == .done)
    #expect(try change(desk, "X").mark.first?.action == .dropped)
    #expect(try change(desk, "> 2").mark.first?.until == Day(2026, 3, 23))
    #expect(try change(desk, "> 5 1␣apr <enter>").mark.first?.until == Day(2026, 4, 1))
  }

  @Test func whatIsDoneIsGoneAndTheTitleCounts() throws {
    let desk = try Desk()
    let urgent = desk.app.desk.due.entries.filter(\.urgent)
    #expect(urgent.count { $0.due.day < desk.now.day } == 3 && urgent.count == 5)
    #expect(desk.screen.contains("3 late · 2 due today"))
    try desk.keys("<tab>")
    try select(.reply, desk)
    let isLate = try #require(desk.app.dueEntry).due.day < desk.now.day
    try desk.keys("x")
    #expect(!desk.app.desk.due.agenda.contains { $0.kind == .reply })
    #expect(desk.screen.contains(isLate ? "2 late · 2 due today" : "3 late · 1 due today"))
    try desk.keys("u")
    #expect(desk.screen.contains("3 late · 2 due today"))
  }

  @Test func aDayThatIsPastIsRefused() throws {
    let desk = try Desk()
    try desk.keys("D j > 5 2025-01-01 <enter>")
    #expect(desk.screen.contains("isn't a date in the future"))
    #expect(try desk.store.archive().mark.isEmpty)
  }

  @Test func factsAreWrittenDownAsFacts() throws {
    let desk = try Desk()
    try desk.keys("<tab>")
    try select(.thanks, desk)
    let thanked = try change(desk, "x").event.filter {
      $0.kind == .thanked && $0.recorded == desk.now
    }
    #expect(thanked.count == 1 && thanked.first?.interview != nil && thanked.first?.person != nil)
    try desk.keys("g")
    try select(.silence, desk)
    #expect(try change(desk, "x").event.contains { $0.kind == .silent && $0.recorded == desk.now })
    // Enter leads there and asks; only a yes concludes.
    try desk.keys("<enter>")
    #expect(desk.app.screen == .review && desk.screen.contains("as a no?"))
    #expect(!desk.screen.contains("Done."))
    #expect(try change(desk, "y").event.contains { $0.kind == .silent })
  }

  @Test func withoutASelectionTheKeysSayWhy() throws {
    let desk = try Desk()
    try desk.keys("x")
    #expect(desk.screen.contains("Tab goes to your to-dos"))
    let empty = try Desk(sample: false)
    try empty.keys("D x")
    #expect(empty.screen.contains("nothing to do right now"))
  }

  private func captured() throws -> Desk {
    let desk = try Desk()
    desk.send(.input(.paste("spoke too fast about the outage")))
    try desk.keys("<ctrl+s>")
    return desk
  }

  @Test func capturedNotesAreTheFirstLine() throws {
    let desk = try captured()
    #expect(desk.app.desk.due.agenda.first?.kind == .sort)
    #expect(desk.screen.contains("2 notes to file"))
    #expect(desk.screen.contains("3 late · 2 due today"))
    try desk.keys("<tab> <enter>")
    #expect(desk.screen.contains("spoke too fast"))
    try desk.keys("<esc> o")
    #expect(desk.screen.contains("Enter files them"))
  }

  @Test func notesAreSorted() throws {
    let desk = try captured()
    try desk.keys("I G")
    let placed = try change(desk, "<enter> nord <enter>")
    let nord = try #require(placed.application.first { $0.company == "Nordlicht" }).id
    #expect(placed.note.contains { $0.application == nord && $0.text.contains("outage") })
    let strong = try change(desk, "+ nord <enter>")
    #expect(strong.finding.contains { $0.kind == .strength && $0.statement.contains("outage") })
    let weak = try change(desk, "- nord <enter> <enter>")
    #expect(
      weak.finding.contains { $0.application == nord && $0.statement.contains("too fast") })
    let turns = try change(desk, "t nord <enter>").turn.filter { $0.application == nord }
    let turn = try #require(turns.first { $0.answer.contains("too fast") })
    #expect(turns.allSatisfy { $0.id == turn.id || $0.position < turn.position })
    #expect(try !change(desk, "d").note.contains { $0.text.contains("outage") })
  }

  @Test func notesOfAnApplicationAreSortedThere() throws {
    let desk = try captured()
    try desk.keys("I G m nord <enter> <esc> / nord <enter> <enter> <alt+4>")
    #expect(!desk.screen.contains("to file") && desk.screen.contains("I 1 note"))
    try desk.keys("I")
    let after = try change(desk, "- <enter>")
    #expect(after.finding.contains { $0.statement.contains("too fast") })
  }

  /// What was captured for an application waits on the first screen, too, under its company.
  @Test func whatWaitsIsSeenWhereverItWasCaptured() throws {
    let desk = try Desk()
    let nord = try #require(
      try desk.store.archive().application.first { $0.company == "Nordlicht" }
    ).id
    try desk.keys("c slow␣start <tab> <tab> nord <ctrl+s>")
    #expect(desk.screen.contains("2 notes to file"))
    try desk.keys("I")
    #expect(desk.screen.contains("slow start") && desk.screen.contains("· Nordlicht"))
    try desk.keys("G")
    // It has its place: nobody is asked where it belongs.
    let strong = try change(desk, "+")
    #expect(strong.finding.contains { $0.application == nord && $0.statement == "slow start" })
    let turn = try change(desk, "t").turn
    #expect(turn.contains { $0.application == nord && $0.answer == "slow start" })
    // Kept as a note it waits no longer, here or there, and is still found there.
    try desk.keys("<enter>")
    #expect(!desk.screen.contains("slow start"), "\(desk.screen)")
    #expect(desk.app.desk.due.inboxEntry?.text == "1 note to file")
    try desk.keys("<esc> / nord <enter> <enter> <alt+4>")
    #expect(desk.screen.contains("I 1 note") && !desk.screen.contains("to file"))
    try desk.keys("I")
    #expect(desk.screen.contains("slow start") && desk.screen.contains("· Nordlicht, filed"))
    // From there it can go elsewhere.
    let moved = try change(desk, "<enter> acme <enter>")
    #expect(moved.note.contains { $0.text == "slow start" && $0.application != nord })
  }

  /// What is next for an application comes up by itself and is not sorted.
  @Test func whatIsNextIsNoNoteToSort() throws {
    let desk = try Desk()
    var ids = IDSource(seed: 5)
    let id = try #require(desk.app.home.rows.first).application.id
    try desk.store.apply(
      Recipe.next("ring them", on: desk.now.day, application: id, ids: &ids, now: desk.now),
      at: desk.now)
    #expect(!(try desk.store.waitingNotes().contains { $0.note.text == "ring them" }))
  }

  /// Home marks a late note as the application's own inbox does, and what addresses the application
  /// is no part of the finding.
  @Test func aNoteIsTheSameInBothInboxes() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("c nordlicht:␣slow␣start <ctrl+s>")
    let note = try #require(try desk.store.archive().note.first { $0.text.hasSuffix("slow start") })
    let id = try #require(note.application)
    let late = try #require(try desk.store.dossier(id)?.lateness(note))
    try desk.keys("I")
    #expect(desk.screen.contains("· Nordlicht · \(late)"), "\(desk.screen)")
    let place = try #require(desk.app.desk.due.inbox.firstIndex { $0.note.id == note.id })
    try desk.keys(String(repeating: "j ", count: place) + "- <enter>")
    #expect(try desk.store.archive().finding.contains { $0.statement == "slow start" })
  }

  @Test func captureTakesACompany() throws {
    let desk = try Desk()
    try desk.keys("c slow␣start <tab> <tab> nord <ctrl+s>")
    let note = try #require(try desk.store.archive().note.first { $0.text == "slow start" })
    #expect(note.application != nil)
    try desk.keys("c other <tab> <tab> nobody <ctrl+s>")
    #expect(desk.screen.contains("None of your latest"))
  }

  @Test func peopleAreAddedEditedAndFound() throws {
    let desk = try Desk()
    try desk.keys("P")
    #expect(desk.app.desk.contacts.count > 3)
    #expect(try change(desk, "a Zoe␣New <ctrl+s>").person.contains { $0.name == "Zoe New" })
    let name = try #require(desk.app.desk.contacts.first?.person.name)
    #expect(try change(desk, "e <tab> <tab> Elsewhere <ctrl+s>").person != [])
    #expect(desk.screen.contains(name))
    try desk.keys("/ ines")
    #expect(desk.app.desk.contacts.allSatisfy { $0.person.name.lowercased().contains("ines") })
    #expect(desk.app.desk.contacts.contains { !$0.history.isEmpty })
    try desk.keys("<enter> <enter>")
    #expect(desk.app.screen == .review)
  }

  /// Who and what is known is said where its name is typed, and goes with it (A85).
  @Test func whatIsKnownIsSaidWhileItIsTyped() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("a Nordlich")
    #expect(!desk.screen.contains("You applied there"), "\(desk.screen)")
    try desk.keys("t")
    #expect(desk.screen.contains("You applied there before (Platform engineer)."), "\(desk.screen)")
    try desk.keys("<backspace>")
    #expect(!desk.screen.contains("You applied there"), "\(desk.screen)")
    try desk.keys("<ctrl+u> Neuwerk <ctrl+s> <enter> i <tab> <tab> <tab> <tab> Ines␣Kahl,␣Jo")
    #expect(desk.screen.contains("You know Ines Kahl from Nordlicht."), "\(desk.screen)")
    // Whoever was met in another round of the same application is no news.
    let other = try Desk(Size(120, 40))
    try other.keys("/ nord <enter> <enter> i <enter> <tab> <tab> <tab> <tab>")
    #expect(!other.screen.contains("You know"), "\(other.screen)")
  }

  @Test func aKnownCompanyIsSaidWhenItIsAddedAgain() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys("a Nordlicht <ctrl+s>")
    #expect(desk.screen.contains("you applied there before"), "\(desk.screen)")
  }

  @Test func gladIsAskedAndKept() throws {
    let desk = try Desk(Size(100, 40))
    desk.now = desk.now.adding(seconds: 90 * 86400)
    desk.send(.changedOutside)
    let index = try #require(desk.app.desk.due.agenda.firstIndex { $0.kind == .glad })
    try desk.keys("D" + String(repeating: " j", count: index))
    let after = try change(desk, "x <enter>")
    #expect(after.application.contains { $0.glad == true })
    #expect(after.mark.first?.action == .done)
    #expect(try change(desk, "x j <enter>").application.contains { $0.glad == false })
  }
}
