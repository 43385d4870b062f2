import DebriefModel
import TUI

/// The script of the talk, turn by turn.
struct ScriptPane: Pane {
  static let id = PaneID.script
  static let scope = Scope.script

  /// The selected turn.
  var selected = 0
  /// The turn to follow when it moves.
  var wanted: ID?

  func current(_ dossier: Dossier) -> Turn? {
    dossier.turns.indices.contains(selected) ? dossier.turns[selected] : nil
  }

  mutating func follow(_ folder: Folder, _ desk: Desk) {
    if let wanted, let index = folder.dossier.turns.firstIndex(where: { $0.id == wanted }) {
      selected = index
      self.wanted = nil
    }
    select(selected, folder)
  }

  func texts(_ folder: Folder) -> [String] {
    folder.dossier.turns.map { "\($0.question) \($0.answer) \($0.better)" }
  }

  func row(_ folder: Folder) -> Int { selected }

  mutating func select(_ row: Int, _ folder: Folder) {
    selected = max(0, min(row, folder.dossier.turns.count - 1))
  }

  func title(_ folder: Folder) -> String { "Script" }

  func note(_ folder: Folder, _ desk: Desk) -> String {
    let count = folder.dossier.turns.count
    return count == 0 ? "" : "\(count)"
  }

  func bar(_ desk: Desk) -> Bar? {
    desk.folder.flatMap { current($0.dossier) }.map { Bar(.turn($0)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder?.dossier.turns.firstIndex { $0.id.text == thing }
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return nil }
    return moved(key, desk.folder?.dossier.turns.count ?? 0, desk)
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    let turns = desk.folder?.dossier.turns ?? []
    return turns.contains { !$0.prepared.isEmpty || !$0.better.isEmpty } && desk.hedges.asks()
      ? [.loadHedges] : []
  }
}

extension Scope {
  static let script = pane("script", "Notes from the interview", taken: Keys.list)
}
