import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// What a table, another computer or a command brought changes the questions as what was typed does.
@Suite(.timed) struct NewsFromElsewhereTests {
  /// A silence in the middle of its debrief, with its last words answered, that a no was brought in for.
  private func desk(_ ending: Recipe.Ending = .rejected) throws -> Desk {
    let desk = try Desk(sample: false)
    var ids = IDSource(seed: 5)
    let now = desk.now
    var (change, id) = Recipe.add(
      company: "Testwerk", role: "Tester", applied: now.day.adding(days: -40), ids: &ids, now: now)
    change.operations +=
      Recipe.outcome(.silent, application: id, on: now.day, words: "", ids: &ids, now: now)
      .operations
    var (begin, debrief) = Recipe.begin(.ghosted, application: id, ids: &ids, now: now)
    (debrief.done, debrief.total) = (2, 9)
    begin.operations = [.insert(.debrief(debrief))]
    let said = Response(
      id: ids.draw(), application: id, debrief: debrief.id, item: "silence.last", answered: now
    ) { $0.value = "a call in May" }
    change.operations += begin.operations + [.insert(.response(said))]
    _ = try desk.store.apply(change, at: now)
    var archive = Archive()
    archive.append(
      .event(
        Event(
          id: ids.draw(), application: id, kind: ending.event, on: now.day,
          recorded: now.adding(seconds: 60))))
    _ = try desk.store.merge(archive, at: now)
    desk.send(.applied(Change("", [])))
    return desk
  }

  @Test func aNoThatWasBroughtInHasTheQuestionsOfOne() throws {
    let desk = try desk()
    // What the questions of a silence counted says nothing of these.
    #expect(desk.screen.contains("started") && !desk.screen.contains("2 of 9"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.app.opened?.wizard?.branch == .rejectedWithoutInterview, "\(desk.screen)")
    #expect(try desk.store.archive().debrief.first?.branch == .ghosted, "nothing is stored yet")
    try desk.command("g how␣much␣time␣do␣you␣have <enter>")
    try desk.keys("2")
    let stored = try #require(try desk.store.archive().debrief.first)
    #expect(stored.branch == .rejectedWithoutInterview && stored.total > 0, "\(desk.screen)")
    #expect(desk.app.opened?.wizard?.total == stored.total)
  }

  @Test func whatWasAnsweredBeforeIsShownInItsWords() throws {
    let desk = try desk()
    try desk.keys("<enter>")
    let last = try #require(desk.app.opened?.wizard?.entries.last)
    #expect(last.isUnknown && last.item.id == "silence.last")
    #expect(last.item.ask == "What was the last thing they said or wrote, and when?")
    #expect(desk.app.opened?.wizard?.hasStrangers == false)
  }

  /// What decides nothing leaves the questions alone.
  @Test func anOfferLeavesThem() throws {
    let desk = try desk(.offer)
    try desk.keys("<enter>")
    #expect(desk.app.opened?.wizard?.branch == .ghosted, "\(desk.screen)")
    #expect(try desk.store.archive().debrief.first?.done == 2)
  }
}
