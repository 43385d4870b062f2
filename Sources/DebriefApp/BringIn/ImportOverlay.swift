import DebriefModel
import TUI

/// What a file would add, with a tick at each thing: only what is ticked is taken.
struct ImportOverlay: ListPlace {
  let proposal: Proposal
  var list = ListState()
  /// What has no tick.
  private(set) var left: Set<Int> = []

  static let scope = Scope.bringIn

  static let commands: [Command] = [
    command(
      "import.take", ["enter"], "Import what's checked", footer: "import",
      why: { it, _ in it.chosen.isEmpty ? "Nothing is checked. {import.tick} checks a line." : nil
      },
      does: { it, _ in
        [.close, .effect(.bringIn(it.proposal.change(it.chosen)))]
      }),
    command(
      "import.tick", ["space", "x"], "Check it, or uncheck it", footer: "check",
      why: { it, desk in it.selection(desk) == nil ? "There's nothing to check." : nil },
      does: { it, desk in
        if let at = it.selection(desk) { it.tick(at) }
        return []
      }),
    command("import.all", ["a"], "Check everything, or nothing", footer: "all") { it, _ in
      it.left = it.left.isEmpty ? Set(it.proposal.entries.indices) : []
      return []
    },
  ]

  init(proposal: Proposal) {
    self.proposal = proposal
    left = Set(proposal.entries.indices.filter { proposal.entries[$0].replaces })
  }

  /// Ticks a row, or takes its tick away.
  mutating func tick(_ row: Int) { if left.remove(row) == nil { left.insert(row) } }

  /// The places of what is ticked.
  private var chosen: Set<Int> { Set(proposal.entries.indices).subtracting(left) }

  func count(_ desk: Desk) -> Int { proposal.entries.count }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let count = proposal.entries.count
    let inside = canvas.boxed("Import: \(chosen.count) of \(count) checked")
    let width = max(8, inside.width)
    var lines = proposal.remarks.flatMap { TextWidth.wrap($0, width: width) }
    // What doesn't fit is at least spoken of.
    let most = inside.height / 3
    if lines.count > most {
      let more = "There's more. To see all of it, run: debrief import FILE --dry-run"
      let last = most > 0 ? Array(TextWidth.wrap(more, width: width).prefix(1)) : []
      lines = Array(lines.prefix(max(0, most - 1))) + last
    }
    for (row, line) in lines.enumerated() { inside.text(line, x: 0, y: row, ink: .dim) }
    let top = lines.count
    let room = inside.part(
      Rect(x: 0, y: top, width: inside.width, height: max(0, inside.height - top)))
    let cursor = room.blocks(count: count, selected: selection(desk), focused: true) { at in
      let it = proposal.entries[at]
      let mark = left.contains(at) ? "[ ] " : "[x] "
      let ink = left.contains(at) ? Ink.dim : .body
      let width = max(8, room.width - 4)
      let words = TextWidth.wrap(it.sentence, width: width).prefix(3)
      let details = it.details.prefix(6).flatMap { TextWidth.wrap($0, width: width).prefix(2) }
      return words.enumerated().map { row, line in
        StyledLine([.init(row == 0 ? mark : "    ", ink), .init(line, ink)])
      } + details.map { StyledLine("    \($0)", .dim) }
    }
    inside.cursor(x: 0, y: top + (cursor ?? 0), visible: false)
  }
}

extension Scope {
  static let bringIn = list("import", "What a file would add")
}
