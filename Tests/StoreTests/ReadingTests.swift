import DebriefModel
import Testing

@testable import DebriefStore

@Suite(.timed) struct ReadingTests {
  @Test func adossierIsWholeAndInOrder() throws {
    var ledger = Ledger(seed: 21)
    for _ in 0..<120 { _ = ledger.change() }
    let archive = ledger.archive
    let store = try Store.temporary()
    try store.merge(archive, at: noon)
    for application in archive.application {
      var expected = Dossier(application)
      expected.interviews = archive.interview.filter { $0.application == application.id }
      expected.events = archive.event.filter { $0.application == application.id }
      expected.turns = archive.turn.filter { $0.application == application.id }
      expected.findings = archive.finding.filter { $0.application == application.id }
      expected.feedback = archive.feedback.filter { $0.application == application.id }
      expected.debriefs = archive.debrief.filter { $0.application == application.id }
      expected.responses = archive.response.filter { $0.application == application.id }
      expected.improvements = archive.improvement.filter { $0.application == application.id }
      expected.letters = archive.letter.filter { $0.application == application.id }
      expected.forecasts = archive.forecast.filter { $0.application == application.id }
      expected.notes = archive.note.filter { $0.application == application.id }
      expected.preparations = archive.preparation.filter { $0.application == application.id }
      expected.marks = archive.mark.filter { $0.application == application.id }
      expected.reviews = archive.review.filter { $0.application == application.id }
      expected.sort()
      #expect(try store.dossier(application.id) == expected)
    }
    #expect(try store.dossier(ID("gone")) == nil)
    #expect(
      try store.waitingNotes().map(\.note.id).sorted()
        == archive.note.filter { $0.kept != true }.map(\.id))
    #expect(try store.waiting().count == archive.note.count { $0.kept != true })
    for it in try store.waitingNotes() {
      let owner = archive.application.first { $0.id == it.note.application }
      // Where it has two jobs of one name, more stands behind it.
      #expect(it.company.hasPrefix(owner?.company ?? ""))
    }
    #expect(Set(try store.people()) == Set(archive.person))
  }

  @Test func aDossierHasThePeopleItNames() throws {
    let store = try Store.temporary()
    func person(_ id: String, _ name: String, _ company: String = "Nordlicht") -> Entity {
      .person(
        Person(id: ID(id)) {
          $0.name = name
          $0.company = company
        })
    }
    let own = ID("aaaa")
    try store.apply(
      inserts(
        .application(application("aaaa", "Nordlicht")), person("p1", "Zoe"), person("p2", "Ines"),
        person("p3", "Jo"), person("p4", "Al"), person("p5", "Bo"), person("p6", "Cy", "ACME"),
        .interview(
          Interview(id: ID("i"), application: own, recorded: noon) { $0.people = [ID("p1")] }),
        .event(
          Event(id: ID("e"), application: own, kind: .invited, on: noon.day, recorded: noon) {
            $0.person = ID("p2")
          }),
        .feedback(Feedback(id: ID("f"), application: own, recorded: noon) { $0.person = ID("p3") }),
        .letter(
          Letter(id: ID("l"), application: own, kind: "L1", recorded: noon) { $0.to = ID("p4") }),
        .turn(Turn(id: ID("t"), application: own, recorded: noon) { $0.person = ID("p5") })),
      at: noon)
    #expect(try store.dossier(own)?.people.map(\.name) == ["Al", "Bo", "Ines", "Jo", "Zoe"])
    #expect(try store.people(company: "acme").map(\.name) == ["Cy"])
    #expect(try store.people(company: "nordlicht").count == 5)
  }

  @Test func theAgendaHoldsWhatMayBeDue() throws {
    let store = try Store.temporary()
    let today = noon.day
    func day(_ days: Int) -> Day { today.adding(days: days) }
    var expected: Set<String> = []
    func add(_ id: String, _ due: Bool, _ make: (ID) -> [Entity]) throws {
      if due { expected.insert(id) }
      let entities = [.application(application(id, "C"))] + make(ID(id))
      try store.apply(Change("add", entities.map { .insert($0) }), at: noon)
    }
    for days in [-5, -4, 0, 8, 9] {
      try add("round\(days)", (-4...120).contains(days)) {
        [
          .interview(
            Interview(id: ID("i\(days)"), application: $0, recorded: noon) {
              $0.start = Moment(day(days), hour: 23, zone: .fixed(-600))
            })
        ]
      }
    }
    for days in [-400, 0, 7, 8] {
      try add("reply\(days)", days <= 7) {
        [
          .feedback(
            Feedback(id: ID("f\(days)"), application: $0, recorded: noon) {
              ($0.asked, $0.due) = (day(days - 14), day(days))
            })
        ]
      }
    }
    try add("closed", false) {
      [
        .feedback(
          Feedback(id: ID("c"), application: $0, recorded: noon) {
            ($0.asked, $0.due, $0.closed) = (today, today, true)
          })
      ]
    }
    func promise(_ id: ID, _ due: Int, then kind: Event.Kind?) -> [Entity] {
      let on = day(due - 10)
      let promise = Event(
        id: ID("p\(id)"), application: id, kind: .promised, on: on, recorded: noon
      ) {
        $0.due = day(due)
      }
      let next = kind.map {
        Event(id: ID("n\(id)"), application: id, kind: $0, on: on.adding(days: 1), recorded: noon)
      }
      return [.event(promise)] + (next.map { [.event($0)] } ?? [])
    }
    for days in [-61, -60, 7, 8] {
      try add("promise\(days)", (-60...7).contains(days)) { promise($0, days, then: nil) }
    }
    // The days after a no are for something.
    try add("refused", true) { promise($0, 0, then: .refused) }
    try add("thanked", true) { promise($0, 0, then: .thanked) }
    try add("nothing", false) { _ in [] }
    let agenda = try store.agenda(today: today)
    #expect(Set(agenda.map(\.application.id.text)) == expected)
    #expect(agenda.map(\.application.id) == agenda.map(\.application.id).sorted())
    for number in 0..<60 {
      try add("more\(number)", true) { promise($0, 1, then: nil) }
    }
    #expect(try store.agenda(today: today).count == 40)
  }

  @Test func draftsOutliveTheSessionAndAreNoChanges() throws {
    let folder = Folder()
    var store = try Store(path: folder())
    let draft = Draft(
      scope: "finding.add/aaaa", fields: ["statement": "half a\n\"sen\0tence", "": ""])
    try store.save(Draft(scope: draft.scope, fields: ["statement": "ha"]))
    try store.save(draft)
    try store.save(Draft(scope: "a", fields: [:]))
    try store.close()
    store = try Store(path: folder())
    #expect(try store.drafts() == [Draft(scope: "a", fields: [:]), draft])
    try store.discardDraft(scope: draft.scope)
    try store.discardDraft(scope: draft.scope)
    #expect(try store.drafts().map(\.scope) == ["a"])
    #expect(try store.undo(at: noon) == nil)
    #expect(try store.check() == [])
  }
}

@Suite(.timed) struct LetterReadingTests {
  @Test func theResumeIsTheLatestOfItsName() throws {
    let store = try Store.temporary()
    func version(_ id: String, _ name: String, _ skills: String, _ hours: Int) -> Entity {
      .resume(
        Resume(id: ID(id), recorded: noon.adding(seconds: hours * 3600)) {
          $0.name = name
          $0.skills = skills
        })
    }
    let all = inserts(
      version("a", "one", "x", 0), version("b", "one", "y", 2), version("c", "two", "z", 1))
    _ = try store.apply(all, at: noon)
    #expect(try store.resume(named: "one")?.skills == "y")
    #expect(try store.resume(named: "two")?.skills == "z")
    #expect(try store.resume(named: "three") == nil && store.resume(named: "") == nil)
    #expect(try store.profile() == nil)
    let me = Profile { $0.name = "Robin Muster" }
    _ = try store.apply(inserts(.profile(me)), at: noon)
    #expect(try store.profile() == me)
  }
}

@Suite(.timed) struct CompanyPeopleTests {
  @Test func whoIsOnFileAtTheCompanyIsInTheDossier() throws {
    let store = try Store.temporary()
    let manager = Person(id: ID("mmmm")) { ($0.name, $0.company) = ("Ann Lee", "nordlicht") }
    let other = Person(id: ID("oooo")) { ($0.name, $0.company) = ("Bo Ek", "Elsewhere") }
    try store.apply(
      Change(
        "add",
        [
          .insert(.application(application("aaaa", "Nordlicht"))), .insert(.person(manager)),
          .insert(.person(other)),
        ]), at: noon)
    #expect(try store.dossier(ID("aaaa"))?.people == [manager])
  }
}
