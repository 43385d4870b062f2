import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// What is offered after an answer takes the keys that the footer names, and means the same by each.
@Suite(.timed) struct OfferKeyTests {
  /// An offer, and the keys that lead to it from an empty store.
  private static let offers: [(name: String, path: String)] = [
    ("finding", "<alt+g> how␣often␣did␣you␣interrupt <enter> 3"),
    ("rest", "<alt+g> how␣are␣you␣feeling␣right␣now <enter> 1"),
    ("several", "<alt+g> what␣did␣you␣do␣before <enter> 3 <enter> y y y"),
    ("contradiction", "<alt+g> back␣up␣everything <enter> y"),
  ]

  private func at(_ path: String, _ size: Size = Size(100, 40)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    try desk.keys(
      "a Zeta <tab> <tab> <tab> 9␣mar␣10:00 <ctrl+s> <enter> <alt+5> / résumé␣says <enter>")
    try desk.keys("a Ran␣Kafka <tab> <tab> <right> <right> <ctrl+s> o 1 <ctrl+s> <enter> 3")
    try desk.keys(path)
    return desk
  }

  /// What an answer leaves in the store, without its ids.
  private func left(_ desk: Desk) throws -> [String] {
    let archive = try desk.store.archive()
    return archive.finding.map(\.statement) + archive.response.map { "\($0.item) \($0.value)" }
      + archive.debrief.map { "\($0.resting)" }
  }

  @Test(arguments: offers)
  func yesAndNoHaveTwoKeysEach(_ name: String, _ path: String) throws {
    var results: [String: [String]] = [:]
    for key in ["y", "<enter>", "n", "<esc>"] {
      let desk = try at(path)
      #expect(desk.app.opened?.checklist.stage == .offering, "\(name)\n\(desk.screen)")
      #expect(desk.screen.contains("Enter yes (or y)  n no (or Esc)"), "\(name)\n\(desk.screen)")
      try desk.keys(key)
      #expect(desk.app.screen == .review && desk.app.overlays.isEmpty, "\(key)\n\(desk.screen)")
      results[key] = try left(desk)
    }
    #expect(results["y"] == results["<enter>"], "\(name)")
    #expect(results["n"] == results["<esc>"], "\(name)")
    #expect(results["y"] != results["n"], "\(name)")
  }

  /// Every kind of offer names its keys, and a yes or a no where it asks for one.
  @Test func everyOfferNamesItsKeys() throws {
    let desk = try at("<alt+g> how␣often␣did␣you␣interrupt <enter> 3")
    let wizard = try #require(desk.app.opened?.wizard)
    let entry = try #require(desk.app.opened?.checklist.entry(wizard))
    let finding = Finding(id: ID("f"), application: ID("a"), kind: .weakness, recorded: desk.now)
    let suggestion = try #require(wizard.offers(entry).first)
    let offers: [ChecklistPane.Offer] = [
      .finding(suggestion), .several([suggestion, suggestion]), .rest, .moment(finding),
      .contradiction("Was it fine?"),
    ]
    for offer in offers {
      for width in [30, 80] {
        let hints = ChecklistPane.offerHints(offer, wizard, width: width)
        let said = hints.map { "\($0.key) \($0.title)" }.joined(separator: "  ")
        #expect(TextWidth.columns(said) <= width, "\(said)")
        #expect(hints.contains { $0.key == "Enter" }, "\(said)")
        #expect(hints.contains { $0.key == "n" } == offer.isAsked, "\(said)")
        #expect(width < 40 || !offer.isAsked || said.contains("(or y)"), "\(said)")
      }
    }
  }

  /// The footer names the keys of a list of boxes that there are.
  @Test(arguments: [
    (1, "1"), (4, "1–4"), (9, "1–9"), (10, "1–9 0"), (11, "1–9 0 a"), (14, "1–9 0 a–d"),
    (20, "1–9 0 a–f"),
  ])
  func boxesNameTheirKeys(_ count: Int, _ keys: String) {
    let options = ChecklistPane.numbered(
      (0..<count).map { ChecklistPane.Option(title: "\($0)", does: .tick("\($0)")) })
    #expect(ChecklistPane.span(options) == keys)
  }

  /// A question of a picker that has a yes and a no takes both by their letters.
  @Test func aPickerThatAsksTakesThemToo() throws {
    let asks = PickerOverlay("Add it?", [.init("Yes, add it"), .init("Not now")])
    #expect(asks.picker.options.map(\.key) == ["y", "n"])
    // Not where it is no question of yes and no, nor where other keys are given.
    #expect(PickerOverlay("Which?", [.init("Notes"), .init("Yes")]).picker.options[0].key == "")
    let own = PickerOverlay("Open again?", [.init("Yes", key: "j"), .init("No", key: "x")])
    #expect(own.picker.options.map(\.key) == ["j", "x"])
  }
}
