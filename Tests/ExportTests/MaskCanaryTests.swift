import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

/// Names in many scripts and spellings, numbers of many countries, and every field there is: what
/// gives somebody away goes, and what anybody could have written stays.
@Suite(.timed) struct MaskCanaryTests {
  private static let lists: Mask.Lists = {
    var nicknames = Nicknames()
    nicknames.add(["bob", "rob", "bobby"], for: "robert")
    nicknames.add(["bill", "will"], for: "william")
    nicknames.add(["саша", "саня"], for: "александр")
    nicknames.add(["маша"], for: "мария")
    let words = "next\ntarget\nmark\ntime\nyoung\nblue\nriver\nagain\nbring\nrose\nrob\nour\nhit"
    return Mask.Lists(nicknames: nicknames, everyday: OrdinaryWords(words))
  }()

  private func mask(
    _ people: [String], company: String = "Kestrel Labs", phone: String = "",
    profile: Profile? = nil, others: NamesOnFile = NamesOnFile(), notes: String = ""
  ) -> Mask {
    var it = Dossier(
      Application(id: id("app"), created: noon) {
        $0.company = company
        $0.notes = notes
      })
    it.people = people.enumerated().map { n, name in
      Person(id: id("p\(n)")) {
        $0.name = name
        $0.phone = phone
      }
    }
    return Mask(it, profile: profile, others: others, lists: MaskCanaryTests.lists)
  }

  // MARK: - Names

  /// A name on file, a text, and what of the text must not be read any more.
  @Test(arguments: [
    // Latin with marks and strokes, either way round.
    ("María García", "Maria Garcia, GARCIA and maría; Marias, Maria's, Garcías", "mari|garc"),
    ("Maria Garcia", "María García and Mari\u{301}a", "mar|garc"),
    ("Nguyễn Văn An", "Nguyen, NGUYEN, Nguyên; Van and Văn said", "nguy"),
    ("Rafał Żuraw", "Rafal Zuraw, Rafal's, ŻURAW", "rafal|zuraw|żuraw"),
    ("Jürgen Müller", "Juergen Mueller, Jurgen Muller, Müllers", "rgen|ller"),
    ("Søren Ærø", "Soren Aero, Soeren", "soren|soeren|aero"),
    ("Łukasz Wójcik", "Lukasz, Wojcik, ŁUKASZ", "lukasz|wojcik|łukasz"),
    ("Ayşe Yıldız", "Ayse Yildiz, AYŞE YILDIZ", "ayse|yildiz|ayşe"),
    ("Sean O’Neil", "O'Neil, O’Neil's, ONeil, O`Neil, sean o'neil", "neil|sean|o'p"),
    ("Siobhan O'Person", "O'Person and O’Person", "siobhan|o'"),
    ("Anne-Marie D'Angelo", "Anne-Marie, Anne, d'Angelo, DAngelo", "anne|angelo"),
    ("James Hale", "James', James's, Hale's, the Hales, l'Hale", "james|hale"),
    ("Robert Kahl", "Bob said; Rob and Bobby did, Robert T. Kahl", "bob|kahl|robert"),
    ("Bob Kahl", "Robert said", "robert"),
    ("Lindqvist-Ørsted, Tove", "Tove Lindqvist, Orsted, tove", "tove|lindqvist|orsted"),
    ("Maria Garcia", "mariagarcia, mgarcia, maria_garcia87, MariaG, garcia87", "garcia|maria"),
    // Cyrillic, with its cases.
    ("Мария Иванова", "с Марией Ивановой, Марии, Марию, Маша, МАРИЯ", "мари|иванов|маш"),
    ("Александр Кузнецов", "Саша, Александру, с Кузнецовым", "саша|александр|кузнец"),
    ("Олена Шевченко", "Олені, Оленою, Шевченко", "олен|шевченк"),
    // Greek.
    ("Γιώργος Παπαδόπουλος", "τον Γιώργο, του Γιώργου, ΓΙΩΡΓΟΣ, Παπαδόπουλο", "γιώργ|γιωργ|παπαδ"),
    // Armenian and Georgian, whose endings are part of the word.
    ("Արամ Պետրոսյան", "Արամը, Պետրոսյանի հետ", "արամ|պետրոս"),
    ("გიორგი ბერიძე", "გიორგიმ თქვა, ბერიძესთან", "გიორგი|ბერიძე"),
    // Hebrew and Arabic, whose little words are written to the name, with and without vowels.
    ("שרה כהן", "לשרה, ושרה כהן, שָׂרָה", "שרה|כהן"),
    ("ليلى حداد", "شكرا لليلى، مع حدّاد، لَيلى", "ليلى|حداد"),
    ("أحمد الأحمر", "احمد said, الاحمر", "احمد|أحمد|الاحمر"),
    // Devanagari, Tamil, Thai.
    ("मारिया शर्मा", "मारिया ने कहा, शर्मा जी", "मारिया|शर्मा"),
    ("கவிதா ராஜன்", "கவிதாவின், ராஜன்", "கவிதா|ராஜன்"),
    ("สมชาย ใจดี", "คุณสมชายครับ ใจดี", "สมชาย|ใจดี"),
    // Han, kana, Hangul: with and without a blank, by either half.
    ("王小明", "王小明说, 小明, 王先生, 老王, 王经理", "王|小明"),
    ("欧阳娜娜", "欧阳女士, 娜娜", "欧阳|娜娜"),
    ("山田太郎", "山田さん、太郎、山田 太郎、山田様", "山田|太郎"),
    ("佐藤 花子", "佐藤花子さん、花子", "佐藤|花子"),
    ("さくら はな", "さくらさんとはなさん", "さくら|はな"),
    ("김민준", "김민준 씨, 민준, 김 과장", "민준|김"),
    // In signs on file and in our letters in a text, and the other way round.
    ("王小明", "Wang Xiaoming, Xiaoming Wang, WANG Xiao-Ming, Xiaoming's, Mr Wang", "wang|xiao|ming"),
    ("Wang Xiaoming", "王小明说, 王晓明, 王先生, 老王", "王|小明|晓明"),
    ("Xiaoming Wang", "王小明, 小明说", "王|小明"), ("Li Wei", "李伟 and 李薇 said", "李|伟|薇"),
    ("欧阳娜娜", "Ouyang Nana, Nana", "ouyang|nana"), ("曾国强", "Zeng Guoqiang; Tseng", "zeng|tseng"),
    ("Zeng Guoqiang", "曾国强", "曾|国强"), ("陳志明", "Chan Zhiming, Chen Chih-ming", "ch|ming"),
    ("김민준", "Kim Minjun, Min-jun Kim, Minjun", "kim|min|jun"),
    ("Kim Min-jun", "김민준 씨, 민준, 김 과장", "김|민준"), ("Park Jiyoung", "박지영", "박|지영"),
    // The two alphabets of Japanese, one of them also half as wide, and ours.
    ("ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ、ﾔﾏﾀﾞさん、やまだ たろう、たろう", "ﾔ|ﾀ|やま|たろ"),
    ("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ、ヤマダさん", "ヤマ|タロ"), ("やまだ たろう", "ﾔﾏﾀﾞ, Yamada Taro", "ﾔ|yam|taro"),
    ("Yamada Hanako", "やまだ はなこさん、ヤマダ、ﾊﾅｺ", "やま|はな|ヤマ|ﾊﾅ"),
  ])
  func theNameGoes(_ name: String, _ text: String, _ left: String) {
    let shown = mask([name]).text(text)
    let lower = shown.replacing("Person", with: "").lowercased()
    for part in left.split(separator: "|") {
      #expect(!lower.contains(part), "\(part) in: \(shown)")
      // It was there, or the test could not fail.
    }
    #expect(shown != text && shown.contains("Person A"), "\(shown)")
    #expect(!shown.contains("Person B"), "\(shown)")
  }

  /// Initials, names parted otherwise, and little words: the whole text as it is shown.
  @Test(arguments: [
    ("Robert Kahl", "R. Kahl; Kahl, R.; R.K. said; RK asked", "P; P; P said; P asked"),
    ("Robert Kahl", "I met R. K. there. Ask R.K.", "I met P there. Ask P."),
    ("Ines Kahl", "Ines K.; I. Kahl; Ines I think; Kahl, I think", "P; P; P I think; P, I think"),
    ("Ivan Petrovich Sidorov", "I.P. Sidorov and Sidorov I. P.; IPS", "P and P; P"),
    ("Иван Петрович Сидоров", "И. П. Сидоров; Сидоров И.П.; И.П. said", "P; P; P said"),
    ("Jan van der Berg", "van der Berg; J. van der Berg; the Berg", "P; P; the P"),
    ("Ana de la Cruz", "A. de la Cruz, de la Cruz", "P, P"),
    ("Wang Xiaoming", "Xiao Ming; Xiao-Ming Wang; Wang Xiao Ming; X. Wang", "P; P; P; P"),
    ("Sean O'Brien", "O Brien; S. O'Brien", "P; P"), ("Jan Vandenberg", "van den Berg", "P"),
    ("Hans Rau", "HR called; H. R. Rau; plan B. Rau said", "HR called; P; plan B. P said"),
    ("Ulla Stone", "the US office; U. Stone", "the US office; P"),
    ("Bill Art", "the bill; Art asked", "the bill; P asked"),
    ("May Hope", "in May; Hope said so", "in May; P said so"),
    ("王小明", "X. Wang; W.X.; Wang, X.; X.M. Wang", "P; P; P; P"),
    (
      "Bill Art", "Bill me for it. Bill us. Please bill them.",
      "Bill me for it. Bill us. Please bill them."
    ),
    (
      "Bill Art", "Bill met me. I saw Bill there. Bill was kind.",
      "P met me. I saw P there. P was kind."
    ),
    ("Bill Art", "they can bill me, said bill", "they can bill me, said P"),
    (
      "Grant Hale", "Grant us a day. Grant told us so. They grant me time.",
      "Grant us a day. P told us so. They grant me time."
    ),
    (
      "Will Hope", "Will do. Will call you. Will called me.", "Will do. Will call you. P called me."
    ),
    (
      "Rich Hunter", "Rich in detail. Rich asked. A job hunter.",
      "Rich in detail. P asked. A job hunter."
    ),
    (
      "Summer Chase", "Last summer they chase me. Chase it up. Summer wrote.",
      "Last summer they chase me. Chase it up. P wrote."
    ),
  ])
  func initialsAndParts(_ name: String, _ text: String, _ wanted: String) {
    let lists = Mask.Lists(
      everyday: OrdinaryWords("bill\nart\nhope\nmay\nwill\ngrant\nrich\nhunter\nsummer\nchase\n"))
    var it = Dossier(Application(id: id("app"), created: noon) { $0.company = "Kestrel Labs" })
    it.people = [Person(id: id("p")) { $0.name = name }]
    let shown = Mask(it, lists: lists).text(text)
    #expect(shown.replacing("Person A", with: "P") == wanted, "\(shown)")
  }

  @Test(arguments: [
    ("Ines Kahl", "Kahlert and Inesita stay, and so does Vines."),
    ("María García", "Marine biology; marginal; Garciaparra"),
    ("An Le", "An hour later, le pain: so an answer."), ("Ma Li", "A Lithuanian list made it."),
    ("Will Young", "I will be too young; will you? Will you? Will we see?"),
    ("王小明", "国王 and 王国 and 明天"), ("Sean O'Neil", "We o and neither l' eau"),
    ("Мария", "Марина и марка"), ("Mark", "I will mark the page."),
    ("Wang Xiaoming", "国王 and 王国 and 明天"), ("Li Wei", "立委说, 礼物"), ("Yuan Li", "预案很好"),
    ("Aki Ono", "あきらめる"), ("Kim Min-jun", "김치 and 민주주의"),
  ])
  func otherWordsStay(_ name: String, _ text: String) {
    #expect(mask([name]).text(text) == text)
  }

  @Test func whoIsCalledByATitleIsSomebody() {
    let text = "Mr Halen and Frau Dr. Öztürk met 鈴木さん; Mrs. Smith's view. お客さん、皆さん"
    let shown = mask([], notes: text).text(text)
    for name in ["Halen", "Öztürk", "鈴木", "Smith"] { #expect(!shown.contains(name), "\(shown)") }
    #expect(shown.contains("お客さん、皆さん"), "\(shown)")
  }

  @Test func aCompanyIsFoundInItsShortAndLongForms() {
    let it = mask([], company: "The Blue River Nordlicht GmbH")
    let text = it.text("It was a blue river. Blue River Nordlicht; nordlicht, 'Nordlicht's")
    #expect(!text.lowercased().contains("nordlicht") && text.contains("a blue river"), "\(text)")
    let kanji = mask([], company: "株式会社はやぶさ").text("はやぶさの面接、㈱")
    #expect(!kanji.contains("はやぶさ"))
    #expect(!mask([], company: "McDonald's").text("McDonald’s, McDonalds").contains("Donald"))
  }

  /// A name that is a word of every day is told from it; of others on file only what is plainly theirs
  /// goes.
  @Test func wordsOfEveryDayStay() {
    let target = mask([], company: "Target")
    #expect(
      target.text("We hit our target again at Target.") == "We hit our target again at Company A.")
    let others = NamesOnFile(companies: ["Next"], people: ["Mark Young", "Robert Blau"])
    let text = "Next time bring it. Young people mark it. I met Bob, and was at Next."
    let shown = mask([], others: others, notes: text).text(text)
    #expect(shown.hasPrefix("Next time bring it. Young people mark it. I met Person"), "\(shown)")
    #expect(shown.hasSuffix("at Company B."), "\(shown)")
  }

  /// A company called Go, a person called Will: their own fields name them, whatever else they are.
  @Test func aFieldForANameIsOne() {
    var it = Dossier(Application(id: id("app"), created: noon) { $0.company = "go" })
    it.people = [
      Person(id: id("p")) {
        $0.name = "Will"
        $0.company = "Go"
      }
    ]
    it.feedback = [
      Feedback(id: id("f"), application: id("app"), recorded: noon) { $0.from = "will" }
    ]
    let shown = Mask(it, lists: MaskCanaryTests.lists).dossier(it)
    #expect(shown.application.company == "Company A" && shown.people[0].company == "Company A")
    #expect(shown.people[0].name == "Person A" && shown.feedback[0].from == "Person A")
  }

  @Test func withoutCapitalsNamesGoAllTheSame() {
    let it = mask(["Robert Kahl", "Mark Young"])
    #expect(it.text("i met bob, then mark") == "i met Person A, then Person B")
    let said = "i will mark it, they may mark the page"
    #expect(it.text(said) == said)
  }

  // MARK: - Numbers

  @Test(arguments: [
    "+49 30 5550100", "+49 (0)30 555 01-00", "0049 30 5550100", "(030) 5550100", "030/5550100",
    "030-555 01 00", "0170-1234567", "0170 1234567", "+1 (555) 555-0100", "1-800-555-0199",
    "(555) 555-0100", "555-555-0100", "555.555.0100", "555 555 0100", "5555550100", "555-0100",
    "555 0100", "555.0199", "5550100", "1234567", "020 7946 0958", "+44 20 7946 0958",
    "07700 900123", "01 23 45 67 89", "01.23.45.67.89", "+33 1 23 45 67 89", "612 345 678",
    "600 123 456", "+48 600-123-456", "12 34 56 78", "+45 12 34 56 78", "2345 6789", "6123-4567",
    "+65 6123 4567", "98765 43210", "+91 98765-43210", "03-1234-5678", "090-1234-5678",
    "+81 3 1234 5678", "010-1234-5678", "138 0013 8000", "+86 138 0013 8000", "13800138000",
    "8 (495) 123-45-67", "+7 495 123-45-67", "(11) 91234-5678", "+55 11 91234-5678",
    "044 668 18 00", "+41 44 668 18 00", "050-1234567", "+972-50-123-4567", "٠٥٠١٢٣٤٥٦٧",
    "０３−１２３４−５６７８", "+971 50 123 4567", "0912 345 678", "+84 912 345 678", "+353 1 234 5678",
    "0151 23456789", "061-555 12 34", "555 12 34", "08-123 456 78", "+358 40 1234567",
    "+1.555.555.0100", "+15555550100", "1 555 555 0100", "(0 30) 555 01 00",
  ])
  func aNumberToCallGoes(_ number: String) {
    for text in ["Write to her: \(number).", "\(number)", "at \(number), she said", "(\(number))"] {
      let shown = mask([]).text(text)
      #expect(shown.contains("Phone"), "\(text) became \(shown)")
      #expect(!shown.contains(where: { $0.isNumber }), "\(text) became \(shown)")
    }
  }

  @Test(arguments: [
    "Tel. 55501", "tel: 4412", "phone: 116 117", "ext. 4412", "call 55501", "Mobile: 12345",
    "Tel.: 0815", "телефон 55501", "電話 55501", "fax no. 55501", "call me at 55501", "☎ 4412",
    "x4412",
  ])
  func aShortNumberGoesWhereItIsCalled(_ text: String) {
    let shown = mask([]).text(text)
    #expect(text == "x4412" || !shown.contains(where: { $0.isNumber }), "\(text) became \(shown)")
  }

  @Test(arguments: [
    "85000", "85,000", "85.000", "85 000", "85k", "$85,000", "$120000", "€ 95.000", "1,250,000",
    "1.250.000", "1 250 000", "1250000", "60 000 to 70 000", "60000-70000", "60 000 - 70 000",
    "85.000–95.000 €", "2019-2023", "2019/2020", "2026-03-09", "09.03.2026", "9/3/2026", "3/9/26",
    "20260309", "2026-03-09 10:30", "10:30-11:30", "10.30-11.30", "9.3.2026, 14.30",
    "1500000 users",
    "4471234 rows", "1234567 requests", "3.14159265", "v1.2.3", "Node.js 20.11.1", "99.99 %",
    "0.1234567", "10 000 000", "12 of 345", "24/7", "3-4 weeks", "50-100 people", "1200-1500 EUR",
    "room 0815", "#0042", "#1234567", "ticket 4471234",
    "order 5550100", "5,550,100", "10000000", "USD 1234567", "a salary of 1234567", "pay: 5550000",
    "base pay about 1234567", "1234567 EUR", "1234567 JPY a year",
    "2024 2025 2026", "100-200", "ISO 27001", "RFC 2616", "Q3 2025", "5-7-9", "1/2/3", "90210",
    "80000 to 95500", "3 000 000 000", "1999", "120 000–135 500", "-5", "2 x 45 minutes",
  ])
  func aFigureStays(_ figure: String) {
    for text in [figure, "They said \(figure).", "It was \(figure) then", "(\(figure))"] {
      #expect(mask([]).text(text) == text)
    }
  }

  @Test func whatIsOnFileGoesHoweverItIsWritten() {
    let profile = Profile {
      $0.name = "Robin Muster"
      $0.phone = "+49 30 1200000"
      $0.email = "Robin@Muster.example"
    }
    let it = mask(["Ines Kahl"], phone: "555000", profile: profile)
    #expect(
      it.text("1200000, 030 1200000, 030/120 00 00; 555000; mail robin@muster.example")
        == "Phone B, Phone B, Phone B; Phone A; mail E-mail A")
  }

  // MARK: - Addresses

  @Test(arguments: [
    ("write to maria.garcia@kestrel.example, please", "write to E-mail, please"),
    ("<maria@x.example>", "<E-mail>"), ("mailto:m@x.example?", "E-mail?"),
    ("用户@例子.公司", "E-mail"), ("m+tag@x.co.uk's", "E-mail's"),
    ("maria (at) kestrel (dot) example", "E-mail"), ("maria at kestrel dot example", "E-mail"),
    ("maria[at]kestrel.example", "E-mail"), ("メールは「m@x.example」へ", "メールは「E-mail」へ"),
    ("linkedin.com/in/mg-1987", "Link"), ("github.com/mgx and t.me/mgx", "Link and Link"),
    ("http://10.0.0.1:80/a", "Link"), ("see x.com/mgx.", "see Link."), ("@mgx, hi", "Link, hi"),
    ("https://wa.me/4930555010", "Link"), ("acme.example", "Link"), ("//share/x.example", "Link"),
    ("yes / no", "yes / no"), ("and/or", "and/or"),
    ("e.g. this, i.e. that", "e.g. this, i.e. that"),
    ("ASP.NET and Node.js", "ASP.NET and Node.js"), ("done.It was", "done.It was"),
    ("CI/CD, TCP/IP", "CI/CD, TCP/IP"), ("main.py in src/app", "main.py in src/app"),
    ("at 9 a.m. sharp", "at 9 a.m. sharp"), (":", ":"), ("@", "@"), ("..", ".."), ("a.", "a."),
  ])
  func anAddressGoes(_ text: String, _ wanted: String) {
    #expect(mask([]).text(text) == wanted)
  }

  // MARK: - Every field

  /// The fields that hold words, of every noun of a dossier, as the language itself lists them: a new
  /// one is held here without a line of its own.
  @Test func everyFieldOfEveryNounIsMasked() throws {
    let canary = "Ynez Kahl, Kestrel, +49 30 5550100, y@kestrel.example, kestrel.example/ynez"
    let full = dossier(fullArchive("plain"))
    var tried = 0
    func check<Noun: Codable>(_ noun: Noun, _ put: (inout Dossier, Noun) -> Void) throws {
      for (label, value) in Mirror(reflecting: noun).children {
        let kind = type(of: value)
        let isID = kind == ID.self || kind == ID?.self
        guard let label, isID || kind == String.self || kind == String?.self else { continue }
        let data = try JSONEncoder().encode(noun)
        var fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        fields[label] = isID ? "ynez-kahl" : canary
        let changed = try JSONDecoder().decode(
          Noun.self, from: JSONSerialization.data(withJSONObject: fields))
        var it = full
        it.application.company = "Kestrel Labs"
        it.people = [Person(id: id("p")) { $0.name = "Ynez Kahl" }]
        put(&it, changed)
        let shown = Mask(it).dossier(it)
        var text = ""
        dump(shown, to: &text)
        text = text.lowercased()
        for name in ["ynez", "kahl", "kestrel", "5550100", "@"] {
          #expect(!text.contains(name), "\(name) in \(Noun.self).\(label)")
        }
        tried += 1
      }
    }
    let a = fullArchive("plain")
    try check(a.application[0]) {
      $0.application = $1
      if !$1.company.contains("Kestrel") { $0.application.company = "Kestrel Labs" }
    }
    try check(a.person[0]) { $0.people.append($1) }
    try check(a.interview[0]) { $0.interviews = [$1] }
    try check(a.event[0]) { $0.events = [$1] }
    try check(a.turn[0]) { $0.turns = [$1] }
    try check(a.finding[0]) { $0.findings = [$1] }
    try check(a.feedback[0]) { $0.feedback = [$1] }
    try check(Feedback.Thing("plain", reason: "R-TECH")) {
      $0.feedback = a.feedback
      $0.feedback[0].three = [$1]
    }
    try check(a.debrief[0]) { $0.debriefs = [$1] }
    try check(a.response[0]) { $0.responses = [$1] }
    try check(a.improvement[0]) { $0.improvements = [$1] }
    try check(a.letter[0]) { $0.letters = [$1] }
    try check(a.forecast[0]) { $0.forecasts = [$1] }
    try check(a.note[0]) { $0.notes = [$1] }
    try check(Preparation(id: id("pre"), application: id("app0"), kind: .claim, recorded: noon)) {
      $0.preparations = [$1]
    }
    try check(
      Mark(id: id("m"), application: id("app0"), entry: "plain", action: .done, recorded: noon)
    ) { $0.marks = [$1] }
    try check(
      CardReview(
        id: id("rev"), application: id("app0"), card: id("t"), day: noon.day, grade: .hard,
        recorded: noon)
    ) { $0.reviews = [$1] }
    try check(Evidence(.turn, id("t"))) { it, evidence in
      it.findings = a.finding
      it.findings[0].evidence = evidence
    }
    #expect(tried > 80, "\(tried)")
  }

  /// References between nouns hold where their ids spelled names.
  @Test func idsThatSpellNamesStillMeet() {
    var it = Dossier(Application(id: id("kestrel-1"), created: noon) { $0.company = "Kestrel" })
    it.people = [Person(id: id("ines-kahl")) { $0.name = "Ines Kahl" }]
    it.interviews = [
      Interview(id: id("i"), application: id("kestrel-1"), recorded: noon) {
        $0.people = [id("ines-kahl")]
      }
    ]
    let shown = Mask(it).dossier(it)
    #expect(shown.application.id != it.application.id)
    #expect(shown.interviews[0].application == shown.application.id)
    #expect(shown.interviews[0].people == [shown.people[0].id])
    #expect(shown.interviews[0].id == id("i"))
  }
}
