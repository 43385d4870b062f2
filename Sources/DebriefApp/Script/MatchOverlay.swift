import DebriefModel
import TUI

/// What they asked beside what was prepared: shared words propose a match, one key takes it.
struct MatchOverlay: ListPlace {
  var list = ListState()

  static let scope = Scope.match

  static let commands: [Command] = [
    onTurn("match.take", ["enter", "space"], "Match it, or pick another answer", footer: "match") {
      it, turn, dossier in
      if turn.preparation == nil, let entry = PreparedMatch.proposals(dossier)[turn.id],
        let change = PreparedMatch.match(turn.id, with: entry, dossier)
      {
        it.down(dossier)
        return [.effect(.apply(change))]
      }
      return [.open(picker(turn, dossier))]
    },
    onTurn("match.other", ["e"], "Pick another prepared answer", footer: "pick") {
      _, turn, dossier in [.open(picker(turn, dossier))]
    },
    onTurn("match.none", ["x"], "No prepared answer for this one", footer: "not prepared") {
      it, turn, dossier in
      guard let change = PreparedMatch.match(turn.id, with: nil, dossier) else {
        it.down(dossier)
        return []
      }
      return [.effect(.apply(change))]
    },
    command(
      "match.all", ["a"], "Match all the similar ones", footer: "match all",
      why: { _, desk in
        desk.folder.flatMap { PreparedMatch.matchAll($0.dossier) } == nil
          ? "Nothing else looks similar. {match.other} picks an answer." : nil
      },
      does: { _, desk in
        desk.folder.flatMap { PreparedMatch.matchAll($0.dossier) }.map { [.effect(.apply($0))] }
          ?? []
      }),
  ]

  private static func onTurn(
    _ name: String, _ keys: [String], _ title: String, footer: String,
    _ does: @escaping @Sendable (inout MatchOverlay, Turn, Dossier) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { it, desk in
        it.turn(desk) == nil ? "You haven't written down any of their questions yet." : nil
      },
      does: { it, desk in
        guard let dossier = desk.folder?.dossier, let turn = it.turn(desk) else { return [] }
        return does(&it, turn, dossier)
      })
  }

  static func asked(_ desk: Desk) -> [Turn] {
    desk.folder.map { PreparedMatch.asked($0.dossier) } ?? []
  }

  private func turn(_ desk: Desk) -> Turn? {
    selection(desk).map { MatchOverlay.asked(desk)[$0] }
  }

  private mutating func down(_ dossier: Dossier) {
    let count = PreparedMatch.asked(dossier).count
    list.select(min(count - 1, list.selection + 1), count: count, height: count)
  }

  private static func picker(_ turn: Turn, _ dossier: Dossier) -> PickerOverlay {
    let free = Set(PreparedMatch.free(dossier).map(\.id))
    let entries = PreparedMatch.prepared(dossier).sorted {
      free.contains($0.id) && !free.contains($1.id)
    }
    return PickerOverlay(
      "Which prepared answer was it?",
      entries.map { entry in
        .init(entry.text, detail: free.contains(entry.id) ? "" : "matched with another question") {
          desk in
          desk.folder.flatMap { PreparedMatch.match(turn.id, with: entry.id, $0.dossier) }
            .map { [.effect(.apply($0))] } ?? []
        }
      } + [.init("None of them")])
  }

  func count(_ desk: Desk) -> Int { MatchOverlay.asked(desk).count }
  func bar(_ desk: Desk) -> Bar? { turn(desk).map { Bar(.turn($0)) } }
  func row(of thing: String, _ desk: Desk) -> Int? {
    MatchOverlay.asked(desk).firstIndex { $0.id.text == thing }
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed("Prepared and asked")
    inside.cursor(x: 0, y: 0, visible: false)
    guard let dossier = desk.folder?.dossier, case let asked = PreparedMatch.asked(dossier),
      !asked.isEmpty
    else {
      inside.paragraph(
        "You haven't written down any of their questions yet. Add them to your notes from the interview.",
        x: 0, y: 0, width: inside.width, maxRows: inside.height, ink: .dim)
      return
    }
    let used = inside.paragraph(
      PreparedMatch.words(dossier), x: 0, y: 0, width: inside.width, maxRows: 3, ink: .dim)
    let top = used + (inside.height > 8 ? 1 : 0)
    let proposals = PreparedMatch.proposals(dossier)
    func text(_ id: ID?) -> String { dossier.preparations.first { $0.id == id }?.text ?? "" }
    let room = inside.part(
      Rect(x: 0, y: top, width: inside.width, height: max(1, inside.height - top)))
    room.blocks(count: asked.count, selected: min(list.selection, asked.count - 1), focused: true) {
      i in
      let turn = asked[i]
      let (words, ink): (String, Ink) =
        if let entry = turn.preparation {
          ("prepared: \(text(entry))", Ink(.strength))
        } else if let entry = proposals[turn.id] {
          ("looks like: \(text(entry))", Ink(.accent))
        } else { ("not prepared", .dim) }
      let width = max(6, room.width - 5)
      return TextWidth.wrap(turn.question, width: width).prefix(2).map {
        StyledLine([.init("  "), .init($0, Ink(.body, .bold))])
      }
        + TextWidth.wrap(words, width: width).prefix(2).map {
          StyledLine([.init("    "), .init($0, ink)])
        }
    }
  }
}

extension Scope {
  static let match = list("match", "Prepared and asked")
}
