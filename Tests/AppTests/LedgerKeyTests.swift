import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The profile, the versions of the résumé, forecasts, promised days, the days after a no, and what
/// is next elsewhere: keys in, one change out, and undo takes it back.
@Suite(.timed) struct LedgerKeyTests {
  private let quiet = "/ はやぶさ <enter> <enter> "
  private let acme = "/ acme <enter> <enter> "
  private let nord = "/ nord <enter> <enter> "

  /// Plays keys that make one change and expects that undo leaves the store as it was.
  @discardableResult
  private func change(
    _ desk: Desk, _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Archive {
    let before = try desk.store.archive()
    try desk.keys(keys)
    let after = try desk.store.archive()
    #expect(before != after, "\(desk.screen)", sourceLocation: sourceLocation)
    desk.send(.undone(try desk.store.undo(at: desk.now)))
    #expect(try desk.store.archive() == before, sourceLocation: sourceLocation)
    return after
  }

  @Test func theProfileIsReadEditedAndTakenBack() throws {
    let desk = try Desk()
    try desk.keys("M")
    #expect(desk.screen.contains("Robin Muster") && desk.screen.contains("two months after"))
    try desk.keys("<esc>")
    let after = try change(desk, "M <ctrl+a> <ctrl+k> Robin␣M. <ctrl+s>")
    #expect(after.profile.map(\.name) == ["Robin M."])
    #expect(after.profile.first?.goals.isEmpty == false)
    let empty = try Desk(sample: false)
    try empty.keys("M Robin <ctrl+s>")
    #expect(try empty.store.archive().profile.map(\.id) == [Profile.id])
    try empty.keys("M <tab> <tab> <tab> <tab> <tab> <ctrl+a> <ctrl+k> plain␣english <ctrl+s>")
    #expect(empty.screen.contains("Type the language like this"))
  }

  @Test func aHalfTypedProfileIsADraft() throws {
    let desk = try Desk()
    try desk.keys("M ␣the␣first <esc>")
    #expect(try desk.store.drafts().map(\.scope) == ["profile/"])
    try desk.keys("R")
    #expect(desk.screen.contains("Robin Muster the first"), "\(desk.screen)")
  }

  @Test func theProfileAnswersWhenOneCouldStart() throws {
    let desk = try Desk(Size(120, 60))
    try desk.keys("/ kestrel <enter> <enter> <enter> <alt+5> G b could␣you")
    #expect(desk.screen.contains("you: two months after signing"))
    try desk.keys("<enter>")
    let added = try desk.store.archive().preparation.first {
      $0.text == "When could you start?" && $0.detail == "two months after signing"
    }
    #expect(added != nil)
    // Where something else was written down, what the profile says stands below it.
    let other = try Desk(Size(120, 60))
    try other.keys("/ acme <enter> <enter> <alt+5> / could␣you <enter>")
    #expect(other.screen.contains("you've said before: two months"), "\(other.screen)")
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
      found?.statement == "Your résumé led them to expect more: Led the move to new hosts")
    try desk.keys("-")
    #expect(desk.screen.contains("That's already in what didn't go well"))
    let before = try Desk()
    try before.keys("a Zeta <ctrl+s> <enter> <alt+5> / résumé␣says <enter> a Led␣it <ctrl+s> r")
    #expect(before.screen.contains("after the interview"), "\(before.screen)")
  }

  @Test func versionsOfTheResumeAreListedWithTheirResults() throws {
    let desk = try Desk(Size(100, 30))
    try desk.keys("V")
    #expect(desk.screen.contains("2026-02 platform"))
    #expect(desk.screen.contains("sent 3"), "\(desk.screen)")
    #expect(desk.screen.contains("too few for a percentage"))
    #expect(desk.screen.contains("teaching: not in the first three lines"))
    let added = try change(desk, "a 2026-04␣lead <ctrl+s>")
    #expect(added.resume.contains { $0.name == "2026-04 lead" })
    try change(desk, "d")
    try desk.keys("e <ctrl+a> <ctrl+k> other <ctrl+s>")
    #expect(desk.screen.contains("You've sent applications"))
    try desk.keys("<ctrl+x> y <esc> a 2026-02␣platform <ctrl+s>")
    #expect(desk.screen.contains("already have a version"))
    try desk.keys("<ctrl+x> y x <tab> <tab> <tab> a,b,c,d <ctrl+s>")
    #expect(desk.screen.contains("Three at most"))
  }

  @Test func aHalfTypedVersionIsADraftThatCanBeSaved() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys("V e <tab> because␣it␣was␣long <esc> <esc> R <ctrl+s>")
    let kept = try desk.store.archive().resume.first { $0.name == "2026-02 platform" }
    #expect(kept?.reason.hasSuffix("because it was long") == true, "\(desk.screen)")
    #expect(kept?.opening.isEmpty == false)
  }

  @Test func anUndescribedVersionIsDescribedByItsName() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys("V j j e")
    let name = try #require(desk.app.desk.resumes.value?[2].name)
    try desk.keys("<tab> shorter <ctrl+s>")
    #expect(try desk.store.archive().resume.contains { $0.name == name && $0.reason == "shorter" })
  }

  @Test func theFormOfAnApplicationNamesTheVersions() throws {
    let desk = try Desk(Size(100, 50))
    try desk.keys("a")
    let form = { () -> Form? in
      if let it = desk.app.top(FormOverlay.self) { it.form } else { nil }
    }
    let hint = form()?.fields.first { $0.id == "resume" }?.hint
    #expect(hint?.hasPrefix("yours so far: 2026-02 platform; 2026-01 staff") == true)
    // Nothing is read before it is asked for.
    var app = App(size: Size(80, 24), now: desk.now, ids: IDSource(seed: 1))
    let effects = app.start() + app.afterFirstFrame()
    #expect(!effects.contains(.loadResumes) && !effects.contains(.loadProfile))
    #expect(app.handle(.input(.key(.char("a"))), now: desk.now) == [.loadResumes])
    _ = app.handle(.resumes([]), now: desk.now)
    #expect(app.handle(.input(.key(.char("x"))), now: desk.now) == [])
  }

  @Test func aForecastIsSealedOnce() throws {
    let desk = try Desk(Size(120, 40))
    let after = try change(desk, quiet + "F 60 <tab> <right> <right> <ctrl+s>")
    #expect(after.forecast.contains { $0.chance == 60 && $0.felt == 4 && $0.sealed == desk.now })
    try desk.keys("F 100 <ctrl+s>")
    #expect(desk.screen.contains("isn't a number from 1 to 99"))
    try desk.keys("<ctrl+a> <ctrl+k> 55 <ctrl+s>")
    #expect(desk.screen.contains("you predicted 55%, 20 Mar"), "\(desk.screen)")
    try desk.keys("F")
    #expect(desk.screen.contains("You already predicted 55% after this round"))
    let late = try Desk()
    try late.keys(nord + "F")
    #expect(late.screen.contains("would be hindsight"))
  }

  @Test func aNamedDayIsAPromise() throws {
    let desk = try Desk()
    let after = try change(desk, acme + "U in␣5␣days <ctrl+s>")
    let it = after.event.first { $0.due == Day(2026, 3, 25) }
    #expect(it?.kind == .promised && it?.known == desk.now.day)
    let over = try Desk()
    try over.keys(nord + "U")
    #expect(over.screen.contains("They've decided"))
  }

  @Test func theDaysAfterANoAreTicked() throws {
    let desk = try Desk()
    try desk.keys(nord + "t")
    #expect(desk.screen.contains("The first days after a no"))
    #expect(desk.screen.contains("thank "))
    let ticked = try change(desk, "x")
    #expect(ticked.mark.map(\.entry) == ["after-no/manager"])
    #expect(try change(desk, "j X").mark.first?.action == .dropped)
    try desk.keys("k x")
    #expect(desk.screen.contains("[x]"))
    try desk.keys("x")
    #expect(desk.screen.contains("already done"))
    let open = try Desk()
    try open.keys(acme + "t")
    #expect(open.screen.contains("said no here"))
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

  @Test func aChangeWithADayComesUpAndIsTested() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(nord + "T a Lead␣a␣project <shift+tab> <right> <tab> <tab>")
    try desk.keys("evenings <tab> forty␣hours <tab> in␣3␣days <ctrl+s> <esc>")
    let it = try #require(desk.store.archive().improvement.first { $0.what == "Lead a project" })
    #expect(it.options == "evenings" && it.cost == "forty hours" && it.by == Day(2026, 3, 23))
    try desk.keys("q")
    let index = try #require(desk.app.desk.due.agenda.firstIndex { $0.kind == .change })
    try desk.keys("D" + String(repeating: " j", count: index) + " x")
    #expect(desk.screen.contains("You tried it"), "\(desk.screen)")
    try desk.keys("<tab> <tab> it␣helped <ctrl+s>")
    #expect(
      try desk.store.archive().improvement.first { $0.id == it.id }?.state == .done,
      "\(desk.screen)")
    #expect(!desk.app.desk.due.agenda.contains { $0.kind == .change })
  }

  @Test func aColdEndingIsSeenUntilItIsMended() throws {
    let desk = try Desk(Size(100, 30))
    let after = try change(desk, nord + "o <tab> <tab> <tab> <right> c <ctrl+s> <ctrl+s>")
    #expect(after.event.contains { $0.tone == .cold && $0.kind == .refused })
    try desk.keys("o <tab> <tab> <tab> <right> c <ctrl+s> <ctrl+s>")
    #expect(desk.screen.contains("cool ending"), "\(desk.screen)")
    try desk.keys("g last␣exchange <enter>")
    #expect(desk.screen.contains("friendly"), "\(desk.screen)")
    try desk.keys("<alt+2> a <ctrl+a> <ctrl+k> Ines <tab> <tab> <tab> kind␣words <ctrl+s>")
    #expect(desk.screen.contains("cool ending"))
  }

  @Test func theCloseNamesWhatIsStillOpenElsewhere() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(nord + "<alt+3>")
    try desk.command("g next␣step <enter>")
    #expect(desk.screen.contains("Acme:"), "\(desk.screen)")
    let before = try desk.store.archive()
    try desk.keys("<down> <enter>")
    #expect(desk.screen.contains("Next step · Acme"))
    try desk.keys("ring␣them <tab> in␣2␣days <ctrl+s>")
    let after = try desk.store.archive()
    let note = try #require(after.note.first { $0.text == "ring them" })
    #expect(note.application != desk.app.opened?.dossier.application.id)
    #expect(after.mark.first { $0.entry == "next/\(note.id)" }?.until == Day(2026, 3, 22))
    #expect(after.response.contains { $0.item == "next.live" && $0.value.hasSuffix(": ring them") })
    #expect(desk.app.opened?.checklist.entry(desk.app.opened?.wizard)?.item.id != "next.live")
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aHalfTypedNextStepIsADraftThatCanBeSaved() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys(nord + "<alt+3> g next␣step <enter> <down> <enter> ring␣them <esc> <esc> q")
    let scope = try #require(try desk.store.drafts().first?.scope)
    let purpose = try #require(FormPurpose(scope: scope))
    #expect(purpose.scope == scope)
    try desk.keys("R <ctrl+s>")
    #expect(try desk.store.archive().note.contains { $0.text == "ring them" }, "\(desk.screen)")
  }

  @Test func openApplicationsAreReadOnlyAtTheClose() throws {
    var app = App(size: Size(80, 24), now: Moment(seconds: 0), ids: IDSource(seed: 1))
    let own = Application(id: ID("own"), created: Moment(seconds: 0)) { $0.company = "Own" }
    let effects = app.open(Dossier(own), now: Moment(seconds: 0))
    #expect(!effects.contains(.loadLive(besides: ID("own"))))
    #expect(app.handle(.input(.key(.char("]"))), now: Moment(seconds: 0)) == [])
  }

  @Test func loweringAnAnswerOffersTheWeakness() throws {
    let desk = try Desk()
    try desk.keys(nord + "<alt+4>")
    let turns = try #require(desk.app.opened).dossier.turns
    let findings = try #require(desk.app.opened).dossier.findings
    let at = try #require(
      turns.firstIndex { turn in
        turn.rating == 3 && !findings.contains { $0.evidence == Evidence(.turn, turn.id) }
      })
    try desk.keys("g" + String(repeating: " j", count: at) + " -")
    #expect(desk.screen.contains("You rated that answer low"), "\(desk.screen)")
    #expect(try desk.store.archive().turn.first { $0.id == turns[at].id }?.rating == 2)
    try desk.keys("j <enter> -")
    #expect(!desk.screen.contains("You rated that answer low"))
  }

  @Test func aReplyOnTheScreenEndsTheWait() throws {
    let desk = try Desk()
    try desk.keys("/ acme <enter> <enter> <alt+2> r <ctrl+a> <ctrl+k> Ada <ctrl+s>")
    let count = try desk.store.archive().feedback.count
    try desk.keys("a <ctrl+a> <ctrl+k> ada <tab> <tab> <tab> well␣done <ctrl+s>")
    let after = try desk.store.archive().feedback
    #expect(after.count == count)
    #expect(after.contains { $0.verbatim == "well done" && $0.asked != nil && !$0.isWaiting })
  }

  @Test func deletingSaysWhatIsNotBroughtBack() throws {
    let desk = try Desk()
    try desk.keys("d")
    #expect(desk.screen.contains("private note"))
  }

  @Test func aSecondOutcomeIsAskedAbout() throws {
    let desk = try Desk()
    try desk.keys(nord)
    let id = try #require(desk.app.opened).dossier.application.id
    func facts() throws -> [Event.Kind] {
      try #require(try desk.store.dossier(id)).events.map(\.kind)
    }
    let before = try facts()
    let last = try #require(desk.app.opened?.dossier.events.last { $0.kind == .refused })
    // The very same is not put there twice, however often it is saved.
    try desk.keys("o <ctrl+s>")
    #expect(try facts() == before && desk.app.overlays.isEmpty, "\(last): \(desk.screen)")
    // They came back: one question, and saving again is the yes.
    try desk.keys("o <ctrl+x> 4 <ctrl+s>")
    #expect(desk.screen.contains("add this after it"), "\(desk.screen)")
    #expect(try facts() == before)
    // By when it wants an answer is asked once, too.
    try desk.keys("<ctrl+s>")
    #expect(desk.screen.contains("When do they need your answer by?"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(try facts() == before + [.offered], "\(desk.screen)")
  }

  /// Who books a round after a no was asked back: it stands in the agenda, and it is said.
  @Test func aRoundAfterANoOpensTheApplicationAgain() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> i G <enter>")
    #expect(desk.screen.contains("When"))
    try desk.keys("<tab> <tab> 25␣mar␣11:00 <ctrl+s>")
    #expect(desk.screen.contains("is this application open again?"), "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.screen.contains("This application is open again."), "\(desk.screen)")
    let nord = try #require(
      try desk.store.shelf(.init(.top, count: 1, filter: "nord")).rows.first?.application.id)
    let dossier = try #require(try desk.store.dossier(nord))
    #expect(dossier.events.count { $0.kind == .reopened } == 1)
    let round = try #require(dossier.interviews.last)
    #expect(dossier.standing(round, now: desk.now) == .ahead)
    // To look at it again opens nothing a second time.
    try desk.keys("i G <up> <enter> <ctrl+s>")
    #expect(try desk.store.dossier(nord)?.events.count { $0.kind == .reopened } == 1)
  }

  /// What cannot all be taken back is not answered by the key that is pressed without looking.
  @Test func enterAnswersNoQuestionThatSaysYAndN() throws {
    let desk = try Desk()
    let before = try desk.store.shelf(.init(.top, count: 0)).total
    try desk.keys("/ nord <enter> d <enter>")
    #expect(desk.screen.contains("y yes   n no"))
    #expect(try desk.store.shelf(.init(.top, count: 0)).total == before)
    try desk.keys("n")
    #expect(!desk.screen.contains("y yes   n no"))
  }

  @Test func roundsThatAreBookedOrOffAreAmongTheDays() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(acme)
    let application = try #require(desk.app.desk.folder?.id)
    func round(_ number: Int, _ day: String) throws -> Interview {
      let start = try #require(Moment(iso: "\(day)T10:00:00Z"))
      let id = ID("round\(number)round\(number)xx")
      return Interview(id: id, application: application, recorded: desk.now) {
        $0.round = number
        $0.start = start
      }
    }
    let booked = try round(8, "2026-06-01")
    _ = try desk.store.apply(Change("book", [.insert(.interview(booked))]), at: desk.now)
    desk.send(.changedOutside)
    try desk.keys("<alt+d>")
    guard let list = desk.app.overlays.last as? PickerOverlay else {
      Issue.record("no list: \(desk.screen)")
      return
    }
    let days = DatedFact.list(try #require(try desk.store.dossier(application)))
    #expect(list.picker.options.map(\.title) == days.reversed().map(\.title))
    let line = list.picker.options.firstIndex { $0.title == "Interview, round 8" }
    #expect(line.map { list.picker.options[$0].detail.contains("still ahead") } == true)
    // It leads to the field that holds the day, and undo takes the correction back.
    try desk.keys(String(repeating: "<down> ", count: line ?? 0) + "<enter>")
    #expect(desk.screen.contains("Edit round 8"), "\(desk.screen)")
    try desk.keys("<ctrl+a> <ctrl+k> 2␣jun␣2026␣11:00 <ctrl+s>")
    let now = try desk.store.archive().interview.first { $0.id == booked.id }
    #expect(now?.startText == "2026-06-02 11:00", "\(desk.screen)")
    desk.send(.undone(try desk.store.undo(at: desk.now)))
    #expect(try desk.store.archive().interview.first { $0.id == booked.id } == booked)
  }
}
