import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefExport

/// Every function of this room that takes a text, with texts that have no word in them.
@Suite(.timed) struct SweepTests {
  static let kahl = Dossier(
    Application(id: id("app"), created: noon) { $0.company = "Kestrel Labs" })
  static let mask: Mask = {
    var it = kahl
    it.people = [
      Person(id: id("p")) {
        $0.name = "Ines O'Kahl"
        $0.phone = "555 0100"
      }
    ]
    return Mask(it)
  }()

  /// The functions, by name.
  static let functions: [(name: String, run: @Sendable (String) -> Void)] = [
    ("Mask.text", { _ = mask.text($0) }),
    ("Mask.text beside words", { _ = mask.text("yes \($0) no \($0)\($0) Kahl") }),
    ("Mask.link", { _ = mask.link($0) }),
    (
      "Mask of such names",
      { text in
        var it = kahl
        it.application.company = text
        it.people = [
          Person(id: id("p")) {
            $0.name = text
            $0.company = text
            $0.email = text
            $0.phone = text
          }
        ]
        it.feedback = [
          Feedback(id: id("f"), application: id("app"), recorded: noon) { $0.from = text }
        ]
        it.letters = [
          Letter(id: id("l"), application: id("app"), kind: text, recorded: noon) {
            $0.text = "Dear \(text)\n\(text)"
          }
        ]
        let profile = Profile {
          $0.name = text
          $0.email = text
          $0.phone = text
        }
        let others = NamesOnFile(companies: [text], people: [text])
        _ = Mask(it, profile: profile, others: others).dossier(it)
      }
    ),
    ("MaskName.greeted", { _ = MaskName.greeted("Dear \($0)") }),
    ("MaskName.signed", { _ = MaskName.signed("a\n\($0)") }),
    (
      "a whole page",
      { text in
        var it = kahl
        it.application.company = text
        it.application.role = text
        it.application.notes = text
        _ = DossierText(it, reasons: reasons, now: noon, measure: scalars, columns: 40).text()
        _ = PageText.unicode(it, reasons: reasons, now: noon, measure: scalars)
        _ = PageText.ascii(it, reasons: reasons, now: noon)
        _ = PageMarkdown.text(it, reasons: reasons, now: noon)
      }
    ),
    (
      "a mail",
      { text in
        let letter = Letter(id: id("l"), application: id("app"), kind: "L1", recorded: noon) {
          $0.subject = text
          $0.text = text
        }
        let profile = Profile {
          $0.name = text
          $0.email = text
        }
        let person = Person(id: id("p")) {
          $0.name = text
          $0.email = text
        }
        let mail = MailMessage(letter, from: profile, to: person, date: noon)
        _ = mail.eml()
        _ = mail.remarks
      }
    ),
  ]

  @Test(arguments: functions.map(\.name)) func textsWithoutAWord(_ name: String) throws {
    let function = try #require(SweepTests.functions.first { $0.name == name })
    for text in Wordless.texts { function.run(text) }
  }
}
