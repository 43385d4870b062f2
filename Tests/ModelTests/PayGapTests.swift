import TestSupport
import Testing

@testable import DebriefModel

@Suite("Pay named beside theirs", .timed) struct PayGapTests {
  /// A figure as a test writes it: `17.5 USD hour`, `72000…82000`, `…90000`.
  private func shown(_ text: String) -> String {
    func number(_ value: Int?) -> String {
      guard let value else { return "" }
      var rest = "\(value % PayNumber.one + PayNumber.one)".dropFirst()
      while rest.last == "0" { rest.removeLast() }
      return "\(value / PayNumber.one)" + (rest.isEmpty ? "" : ".\(rest)")
    }
    return PayText(text).figures.map { it in
      var words = [
        (it.isNegative ? "-" : "")
          + (it.low == it.high ? number(it.low) : "\(number(it.low))…\(number(it.high))")
      ]
      if let codes = it.currency?.codes { words.append(codes.sorted().joined(separator: "/")) }
      if let period = it.period { words.append("\(period)") }
      if let tax = it.tax { words.append("\(tax)") }
      if let payments = it.payments { words.append("x\(payments / PayNumber.one)") }
      return words.joined(separator: " ")
    }.joined(separator: "; ")
  }

  @Test(
    "reads the figures of a text, and only those",
    arguments: [
      // Signs between thousands, and before a fraction.
      ("76,000", "76000"), ("76.000", "76000"), ("76 000", "76000"), ("76'000 CHF", "76000 CHF"),
      ("CHF 120'000", "120000 CHF"), ("CHF 120’000.–", "120000 CHF"), ("€80.000", "80000 EUR"),
      ("80 000 €", "80000 EUR"), ("80\u{202f}000\u{a0}€", "80000 EUR"), ("80.000,- €", "80000 EUR"),
      ("76,000.50", "76000.5"), ("76.000,50", "76000.5"), ("1 250,50", "1250.5"), ("17.50", "17.5"),
      ("17,50 €", "17.5 EUR"), ("1.250.000,5", "1250000.5"), ("₹12,50,000", "1250000 INR"),
      ("₹1,00,00,000", "10000000 INR"), ("12,50,000.25", "1250000.25"), ("0.125", "0.125"),
      ("KWD 1.250", "1.25 KWD"), ("1,2,3", ""), ("12345678901234567890", ""), ("open", ""),
      ("", ""),
      ("negotiable", ""), ("as agreed", ""), ("０", "0"), ("９００万円", "9000000 JPY"),
      // Multiples.
      ("65.5k", "65500"), ("66 k", "66000"), ("66K EUR", "66000 EUR"), ("80k€", "80000 EUR"),
      ("80 T€", "80000 EUR"), ("80 TEUR", "80000 EUR"), ("1.5M HUF", "1500000 HUF"),
      ("1.250 million", "1250000"), ("1,25 Mio. Ft", "1250000 HUF"), ("1,250 Mio", "1250000"),
      ("12.5 LPA", "1250000 year"), ("12.5 lakhs", "1250000"), ("1.2 Cr", "12000000"),
      ("1 crore 20 lakh", "12000000"), ("18 L", "1800000"), ("900万円", "9000000 JPY"),
      ("650万円", "6500000 JPY"), ("600万", "6000000"), ("６００万円", "6000000 JPY"),
      ("1億円", "100000000 JPY"),
      ("1.2億円", "120000000 JPY"), ("1億2000万円", "120000000 JPY"), ("1億 2,000万円", "120000000 JPY"),
      ("4500만원", "45000000 KRW"), ("4,500만 원", "45000000 KRW"), ("1억원", "100000000 KRW"),
      ("1억 2천만원", "120000000 KRW"), ("5천만원", "50000000 KRW"), ("35万元", "350000 CNY"),
      ("1.5亿元", "150000000 CNY"), ("600万〜650万円", "6000000…6500000 JPY"),
      ("600～650万円", "6000000…6500000 JPY"), ("600-650万円", "6000000…6500000 JPY"),
      ("5000~5500만원", "50000000…55000000 KRW"), ("年収600万円", "6000000 JPY year"),
      ("月給35万円", "350000 JPY month"),
      ("月薪3万元", "30000 CNY month"), ("연봉 6000만원", "60000000 KRW year"),
      ("45 tys. zł", "45000 PLN"), ("30 mil pesos", "30000 ARS/CLP/COP/DOP/MXN/PHP/UYU"),
      ("1.5 mil", "1500000"), ("5 kids", "5"), ("80 grand", "80000"),
      // Currencies.
      ("$17.50 an hour", "17.5 USD hour"), ("USD80k", "80000 USD"), ("80k usd", "80000 USD"),
      ("C$ 90,000", "90000 CAD"), ("CA$90k", "90000 CAD"), ("$90k CAD", "90000 CAD"),
      ("$90,000 (CAD)", "90000 CAD"), ("CAD $90k", "90000 CAD"), ("R$ 12.000", "12000 BRL"),
      ("kr 45 000", "45000 DKK/ISK/NOK/SEK"), ("kr. 45.000,-", "45000 DKK/ISK/NOK/SEK"),
      ("45 000 SEK", "45000 SEK"), ("¥6,000,000", "6000000 CNY/JPY"), ("R450 000", "450000 ZAR"),
      ("Rs. 80,000", "80000 INR/LKR/MUR/NPR/PKR"), ("90,000 euros", "90000 EUR"),
      ("salary in USD: 90k", "90000 USD"), ("A$110k", "110000 AUD"), ("RM 6,500", "6500 MYR"),
      ("N350k", "350000 NGN"), ("N350,000", "350000 NGN"), ("P50,000", "50000 BWP/PHP"), ("P5", ""),
      ("Q 9,000", "9000 GTQ"), ("K 15,000", "15000 MMK/PGK/ZMW"), ("S/ 4,500", "4500 PEN"),
      ("S/.4,500", "4500 PEN"), ("B/. 1,200", "1200 PAB"), ("৳90,000", "90000 BDT"),
      ("Tk 80,000", "80000 BDT"), ("USh 2.5M", "2500000 UGX"), ("Br 25,000", "25000 BYN/ETB"),
      ("6 000 din", "6000 DZD/MKD/RSD"), ("FCFA 350 000", "350000 XAF/XOF"),
      ("١٥٠٠٠ ريال", "15000 OMR/QAR/SAR/YER"), ("42 tkr/mån", "42000 DKK/ISK/NOK/SEK month"),
      ("1,2 mkr", "1200000 DKK/ISK/NOK/SEK"), ("SEK 42 tkr", "42000 SEK"), ("48 tDKK", "48000 DKK"),
      // Spans of time, tax, payments.
      ("60k p.a.", "60000 year"), ("60k pa", "60000 year"), ("£450/day", "450 GBP day"),
      ("4,500 a month", "4500 month"), ("4500 €/Monat brutto", "4500 EUR month gross"),
      ("monthly: 4,500 net", "4500 month net"), ("€4.500 / mois net", "4500 EUR month net"),
      ("day rate £450", "450 GBP day"), ("18.40 per hour", "18.4 hour"),
      ("hourly rate 18", "18 hour"),
      ("£900 a week", "900 GBP week"), ("30 000 Kč/měs", "30000 CZK month"),
      ("3,000 x 14", "3000 month x14"),
      ("3.000 € brutto, 14 pagas", "3000 EUR month gross x14"), ("時給1,500円", "1500 JPY hour"),
      ("年収600万円", "6000000 JPY year"), ("$20/hr, 40 hours a week", "20 USD hour"),
      ("40-hour week at $20 an hour", "20 USD hour"), ("60k after tax", "60000 net"),
      // Ranges.
      ("90,000 to 100,000", "90000…100000"), ("72-82k", "72000…82000"), ("72k–82k", "72000…82000"),
      ("80-90k", "80000…90000"), ("80–90,000", "80000…90000"), ("65k–75k + bonus", "65000…75000"),
      ("€65k - €75k", "65000…75000 EUR"), ("65k€–75k€", "65000…75000 EUR"),
      ("$80,000-$95,000", "80000…95000 USD"), ("12-15 LPA", "1200000…1500000 year"),
      ("1.5 to 1.9M HUF", "1500000…1900000 HUF"), ("between 80 and 90k", "80000…90000"),
      ("£20/h - £25/h", "20…25 GBP hour"), ("up to 90k", "…90000"), ("from €80,000", "80000… EUR"),
      ("80k+", "80000…"), ("at least 80k", "80000…"), ("max. 90k", "…90000"),
      // What stands beside the pay.
      ("78000, 10% bonus", "78000"), ("120k + 20k bonus", "120000"),
      ("bonus of 50k, base 120k", "120000"),
      ("120k base, 60k sign-on", "120000"), ("120k + 401k match", "120000"),
      ("80,000 in 2026", "80000"),
      ("90k, 30 days of holiday", "90000"), ("TV-L E13, 4.800 €", "4800 EUR"),
      ("80k (since 2026-03-01)", "80000"), ("L5, 160k", "160000"),
      // Zero, less than zero, several ways of saying it.
      ("0", "0"), ("-5000", "-5000"), ("€-5000", "-5000 EUR"), ("- 80k", "80000"),
      ("€80k (about $87k)", "80000 EUR; 87000 USD"), ("EUR 80k / USD 87k", "80000 EUR; 87000 USD"),
      ("15k PLN B2B net", "15000 PLN net"), ("1 800 000 Ft/hó", "1800000 HUF month"),
      ("no less than 75k", "75000…"), ("$95,000 base + up to $20,000 bonus", "95000 USD"),
      ("$25 an hour (52k a year)", "25 USD hour; 52000 USD year"),
    ] as [(String, String)])
  func figures(_ text: String, _ wanted: String) { #expect(shown(text) == wanted) }

  private func gap(_ named: String, _ offered: String, _ usual: String? = nil) -> [String] {
    PayGap.sentences(
      Application(id: ID("a"), created: noon) {
        $0.payAsked = named
        $0.payOffered = offered
        $0.payUsual = usual
      })
  }

  @Test("says how far apart they lie")
  func sentences() {
    #expect(gap("78,000", "72,000 to 82,000") == ["5% below the top of their offer"])
    #expect(gap("90k", "72-82k") == ["10% above the top of their offer"])
    #expect(gap("60k", "72-82k") == ["17% below the bottom of their offer"])
    #expect(
      gap("68,000", "66,000", "70,000") == ["3% above their offer", "3% below the usual pay"])
    #expect(gap("66,000", "66,000") == ["the same as their offer"])
    #expect(gap("66,001", "66,000") == ["less than 1% above their offer"])
  }

  @Test(
    "compares what is of one kind, to the cent",
    arguments: [
      ("$17.50 an hour", "$18.40 an hour", "5% below their offer"),
      ("12.5 LPA", "13.4 LPA", "7% below their offer"),
      ("1.5M HUF", "1.9M HUF", "21% below their offer"),
      ("12.5 LPA", "₹12,50,000", "the same as their offer"),
      ("€80.000", "80 000 €", "the same as their offer"),
      ("CHF 120'000", "120k CHF", "the same as their offer"),
      ("¥6,000,000", "600万円", "the same as their offer"),
      ("kr 45 000", "45 000 SEK", "the same as their offer"),
      ("$90k", "US$ 90,000", "the same as their offer"),
      ("17.5", "17.50", "the same as their offer"),
      ("1.5 crore", "150 lakh", "the same as their offer"),
      ("90,000 Canadian dollars", "CAD 90k", "the same as their offer"),
      ("Canadian $90k", "90k Canadian dollars", "the same as their offer"),
      ("90k US dollars", "$90k", "the same as their offer"),
      ("500k Danish kroner", "500.000 DKK", "the same as their offer"),
      ("90k Swiss francs", "CHF 90'000", "the same as their offer"),
      ("100k Hong Kong dollars", "HK$100k", "the same as their offer"),
      ("20$ CAD/h", "C$20 an hour", "the same as their offer"),
      ("₩50,000,000", "5천만원", "the same as their offer"),
      ("₫20tr", "20 triệu ₫", "the same as their offer"),
      ("1.9M HUF", "1,9 millió Ft", "the same as their offer"),
      ("SEK 42 tkr/mån", "44 000 kr/mån", "5% below their offer"),
      ("N350k", "₦420,000", "17% below their offer"),
      ("100K 15,000 bonus", "100k", "the same as their offer"),
      ("£450/day", "£500 per day", "10% below their offer"),
      ("60k p.a.", "60,000", "the same as their offer"),
      ("4,500 a month", "54,000 a year", "the same as their offer, at 12 months a year"),
      ("60,000 p.a.", "4,500-5,000 a month", "at the top of their offer, at 12 months a year"),
      (
        "4,500 a month", "60,000",
        "10% below their offer, assuming theirs is per year, at 12 months a year"
      ),
      ("4,500 a month", "5,000", "10% below their offer, assuming both are per month"),
      ("3.000 € x 14", "42.000 € im Jahr", "the same as their offer, at 14 months a year"),
      ("£900 a week", "£46,800 a year", "the same as their offer, at 52 weeks a year"),
      (
        "$20 an hour, 40 hours a week", "$41,600 a year",
        "the same as their offer, at 40 hours a week"
      ),
      ("45,000 a year", "€25 an hour, 35-hour week", "1% below their offer, at 35 hours a week"),
      ("€80k (about $87k)", "USD 87,000", "the same as their offer"),
      ("95k", "up to 90k", "6% above the top of their offer"),
      ("90k", "max. 90k", "at the top of their offer"),
      ("70k", "from 80k", "13% below the bottom of their offer"),
      ("88k", "80k+", "10% above the bottom of their offer"),
      ("0", "50,000", "100% below their offer"),
      ("50,000", "0", "above their offer, which is zero"),
      ("0", "0", "the same as their offer"),
      ("€90,000 a year", "€25,000 a year", "260% above their offer"),
      ("60k gross", "60k", "the same as their offer"),
      // A range of one's own is measured from the end that lies nearer.
      ("85-95k", "80k", "6% above their offer at your lowest"),
      ("85-95k", "100k", "5% below their offer at your highest"),
      ("85k to 95k", "90k", "a range that includes their offer"),
      ("85-95k", "95k", "a range that includes their offer"),
      ("85-95k", "85k", "a range that includes their offer"),
      ("85-95k", "90-100k", "a range that overlaps with their offer"),
      ("85-95k", "70-80k", "6% above the top of their offer at your lowest"),
      ("100k OTE", "110k OTE", "9% below their offer"),
      ("80k base", "80k", "the same as their offer"),
      ("80k TC 120k", "110k total comp", "9% above their offer"),
      ("100k on target", "95k", "5% above their offer, assuming theirs is total pay too"),
      ("60k pro rata", "60k FTE", "the same as their offer"),
      ("30k part-time", "32k for 3 days a week", "6% below their offer"),
      ("80-90", "85k", "a range that includes their offer, assuming yours is in thousands"),
      ("85k", "80", "6% above their offer, assuming theirs is in thousands"),
      ("mid 80s", "95k", "6% below their offer at your highest, assuming yours is in thousands"),
      ("500 a day, 220 days", "100k a year", "10% above their offer, at 220 days a year"),
    ] as [(String, String, String)])
  func compared(_ named: String, _ offered: String, _ wanted: String) {
    #expect(gap(named, offered) == [wanted])
  }

  @Test(
    "says why two figures cannot be compared",
    arguments: [
      ("EUR 80,000", "USD 90,000", "yours is in EUR, theirs in USD"),
      ("€78,000", "£72,000", "yours is in €, theirs in £"),
      ("C$ 90k", "$85k", "yours is in C$, theirs in $"),
      ("$85k", "90,000 CAD", "yours is in $, theirs in CAD"),
      ("R$ 12.000", "$12,000", "yours is in R$, theirs in $"),
      ("90 000 kr", "CZK 90 000", "yours is in kr, theirs in CZK"),
      (
        "$20 an hour", "$45,000 a year",
        "yours is per hour, theirs per year; add the hours per week"
      ),
      ("$20 per hour", "$45,000", "yours is per hour, theirs doesn't say; add the hours per week"),
      ("3.200 €", "41.000 € im Jahr", "yours doesn't say per hour, per month, or per year"),
      ("S/ 4,500", "$4,200", "yours is in S/, theirs in $"),
      ("P45,000", "$45,000", "yours is in P, theirs in $"),
      ("78,000", "550 a day", "theirs is per day, yours doesn't say"),
      ("£60k p.a.", "£450/day", "yours is per year, theirs per day, and nobody said how many days"),
      ("60k net", "60k gross", "yours is after tax, theirs is before tax"),
      ("2.500 € netto", "4.000 €", "yours is after tax, theirs doesn't say"),
      ("-5000", "50,000", "yours is below zero"), ("50,000", "-1", "theirs is below zero"),
      ("95k OTE", "80k base", "yours is total pay, theirs is base pay"),
      ("80k fixed", "total package 95k", "yours is base pay, theirs is total pay"),
      ("60k FTE", "45k for 4 days", "theirs is for part-time, yours is for full-time"),
      ("45k (80%)", "60k", "yours is for part-time, theirs doesn't say"),
      (
        "90,000 Canadian dollars", "90,000 US dollars",
        "yours is in Canadian dollars, theirs in US dollars"
      ),
      (
        "500k Mexican pesos", "500k Colombian pesos",
        "yours is in Mexican pesos, theirs in Colombian pesos"
      ),
      ("90k pounds", "90k Egyptian pounds", "yours is in pounds, theirs in Egyptian pounds"),
      ("60k at 80 percent", "75k", "yours is for part-time, theirs doesn't say"),
      ("€60k for 32 hours", "€75k full time", "yours is for part-time, theirs is for full-time"),
      ("90,000", "$1,200", "the two are too far apart to be the same kind of number"),
    ] as [(String, String, String)])
  func apart(_ named: String, _ offered: String, _ why: String) {
    #expect(gap(named, offered) == ["can't be compared with their offer: \(why)"])
  }

  @Test("says nothing where a figure is missing")
  func silence() {
    #expect(gap("", "72,000").isEmpty)
    #expect(gap("78,000", "").isEmpty)
    #expect(gap("78,000", "negotiable").isEmpty)
    #expect(gap("negotiable", "as agreed").isEmpty)
  }

  @Test("never falls over, whatever is typed", arguments: 0..<400)
  func anything(_ seed: Int) {
    var random = Seeded(seed: UInt64(seed))
    let signs =
      Array("0123456789.,, ''k%€£$万-–/()+x\u{a0}abM").map(String.init)
      + [
        " per ", " hour", " year", "USD", " lakh ", " to ", " crore ", "C$", "R", "h",
        "999999999999",
      ]
    func any() -> String {
      (0..<Int.random(in: 0...24, using: &random)).map { _ in signs.randomElement(using: &random)! }
        .joined()
    }
    for text in gap(any(), any(), any()) { #expect(!text.isEmpty) }
  }
}
