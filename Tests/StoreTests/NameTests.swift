import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

@Suite("Names of others in a letter", .timed)
struct NameTests {
  let folder = Folder()

  private func person(_ id: String, _ name: String, _ company: String) -> Entity {
    .person(
      Person(id: ID(id)) {
        $0.name = name
        $0.company = company
      })
  }

  private func filled() throws -> Store {
    let store = try Store(path: folder())
    try store.apply(
      inserts(
        .application(application("own", "Nordlicht")),
        .application(application("other", "Kestrel Labs")),
        .application(application("acme", "Acme")),
        .application(application("target", "target")),
        .application(application("lodz", "Złota Łódź sp. z o.o.")),
        .application(application("cafe", "Café Übermut & Söhne")),
        .application(application("hayabusa", "株式会社はやぶさ")),
        .application(application("nakheel", "شركة النخيل")),
        .application(application("north", "Nord")),
        person("ines", "Ines Kahl", "Nordlicht"), person("moses", "Moses Example", "Kestrel Labs"),
        person("oskar", "Oskar Beispiel", "Beispiel & Partner"),
        person("layla", "ليلى مثال", "شركة النخيل"),
        .interview(
          Interview(id: ID("i"), application: ID("own"), recorded: noon) {
            $0.people = [ID("oskar")]
          })), at: noon)
    return store
  }

  @Test(arguments: [
    ("I liked what Kestrel Labs does.", ["Kestrel Labs"]),
    ("Kestrel Labs’ maps, and Acme's anvils.", ["Kestrel Labs", "Acme"]),
    ("Moses Example said so, at ACME.", ["Moses Example", "ACME"]),
    ("Dear Ines Kahl, Oskar Beispiel of Beispiel & Partner sent me to Nordlicht.", []),
    ("We hit our target, at the acme of it.", []),
    ("Target the target.", []),
    ("At Złota Łódź sp. z o.o. they bake.", ["Złota Łódź sp. z o.o."]),
    ("Café Übermut & Söhne: cake.", ["Café Übermut & Söhne"]),
    ("先日株式会社はやぶさの皆様", ["株式会社はやぶさ"]),
    ("السلام على شركة النخيل و ليلى مثال", ["شركة النخيل", "ليلى مثال"]),
    ("See https://acme.example/Acme or Kestrel@acme.example.", []),
    ("Kestrel is a bird; Labs are dogs.", []),
    ("Nordlicht is not Nord.", ["Nord"]),
    ("", []),
  ])
  func whatOccursAndBelongsElsewhere(_ text: String, _ names: [String]) throws {
    #expect(try filled().foreignNames(in: text, besides: ID("own")) == names)
  }

  @Test func anApplicationOwnsItsNames() throws {
    let store = try filled()
    let text = "Kestrel Labs, Moses Example, Nordlicht, Ines Kahl"
    #expect(try store.foreignNames(in: text, besides: ID("other")) == ["Nordlicht", "Ines Kahl"])
    #expect(try store.foreignNames(in: text, besides: ID("gone")).count == 4)
  }

  /// By the plan, not by the clock: no look-up reads a table from end to end.
  @Test func twentyThousandNamesCostNoMore() throws {
    let store = try filled()
    try store.write { db in
      for number in 0..<10_000 {
        try db.run(
          """
          INSERT INTO application (id, created, company, role, channelAsked, channelUsed, link,
            payAsked, payOffered, resume, notes)
          VALUES (?, '2026-03-20T12:00:00Z', ?, '', '', '', '', '', '', '', '')
          """, .text("many\(number)"), .text("Company \(number)"))
        try db.run(
          "INSERT INTO person VALUES (?, ?, 'other', ?, '', '', '')", .text("many\(number)"),
          .text("Person \(number)"), .text("Employer \(number)"))
      }
    } stands: { _, _ in
      false
    }
    let text = "Company 77 and Person 9999 of Employer 3."
    #expect(
      try store.foreignNames(in: text, besides: ID("own"))
        == ["Company 77", "Person 9999", "Employer 3"])
    for sql in Store.nameQueries {
      let plan = try store.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: ["x"]).map {
          String($0["detail"])
        }
      }
      #expect(!plan.isEmpty)
      #expect(plan.allSatisfy { $0.contains("SEARCH") && $0.contains("INDEX") }, "\(plan)")
    }
  }

  @Test func aLongTextIsLookedAtInPart() {
    let text = String(repeating: "Name ", count: 50_000)
    let count = NameCandidates(text).starts.reduce(0) { $0 + $1.count }
    #expect(count >= NameCandidates.most && count < NameCandidates.most + 20)
  }
}
