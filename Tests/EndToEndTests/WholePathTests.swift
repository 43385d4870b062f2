import DebriefModel
import Foundation
import Glibc
import TestSupport
import Testing

/// What the program is for, by keys alone, from the empty store to the page.
@Suite(.timed) struct WholePathTests {
  @Test func aRefusalIsDebriefedByKeysAlone() throws {
    let home = try PrivateHome(now: TestClock.text)
    let run = try home.opened()
    #expect(run.screen.shows("Nothing here yet."))
    #expect(run.isOn(1049))
    #expect(run.isOn(2004))

    try run.type("a", until: "Add an application")
    try run.enter("Nordlicht")
    try run.type(Keys.tab)
    try run.enter("Platform engineer")
    try run.type(Keys.tab, "2 mar", Keys.tab)
    try run.enter("9 mar 10:00")
    try run.type(Keys.save, until: "applied Mon 2 March 2026; interview Mon 9 March")

    try run.type("o", until: "How did it end?")
    try run.type("1", Keys.tab, Keys.tab)
    try run.enter("We regret to tell you")
    try run.type(Keys.save, until: "go through it together")

    try run.type(Keys.enter, until: "How much time do you have?")
    try run.type("3", until: "Here's what they said")
    try run.type(Keys.enter, until: "They gave no reason")
    try run.type(Keys.enter, until: "How did they say no?")
    try run.type("2", until: "Add to what was outside")
    try run.type(Keys.enter, until: "Who told you?")

    try run.type("\u{1b}2a", until: "What they said")
    try run.enter("Ines Kahl")
    try run.type(Keys.tab, Keys.tab, Keys.tab)
    try run.enter("Strong field; unsure about failure modes.")
    try run.type(Keys.save, until: "Saved")

    try run.type("1hha", until: "Add a strength")
    try run.enter("told the outage story with numbers")
    try run.type(Keys.save, until: "Saved.")

    try run.type("p", until: "What went well")
    try run.type("pq", until: "Debriefs")
    try run.type("q")
    #expect(try run.end() == .exited(0))
    #expect(run.damage == [])

    let archive = try home.archive()
    #expect(archive.application.map(\.company) == ["Nordlicht"])
    #expect(archive.event.contains { $0.kind == .refused && $0.words == "We regret to tell you" })
    #expect(Set(archive.response.map(\.item)).isSuperset(of: ["refusal.words", "refusal.kind"]))
    #expect(
      archive.finding.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.outside, .strength])
    #expect(archive.feedback.first?.verbatim == "Strong field; unsure about failure modes.")
    #expect(try home.store { try $0.check() } == [])
  }

  @Test func theSampleDataCanBeLookedAtAndTakenOut() throws {
    let home = try PrivateHome(now: TestClock.text)
    let demo = try home.open(["--demo"])
    try demo.waitFor("8 applications")
    try demo.quit()
    #expect(access(home.database, F_OK) != 0)
    let run = try home.opened()
    try run.type("S", until: "8 applications")
    try run.type("u", until: "Nothing here yet.")
    try run.quit()
    #expect(try home.archive().application == [])
    let left = try FileManager.default.contentsOfDirectory(atPath: home.folder + "/run")
    #expect(left == [], "the copy of the sample data is thrown away")
  }

  @Test func theWindowCanHaveAnySize() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused("Nordlicht")
    let run = try home.opened()
    try run.wait("what is to do") { run.screen.shows("To do") }
    let first = run.screen.text
    for (columns, rows) in [(120, 40), (30, 8), (1, 1), (500, 200), (19, 5), (20, 5), (80, 24)] {
      run.resize(columns: columns, rows: rows)
      try run.wait("a screen of \(columns)x\(rows)") {
        let last = run.screen.row(rows - 1)
        if columns < 20 { return "T…".contains(run.screen.row(0).first ?? " ") }
        // Where a second key would take the room of the sign, only the first one stands there.
        return (last.contains("a add") || columns == 20 && last.contains("Enter debrief …"))
          && run.screen.shows("Nordl")
      }
    }
    #expect(run.screen.text == first)

    try run.type("a", until: "Add an application")
    try run.enter("Half")
    for (columns, rows) in [(30, 8), (1, 1), (200, 60), (80, 24)] {
      run.resize(columns: columns, rows: rows)
      try run.wait("the form at \(columns)x\(rows)") {
        columns == 1
          ? run.screen.row(0) == "…"
          : run.screen.row(rows - 1).contains("save")
            && run.screen.shows("Half")
      }
    }
    try run.enter(" Moon")
    try run.type(Keys.save, until: "Saved: Half Moon added.")
    try run.quit()
    #expect(run.damage == [])
  }

  @Test func escapeActsByItself() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    try run.type("a", until: "Add an application")
    try run.type(Keys.escape)
    try run.waitUntilGone("Add an application")
    try run.type("?", until: "j k scroll")
    try run.type(Keys.escape)
    try run.waitUntilGone("j k scroll")
    try run.quit()
  }

  @Test func anUpperCaseQLeavesFromEverywhere() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let run = try home.opened()
    try run.type(Keys.enter, until: "go through it together")
    try run.quit()
    #expect(run.damage == [])
  }
}
