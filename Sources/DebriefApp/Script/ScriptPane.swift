import DebriefModel
import TUI

/// The script of the talk, turn by turn.
struct ScriptPane: Equatable, Sendable {
  /// The selected turn.
  var selected = 0
  /// The turn to follow when it moves.
  var wanted: ID?

  mutating func clamp(_ dossier: Dossier) {
    if let wanted, let index = dossier.turns.firstIndex(where: { $0.id == wanted }) {
      selected = index
      self.wanted = nil
    }
    selected = max(0, min(selected, dossier.turns.count - 1))
  }

  func current(_ dossier: Dossier) -> Turn? {
    dossier.turns.indices.contains(selected) ? dossier.turns[selected] : nil
  }

  mutating func rawKey(_ key: Key, _ dossier: Dossier) -> Bool {
    var list = ListState()
    list.select(selected, count: dossier.turns.count, height: 8)
    guard list.handle(key, count: dossier.turns.count, height: 8) else { return false }
    selected = list.selection
    return true
  }

  mutating func perform(
    _ action: Action, _ dossier: Dossier, now: Moment, ids: inout IDSource
  ) -> [Request] {
    let application = dossier.application.id
    if action == .turnAdd { return [.form(.turn(application, editing: nil))] }
    guard let it = current(dossier) else { return [] }
    func change(_ title: String, _ edit: (inout Turn) -> Void) -> [Request] {
      var next = it
      edit(&next)
      if next == it { return [] }
      return [.effect(.apply(Change(title, [.update(from: .turn(it), to: .turn(next))])))]
    }
    switch action {
    case .turnEdit: return [.form(.turn(application, editing: it.id))]
    case .turnEditor:
      return [.editor(.turn(application, editing: it.id))]
    case .turnBetter: return change("rate an answer") { $0.rating = min(5, ($0.rating ?? 2) + 1) }
    case .turnWorse:
      let requests = change("rate an answer") { $0.rating = max(1, ($0.rating ?? 4) - 1) }
      let isLinked = dossier.findings.contains {
        $0.kind == .weakness && $0.evidence == Evidence(.turn, it.id)
      }
      // As when the form is saved: an answer that has come to miss may become a weakness (A31).
      guard it.rating == 3, !isLinked else { return requests }
      return requests + [.overlay(.picker(ScriptPane.missedPicker(it.id)))]
    case .turnMark:
      let order = ["", "+", "-", "?"]
      let at = order.firstIndex(of: it.mark) ?? 0
      return change("mark a turn") { $0.mark = order[(at + 1) % order.count] }
    case .turnWeakness:
      return [
        .form(.finding(application, .weakness, editing: nil, evidence: Evidence(.turn, it.id)))
      ]
    case .turnStrength:
      return [
        .form(.finding(application, .strength, editing: nil, evidence: Evidence(.turn, it.id)))
      ]
    case .turnUp: return move(-1, dossier)
    case .turnDown: return move(1, dossier)
    case .turnDelete:
      return [
        .effect(.apply(Change("delete a turn", [.delete(.turn(it))]))),
        .notice("Deleted; {undo} brings it back."),
      ]
    default: return []
    }
  }

  /// Whether an answer that missed becomes a weakness.
  static func missedPicker(_ turn: ID) -> PickerOverlay {
    let options = [
      PickerOption(id: "weakness", title: "Make it a weakness", detail: "it links back"),
      PickerOption(id: "no", title: "Not now"),
    ]
    return PickerOverlay(
      picker: Picker(title: "This answer missed", options: options, filterable: false),
      purpose: .missed(turn: turn))
  }

  private mutating func move(_ step: Int, _ dossier: Dossier) -> [Request] {
    let other = selected + step
    guard dossier.turns.indices.contains(other), let it = current(dossier) else {
      return [.notice(step < 0 ? "It is the first turn." : "It is the last turn.")]
    }
    var a = it
    var b = dossier.turns[other]
    if a.position == b.position {
      // Turns that came from elsewhere may share a place: number all of them anew.
      var order = dossier.turns
      order.swapAt(selected, other)
      var operations: [Change.Operation] = []
      for (i, old) in order.enumerated() where old.position != i + 1 {
        var next = old
        next.position = i + 1
        operations.append(.update(from: .turn(old), to: .turn(next)))
      }
      wanted = it.id
      return [.effect(.apply(Change("move a turn", operations)))]
    }
    swap(&a.position, &b.position)
    wanted = it.id
    return [
      .effect(
        .apply(
          Change(
            "move a turn",
            [
              .update(from: .turn(it), to: .turn(a)),
              .update(from: .turn(dossier.turns[other]), to: .turn(b)),
            ])))
    ]
  }
}
