import DebriefModel
import TUI

extension ScriptPane {
  static let commands: [Command] = [
    command("turn.add", ["a"], "Add a question and answer", footer: "add") { _, folder, _ in
      [.form(.turn(folder.id, editing: nil))]
    },
    onTurn("turn.edit", ["e", "enter"], "Edit", footer: "edit") { _, it, _ in
      [.form(.turn(it.application, editing: it.id))]
    },
    onTurn("turn.better", ["+", "="], "Rate the answer higher", footer: "rate") { _, it, _ in
      change(it, "answer rated") { $0.rating = min(5, ($0.rating ?? 2) + 1) }
    },
    onTurn("turn.worse", ["-"], "Rate the answer lower") { _, it, folder in
      let requests = change(it, "answer rated") { $0.rating = max(1, ($0.rating ?? 4) - 1) }
      // As when the form is saved: an answer that has come to miss may become a weakness (A31).
      guard it.rating == 3, !isLinked(it, folder.dossier) else { return requests }
      return requests + [.open(missedPicker(it))]
    },
    onTurn("turn.mark", ["m"], "Mark it: + - ? or nothing", footer: "mark") { _, it, _ in
      let order = ["", "+", "-", "?"]
      let at = order.firstIndex(of: it.mark) ?? 0
      return change(it, "answer marked") { $0.mark = order[(at + 1) % order.count] }
    },
    command("turn.match", ["b"], "Match what you prepared with what they asked", footer: "match") {
      _, _, _ in [.open(MatchOverlay())]
    },
    onTurn("turn.weakness", ["w"], "Add it to what didn't go well, linked to this") { _, it, _ in
      [.form(finding(.weakness, it))]
    },
    onTurn("turn.strength", ["s"], "Add it as a strength, linked to this") { _, it, _ in
      [.form(finding(.strength, it))]
    },
    onTurn("turn.up", ["K"], "Move it up") { pane, it, folder in
      pane.move(it, -1, folder.dossier)
    },
    onTurn("turn.down", ["J"], "Move it down") { pane, it, folder in
      pane.move(it, 1, folder.dossier)
    },
    onTurn("turn.editor", ["E"], "Write the answer in your text editor") { _, it, _ in
      [.editor(.turn(it.application, editing: it.id))]
    },
    onTurn("turn.delete", ["d"], "Delete") { _, it, _ in
      [
        .effect(.apply(Change("question and answer deleted", [.delete(.turn(it))]))),
        .notice("Deleted. {undo} brings it back."),
      ]
    },
  ]

  /// A command on the turn under the bar.
  private static func onTurn(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (inout ScriptPane, Turn, Folder) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { _, folder, _ in
        folder.dossier.turns.isEmpty
          ? "Nothing is written down yet. {turn.add} adds a question and answer." : nil
      },
      does: { pane, folder, _ in
        pane.current(folder.dossier).map { does(&pane, $0, folder) } ?? []
      })
  }

  private static func change(
    _ it: Turn, _ title: String, _ edit: (inout Turn) -> Void
  ) -> [Request] {
    var next = it
    edit(&next)
    if next == it { return [] }
    return [.effect(.apply(Change(title, [.update(from: .turn(it), to: .turn(next))])))]
  }

  private static func finding(_ kind: Finding.Kind, _ it: Turn) -> FormPurpose {
    .finding(it.application, kind, editing: nil, evidence: Evidence(.turn, it.id))
  }

  /// Whether a weakness leads to it already.
  static func isLinked(_ it: Turn, _ dossier: Dossier) -> Bool {
    dossier.findings.contains { $0.kind == .weakness && $0.evidence == Evidence(.turn, it.id) }
  }

  /// Whether an answer that missed becomes a weakness.
  static func missedPicker(_ it: Turn) -> PickerOverlay {
    PickerOverlay(
      "You rated that answer low. Add it to what didn't go well?",
      [
        .init("Yes, add it", detail: "linked to this answer") { _ in
          [.form(finding(.weakness, it))]
        },
        .init("Not now"),
      ])
  }

  private mutating func move(_ it: Turn, _ step: Int, _ dossier: Dossier) -> [Request] {
    let other = selected + step
    guard dossier.turns.indices.contains(other) else {
      return [.notice(step < 0 ? "It's already first." : "It's already last.")]
    }
    wanted = it.id
    var a = it
    var b = dossier.turns[other]
    var operations: [Change.Operation] = []
    if a.position == b.position {
      // Turns that came from elsewhere may share a place: number all of them anew.
      var order = dossier.turns
      order.swapAt(selected, other)
      for (i, old) in order.enumerated() where old.position != i + 1 {
        var next = old
        next.position = i + 1
        operations.append(.update(from: .turn(old), to: .turn(next)))
      }
    } else {
      swap(&a.position, &b.position)
      operations = [
        .update(from: .turn(it), to: .turn(a)),
        .update(from: .turn(dossier.turns[other]), to: .turn(b)),
      ]
    }
    return [.effect(.apply(Change("question moved", operations)))]
  }
}
