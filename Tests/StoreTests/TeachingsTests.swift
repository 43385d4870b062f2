import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

@Suite(.timed) struct TeachingsTests {
  private func at(_ day: Int) -> Moment { noon.adding(seconds: day * 86400) }

  /// Eight applications; every second one at the company that is asked about.
  private func filled() throws -> Store {
    let store = try Store.temporary()
    var all: [Entity] = [.person(Person(id: ID("ines")) { $0.name = "Ines" })]
    for n in 0..<8 {
      let own = ID("app\(n)")
      all.append(.application(application("app\(n)", n % 2 == 0 ? "Acme" : "Other \(n)")))
      all.append(
        .debrief(
          Debrief(id: ID("d\(n)"), application: own, branch: .ghosted, started: at(n)) {
            $0.lesson = n == 7 ? "" : "lesson \(n)"
          }))
      all.append(
        .improvement(
          Improvement(id: ID("m\(n)"), application: own, recorded: at(n)) {
            $0.what = "change \(n)"
            $0.state = n == 6 ? .done : .open
            if n == 6 { $0.outcome = "it helped" }
          }))
      for (kind, rating) in [("w", 2), ("g", 4)] {
        all.append(
          .turn(
            Turn(id: ID("\(kind)\(n)"), application: own, recorded: at(n)) {
              $0.question = "question \(n)"
              $0.rating = rating
              $0.asker = n == 5 ? .me : .them
            }))
      }
      all.append(
        .feedback(
          Feedback(id: ID("f\(n)"), application: own, recorded: at(n)) {
            $0.from = "someone \(n)"
            $0.received = n == 4 ? nil : at(n).day
            $0.person = n == 7 ? ID("ines") : nil
          }))
    }
    all.append(
      .interview(
        Interview(id: ID("talk"), application: ID("app0"), recorded: noon) {
          $0.people = [ID("ines")]
        }))
    try store.apply(Change("add", all.map { .insert($0) }), at: noon)
    return store
  }

  @Test func theLatestOfEachKindAndNoMore() throws {
    let store = try filled()
    let found = try store.teachings(for: ID("app0"), limit: 3)
    #expect(found.lessons.map(\.thing.lesson) == ["lesson 6", "lesson 5", "lesson 4"])
    // Two applications at one company for the same job are told apart by their days.
    #expect(
      found.lessons.map(\.company) == [
        "Acme · added 20 Mar 2026, Engineer", "Other 5", "Acme · added 20 Mar 2026, Engineer",
      ])
    #expect(found.improvements.map(\.thing.what) == ["change 7", "change 5", "change 4"])
    #expect(found.weak.map(\.thing.id.text) == ["w7", "w6", "w4"])
    #expect(found.replies.map(\.thing.from) == ["someone 7", "someone 6", "someone 2"])
    #expect(try store.teachings(for: ID("gone"), limit: 3) == Teachings())
    #expect(try store.teachings(for: ID("app0"), limit: 0) == Teachings())
  }

  /// The latest interviews that have questions of theirs, whichever application they belong to.
  @Test func whatWasAskedLatelyIsByInterview() throws {
    let store = try Store.temporary()
    var all: [Entity] = [.application(application("app0", "Acme"))]
    for n in 0..<8 {
      let round = ID("r\(n)")
      all.append(.application(application("own\(n)", "Other \(n)")))
      all.append(
        .interview(
          Interview(id: round, application: ID("own\(n)"), recorded: noon) { $0.start = at(n) }))
      // Of 6 nothing is written down, and of 5 only what the user asked.
      guard n != 6 else { continue }
      for k in 0..<2 {
        all.append(
          .turn(
            Turn(id: ID("t\(n)\(k)"), application: ID("own\(n)"), recorded: noon) {
              ($0.question, $0.interview, $0.position) = ("\(n) \(k)?", round, k)
              $0.asker = n == 5 ? .me : .them
            }))
      }
    }
    try store.apply(Change("add", all.map { .insert($0) }), at: noon)
    let found = try store.teachings(for: ID("app0"), limit: 3).lately
    #expect(found == [7, 4, 3, 2, 1].map { ["\($0) 0?", "\($0) 1?"] })
  }

  /// The same company in any spelling, and no other that begins so.
  @Test func otherApplicationsToTheCompanyAreFound() throws {
    let store = try Store.temporary()
    let names = ["Café Nord", "cafe nord", "CAFÉ NORD", "Café Nordlicht", "Café", "Nord"]
    var all: [Entity] = names.enumerated().map { n, name in
      .application(application("app\(n)", name))
    }
    all.append(
      .event(
        Event(
          id: ID("no"), application: ID("app1"), kind: .refused, on: noon.day, recorded: noon)))
    all.append(
      .feedback(
        Feedback(id: ID("f"), application: ID("app2"), recorded: noon) {
          ($0.from, $0.received) = ("Ines Kahl", noon.day)
        }))
    try store.apply(Change("add", all.map { .insert($0) }), at: noon)
    let found = try store.earlier(at: application("app0", "Café Nord"))
    #expect(found.map(\.id.text).sorted() == ["app1", "app2"])
    #expect(found.first { $0.id == ID("app1") }?.ending == "they said no")
    #expect(found.first { $0.id == ID("app2") }?.helped == ["Ines Kahl"])
    #expect(try store.teachings(for: ID("app0"), limit: 3).here == found)
    #expect(try store.earlier(at: application("app6", "")).isEmpty)
    #expect(try store.earlier(at: application("app5", "Nord")).isEmpty)
  }

  @Test func ownLessonsAreLeftOutAndOwnChangesAreNot() throws {
    let found = try filled().teachings(for: ID("app6"), limit: 20)
    #expect(!found.lessons.contains { $0.thing.application == ID("app6") })
    #expect(!found.weak.contains { $0.thing.application == ID("app6") })
    #expect(!found.replies.contains { $0.thing.application == ID("app6") })
    #expect(found.improvements.count == 7)
  }

  /// No table is read from end to end, so that a long archive costs no more than a short one.
  @Test(arguments: [
    "SELECT id FROM debrief WHERE lesson <> '' AND application <> 'a' ORDER BY started DESC LIMIT 3",
    "SELECT id FROM improvement WHERE state = 'open' ORDER BY recorded DESC LIMIT 3",
    """
    SELECT id FROM turn WHERE rating <= 2 AND asker = 'them' AND application <> 'a'
    ORDER BY recorded DESC LIMIT 3
    """,
    "SELECT id FROM application WHERE company = 'a' COLLATE NOCASE ORDER BY created DESC LIMIT 9",
    """
    SELECT id FROM feedback WHERE person = 'p' AND person IS NOT NULL AND received IS NOT NULL
    ORDER BY received DESC LIMIT 3
    """,
  ])
  func everyQuestionHasItsIndex(_ sql: String) throws {
    let plan = try filled().read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { String($0["detail"]) }
    }
    #expect(plan.allSatisfy { $0.contains("INDEX") && !$0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
