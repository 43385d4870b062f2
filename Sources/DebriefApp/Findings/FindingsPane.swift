import DebriefModel
import TUI

/// The list of strengths and weaknesses: two columns like the pros and cons of a purchase, and a
/// strip below for what lay outside the candidate's hands.
struct FindingsPane: Equatable, Sendable {
  /// The column the keys work on.
  var column = Finding.Kind.weakness
  /// The selected finding.
  var selected: ID?
  /// Only findings of this phase; nil for all.
  var filter: Phase?

  /// The findings of a column, heaviest first.
  func list(_ dossier: Dossier, _ kind: Finding.Kind) -> [Finding] {
    dossier.findings.filter { $0.kind == kind && (filter == nil || $0.phase == filter) }
  }

  /// All that is shown, column by column.
  func shown(_ dossier: Dossier) -> [Finding] {
    Finding.Kind.allCases.flatMap { list(dossier, $0) }
  }

  /// The finding the commands work on.
  func current(_ dossier: Dossier) -> Finding? {
    let here = list(dossier, column)
    return here.first { $0.id == selected } ?? here.first
  }

  /// The place of the selected finding among all that is shown.
  func index(_ dossier: Dossier) -> Int {
    let id = current(dossier)?.id
    return shown(dossier).firstIndex { $0.id == id } ?? 0
  }

  mutating func select(_ index: Int, _ dossier: Dossier) {
    let all = shown(dossier)
    guard all.indices.contains(index) else { return }
    selected = all[index].id
    column = all[index].kind
  }

  /// Keeps the selection valid: it follows a finding that moved to another column.
  mutating func clamp(_ dossier: Dossier) {
    if let it = dossier.findings.first(where: { $0.id == selected }) {
      column = it.kind
      if let filter, it.phase != filter { self.filter = nil }
      return
    }
    selected = list(dossier, column).first?.id
    if selected == nil, let other = shown(dossier).first {
      selected = other.id
      column = other.kind
    }
  }

  mutating func rawKey(_ key: Key, _ dossier: Dossier) -> Bool {
    switch key {
    case .char("h"), Key(.left), .char("l"), Key(.right):
      let order: [Finding.Kind] = [.strength, .weakness, .outside]
      let at = order.firstIndex(of: column) ?? 0
      let step = key == .char("h") || key == Key(.left) ? -1 : 1
      column = order[max(0, min(order.count - 1, at + step))]
      selected = list(dossier, column).first?.id
      return true
    default:
      let here = list(dossier, column)
      var list = ListState()
      list.select(
        here.firstIndex { $0.id == selected } ?? 0, count: here.count, height: max(1, here.count))
      guard list.handle(key, count: here.count, height: 8) else { return false }
      selected = here.indices.contains(list.selection) ? here[list.selection].id : nil
      return true
    }
  }

  mutating func perform(_ action: Action, _ dossier: Dossier) -> [Request] {
    let application = dossier.application.id
    if action == .findingAdd {
      return [.form(.finding(application, column, editing: nil, evidence: nil))]
    }
    if action == .findingFilter {
      let order: [Phase?] = [nil, .before, .during, .after]
      let at = order.firstIndex { $0 == filter } ?? 0
      filter = order[(at + 1) % order.count]
      if current(dossier) == nil { selected = nil }
      return [
        .notice(
          filter.map { "Only findings from \($0.label) the interview; f for more." }
            ?? "All findings.")
      ]
    }
    guard let it = current(dossier) else { return [] }
    selected = it.id
    func change(_ title: String, _ edit: (inout Finding) -> Void) -> [Request] {
      var next = it
      edit(&next)
      if next == it { return [] }
      return [.effect(.apply(Change(title, [.update(from: .finding(it), to: .finding(next))])))]
    }
    switch action {
    case .findingEdit:
      return [.form(.finding(application, it.kind, editing: it.id, evidence: nil))]
    case .findingEditor:
      return [.editor(.finding(application, it.kind, editing: it.id, evidence: nil))]
    case .findingHeavier: return change("weigh more") { $0.weight = min(5, $0.weight + 1) }
    case .findingLighter: return change("weigh less") { $0.weight = max(1, $0.weight - 1) }
    case .findingMove:
      let order: [Finding.Kind] = [.strength, .weakness, .outside]
      let at = order.firstIndex(of: it.kind) ?? 0
      return change("move a finding") { $0.kind = order[(at + 1) % order.count] }
    case .findingDelete:
      return [
        .effect(.apply(Change("delete a finding", [.delete(.finding(it))]))),
        .notice("Deleted; {undo} brings it back."),
      ]
    case .findingLink: return [.overlay(.picker(linkPicker(it, dossier)))]
    case .findingFollow: return follow(it)
    default: return []
    }
  }

  private func linkPicker(_ it: Finding, _ dossier: Dossier) -> PickerOverlay {
    var options = dossier.turns.enumerated().map { i, turn in
      PickerOption(
        id: "turn/\(turn.id)", title: "Q\(i + 1) \(turn.question)",
        detail: turn.rating.map { "\($0)/5" } ?? "")
    }
    options += dossier.feedback.filter { $0.received != nil }.map { reply in
      PickerOption(
        id: "feedback/\(reply.id)", title: "F \(reply.from): \(reply.verbatim)",
        detail: reply.received?.description ?? "")
    }
    options.append(PickerOption(id: "none", title: "no link"))
    return PickerOverlay(
      picker: Picker(title: "What shows it?", options: options, filterable: true),
      purpose: .link(finding: it.id))
  }

  private func follow(_ it: Finding) -> [Request] {
    switch it.evidence?.kind {
    case .turn: [.focus(.script)]
    case .feedback: [.focus(.feedback)]
    case .response: [.focus(.checklist)]
    case nil: []
    }
  }

  /// Links a finding to what was picked; words said outright make it at least stated.
  func link(_ finding: ID, to pick: String, _ dossier: Dossier) -> [Request] {
    guard let it = dossier.findings.first(where: { $0.id == finding }) else { return [] }
    var next = it
    let parts = pick.split(separator: "/").map(String.init)
    if parts.count == 2, let kind = Evidence.Kind(rawValue: parts[0]) {
      next.evidence = Evidence(kind, ID(parts[1]))
      if kind == .turn { next.tier = max(next.tier, .observed) }
      if kind == .feedback { next.tier = max(next.tier, .stated) }
    } else {
      next.evidence = nil
    }
    if next == it { return [] }
    return [
      .effect(.apply(Change("link a finding", [.update(from: .finding(it), to: .finding(next))])))
    ]
  }

  func whyDisabled(_ action: Action, _ dossier: Dossier) -> String? {
    guard let it = current(dossier) else {
      return "This column is empty; {finding.add} adds to it."
    }
    switch action {
    case .findingLink
    where dossier.turns.isEmpty && dossier.feedback.allSatisfy { $0.received == nil }:
      return "There is no turn and no reply to link to yet."
    case .findingFollow where it.evidence == nil:
      return "Nothing is linked to it; {finding.link} links it to a turn or a reply."
    case .findingHeavier where it.weight == 5: return "It has the most weight already."
    case .findingLighter where it.weight == 1: return "It has the least weight already."
    default: return nil
    }
  }
}
