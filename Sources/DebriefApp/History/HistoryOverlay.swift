import DebriefModel
import TUI

/// What was changed lately, the latest first; everything down to a line can be taken back at once.
struct HistoryOverlay: ListPlace {
  var list = ListState()
  /// How many changes were asked for: more of them once the end comes into sight.
  private var asked = HistoryOverlay.step
  private var isStale = true

  private static let step = 100

  static let scope = Scope.history

  static let commands: [Command] = [
    command(
      "history.undo", ["enter"], "Undo it, and everything after it", footer: "undo",
      why: { place, desk in
        guard let it = place.change(desk) else { return "Nothing has changed yet." }
        return it.undone == nil ? nil : "That's already undone. {redo} brings it back."
      },
      does: { place, desk in place.change(desk).map { takeBack($0, desk) } ?? [] })
  ]

  init() {}

  private func change(_ desk: Desk) -> PastChange? { selection(desk).map { desk.history[$0] } }

  /// One change is taken back at once; of several it is asked first.
  private static func takeBack(_ it: PastChange, _ desk: Desk) -> [Request] {
    let all = desk.history.filter { $0.number >= it.number && $0.undone == nil }
    let effect = Effect.undoDown(to: it.number, seen: all.map(\.number))
    if all.count == 1, !it.isOfOthers { return [.effect(effect)] }
    let others = all.count(where: \.isOfOthers)
    let whose =
      others == 0
      ? "" : others == 1 ? " One is from another window." : " \(others) are from another window."
    return [
      .open(
        ConfirmOverlay(
          question: all.count == 1
            ? "Undo what another window did: \(it.told(desk.asked))?"
            : "Undo these \(all.count) changes, back to: \(it.told(desk.asked))?",
          detail: "{redo} brings them back, one by one.\(whose)", yes: [.effect(effect)]))
    ]
  }

  func count(_ desk: Desk) -> Int { desk.history.count }

  func bar(_ desk: Desk) -> Bar? { change(desk).map { Bar("\($0.number)", $0.undone.hashValue) } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.history.firstIndex { "\($0.number)" == thing }
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    if desk.history.count == asked, list.selection + 1 >= asked {
      asked += HistoryOverlay.step
      isStale = true
    }
    guard isStale else { return [] }
    isStale = false
    return [.loadHistory(limit: asked)]
  }

  func rereads(_ desk: Desk) -> [Effect] { [.loadHistory(limit: asked)] }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed("Recent changes")
    let changes = desk.history
    if changes.isEmpty {
      inside.paragraph(
        "Nothing has changed yet.", x: 0, y: 0, width: inside.width, maxRows: 2, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let today = desk.now.day
    let cursor = inside.blocks(count: changes.count, selected: selection(desk), focused: true) {
      i in
      let it = changes[i]
      let ink = it.undone == nil ? Ink.body : .dim
      let when = "\(it.at.day.short(today: today)) \(it.at.time)"
      let mark = it.undone != nil ? "  undone" : it.isOfOthers ? "  from another window" : ""
      let room = inside.width - 14 - TextWidth.columns(mark)
      if room >= 20 {
        return [
          StyledLine([
            .init(TextWidth.pad(when, to: 14), .dim),
            .init(TextWidth.pad(it.words(desk.asked), to: room), ink), .init(mark, .dim),
          ])
        ]
      }
      let words = TextWidth.wrap(it.words(desk.asked), width: max(4, inside.width)).prefix(2)
      return words.map { StyledLine($0, ink) } + [StyledLine("  \(when)\(mark)", .dim)]
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }
}

extension Scope {
  static let history = list("history", "Recent changes")
}
