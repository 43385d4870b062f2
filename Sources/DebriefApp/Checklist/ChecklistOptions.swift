import DebriefModel
import TUI

extension ChecklistPane {
  /// One thing that can be chosen at an item.
  struct Option: Equatable {
    /// What choosing it does.
    enum Does: Equatable {
      case answer(String)
      case form(FormPurpose)
      case focus(PaneID)
      case page
      case toggle(Phase)
      case close
      case write

      /// Whether it changes the debrief, which a closed one asks about first.
      var changes: Bool {
        switch self {
        case .focus, .page: false
        case .answer, .form, .toggle, .close, .write: true
        }
      }
    }
    var title: String
    var does: Does
    /// Where the cursor stands at first.
    var isDefault = false

    /// The value it stores, when it answers.
    var value: String? { if case .answer(let value) = does { value } else { nil } }
  }

  /// What can be chosen at an item.
  static func options(_ entry: Wizard.Entry, _ wizard: Wizard) -> [Option] {
    let item = entry.item
    if entry.isUnknown { return [] }
    switch item.kind {
    case .yesNo:
      return [
        Option(title: "yes", does: .answer("yes")), Option(title: "no", does: .answer("no")),
      ]
    case .scale:
      return (1...5).map { n in
        Option(title: "\(n)", does: .answer("\(n)"), isDefault: n == 3)
      }
    case .sided:
      return (-2...2).map { n in
        Option(title: n > 0 ? "+\(n)" : "\(n)", does: .answer("\(n)"), isDefault: n == 0)
      }
    case .count:
      return (item.range.lowerBound...5).map { n in Option(title: "\(n)", does: .answer("\(n)")) }
    case .choice: return item.choices.map { Option(title: $0.title, does: .answer($0.id)) }
    case .line, .text, .date:
      let title = entry.response.map { $0.isSkipped ? "write an answer" : "change the answer" }
      var options = [Option(title: title ?? "write an answer", does: .write)]
      if item.id == LiveApplication.item {
        // The hunt goes on: what is next for one of those that are still open (A8).
        options += wizard.live.map {
          Option(
            title: "\($0.company): \($0.next)",
            does: .form(.next(wizard.debrief.application, live: $0.id)))
        }
      }
      return options
    case .task(let task): return taskOptions(task, entry, wizard)
    }
  }

  private static func taskOptions(
    _ task: Item.Task, _ entry: Wizard.Entry, _ wizard: Wizard
  ) -> [Option] {
    let id = wizard.debrief.application
    let dossier = wizard.dossier
    func finish(_ title: String, ready: Bool) -> Option {
      Option(title: title, does: .answer("done"), isDefault: ready)
    }
    switch task {
    case .turns:
      let count = dossier.turns.count
      return [
        Option(
          title: count == 0 ? "write down a turn" : "write down another turn",
          does: .form(.turn(id, editing: nil))),
        Option(title: "look through the script", does: .focus(.script)),
        finish(count == 0 ? "nothing to write down" : "that is all I recall", ready: false),
      ]
    case .findings:
      return [
        Option(
          title: "add a strength",
          does: .form(.finding(id, .strength, editing: nil, evidence: nil))),
        Option(
          title: "add a weakness",
          does: .form(.finding(id, .weakness, editing: nil, evidence: nil))),
        Option(title: "go to the lists", does: .focus(.findings)),
        finish("both lists are fair", ready: !dossier.findings.isEmpty),
      ]
    case .causes:
      let outside = dossier.findings.contains { $0.kind == .outside }
      return [
        Option(
          title: "name a cause outside your hands",
          does: .form(.finding(id, .outside, editing: nil, evidence: nil))),
        Option(
          title: "name a cause that was yours",
          does: .form(.finding(id, .weakness, editing: nil, evidence: nil))),
        finish("the causes are named as far as they are known", ready: outside),
      ]
    case .phases:
      let settled = wizard.settled
      let open = Phase.allCases.filter { !settled.found.contains($0) }
      var options = open.map { phase in
        Option(
          title: settled.nothing.contains(phase)
            ? "✓ nothing found \(phase.label) the interview"
            : "nothing found \(phase.label) the interview", does: .toggle(phase))
      }
      if open.allSatisfy({ settled.nothing.contains($0) }) {
        let kept = Phase.allCases.filter { settled.nothing.contains($0) }.map(\.rawValue)
        options.append(
          Option(
            title: "all three are looked at",
            does: .answer((kept + ["done"]).joined(separator: " ")), isDefault: true))
      }
      return options
    case .asks:
      return [
        Option(title: "log that you asked", does: .form(.ask(id))),
        Option(title: "go to the log", does: .focus(.feedback)),
        finish(
          dossier.feedback.isEmpty ? "not now" : "asked", ready: !dossier.feedback.isEmpty),
      ]
    case .replies:
      return [
        Option(title: "log what they said", does: .form(.reply(id, editing: nil))),
        Option(title: "go to the log", does: .focus(.feedback)),
        finish("nothing more for now", ready: false),
      ]
    case .improvements:
      let changes = dossier.improvements.filter { $0.state != .dropped }
      var options: [Option] = []
      if changes.count < 3 {
        options.append(
          Option(
            title: changes.isEmpty ? "add a change" : "add another change",
            does: .form(.improvement(id, editing: nil))))
      }
      options += changes.map {
        Option(title: "edit: \($0.what)", does: .form(.improvement(id, editing: $0.id)))
      }
      options.append(
        finish(
          changes.isEmpty ? "nothing to change" : "these are enough", ready: changes.count >= 3))
      return options
    case .page: return [Option(title: "look at the page", does: .page)]
    case .close:
      return wizard.debrief.closed == nil
        ? [Option(title: "close the debrief", does: .close)] : []
    }
  }
}
