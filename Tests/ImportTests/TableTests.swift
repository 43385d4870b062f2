import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// Tables as the common trackers write them, with made-up content.
@Suite("A tracker's table becomes applications", .timed) struct TableTests {
  let now = TestClock.noon

  private struct Read {
    var table: TableImport
    var file: OnFile
    var rows: [TableImport.Row] = []
    var entities: [Entity] { rows.flatMap(\.entities) }
    var applications: [Application] {
      entities.compactMap { if case .application(let it) = $0 { it } else { nil } }
    }
    var interviews: [Interview] {
      entities.compactMap { if case .interview(let it) = $0 { it } else { nil } }
    }
    var people: [Person] {
      entities.compactMap { if case .person(let it) = $0 { it } else { nil } }
    }
    /// What happened at a company, such as `applied 2026-02-12`, or `refused` where nobody noted the day.
    func facts(_ company: String) -> [String] {
      let ids = applications.filter { $0.company == company }.map(\.id)
      return entities.compactMap {
        if case .event(let it) = $0, ids.contains(it.application) {
          it.known.map { "\(it.kind.rawValue) \($0)" } ?? it.kind.rawValue
        } else {
          nil
        }
      }
    }
  }

  private func read(
    _ bytes: [UInt8], _ options: TableImport.Options = .init(), beside file: OnFile = OnFile()
  ) throws -> Read {
    let table = try TableImport(
      ByteSource(name: "t.csv", bytes), words: importWords, options: options, now: now)
    var result = Read(table: table, file: file)
    try table.rows(&result.file) { result.rows.append($0) }
    return result
  }

  private func read(text: String, _ options: TableImport.Options = .init()) throws -> Read {
    try read(Array(text.utf8), options)
  }

  @Test func huntr() throws {
    let it = try read(try file("Tables/huntr.csv"))
    #expect(it.applications.map(\.company) == ["Nordlicht Labs", "Fjord, Inc.", "Kiesel GmbH"])
    #expect(it.facts("Nordlicht Labs") == ["applied 2026-02-12", "invited"])
    #expect(it.facts("Fjord, Inc.") == ["applied 2026-02-02", "refused"])
    #expect(it.facts("Kiesel GmbH").isEmpty)
    let first = it.applications[0]
    #expect(first.link == "https://jobs.example.com/nordlicht/17")
    #expect(
      first.notes.contains("Asked a friend") && first.notes.contains("Location: Oslo, Norway"))
    #expect(it.table.shape.kept.contains("Color"))
    #expect(it.applications[1].payOffered == "$120k")
  }

  @Test func teal() throws {
    let it = try read(try file("Tables/teal.csv"))
    #expect(it.applications.map(\.role) == ["Product Designer", "UX Researcher", "Design Lead"])
    #expect(it.facts("Lumen Works") == ["applied 2026-02-21"])
    #expect(it.facts("Harbor Health").isEmpty)
    #expect(it.facts("Oak & Iron") == ["applied 2026-01-13", "withdrew"])
    #expect(it.applications[0].notes.contains("Excitement: 4"))
  }

  @Test func notion() throws {
    let it = try read(try file("Tables/notion.csv"))
    #expect(it.applications.map(\.company) == ["Lumen Works", "Harbor Health"])
    #expect(it.facts("Lumen Works") == ["applied 2026-02-21"])
    #expect(it.facts("Harbor Health") == ["applied 2026-01-08", "silent"])
    let round = try #require(it.interviews.first)
    #expect(round.start?.description == "2026-03-04T14:30:00Z" && round.dayOnly == nil)
    #expect(
      it.people.map(\.name) == ["Ada Quill"] && it.people[0].email == "ada.quill@lumen.example")
  }

  @Test func airtable() throws {
    let it = try read(try file("Tables/airtable.csv"))
    #expect(
      it.facts("Lumen Works") == ["applied 2026-02-21", "refused 2026-03-09"],
      "\(it.facts("Lumen Works"))")
    #expect(
      it.interviews.filter { $0.application == it.applications[0].id }.map(\.round) == [1, 2])
    #expect(it.interviews[1].dayOnly == true)
    #expect(
      it.facts("Harbor Health") == [
        "applied 2026-01-08", "offered", "declined",
      ])
    #expect(it.people.map(\.email) == ["ada.quill@lumen.example"])
    #expect(it.applications[0].channelUsed == "LinkedIn")
  }

  @Test func aTitleAboveTheHeadingsAndARowWithoutACompany() throws {
    let it = try read(try file("Tables/sheets.tsv"))
    #expect(it.table.shape.line == 3)
    #expect(it.applications.map(\.company) == ["Lumen Works", "Harbor Health"])
    #expect(it.facts("Lumen Works") == ["applied 2026-02-21", "silent"])
    #expect(
      it.facts("Harbor Health") == [
        "applied 2026-01-08", "offered", "accepted",
      ])
    #expect(it.rows.compactMap(\.fault) == ["it has no company"])
    #expect(it.rows.last?.line == 7)
  }

  @Test func germanExcel() throws {
    let it = try read(try file("Tables/excel-de.csv"))
    #expect(
      it.applications.map(\.company) == ["Müller & Söhne GmbH", "Straßenbau AG", "Café Blau"])
    #expect(it.facts("Müller & Söhne GmbH") == ["applied 2026-02-03", "refused"])
    #expect(it.interviews.first?.start?.description == "2026-03-11T14:00:00Z")
    #expect(it.facts("Café Blau") == ["applied 2026-02-12", "silent"])
    #expect(it.applications[0].notes == "Zitat: \"leider nein\"")
    #expect(it.applications[0].payOffered == "60.000 €")
    #expect(it.table.remarks.contains { $0.contains("Windows-1252") })
  }

  @Test func linkedIn() throws {
    let it = try read(try file("Tables/linkedin.csv"))
    #expect(it.applications.map(\.company) == ["Lumen Works", "Harbor Health"])
    #expect(it.facts("Lumen Works") == ["applied 2026-02-21"])
    #expect(it.facts("Harbor Health") == ["applied 2026-01-08"])
    #expect(it.applications[0].resume == "cv-2026.pdf")
    #expect(it.applications[0].notes.contains("How many years"))
  }

  @Test(arguments: [
    "huntr.csv", "teal.csv", "notion.csv", "airtable.csv", "sheets.tsv", "excel-de.csv",
    "linkedin.csv",
  ])
  func again(_ name: String) throws {
    let bytes = try file("Tables/" + name)
    let first = try read(bytes)
    #expect(!first.entities.isEmpty)
    let second = try read(bytes, beside: first.file)
    #expect(second.entities.isEmpty, "\(second.entities)")
    // Also where the store only tells that it has them.
    let ids = Set(first.entities.map(\.id))
    let third = try read(bytes, beside: OnFile { ids.contains($1) })
    #expect(third.applications.isEmpty)
    #expect(ImportFormat.found(in: bytes) { importWords } == .csv)
  }

  @Test func newsOfARowIsAdded() throws {
    let head = "Company,Role,Applied,Status,Rejected on\n"
    let first = try read(text: head + "Acme,Cook,2026-02-01,Applied,\n")
    let second = try read(
      Array((head + "ACME,cook,2026-02-01,Rejected,2026-02-20\n").utf8), beside: first.file)
    #expect(second.entities.count == 1)
    guard case .event(let it)? = second.entities.first else { return #expect(Bool(false)) }
    #expect(
      it.kind == .refused && it.known?.description == "2026-02-20"
        && it.application == first.applications[0].id)
    #expect(second.rows[0].sentence.contains("already here"))
    // The same job on another day is another application.
    let third = try read(Array((head + "Acme,Cook,2026-03-01,Applied,\n").utf8), beside: first.file)
    #expect(third.applications.count == 1)
  }

  // MARK: - Dates

  private func order(_ dates: [String], _ told: DateOrder? = nil) throws -> [String] {
    let text =
      "Company,Applied\n"
      + dates.enumerated().map { "C\($0.offset),\"\($0.element)\"" }.joined(separator: "\n")
    let it = try read(text: text, .init(dates: told))
    return it.entities.compactMap {
      if case .event(let e) = $0 { e.known?.description } else { nil }
    }
  }

  @Test func theColumnTellsTheOrder() throws {
    #expect(try order(["02/01/2026", "13/01/2026"]) == ["2026-01-02", "2026-01-13"])
    #expect(try order(["02/01/2026", "01/13/2026"]) == ["2026-02-01", "2026-01-13"])
    #expect(try order(["2/1/26", "1/13/26"]) == ["2026-02-01", "2026-01-13"])
    #expect(try order(["26-01-13"]) == ["2026-01-13"])
    #expect(
      try order(["2026-02-01", "2026/02/03", "3.2.2026"]) == [
        "2026-02-01", "2026-02-03", "2026-02-03",
      ])
    // What is no date at all has no say in it.
    for none in ["32.13.2026", "32/13/2026", "2026.13.32"] {
      #expect(
        try order(["03.11.2025", "14.10.2025", none]) == ["2025-11-03", "2025-10-14"], "\(none)")
    }
    // Twelve is a month, thirteen is none.
    #expect(try order(["02/02/2026"]) == ["2026-02-02"])
    // One way would be in the future.
    #expect(try order(["03/04/2026"]) == ["2026-03-04"])
    let open = fault { _ = try order(["01/02/2026", "02/03/2026"]) }
    #expect(open?.kind == .dates && open?.description.contains("1 February or 2 January") == true)
    #expect(try order(["01/02/2026"], .dmy) == ["2026-02-01"])
    #expect(try order(["01/02/2026"], .mdy) == ["2026-01-02"])
    #expect(fault { _ = try order(["13/02/2026", "02/13/2026", "01/02/2026"]) }?.kind == .dates)
  }

  @Test func datesInWordsNumbersAndTimes() throws {
    #expect(
      try order([
        "Feb 3, 2026", "3 February 2026", "February 3rd, 2026", "2026-02-03T23:59:00Z", "46056",
        "3. März 2026", "3 mars 2026",
        "February 3, 2026 → February 5, 2026",
      ]) == [
        "2026-02-03", "2026-02-03", "2026-02-03", "2026-02-03", "2026-02-03", "2026-03-03",
        "2026-03-03", "2026-02-03",
      ])
    // What is no date is kept, and so is what has not happened.
    let odd = try read(text: "Company,Applied\nA,soon\nB,2027-01-01\nC,TBD\nD,1926-01-01\n")
    #expect(odd.applications.count == 4 && odd.entities.count == 4)
    #expect(
      odd.applications.map(\.notes) == [
        "Applied: soon", "Applied: 2027-01-01", "", "Applied: 1926-01-01",
      ])
    #expect(odd.table.remarks.contains { $0.contains("“soon” on line 2") })
  }

  // MARK: - Columns and statuses

  @Test func columnsAreNamedByThePerson() throws {
    let text = "Wer,Was,Wann\nAcme,Cook,2026-02-01\n"
    #expect(
      fault { _ = try read(text: text) }?.description.contains("--map company=HEADING") == true)
    let it = try read(
      text: text, .init(map: [(.company, "wer"), (.role, "Was"), (.applied, "Wann")]))
    #expect(it.applications[0].company == "Acme" && it.applications[0].role == "Cook")
    #expect(it.facts("Acme") == ["applied 2026-02-01"])
    let missing = fault { _ = try read(text: text, .init(map: [(.company, "Wo")])) }
    #expect(
      missing?.kind == .usage && missing?.description.contains("has: Wer, Was, Wann") == true)
  }

  @Test(arguments: [
    ("✅ Applied", ["applied"]), ("3. Interview", ["applied", "invited"]),
    ("Rejected (no feedback)", ["applied", "refused"]),
    ("REJECTED", ["applied", "refused"]), ("Ghosted 👻", ["applied", "silent"]),
    ("Offer accepted!", ["applied", "offered", "accepted"]),
    ("Wishlist", []), ("Closed", []), ("Not rejected yet", []),
    ("Withdrew", ["applied", "withdrew"]),
    ("Rejected after phone screen", ["applied", "held", "refused"]), ("Declined", []),
  ]) func statuses(_ text: String, _ kinds: [String]) throws {
    let it = try read(text: "Company,Date applied,Status\nAcme,2026-02-01,\(text)\n")
    let found = it.facts("Acme").map { String($0.split(separator: " ")[0]) }
    #expect(Set(found) == Set(kinds + ["applied"]))
    if ["Closed", "Declined", "Not rejected yet"].contains(text) {
      #expect(it.applications[0].notes == "Status: \(text)")
    }
  }

  @Test(arguments: [
    ("Interview on 2.4.", ["applied 2026-02-01", "interview 2026-04-02"]),
    ("Interview on 2.12.", ["applied 2026-02-01"]),
    ("Interview 24 Mar 2026", ["applied 2026-02-01", "interview 2026-03-24"]),
    ("Rejected 14 February", ["applied 2026-02-01", "refused 2026-02-14"]),
    ("Rejected on 2026-02-14", ["applied 2026-02-01", "refused 2026-02-14"]),
    ("Offer (20 Feb)", ["applied 2026-02-01", "offered 2026-02-20"]),
  ]) func aDayInAStatusIsRead(_ text: String, _ facts: [String]) throws {
    let it = try read(text: "Company,Date applied,Status\nAcme,2026-02-01,\(text)\n")
    #expect(it.applications[0].notes == "Status: \(text)")
    let rounds = it.entities.compactMap { entity -> String? in
      if case .interview(let it) = entity { it.start.map { "interview \($0.day)" } } else { nil }
    }
    #expect(it.facts("Acme").filter { !$0.hasPrefix("invited") } + rounds == facts, "\(text)")
  }

  @Test func aDayThatCouldBeTwoStaysWords() throws {
    let it = try read(text: "Company,Date applied,Status\nAcme,2026-02-01,Rejected 03/02/2026\n")
    #expect(it.applications[0].notes == "Status: Rejected 03/02/2026")
    #expect(!it.facts("Acme").contains("refused 2026-02-03"))
  }

  @Test func headingsInManyForms() throws {
    for head in [
      "Company Name,Job Title", "company_name,job_title", "companyName,jobTitle",
      "COMPANY,POSITION", "🏢 Company,💼 Role",
      "Employer*,Position (title)", "Firma,Stelle", "Entreprise,Poste",
      "Name of the company,Title of the role",
    ] {
      let it = try read(text: head + "\nAcme,Cook\n")
      #expect(it.applications.first?.company == "Acme", "\(head)")
      #expect(it.applications.first?.role == "Cook", "\(head)")
    }
  }

  @Test func namesAreOneLineAndNothingIsObeyed() throws {
    let it = try read(text: "Company,Role\n\"Ac\nme\u{1b}[31m\",\"Cook\u{202e}\"\n=cmd(),x\n")
    #expect(it.applications.map(\.company) == ["Ac me[31m", "=cmd()"])
    #expect(it.applications.allSatisfy { $0.nameFault == nil })
  }

  @Test func aTableOfNothing() throws {
    #expect(fault { _ = try read(text: "") }?.description.contains("empty") == true)
    #expect(fault { _ = try read(text: "\n\n \n") } != nil)
    #expect(try read(text: "Company,Role\n").rows.isEmpty)
    #expect(try read(text: "Company,Role\nAcme,\n").applications.count == 1)
    #expect(try read(text: "Company,Role\nAcme,Cook\nAcme,Cook\n").applications.count == 1)
  }

  /// What happened is told from all of a status, and what its words deny isn't.
  @Test(arguments: [
    ("Applied / Rejected", ["applied", "refused"]),
    ("Rejected; Interviewed", ["applied", "held", "refused"]),
    ("Interview → Rejected", ["applied", "held", "refused"]),
    ("Rejected after 2nd interview", ["applied", "held", "refused"]),
    ("Ghosted after second round", ["applied", "held", "silent"]),
    ("Phone Screen Completed", ["applied", "held"]),
    ("Vorstellungsgespräch geführt", ["applied", "held"]),
    ("Not rejected after 2nd interview", ["applied"]), ("Applied / maybe", ["applied"]),
  ]) func allOfAStatus(_ status: String, _ kinds: [String]) throws {
    let it = try read(text: "Company,Role,Applied,Status\nAcme,Cook,2026-02-02,\"\(status)\"\n")
    #expect(it.facts("Acme").map { String($0.prefix { $0 != " " }) }.sorted() == kinds, "\(status)")
  }

  @Test func aTableInMarkdown() throws {
    let it = try read(
      text: "| Company | Role | Applied |\n|---|:--|---:|\n| Acme | Cook | 2026-02-02 |\n")
    #expect(it.rows.count == 1 && it.applications.map(\.company) == ["Acme"])
    #expect(it.rows.allSatisfy { $0.fault == nil })
  }

  /// What is wrong below the headings is said as such, and not that nobody knows what it is.
  @Test func headingsAloneTellIt() {
    let broken = "Company,Role,Applied,Notes\nAcme,Cook,2026-02-02,\"open\nBeta,Dev,x,y\n"
    #expect(ImportFormat.found(in: Array(broken.utf8)) { importWords } == .csv)
    #expect(ImportFormat.found(in: Array("Acme,Cook,2026-02-02\n".utf8)) { importWords } == nil)
  }
}
