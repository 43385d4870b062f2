import DebriefModel
import TUI

/// The days after a no: what to do in them, until when, and what is done (A67).
struct AfterNoOverlay: Equatable, Sendable {
  var list = ListState()
}

extension App {
  /// What the list shows.
  var afterNo: [AfterNo.Item] {
    review.flatMap { AfterNo($0.dossier, now: now) }?.items ?? []
  }

  var afterNoItem: AfterNo.Item? {
    guard case .afterNo(let overlay)? = overlays.last else { return nil }
    let items = afterNo
    return items.isEmpty ? nil : items[min(overlay.list.selection, items.count - 1)]
  }

  mutating func performAfterNo(_ action: Action) -> [Effect] {
    guard let it = afterNoItem, let id = review?.dossier.application.id else { return [] }
    switch action {
    case .afterNoDone where it.step == .ask, .afterNoOpen where it.step == .ask:
      open(.ask(id))
    case .afterNoOpen:
      overlays.removeLast()
      review?.focus(.checklist)
      if let wizard = review?.wizard,
        let at = wizard.entries.firstIndex(where: { $0.item.id == it.step.question })
      {
        review?.checklist.go(to: at, wizard)
      }
    case .afterNoDone, .afterNoDrop:
      let change = Recipe.afterNo(
        it.step, action == .afterNoDone ? .done : .dropped, application: id, ids: &ids, now: now)
      notice = Notice(text: "Kept: \(change.title). {undo} takes it back.")
      return [.apply(change)]
    default: break
    }
    return []
  }

  /// Why a thing cannot be ticked or left.
  func whyNotAfterNo(_ action: Action) -> String? {
    guard let it = afterNoItem else { return "There is nothing to do here." }
    if action != .afterNoOpen, it.isDone { return "It is done already." }
    return nil
  }

  func drawAfterNo(_ overlay: AfterNoOverlay, _ canvas: Canvas) {
    let inside = overlayRoom("The days after their no", canvas)
    guard let list = review.flatMap({ AfterNo($0.dossier, now: now) }) else {
      inside.paragraph(
        "There is no refusal here any more.", x: 0, y: 0, width: inside.width, maxRows: 2,
        ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let today = now.day
    let head =
      "They said no on \(list.refused.long). A calm answer is remembered longer than the no."
    let used = inside.paragraph(
      inside.height < 8 ? "They said no on \(list.refused.short(today: today))." : head, x: 0, y: 0,
      width: inside.width, maxRows: inside.height < 8 ? 1 : 3, ink: .dim)
    let top = inside.height > 8 ? used + 1 : used
    let room = inside.part(
      Rect(x: 0, y: top, width: inside.width, height: max(0, inside.height - top)))
    let selected = min(overlay.list.selection, list.items.count - 1)
    let cursor = room.blocks(count: list.items.count, selected: selected, focused: true) { i in
      let it = list.items[i]
      let (mark, ink): (String, Ink) =
        it.isDone
        ? ("[x] ", Ink(.strength))
        : it.isDropped
          ? ("[·] ", .dim) : it.isLate(today) ? ("[!] ", Ink(.warning)) : ("[ ] ", .body)
      let when =
        it.isDone
        ? it.on.map { "done \($0.short(today: today))" } ?? "done"
        : it.isDropped
          ? "left" : "\(it.isLate(today) ? "was best by" : "by") \(it.due.short(today: today))"
      let columns = TextWidth.columns(when)
      let width = room.width - 4 - columns - 2
      if width >= 20 {
        return [
          StyledLine([
            .init(mark, ink), .init(TextWidth.pad(it.text, to: width) + "  "), .init(when, .dim),
          ])
        ]
      }
      let text = TextWidth.wrap(it.text, width: max(4, room.width - 4)).prefix(2)
      return text.enumerated().map {
        StyledLine([.init($0 == 0 ? mark : "    ", ink), .init($1)])
      } + [StyledLine("    " + when, .dim)]
    }
    if let cursor { room.cursor(x: 0, y: cursor, visible: false) }
  }
}
