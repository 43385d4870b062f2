import DebriefModel
import TUI

/// The changes that are still open: those of this application, then those that others left.
struct ImprovementsOverlay: ListPlace {
  var list = ListState()

  /// How many open changes of other applications are read.
  static let limit = 40

  static let scope = Scope.improvements

  /// What is said where there are none.
  static let nothing =
    "No changes to try yet. {improvements.add} adds one. They show up in your other applications "
    + "too."

  static let commands: [Command] = [
    onChange("improvements.tested", ["x"], "You tried it: say how it went", footer: "tried") {
      .tested($0, improvement: $1)
    },
    onChange("improvements.drop", ["X"], "Drop it, with a reason", footer: "drop") {
      .dropped($0, improvement: $1)
    },
    onChange("improvements.edit", ["e", "enter"], "Edit", footer: "edit") {
      .improvement($0, editing: $1)
    },
    command(
      "improvements.page", ["b"], "Before and after: how it has gone so far", footer: "so far",
      why: { it, desk in
        it.selection(desk) == nil
          ? "There are no changes to try here yet." : nil
      },
      does: { it, desk in
        it.selection(desk).map { [.effect(.loadChangeRecord(it.items(desk)[$0].improvement))] }
          ?? []
      }),
    command("improvements.add", ["a"], "Add a change", footer: "add") { _, desk in
      desk.folder.map { [.form(.improvement($0.id, editing: nil))] } ?? []
    },
  ]

  /// A command that opens a form about the change under the bar.
  private static func onChange(
    _ name: String, _ keys: [String], _ title: String, footer: String,
    _ form: @escaping @Sendable (_ application: ID, _ improvement: ID) -> FormPurpose
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { it, desk in
        it.selection(desk) == nil
          ? "There are no changes to try. {improvements.add} adds one." : nil
      },
      does: { it, desk in
        guard let id = desk.folder?.id, let at = it.selection(desk) else { return [] }
        return [.form(form(id, it.items(desk)[at].improvement.id))]
      })
  }

  /// What the list shows, in its order.
  func items(_ desk: Desk) -> [Carried] {
    let own = desk.folder?.dossier.improvements.filter { $0.state == .open } ?? []
    return own.map { Carried($0, company: "") } + desk.carried
  }

  func count(_ desk: Desk) -> Int { items(desk).count }

  func bar(_ desk: Desk) -> Bar? {
    selection(desk).map { Bar(.improvement(items(desk)[$0].improvement)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    items(desk).firstIndex { $0.improvement.id.text == thing }
  }

  func rereads(_ desk: Desk) -> [Effect] {
    desk.folder.map { [.loadImprovements(besides: $0.id)] } ?? []
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let items = items(desk)
    let inside = canvas.boxed("Changes to try")
    if items.isEmpty {
      inside.paragraph(
        desk.named(ImprovementsOverlay.nothing),
        x: 0, y: 0, width: inside.width, maxRows: inside.height, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let own = items.firstIndex { !$0.company.isEmpty } ?? items.count
    let cursor = inside.blocks(
      count: items.count, selected: min(list.selection, items.count - 1), focused: true
    ) { i in
      var rows: [StyledLine] = []
      if i == 0, own > 0 { rows.append(StyledLine("From this application", Ink(.title))) }
      if i == own {
        if own > 0 { rows.append(StyledLine("")) }
        rows.append(StyledLine("From other applications", Ink(.title)))
      }
      return rows + ImprovementsOverlay.rows(items[i], desk, width: inside.width)
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  private static func rows(_ it: Carried, _ desk: Desk, width: Int) -> [StyledLine] {
    let change = it.improvement
    var rows = TextWidth.wrap(change.what, width: max(4, width - 3)).prefix(3).map {
      StyledLine([.init("   "), .init($0, Ink(.body, .bold))])
    }
    func add(_ text: String) {
      guard !text.isEmpty else { return }
      rows += TextWidth.wrap(text, width: max(4, width - 3)).prefix(2).map {
        StyledLine([.init("   "), .init($0, .dim)])
      }
    }
    let facts = [
      it.company, change.isLearning ? "to learn" : change.area.label, change.effort.label,
      change.place,
    ]
    add(facts.filter { !$0.isEmpty }.joined(separator: " · "))
    let gap = [
      change.options.map { "ways: \($0)" }, change.cost.map { "costs \($0)" },
      change.by.map { "by \($0.short(today: desk.now.day))" },
    ]
    add(gap.compactMap { $0 }.joined(separator: " · "))
    add(
      change.proof.isEmpty
        ? desk.named("you haven't said how you'll know it worked; {improvements.edit} adds that")
        : "it worked if: \(change.proof)")
    return rows
  }
}

extension Scope {
  static let improvements = list("improvements", "Changes to try")
}
