import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Forms and what is said below them, as one meets them on the screen.
@Suite(.timed) struct CalmFormTests {
  static let sizes = [Size(30, 8), Size(80, 24), Size(120, 40)]
  private let nord = "/ nord <enter> <enter> "

  private func rows(_ desk: Desk) -> [String] {
    desk.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .dropLast()
  }

  @Test(arguments: sizes) func aDateSaysWhatItUnderstood(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("/ acme <enter> o 1 <tab>")
    #expect(desk.screen.contains("leave empty for today"), "\(desk.screen)")
    try desk.keys("yesterday")
    let yesterday = desk.now.day.adding(days: -1)
    #expect(desk.screen.contains("= \(yesterday.long)"), "\(desk.screen)")
    #expect(!desk.screen.contains("leave empty"))
    try desk.keys("<ctrl+u> in␣3␣days")
    #expect(rows(desk).joined(separator: " ").contains("happened"), "\(desk.screen)")
    try desk.keys("<ctrl+u> blue")
    #expect(desk.screen.contains("leave empty"), "\(desk.screen)")
  }

  /// A draft that is opened again says it, too.
  @Test func aDateOfADraftIsHeard() throws {
    let desk = try Desk()
    try desk.keys("/ acme <enter> o 1 <tab> yesterday <esc> o 1 <tab>")
    #expect(desk.screen.contains("= \(desk.now.day.adding(days: -1).long)"), "\(desk.screen)")
  }

  @Test(arguments: sizes) func oneLineNamesTheKeys(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("o")
    let named = rows(desk).filter { $0.contains("^S") || $0.contains("Enter") }
    #expect(named.count == 1 && named.first == rows(desk).last, "\(desk.screen)")
    #expect(rows(desk).last?.contains("Enter next") == true, "\(desk.screen)")
    try desk.keys("<esc> c <tab> <tab>")
    #expect(rows(desk).last?.contains("Enter save") == true, "\(desk.screen)")
  }

  @Test(arguments: sizes) func reasonsAreAFilterList(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys(nord + "<alt+1> a slow␣start <tab> <tab> <tab> <tab>")
    #expect(desk.screen.contains("none ▾") && !desk.screen.contains("‹"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.screen.contains("of \(desk.app.desk.content.reasons.count + 1)"))
    let reason = try #require(desk.app.desk.content.reasons.first { $0.group == .terms })
    let words = reason.title.split(separator: " ").joined(separator: "␣")
    try desk.keys("\(words)")
    let screen = rows(desk).joined(separator: " ")
    #expect(screen.contains(String(reason.title.prefix(16))), "\(desk.screen)")
    if size.width >= 80 {
      #expect(screen.contains(reason.group.label), "\(desk.screen)")
      #expect(screen.contains(String(reason.evidence.prefix(24))), "\(desk.screen)")
    }
    try desk.keys("<enter>")
    let form = try #require(desk.app.top(FormOverlay.self)?.form)
    #expect(form.values["reason"] == reason.code && form.list == nil)
  }

  @Test(arguments: sizes) func whatIsSeldomNeededIsFolded(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("a")
    #expect(!desk.screen.contains("Usual pay"), "\(desk.screen)")
    try desk.keys("Acme <shift+tab>")
    #expect(desk.screen.contains("more… (9)"), "\(desk.screen)")
    #expect(rows(desk).last?.contains("show more") == true, "\(desk.screen)")
    try desk.keys("<enter> by␣mail <esc>")
    // What was typed there is in the draft, and is seen when it is opened again.
    try desk.keys("a")
    let form = try #require(desk.app.top(FormOverlay.self)?.form)
    #expect(form.values["channelAsked"] == "by mail")
    #expect(form.values.count == 19)
    if size.height >= 24 { #expect(desk.screen.contains("by mail"), "\(desk.screen)") }
  }

  @Test(arguments: sizes) func enterSavesInAOneFieldBox(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter> <enter> T X")
    // Where there's room, Enter has the form's own word.
    let word = size.width < 40 ? "Enter save" : "Enter drop it"
    #expect(rows(desk).last?.contains(word) == true, "\(desk.screen)")
    func dropped() throws -> Int {
      try desk.store.archive().improvement.count { $0.state == .dropped }
    }
    let before = try dropped()
    try desk.keys("too␣much␣at␣once <enter>")
    #expect(try dropped() == before + 1, "\(desk.screen)")
  }

  // MARK: What is said

  @Test(arguments: sizes) func whatIsSaidLeavesTheKeys(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("a Zeta <ctrl+s>")
    let shown = rows(desk)
    #expect(shown[shown.count - 2].contains("Saved: Zeta added"), "\(desk.screen)")
    let calm = try Desk(size)
    #expect(shown.last == rows(calm).last)
    // It is quiet; what went wrong is not.
    let frame = desk.app.frame()
    let cell = frame.cells[(size.height - 2) * size.width + 1]
    #expect(cell.ink.role == .dim)
    desk.send(.failed("The disk is full."))
    let loud = desk.app.frame().cells[(size.height - 2) * size.width + 1]
    #expect(loud.ink.role == .error && rows(desk).last == rows(calm).last, "\(desk.screen)")
  }

  @Test func aSentenceMovesNoForm() throws {
    let desk = try Desk()
    try desk.keys("o")
    let before = rows(desk)
    desk.send(.failed("The disk is full."))
    let after = rows(desk)
    // The screen behind may make room for it.
    let top = try #require(before.firstIndex { $0.contains("How did it end?") })
    let end = try #require(before.firstIndex { $0.contains("╰") })
    #expect(before[top...end] == after[top...end], "\(desk.screen)")
    #expect(after[22].contains("The disk is full."))
  }

  @Test func aDeletionSaysHowToTakeItBack() throws {
    let desk = try Desk()
    try desk.keys("d y")
    #expect(desk.screen.contains("Deleted. u brings it back."), "\(desk.screen)")
    try desk.keys("u")
    #expect(desk.screen.contains("Brought back: “"), "\(desk.screen)")
  }

  @Test(arguments: sizes) func undoShowsTheRowItBringsBack(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys(nord + "<alt+4> j")
    let review = try #require(desk.app.opened)
    let turn = try #require(review.script.current(review.dossier))
    #expect(review.script.selected > 0)
    // Also where the bar went to another row.
    for away in ["d <alt+1> u", "d k k k k k k <alt+1> u"] {
      try desk.keys(away)
      let after = try #require(desk.app.opened)
      #expect(after.focus == .script)
      #expect(after.script.current(after.dossier)?.id == turn.id, "\(desk.screen)")
      #expect(desk.screen.contains("Brought back"), "\(desk.screen)")
    }
  }

  @Test(arguments: sizes) func undoShowsTheQuestionItAnswered(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys(nord)
    let wizard = try #require(desk.app.opened?.wizard)
    let here = desk.app.opened?.checklist.entry(wizard)?.item.id
    let entry = try #require(
      wizard.entries.last { $0.item.kind == .text && $0.response != nil && $0.item.id != here })
    let change = wizard.answer(entry, value: "changed my mind", id: ID("new"), now: desk.now)
    desk.send(.applied(try desk.store.apply(change, at: desk.now)))
    try desk.keys("<alt+1> u")
    let after = try #require(desk.app.opened)
    #expect(after.focus == .checklist)
    #expect(after.checklist.entry(after.wizard)?.item.id == entry.item.id, "\(desk.screen)")
  }

  // MARK: Two lists

  @Test(arguments: sizes) func somethingThatHeldYouBackIsNoStrengthUnasked(_ size: Size) throws {
    for (key, kind) in [("-", Finding.Kind.weakness), ("+", .strength)] {
      let desk = try Desk(size)
      try desk.keys("/ kestrel <enter> <enter> <enter> <alt+2>")
      let dossier = try #require(desk.app.opened?.dossier)
      let at = try #require(
        dossier.feedback.firstIndex { it in
          let words = it.next(.strength, dossier.findings).words
          return it.received != nil && it.three.contains { $0.text == words }
        })
      let words = try #require(dossier.feedback[at].next(.strength, dossier.findings).words)
      try desk.keys("<home>" + String(repeating: " j", count: at) + " +")
      #expect(desk.screen.contains("Which list"), "\(desk.screen)")
      try desk.keys(key)
      if desk.screen.contains("What else could explain it?") { try desk.keys("<enter>") }
      let reply = dossier.feedback[at].id
      let made = try desk.store.archive().finding.first {
        $0.statement == words && $0.evidence == Evidence(.feedback, reply)
      }
      #expect(made?.kind == kind, "\(desk.screen)")
    }
  }

  // MARK: The box that asks what else could explain it

  @Test(arguments: sizes) func theBoxSaysWhatItsKeysDo(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys(nord + "<alt+1> h h m")
    let screen = rows(desk).map { $0.filter { !"│╭╮╰╯─".contains($0) } }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(screen.contains("What else could explain it?"), "\(desk.screen)")
    #expect(screen.contains("Enter: nothing comes to mind. Esc: change nothing."), "\(screen)")
    try desk.keys("late")
    #expect(desk.screen.contains("Enter: add it."), "\(desk.screen)")
  }

  @Test func theNextDigitGoesPastTheBox() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+1> h h")
    let review = try #require(desk.app.opened)
    let strength = try #require(review.findings.current(review.dossier))
    try desk.keys("m 2")
    #expect(desk.app.overlays.isEmpty, "\(desk.screen)")
    let moved = try #require(try desk.store.archive().finding.first { $0.id == strength.id })
    #expect(moved.kind == .weakness && moved.rival == VerdictReasons.nothingElse)
    // What begins with a letter is an answer.
    try desk.keys("u m it␣was␣2␣hours␣late <enter>")
    let again = try #require(try desk.store.archive().finding.first { $0.id == strength.id })
    #expect(again.rival == "it was 2 hours late")
  }
}
