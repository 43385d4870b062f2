import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefExport

/// A mail from one person to another.
func mail(
  from: (String, String) = ("Wile Exampleton", "wile@example.org"),
  to: (String, String)? = ("Ines Kahl", "ines.kahl@example.com"), subject: String = "Thank you",
  text: String = "Dear Ines,\n\nthank you.\n", date: Moment = noon, id: String = "7k3f9q0123456789"
) -> MailMessage {
  let profile = Profile {
    $0.name = from.0
    $0.email = from.1
  }
  let person = to.map { to in
    Person(id: ID("p")) {
      $0.name = to.0
      $0.email = to.1
    }
  }
  return MailMessage(
    from: profile, to: person, subject: subject, text: text, date: date, id: ID(id))
}

/// What another program reads in a mail.
struct ReadMail: Decodable {
  let names: [String]
  let subject: String?
  let subjectAgain: String?
  let date: String
  let id: String
  let type: String
  let charset: String
  let encoding: String
  let isMultipart: Bool
  let body: String
  let hasBareReturn: Bool
  let defects: [String]
  let from: [[String]]
  let to: [[String]]
  let fromAgain: [[String]]
  let toAgain: [[String]]
}

/// Lets Python's mail parser read mails, all in one run.
func readByPython(_ mails: [MailMessage]) throws -> [ReadMail] {
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read-mail.py").path
  let read = try Oracle.python(script, mails.map { $0.eml() }, as: ReadMail.self)
  try #require(read.count == mails.count)
  return read
}

/// Whether two texts are the same scalars: `==` takes é and e with an accent for the same.
func same(_ a: String, _ b: String) -> Bool { a.unicodeScalars.elementsEqual(b.unicodeScalars) }

/// Everything that was put in comes out, and nothing else does.
func expectSame(
  _ mail: MailMessage, _ read: ReadMail, _ location: SourceLocation = #_sourceLocation
) {
  var names = ["X-Unsent", "Date", "Message-ID"]
  if mail.from.address != nil { names.append("From") }
  if mail.to.address != nil { names.append("To") }
  if !mail.subject.isEmpty { names.append("Subject") }
  names += ["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
  #expect(read.names == names, sourceLocation: location)
  #expect(
    same(read.subject ?? "", mail.subject), "\(read.subject ?? "") / \(mail.subject)",
    sourceLocation: location)
  #expect(same(read.subjectAgain ?? "", mail.subject), sourceLocation: location)
  for (lists, address) in [
    ([read.from, read.fromAgain], mail.from), ([read.to, read.toAgain], mail.to),
  ] {
    for list in lists {
      guard let wanted = address.address else {
        #expect(list.isEmpty, sourceLocation: location)
        continue
      }
      #expect(list.count == 1 && list[0][1] == wanted, "\(list)", sourceLocation: location)
      #expect(same(list.first?[0] ?? "", address.name), "\(list)", sourceLocation: location)
    }
  }
  let ended = mail.text.isEmpty || mail.text.hasSuffix("\n") ? mail.text : mail.text + "\n"
  #expect(same(read.body, ended), sourceLocation: location)
  #expect(!read.hasBareReturn && !read.isMultipart, sourceLocation: location)
  #expect(read.type == "text/plain" && read.charset == "utf-8", sourceLocation: location)
  #expect(read.defects == [], sourceLocation: location)
  expectLines(mail.eml(), location)
}

/// The rules for lines: CR LF and nothing else, ASCII, none too long, none of blanks alone in the
/// head. Only a long address may make a line longer.
func expectLines(_ eml: String, _ location: SourceLocation = #_sourceLocation) {
  var faults: [String] = []
  var inHead = true
  var rest = Array(eml.utf8)[...]
  while !rest.isEmpty {
    let line = rest.prefix { $0 != 13 && $0 != 10 }
    let text = String(decoding: line, as: UTF8.self)
    rest = rest.dropFirst(line.count)
    if Array(rest.prefix(2)) != [13, 10] { faults.append("ends badly: \(text)") }
    rest = rest.dropFirst(2)
    if line.isEmpty { inHead = false }
    if line.contains(where: { $0 != 9 && !(32..<127).contains($0) }) { faults.append(text) }
    let mayBeLong = inHead && text.contains("@") && !text.contains("=?")
    if line.count > (mayBeLong ? 998 : 76) { faults.append("too long: \(text)") }
    if inHead, line.allSatisfy({ $0 == 32 || $0 == 9 }) { faults.append("blank: \(text)") }
  }
  #expect(faults == [], sourceLocation: location)
}

@Suite(.timed) struct MailTests {
  @Test("one letter made out to two people is two mails, and the same one twice is one")
  func messageIDs() throws {
    func id(_ to: (String, String)?) -> String {
      mail(to: to).eml().split(separator: "\r\n").first { $0.hasPrefix("Message-ID") }.map(
        String.init)
        ?? ""
    }
    let people: [(String, String)?] = [
      ("Ines Kahl", "ines.kahl@example.com"), ("Tove Lind", "tove@example.com"), ("Ines Kahl", ""),
      ("Tove Lind", ""), nil,
    ]
    #expect(Set(people.map { id($0) }).count == people.count)
    for person in people { #expect(id(person) == id(person)) }
  }

  @Test func theUsualMail() {
    #expect(
      mail().eml() == """
        X-Unsent: 1\r
        Date: Fri, 20 Mar 2026 12:00:00 +0000\r
        Message-ID: <7k3f9q0123456789.2gylzm26qu20e@debrief.invalid>\r
        From: Wile Exampleton <wile@example.org>\r
        To: Ines Kahl <ines.kahl@example.com>\r
        Subject: Thank you\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Dear Ines,\r
        \r
        thank you.\r

        """)
    #expect(mail().remarks == [])
  }

  @Test func whatIsNotOnFileIsLeftOutAndSaid() throws {
    let bare = mail(from: ("", ""), to: nil, subject: "", text: "")
    #expect(bare.remarks.count == 2)
    #expect(bare.remarks[0] == "No one is named, so the email isn't addressed yet.")
    #expect(
      mail(to: ("Ines Kahl", "")).remarks[0].hasPrefix("There's no email address for Ines Kahl"))
    #expect(
      mail(to: ("I", "call her")).remarks == [
        "\"call her\" isn't an email address, so the email isn't addressed yet."
      ])
    let mails = [bare, mail(to: ("I", "call her")), mail(from: ("W", "w@@x"))]
    for (mail, read) in zip(mails, try readByPython(mails)) { expectSame(mail, read) }
    #expect(bare.mailto() == "mailto:")
  }

  @Test(arguments: [
    "a@b", "ines.kahl@example.com", "o'brien+x=y@sub.example.co.uk", "1@2.de", "a-b_c@x-y.org",
  ]) func isAnAddress(_ text: String) { #expect(MailAddress.isAddress(text)) }

  @Test(arguments: [
    "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@-b", "a@b-", "a@b..c", ".a@b", "a.@b",
    "\"a b\"@c", "a@[127.0.0.1]", "a,b@c", "a;b@c", "<a@b>", "Ines <a@b>", "ä@b.de", "a@ä.de",
    "a@b\u{202e}", "a\\@b", "a(b)@c", String(repeating: "a", count: 65) + "@b",
    "a@" + String(repeating: "b", count: 64), "a@" + String(repeating: "b.", count: 127) + "bb",
  ]) func isNoAddress(_ text: String) { #expect(!MailAddress.isAddress(text)) }

  /// Whatever stands in a name, a subject or a text: Python's two parsers read exactly that.
  @Test func nothingGetsIntoTheHead() throws {
    var mails: [MailMessage] = []
    for text in nasty + injections {
      mails.append(mail(subject: text))
      mails.append(mail(from: (text, "w@example.org"), to: (text, "i@example.com")))
      mails.append(mail(from: ("W", text), to: ("I", text)))
      mails.append(mail(text: text, id: text))
    }
    for (mail, read) in zip(mails, try readByPython(mails)) { expectSame(mail, read) }
    for eml in mails.map({ $0.eml() }) {
      let head = eml.components(separatedBy: "\r\n\r\n")[0]
      #expect(!head.contains("\r\nBcc:") && !head.contains("\r\nX-Evil:"))
    }
  }

  /// A character of one to four bytes at every place of a line and of an encoded word.
  @Test func noCharacterIsCut() throws {
    var mails: [MailMessage] = []
    for character in ["a", "é", "株", "😀", "=", "?", "_", "\"", " x"] {
      for lead in 0..<80 {
        let text = String(repeating: "x", count: lead) + String(repeating: character, count: 40)
        mails.append(mail(to: (text, "i@example.com"), subject: text, text: text))
      }
    }
    for (mail, read) in zip(mails, try readByPython(mails)) { expectSame(mail, read) }
  }

  /// Random texts of all scripts.
  @Test func anyTextComesBack() throws {
    var random = Seeded(seed: 1)
    func text(_ limit: Int) -> String {
      let kind = Int.random(in: 0...4, using: &random)
      var out = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...limit, using: &random) {
        let value: UInt32 =
          switch kind == 4 ? Int.random(in: 0...3, using: &random) : kind {
          case 0: .random(in: 0..<0x80, using: &random)
          case 1: .random(in: 0x20..<0x600, using: &random)
          case 2: .random(in: 0x2000..<0xd800, using: &random)
          default: .random(in: 0x1_0000..<0x11_0000, using: &random)
          }
        if let scalar = Unicode.Scalar(value) { out.append(scalar) }
      }
      return String(out)
    }
    let mails = (0..<400).map { _ in
      mail(
        from: (text(40), "w@example.org"), to: (text(300), "i@example.com"), subject: text(300),
        text: text(900),
        date: Moment(seconds: .random(in: 0..<4_000_000_000), offset: .random(in: -720...840)))
    }
    for (mail, read) in zip(mails, try readByPython(mails)) { expectSame(mail, read) }
  }

  @Test func datesAreThoseOfTheClockThere() throws {
    let moments = [
      noon, Moment(seconds: 0), Moment(seconds: 1_772_323_199, offset: -210),
      Moment(seconds: 951_782_400, offset: 840), Moment(seconds: 4_102_444_799, offset: 60),
    ]
    for (moment, read) in zip(moments, try readByPython(moments.map { mail(date: $0) })) {
      #expect(Moment(iso: read.date) == moment, "\(read.date) \(moment)")
    }
    #expect(MailDate.text(Moment(seconds: 0)) == "Thu, 1 Jan 1970 00:00:00 +0000")
  }

  @Test func theEncodingSuitsTheScript() {
    #expect(
      MailBody("Grüße aus Köln, und vielen Dank für das Gespräch").encoding.hasPrefix("quoted"))
    #expect(MailBody("こんにちは、面接の機会をいただき").encoding == "base64")
    // mbox parts mails at this line.
    #expect(!mail(text: "From here\n.\n..").eml().contains("\r\nFrom here"))
  }

  @Test func twoIdsStayTwo() {
    #expect(Set(["a b", "a=20b", "a\r\nb", "", "letter>", "a_b"].map(MailHeader.token)).count == 6)
  }
}

/// What tries to be more than a text.
let injections = [
  "Ines\r\nBcc: evil@example.net", "Ines\nX-Evil: 1", "Ines\r\n\r\nbody", "a\rb", "a\u{0}b",
  "a\u{85}X-Evil: 1", "a\u{2028}X-Evil: 1", "a\u{b}b\u{c}c\u{1c}d\u{1d}e\u{1e}f",
  "\u{202e}moc.elpmaxe@live\u{202c}", "Kahl, Ines", "Kahl; Ines", "Ines \"the fox\" Kahl",
  "back\\slash \\\" \\", "<evil@example.net>", "Ines <evil@example.net>", "a@b, c@d",
  "group: a@b;", "(comment)", "=?utf-8?q?evil?=", "=?utf-8?b?ZXZpbA==?= =?utf-8?q?x?=", "=?", "?=",
  "a =?utf-8?q?b?= é", "  two  blanks\tand a tab  ", String(repeating: "Name ", count: 60),
  String(repeating: "N", count: 300), String(repeating: "\"", count: 300),
  String(repeating: "é", count: 300), String(repeating: "😀", count: 300),
  "שלום עולם", "مرحبا بالعالم", "lone \u{fffd}\u{fffd} halves", "_under_score_", "=3D=0D=0A",
  ".", "..", "From me", "--", "%0D%0ABcc:", "&bcc=evil@example.net", "?subject=x#y",
  "a,\u{a0}b\u{3000}c\u{2003}d", "\u{feff}bom", "e\u{301}\u{301}\u{301}", "x \u{301}mark",
  "Ines\u{3000}\u{3000}", "\u{2003}\u{2003}Ines\u{2003}\u{2003}", "佐藤\u{3000}花子\u{3000}\u{3000}",
  "Ines \u{a0}\u{2009} ",
  "\u{3000}\u{2003}", "佐藤\u{3000}\u{3000}花子",
]
