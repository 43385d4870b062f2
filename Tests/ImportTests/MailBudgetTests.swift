import TestSupport
import Testing

@testable import DebriefImport

/// Emails made of nothing but fields, addresses, or parts: as many are read as anybody has.
@Suite(.timed) struct MailBudgetTests {
  private let head =
    "From: Ada Quill <ada@acme.example>\nSubject: Your application\n"
    + "Date: Mon, 2 Mar 2026 10:00:00 +0100\n"

  private func read(_ text: String) throws -> Mail {
    try Mail(Array(text.utf8), name: "t.eml", now: TestClock.noon)
  }

  private func kept(_ text: String) -> String? {
    MailBudget.kept(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func lines(_ text: String?, beginning start: String) -> Int {
    text?.split(separator: "\n").count { $0.hasPrefix(start) } ?? 0
  }

  @Test func anOrdinaryEmailIsReadWhole() throws {
    let many = (0..<2_000).map { "x\($0)@acme.example" }.joined(separator: ",\n ")
    let parts = String(repeating: "--b\nContent-Type: text/plain\n\nno\n", count: 2_000)
    let log = (0..<50_000).map { "12:00:01 line \($0)\n" }.joined()
    for text in ["\(head)\nno\n", "\(head)To: \(many)\n\n\(parts)--b--\n", "\(head)\n\(log)", ""] {
      #expect(MailBudget.kept(of: Array(text.utf8)) == nil, "\(text.prefix(200))")
    }
  }

  @Test func moreFieldsThanAnybodyHasAreLeftOut() throws {
    let text = "\(head)\(String(repeating: "X-A: b\n", count: 400_000))\nUnfortunately, no.\n"
    let count = lines(kept(text), beginning: "X-A")
    #expect(count > 200_000 && count < 300_000, "\(count)")
    let mail = try read(text)
    #expect(mail.subject == "Your application" && mail.text.contains("Unfortunately, no."))
    #expect(mail.isCut)
  }

  @Test func morePartsThanAnybodyHasAreLeftOut() throws {
    let text =
      "\(head)Content-Type: multipart/mixed; boundary=b\n\n"
      + "--b\nContent-Type: text/plain\n\nUnfortunately, no.\n"
      + String(repeating: "--b\n\n", count: 200_000) + "--b--\n"
    let count = lines(kept(text), beginning: "--b")
    #expect(count > 80_000 && count < 100_000, "\(count)")
    let mail = try read(text)
    #expect(mail.text.contains("Unfortunately, no.") && mail.isCut)
  }

  /// What comes below a field that is too long is read all the same.
  @Test(arguments: [",", ",\n "]) func aFieldOfTooManyAddressesIsCut(_ joint: String) throws {
    let many = Array(repeating: "a@b.example", count: 300_000).joined(separator: joint)
    let text = "From: Ada <ada@acme.example>\nTo: \(many)\nSubject: Your application\n\nno\n"
    let left = try #require(kept(text))
    #expect(left.utf8.count { $0 == UInt8(ascii: ",") } < 20_000)
    #expect(left.contains("\nSubject: Your application\n\nno\n"))
    let mail = try read(text)
    #expect(mail.subject == "Your application" && mail.text.contains("no") && mail.isCut)
  }

  @Test func phrasesAreWholeWordsSideBySide() {
    let phrases = PhraseSet(["we're pleased to offer", "We are", "offer", "!"])
    for text in [["were", "pleased", "to", "offer"], ["yes", "we", "are"], ["an", "offer"]] {
      #expect(phrases.isAmong(text), "\(text)")
    }
    for text in [[], ["offers"], ["we", "were", "pleased", "to"], ["we", "all", "are"]] {
      #expect(!phrases.isAmong(text), "\(text)")
    }
    #expect(PhraseSet(["we were", "we are"]).isAmong(["and", "we", "we", "are"]))
  }
}
