import DebriefModel
import TUI

/// The days after a no: what to do in them, until when, and what is done (A67).
struct AfterNoOverlay: ListPlace {
  var list = ListState()

  static let scope = Scope.afterNo

  static let commands: [Command] = [
    onItem("after.done", ["x"], "Mark it as done", footer: "done", isTick: true) { it, id, desk in
      it.step == .ask ? [.form(.ask(id))] : marked(it, .done, id, &desk)
    },
    onItem("after.drop", ["X"], "Skip it", footer: "skip", isTick: true) { it, id, desk in
      marked(it, .dropped, id, &desk)
    },
    onItem("after.open", ["enter"], "Go do it", footer: "open") { it, id, _ in
      if it.step == .ask { return [.form(.ask(id))] }
      guard let question = it.step.question else {
        guard let kind = LetterKind(rawValue: it.step.letter) else { return [] }
        return [.close, .effect(.loadDossier(id, then: .letter(kind, to: nil)))]
      }
      return [
        .close, .focus(.checklist),
        .with(ChecklistPane.self) { $0.reach(question, &$1) },
      ]
    },
  ]

  /// A command on the thing under the bar.
  private static func onItem(
    _ name: String, _ keys: [String], _ title: String, footer: String, isTick: Bool = false,
    _ does: @escaping @Sendable (AfterNo.Item, ID, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { place, desk in
        guard let it = place.item(desk) else { return "There's nothing to do here." }
        return isTick && it.isDone ? "That's already done." : nil
      },
      does: { place, desk in
        guard let it = place.item(desk), let id = desk.folder?.id else { return [] }
        return does(it, id, &desk)
      })
  }

  private static func marked(
    _ it: AfterNo.Item, _ action: Mark.Action, _ id: ID, _ desk: inout Desk
  ) -> [Request] {
    let change = Recipe.afterNo(
      it.step, action, application: id, ids: &desk.ids, now: desk.now)
    return [.notice("Saved. {undo} undoes it."), .effect(.apply(change))]
  }

  func days(_ desk: Desk) -> AfterNo? {
    desk.folder.flatMap { AfterNo($0.dossier, now: desk.now) }
  }

  private func item(_ desk: Desk) -> AfterNo.Item? {
    selection(desk).flatMap { days(desk)?.items[$0] }
  }

  func count(_ desk: Desk) -> Int { days(desk)?.items.count ?? 0 }

  func bar(_ desk: Desk) -> Bar? { item(desk).map { Bar("\($0.step)", $0.hashValue) } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    days(desk)?.items.firstIndex { "\($0.step)" == thing }
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed("The first days after a no")
    guard let days = days(desk) else {
      inside.paragraph(
        "This application isn't marked as rejected anymore.", x: 0, y: 0, width: inside.width,
        maxRows: 2,
        ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let today = desk.now.day
    let head =
      "They said no\(days.refused.map { " on \($0.long)" } ?? ""). These steps keep the door open."
    let used = inside.paragraph(
      inside.height < 8
        ? "They said no\(days.refused.map { " on \($0.short(today: today))" } ?? "")." : head,
      x: 0, y: 0, width: inside.width, maxRows: inside.height < 8 ? 1 : 3, ink: .dim)
    let top = inside.height > 8 ? used + 1 : used
    let room = inside.part(
      Rect(x: 0, y: top, width: inside.width, height: max(0, inside.height - top)))
    let selected = min(list.selection, days.items.count - 1)
    let cursor = room.blocks(count: days.items.count, selected: selected, focused: true) { i in
      let it = days.items[i]
      let (mark, ink): (String, Ink) =
        it.isDone
        ? ("[x] ", Ink(.strength))
        : it.isDropped
          ? ("[·] ", .dim) : it.isLate(today) ? ("[!] ", Ink(.warning)) : ("[ ] ", .body)
      let when =
        it.isDone
        ? it.on.map { "done \($0.short(today: today))" } ?? "done"
        : it.isDropped
          ? "skipped"
          : it.isOptional
            ? "if you like"
            : it.due.map {
              "\(it.isLate(today) ? "best done by" : "by") \($0.short(today: today))"
            } ?? ""
      let columns = TextWidth.columns(when)
      let width = room.width - 4 - columns - 2
      if width >= 20, TextWidth.columns(it.text) <= width {
        return [
          StyledLine([
            .init(mark, ink), .init(TextWidth.pad(it.text, to: width) + "  "), .init(when, .dim),
          ])
        ]
      }
      let text = TextWidth.wrap(it.text, width: max(4, room.width - 4)).prefix(4)
      return text.enumerated().map {
        StyledLine([.init($0 == 0 ? mark : "    ", ink), .init($1)])
      } + [StyledLine("    " + when, .dim)]
    }
    if let cursor { room.cursor(x: 0, y: cursor, visible: false) }
  }
}

extension Scope {
  static let afterNo = list("afterNo", "The first days after a no")
}
