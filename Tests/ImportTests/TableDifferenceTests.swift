import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

@Suite("A table that comes again fills in, and names what differs", .timed)
struct TableDifferenceTests {
  private let now = TestClock.noon
  private let id = ID("acmeacmeacmeacme")

  private func application(_ fill: (inout Application) -> Void = { _ in }) -> Application {
    Application(id: id, created: now) {
      ($0.company, $0.role) = ("Acme", "Cook")
      fill(&$0)
    }
  }

  private func read(
    _ text: String, beside application: Application, _ people: [Person] = [],
    events: [(Event.Kind, Day)] = [(.applied, Day(2026, 2, 1)!)]
  ) throws -> (rows: [TableImport.Row], remarks: [String]) {
    var file = OnFile(load: { $0 == application.id ? application : nil })
    let ledger = Ledger(
      events: events.map {
        Event(id: ID($0.0.rawValue), application: id, kind: $0.0, on: $0.1, recorded: now)
      }, interviews: [])
    file.add(
      Glance(id: id, company: "Acme", role: "Cook", ledger: ledger, patience: Patience()))
    for person in people { file.add(person) }
    let table = try TableImport(
      ByteSource(name: "t.csv", Array(text.utf8)), words: importWords, now: now)
    var rows: [TableImport.Row] = []
    try table.rows(&file) { rows.append($0) }
    return (rows, table.remarks)
  }

  private let head = "Company,Role,Date applied,Link,Source,Salary,Notes\n"

  private func next(_ operation: Change.Operation?) -> Application? {
    if case .update(_, .application(let it))? = operation { it } else { nil }
  }

  @Test func whatIsEmptyIsFilledIn() throws {
    let text = head + "Acme,Cook,2026-02-01,https://x.example,Board,50k,called twice\n"
    let row = try #require(try read(text, beside: application()).rows.first)
    #expect(row.entities.isEmpty && row.differences.isEmpty && row.fills.count == 1)
    #expect(
      row.sentence
        == "Acme · Cook is already here; this adds: the link, where you found it, "
        + "the pay they mentioned, the notes")
    let filled = try #require(next(row.fills.first))
    #expect((filled.link, filled.channelUsed) == ("https://x.example", "Board"))
    #expect((filled.payOffered, filled.notes) == ("50k", "called twice"))
    // And the same again changes nothing.
    let again = try #require(try read(text, beside: filled).rows.first)
    #expect(again.entities.isEmpty && again.fills.isEmpty && again.differences.isEmpty)
  }

  @Test func whatDiffersStaysAndIsNamed() throws {
    let mine = application {
      ($0.link, $0.payOffered, $0.notes) = ("https://mine.example", "60k", "my own words")
    }
    let text = head + "Acme,Cook,2026-02-01,https://x.example,,50k,\"called twice\nmy own words\"\n"
    let row = try #require(try read(text, beside: mine).rows.first)
    #expect(row.entities.isEmpty && row.fills.isEmpty && row.differences.count == 1)
    #expect(
      row.differences[0].sentence
        == "Acme · Cook: the link is “https://mine.example” here, and “https://x.example” in the "
        + "table; the pay they mentioned is “60k” here, and “50k” in the table; "
        + "your notes don't have “called twice”")
    let theirs = try #require(next(row.differences[0].change))
    #expect((theirs.link, theirs.payOffered) == ("https://x.example", "50k"))
    #expect(theirs.notes == "my own words\ncalled twice")
    #expect(try read(text, beside: theirs).rows[0].differences.isEmpty)
  }

  @Test func anEmptyCellSaysNothing() throws {
    let mine = application { ($0.link, $0.notes) = ("https://mine.example", "mine") }
    let row = try read(head + "Acme,Cook,2026-02-01,,,,\n", beside: mine).rows[0]
    #expect(row.entities.isEmpty && row.fills.isEmpty && row.differences.isEmpty)
  }

  @Test func aDayThatDiffersIsNamed() throws {
    let events: [(Event.Kind, Day)] = [
      (.applied, Day(2026, 2, 1)!), (.refused, Day(2026, 3, 9)!),
    ]
    let rows = try read(
      "Company,Role,Date applied,Rejected on\nAcme,Cook,2026-02-01,2026-03-12\n",
      beside: application(), events: events
    ).rows
    #expect(rows[0].entities.isEmpty && rows[0].differences.count == 1)
    #expect(rows[0].differences[0].change == nil)
    #expect(
      rows[0].differences[0].sentence.contains("9 Mar here, and 12 Mar in the table"),
      "\(rows[0].differences[0].sentence)")
    let same = try read(
      "Company,Role,Date applied,Rejected on\nAcme,Cook,2026-02-01,2026-03-09\n",
      beside: application(), events: events
    ).rows
    #expect(same[0].differences.isEmpty)
  }

  @Test func anotherDaySentIsAnotherApplicationAndSaysSo() throws {
    let row = try read(head + "Acme,Cook,2026-02-05,,,,\n", beside: application()).rows[0]
    #expect(row.entities.contains { $0.kind == .application })
    #expect(
      row.sentence
        == "Acme · Cook: applied 5 Feb. It's added next to the one you sent 1 Feb, because this one "
        + "says 5 Feb")
  }

  @Test func aContactIsFilledInToo() throws {
    let ada = Person(id: ID("ada")) { ($0.name, $0.company, $0.phone) = ("Ada", "Acme", "+41 1 2") }
    let text =
      "Company,Role,Date applied,Contact,Email,Phone\n"
      + "Acme,Cook,2026-02-01,Ada,ada@acme.example,0041 12\n"
    let row = try read(text, beside: application(), [ada]).rows[0]
    #expect(row.sentence == "Acme · Cook is already here; this adds: Ada's email")
    guard case .update(_, .person(let filled))? = row.fills.first else {
      return #expect(Bool(false), "\(row.fills)")
    }
    #expect(filled.email == "ada@acme.example" && filled.phone == "+41 1 2")
    #expect(row.differences.count == 1, "0041 12 and +41 1 2 are two numbers")
    #expect(row.differences[0].sentence.hasPrefix("Ada: the phone number is “+41 1 2” here"))
    let sameNumber = Person(id: ID("ada")) {
      ($0.name, $0.company, $0.phone, $0.email) = ("Ada", "Acme", "00 4112", "Ada@ACME.example")
    }
    let same = try read(text, beside: application(), [sameNumber]).rows[0]
    #expect(same.fills.isEmpty && same.differences.isEmpty)
  }

  @Test func someoneNewIsNamed() throws {
    let row = try read(
      "Company,Role,Date applied,Contact\nAcme,Cook,2026-02-01,Ben\n", beside: application()
    ).rows[0]
    #expect(row.sentence == "Acme · Cook is already here; this adds: the contact Ben")
  }

  @Test func twoRowsOfOneJob() throws {
    // Of one on file both fill in, each what is still empty.
    let text = head + "Acme,Cook,2026-02-01,https://a.example,,,\nAcme,Cook,2026-02-01,,,50k,\n"
    let rows = try read(text, beside: application()).rows
    let last = try #require(next(rows[1].fills.first))
    #expect(rows.count == 2 && last.link == "https://a.example" && last.payOffered == "50k")
    // Of one that only the table has, the second adds what happened.
    let new = head + "Zeta,Cook,2026-02-01,https://a.example,,,\nZeta,Cook,2026-02-01,,,50k,\n"
    let both = try read(new, beside: application())
    #expect(both.rows[1].fills.isEmpty)
    #expect(both.remarks.contains { $0.hasPrefix("1 row names a job that a row above names.") })
  }
}
