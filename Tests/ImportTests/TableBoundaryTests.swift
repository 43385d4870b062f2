import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// Where a table's rules begin and end.
@Suite(.timed) struct TableBoundaryTests {
  private let now = TestClock.noon

  private func rows(_ text: String) throws -> [CSVReader.Row] {
    var reader = CSVReader(
      try TextStream(ByteSource(name: "t", Array(text.utf8))), delimiter: UInt8(ascii: ","),
      name: "t")
    var rows: [CSVReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func aRowHas4096CellsAtMost() throws {
    func count(_ cells: Int) throws -> Int? {
      try rows(String(repeating: ",", count: cells - 1) + "\n").first?.cells.count
    }
    #expect(try count(4096) == 4096)
    #expect(throws: ImportFault.self) { try count(4097) }
  }

  /// The day some texts are read as, after all of them were looked at; nil when nothing tells the order.
  private func day(
    _ text: String, beside others: [String] = [], isPast: Bool = false, now: Moment? = nil
  ) -> String? {
    var dates = TableDates(now: now ?? self.now)
    for it in [text] + others { dates.look(at: it, column: 0, isPast: isPast) }
    do { try dates.decide() } catch { return nil }
    return dates.read(text, column: 0)?.start.day.description
  }

  @Test func aNumberAbove12TellsTheOrder() {
    #expect(day("12/05/2026") == nil)
    #expect(day("05/12/2026") == nil)
    #expect(day("13/05/2026") == "2026-05-13")
    #expect(day("05/13/2026") == "2026-05-13")
    #expect(day("03/04/2026", beside: ["13/05/2026"]) == "2026-04-03")
    #expect(day("03/04/2026", beside: ["05/13/2026"]) == "2026-03-04")
  }

  @Test func whatIsPastTellsTheOrderOnlyIfTheOtherIsAhead() {
    let today = Moment(Day(2026, 5, 4)!, hour: 12)
    #expect(day("04/05/2026", isPast: true, now: today) == nil, "4 May is today, not ahead")
    #expect(day("05/04/2026", isPast: true, now: today) == nil)
    #expect(day("06/04/2026", isPast: true, now: today) == "2026-04-06")
    #expect(day("04/06/2026", isPast: true, now: today) == "2026-04-06")
  }

  @Test func yearsAreFrom1990ToThreeAhead() {
    #expect(day("1989-12-31") == nil)
    #expect(day("1990-01-01") == "1990-01-01")
    #expect(day("2029-12-31") == "2029-12-31")
    #expect(day("2030-01-01") == nil)
    #expect(day("13/05/26") == "2026-05-13")
    #expect(day("13/05/95") == "1995-05-13")
  }

  @Test func aSpreadsheetCountsDaysFromItsOwnDay() {
    #expect(day("46101") == "2026-03-20")
    #expect(day("46102") == "2026-03-21")
  }

  private func read(_ text: String, words: ImportWords = importWords) throws -> (
    rows: [TableImport.Row], remarks: [String]
  ) {
    let table = try TableImport(
      ByteSource(name: "t.csv", Array(text.utf8)), words: words, now: now)
    var file = OnFile()
    var rows: [TableImport.Row] = []
    try table.rows(&file) { rows.append($0) }
    return (rows, table.remarks)
  }

  @Test func cellsThatAreNoDateAreCounted() throws {
    let one = try read("Company,Applied\nAcme,soon\n").remarks.joined()
    #expect(one.contains("1 cell ") && one.contains("It's kept"))
    let two = try read("Company,Applied\nAcme,soon\nZeta,later\n").remarks.joined()
    #expect(two.contains("2 cells ") && two.contains("They're kept"))
  }

  @Test func eachColumnGoesToItsOwnField() throws {
    let text =
      "Company,Position,Job URL,Source,Salary,Expected Salary,Resume,Industry,Job Description,Notes\n"
      + "c,r,https://l.example,s,p,a,v,i,d,n\n"
    let rows = try read(text).rows
    let it = try #require(
      rows.flatMap(\.entities).compactMap { if case .application(let it) = $0 { it } else { nil } }
        .first)
    #expect((it.company, it.role, it.link, it.channelUsed) == ("c", "r", "https://l.example", "s"))
    #expect((it.payOffered, it.payAsked, it.resume) == ("p", "a", "v"))
    #expect((it.industry, it.posting) == ("i", "d"))
    #expect(it.notes.contains("n"))
  }

  /// A cell about the cover letter says which one it was, or only whether there was one.
  @Test func aCellSaysWhichCoverLetterOrWhether() throws {
    func told(_ cell: String, _ text: String = "") throws -> Application {
      let rows = try read("Company,Cover Letter,Cover letter text\nAcme,\(cell),\(text)\n").rows
      return try #require(
        rows.flatMap(\.entities).compactMap {
          if case .application(let it) = $0 { it } else { nil }
        }
        .first)
    }
    for cell in ["yes", "Y", "x", "Sent", "ja", "✓", "TRUE"] {
      let it = try told(cell)
      #expect(it.coverSent == true && it.cover == nil, "\(cell)")
    }
    for cell in ["no", "N", "none", "nein", "✗", "false"] {
      let it = try told(cell)
      #expect(it.coverSent == false && it.cover == nil && it.hasCover == false, "\(cell)")
    }
    let named = try told("cover-2026.pdf", "Dear team")
    #expect(named.cover == "cover-2026.pdf" && named.coverSent == true)
    #expect(named.coverText == "Dear team")
    #expect(try told("", "").hasCover == nil)
    // The text is there, so one was sent, whatever the other cell says.
    #expect(try told("no", "Dear team").hasCover == true)
  }

  @Test func whatHappenedIsSaidInItsOrder() throws {
    let rows = try read("Company,Rejected,Applied\nAcme,2026-03-09,2026-02-12\n").rows
    let said = rows[0].sentence
    let applied = try #require(said.range(of: "12 Feb")?.lowerBound)
    let rejected = try #require(said.range(of: "9 Mar")?.lowerBound)
    #expect(applied < rejected)
  }

  @Test func theFirstMeaningOfAWordCounts() throws {
    var words = importWords
    words.statuses = [
      .init(means: [.refused], words: ["over"]), .init(means: [.withdrew], words: ["Over"]),
    ]
    let kinds = try read("Company,Status,Applied\nAcme,over,2026-02-12\n", words: words).rows
      .flatMap(\.entities).compactMap { if case .event(let it) = $0 { it.kind } else { nil } }
    #expect(kinds.contains(.refused) && !kinds.contains(.withdrew))
  }
}

extension MailTests {
  @Test func aForwardedMailMayBeOfToday() {
    func date(_ day: String) -> Day? {
      MailText(
        "Hi\n\n---------- Forwarded message ---------\nFrom: Ann <a@x.example>\nDate: \(day)\n"
          + "Subject: No\n\nNo.", now: now
      ).forwarded?.date?.day
    }
    #expect(date("20 March 2026") == now.day)
    #expect(date("19 March 2026") == now.day.adding(days: -1))
    #expect(date("21 March 2026") == nil)
  }

  @Test func twoHyphensBeginASignature() {
    for line in ["-- ", "--"] {
      let it = MailText("Hello\n\(line)\nAnn", now: now)
      #expect((it.own, it.signature) == ("Hello", "Ann"))
    }
    #expect(MailText("Hello\n---\nAnn", now: now).own == "Hello\n---\nAnn")
  }

  @Test func ofTwoCompaniesTheLongerNameIsMeant() throws {
    let (short, long) = (dossier("Nord", "Cook"), dossier("Nordlicht", "Engineer"))
    var it = reader([short, long])
    let entry = try it.entry(
      try letter("Unfortunately we decided against you.", from: "x@nordlichtlabs.example")
    ).first
    #expect(entry?.sentence.hasPrefix("Nordlicht ·") == true)
  }

  @Test func aMailThatNamesTwoCompaniesIsAskedAbout() throws {
    var it = reader([dossier("Nordlicht", "Engineer"), dossier("Acme", "Cook")])
    let unclear = fault {
      _ = try it.entry(
        try letter(
          "Unfortunately no.", from: "x@gmail.com", subject: "Nordlicht and Acme: your application")
      )
    }
    #expect(unclear?.kind == .whose)
  }

  @Test func aHostIsCalledByItsOwnName() {
    let company = MailCompany(OnFile(), words: importWords)
    #expect(company.label("x@acme.example") == "acme")
    #expect(company.label("x@jobs.acme.example") == "acme")
    #expect(company.label("x@acme.co.uk") == "acme")
    #expect(company.label("x@jobs.acme.co.uk") == "acme")
    #expect(company.label("x@co.uk") == "co")
    #expect(company.label("x@localhost") == nil)
  }
}
