import DebriefModel
import TUI

/// A pane that is a list of things of one kind, as the application has them.
protocol ThingsPane: Pane {
  associatedtype Thing
  /// The row of the bar.
  var selected: Int { get set }
  /// The things, in the order of the rows.
  static func things(_ dossier: Dossier) -> [Thing]
  /// A thing as the store has it.
  static func entity(_ thing: Thing) -> Entity
}

extension ThingsPane {
  /// What the commands work on.
  func current(_ dossier: Dossier) -> Thing? {
    let things = Self.things(dossier)
    return things.indices.contains(selected) ? things[selected] : nil
  }

  func row(_ folder: Folder) -> Int { selected }

  mutating func select(_ row: Int, _ folder: Folder) { put(row, folder) }

  /// Puts the bar on a row, or on the nearest one there is.
  mutating func put(_ row: Int, _ folder: Folder) {
    selected = max(0, min(row, Self.things(folder.dossier).count - 1))
  }

  func bar(_ desk: Desk) -> Bar? {
    desk.folder.flatMap { current($0.dossier) }.map { Bar(Self.entity($0)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder.flatMap { folder in
      Self.things(folder.dossier).firstIndex { Self.entity($0).id.text == thing }
    }
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return nil }
    return moved(key, desk)
  }

  /// Moves the bar with a key of a list; nil for other keys.
  mutating func moved(_ key: Key, _ desk: Desk) -> [Request]? {
    moved(key, desk.folder.map { Self.things($0.dossier).count } ?? 0, desk)
  }
}
