import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// Emails in the shapes that mail programs of many languages give them, with made-up content.
@Suite("An email is read in whatever shape a program gave it", .timed) struct MailShapeTests {
  private let now = TestClock.noon

  private func mail(_ text: String) throws -> Mail {
    try Mail(Array(text.utf8), name: "t.eml", now: now)
  }
  private func reader(me: String = "") -> MailImport {
    MailImport(
      OnFile(), words: importWords,
      refusals: RefusalReader(Library(userFolder: nil).refusals().words),
      profile: Profile { $0.email = me }, now: now, dossier: { _ in nil })
  }
  private func own(_ text: String) -> String { MailText(text, now: now).own }

  // MARK: - What is quoted, in many languages

  @Test(arguments: [
    "El vie, 6 feb 2026 a las 16:12, Sam (<me@x.org>) escribió:\n\n> viejo",
    "2026年2月6日(金) 16:12 Sam <me@x.org>:\n\n> 古い",
    "пт, 6 февр. 2026 г. в 16:12, Sam <me@x.org>:\n\n> старое",
    "06.02.2026 16:12, Sam пишет:\n> старое",
    "W dniu pt., 6 lut 2026 o 16:12 Sam <me@x.org> napisał(a):\n\n> stare",
    "6 Şub 2026 Cum 16:12 tarihinde Sam <me@x.org> şunu yazdı:\n\n> eski",
    "Em sex., 6 de fev. de 2026 às 16:12, Sam <me@x.org> escreveu:\n\n> velho",
    "Od: Sam <me@x.org>\nWysłano: piątek, 6 lutego 2026 16:12\nDo: Ewa\nTemat: x\n\nstare",
    "Van: Sam\nVerzonden: vrijdag 6 februari 2026\nAan: Jan\nOnderwerp: x\n\noud",
    "Från: Sam\nSkickat: den 6 februari 2026\nTill: Eva\nÄmne: x\n\ngammalt",
    "差出人: Sam\n送信日時: 2026年2月6日\n宛先: 林\n件名: x\n\n古い", "发件人：Sam\n发送时间：2026年2月6日\n收件人：王\n主题：x\n\n旧",
    "От: Sam\nОтправлено: 6 февраля 2026\nКому: Анна\nТема: x\n\nстарое",
    "-----Oryginalna wiadomość-----\nOd: Sam\nstare", "-------- Původní zpráva --------\nstaré",
    "________________________________\nFrom: Sam\nSent: Friday\nTo: Ada\nSubject: x\n\nold",
    "On Friday, February 6, 2026 at 04:12:33 PM GMT+1, Sam <me@x.org> wrote:\n\nold without marks",
  ]) func whatIsOlderIsLeftOut(_ older: String) {
    #expect(own("Hello there.\n\n\(older)\n") == "Hello there.")
  }

  /// Nobody's words go: what only looks like a mark stays.
  @Test(arguments: [
    "As you asked on 3 March, the panel wrote:\nGood answers.",
    "From: here on\nwe meet at 10:00:\n> x",
    "Data: 3 years of it\nTo: you", "Sent: yesterday",
  ]) func whatIsNoMarkStays(_ text: String) {
    #expect(own(text).hasPrefix(String(text.prefix { $0 != "\n" })))
  }

  @Test func whatSomebodyPassedOn() {
    func passed(_ text: String) -> Mail? { MailText(text, now: now).forwarded }
    let apple = passed(
      "\n> Begin forwarded message:\n> \n> From: Ada Quill <ada@acme.example>\n> Subject: No\n"
        + "> Date: 9 February 2026 at 10:15:20 GMT+1\n> To: Sam <me@x.org>\n> \n> Dear Sam,\n> \n> no.\n"
    )
    #expect(apple?.from.address == "ada@acme.example" && apple?.subject == "No")
    #expect(apple?.date?.day.description == "2026-02-09")
    #expect(apple?.text.trimmed == "Dear Sam,\n\nno.")
    let portuguese = passed(
      "---------- Mensagem encaminhada ---------\nDe: Rui Alves <rui@acme.example>\n"
        + "Date: seg., 9 de fev. de 2026 às 10:00\nSubject: Vaga\nTo: <me@x.org>\n\n\nNão.\n")
    #expect(portuguese?.from.name == "Rui Alves" && portuguese?.text.trimmed == "Não.")
    #expect(portuguese?.date?.day.description == "2026-02-09")
  }

  /// Outlook passes a mail on in the form in which it answers one: the subject, or that nothing was added, tells.
  @Test(arguments: [("FW: Role", "fyi"), ("Role", ""), ("WG: Role", "zur Info"), ("转发：职位", "见下")])
  func outlookPassesOn(_ subject: String, _ note: String) throws {
    let it = try mail(
      "From: Sam <me@x.org>\nTo: me@x.org\nDate: Tue, 10 Feb 2026 12:00:00 +0000\nSubject: \(subject)\n"
        + "Content-Type: text/plain; charset=utf-8\n\n"
        + "\(note)\n\nFrom: Ada Quill <ada@acme.example>\nSent: Monday, February 9, 2026 9:00 AM\n"
        + "To: Sam <me@x.org>\nSubject: Role\n\nWe chose somebody else.\n")
    let seen = reader(me: "me@x.org").look(it)
    #expect(seen.mail.from.address == "ada@acme.example" && !seen.isMine)
    #expect(seen.words == "We chose somebody else.")
    #expect(seen.mail.date?.day.description == "2026-02-09")
  }

  // MARK: - Alphabets and lines

  @Test func whatAPartDoesNotSayOfItsAlphabetShowsByItsBytes() throws {
    let head = "From: a@b.org\nSubject: x\nContent-Type: text/plain; charset=us-ascii\n\n"
    #expect(try mail(head + "we’ve – Zoë\n").text.trimmed == "we’ve – Zoë")
    let western = try Mail(
      Array(head.utf8) + [0x5a, 0x6f, 0xeb, 0x20, 0x96, 0x20, 0x78], name: "t", now: now)
    #expect(western.text == "Zoë – x")
    let field = try Mail(
      Array("From: Zo".utf8) + [0xeb] + Array(" <z@b.org>\nSubject: a ".utf8) + [0x96]
        + Array(" b\n\nx".utf8), name: "t", now: now)
    #expect(field.from.name == "Zoë" && field.subject == "a – b")
  }

  @Test(arguments: [
    ("one \ntwo\nthree", false, "one two\nthree"), ("expe \nrience", true, "experience"),
    ("a \n-- \nAda", false, "a \n-- \nAda"), ("> old \n> words\nnew", false, "> old words\nnew"),
    (" From here\n", false, "From here\n"), ("a \n> b", false, "a \n> b"), ("", false, ""),
  ]) func wrappedLines(_ text: String, _ joins: Bool, _ expected: String) {
    #expect(Mail.unwrapped(text, joins: joins) == expected)
  }

  @Test func aWrappedMailIsReadAsItWasWritten() throws {
    let it = try mail(
      "From: a@b.org\nSubject: x\nContent-Type: text/plain; format=flowed; delsp=yes\n\nanother can \ndidate\n"
    )
    #expect(it.text.trimmed == "another candidate")
  }

  @Test func aPageThatCallsItselfPlainAndTextThatCallsItselfNothing() throws {
    let head = "From: a@b.org\nSubject: x\nContent-Type: "
    #expect(
      try mail(head + "text/plain\n\n<html><body><p>Hi.</p><p>No.</p></body></html>\n").text
        == "Hi.\n\nNo.")
    #expect(
      try mail(head + "text/plain\n\nUse <b> for bold.\n").text.trimmed == "Use <b> for bold.")
    let bare = try mail(head + "application/octet-stream\n\nHi, no.\n")
    #expect(bare.text.trimmed == "Hi, no." && bare.attachments.isEmpty)
    let file = try mail(head + "application/octet-stream; name=x.bin\n\nHi\n")
    #expect(file.text.isEmpty && file.attachments == ["x.bin"])
  }

  @Test func marksOfAnEncodingAndOldEndsOfLines() throws {
    let text = "From: Ada <a@b.org>\nSubject: x\nDate: Mon, 9 Feb 2026 09:00:00 +0000\n\nHëllo.\n"
    let wide: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let marked: [UInt8] = [0xef, 0xbb, 0xbf] + Array(text.utf8)
    for bytes in [marked, wide] {
      let it = try Mail(bytes, name: "t", now: now)
      #expect(it.from.name == "Ada" && it.text.trimmed == "Hëllo.")
    }
    let old = try mail(text.replacing("\n", with: "\r"))
    #expect(old.subject == "x" && old.text.trimmed == "Hëllo.")
    var box = try Mailbox(
      ByteSource(
        name: "t", [0xef, 0xbb, 0xbf] + Array("From a@b Mon Feb  9 10:00:00 2026\n\(text)".utf8)))
    let only = try #require(try box.next())
    #expect(try Mail(only, name: "t", now: now).from.name == "Ada")
  }

  // MARK: - When

  @Test func theDayIsTheSendersElseTheArrivalsElseUnknown() throws {
    let head = "From: Ada <a@b.org>\nSubject: x\n"
    let arrived = try mail(
      head
        + "Received: from a by b; Fri, 6 Feb 2026 08:00:00 +0000\nReceived: from c by a; Thu, 5 Feb 2026 08:00:00 +0000\n\nHi\n"
    )
    #expect(arrived.date?.day.description == "2026-02-06")
    #expect(try mail(head + "Received: nonsense\n\nHi\n").date == nil)
    #expect(try mail(head + "\nHi\n").date == nil)
  }

  /// What somebody copied from the window of a mail program.
  @Test(arguments: [
    "From: Ada Quill <ada@acme.example>\nSent: Monday, February 9, 2026 9:00 AM\nTo: Sam\nSubject: Role\n\nNo.",
    "\nVon: Ada Quill <ada@acme.example>\nGesendet: Montag, 9. Februar 2026 09:00\nAn: Sam\nBetreff: Role\n\nNo.",
    "De : Ada Quill <ada@acme.example>\nEnvoyé : lundi 9 février 2026 09:00\nÀ : Sam\nObjet : Role\n\nNo.",
    "发件人：Ada Quill <ada@acme.example>\n发送时间：2026年2月9日 9:00\n收件人：Sam\n主题：Role\n\nNo.",
  ]) func aMailAsItIsShown(_ text: String) throws {
    #expect(ImportFormat.found(in: Array(text.utf8)) { importWords } == .mail)
    let it = try mail(text)
    #expect(it.from == Mail.Sender(name: "Ada Quill", address: "ada@acme.example"))
    #expect(it.date?.day.description == "2026-02-09" && it.subject == "Role")
    #expect(it.text.trimmed == "No.")
  }

  // MARK: - Who

  /// Someone whom the email brings is the one whom the invitation in it brings.
  @Test func anInvitationInAnEmailBringsNobodyTwice() throws {
    let it = try mail(
      "From: Ada Quill <ada@acme.example>\nTo: me@x.org\nSubject: Interview\n"
        + "Date: Mon, 9 Feb 2026 09:00:00 +0000\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nHi.\n"
        + "--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nVERSION:2.0\n"
        + "METHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260209T090000Z\nDTSTART:20260420T090000Z\n"
        + "SUMMARY:Interview\nORGANIZER;CN=Ada Quill:mailto:ada@acme.example\n"
        + "ATTENDEE;CN=Room 4:mailto:room4@acme.example\nEND:VEVENT\nEND:VCALENDAR\n--b--\n")
    var reader = reader(me: "me@x.org")
    let entries = try reader.entry(it) { bytes, dossier in
      try CalendarImport(
        OnFile(), words: importWords, profile: nil, now: now, target: dossier,
        load: { _, _ in nil }, dossier: { _ in dossier }
      ).proposal(bytes, name: "it").entries
    }
    let people = entries.flatMap(\.operations).compactMap { operation -> String? in
      if case .insert(.person(let it)) = operation { it.name } else { nil }
    }
    #expect(people == ["Ada Quill"])
    let round = entries.flatMap(\.operations).compactMap { operation -> Interview? in
      if case .insert(.interview(let it)) = operation { it } else { nil }
    }.first
    #expect(round?.people.count == 1)
  }

  /// What stands below somebody's own words isn't read, and that is said.
  @Test func aForwardBelowOwnWordsIsSaid() throws {
    func details(_ own: String) throws -> [String] {
      var reader = reader()
      return try reader.entry(
        mail(
          "From: Ada Quill <ada@acme.example>\nSubject: Your application to Acme\n"
            + "Date: Mon, 9 Feb 2026 09:00:00 +0000\n\n\(own)\n\n---------- Forwarded message ---------\n"
            + "From: Bo Hill <bo@zeta.example>\nDate: Mon, Feb 2, 2026 at 9:00 AM\n"
            + "Subject: Your application\nTo: ada@acme.example\n\nUnfortunately, no.\n")
      ).flatMap(\.details)
    }
    let said = "It includes a forwarded email, which was left out."
    #expect(try details("FYI").contains(said))
    #expect(try !details("").contains(said))
  }

  @Test func aCompanyThatWritesInItsOwnNameIsNoContact() throws {
    let it = try mail(
      "From: Acme @ myWorkday <acme@myworkday.com>\nSubject: Your application to Acme\n\nHello.\n")
    var reader = reader()
    let operations = try reader.entry(it).flatMap(\.operations)
    #expect(!operations.contains { $0.entity.kind == .person })
  }

  // MARK: - What has no text

  @Test(arguments: [
    ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "encrypted"),
    ("application/ms-tnef; name=winmail.dat", "winmail.dat"),
    ("application/octet-stream; name=WINMAIL.DAT", "winmail.dat"),
    ("multipart/encrypted; boundary=b", "encrypted"), ("message/delivery-status", "didn't arrive"),
  ]) func whatCannotBeReadSaysWhy(_ type: String, _ words: String) throws {
    let body =
      type.hasPrefix("multipart")
      ? "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n" : "MIAG\n"
    let it = try mail("From: Ada <a@acme.example>\nSubject: Role\nContent-Type: \(type)\n\n\(body)")
    var reader = reader()
    let told = fault { _ = try reader.entry(it) }
    #expect(told?.description.contains(words) == true && told?.kind == .data)
    #expect(told?.description.hasPrefix("The email \"Role\"") == true)
  }

  @Test func aServerIsNobodyWhoTurnsSomebodyDown() throws {
    let it = try mail(
      "From: Mail System <MAILER-DAEMON@b.org>\nSubject: Undelivered\n\nrejected: no\n")
    var reader = reader()
    #expect(fault { _ = try reader.entry(it) }?.description.contains("didn't arrive") == true)
  }

  @Test(arguments: [
    ("Date: Tue, 9 Feb 2027 09:00:00 +0000\n", "Its date, Tue 9 February 2027, is in the future"),
    ("", "It doesn't say when it was sent"),
  ]) func aDayThatCannotBeIsSaid(_ date: String, _ words: String) throws {
    let it = try mail("From: Ada Quill <ada@acme.example>\nSubject: Role\n\(date)\nHello.\n")
    var reader = reader()
    let entries = try reader.entry(it)
    #expect(entries.first?.details.contains { $0.hasPrefix(words) } == true)
  }
}
