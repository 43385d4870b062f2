import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// The cover letter of an application: typed in its form, and seen where a claim in it was dropped.
@Suite(.timed) struct CoverLetterKeyTests {
  /// Which cover letter went along, and that none did; both at once can't be so.
  @Test func theFormOfAnApplicationTakesTheCoverLetter() throws {
    let desk = try Desk(Size(100, 50))
    let start = "/ はやぶさ <enter> e <shift+tab> <enter> "
    try desk.keys(start)
    let first = try #require(desk.app.top(FormOverlay.self)?.form)
    let none = try change(desk, "\(tabs(in: first, to: "coverSent"))<right> <right> <ctrl+s>")
    #expect(none.application.first { $0.company.contains("はやぶさ") }?.coverSent == false)
    let other = try Desk(Size(100, 50))
    try other.keys(start)
    var form = try #require(other.app.top(FormOverlay.self)?.form)
    try other.keys(tabs(in: form, to: "cover") + "warm <tab> I␣keep␣queues␣moving.")
    form = try #require(other.app.top(FormOverlay.self)?.form)
    #expect(form.values["cover"] == "warm" && form.values["coverText"] == "I keep queues moving.")
    try other.keys(tabs(in: form, to: "coverSent") + "<right> <right> <ctrl+s>")
    #expect(other.screen.contains("There's a cover letter below."), "\(other.screen)")
    let saved = try change(other, "<left> <ctrl+s>")
    let it = try #require(saved.application.first { $0.company.contains("はやぶさ") })
    #expect(it.coverSent == true && it.cover == "warm" && it.coverText == "I keep queues moving.")
  }

  /// The versions one has already stand beside the field, so that one letter keeps one name.
  @Test func theVersionsSoFarAreNamed() throws {
    let desk = try Desk(Size(100, 50), sample: false)
    for (company, cover) in [("Acme", "warm"), ("Beta", "short"), ("Gamma", "warm")] {
      var ids = IDSource(seed: UInt64(company.utf8.first ?? 0))
      let made = Recipe.add(company: company, role: "", ids: &ids, now: desk.now) {
        $0.cover = cover
      }
      desk.send(.applied(try desk.store.apply(made.change, at: desk.now)))
    }
    try desk.keys("a")
    let hint = desk.app.top(FormOverlay.self)?.form.fields.first { $0.id == "cover" }?.hint
    #expect(hint == "yours so far: short; warm")
  }

  /// The keys from the field that has the focus to another, where none is folded away.
  private func tabs(in form: Form, to id: String) -> String {
    let way = (form.fields.firstIndex { $0.id == id } ?? 0) - form.focus
    return String(repeating: way < 0 ? "<shift+tab> " : "<tab> ", count: abs(way))
  }

  /// A claim that was dropped and stands in the letter is pointed out where the claims are.
  @Test(arguments: [Size(80, 24), Size(120, 40)]) func aDroppedClaimInItIsPointedOut(
    _ size: Size
  ) throws {
    let desk = try Desk(size, sample: false)
    try desk.keys("a Acme <ctrl+s> <enter> <alt+5> z / résumé␣says <enter> a Ran␣Kafka <tab> <tab>")
    try desk.keys("<right> <right> <ctrl+s>")
    #expect(!desk.screen.contains("your cover letter says it"), "\(desk.screen)")
    let old = try #require(try desk.store.archive().application.first)
    var new = old
    new.coverText = "Dear team, I ran Kafka."
    let change = Change(
      "application changed", [.update(from: .application(old), to: .application(new))])
    desk.send(.applied(try desk.store.apply(change, at: desk.now)))
    #expect(desk.screen.contains("your cover letter says it"), "\(desk.screen)")
  }
}
