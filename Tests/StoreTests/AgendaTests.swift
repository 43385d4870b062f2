import DebriefModel
import Testing

@testable import DebriefStore

@Suite(.timed) struct AgendaTests {
  private let today = noon.day
  /// Each application is there for one reason, or for none.
  @Test func theAgendaSuppliesWhatTheRulesNeed() throws {
    let store = try Store.temporary()
    var archive = Archive()
    func add(_ id: String, _ events: Event...) {
      archive.append(.application(application(id, id)))
      for event in events { archive.append(.event(event)) }
    }
    add("silent", event("silent", .applied, 31))
    add("spoken", event("spoken", .applied, 40), event("spoken", .acknowledged, 9))
    add("called", event("called", .applied, 40), event("called", .silent, 9))
    add("old", event("old", .applied, 200))
    add("month", event("month", .refused, 31))
    add("between", event("between", .refused, 45))
    add("ninety", event("ninety", .refused, 95))
    add("offer", event("offer", .offered, 3, due: 4))
    add("moved", event("moved", .applied, 3))
    archive.append(
      .mark(
        Mark(
          id: ID("m"), application: ID("moved"), entry: "warm/x", action: .moved, until: today,
          recorded: noon)))
    try store.merge(archive, at: noon)
    let found = Set(try store.agenda(today: today).map(\.application.id.text))
    #expect(found == ["silent", "month", "ninety", "offer", "moved"])
    let marks = try store.agenda(today: today).flatMap(\.marks)
    #expect(marks.map(\.id) == [ID("m")])
  }

  /// The windows of the searches follow the user's own figures, and the facts carry them.
  @Test func theAgendaFollowsThePatienceOfTheUser() throws {
    func found(_ patience: Patience) throws -> Set<String> {
      let store = try Store.temporary(patience: patience)
      defer { try? store.close() }
      var archive = Archive()
      func add(_ id: String, _ events: Event...) {
        archive.append(.application(application(id, id)))
        for event in events { archive.append(.event(event)) }
      }
      add("day12", event("day12", .applied, 12))
      add("day31", event("day31", .applied, 31))
      add("day70", event("day70", .applied, 70))
      archive.append(.application(application("talk", "talk")))
      archive.append(
        .interview(
          Interview(id: ID("i"), application: ID("talk"), recorded: noon) {
            $0.start = Moment(today.adding(days: -12), hour: 10)
          }))
      add("promise", event("promise", .applied, 110), event("promise", .promised, 109, due: -90))
      try store.merge(archive, at: noon)
      let facts = try store.agenda(today: today)
      #expect(facts.allSatisfy { $0.patience == patience })
      #expect(try store.shelf(.init(.top, count: 9)).rows.allSatisfy { $0.patience == patience })
      #expect(try store.dossier(ID("day12"))?.patience == patience)
      try store.eachGlance { #expect($0.patience == patience) }
      return Set(facts.map(\.application.id.text))
    }
    #expect(try found(Patience()) == ["day31", "talk"])
    #expect(try found(Patience(silence: 12)) == ["day12", "day31", "talk"])
    #expect(try found(Patience(silence: 13)) == ["day31", "talk"])
    #expect(try found(Patience(silence: 60)) == ["day70", "talk"])
    #expect(try found(Patience(silence: 60, grace: 30)) == ["day70", "promise", "talk"])
  }

  @Test func thousandsOfSilencesStayFew() throws {
    let store = try Store.temporary()
    var archive = Archive()
    for number in 0..<2000 {
      archive.append(.application(application("app\(number)", "Acme \(number)")))
      archive.append(.event(event("app\(number)", .applied, 30 + number % 30)))
      archive.append(.event(event("app\(number)", .invited, 30 + number % 30)))
    }
    try store.merge(archive, at: noon)
    #expect(try store.agenda(today: today).count <= 40)
  }

  @Test func contactsCarryTheirHistory() throws {
    let store = try Store.temporary()
    var archive = Archive()
    for id in ["acme", "zeta"] { archive.append(.application(application(id, id))) }
    archive.append(
      .person(
        Person(id: ID("ines")) {
          $0.name = "Ines Kahl"
          $0.company = "Talent GmbH"
        }))
    archive.append(.person(Person(id: ID("bob")) { $0.name = "Bob" }))
    archive.append(
      .interview(
        Interview(id: ID("i"), application: ID("acme"), recorded: noon) {
          $0.start = noon
          $0.people = [ID("ines")]
        }))
    archive.append(
      .event(
        Event(
          id: ID("e"), application: ID("zeta"), kind: .thanked, on: today.adding(days: -9),
          recorded: noon
        ) { $0.person = ID("ines") }))
    archive.append(
      .feedback(
        Feedback(id: ID("f"), application: ID("zeta"), recorded: noon) {
          $0.person = ID("ines")
          $0.asked = today.adding(days: -4)
        }))
    try store.merge(archive, at: noon)
    let all = try store.contacts(now: noon)
    #expect(all.map(\.person.name) == ["Bob", "Ines Kahl"])
    #expect(all.last?.history.map(\.company) == ["acme", "zeta", "zeta"])
    #expect(
      all.last?.history.map(\.what) == [
        "round 1, interview", "asked for feedback", "thank-you sent",
      ])
    #expect(try store.contacts("kahl", now: noon).map(\.person.id) == [ID("ines")])
    #expect(try store.contacts("nobody", now: noon).isEmpty)
    #expect(try store.contacts(now: noon, limit: 1).count == 1)
  }
}
