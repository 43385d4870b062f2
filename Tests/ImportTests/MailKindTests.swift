import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// Which kind emails are taken for, measured on `Kinds/mails.txt`.
extension MailTests {
  private struct Known {
    var set: String
    var kind: MailKind
    var mail: Mail
  }

  private func known(_ name: String = "mails") throws -> [Known] {
    let text = String(decoding: try file("Kinds/\(name).txt"), as: UTF8.self)
    return try ("\n" + text).components(separatedBy: "\n== ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1).map(String.init)
      let head = try #require(lines.first).split(separator: " ", maxSplits: 2).map(String.init)
      try #require(head.count == 3 && lines.count == 2)
      var mail = Mail()
      mail.from = Mail.Sender(name: "Ada Quill", address: "ada.quill@nordlicht.example")
      mail.to = "me@example.org"
      mail.subject = head[2]
      mail.text = lines[1].trimmingCharacters(in: .whitespacesAndNewlines)
      return Known(set: head[0], kind: try #require(MailKind(rawValue: head[1])), mail: mail)
    }
  }

  /// The kinds that single words speak for; phrases alone say that an interview moves.
  private static let ofTheTable = MailKind.allCases.filter { $0 != .moved && $0 != .canceled }

  @Test func kindsAsMeasured() throws {
    let all = try known()
    #expect(all.count == 78)
    for kind in MailTests.ofTheTable { #expect(all.count { $0.kind == kind } == 13) }
    let reader = reader([])
    var right: [String: Int] = [:]
    for it in all {
      let found = reader.look(it.mail).kind
      if found == it.kind { right[it.set, default: 0] += 1 }
      // What matters most: no rejection is missed, and none is an offer.
      if it.kind == .refusal { #expect(found == .refusal, "\(it.mail.subject)") }
      if found == .offer { #expect(it.kind == .offer, "\(it.mail.subject)") }
    }
    #expect(right["a", default: 0] >= 28 && right["b", default: 0] >= 24, "\(right)")
    #expect(right["c", default: 0] >= 7, "\(right)")
  }

  /// Emails in wordings that neither the phrases nor the table of words have seen.
  @Test func kindsOfEmailsNobodyHasSeen() throws {
    let all = try known("unseen")
    #expect(all.count == 54)
    let reader = reader([])
    var right = 0
    for it in all {
      let found = reader.look(it.mail).kind
      if found == it.kind { right += 1 }
      // Nobody is glad about a no, or takes an offer for one because of single words.
      if it.kind == .refusal {
        #expect(found != .offer && found != .invitation, "\(it.mail.subject)")
      }
    }
    #expect(right >= 24, "\(right)")
  }

  /// Emails that were written after the table had more to learn from, and before it did: a startup, a public office,
  /// a university, a recruiter, a shop, and people who write English as another language.
  @Test func kindsOfEmailsWrittenLater() throws {
    let all = try known("fresh")
    #expect(all.count == 36)
    let reader = reader([])
    let found = all.map { ($0.kind, reader.look($0.mail).kind) }
    #expect(found.count { $0.0 == $0.1 } >= 25)
    #expect(found.count { $0.0 != $0.1 && $0.1 != .other } <= 5)
    #expect(!found.contains { $0.0 == .refusal && ($0.1 == .offer || $0.1 == .invitation) })
  }

  /// No single word makes an offer of a no.
  @Test func noRejectionIsAnOffer() throws {
    let reader = reader([])
    for set in ["more", "unseen", "mails", "fresh"] {
      for it in try known(set) where it.kind == .refusal {
        #expect(reader.look(it.mail).kind != .offer, "\(it.mail.subject)")
      }
    }
  }

  @Test func theTableOfWordsHasEveryKind() {
    let labels = Library(userFolder: nil).importWords().words.guesses.labels
    #expect(Set(labels) == Set(MailTests.ofTheTable.map(\.rawValue)))
  }

  @Test(arguments: [
    ("We are happy to make you an offer. The details follow.", MailKind.offer),
    ("The committee has selected you for the post.", .offer),
    ("We are not able to make you an offer.", .refusal),
    (
      "Quick update: we have put the role on ice for now and will get back to you if that changes.",
      .refusal
    ),
    (
      "Thanks for your application. The position has been put on hold until the new year.", .refusal
    ),
    (
      "Thank you for your patience. We're pausing this search because of a hiring freeze.", .refusal
    ),
    ("Unfortunately we cannot make you an offer and have chosen another candidate.", .refusal),
    ("We have extended an offer of employment to someone with more experience.", .refusal),
    ("If the job is yours, you will hear by Friday.", .other),
  ]) func anOfferToTheReaderIsOneUnlessSomethingSaysNo(_ text: String, _ kind: MailKind) throws {
    #expect(reader([]).look(try letter(text)).kind == kind)
  }
}
