import DebriefModel
import TUI

extension FindingsPane {
  static let commands: [Command] = [
    command("finding.add", ["a"], "Add to this list", footer: "add") { pane, folder, _ in
      [.form(.finding(folder.id, pane.column, editing: nil, evidence: nil))]
    },
    onFinding("finding.edit", ["e", "enter"], "Edit", footer: "edit") { it, _ in
      [.form(.finding(it.application, it.kind, editing: it.id, evidence: nil))]
    },
    onFinding(
      "finding.heavier", ["+", "="], "More important", footer: "more",
      why: { it, _ in it.weight == 5 ? "It's already at 5, the most important." : nil },
      does: { it, _ in change(it, "importance raised") { $0.weight = min(5, $0.weight + 1) } }),
    onFinding(
      "finding.lighter", ["-"], "Less important",
      why: { it, _ in it.weight == 1 ? "It's already at 1, the least important." : nil },
      does: { it, _ in change(it, "importance lowered") { $0.weight = max(1, $0.weight - 1) } }),
    onFinding("finding.move", ["m"], "Move it to the next list") { it, _ in
      let order: [Finding.Kind] = [.strength, .weakness, .outside]
      let at = order.firstIndex(of: it.kind) ?? 0
      return change(it, "moved to another list") { $0.kind = order[(at + 1) % order.count] }
    },
    onFinding(
      "finding.link", ["L"], "Link it to the answer or feedback behind it", footer: "link",
      why: { _, dossier in
        dossier.turns.isEmpty && dossier.feedback.allSatisfy { $0.received == nil }
          ? "There's no answer and no feedback to link to yet." : nil
      },
      does: { it, dossier in [.open(linkPicker(it, dossier))] }),
    onFinding(
      "finding.follow", ["ctrl+o"], "Go to the answer or feedback behind it",
      why: { it, _ in
        it.evidence == nil
          ? "Nothing is linked yet. {finding.link} links an answer or some feedback." : nil
      },
      does: { it, _ in
        switch it.evidence?.kind {
        case .turn: [.focus(.script)]
        case .feedback: [.focus(.feedback)]
        case .response: [.focus(.checklist)]
        case nil: []
        }
      }),
    command("finding.filter", ["f"], "Show only before, during, or after") {
      pane, folder, _ in
      let order: [Phase?] = [nil, .before, .during, .after]
      let at = order.firstIndex { $0 == pane.filter } ?? 0
      pane.filter = order[(at + 1) % order.count]
      if pane.current(folder.dossier) == nil { pane.selected = nil }
      return [
        .notice(
          pane.filter.map {
            "Showing only \($0.label) the interview. {finding.filter} shows more."
          } ?? "Showing all of them.")
      ]
    },
    onFinding("finding.editor", ["E"], "Edit the sentence in your text editor") { it, _ in
      [.editor(.finding(it.application, it.kind, editing: it.id, evidence: nil))]
    },
    onFinding("finding.delete", ["d"], "Delete") { it, _ in
      [
        .effect(.apply(Change("list entry deleted", [.delete(.finding(it))]))),
        .notice("Deleted. {undo} brings it back."),
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
          return "This list is empty. {finding.add} adds to it."
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
        "\(reply.from): \(reply.verbatim)", reply.received?.dated ?? "",
        Evidence(.feedback, reply.id))
    }
    options.append(option("nothing", "", nil))
    return PickerOverlay("What is it based on?", options, filterable: true)
  }

  /// Links a finding to what shows it; words said outright make it at least stated.
  private static func link(_ it: Finding, to evidence: Evidence?) -> [Request] {
    change(it, "link changed") {
      $0.evidence = evidence
      if evidence?.kind == .turn { $0.tier = max($0.tier, .observed) }
      if evidence?.kind == .feedback { $0.tier = max($0.tier, .stated) }
    }
  }
}
