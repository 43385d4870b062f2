import TestSupport
import Testing

@testable import DebriefExport
@testable import DebriefModel

/// Where the mask, emails and tables begin and end, and what they do with the second of a thing.
@Suite(.timed) struct ExportBoundaryTests {
  private let now = TestClock.noon
  private let app = ID("app")

  private func home(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier {
    var it = Dossier(Application(id: app, created: now) { $0.company = "Nordlicht" })
    fill(&it)
    return it
  }
  private func person(_ id: String, _ name: String, _ fill: (inout Person) -> Void = { _ in })
    -> Person
  {
    Person(id: ID(id)) {
      $0.name = name
      fill(&$0)
    }
  }
  private func masked(
    _ text: String, profile: Profile? = nil, others: NamesOnFile = NamesOnFile(),
    _ fill: (inout Dossier) -> Void = { _ in }
  ) -> String {
    Mask(home(fill), profile: profile, others: others).text(text)
  }

  // MARK: - Whom the mask knows

  @Test func theProfileIsMasked() {
    let me = Profile {
      ($0.name, $0.email, $0.phone) = ("Vera Quist", "vera@quist.example", "+49 30 5551 4477")
    }
    let mask = Mask(home(), profile: me)
    #expect(mask.text("I'm Vera Quist.") == "I'm Person A.")
    #expect(mask.email("vera@quist.example") == "E-mail A")
    #expect(mask.phone("+49 30 5551 4477") == "Phone A")
    #expect(mask.text("room 5551 4477 it is") == "room Phone A it is")
  }

  @Test func bothOfTwoPeopleAreMasked() {
    let people = [
      person("a", "Ines Kahl") { ($0.phone, $0.company) = ("4711 0815", "Talentfinder") },
      person("b", "Otto Brand") { ($0.phone, $0.company) = ("0815 4711", "Headways") },
    ]
    let mask = Mask(home { $0.people = people })
    #expect(mask.text("Ines Kahl and Otto Brand") == "Person A and Person B")
    #expect(mask.text("Talentfinder, Headways") != "Talentfinder, Headways")
    #expect(!mask.text("Talentfinder, Headways").contains("Headways"))
    #expect(mask.phone("4711 0815") == "Phone A" && mask.phone("0815 4711") == "Phone B")
    let from = Mask(
      home {
        $0.feedback = [
          Feedback(id: ID("f"), application: app, recorded: now) {
            $0.from = "Ines Kahl, Otto Brand"
          }
        ]
      })
    #expect(from.text("Ines Kahl and Otto Brand") == "Person A and Person B")
  }

  @Test func namesInLettersAreMasked() {
    func letter(_ text: String) -> (inout Dossier) -> Void {
      { it in
        it.letters = [
          Letter(id: ID("l"), application: self.app, kind: "L1", recorded: self.now) {
            $0.text = text
          }
        ]
      }
    }
    #expect(masked("Kahl", letter("Dear Ines Kahl,\n\nThank you.\n")) == "Person A")
    #expect(
      masked("Brand it is Otto Brand", letter("Hello,\n\nThanks.\n\nOtto Brand")).contains(
        "Person A"))
    #expect(masked("Kahl said so", letter("I met Dr. Kahl there.")) == "Person A said so")
  }

  @Test func namesOnFileElsewhereAreMasked() {
    var others = NamesOnFile()
    others.people = ["Ines Kahl"]
    others.companies = ["Talentfinder Labs"]
    let fill: (inout Dossier) -> Void = { $0.application.notes = "Ines Kahl of Talentfinder Labs" }
    #expect(masked("Ines Kahl", others: others, fill) == "Person A")
    #expect(masked("Talentfinder Labs", others: others, fill).hasPrefix("Company"))
  }

  @Test func standInsGoOnBehindZ() {
    let first = [
      "Ada", "Bela", "Cyra", "Dino", "Edda", "Falk", "Gesa", "Hauke", "Ilka", "Jorn", "Kirsa",
      "Levke",
      "Momme", "Nele", "Ocke", "Pelle", "Quirin", "Runa", "Sonke", "Tjark", "Urte", "Veit",
      "Wiebke",
      "Xenia", "Ylva", "Zita", "Arfst",
    ]
    let people = first.enumerated().map {
      person("p\($0.offset)", "\($0.element) Zwirner\($0.offset)x")
    }
    let mask = Mask(home { $0.people = people })
    #expect(mask.name(people[0].name) == "Person A")
    #expect(mask.name(people[25].name) == "Person Z")
    #expect(mask.name(people[26].name) == "Person AA")
  }

  @Test func aNameInAnIDIsMasked() {
    let mask = Mask(home { $0.people = [person("a", "Ines Kahl")] })
    #expect(mask.id(ID("ines-kahl")).text.hasPrefix("masked-"))
    #expect(mask.id(ID("x1")) == ID("x1"))
  }

  @Test func everyPartOfAThingTheyNamedIsRewritten() {
    var thing = Feedback.Thing("text", reason: "reason")
    (thing.example, thing.proof) = ("example", ID("proof"))
    var rewriting = Rewriting()
    rewriting.words = { words, _ in "<\(words)>" }
    rewriting.id = { ID("<\($0.text)>") }
    thing.rewrite(rewriting)
    #expect((thing.text, thing.reason) == ("<text>", "<reason>"))
    #expect((thing.example, thing.proof) == ("<example>", ID("<proof>")))
  }

  // MARK: - Phones, places, names

  private func isPhone(_ text: String) -> Bool { masked(text).contains("Phone") }

  @Test func sevenDigitsAreAPhoneNumber() {
    #expect(isPhone("5551234") && isPhone("555-1234"))
    #expect(!isPhone("555123") && !isPhone("555-123"))
    #expect(isPhone("+49 5551") == false)
    #expect(isPhone("+49 55512"))
    #expect(isPhone("+4955512") && !isPhone("+495551"))
    #expect(isPhone("reach me at 55512") && !isPhone("reach me at 5551"))
    #expect(isPhone("phone 551") && !isPhone("phone 55"))
    #expect(isPhone("ext. 123456") && !isPhone("ext. 1234567"))
    #expect(isPhone("+1234567 890123 4567"), "17 digits")
    #expect(!isPhone("+1234567 890123 45678"), "18 digits")
  }

  @Test func aKnownNumberIsFoundInPart() {
    func found(_ known: String, _ text: String) -> Bool {
      masked(text) { $0.people = [person("a", "Ines Kahl") { $0.phone = known }] }.contains(
        "Phone A")
    }
    #expect(found("4711", "dial 4711"))
    #expect(!found("471", "the 471"))
    #expect(MaskPhones.isSame("+49 30 555123".filter(\.isNumber), "555123"))
    #expect(!MaskPhones.isSame("493055512", "55512"))
    #expect(MaskPhones.isSame("555123", "030555123"))
    #expect(!MaskPhones.isSame("", ""))
  }

  @Test func bothOfTwoPlacesAreMasked() {
    #expect(masked("12 Main Street and 99 Oak Avenue") == "Address and Address")
    #expect(masked("12345 Main Street") == "Address")
    #expect(!masked("123456 Main Street").hasPrefix("Address"))
  }

  @Test func anAccountIsRightByItsDigits() {
    #expect(masked("DE89 3704 0044 0532 0130 00") == "Account")
    // No country's length, and the check digits are wrong: it's no account.
    #expect(masked("XX89370400440532013") == "XX89370400440532013")
    // 15 signs: Norway has the shortest, and these check digits are right.
    #expect(masked("NO93 8601 1117 947") == "Account")
    // 31 signs with the right check digits, and the longest there may be.
    #expect(masked("MT84MALT011000012345MTLCAST001S") == "Account")
    #expect(masked("LC14BOSL123456789012345678901234") == "Account")
  }

  @Test func titlesNameAPerson() {
    #expect(MaskName.titled("We met Dr. Kahl there.") == ["Kahl"])
    #expect(MaskName.titled("Mr. Kahl and Ms. Brand") == ["Kahl", "Brand"])
    #expect(MaskName.personParts("Bo Li", Nicknames()).contains("bo"))
    #expect(MaskName.personParts("B Li", Nicknames()).contains("b") == false)
  }

  // MARK: - Mail

  private func address(_ text: String) -> String? { MailAddress(name: "", address: text).address }

  @Test func anAddressHasItsLengths() {
    func long(_ local: Int, _ labels: [Int]) -> Bool {
      address(
        String(repeating: "a", count: local) + "@"
          + labels.map { String(repeating: "b", count: $0) }.joined(separator: ".")) != nil
    }
    #expect(long(64, [3, 3]) && !long(65, [3, 3]))
    #expect(long(1, [63, 3]) && !long(1, [64, 3]))
    #expect(long(1, [63, 63, 63, 61]) && !long(1, [63, 63, 63, 62]))
    #expect(address("a@b-.example") == nil && address("a@-b.example") == nil)
    #expect(address("a@b-c.example") != nil)
    for sign in ["\n", "\r", "\t", "\u{0}", " "] {
      #expect(address("a@b\(sign).example") == nil && address("a\(sign)@b.example") == nil)
      // A blank at the end is only typed along.
      #expect((address("a@b.example\(sign)") == nil) == (sign != " "), "\(sign.debugDescription)")
    }
  }

  private func message(
    to address: String = "a@b.example", subject: String = "Hello", text: String = "x",
    name: String = ""
  ) -> MailMessage {
    MailMessage(
      from: Profile { ($0.name, $0.email) = ("Me", "me@x.example") },
      to: person("a", name) { $0.email = address }, subject: subject, text: text, date: now,
      id: ID("id"))
  }

  @Test func aLetterIsOpenedUpToItsLimit() {
    let rest = message(text: "").mailto().utf8.count + "&body=".utf8.count
    let most = MailMessage.mailtoLimit - rest
    #expect(message(text: String(repeating: "x", count: most)).mailtoProblem == nil)
    #expect(message(text: String(repeating: "x", count: most + 1)).mailtoProblem != nil)
    #expect(message(to: "o'neil@b.example").mailtoProblem != nil)
    #expect(message(to: "o`neil@b.example").mailtoProblem != nil)
    #expect(message(to: "oneil@b.example").mailtoProblem == nil)
    #expect(message().mailto() == "mailto:a@b.example?subject=Hello&body=x")
    #expect(message(subject: "").mailto() == "mailto:a@b.example?body=x")
  }

  @Test func eachRecipientGetsAMailOfTheirOwn() {
    func id(_ it: MailMessage) -> String? {
      it.eml().split(separator: "\r\n").first { $0.hasPrefix("Message-ID:") }.map(String.init)
    }
    #expect(id(message(to: "a@b.example")) != id(message(to: "c@b.example")))
    #expect(id(message(to: "", name: "Ann")) != id(message(to: "", name: "Bob")))
    #expect(id(message()) == id(message()))
  }

  @Test func aQuotedNameStaysOne() {
    let header = MailAddress(name: "Ann \"The Boss\" Lee, HR", address: "a@b.example").header("To")
    #expect(header == "To: \"Ann \\\"The Boss\\\" Lee, HR\" <a@b.example>\r\n")
  }

  @Test func linesOfABodyAreBrokenAt76() {
    func lines(_ count: Int) -> [Int] {
      MailBody(String(repeating: "x", count: count)).encoded.split(separator: "\r\n").map(
        \.utf8.count)
    }
    #expect(lines(75) == [75])
    #expect(lines(76) == [76])
    #expect(lines(77) == [76, 2])
    #expect(MailBody(".").encoded == "=2E\r\n")
    #expect(MailBody("..").encoded == "=2E.\r\n")
    #expect(MailBody("From me").encoded == "=46rom me\r\n")
  }

  @Test func headersAreBrokenAt76() {
    func lines(_ last: Int) -> Int {
      MailHeader.line(
        "Subject", [String(repeating: "a", count: 40), String(repeating: "b", count: last)]
      )
      .split(separator: "\r\n").count
    }
    // "Subject:" and 41 are 49 columns; a blank and 26 more make 76.
    #expect(lines(26) == 1)
    #expect(lines(27) == 2)
    #expect(MailDate.text(Moment(seconds: 0, offset: 330)).hasSuffix("05:30:00 +0530"))
    #expect(MailDate.text(Moment(seconds: 0, offset: -90)).hasSuffix("22:30:00 -0130"))
  }

  // MARK: - Tables and texts

  @Test func aCellIsQuotedWhereItMustBe() {
    func row(_ cells: CSVText.Cell..., raw: Bool = false) -> String {
      var text = CSVText(isRaw: raw)
      return text.row(cells)
    }
    for sign in ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"] {
      #expect(CSVText.isFormula(sign + "1"), "\(sign.debugDescription)")
      #expect(!CSVText.isFormula("1" + sign))
      #expect(row(.text(sign + "1"), raw: true).contains("'") == false)
    }
    #expect(row(.plain("a"), .plain("b")) == "a,b\r\n")
    for text in ["a ", " a", "a,b", "a\"b", "a\nb", "a\rb"] {
      #expect(row(.plain(text)).hasPrefix("\""), "\(text.debugDescription)")
    }
    #expect(row(.plain("")) == "\"\"\r\n")
    #expect(row(.text("")) == "\"\"\r\n")
    #expect(row(.plain(""), .plain("")) == ",\r\n")
  }

  @Test func flagsAndReferencesAreTheirOwn() {
    var tables = CSVTables()
    func feedback(_ closed: Bool) -> Entity {
      .feedback(
        Feedback(id: ID("f"), application: app, recorded: now) {
          ($0.closed, $0.person) = (closed, ID("=evil"))
        })
    }
    #expect(tables.row(feedback(true)).contains(",true"))
    #expect(tables.row(feedback(false)).contains(",false"))
    #expect(tables.row(feedback(false)).contains("'=evil"))
  }

  @Test func markdownStaysText() {
    #expect(MarkdownText.line("1. one") == "1\\. one")
    #expect(MarkdownText.line("12) one") == "12\\) one")
    #expect(MarkdownText.line("a1. one") == "a1. one")
    #expect(MarkdownText.quote("a\nb\n\nc\n") == "> a\\\n> b\n>\n> c\n")
    #expect(
      HTMLText.escaped("<a href=\"x\" title='y'>&")
        == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;")
  }

  @Test func aRowThatJustFitsIsOne() {
    let measure = ASCIIFold.measure
    #expect(measure.wrap("aaa bbb", 7) == ["aaa bbb"])
    #expect(measure.wrap("aaa bbb", 6) == ["aaa", "bbb"])
  }

  @Test func anAdviserSeesWhatCounts() {
    func improvement(_ id: String, _ state: Improvement.State) -> Improvement {
      Improvement(id: ID(id), application: app, recorded: now) { ($0.what, $0.state) = (id, state) }
    }
    let it = home {
      $0.improvements = [improvement("open", .open), improvement("gone", .dropped)]
      $0.turns = [
        Turn(id: ID("t"), application: app, recorded: now) {
          ($0.question, $0.answer, $0.better) = ("Why?", "so", "better so")
        }
      ]
      $0.feedback = [
        Feedback(id: ID("f"), application: app, recorded: now) { $0.asked = now.day },
        Feedback(id: ID("g"), application: app, recorded: now) { $0.received = now.day },
      ]
    }
    var copy = AdviserCopy()
    copy.add(it, shown: it, page: Page(it, reasons: [], now: now), today: now.day)
    let items = copy.parts[0].items
    #expect(items.map(\.title).filter { $0.hasPrefix("To try") } == ["To try: open"])
    #expect(items.flatMap(\.lines) == ["Answer: so", "A better answer: better so"])
    #expect(AdviserCopy.contents(it).contains(Entity.Kind.feedback.counted(1)))
    #expect(RemarkMark(.finding, ID("x")) != RemarkMark(.turn, ID("x")))
    #expect(RemarkMark(.finding, ID("x")) != RemarkMark(.finding, ID("y")))
  }
}
