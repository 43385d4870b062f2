import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// What every pane of a review hears: forecasts, promised days, the days after a no, the list of days, the page.
@Suite(.timed) struct ReviewCommandTests {
  private let quiet = "/ はやぶさ <enter> <enter> "
  private let acme = "/ acme <enter> <enter> "
  private let nord = "/ nord <enter> <enter> "

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

  @Test func aColdEndingIsSeenUntilItIsMended() throws {
    let desk = try Desk(Size(100, 30))
    let after = try change(desk, nord + "o 1 <tab> <tab> <tab> <right> c <ctrl+s> <ctrl+s>")
    #expect(after.event.contains { $0.tone == .cold && $0.kind == .refused })
    try desk.keys("o 1 <tab> <tab> <tab> <right> c <ctrl+s> <ctrl+s>")
    #expect(desk.screen.contains("ended a little cold"), "\(desk.screen)")
    try desk.keys("g last␣exchange <enter>")
    #expect(desk.screen.contains("friendly"), "\(desk.screen)")
    try desk.keys("<alt+2> a <ctrl+a> <ctrl+k> Ines <tab> <tab> <tab> kind␣words <ctrl+s>")
    #expect(desk.screen.contains("ended a little cold"))
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
    try desk.keys("o 1 <ctrl+s>")
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

  @Test func thePredictionFormHasTheBaseRateBesideIt() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(quiet + "F")
    #expect(desk.screen.contains("So far, you've made it past"), "\(desk.screen)")
    #expect(desk.screen.contains("Chance of a yes"))
  }

  @Test func thePageAsItStoodAndToday() throws {
    let desk = try Desk(Size(170, 50))
    try desk.keys(nord + "<alt+1>")
    desk.now = desk.now.adding(seconds: 3 * 86_400)
    try desk.keys("a Spoke␣too␣fast␣at␣the␣whiteboard <ctrl+s>")
    #expect(try desk.store.archive().finding.contains { $0.statement.hasPrefix("Spoke too fast") })
    try desk.keys("<esc> p")
    #expect(desk.screen.contains("Spoke too fast"), "\(desk.screen)")
    try desk.keys("t yesterday <enter>")
    #expect(
      desk.screen.contains("As it was on") && desk.screen.contains("As it is today"),
      "\(desk.screen)")
    // On a narrower screen the earlier page stands alone.
    try desk.keys("")
    desk.send(.input(.resize(Size(80, 60))))
    #expect(
      desk.screen.contains("As it was on") && !desk.screen.contains("Spoke too fast"),
      "\(desk.screen)")
    try desk.keys("t")
    #expect(!desk.screen.contains("As it was on") && desk.screen.contains("Spoke too fast"))
    try desk.keys("t 1␣jan␣2020 <enter>")
    #expect(desk.screen.contains("wasn't here yet"))
    try desk.keys("t nonsense <enter>")
    #expect(desk.screen.contains("isn't a date"))
  }
}
