import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

/// Account numbers, street addresses, and names as other tongues bend and turn them; and words that are
/// spelled like somebody's name and are plainly words.
@Suite(.timed) struct MaskPlaceTests {
  private static let lists: Mask.Lists = {
    let words =
      "may\nwill\nmark\ngrace\nart\nhope\nbill\nrose\njoy\nfaith\nfrank\ndrew\ndean\nyes\nno\nnext\n"
      + "april\njune\nyoung\nchase"
    return Mask.Lists(everyday: OrdinaryWords(words))
  }()

  private func masked(_ text: String, _ people: [String] = [], company: String = "Kestrel")
    -> String
  {
    var it = Dossier(Application(id: id("app"), created: noon) { $0.company = company })
    it.people = people.enumerated().map { n, name in
      Person(id: id("p\(n)")) { $0.name = name }
    }
    return Mask(it, lists: MaskPlaceTests.lists).text(text)
  }

  // MARK: - Accounts

  @Test(arguments: [
    "DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "GB29 NWBK 6016 1331 9268 19",
    "FR14 2004 1010 0505 0001 3M02 606", "PL61109010140000071219812874",
    "NL91 ABNA 0417 1643 00", "CH93 0076 2011 6238 5295 7", "ES91 2100 0418 4502 0005 1332",
    "NO93 8601 1117 947", "de89 3704 0044 0532 0130 00", "DE88 3704 0044 0532 0130 00",
  ])
  func anAccountGoes(_ number: String) {
    for text in ["IBAN: \(number)", "Pay to \(number), please.", "(\(number))", number] {
      let shown = masked(text)
      #expect(shown.contains("Account"), "\(text) became \(shown)")
      #expect(!shown.contains(where: { $0.isNumber }), "\(text) became \(shown)")
    }
  }

  /// Of a country whose length isn't known, so that its two digits alone tell.
  @Test(arguments: [
    ("ZZ121234567890", false), ("ZZ8112345678901", true),
    ("ZZ20123456789012345678901234567890", true),
    ("ZZ641234567890123456789012345678901", false),
  ])
  func anAccountHas15To34Signs(_ number: String, _ isAccount: Bool) {
    for text in [number, number.lowercased()] {
      #expect(MaskPlaces.pieces(text).contains { $0.standIn == "Account" } == isAccount, "\(text)")
    }
  }

  @Test(arguments: [
    "PLAT-118", "ISO 27001", "AB12", "RFC2616 and RFC 7231", "AES256-GCM", "H2SO4 and CO2",
    "UTF8 or UTF16", "an IBAN check in Go", "IN20 is a code", "EN15 2019 and EN16",
    "x86 64 bit", "MD5 d41d8cd9",
  ])
  func aCodeStays(_ text: String) { #expect(masked(text) == text) }

  // MARK: - Reference numbers

  @Test(arguments: [
    "Req 2026-118", "REQ-4471", "requisition no. 77120", "Requisition number: 77120",
    "Job ID: 4471",
    "job #4471", "JR0012345", "JR-2026-118", "R-0099881", "Ref. 2026/118",
    "reference 99812", "Candidate ID 55012", "applicant no 8831", "Kennziffer 4471-B",
    "vacancy 88123", "ref: AB/1234/26", "case number 20", "posting code 77-31",
  ])
  func aReferenceNumberGoes(_ number: String) {
    for text in ["\(number)", "It was \(number), they said.", "(\(number))"] {
      let shown = masked(text)
      #expect(shown.contains("Number"), "\(text) became \(shown)")
      #expect(!shown.contains(where: { $0.isNumber }), "\(text) became \(shown)")
    }
  }

  @Test(arguments: [
    "Ines K\u{AD}ahl", "In\u{200B}es Kahl", "Kahl\u{AD}-\u{AD}like", "K\u{2060}\u{AD}ahl",
  ])
  func aSignNobodySeesHidesNoName(_ text: String) {
    let shown = masked(text, ["Ines Kahl"])
    #expect(!shown.contains("ahl") && !shown.contains("es"), "\(shown)")
  }

  @Test(arguments: [
    ("Her server is 10.0.12.7.", "Her server is Number."),
    ("ping 192.168.1.20 now", "ping Number now"),
    ("at 2001:db8:0:0:1:0:0:1 there", "at Number there"),
    ("at 2001:db8::8a2e:1 there", "at Number there"),
    ("at 10:30:00 there", "at 10:30:00 there"), ("version 1.2.3.4", "version 1.2.3.4"),
    ("chapter 1.2.3", "chapter 1.2.3"), ("300.1.1.1", "300.1.1.1"),
  ])
  func anAddressOfTheInternetGoes(_ text: String, _ shown: String) {
    #expect(masked(text) == shown)
  }

  @Test(arguments: [
    ("I was born on 4 May 1990 there.", "I was born on Birthday there."),
    ("DOB: 04/05/1990", "DOB: Birthday"),
    ("Date of birth: 1990-05-04, single", "Date of birth: Birthday, single"),
    ("born in 1967", "born in Birthday"), ("my birthday is May 4", "my birthday is Birthday"),
    ("geb. 04.05.1990", "geb. Birthday"), ("geboren am 4. Mai 1990", "geboren am Birthday"),
    ("I was born to lead 12 people", "I was born to lead 12 people"),
    ("the birth of 3 products", "the birth of 3 products"),
    ("a birthday with 12 people", "a birthday with 12 people"),
  ])
  func theDayOfBirthGoes(_ text: String, _ shown: String) { #expect(masked(text) == shown) }

  @Test(arguments: [
    ("ул. Ленина, д. 5", "Address"), ("улица Ленина 12", "Address"),
    ("вул. Хрещатик, 22", "Address"),
    ("테헤란로 152", "Address"), ("中山路12号", "Address"), ("〒100-0001", "〒Address"),
    ("Strandvejen 12", "Address"), ("Drottninggatan 5", "Address"), ("Kalverstraat 92", "Address"),
  ])
  func aStreetOfElsewhereGoes(_ text: String, _ shown: String) { #expect(masked(text) == shown) }

  @Test func aPostcodeGoes() {
    #expect(masked("Send it to SW1A 2AA please") == "Send it to Address please")
    #expect(masked("At M1 2nd round") == "At M1 2nd round")
  }

  @Test(arguments: [
    "job 3 of 12", "a vacancy in 2026", "vacancy 2026", "reference 2", "two references, 3 calls",
    "position 14 in the list", "role 1", "the case in 2019", "R2D2", "Java 17", "R 4.3", "J2EE",
    "no. 3 on the list", "file 12 of 40", "5,000 applicants and 3 interviews", "PLAT-118",
    "applied for 12 jobs in 2026", "ref", "job #", "#12 in the row", "Req",
  ])
  func aPlainNumberStays(_ text: String) { #expect(masked(text) == text) }

  // MARK: - Addresses

  @Test(arguments: [
    ("I live at 12 Main Street, Ines said.", "I live at Address, Ines said."),
    ("221B Baker Street", "Address"), ("1600 Pennsylvania Avenue NW.", "Address."),
    ("45 W. 5th Ave., Apt 4, now", "Address, now"),
    ("at 12 Elm St., Springfield, IL 62704.", "at Address."),
    ("10 Downing St, London SW1A 2AA", "Address"), ("7 Martin Luther King Blvd", "Address"),
    ("3-5 Old Mill Lane", "Address"), ("12 Kestrel Road", "Address"), ("2019 Oak Drive", "Address"),
    ("Hauptstraße 12, 10117 Berlin, war da", "Address, war da"), ("Lindenstr. 5a", "Address"),
    ("Berliner Straße 12", "Address"), ("Karl-Marx-Allee 78", "Address"),
    ("Unter den Linden 77", "Address"), ("Alter Markt und Lindenweg 4", "Alter Markt und Address"),
    ("Am Seeufer 3", "Am Address"), ("Postfach 12 34", "Address"), ("PO Box 118", "Address"),
    ("P.O. Box 118", "Address"), ("12, rue de Rivoli", "Address"), ("Calle Mayor 5", "Address"),
    ("ul. Długa 7", "Address"),
    ("Kungsgatan heißt Gasse, Kurze Gasse 3", "Kungsgatan heißt Gasse, Address"),
  ])
  func anAddressGoes(_ text: String, _ wanted: String) { #expect(masked(text) == wanted) }

  @Test(arguments: [
    "Wall Street", "In 2019 Wall Street fell.", "We met on Main Street.", "3 days on the road",
    "5 people in a row", "I drive 20 miles a day.", "12 months in court", "the 2 of us on our way",
    "In 10 Schritten zum Ziel", "Am Montag 3 Stunden", "Im Mai 2024", "der 3. Platz", "Platz 3",
    "Die Straße ist 3 km lang", "Spring 5 and Angular 12", "Engineering 101", "2 Senior Engineers",
    "4 Senior Staff Engineers, New York", "10 Mark", "Windows 11 on the way", "Q3 2024 at Square",
    "Room 12", "floor 3", "Box 12", "a P.O. for 12 boxes", "I said no 3 times, Ben",
    "12 Rules for Life", "7 Habits of People", "100 Days of Code",
  ])
  func aPlaceOrACountStays(_ text: String) { #expect(masked(text) == text) }

  @Test(arguments: ["ext. 12", "Ext 7", "extension 12", "Durchwahl 34", "030 5550100 ext. 12"])
  func anExtensionGoes(_ text: String) {
    let shown = masked("Call me at \(text), please.")
    #expect(!shown.contains(where: { $0.isNumber }), "\(shown)")
  }

  @Test(arguments: [
    "a file of ext4", "the text 12 times", "an extension of 12 days", "ext. 2024-2025",
  ])
  func anotherNumberStays(_ text: String) { #expect(masked(text) == text) }

  // MARK: - Names

  @Test(arguments: [
    ("Wei Li", "Li Wei said, Wei-Li too; LI WEI, Li-Wei, li wei", "wei|li "),
    ("Li Wei", "Wei Li and Wei-Li", "wei|li"),
    ("Wei-Li Chen", "Chen Wei-Li, Wei Li, Weili Chen", "wei|chen"),
    ("Nowak, Jan", "Jan Nowak and Nowak Jan; Nowaka, Nowakowi, Nowakiem, o Nowaku", "nowak"),
    ("Anna Kowalska", "Kowalskiej, Kowalską, Annę, Anny, z Anną Kowalską, Annie", "kowalsk|ann"),
    (
      "Piotr Kowalski", "Kowalskiego, Kowalskiemu, z Piotrem Kowalskim, Piotra, Piotrowi",
      "kowalsk|piotr"
    ),
    ("Katarzyna Nowak", "Katarzyny, Katarzynie, Katarzynę, z Katarzyną", "katarzyn"),
    ("Agnieszka Wiśniewska", "Agnieszce, Agnieszki, Wiśniewskiej, Wiśniewską", "agniesz|wi.niewsk"),
    ("Marek Dąbrowski", "Marka, Markowi, z Markiem; Dąbrowskiego", "mark|marek|brows"),
    ("Paweł Wójcik", "Pawła, Pawłowi, Wójcika, Wójcikiem", "paw|jcik"),
    ("Jana Nováková", "Novákové, Novákovou, Janě, Janou, Nováková", "nov|jan"),
    ("Petr Dvořák", "Dvořáka, Dvořákovi, s Petrem Dvořákem, Petra", "dvo|petr"),
    (
      "Matti Virtanen", "Virtasen, Virtaselle, Virtasta, Matin, Matille, Mattia", "virta|matti|mati"
    ),
    ("Liisa Mäkinen", "Mäkisen, Mäkiselle, Liisan, Liisalle", "kise|liisa"),
    ("Olga Petrova", "Петрова is not it, but Petrove, Olze, Olgy, Petrovou", "petrov|olg|olz"),
  ])
  func aBentOrTurnedNameGoes(_ name: String, _ text: String, _ left: String) {
    let shown = masked(text, [name])
    let plain = NameFolding.plain(shown.replacing("Person A", with: ""))
    for part in left.split(separator: "|") where !part.contains(".") {
      #expect(!plain.contains(part), "\(part) in: \(shown)")
    }
    #expect(shown.contains("Person A") && !shown.contains("Person B"), "\(shown)")
  }

  @Test(arguments: [
    ("Jan Nowak", "In January we met; Nowadays it is fine. A new oak."),
    ("Anna Kowalska", "An annual cowl; anno 1900, the manna."),
    ("Mark Novak", "Marked and marking; a novel. Markets rose."),
    ("Matti Virtanen", "A mattress, virtual and virtue."), ("Erik Hale", "Erika came."),
    ("Wei Li", "A list of weights, a lively talk."),
  ])
  func anotherWordStays(_ name: String, _ text: String) { #expect(masked(text, [name]) == text) }

  // MARK: - Words that are names

  @Test(arguments: [
    "We met in May. It was late May, and by May it was over.",
    "On 5 May and May 7, and in mid-May.",
    "May I ask? May the best win. You may ask.", "From May to July, May and June, the end of May.",
    "Since May 2024 I may work.", "The May issue; this May; every May.",
    "I will go. Will you? Will the team? Will someone? At will, and of my own free will.",
    "The Will to win. Will there be more? Will it be?",
    "Mark the page. A question mark, a trade mark.".replacing(
      "", with: ""),
    "Mark my words. I hit the mark. Mark it as done.",
    "The Grace period is over. Grace under fire. A saving grace.",
    "State of the Art. I studied Art history. Modern Art and art. The Art of it. Art is long.",
    "Hope to hear from you. I hope so. Hope this helps. Hope you do well. There is hope.",
    "Bill them. The bill came. Rose early. Prices rose. Joy of work. Faith in it. Frank feedback.",
  ])
  func aPlainWordStays(_ text: String) {
    let people = [
      "May Chen", "Will Hale", "Mark Berg", "Grace Kahl", "Art Stone", "Hope Lindt", "Bill Orth",
      "Rose Falk", "Joy Ruiz", "Faith Nagy", "Frank Wolff",
    ]
    #expect(masked(text, people) == text)
  }

  @Test(arguments: [
    "I met May on Monday.", "May asked about Go.", "With May's help.", "Ask May Chen.",
    "Then Will said so.", "Will asked it.", "I thanked Mark.", "Mark told me.", "I wrote to Grace.",
    "Grace wrote back.", "I know Art well.", "Art said it was fine.", "Then Hope laughed.",
    "Hope asked why.", "May, who interviewed me, was kind.", "It was Grace's question.",
  ])
  func aNameThatIsAWordGoes(_ text: String) {
    let people = ["May Chen", "Will Hale", "Mark Berg", "Grace Kahl", "Art Stone", "Hope Lindt"]
    let shown = masked(text, people)
    #expect(shown.contains("Person"), "\(shown)")
    for name in ["May", "Will", "Mark", "Grace", "Art", "Hope"] {
      #expect(!shown.contains(name), "\(shown)")
    }
  }

  @Test func aCompanyOfLittleWordsIsItsWholeName() {
    let text = "Ja, gern. Nein, danke. Ja / Nein? Ja und nein. No, yes."
    #expect(masked(text, company: "Ja / Nein AG") == text)
    #expect(
      masked("Bei Ja / Nein AG war ich.", company: "Ja / Nein AG") == "Bei Company A war ich.")
    #expect(masked("Yes, I said no.", company: "Yes & No Ltd") == "Yes, I said no.")
    #expect(masked("At Yes & No Ltd I did.", company: "Yes & No Ltd") == "At Company A I did.")
  }
}
