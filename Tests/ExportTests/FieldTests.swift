import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

/// Every field of every noun, found by reflection: none is left out of an export, and none brings a name
/// onto a page that is masked.
@Suite(.timed) struct FieldTests {
  /// The fields of a value that hold nothing, with those of what lies in it.
  private func blanks(_ value: Any, _ path: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      guard let inner = mirror.children.first else { return [path] }
      return blanks(inner.value, path)
    case .collection where mirror.children.isEmpty: return [path]
    case .collection: return mirror.children.flatMap { blanks($0.value, path) }
    case .struct where !(value is Day) && !(value is Moment) && !(value is ID):
      return mirror.children.flatMap { blanks($0.value, path + "." + ($0.label ?? "")) }
    default: return (value as? String)?.isEmpty == true ? [path] : []
    }
  }

  @Test func theFixtureHoldsEveryFieldOfEveryNoun() throws {
    let archive = try filledArchive("x")
    #expect(Set(archive.entities.map(\.kind)) == Set(Entity.Kind.allCases))
    for entity in archive.entities {
      #expect(blanks(entity.noun, entity.kind.rawValue) == [])
    }
    // What is blank would be noticed.
    let bare: [Any] = [Application(id: id("a"), created: noon), Mark?.none as Any, [String]()]
    #expect(bare.allSatisfy { !blanks($0, "").isEmpty })
  }

  @Test(arguments: nasty.indices) func everyFieldIsExported(_ n: Int) throws {
    let archive = try filledArchive(nasty[n])
    let text = try ArchiveJSON.encode(archive)
    #expect(try ArchiveJSON.decode(Array(text.utf8)) == archive)
    let lists = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for entity in archive.entities {
      let rows = try #require(lists[entity.kind.rawValue] as? [[String: Any]])
      let names = Mirror(reflecting: entity.noun).children.compactMap(\.label)
      #expect(names.count > 4 && rows.count == 1)
      #expect(Set(rows[0].keys) == Set(names), "\(entity.kind.rawValue)")
    }
  }

  @Test func noFieldReachesAMaskedPage() throws {
    let text =
      "Ynez Kahl's, kahl, YNEZ; Kestrel Labs' kestrel ynez.kahl@kestrel.example +49 30 5550100"
      + " https://kestrel.example/ynez Robin Muster muster@example.org Kahls"
    var archive = try filledArchive(text)
    archive.application[0].company = "Kestrel Labs"
    archive.person[0].name = "Ynez Kahl"
    archive.person[0].company = "Kestrel Labs"
    archive.person[0].email = "ynez.kahl@kestrel.example"
    archive.person[0].phone = "+49 30 5550100"
    archive.feedback[0].from = "Ynez Kahl"
    archive.profile[0].name = "Robin Muster"
    archive.profile[0].email = "muster@example.org"
    let whole = dossier(archive)
    let masked = Mask(whole, profile: archive.profile[0]).dossier(whole)
    var fields = ""
    dump(masked, to: &fields)
    let outputs = [
      fields, try DossierJSON.encode(masked, reasons: reasons, now: noon),
      DossierText(masked, reasons: reasons, now: noon, measure: scalars, columns: 200).text(),
      PageMarkdown.text(masked, reasons: reasons, now: noon),
      PageText.unicode(masked, reasons: reasons, now: noon, measure: scalars),
    ]
    for output in outputs {
      let lower = output.lowercased()
      for name in ["ynez", "kahl", "kestrel", "muster", "robin", "5550100", "@", "http"] {
        #expect(!lower.contains(name), "\(name) is left")
      }
    }
  }
}
