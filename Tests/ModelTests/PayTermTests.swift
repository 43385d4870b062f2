import Testing

@testable import DebriefModel

/// What is said of pay besides its figure: how often it comes, what is in it, who is paid so.
@Suite(.timed) struct PayTermTests {
  private func gap(_ named: String, _ offered: String) -> String? {
    PayGap.sentences(
      Application(id: ID("a"), created: Moment(Day(2026, 3, 20)!, hour: 12)) {
        $0.payAsked = named
        $0.payOffered = offered
      }
    ).first
  }

  @Test(
    "thirteen salaries, and parts of one",
    arguments: [
      ("13.5 salaries of CHF 7000", "CHF 94,500", 0, "13.5 months"),
      ("CHF 7000 x 13.5", "CHF 94,500", 0, "13.5 months"),
      ("12.5 monthly salaries of 5000 EUR", "62500 EUR a year", 0, "12.5 months"),
      ("5.000 € mtl. brutto (13,5 Gehälter)", "67.500 € brutto p.a.", 0, "13.5 months"),
      ("5000 EUR a month plus 13th month", "65000 EUR a year", 0, "13 months"),
      ("5000 EUR a month, 13th and 14th salary", "70000 EUR a year", 0, "14 months"),
      ("5k + 13th month + bonus", "65k", 0, "13 months"), ("5k x13", "65k", 0, "13 months"),
      ("€3,000 in 14 payments", "€42,000", 0, "14 months"),
      ("4 000 € sur 13 mois", "52 000 € annuel", 0, "13 months"),
      ("R$ 8.000, 13 salários", "R$ 104.000 por ano", 0, "13 months"),
      ("2.000 € x 14", "30.000 €", -1, "14 months"),
    ])
  func payments(_ named: String, _ offered: String, _ side: Int, _ note: String) throws {
    let found = try #require(gap(named, offered))
    #expect(found.hasPrefix("the same as") == (side == 0), "\(found)")
    #expect(found.contains("below") == (side < 0), "\(found)")
    #expect(found.contains("at \(note) a year"), "\(found)")
  }

  @Test(
    "a figure for the year stays one, however many parts it comes in",
    arguments: [
      ("€42,000 in 14 payments", "€42,000"), ("80k incl. 13th salary", "80k"),
      ("52k€ sur 13 mois", "52k€"), ("CHF 100k (13 x 7,692)", "CHF 100k"),
    ])
  func spread(_ named: String, _ offered: String) {
    #expect(gap(named, offered) == "the same as their offer")
  }

  @Test(
    "how often pay comes",
    arguments: [
      ("$2,000 semi-monthly", "$48,000"), ("$2,000 twice a month", "$48,000"),
      ("$2,000 every other week", "$52,000"), ("$2,000 bi-weekly", "$52,000"),
      ("kr 45.000 pr. md.", "kr 540.000 om året"), ("35 an hour", "35/h"),
      ("€600/MD", "€600/day"),
    ])
  func spans(_ named: String, _ offered: String) {
    #expect(gap(named, offered)?.hasPrefix("the same as their offer") == true)
  }

  @Test(
    "what can't be compared is said to be so",
    arguments: [
      ("12 LPA in hand", "15 LPA CTC", "after tax"), ("50k take home", "6 LPA CTC", "after tax"),
      ("6500 zł na rękę", "9000 zł brutto", "after tax"),
      ("80k incl. bonus", "70k + 10k bonus", "total pay"),
      ("£50k plus 10% bonus", "£55k TC", "base pay"),
      ("80k, bonus included", "70k base", "base pay"),
      ("$60/hr W2", "$60/hr 1099", "for a contractor"),
      ("$75/hr C2C", "$70/hr W2", "for an employee"),
      ("£450/day outside IR35", "£450/day inside IR35", "for an employee"),
      ("$30k for a 6-month contract", "$60k a year", "fixed-term contract"),
      ("3-month project for $15k", "$60k a year", "fixed-term contract"),
    ])
  func apart(_ named: String, _ offered: String, _ why: String) {
    let found = gap(named, offered)
    #expect(
      found?.hasPrefix("can't be compared") == true && found?.contains(why) == true,
      "\(found ?? "")")
  }

  @Test(
    "what only looks like a part of a post or of the pay",
    arguments: [
      ("65k, 3 days in office", "62k"), ("65k, 2 days a week remote", "62k"),
      ("65k on a 12-month contract", "62k"), ("65k W2", "62k W2"), ("65k permanent", "62k"),
      ("65k a year on a 6-month contract", "62k a year"),
    ])
  func harmless(_ named: String, _ offered: String) {
    #expect(gap(named, offered) == "5% above their offer")
  }

  @Test("less than and more than are the most and the least, and a not turns them around")
  func bounds() {
    func ends(_ text: String) -> [Int?] {
      PayText(text).figures.flatMap { [$0.low, $0.high] }.map { $0.map { $0 / 10_000_000 } }
    }
    for text in ["less than 80k", "no more than 80k", "not more than 80k", "under 80k"] {
      #expect(ends(text) == [nil, 80], "\(text)")
    }
    for text in [
      "more than 80k", "no less than 80k", "not less than 80k", "not below 80k", "over 80k",
    ] {
      #expect(ends(text) == [80, nil], "\(text)")
    }
  }
}
