import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// A person without the manual: from the start of a debrief to its last screen by nothing but what the
/// screen names at that moment, in its last row or beside what is asked.
@Suite(.timed) struct NamedPathTests {
  /// The keys the screen names now: those of the footer, a span such as `1–5`, and those before answers.
  private func named(_ desk: Desk) -> Set<String> {
    let rows = desk.screen.split(separator: "\n").map(String.init)
    var keys: Set<String> = []
    for word in rows.last?.split(separator: " ") ?? [] {
      let ends = word.split(separator: "–")
      if ends.count == 2, let from = Int(ends[0]), let to = Int(ends[1]) {
        keys.formUnion((from...to).map(String.init))
      } else {
        keys.insert(String(word))
      }
    }
    for row in rows.dropLast() {
      let words = row.split(separator: " ").filter { $0 != "▸" && $0 != "│" && $0 != ">" }
      if words.count > 1, let first = words.first, first.count == 1 { keys.insert(String(first)) }
    }
    return keys
  }

  private func press(_ key: String, _ desk: Desk) throws {
    let name = ["<enter>": "Enter", "<ctrl+s>": "^S"][key] ?? key
    #expect(named(desk).contains(name), "\(name) is not named here:\n\(desk.screen)")
    try desk.keys(key)
  }

  /// Picks by its number what a list shows there, or what it shows last where there is no room for that.
  private func pick(_ number: Int, _ desk: Desk) throws {
    let shown = (1...number).last { named(desk).contains(String($0)) }
    try press(String(shown ?? number), desk)
  }

  private func type(_ text: String, _ desk: Desk) {
    for c in text { desk.send(.input(.key(.char(c)))) }
  }

  @Test(arguments: [Size(30, 8), Size(80, 24), Size(120, 40), Size(200, 60)])
  func theScreenIsEnough(
    _ size: Size
  )
    throws
  {
    let desk = try Desk(size, sample: false)
    // From an empty store: I just heard back.
    try press("1", desk)
    type("Testwerk", desk)
    try press("<enter>", desk)
    type("Tester", desk)
    try press("<enter>", desk)
    type("1", desk)
    try press("<ctrl+s>", desk)
    var presses = 0
    while desk.app.opened?.wizard?.debrief.closed == nil {
      presses += 1
      try #require(presses < 200, "\(desk.screen)")
      let open = try #require(desk.app.opened, "\(desk.screen)")
      let entry = try #require(open.checklist.entry(open.wizard), "\(desk.screen)")
      let pane = open.checklist
      switch (pane.stage, entry.item.kind) {
      case (.rating, _): try pick(4, desk)
      case (.offering, _):
        let offer = try ChecklistPane.offers(entry, #require(open.wizard), pane.declined).first
        let other = offer?.isMoment == true ? "1" : "n"
        try press(presses.isMultiple(of: 2) ? "<enter>" : other, desk)
      case (_, .line), (_, .text):
        type("a few plain words", desk)
        try press("<enter>", desk)
      case (_, .task(.turns)) where open.dossier.turns.isEmpty,
        (_, .task(.room)) where open.dossier.people.isEmpty,
        (_, .task(.improvements)) where open.dossier.improvements.isEmpty:
        type(pane.field.at == 0 ? "Ines Kahl" : "what I said", desk)
        try press("<enter>", desk)
      case (_, .ticks):
        try pick(2, desk)
        try press("<enter>", desk)
      case (_, .task(.asks)): try pick(3, desk)
      case (_, .task(.close)):
        try pick(4, desk)
        try press("<enter>", desk)
      case (_, .scale): try pick(4, desk)
      default: try press("<enter>", desk)
      }
    }
    #expect(desk.screen.contains("You finished the debrief"), "\(desk.screen)")
    try press("<enter>", desk)
    #expect(desk.app.screen == .page)
    #expect(presses < 60, "\(presses) steps")
  }
}
