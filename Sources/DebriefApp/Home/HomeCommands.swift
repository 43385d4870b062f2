import DebriefModel
import TUI

/// What the commands of the first screen do.
extension App {
  mutating func performHome(_ action: Action) -> [Effect] {
    switch action {
    case .homeAdd: open(.application(nil))
    case .homeFilter:
      var prompt = PromptOverlay(purpose: .filter)
      prompt.field = TextField(home.filter)
      home.onDue = false
      overlays.append(.prompt(prompt))
    // Where there is no room for what is due, it gets the whole screen: no key acts on what is unseen.
    case .homeDue where home.dueRows(size) == 0: return performAgenda(.agenda)
    case .homeDue: home.onDue.toggle()
    case .homeSample: return [.loadSample]
    case .homeOpen where home.onDue && [.sort, .silence].contains(dueEntry?.kind):
      return performAgenda(action)
    case .homeOpen:
      let kind =
        home.onDue && home.agenda.indices.contains(home.due.selection)
        ? home.agenda[home.due.selection].kind : nil
      return load(.review(kind.map(\.pane) ?? nil))
    case .homePage: return load(.page)
    case .homeOutcome: return target.map { load(.form(.outcome($0))) } ?? []
    case .homeEdit: return target.map { load(.form(.application($0))) } ?? []
    case .homeDelete: return load(.delete)
    default: break
    }
    return []
  }

  private var target: ID? { home.target }

  private mutating func load(_ next: AfterLoad) -> [Effect] {
    guard let id = target else { return [] }
    after = next
    return [.loadDossier(id)]
  }
}

extension AgendaEntry.Kind {
  /// The pane in which the thing that is due gets done.
  var pane: PaneID {
    switch self {
    case .capture: .script
    case .reply, .promise, .noAnswer: .feedback
    case .thanks, .warm, .letter: .letters
    case .prepare, .document: .preparation
    case .offer, .silence, .glad, .sort, .change, .next, .replied, .rest: .checklist
    }
  }
}

extension Entity.Kind {
  /// The pane that shows things of this kind.
  var pane: PaneID? {
    switch self {
    case .finding: .findings
    case .feedback: .feedback
    case .turn: .script
    case .preparation: .preparation
    case .letter: .letters
    case .response, .debrief, .improvement: .checklist
    default: nil
    }
  }
}
