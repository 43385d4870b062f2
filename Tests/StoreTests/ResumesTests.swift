import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

/// The versions of the résumé and what became of each; who looks for work; what is still open.
@Suite(.timed) struct ResumesTests {
  private let today = noon.day

  @Test func whatBecameOfEachVersionIsCounted() throws {
    let store = try Store.temporary()
    var archive = Archive()
    func add(_ id: String, _ resume: String, _ events: Event...) {
      var it = application(id, id)
      it.resume = resume
      archive.append(.application(it))
      for event in events { archive.append(.event(event)) }
    }
    add("flight", "new", event("flight", .applied, 3))
    add("no", "new", event("no", .applied, 30), event("no", .refused, 9))
    add("back", "new", event("back", .refused, 9), event("back", .reopened, 2))
    add("self", "new", event("self", .applied, 9), event("self", .withdrew, 2))
    add("talk", "new", event("talk", .held, 9))
    add("offer", "new", event("offer", .held, 9), event("offer", .offered, 2))
    add("planned", "new", event("planned", .invited, 1))
    archive.append(
      .interview(
        Interview(id: ID("i"), application: ID("planned"), recorded: noon) {
          $0.start = noon.adding(seconds: 3 * 86400)
        }))
    add("old", "named only", event("old", .refused, 90))
    add("none", "")
    archive.append(
      .resume(
        Resume(id: ID("r"), recorded: noon) {
          $0.name = "new"
          $0.skills = "Linux"
        }))
    archive.append(.resume(Resume(id: ID("u"), recorded: noon) { $0.name = "unused" }))
    try store.merge(archive, at: noon)
    let found = try store.resumes(now: noon, limit: 10)
    #expect(found.map(\.name) == ["new", "unused", "named only"])
    let new = found[0]
    #expect(new.resume?.skills == "Linux")
    #expect((new.sent, new.talks, new.offers, new.settled) == (7, 2, 1, 3))
    #expect(new.open == 4)
    #expect(found[1].sent == 0)
    #expect(found[2].resume == nil && found[2].settled == 1)
    #expect(try store.resumes(now: noon, limit: 1).map(\.name) == ["new"])
  }

  /// Each version of the cover letter is named once, by name.
  @Test func theVersionsOfTheCoverLetter() throws {
    let store = try Store.temporary()
    #expect(try store.coverVersions(limit: 4).isEmpty)
    var archive = Archive()
    for (at, cover) in ["warm", nil, "short", "warm", "", "Äpfel"].enumerated() {
      archive.append(
        .application(
          Application(id: ID("a\(at)"), created: noon) {
            $0.company = "Acme"
            $0.cover = cover
          }))
    }
    try store.merge(archive, at: noon)
    #expect(try store.coverVersions(limit: 4) == ["short", "warm", "Äpfel"])
    #expect(try store.coverVersions(limit: 2) == ["short", "warm"])
  }

  /// No table is read from end to end.
  @Test(arguments: [
    ResumeQuery.ledgers,
    "SELECT resume FROM application WHERE resume <> '' AND resume > 'a' ORDER BY resume LIMIT 1",
    "SELECT cover FROM application WHERE cover <> '' AND cover > 'a' ORDER BY cover LIMIT 1",
    "SELECT application FROM improvement WHERE \"by\" IS NOT NULL AND state = 'open' AND \"by\" <= 'x'"
      + " ORDER BY \"by\" DESC LIMIT 40",
  ])
  func everyQuestionHasItsIndex(_ sql: String) throws {
    let plan = try Store.temporary().read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + sql,
        arguments: sql.contains("?") ? ["name"] : []
      ).map { String($0["detail"]) }
    }
    let scans = plan.filter {
      $0.hasPrefix("SCAN") && !$0.contains("INDEX") && $0 != "SCAN (subquery-1)"
    }
    #expect(scans.isEmpty, "\(plan)")
    #expect(plan.contains { $0.contains("INDEX") })
  }

  @Test func everyNameOnFileIsThereOnce() throws {
    let store = try Store.temporary()
    var archive = Archive()
    for (id, company) in [("a", "Acme"), ("b", "Acme"), ("c", "Zeta")] {
      archive.append(.application(application(id, company)))
    }
    for id in ["p", "q"] {
      archive.append(
        .person(
          Person(id: ID(id)) {
            $0.name = "Ines Kahl"
            $0.company = "Nordlicht"
          }))
    }
    try store.merge(archive, at: noon)
    let names = try store.namesOnFile()
    #expect(names.companies == ["Acme", "Nordlicht", "Zeta"] && names.people == ["Ines Kahl"])
  }

  @Test func theProfileIsOne() throws {
    let store = try Store.temporary()
    #expect(try store.profile() == nil)
    let it = Profile {
      $0.name = "Robin Muster"
      $0.available = "in May"
    }
    try store.apply(Change("your details changed", [.insert(.profile(it))]), at: noon)
    #expect(try store.profile() == it)
    var archive = Archive()
    archive.append(.application(application("acme", "Acme")))
    try store.merge(archive, at: noon)
    #expect(try store.teachings(for: ID("acme"), limit: 3).available == "in May")
    #expect(try store.undo(at: noon) != nil)
  }

  @Test func whatIsOpenElsewhereIsAFew() throws {
    let store = try Store.temporary()
    var archive = Archive()
    for n in 0..<90 {
      var it = application("app\(n)", "Acme \(n)")
      it.created = noon.adding(seconds: -n * 3600)
      archive.append(.application(it))
      archive.append(
        .event(event("app\(n)", n % 3 == 0 ? .applied : .refused, 1)))
    }
    try store.merge(archive, at: noon)
    let found = try store.live(besides: ID("app0"), now: noon, limit: 5)
    #expect(found.count == 5)
    #expect(!found.contains { $0.id == ID("app0") })
    #expect(Set(found.map(\.id)).count == 5)
    for it in found { #expect(Int(it.id.text.dropFirst(3)).map { $0 % 3 } == 0) }
    #expect(try store.live(besides: ID("app0"), now: noon, limit: 0).isEmpty)
  }

  @Test func theAgendaSuppliesChangesAndWhatIsNext() throws {
    let store = try Store.temporary()
    var archive = Archive()
    for id in ["due", "later", "next"] { archive.append(.application(application(id, id))) }
    for (id, days) in [("due", 3), ("later", 30)] {
      archive.append(
        .improvement(
          Improvement(id: ID("imp-\(id)"), application: ID(id), recorded: noon) {
            $0.what = "learn \(id)"
            $0.by = today.adding(days: days)
          }))
    }
    try store.merge(archive, at: noon)
    var ids = IDSource(seed: 1)
    try store.apply(
      Recipe.next("ring", on: today.adding(days: 1), application: ID("next"), ids: &ids, now: noon),
      at: noon)
    func texts(_ days: Int) throws -> Set<String> {
      let now = noon.adding(seconds: days * 86400)
      return Set(Agenda.entries(try store.agenda(today: now.day), now: now).map(\.text))
    }
    #expect(try texts(0) == ["try: learn due"])
    #expect(try texts(1) == ["try: learn due", "next: ring"])
  }
}
