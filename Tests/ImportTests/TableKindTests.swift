import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// What tables say without saying when, and how else they are written.
@Suite("A table says no more than it does", .timed) struct TableKindTests {
  private let now = TestClock.noon

  private struct Read {
    var remarks: [String] = []
    var rows: [TableImport.Row] = []
    var events: [Event] {
      rows.flatMap(\.entities).compactMap { if case .event(let it) = $0 { it } else { nil } }
    }
    var applications: [Application] {
      rows.flatMap(\.entities).compactMap {
        if case .application(let it) = $0 { it } else { nil }
      }
    }
    /// `applied 2026-02-01`, or `refused` where nobody noted the day.
    var facts: [String] {
      events.map { it in it.known.map { "\(it.kind.rawValue) \($0)" } ?? it.kind.rawValue }
    }
    var remark: String { remarks.joined(separator: "\n") }
  }

  private func read(_ bytes: [UInt8], _ options: TableImport.Options = .init()) throws -> Read {
    let table = try TableImport(
      ByteSource(name: "t.csv", bytes), words: importWords, options: options, now: now)
    var (result, file) = (Read(), OnFile())
    try table.rows(&file) { result.rows.append($0) }
    result.remarks = table.remarks
    return result
  }

  private func read(_ text: String, _ options: TableImport.Options = .init()) throws -> Read {
    try read(Array(text.utf8), options)
  }

  // MARK: - Without a day

  @Test(arguments: [
    ("Rejected", ["applied 2026-02-01", "refused"]), ("Ghosted", ["applied 2026-02-01", "silent"]),
    ("No response", ["applied 2026-02-01", "silent"]),
    ("Withdrawn", ["applied 2026-02-01", "withdrew"]),
    ("Declined by me", ["applied 2026-02-01", "withdrew"]),
    ("Offer accepted", ["applied 2026-02-01", "offered", "accepted"]),
    ("Offer declined", ["applied 2026-02-01", "offered", "declined"]),
    ("Interview", ["applied 2026-02-01", "invited"]), ("On hold", ["applied 2026-02-01"]),
    ("❌ Rejected", ["applied 2026-02-01", "refused"]), ("✅", ["applied 2026-02-01"]),
    ("❌", ["applied 2026-02-01"]),
  ]) func whatHasNoDayGetsNone(_ status: String, _ facts: [String]) throws {
    let it = try read("Company,Role,Date applied,Status\nAcme,Cook,2026-02-01,\(status)\n")
    #expect(it.facts == facts)
    let isUndated = facts.count > 1
    #expect(it.remark.contains("1 row says what happened but not when, on line 2") == isUndated)
    // What the words say beyond that stays.
    let isKept = ["On hold", "✅", "❌"].contains(status)
    #expect(it.applications[0].notes == (isKept ? "Status: \(status)" : ""))
  }

  @Test func whatShareADayStandInTheirOrder() throws {
    let rows = (1...9).map { "Acme \($0),Cook,2026-02-0\($0),Offer accepted\n" }.joined()
    let it = try read("Company,Role,Date applied,Status\n" + rows)
    for application in it.applications {
      let events = it.events.filter { $0.application == application.id }.sorted(by: Event.inOrder)
      #expect(events.map(\.kind) == [.applied, .offered, .accepted])
      let status = Status(events: events, interviews: [], now: now, patience: Patience())
      #expect(status.outcome == .accepted(on: nil))
      #expect(status.outcome.said(today: now.day) == "accepted")
    }
  }

  @Test func aRowWithoutAnyDayHasNone() throws {
    let it = try read("Company,Role,Status\nAcme,Cook,Rejected\nZeta,Cook,Applied\n")
    #expect(it.facts == ["applied", "refused", "applied"])
    #expect(it.remark.contains("2 rows say what happened but not when, the first on line 2"))
    #expect(it.rows[0].sentence.hasPrefix("Acme · Cook: applied without a date, "))
  }

  @Test func theDayOfTheLastNewsIsThatOfWhatCameLast() throws {
    let head = "Company,Date applied,Status,Status date\nAcme,2026-02-01,"
    #expect(
      try read(head + "Rejected,2026-02-20\n").facts == [
        "applied 2026-02-01", "refused 2026-02-20",
      ])
    #expect(
      try read(head + "Offer accepted,2026-02-20\n").facts == [
        "applied 2026-02-01", "offered", "accepted 2026-02-20",
      ])
  }

  /// The day on which somebody last edited a row isn't that of the news.
  @Test(arguments: ["Last updated", "Updated", "Last edited time", "Modified"])
  func theDayOfAnEditIsNoDayOfNews(_ heading: String) throws {
    let it = try read(
      "Company,Date applied,Status,\(heading)\nAcme,2026-02-01,Rejected,2026-02-20\n")
    #expect(it.facts == ["applied 2026-02-01", "refused"])
    #expect(it.applications[0].notes == "\(heading): 2026-02-20")
  }

  @Test func aTickedBoxSaysThatAndNotWhen() throws {
    let it = try read(
      "Company,Applied,Interview,Rejected\nAcme,TRUE,FALSE,TRUE\nZeta,✅,yes,no\nOmega,FALSE,,\n")
    #expect(it.facts == ["applied", "refused", "applied", "invited"])
    #expect(it.applications.map(\.notes) == ["", "Interview: yes", ""])
  }

  @Test func whatIsAheadHasNotHappened() throws {
    let it = try read("Company,Date applied,Rejected on\nAcme,2026-02-01,2027-02-20\n")
    #expect(it.facts == ["applied 2026-02-01"])
    #expect(it.applications[0].notes == "Rejected on: 2027-02-20")
    #expect(it.remark.contains("haven't happened yet"))
  }

  // MARK: - Rows and columns

  @Test(arguments: [
    "Total,,,12", "TOTAL: 12,,,", "Gesamt,,,12", ",Total,,12", "Total,3,,4", "Average,,,4.5",
  ]) func aRowThatAddsUpIsLeftOut(_ row: String) throws {
    let it = try read("Company,Role,Date applied,Rounds\nAcme,Cook,2026-02-01,3\n\(row)\n")
    #expect(it.applications.map(\.company) == ["Acme"])
    #expect(it.rows.compactMap(\.fault).count == 1 && it.rows.last?.line == 3)
  }

  /// A company may be called so.
  @Test(arguments: ["Total,Cook,,", "Total,,2026-02-01,", "Total Wine,,,3", "Sum,,,open"])
  func aCompanyMayBeCalledSo(_ row: String) throws {
    let it = try read("Company,Role,Date applied,Rounds\n\(row)\n")
    #expect(it.applications.count == 1)
  }

  @Test func emptyColumnsAndRowsOfTitles() throws {
    let text =
      "My search,,,,,\n,,,,,\nThe job,,,When,,\nCompany,,Role,Date applied,,Status\n"
      + "Acme,,Cook,2026-02-01,,Applied\n,,,,,\n"
    let it = try read(text)
    #expect(it.applications.map { [$0.company, $0.role, $0.notes] } == [["Acme", "Cook", ""]])
    #expect(it.facts == ["applied 2026-02-01"] && it.rows.compactMap(\.fault).isEmpty)
  }

  @Test(arguments: [",", ";", "\t", "|"]) func anySignBetweenCells(_ sign: String) throws {
    let rows = [
      ["Company", "Role", "Notes"], ["Acme", "Cook", "\"two\nlines\(sign) and a sign\""],
    ]
    let it = try read(rows.map { $0.joined(separator: sign) }.joined(separator: "\r\n"))
    #expect(it.applications.map(\.role) == ["Cook"])
    #expect(it.applications[0].notes == "two\nlines\(sign) and a sign")
  }

  // MARK: - Dates of two columns

  @Test func twoColumnsEachHaveTheirOrder() throws {
    let it = try read(
      "Company,Date applied,Rejected on\nAcme,13/01/2026,02/14/2026\nZeta,02/01/2026,02/03/2026\n")
    #expect(
      it.facts == [
        "applied 2026-01-13", "refused 2026-02-14", "applied 2026-01-02", "refused 2026-02-03",
      ])
    #expect(it.remark.contains("Date applied has the day first, and Rejected on the month."))
  }

  @Test func anOrderThatIsToldElsewhereIsSaid() throws {
    let one = try read(
      "Company,Date applied,Rejected on\nAcme,13/01/2026,\nZeta,02/01/2026,03/02/2026\n")
    #expect(
      one.facts == ["applied 2026-01-13", "applied 2026-01-02", "refused 2026-02-03"])
    #expect(
      one.remark.contains(
        "Rejected on: a date like 03/02/2026 is read with the day first, as in the other dates"))
    let past = try read("Company,Date applied\nAcme,03/04/2026\n")
    #expect(past.facts == ["applied 2026-03-04"])
    #expect(
      past.remark.contains(
        "would be in the future. debrief import --dates dmy reads it the other way."))
    // Where nothing is open to doubt, nothing is said.
    #expect(try read("Company,Date applied\nAcme,13/01/2026\nZeta,01/02/2026\n").remark.isEmpty)
  }
}
