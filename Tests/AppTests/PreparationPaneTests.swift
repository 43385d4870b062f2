import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The pane of the time before the talk: keys in, changes out.
@Suite(.timed) struct PreparationPaneTests {
  private let acme = "/ acme <enter> <enter> <alt+5>"

  private func entries(_ desk: Desk) throws -> [Preparation] {
    try desk.store.archive().preparation
  }

  @Test func everyKeyIsOneChangeThatUndoTakesBack() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys(acme + " / references <enter> <space>")
    let sent = try entries(desk).first { $0.text.hasPrefix("Two references") }
    #expect(sent?.state == .done && sent?.done == desk.now.day)
    try desk.keys("<space> -")
    let missed = try desk.store.archive().finding.first { $0.reason == "R-INSTR" }
    #expect(missed?.statement == "Didn't send on time: Two references, with phone numbers")
    #expect(missed?.tier == .observed && missed?.phase == .before)
    try desk.keys("-")
    #expect(desk.screen.contains("That's already in what didn't go well"))
    try desk.keys("d")
    #expect(try entries(desk).count == before.preparation.count - 1)
    try desk.keys("u u u u")
    #expect(try desk.store.archive() == before)
  }

  @Test func anEmptyListAsksForTheKindAndAGroupDoesNot() throws {
    let desk = try Desk()
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+5> g a")
    #expect(desk.screen.contains("What do you want to add?"))
    try desk.keys("<enter> Bring␣a␣pen <ctrl+s>")
    #expect(try entries(desk).contains { $0.kind == .instruction && $0.text == "Bring a pen" })
    try desk.keys("a Bring␣paper <ctrl+s> <space>")
    let paper = try entries(desk).first { $0.text == "Bring paper" }
    #expect(paper?.kind == .instruction && paper?.state == .done)
  }

  @Test func theCompanyFormOffersThePromptsThatAreFree() throws {
    let desk = try Desk()
    // The file is full but for what is taken out of it here.
    try desk.keys(
      acme + " / no␣store␣runs <enter> d / company <enter> a counts␣anvils <ctrl+s>")
    let it = try entries(desk).first { $0.detail == "counts anvils" }
    #expect(it?.text == "mission" && it?.kind == .company)
    // Only what stood before the first talk counts.
    #expect(desk.screen.contains("67% when the interview"))
  }

  @Test func theBankGivesWhatTheGroupNeeds() throws {
    let desk = try Desk()
    try desk.keys(acme + " / five <esc> G b five <enter>")
    let added = try entries(desk).first { $0.text.contains("five years") }
    #expect(added?.kind == .answer && added?.state == .open)
    try desk.keys("/ your␣questions <enter> b work␣here <enter>")
    #expect(
      try entries(desk).contains { $0.kind == .question && $0.text.contains("to work here") })
    try desk.keys("b who␣had␣this <enter>")
    #expect(desk.screen.contains("already on your list"))
  }

  /// In the five latest interviews of the sample somebody asked about five years, and nobody what one is proud of.
  @Test func whatNobodyAsksAnymoreComesLast() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(acme + " G b most␣proud")
    #expect(desk.screen.contains("not asked in your last 5 interviews"), "\(desk.screen)")
    try desk.keys("<esc> b five␣years")
    #expect(desk.screen.contains("Where do you see yourself"), "\(desk.screen)")
    #expect(!desk.screen.contains("not asked in your last"), "\(desk.screen)")
  }

  @Test func aTalkByVideoAddsTheTestOfTheConnection() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter> i")
    try desk.keys("<tab> <tab> 2026-03-25␣10:00 <tab> v <ctrl+s>")
    let added = try entries(desk)
    #expect(added.map(\.text) == ["test the video call"], "\(desk.screen)")
    #expect(added.first?.due == Day(2026, 3, 24))
    try desk.keys("u")
    #expect(try entries(desk).isEmpty)
    #expect(try desk.store.archive().interview.isEmpty)
  }

  @Test func whatOthersTaughtIsReadOnceAndOnlyForThePane() throws {
    var app = App(size: Size(80, 24), now: Moment(seconds: 0), ids: IDSource(seed: 1))
    let own = Application(id: ID("own"), created: Moment(seconds: 0)) { $0.company = "Own" }
    #expect(app.open(Dossier(own), now: Moment(seconds: 0)) == [])
    let asked = app.handle(.input(.key(.alt("5"))), now: Moment(seconds: 0))
    #expect(asked == [.loadTeachings(ID("own"))])
    #expect(app.handle(.input(.key(.char("j"))), now: Moment(seconds: 0)) == [])
    var teachings = Teachings()
    teachings.lessons = [
      .init(
        Debrief(
          id: ID("d"), application: ID("x"), branch: .ghosted, started: Moment(seconds: 0)
        ) { $0.lesson = "Ask early" }, company: "Else")
    ]
    _ = app.handle(.teachings(teachings, ID("another")), now: Moment(seconds: 0))
    #expect(!app.frame().text.contains("Ask early"))
    _ = app.handle(.teachings(teachings, ID("own")), now: Moment(seconds: 0))
    #expect(app.frame().text.contains("Ask early (Else)"))
    let again = app.open(Dossier(own), now: Moment(seconds: 0))
    #expect(again == [.loadTeachings(ID("own"))])
  }

  /// That one applied there before stays visible, in the preparation and where everything stands (A85).
  @Test func anEarlierApplicationToTheCompanyIsSaidInTheOpenOne() throws {
    let desk = try Desk(Size(100, 40), sample: false)
    var ids = IDSource(seed: 3)
    func add(_ role: String, _ applied: Day) throws -> ID {
      let (change, id) = Recipe.add(
        company: "Nordwerk", role: role, applied: applied, interview: nil, ids: &ids, now: desk.now)
      try desk.store.apply(change, at: desk.now)
      return id
    }
    let first = try add("Data engineer", desk.now.day.adding(days: -300))
    try desk.store.apply(
      Change(
        "no",
        [
          .insert(
            .event(
              Event(
                id: ids.draw(), application: first, kind: .refused,
                on: desk.now.day.adding(days: -280), recorded: desk.now)))
        ]), at: desk.now)
    _ = try add("Analyst", desk.now.day.adding(days: -3))
    desk.send(.changedOutside)
    let said = "You applied here before: Data engineer, "
    try desk.keys("/ analyst <enter> <enter> <alt+5> z")
    #expect(desk.screen.contains(said), "\(desk.screen)")
    #expect(desk.screen.contains("they said no."), "\(desk.screen)")
    try desk.keys("<alt+a>")
    #expect(desk.screen.contains(said), "\(desk.screen)")
  }

  @Test func aHalfTypedEntryIsADraftOfItsKind() throws {
    let desk = try Desk()
    try desk.keys(acme + " / résumé␣says <enter> a Half␣a␣claim <esc>")
    let scope = try #require(try desk.store.drafts().first?.scope)
    let purpose = try #require(FormPurpose(scope: scope))
    #expect(purpose.scope == scope && purpose.label == "a résumé claim")
    try desk.keys("R <ctrl+s>")
    let added = try entries(desk).first { $0.text == "Half a claim" }
    #expect(added?.kind == .claim && added?.state == .needsProof)
  }

  @Test func dressAndPayAndChannelLeadToWhereTheyAreWritten() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(acme + " / dress <enter> e")
    #expect(desk.screen.contains("Edit round 2"))
    try desk.keys("<esc> -")
    #expect(desk.screen.contains("This works for something you missed"))
    try desk.keys("/ channel <enter> e")
    #expect(desk.screen.contains("Edit the application"))
  }

  @Test func dressThatNobodyAskedAboutIsAWeakness() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <tab> <tab> <tab> yesterday <ctrl+s> <enter> <alt+5> / dress <enter>")
    #expect(desk.screen.contains("no note on what people wore"), "\(desk.screen)")
    try desk.keys("-")
    let found = try desk.store.archive().finding.first
    #expect(found?.statement == "Didn't know what people wear there")
    #expect(found?.reason == "R-LOOK" && found?.phase == .before)
  }

  @Test func theAgendaLeadsHere() {
    #expect(AgendaEntry.Kind.prepare.pane == .preparation)
  }

  @Test func theLayoutOfTheOthersStays() {
    for size in [Size(200, 20), Size(120, 40)] {
      let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
      let usual = ReviewLayout(area, focus: .script, left: .script, zoomed: false)
      let here = ReviewLayout(area, focus: .preparation, left: .preparation, zoomed: false)
      #expect(usual.panes.map(\.rect) == here.panes.map(\.rect))
      let expected = usual.panes.map { $0.pane == .script ? .preparation : $0.pane }
      #expect(here.panes.map(\.pane) == expected)
    }
  }

  @Test func aWeakAnswerIsInTheBankAsOnesOwnQuestion() throws {
    let desk = try Desk(Size(120, 40))
    let weak = try #require(
      try desk.store.archive().turn.first { ($0.rating ?? 5) <= 2 && $0.asker == .them })
    try desk.keys("/ acme <enter> <enter> <alt+5> G b")
    #expect(desk.screen.contains(String(weak.question.prefix(30))), "\(desk.screen)")
    #expect(desk.screen.contains("yours, "), "\(desk.screen)")
    for word in weak.question.split(separator: " ").prefix(3) { try desk.keys("\(word)␣") }
    try desk.keys("<enter>")
    let added = try #require(
      try desk.store.archive().preparation.first { $0.text == weak.question && $0.kind == .answer })
    #expect(added.detail == weak.better)
    #expect(desk.screen.contains("Added"), "\(desk.screen)")
  }

  @Test func fitIsListedInOneKeyAndRatedByTheClock() throws {
    let desk = try Desk()
    try desk.keys("a Zeta <tab> <tab> <tab> tomorrow␣10:00 <ctrl+s> <enter> <alt+5>")
    let listed = try change(desk, "f").preparation.filter { $0.kind == .fit }
    #expect(listed.count == 4)
    try desk.keys("f r 3")
    var it = try #require(desk.store.archive().preparation.first { $0.before != nil })
    #expect(it.before == 3 && it.after == nil)
    try desk.keys("f")
    #expect(desk.screen.contains("all on your list"))
    // Once the talk has begun the first view stays as it was.
    desk.now = desk.now.adding(seconds: 2 * 86400)
    try desk.keys("r 5")
    it = try #require(desk.store.archive().preparation.first { $0.before != nil })
    #expect(it.before == 3 && it.after == 5)
    #expect(desk.screen.contains("(+2)"), "\(desk.screen)")
    try desk.keys("e")
    #expect(desk.screen.contains("as you saw it then"))
    try desk.keys("<tab> <tab> <ctrl+a> <ctrl+k> 1 <ctrl+s>")
    it = try #require(desk.store.archive().preparation.first { $0.before != nil })
    #expect(it.before == 3 && it.after == 1, "\(desk.screen)")
  }

  @Test func claimsStandBesideWhatWasAskedAndShown() throws {
    let desk = try Desk(Size(120, 60))
    try desk.keys("/ acme <enter> <enter> <alt+5> / led␣the␣move <enter>")
    #expect(desk.screen.contains("backed up"))
    let after = try change(desk, "r j j j <enter>")
    #expect(after.preparation.contains { $0.raised == true && $0.shown == .unmet })
    try desk.keys("r j j j <enter> -")
    let found = try desk.store.archive().finding.first { $0.reason == "R-OVERSOLD" }
    #expect(
      found?.statement == "Your résumé promised more than you showed: Led the move to new hosts")
    try desk.keys("-")
    #expect(desk.screen.contains("That's already in what didn't go well"))
    let before = try Desk()
    try before.keys("a Zeta <ctrl+s> <enter> <alt+5> / résumé␣says <enter> a Led␣it <ctrl+s> r")
    #expect(before.screen.contains("after the interview"), "\(before.screen)")
  }
}
