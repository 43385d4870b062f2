import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The first screen: its parts, what Enter leads to, and the first minute.
@Suite(.timed) struct HomeTests {
  static let sizes = [Size(30, 8), Size(80, 24), Size(120, 40), Size(200, 60)]

  /// A store with one interview ahead, besides the sample.
  private func ahead(_ size: Size = Size(80, 24), sample: Bool = true) throws -> Desk {
    let desk = try Desk(size, sample: sample)
    try desk.keys("2 Brightwater <tab> Data␣engineer <tab> wed␣10:00 <ctrl+s> q")
    #expect(desk.app.screen == .home)
    return desk
  }

  // MARK: The parts

  /// A large screen is used: what a short list leaves blank says what was learned, and only there.
  @Test func whatAShortListLeavesBlankIsRead() throws {
    let desk = try Desk(Size(200, 60))
    for words in ["What you learned", "Have one true story ready", "What they told you"] {
      #expect(desk.screen.contains(words), "\(words)\n\(desk.screen)")
    }
    #expect(brokenInvariant(desk.app) == nil)
    // Not while one looks for something, nor where the rows are needed.
    try desk.keys("/ e")
    #expect(!desk.screen.contains("What you learned"), "\(desk.screen)")
    for size in [Size(80, 24), Size(120, 40), Size(200, 20)] {
      #expect(try !Desk(size).screen.contains("What they told you"))
    }
  }

  @Test(arguments: sizes) func everySizeIsWhole(_ size: Size) throws {
    for sample in [false, true] {
      let desk = try Desk(size, sample: sample)
      #expect(brokenInvariant(desk.app) == nil)
      #expect(!desk.screen.contains("0/0") && !desk.screen.contains("0 of 0"))
      try desk.keys("3 j <enter>")
      #expect(brokenInvariant(desk.app) == nil)
    }
    let desk = try ahead(size)
    #expect(brokenInvariant(desk.app) == nil)
    for _ in 0..<14 {
      try desk.keys("<tab> j")
      #expect(brokenInvariant(desk.app) == nil)
      if desk.app.screen != .home { try desk.keys("q") }
    }
  }

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(80, 60), Size(200, 60)])
  func nothingIsHiddenAboveBlankRows(_ size: Size) throws {
    let desk = try Desk(size)
    let (home, due) = (desk.app.home, desk.app.desk.due)
    let isAll =
      home.dueRows(desk.app.desk) == due.todo.count
      && home.comingRows(desk.app.desk) == due.coming.count
    #expect(isAll || home.listHeight(desk.app.desk) <= home.total, "\(desk.screen)")
    #expect(home.listHeight(desk.app.desk) >= min(home.total, 1))
  }

  @Test func aWideAndHighScreenShowsThePageBesideTheList() throws {
    let desk = try Desk(Size(200, 60))
    while desk.app.home.rows[desk.app.home.list.selection].debrief == nil { try desk.keys("j") }
    let company = desk.app.home.rows[desk.app.home.list.selection].application.company
    #expect(desk.app.home.beside.dossier?.application.company == company)
    #expect(desk.screen.contains("Summary"), "\(desk.screen)")
    for line in desk.app.home.beside.lines.prefix(20) {
      let text = line.spans.map(\.text).joined().trimmed
      if text.isEmpty { continue }
      #expect(desk.screen.contains(text), "\(text)")
    }
    // What is changed is read anew, and a screen without room for it shows what it did before.
    let id = try #require(desk.app.home.beside.asked)
    try desk.keys("<enter> q")
    #expect(desk.app.home.beside.asked == id)
    desk.send(.input(.resize(Size(200, 30))))
    #expect(!desk.screen.contains("─ Summary ─"))
    try desk.keys("j k")
    #expect(desk.app.home.beside.asked == nil, "nothing is read for it")
    desk.send(.input(.resize(Size(120, 60))))
    #expect(!desk.screen.contains("─ Summary ─"))
    #expect(desk.app.home.beside.asked == nil)
  }

  @Test func whatIsComingUpStandsFirst() throws {
    let desk = try ahead()
    let screen = desk.screen
    let coming = try #require(screen.range(of: "Coming up"))
    let todo = try #require(screen.range(of: "To do"))
    let debriefs = try #require(screen.range(of: "Debriefs"))
    #expect(coming.lowerBound < todo.lowerBound && todo.lowerBound < debriefs.lowerBound)
    #expect(screen.contains("Wed 25 Mar 10:00"), "\(screen)")
    #expect(screen.contains("Brightwater · Data engineer"))
    // It is not to be prepared a second time below.
    #expect(!desk.app.desk.due.todo.contains { $0.kind == .prepare })
    #expect(desk.app.desk.due.agenda.contains { $0.kind == .prepare })
  }

  @Test func whatIsReadyIsCounted() throws {
    let desk = try ahead()
    let id = try #require(desk.app.desk.due.coming.first?.facts.application.id)
    let ready = [true, false, true].map { isDone in
      Change.Operation.insert(
        .preparation(
          Preparation(
            id: ID("ready-\(isDone)-\(UInt32.random(in: 0 ... .max))"), application: id,
            kind: .document, recorded: desk.now
          ) {
            $0.text = "a paper"
            $0.state = isDone ? .done : .open
          }))
    }
    _ = try desk.store.apply(Change("papers", ready), at: desk.now)
    desk.send(.changedOutside)
    #expect(desk.screen.contains("2 of 3 ready"), "\(desk.screen)")
  }

  @Test func anInterviewFarAheadIsSeen() throws {
    let desk = try Desk(sample: false)
    try desk.keys("2 Later <tab> <tab> 20␣apr␣9:00 <ctrl+s> q")
    #expect(desk.screen.contains("Coming up") && desk.screen.contains("Mon 20 Apr 09:00"))
    #expect(desk.screen.contains("in 31 days"), "\(desk.screen)")
  }

  @Test func theBarGoesFromPartToPart() throws {
    let desk = try ahead()
    #expect(desk.app.home.section == .list)
    try desk.keys("g k")
    #expect(desk.app.home.section == .due)
    try desk.keys("g k")
    #expect(desk.app.home.section == .coming)
    try desk.keys("k")
    #expect(desk.app.home.section == .coming)
    try desk.keys("j G j")
    #expect(desk.app.home.section == .list && desk.app.home.list.selection == 0)
    try desk.keys("<tab>")
    #expect(desk.app.home.section == .coming)
    try desk.keys("<shift+tab>")
    #expect(desk.app.home.section == .list)
  }

  /// A name is cut only where no blanks stand beside it.
  @Test(arguments: [Size(80, 24), Size(100, 30), Size(120, 40), Size(200, 60)])
  func namesUseTheWidthThereIs(_ size: Size) throws {
    let desk = try Desk(size)
    let widths = desk.app.home.widths
    let inner =
      (size.width >= Home.wide ? size.width - max(44, size.width * 2 / 5) - 2 : size.width) - 6
    let columns = RowColumns(width: inner, widths)
    let used = columns.xs.progress + columns.progress
    #expect(used <= inner)
    if columns.company < widths.company || columns.role < widths.role { #expect(used == inner) }
    if size.width >= 120 { #expect(desk.screen.contains("Café Übermut & Söhne")) }
  }

  @Test func columnsAlwaysFit() {
    var names = RowWidths([])
    for (company, role) in [(0, 0), (4, 90), (90, 4), (90, 90), (20, 30)] {
      (names.company, names.role) = (company, role)
      for width in 1...220 {
        let columns = RowColumns(width: width, names)
        let end =
          columns.progress > 0
          ? columns.xs.progress + columns.progress : columns.xs.outcome + columns.outcome
        #expect(end <= max(width, 11), "\(company) \(role) in \(width)")
        #expect(columns.company > 0 && columns.role >= 0)
      }
    }
  }

  @Test func outcomesAreSaidInWords() {
    let today = TestClock.day
    #expect(Outcome.rejected(on: today).said(today: today) == "rejected today")
    #expect(Outcome.rejected(on: today.adding(days: -3)).said(today: today) == "rejected 17 Mar")
    #expect(Outcome.silent(days: 31, confirmed: false).said(today: today) == "no reply, 31 days")
    #expect(Outcome.silent(days: 1, confirmed: true).said(today: today) == "no reply, 1 day")
    #expect(Outcome.silent(days: 0, confirmed: true).said(today: today) == "no reply")
    // A page calls it what the timeline on it does.
    let counted = Outcome.silent(days: 1, confirmed: true).told(today: today)
    #expect(counted == "no reply, counted as a no" && counted == Event.Kind.silent.label)
    #expect(Outcome.silent(days: 31, confirmed: false).told(today: today) == "no reply, 31 days")
    #expect(Outcome.rejected(on: today).told(today: today) == "rejected today")
    #expect(
      Outcome.accepted(on: today.adding(days: -400)).said(today: today) == "accepted Feb 2025")
    for days in [0, 1, 31, 299, 300, 9999] {
      for outcome in [
        Outcome.silent(days: days, confirmed: false), .declined(on: today.adding(days: -days)),
      ] {
        #expect(outcome.said(today: today).count <= RowColumns.outcomeWidth + 2)
      }
    }
  }

  @Test func sortAndFilterAreSaid() throws {
    let desk = try Desk()
    #expect(desk.screen.contains("latest change first") && desk.screen.contains("8 applications"))
    try desk.keys("/ nord <enter>")
    #expect(
      desk.screen.contains("matching \"nord\"") && desk.screen.contains("1 of 8 applications"))
    #expect(!desk.screen.contains("latest change first"))
  }

  @Test func aListThatGoesOnSaysSo() throws {
    let desk = try Desk(Size(80, 24), sample: false)
    for n in 0..<120 {
      var ids = IDSource(seed: UInt64(n + 7))
      let (change, _) = Recipe.add(company: "Company \(n)", role: "", ids: &ids, now: desk.now)
      _ = try desk.store.apply(change, at: desk.now)
    }
    desk.send(.changedOutside)
    #expect(desk.screen.contains("↓") && !desk.screen.contains("↑"))
    #expect(desk.screen.contains("1 of 120 applications"), "\(desk.screen)")
    // The place is counted while one goes down, window after window, and back.
    try desk.keys(String(repeating: "j ", count: 99))
    #expect(desk.screen.contains("100 of 120 applications"), "\(desk.screen)")
    #expect(desk.screen.contains("↓") && desk.screen.contains("↑"))
    try desk.keys("G")
    #expect(desk.screen.contains("120 of 120 applications"), "\(desk.screen)")
    #expect(!desk.screen.contains("↓") && desk.screen.contains("↑"))
    try desk.keys(String(repeating: "k ", count: 110))
    #expect(desk.screen.contains("10 of 120 applications"), "\(desk.screen)")
    try desk.keys("g")
    #expect(desk.screen.contains("1 of 120 applications"))
  }

  // MARK: Enter

  @Test func enterOpensWhatTheRowNeeds() throws {
    let desk = try ahead()
    try desk.keys("<tab>")
    #expect(desk.screen.contains("Enter prepare"))
    try desk.keys("<enter>")
    #expect(desk.app.screen == .review && desk.app.review.focus == .preparation)
    try desk.keys("q / nord <enter>")
    #expect(desk.screen.contains("Enter debrief"))
    try desk.keys("<enter>")
    #expect(desk.app.screen == .review && desk.app.review.focus == .checklist)
    // A letter key is text in the debrief; from another pane it leads back.
    try desk.keys("<alt+1> q <esc> / kestrel <enter>")
    #expect(desk.screen.contains("Enter summary"))
    try desk.keys("<enter>")
    #expect(desk.app.screen == .page)
    try desk.keys("q")
    #expect(desk.app.screen == .home)
    try desk.keys("<enter> <enter>")
    #expect(desk.app.screen == .review)
    try desk.keys("<alt+1> q <esc> / acme <enter>")
    #expect(desk.screen.contains("Enter open"))
  }

  // MARK: What is recorded

  @Test func anOutcomeOnFileIsShownAndCorrected() throws {
    let desk = try Desk(Size(100, 40))
    try desk.keys("/ nord <enter>")
    let before = try desk.store.archive()
    let refused = try #require(
      before.event.first {
        $0.kind == .refused && $0.application == desk.app.home.target(desk.app.desk)
      })
    try desk.keys("o")
    #expect(desk.screen.contains(refused.placedOn.typed), "\(desk.screen)")
    #expect(desk.screen.contains(refused.words.prefix(20)), "\(desk.screen)")
    // Saved as it is, nothing is changed.
    try desk.keys("<ctrl+s>")
    #expect(try desk.store.archive() == before)
    try desk.keys("o 1 <tab> <end> <ctrl+u> 2026-03-16 <ctrl+s>")
    let after = try desk.store.archive()
    #expect(after.event.count == before.event.count)
    let corrected = try #require(after.event.first { $0.id == refused.id })
    #expect(corrected.known == Day(2026, 3, 16) && corrected.earlier?.first?.on == refused.known)
    #expect(corrected.words == refused.words)
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func startAsksOnlyForWhatCanBeSeen() {
    var app = App(size: Size(80, 24), now: TestClock.morning, ids: IDSource(seed: 1))
    #expect(app.start() == [.loadShelf(.init(.top, count: 17))])
    #expect(
      app.afterFirstFrame() == [
        .loadAgenda, .loadContent(.rejectedAfterInterview),
      ])
  }

  @Test func anotherProcessIsSeenAtTheNextKey() throws {
    let desk = try Desk(sample: false)
    var ids = IDSource(seed: 9)
    let made = Recipe.add(company: "Elsewhere", role: "", ids: &ids, now: desk.now)
    _ = try desk.store.apply(made.change, at: desk.now)
    desk.send(.changedOutside)
    #expect(desk.screen.contains("Elsewhere"))
  }

  @Test func noKeyActsOnAnAgendaThatIsNotDrawn() throws {
    let desk = try Desk(Size(30, 8))
    let before = try desk.store.archive()
    try desk.keys("<tab>")
    #expect(!desk.app.home.onDue)
    #expect(desk.screen.contains("To do"), "\(desk.screen)")
    let entry = try #require(desk.app.desk.due.agenda.first)
    #expect(desk.screen.contains(entry.company.prefix(6)))
    try desk.keys("<esc> j x")
    #expect(try desk.store.archive() == before)
    // What had the focus loses it with its room.
    let wide = try Desk(Size(80, 24))
    try wide.keys("<tab>")
    #expect(wide.app.home.onDue)
    wide.send(.input(.resize(Size(30, 8))))
    #expect(!wide.app.home.onDue && wide.app.home.dueEntry(wide.app.desk) == nil)
  }

  @Test func lettersOutsideASCIIAreShownWithoutTheirMarks() throws {
    let desk = try Desk(ascii: true)
    try desk.keys("/ caf <enter>")
    #expect(desk.screen.contains("Cafe Ubermut & S"), "\(desk.screen)")
    #expect(!desk.screen.contains("Caf?"))
    #expect(desk.screen.contains("Zlota Lodz sp."), "\(desk.screen)")
  }

  @Test func deletingSaysWhatIsNotBroughtBack() throws {
    let desk = try Desk()
    try desk.keys("d")
    #expect(desk.screen.contains("private note"))
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
}
