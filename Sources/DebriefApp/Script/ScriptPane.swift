import DebriefModel
import TUI

/// The script of the talk, turn by turn.
struct ScriptPane: ThingsPane {
  static let id = PaneID.script
  static let scope = Scope.script

  /// The selected turn.
  var selected = 0
  /// The turn to follow when it moves.
  var wanted: ID?

  static func things(_ dossier: Dossier) -> [Turn] { dossier.turns }
  static func entity(_ thing: Turn) -> Entity { .turn(thing) }

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

  func title(_ folder: Folder) -> String { "Notes from the interview" }

  func note(_ folder: Folder, _ desk: Desk) -> String {
    let count = folder.dossier.turns.count
    return count == 0 ? "" : "\(count)"
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
