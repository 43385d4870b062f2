import DebriefModel
import TUI

/// The list of strengths and weaknesses: two columns like the pros and cons of a purchase, and a
/// strip below for what lay outside the candidate's hands.
struct FindingsPane: Pane {
  static let id = PaneID.findings
  static let scope = Scope.findings
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

  private func index(_ dossier: Dossier) -> Int {
    let id = current(dossier)?.id
    return shown(dossier).firstIndex { $0.id == id } ?? 0
  }

  /// Shows a finding, whatever the filter.
  mutating func show(_ id: ID, _ dossier: Dossier) {
    (filter, selected) = (nil, id)
    clamp(dossier)
  }

  /// Keeps the selection valid: it follows a finding that moved to another column.
  private mutating func clamp(_ dossier: Dossier) {
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

  // MARK: - The pane

  mutating func follow(_ folder: Folder, _ desk: Desk) { clamp(folder.dossier) }

  func texts(_ folder: Folder) -> [String] { shown(folder.dossier).map(\.statement) }

  func row(_ folder: Folder) -> Int { index(folder.dossier) }

  mutating func select(_ row: Int, _ folder: Folder) {
    let all = shown(folder.dossier)
    guard all.indices.contains(row) else { return }
    selected = all[row].id
    column = all[row].kind
  }

  func title(_ folder: Folder) -> String { "Strengths and weaknesses" }

  /// Asks for the words that are marked in the answers that weaknesses point at.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    let findings = desk.folder?.dossier.findings ?? []
    return findings.contains { $0.evidence?.kind == .turn } && desk.hedges.asks()
      ? [.loadHedges] : []
  }

  func note(_ folder: Folder, _ desk: Desk) -> String { filter.map { "only \($0.label)" } ?? "" }

  func bar(_ desk: Desk) -> Bar? {
    desk.folder.flatMap { current($0.dossier) }.map { Bar(.finding($0)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder.flatMap { shown($0.dossier).firstIndex { $0.id.text == thing } }
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    guard let number = at.part, Finding.Kind.allCases.indices.contains(number),
      let dossier = desk.folder?.dossier
    else { return [] }
    column = Finding.Kind.allCases[number]
    let here = list(dossier, column)
    selected = at.row.flatMap { here.indices.contains($0) ? here[$0].id : nil } ?? here.first?.id
    return []
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event, let dossier = desk.folder?.dossier else { return nil }
    switch key {
    case .char("h"), Key(.left), .char("l"), Key(.right):
      let order: [Finding.Kind] = [.strength, .weakness, .outside]
      let at = order.firstIndex(of: column) ?? 0
      let step = key == .char("h") || key == Key(.left) ? -1 : 1
      column = order[max(0, min(order.count - 1, at + step))]
      selected = list(dossier, column).first?.id
      return []
    default:
      let here = list(dossier, column)
      let height = ListState.pages(key) ? desk.folder.map { shown($0, desk) } ?? 1 : 1
      var list = ListState()
      list.select(
        here.firstIndex { $0.id == selected } ?? 0, count: here.count, height: max(1, here.count))
      guard list.handle(key, count: here.count, height: height) else { return nil }
      selected = here.indices.contains(list.selection) ? here[list.selection].id : nil
      return []
    }
  }
}

extension Scope {
  static let findings = pane(
    "findings", "Strengths and weaknesses", taken: Keys.list.union(Keys.sideways))
}
