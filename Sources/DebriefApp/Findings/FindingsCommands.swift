import DebriefModel
import TUI

extension FindingsPane {
  static let commands: [Command] = [
    command("finding.add", ["a"], "Add to this column", footer: "add") { pane, folder, _ in
      [.form(.finding(folder.id, pane.column, editing: nil, evidence: nil))]
    },
    onFinding("finding.edit", ["e", "enter"], "Edit", footer: "edit") { it, _ in
      [.form(.finding(it.application, it.kind, editing: it.id, evidence: nil))]
    },
    onFinding(
      "finding.heavier", ["+", "="], "Weighs more", footer: "heavier",
      why: { it, _ in it.weight == 5 ? "It has the most weight already." : nil },
      does: { it, _ in change(it, "weigh more") { $0.weight = min(5, $0.weight + 1) } }),
    onFinding(
      "finding.lighter", ["-"], "Weighs less",
      why: { it, _ in it.weight == 1 ? "It has the least weight already." : nil },
      does: { it, _ in change(it, "weigh less") { $0.weight = max(1, $0.weight - 1) } }),
    onFinding("finding.move", ["m"], "Move to the next column: right, wrong, outside") { it, _ in
      let order: [Finding.Kind] = [.strength, .weakness, .outside]
      let at = order.firstIndex(of: it.kind) ?? 0
      return change(it, "move a finding") { $0.kind = order[(at + 1) % order.count] }
    },
    onFinding(
      "finding.link", ["L"], "Link to the turn or feedback that shows it", footer: "link",
      why: { _, dossier in
        dossier.turns.isEmpty && dossier.feedback.allSatisfy { $0.received == nil }
          ? "There is no turn and no reply to link to yet." : nil
      },
      does: { it, dossier in [.open(linkPicker(it, dossier))] }),
    onFinding(
      "finding.follow", ["ctrl+o"], "Go to what shows it",
      why: { it, _ in
        it.evidence == nil
          ? "Nothing is linked to it; {finding.link} links it to a turn or a reply." : nil
      },
      does: { it, _ in
        switch it.evidence?.kind {
        case .turn: [.focus(.script)]
        case .feedback: [.focus(.feedback)]
        case .response: [.focus(.checklist)]
        case nil: []
        }
      }),
    command("finding.filter", ["f"], "Only one phase: before, during, after, all") {
      pane, folder, _ in
      let order: [Phase?] = [nil, .before, .during, .after]
      let at = order.firstIndex { $0 == pane.filter } ?? 0
      pane.filter = order[(at + 1) % order.count]
      if pane.current(folder.dossier) == nil { pane.selected = nil }
      return [
        .notice(
          pane.filter.map {
            "Only findings from \($0.label) the interview; {finding.filter} for more."
          } ?? "All findings.")
      ]
    },
    onFinding("finding.editor", ["E"], "Edit the sentence in your editor") { it, _ in
      [.editor(.finding(it.application, it.kind, editing: it.id, evidence: nil))]
    },
    onFinding("finding.delete", ["d"], "Delete") { it, _ in
      [
        .effect(.apply(Change("delete a finding", [.delete(.finding(it))]))),
        .notice("Deleted; {undo} brings it back."),
      ]
    },
  ]

  /// A command on the finding under the bar.
  private static func onFinding(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (Finding, Dossier) -> String? = { _, _ in nil },
    does: @escaping @Sendable (Finding, Dossier) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { pane, folder, _ in
        guard let it = pane.current(folder.dossier) else {
          return "This column is empty; {finding.add} adds to it."
        }
        return why(it, folder.dossier)
      },
      does: { pane, folder, _ in
        guard let it = pane.current(folder.dossier) else { return [] }
        pane.selected = it.id
        return does(it, folder.dossier)
      })
  }

  private static func change(
    _ it: Finding, _ title: String, _ edit: (inout Finding) -> Void
  ) -> [Request] {
    var next = it
    edit(&next)
    if next == it { return [] }
    return [.effect(.apply(Change(title, [.update(from: .finding(it), to: .finding(next))])))]
  }

  private static func linkPicker(_ it: Finding, _ dossier: Dossier) -> PickerOverlay {
    func option(_ title: String, _ detail: String, _ evidence: Evidence?) -> PickerOverlay.Option {
      .init(title, detail: detail) { _ in link(it, to: evidence) }
    }
    var options = dossier.turns.enumerated().map { i, turn in
      option(
        "Q\(i + 1) \(turn.question)", turn.rating.map { "\($0)/5" } ?? "",
        Evidence(.turn, turn.id))
    }
    options += dossier.feedback.filter { $0.received != nil }.map { reply in
      option(
        "F \(reply.from): \(reply.verbatim)", reply.received?.description ?? "",
        Evidence(.feedback, reply.id))
    }
    options.append(option("no link", "", nil))
    return PickerOverlay("What shows it?", options, filterable: true)
  }

  /// Links a finding to what shows it; words said outright make it at least stated.
  private static func link(_ it: Finding, to evidence: Evidence?) -> [Request] {
    change(it, "link a finding") {
      $0.evidence = evidence
      if evidence?.kind == .turn { $0.tier = max($0.tier, .observed) }
      if evidence?.kind == .feedback { $0.tier = max($0.tier, .stated) }
    }
  }
}
