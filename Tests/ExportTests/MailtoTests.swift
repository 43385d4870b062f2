import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

@Suite(.timed) struct MailtoTests {
  @Test func theUsualAddress() {
    #expect(
      mail(subject: "Thank you & more", text: "Dear Ines,\n\n50% é\n").mailto()
        == "mailto:ines.kahl@example.com?subject=Thank%20you%20%26%20more"
        + "&body=Dear%20Ines%2C%0D%0A%0D%0A50%25%20%C3%A9%0D%0A")
  }

  /// Whatever the texts hold, there is one address and two fields, and they decode to what was put
  /// in.
  @Test(arguments: (nasty + injections).indices) func itHoldsTwoFieldsAndNoMore(_ n: Int) throws {
    let text = (nasty + injections)[n]
    let mail = mail(to: ("I", "o'brien+x%&=?@example.com"), subject: text, text: text)
    let address = mail.mailto()
    #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f })
    let halves = address.split(separator: "?", omittingEmptySubsequences: false)
    #expect(halves.first == "mailto:o%27brien%2Bx%25%26%3D%3F@example.com")
    #expect(halves.count <= 2)
    var fields: [String: String] = [:]
    for field in halves.dropFirst().joined().split(separator: "&") {
      let parts = field.split(separator: "=", omittingEmptySubsequences: false)
      #expect(parts.count == 2)
      let decoded: String = try #require(String(parts[1]).removingPercentEncoding)
      fields[String(parts[0])] = decoded
    }
    #expect(Set(fields.keys).isSubset(of: ["subject", "body"]))
    #expect(same(fields["subject"] ?? "", mail.subject))
    #expect(same((fields["body"] ?? "").replacingOccurrences(of: "\r\n", with: "\n"), mail.text))
  }

  @Test func whatCannotBeHandedOnIsSaid() {
    #expect(mail().mailtoProblem == nil)
    #expect(
      mail(text: String(repeating: "é", count: 6000)).mailtoProblem?.contains("too long") == true)
    #expect(
      mail(to: ("O", "o'brien@example.com")).mailtoProblem?.contains("quotation mark") == true)
    #expect(mail(to: ("O", "not one'")).mailtoProblem == nil)
  }

  @Test func harmlessText() {
    #expect(Harmless.line(" a\r\n\tb\u{0}c\u{2028}\u{85}\u{feff}d\u{202e}e \u{7f}") == "a bc de")
    #expect(Harmless.line("\r\n \u{2066}") == "")
    #expect(same(Harmless.line("e\u{301} \u{200d}👩‍👧"), "e\u{301} \u{200d}👩‍👧"))
    #expect(
      same(
        Harmless.text("a\r\nb\rc\n\r\nd\u{b}e\u{0}\tf\u{9b}\u{2029}\u{200f}"),
        "a\nb\nc\n\nd\ne\tf\n\u{200f}"))
  }
}
