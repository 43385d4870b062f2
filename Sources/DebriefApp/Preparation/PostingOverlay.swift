import DebriefModel
import TUI

/// What the posting asks for, to be taken over one by one, a key each (A45, A20).
struct PostingOverlay: ListPlace {
  var list = ListState()

  static let scope = Scope.posting

  static let commands: [Command] = [
    command(
      "posting.take", ["enter", "space", "+"], "Add it to the requirements", footer: "add",
      why: { place, desk in
        place.selection(desk) == nil ? "All of it is on your list. {back} goes back." : nil
      },
      does: { place, desk in
        guard let at = place.selection(desk), let id = desk.folder?.id else { return [] }
        let change = Posting.added(
          PostingOverlay.proposals(desk)[at], to: id, ids: &desk.ids, now: desk.now)
        return [.effect(.apply(change))]
      })
  ]

  static func proposals(_ desk: Desk) -> [Posting.Wanted] {
    desk.folder.map { desk.content.postings.proposals($0.dossier) } ?? []
  }

  func count(_ desk: Desk) -> Int { PostingOverlay.proposals(desk).count }

  func bar(_ desk: Desk) -> Bar? {
    selection(desk).map { Bar(PostingOverlay.proposals(desk)[$0].text, 0) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    PostingOverlay.proposals(desk).firstIndex { $0.text == thing }
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed(PostingOverlay.scope.title)
    let all = PostingOverlay.proposals(desk)
    if all.isEmpty {
      inside.paragraph(
        "All of it is on your list.", x: 0, y: 0, width: inside.width, maxRows: 2, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let cursor = inside.blocks(count: all.count, selected: selection(desk), focused: true) { i in
      let years = all[i].years.map { "  \($0) \($0 == 1 ? "year" : "years")" } ?? ""
      let lines = TextWidth.wrap(all[i].text, width: max(4, inside.width - 4)).prefix(3)
      return lines.enumerated().map { n, line in
        var spans: [StyledLine.Span] = [.init("  "), .init(line)]
        if n == lines.count - 1 { spans.append(.init(years, .dim)) }
        return StyledLine(spans)
      }
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }
}

extension Scope {
  static let posting = list("posting", "What the posting asks for")
}
