import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

@Suite("An email is read for what it says", .timed) struct MailTests {
  let now = TestClock.noon

  private struct Theirs: Decodable {
    var name, address, subject, text: String
    var date: Int?
    var attachments: [String]
  }

  private func mail(_ text: String) throws -> Mail {
    try Mail(Array(text.utf8), name: "t.eml", now: TestClock.noon)
  }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func asPythonReadsIt() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "write-mail.py"
    ).path
    var files: [Scratch] = []
    for seed in 0..<12 {
      let scratch = try Scratch([])
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = [script, "\(seed)", scratch.path]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      files.append(scratch)
    }
    let theirs = try python("read-mail.py", files.map(\.path), as: [Theirs].self)
    for (scratch, it) in zip(files, theirs) {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path)))
      let mine = try Mail(bytes, name: "t", now: TestClock.noon)
      #expect(mine.from.name == it.name)
      #expect(mine.from.address == it.address)
      #expect(Self.plain(mine.subject) == Self.plain(it.subject))
      #expect(mine.date?.seconds == it.date)
      #expect(Self.plain(mine.text) == Self.plain(it.text))
      #expect(mine.attachments == it.attachments)
    }
  }

  // MARK: - Text

  @Test func quotesSignaturesAndForwards() {
    func own(_ text: String) -> String { MailText(text, now: now).own }
    #expect(own("Hello\n\n> old\n> older\n\nBye") == "Hello\n\nBye")
    #expect(own("Hello\n\nOn Mon, 2 Mar 2026 at 10:00, Me <me@x.org> wrote:\n> old") == "Hello")
    #expect(
      own("Hello\n\nOn Mon, 2 Mar 2026 at 10:00, Me\n<me@x.org> wrote:\n\n> old\n") == "Hello")
    #expect(own("Hallo\n\nAm 2. März 2026 um 10:00 schrieb Me <me@x.org>:\n> alt") == "Hallo")
    #expect(own("Hello\n\n-----Original Message-----\nFrom: Me\nold") == "Hello")
    #expect(
      own("Hello\n\nFrom: Me <me@x.org>\nSent: Monday\nTo: Ada\nSubject: x\n\nold") == "Hello")
    #expect(own("Hello\n-- \nAda Quill\nAcme") == "Hello")
    #expect(MailText("Hello\n-- \nAda Quill\nAcme", now: now).signature == "Ada Quill\nAcme")
    // Nothing of it is a sign.
    #expect(own("She wrote: yes") == "She wrote: yes")
    #expect(own("From: here on, all is well") == "From: here on, all is well")
    #expect(own("") == "" && own("> all old") == "")
    let passed = MailText(
      "---------- Forwarded message ---------\nFrom: Ada Quill <ada@acme.example>\nDate: Mon, Mar 2, 2026 at 10:00 AM\nSubject: Your application\nTo: <me@x.org>\n\nUnfortunately no.\n",
      now: now)
    #expect(passed.own.isEmpty)
    #expect(passed.forwarded?.from == Mail.Sender(name: "Ada Quill", address: "ada@acme.example"))
    #expect(passed.forwarded?.date?.day.description == "2026-03-02")
    #expect(passed.forwarded?.text.trimmed == "Unfortunately no.")
  }

  @Test(arguments: [
    ("<p>Hello&nbsp;Ada</p><p>Bye</p>", "Hello Ada\n\nBye"), ("a<br>b<br/>c", "a\nb\nc"),
    ("<ul><li>one<li>two</ul>", "- one\n- two"),
    ("<style>p{}</style>x<script>alert(1)</script>y", "xy"),
    ("a<!-- no -->b", "ab"), ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
    ("&lt;b&gt; &#8364; &#x20AC; &bogus; &amp", "<b> € € &bogus; &amp"),
    ("<blockquote>old<br>er</blockquote>new", "> old\n> er\n\nnew"),
    ("<a href='http://x/?a>b'>link</a>", "link"),
    ("<img src=http://x/pixel.gif>x", "x"), ("<head><title>t</title></head><body>b</body>", "b"),
    ("", ""), ("<", "<"), ("<p", ""),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
  ]) func html(_ html: String, _ text: String) {
    #expect(HTMLText.text(html) == text)
  }

  @Test func aPageWithoutEndIsReadInTime() {
    let deep = String(repeating: "<div><blockquote>", count: 100_000)
    #expect(HTMLText.text(deep + "x").hasSuffix("x"))
    #expect(HTMLText.text(String(repeating: "<!--", count: 100_000)).isEmpty)
    #expect(!HTMLText.text(String(repeating: "<", count: 100_000)).isEmpty)
    #expect(!HTMLText.text(String(repeating: "&", count: 100_000)).isEmpty)
  }

  // MARK: - Hostile

  @Test func whatIsWrongWithItIsOneSentenceOrLeftOut() throws {
    #expect(fault { _ = try mail("hello\n\nworld") }?.kind == .data)
    #expect(fault { _ = try mail("") }?.kind == .data)
    let nested =
      "From: a@b.org\nSubject: deep\n"
      + (0..<200).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
      + "\nhi"
    #expect(try mail(nested).isCut)
    let many =
      "From: a@b.org\nSubject: many\nContent-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\n\nx\n", count: 1200)
    #expect(try mail(many).isCut)
    // A line that would be another field, a broken encoding, an unknown alphabet.
    let odd = try mail(
      "From: =?utf-8?q?Ada=0ABcc:_x?= <ada@acme.example>\nSubject: =?x-none?q?a?= =?utf-8?b?////?=\nContent-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: base64\n\n!!!!\n"
    )
    #expect(!odd.from.name.contains("\n") && !odd.subject.contains("\n"))
    let bare = try Mail(
      Array("From: a@b.org\nSubject: x\n\n".utf8) + [0x47, 0x72, 0xfc, 0xdf, 0x65], name: "t",
      now: TestClock.noon)
    #expect(bare.text == "Grüße")
    #expect(
      fault {
        _ = try Mail(
          [UInt8](repeating: 0x61, count: Mail.limit + 1), name: "t", now: TestClock.noon)
      }?.description.contains("64 MiB") == true)
  }

  @Test func htmlAloneIsReadAndThePlainTextComesFirst() throws {
    let html = try mail(
      "From: a@b.org\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n<p>No, <b>sorry</b>.</p><img src=http://x.example/p.gif>\n"
    )
    #expect(html.text == "No, sorry.")
    let both =
      "From: a@b.org\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b\n"
    #expect(try mail(both + "Content-Type: text/plain\n\nplain\n--b--\n").text.trimmed == "plain")
    // An empty plain part says nothing.
    #expect(try mail(both + "Content-Type: text/plain\n\n \n--b--\n").text.trimmed == "page")
  }

  @Test func anAttachedMailAndACalendarAreFound() throws {
    let it = try mail(
      "From: a@b.org\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nFrom: Ada <ada@acme.example>\nSubject: inner\n\nhello\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--b\nContent-Type: application/zip; name=\"bomb.zip\"\nContent-Transfer-Encoding: base64\n\nUEsDBA==\n--b--\n"
    )
    #expect(it.inner.map(\.subject) == ["inner"] && it.inner[0].from.name == "Ada")
    #expect(it.calendars.count == 1 && it.attachments == ["bomb.zip"])
  }

  @Test(arguments: [
    ("=?utf-8?b?R3LDvA==?= =?utf-8?b?w59l?=", "Grüße"),
    ("=?utf-8?b?w?= =?utf-8?b?7w=?=", nil as String?),
    ("=?utf-8?q?a_b?=\r\n =?iso-8859-1?Q?=FC?= c", "a bü c"), ("=?utf-8?q?only?=", nil),
    ("=?x-none?q?a?= =?utf-8?q?b?=", nil),
    ("=? =?utf-8?q?a?= =?utf-8?q?b?=", "=? ab"), ("plain", nil),
  ]) func wordsInOtherLetters(_ raw: String, _ text: String?) {
    if raw.contains("b?w?=") { return #expect(EncodedWords.text(raw) != nil) }
    #expect(EncodedWords.text(raw) == text)
  }

  @Test func aMailboxIsCutWhereMailsBegin() throws {
    let box =
      "From a@b Mon Mar  2 10:00:00 2026\nFrom: a@b.org\nSubject: 1\n\nFrom here\n\n>From there\n\nFrom c@d Tue Mar  3 10:00:00 2026\nSubject: 2\nFrom: c@d.org\n\nx\n"
    var reader = try Mailbox(ByteSource(name: "t", Array(box.utf8)))
    var mails: [Mail] = []
    while let bytes = try reader.next() {
      mails.append(try Mail(bytes, name: "t", now: TestClock.noon))
    }
    #expect(mails.map(\.subject) == ["1", "2"])
    #expect(mails[0].text.trimmed == "From here\n\nFrom there")
    var empty = try Mailbox(ByteSource(name: "t", Array("From x\n".utf8)))
    #expect(try empty.next() == nil)
  }

  // MARK: - What it adds

  func dossier(_ company: String, _ role: String, _ events: [Event.Kind] = [.applied])
    -> Dossier
  {
    let id = ID("app" + company.lowercased().filter(\.isLetter))
    var dossier = Dossier(
      Application(id: id, created: now) { ($0.company, $0.role) = (company, role) })
    dossier.events = events.enumerated().map {
      Event(
        id: ID("e\($0.offset)\(id)"), application: id, kind: $0.element,
        on: Day(2026, 2, 1 + $0.offset)!, recorded: now)
    }
    return dossier
  }

  func reader(_ dossiers: [Dossier], me: String = "me@example.org", ids: Set<ID> = [])
    -> MailImport
  {
    var file = OnFile { ids.contains($1) }
    for it in dossiers {
      file.add(
        Glance(
          id: it.application.id, company: it.application.company, role: it.application.role,
          ledger: Ledger(events: it.events, interviews: []), patience: Patience()))
      for person in it.people { file.add(person) }
    }
    return MailImport(
      file, words: importWords, refusals: RefusalReader(Library(userFolder: nil).refusals().words),
      profile: Profile { $0.email = me }, now: now,
      dossier: { id in dossiers.first { $0.application.id == id } })
  }

  func letter(
    _ body: String, from: String = "Ada Quill <ada.quill@nordlicht.example>",
    subject: String = "Your application",
    to: String = "me@example.org"
  ) throws -> Mail {
    try mail(
      "From: \(from)\nTo: \(to)\nSubject: \(subject)\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\n\(body)\n"
    )
  }

  @Test(arguments: [
    ("Unfortunately, we have decided to move forward with other candidates.", MailKind.refusal),
    ("Thank you for applying. We received your application and will review it.", .acknowledgement),
    (
      "Thank you for applying. If you are not selected, we will keep your résumé on file.",
      .acknowledgement
    ),
    ("We'd like to invite you to an interview. Please let me know your availability.", .invitation),
    ("We are pleased to offer you the position of engineer.", .offer),
    ("Here is some feedback on your interview: your answers were long.", .feedback),
    ("Lunch is at noon.", .other),
    ("Understood, and no hard feelings. We're sorry to see you go.", .other),
  ]) func kinds(_ body: String, _ kind: MailKind) throws {
    #expect(reader([]).look(try letter(body)).kind == kind, "\(body)")
  }

  @Test func aRejectionIsKeptWordForWord() throws {
    var dossier = dossier("Nordlicht", "Engineer")
    var it = reader([dossier])
    let body =
      "Dear Sam,\n\nunfortunately we went with somebody who had more Kubernetes experience.\nYou can apply again in six months.\n\nAda"
    let entry = try #require(try it.entry(try letter(body)).first)
    guard
      case .insert(.event(let event))? = entry.operations.first(where: { $0.entity.kind == .event })
    else {
      return #expect(Bool(false), "\(entry)")
    }
    #expect(
      event.kind == .refused && event.words == body && event.known?.description == "2026-03-02")
    #expect(
      entry.operations.contains {
        if case .insert(.person(let p)) = $0 {
          p.email == "ada.quill@nordlicht.example" && p.company == "Nordlicht"
        } else {
          false
        }
      })
    #expect(entry.operations.contains { $0.entity.kind == .mark })
    #expect(entry.sentence.contains("Nordlicht · Engineer: a rejection from Ada Quill"))
    // The same mail again changes nothing: by its words, and by its id.
    dossier = dossier.after(Change("", entry.operations))
    var second = reader([dossier])
    #expect(try second.entry(try letter(body)).isEmpty)
    var third = reader(
      [self.dossier("Nordlicht", "Engineer")], ids: Set(entry.operations.map(\.entity.id)))
    #expect(try third.entry(try letter(body)).isEmpty)
  }

  @Test func whatIsNotReadIsNamed() throws {
    func details(_ attachments: Int, _ inner: Int, _ own: String = "Lunch is at noon.") throws
      -> [String]
    {
      var it = try letter(own)
      it.attachments = (0..<attachments).map { "\($0).pdf" }
      it.inner = (0..<inner).map { _ in try? letter("x") }.compactMap(\.self)
      var mails = reader([dossier("Nordlicht", "Engineer")])
      return try mails.entry(it).flatMap(\.details)
    }
    #expect(try !details(0, 0).contains { $0.contains("ttached") })
    #expect(try details(2, 0).contains("Attached, and not opened: 0.pdf, 1.pdf."))
    #expect(try details(12, 0).contains { $0.hasSuffix("9.pdf, and 2 more.") })
    #expect(try details(0, 1).contains("Another email was attached and was left out."))
    #expect(try details(0, 3).contains("3 more emails were attached and were left out."))
    // Without words of its own, the first one is what was passed on.
    #expect(try !details(0, 1, "").contains { $0.contains("attached") })
    #expect(try details(0, 2, "").contains("Another email was attached and was left out."))
  }

  @Test func whatWasWrittenDownByHandGetsTheirWords() throws {
    var dossier = dossier("Nordlicht", "Engineer", [.applied])
    let hand = Event(
      id: ID("hand"), application: dossier.application.id, kind: .refused, on: Day(2026, 3, 3)!,
      recorded: now)
    dossier.events.append(hand)
    var it = reader([dossier])
    let entry = try #require(
      try it.entry(try letter("Unfortunately we decided against you.")).first)
    guard
      case .update(.event(let old), .event(let new))? = entry.operations.first(where: {
        $0.entity.kind == .event
      })
    else {
      return #expect(Bool(false))
    }
    #expect(old == hand && new.words == "Unfortunately we decided against you.")
  }

  /// A table without a day for a rejection gives it that of the application: the mail knows better. One that
  /// was written down on a day of its own, long before, is another.
  @Test(arguments: [("2026-01-10", true), ("2026-01-11", false), ("2026-02-22", false)])
  func aGuessedDayBecomesThatOfTheMail(_ refused: String, _ isGuessed: Bool) throws {
    var dossier = dossier("Nordlicht", "Engineer", [])
    for (kind, day) in [(Event.Kind.applied, "2026-01-10"), (.refused, refused)] {
      dossier.events.append(
        Event(
          id: ID(kind.rawValue), application: dossier.application.id, kind: kind,
          on: try #require(Day(iso: day)), recorded: now))
    }
    var it = reader([dossier])
    let entry = try #require(
      try it.entry(try letter("Unfortunately we decided against you.")).first)
    let events = entry.operations.filter { $0.entity.kind == .event }
    guard case .event(let new)? = events.first?.entity, events.count == 1 else {
      return #expect(Bool(false), "\(events)")
    }
    #expect((new.id == ID("refused")) == isGuessed)
    #expect(new.known?.description == "2026-03-02" && !new.words.isEmpty)
  }

  @Test(arguments: [
    (["Pepperwick & Söhne"], "pepperwick", "Pepperwick & Söhne"),
    (["Acme Works Holding"], "acmeworks", "Acme Works Holding"),
    (["Pepperwick & Söhne", "Pepperwick Foods"], "pepperwick", nil),
    (["Northern Light"], "north", nil), (["Nord Licht"], "nord", nil),
  ]) func anAddressIsTheBeginningOfACompanysName(
    _ names: [String], _ host: String, _ known: String?
  ) throws {
    var file = OnFile()
    for name in names {
      let it = dossier(name, "Platform engineer")
      file.add(
        Glance(
          id: it.application.id, company: name, role: "Platform engineer",
          ledger: Ledger(events: [], interviews: []), patience: Patience()))
    }
    let mail = try letter(
      "No hard feelings.", from: "People <people@\(host).example>", subject: "Re: Platform engineer"
    )
    let found = MailCompany(file, words: importWords).known(
      mail, own: "No hard feelings.", signature: "", file: file)
    #expect(found == known)
  }

  // MARK: - Somebody at two companies

  @Test func whoWritesForTwoCompaniesIsTheOneThatTheMailIsAbout() throws {
    func with(_ dossier: Dossier, _ id: String) -> Dossier {
      var dossier = dossier
      dossier.people = [
        Person(id: ID(id)) {
          ($0.name, $0.company) = ("Ada Quill", dossier.application.company)
          $0.email = "ada@talent.example"
        }
      ]
      return dossier
    }
    let (north, zeta) = (dossier("Nordlicht", "Engineer"), dossier("Zeta Labs", "Engineer"))
    func read(_ files: [Dossier], _ subject: String) throws -> (company: String, person: ID?)? {
      var it = reader(files)
      let mail = try letter(
        "Unfortunately we decided against you.", from: "Ada Quill <ada@talent.example>",
        subject: subject)
      guard let entry = try it.entry(mail).first else { return nil }
      let event = entry.operations.compactMap {
        if case .insert(.event(let it)) = $0 { it } else { nil }
      }.first
      let company = event?.application == north.application.id ? "Nordlicht" : "Zeta Labs"
      return (company, event?.person)
    }
    for files in [[with(north, "n"), with(zeta, "z")], [with(zeta, "z"), with(north, "n")]] {
      for (subject, company, id) in [
        ("Your application to Zeta Labs", "Zeta Labs", "z"), ("Nordlicht: news", "Nordlicht", "n"),
      ] {
        let found = try #require(try read(files, subject))
        #expect(found.company == company && found.person == ID(id), "\(subject)")
      }
      // Nothing says which: it is asked, and not guessed.
      #expect(fault { _ = try read(files, "Your application") } != nil)
    }
    // On file at one, and writing for the other: the same person, in the right place.
    let one = [with(north, "n"), zeta]
    #expect(try read(one, "Your application to Zeta Labs")?.company == "Zeta Labs")
    #expect(try read(one, "Your application to Zeta Labs")?.person == ID("n"))
    #expect(try read(one, "Your application")?.company == "Nordlicht")
  }
}
